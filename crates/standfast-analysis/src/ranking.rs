//! Packages by the mean of one of their numbers.

use standfast_math::sum::mean;

use crate::table::Table;

/// The packages from the highest mean of a column to the lowest. Of equals those with fewer instruments come
/// first, and those of which the number is not defined last.
pub fn from_highest(table: &Table, column: usize) -> Vec<usize> {
    let means: Vec<f64> = (0..table.packages().len()).map(|package| mean(table.values(package, column))).collect();
    let mut order: Vec<usize> = (0..means.len()).collect();
    let set = |package: usize| table.packages()[package];
    order.sort_by(|&a, &b| {
        let (one, other) = (means[a], means[b]);
        let undefined = one.is_nan().cmp(&other.is_nan());
        let higher = other.partial_cmp(&one).unwrap_or(std::cmp::Ordering::Equal);
        undefined.then(higher).then(set(a).len().cmp(&set(b).len())).then(a.cmp(&b))
    });
    order
}
