//! How far the answer moves where assumptions of the game itself are made otherwise.
//!
//! Ranges carry what is not known of a case's numbers, not what may be wrong with the game. Each
//! [switch](standfast_model::structure::Switch) makes one assumption otherwise, on the same draws.

use serde::Serialize;
use standfast_ensemble::Band;
use standfast_ensemble::run::PackageRun;
use standfast_math::sum::mean;
use standfast_model::structure::Switch;

use super::EquilibriaFindings;
use super::summary::{differences, war_within};

/// The risk of war within the headline years where one assumption is made otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct StructureFindings {
    /// Which assumption: `no_preventive_war`, `flat_choice` or `whole_war`.
    pub switch: &'static str,
    /// By package, in the order of the findings.
    pub packages: Vec<SwitchedFindings>,
    /// The package with the lowest mean risk among those that are something.
    pub safest: Option<String>,
    /// What is known of the equilibria behind these numbers.
    pub equilibria: EquilibriaFindings,
}

/// The risk of a package where an assumption is made otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct SwitchedFindings {
    /// The package.
    pub package: String,
    /// Its risk of war.
    pub war: Band,
    /// That minus its risk in the game of the method, draw by draw.
    pub change: Band,
    /// Its risk minus that without any guarantee, both with the assumption made otherwise, draw by draw.
    pub war_difference: Band,
}

impl StructureFindings {
    /// What came of packages within some years: in the game of the method, and with an assumption made otherwise.
    pub(crate) fn new(
        switch: Switch,
        years: usize,
        ids: &[&str],
        runs: &[PackageRun],
        switched: &[PackageRun],
    ) -> StructureFindings {
        let war = |runs: &[PackageRun]| -> Vec<Vec<f64>> {
            runs.iter().map(|run| war_within(&run.outcomes, years)).collect()
        };
        let (before, after) = (war(runs), war(switched));
        let nothing = switched.iter().position(|run| run.set.is_empty());
        let nothing = &after[nothing.unwrap_or_else(|| unreachable!("the package without any instrument is there"))];
        let packages = ids.iter().zip(before.iter().zip(&after)).map(|(id, (before, after))| SwitchedFindings {
            package: (*id).to_owned(),
            war: Band::of(after),
            change: Band::of(&differences(after, before)),
            war_difference: Band::of(&differences(after, nothing)),
        });
        let something = (0..switched.len()).filter(|&i| !switched[i].set.is_empty());
        let safest = something.min_by(|&a, &b| mean(&after[a]).total_cmp(&mean(&after[b])));
        let mut equilibria = switched[0].equilibria.clone();
        for run in &switched[1..] {
            equilibria.iter_mut().zip(&run.equilibria).for_each(|(all, one)| all.merge(one));
        }
        StructureFindings {
            switch: switch.word(),
            packages: packages.collect(),
            safest: safest.map(|i| ids[i].to_owned()),
            equilibria: EquilibriaFindings::of(&equilibria),
        }
    }
}
