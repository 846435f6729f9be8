//! Sums in a fixed order, so that they do not depend on how work was split.

/// How many terms are added one after another before the partial sums are added.
const CHUNK: usize = 64;

/// The sum of the values: runs of 64 from left to right, then the runs from left to right.
///
/// The error grows with 64 + n/64 roundings instead of n.
pub fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut total, mut run, mut in_run) = (0.0, 0.0, 0);
    for value in values {
        run += value;
        in_run += 1;
        if in_run == CHUNK {
            total += run;
            (run, in_run) = (0.0, 0);
        }
    }
    total + run
}

/// The arithmetic mean; NaN when there is no value.
pub fn mean(values: &[f64]) -> f64 {
    sum(values.iter().copied()) / values.len() as f64
}
