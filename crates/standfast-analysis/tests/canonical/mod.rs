//! The canonical work that tools for frontiers are measured on here.

/// 4,096 packages of 12 instruments: protection, acceptability and cost with its sign changed, in thousandths, so
/// that the frontier is the same in any language.
pub(crate) fn canonical() -> Vec<f64> {
    let i = (0..12).map(f64::from);
    let weight: Vec<f64> = i.clone().map(|i| 0.20 + 0.6 * libm::sin(1.0 + 1.7 * i).abs()).collect();
    let cost: Vec<f64> = i.clone().map(|i| 0.5 + 0.45 * libm::cos(0.9 * i)).collect();
    let liking: Vec<f64> = i.map(|i| libm::sin(2.3 * i + 0.5)).collect();
    let pairs =
        [(0, 1, 0.5), (2, 3, 0.4), (4, 5, -0.3), (6, 7, 0.6), (8, 9, -0.5), (10, 11, 0.3), (0, 11, 0.4), (3, 6, -0.4)];
    let thousandths = |x: f64| (1000.0 * x).round_ties_even();
    let of = |package: u32| {
        let has = |i: usize| f64::from(package >> i & 1);
        let total = |of: &[f64]| (0..12).fold(0.0, |total, i| total + has(i) * of[i]);
        let count = f64::from(package.count_ones());
        let strength = pairs.iter().fold(total(&weight), |all, &(a, b, more)| all + more * has(a) * has(b));
        let acceptability = total(&liking) - 0.05 * (count - 4.0) * (count - 4.0) - 0.8 * has(2) * has(9);
        let more = if count > 5.0 { libm::pow(count - 5.0, 1.5) } else { 0.0 };
        let protection = thousandths(1.0 - libm::exp(-0.6 * strength));
        [protection, thousandths(acceptability), -thousandths(total(&cost) + 0.1 * more)]
    };
    (0..4096).flat_map(of).collect()
}
