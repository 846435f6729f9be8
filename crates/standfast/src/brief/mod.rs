//! All that a brief about one package tells: every study of it, on the same draws.
//!
//! A brief is handed on and read apart from the program, so its numbers have to agree with each other: one seed and one
//! number of draws serve all of its studies.

mod stages;

use std::collections::BTreeSet;

use standfast_ensemble::{Cancelled, Design, Observer};
use standfast_model::Scenario;
use standfast_model::actor::Text;
use standfast_model::instrument::InstrumentSet;
use standfast_model::question::{Game, Quantity, Question};

use crate::breach::{BreachFindings, BreachStudy, DEFAULT_TIMES, Threshold};
use crate::cases::EmbeddedCase;
use crate::claims::{Claims, claims};
use crate::document::Case;
use crate::findings::{Findings, PackageFindings};
use crate::provenance::{NamedFindings, Words};
use crate::questions::numbers_read;
use crate::selection::Selection;
use crate::sensitivity::{By, Sensitivity, SensitivityFindings, Unfit};
use crate::study::{DEFAULT_SEED, Study};
use crate::why::{MOST_INSTRUMENTS, Why, WhyFindings};
use stages::{Stage, Stages};

/// Draws that are taken unless somebody asks for another number.
pub const DEFAULT_DRAWS: usize = 64;
/// Sets of stresses are looked at up to so many, or up to the fewest of which some break the package.
pub const MOST_AT_ONCE: usize = 3;

/// What a brief is to be about.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief<'a> {
    /// The case, under no stress.
    pub case: &'a Case,
    /// The same under the stresses that hold from the start; without any, the case itself.
    pub held: &'a Case,
    /// The package.
    pub package: Selection,
    /// The draws.
    pub design: Design,
    /// Within how many years, ascending.
    pub years: Vec<usize>,
}

/// What a brief tells.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefFindings {
    /// The package beside no guarantee and the presets of the case.
    pub assessed: Findings,
    /// The package's id among those.
    pub package: String,
    /// Where its numbers come from; nothing if it has too many instruments to be taken apart.
    pub why: Option<WhyFindings>,
    /// Where it breaks; nothing if there are too many sets of stresses.
    pub breach: Option<BreachFindings>,
    /// What would change it, or why that cannot be told.
    pub sensitivity: Result<SensitivityFindings, Unfit>,
    /// What people said about it, held against the model.
    pub claims: Claims,
    /// The works behind it, by key: those that the numbers read by the package rest on, and the places where the claims
    /// were made. Without repetition, in the order of the alphabet.
    pub sources: Vec<String>,
    /// The case that comes with the program and has the same id, if the text is another one.
    pub ancestor: Option<EmbeddedCase>,
}

impl BriefFindings {
    /// What was found about the package.
    pub fn package(&self) -> &PackageFindings {
        let found = self.assessed.package(&self.package);
        found.unwrap_or_else(|| unreachable!("the package is among those that were assessed"))
    }
}

