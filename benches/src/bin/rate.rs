//! Solves of a package of the default case a second, on one thread: `rate [PACKAGE] [BATCHES]`.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark reads the clock and prints")]

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use standfast_benches::{PACKAGE, package, solve, ukraine};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let id = arguments.next().unwrap_or_else(|| PACKAGE.to_owned());
    let batches: usize = arguments.next().map_or(16, |text| text.parse().expect("a number of batches"));
    let case = ukraine();
    let set = package(&case.scenario, &id);
    let pool = Rc::default();
    for _ in 0..3 {
        let started = Instant::now();
        for index in 0..batches {
            black_box(solve(&pool, &case.scenario, index, set));
        }
        let seconds = started.elapsed().as_secs_f64();
        let each = seconds / batches as f64;
        println!("{id}: {:.1} solves/s, {:.2} ms for eight draws", 8.0 / each, 1e3 * each);
    }
}
