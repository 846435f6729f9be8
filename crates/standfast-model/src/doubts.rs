//! What is said in a scenario and does nothing, or is said twice.
//!
//! These doubts are about a scenario without errors: where one stands, what seems to be of no use may
//! be named.

use std::collections::BTreeMap;

use crate::constraint::Rule;
use crate::effect::Effect;
use crate::evidence::EvidenceKind;
use crate::fault::{Code, Fault};
use crate::instrument::InstrumentSet;
use crate::parents::{FactorSet, factors_of};
use crate::primitive::Link;
use crate::read::Faulty;
use crate::scenario::Scenario;
use crate::tree::Path;

pub(crate) fn check(scenario: &Scenario, faulty: &Faulty) {
    evidence_that_nothing_rests_on(scenario, faulty);
    evidence_without_its_source(scenario, faulty);
    factors_that_nothing_reads(scenario, faulty);
    effects_that_are_large(scenario, faulty);
    effects_given_twice(scenario, faulty);
    packages_given_twice(scenario, faulty);
    never_seen(scenario, faulty);
}

/// All effects, those of stresses included.
fn effects(scenario: &Scenario) -> impl Iterator<Item = &Effect> {
    scenario.effects.iter().chain(scenario.stresses.iter().flat_map(|stress| &stress.effects))
}

fn evidence_that_nothing_rests_on(scenario: &Scenario, faulty: &Faulty) {
    for (i, evidence) in scenario.evidence.iter().enumerate() {
        let numbers = scenario.numbers.iter().map(|number| &number.evidence);
        let users = numbers.chain(scenario.checks.iter().map(|check| &check.evidence));
        let users = users.chain(scenario.claims.iter().map(|claim| &claim.evidence));
        let assumed = scenario.assumptions.iter();
        let mut users = users.chain(
            assumed.flat_map(|set| set.changes.iter().map(|change| &change.number.evidence).chain([&set.evidence])),
        );
        if !users.any(|used| used.contains(&i)) {
            let path = Path::default().key("evidence").key(&evidence.id);
            faulty.add(Fault::new(Code::UnusedEvidence, &path).with("given", &evidence.id).at_key());
        }
    }
}

fn evidence_without_its_source(scenario: &Scenario, faulty: &Faulty) {
    for evidence in scenario.evidence.iter().filter(|evidence| evidence.source.is_none()) {
        let kind = match evidence.kind {
            EvidenceKind::Measured => "measured",
            EvidenceKind::Expert => "expert",
            EvidenceKind::Judgement | EvidenceKind::Calibrated => continue,
        };
        let path = Path::default().key("evidence").key(&evidence.id);
        faulty.add(Fault::new(Code::NoSource, &path).with("given", &evidence.id).with("kind", kind).at_key());
    }
}

fn factors_that_nothing_reads(scenario: &Scenario, faulty: &Faulty) {
    let read =
        effects(scenario).fold(FactorSet::EMPTY, |read, effect| read.union(factors_of(effect, &scenario.instruments)));
    for (i, factor) in scenario.factors.iter().enumerate() {
        // A factor of one level costs nothing and cannot be read.
        if !read.contains(i) && factor.levels.len() > 1 {
            let path = Path::default().key("factors").key(&factor.id);
            faulty.add(Fault::new(Code::UnusedFactor, &path).with("given", &factor.id).at_key());
        }
    }
}

/// More than this on a logarithm or on log-odds is a factor of 20,000: mostly it was meant for the natural
/// scale. What is meant to make something certain, or rule it out, needs no more.
const LARGE: f64 = 10.0;

fn effects_that_are_large(scenario: &Scenario, faulty: &Faulty) {
    for effect in effects(scenario).filter(|effect| effect.on.kind.spec().link != Link::Identity) {
        let ends = [0.05, 0.95].map(|p| scenario.numbers[effect.number].natural_value(p));
        if ends.iter().any(|end| end.abs() > LARGE) {
            let link = if effect.on.kind.spec().link == Link::Log { "log" } else { "logit" };
            let fault = Fault::new(Code::LargeEffect, &effect.path.key("add")).with("limit", LARGE);
            faulty.add(fault.with("primitive", scenario.primitive_name(effect.on)).with("link", link));
        }
    }
}

fn effects_given_twice(scenario: &Scenario, faulty: &Faulty) {
    let own = std::iter::once(&scenario.effects).chain(scenario.stresses.iter().map(|stress| &stress.effects));
    for effects in own {
        for (i, effect) in effects.iter().enumerate() {
            let spread = |effect: &Effect| scenario.numbers[effect.number].spread;
            let same = |other: &&Effect| {
                (other.on, other.instrument, other.from) == (effect.on, effect.instrument, effect.from)
                    && other.when == effect.when
                    && spread(other) == spread(effect)
            };
            if effects[..i].iter().any(|other| same(&other)) {
                let primitive = scenario.primitive_name(effect.on);
                faulty.add(Fault::new(Code::SameEffect, &effect.path).with("primitive", primitive));
            }
        }
    }
}

fn packages_given_twice(scenario: &Scenario, faulty: &Faulty) {
    let mut seen: BTreeMap<InstrumentSet, &str> = BTreeMap::new();
    for package in &scenario.packages {
        if let Some(first) = seen.get(&package.instruments) {
            let path = Path::default().key("packages").key(&package.id);
            let fault = Fault::new(Code::SamePackage, &path).with("given", &package.id).at_key();
            faulty.add(fault.with("first", first));
        } else {
            seen.insert(package.instruments, &package.id);
        }
    }
}

/// What begins after the last year that is solved, and stresses that change nothing.
fn never_seen(scenario: &Scenario, faulty: &Faulty) {
    let years = scenario.horizon + scenario.tail;
    let after = |what: &str, year: usize, path: Path| {
        let fault = Fault::new(Code::AfterTheEnd, &path).with("what", what).with("year", year);
        faulty.add(fault.with("last", years - 1));
    };
    let check = |year: usize, path: Path| {
        if year >= years {
            after("begins", year, path);
        }
    };
    for instrument in &scenario.instruments {
        let path = Path::default().key("instruments").key(&instrument.id);
        check(instrument.lead_time, path.key("lead_time"));
        if let Some(until) = instrument.until.filter(|&until| until > years && instrument.lead_time < years) {
            after("ends", until, path.key("until"));
        }
    }
    for effect in effects(scenario) {
        check(effect.from.unwrap_or(0), effect.path.key("from"));
    }
    for (i, constraint) in scenario.constraints.iter().enumerate() {
        if let Rule::NotBefore { year, .. } = constraint.rule {
            check(year, Path::default().key("constraint").index(i).key("not_before"));
        }
    }
    for stress in &scenario.stresses {
        let path = Path::default().key("stresses").key(&stress.id);
        check(stress.at, path.key("at"));
        if stress.set.is_empty() && stress.disable.is_empty() && stress.effects.is_empty() {
            faulty.add(Fault::new(Code::EmptyStress, &path).with("given", &stress.id).at_key());
        }
    }
}
