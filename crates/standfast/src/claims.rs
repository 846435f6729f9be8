//! Claims held against the model: in what share of the draws each holds, and where that is open, what decides.

use serde::Serialize;
use standfast_analysis::split::{Side, best_split};
use standfast_ensemble::band::{Statistic, estimate};
use standfast_ensemble::{Band, Cancelled, Design, Observer};
use standfast_math::stream::Stream;
use standfast_model::Scenario;
use standfast_model::claim::{Claim, Coding, Test};
use standfast_model::fault::{Code, Fault};
use standfast_model::tree::Path;

use crate::diagnostic::Diagnostic;
use crate::document::{Case, Refused};
use crate::findings::EquilibriaFindings;
use crate::places::Lines;
use crate::provenance::{CaseFindings, Method, Words};
use crate::questions::{Answer, Answers, QuestionFindings, answers, numbers_read};

/// A claim holds if it does so in this share of the draws or more: what is called very likely where such words
/// are calibrated (Mastrandrea and others 2010), and the rest is outside the middle 80 % that bands show.
pub const HOLDS_FROM: f64 = 0.9;
/// A claim fails if it holds in this share of the draws or less.
pub const FAILS_UP_TO: f64 = 0.1;

/// What became of the claims of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claims {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// What is known of the equilibria behind them.
    pub equilibria: EquilibriaFindings,
    /// In the order of the case.
    pub claims: Vec<ClaimFindings>,
}

/// What became of a claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimFindings {
    /// Its id.
    pub id: String,
    /// Who says it.
    pub who: Words,
    /// What is said.
    pub says: Words,
    /// What the model says to it.
    pub verdict: Verdict,
    /// The share of the draws in which all of its tests hold, of those in which all are defined.
    pub share: Option<f64>,
    /// Its standard error, from eight scramblings.
    pub share_se: Option<f64>,
    /// The share among the draws that have converged, if some have not.
    pub share_converged_only: Option<f64>,
    /// In how many draws one of its quantities is not defined: what it is conditional on never happens.
    pub undefined_draws: usize,
    /// In how many draws equilibria behind it have not converged.
    pub unconverged_draws: usize,
    /// Its tests; none where the model is silent.
    pub tests: Vec<TestFindings>,
    /// Of an open claim, the number that parts the draws best.
    pub decides: Option<Decides>,
    /// How the words became tests.
    pub reason: Option<Words>,
    /// Why the model is silent.
    pub silent: Option<Words>,
    /// Where it was said, by id.
    pub evidence: Vec<String>,
}

/// What became of a test.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TestFindings {
    /// What it asks.
    #[serde(flatten)]
    pub question: QuestionFindings,
    /// The answer may not be below this.
    pub at_least: Option<f64>,
    /// The answer may not be above this.
    pub at_most: Option<f64>,
    /// The share of the draws in which it holds, of those in which it is defined.
    pub share: Option<f64>,
    /// The spread of the answers over the draws in which they are defined.
    pub found: Band,
    /// In how many draws they are not.
    pub undefined_draws: usize,
    /// What is known of the equilibria behind it.
    pub equilibria: EquilibriaFindings,
}

/// The number at whose threshold the draws part best into those where a claim holds and those where it fails.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Decides {
    /// Its position among the numbers of the case.
    #[serde(skip)]
    pub number: usize,
    /// Where it stands in the case.
    pub path: String,
    /// The threshold: of a primitive on its natural scale, of an effect on the scale on which it adds.
    pub threshold: f64,
    /// The draws below.
    pub below: SideFindings,
    /// The draws above.
    pub above: SideFindings,
    /// How often chance parts them as well, by any of the numbers.
    pub p_value: f64,
    /// Whether that is seldom enough to be more than chance.
    pub stands_out: bool,
    /// How many numbers there are to choose from: those that its games read.
    pub among: usize,
}

/// The draws on one side of a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SideFindings {
    /// How many.
    pub draws: usize,
    /// In what share of them the claim holds.
    pub share: f64,
}

