//! How long the exact frontier of many points in three objectives takes: the canonical work, and random points up to a
//! million.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

#[path = "../../../crates/standfast-analysis/tests/canonical/mod.rs"]
mod canonical;

use standfast_analysis::pareto::frontier;
use standfast_benches::time::{median, seconds};
use standfast_math::stream::Stream;

const OBJECTIVES: usize = 3;
const TIMES: usize = 9;

fn main() {
    let points = canonical::canonical();
    let on = frontier(&points, OBJECTIVES).into_iter().filter(|on| *on).count();
    let time = median((0..TIMES).map(|_| seconds(|| frontier(&points, OBJECTIVES))));
    println!("The canonical work: 4,096 points, {on} on the frontier, {:.2} ms\n", 1e3 * time);
    println!("| points | on the frontier | ms | ns / (n log2 n) |\n|---|---|---|---|");
    for points in [1_000_usize, 10_000, 100_000, 1_000_000] {
        let stream = Stream::new(1, "frontier");
        let numbers: Vec<f64> = (0..OBJECTIVES * points).map(|i| stream.uniform(0, i as u64)).collect();
        let on = frontier(&numbers, OBJECTIVES).into_iter().filter(|on| *on).count();
        let time = median((0..TIMES).map(|_| seconds(|| frontier(&numbers, OBJECTIVES))));
        let each = 1e9 * time / (points as f64 * f64::from(points.ilog2()));
        println!("| {points} | {on} | {:.2} | {each:.2} |", 1e3 * time);
    }
}
