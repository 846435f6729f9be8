//! The frontier against the definition.

mod canonical;

use canonical::canonical;
use proptest::prelude::*;
use standfast_analysis::pareto::frontier;

/// Every point against every other.
fn by_definition(points: &[f64], objectives: usize) -> Vec<bool> {
    let each: Vec<&[f64]> = points.chunks_exact(objectives).collect();
    let comparable = |point: &[f64]| point.iter().all(|x| !x.is_nan());
    let dominates = |a: &[f64], b: &[f64]| {
        comparable(a) && a.iter().zip(b).all(|(a, b)| a >= b) && a.iter().zip(b).any(|(a, b)| a > b)
    };
    each.iter().map(|point| comparable(point) && !each.iter().any(|other| dominates(other, point))).collect()
}

/// Points with ties, equal points and some that are not numbers.
fn points() -> impl Strategy<Value = (usize, Vec<f64>)> {
    (1_usize..=6, 0_usize..120, 1_i32..40).prop_flat_map(|(objectives, count, levels)| {
        let number = prop_oneof![30 => (-levels..=levels).prop_map(f64::from), 1 => Just(f64::NAN), 1 => Just(-0.0),
            1 => Just(f64::INFINITY)];
        (Just(objectives), prop::collection::vec(number, objectives * count))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn it_is_what_the_definition_says((objectives, points) in points()) {
        prop_assert_eq!(frontier(&points, objectives), by_definition(&points, objectives));
    }
}

#[test]
fn edges() {
    assert!(frontier(&[], 3).is_empty());
    assert_eq!(frontier(&[f64::NAN, 1.0], 2), [false]);
    assert_eq!(frontier(&[1.0, 1.0, 1.0, 1.0], 2), [true, true], "equal points stay");
    assert_eq!(frontier(&[1.0, 3.0, 2.0, 3.0], 1), [false, true, false, true]);
}

/// The canonical work that other tools are measured on: 4,096 packages of 12 instruments with made-up protection,
/// acceptability and cost, in thousandths. How many are on the frontier was counted by comparing all pairs in
/// NumPy 2.
#[test]
fn the_frontier_of_the_canonical_work_has_171_points() {
    let points = canonical();
    let on = frontier(&points, 3);
    assert_eq!(on.iter().filter(|on| **on).count(), 171);
    assert_eq!(on, by_definition(&points, 3));
}
