//! When levels are reached: against closed forms, and against all histories written out.

use standfast::Case;
use standfast::ensemble::Design;
use standfast::game::passage::reached;
use standfast::game::{Batch, Draws};
use standfast::model::Scenario;
use standfast::model::condition::LevelSet;
use standfast::model::instrument::InstrumentSet;
use standfast_math::{LANES, Lanes, exp};

const COALITION: &str = include_str!("../../../validation/golden/coalition.toml");
const HAZARD: &str = include_str!("../../../scenarios/textbook-hazard/scenario.toml");
/// Rounding of a few thousand products of numbers under 1.
const ROUNDING: f64 = 1e-12;

fn scenario(text: &str) -> Scenario {
    Case::from_text("case", text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics)).scenario
}

fn goal(scenario: &Scenario, factor: &str, level: &str) -> LevelSet {
    let at = scenario.factors.iter().position(|known| known.id == factor).expect("a factor");
    let level = scenario.factors[at].levels.iter().position(|known| known == level).expect("a level");
    LevelSet { factor: at, levels: 1 << level }
}

fn package(scenario: &Scenario, instruments: &[&str]) -> InstrumentSet {
    let position = |id: &&str| scenario.instruments.iter().position(|known| known.id == *id).expect("an instrument");
    instruments.iter().map(position).collect()
}

fn chances(batch: &Batch<'_>, instruments: &[&str], goals: &[LevelSet], years: usize) -> Vec<Lanes> {
    reached(batch, package(batch.scenario, instruments), goals, years).expect("a small chain")
}

#[track_caller]
fn assert_close(ours: f64, expected: f64) {
    assert!((ours - expected).abs() <= ROUNDING, "{ours} against {expected}");
}

#[test]
fn two_levels_by_hand() {
    let scenario =
        scenario(&HAZARD.replace("initial = [1.0, 0.0]", "initial = [0.3, 0.7]").replace("fall = 0\n", "fall = 0.1\n"));
    let batch = Batch::new(&scenario, Draws::median(&scenario));
    let (low, high) = (goal(&scenario, "forces", "low"), goal(&scenario, "forces", "high"));
    let of = |goals: &[LevelSet]| chances(&batch, &[], goals, 30);
    let (reaches_low, reaches_high, both) = (of(&[low]), of(&[high]), of(&[low, high]));
    for t in 0..30 {
        // Who starts elsewhere has not moved with e^(−h) a year.
        let (stays_low, stays_high) = (exp(-0.2 * t as f64), exp(-0.1 * t as f64));
        for lane in 0..LANES {
            assert_close(reaches_low[t].0[lane], 1.0 - 0.7 * stays_high);
            assert_close(reaches_high[t].0[lane], 1.0 - 0.3 * stays_low);
            // Whoever has left the level that it started from has seen both.
            assert_close(both[t].0[lane], 1.0 - 0.3 * stays_low - 0.7 * stays_high);
        }
    }
    assert_eq!(of(&[]), vec![Lanes::ONE; 30], "nothing is to be reached");
    assert_eq!(of(&[low, low]), reaches_low, "the same goal twice");
}

#[test]
fn factors_that_do_not_read_each_other_are_independent() {
    let scenario = scenario(COALITION);
    let design = Design::Sobol { seed: 3, draws: LANES };
    let batch = Batch::new(&scenario, design.batch(&scenario, 0, &Default::default()));
    let goals =
        [goal(&scenario, "alpha_will", "low"), goal(&scenario, "regime", "mild"), goal(&scenario, "forces", "surplus")];
    // (With the force, the regime falls faster unless that lapses by a will that reads another.)
    for instruments in [&[][..], &["pact"]] {
        let alone = goals.map(|goal| chances(&batch, instruments, &[goal], 25));
        let joint = chances(&batch, instruments, &goals, 25);
        for t in 0..25 {
            for lane in 0..LANES {
                assert_close(joint[t].0[lane], alone[0][t].0[lane] * alone[1][t].0[lane] * alone[2][t].0[lane]);
            }
        }
        assert_eq!(joint[0], Lanes::ZERO, "nobody starts at the top");
        assert!(joint[1].0.iter().all(|&p| p > 0.0), "some are a step below");
        assert!(joint[24].0.iter().all(|&p| p > 0.0 && p < 1.0));
        assert!(joint.is_sorted_by(|a, b| (0..LANES).all(|lane| a.0[lane] <= b.0[lane])));
    }
}

