//! Time of processors, which other programs beside a benchmark change less than that of the clock.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock, and what the system tells of a process")]

use std::time::Instant;

/// Hundredths of a second that this process has had of processors: fields 14 and 15 of its `stat` on Linux.
fn ticks() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<f64> = stat.rsplit(')').next()?.split_whitespace().skip(11).take(2).flat_map(str::parse).collect();
    Some(fields.iter().sum())
}

/// How long work takes, in milliseconds of processors on all threads; of the clock where they are not known.
pub fn processor_milliseconds(work: impl FnOnce()) -> f64 {
    let (clock, before) = (Instant::now(), ticks());
    work();
    let passed = 1e3 * clock.elapsed().as_secs_f64();
    before.zip(ticks()).map_or(passed, |(before, after)| 10.0 * (after - before))
}

/// The middle one of some values, the upper of two.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