/// What the model says to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds in nearly all draws.
    Holds,
    /// It holds in hardly any.
    Fails,
    /// Neither.
    Open,
    /// No draw has an answer: what it is conditional on never happens.
    Undefined,
    /// It was not asked: the model cannot speak to it.
    Silent,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Verdict; 5] = [Verdict::Holds, Verdict::Fails, Verdict::Open, Verdict::Undefined, Verdict::Silent];

    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::Open => "open",
            Verdict::Undefined => "undefined",
            Verdict::Silent => "silent",
        }
    }

    fn of(share: f64) -> Verdict {
        match share {
            share if share.is_nan() => Verdict::Undefined,
            share if share >= HOLDS_FROM => Verdict::Holds,
            share if share <= FAILS_UP_TO => Verdict::Fails,
            _ => Verdict::Open,
        }
    }
}

impl Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Claims {
    /// How many claims have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.claims.iter().filter(|claim| claim.verdict == verdict).count()
    }

    /// Whether everything behind the claims has converged.
    pub fn converged(&self) -> bool {
        self.equilibria.unconverged_draws == 0
    }
}

impl ClaimFindings {
    /// Whether more draws could well change the verdict: it would be another two standard errors away.
    pub fn is_close(&self) -> bool {
        let near = |share: f64, se: f64| [HOLDS_FROM, FAILS_UP_TO].iter().any(|end| (share - end).abs() < 2.0 * se);
        self.share.zip(self.share_se).is_some_and(|(share, se)| near(share, se))
    }
}

/// The claims of a case that ids name, by position and in its order; without any, all.
///
/// # Errors
/// Every id that no claim has.
pub fn chosen(case: &Case, ids: &[String]) -> Result<Vec<usize>, Refused> {
    let claims = &case.scenario.claims;
    let (text, mut start) = (ids.join(" "), 0);
    let lines = Lines::of(&text);
    let mut faults = Vec::new();
    for id in ids {
        let end = start + id.len();
        if !claims.iter().any(|claim| claim.id == *id) {
            let known = claims.iter().map(|claim| &claim.id);
            let fault = Fault::new(Code::UnknownClaim, &Path::default()).with("given", id).known(known);
            faults.push(Diagnostic::at(&fault, &lines, start..end));
        }
        start = end + 1;
    }
    if faults.is_empty() {
        let wanted = |claim: &Claim| ids.is_empty() || ids.contains(&claim.id);
        return Ok(claims.iter().enumerate().filter(|(_, claim)| wanted(claim)).map(|(i, _)| i).collect());
    }
    Err(Refused::new("claim", text, faults))
}

/// Holds claims of a case, by position, against the model.
///
/// # Errors
/// If the observer cancels it.
///
/// # Panics
/// If there is no such claim.
pub fn claims(case: &Case, chosen: &[usize], design: Design, observer: &dyn Observer) -> Result<Claims, Cancelled> {
    let scenario = &case.scenario;
    let chosen: Vec<&Claim> = chosen.iter().map(|&position| &scenario.claims[position]).collect();
    let questions: Vec<_> = chosen.iter().flat_map(|claim| claim.tests()).map(|test| &test.question).collect();
    let Answers { each, equilibria } = answers(scenario, design, &questions, observer)?;
    let mut each = each.into_iter();
    let study = Study { scenario, design };
    let claims = chosen.into_iter().map(|claim| {
        let answers: Vec<Answer> = each.by_ref().take(claim.tests().len()).collect();
        study.findings(claim, &answers)
    });
    let claims = claims.collect();
    Ok(Claims { case: CaseFindings::of(case), method: Method::of(scenario, design), equilibria, claims })
}

/// What all claims have in common.
#[derive(Clone, Copy)]
struct Study<'a> {
    scenario: &'a Scenario,
    design: Design,
}

/// Whether a claim holds in a draw; nothing where one of its tests is not defined.
fn holds(tests: &[Test], answers: &[Answer], draw: usize) -> Option<bool> {
    let each = tests.iter().zip(answers).map(|(test, answer)| (test.bounds, answer.by_draw[draw]));
    let defined = each.clone().all(|(_, value)| value.is_finite());
    defined.then(|| each.clone().all(|(bounds, value)| bounds.contain(value)))
}

/// The share of those that are true; NaN of none.
fn share(each: &[bool]) -> f64 {
    each.iter().filter(|each| **each).count() as f64 / each.len() as f64
}

