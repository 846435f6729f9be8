//! Backward induction: what peace and war are worth to the challenger, and what it does, in every
//! year and state of one world.

use std::rc::Rc;

use standfast_math::Lanes;
use standfast_model::instrument::InstrumentSet;

use crate::batch::Batch;
use crate::challenger::YearPolicy;
use crate::era::{Era, Peace, War};
use crate::pool::Pool;
use crate::response::Diagnosis;
use crate::sweep::{self, Stages};
use crate::world::{after_war, settled_from};

/// The challenger's game in one world, solved.
#[derive(Debug)]
pub struct World {
    /// The instruments.
    pub set: InstrumentSet,
    /// By year, tail included.
    pub eras: Vec<Rc<Era>>,
    /// By year within the horizon.
    pub policies: Vec<YearPolicy>,
    /// V_P at the start.
    pub peace_value: Vec<Lanes>,
    /// V_W at the start; 0 if wars of the first year lead elsewhere.
    pub war_value: Vec<Lanes>,
    /// What fighting is worth in the first years, for packages that a war turns into this world.
    /// Empty as long as wars lead elsewhere.
    fights: Vec<Vec<Lanes>>,
    /// What is known of the equilibria of all years.
    pub diagnosis: Diagnosis,
}

/// Values at the start of the following year.
struct Values {
    peace: Vec<Lanes>,
    war: Vec<Lanes>,
}

impl World {
    /// Solves the game of a set of instruments from the last year back to the first.
    pub fn solve(batch: &Batch<'_>, set: InstrumentSet) -> World {
        let scenario = batch.scenario;
        let years = scenario.horizon + scenario.tail;
        let states = batch.space.states();
        let eras: Vec<Rc<Era>> = (0..years).map(|year| batch.era(set, year)).collect();
        // Where a war of an early year leads, if not here.
        let elsewhere: Vec<Option<Rc<World>>> = (0..settled_from(scenario))
            .map(|year| Some(after_war(scenario, set, year)).filter(|&left| left != set).map(|left| batch.world(left)))
            .collect();
        let mut pool = batch.pool.borrow_mut();
        let mut values = Values { peace: vec![Lanes::ZERO; states], war: vec![Lanes::ZERO; states] };
        let mut policies = vec![YearPolicy::default(); scenario.horizon];
        let mut fights: Vec<Vec<Lanes>> = Vec::new();
        let mut fight = pool.take(states);
        for year in (0..years).rev() {
            let other = elsewhere.get(year).and_then(Option::as_ref);
            let settle = if other.is_none() {
                fight_or_settle(batch, &eras[year], &mut values, &mut fight, &mut pool)
            } else {
                Vec::new()
            };
            let fight_here = other.map_or(&fight, |world| &world.fights[year]);
            let policy = choose(batch, &eras[year], &mut values.peace, fight_here, &mut pool);
            let policy = YearPolicy { settle, ..policy };
            match policies.get_mut(year) {
                Some(slot) => *slot = policy,
                None => policy.give_to(&mut pool),
            }
            if year < elsewhere.len() {
                let mut kept = Vec::new();
                if other.is_none() {
                    kept = pool.take(states);
                    kept.copy_from_slice(&fight);
                }
                fights.push(kept);
            }
        }
        fights.reverse();
        pool.give(fight);
        drop(pool);
        let diagnosis = diagnose(batch, &eras, |year| elsewhere.get(year).is_none_or(Option::is_none));
        let Values { peace: peace_value, war: war_value } = values;
        World { set, eras, policies, peace_value, war_value, fights, diagnosis }
    }

    /// Gives all arrays back.
    pub fn give_to(self, pool: &mut Pool) {
        self.policies.into_iter().for_each(|policy| policy.give_to(pool));
        let World { fights, peace_value, war_value, .. } = self;
        fights.into_iter().chain([peace_value, war_value]).for_each(|array| pool.give(array));
    }
}

/// A year of war: fills in what fighting is worth, turns next year's value of war into this
/// year's, and returns the probability of settling.
fn fight_or_settle(
    batch: &Batch<'_>,
    era: &Era,
    values: &mut Values,
    fight: &mut [Lanes],
    pool: &mut Pool,
) -> Vec<Lanes> {
    let War { kernel, choice, .. } = era.war(batch);
    let mut workspace = kernel.workspace(pool);
    let peace = kernel.expect_exhausted(&values.peace, &mut workspace, pool);
    let mut settle = pool.take(batch.space.states());
    kernel.expect(&mut values.war, &mut workspace, |states, [war], value| {
        let means = [&peace[states.clone()], war];
        sweep::fight_or_settle(choice, batch.discount, states, means, value, fight, &mut settle);
    });
    pool.give(peace);
    workspace.give_to(pool);
    settle
}

/// A year at peace: turns next year's value of peace into this year's and returns the policy.
fn choose(batch: &Batch<'_>, era: &Era, value: &mut Vec<Lanes>, fight: &[Lanes], pool: &mut Pool) -> YearPolicy {
    let Peace { kernel, choice, .. } = era.peace(batch);
    let mut take = || pool.take(batch.space.states());
    let mut policy = YearPolicy { invade: take(), limited: take(), coerce: take(), settle: Vec::new() };
    let mut workspace = kernel.workspace(pool);
    let mut stages = Stages::default();
    kernel.expect(value, &mut workspace, |states, means, value| {
        sweep::choose(choice, batch.discount, fight, states, means, value, &mut policy, &mut stages);
    });
    workspace.give_to(pool);
    policy
}

/// The equilibria of all years at peace, and of those at war whose wars stay in this world.
fn diagnose(batch: &Batch<'_>, eras: &[Rc<Era>], wars_stay: impl Fn(usize) -> bool) -> Diagnosis {
    let mut diagnosis = Diagnosis::default();
    let (mut in_peace, mut in_war): (Vec<*const Era>, Vec<*const Era>) = (Vec::new(), Vec::new());
    let new = |seen: &mut Vec<*const Era>, era: &Rc<Era>| {
        let first = !seen.contains(&Rc::as_ptr(era));
        if first {
            seen.push(Rc::as_ptr(era));
        }
        first
    };
    for (year, era) in eras.iter().enumerate() {
        if new(&mut in_peace, era) {
            diagnosis.merge(&era.peace(batch).response.diagnosis);
        }
        if wars_stay(year) && new(&mut in_war, era) {
            diagnosis.merge(&era.war(batch).response.diagnosis);
        }
    }
    diagnosis
}
