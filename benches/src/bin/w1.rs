//! Solves of W1 a second with the engine's own moves, checked against the reference numbers:
//! `w1 [--threads N] [--json]`.

#![allow(clippy::print_stdout, reason = "a program that prints its figures")]

use std::process::ExitCode;

use standfast_benches::w1;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let threads = arguments.iter().skip_while(|argument| *argument != "--threads").nth(1);
    let figures = w1::figures(threads.map_or(2, |text| text.parse().expect("a number of threads")));
    if arguments.iter().any(|argument| argument == "--json") {
        println!("{}", figures.to_json());
    } else {
        let (threads, rate, error) = (figures.threads, figures.solves_per_second, figures.max_error);
        println!("W1 with the engine's moves, {threads} threads: {rate:.1} solves/s, largest error {error:.3e}");
    }
    if figures.is_right() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
