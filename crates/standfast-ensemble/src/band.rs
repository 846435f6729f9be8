//! Means, quantiles and how sure they are.

use serde::Serialize;
use standfast_math::sum::{mean, sum};

use crate::design::SCRAMBLINGS;

/// With fewer draws, two for each scrambling, there are no standard errors.
pub const FEWEST_FOR_ERRORS: usize = 2 * SCRAMBLINGS;

/// A statistic of the draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Statistic {
    /// The mean.
    Mean,
    /// The quantile of a probability.
    Quantile(f64),
}

/// A statistic with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Over all draws.
    pub value: f64,
    /// From the eight scramblings; nothing with fewer than two draws in each.
    pub standard_error: Option<f64>,
}

/// The spread of a result over the draws, with the standard errors of what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Band {
    /// Mean.
    pub mean: f64,
    /// Standard error of the mean.
    pub mean_se: Option<f64>,
    /// 5th percentile.
    pub p05: f64,
    /// 10th percentile.
    pub p10: f64,
    /// Standard error of the 10th percentile.
    pub p10_se: Option<f64>,
    /// 25th percentile.
    pub p25: f64,
    /// Median.
    pub p50: f64,
    /// 75th percentile.
    pub p75: f64,
    /// 90th percentile.
    pub p90: f64,
    /// Standard error of the 90th percentile.
    pub p90_se: Option<f64>,
    /// 95th percentile.
    pub p95: f64,
}

impl Band {
    /// The band of a result, given by draw; draw i belongs to scrambling i mod 8.
    pub fn of(values: &[f64]) -> Band {
        let all = sorted(values.to_vec());
        let each: Vec<Vec<f64>> = scramblings(values).into_iter().map(sorted).collect();
        let error = |p: f64| standard_error(&each.iter().map(|each| quantile_of(each, p)).collect::<Vec<_>>());
        let mean = estimate(values, Statistic::Mean);
        Band {
            mean: mean.value,
            mean_se: mean.standard_error,
            p05: quantile_of(&all, 0.05),
            p10: quantile_of(&all, 0.10),
            p10_se: error(0.10),
            p25: quantile_of(&all, 0.25),
            p50: quantile_of(&all, 0.50),
            p75: quantile_of(&all, 0.75),
            p90: quantile_of(&all, 0.90),
            p90_se: error(0.90),
            p95: quantile_of(&all, 0.95),
        }
    }
}

/// A statistic over all draws, with its standard error: the statistic of each scrambling alone is
/// an independent estimate of the same from an eighth of the draws, so the standard deviation of
/// the eight over √8 is that of their mean.
pub fn estimate(values: &[f64], statistic: Statistic) -> Estimate {
    let each: Vec<f64> = scramblings(values).iter().map(|each| of(each, statistic)).collect();
    Estimate { value: of(values, statistic), standard_error: standard_error(&each) }
}

/// The draws of each scrambling; none with too few draws.
fn scramblings(values: &[f64]) -> Vec<Vec<f64>> {
    let enough = values.len() >= FEWEST_FOR_ERRORS;
    let each = (0..SCRAMBLINGS).filter(|_| enough);
    each.map(|r| values.iter().skip(r).step_by(SCRAMBLINGS).copied().collect()).collect()
}

/// From the estimate of each scrambling.
fn standard_error(each: &[f64]) -> Option<f64> {
    let middle = mean(each);
    let variance = sum(each.iter().map(|x| (x - middle) * (x - middle))) / (SCRAMBLINGS - 1) as f64;
    (!each.is_empty()).then(|| (variance / SCRAMBLINGS as f64).sqrt())
}

fn of(values: &[f64], statistic: Statistic) -> f64 {
    match statistic {
        Statistic::Mean => mean(values),
        Statistic::Quantile(p) => quantile(values, p),
    }
}

/// The quantile of a sample, linear between order statistics (Hyndman and Fan 1996, type 7); NaN
/// for an empty sample.
pub fn quantile(values: &[f64], p: f64) -> f64 {
    quantile_of(&sorted(values.to_vec()), p)
}

fn sorted(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_unstable_by(f64::total_cmp);
    values
}

/// The quantile of a sample in ascending order.
fn quantile_of(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let position = p * last as f64;
    let below = position as usize;
    let above = if below < last { below + 1 } else { last };
    sorted[below] + (position - below as f64) * (sorted[above] - sorted[below])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_a_small_sample() {
        let values = [3.0, 1.0, 2.0, 5.0];
        assert_eq!(quantile(&values, 0.0), 1.0);
        assert_eq!(quantile(&values, 0.5), 2.5);
        assert_eq!(quantile(&values, 1.0), 5.0);
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn a_band_has_the_quantiles_of_its_sample_and_of_its_scramblings() {
        let values: Vec<f64> = (0..40).map(|i| f64::from(i * 7 % 41)).collect();
        let band = Band::of(&values);
        let p10 = estimate(&values, Statistic::Quantile(0.1));
        assert_eq!((band.p10, band.p10_se), (p10.value, p10.standard_error));
        let p90 = estimate(&values, Statistic::Quantile(0.9));
        assert_eq!((band.p90, band.p90_se), (p90.value, p90.standard_error));
        assert_eq!([band.p05, band.p25, band.p50], [0.05, 0.25, 0.5].map(|p| quantile(&values, p)));
        assert_eq!([band.p75, band.p95], [0.75, 0.95].map(|p| quantile(&values, p)));
        assert_eq!(Band::of(&values[..15]).p10_se, None);
    }

    #[test]
    fn the_standard_error_comes_from_the_scramblings() {
        // Scrambling r holds the value r in both of its draws: mean 3.5, sd of the eight √6.
        let values: Vec<f64> = (0..16).map(|i| f64::from(i % 8)).collect();
        let estimate = estimate(&values, Statistic::Mean);
        assert_eq!(estimate.value, 3.5);
        assert_eq!(estimate.standard_error, Some((6.0_f64 / 8.0).sqrt()));
        assert_eq!(super::estimate(&values[..15], Statistic::Mean).standard_error, None);
    }
}
