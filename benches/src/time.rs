//! How long something takes.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock, and what the system tells of a process")]

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

/// How many seconds of processors something takes on all threads, which other programs beside a benchmark
/// change less than those of the clock. Where the system does not tell, those of the clock.
pub fn processor_seconds<T>(of: impl FnOnce() -> T) -> f64 {
    let before = ticks();
    let passed = seconds(of);
    before.zip(ticks()).map_or(passed, |(before, after)| (after - before) / 100.0)
}

/// Hundredths of a second that this process has had of processors: fields 14 and 15 of its `stat` on Linux.
fn ticks() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<f64> = stat.rsplit(')').next()?.split_whitespace().skip(11).take(2).flat_map(str::parse).collect();
    Some(fields.iter().sum())
}

/// The number in the middle; of two in the middle, the larger.
///
/// # Panics
/// If there is none.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians() {
        assert_eq!(median([3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median([4.0, 1.0]), 4.0);
    }
}
