//! Eight draws side by side.
//!
//! A lane is one draw of the uncertain numbers. Every array of the game has the lane as its
//! innermost index: inner loops run straight through eight numbers, which compilers turn into
//! vector instructions, and no lane ever looks at another: a draw's result does not depend
//! on which draws it is solved with.

use std::ops::{Add, AddAssign, Div, Mul, MulAssign, Neg, Sub, SubAssign};

/// How many draws are solved together.
pub const LANES: usize = 8;

/// One number for each of [`LANES`] draws.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C, align(64))]
pub struct Lanes(pub [f64; LANES]);

impl Lanes {
    /// 0 in every lane.
    pub const ZERO: Lanes = Lanes([0.0; LANES]);
    /// 1 in every lane.
    pub const ONE: Lanes = Lanes([1.0; LANES]);

    /// The same number in every lane.
    #[inline(always)]
    pub const fn splat(x: f64) -> Lanes {
        Lanes([x; LANES])
    }

    /// Applies a function lane by lane.
    #[inline(always)]
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Lanes {
        let mut out = [0.0; LANES];
        for i in 0..LANES {
            out[i] = f(self.0[i]);
        }
        Lanes(out)
    }

    /// Combines two lane vectors lane by lane.
    #[inline(always)]
    #[must_use]
    pub fn zip(self, other: Lanes, f: impl Fn(f64, f64) -> f64) -> Lanes {
        let mut out = [0.0; LANES];
        for i in 0..LANES {
            out[i] = f(self.0[i], other.0[i]);
        }
        Lanes(out)
    }

    /// The larger, lane by lane; where a comparison with NaN fails, `other`.
    #[inline(always)]
    #[must_use]
    pub fn max(self, other: Lanes) -> Lanes {
        self.zip(other, |a, b| if a > b { a } else { b })
    }

    /// The absolute value, lane by lane.
    #[inline(always)]
    #[must_use]
    pub fn abs(self) -> Lanes {
        self.map(f64::abs)
    }

    /// `yes` in the lanes in which `self` is positive, `no` elsewhere.
    #[inline(always)]
    #[must_use]
    pub fn if_positive(self, yes: Lanes, no: Lanes) -> Lanes {
        let mut out = [0.0; LANES];
        for i in 0..LANES {
            out[i] = if self.0[i] > 0.0 { yes.0[i] } else { no.0[i] };
        }
        Lanes(out)
    }

    /// In the lanes where this equals `other` the number of `then`, elsewhere that of `otherwise`.
    #[inline(always)]
    #[must_use]
    pub fn if_equal(self, other: Lanes, then: Lanes, otherwise: Lanes) -> Lanes {
        let mut out = [0.0; LANES];
        for i in 0..LANES {
            out[i] = if self.0[i] == other.0[i] { then.0[i] } else { otherwise.0[i] };
        }
        Lanes(out)
    }
}

macro_rules! lanewise {
    ($op:ident, $method:ident, $assign:ident, $assign_method:ident, $symbol:tt) => {
        impl $op for Lanes {
            type Output = Lanes;
            #[inline(always)]
            fn $method(self, other: Lanes) -> Lanes {
                self.zip(other, |a, b| a $symbol b)
            }
        }
        impl $assign for Lanes {
            #[inline(always)]
            fn $assign_method(&mut self, other: Lanes) {
                *self = *self $symbol other;
            }
        }
    };
}

lanewise!(Add, add, AddAssign, add_assign, +);
lanewise!(Sub, sub, SubAssign, sub_assign, -);
lanewise!(Mul, mul, MulAssign, mul_assign, *);

impl Div for Lanes {
    type Output = Lanes;
    #[inline(always)]
    fn div(self, other: Lanes) -> Lanes {
        self.zip(other, |a, b| a / b)
    }
}

impl Neg for Lanes {
    type Output = Lanes;
    #[inline(always)]
    fn neg(self) -> Lanes {
        self.map(|a| -a)
    }
}

impl Mul<f64> for Lanes {
    type Output = Lanes;
    #[inline(always)]
    fn mul(self, other: f64) -> Lanes {
        self.map(|a| a * other)
    }
}
