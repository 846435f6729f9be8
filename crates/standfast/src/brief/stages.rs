//! Several studies, one after the other, watched as though they were one.
//!
//! How long each is can only be told roughly before it begins, so each has a part of the whole that is fixed, and within
//! it goes as far as it says of itself.

use standfast_ensemble::{Design, Observer};

/// The studies of a brief, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Assess,
    Why,
    Breach,
    Sensitivity,
    Claims,
}

impl Stage {
    /// How many there are.
    pub(super) const COUNT: usize = 5;
}

/// All of them, with about how many games each solves.
pub(super) struct Stages<'a> {
    observer: &'a dyn Observer,
    games: [usize; Stage::COUNT],
}

impl<'a> Stages<'a> {
    /// Watches studies that solve about so many games in each draw.
    pub(super) fn new(observer: &'a dyn Observer, design: Design, lengths: &[usize; Stage::COUNT]) -> Stages<'a> {
        Stages { observer, games: lengths.map(|games| games * design.draws()) }
    }

    /// The observer of one of them.
    pub(super) fn at(&self, stage: Stage) -> StageObserver<'_> {
        let stage = stage as usize;
        StageObserver {
            observer: self.observer,
            before: self.games[..stage].iter().sum(),
            games: self.games[stage],
            all: self.games.iter().sum(),
        }
    }
}

/// Watches one study.
pub(super) struct StageObserver<'a> {
    observer: &'a dyn Observer,
    before: usize,
    games: usize,
    all: usize,
}

impl Observer for StageObserver<'_> {
    fn advanced(&self, done: usize, total: usize) {
        // Both are far below what would overflow: games are counted in millions.
        let part = (self.games * done).checked_div(total).unwrap_or(self.games);
        self.observer.advanced(self.before + part, self.all);
    }

    fn cancelled(&self) -> bool {
        self.observer.cancelled()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[derive(Default)]
    struct Kept(Mutex<Vec<(usize, usize)>>);

    impl Observer for Kept {
        fn advanced(&self, done: usize, total: usize) {
            self.0.lock().expect("nobody panicked").push((done, total));
        }
        fn cancelled(&self) -> bool {
            false
        }
    }

    #[test]
    fn each_study_has_its_part_of_the_whole() {
        let kept = Kept::default();
        let stages = Stages::new(&kept, Design::Sobol { seed: 1, draws: 2 }, &[10, 0, 20, 5, 5]);
        stages.at(Stage::Assess).advanced(1, 4);
        stages.at(Stage::Assess).advanced(4, 4);
        stages.at(Stage::Why).advanced(3, 3);
        stages.at(Stage::Breach).advanced(50, 100);
        stages.at(Stage::Claims).advanced(7, 7);
        let told = kept.0.into_inner().expect("nobody panicked");
        assert_eq!(told, [(5, 80), (20, 80), (20, 80), (40, 80), (80, 80)]);
    }
}
