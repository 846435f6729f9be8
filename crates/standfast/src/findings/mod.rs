//! What a study found, as data: every number with its spread.
//!
//! The types are here; `summary` sums up the draws of a package, `comparison` compares packages,
//! `basis`
//! says what all of it rests on, `doubts` what is doubtful about it.

pub mod basis;
pub mod comparison;
pub mod doubts;
pub mod structure;
mod summary;

#[cfg(test)]
mod by_hand;

use serde::Serialize;
use standfast_ensemble::run::PackageRun;
use standfast_ensemble::{Band, Design};

pub use basis::{BasisFindings, Share, ShareFrom, ShareOf};
pub use comparison::{Compared, Safest};
pub use doubts::Doubt;
pub use structure::{StructureFindings, SwitchedFindings};
pub(crate) use summary::{Years, differences, preventive_window};

use crate::document::Case;
use crate::provenance::{CaseFindings, Method, Words};

/// Findings of a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Findings {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// Within how many years risks are reported.
    pub years: Vec<usize>,
    /// The span that sentences and comparisons are about.
    pub headline_years: usize,
    /// By package.
    pub packages: Vec<PackageFindings>,
    /// The package with the lowest risk of war among those that are something.
    pub safest: Option<Safest>,
    /// The same among the packages that nobody whose signature they need would rather refuse.
    pub safest_signed: Option<Safest>,
    /// What these numbers rest on.
    pub basis: BasisFindings,
    /// The same where assumptions of the game are made otherwise, if that was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<Vec<StructureFindings>>"))]
    pub structure: Vec<StructureFindings>,
    /// What is doubtful about these numbers.
    pub doubts: Vec<Doubt>,
}

impl Findings {
    /// Puts the findings together.
    pub(crate) fn new(case: &Case, design: Design, years: Years, runs: &[(PackageFindings, &PackageRun)]) -> Findings {
        let packages: Vec<PackageFindings> = runs.iter().map(|(package, _)| package.clone()).collect();
        let headline_years = years.headline();
        Findings {
            case: CaseFindings::of(case),
            method: Method::of(&case.scenario, design),
            headline_years,
            safest: Safest::among(runs, headline_years, |_| true),
            safest_signed: Safest::among(runs, headline_years, |package| {
                package.is_whole() && package.refused_by().is_empty()
            }),
            basis: BasisFindings::of(&case.scenario),
            structure: Vec::new(),
            doubts: doubts::doubts(design, &packages, headline_years),
            years: years.list,
            packages,
        }
    }

    /// A risk within the headline years.
    pub fn headline<'a>(&self, risk: &'a [Within]) -> &'a Band {
        within(risk, self.headline_years)
    }

    /// The package of an id.
    pub fn package(&self, id: &str) -> Option<&PackageFindings> {
        self.packages.iter().find(|package| package.id == id)
    }

    /// Whether more than risks is known of every package.
    pub fn is_whole(&self) -> bool {
        self.packages.iter().all(PackageFindings::is_whole)
    }

    /// The shares in the variance of what a package comes to.
    pub fn shares_of(&self, package: &PackageFindings) -> impl Iterator<Item = &Share> {
        let safest = self.safest.as_ref().is_some_and(|safest| safest.package == package.id);
        let nothing = package.instruments.is_empty();
        self.basis.shares.iter().filter(move |share| match share.of {
            ShareOf::Nothing => nothing,
            ShareOf::Difference => safest,
        })
    }

    /// Whether there is no spread because every number is at its median.
    pub fn is_median(&self) -> bool {
        self.method.seed.is_none()
    }
}

/// A risk within some of the years that are reported.
pub fn within(risk: &[Within], years: usize) -> &Band {
    let within = risk.iter().find(|within| within.years == years);
    &within.unwrap_or_else(|| unreachable!("risks are reported within the same years")).band
}

/// A risk within some years.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Within {
    /// Within how many years.
    pub years: usize,
    /// Its spread over the draws.
    pub band: Band,
}

