//! Held against other people's numbers: mpmath, NumPy, SciPy (`validation/math`).

#![allow(clippy::disallowed_methods, reason = "tests read fixtures")]

use serde_json::Value;
use standfast_math::philox::philox4x64;
use standfast_math::sobol::{MAX_DIMENSIONS, Sobol};
use standfast_math::{LANES, Lanes, exp, exp_of_negative, ln, ln_of_normal, logistic, quantile};

fn fixture(name: &str) -> Value {
    let path = format!("{}/../../validation/math/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("the fixture {path} is missing: {error}"));
    serde_json::from_str(&text).expect("fixtures are JSON")
}

fn word(value: &Value) -> u64 {
    value.as_str().expect("words are strings").parse().expect("words are whole numbers")
}

fn words(value: &Value) -> Vec<u64> {
    value.as_array().expect("a list of words").iter().map(word).collect()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list of numbers").iter().map(|x| x.as_f64().expect("a number")).collect()
}

/// The largest error of a function over a table, in units of the last place of the true value.
fn largest_error_in_ulp(table: &Value, f: impl Fn(f64) -> f64) -> f64 {
    let mut worst = 0.0_f64;
    for row in table.as_array().expect("rows") {
        let (x, nearest) = (f64::from_bits(word(&row[0])), f64::from_bits(word(&row[1])));
        let beyond_nearest = row[2].as_f64().expect("a number");
        // Bit patterns count the steps between doubles of one sign, away from zero.
        let apart = f(x).to_bits().cast_signed() - nearest.to_bits().cast_signed();
        worst = worst.max((apart as f64 * nearest.signum() - beyond_nearest).abs());
    }
    worst
}

/// Required: 2 ulp. Reached on the table: under 1.
const ULP: f64 = 1.0;

#[test]
fn exp_is_within_one_ulp() {
    let worst = largest_error_in_ulp(&fixture("exp_ln.json")["exp"], exp);
    assert!(worst < ULP, "{worst} ulp");
}

#[test]
fn exp_of_negative_is_within_one_ulp_down_to_where_it_is_zero() {
    /// e to this power and less is 0.
    const SMALLEST: f64 = -708.0;
    let fixture = fixture("exp_ln.json");
    let rows = fixture["exp"].as_array().expect("rows").iter();
    let (normal, tiny): (Vec<Value>, Vec<Value>) = rows
        .filter(|row| f64::from_bits(word(&row[0])) <= 0.0)
        .cloned()
        .partition(|row| f64::from_bits(word(&row[0])) >= SMALLEST);
    assert!(normal.len() > 600 && tiny.len() > 5, "{} and {} rows", normal.len(), tiny.len());
    let worst = largest_error_in_ulp(&Value::from(normal), exp_of_negative);
    assert!(worst < ULP, "{worst} ulp");
    assert!(tiny.iter().all(|row| exp_of_negative(f64::from_bits(word(&row[0]))) == 0.0));
}

#[test]
fn ln_is_within_one_ulp() {
    let worst = largest_error_in_ulp(&fixture("exp_ln.json")["ln"], ln);
    assert!(worst < ULP, "{worst} ulp");
}

#[test]
fn ln_of_normal_has_the_bits_of_ln() {
    let fixture = fixture("exp_ln.json");
    let rows = fixture["ln"].as_array().expect("rows").iter();
    let normal: Vec<f64> =
        rows.map(|row| f64::from_bits(word(&row[0]))).filter(|x| x.is_normal() && *x > 0.0).collect();
    assert!(normal.len() > 600, "{} rows", normal.len());
    assert!(normal.iter().all(|&x| ln_of_normal(x).to_bits() == ln(x).to_bits()));
}

#[test]
fn special_values_of_exp_and_ln() {
    assert_eq!(exp(0.0), 1.0);
    assert_eq!(exp(f64::NEG_INFINITY), 0.0);
    assert_eq!(exp(f64::INFINITY), f64::INFINITY);
    assert_eq!(exp(-800.0), 0.0);
    assert_eq!(exp(710.0), f64::INFINITY);
    assert!(exp(f64::NAN).is_nan());
    assert_eq!(exp_of_negative(0.0), 1.0);
    assert_eq!(exp_of_negative(-0.0), 1.0);
    assert_eq!(exp_of_negative(f64::NEG_INFINITY), 0.0);
    assert_eq!(exp_of_negative(-1e300), 0.0);
    assert!(exp_of_negative(f64::NAN).is_nan());
    assert_eq!(ln(1.0), 0.0);
    assert_eq!(ln(0.0), f64::NEG_INFINITY);
    assert_eq!(ln(f64::INFINITY), f64::INFINITY);
    assert!(ln(-1.0).is_nan());
    assert!(ln(f64::NAN).is_nan());
    assert_eq!(logistic(f64::NEG_INFINITY), 0.0);
    assert_eq!(logistic(f64::INFINITY), 1.0);
    assert_eq!(logistic(0.0), 0.5);
}

#[test]
fn lanes_give_the_bits_of_single_numbers() {
    for start in [-740.0, -3.0, -1e-9, 0.0, 2.5, 700.0] {
        let mut x = [0.0; LANES];
        for (i, x) in x.iter_mut().enumerate() {
            *x = start + 0.37 * i as f64;
        }
        let (e, l, n) = (Lanes(x).exp(), Lanes(x).ln(), Lanes(x.map(|x| -x.abs())).exp_of_negative());
        let normal = Lanes(x).abs() + Lanes::ONE;
        for i in 0..LANES {
            assert_eq!(e.0[i].to_bits(), exp(x[i]).to_bits());
            assert_eq!(l.0[i].to_bits(), ln(x[i]).to_bits());
            assert_eq!(n.0[i].to_bits(), exp_of_negative(-x[i].abs()).to_bits());
            assert_eq!(normal.ln_of_normal().0[i].to_bits(), ln(normal.0[i]).to_bits());
        }
    }
}

#[test]
fn philox_equals_numpy() {
    for row in fixture("philox.json")["rows"].as_array().expect("rows") {
        let key: [u64; 2] = words(&row["key"]).try_into().expect("two words");
        let mut counter: [u64; 4] = words(&row["counter"]).try_into().expect("four words");
        for block in words(&row["words"]).chunks(4) {
            // NumPy adds 1 to the 256-bit counter before each block.
            for digit in &mut counter {
                *digit = digit.wrapping_add(1);
                if *digit != 0 {
                    break;
                }
            }
            assert_eq!(philox4x64(counter, key), block);
        }
    }
}

#[test]
fn unscrambled_sobol_points_equal_scipy() {
    let fixture = fixture("sobol.json");
    let sobol = Sobol::new(MAX_DIMENSIONS);
    let dimensions: Vec<usize> = numbers(&fixture["dimensions"]).iter().map(|&d| d as usize).collect();
    for (indices, points) in [("indices", "points"), ("far_indices", "far_points")] {
        for (index, point) in numbers(&fixture[indices]).iter().zip(fixture[points].as_array().expect("points")) {
            let ours: Vec<u64> = dimensions.iter().map(|&d| sobol.coordinate(*index as u64, d)).collect();
            assert_eq!(ours, words(point), "point {index}");
        }
    }
    let all: Vec<u64> = (0..MAX_DIMENSIONS).map(|d| sobol.coordinate(777, d)).collect();
    assert_eq!(all, words(&fixture["index_777_all_dimensions"]));
}

#[test]
fn quantiles_equal_mpmath_and_scipy() {
    /// Relative; the beta fixture is a root found to 40 digits, the rest is rounding.
    const TOLERANCE: f64 = 2e-13;
    let fixture = fixture("quantiles.json");
    let close = |ours: f64, theirs: f64, what: &str| {
        assert!((ours - theirs).abs() <= TOLERANCE * (1.0 + theirs.abs()), "{what}: {ours} against {theirs}");
    };
    let p = numbers(&fixture["p"]);
    for (p, expected) in p.iter().zip(numbers(&fixture["normal"])) {
        close(quantile::normal(*p), expected, &format!("normal at {p}"));
    }
    for shape in fixture["beta"].as_array().expect("shapes") {
        let (alpha, beta) = (shape["alpha"].as_f64().expect("alpha"), shape["beta"].as_f64().expect("beta"));
        for (p, expected) in p.iter().zip(numbers(&shape["log_odds"])) {
            close(quantile::beta_log_odds(*p, alpha, beta), expected, &format!("beta({alpha}, {beta}) at {p}"));
        }
    }
    let t = &fixture["triangular"];
    let corner = |name: &str| t[name].as_f64().expect("a number");
    for (p, expected) in p.iter().zip(numbers(&t["x"])) {
        let ours = quantile::triangular(*p, corner("low"), corner("mode"), corner("high"));
        close(ours, expected, &format!("triangular at {p}"));
    }
}
