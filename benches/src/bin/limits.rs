//! How much of what the machine can do at most each stage of a solve reaches: `limits [PACKAGE]`.
//!
//! Measures the machine, counts operations and bytes, and times the stages of eight solves of a package
//! of the default case, one after the other, again and again; the least time of each counts.

#![allow(clippy::print_stdout, reason = "a program that prints")]

use std::rc::Rc;

use standfast_benches::count::{self, Count};
use standfast_benches::machine::{Level, Machine};
use standfast_benches::stages::Solved;
use standfast_benches::time::seconds;
use standfast_benches::{PACKAGE, package, ukraine};
use standfast_game::Want;
use standfast_game::era::Era;
use standfast_game::response::Severity;

/// Each stage is timed so many times.
const TIMES: usize = 15;

/// A stage: what it is called, what it takes at least, and the seconds that it took.
struct Stage {
    name: &'static str,
    /// Nothing where nobody has counted.
    count: Option<Count>,
    seconds: f64,
}

fn main() {
    let id = std::env::args().nth(1).unwrap_or_else(|| PACKAGE.to_owned());
    let case = ukraine();
    let solved = Solved::new(&case.scenario, package(&case.scenario, &id));
    let machine = Machine::measured();
    print_machine(&machine);
    let counts = counts(&solved);
    let times = times(&solved);
    let stages: Vec<Stage> =
        counts.into_iter().zip(times).map(|((name, count), seconds)| Stage { name, count, seconds }).collect();
    println!("\n{id}: eight solves, {} states, {} sets in force\n", solved.batch.space.states(), solved.in_force.len());
    print_stages(&machine, &stages);
    print_responses(&solved, &machine, &stages[1]);
}

fn print_machine(machine: &Machine) {
    let giga = |rate: f64| rate / 1e9;
    println!("One thread of this machine, without fused multiply-adds:");
    println!(
        "{:.1} G products/s, {:.1} G sums/s, {:.1} G of both/s, {:.2} G divisions/s",
        giga(machine.products),
        giga(machine.sums),
        giga(machine.both),
        giga(machine.divisions)
    );
    for (level, bytes) in Level::ALL.into_iter().zip(machine.bytes) {
        println!("{:>6}: {:6.1} GB/s read and written", level.name(), giga(bytes));
    }
}

/// What each stage takes at least.
fn counts(solved: &Solved<'_>) -> Vec<(&'static str, Option<Count>)> {
    let batch = &solved.batch;
    let (states, guarantors) = (batch.space.states(), batch.scenario.actors.guarantors.len());
    let (eras, horizon) = (solved.eras(), batch.scenario.horizon);
    let library = solved.contests();
    let mut known = Vec::new();
    let mut contests = Count::default();
    for in_force in &solved.in_force {
        let contest = library.contest(&batch.tabulator(in_force));
        if !known.iter().any(|other| Rc::ptr_eq(other, &contest)) {
            contests = contests + count::contest(&contest, guarantors);
            known.push(contest);
        }
    }
    let years =
        |of: &dyn Fn(usize, &Era) -> Count| -> Count { eras.iter().enumerate().map(|(year, era)| of(year, era)).sum() };
    let ahead = |of: &dyn Fn(&Era) -> Count| -> Count { eras[..horizon].iter().map(|era| of(era)).sum() };
    let peace = |era: &Era, forward: bool| count::moves(&era.peace(batch).kernel, 3, forward);
    let war = |era: &Era, forward: bool| {
        let kernel = &era.war(batch).kernel;
        count::moves(kernel, 1, forward) + count::moves_exhausted(kernel, states)
    };
    let split = |notes: Count, first: bool| count::split(states, notes, first);
    let to_first_war = split(count::NOTES_OF_INTACT, true) + split(count::NOTES_OF_QUIET, false);
    let histories = split(count::NOTES_OF_ALL, false) + count::wage(states);
    vec![
        ("contests", Some(contests)),
        ("responses", None),
        ("kernels", None),
        ("other tabulation", None),
        ("backward, peace: moves", Some(years(&|_, era| peace(era, false)))),
        ("backward, peace: choices", Some(years(&|year, _| count::choices_at_peace(states, year < horizon)))),
        ("backward, war: moves", Some(years(&|_, era| war(era, false)))),
        ("backward, war: choices", Some(years(&|year, _| count::choices_at_war(states, year < horizon)))),
        ("forward: intact and quiet", Some(ahead(&|era| peace(era, true) * 2.0 + to_first_war))),
        ("forward: all histories", Some(ahead(&|era| peace(era, true) + war(era, true) + histories))),
        ("solve", None),
    ]
}

