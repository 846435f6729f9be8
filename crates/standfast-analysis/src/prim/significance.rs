//! Whether a limit does something: the box with it against the box without it.

use super::{Region, Sample, Tally, Tested};

/// The limits of a box that holds some draws, each held against the box without it.
pub fn tested(sample: &Sample<'_>, region: &Region, tally: Tally) -> Vec<Tested> {
    let test = |place| {
        let without = sample.tally(&region.without(sample.features, place));
        let quasi_p = binomial_tail(tally, without.density());
        Tested { place, limit: region.limit(sample.features, place), without, quasi_p }
    };
    region.places(sample.features).into_iter().map(test).collect()
}

/// The chance that so many draws, of which each says yes with some chance and independently, hold as many yeses or
/// more: Σ_{k ≥ h} C(n, k) pᵏ (1 − p)ⁿ⁻ᵏ. NaN if that chance is.
///
/// The terms are built from their largest one outwards by their ratios, and divided by the sum of all of them, which
/// is 1: exact but for roundings, and without a logarithm.
pub fn binomial_tail(tally: Tally, p: f64) -> f64 {
    let Tally { draws: n, yes: h } = tally;
    if p.is_nan() {
        return f64::NAN;
    }
    if h == 0 || p >= 1.0 {
        return 1.0;
    }
    if p <= 0.0 {
        return 0.0;
    }
    let odds = p / (1.0 - p);
    // From k to k + 1.
    let ratio = |k: usize| (n - k) as f64 / (k + 1) as f64 * odds;
    let mode = ((n + 1) as f64 * p) as usize;
    let mode = if mode > n { n } else { mode };
    let (mut tail, mut rest) = (0.0, 0.0);
    let mut add = |k: usize, term: f64| if k >= h { tail += term } else { rest += term };
    add(mode, 1.0);
    let mut term = 1.0;
    for k in mode..n {
        term *= ratio(k);
        add(k + 1, term);
    }
    term = 1.0;
    for k in (0..mode).rev() {
        term /= ratio(k);
        add(k, term);
    }
    tail / (tail + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rounding of sums of at most 60 terms.
    const ROUNDING: f64 = 1e-13;

    /// By the triangle of Pascal.
    fn by_definition(tally: Tally, p: f64) -> f64 {
        let mut chances = vec![1.0];
        for _ in 0..tally.draws {
            let mut next = vec![0.0; chances.len() + 1];
            for (k, chance) in chances.iter().enumerate() {
                next[k] += chance * (1.0 - p);
                next[k + 1] += chance * p;
            }
            chances = next;
        }
        chances[tally.yes..].iter().sum()
    }

    #[test]
    fn tails_are_those_of_the_definition() {
        for draws in [0, 1, 2, 7, 30, 60] {
            for yes in 0..=draws {
                for p in [0.0, 1e-3, 0.1, 0.3, 0.5, 0.9, 0.999, 1.0] {
                    let tally = Tally { draws, yes };
                    let (found, expected) = (binomial_tail(tally, p), by_definition(tally, p));
                    assert!((found - expected).abs() < ROUNDING, "{tally:?} {p}: {found} for {expected}");
                }
            }
        }
    }

    #[test]
    fn tails_of_many_draws_neither_overflow_nor_vanish() {
        let tail = |draws, yes, p| binomial_tail(Tally { draws, yes }, p);
        let half = tail(1_000_000, 500_000, 0.5);
        assert!((half - 0.5).abs() < 1e-3, "{half}");
        assert_eq!(tail(1_000_000, 900_000, 0.5), 0.0);
        assert_eq!(tail(1_000_000, 100_000, 0.5), 1.0);
        assert!(tail(10, 5, f64::NAN).is_nan());
    }
}
