//! What a case has to choose from, in words: what a composer of packages needs.

mod purpose;

use serde::Serialize;
use standfast::Case;
use standfast::model::actor::{Actor, Text};
use standfast::model::basis::Basis;
use standfast::model::evidence::EvidenceKind;
use standfast::model::instrument::InstrumentSet;

pub use purpose::Purpose;

use crate::catalogue::Catalogue;
use crate::number_words::NumberWords;
use crate::phrases::{percentiles, text, written};

/// A case in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Outline {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The year of the ceasefire.
    pub start: i64,
    /// How many years it looks ahead.
    pub horizon: usize,
    /// SHA-256 of its text.
    pub digest: String,
    /// Who takes part.
    pub actors: Vec<ActorOutline>,
    /// What a package can hold.
    pub instruments: Vec<InstrumentOutline>,
    /// Its presets.
    pub packages: Vec<PackageOutline>,
    /// What can happen to a package.
    pub stresses: Vec<NamedOutline>,
    /// Assumptions that somebody holds.
    pub readers: Vec<NamedOutline>,
    /// Its uncertain numbers.
    pub numbers: Vec<NumberOutline>,
    /// What its numbers rest on.
    pub evidence: Vec<EvidenceOutline>,
}

/// Something with a name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct NamedOutline {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is; empty where the case does not say.
    pub about: String,
}

/// An actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ActorOutline {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `challenger`, `protege`, `guarantor` or `other`.
    pub role: &'static str,
}

/// An instrument.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct InstrumentOutline {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is; empty where the case does not say.
    pub about: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Its first year in force, from 0.
    pub lead_time: usize,
    /// Whether a war that begins before it is in force cancels it.
    pub aborted_by_war: bool,
    /// Who has to sign it.
    pub signed_by: Vec<String>,
    /// What a package with it must have too.
    pub needs: Vec<String>,
    /// What a package with it cannot have.
    pub clashes: Vec<String>,
    /// What its effects rest on: ids of evidence.
    pub evidence: Vec<String>,
}

/// A preset.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PackageOutline {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is; empty where the case does not say.
    pub about: String,
    /// Its instruments.
    pub instruments: Vec<String>,
}

/// An uncertain number.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct NumberOutline {
    /// Where it stands in the case.
    pub path: String,
    /// What people call it.
    pub title: String,
    /// What it is, by the names of the case.
    pub name: String,
    /// What the primitive means that it is, or is added to.
    pub meaning: String,
    /// As the case writes it.
    pub written: String,
    /// Its 5th percentile, median and 95th percentile, on the scale on which the case writes it.
    pub percentiles: [f64; 3],
    /// The same as they are best read.
    pub read: [String; 3],
    /// `sources`, `judged-sources`, `calibrated`, `judgement` or `nothing`.
    pub basis: &'static str,
    /// Ids of evidence.
    pub evidence: Vec<String>,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EvidenceOutline {
    /// Its id.
    pub id: String,
    /// `measured`, `expert`, `judgement` or `calibrated`.
    pub kind: &'static str,
    /// What it says.
    pub says: String,
    /// The key of its source in the bibliography.
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
    /// Of when it is.
    pub date: Option<String>,
}

