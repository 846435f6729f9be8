//! Exponential, logarithm and logistic, for one number and lane by lane.
//!
//! `exp` reduces x = k·ln 2 + r with |r| ≤ ln 2 / 2 (Cody and Waite) and evaluates
//! eʳ = 1 + r + r²·q(r) with a minimax q of degree 9 (relative error 4e-18 before rounding).
//! `ln` reduces x = 2ᵏ·m with m in [√½, √2), s = (m−1)/(m+1), and evaluates
//! ln m = 2s + s³·R(s²) with a minimax R of degree 6 (relative error 3e-18 before rounding). Both
//! stay within 1 ulp of the true value on the tables in `tests/fixtures.rs` (the requirement is
//! 2 ulp), handle subnormals, infinities and NaN, and contain no branch, so that the lane
//! versions vectorise. `exp_of_negative` is the cheaper one for weights of choices.

use std::ops::{Add, Mul, Sub};

use crate::lanes::{LANES, Lanes};

const LOG2_E: f64 = std::f64::consts::LOG2_E;
/// ln 2 in two parts; the first has 21 trailing zero bits, so k·LN2_HI is exact.
const LN2_HI: f64 = 0.693_147_180_369_123_8;
const LN2_LO: f64 = 1.908_214_929_270_587_7e-10;
/// Adding 1.5·2⁵² rounds to the nearest integer and leaves it in the low bits.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// Minimax coefficients of q in eʳ = 1 + r + r²·q(r), |r| ≤ ln 2 / 2, from r⁰ upwards.
const EXP_Q: [f64; 10] = [
    0.500_000_000_000_001_1,
    0.166_666_666_666_664_13,
    0.041_666_666_666_530_155,
    0.008_333_333_333_494_465,
    0.001_388_888_894_363_018_8,
    0.000_198_412_695_065_712_67,
    2.480_149_309_881_613_8e-5,
    2.755_758_638_083_65e-6,
    2.763_024_841_408_471e-7,
    2.500_005_928_835_836e-8,
];

/// Minimax coefficients of R in ln((1+s)/(1−s)) = 2s + s³·R(s²), from z⁰ upwards.
const LN_R: [f64; 7] = [
    0.666_666_666_666_673_4,
    0.399_999_999_994_139_65,
    0.285_714_287_425_623_1,
    0.222_221_985_537_723_74,
    0.181_835_654_077_941_72,
    0.153_140_211_074_363_15,
    0.147_962_612_594_163_46,
];

/// eˣ.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    let (p, shifted) = reduced_exp(bounded(x));
    raised(p, shifted)
}

/// Beyond these eˣ is 0 or infinite anyway; NaN passes both comparisons unchanged.
#[inline(always)]
fn bounded(x: f64) -> f64 {
    let x = if x > 720.0 { 720.0 } else { x };
    if x < -760.0 { -760.0 } else { x }
}

/// p · 2ᵏ, given k + ROUND, in two factors, so that results near overflow and below the normal range come
/// out right.
#[inline(always)]
fn raised(p: f64, shifted: f64) -> f64 {
    let k = shifted - ROUND;
    let half = (k * 0.5 + ROUND) - ROUND;
    p * power_of_two(half) * power_of_two(k - half)
}

/// eˣ for x ≤ 0, and 0 where that is below e⁻⁷⁰⁸ ≈ 3e−308, just above the smallest normal number.
///
/// Elsewhere it has the bits of [`exp`], with one power of two instead of two and no clamps.
#[inline(always)]
pub fn exp_of_negative(x: f64) -> f64 {
    let (p, shifted) = reduced_exp(x);
    raised_or_nothing(x, p, shifted)
}

/// p · 2ᵏ, given k + ROUND, for the x ≤ 0 that this is the exponential of.
#[inline(always)]
fn raised_or_nothing(x: f64, p: f64, shifted: f64) -> f64 {
    const SMALLEST: f64 = -708.0;
    // p · 2ᵏ is a normal number: k, the low bits of k + ROUND, goes right into its exponent.
    let value = f64::from_bits(p.to_bits().wrapping_add(shifted.to_bits() << 52));
    // What the reduction makes of numbers far below, −∞ too, is dropped here; NaN stays.
    if x < SMALLEST { 0.0 } else { value }
}

/// One number, or one for each lane: what takes the same steps for both is written once. Lanes take each
/// step together, which compilers make better instructions of than of one lane after the other.
trait Real: Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> {
    fn of(x: f64) -> Self;
}

impl Real for f64 {
    #[inline(always)]
    fn of(x: f64) -> f64 {
        x
    }
}

impl Real for Lanes {
    #[inline(always)]
    fn of(x: f64) -> Lanes {
        Lanes::splat(x)
    }
}

/// eʳ and k + ROUND of x = k·ln 2 + r.
#[inline(always)]
fn reduced_exp<T: Real>(x: T) -> (T, T) {
    let shifted = x * T::of(LOG2_E) + T::of(ROUND);
    let k = shifted - T::of(ROUND);
    let r = (x - k * T::of(LN2_HI)) - k * T::of(LN2_LO);
    (T::of(1.0) + (r + r * r * polynomial_exp(r)), shifted)
}

#[inline(always)]
fn polynomial_exp<T: Real>(r: T) -> T {
    let c = |i: usize| T::of(EXP_Q[i]);
    let r2 = r * r;
    let r4 = r2 * r2;
    let low = (c(0) + c(1) * r) + (c(2) + c(3) * r) * r2;
    let high = (c(4) + c(5) * r) + (c(6) + c(7) * r) * r2;
    let top = c(8) + c(9) * r;
    low + (high + top * r4) * r4
}

