//! Protection, acceptability and cost of packages at once: what is not worse than another package in all three.

use serde::Serialize;
use standfast_analysis::Table;
use standfast_analysis::pareto::frontier;
use standfast_ensemble::Column;
use standfast_math::sum::mean;
use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::check::Quantity;
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::signatories;

/// What packages are weighed by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Objectives {
    /// What they are to protect from.
    pub protection: Protection,
    /// Whose signing counts; nobody's: that all sign.
    pub acceptable_to: Option<Actor>,
    /// Whose upkeep counts, a protégé's or guarantor's; nobody's: that of all payers together.
    pub cost_to: Option<Actor>,
}

/// What packages are to protect from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Protection {
    /// War and capture.
    #[default]
    Intact,
    /// Limited attacks too.
    Quiet,
}

/// Whose signature some package out of instruments needs.
pub fn accepting(scenario: &Scenario, among: InstrumentSet) -> Vec<Actor> {
    signatories(among, &scenario.instruments, &scenario.actors)
}

/// The frontier of all packages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FrontierFindings {
    /// Protection, acceptability and cost.
    pub objectives: [ObjectiveFindings; 3],
    /// How many packages are on the frontier of the means over the draws.
    pub packages: usize,
    /// How many cannot be compared, because an objective is not defined for them.
    pub incomparable: usize,
}

/// What packages are weighed by, in the words of the columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObjectiveFindings {
    /// What it is.
    pub quantity: &'static str,
    /// Whose, by id.
    pub actor: Option<String>,
    /// Within how many years.
    pub years: Option<usize>,
    /// `higher` or `lower`.
    pub better: &'static str,
}

/// What the frontier says of the packages of a table, each in its place.
pub(super) struct Frontier {
    pub(super) findings: FrontierFindings,
    /// Which are on that of the means.
    pub(super) on: Vec<bool>,
    /// In what share of the draws each is on that of the draw.
    pub(super) share: Vec<f64>,
    /// The mean cost of each.
    pub(super) cost: Vec<f64>,
}

/// A number of each package, and whether less of it is better.
struct Objective {
    column: Column,
    lower: bool,
}

impl Objectives {
    /// Within so many years.
    fn each(self, years: usize) -> [Objective; 3] {
        let quantity = |quantity, actor| Column::Quantity { quantity, actor, years: (0, years) };
        let signing = |actor| Column::Quantity { quantity: Quantity::Signs, actor: Some(actor), years: (0, 0) };
        let concluded = Column::Quantity { quantity: Quantity::Concluded, actor: None, years: (0, 0) };
        let protection = match self.protection {
            Protection::Intact => Objective { column: Column::Intact(years), lower: false },
            Protection::Quiet => Objective { column: quantity(Quantity::QuietBroken, None), lower: true },
        };
        let cost = self.cost_to.map_or(Column::UpkeepOfAll, Column::Upkeep);
        [
            protection,
            Objective { column: self.acceptable_to.map_or(concluded, signing), lower: false },
            Objective { column: cost, lower: true },
        ]
    }
}

impl Frontier {
    /// The frontier of a table that is complete, within so many years.
    pub(super) fn new(scenario: &Scenario, table: &Table, objectives: Objectives, years: usize) -> Frontier {
        let each = objectives.each(years);
        let columns = each.each_ref().map(|objective| {
            let column = table.column(objective.column);
            column.unwrap_or_else(|| unreachable!("what packages are weighed by is among the columns"))
        });
        let packages = table.packages().len();
        let draws = if packages == 0 { 0 } else { table.values(0, columns[0]).len() };
        let value = |package: usize, at: usize, of: &dyn Fn(&[f64]) -> f64| {
            let values = table.values(package, columns[at]);
            let Objective { column, lower } = each[at];
            // Who need not sign a package cannot refuse it.
            let unasked = matches!(column, Column::Quantity { quantity: Quantity::Signs, .. })
                && values.iter().all(|value| value.is_nan());
            let value = if unasked { 1.0 } else { of(values) };
            if lower { -value } else { value }
        };
        let points = |of: &dyn Fn(&[f64]) -> f64| -> Vec<f64> {
            (0..packages)
                .flat_map(|package| (0..3).map(move |at| (package, at)))
                .map(|(p, at)| value(p, at, of))
                .collect()
        };
        let means = points(&mean);
        let on = frontier(&means, 3);
        let mut times = vec![0_usize; packages];
        for draw in 0..draws {
            let on = frontier(&points(&|values| values[draw]), 3);
            times.iter_mut().zip(on).for_each(|(times, on)| *times += usize::from(on));
        }
        let objective = |objective: &Objective| ObjectiveFindings {
            quantity: objective.column.word(),
            actor: objective.column.actor().map(|actor| scenario.actors.id(actor).to_owned()),
            years: objective.column.years().map(|(_, to)| to),
            better: if objective.lower { "lower" } else { "higher" },
        };
        Frontier {
            findings: FrontierFindings {
                objectives: each.each_ref().map(objective),
                packages: on.iter().filter(|on| **on).count(),
                incomparable: means.chunks_exact(3).filter(|point| point.iter().any(|x| x.is_nan())).count(),
            },
            on,
            share: times.into_iter().map(|times| times as f64 / draws as f64).collect(),
            cost: means.chunks_exact(3).map(|point| -point[2]).collect(),
        }
    }
}
