//! How long Sobol indices take: Ishigami's function and Sobol's g, first and total, 2^14 draws, without and with 100
//! resamples.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark takes sines and prints")]

use std::f64::consts::PI;

use standfast_analysis::sobol::Samples;
use standfast_benches::time::{median, seconds};
use standfast_math::stream::Stream;

const DRAWS: usize = 1 << 14;
const RESAMPLES: usize = 100;
const TIMES: usize = 15;

fn ishigami(u: &[f64]) -> f64 {
    let x = |u: f64| PI * (2.0 * u - 1.0);
    let (x, y, z) = (x(u[0]), x(u[1]), x(u[2]));
    x.sin() * (1.0 + 0.1 * z * z * z * z) + 7.0 * y.sin() * y.sin()
}

fn g(u: &[f64]) -> f64 {
    let a = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];
    u.iter().zip(a).fold(1.0, |product, (u, a)| product * ((4.0 * u - 2.0).abs() + a) / (1.0 + a))
}

/// The function on two samples, and on the first with each number from the second.
fn samples(numbers: usize, f: fn(&[f64]) -> f64) -> (Vec<f64>, Vec<f64>, Vec<Vec<f64>>) {
    let stream = Stream::new(1, "samples");
    let sample = |which: usize| -> Vec<Vec<f64>> {
        let number = |draw: usize, i: usize| stream.uniform(draw as u64, (which * numbers + i) as u64);
        (0..DRAWS).map(|draw| (0..numbers).map(|i| number(draw, i)).collect()).collect()
    };
    let (a, b) = (sample(0), sample(1));
    let crossed = |i: usize| {
        let cross = |(a, b): (&Vec<f64>, &Vec<f64>)| {
            let mut point = a.clone();
            point[i] = b[i];
            f(&point)
        };
        a.iter().zip(&b).map(cross).collect()
    };
    let on = |points: &[Vec<f64>]| points.iter().map(|point| f(point)).collect();
    (on(&a), on(&b), (0..numbers).map(crossed).collect())
}

fn main() {
    println!(
        "{DRAWS} draws\n\n| function | numbers | indices, ms | with {RESAMPLES} resamples, ms |\n|---|---|---|---|"
    );
    for (name, (a, b, ab)) in [("Ishigami", samples(3, ishigami)), ("Sobol's g", samples(8, g))] {
        let numbers = ab.len();
        let indices = || Samples::new(&a, &b, &ab).expect("it varies").indices();
        let with_errors = || {
            let samples = Samples::new(&a, &b, &ab).expect("it varies");
            (samples.indices(), samples.standard_errors(RESAMPLES, &Stream::new(1, "resamples")))
        };
        let alone = median((0..TIMES).map(|_| seconds(indices)));
        let both = median((0..TIMES).map(|_| seconds(with_errors)));
        println!("| {name} | {numbers} | {:.2} | {:.1} |", 1e3 * alone, 1e3 * both);
    }
}
