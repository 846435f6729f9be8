//! Forward: what happens, from the initial distribution, under the policies and the true chances.

use standfast_math::Lanes;

use crate::backward::YearPolicy;
use crate::batch::Batch;
use crate::era::{Era, Peace, War};
use crate::outcome::{FirstPassage, Histories, Outcome, Start, Want, Wars, YearResponse};
use crate::pool::Pool;
use crate::response::{Diagnosis, Response};
use crate::sweep;
use crate::world::Worlds;

/// Masses of one world at the start of a year; empty where nothing can be yet.
#[derive(Clone, Debug, Default)]
struct Masses {
    peace: Vec<Lanes>,
    war: Vec<Lanes>,
}

/// What comes of a year at peace, by state.
pub(crate) struct PeaceYear {
    /// Left alone.
    pub(crate) hold: Vec<Lanes>,
    /// Coerced and not captured.
    pub(crate) coerce: Vec<Lanes>,
    /// Attacked in the limited way, without a war.
    pub(crate) limited: Vec<Lanes>,
    /// A war begins.
    pub(crate) begun: Vec<Lanes>,
    /// Coerced, captured or not.
    pub(crate) coerced: Vec<Lanes>,
    /// Lost without a war.
    pub(crate) captured: Vec<Lanes>,
    /// Attacked in the limited way, escalating or not.
    pub(crate) attacked: Vec<Lanes>,
}

/// Pushes the masses through the horizon and sums up values and series.
pub fn run(batch: &Batch<'_>, worlds: &Worlds, start: Start, want: Want) -> Outcome {
    let pool = &mut batch.pool.borrow_mut();
    let initial = batch.initial();
    let challenger = match start {
        Start::Peace => &worlds.list[0].peace_value,
        Start::War => &worlds.list[0].war_value,
    };
    let mut value = vec![Lanes::ZERO];
    for (initial, worth) in initial.iter().zip(challenger) {
        value[0] += *initial * *worth;
    }
    let first_passage = (start == Start::Peace).then(|| first_passage(batch, worlds, &initial, pool));
    let foreseeable = start == Start::Peace && want == Want::Everything;
    let unforeseen_war = if foreseeable { unforeseen_war(batch, worlds, initial.clone(), pool) } else { Vec::new() };
    let histories = (want == Want::Everything).then(|| {
        let (flows, histories) = histories(batch, worlds, start, &initial, pool);
        value.extend(flows);
        histories
    });
    let mut diagnosis = Diagnosis::default();
    worlds.list.iter().for_each(|world| diagnosis.merge(&world.diagnosis));
    let mut outcome = Outcome { value, histories, first_passage, unforeseen_war, diagnosis };
    outcome.diagnosis.merge(&outcome.lost_to_rounding());
    outcome
}

/// All histories, with wars and what follows them. Returns the values of protégé and guarantors.
fn histories(
    batch: &Batch<'_>,
    worlds: &Worlds,
    start: Start,
    initial: &[Lanes],
    pool: &mut Pool,
) -> (Vec<Lanes>, Histories) {
    let space = &batch.space;
    let mut masses: Vec<Masses> = worlds.list.iter().map(|_| Masses::default()).collect();
    match start {
        Start::Peace => masses[0].peace = initial.to_vec(),
        Start::War => masses[0].war = initial.to_vec(),
    }
    let mut flows = vec![Lanes::ZERO; batch.scenario.parties() - 1];
    let (mut lost, mut weight) = (Lanes::ZERO, Lanes::ONE);
    let mut series = Histories::default();
    for year in 0..batch.scenario.horizon {
        let (mut coerced, mut ended) = (Lanes::ZERO, Ended::default());
        let mut begun: Vec<Vec<Lanes>> = vec![Vec::new(); worlds.list.len()];
        let mut next: Vec<Masses> = worlds.list.iter().map(|_| Masses::default()).collect();
        for w in 0..worlds.list.len() {
            if masses[w].peace.is_empty() {
                continue;
            }
            let peace = worlds.list[w].eras[year].peace(batch);
            let done = peace_year(peace, &worlds.list[w].policies[year], &masses[w].peace, pool);
            coerced += sum(&done.coerced);
            lost += sum(&done.captured);
            charge_peace(batch, peace, &done, &masses[w].peace, weight, &mut flows);
            add(&mut begun[worlds.of_war_from(w, year)], &done.begun, pool);
            let stay = [&done.hold[..], &done.coerce, &done.limited];
            peace.kernel.push(space, &stay, filled(&mut next[w].peace, pool, space.states()), pool);
            done.give_to(pool);
        }
        for w in 0..worlds.list.len() {
            if begun[w].is_empty() && masses[w].war.is_empty() {
                continue;
            }
            let war = worlds.list[w].eras[year].war(batch);
            let mass = std::mem::take(&mut masses[w].war);
            let policy = &worlds.list[w].policies[year];
            let here = war_year(batch, war, policy, &begun[w], &mass, weight, &mut flows, &mut next[w], pool);
            lost += here.conquered;
            ended.add(&here);
            pool.give(mass);
        }
        series.wars.begun.push(begun.iter().fold(Lanes::ZERO, |all, mass| all + sum(mass)));
        begun.into_iter().for_each(|array| pool.give(array));
        for (old, new) in masses.iter_mut().zip(next) {
            pool.give(std::mem::replace(&mut old.peace, new.peace));
            old.war = new.war;
        }
        series.coerced.push(coerced);
        series.lost.push(lost);
        series.at_peace.push(masses.iter().fold(Lanes::ZERO, |all, mass| all + sum(&mass.peace)));
        ended.push_to(&mut series.wars);
        series.wars.at_war.push(masses.iter().fold(Lanes::ZERO, |all, mass| all + sum(&mass.war)));
        weight *= batch.discount;
    }
    series.mass = masses.iter().fold(lost, |all, mass| all + sum(&mass.peace) + sum(&mass.war));
    (flows, series)
}

