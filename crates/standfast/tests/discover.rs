//! When a package fails: what is said of boxes is true of the draws.

use standfast::discover::findings::{AtFindings, BoxFindings, Measures};
use standfast::discover::{Discover, DiscoverFindings, Fails};
use standfast::ensemble::{Design, Request, run};
use standfast::game::Start;
use standfast::why::Outcome;
use standfast::{Case, EmbeddedCase, Selection, Study};

const SEED: u64 = 5;
const DRAWS: usize = 192;

fn coalition() -> Case {
    Case::from_text("coalition", include_str!("../../../validation/golden/coalition.toml")).expect("a golden case")
}

fn discover<'a>(case: &'a Case, package: &str) -> Discover<'a> {
    let package = Selection::parse(&case.scenario, package).expect("a package");
    Discover { seed: SEED, draws: DRAWS, ..Discover::of(case, package) }
}

fn found(study: Discover<'_>) -> DiscoverFindings {
    study.run(&()).expect("nobody cancels")
}

/// The chance of war within some years in each draw of a seed, by a plain run.
fn wars(case: &Case, package: &str, seed: u64, years: usize) -> Vec<f64> {
    let set = Selection::parse(&case.scenario, package).expect("a package").set;
    let request = Request { packages: vec![(set, Start::Peace)], ..Request::default() };
    let run = run(&case.scenario, Design::Sobol { seed, draws: DRAWS }, &request, &()).expect("nobody cancels");
    let first = run.packages[0].outcomes.iter().map(|outcome| outcome.first_passage.as_ref().expect("from peace"));
    first.map(|first| first.war_within(years)).collect()
}

/// Which draws of a seed keep to limits, by the numbers themselves.
fn keeping(case: &Case, limits: &[&AtFindings], seed: u64) -> Vec<bool> {
    let numbers: Vec<usize> = limits.iter().map(|at| at.number).collect();
    let values = Design::Sobol { seed, draws: DRAWS }.values(&case.scenario, &numbers);
    let keeps = |draw: usize| {
        limits.iter().zip(&values).all(|(at, values)| {
            let value = case.scenario.numbers[at.number].link.to_natural(values[draw]);
            if at.side == "above" { value >= at.limit } else { value <= at.limit }
        })
    };
    (0..DRAWS).map(keeps).collect()
}

fn counted(failing: &[bool], inside: &[bool], among: &[bool]) -> [usize; 4] {
    let count = |holds: &dyn Fn(usize) -> bool| (0..DRAWS).filter(|&draw| among[draw] && holds(draw)).count();
    [count(&|_| true), count(&|i| failing[i]), count(&|i| inside[i]), count(&|i| failing[i] && inside[i])]
}

fn counts(measures: &Measures) -> [usize; 4] {
    [measures.all, measures.failing, measures.inside, measures.failing_inside]
}

#[test]
fn boxes_hold_the_draws_that_they_say() {
    let case = coalition();
    let findings = found(discover(&case, "army"));
    assert!(!findings.boxes[0].limits.is_empty(), "{:?}", findings.boxes[0].chance);
    let years = findings.years.expect("war has years");
    let (mut left, mut left_fresh) = (vec![true; DRAWS], vec![true; DRAWS]);
    for found in &findings.boxes {
        let limits: Vec<&AtFindings> = found.limits.iter().map(|limit| &limit.at).collect();
        for (seed, left, measures) in [(SEED, &mut left, &found.draws), (SEED + 1, &mut left_fresh, &found.fresh)] {
            let wars = wars(&case, "army", seed, years);
            let failing: Vec<bool> = wars.iter().map(|war| *war > findings.fails.threshold).collect();
            let inside = keeping(&case, &limits, seed);
            assert_eq!(counts(measures), counted(&failing, &inside, left));
            if seed == SEED {
                for step in &found.trajectory {
                    let inside = keeping(&case, &step.limits.iter().collect::<Vec<_>>(), seed);
                    assert_eq!(counts(&step.measures), counted(&failing, &inside, left));
                }
                for limit in &found.limits {
                    let keeps = keeping(&case, &[&limit.at], seed).into_iter().filter(|keeps| *keeps).count();
                    assert_eq!(limit.keeps, keeps as f64 / DRAWS as f64);
                }
            }
            left.iter_mut().zip(inside).for_each(|(left, inside)| *left = *left && !inside);
        }
    }
}

#[test]
fn it_is_about_the_draws_that_assess_shows() {
    let case = coalition();
    let findings = found(discover(&case, "army"));
    let packages = vec![Selection::parse(&case.scenario, "army").expect("a package")];
    let design = Design::Sobol { seed: SEED, draws: DRAWS };
    let assessed = Study { packages, design, ..Study::of(&case) }.run(&()).expect("nobody cancels");
    let army = assessed.package("army").expect("it was assessed");
    assert_eq!(findings.found, *assessed.headline(&army.war));
    // The worst quarter.
    assert_eq!(findings.fails.threshold, findings.found.p75);
    assert_eq!(findings.fails.draws, DRAWS / 4);
}

#[test]
fn every_outcome_can_be_asked_about() {
    let case = coalition();
    for outcome in Outcome::ALL {
        let findings = found(Discover { outcome, ..discover(&case, "force+army") });
        let good = matches!(outcome, Outcome::Intact | Outcome::Concluded);
        assert_eq!(findings.fails.side, if good { "below" } else { "above" }, "{outcome:?}");
        assert_eq!(findings.quantity, outcome.word());
        assert_eq!(findings.years.is_none(), outcome == Outcome::Concluded);
        assert!((1..=DRAWS / 4).contains(&findings.fails.draws), "{outcome:?}");
        assert_eq!(findings.boxes[0].trajectory[0].measures.failing, findings.fails.draws);
    }
}

#[test]
fn nothing_is_found_where_nothing_differs() {
    let case = coalition();
    let nothing = |found: &BoxFindings| !found.stands_out && found.limits.is_empty() && found.trajectory.len() == 1;
    for (fails, failing) in [(Fails::Above(1.0), 0), (Fails::Below(0.0), 0), (Fails::Below(1.0), DRAWS)] {
        let findings = found(Discover { fails: Some(fails), ..discover(&case, "army") });
        assert_eq!((findings.fails.draws, findings.fails.worst), (failing, None));
        assert!(findings.boxes.len() == 1 && nothing(&findings.boxes[0]), "{fails:?}");
    }
    // Textbook cases have no uncertain numbers at all.
    let case = EmbeddedCase::find("textbook-hazard").expect("a bundled case").read();
    let findings = found(discover(&case, "nothing"));
    assert!(findings.among == 0 && nothing(&findings.boxes[0]));
    // One draw is too few for anything.
    let case = coalition();
    let findings = found(Discover { draws: 1, ..discover(&case, "army") });
    assert!(nothing(&findings.boxes[0]));
}

#[test]
fn threads_change_nothing() {
    let case = coalition();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        format!("{:?}", pool.install(|| found(discover(&case, "pact"))))
    };
    assert!(on(1) == on(3));
}
