//! What was found about all packages, as data.

use serde::Serialize;
use standfast_analysis::Table;
use standfast_analysis::ranking::from_highest;
use standfast_ensemble::{Band, Column};
use standfast_model::actor::Actor;
use standfast_model::check::Quantity;

use super::AllPackages;
use super::frontier::{Frontier, FrontierFindings};
use crate::findings::comparison::NO_DIFFERENCE;
use crate::findings::{EquilibriaFindings, Years};
use crate::provenance::{CaseFindings, Method, NamedFindings, Words};
use crate::selection::Selection;

/// Findings about all packages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackagesFindings {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// The instruments on offer.
    pub among: Vec<NamedFindings>,
    /// Within how many years risks are reported.
    pub years: Vec<usize>,
    /// The span by which packages are ranked.
    pub headline_years: usize,
    /// The package that protects best.
    pub best: Option<Best>,
    /// The same among those that nobody whose signature they need would rather refuse.
    pub best_signed: Option<Best>,
    /// The same among those that the challenger would not rather refuse.
    pub best_for_challenger: Option<Best>,
    /// The cheapest package that at least halves the risk of war or capture within the headline years.
    pub cheapest_halving: Option<Halving>,
    /// What is worse than no other package in protection, acceptability and cost at once.
    pub frontier: FrontierFindings,
    /// By the chance that there is neither war nor capture within the headline years, the highest first.
    pub packages: Vec<RankedPackage>,
}

/// The package that protects best among some, the one without any instrument left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Best {
    /// Its id.
    pub package: String,
    /// How many packages there are to choose from.
    pub among: usize,
    /// How many of these protect less by less than half a point: they are no worse.
    pub close: usize,
    /// Whether it protects better than no guarantee, by half a point or more.
    pub better_than_nothing: bool,
}

/// The cheapest package among those that leave at most half of the risk that there is without guarantees.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Halving {
    /// Its id.
    pub package: String,
    /// How many packages there are to choose from.
    pub among: usize,
    /// Its cost, by the measure of the frontier.
    pub cost: f64,
}

/// A package and its numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedPackage {
    /// Its id, or its instruments joined by `+`.
    pub id: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// Its instruments.
    pub instruments: Vec<String>,
    /// Who would rather refuse it: signs with less than 1/2 in most draws.
    pub refused_by: Vec<String>,
    /// Whether no other package is better in protection, acceptability or cost without being worse in another of
    /// these, by their means over the draws.
    pub on_frontier: bool,
    /// In what share of the draws that is so by the numbers of the draw.
    pub frontier_share: f64,
    /// What is known of the equilibria behind its numbers.
    pub equilibria: EquilibriaFindings,
    /// What is defined for it.
    pub numbers: Vec<Number>,
}

/// One number of a package.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Number {
    /// What it is, in the word that checks have for it.
    pub quantity: &'static str,
    /// Whose, by id.
    pub actor: Option<String>,
    /// Within how many years.
    pub years: Option<usize>,
    /// Its spread over the draws.
    #[serde(flatten)]
    pub band: Band,
}

impl PackagesFindings {
    /// Sums up a table that is complete.
    pub(crate) fn new(study: &AllPackages<'_>, table: &Table) -> PackagesFindings {
        let scenario = &study.case.scenario;
        let years = Years::new(study.years.clone());
        let headline_years = years.headline();
        let order = table.column(Column::Intact(headline_years)).map(|column| from_highest(table, column));
        let order = order.unwrap_or_else(|| unreachable!("every span has its column"));
        let frontier = Frontier::new(scenario, table, study.objectives, headline_years);
        let package = |&at: &usize| RankedPackage::new(study, table, &frontier, at);
        let packages: Vec<RankedPackage> = order.iter().map(package).collect();
        let costs: Vec<f64> = order.iter().map(|&at| frontier.cost[at]).collect();
        let instruments = study.among.iter().map(|i| &scenario.instruments[i]);
        let challenger = scenario.actors.id(Actor::Challenger);
        let best = |qualifies: &dyn Fn(&RankedPackage) -> bool| Best::among(&packages, headline_years, qualifies);
        PackagesFindings {
            case: CaseFindings::of(study.case),
            method: Method::of(scenario, study.design),
            among: instruments.map(|i| NamedFindings::of(&i.id, i.name.as_ref())).collect(),
            headline_years,
            best: best(&|_| true),
            best_signed: best(&|package| package.refused_by.is_empty()),
            best_for_challenger: best(&|package| !package.refused_by.iter().any(|id| id == challenger)),
            cheapest_halving: Halving::among(&packages, &costs, headline_years),
            frontier: frontier.findings,
            years: years.list,
            packages,
        }
    }

    /// The package of an id.
    pub fn package(&self, id: &str) -> Option<&RankedPackage> {
        self.packages.iter().find(|package| package.id == id)
    }

