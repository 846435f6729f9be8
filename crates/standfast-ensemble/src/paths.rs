//! Paths of one package, in many draws.

use std::collections::BTreeSet;

use standfast_game::dice::Dice;
use standfast_game::path::{Game, Path};
use standfast_game::{Batch, Start};
use standfast_math::LANES;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

use crate::design::Design;
use crate::run::{Cancelled, Observer, Progress, each, pool};

/// Which path of which draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Play {
    /// The draw.
    pub draw: usize,
    /// The path: any number names one.
    pub path: u64,
}

/// Plays a package from peace, on the current thread pool: each of the plays once, in their order.
///
/// # Errors
/// If the observer cancels it.
pub fn play(
    scenario: &Scenario,
    design: Design,
    set: InstrumentSet,
    seed: u64,
    plays: &[Play],
    observer: &dyn Observer,
) -> Result<Vec<Path>, Cancelled> {
    let batches: BTreeSet<usize> = plays.iter().map(|play| play.draw / LANES).collect();
    let batches: Vec<usize> = batches.into_iter().collect();
    let progress = Progress::new(observer, batches.len());
    let found = each(batches.len(), |index| {
        let batch = Batch::reusing(pool(), scenario, design.batch(scenario, batches[index], &BTreeSet::new()));
        let game = Game::new(&batch, set, Start::Peace);
        let here = plays.iter().enumerate().filter(|(_, play)| play.draw / LANES == batches[index]);
        let played = here.map(|(i, play)| {
            let dice = Dice::new(seed, play.draw as u64, play.path);
            (i, game.path(play.draw % LANES, &dice))
        });
        let played: Vec<(usize, Path)> = played.collect();
        progress.advance().map(|()| played)
    })?;
    let mut found: Vec<(usize, Path)> = found.into_iter().flatten().collect();
    found.sort_by_key(|(i, _)| *i);
    Ok(found.into_iter().map(|(_, path)| path).collect())
}
