//! A case held against the record: each of its checks, with what the game says and whether it holds.

use serde::Serialize;
use standfast_ensemble::band::{Statistic, estimate};
use standfast_ensemble::{Band, Cancelled, Design, Estimate, Observer};
use standfast_model::Scenario;
use standfast_model::check::{Check, Target, Use};

use crate::document::Case;
use crate::findings::EquilibriaFindings;
use crate::provenance::{CaseFindings, Method, Words};
use crate::questions::{Answer, QuestionFindings, answers};

/// What became of the checks of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// In the order of the case.
    pub checks: Vec<CheckFindings>,
}

/// What became of a check.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckFindings {
    /// Its id.
    pub id: String,
    /// What history says.
    pub says: Words,
    /// What it asks.
    #[serde(flatten)]
    pub question: QuestionFindings,
    /// The target.
    pub target: TargetFindings,
    /// What is held against it: `median` over the draws, for a yes or no the `share` of draws.
    pub statistic: &'static str,
    /// Its value.
    pub value: f64,
    /// Its standard error, from eight scramblings.
    pub value_se: Option<f64>,
    /// Whether it lies in the target.
    pub verdict: Verdict,
    /// The spread over the draws in which the quantity is defined.
    pub found: Band,
    /// The same over the draws that have converged, if some have not.
    pub found_converged_only: Option<Band>,
    /// In how many draws the quantity is not defined: what it is conditional on never happens.
    pub undefined_draws: usize,
    /// In how many draws equilibria behind it have not converged.
    pub unconverged_draws: usize,
    /// `tuning` or `held-out`.
    #[serde(rename = "use")]
    pub purpose: &'static str,
    /// Where the target comes from.
    pub reason: Words,
    /// What it rests on, by id.
    pub evidence: Vec<String>,
}

/// A closed range.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TargetFindings {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// Whether a check holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The value lies in the target.
    Holds,
    /// It does not.
    Fails,
    /// There is no value: the quantity is not defined in any draw.
    Undefined,
}

const SHARE: &str = "share";

impl Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Record {
    /// How many checks hold, of how many.
    pub fn holding(&self) -> (usize, usize) {
        count(self.checks.iter())
    }

    /// The same among the checks that were chosen before tuning.
    pub fn held_out_holding(&self) -> (usize, usize) {
        count(self.checks.iter().filter(|check| check.is_held_out()))
    }

    /// Whether everything behind the checks has converged.
    pub fn converged(&self) -> bool {
        self.checks.iter().all(|check| check.unconverged_draws == 0)
    }
}

fn count<'a>(checks: impl Iterator<Item = &'a CheckFindings>) -> (usize, usize) {
    checks.fold((0, 0), |(holding, all), check| (holding + usize::from(check.verdict == Verdict::Holds), all + 1))
}

impl Verdict {
    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::Undefined => "undefined",
        }
    }
}

impl CheckFindings {
    /// Whether it was chosen before tuning.
    pub fn is_held_out(&self) -> bool {
        self.purpose == word(&Use::WORDS, Use::HeldOut)
    }

    /// Whether what is held against the target is a share of draws.
    pub fn is_share(&self) -> bool {
        self.statistic == SHARE
    }

    /// Whether more draws could well change the verdict: an end of the target lies within two
    /// standard errors of the value.
    pub fn is_close(&self) -> bool {
        let near = |end: f64| self.value_se.is_some_and(|se| (self.value - end).abs() < 2.0 * se);
        near(self.target.low) || near(self.target.high)
    }
}

/// Holds a case against its record.
///
/// # Errors
/// If the observer cancels it.
pub fn record(case: &Case, design: Design, observer: &dyn Observer) -> Result<Record, Cancelled> {
    let scenario = &case.scenario;
    let questions: Vec<_> = scenario.checks.iter().map(|check| &check.question).collect();
    let answers = answers(scenario, design, &questions, observer)?;
    let checks =
        scenario.checks.iter().zip(&answers.each).map(|(check, answer)| findings(scenario, check, answer)).collect();
    Ok(Record { case: CaseFindings::of(case), method: Method::of(scenario, design), checks })
}

fn findings(scenario: &Scenario, check: &Check, answer: &Answer) -> CheckFindings {
    let defined = answer.defined();
    let converged = answer.defined_and_converged();
    let (statistic, of_draws) = if check.question.quantity.is_yes_or_no() {
        (SHARE, Statistic::Mean)
    } else {
        ("median", Statistic::Quantile(0.5))
    };
    let Estimate { value, standard_error } = estimate(&defined, of_draws);
    let Target { low, high } = check.target;
    let verdict = match value {
        _ if defined.is_empty() => Verdict::Undefined,
        value if check.target.contains(value) => Verdict::Holds,
        _ => Verdict::Fails,
    };
    CheckFindings {
        id: check.id.clone(),
        says: Words::from(&check.says),
        question: QuestionFindings::of(scenario, &check.question),
        target: TargetFindings { low, high },
        statistic,
        value,
        value_se: standard_error,
        verdict,
        found: Band::of(&defined),
        found_converged_only: (converged.len() < defined.len()).then(|| Band::of(&converged)),
        undefined_draws: answer.by_draw.len() - defined.len(),
        unconverged_draws: EquilibriaFindings::of(&answer.equilibria).unconverged_draws,
        purpose: word(&Use::WORDS, check.purpose),
        reason: Words::from(&check.reason),
        evidence: check.evidence.iter().map(|&i| scenario.evidence[i].id.clone()).collect(),
    }
}

fn word<T: PartialEq>(words: &[(&'static str, T)], wanted: T) -> &'static str {
    words.iter().find(|(_, value)| *value == wanted).map_or("", |(word, _)| word)
}
