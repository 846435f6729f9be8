//! Packages by what a user types: the id of a preset, or instruments joined by `+`.

use serde::Serialize;
use standfast_model::Scenario;
use standfast_model::actor::Text;
use standfast_model::fault::Code;
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::conflicts;
use standfast_model::tree::Path;

use crate::diagnostic::nearest;

/// The word for the package without any instrument.
pub const NOTHING: &str = "nothing";

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
        let mut set = InstrumentSet::EMPTY;
        for word in text.split('+').map(str::trim) {
            let preset = scenario.packages.iter().find(|package| package.id == word);
            if let Some(preset) = preset {
                set = InstrumentSet(set.0 | preset.instruments.0);
            } else if let Some(instrument) = scenario.instrument(word) {
                set = set.with(instrument);
            } else {
                return Err(unknown(scenario, word));
            }
        }
        if let Some(fault) = conflicts(set, &scenario.instruments, &Path::default()).into_iter().next() {
            let word = |name: &str| {
                fault.words.iter().find(|(known, _)| *known == name).map(|(_, word)| word.clone()).unwrap_or_default()
            };
            let (first, second) = (word("first"), word("second"));
            return Err(match fault.code {
                Code::PackageRequires => SelectionFault::Requires { first, second },
                Code::PackageExcludes => SelectionFault::Excludes { first, second },
                _ => SelectionFault::TwoBodies { first, second },
            });
        }
        let twin = scenario.packages.iter().find(|package| package.instruments == set);
        let name = twin.and_then(|package| package.name.clone());
        Ok(Selection { id: scenario.ids(set).join("+"), name, set })
    }
}

fn unknown(scenario: &Scenario, given: &str) -> SelectionFault {
    let packages = scenario.packages.iter().map(|package| package.id.clone());
    let known: Vec<String> =
        packages.chain(scenario.instruments.iter().map(|instrument| instrument.id.clone())).collect();
    SelectionFault::Unknown { given: given.to_owned(), suggestion: nearest(given, &known), known }
}
