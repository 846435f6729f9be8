//! What single numbers do to a result, from draws that were made for something else.
//!
//! The n values of a number are replaced by their ranks, and the result is fitted by polynomials in the rank
//! of degree 1 to 3, orthogonal on n equally spaced points (Gram 1883; Chebyshev 1854). The share of the
//! variance that the fit explains, R², estimates the number's first index, as any smooth regression on one
//! number does (Da Veiga and others 2009; Plischke 2010): monotone, U-shaped and S-shaped answers are met, and of what
//! is more crooked a part, so it is rather too small. By chance R² is 3/(n − 1) on average; the adjusted share
//!
//! ```text
//! S = 1 − (1 − R²)·(n − 1)/(n − 1 − 3)        (Ezekiel 1930)
//! ```
//!
//! is 0 on average then, and may be negative. Of many numbers some look important by chance: so the largest R² is
//! held against the largest with the results dealt anew to the draws at random, and a number's p-value is
//! (1 + deals in which the largest of all numbers is as large as its own)/(1 + all deals) (Westfall and Young
//! 1993; Phipson and Smyth 2010).

use standfast_math::stream::Stream;
use standfast_math::sum::{mean, sum};

use crate::deal::order;

/// The highest degree of the polynomials.
pub const DEGREE: usize = 3;
/// How often results are dealt anew.
pub const DEALS: usize = 499;
/// A number with a p-value above this does not stand out from chance.
pub const STANDS_OUT: f64 = 0.05;
/// With fewer draws the polynomials would fit nearly everything.
pub const FEWEST_DRAWS: usize = 8 * DEGREE;

/// What a number does to a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// Its first index, estimated; may be negative.
    pub first: f64,
    /// How often chance makes the largest of all numbers' shares as large.
    pub p_value: f64,
    /// The correlation of its ranks with the result: which way it works.
    pub direction: f64,
}

impl Influence {
    /// Whether it is more than chance would have it.
    pub fn stands_out(&self) -> bool {
        self.p_value <= STANDS_OUT
    }
}

/// What each number does to a result y, given their values by number and draw; `stream` deals.
///
/// Nothing with fewer than [`FEWEST_DRAWS`], or if y does not vary or is not a number in some draw. Of equal values
/// the earlier draw has the lower rank.
///
/// # Panics
/// If a number does not have a value for each draw.
pub fn influences(values: &[Vec<f64>], y: &[f64], stream: &Stream) -> Option<Vec<Influence>> {
    let draws = y.len();
    values.iter().for_each(|values| assert_eq!(values.len(), draws, "a number has a value for each draw"));
    let middle = mean(y);
    let y: Vec<f64> = y.iter().map(|y| y - middle).collect();
    let variation = sum(y.iter().map(|y| y * y));
    // Not a number either if one of them is not.
    if draws < FEWEST_DRAWS || !(variation > 0.0 && variation.is_finite()) {
        return None;
    }
    let polynomials = polynomials(draws);
    let ranks: Vec<Vec<usize>> = values.iter().map(|values| ranks(values)).collect();
    let each: Vec<[f64; DEGREE]> = ranks.iter().map(|ranks| loads(&polynomials, ranks, &y)).collect();
    let share = |loads: &[f64; DEGREE]| sum(loads.iter().map(|load| load * load)) / variation;
    let shares: Vec<f64> = each.iter().map(share).collect();
    let largest = |deal: usize| {
        let dealt: Vec<f64> = order(stream, deal as u64, draws).into_iter().map(|draw| y[draw]).collect();
        let shares = ranks.iter().map(|ranks| share(&loads(&polynomials, ranks, &dealt)));
        shares.fold(0.0, |largest, share| if share > largest { share } else { largest })
    };
    let largest: Vec<f64> = (0..DEALS).map(largest).collect();
    let influence = |(share, loads): (&f64, &[f64; DEGREE])| {
        let as_large = largest.iter().filter(|largest| *largest >= share).count();
        let unexplained = (1.0 - share) * (draws - 1) as f64 / (draws - 1 - DEGREE) as f64;
        Influence {
            first: 1.0 - unexplained,
            p_value: (1 + as_large) as f64 / (1 + DEALS) as f64,
            direction: loads[0] / variation.sqrt(),
        }
    };
    Some(shares.iter().zip(&each).map(influence).collect())
}

