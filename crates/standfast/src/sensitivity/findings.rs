//! What would change an outcome, as data.

use std::collections::BTreeSet;

use serde::Serialize;
use standfast_analysis::Table;
use standfast_analysis::given::{Influence, influences};
use standfast_analysis::sobol::{Index, Samples};
use standfast_ensemble::draw::Equilibria;
use standfast_ensemble::{Band, Design};
use standfast_math::stream::Stream;
use standfast_model::basis::Basis;

use super::{Group, RESAMPLES, Sample, Sensitivity};
use crate::findings::{EquilibriaFindings, Years};
use crate::provenance::{CaseFindings, Method, Words};
use crate::sensitivity::groups::GroupKind;

/// An index is sure if it is this many standard errors away from 0: nineteen of twenty that are 0 are not.
pub const SURE: f64 = 1.96;

/// What would change an outcome of a package.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SensitivityFindings {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// The package's id, or its instruments joined by `+`.
    pub package: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// The outcome, in the word that checks have for it.
    pub quantity: &'static str,
    /// By what numbers are grouped: `mechanism`, `basis`, `source` or `factor`.
    pub by: &'static str,
    /// Whether a number may be in several groups; shares then add up to more than there is.
    pub overlapping: bool,
    /// How many uncertain numbers the outcome reads; the others do nothing to it.
    pub numbers_read: usize,
    /// How many times the package was solved.
    pub solved: usize,
    /// How often draws were taken anew for standard errors.
    pub resamples: usize,
    /// The span that sentences are about, where the outcome has years.
    pub headline_years: Option<usize>,
    /// By years, or once.
    pub results: Vec<ResultFindings>,
    /// What is known of the equilibria behind all samples.
    pub equilibria: EquilibriaFindings,
}

/// What makes the spread of one number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResultFindings {
    /// Within how many years.
    pub years: Option<usize>,
    /// Its spread over the draws of the case.
    pub band: Band,
    /// By group; empty if it does not vary.
    pub groups: Vec<GroupFindings>,
    /// Of all numbers in which judgement has a part.
    pub judgement: Option<IndexFindings>,
    /// By number that is read, from the largest share; empty if it does not vary.
    pub numbers: Vec<NumberFindings>,
}

/// What a group of numbers makes of the spread.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupFindings {
    /// Its word, key or id; `none`, or `rest`.
    pub group: String,
    /// How many smaller groups it puts together, if it is the rest.
    pub puts_together: Option<usize>,
    /// How many numbers it has.
    pub numbers: usize,
    /// Its indices.
    #[serde(flatten)]
    pub index: IndexFindings,
    /// Its total index from the first quarter of the draws, from half, and from all: how it settles.
    pub settling: Vec<Step>,
}

/// A total index from some of the draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Step {
    /// From the first so many.
    pub draws: usize,
    /// Not a number if the result does not vary in them.
    pub total: f64,
}

/// Shares of a variance, with their standard errors.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct IndexFindings {
    /// What would go if the numbers were known.
    pub first: f64,
    /// Its standard error.
    pub first_se: f64,
    /// What would be left if all others were known.
    pub total: f64,
    /// Its standard error.
    pub total_se: f64,
}

/// What a single number makes of the spread.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberFindings {
    /// Its position among the numbers of the case.
    #[serde(skip)]
    pub number: usize,
    /// Where it stands in the case.
    pub path: String,
    /// What it rests on.
    pub basis: &'static str,
    /// What would go of the variance if it were known; may be negative.
    pub first: f64,
    /// How often chance makes the largest of all numbers' shares as large.
    pub p_value: f64,
    /// Whether that is seldom enough to be more than chance.
    pub stands_out: bool,
    /// The correlation of its ranks with the result.
    pub direction: f64,
}

impl IndexFindings {
    /// Whether the first index cannot be told from nothing.
    pub fn is_first_unsure(&self) -> bool {
        self.first <= SURE * self.first_se
    }

    /// Whether the total index cannot be told from nothing.
    pub fn is_total_unsure(&self) -> bool {
        self.total <= SURE * self.total_se
    }

    fn of(value: Index, error: Index) -> IndexFindings {
        IndexFindings { first: value.first, first_se: error.first, total: value.total, total_se: error.total }
    }
}

