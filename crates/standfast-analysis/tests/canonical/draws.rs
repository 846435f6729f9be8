//! The canonical work that tools for scenario discovery are measured on here.

use standfast_analysis::prim::Feature;

/// 10,000 draws of 20 numbers by additive recurrence with the square roots of the first 20 primes, which are the same
/// in any language; a draw says yes in the box x₀ > 0.6, x₃ < 0.45, x₇ > 0.3, but one in twenty says the opposite.
pub(crate) fn draws() -> (Vec<Feature>, Vec<bool>) {
    const PRIMES: [u32; 20] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];
    let recurrence = |prime: u32| -> Vec<f64> {
        let step = f64::from(prime).sqrt() % 1.0;
        (1..=10_000).map(|n| (0.5 + f64::from(n) * step) % 1.0).collect()
    };
    let x = PRIMES.map(recurrence);
    let flips = recurrence(73);
    let yes = (0..10_000).map(|n| (x[0][n] > 0.6 && x[3][n] < 0.45 && x[7][n] > 0.3) != (flips[n] < 0.05)).collect();
    (x.into_iter().map(Feature::Number).collect(), yes)
}
