//! The default case: every number has its evidence, every piece of evidence its use and its source.

use std::collections::BTreeSet;

use standfast::EmbeddedCase;
use standfast::model::Scenario;

const BIBLIOGRAPHY: &str = include_str!("../../../scenarios/ukraine-2025/references.bib");

fn scenario() -> Scenario {
    EmbeddedCase::DEFAULT.read().scenario
}

/// The keys of the bibliography's entries.
fn keys() -> BTreeSet<&'static str> {
    let entries = BIBLIOGRAPHY.lines().filter(|line| line.starts_with('@'));
    entries.map(|line| line.split_once('{').expect("an entry opens").1.trim_end_matches(',')).collect()
}

#[test]
fn every_number_has_evidence() {
    let scenario = scenario();
    let bare = scenario.numbers.iter().filter(|number| number.given && number.evidence.is_empty());
    let bare: Vec<String> = bare.map(|number| number.path.to_string()).collect();
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn all_evidence_is_used() {
    let scenario = scenario();
    let numbers = scenario.numbers.iter().flat_map(|number| &number.evidence);
    let checks = scenario.checks.iter().flat_map(|check| &check.evidence);
    let used: BTreeSet<usize> = numbers.chain(checks).copied().collect();
    let idle = scenario.evidence.iter().enumerate().filter(|(i, _)| !used.contains(i));
    let idle: Vec<&str> = idle.map(|(_, evidence)| evidence.id.as_str()).collect();
    assert_eq!(idle, Vec::<&str>::new());
}

#[test]
fn sources_stand_in_the_bibliography() {
    let scenario = scenario();
    let cited: BTreeSet<&str> = scenario.evidence.iter().filter_map(|evidence| evidence.source.as_deref()).collect();
    let keys = keys();
    assert!(keys.len() > 50, "the bibliography was read");
    let missing: Vec<&str> = cited.difference(&keys).copied().collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn everything_that_can_be_chosen_is_named_and_explained() {
    let scenario = scenario();
    let named = |id: &str, name: Option<&standfast::model::actor::Text>, about: bool| {
        let name = name.unwrap_or_else(|| panic!("{id} has no name"));
        assert!(name.uk.is_some(), "{id} has no Ukrainian name");
        assert!(about, "{id} is not explained");
    };
    for factor in &scenario.factors {
        named(&factor.id, factor.name.as_ref(), factor.about.is_some());
    }
    for instrument in &scenario.instruments {
        named(&instrument.id, instrument.name.as_ref(), instrument.about.is_some());
    }
    for package in &scenario.packages {
        named(&package.id, package.name.as_ref(), package.about.is_some());
    }
    for stress in &scenario.stresses {
        named(&stress.id, stress.name.as_ref(), stress.about.is_some());
    }
}
