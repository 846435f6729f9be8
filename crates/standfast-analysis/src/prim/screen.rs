//! Which features tell draws apart by themselves.
//!
//! Of each feature the threshold that parts the draws best is tried, of a category each against the others, as in
//! [`crate::split`]: the largest χ² of the two by two tables, with a tenth of the draws at least on each side. It is held
//! against the largest χ² of *any* feature with the yeses dealt anew, so that of features that all do nothing one is
//! kept in one case of twenty, however many there are (Westfall and Young 1993).

use standfast_math::stream::Stream;

use super::features::Levels;
use super::{STANDS_OUT, Sample};
use crate::deal::dealt;
use crate::split::{Scan, Side};

/// How often the yeses are dealt anew.
pub const DEALS: usize = 999;

/// The features of a sample, each by itself.
pub struct Screen<'a> {
    pub(super) sample: &'a Sample<'a>,
    pub(super) scans: Scans,
    pub(super) stream: Stream,
    /// The χ² that a feature has to pass.
    pub(super) critical: f64,
    /// The deals in which one passes it.
    pub(super) passing_deals: Vec<usize>,
    /// By feature: how often chance does as well, by any feature.
    p_values: Vec<f64>,
}

/// Every feature of a sample, made ready: the scans of one stand together.
pub(super) struct Scans {
    each: Vec<(usize, Scan)>,
    features: usize,
}

impl Scans {
    pub(super) fn new(sample: &Sample<'_>) -> Scans {
        let mut each = Vec::new();
        for &feature in &sample.among {
            let ranked = &sample.features.each()[feature];
            let ranks = || sample.draws.iter().map(|&draw| ranked.ranks[draw as usize]);
            let mut scan = |values: Vec<f64>| each.push((feature, Scan::new(&values, values.len())));
            match &ranked.levels {
                Levels::Numbers(_) => scan(ranks().map(f64::from).collect()),
                Levels::Categories(categories) => {
                    for category in 0..categories.len() as u32 {
                        scan(ranks().map(|rank| f64::from(u8::from(rank == category))).collect());
                    }
                }
            }
        }
        Scans { each, features: sample.features.len() }
    }

    /// The largest χ² of each feature.
    pub(super) fn chi_squared(&self, yes: &[bool]) -> Vec<f64> {
        let all = Side { draws: yes.len(), yes: yes.iter().filter(|yes| **yes).count() };
        let scale = (all.yes * (all.draws - all.yes)) as f64;
        let mut largest = vec![0.0; self.features];
        for (feature, scan) in self.each.iter().filter(|_| scale > 0.0) {
            let chi_squared = scan.best(yes, all).0 * all.draws as f64 / scale;
            if chi_squared > largest[*feature] {
                largest[*feature] = chi_squared;
            }
        }
        largest
    }
}

/// The positions of those that pass.
pub(super) fn passing(chi_squared: &[f64], critical: f64) -> Vec<usize> {
    (0..chi_squared.len()).filter(|&feature| chi_squared[feature] > critical).collect()
}

impl<'a> Screen<'a> {
    /// Screens the features of a sample.
    pub fn new(sample: &'a Sample<'a>, stream: Stream) -> Screen<'a> {
        let scans = Scans::new(sample);
        let yes: Vec<bool> = sample.draws.iter().map(|&draw| sample.yes[draw as usize]).collect();
        let found = scans.chi_squared(&yes);
        let largest = |deal: usize| {
            let each = scans.chi_squared(&dealt(&stream, deal as u64, sample.all.draws, sample.all.yes));
            each.into_iter().fold(0.0, |largest, each| if each > largest { each } else { largest })
        };
        let by_deal: Vec<f64> = (0..DEALS).map(largest).collect();
        let mut sorted = by_deal.clone();
        sorted.sort_unstable_by(|a, b| b.total_cmp(a));
        let p_value = |chi_squared: f64| {
            (1 + sorted.partition_point(|largest| *largest >= chi_squared)) as f64 / (1 + DEALS) as f64
        };
        // What so many deals or more reach does not stand out.
        let critical = sorted[(STANDS_OUT * (1 + DEALS) as f64) as usize - 1];
        let passing_deals = (0..DEALS).filter(|&deal| by_deal[deal] > critical).collect();
        let p_values = found.iter().map(|chi_squared| p_value(*chi_squared)).collect();
        Screen { sample, scans, stream, critical, passing_deals, p_values }
    }

    /// How often chance does as well as each feature, by any of them.
    pub fn p_values(&self) -> &[f64] {
        &self.p_values
    }

    /// The features that stand out, in ascending order.
    pub fn standing_out(&self) -> Vec<usize> {
        (0..self.p_values.len()).filter(|&feature| self.p_values[feature] <= STANDS_OUT).collect()
    }
}