impl<'a> Brief<'a> {
    /// A brief about a package of a case under no stress, with the default draws and years.
    pub fn of(case: &'a Case, package: Selection) -> Brief<'a> {
        let design = Design::Sobol { seed: DEFAULT_SEED, draws: DEFAULT_DRAWS };
        Brief { case, held: case, package, design, years: Study::of(case).years }
    }

    /// Solves all of it, on the current thread pool.
    ///
    /// # Errors
    /// If the observer cancels it.
    pub fn run(mut self, observer: &dyn Observer) -> Result<BriefFindings, Cancelled> {
        self.package.name = self.package.name.or_else(|| name(&self.held.scenario, self.package.set));
        let wanted = self.claims();
        let sensitivity = self.sensitivity().begin();
        let stages = Stages::new(observer, self.design, &self.lengths(&wanted, sensitivity.as_ref().ok()));
        let assessed = self.study().run(&stages.at(Stage::Assess))?;
        let why = match self.why().run(&stages.at(Stage::Why)) {
            Ok(why) => Some(why),
            Err(crate::why::Ended::TooManyInstruments(_)) => None,
            Err(crate::why::Ended::Cancelled(cancelled)) => return Err(cancelled),
        };
        let own = assessed.package(&self.package.id).map_or(f64::NAN, |own| assessed.headline(&own.war).mean);
        let breach = self.breach(threshold(own), &stages.at(Stage::Breach))?;
        let sensitivity = match sensitivity {
            Err(unfit) => Err(unfit),
            Ok(work) => match work.finish(&stages.at(Stage::Sensitivity)) {
                Ok(findings) => Ok(findings),
                Err(crate::kept::Ended::Cancelled(cancelled)) => return Err(cancelled),
                Err(crate::kept::Ended::Unwritten(_)) => unreachable!("nothing is kept, so nothing is written"),
            },
        };
        let claims = claims(self.held, &wanted, self.design, &stages.at(Stage::Claims))?;
        let sources = self.sources(&wanted);
        let ancestor = ancestor(self.case);
        let package = self.package.id;
        Ok(BriefFindings { assessed, package, why, breach, sensitivity, claims, sources, ancestor })
    }

    /// The package beside what people would hold it against: no guarantee and the presets.
    fn study(&self) -> Study<'a> {
        let mut packages = vec![self.package.clone()];
        packages.extend(Selection::presets(&self.held.scenario));
        // The same package under another name is no other.
        let mut known: Vec<InstrumentSet> = Vec::new();
        packages.retain(|package| {
            let new = !known.contains(&package.set);
            known.push(package.set);
            new
        });
        Study { packages, design: self.design, years: self.years.clone(), ..Study::of(self.held) }
    }

    fn why(&self) -> Why<'a> {
        Why { case: self.held, package: self.package.clone(), design: self.design, years: self.years.clone() }
    }

    fn sensitivity(&self) -> Sensitivity<'a> {
        let study = Sensitivity::of(self.held, self.package.clone(), By::Mechanism);
        Sensitivity { design: self.design, years: self.years.clone(), ..study }
    }

    fn breach_study(&self, up_to: usize) -> BreachStudy<'a> {
        let study = BreachStudy::of(self.case, self.package.clone());
        let held = |id: &str| self.held.under.iter().any(|stress| stress.id == id);
        let stresses = self.case.scenario.stresses.iter().enumerate();
        let under = stresses.filter(|(_, stress)| held(&stress.id)).map(|(i, _)| i).collect();
        let mut extent = study.extent;
        extent.up_to = up_to;
        BreachStudy { under, extent, design: self.design, years: self.years.clone(), ..study }
    }

    /// The smallest sets of stresses that break the package: more at once are looked at only where fewer do not.
    fn breach(&self, threshold: Threshold, stage: &dyn Observer) -> Result<Option<BreachFindings>, Cancelled> {
        let mut found = None;
        for up_to in MOST_AT_ONCE - 1..=MOST_AT_ONCE {
            let study = BreachStudy { threshold, ..self.breach_study(up_to) };
            let Ok(work) = study.begin() else { return Ok(found) };
            let findings = work.finish(stage)?;
            let enough = findings.minimal().next().is_some() || findings.stresses.len() < MOST_AT_ONCE;
            found = Some(findings);
            if enough {
                break;
            }
        }
        Ok(found)
    }

    /// The claims of the case that ask about the package, or about another one with an instrument of it.
    fn claims(&self) -> Vec<usize> {
        let shares = |set: InstrumentSet| !set.is_disjoint(self.package.set);
        let claims = self.held.scenario.claims.iter().enumerate();
        let about = claims.filter(|(_, claim)| {
            claim.tests().iter().flat_map(|test| test.question.games()).any(|game| shares(game.package))
        });
        about.map(|(i, _)| i).collect()
    }

    /// The works that the numbers which the package reads rest on, or where the claims were made.
    fn sources(&self, claims: &[usize]) -> Vec<String> {
        let scenario = &self.held.scenario;
        let question = |quantity| {
            let game = Game { package: self.package.set, under: Vec::new() };
            Question { quantity, actor: None, years: None, game, against: None }
        };
        let questions = [Quantity::War, Quantity::Concluded].map(question);
        let read = numbers_read(scenario, &questions.each_ref());
        let numbers = read.iter().flat_map(|&number| &scenario.numbers[number].evidence);
        let said = claims.iter().flat_map(|&claim| &scenario.claims[claim].evidence);
        let sources = numbers.chain(said).filter_map(|&evidence| scenario.evidence[evidence].source.clone());
        BTreeSet::from_iter(sources).into_iter().collect()
    }

    /// About how many games each study solves in a draw, for progress.
    fn lengths(&self, claims: &[usize], sensitivity: Option<&crate::sensitivity::Work<'_>>) -> [usize; Stage::COUNT] {
        let presets = self.held.scenario.packages.len() + 2;
        let instruments = self.package.set.len();
        let subsets = if instruments > MOST_INSTRUMENTS { 0 } else { 1 << instruments };
        let sets = self.breach_study(MOST_AT_ONCE).begin().map_or(0, |work| work.sets());
        let groups = sensitivity.map_or(0, |work| work.groups().len() + MORE_SAMPLES);
        let tests = claims.iter().map(|&claim| self.held.scenario.claims[claim].tests().len()).sum();
        [GAMES_OF_A_PACKAGE * presets, subsets, sets, groups, tests]
    }
}

