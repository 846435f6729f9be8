//! How many instructions the engine takes, counted under valgrind, which has AVX2 and not AVX-512.
//!
//! Needs valgrind and `cargo install gungraun-runner` of the version of the crate.

#![allow(missing_docs, reason = "the attribute makes a module of each function")]

use std::hint::black_box;

use gungraun::{library_benchmark, library_benchmark_group, main};
use standfast::Case;
use standfast_benches::stages::{Solved, Years};
use standfast_benches::{PACKAGE, assess, batch, package, ukraine};
use standfast_game::library::Library;
use standfast_game::{Start, Want};

/// A package of the default case, solved. It lives as long as the program, as what borrows from it does.
fn solved() -> &'static Solved<'static> {
    let case: &'static Case = Box::leak(Box::new(ukraine()));
    Box::leak(Box::new(Solved::new(&case.scenario, package(&case.scenario, PACKAGE))))
}

fn years() -> Years<'static> {
    let solved = solved();
    solved.years(&solved.eras()[0])
}

fn with_contests() -> (&'static Solved<'static>, Library) {
    let solved = solved();
    (solved, solved.contests())
}

#[library_benchmark(setup = years)]
#[bench::year()]
fn kernel_backward(mut years: Years<'static>) -> Years<'static> {
    years.peace_moves();
    black_box(years)
}

#[library_benchmark(setup = years)]
#[bench::year()]
fn kernel_forward(mut years: Years<'static>) -> Years<'static> {
    years.peace_pushes();
    black_box(years)
}

#[library_benchmark(setup = years)]
#[bench::year()]
fn kernel_and_choices(mut years: Years<'static>) -> Years<'static> {
    years.peace();
    black_box(years)
}

#[library_benchmark(setup = with_contests)]
#[bench::package()]
fn responses((solved, library): (&'static Solved<'static>, Library)) -> Library {
    solved.responses(&library);
    black_box(library)
}

#[library_benchmark(setup = solved)]
#[bench::package()]
fn backward(solved: &'static Solved<'static>) {
    solved.backward();
}

#[library_benchmark(setup = solved)]
#[bench::package()]
fn forward(solved: &'static Solved<'static>) {
    black_box(solved.forward(Want::Everything));
}

#[library_benchmark(setup = solved)]
#[bench::package()]
fn solve(solved: &'static Solved<'static>) {
    black_box(solved.solve());
}

#[library_benchmark(setup = ukraine)]
#[bench::presets()]
fn packages(case: Case) {
    let batch = batch(&case.scenario, 0);
    for package in &case.scenario.packages {
        black_box(batch.solve(package.instruments, Start::Peace, Want::Everything));
    }
}

#[library_benchmark(setup = ukraine)]
#[bench::package()]
fn assessment(case: Case) {
    black_box(assess(&case));
}

library_benchmark_group!(
    name = engine;
    benchmarks =
        kernel_backward,
        kernel_forward,
        kernel_and_choices,
        responses,
        backward,
        forward,
        solve,
        packages,
        assessment
);
main!(library_benchmark_groups = engine);
