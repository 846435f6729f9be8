//! The number that decides: of many numbers, the one at whose threshold draws part best into yes and no.
//!
//! A number k and a threshold between two of its values part the n draws into those below, i of them, and
//! those above. With h of m yeses below, the impurity of Gini, 2p(1 − p) of a share p of yeses, falls by
//!
//! ```text
//! gain = 2·(h·n − i·m)² / (n²·i·(n − i)),
//! ```
//!
//! which is also the χ² of the two by two table in other units (Breiman and others 1984). The largest gain over
//! all numbers and thresholds is never 0, and the larger the more numbers are tried. So it is held against the
//! largest gains with the yeses dealt anew to the draws at random: the p-value is (1 + those as large) /
//! (1 + all), which answers for all numbers and all thresholds at once (Westfall and Young 1993; Miller and
//! Siegmund 1982; Phipson and Smyth 2010).

use standfast_math::stream::Stream;

use crate::deal::dealt;

/// How often the yeses are dealt anew.
pub const DEALS: usize = 999;
/// The smaller side holds at least this share of the draws: a threshold at an end says little.
pub const SMALLEST_SIDE: f64 = 0.1;
/// A split with a p-value above this does not stand out from chance.
pub const STANDS_OUT: f64 = 0.05;

/// The draws on one side of a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// How many.
    pub draws: usize,
    /// How many of them say yes.
    pub yes: usize,
}

impl Side {
    /// The share of them that say yes.
    pub fn share(self) -> f64 {
        self.yes as f64 / self.draws as f64
    }
}

/// The best split.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// The position of the number.
    pub number: usize,
    /// Halfway between its neighbouring values.
    pub threshold: f64,
    /// The draws below.
    pub below: Side,
    /// The draws above.
    pub above: Side,
    /// By how much it lowers the impurity of Gini.
    pub gain: f64,
    /// How often chance does as well, among all numbers and thresholds.
    pub p_value: f64,
}

impl Split {
    /// Whether it is better than chance would have it.
    pub fn stands_out(&self) -> bool {
        self.p_value <= STANDS_OUT
    }
}

/// The split of draws by the numbers whose values, by number and draw, are given. `stream` deals.
///
/// Nothing if all draws say the same, or no threshold leaves enough of them on both sides. Of equal splits the
/// first number has it, and of its thresholds the lowest.
///
/// # Panics
/// If a number does not have a value for each draw.
pub fn best_split(values: &[Vec<f64>], yes: &[bool], stream: &Stream) -> Option<Split> {
    let all = Side { draws: yes.len(), yes: yes.iter().filter(|yes| **yes).count() };
    let scans: Vec<Scan> = values.iter().map(|values| Scan::new(values, all.draws)).collect();
    let mut best: Option<(f64, usize, usize)> = None;
    for (number, scan) in scans.iter().enumerate() {
        let (gain, below) = scan.best(yes, all);
        if gain > best.map_or(0.0, |(best, ..)| best) {
            best = Some((gain, number, below));
        }
    }
    let (gain, number, draws) = best?;
    let as_large = (0..DEALS).filter(|&deal| {
        let dealt = dealt(stream, deal as u64, all.draws, all.yes);
        scans.iter().any(|scan| scan.best(&dealt, all).0 >= gain)
    });
    let p_value = (1 + as_large.count()) as f64 / (1 + DEALS) as f64;
    let order = &scans[number].order;
    let below = Side { draws, yes: order[..draws].iter().filter(|&&draw| yes[draw]).count() };
    let ends = [draws - 1, draws].map(|at| values[number][order[at]]);
    Some(Split {
        number,
        threshold: 0.5 * (ends[0] + ends[1]),
        below,
        above: Side { draws: all.draws - below.draws, yes: all.yes - below.yes },
        gain: 2.0 * gain / (all.draws * all.draws) as f64,
        p_value,
    })
}

/// One number, made ready for all of its thresholds to be tried again and again.
pub(crate) struct Scan {
    /// The draws from its lowest value to its highest.
    order: Vec<usize>,
    /// 1/(i·(n − i)) for the threshold above the first i of them; 0 where there can be none.
    weights: Vec<f64>,
}

impl Scan {
    pub(crate) fn new(values: &[f64], draws: usize) -> Scan {
        assert_eq!(values.len(), draws, "a number has a value for each draw");
        let mut order: Vec<usize> = (0..draws).collect();
        order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
        let least = (SMALLEST_SIDE * draws as f64).ceil() as usize;
        let weight = |below: usize| {
            let above = draws - below;
            let possible = below > 0 && below >= least && above >= least;
            let apart = possible && values[order[below - 1]] < values[order[below]];
            if apart { 1.0 / (below * above) as f64 } else { 0.0 }
        };
        let weights = (0..draws).map(weight).collect();
        Scan { order, weights }
    }