/// A case in the words of a catalogue.
pub fn outline(catalogue: &Catalogue, case: &Case) -> Outline {
    let scenario = &case.scenario;
    let named = |name: Option<&Text>, id: &str| name.map_or_else(|| id.replace('_', " "), |name| said(catalogue, name));
    let about = |about: Option<&Text>| about.map(|about| said(catalogue, about)).unwrap_or_default();
    let ids = |set: InstrumentSet| -> Vec<String> { scenario.ids(set).into_iter().map(ToOwned::to_owned).collect() };
    let evidence = |each: &[usize]| -> Vec<String> { each.iter().map(|&i| scenario.evidence[i].id.clone()).collect() };
    let instruments = scenario.instruments.iter().enumerate().map(|(i, instrument)| {
        let effects = scenario.effects.iter().filter(|effect| effect.instrument == Some(i));
        let mut rests_on: Vec<usize> =
            effects.flat_map(|effect| scenario.numbers[effect.number].evidence.iter().copied()).collect();
        rests_on.sort_unstable();
        rests_on.dedup();
        InstrumentOutline {
            id: instrument.id.clone(),
            name: named(instrument.name.as_ref(), &instrument.id),
            about: about(instrument.about.as_ref()),
            purpose: Purpose::of(scenario, i),
            lead_time: instrument.lead_time,
            aborted_by_war: instrument.aborted_by_war,
            signed_by: instrument.consent.iter().map(|actor| scenario.actors.id(*actor).to_owned()).collect(),
            needs: ids(instrument.requires),
            clashes: ids(clashes(scenario, i)),
            evidence: evidence(&rests_on),
        }
    });
    let numbers = scenario.numbers.iter().enumerate().filter(|(_, number)| number.is_uncertain());
    let numbers = numbers.map(|(i, number)| {
        let words = NumberWords::new(catalogue, scenario, i);
        NumberOutline {
            path: number.path.to_string(),
            title: words.title(),
            name: words.full(),
            meaning: words.meaning(),
            written: written(number.spread),
            percentiles: percentiles(number),
            read: percentiles(number).map(|value| words.value(value)),
            basis: Basis::of(number, &scenario.evidence).word(),
            evidence: evidence(&number.evidence),
        }
    });
    let kind =
        |kind: EvidenceKind| EvidenceKind::WORDS.into_iter().find(|(_, each)| *each == kind).map(|(word, _)| word);
    Outline {
        id: scenario.id.clone(),
        title: said(catalogue, &scenario.title),
        start: scenario.start,
        horizon: scenario.horizon,
        digest: case.digest(),
        actors: scenario
            .actors
            .all()
            .map(|(actor, id)| ActorOutline {
                id: id.to_owned(),
                name: named(scenario.actors.name(id), id),
                role: match actor {
                    Actor::Challenger => "challenger",
                    Actor::Protege => "protege",
                    Actor::Guarantor(_) => "guarantor",
                    Actor::Other(_) => "other",
                },
            })
            .collect(),
        instruments: instruments.collect(),
        packages: scenario
            .packages
            .iter()
            .map(|package| PackageOutline {
                id: package.id.clone(),
                name: named(package.name.as_ref(), &package.id),
                about: about(package.about.as_ref()),
                instruments: ids(package.instruments),
            })
            .collect(),
        stresses: scenario
            .stresses
            .iter()
            .map(|stress| NamedOutline {
                id: stress.id.clone(),
                name: named(stress.name.as_ref(), &stress.id),
                about: about(stress.about.as_ref()),
            })
            .collect(),
        readers: scenario
            .assumptions
            .iter()
            .map(|reader| NamedOutline {
                id: reader.id.clone(),
                name: named(reader.name.as_ref(), &reader.id),
                about: said(catalogue, &reader.says),
            })
            .collect(),
        numbers: numbers.collect(),
        evidence: scenario
            .evidence
            .iter()
            .map(|evidence| EvidenceOutline {
                id: evidence.id.clone(),
                kind: kind(evidence.kind).unwrap_or_default(),
                says: evidence.says.clone(),
                source: evidence.source.clone(),
                locator: evidence.locator.clone(),
                date: evidence.date.clone(),
            })
            .collect(),
    }
}

fn said(catalogue: &Catalogue, words: &Text) -> String {
    text(catalogue, words).to_owned()
}

/// What a package with an instrument cannot have, whichever of the two says so.
fn clashes(scenario: &standfast::model::Scenario, instrument: usize) -> InstrumentSet {
    let others = scenario.instruments.iter().enumerate();
    let refusing = others.filter(|(_, other)| other.excludes.contains(instrument)).map(|(i, _)| i);
    scenario.instruments[instrument].excludes.union(refusing.collect())
}
