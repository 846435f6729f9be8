//! What is doubtful about findings.

use serde::Serialize;
use standfast_ensemble::band::FEWEST_FOR_ERRORS;
use standfast_ensemble::{Band, Design};

use super::comparison::NO_DIFFERENCE;
use super::{EquilibriaFindings, PackageFindings};

/// A reason to doubt the numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "doubt", rename_all = "kebab-case")]
pub enum Doubt {
    /// So few draws that nobody can tell how sure the numbers are.
    NoStandardErrors {
        /// With how many draws one can.
        enough: usize,
    },
    /// Too few draws for whole percent points.
    TooFewDraws {
        /// The largest standard error of a printed mean.
        mean_se: f64,
        /// The largest standard error of an end of a printed range.
        end_se: f64,
        /// How many draws would do for the means, if the error fell as with independent draws.
        enough_for_means: usize,
        /// How many would do for the ends too.
        enough: usize,
    },
    /// Some equilibria have not converged.
    Unconverged {
        /// The package.
        package: String,
        /// In how many draws.
        draws: usize,
    },
    /// The principal branch is not unique.
    BranchNotUnique {
        /// The package.
        package: String,
        /// In how many draws.
        draws: usize,
    },
    /// No spread: everything is at its median.
    MedianOnly,
}

pub(super) fn doubts(design: Design, packages: &[PackageFindings]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for package in packages {
        let EquilibriaFindings { unconverged_draws, branch_not_unique_draws, .. } = package.equilibria;
        if unconverged_draws > 0 {
            doubts.push(Doubt::Unconverged { package: package.id.clone(), draws: unconverged_draws });
        }
        if branch_not_unique_draws > 0 {
            doubts.push(Doubt::BranchNotUnique { package: package.id.clone(), draws: branch_not_unique_draws });
        }
    }
    doubts.extend(of_draws(design, packages));
    doubts
}

/// Whether the draws are too few for what is printed.
fn of_draws(design: Design, packages: &[PackageFindings]) -> Option<Doubt> {
    let draws = match design {
        Design::Median => return Some(Doubt::MedianOnly),
        Design::Sobol { draws, .. } if draws < FEWEST_FOR_ERRORS => {
            return Some(Doubt::NoStandardErrors { enough: FEWEST_FOR_ERRORS });
        }
        Design::Sobol { draws, .. } => draws,
    };
    let printed: Vec<&Band> = packages.iter().flat_map(printed).collect();
    let mean_se = largest(printed.iter().map(|band| band.mean_se));
    let end_se = largest(printed.iter().flat_map(|band| [band.p10_se, band.p90_se]));
    let enough = |se: f64| {
        // An error of less than what counts as a difference does not show.
        let factor = if se > NO_DIFFERENCE { (se / NO_DIFFERENCE) * (se / NO_DIFFERENCE) } else { 1.0 };
        // Rounded up to a power of two, which keeps the scrambled nets whole.
        if factor > 1.0 { ((draws as f64 * factor) as usize).next_power_of_two() } else { draws }
    };
    let (for_means, for_ends) = (enough(mean_se), enough(end_se));
    let enough = if for_means > for_ends { for_means } else { for_ends };
    (enough > draws).then_some(Doubt::TooFewDraws { mean_se, end_se, enough_for_means: for_means, enough })
}

/// Every band that tables and rows print.
fn printed(package: &PackageFindings) -> Vec<&Band> {
    let risks = [&package.war, &package.limited, &package.lost, &package.noise_floor, &package.war_difference];
    let mut bands: Vec<&Band> = risks.into_iter().flatten().map(|within| &within.band).collect();
    bands.extend(package.parties.iter().map(|party| &party.signs));
    bands.extend(package.responses.iter().flat_map(|r| [&r.stands_aside, &r.supplies, &r.intervenes]));
    bands.extend(package.concluded.iter().chain(&package.nobody_intervenes));
    bands.extend(package.window.iter().flat_map(|window| [&window.war, &window.war_unforeseen, &window.cost]));
    bands
}

fn largest(errors: impl Iterator<Item = Option<f64>>) -> f64 {
    errors.flatten().fold(0.0, |largest, se| if se > largest { se } else { largest })
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{case, findings, run, signed};
    use super::*;

    /// Sums of sixteen numbers near 1 do not come out exactly.
    const ROUNDING: f64 = 1e-15;

    #[test]
    fn under_sixteen_draws_there_is_always_a_doubt() {
        let case = case();
        for draws in [2, 15] {
            let nothing = run(&case, &[], &vec![0.25; draws]);
            let found = findings(&case, &[&nothing]);
            assert_eq!(found.doubts, [Doubt::NoStandardErrors { enough: 16 }], "{draws} draws");
        }
        let found = findings(&case, &[&run(&case, &[], &[0.25; 16])]);
        assert_eq!(found.doubts, [], "sixteen draws that agree");
        let found = findings(&case, &[&run(&case, &[], &[0.25])]);
        assert_eq!(found.doubts, [Doubt::MedianOnly], "a single draw by hand stands for the median");
    }

    #[test]
    fn every_printed_number_counts() {
        let case = case();
        let nothing = run(&case, &[], &[0.25; 16]);
        // Only the signatures differ between draws: half of the scramblings sign for sure.
        let signs: Vec<f64> = (0..16).map(|draw| f64::from(draw % 2)).collect();
        let package = signed(run(&case, &["symbol"], &[0.25; 16]), &signs);
        let found = findings(&case, &[&nothing, &package]);
        let [Doubt::TooFewDraws { mean_se, end_se, enough_for_means, enough }] = found.doubts[..] else {
            panic!("{:?}", found.doubts)
        };
        // The eight means are 0 or 1, half and half: variance 2/7, over 8, and so are the ends.
        let by_hand = (2.0_f64 / 7.0 / 8.0).sqrt();
        assert_eq!((mean_se, end_se), (by_hand, by_hand));
        // 1 / 28 over 0.005², times 16: 22,857, and the next power of two.
        assert_eq!((enough_for_means, enough), (32768, 32768));
    }

    #[test]
    fn ends_of_ranges_count_where_means_are_sure() {
        let case = case();
        // Every scrambling has the mean 0.5; half of them spread, half do not.
        let risks: Vec<f64> = (0..16)
            .map(|draw| match (draw % 2, draw / 8) {
                (0, _) => 0.5,
                (_, 0) => 0.25,
                _ => 0.75,
            })
            .collect();
        let found = findings(&case, &[&run(&case, &[], &risks)]);
        let [Doubt::TooFewDraws { mean_se, end_se, enough_for_means, enough }] = found.doubts[..] else {
            panic!("{:?}", found.doubts)
        };
        assert!(mean_se < ROUNDING && enough_for_means == 16, "{mean_se}");
        // The tenth percentile is 0.5 or 0.3, the ninetieth 0.5 or 0.7.
        let by_hand = (8.0_f64 * 0.1 * 0.1 / 7.0 / 8.0).sqrt();
        assert!((end_se - by_hand).abs() < ROUNDING, "{end_se} against {by_hand}");
        assert!(enough > 16);
    }
}
