//! What the numbers of a case rest on, and how much of the answer rests on judgement.
//!
//! The share of judgement is the total index of the numbers in which it has a part: of the variance of
//! a result over the draws, what is left when all other numbers are known. It is had from a second run
//! in which these numbers, and no others, are drawn anew.

use std::collections::BTreeSet;

use serde::Serialize;
use standfast_ensemble::run::PackageRun;
use standfast_ensemble::variance::{TotalIndex, total_index};
use standfast_model::Scenario;
use standfast_model::basis::Basis;

use super::summary::{differences, war_within};

/// What the findings rest on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct BasisFindings {
    /// How many numbers the case gives, those of stresses included.
    pub numbers: usize,
    /// How many of them rest on what, from the firmest to nothing at all.
    pub resting_on: Vec<RestingOn>,
    /// How many of them are taken as known, without any spread.
    pub without_spread: usize,
    /// How much of the variance of the answer, the risk of war within the headline years, comes from
    /// which numbers. Empty at the median, and with too few draws for it.
    pub shares: Vec<Share>,
}

/// Numbers of one basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct RestingOn {
    /// `sources`, `judged-sources`, `calibrated`, `judgement` or `nothing`.
    #[serde(serialize_with = "as_word")]
    #[cfg_attr(feature = "types", ts(type = "'sources' | 'judged-sources' | 'calibrated' | 'judgement' | 'nothing'"))]
    pub basis: Basis,
    /// How many.
    pub numbers: usize,
}

/// The share of a result's variance that some numbers make.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Share {
    /// Of what.
    pub of: ShareOf,
    /// Of which numbers.
    pub from: ShareFrom,
    /// The total index.
    pub share: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// In how many of the draws that were drawn anew equilibria have not converged.
    pub unconverged_draws: usize,
}

/// The result whose variance is shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ShareOf {
    /// The risk without any guarantee.
    Nothing,
    /// The risk under the safest package minus that without any guarantee.
    Difference,
}

/// The numbers that a share comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ShareFrom {
    /// Those that rest on judgement alone, or on nothing that the case names.
    JudgementAlone,
    /// All in which judgement has a part.
    AnyJudgement,
}

impl ShareFrom {
    /// Both.
    pub const ALL: [ShareFrom; 2] = [ShareFrom::JudgementAlone, ShareFrom::AnyJudgement];

    /// The positions of these numbers.
    pub(crate) fn numbers(self, scenario: &Scenario) -> BTreeSet<usize> {
        let alone = |basis| matches!(basis, Basis::Judgement | Basis::Nothing);
        let numbers = scenario.numbers.iter().enumerate().filter(|(_, number)| match self {
            ShareFrom::JudgementAlone => alone(Basis::of(number, &scenario.evidence)),
            ShareFrom::AnyJudgement => number.is_judged(&scenario.evidence),
        });
        numbers.map(|(i, _)| i).collect()
    }
}

fn as_word<S: serde::Serializer>(basis: &Basis, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(basis.word())
}

impl BasisFindings {
    /// Counts the numbers that a case gives.
    pub(crate) fn of(scenario: &Scenario) -> BasisFindings {
        let given = || scenario.numbers.iter().filter(|number| number.given);
        let count = |basis| given().filter(|number| Basis::of(number, &scenario.evidence) == basis).count();
        BasisFindings {
            numbers: given().count(),
            resting_on: Basis::ALL.map(|basis| RestingOn { basis, numbers: count(basis) }).to_vec(),
            without_spread: given().filter(|number| !number.is_uncertain()).count(),
            shares: Vec::new(),
        }
    }
}

/// The shares that some numbers have in the risk within some years: of the package without any
/// instrument and of the safest one, if there is any, each as it was run and with these numbers drawn anew.
pub(crate) fn shares(
    from: ShareFrom,
    years: usize,
    nothing: [&PackageRun; 2],
    safest: Option<[&PackageRun; 2]>,
) -> Vec<Share> {
    let unconverged_draws = unconverged(nothing[1]).max(safest.map_or(0, |[_, anew]| unconverged(anew)));
    let risks = |runs: [&PackageRun; 2]| runs.map(|run| war_within(&run.outcomes, years));
    let nothing = risks(nothing);
    let mut found = vec![(ShareOf::Nothing, total_index(&nothing[0], &nothing[1]))];
    if let Some(safest) = safest.map(risks) {
        let [run, anew] = [0, 1].map(|i| differences(&safest[i], &nothing[i]));
        found.push((ShareOf::Difference, total_index(&run, &anew)));
    }
    let share = |of, found: Option<TotalIndex>| {
        let TotalIndex { value, standard_error } = found?;
        Some(Share { of, from, share: value, standard_error, unconverged_draws })
    };
    found.into_iter().filter_map(|(of, found)| share(of, found)).collect()
}

fn unconverged(run: &PackageRun) -> usize {
    run.equilibria.iter().filter(|equilibria| !equilibria.converged()).count()
}
