//! The engine and the programs that it is compared with, in turn on the same machine:
//! `compare [--threads N] [--rounds N] [--python PATH]`.
//!
//! In every round each program runs once: it times itself several times, checks its results and prints a line
//! of figures. Shown are the medians of the rounds and their ratios. Programs that could not run are named,
//! with why. It leaves with 1 if one is off by more than 1e-9.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a program that runs others and prints"
)]

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use standfast_benches::figures::{Figures, rate};
use standfast_benches::time::median;
use standfast_benches::{PACKAGE, package, solve_on, ukraine, w1};
use standfast_math::LANES;

/// Batches of the default case that a thread solves in a timed run.
const BATCHES: usize = 4;
/// Draws of the default case in which peers are checked.
const CHECKED: usize = 16;

/// A program that solves the same.
struct Peer {
    name: &'static str,
    run: Box<dyn Fn() -> Result<Figures, String>>,
    rounds: Vec<Figures>,
    /// Why it could not run.
    failed: Option<String>,
}

/// Something to solve.
struct Contest {
    title: String,
    /// The engine is the first.
    peers: Vec<Peer>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| arguments.iter().skip_while(|argument| *argument != name).nth(1);
    let count = |name: &str, otherwise: usize| {
        after(name).map_or(otherwise, |text| text.parse().ok().filter(|&count| count > 0).expect("a number above 0"))
    };
    let (threads, rounds) = (count("--threads", 2), count("--rounds", 3));
    let python = after("--python").map_or_else(python, PathBuf::from);
    let mut contests = [w1_contest(threads, &python), default_case(threads, &python)];
    for round in 1..=rounds {
        eprintln!("round {round} of {rounds}");
        for peer in contests.iter_mut().flat_map(|contest| &mut contest.peers).filter(|peer| peer.failed.is_none()) {
            match (peer.run)() {
                Ok(figures) => {
                    eprintln!("{}", figures.to_json());
                    peer.rounds.push(figures);
                }
                Err(why) => peer.failed = Some(why),
            }
        }
    }
    println!("{threads} threads, medians of {rounds} rounds");
    for contest in &contests {
        report(contest);
    }
    let all = contests.iter().flat_map(|contest| &contest.peers).flat_map(|peer| &peer.rounds);
    if all.into_iter().all(Figures::is_right) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn report(contest: &Contest) {
    println!("\n{}", contest.title);
    let mut ours = None;
    for Peer { name, rounds, failed, .. } in &contest.peers {
        if let Some(why) = failed {
            println!("  {name:<36} could not run: {why}");
            continue;
        }
        let rate = median(rounds.iter().map(|figures| figures.solves_per_second));
        let error = rounds.iter().map(|figures| figures.max_error).fold(0.0, larger);
        let ratio = ours.map_or(String::new(), |ours: f64| format!("   the engine: {:.2} times", ours / rate));
        println!("  {name:<36} {rate:>8.1} solves/s   largest error {error:.1e}{ratio}");
        ours = ours.or(Some(rate));
    }
}

/// The larger; what is no number counts as the largest.
fn larger(a: f64, b: f64) -> f64 {
    if a >= b { a } else { b }
}

fn w1_contest(threads: usize, python: &Path) -> Contest {
    let c = compile_w1();
    let reference = root().join("validation/w1/reference.json");
    let c_peer = move || {
        let program = c.clone()?;
        figures_of(Command::new(program).arg(&reference).args(["--json", "--threads", &threads.to_string()]))
    };
    let numba = |options: &[&str]| numba(python, "w1_numba.py", threads, options);
    let peers = vec![
        Peer::new("the engine's moves", move || Ok(w1::figures(threads))),
        Peer::new("C", c_peer),
        Peer::new("numba", numba(&[])),
        Peer::new("numba, exponential that vectorises", numba(&["--vector-exp"])),
    ];
    Contest { title: "W1".to_owned(), peers }
}

fn default_case(threads: usize, python: &Path) -> Contest {
    const PEER: &str = "ukraine_numba.py";
    let title = format!("{PACKAGE}, a package of the default case");
    let ours = Peer::new("the engine", move || Ok(ours(threads)));
    let tables = export();
    let numba = |options: &[&str]| {
        let tables = tables.clone();
        let options: Vec<String> = options.iter().map(|&option| option.to_owned()).collect();
        let python = python.to_owned();
        move || {
            let tables = tables.clone()?;
            let mut all = vec![tables.to_str().ok_or("the path is no text")?];
            all.extend(options.iter().map(String::as_str));
            numba(&python, PEER, threads, &all)()
        }
    };
    let peers = vec![
        ours,
        Peer::new("numba", numba(&[])),
        Peer::new("numba, exponential that vectorises", numba(&["--vector-exp"])),
    ];
    Contest { title, peers }
}

impl Peer {
    fn new(name: &'static str, run: impl Fn() -> Result<Figures, String> + 'static) -> Peer {
        Peer { name, run: Box::new(run), rounds: Vec::new(), failed: None }
    }
}

/// Our own rate in the default case. Its numbers are those that the peers are checked against.
fn ours(threads: usize) -> Figures {
    let case = ukraine();
    let set = package(&case.scenario, PACKAGE);
    let solves = threads * BATCHES * LANES;
    let solves_per_second = rate(solves, || solve_on(threads, BATCHES, &case.scenario, set));
    Figures { name: PACKAGE.to_owned(), threads, solves_per_second, max_error: 0.0 }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The environment that `benches/peers/README.md` makes, if there is one.
fn python() -> PathBuf {
    let made = root().join("target/peers/bin/python");
    if made.exists() { made } else { PathBuf::from("python3") }
}

/// Compiles the peer in C as `benches/peers/README.md` says.
fn compile_w1() -> Result<PathBuf, String> {
    let program = root().join("target/w1");
    let source = root().join("benches/peers/w1.c");
    let options = ["-std=gnu11", "-O3", "-march=native", "-mprefer-vector-width=512", "-ffast-math", "-fopenmp"];
    output(Command::new("gcc").args(options).arg(source).arg("-o").arg(&program).args(["-lmvec", "-lm"]))?;
    Ok(program)
}

/// Writes the package for solvers in other languages.
fn export() -> Result<PathBuf, String> {
    let path = root().join("target").join(format!("{PACKAGE}.json"));
    let file = File::create(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let options = ["run", "--release", "--quiet", "-p", "standfast-benches", "--bin", "export", "--"];
    let mut cargo = Command::new("cargo");
    cargo.current_dir(root()).args(options).args([PACKAGE, &CHECKED.to_string()]).stdout(Stdio::from(file));
    output(&mut cargo)?;
    Ok(path)
}

fn numba(
    python: &Path,
    program: &str,
    threads: usize,
    options: &[&str],
) -> impl Fn() -> Result<Figures, String> + use<> {
    let script = root().join("benches/peers").join(program);
    let options: Vec<String> = options.iter().map(|&option| option.to_owned()).collect();
    let python = python.to_owned();
    move || {
        let mut command = Command::new(&python);
        figures_of(command.arg(&script).args(&options).args(["--json", "--threads", &threads.to_string()]))
    }
}

/// Runs a program and reads its figures. One that is off prints them too.
fn figures_of(command: &mut Command) -> Result<Figures, String> {
    let text = output(command)?;
    Figures::from_json(text.trim())
}

/// What a program prints.
///
/// # Errors
/// If it does not start, or fails and prints nothing: its last words.
fn output(command: &mut Command) -> Result<String, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.stderr(Stdio::piped()).output().map_err(|error| format!("{program}: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() && text.is_empty() {
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        return Err(format!("{program}: {}", errors.lines().next_back().unwrap_or("it failed and said nothing")));
    }
    Ok(text)
}
