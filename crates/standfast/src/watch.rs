//! Several runs, watched as though they were one.

use std::sync::atomic::{AtomicUsize, Ordering};

use standfast_ensemble::{Design, Observer};
use standfast_math::LANES;

/// Watches runs, one after the other.
pub(crate) struct Watch<'a> {
    observer: &'a dyn Observer,
    done: AtomicUsize,
    total: AtomicUsize,
    design: Design,
}

impl<'a> Watch<'a> {
    /// Watches runs of that many games in all, each in the draws of a design.
    pub(crate) fn new(observer: &'a dyn Observer, design: Design, games: usize) -> Watch<'a> {
        let watch = Watch { observer, done: AtomicUsize::new(0), total: AtomicUsize::new(0), design };
        watch.expect(games);
        watch
    }

    /// So many games more will be run.
    pub(crate) fn expect(&self, games: usize) {
        self.total.fetch_add(games * self.design.batches() * LANES, Ordering::Relaxed);
    }
}

impl Observer for Watch<'_> {
    fn advanced(&self, _done: usize, _total: usize) {
        // Each call is a game more in a batch of draws.
        let total = self.total.load(Ordering::Relaxed);
        self.observer.advanced(self.done.fetch_add(LANES, Ordering::Relaxed) + LANES, total);
    }

    fn cancelled(&self) -> bool {
        self.observer.cancelled()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::cases::EmbeddedCase;
    use crate::{Study, record};

    /// Keeps what it is told.
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

    /// Whole runs end at their total, having told of every step once.
    #[test]
    fn what_is_done_ends_at_the_total() {
        let ids = ["textbook-empty-effects", "textbook-one-guarantor"];
        for id in ids {
            let case = EmbeddedCase::find(id).expect("a bundled case").read();
            let design = Design::Sobol { seed: 1, draws: 20 };
            for recording in [false, true] {
                let kept = Kept::default();
                if recording {
                    record(&case, design, &kept).expect("nobody cancels");
                } else {
                    Study { design, ..Study::of(&case) }.run(&kept).expect("nobody cancels");
                }
                let mut told = kept.0.into_inner().expect("nobody panicked");
                told.sort_unstable();
                let total = told.len() * LANES;
                let expected: Vec<(usize, usize)> = (1..=told.len()).map(|step| (step * LANES, total)).collect();
                assert_eq!(told, expected, "{id}");
            }
        }
    }
}
