//! All packages that can be agreed out of a case's instruments, on the same draws.

pub mod findings;
pub mod frontier;

use standfast_ensemble::{Column, Design, Observer, Sweep};
use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::check::Quantity;
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::admissible;

use crate::checkpoint::{Of, Refusal, Resumed, Storage};
use crate::document::Case;
use crate::kept::{Ended, Kept};
use crate::study::{DEFAULT_SEED, Study};
pub use findings::PackagesFindings;
use frontier::Objectives;

/// Draws that are taken unless somebody asks for another number: fewer than where a few packages are compared.
pub const DEFAULT_DRAWS: usize = 32;
/// More packages than that are not taken on.
pub const MOST_PACKAGES: usize = 1 << 16;

/// What to find out about all packages of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct AllPackages<'a> {
    /// The case.
    pub case: &'a Case,
    /// The instruments on offer.
    pub among: InstrumentSet,
    /// The draws.
    pub design: Design,
    /// Within how many years, ascending.
    pub years: Vec<usize>,
    /// What the packages are weighed by.
    pub objectives: Objectives,
}

/// There are more packages than [`MOST_PACKAGES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more than {MOST_PACKAGES} packages")]
pub struct TooMany;

/// A study of all packages, as far as it is done.
pub struct Work<'a> {
    study: AllPackages<'a>,
    kept: Kept<'a>,
}

impl<'a> AllPackages<'a> {
    /// All instruments of a case, with the default draws and years.
    pub fn of(case: &'a Case) -> AllPackages<'a> {
        AllPackages {
            case,
            among: (0..case.scenario.instruments.len()).collect(),
            design: Design::Sobol { seed: DEFAULT_SEED, draws: DEFAULT_DRAWS },
            years: Study::of(case).years,
            objectives: Objectives::default(),
        }
    }

    /// Lists the packages; nothing is solved yet.
    ///
    /// # Errors
    /// If there are too many.
    pub fn begin(self) -> Result<Work<'a>, TooMany> {
        let scenario = &self.case.scenario;
        let packages = admissible(&scenario.instruments, self.among, MOST_PACKAGES).ok_or(TooMany)?;
        let sweep = Sweep::new(scenario, self.design, &packages, columns(scenario, self.among, &self.years));
        Ok(Work { study: self, kept: Kept::new(sweep) })
    }
}

impl<'a> Work<'a> {
    /// Takes what a checkpoint has, and keeps there what is done from now on.
    ///
    /// # Errors
    /// If it is not a checkpoint of the same sweep: it is left as it is.
    pub fn resume(&mut self, storage: impl Storage + 'a) -> Result<Resumed, Refusal> {
        let AllPackages { case, among, .. } = self.study;
        self.kept.resume(storage, case, Of { among, by: None })
    }

    /// How many packages there are.
    pub fn packages(&self) -> usize {
        self.kept.table().packages().len()
    }

    /// Solves what is missing, on the current thread pool.
    ///
    /// # Errors
    /// If the observer cancels it, or what is done cannot be kept; the checkpoint has what was done until then.
    pub fn finish(self, observer: &dyn Observer) -> Result<PackagesFindings, Ended> {
        let Work { study, kept } = self;
        let table = kept.finish(observer)?;
        Ok(PackagesFindings::new(&study, &table))
    }
}

/// What is kept of each package in each draw: risks within some years, who signs among those whose signature
/// some package needs, values, upkeep, the window of vulnerability, and what is known of the equilibria.
pub fn columns(scenario: &Scenario, among: InstrumentSet, years: &[usize]) -> Vec<Column> {
    let of = |quantity, actor, years| Column::Quantity { quantity, actor, years: (0, years) };
    let mut columns = Vec::new();
    for &years in years {
        columns.push(Column::Intact(years));
        let risks = [Quantity::War, Quantity::Limited, Quantity::QuietBroken, Quantity::Lost];
        columns.extend(risks.map(|risk| of(risk, None, years)));
    }
    let signing = frontier::accepting(scenario, among);
    columns.extend(signing.into_iter().map(|actor| of(Quantity::Signs, Some(actor), 0)));
    columns.push(of(Quantity::Concluded, None, 0));
    columns.push(Column::AlternativeSettled);
    let valued = scenario.actors.all().map(|(actor, _)| actor).filter(|actor| !matches!(actor, Actor::Other(_)));
    columns.extend(valued.map(Column::Value));
    columns.extend(scenario.actors.payers().map(Column::Upkeep));
    columns.push(Column::UpkeepOfAll);
    columns.extend([Column::WindowWar, Column::WindowWarUnforeseen]);
    columns.extend(Column::OF_EQUILIBRIA);
    columns
}
