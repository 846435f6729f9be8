//! Owen scrambling keeps what makes a net a net, and makes each point uniform.

use proptest::prelude::*;
use standfast_math::owen::scramble;
use standfast_math::sobol::Sobol;
use standfast_math::stream::{Stream, unit_interval};
use standfast_math::sum::sum;

fn scrambled(seed: u64, scrambling: u64, index: u64, dimension: usize, sobol: &Sobol) -> u64 {
    scramble(&Stream::new(seed, "net"), scrambling, dimension as u64, sobol.coordinate(index, dimension))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// In each dimension the first 2ᵐ points fall one into each of 2ᵐ equal intervals.
    #[test]
    fn one_point_in_each_interval(seed: u64, scrambling in 0..8_u64, dimension in 0..40_usize, m in 0..9_u32) {
        let sobol = Sobol::new(40);
        let mut seen = vec![0; 1 << m];
        for index in 0..1_u64 << m {
            let x = scrambled(seed, scrambling, index, dimension, &sobol);
            seen[(u128::from(x) << m >> 64) as usize] += 1;
        }
        prop_assert!(seen.iter().all(|&n| n == 1));
    }

    /// The first two dimensions are a (0, m, 2)-net: one point in each elementary rectangle.
    #[test]
    fn one_point_in_each_rectangle(seed: u64, scrambling in 0..8_u64, m in 1..9_u32, split in 0..9_u32) {
        let (across, sobol) = (split.min(m), Sobol::new(2));
        let down = m - across;
        let mut seen = vec![0; 1 << m];
        for index in 0..1_u64 << m {
            let x = u128::from(scrambled(seed, scrambling, index, 0, &sobol)) << across >> 64;
            let y = u128::from(scrambled(seed, scrambling, index, 1, &sobol)) << down >> 64;
            seen[(x << down | y) as usize] += 1;
        }
        prop_assert!(seen.iter().all(|&n| n == 1));
    }
}

/// Over many scramblings one point is uniform: mean and variance of its coordinate.
#[test]
fn each_point_is_uniform() {
    const SCRAMBLINGS: u64 = 20_000;
    let sobol = Sobol::new(5);
    for (index, dimension) in [(0, 0), (1, 3), (77, 4)] {
        let xs: Vec<f64> = (0..SCRAMBLINGS).map(|s| unit_interval(scrambled(7, s, index, dimension, &sobol))).collect();
        let mean = sum(xs.iter().copied()) / SCRAMBLINGS as f64;
        let variance = sum(xs.iter().map(|x| (x - mean) * (x - mean))) / SCRAMBLINGS as f64;
        // Five standard errors of the mean and of the variance of a uniform number.
        assert!((mean - 0.5).abs() < 5.0 * (1.0 / 12.0_f64 / SCRAMBLINGS as f64).sqrt(), "{mean}");
        assert!((variance - 1.0 / 12.0).abs() < 5.0 * (1.0 / 180.0 / SCRAMBLINGS as f64).sqrt(), "{variance}");
    }
}

/// Scrambled nets integrate a smooth function far better than independent points would.
#[test]
fn the_error_falls_faster_than_with_independent_points() {
    const POINTS: u64 = 1024;
    let sobol = Sobol::new(4);
    let integrand = |index: u64, scrambling: u64| {
        (0..4).map(|d| 1.0 + (unit_interval(scrambled(3, scrambling, index, d, &sobol)) - 0.5)).product::<f64>()
    };
    let errors = (0..32).map(|s| sum((0..POINTS).map(|i| integrand(i, s))) / POINTS as f64 - 1.0);
    let rms = (sum(errors.map(|e| e * e)) / 32.0).sqrt();
    // Independent points: sqrt(((13/12)^4 − 1) / 1024) = 0.019.
    assert!(rms < 0.001, "{rms}");
}

/// A million points with 64-bit indices: the far ones are as good as the near ones.
#[test]
fn far_indices_are_a_net_too() {
    let sobol = Sobol::new(2);
    let base = 1_u64 << 45;
    let mut seen = [0; 256];
    for index in 0..256 {
        let x = sobol.coordinate(base + index, 1);
        seen[(x >> 56) as usize] += 1;
    }
    assert!(seen.iter().all(|&n| n == 1));
}
