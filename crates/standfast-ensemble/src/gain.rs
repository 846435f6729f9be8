//! What the gains of a package's parties are made of, in many draws.

use std::collections::BTreeSet;

use standfast_game::Batch;
use standfast_game::forward::streams::Stream;
use standfast_game::gain::{gains, outside};
use standfast_math::LANES;
use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::instrument::InstrumentSet;

use crate::design::Design;
use crate::draw::Equilibria;
use crate::run::{Cancelled, Observer, Progress, each, pool};

/// Some actors' gains from a package by stream: see [`standfast_game::gain`].
#[derive(Clone, Debug, PartialEq)]
pub struct Gains {
    /// By actor, in the order that was asked for, stream and draw.
    pub streams: Vec<[Vec<f64>; Stream::ALL.len()]>,
    /// By draw: what is known of the equilibria behind them.
    pub equilibria: Vec<Equilibria>,
}

/// How many games each batch of draws is watched solving: the package, and the wars that refusing it leaves its
/// parties with.
pub fn games(scenario: &Scenario, set: InstrumentSet, actors: &[Actor]) -> usize {
    1 + outside(scenario, set, actors).len()
}

/// Solves what the gains are made of in all draws, on the current thread pool.
///
/// # Panics
/// For one of the others, who have no value.
///
/// # Errors
/// If the observer cancels it.
pub fn by_stream(
    scenario: &Scenario,
    design: Design,
    set: InstrumentSet,
    actors: &[Actor],
    observer: &dyn Observer,
) -> Result<Gains, Cancelled> {
    let games = games(scenario, set, actors);
    let progress = Progress::new(observer, design.batches() * games);
    let batches = each(design.batches(), |index| {
        let draws = design.batch(scenario, index, &BTreeSet::new());
        let batch = Batch::reusing(pool(), scenario, draws).with_policies_of_the_tail();
        let found = gains(&batch, set, actors);
        (0..games).try_for_each(|_| progress.advance())?;
        Ok(found)
    })?;
    let mut all = Gains { streams: vec![Default::default(); actors.len()], equilibria: Vec::new() };
    for draw in 0..design.draws() {
        let (gains, diagnosis) = &batches[draw / LANES];
        for (all, gains) in all.streams.iter_mut().zip(gains) {
            all.iter_mut().zip(gains).for_each(|(all, gain)| all.push(gain.0[draw % LANES]));
        }
        all.equilibria.push(Equilibria::of(diagnosis, draw % LANES));
    }
    Ok(all)
}