/// First passage in the package's own world.
fn first_passage(batch: &Batch<'_>, worlds: &Worlds, initial: &[Lanes], pool: &mut Pool) -> FirstPassage {
    let mut run = FirstRun::new(initial.to_vec());
    for year in 0..batch.scenario.horizon {
        let war_era = &worlds.list[worlds.of_war_from(0, year)].eras[year];
        run.year(batch, &worlds.list[0].eras[year], war_era, &worlds.list[0].policies[year], pool);
    }
    run.series
}

/// The first war by year while a war would still cancel something, if the challenger does not see
/// that coming: it plays the policy of the world that a war of the year leads to, and everything
/// else is as it is.
fn unforeseen_war(batch: &Batch<'_>, worlds: &Worlds, mut intact: Vec<Lanes>, pool: &mut Pool) -> Vec<Lanes> {
    let pending = (0..batch.scenario.horizon).take_while(|&year| worlds.of_war_from(0, year) != 0);
    pending
        .map(|year| {
            let peace = worlds.list[0].eras[year].peace(batch);
            let policy = &worlds.list[worlds.of_war_from(0, year)].policies[year];
            let done = peace_year(peace, policy, &intact, pool);
            let begun = sum(&done.begun);
            intact.fill(Lanes::ZERO);
            peace.kernel.push(&batch.space, &[&done.hold, &done.coerce, &done.limited], &mut intact, pool);
            done.give_to(pool);
            begun
        })
        .collect()
}

fn sum(mass: &[Lanes]) -> Lanes {
    mass.iter().fold(Lanes::ZERO, |sum, mass| sum + *mass)
}

/// An array over all states, zeros if it was empty.
fn filled<'a>(array: &'a mut Vec<Lanes>, pool: &mut Pool, states: usize) -> &'a mut Vec<Lanes> {
    if array.is_empty() {
        *array = pool.take(states);
        array.fill(Lanes::ZERO);
    }
    array
}

fn add(array: &mut Vec<Lanes>, more: &[Lanes], pool: &mut Pool) {
    for (sum, more) in filled(array, pool, more.len()).iter_mut().zip(more) {
        *sum += *more;
    }
}

/// Splits a mass at peace by what the challenger does.
fn peace_year(peace: &Peace, policy: &YearPolicy, mass: &[Lanes], pool: &mut Pool) -> PeaceYear {
    let mut take = || pool.take(mass.len());
    let mut year = PeaceYear {
        hold: take(),
        coerce: take(),
        limited: take(),
        begun: take(),
        coerced: take(),
        captured: take(),
        attacked: take(),
    };
    sweep::split_peace(&peace.choice, policy, mass, &mut year);
    year
}

impl PeaceYear {
    fn give_to(self, pool: &mut Pool) {
        let PeaceYear { hold, coerce, limited, begun, coerced, captured, attacked } = self;
        [hold, coerce, limited, begun, coerced, captured, attacked].into_iter().for_each(|array| pool.give(array));
    }
}

fn charge_peace(
    batch: &Batch<'_>,
    peace: &Peace,
    done: &PeaceYear,
    mass: &[Lanes],
    weight: Lanes,
    flows: &mut [Lanes],
) {
    let space = &batch.space;
    let without_war: Vec<Lanes> = mass.iter().zip(&done.begun).map(|(&mass, &begun)| mass - begun).collect();
    peace.peace_cost.charge(space, &without_war, -weight, flows);
    peace.coercion_cost.charge(space, &done.coerced, -weight, flows);
    peace.limited_cost.charge(space, &done.attacked, -weight, flows);
    peace.capture_cost.charge(space, &done.captured, -weight, flows);
}

/// The wars that end in a year.
#[derive(Clone, Copy, Default)]
struct Ended {
    conquered: Lanes,
    settled: Lanes,
    repelled: Lanes,
}

impl Ended {
    fn add(&mut self, more: &Ended) {
        self.conquered += more.conquered;
        self.settled += more.settled;
        self.repelled += more.repelled;
    }

    fn push_to(self, wars: &mut Wars) {
        wars.conquered.push(self.conquered);
        wars.settled.push(self.settled);
        wars.repelled.push(self.repelled);
    }
}

