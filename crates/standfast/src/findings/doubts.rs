//! What is doubtful about findings.

use serde::Serialize;
use standfast_ensemble::band::FEWEST_FOR_ERRORS;
use standfast_ensemble::{Band, Design};

use super::comparison::NO_DIFFERENCE;
use super::{EquilibriaFindings, PackageFindings, within};

/// A reason to doubt the numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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
    /// In most draws the war that goes on without a signature is all but surely settled in its first year:
    /// who signs then compares a peace with a peace.
    SettledAtOnce {
        /// The packages.
        packages: Vec<String>,
    },
    /// Much of the risk of war without any guarantee is left with nothing to win.
    NoiseFloor {
        /// The share that is left.
        share: f64,
    },
    /// No spread: everything is at its median.
    MedianOnly,
}

/// An alternative that is settled at once with a larger chance is a peace: what is left of the war in it
/// weighs a tenth at most. Where wars are settled less surely, signatures still tell packages apart.
const ALL_BUT_SETTLED: f64 = 0.9;

/// A noise floor that is a larger share of the risk is doubtful: whole points of what is printed, and of
/// what packages change, may be noise.
const LARGE_FLOOR: f64 = 0.25;

pub(super) fn doubts(design: Design, packages: &[PackageFindings], headline_years: usize) -> Vec<Doubt> {
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
    doubts.extend(of_signatures(packages));
    doubts.extend(of_noise(packages, headline_years));
    doubts.extend(of_draws(design, packages));
    doubts
}

/// Packages whose signatures say little.
fn of_signatures(packages: &[PackageFindings]) -> Option<Doubt> {
    let settled =
        |package: &&PackageFindings| package.alternative_settled.is_some_and(|settled| settled.p50 > ALL_BUT_SETTLED);
    let packages: Vec<String> = packages.iter().filter(settled).map(|package| package.id.clone()).collect();
    (!packages.is_empty()).then_some(Doubt::SettledAtOnce { packages })
}

/// Whether the risk without any guarantee is mostly that of somebody with nothing to win.
fn of_noise(packages: &[PackageFindings], years: usize) -> Option<Doubt> {
    let nothing = packages.iter().find(|package| package.instruments.is_empty() && package.is_whole())?;
    let share = within(&nothing.noise_floor, years).mean / within(&nothing.war, years).mean;
    (share > LARGE_FLOOR).then_some(Doubt::NoiseFloor { share })
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
    fn an_alternative_that_is_a_peace_is_doubtful() {
        let case = case();
        let nothing = run(&case, &[], &[0.25; 16]);
        let settled = |id: &str, chances: [f64; 16]| {
            let mut run = run(&case, &[id], &[0.25; 16]);
            run.consents.iter_mut().zip(chances).for_each(|(consent, chance)| consent.alternative_settled = chance);
            run
        };
        let mostly: [f64; 16] = std::array::from_fn(|draw| if draw < 9 { 0.95 } else { 0.1 });
        let seldom: [f64; 16] = std::array::from_fn(|draw| if draw < 7 { 0.99 } else { 0.8 });
        let found = findings(&case, &[&nothing, &settled("symbol", mostly), &settled("declaration", seldom)]);
        assert_eq!(found.doubts, [Doubt::SettledAtOnce { packages: vec!["symbol".to_owned()] }]);
    }

    #[test]
    fn a_risk_that_is_mostly_noise_is_doubtful() {
        let case = case();
        let with_floor = |floor: f64| {
            let mut nothing = run(&case, &[], &[0.5; 16]);
            nothing.floors = run(&case, &[], &[floor; 16]).outcomes;
            findings(&case, &[&nothing]).doubts
        };
        assert_eq!(with_floor(0.25), [Doubt::NoiseFloor { share: 0.5 }]);
        assert_eq!(with_floor(0.125), [], "a quarter is not more than that");
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
