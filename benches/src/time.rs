//! How long something takes.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::hint::black_box;
use std::time::Instant;

/// How many seconds something takes.
pub fn seconds<T>(of: impl FnOnce() -> T) -> f64 {
    let started = Instant::now();
    black_box(of());
    started.elapsed().as_secs_f64()
}

/// How many seconds something takes when nothing else does: the least of some times.
pub fn least<T>(times: usize, mut of: impl FnMut() -> T) -> f64 {
    (0..times).map(|_| seconds(&mut of)).fold(f64::INFINITY, |least, time| if time < least { time } else { least })
}

/// The median of some times that something takes, in seconds.
///
/// # Panics
/// If it is not to be done at all.
pub fn median<T>(times: usize, mut of: impl FnMut() -> T) -> f64 {
    let mut all: Vec<f64> = (0..times).map(|_| seconds(&mut of)).collect();
    all.sort_by(f64::total_cmp);
    all[times / 2]
}
