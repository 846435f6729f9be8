//! Solves of a package of the default case a second: `rate [PACKAGE] [BATCHES] [THREADS]`.
//!
//! Every thread solves so many batches of eight draws from scratch, with the arrays of those before. Runs with
//! one thread and with more take turns; the medians of five are printed.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

use standfast_benches::time::{median, seconds};
use standfast_benches::{PACKAGE, package, solve_on, ukraine};
use standfast_math::LANES;

/// How often each is measured.
const RUNS: usize = 5;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let id = arguments.next().unwrap_or_else(|| PACKAGE.to_owned());
    let mut number = |default: usize| arguments.next().map_or(default, |text| text.parse().expect("a number"));
    let (batches, threads) = (number(16), number(1));
    let case = ukraine();
    let set = package(&case.scenario, &id);
    let once = |threads: usize| seconds(|| solve_on(threads, batches, &case.scenario, set));
    let runs: Vec<Vec<f64>> = (0..RUNS).map(|_| (1..=threads).map(once).collect()).collect();
    for count in 1..=threads {
        let each = median(runs.iter().map(|run| run[count - 1])) / (count * batches) as f64;
        println!("{id}, {count} threads: {:.1} solves/s, {:.2} ms for eight", LANES as f64 / each, 1e3 * each);
    }
}