/// Which risk is too much for a package with a risk of its own: twice that, or where nothing can be twice as likely,
/// what is halfway to certain.
fn threshold(own: f64) -> Threshold {
    if DEFAULT_TIMES * own < 1.0 { Threshold::Times(DEFAULT_TIMES) } else { Threshold::Absolute((1.0 + own) / 2.0) }
}

/// The name of a package that no preset is: those of its instruments.
fn name(scenario: &Scenario, package: InstrumentSet) -> Option<Text> {
    if package.is_empty() {
        return None;
    }
    let named = |i: usize| NamedFindings::of(&scenario.instruments[i].id, scenario.instruments[i].name.as_ref()).name;
    let names: Vec<Words> = package.iter().map(named).collect();
    let joined = |of: fn(&Words) -> &str| names.iter().map(of).collect::<Vec<_>>().join(" + ");
    let uk = joined(|name| name.uk.as_ref().unwrap_or(&name.en));
    Some(Text { en: joined(|name| &name.en), uk: Some(uk) })
}

/// A package is solved with its prize and without, and for everybody who could refuse it.
const GAMES_OF_A_PACKAGE: usize = 3;
/// Samples beside those of the groups: the draws, all numbers anew, the judged ones anew.
const MORE_SAMPLES: usize = 3;

/// The case that comes with the program from which a text was made: it has the same id and another text.
pub fn ancestor(case: &Case) -> Option<EmbeddedCase> {
    EmbeddedCase::find(&case.scenario.id).filter(|embedded| embedded.text != case.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_a_package_is_possible() {
        assert_eq!(threshold(0.2), Threshold::Times(2.0));
        assert_eq!(threshold(0.5), Threshold::Absolute(0.75));
        assert_eq!(threshold(0.9).value(0.9), 0.95);
    }

    #[test]
    fn only_a_text_that_was_changed_has_an_ancestor() {
        let embedded = EmbeddedCase::find("textbook-hazard").expect("a bundled case");
        assert_eq!(ancestor(&embedded.read()), None);
        let changed = Case::from_text("mine", &format!("{}\n", embedded.text)).expect("a case");
        assert_eq!(ancestor(&changed), Some(embedded));
        let own = embedded.text.replace("id = \"textbook-hazard\"", "id = \"mine\"");
        assert_eq!(ancestor(&Case::from_text("mine", &own).expect("a case")), None);
    }
}
