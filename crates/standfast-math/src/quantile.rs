//! Quantile functions (inverse distribution functions), p in (0, 1).
//!
//! They turn the coordinates of a point in the unit cube into a draw of the uncertain numbers.

use crate::elementary::{exp, ln, ln_1p, logistic};

/// The 95th percentile of the standard normal: a range "a to b" spans twice this many deviations.
pub const NORMAL_Q95: f64 = 1.644_853_626_951_472_7;

/// The standard normal quantile: Wichura 1988, algorithm AS 241 (PPND16), relative error near 1e-16.
pub fn normal(p: f64) -> f64 {
    const A: [f64; 8] = [
        3.387_132_872_796_366_5,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ];
    const B: [f64; 8] = [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_545,
    ];
    const C: [f64; 8] = [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ];
    const D: [f64; 8] = [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ];
    const E: [f64; 8] = [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288e-7,
    ];
    const F: [f64; 8] = [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ];
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * horner(&A, r) / horner(&B, r);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = (-ln(tail)).sqrt();
    let magnitude =
        if r <= 5.0 { horner(&C, r - 1.6) / horner(&D, r - 1.6) } else { horner(&E, r - 5.0) / horner(&F, r - 5.0) };
    if q < 0.0 { -magnitude } else { magnitude }
}

fn horner(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// The quantile of the uniform distribution on [low, high].
pub fn uniform(p: f64, low: f64, high: f64) -> f64 {
    low + p * (high - low)
}

/// The quantile of the triangular distribution.
pub fn triangular(p: f64, low: f64, mode: f64, high: f64) -> f64 {
    let (width, rising) = (high - low, mode - low);
    if p * width < rising {
        low + (p * width * rising).sqrt()
    } else {
        high - ((1.0 - p) * width * (high - mode)).sqrt()
    }
}

/// The log-odds of the quantile of Beta(alpha, beta): logit of the x with I_x(alpha, beta) = p.
///
/// On the log-odds scale nothing is lost near 0 or 1. Newton's method, kept inside a shrinking
/// bracket.
pub fn beta_log_odds(p: f64, alpha: f64, beta: f64) -> f64 {
    const EDGE: f64 = 700.0; // beyond, e^-y leaves the normal range
    const ITERATIONS: usize = 200;
    let ln_beta_function = ln_gamma(alpha) + ln_gamma(beta) - ln_gamma(alpha + beta);
    let (mut low, mut high) = (-EDGE, EDGE);
    let mut y = ln(alpha / beta);
    for _ in 0..ITERATIONS {
        let (ln_x, ln_rest) = (-ln_1p(exp(-y)), -ln_1p(exp(y)));
        let ln_front = alpha * ln_x + beta * ln_rest - ln_beta_function;
        // Each half of the distribution is compared by its own tail, which keeps its digits.
        let excess = if p <= 0.5 {
            lower_tail(y, alpha, beta, ln_front) - p
        } else {
            (1.0 - p) - lower_tail(-y, beta, alpha, ln_front)
        };
        if excess > 0.0 {
            high = y;
        } else {
            low = y;
        }
        // dI/dy = x^alpha (1−x)^beta / B(alpha, beta).
        let newton = y - excess / exp(ln_front);
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        let step = (next - y).abs();
        y = next;
        if step <= 1e-15 * (1.0 + y.abs()) {
            break;
        }
    }
    y
}

/// I_x(alpha, beta) at x = logistic(y); `ln_front` = ln( x^alpha (1−x)^beta / B(alpha, beta) ).
fn lower_tail(y: f64, alpha: f64, beta: f64, ln_front: f64) -> f64 {
    let x = logistic(y);
    if x < (alpha + 1.0) / (alpha + beta + 2.0) {
        exp(ln_front) * beta_continued_fraction(x, alpha, beta) / alpha
    } else {
        1.0 - exp(ln_front) * beta_continued_fraction(logistic(-y), beta, alpha) / beta
    }
}

/// The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method.
fn beta_continued_fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    const TERMS: usize = 10_000;
    let away_from_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..TERMS {
        let m = m as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut factor = 1.0;
        for term in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            factor = c * d;
            value *= factor;
        }
        if (factor - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}
