//! The reference numbers of W1.

use serde_json::Value;

use super::{Solved, YEARS};

/// So many draws have reference numbers.
const DRAWS_CHECKED: usize = 8;

/// The largest distance of the first batch from the reference: V₀ and the chance of an invasion in each draw,
/// the mass at peace of the base case in every year. Infinite where a number is missing or is none.
pub fn largest_error(solved: &[Solved]) -> f64 {
    let text = include_str!("../../../validation/w1/reference.json");
    let reference: Value = serde_json::from_str(text).expect("the reference is JSON");
    let Some(first) = solved.first() else { return f64::INFINITY };
    let mut pairs = Vec::new();
    for draw in 0..DRAWS_CHECKED {
        let expected = &reference["draws"][draw];
        pairs.push((first.value.0[draw], &expected["value"]));
        pairs.push((1.0 - first.intact[YEARS].0[draw], &expected["invaded"]));
    }
    for year in 0..=YEARS {
        pairs.push((first.intact[year].0[0], &reference["base"]["intact"][year]));
    }
    pairs.into_iter().fold(0.0, |error, (ours, expected)| {
        let apart = expected.as_f64().map_or(f64::INFINITY, |expected| (ours - expected).abs());
        if apart <= error {
            error
        } else if apart.is_nan() {
            f64::INFINITY
        } else {
            apart
        }
    })
}
