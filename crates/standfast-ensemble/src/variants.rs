//! One package in variants of a case, all on the same draws.
//!
//! Variants have the numbers of the case, in the same order, so that the same draws are theirs: the case
//! under stresses, say. Nothing else is shared between them.

use std::collections::BTreeSet;

use standfast_game::passage::reached;
use standfast_game::{Batch, Start, Want};
use standfast_math::LANES;
use standfast_model::Scenario;
use standfast_model::condition::LevelSet;
use standfast_model::instrument::InstrumentSet;

use crate::design::{Design, lane};
use crate::draw::DrawOutcome;
use crate::run::{Cancelled, Observer, Progress, each, pool};

/// Solves a package from peace in variants of a case, on the current thread pool: of each variant what is kept of
/// each draw.
///
/// `variant` is asked for each variant as often as there are batches of draws.
///
/// # Errors
/// If the observer cancels it.
pub fn variants<T: Send>(
    count: usize,
    variant: impl Fn(usize) -> Scenario + Sync + Send,
    set: InstrumentSet,
    design: Design,
    want: Want,
    keep: impl Fn(&DrawOutcome) -> T + Sync + Send,
    observer: &dyn Observer,
) -> Result<Vec<Vec<T>>, Cancelled> {
    let batches = design.batches();
    let progress = Progress::new(observer, count * batches);
    let solved = each(count * batches, |i| {
        let (scenario, index) = (variant(i / batches), i % batches);
        let batch = Batch::reusing(pool(), &scenario, design.batch(&scenario, index, &BTreeSet::new()));
        let outcome = batch.solve(set, Start::Peace, want);
        progress.advance()?;
        let wanted = wanted(design, index);
        Ok((0..wanted).map(|lane| keep(&DrawOutcome::of(&outcome, want, lane))).collect::<Vec<T>>())
    })?;
    let mut solved = solved.into_iter();
    Ok((0..count).map(|_| solved.by_ref().take(batches).flatten().collect()).collect())
}

/// By list of goals and draw: the chance that all of these levels have been reached in the years 0 … t, if peace
/// lasts, for t below a number of years; nothing for a list that is too long. See
/// [`reached`].
///
/// # Errors
/// If the observer cancels it.
pub fn passages(
    scenario: &Scenario,
    set: InstrumentSet,
    goals: &[Vec<LevelSet>],
    years: usize,
    design: Design,
    observer: &dyn Observer,
) -> Result<Vec<Option<Vec<Vec<f64>>>>, Cancelled> {
    let batches = each(design.batches(), |index| {
        let batch = Batch::reusing(pool(), scenario, design.batch(scenario, index, &BTreeSet::new()));
        let each = goals.iter().map(|goals| {
            let chances = reached(&batch, set, goals, years)?;
            Some((0..wanted(design, index)).map(|at| lane(&chances, at)).collect::<Vec<_>>())
        });
        let each = each.collect::<Vec<_>>();
        if observer.cancelled() { Err(Cancelled) } else { Ok(each) }
    })?;
    let draws = |i: usize| -> Option<Vec<Vec<f64>>> {
        let mut draws = Vec::with_capacity(design.draws());
        for batch in &batches {
            draws.extend(batch[i].as_ref()?.iter().cloned());
        }
        Some(draws)
    };
    Ok((0..goals.len()).map(draws).collect())
}

/// How many draws of a batch are wanted.
fn wanted(design: Design, batch: usize) -> usize {
    let left = design.draws() - batch * LANES;
    if left < LANES { left } else { LANES }
}