impl SensitivityFindings {
    pub(super) fn new(
        study: &Sensitivity<'_>,
        read: &[usize],
        groups: &[Group],
        judged: &BTreeSet<usize>,
        table: &Table,
    ) -> SensitivityFindings {
        let scenario = &study.case.scenario;
        let years = Years::new(study.years.clone());
        let seed = if let Design::Sobol { seed, .. } = study.design { seed } else { 0 };
        let found = Found { study, read, groups, judged, table, seed };
        let timed = study.outcome.column(0).years().is_some();
        let mut equilibria = vec![Equilibria::default(); study.design.draws()];
        for row in 0..table.packages().len() {
            let of_row = table.equilibria(row).unwrap_or_else(|| unreachable!("it has their columns"));
            equilibria.iter_mut().zip(&of_row).for_each(|(all, one)| all.merge(one));
        }
        SensitivityFindings {
            case: CaseFindings::of(study.case),
            method: Method::of(scenario, study.design),
            package: study.package.id.clone(),
            name: study.package.name.as_ref().map(Words::from),
            quantity: study.outcome.word(),
            by: study.by.word(),
            overlapping: study.by.overlaps(),
            numbers_read: read.len(),
            solved: table.packages().len() * study.design.draws(),
            resamples: RESAMPLES,
            headline_years: timed.then(|| years.headline()),
            results: study.spans().enumerate().map(|(i, within)| found.result(i, timed.then_some(within))).collect(),
            equilibria: EquilibriaFindings::of(&equilibria),
        }
    }

    /// What makes the spread within the headline years.
    pub fn headline(&self) -> &ResultFindings {
        let found = self.results.iter().find(|result| result.years == self.headline_years);
        found.unwrap_or_else(|| unreachable!("the headline years are among the years"))
    }
}

/// All that was solved.
struct Found<'a> {
    study: &'a Sensitivity<'a>,
    read: &'a [usize],
    groups: &'a [Group],
    judged: &'a BTreeSet<usize>,
    table: &'a Table,
    seed: u64,
}

impl Found<'_> {
    /// The result of a column in the draws of a sample.
    fn sample(&self, column: usize, sample: Sample) -> &[f64] {
        self.table.values(sample.part(), column)
    }

    fn result(&self, column: usize, years: Option<usize>) -> ResultFindings {
        let (a, b) = (self.sample(column, Sample::A), self.sample(column, Sample::B));
        let anew = std::iter::once(Sample::Judged).chain((0..self.groups.len()).map(Sample::Group));
        let anew: Vec<&[f64]> = anew.map(|sample| self.sample(column, sample)).collect();
        let samples = Samples::new(a, b, &anew);
        let indices = samples.map(|samples| {
            let errors = samples.standard_errors(RESAMPLES, &Stream::new(self.seed, "sensitivity, resamples"));
            samples.indices().into_iter().zip(errors).map(|(value, error)| IndexFindings::of(value, error))
        });
        let mut indices = indices.into_iter().flatten();
        let judgement = indices.next().filter(|_| !self.judged.is_empty());
        let steps = self.steps(a, b, &anew[1..]);
        let group = |(i, (group, index)): (usize, (&Group, IndexFindings))| GroupFindings {
            group: group.id.clone(),
            puts_together: if let GroupKind::Rest(groups) = group.kind { Some(groups) } else { None },
            numbers: group.numbers.len(),
            index,
            settling: steps.iter().map(|(draws, totals)| Step { draws: *draws, total: totals[i] }).collect(),
        };
        ResultFindings {
            years,
            band: Band::of(a),
            groups: self.groups.iter().zip(indices).enumerate().map(group).collect(),
            judgement,
            numbers: self.numbers(a, b),
        }
    }

    /// The total indices of all groups from the first quarter of the draws, from half of them, and from all.
    fn steps(&self, a: &[f64], b: &[f64], anew: &[&[f64]]) -> Vec<(usize, Vec<f64>)> {
        let step = |draws: usize| {
            let first: Vec<&[f64]> = anew.iter().map(|sample| &sample[..draws]).collect();
            let samples = Samples::new(&a[..draws], &b[..draws], &first);
            let nothing = || vec![f64::NAN; self.groups.len()];
            let totals = samples.map(|samples| samples.indices().iter().map(|index| index.total).collect());
            (draws, totals.unwrap_or_else(nothing))
        };
        [a.len() / 4, a.len() / 2, a.len()].map(step).to_vec()
    }

    /// Single numbers, from both samples in which all numbers are independent of each other.
    fn numbers(&self, a: &[f64], b: &[f64]) -> Vec<NumberFindings> {
        let scenario = &self.study.case.scenario;
        let read: BTreeSet<usize> = self.read.iter().copied().collect();
        let mut values = self.study.design.values(scenario, self.read);
        let anew = self.study.design.values_with(scenario, self.read, &read);
        values.iter_mut().zip(anew).for_each(|(values, anew)| values.extend(anew));
        let y = [a, b].concat();
        let found = influences(&values, &y, &Stream::new(self.seed, "sensitivity, deals"));
        let number = |(&number, influence): (&usize, Influence)| NumberFindings {
            number,
            path: scenario.numbers[number].path.to_string(),
            basis: Basis::of(&scenario.numbers[number], &scenario.evidence).word(),
            first: influence.first,
            p_value: influence.p_value,
            stands_out: influence.stands_out(),
            direction: influence.direction,
        };
        let mut numbers: Vec<NumberFindings> = self.read.iter().zip(found.into_iter().flatten()).map(number).collect();
        numbers.sort_by(|one, other| other.first.total_cmp(&one.first));
        numbers
    }
}