/// The least seconds that each stage takes, in the same order.
fn times(solved: &Solved<'_>) -> Vec<f64> {
    let runs: Vec<Vec<f64>> = (0..TIMES).map(|_| once(solved)).collect();
    let least = |stage: usize| {
        runs.iter().map(|run| run[stage]).fold(f64::INFINITY, |least, time| if time < least { time } else { least })
    };
    let [contests, responses, kernels, tabulation] = [0, 1, 2, 3].map(least);
    let [peace_moves, peace, war_moves, war, first, all, solve] = [4, 5, 6, 7, 8, 9, 10].map(least);
    vec![
        contests,
        responses,
        kernels,
        tabulation - contests - responses - kernels,
        peace_moves,
        peace - peace_moves,
        war_moves,
        war - war_moves,
        first,
        all - first,
        solve,
    ]
}

/// Times each stage once; some with the one before it, of which they are a part.
fn once(solved: &Solved<'_>) -> Vec<f64> {
    let eras = solved.eras();
    let mut kinds: Vec<(Rc<Era>, f64)> = Vec::new();
    for era in &eras {
        match kinds.iter_mut().find(|(known, _)| Rc::ptr_eq(known, era)) {
            Some((_, years)) => *years += 1.0,
            None => kinds.push((Rc::clone(era), 1.0)),
        }
    }
    let library = solved.contests();
    let mut times = vec![
        seconds(|| solved.contests()),
        seconds(|| solved.responses(&library)),
        seconds(|| solved.kernels()),
        seconds(|| solved.tabulate()),
    ];
    /// Years of an era that are timed at once, after one to warm up.
    const YEARS: usize = 10;
    let mut years = [0.0; 4];
    for (era, weight) in &kinds {
        let mut of = solved.years(era);
        let mut of_one = |year: fn(&mut standfast_benches::stages::Years<'_>)| {
            year(&mut of);
            seconds(|| (0..YEARS).for_each(|_| year(&mut of))) / YEARS as f64 * weight
        };
        years[0] += of_one(|years| years.peace_moves());
        years[1] += of_one(|years| years.peace());
        years[2] += of_one(|years| years.war_moves());
        years[3] += of_one(|years| years.war());
    }
    times.extend(years);
    times.push(seconds(|| solved.forward(Want::FirstPassage)));
    times.push(seconds(|| solved.forward(Want::Everything)));
    times.push(seconds(|| solved.solve()));
    times
}

fn print_stages(machine: &Machine, stages: &[Stage]) {
    println!(
        "| stage | operations, M | divisions, M | L1, MB | L2, MB | beyond, MB | must take, ms | takes, ms | share |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    let mut must_take = 0.0;
    for Stage { name, count, seconds } in stages {
        let milliseconds = 1e3 * seconds;
        let Some(count) = count else {
            println!("| {name} | | | | | | | {milliseconds:.2} | |");
            continue;
        };
        let mega = |number: f64| number / 1e6;
        let [near, middle, shared, memory] = count.bytes.map(mega);
        let must = count.must_take(machine);
        must_take += must;
        println!(
            "| {name} | {:.1} | {:.1} | {near:.0} | {middle:.0} | {:.0} | {:.2} | {milliseconds:.2} | {:.0} % |",
            mega(count.all() - count.divisions),
            mega(count.divisions),
            shared + memory,
            1e3 * must,
            100.0 * must / seconds
        );
    }
    let counted: f64 = stages.iter().filter(|stage| stage.count.is_some()).map(|stage| stage.seconds).sum();
    println!(
        "\nAll that is counted must take {:.2} ms and takes {:.2} ms: {:.0} %.",
        1e3 * must_take,
        1e3 * counted,
        100.0 * must_take / counted
    );
}

/// The rounds of answers are as many as the draws ask for, so the responses are measured in rounds.
fn print_responses(solved: &Solved<'_>, machine: &Machine, responses: &Stage) {
    let library = solved.contests();
    let mut known = Vec::new();
    for in_force in &solved.in_force {
        for severity in [Severity::Limited, Severity::War] {
            let response = library.response(&solved.batch.tabulator(in_force), severity);
            if !known.iter().any(|other| Rc::ptr_eq(other, &response)) {
                known.push(response);
            }
        }
    }
    let equilibria: usize = known.iter().map(|response| response.diagnosis.equilibria).sum();
    let round = count::round(solved.batch.scenario.actors.guarantors.len());
    let each = responses.seconds / equilibria as f64;
    println!(
        "{equilibria} equilibria take {:.2} µs each: as long as {:.0} rounds of {:.1} thousand operations must.",
        1e6 * each,
        each / round.must_take(machine),
        round.all() / 1e3
    );
}
