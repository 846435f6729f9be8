//! What would change an outcome.

mod many;

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::atomic::{AtomicUsize, Ordering};

use standfast::ensemble::{Design, Observer, Request, run};
use standfast::game::Start;
use standfast::kept::Ended;
use standfast::sensitivity::groups::Mechanism;
use standfast::sensitivity::{By, MOST_GROUPS, Unfit};
use standfast::why::Outcome;
use standfast::{Case, EmbeddedCase, Selection, Sensitivity, SensitivityFindings};
use standfast_ensemble::variance::total_index;
use standfast_model::primitive::Kind;

const DRAWS: usize = 32;

fn study<'a>(case: &'a Case, package: &str, by: By) -> Sensitivity<'a> {
    let package = Selection::parse(&case.scenario, package).expect("a package");
    let design = Design::Sobol { seed: 5, draws: DRAWS };
    Sensitivity { design, years: vec![5, 10], ..Sensitivity::of(case, package, by) }
}

fn found(study: Sensitivity<'_>) -> SensitivityFindings {
    study.begin().expect("fit").finish(&()).expect("nobody ends it")
}

/// What the total index of judgement is elsewhere, it is here.
#[test]
fn the_share_of_judgement_is_that_of_an_assessment() {
    let case = many::case();
    let scenario = &case.scenario;
    let findings = found(study(&case, "pact+army", By::Basis));
    let set = Selection::parse(scenario, "pact+army").expect("a package").set;
    let judged: BTreeSet<usize> =
        (0..scenario.numbers.len()).filter(|&i| scenario.numbers[i].is_judged(&scenario.evidence)).collect();
    let war = |anew: BTreeSet<usize>| -> Vec<f64> {
        let request = Request { packages: vec![(set, Start::Peace)], anew, ..Request::default() };
        let ensemble = run(scenario, Design::Sobol { seed: 5, draws: DRAWS }, &request, &()).expect("nobody ends it");
        let first = |draw: &standfast::ensemble::draw::DrawOutcome| draw.first_passage.clone().expect("from peace");
        ensemble.packages[0].outcomes.iter().map(|draw| first(draw).war_within(10)).collect()
    };
    let (a, anew) = (war(BTreeSet::new()), war(judged));
    let elsewhere = total_index(&a, &anew).expect("it varies");
    let here = findings.headline().judgement.expect("there is judgement in it");
    // The same differences; the variance is over these two samples there, over A and B here.
    let b = war((0..scenario.numbers.len()).collect());
    let variance = |one: &[f64], other: &[f64]| {
        let all = [one, other].concat();
        let middle = all.iter().sum::<f64>() / all.len() as f64;
        all.iter().map(|x| (x - middle) * (x - middle)).sum::<f64>() / all.len() as f64
    };
    let scaled = elsewhere.value * variance(&a, &anew) / variance(&a, &b);
    assert!((here.total - scaled).abs() < 1e-10, "{} and {scaled}", here.total);
}

#[test]
fn every_number_that_is_read_is_in_a_group_and_no_other() {
    let case = EmbeddedCase::DEFAULT.read();
    let scenario = &case.scenario;
    for by in By::ALL {
        let work = study(&case, "all_together", by).begin().expect("fit");
        let groups = work.groups();
        assert!(groups.len() > 2 && groups.len() <= MOST_GROUPS, "{by:?}: {}", groups.len());
        let all: Vec<usize> = groups.iter().flat_map(|group| group.numbers.iter().copied()).collect();
        let once: BTreeSet<usize> = all.iter().copied().collect();
        assert!(groups.iter().all(|group| !group.numbers.is_empty()));
        assert!(by.overlaps() || once.len() == all.len(), "{by:?}");
        assert!(once.iter().all(|&number| scenario.numbers[number].is_uncertain()));
        let counted = study(&case, "all_together", By::Basis).begin().expect("fit");
        let counted: usize = counted.groups().iter().map(|group| group.numbers.len()).sum();
        assert_eq!(once.len(), counted, "{by:?}");
    }
}