    /// The largest (h·n − i·m)²/(i·(n − i)), and the first i that has it.
    pub(crate) fn best(&self, yes: &[bool], all: Side) -> (f64, usize) {
        let (mut best, mut at, mut yes_below) = (0.0, 0, 0);
        for (below, (&draw, weight)) in self.order.iter().zip(&self.weights).enumerate() {
            let apart = (yes_below * all.draws) as f64 - (below * all.yes) as f64;
            let gain = apart * apart * weight;
            if gain > best {
                (best, at) = (gain, below);
            }
            yes_below += usize::from(yes[draw]);
        }
        (best, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noise(seed: u64, numbers: usize, draws: usize) -> Vec<Vec<f64>> {
        let stream = Stream::new(seed, "values");
        let number = |number: usize| (0..draws).map(|draw| stream.uniform(draw as u64, number as u64)).collect();
        (0..numbers).map(number).collect()
    }

    fn stream() -> Stream {
        Stream::new(3, "deals")
    }

    /// The impurity of Gini of draws, times their number.
    fn impurity(yes: &[bool]) -> f64 {
        let p = yes.iter().filter(|yes| **yes).count() as f64 / yes.len() as f64;
        2.0 * p * (1.0 - p) * yes.len() as f64
    }

    /// Every number and every threshold, by the definition.
    fn by_definition(values: &[Vec<f64>], yes: &[bool]) -> f64 {
        let mut best = 0.0;
        for values in values {
            for threshold in values {
                let side = |above: bool| -> Vec<bool> {
                    let draws = values.iter().zip(yes).filter(|(value, _)| (*value > threshold) == above);
                    draws.map(|(_, yes)| *yes).collect()
                };
                let (below, above) = (side(false), side(true));
                let least = SMALLEST_SIDE * yes.len() as f64;
                if (below.len() as f64) < least || (above.len() as f64) < least {
                    continue;
                }
                let gain = (impurity(yes) - impurity(&below) - impurity(&above)) / yes.len() as f64;
                if gain > best {
                    best = gain;
                }
            }
        }
        best
    }

    #[test]
    fn the_gain_is_that_of_the_definition() {
        /// Rounding of a dozen operations on numbers below 1.
        const ROUNDING: f64 = 1e-14;
        for seed in 0..20 {
            let values = noise(seed, 6, 25);
            let yes: Vec<bool> = (0..25).map(|draw| values[2][draw] + values[4][draw] > 0.8).collect();
            let found = best_split(&values, &yes, &stream()).expect("some draws say yes");
            assert!((found.gain - by_definition(&values, &yes)).abs() < ROUNDING, "{found:?}");
            let side = |above: bool| {
                let side = (0..25).filter(|&draw| (values[found.number][draw] > found.threshold) == above);
                let side: Vec<usize> = side.collect();
                Side { draws: side.len(), yes: side.iter().filter(|&&draw| yes[draw]).count() }
            };
            assert_eq!((found.below, found.above), (side(false), side(true)));
        }
    }

    #[test]
    fn a_number_that_decides_is_found_among_many() {
        let values = noise(1, 300, 64);
        let yes: Vec<bool> = values[123].iter().map(|value| *value > 0.7).collect();
        let found = best_split(&values, &yes, &stream()).expect("some draws say yes");
        assert_eq!((found.number, found.below.yes, found.above.share()), (123, 0, 1.0));
        assert!((found.threshold - 0.7).abs() < 0.05 && found.p_value == 1.0 / 1000.0, "{found:?}");
        // Only the order of its values matters.
        let mut cubes = values.clone();
        cubes[123].iter_mut().for_each(|value| *value = *value * *value * *value);
        let same = best_split(&cubes, &yes, &stream()).expect("the same");
        assert_eq!((same.number, same.below, same.above, same.p_value), (123, found.below, found.above, found.p_value));
    }

    #[test]
    fn what_chance_does_stands_out_as_seldom_as_it_says() {
        const STUDIES: u64 = 200;
        let standing_out = (0..STUDIES).filter(|&study| {
            let values = noise(100 + study, 12, 32);
            let coin = Stream::new(study, "coin");
            let yes: Vec<bool> = (0..32).map(|draw| coin.uniform(draw, 0) < 0.4).collect();
            best_split(&values, &yes, &stream()).is_some_and(|split| split.stands_out())
        });
        // Of 200 with a chance of 1 in 20 each, 10 on average; more than 21 in one case of a thousand.
        let standing_out = standing_out.count();
        assert!((1..=21).contains(&standing_out), "{standing_out}");
    }

    #[test]
    fn equal_values_stay_together_and_ends_are_no_thresholds() {
        let values = vec![vec![1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0]];
        let yes = [true, false, true, false, false, false, false, false, false, false];
        let found = best_split(&values, &yes, &stream()).expect("it splits");
        assert_eq!((found.threshold, found.below), (1.5, Side { draws: 3, yes: 2 }));
        // One draw of twenty is no side.
        let values = vec![(0..20).map(f64::from).collect::<Vec<f64>>()];
        let yes: Vec<bool> = (0..20).map(|draw| draw == 0).collect();
        let found = best_split(&values, &yes, &stream()).expect("it splits");
        assert_eq!(found.below.draws, 2);
    }

    #[test]
    fn there_is_no_split_of_what_says_the_same() {
        let values = noise(1, 3, 10);
        assert_eq!(best_split(&values, &[true; 10], &stream()), None);
        assert_eq!(best_split(&values, &[false; 10], &stream()), None);
        assert_eq!(best_split(&[], &[true, false], &stream()), None);
        assert_eq!(best_split(&[vec![1.0; 4]], &[true, false, true, false], &stream()), None);
        assert_eq!(best_split(&[vec![]], &[], &stream()), None);
    }
}
