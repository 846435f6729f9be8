//! Where the time of `assess` goes: games, outside options, noise floors, shares of judgement:
//! `assess_shares [PRESETS] [DRAWS] [REPETITIONS]`. Each row does more than the one above it; times are medians
//! of those of the processor on all threads.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

use std::hint::black_box;

use standfast::{Selection, Study};
use standfast_benches::time::{median, processor_seconds};
use standfast_benches::{SEED, ukraine};
use standfast_ensemble::{Design, Request, run};
use standfast_game::Start;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut number = |or: usize| arguments.next().map_or(or, |text| text.parse().expect("a number"));
    let (presets, draws, repetitions) = (number(8), number(64), number(5));
    let case = ukraine();
    let scenario = &case.scenario;
    let design = Design::Sobol { seed: SEED, draws };
    let chosen: Vec<Selection> = Selection::presets(scenario).into_iter().take(presets).collect();
    let request = |consent: bool, floor: bool| Request {
        packages: chosen.iter().map(|package| (package.set, Start::Peace)).collect(),
        consent: chosen.iter().filter(|_| consent).map(|package| package.set).collect(),
        floor,
        ..Request::default()
    };
    let games = |consent, floor| {
        let request = request(consent, floor);
        processor_seconds(|| drop(black_box(run(scenario, design, &request, &()))))
    };
    let study = || {
        let study = Study { design, packages: chosen.clone(), ..Study::of(&case) };
        processor_seconds(|| drop(black_box(study.run(&()))))
    };
    let repeat = |_| [games(false, false), games(true, false), games(true, true), study()];
    let times: Vec<[f64; 4]> = (0..repetitions).map(repeat).collect();
    let stages: [f64; 4] = std::array::from_fn(|stage| median(times.iter().map(|times| times[stage])));
    let names = ["packages", "who signs: outside options", "noise floors", "shares of judgement, sums"];
    println!("{} packages, {draws} draws: {:.1} s of processors", chosen.len(), stages[3]);
    let mut before = 0.0;
    for (name, seconds) in names.into_iter().zip(stages) {
        println!("{name:<28} {:6.2} s {:4.0} %", seconds - before, 100.0 * (seconds - before) / stages[3]);
        before = seconds;
    }
}