/// A number that is not in any group does nothing: drawing all groups anew is drawing everything anew.
#[test]
fn what_is_screened_out_does_nothing() {
    let case = EmbeddedCase::find("korea-1953").expect("bundled").read();
    let scenario = &case.scenario;
    let set = Selection::parse(scenario, "mutual_defence_treaty").expect("a package").set;
    for (outcome, consent) in [(Outcome::War, false), (Outcome::Concluded, true)] {
        let study = Sensitivity { outcome, ..study(&case, "mutual_defence_treaty", By::Basis) };
        let work = study.begin().expect("fit");
        let read: BTreeSet<usize> = work.groups().iter().flat_map(|group| group.numbers.iter().copied()).collect();
        let everything: BTreeSet<usize> = (0..scenario.numbers.len()).collect();
        assert!(read.len() < everything.iter().filter(|&&i| scenario.numbers[i].is_uncertain()).count());
        let outcomes = |anew: &BTreeSet<usize>| {
            let consent = if consent { [set].into() } else { BTreeSet::new() };
            let request =
                Request { packages: vec![(set, Start::Peace)], consent, anew: anew.clone(), ..Request::default() };
            let run = run(scenario, Design::Sobol { seed: 5, draws: 8 }, &request, &()).expect("nobody ends it");
            let package = run.packages.into_iter().next().expect("one package");
            let concluded: Vec<f64> = package.consents.iter().map(|consent| consent.concluded).collect();
            let intact = package.outcomes.iter().map(|draw| draw.first_passage.clone().expect("peace").intact[10]);
            (intact.collect::<Vec<f64>>(), concluded)
        };
        assert!(outcomes(&read) == outcomes(&everything), "{outcome:?}");
    }
}

/// Ends a study after so many games of eight draws.
struct After(AtomicUsize);

impl Observer for After {
    fn advanced(&self, _done: usize, _total: usize) {
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
    }
    fn cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

#[test]
fn a_study_goes_on_where_it_was_ended_and_threads_change_nothing() {
    let case = many::case();
    let whole = found(study(&case, "pact+army", By::Mechanism));
    let mut file = Cursor::new(Vec::new());
    let mut work = study(&case, "pact+army", By::Mechanism).begin().expect("fit");
    work.resume(&mut file).expect("a new file");
    let ended = work.finish(&After(AtomicUsize::new(7)));
    assert!(matches!(ended, Err(Ended::Cancelled(_))));
    let mut work = study(&case, "pact+army", By::Mechanism).begin().expect("fit");
    let resumed = work.resume(&mut file).expect("its own file");
    assert!(resumed.blocks >= 6 && resumed.blocks < resumed.of, "{resumed:?}");
    let json = |findings: &SensitivityFindings| serde_json::to_string(findings).expect("JSON");
    assert!(json(&work.finish(&()).expect("nobody ends it")) == json(&whole));
    let mut other = study(&case, "pact+army", By::Basis).begin().expect("fit");
    assert!(other.resume(&mut file).is_err(), "another grouping is another study");
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    assert!(one.install(|| json(&found(study(&case, "pact+army", By::Mechanism)))) == json(&whole));
}

#[test]
fn what_cannot_be_told_apart_is_refused() {
    let case = many::case();
    let few = Sensitivity { design: Design::Sobol { seed: 1, draws: 15 }, ..study(&case, "pact", By::Basis) };
    assert!(matches!(few.begin(), Err(Unfit::TooFewDraws)));
    let certain = EmbeddedCase::find("textbook-no-guarantors").expect("bundled").read();
    assert!(matches!(study(&certain, "nothing", By::Basis).begin(), Err(Unfit::NothingUncertain)));
}

/// Signatures have no years, and one result.
#[test]
fn an_outcome_without_years_is_told_once() {
    let case = many::case();
    let findings = found(Sensitivity { outcome: Outcome::Concluded, ..study(&case, "pact+army", By::Mechanism) });
    assert_eq!((findings.results.len(), findings.headline_years, findings.headline().years), (1, None, None));
    let war = found(study(&case, "pact+army", By::Mechanism));
    assert_eq!((war.results.len(), war.headline_years), (2, Some(10)));
    // What signing costs is read where it is asked who signs, and nowhere else.
    let default = EmbeddedCase::DEFAULT.read();
    let signing = |outcome: Outcome| {
        let work = Sensitivity { outcome, ..study(&default, "european_offer", By::Mechanism) }.begin().expect("fit");
        work.groups().iter().any(|group| group.id == Mechanism::of(Kind::SignCost).word())
    };
    assert!(signing(Outcome::Concluded) && !signing(Outcome::War));
}
