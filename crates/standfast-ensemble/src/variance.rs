//! How much of a result's variance comes from some of the numbers.

use standfast_math::sum::{mean, sum};

use crate::band::FEWEST_FOR_ERRORS;
use crate::design::SCRAMBLINGS;

/// The share of the variance of a result that some numbers make, alone or together with the others:
/// their total index (Homma and Saltelli 1996).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TotalIndex {
    /// Its estimate, which may be somewhat above 1.
    pub value: f64,
    /// Its standard error.
    pub standard_error: f64,
}

/// The total index of some numbers for a result y.
///
/// `values` are y by draw, `anew` are y with these numbers drawn anew. Half the mean square of their
/// differences is the variance that is left when all other numbers are known (Jansen 1999, "Analysis of
/// variance designs for model output"). It is divided by the variance of y in both together. The standard
/// error leaves out one of the eight scramblings after the other (jackknife).
///
/// Nothing with so few draws that there is no standard error, if y does not vary, or if it is not a
/// number in some draw.
pub fn total_index(values: &[f64], anew: &[f64]) -> Option<TotalIndex> {
    let pairs: Vec<(f64, f64)> = values.iter().copied().zip(anew.iter().copied()).collect();
    if pairs.len() < FEWEST_FOR_ERRORS {
        return None;
    }
    let value = share(&pairs)?;
    let without = |left_out: usize| {
        let rest = pairs.iter().enumerate().filter(|(draw, _)| draw % SCRAMBLINGS != left_out);
        share(&rest.map(|(_, pair)| *pair).collect::<Vec<_>>())
    };
    let each = (0..SCRAMBLINGS).map(without).collect::<Option<Vec<f64>>>()?;
    let middle = mean(&each);
    let spread = sum(each.iter().map(|x| (x - middle) * (x - middle)));
    let standard_error = (spread * (SCRAMBLINGS - 1) as f64 / SCRAMBLINGS as f64).sqrt();
    Some(TotalIndex { value, standard_error })
}

fn share(pairs: &[(f64, f64)]) -> Option<f64> {
    let all: Vec<f64> = pairs.iter().flat_map(|(y, anew)| [*y, *anew]).collect();
    let middle = mean(&all);
    let variance = mean(&all.iter().map(|y| (y - middle) * (y - middle)).collect::<Vec<_>>());
    let left = mean(&pairs.iter().map(|(y, anew)| 0.5 * (y - anew) * (y - anew)).collect::<Vec<_>>());
    // Not a number either if one of them is not.
    (variance > 0.0).then(|| left / variance)
}

#[cfg(test)]
mod tests {
    use standfast_math::stream::Stream;

    use super::*;

    /// Pairs of y = f(x, z) with z drawn anew.
    fn pairs(draws: u64, f: impl Fn(f64, f64) -> f64) -> (Vec<f64>, Vec<f64>) {
        let stream = Stream::new(7, "variance");
        let uniform = |draw, which| stream.uniform(draw, which);
        (0..draws).map(|i| (f(uniform(i, 0), uniform(i, 1)), f(uniform(i, 0), uniform(i, 2)))).unzip()
    }

    fn close(found: Option<TotalIndex>, exact: f64) {
        let found = found.expect("it varies");
        assert!(found.standard_error < 0.02, "{found:?}");
        assert!((found.value - exact).abs() < 3.0 * found.standard_error, "{found:?} against {exact}");
    }

    #[test]
    fn shares_of_functions_that_can_be_integrated_by_hand() {
        let (y, anew) = pairs(8192, |x, z| x + 2.0 * z);
        // Variances 1/12 and 4/12.
        close(total_index(&y, &anew), 0.8);
        // y = (1 + x)(1 + z): the variance of 1 + z is 1/12, E(1 + x)² = 7/3, and all of it (7/3)² − (9/4)².
        let (y, anew) = pairs(8192, |x, z| (1.0 + x) * (1.0 + z));
        close(total_index(&y, &anew), (7.0 / 36.0) / (49.0 / 9.0 - 81.0 / 16.0));
    }

    #[test]
    fn numbers_that_do_nothing_make_nothing_and_those_that_do_all_make_all() {
        let (y, anew) = pairs(4096, |x, _| x * x);
        assert_eq!(total_index(&y, &anew), Some(TotalIndex { value: 0.0, standard_error: 0.0 }));
        let (y, anew) = pairs(8192, |_, z| z);
        close(total_index(&y, &anew), 1.0);
    }

    #[test]
    fn there_is_no_share_of_nothing() {
        assert_eq!(total_index(&[0.25; 16], &[0.25; 16]), None);
        assert_eq!(total_index(&[], &[]), None);
        let (mut y, anew) = pairs(16, |x, z| x + z);
        assert!(total_index(&y, &anew).is_some());
        assert_eq!(total_index(&y[..15], &anew[..15]), None, "fifteen draws");
        y[3] = f64::NAN;
        assert_eq!(total_index(&y, &anew), None);
    }
}