/// The chance of each move of a factor: one level down, none, one up.
fn moves(level: usize, top: usize, rise: f64, fall: f64) -> [f64; 3] {
    let (rise, fall) = (if level < top { rise } else { 0.0 }, if level > 0 { fall } else { 0.0 });
    let moves = 1.0 - exp(-(rise + fall));
    [moves * fall / (rise + fall), 1.0 - moves, moves * rise / (rise + fall)]
}

/// Σ over all histories from a state on of their chance, if each reaches all goals by the last year.
fn enumerate(
    year: usize,
    last: usize,
    alpha: usize,
    allied: usize,
    seen: [bool; 2],
    pact: bool,
    goals: [usize; 2],
) -> f64 {
    let seen = [seen[0] || alpha == goals[0], seen[1] || allied == goals[1]];
    if year == last {
        return f64::from(seen == [true, true]);
    }
    // The medians of the case; the pact is in force from year 3 to 17.
    let bound = if pact && (3..18).contains(&year) { exp(-0.3) } else { 1.0 };
    let alpha_moves = moves(alpha, 1, 0.07, 0.1 * bound);
    let allied_moves = moves(allied, 2, 0.06, 0.09 * if alpha == 0 { exp(0.35) } else { 1.0 });
    let mut sum = 0.0;
    for (i, p) in alpha_moves.into_iter().enumerate().filter(|(_, p)| *p > 0.0) {
        for (j, q) in allied_moves.into_iter().enumerate().filter(|(_, q)| *q > 0.0) {
            sum += p * q * enumerate(year + 1, last, alpha + i - 1, allied + j - 1, seen, pact, goals);
        }
    }
    sum
}

#[test]
fn a_child_moves_by_where_its_parent_stood() {
    let scenario = scenario(COALITION);
    let batch = Batch::new(&scenario, Draws::median(&scenario));
    for (pact, alpha, allied) in [(true, 0, 0), (false, 0, 0), (true, 1, 1), (false, 0, 2), (true, 1, 0)] {
        let goals = [
            goal(&scenario, "alpha_will", ["low", "high"][alpha]),
            goal(&scenario, "allied_will", ["low", "mid", "high"][allied]),
        ];
        let ours = chances(&batch, if pact { &["pact"] } else { &[] }, &goals, 7);
        for (year, ours) in ours.iter().enumerate() {
            let mut expected = 0.0;
            for (i, p) in [0.4, 0.6].into_iter().enumerate() {
                for (j, q) in [0.1, 0.6, 0.3].into_iter().enumerate() {
                    expected += p * q * enumerate(0, year, i, j, [false; 2], pact, [alpha, allied]);
                }
            }
            assert_close(ours.0[0], expected);
        }
    }
    // The goal of the child alone has its parent all the same.
    let alone = chances(&batch, &[], &[goal(&scenario, "allied_will", "low")], 7);
    let first = 0.1 + 0.6 * (0.4 * moves(1, 2, 0.06, 0.09 * exp(0.35))[0] + 0.6 * moves(1, 2, 0.06, 0.09)[0]);
    assert_close(alone[1].0[0], first);
}

#[test]
fn a_chain_that_is_too_large_is_not_followed() {
    let scenario = scenario(COALITION);
    let batch = Batch::new(&scenario, Draws::median(&scenario));
    for goals in [20, 40, 64, 200] {
        let goals = vec![goal(&scenario, "alpha_will", "low"); goals];
        assert_eq!(reached(&batch, InstrumentSet::EMPTY, &goals, 2), None);
    }
}
