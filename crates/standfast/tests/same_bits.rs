//! The same bits for any number of threads, any other packages in the run, and any number of draws
//! behind the first ones.

use std::collections::BTreeSet;

use standfast::ensemble::{Design, Ensemble, Observer, Request, run};
use standfast::game::{Batch, Start};
use standfast::{Case, Selection};

fn case() -> Case {
    let text = include_str!("../../../validation/golden/coalition.toml");
    Case::from_text("coalition", text).expect("a golden case")
}

fn solve(case: &Case, packages: &[&str], draws: usize, threads: usize) -> Ensemble {
    let scenario = &case.scenario;
    let choose = |text: &&str| (Selection::parse(scenario, text).expect("a package").set, Start::Peace);
    let packages: Vec<_> = packages.iter().map(choose).collect();
    let consent = packages.iter().map(|&(set, _)| set).collect();
    let request = Request { packages, consent, floor: true, ..Request::default() };
    let design = Design::Sobol { seed: 7, draws };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| run(scenario, design, &request, &())).expect("nobody cancels")
}

/// Every number with all its digits; `Debug` prints what reads back to the same bits.
fn digits(value: &(impl std::fmt::Debug + ?Sized)) -> String {
    format!("{value:?}")
}

const PACKAGES: [&str; 4] = ["nothing", "pact", "force+army", "pact+force+army"];

#[test]
fn threads_change_nothing() {
    let case = case();
    let one = digits(&solve(&case, &PACKAGES, 40, 1));
    for threads in [2, 7] {
        assert!(one == digits(&solve(&case, &PACKAGES, 40, threads)), "{threads} threads");
    }
}

#[test]
fn other_packages_change_nothing() {
    let case = case();
    let together = solve(&case, &PACKAGES, 16, 1);
    for (i, package) in PACKAGES.iter().enumerate() {
        let alone = solve(&case, &[package], 16, 1);
        assert!(digits(&together.packages[i]) == digits(&alone.packages[0]), "{package}");
    }
}

/// A world that a war leads to is solved only from the year on in which no war changes it; asked for more, it
/// goes on from there.
#[test]
fn a_world_that_is_solved_in_parts_has_the_same_bits() {
    let scenario = case().scenario;
    let design = Design::Sobol { seed: 7, draws: 8 };
    let batch = || Batch::new(&scenario, design.batch(&scenario, 0, &BTreeSet::new()));
    for package in PACKAGES {
        let set = Selection::parse(&scenario, package).expect("a package").set;
        let (parts, whole) = (batch(), batch());
        let late = parts.world(set, 3);
        assert!(late.policies[2].invade.is_empty() && !late.policies[3].invade.is_empty(), "{package}");
        drop(late);
        let (parts, whole) = (parts.world(set, 0), whole.world(set, 0));
        assert!(digits(&parts.policies) == digits(&whole.policies), "{package}");
        assert!(digits(&parts.peace_value) == digits(&whole.peace_value), "{package}");
        assert!(digits(&parts.war_value) == digits(&whole.war_value), "{package}");
    }
}

#[test]
fn more_draws_only_add_to_fewer() {
    let case = case();
    let (few, many) = (solve(&case, &["pact"], 11, 1), solve(&case, &["pact"], 40, 2));
    let (few, many) = (&few.packages[0], &many.packages[0]);
    assert_eq!((few.outcomes.len(), many.outcomes.len()), (11, 40));
    assert!(digits(&few.outcomes[..]) == digits(&many.outcomes[..11]));
    assert!(digits(&few.consents[..]) == digits(&many.consents[..11]));
    assert!(digits(&few.floors[..]) == digits(&many.floors[..11]));
}

#[test]
fn what_is_drawn_anew_changes_and_nothing_else() {
    let scenario = case().scenario;
    let design = Design::Sobol { seed: 7, draws: 8 };
    let uncertain = |i: &usize| scenario.numbers[*i].is_uncertain();
    let all: Vec<usize> = (0..scenario.numbers.len()).filter(uncertain).collect();
    let anew: BTreeSet<usize> = all.iter().copied().step_by(2).collect();
    assert!(anew.len() > 1 && anew.len() < all.len());
    let (before, after) = (design.batch(&scenario, 0, &BTreeSet::new()), design.batch(&scenario, 0, &anew));
    for number in 0..scenario.numbers.len() {
        let changed = before.value(number) != after.value(number);
        assert_eq!(changed, anew.contains(&number), "{:?}", scenario.numbers[number].path);
    }
}

#[test]
fn seeds_change_everything_but_the_median() {
    let case = case();
    let request =
        Request { packages: vec![(Selection::nothing(&case.scenario).set, Start::Peace)], ..Request::default() };
    let solve = |design| run(&case.scenario, design, &request, &()).expect("nobody cancels").packages;
    assert_ne!(solve(Design::Sobol { seed: 1, draws: 1 }), solve(Design::Sobol { seed: 2, draws: 1 }));
    assert_eq!(solve(Design::Median), solve(Design::Median));
}

#[test]
fn a_cancelled_run_has_no_result() {
    struct Impatient;
    impl Observer for Impatient {
        fn advanced(&self, _done: usize, _total: usize) {}
        fn cancelled(&self) -> bool {
            true
        }
    }
    let case = case();
    let request =
        Request { packages: vec![(Selection::nothing(&case.scenario).set, Start::Peace)], ..Request::default() };
    assert!(run(&case.scenario, Design::Median, &request, &Impatient).is_err());
}