    /// The package without any instrument.
    pub fn nothing(&self) -> &RankedPackage {
        let nothing = self.packages.iter().find(|package| package.instruments.is_empty());
        nothing.unwrap_or_else(|| unreachable!("it can always be agreed"))
    }

    /// In how many packages equilibria have not converged in some draw.
    pub fn unconverged(&self) -> usize {
        self.packages.iter().filter(|package| package.equilibria.unconverged_draws > 0).count()
    }

    /// The largest number of draws in which equilibria behind one package have not converged.
    pub fn most_unconverged_draws(&self) -> usize {
        self.packages.iter().map(|package| package.equilibria.unconverged_draws).max().unwrap_or(0)
    }
}

impl Best {
    fn among(ranked: &[RankedPackage], years: usize, qualifies: impl Fn(&RankedPackage) -> bool) -> Option<Best> {
        let protection = |package: &RankedPackage| package.intact(years).mean;
        let choice: Vec<&RankedPackage> =
            ranked.iter().filter(|package| !package.instruments.is_empty() && qualifies(package)).collect();
        let (best, others) = choice.split_first()?;
        let nothing = ranked.iter().find(|package| package.instruments.is_empty())?;
        let above = |other: &RankedPackage| protection(best) - protection(other);
        Some(Best {
            package: best.id.clone(),
            among: choice.len(),
            close: others.iter().filter(|other| above(other) < NO_DIFFERENCE).count(),
            better_than_nothing: above(nothing) >= NO_DIFFERENCE,
        })
    }
}

impl Halving {
    fn among(ranked: &[RankedPackage], costs: &[f64], years: usize) -> Option<Halving> {
        let risk = |package: &RankedPackage| 1.0 - package.intact(years).mean;
        let bar = ranked.iter().find(|package| package.instruments.is_empty()).map(risk)? / 2.0;
        let choice = || {
            let each = ranked.iter().zip(costs).filter(|(package, _)| !package.instruments.is_empty());
            each.filter(|(package, cost)| risk(package) <= bar && !cost.is_nan())
        };
        // Of equals the first protects best.
        let (package, cost) = choice().min_by(|(_, one), (_, other)| one.total_cmp(other))?;
        Some(Halving { package: package.id.clone(), among: choice().count(), cost: *cost })
    }
}

impl RankedPackage {
    fn new(study: &AllPackages<'_>, table: &Table, frontier: &Frontier, at: usize) -> RankedPackage {
        let scenario = &study.case.scenario;
        let set = table.packages()[at];
        let Selection { id, name, .. } = Selection::of(scenario, set);
        let mut refused_by = Vec::new();
        let mut numbers = Vec::new();
        for (i, &column) in table.columns().iter().enumerate() {
            let values = table.values(at, i);
            // There is nothing to sign in a package of nothing.
            let unsigned = set.is_empty() && is_of_signing(column);
            if Column::OF_EQUILIBRIA.contains(&column) || unsigned || values.iter().all(|value| value.is_nan()) {
                continue;
            }
            let actor = column.actor().map(|actor| scenario.actors.id(actor).to_owned());
            if matches!(column, Column::Quantity { quantity: Quantity::Signs, .. }) {
                let refuses = values.iter().filter(|p| **p < 0.5).count();
                refused_by.extend(actor.clone().filter(|_| 2 * refuses > values.len()));
            }
            let years = column.years().map(|(_, to)| to);
            numbers.push(Number { quantity: column.word(), actor, years, band: Band::of(values) });
        }
        let equilibria = table.equilibria(at).unwrap_or_default();
        RankedPackage {
            id,
            name: name.as_ref().map(Words::from),
            instruments: scenario.ids(set).into_iter().map(ToOwned::to_owned).collect(),
            refused_by,
            on_frontier: frontier.on[at],
            frontier_share: frontier.share[at],
            equilibria: EquilibriaFindings::of(&equilibria),
            numbers,
        }
    }

    /// One of its numbers, if it is defined.
    pub fn number(&self, quantity: &str, actor: Option<&str>, years: Option<usize>) -> Option<&Band> {
        let number = self
            .numbers
            .iter()
            .find(|number| number.quantity == quantity && number.actor.as_deref() == actor && number.years == years);
        number.map(|number| &number.band)
    }

    /// The chance that there is neither war nor capture within one of the spans.
    pub fn intact(&self, years: usize) -> &Band {
        let intact = self.number(Column::Intact(years).word(), None, Some(years));
        intact.unwrap_or_else(|| unreachable!("every span has its column"))
    }
}

fn is_of_signing(column: Column) -> bool {
    match column {
        Column::Quantity { quantity, .. } => matches!(quantity, Quantity::Signs | Quantity::Concluded),
        column => column == Column::AlternativeSettled,
    }
}
