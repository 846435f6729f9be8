//! How cost grows with states, guarantors, draws, packages and threads, and what memory a thread needs:
//! `scaling`.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a program that reads the clock and prints")]

use std::process::Command;
use std::rc::Rc;

use standfast_benches::synthetic::{INSTRUMENTS, LEVELS, case, of_levels};
use standfast_benches::time::{least, median, seconds};
use standfast_benches::{PACKAGE, SEED, package, solve, ukraine};
use standfast_ensemble::{Design, Request, run};
use standfast_game::Start;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

/// The word before a number of threads for a run of which the memory is wanted.
const MEMORY: &str = "memory";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => {
            states();
            guarantors();
            draws();
            packages();
            threads();
            memory();
        }
        [MEMORY, threads] => println!("{}", peak(threads.parse().expect("a number of threads"))),
        _ => println!("scaling takes no arguments"),
    }
}

/// Packages from peace in some draws, on some threads. Milliseconds.
fn run_on(threads: usize, scenario: &Scenario, packages: &[InstrumentSet], draws: usize) -> f64 {
    const TIMES: usize = 3;
    let packages = packages.iter().map(|&set| (set, Start::Peace)).collect();
    let request = Request { packages, ..Request::default() };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let design = Design::Sobol { seed: SEED, draws };
    1e3 * pool.install(|| median((0..TIMES).map(|_| seconds(|| run(scenario, design, &request, &())))))
}

fn states() {
    const GUARANTORS: usize = 2;
    const TIMES: usize = 9;
    println!("States, with {GUARANTORS} guarantors; milliseconds for eight draws:\n");
    println!("| states | solve, ms | ns a state, level and draw | against the least |");
    println!("|---|---|---|---|");
    // As far as a case may go: a factor of two levels more is the step beyond the second cache.
    let sizes = (3..=8).map(|factors| vec![LEVELS; factors]).chain([[vec![2], vec![LEVELS; 8]].concat()]);
    let rows: Vec<(usize, f64, f64)> = sizes
        .map(|levels| {
            let case = of_levels(&levels, GUARANTORS);
            let pool = Rc::default();
            let time = least(TIMES, || solve(&pool, &case.scenario, 0, InstrumentSet::EMPTY.with(0)));
            let states: usize = levels.iter().product();
            (states, 1e3 * time, 1e9 * time / (8 * states * levels.iter().sum::<usize>()) as f64)
        })
        .collect();
    let least = rows.iter().fold(f64::INFINITY, |least, row| if row.2 < least { row.2 } else { least });
    for (states, milliseconds, each) in rows {
        println!("| {states} | {milliseconds:.2} | {each:.0} | {:.2} |", each / least);
    }
}

fn guarantors() {
    const FACTORS: usize = 5;
    const TIMES: usize = 9;
    println!("\nGuarantors, with {} states; milliseconds for eight draws:\n", LEVELS.pow(FACTORS as u32));
    println!("| guarantors | solve, ms | beyond one guarantor, µs a joint response |");
    println!("|---|---|---|");
    let mut first = None;
    for guarantors in 1..=6 {
        let case = case(FACTORS, guarantors);
        let pool = Rc::default();
        let time = least(TIMES, || solve(&pool, &case.scenario, 0, InstrumentSet::EMPTY.with(0)));
        let beyond = time - *first.get_or_insert(time);
        let joint = 3_usize.pow(guarantors as u32) as f64;
        println!("| {guarantors} | {:.2} | {:.2} |", 1e3 * time, 1e6 * beyond / joint);
    }
}

fn draws() {
    let case = ukraine();
    let set = package(&case.scenario, PACKAGE);
    println!("\nDraws of the default case, one package, one thread:\n");
    println!("| draws | run, ms | ms a draw |");
    println!("|---|---|---|");
    for draws in [8, 16, 32, 64, 128] {
        let time = run_on(1, &case.scenario, &[set], draws);
        println!("| {draws} | {time:.1} | {:.3} |", time / draws as f64);
    }
}

fn packages() {
    const FACTORS: usize = 7;
    const DRAWS: usize = 8;
    let case = case(FACTORS, 4);
    println!(
        "\nPackages of {INSTRUMENTS} instruments, {} states, eight draws, one thread:\n",
        LEVELS.pow(FACTORS as u32)
    );
    println!("| packages | run, ms | ms a package |");
    println!("|---|---|---|");
    let all: Vec<InstrumentSet> =
        (0..1_usize << INSTRUMENTS).map(|bits| (0..INSTRUMENTS).filter(|i| bits >> i & 1 == 1).collect()).collect();
    for packages in [1, 2, 4, 8, 16] {
        let time = run_on(1, &case.scenario, &all[..packages], DRAWS);
        println!("| {packages} | {time:.1} | {:.2} |", time / packages as f64);
    }
}

/// 1, 2, 4 and so on, as far as the machine has them.
fn numbers_of_threads() -> impl Iterator<Item = usize> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    [1, 2, 4, 8, 16].into_iter().filter(move |&threads| threads <= cores)
}

fn threads() {
    const DRAWS: usize = 128;
    let case = ukraine();
    let set = package(&case.scenario, PACKAGE);
    println!("\nThreads, {DRAWS} draws of the default case, one package:\n");
    println!("| threads | run, ms | solves a second | times one thread |");
    println!("|---|---|---|---|");
    let mut one = None;
    for threads in numbers_of_threads() {
        let time = run_on(threads, &case.scenario, &[set], DRAWS);
        let times = *one.get_or_insert(time) / time;
        println!("| {threads} | {time:.1} | {:.0} | {times:.2} |", 1e3 * DRAWS as f64 / time);
    }
}

fn memory() {
    println!("\nMemory, 64 draws of the default case, one package; the largest that was resident:\n");
    println!("| threads | MB | MB more a thread |");
    println!("|---|---|---|");
    let mut before: Option<(usize, f64)> = None;
    let program = std::env::current_exe().expect("the program itself");
    for threads in numbers_of_threads() {
        let output = Command::new(&program).args([MEMORY, &threads.to_string()]).output().expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("a number");
        let megabytes: f64 = text.trim().parse().expect("a number");
        let more = before.map_or(String::new(), |(fewer, smaller)| {
            format!("{:.1}", (megabytes - smaller) / (threads - fewer) as f64)
        });
        println!("| {threads} | {megabytes:.1} | {more} |");
        before = Some((threads, megabytes));
    }
}

/// The most memory that was resident in a run, in megabytes: Linux says so.
fn peak(threads: usize) -> f64 {
    const DRAWS: usize = 64;
    let case = ukraine();
    run_on(threads, &case.scenario, &[package(&case.scenario, PACKAGE)], DRAWS);
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
    let kibibytes: f64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    kibibytes * 1024.0 / 1e6
}
