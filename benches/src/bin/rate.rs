//! Solves of a package of the default case a second: `rate [PACKAGE] [BATCHES] [THREADS]`.
//!
//! Every thread solves so many batches of eight draws from scratch, with the arrays of those before. Runs with
//! one thread and with more take turns; the medians of five are printed.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use standfast_benches::{PACKAGE, package, solve, ukraine};
use standfast_math::LANES;

/// How often each is measured.
const RUNS: usize = 5;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let id = arguments.next().unwrap_or_else(|| PACKAGE.to_owned());
    let mut number = |default: usize| arguments.next().map_or(default, |text| text.parse().expect("a number"));
    let (batches, threads) = (number(16), number(1));
    let case = ukraine();
    let (scenario, set) = (&case.scenario, package(&case.scenario, &id));
    let mut times = vec![[0.0; RUNS]; threads];
    for run in 0..RUNS {
        for count in 1..=threads {
            let started = Instant::now();
            std::thread::scope(|scope| {
                for thread in 0..count {
                    scope.spawn(move || {
                        let pool = Rc::default();
                        for index in thread * batches..(thread + 1) * batches {
                            black_box(solve(&pool, scenario, index, set));
                        }
                    });
                }
            });
            times[count - 1][run] = started.elapsed().as_secs_f64() / (count * batches) as f64;
        }
    }
    for (i, times) in times.iter_mut().enumerate() {
        times.sort_by(f64::total_cmp);
        let each = times[RUNS / 2];
        println!("{id}, {} threads: {:.1} solves/s, {:.2} ms for eight", i + 1, LANES as f64 / each, 1e3 * each);
    }
}
