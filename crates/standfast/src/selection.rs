//! Packages and stresses by what a user types: ids, joined by `+`.

use standfast_model::Scenario;
use standfast_model::actor::Text;
use standfast_model::fault::{Code, Fault};
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::{self, NOTHING, resolve, with_requirements};
use standfast_model::stress::named;
use standfast_model::tree::Path;

use crate::diagnostic::Diagnostic;
use crate::document::{Case, Refused};
use crate::places::Lines;

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

    /// The presets of a case; where it has none, each of its instruments with what that requires.
    pub fn defaults(scenario: &Scenario) -> Vec<Selection> {
        let presets = Selection::presets(scenario);
        if presets.len() > 1 {
            return presets;
        }
        let alone = (0..scenario.instruments.len()).map(|i| with_requirements(i, &scenario.instruments));
        presets.into_iter().chain(alone.map(|set| Selection::of(scenario, set))).collect()
    }

    /// The package that a text names.
    ///
    /// # Errors
    /// Every word in it that is unknown, or all that keeps the instruments from being agreed
    /// together.
    pub fn parse(scenario: &Scenario, text: &str) -> Result<Selection, Refused> {
        let trimmed = text.trim();
        if trimmed == NOTHING || trimmed.is_empty() {
            return Ok(Selection::nothing(scenario));
        }
        if let Some(preset) = scenario.packages.iter().find(|package| package.id == trimmed) {
            return Ok(Selection { id: preset.id.clone(), name: preset.name.clone(), set: preset.instruments });
        }
        let set = resolve(text, &scenario.packages, &scenario.instruments, &Path::default())
            .map_err(|faults| refused(text, &faults))?;
        Ok(Selection { id: scenario.ids(set).join("+"), ..Selection::of(scenario, set) })
    }

    /// The selection of a set of instruments, by the preset that it is, if it is one.
    pub fn of(scenario: &Scenario, set: InstrumentSet) -> Selection {
        if set.is_empty() {
            return Selection::nothing(scenario);
        }
        let twin = scenario.packages.iter().find(|package| package.instruments == set);
        let id = twin.map_or_else(|| scenario.ids(set).join("+"), |package| package.id.clone());
        Selection { id, name: twin.and_then(|package| package.name.clone()), set }
    }
}

/// The instruments that a text names by themselves or by presets, whether or not they fit together.
///
/// # Errors
/// Every word in it that is unknown.
pub fn instruments(scenario: &Scenario, text: &str) -> Result<InstrumentSet, Refused> {
    let found = package::named(text, &scenario.packages, &scenario.instruments, &Path::default());
    found.map_err(|faults| refused(text, &faults))
}

/// The stresses that a text names, by position, whether or not they can hold together.
///
/// # Errors
/// Every word in it that is unknown.
pub fn stresses(scenario: &Scenario, text: &str) -> Result<Vec<usize>, Refused> {
    named(text, &scenario.stresses, &Path::default()).map_err(|faults| refused(text, &faults))
}

impl Case {
    /// The case under stresses that hold from the start: another case, on the same draws. Without any it
    /// is the case itself.
    ///
    /// # Errors
    /// Every word in the text that is unknown, or all that keeps the stresses from holding together.
    pub fn under(&self, text: &str) -> Result<Case, Refused> {
        if text.trim().is_empty() {
            return Ok(self.clone());
        }
        let found = stresses(&self.scenario, text)?;
        let scenario = self.scenario.under(&found).map_err(|faults| refused(text, &faults.0))?;
        let under = found.iter().map(|&i| self.scenario.stresses[i].clone()).collect();
        Ok(Case { scenario, under, ..self.clone() })
    }
}

/// Each fault at the word that it is about, or at all of the text.
fn refused(text: &str, faults: &[Fault]) -> Refused {
    let lines = Lines::of(text);
    let of_a_word = [Code::UnknownPackage, Code::UnknownStress, Code::LateStress];
    let at = |fault: &Fault| {
        let word = fault.word("given");
        let mut starts = std::iter::once(0).chain(text.match_indices('+').map(|(plus, _)| plus + 1));
        let is_word = |start: &usize| text[*start..].split('+').next().is_some_and(|part| part.trim() == word);
        let start = starts.find(is_word).filter(|_| of_a_word.contains(&fault.code));
        let start = start.map(|start| start + text[start..].len() - text[start..].trim_start().len());
        Diagnostic::at(fault, &lines, start.map_or(0..text.len(), |start| start..start + word.len()))
    };
    Refused::new("choice", text.to_owned(), faults.iter().map(at).collect())
}