/// 2ᵏ for a whole number k in [−1022, 1023].
#[inline(always)]
fn power_of_two(k: f64) -> f64 {
    // The low bits of k + ROUND hold k; the shift drops everything above the exponent field.
    f64::from_bits(((k + ROUND).to_bits() << 52).wrapping_add(1.0_f64.to_bits()))
}

/// ln x; −∞ at 0, NaN below.
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    const SUBNORMAL_SHIFT: f64 = 18_014_398_509_481_984.0; // 2⁵⁴
    let subnormal = x < f64::MIN_POSITIVE;
    let scaled = if subnormal { x * SUBNORMAL_SHIFT } else { x };
    let shift = if subnormal { -54.0 } else { 0.0 };
    let (f, k) = split(scaled);
    let value = ln_of_parts(f, k + shift);
    // Special values, as selections so that the lane version has no branch.
    let value = if x < f64::INFINITY { value } else { x };
    let value = if x == 0.0 { f64::NEG_INFINITY } else { value };
    if x < 0.0 { f64::NAN } else { value }
}

/// ln x for a positive normal number: the bits of [`ln`], without its special cases. Of other numbers, NaN
/// too, it makes numbers that mean nothing.
#[inline(always)]
pub fn ln_of_normal(x: f64) -> f64 {
    let (f, k) = split(x);
    ln_of_parts(f, k)
}

/// m − 1 and k of x = 2ᵏ·m with m in [√½, √2).
#[inline(always)]
fn split(x: f64) -> (f64, f64) {
    // Splitting at √½ keeps m − 1 small on both sides of 1.
    const SQRT_HALF_BITS: u64 = 0x3fe6_a09e_667f_3bcd;
    let offset = x.to_bits().wrapping_sub(SQRT_HALF_BITS);
    let k_bits = (offset >> 52) << 52;
    let m = f64::from_bits(x.to_bits().wrapping_sub(k_bits));
    (m - 1.0, exponent(offset))
}

/// ln of 2ᵏ·(1 + f).
#[inline(always)]
fn ln_of_parts(f: f64, k: f64) -> f64 {
    let s = f / (2.0 + f);
    let z = s * s;
    let r = z * polynomial_ln(z);
    let half_square = 0.5 * f * f;
    k * LN2_HI - ((half_square - (s * (half_square + r) + k * LN2_LO)) - f)
}

/// The signed exponent in the top twelve bits, as a number.
#[inline(always)]
fn exponent(offset: u64) -> f64 {
    const BIAS: u64 = 2048;
    // Adding the bias makes the twelve bits unsigned; 2⁵² + n is exact for small n.
    const TWO_52: u64 = 0x4330_0000_0000_0000;
    let biased = (offset >> 52).wrapping_add(BIAS) & 0xfff;
    f64::from_bits(TWO_52 | biased) - (4_503_599_627_370_496.0 + BIAS as f64)
}

#[inline(always)]
fn polynomial_ln(z: f64) -> f64 {
    let c = &LN_R;
    let z2 = z * z;
    let z4 = z2 * z2;
    let low = (c[0] + c[1] * z) + (c[2] + c[3] * z) * z2;
    let high = (c[4] + c[5] * z) + c[6] * z2;
    low + high * z4
}

/// eˣ − 1 without cancellation near 0.
pub fn expm1(x: f64) -> f64 {
    libm::expm1(x)
}

/// ln(1 + x) without cancellation near 0.
pub fn ln_1p(x: f64) -> f64 {
    libm::log1p(x)
}

/// 1 / (1 + e⁻ˣ), accurate in both tails; 0 below −708.
#[inline(always)]
pub fn logistic(x: f64) -> f64 {
    let e = exp_of_negative(-x.abs());
    let large = 1.0 / (1.0 + e);
    if x > 0.0 { large } else { e * large }
}

/// ln(p / (1 − p)); −∞ at 0 and ∞ at 1.
pub fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

impl Lanes {
    /// eˣ in every lane.
    #[inline(always)]
    #[must_use]
    pub fn exp(self) -> Lanes {
        let (p, shifted) = reduced_exp(self.map(bounded));
        p.zip(shifted, raised)
    }

    /// eˣ in every lane, for x ≤ 0; 0 below −708.
    #[inline(always)]
    #[must_use]
    pub fn exp_of_negative(self) -> Lanes {
        let (p, shifted) = reduced_exp(self);
        let mut out = [0.0; LANES];
        for i in 0..LANES {
            out[i] = raised_or_nothing(self.0[i], p.0[i], shifted.0[i]);
        }
        Lanes(out)
    }

    /// ln x in every lane.
    #[inline(always)]
    #[must_use]
    pub fn ln(self) -> Lanes {
        self.map(ln)
    }

    /// ln x in every lane, for positive normal numbers.
    #[inline(always)]
    #[must_use]
    pub fn ln_of_normal(self) -> Lanes {
        self.map(ln_of_normal)
    }

    /// 1 / (1 + e⁻ˣ) in every lane, given e^−|x|.
    #[inline(always)]
    #[must_use]
    pub fn logistic_by(self, tail: Lanes) -> Lanes {
        let large = Lanes::ONE / (Lanes::ONE + tail);
        self.if_positive(large, tail * large)
    }

    /// 1 / (1 + e⁻ˣ) in every lane.
    #[inline(always)]
    #[must_use]
    pub fn logistic(self) -> Lanes {
        self.logistic_by((-self.abs()).exp_of_negative())
    }

    /// eˣ − 1 in every lane.
    #[must_use]
    pub fn expm1(self) -> Lanes {
        let mut out = [0.0; LANES];
        for i in 0..LANES {
            out[i] = expm1(self.0[i]);
        }
        Lanes(out)
    }
}
