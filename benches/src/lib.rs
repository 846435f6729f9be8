//! What the benchmarks share: the case, its packages and batches of draws.

pub mod count;
pub mod figures;
pub mod machine;
pub mod stages;
pub mod synthetic;
pub mod time;
pub mod w1;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::hint::black_box;
use std::rc::Rc;

use standfast::{Case, EmbeddedCase, Findings, Selection, Study};
use standfast_ensemble::Design;
use standfast_game::pool::Pool;
use standfast_game::{Batch, Outcome, Start, Want};
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

/// The seed of every benchmark.
pub const SEED: u64 = 1;

/// A package of the default case with one world and three sets of instruments in force by date.
pub const PACKAGE: &str = "porcupine";

/// The default case.
pub fn ukraine() -> Case {
    EmbeddedCase::DEFAULT.read()
}

/// A package of a case by its name.
///
/// # Panics
/// If the case has no package of that name.
pub fn package(scenario: &Scenario, id: &str) -> InstrumentSet {
    let package = scenario.packages.iter().find(|package| package.id == id);
    package.unwrap_or_else(|| panic!("no package {id}")).instruments
}

/// Batches of eight draws of a case: `index` says which.
pub fn batch(scenario: &Scenario, index: usize) -> Batch<'_> {
    batch_reusing(Rc::default(), scenario, index)
}

/// The same with the arrays of batches before, as long runs have it.
pub fn batch_reusing(pool: Rc<RefCell<Pool>>, scenario: &Scenario, index: usize) -> Batch<'_> {
    let design = Design::Sobol { seed: SEED, draws: (index + 1) * 8 };
    Batch::reusing(pool, scenario, design.batch(scenario, index, &BTreeSet::new()))
}

/// Eight solves of a package from scratch: responses, backward, forward.
pub fn solve(pool: &Rc<RefCell<Pool>>, scenario: &Scenario, index: usize, set: InstrumentSet) -> Outcome {
    batch_reusing(Rc::clone(pool), scenario, index).solve(set, Start::Peace, Want::Everything)
}

/// So many batches of a package on each of some threads, each from scratch.
pub fn solve_on(threads: usize, batches: usize, scenario: &Scenario, set: InstrumentSet) {
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                let pool = Rc::default();
                for index in thread * batches..(thread + 1) * batches {
                    black_box(solve(&pool, scenario, index, set));
                }
            });
        }
    });
}

/// The default case assessed with one package in eight draws.
///
/// # Panics
/// If the case has no package of the name [`PACKAGE`].
pub fn assess(case: &Case) -> Findings {
    let mut study = Study::of(case);
    study.packages = vec![Selection::of(&case.scenario, package(&case.scenario, PACKAGE))];
    study.design = Design::Sobol { seed: SEED, draws: 8 };
    study.run(&()).unwrap_or_else(|_| unreachable!("nobody cancels it"))
}
