//! Packages against each other, draw by draw.

use serde::Serialize;
use standfast_ensemble::Band;
use standfast_ensemble::run::PackageRun;
use standfast_math::sum::mean;

use super::summary::{differences, war_within};
use super::{PackageFindings, within};

/// A smaller difference of two risks is none: risks are told in whole percent points.
pub const NO_DIFFERENCE: f64 = 0.005;

/// In how many draws a risk is lower than another one, the same, or higher.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Compared {
    /// Lower by half a point or more.
    pub lower: usize,
    /// Less than half a point apart.
    pub same: usize,
    /// Higher by half a point or more.
    pub higher: usize,
}

/// The package with the lowest mean risk of war among some.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Safest {
    /// Its id.
    pub package: String,
    /// The risk that it leaves, within the headline years.
    pub risk: Band,
    /// Whether its mean risk is below that without any guarantee, by half a point or more.
    pub lowers_risk: bool,
    /// In how many draws its risk is below that of every other package, by half a point or more.
    pub lowest_in: usize,
}

impl Compared {
    /// Counts differences by draw; one that is not a number is none of these.
    pub(crate) fn of(differences: &[f64]) -> Compared {
        let mut compared = Compared::default();
        for &difference in differences {
            if is_lower(difference) {
                compared.lower += 1;
            } else if difference >= NO_DIFFERENCE {
                compared.higher += 1;
            } else if !difference.is_nan() {
                compared.same += 1;
            }
        }
        compared
    }
}

fn is_lower(difference: f64) -> bool {
    difference <= -NO_DIFFERENCE
}

impl Safest {
    /// The safest of the packages that are something and qualify.
    pub(crate) fn among(
        packages: &[(PackageFindings, &PackageRun)],
        years: usize,
        qualifies: impl Fn(&PackageFindings) -> bool,
    ) -> Option<Safest> {
        let war: Vec<Vec<f64>> = packages.iter().map(|(_, run)| war_within(&run.outcomes, years)).collect();
        let candidates = (0..packages.len()).filter(|&i| !packages[i].1.set.is_empty() && qualifies(&packages[i].0));
        let best = candidates.min_by(|&a, &b| mean(&war[a]).total_cmp(&mean(&war[b])))?;
        let (package, run) = &packages[best];
        // The same package under another name is no rival.
        let rivals = packages.iter().zip(&war).filter(|((_, other), _)| other.set != run.set);
        let below: Vec<Vec<f64>> = rivals.map(|(_, other)| differences(&war[best], other)).collect();
        let lowest_in = (0..war[best].len()).filter(|&draw| below.iter().all(|each| is_lower(each[draw]))).count();
        Some(Safest {
            package: package.id.clone(),
            risk: *within(&package.war, years),
            lowers_risk: is_lower(within(&package.war_difference, years).mean),
            lowest_in,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{case, findings, run, signed};
    use super::*;

    #[test]
    fn less_than_half_a_point_is_no_difference() {
        let compared = Compared::of(&[-0.2, -0.005, -0.0049, 0.0, 0.0049, 0.005, 0.3, 0.3, f64::NAN]);
        assert_eq!(compared, Compared { lower: 2, same: 3, higher: 3 });
    }

    #[test]
    fn the_safest_is_counted_strictly_and_against_every_other() {
        let case = case();
        let nothing = run(&case, &[], &[0.3, 0.3, 0.3, 0.3]);
        let worse = run(&case, &["symbol"], &[0.4, 0.1, 0.3, 0.3]);
        // A tie with the other package in the third draw, a hair's breadth below nothing in the fourth.
        let best = run(&case, &["declaration"], &[0.1, 0.2, 0.3, 0.299]);
        let safest = findings(&case, &[&nothing, &worse, &best]).safest.expect("two packages");
        assert_eq!(safest.package, "declaration");
        assert_eq!(safest.risk.mean, (0.1 + 0.2 + 0.3 + 0.299) / 4.0);
        assert!(safest.lowers_risk);
        assert_eq!(safest.lowest_in, 1, "in the first draw alone");
    }

    #[test]
    fn what_is_no_better_than_nothing_lowers_no_risk() {
        let case = case();
        let nothing = run(&case, &[], &[0.3, 0.5]);
        for risks in [[0.3, 0.5], [0.299, 0.499], [0.4, 0.5]] {
            let package = run(&case, &["symbol"], &risks);
            let safest = findings(&case, &[&nothing, &package]).safest.expect("a package");
            assert!(!safest.lowers_risk, "{risks:?}");
        }
    }

    #[test]
    fn the_safest_that_nobody_refuses_may_be_another() {
        let case = case();
        let nothing = run(&case, &[], &[0.5, 0.5, 0.5]);
        let refused = signed(run(&case, &["symbol"], &[0.1, 0.1, 0.1]), &[0.4, 0.45, 1.0]);
        let accepted = signed(run(&case, &["declaration"], &[0.2, 0.3, 0.2]), &[0.1, 0.6, 0.7]);
        let found = findings(&case, &[&nothing, &refused, &accepted]);
        assert_eq!(found.safest.map(|safest| safest.package).as_deref(), Some("symbol"));
        assert_eq!(found.safest_signed.map(|safest| safest.package).as_deref(), Some("declaration"));
        assert_eq!(found.packages[1].refused_by(), ["north", "south"], "two of three draws");
        assert_eq!(found.packages[1].parties[0].refuses_in, 2);
        assert_eq!(found.packages[2].refused_by(), [""; 0]);
    }
}