/// A year of war: `begun` this year, `mass` goes on from earlier years. Returns the wars that end.
fn war_year(
    batch: &Batch<'_>,
    war: &War,
    policy: &YearPolicy,
    begun: &[Lanes],
    mass: &[Lanes],
    weight: Lanes,
    flows: &mut [Lanes],
    next: &mut Masses,
    pool: &mut Pool,
) -> Ended {
    let space = &batch.space;
    let states = space.states();
    let at = |array: &[Lanes], state: usize| if array.is_empty() { Lanes::ZERO } else { array[state] };
    let (mut fought, mut settled) = (pool.take(states), pool.take(states));
    let (mut to_peace, mut to_war) = (pool.take(states), pool.take(states));
    let mut ended = Ended::default();
    for state in 0..states {
        let going_on = at(mass, state);
        settled[state] = if mass.is_empty() { Lanes::ZERO } else { going_on * policy.settle[state] };
        fought[state] = at(begun, state) + going_on - settled[state];
        let repelled = fought[state] * war.repelled.at(state);
        let conquered = fought[state] * war.conquered.at(state);
        ended.add(&Ended { conquered, settled: settled[state], repelled });
        to_peace[state] = repelled + settled[state];
        to_war[state] = fought[state] * war.undecided.at(state);
    }
    war.fighting_cost.charge(space, &fought, -weight, flows);
    war.settlement_cost.charge(space, &settled, -weight, flows);
    war.kernel.push_exhausted(space, &to_peace, filled(&mut next.peace, pool, states), pool);
    war.kernel.push(space, &[&to_war], filled(&mut next.war, pool, states), pool);
    [fought, settled, to_peace, to_war].into_iter().for_each(|array| pool.give(array));
    ended
}

/// First passage in the package's own world.
struct FirstRun {
    /// Mass with neither war nor capture so far.
    intact: Vec<Lanes>,
    /// Mass without a limited attack either.
    quiet: Vec<Lanes>,
    intact_share: Lanes,
    series: FirstPassage,
}

impl FirstRun {
    fn new(initial: Vec<Lanes>) -> FirstRun {
        let series = FirstPassage { intact: vec![Lanes::ONE], quiet: vec![Lanes::ONE], ..FirstPassage::default() };
        FirstRun { quiet: initial.clone(), intact: initial, intact_share: Lanes::ONE, series }
    }

    fn year(&mut self, batch: &Batch<'_>, era: &Era, war_era: &Era, policy: &YearPolicy, pool: &mut Pool) {
        let space = &batch.space;
        let peace = era.peace(batch);
        let mut done = peace_year(peace, policy, &self.intact, pool);
        let total = sum(&self.intact);
        // Where nothing is left intact there is no hazard to speak of: 0.
        let hazard = |mass: &[Lanes]| sum(mass).zip(total, |mass, total| if total > 0.0 { mass / total } else { 0.0 });
        let (war, capture, limited) = (hazard(&done.begun), hazard(&done.captured), hazard(&done.attacked));
        self.intact_share *= Lanes::ONE - war - capture;
        self.series.war_hazard.push(war);
        self.series.capture_hazard.push(capture);
        self.series.limited_hazard.push(limited);
        self.series.intact.push(self.intact_share);
        let response = &war_era.war(batch).response;
        // `begun` is no longer needed: the mass that is invaded outright.
        for (state, mass) in self.intact.iter().enumerate() {
            done.begun[state] = *mass * policy.invade[state];
        }
        self.series.if_invaded.push(weighted(batch, response, &done.begun));
        self.series.if_limited.push(weighted(batch, &peace.response, &done.attacked));
        self.intact.fill(Lanes::ZERO);
        peace.kernel.push(space, &[&done.hold, &done.coerce, &done.limited], &mut self.intact, pool);
        done.give_to(pool);

        let mut done = peace_year(peace, policy, &self.quiet, pool);
        self.series.first_limited.push(sum(&done.attacked));
        done.limited.fill(Lanes::ZERO);
        self.quiet.fill(Lanes::ZERO);
        peace.kernel.push(space, &[&done.hold, &done.coerce, &done.limited], &mut self.quiet, pool);
        self.series.quiet.push(sum(&self.quiet));
        done.give_to(pool);
    }
}

/// The mean response, weighted by a mass.
fn weighted(batch: &Batch<'_>, response: &Response, mass: &[Lanes]) -> YearResponse {
    let grid = response.nobody_intervenes.factors;
    let weights = batch.space.project(mass, grid);
    let total = sum(&weights);
    let mean = |values: &[Lanes]| {
        let mut mean = Lanes::ZERO;
        for (weight, value) in weights.iter().zip(values) {
            mean += *weight * *value;
        }
        mean.zip(total, |mean, total| if total < YearResponse::SMALLEST_WEIGHT { f64::NAN } else { mean / total })
    };
    YearResponse {
        weight: total,
        probabilities: response.probabilities.iter().map(|each| each.each_ref().map(|p| mean(&p.values))).collect(),
        nobody_intervenes: mean(&response.nobody_intervenes.values),
    }
}