/// What was found about a package.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PackageFindings {
    /// Its id, or its instruments joined by `+`.
    pub id: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// Its instruments.
    pub instruments: Vec<String>,
    /// That a war begins.
    pub war: Vec<Within>,
    /// A limited attack, before any war or capture.
    pub limited: Vec<Within>,
    /// That the protégé is lost, to a war or without one.
    pub lost: Vec<Within>,
    /// That a war begins although there is nothing to win: the risk that choice noise alone leaves. Nothing if nobody
    /// asked.
    pub noise_floor: Vec<Within>,
    /// Risk of war minus that without any guarantee, draw by draw.
    pub war_difference: Vec<Within>,
    /// In how many draws the risk within the headline years is lower, the same or higher than without
    /// any guarantee.
    pub against_nothing: Compared,
    /// Who signs, in the order of the actors, if somebody asked.
    pub parties: Vec<PartyFindings>,
    /// That all of them sign, each deciding alone; nothing if there is nothing to sign, or nobody asked who signs.
    pub concluded: Option<Band>,
    /// That the war of the alternative is settled in its first year, whoever refuses; nothing if there is
    /// nothing to sign, or nobody asked who signs.
    pub alternative_settled: Option<Band>,
    /// What the guarantors do if the protégé is invaded in the last of the headline years, and there was
    /// no war and no capture before.
    pub responses: Vec<ResponseFindings>,
    /// That nobody intervenes then.
    pub nobody_intervenes: Option<Band>,
    /// The years in which a war would still cancel a part of it.
    pub window: Option<Window>,
    /// What is known of the equilibria behind these numbers.
    pub equilibria: EquilibriaFindings,
    /// The risk of war within the headline years over the converged draws alone, if some have not
    /// converged and some have.
    pub war_converged_only: Option<Band>,
    /// Year by year.
    pub series: Vec<YearFindings>,
}

/// A party and its signature.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PartyFindings {
    /// The actor.
    pub actor: String,
    /// Its probability of signing.
    pub signs: Band,
    /// In how many draws it would rather refuse: it signs with less than 1/2.
    pub refuses_in: usize,
    /// Whether these are most of the draws.
    pub rather_refuses: bool,
}

/// A guarantor's response.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct ResponseFindings {
    /// The guarantor.
    pub guarantor: String,
    /// It stands aside.
    pub stands_aside: Band,
    /// It supplies.
    pub supplies: Band,
    /// It intervenes.
    pub intervenes: Band,
}

/// The window of vulnerability: the years in which a war would still cancel a part of a package.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Window {
    /// How many years they are.
    pub years: usize,
    /// Within how many years the risks are meant: as many of these as the horizon holds.
    pub within: usize,
    /// The instruments that a war would cancel.
    pub instruments: Vec<String>,
    /// Risk of war.
    pub war: Band,
    /// The same if the challenger did not see coming what a war would cancel.
    pub war_unforeseen: Band,
    /// What announcing costs: the difference, draw by draw.
    pub cost: Band,
}

/// The equilibria behind a package's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EquilibriaFindings {
    /// The largest residual.
    pub residual: f64,
    /// Draws in which some have not converged.
    pub unconverged_draws: usize,
    /// Draws in which the principal branch is somewhere not unique.
    pub branch_not_unique_draws: usize,
    /// How many equilibria were solved, in all draws.
    pub solved: usize,
}

/// One year.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct YearFindings {
    /// The calendar year.
    pub year: i64,
    /// Neither war nor capture before it.
    pub intact: Band,
    /// A war begins, if intact.
    pub war_hazard: Band,
    /// A limited attack, if intact.
    pub limited_hazard: Band,
    /// Capture without a war, if intact.
    pub capture_hazard: Band,
    /// At peace at its end, over all histories.
    pub at_peace: Band,
    /// Lost by its end.
    pub lost: Band,
    /// Coerced during it.
    pub coerced: Band,
    /// The war hazard with nothing to win, if somebody asked.
    pub floor_hazard: Option<Band>,
    /// A first war in it or before.
    pub war: Band,
    /// The same with nothing to win.
    pub war_floor: Option<Band>,
}