/// By rank, the values of the polynomials of degree 1 … [`DEGREE`]; orthonormal over the ranks.
fn polynomials(draws: usize) -> Vec<[f64; DEGREE]> {
    let n = draws as f64;
    let mut values = vec![[0.0; DEGREE]; draws];
    for (rank, values) in values.iter_mut().enumerate() {
        let x = rank as f64 - 0.5 * (n - 1.0);
        let (mut before, mut now) = (1.0, x);
        for (k, value) in values.iter_mut().enumerate() {
            *value = now;
            let degree = (k + 1) as f64;
            let weight = degree * degree * (n * n - degree * degree) / (4.0 * (4.0 * degree * degree - 1.0));
            (before, now) = (now, x * now - weight * before);
        }
    }
    for k in 0..DEGREE {
        let norm = sum(values.iter().map(|values| values[k] * values[k])).sqrt();
        values.iter_mut().for_each(|values| values[k] /= norm);
    }
    values
}

/// The rank of each draw.
fn ranks(values: &[f64]) -> Vec<usize> {
    let mut ascending: Vec<usize> = (0..values.len()).collect();
    ascending.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut ranks = vec![0; values.len()];
    ascending.into_iter().enumerate().for_each(|(rank, draw)| ranks[draw] = rank);
    ranks
}

/// The parts of y along the polynomials in a number's rank.
fn loads(polynomials: &[[f64; DEGREE]], ranks: &[usize], y: &[f64]) -> [f64; DEGREE] {
    let mut loads = [0.0; DEGREE];
    for (&rank, y) in ranks.iter().zip(y) {
        loads.iter_mut().zip(&polynomials[rank]).for_each(|(load, value)| *load += value * y);
    }
    loads
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

    #[test]
    fn polynomials_are_orthonormal_over_the_ranks() {
        /// Rounding of sums of a hundred terms.
        const ROUNDING: f64 = 1e-13;
        for draws in [24, 100] {
            let polynomials = polynomials(draws);
            for i in 0..DEGREE {
                assert!(sum(polynomials.iter().map(|values| values[i])).abs() < ROUNDING);
                for j in 0..DEGREE {
                    let product = sum(polynomials.iter().map(|values| values[i] * values[j]));
                    assert!((product - if i == j { 1.0 } else { 0.0 }).abs() < ROUNDING, "{i} {j}: {product}");
                }
            }
        }
    }

    #[test]
    fn shares_and_directions_of_functions_that_can_be_integrated_by_hand() {
        // y = 2a − b + 4(c − ½)²: variances 4/12, 1/12 and 16/180.
        let values = noise(1, 6, 4096);
        let y: Vec<f64> = (0..4096)
            .map(|i| 2.0 * values[1][i] - values[3][i] + 4.0 * (values[4][i] - 0.5) * (values[4][i] - 0.5))
            .collect();
        let found = influences(&values, &y, &stream()).expect("it varies");
        let whole = 4.0 / 12.0 + 1.0 / 12.0 + 16.0 / 180.0;
        for (number, exact) in [(0, 0.0), (1, 4.0 / 12.0), (2, 0.0), (3, 1.0 / 12.0), (4, 16.0 / 180.0), (5, 0.0)] {
            // The standard error of a share of about a half is below 1/√4096.
            assert!((found[number].first - exact / whole).abs() < 0.03, "{number}: {found:?}");
            assert_eq!(found[number].stands_out(), exact > 0.0, "{number}: {found:?}");
        }
        assert!(found[1].direction > 0.5 && found[3].direction < -0.2 && found[4].direction.abs() < 0.1, "{found:?}");
    }

    #[test]
    fn what_chance_does_stands_out_as_seldom_as_it_says() {
        const STUDIES: u64 = 100;
        let standing_out = (0..STUDIES).filter(|&study| {
            let values = noise(100 + study, 10, 40);
            let other = Stream::new(study, "results");
            let y: Vec<f64> = (0..40).map(|draw| other.uniform(draw, 0)).collect();
            influences(&values, &y, &stream()).is_some_and(|found| found.iter().any(Influence::stands_out))
        });
        // Of 100 with a chance of 1 in 20 each, 5 on average; more than 13 in one case of a thousand.
        let standing_out = standing_out.count();
        assert!((1..=13).contains(&standing_out), "{standing_out}");
    }

    #[test]
    fn there_is_no_influence_on_what_does_not_vary() {
        let values = noise(1, 2, 30);
        assert_eq!(influences(&values, &[0.5; 30], &stream()), None);
        let mut y = values[0].clone();
        assert!(influences(&values, &y, &stream()).is_some());
        y[7] = f64::NAN;
        assert_eq!(influences(&values, &y, &stream()), None);
        assert_eq!(influences(&noise(1, 2, 23), &noise(2, 1, 23)[0], &stream()), None, "23 draws");
    }
}
