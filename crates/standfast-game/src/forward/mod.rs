//! Forward: what happens, from the initial distribution, under the policies and the true chances.

mod first_passage;
mod histories;
pub mod streams;

use standfast_math::Lanes;

use crate::batch::Batch;
use crate::challenger::YearPolicy;
use crate::era::Peace;
use crate::flow::Flow;
use crate::outcome::{Outcome, Start, Want};
use crate::pool::Pool;
use crate::sweep;
use crate::world::Worlds;
use first_passage::{FirstRun, unforeseen_war};
use histories::Run;

/// Pushes the masses through the horizon and sums up values and series.
pub fn run(batch: &Batch<'_>, worlds: &Worlds, start: Start, want: Want) -> Outcome {
    let pool = &mut batch.pool.borrow_mut();
    let initial = batch.initial();
    let own = &worlds.list[0];
    let challenger = match start {
        Start::Peace => &own.peace_value,
        Start::War => &own.war_value,
    };
    let mut value = vec![Lanes::ZERO];
    for (initial, worth) in initial.iter().zip(challenger) {
        value[0] += *initial * *worth;
    }
    let mut first_run = (start == Start::Peace).then(|| FirstRun::new(&initial, pool));
    let mut run = (want == Want::Everything).then(|| Run::new(batch, worlds, start, &initial, pool));
    for year in 0..batch.scenario.horizon {
        if let Some(run) = &mut first_run {
            run.year(batch, worlds, year, pool);
        }
        if let Some(run) = &mut run {
            run.year(batch, worlds, year, pool);
        }
    }
    let foreseeable = start == Start::Peace && want == Want::Everything;
    let unforeseen_war = if foreseeable { unforeseen_war(batch, worlds, &initial, pool) } else { Vec::new() };
    let histories = run.map(|run| {
        let (flows, series) = run.end(batch, pool);
        value.extend(flows);
        series
    });
    let first_passage = first_run.map(|run| run.end(pool));
    let diagnosis = worlds.diagnosis(batch);
    let mut outcome = Outcome { value, histories, first_passage, unforeseen_war, diagnosis };
    outcome.diagnosis.merge(&outcome.lost_to_rounding());
    outcome
}

fn sum(mass: &[Lanes]) -> Lanes {
    mass.iter().fold(Lanes::ZERO, |sum, mass| sum + *mass)
}

/// A copy in an array of the pool.
fn copy(mass: &[Lanes], pool: &mut Pool) -> Vec<Lanes> {
    let mut copy = pool.take(mass.len());
    copy.copy_from_slice(mass);
    copy
}

/// Makes sure that an array is there: zeros if it was empty.
fn filled(array: &mut Vec<Lanes>, states: usize, pool: &mut Pool) {
    if array.is_empty() {
        *array = pool.take(states);
        array.fill(Lanes::ZERO);
    }
}

/// A year at peace: what of a mass is at peace next year takes its place; the flow notes the rest.
fn year_at_peace<F: Flow>(peace: &Peace, policy: &YearPolicy, mass: &mut Vec<Lanes>, flow: &mut F, pool: &mut Pool) {
    let mut workspace = peace.kernel.workspace(pool);
    peace.kernel.push(mass, &mut workspace, |states, mass, stays| {
        sweep::split(&peace.choice, policy, states, mass, stays, flow);
    });
    workspace.give_to(pool);
}