impl Study<'_> {
    fn findings(self, claim: &Claim, answers: &[Answer]) -> ClaimFindings {
        let (reason, silent) = match &claim.coding {
            Coding::Tests { reason, .. } => (Some(Words::from(reason)), None),
            Coding::Silent(why) => (None, Some(Words::from(why))),
        };
        let silence = ClaimFindings {
            id: claim.id.clone(),
            who: Words::from(&claim.who),
            says: Words::from(&claim.says),
            verdict: Verdict::Silent,
            share: None,
            share_se: None,
            share_converged_only: None,
            undefined_draws: 0,
            unconverged_draws: 0,
            tests: Vec::new(),
            decides: None,
            reason,
            silent,
            evidence: claim.evidence.iter().map(|&i| self.scenario.evidence[i].id.clone()).collect(),
        };
        if claim.tests().is_empty() {
            return silence;
        }
        let draws = self.design.draws();
        let by_draw: Vec<Option<bool>> = (0..draws).map(|draw| holds(claim.tests(), answers, draw)).collect();
        let converged = |draw: &usize| answers.iter().all(|answer| answer.equilibria[*draw].converged());
        let defined: Vec<usize> = (0..draws).filter(|&draw| by_draw[draw].is_some()).collect();
        let of = |draws: &[usize]| -> Vec<bool> { draws.iter().filter_map(|&draw| by_draw[draw]).collect() };
        let each = of(&defined);
        let alone: Vec<usize> = defined.iter().copied().filter(converged).collect();
        let shares =
            estimate(&each.iter().map(|&holds| f64::from(u8::from(holds))).collect::<Vec<_>>(), Statistic::Mean);
        let share = share(&each);
        let verdict = Verdict::of(share);
        let some = |share: f64| (!share.is_nan()).then_some(share);
        ClaimFindings {
            verdict,
            share: some(share),
            share_se: shares.standard_error,
            share_converged_only: if alone.len() < defined.len() { some(self::share(&of(&alone))) } else { None },
            undefined_draws: draws - defined.len(),
            unconverged_draws: (0..draws).filter(|draw| !converged(draw)).count(),
            tests: claim.tests().iter().zip(answers).map(|(test, answer)| self.test(test, answer)).collect(),
            decides: (verdict == Verdict::Open).then(|| self.decides(claim, &defined, &each)).flatten(),
            ..silence
        }
    }

    fn test(self, test: &Test, answer: &Answer) -> TestFindings {
        let defined = answer.defined();
        let holding: Vec<bool> = defined.iter().map(|value| test.bounds.contain(*value)).collect();
        TestFindings {
            question: QuestionFindings::of(self.scenario, &test.question),
            at_least: test.bounds.at_least,
            at_most: test.bounds.at_most,
            share: (!holding.is_empty()).then(|| share(&holding)),
            undefined_draws: answer.by_draw.len() - defined.len(),
            equilibria: EquilibriaFindings::of(&answer.equilibria),
            found: Band::of(&defined),
        }
    }

    /// The number that parts draws best, given whether the claim holds in each of them.
    fn decides(self, claim: &Claim, draws: &[usize], holds: &[bool]) -> Option<Decides> {
        let Design::Sobol { seed, .. } = self.design else { return None };
        let questions: Vec<_> = claim.tests().iter().map(|test| &test.question).collect();
        let numbers = numbers_read(self.scenario, &questions);
        let all = self.design.values(self.scenario, &numbers);
        let values: Vec<Vec<f64>> = all.iter().map(|all| draws.iter().map(|&draw| all[draw]).collect()).collect();
        let split = best_split(&values, holds, &Stream::new(seed, "claims"))?;
        let number = numbers[split.number];
        let of = &self.scenario.numbers[number];
        let side = |side: Side| SideFindings { draws: side.draws, share: side.share() };
        Some(Decides {
            number,
            path: of.path.to_string(),
            threshold: of.link.to_natural(split.threshold),
            below: side(split.below),
            above: side(split.above),
            p_value: split.p_value,
            stands_out: split.stands_out(),
            among: numbers.len(),
        })
    }
}
