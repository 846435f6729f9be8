//! Sobol indices held against SALib (`validation/sobol`) and against integrals.

#![allow(clippy::disallowed_methods, reason = "a test reads a fixture")]

use std::f64::consts::PI;

use serde_json::Value;
use standfast_analysis::sobol::{Index, Samples};
use standfast_math::owen::scramble;
use standfast_math::sobol::Sobol;
use standfast_math::stream::{Stream, unit_interval};

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list of numbers").iter().map(|x| x.as_f64().expect("a number")).collect()
}

fn lists(value: &Value) -> Vec<Vec<f64>> {
    value.as_array().expect("a list of lists").iter().map(numbers).collect()
}

#[test]
fn indices_and_resamples_are_those_of_salib() {
    const TOLERANCE: f64 = 1e-10;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../validation/sobol/salib.json");
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("the fixture {path} is missing: {error}"));
    let fixture: Value = serde_json::from_str(&text).expect("fixtures are JSON");
    let cases = fixture["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 2);
    for case in cases {
        let (a, b, ab) = (numbers(&case["a"]), numbers(&case["b"]), lists(&case["ab"]));
        let samples = Samples::new(&a, &b, &ab).expect("it varies");
        let close = |found: &[Index], first: &[f64], total: &[f64]| {
            assert_eq!((found.len(), first.len(), total.len()), (ab.len(), ab.len(), ab.len()));
            for (index, (first, total)) in found.iter().zip(first.iter().zip(total)) {
                assert!((index.first - first).abs() < TOLERANCE, "{}: {index:?}, SALib {first}", case["name"]);
                assert!((index.total - total).abs() < TOLERANCE, "{}: {index:?}, SALib {total}", case["name"]);
            }
        };
        close(&samples.indices(), &numbers(&case["first"]), &numbers(&case["total"]));
        let (first, total) = (lists(&case["first_resampled"]), lists(&case["total_resampled"]));
        let resamples = lists(&case["resamples"]);
        assert!(resamples.len() > 1);
        for (resample, (first, total)) in resamples.iter().zip(first.iter().zip(&total)) {
            let mut times = vec![0_usize; a.len()];
            resample.iter().for_each(|draw| times[*draw as usize] += 1);
            close(&samples.resampled(&times).expect("it varies"), first, total);
        }
    }
}

/// A function on the first half of 2d scrambled Sobol coordinates, on the second, and on the first with one
/// coordinate after the other from the second.
fn sampled(dimensions: usize, draws: usize, f: impl Fn(&[f64]) -> f64) -> Samples {
    let points = Sobol::new(2 * dimensions);
    let stream = Stream::new(1, "draws");
    let coordinate = |draw: usize, dimension: usize| {
        unit_interval(scramble(&stream, 0, dimension as u64, points.coordinate(draw as u64, dimension)))
    };
    let half = |second: usize| -> Vec<Vec<f64>> {
        (0..draws).map(|draw| (0..dimensions).map(|i| coordinate(draw, second * dimensions + i)).collect()).collect()
    };
    let (a, b) = (half(0), half(1));
    let on = |points: &[Vec<f64>]| -> Vec<f64> { points.iter().map(|point| f(point)).collect() };
    let crossed = |i: usize| -> Vec<f64> {
        let cross = |(a, b): (&Vec<f64>, &Vec<f64>)| {
            let mut point = a.clone();
            point[i] = b[i];
            f(&point)
        };
        a.iter().zip(&b).map(cross).collect()
    };
    let crossed: Vec<Vec<f64>> = (0..dimensions).map(crossed).collect();
    Samples::new(&on(&a), &on(&b), &crossed).expect("it varies")
}

/// As near as is asked for with so many draws.
const EXACT: f64 = 2e-3;
const DRAWS: usize = 1 << 14;

fn near(samples: &Samples, first: &[f64], total: &[f64]) {
    let errors = samples.standard_errors(100, &Stream::new(1, "resamples"));
    for (i, index) in samples.indices().iter().enumerate() {
        assert!((index.first - first[i]).abs() < EXACT, "{i}: {index:?}, exactly {}", first[i]);
        assert!((index.total - total[i]).abs() < EXACT, "{i}: {index:?}, exactly {}", total[i]);
        // The points are better than the random ones that a resample takes them for.
        assert!((index.first - first[i]).abs() < 3.0 * errors[i].first, "{i}: {errors:?}");
        assert!((index.total - total[i]).abs() < 3.0 * errors[i].total, "{i}: {errors:?}");
    }
}

/// sin x₁ + a·sin² x₂ + b·x₃⁴·sin x₁ on (−π, π)³ (Ishigami and Homma 1990).
#[test]
fn the_indices_of_ishigami_are_those_of_its_integrals() {
    let (a, b) = (7.0, 0.1);
    let x = |u: f64| PI * (2.0 * u - 1.0);
    let samples = sampled(3, DRAWS, |u| {
        let (x, y, z) = (x(u[0]), x(u[1]), x(u[2]));
        libm::sin(x) * (1.0 + b * z * z * z * z) + a * libm::sin(y) * libm::sin(y)
    });
    let fourth = PI * PI * PI * PI;
    let alone = 0.5 * (1.0 + b * fourth / 5.0) * (1.0 + b * fourth / 5.0);
    let (second, both) = (a * a / 8.0, b * b * fourth * fourth * (1.0 / 18.0 - 1.0 / 50.0));
    let whole = alone + second + both;
    near(&samples, &[alone / whole, second / whole, 0.0], &[(alone + both) / whole, second / whole, both / whole]);
}

/// Π (|4x − 2| + aᵢ)/(1 + aᵢ) on (0, 1)⁸ (Saltelli and Sobol 1995).
#[test]
fn the_indices_of_the_g_function_are_those_of_its_integrals() {
    let a = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
    let samples = sampled(8, DRAWS, |u| {
        u.iter().zip(a).fold(1.0, |product, (u, a)| product * ((4.0 * u - 2.0).abs() + a) / (1.0 + a))
    });
    let alone = a.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    let all = alone.iter().fold(1.0, |product, v| product * (1.0 + v));
    let total = alone.map(|v| v * all / (1.0 + v) / (all - 1.0));
    near(&samples, &alone.map(|v| v / (all - 1.0)), &total);
}
