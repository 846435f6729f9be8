//! What results are about and how they were made: with the case's text, enough to make them again.

use serde::Serialize;
use standfast_ensemble::Design;
use standfast_model::Scenario;
use standfast_model::actor::{Actor, Text};

use crate::document::Case;

/// The case that was studied.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CaseFindings {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// SHA-256 of its text.
    pub digest: String,
    /// The year of the ceasefire.
    pub start: i64,
    /// Who takes part.
    pub actors: Vec<ActorFindings>,
    /// The stresses that it is under.
    pub under: Vec<NamedFindings>,
}

/// A stress, or an instrument.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct NamedFindings {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Words,
}

/// An actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ActorFindings {
    /// Its id.
    pub id: String,
    /// `challenger`, `protege`, `guarantor` or `other`.
    pub role: &'static str,
    /// Its name.
    pub name: Words,
}

/// Text in the languages that the case has it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Words {
    /// English.
    pub en: String,
    /// Ukrainian.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "types", ts(optional))]
    pub uk: Option<String>,
}

/// How numbers were made: with the case, enough to make them again, bit for bit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Method {
    /// Version of the engine.
    pub engine: &'static str,
    /// `sobol` or `median`.
    pub draws_by: &'static str,
    /// How many draws.
    pub draws: usize,
    /// The seed of the scramblings; none at the median.
    pub seed: Option<u64>,
    /// How many numbers of the case are uncertain.
    pub uncertain_numbers: usize,
    /// How many joint states the factors have.
    pub states: usize,
}

impl CaseFindings {
    /// What results say of the case that they are about.
    pub(crate) fn of(case: &Case) -> CaseFindings {
        let scenario = &case.scenario;
        CaseFindings {
            id: scenario.id.clone(),
            title: Words::from(&scenario.title),
            digest: case.digest(),
            start: scenario.start,
            actors: scenario.actors.all().map(|(actor, id)| ActorFindings::of(scenario, actor, id)).collect(),
            under: case.under.iter().map(|stress| NamedFindings::of(&stress.id, stress.name.as_ref())).collect(),
        }
    }
}

impl ActorFindings {
    fn of(scenario: &Scenario, actor: Actor, id: &str) -> ActorFindings {
        let role = match actor {
            Actor::Challenger => "challenger",
            Actor::Protege => "protege",
            Actor::Guarantor(_) => "guarantor",
            Actor::Other(_) => "other",
        };
        ActorFindings { id: id.to_owned(), role, name: Words::or_id(scenario.actors.name(id), id) }
    }
}

impl NamedFindings {
    pub(crate) fn of(id: &str, name: Option<&Text>) -> NamedFindings {
        NamedFindings { id: id.to_owned(), name: Words::or_id(name, id) }
    }
}

impl Words {
    /// A name, or where there is none the words of an id.
    fn or_id(name: Option<&Text>, id: &str) -> Words {
        name.map_or_else(|| Words { en: id.replace('_', " "), uk: None }, Words::from)
    }
}

impl Method {
    /// How numbers about a case are made.
    pub(crate) fn of(scenario: &Scenario, design: Design) -> Method {
        let (draws_by, seed) = match design {
            Design::Median => ("median", None),
            Design::Sobol { seed, .. } => ("sobol", Some(seed)),
        };
        Method {
            engine: env!("CARGO_PKG_VERSION"),
            draws_by,
            draws: design.draws(),
            seed,
            uncertain_numbers: scenario.numbers.iter().filter(|number| number.is_uncertain()).count(),
            states: scenario.states(),
        }
    }
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Words {
        Words { en: text.en.clone(), uk: text.uk.clone() }
    }
}
