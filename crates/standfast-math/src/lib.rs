//! Arithmetic that gives the same bits on every machine.
//!
//! The standard library's `exp`, `ln` and their relatives are taken from the platform and differ
//! in the last place between targets, so a run would not be reproducible. Everything here is
//! built from IEEE additions, multiplications, divisions and square roots only (no fused
//! multiply-add), in a fixed order.
//!
//! - [`elementary`]: `exp`, `exp_of_negative`, `ln`, `ln_of_normal`, `expm1`, `logistic`, `logit`, for one number and for [`Lanes`]
//! - [`lanes`]: eight numbers side by side, the unit of all hot loops
//! - [`quantile`]: inverse distribution functions
//! - [`philox`] and [`stream`]: random numbers that are addressed, not consumed
//! - [`sobol`] and [`owen`]: low-discrepancy points and their scrambling
//! - [`sum`]: sums in a fixed order

pub mod elementary;
pub mod lanes;
pub mod owen;
pub mod philox;
pub mod quantile;
pub mod sobol;
pub mod stream;
pub mod sum;

pub use elementary::{exp, exp_of_negative, expm1, ln, ln_of_normal, logistic, logit};
pub use lanes::{LANES, Lanes};
