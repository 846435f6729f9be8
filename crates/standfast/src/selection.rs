//! Packages by what a user types: the id of a preset, or instruments joined by `+`.

use serde::Serialize;
use standfast_model::Scenario;
use standfast_model::actor::Text;
use standfast_model::fault::{Code, Fault};
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::{NOTHING, resolve};
use standfast_model::tree::Path;

use crate::diagnostic::nearest;

/// A package that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// The preset's id, or the ids of the instruments joined by `+`.
    pub id: String,
    /// Its name for people, where the case has one.
    pub name: Option<Text>,
    /// Its instruments.
    pub set: InstrumentSet,
}

/// Why a package cannot be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
pub enum SelectionFault {
    /// There is no such preset or instrument.
    #[error("unknown package or instrument {given}")]
    Unknown {
        /// What was typed.
        given: String,
        /// What was probably meant.
        suggestion: Option<String>,
        /// What there is.
        known: Vec<String>,
    },
    /// An instrument needs another.
    #[error("{first} requires {second}")]
    Requires {
        /// The instrument.
        first: String,
        /// What it needs.
        second: String,
    },
    /// Two instruments exclude each other.
    #[error("{first} excludes {second}")]
    Excludes {
        /// One.
        first: String,
        /// The other.
        second: String,
    },
    /// Two consensus bodies.
    #[error("{first} and {second} are both decided by consensus")]
    TwoBodies {
        /// One.
        first: String,
        /// The other.
        second: String,
    },
}

impl Selection {
    /// The package without any instrument.
    pub fn nothing(scenario: &Scenario) -> Selection {
        let preset = scenario.packages.iter().find(|package| package.instruments.is_empty());
        Selection {
            id: preset.map_or_else(|| NOTHING.to_owned(), |package| package.id.clone()),
            name: preset.and_then(|package| package.name.clone()),
            set: InstrumentSet::EMPTY,
        }
    }

    /// All presets of a case, the package without any instrument first.
    pub fn presets(scenario: &Scenario) -> Vec<Selection> {
        let presets = scenario.packages.iter().filter(|package| !package.instruments.is_empty());
        let presets = presets.map(|package| Selection {
            id: package.id.clone(),
            name: package.name.clone(),
            set: package.instruments,
        });
        std::iter::once(Selection::nothing(scenario)).chain(presets).collect()
    }

    /// The package that a text names.
    ///
    /// # Errors
    /// If a word in it is unknown, or if the instruments cannot be agreed together.
    pub fn parse(scenario: &Scenario, text: &str) -> Result<Selection, SelectionFault> {
        let text = text.trim();
        if text == NOTHING || text.is_empty() {
            return Ok(Selection::nothing(scenario));
        }
        if let Some(preset) = scenario.packages.iter().find(|package| package.id == text) {
            return Ok(Selection { id: preset.id.clone(), name: preset.name.clone(), set: preset.instruments });
        }
        let set = resolve(text, &scenario.packages, &scenario.instruments, &Path::default())
            .map_err(|faults| SelectionFault::of(&faults[0]))?;
        Ok(Selection { id: scenario.ids(set).join("+"), ..Selection::of(scenario, set) })
    }

    /// The selection of a set of instruments, by the preset that it is, if it is one.
    pub(crate) fn of(scenario: &Scenario, set: InstrumentSet) -> Selection {
        if set.is_empty() {
            return Selection::nothing(scenario);
        }
        let twin = scenario.packages.iter().find(|package| package.instruments == set);
        let id = twin.map_or_else(|| scenario.ids(set).join("+"), |package| package.id.clone());
        Selection { id, name: twin.and_then(|package| package.name.clone()), set }
    }
}

impl SelectionFault {
    fn of(fault: &Fault) -> SelectionFault {
        let word = |name: &str| {
            fault.words.iter().find(|(known, _)| *known == name).map(|(_, word)| word.clone()).unwrap_or_default()
        };
        let (first, second) = (word("first"), word("second"));
        match fault.code {
            Code::PackageRequires => SelectionFault::Requires { first, second },
            Code::PackageExcludes => SelectionFault::Excludes { first, second },
            Code::TwoConsensusBodies => SelectionFault::TwoBodies { first, second },
            _ => {
                let (given, known) = (word("given"), fault.known.clone());
                SelectionFault::Unknown { suggestion: nearest(&given, &known), given, known }
            }
        }
    }
}
