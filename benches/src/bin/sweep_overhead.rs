//! A sweep over packages against its games alone, in eight draws on one thread:
//! `sweep_overhead [REPETITIONS] [INSTRUMENT …]`. The packages are all of some instruments; times are those of
//! the processor, as far as the system tells them.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::rc::Rc;

use standfast_benches::time::{median, processor_seconds};
use standfast_benches::{PACKAGE, SEED, batch, package, solve, ukraine};
use standfast_ensemble::{Design, Sweep};
use standfast_game::{Start, Want};
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::admissible;

/// All that wars abort, as in a sweep over all packages, and two others.
const AMONG: [&str; 8] = [
    "token_contingent",
    "medium_contingent",
    "large_contingent",
    "nato_membership",
    "european_treaty",
    "own_nuclear_weapons",
    "strong_army",
    "bilateral_pacts",
];

/// What one repetition took.
struct Times {
    /// The sweep: who signs, the outside options for that, and the rows.
    swept: f64,
    /// The same games in the same order, of which all that packages share is kept.
    games: f64,
    /// Each game from scratch.
    alone: f64,
    /// As many solves from scratch of a package with a single world.
    one: f64,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let repetitions = arguments.next().map_or(5, |text| text.parse().expect("a number"));
    let given: Vec<String> = arguments.collect();
    let given = if given.is_empty() { AMONG.map(str::to_owned).to_vec() } else { given };
    let case = ukraine();
    let scenario = &case.scenario;
    let position = |id: &String| scenario.instruments.iter().position(|instrument| instrument.id == *id);
    let among: InstrumentSet = given.iter().map(|id| position(id).expect("an instrument")).collect();
    let all = admissible(&scenario.instruments, among, usize::MAX).expect("there is no limit");
    let design = Design::Sobol { seed: SEED, draws: 8 };
    let columns = standfast::packages::columns(scenario, among, &[5, 10, 50]);
    let sweep = Sweep::new(scenario, design, &all, columns);
    let chosen: Vec<InstrumentSet> = (0..sweep.parts()).flat_map(|part| sweep.packages(part)).collect();
    let one_world = package(scenario, PACKAGE);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    let swept = || {
        let keep = |rows| {
            black_box(rows);
            Ok(())
        };
        pool.install(|| sweep.run(&BTreeSet::new(), &keep, &())).expect("nobody cancels");
    };
    let games = || {
        let batch = batch(scenario, 0);
        chosen.iter().for_each(|&set| drop(black_box(batch.solve(set, Start::Peace, Want::Everything))));
    };
    let memory = Rc::default();
    let alone = || chosen.iter().for_each(|&set| drop(black_box(solve(&memory, scenario, 0, set))));
    let one = || chosen.iter().for_each(|_| drop(black_box(solve(&memory, scenario, 0, one_world))));
    let repeat = |_| Times {
        swept: 1e3 * processor_seconds(swept),
        games: 1e3 * processor_seconds(games),
        alone: 1e3 * processor_seconds(alone),
        one: 1e3 * processor_seconds(one),
    };
    let times: Vec<Times> = (0..repetitions).map(repeat).collect();
    println!("{} packages in eight draws on one thread", chosen.len());
    let each = |name: &str, time: &dyn Fn(&Times) -> f64| {
        let time_each = median(times.iter().map(time)) / chosen.len() as f64;
        let ratio = median(times.iter().map(|times| times.swept / time(times)));
        println!("{name:<44} {time_each:7.2} ms a package; the sweep takes {ratio:.2} times that");
    };
    each("swept, who signs included", &|times| times.swept);
    each("its games alone, with all that they share", &|times| times.games);
    each("each game from scratch", &|times| times.alone);
    each("a package with one world from scratch", &|times| times.one);
}
