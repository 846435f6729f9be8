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
use crate::world::{after_war, settled, settled_from};

/// The challenger's game in one world, solved from some year on.
#[derive(Debug)]
pub struct World {
    /// The instruments.
    pub set: InstrumentSet,
    /// By year, tail included.
    pub eras: Vec<Rc<Era>>,
    /// By year within the horizon, or to the last if the batch keeps all; empty before the first year that is
    /// solved.
    pub policies: Vec<YearPolicy>,
    /// V_P in the first year that is solved.
    pub peace_value: Vec<Lanes>,
    /// V_W in the first year that is solved; 0 if wars of that year lead elsewhere.
    pub war_value: Vec<Lanes>,
    /// The first year that is solved.
    first: usize,
    /// What fighting is worth in early years, for packages that a war turns into this world. Empty as long
    /// as wars lead elsewhere.
    fights: Vec<Vec<Lanes>>,
}

impl World {
    /// The game of a set of instruments of which no year is solved yet.
    pub fn new(batch: &Batch<'_>, set: InstrumentSet) -> World {
        let scenario = batch.scenario;
        let years = scenario.horizon + scenario.tail;
        let pool = &mut batch.pool.borrow_mut();
        let mut nothing = || {
            let mut array = pool.take(batch.space.states());
            array.fill(Lanes::ZERO);
            array
        };
        World {
            set,
            eras: (0..years).map(|year| batch.era(set, year)).collect(),
            policies: vec![YearPolicy::default(); batch.policy_years],
            peace_value: nothing(),
            war_value: nothing(),
            first: years,
            fights: vec![Vec::new(); settled_from(scenario)],
        }
    }

    /// Whether a year and all that follow are solved.
    pub fn is_solved_from(&self, year: usize) -> bool {
        self.first <= year
    }

    /// Goes on from the first year that is solved back to an earlier one.
    pub fn solve_from(&mut self, batch: &Batch<'_>, first: usize) {
        let scenario = batch.scenario;
        let states = batch.space.states();
        // Where a war of an early year leads, if not here.
        let elsewhere: Vec<Option<Rc<World>>> = (0..settled_from(scenario))
            .map(|year| {
                let left = after_war(scenario, self.set, year);
                let needed = first <= year && year < self.first && left != self.set;
                needed.then(|| batch.world(left, settled(scenario, left)))
            })
            .collect();
        let pool = &mut batch.pool.borrow_mut();
        let mut fight = pool.take(states);
        for year in (first..self.first).rev() {
            let other = elsewhere.get(year).and_then(Option::as_ref);
            let era = &self.eras[year];
            let settle = if other.is_none() {
                fight_or_settle(batch, era, &self.peace_value, &mut self.war_value, &mut fight, pool)
            } else {
                Vec::new()
            };
            let fight_here = other.map_or(&fight, |world| &world.fights[year]);
            let policy = choose(batch, era, &mut self.peace_value, fight_here, pool);
            let policy = YearPolicy { settle, ..policy };
            match self.policies.get_mut(year) {
                Some(slot) => *slot = policy,
                None => policy.give_to(pool),
            }
            if other.is_none()
                && let Some(kept) = self.fights.get_mut(year)
            {
                *kept = pool.take(states);
                kept.copy_from_slice(&fight);
            }
        }
        pool.give(fight);
        self.first = self.first.min(first);
    }

    /// The equilibria of a year and all that follow: all at peace, and of those at war the ones whose wars
    /// stay in this world.
    pub fn diagnosis(&self, batch: &Batch<'_>, first: usize) -> Diagnosis {
        let mut diagnosis = Diagnosis::default();
        let (mut in_peace, mut in_war): (Vec<*const Era>, Vec<*const Era>) = (Vec::new(), Vec::new());
        let new = |seen: &mut Vec<*const Era>, era: &Rc<Era>| {
            let first = !seen.contains(&Rc::as_ptr(era));
            if first {
                seen.push(Rc::as_ptr(era));
            }
            first
        };
        for (year, era) in self.eras.iter().enumerate().skip(first) {
            if new(&mut in_peace, era) {
                diagnosis.merge(&era.peace(batch).response.diagnosis);
            }
            if after_war(batch.scenario, self.set, year) == self.set && new(&mut in_war, era) {
                diagnosis.merge(&era.war(batch).response.diagnosis);
            }
        }
        diagnosis
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
    peace_value: &[Lanes],
    war_value: &mut Vec<Lanes>,
    fight: &mut [Lanes],
    pool: &mut Pool,
) -> Vec<Lanes> {
    let War { kernel, choice, .. } = era.war(batch);
    let mut workspace = kernel.workspace(pool);
    let peace = kernel.expect_exhausted(peace_value, &mut workspace, pool);
    let mut settle = pool.take(batch.space.states());
    kernel.expect(war_value, &mut workspace, |states, [war], value| {
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
