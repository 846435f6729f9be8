//! What would change an outcome: which groups of uncertain numbers its spread over the futures comes from, and which
//! single numbers.

pub mod findings;
pub mod groups;

use std::collections::BTreeSet;

use standfast_ensemble::band::FEWEST_FOR_ERRORS;
use standfast_ensemble::{Column, Design, Observer, Sweep};
use standfast_model::instrument::InstrumentSet;
use standfast_model::question::{Game, Question};

use crate::checkpoint::{Of, Refusal, Resumed, Storage};
use crate::document::Case;
use crate::kept::{Ended, Kept};
use crate::questions::numbers_read;
use crate::selection::Selection;
use crate::study::{DEFAULT_SEED, Study};
use crate::why::Outcome;
pub use findings::SensitivityFindings;
pub use groups::{By, Group};

/// Draws of each sample that are taken unless somebody asks for another number: with g groups the package is
/// solved in g + 3 times as many.
pub const DEFAULT_DRAWS: usize = 256;
/// How often draws are taken anew with replacement, for standard errors.
pub const RESAMPLES: usize = 200;
/// More groups than that are not told apart: the smallest are put together.
pub const MOST_GROUPS: usize = 20;

/// What to find out about a package.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity<'a> {
    /// The case.
    pub case: &'a Case,
    /// The package.
    pub package: Selection,
    /// What may change.
    pub outcome: Outcome,
    /// By what numbers are grouped.
    pub by: By,
    /// The draws of each sample.
    pub design: Design,
    /// Within how many years, ascending.
    pub years: Vec<usize>,
}

/// Why nothing is begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There are fewer draws than shares of a variance can be told from.
    #[error("fewer than {FEWEST_FOR_ERRORS} draws")]
    TooFewDraws,
    /// No number that the outcome of the package reads is uncertain.
    #[error("no uncertain number is read")]
    NothingUncertain,
}

/// A study, as far as it is done.
pub struct Work<'a> {
    study: Sensitivity<'a>,
    /// The uncertain numbers that the outcome of the package reads.
    read: Vec<usize>,
    groups: Vec<Group>,
    /// Those of them in which judgement has a part.
    judged: BTreeSet<usize>,
    kept: Kept<'a>,
}

/// Where the samples stand among the parts of the sweep.
#[derive(Clone, Copy)]
enum Sample {
    /// The draws that every study of the case has.
    A,
    /// All numbers that are read, drawn anew.
    B,
    /// All in which judgement has a part.
    Judged,
    /// Those of a group.
    Group(usize),
}

impl Sample {
    fn part(self) -> usize {
        match self {
            Sample::A => 0,
            Sample::B => 1,
            Sample::Judged => 2,
            Sample::Group(group) => 3 + group,
        }
    }
}

impl<'a> Sensitivity<'a> {
    /// A package of a case, with the default draws and years.
    pub fn of(case: &'a Case, package: Selection, by: By) -> Sensitivity<'a> {
        let design = Design::Sobol { seed: DEFAULT_SEED, draws: DEFAULT_DRAWS };
        Sensitivity { case, package, outcome: Outcome::War, by, design, years: Study::of(case).years }
    }

    /// Screens out the numbers that the outcome never reads, and groups the others; nothing is solved yet.
    ///
    /// # Errors
    /// If there is nothing to tell apart, or too few draws for it.
    pub fn begin(self) -> Result<Work<'a>, Unfit> {
        if self.design.draws() < FEWEST_FOR_ERRORS {
            return Err(Unfit::TooFewDraws);
        }
        let scenario = &self.case.scenario;
        let read = read(self.case, self.package.set, self.outcome);
        if read.is_empty() {
            return Err(Unfit::NothingUncertain);
        }
        let groups = groups::groups(scenario, self.by, &read);
        let judged: BTreeSet<usize> =
            read.iter().copied().filter(|&i| scenario.numbers[i].is_judged(&scenario.evidence)).collect();
        let everything = [BTreeSet::new(), read.iter().copied().collect(), judged.clone()];
        let anew = everything.into_iter().chain(groups.iter().map(|group| group.numbers.clone())).collect();
        let columns = self.columns();
        let sweep = Sweep::drawn_anew(scenario, self.design, self.package.set, anew, columns);
        Ok(Work { study: self, read, groups, judged, kept: Kept::new(sweep) })
    }

    /// The outcome within each of the years, once where it has none, and what is known of the equilibria.
    fn columns(&self) -> Vec<Column> {
        let mut columns: Vec<Column> = self.spans().map(|years| self.outcome.column(years)).collect();
        columns.extend(Column::OF_EQUILIBRIA);
        columns
    }

    /// Signatures have no years: one is as good as another.
    fn spans(&self) -> impl Iterator<Item = usize> {
        let all = if self.outcome.column(0).years().is_some() { self.years.len() } else { 1 };
        self.years.iter().copied().take(all)
    }
}

/// The uncertain numbers that an outcome of a package reads.
fn read(case: &Case, package: InstrumentSet, outcome: Outcome) -> Vec<usize> {
    let Column::Quantity { quantity, .. } = outcome.column(0) else {
        return read(case, package, Outcome::War);
    };
    let game = Game { package, under: Vec::new() };
    let question = Question { quantity, actor: None, years: None, game, against: None };
    numbers_read(&case.scenario, &[&question])
}

impl<'a> Work<'a> {
    /// Takes what a checkpoint has, and keeps there what is done from now on.
    ///
    /// # Errors
    /// If it is not a checkpoint of the same study: it is left as it is.
    pub fn resume(&mut self, storage: impl Storage + 'a) -> Result<Resumed, Refusal> {
        let of = Of { among: self.study.package.set, by: Some(self.study.by.word()) };
        self.kept.resume(storage, self.study.case, of)
    }

    /// The groups.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Solves what is missing, on the current thread pool.
    ///
    /// # Errors
    /// If the observer cancels it, or what is done cannot be kept; the checkpoint has what was done until then.
    pub fn finish(self, observer: &dyn Observer) -> Result<SensitivityFindings, Ended> {
        let Work { study, read, groups, judged, kept } = self;
        let table = kept.finish(observer)?;
        Ok(SensitivityFindings::new(&study, &read, &groups, &judged, &table))
    }
}
