//! The response stage against pygambit, and the principal branch against an independent tracer.

#![allow(clippy::disallowed_methods, reason = "tests read fixtures")]

use serde_json::Value;
use standfast_game::contest::{ContestPoint, win};
use standfast_game::multilinear::Work;
use standfast_game::response::equilibrium::{CONVERGED, Equilibrium, Stage, solve};
use standfast_math::{LANES, Lanes, exp, ln};
use standfast_model::scenario::MAX_GUARANTORS;

fn fixture(name: &str) -> Value {
    let path = format!("{}/../../validation/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("the fixture {path} is missing: {error}"));
    serde_json::from_str(&text).expect("fixtures are JSON")
}

fn number(value: &Value) -> f64 {
    match value {
        Value::String(text) => text.parse().expect("a number"),
        other => other.as_f64().expect("a number"),
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(number).collect()
}

/// All joint responses, the first guarantor's digit leading.
fn profiles(guarantors: usize) -> impl Iterator<Item = Vec<usize>> {
    let digit = move |m: usize, i: usize| m / 3_usize.pow((guarantors - 1 - i) as u32) % 3;
    (0..3_usize.pow(guarantors as u32)).map(move |m| (0..guarantors).map(|i| digit(m, i)).collect())
}

/// A stage game with the same numbers in every lane.
struct Table {
    contest: ContestPoint,
    advantage: Vec<[f64; 2]>,
    stake: Vec<f64>,
}

impl Table {
    fn new(win: Vec<f64>, advantage: Vec<[f64; 2]>, stake: Vec<f64>) -> Table {
        let win: Vec<Lanes> = win.into_iter().map(Lanes::splat).collect();
        Table { contest: ContestPoint::new(win.clone(), win, stake.len()), advantage, stake }
    }

    fn solve(&self, precision: Lanes) -> Equilibrium {
        let mut advantages = [[Lanes::ZERO; 2]; MAX_GUARANTORS];
        for (lanes, numbers) in advantages.iter_mut().zip(&self.advantage) {
            *lanes = numbers.map(Lanes::splat);
        }
        let stakes: Vec<Lanes> = self.stake.iter().map(|&stake| Lanes::splat(stake)).collect();
        solve(&Stage::new(precision, &stakes, &self.contest), &advantages, &mut Work::default())
    }
}

/// The guarantors' subgame of the game in `validation/README.md` after a limited attack or an
/// invasion, and the challenger's payoff for each joint response.
fn gambit_game(invasion: bool) -> (Table, Vec<f64>) {
    const WEIGHT: [f64; 3] = [1.0, 0.8, 0.5];
    const CONTRIBUTION: [f64; 3] = [0.0, 0.35, 1.0];
    const LOSS: [f64; 3] = [1.0, 0.8, 0.9];
    const WORD: [f64; 3] = [1.0, 0.9, 0.7];
    let (loss, scale) = if invasion { (1.2, 1.0) } else { (0.5, 0.8) };
    let (stake, start) = if invasion { (1.5, 0.7) } else { (0.6, 0.25) };
    let help = |r: &[usize]| (0..3).map(|i| WEIGHT[i] * CONTRIBUTION[r[i]]).sum::<f64>();
    let taken: Vec<f64> = profiles(3).map(|r| 1.0 - 1.0 / (1.0 + exp(-(3.0 * help(&r) - 1.2)))).collect();
    let challenger = profiles(3).zip(&taken).map(|(r, taken)| stake * taken - start - 0.3 * help(&r)).collect();
    let advantage = (0..3).map(|i| {
        let (supply, fight) = (0.10 + 0.02 * i as f64, 0.45 + 0.10 * i as f64);
        [(0.35 - 0.15) * WORD[i] - scale * supply, 0.35 * WORD[i] - scale * fight]
    });
    (Table::new(taken, advantage.collect(), LOSS.map(|l| loss * l).to_vec()), challenger)
}

#[test]
fn equals_gambit() {
    /// Required. pygambit itself is off its own fixed point by up to 3e-11.
    const TOLERANCE: f64 = 1e-9;
    for result in fixture("gambit/w2.json")["results"].as_array().expect("results") {
        let precision = number(&result["precision"]);
        let mut worth = vec![0.0];
        let mut ours = vec![[0.0; 3]; 6];
        for (c, invasion) in [false, true].into_iter().enumerate() {
            let (table, challenger) = gambit_game(invasion);
            let equilibrium = table.solve(Lanes::splat(precision));
            assert!(equilibrium.residual.0[0] <= CONVERGED);
            let p = |i: usize, k: usize| equilibrium.responses[i][k].0[0];
            (0..3).for_each(|i| ours[2 * i + c] = [p(i, 0), p(i, 1), p(i, 2)]);
            let joint = profiles(3).map(|r| p(0, r[0]) * p(1, r[1]) * p(2, r[2]));
            worth.push(joint.zip(&challenger).map(|(p, payoff)| p * payoff).sum());
        }
        let weights: Vec<f64> = worth.iter().map(|worth| exp(precision * worth)).collect();
        let total: f64 = weights.iter().sum();
        let all: Vec<f64> = weights.iter().map(|w| w / total).chain(ours.into_iter().flatten()).collect();
        for oracle in ["gambit", "fixed_point"] {
            for (ours, theirs) in all.iter().zip(numbers(&result[oracle])) {
                assert!((ours - theirs).abs() <= TOLERANCE, "{oracle}, λ = {precision}: {ours} against {theirs}");
            }
        }
    }
}

fn branch_case(case: &Value) -> Table {
    let helps: Vec<Vec<f64>> = case["help"].as_array().expect("a list").iter().map(numbers).collect();
    let (own, kappa, discharge) =
        (number(&case["protege_strength"]), number(&case["decisiveness"]), number(&case["discharge"]));
    let chance = |r: Vec<usize>| {
        let help = r.iter().zip(&helps).fold(own, |sum, (&k, help)| if k == 0 { sum } else { sum + help[k - 1] });
        win(Lanes::splat(ln(1.0)), Lanes::splat(ln(help)), Lanes::splat(kappa)).0[0]
    };
    let (word, supply, intervention) =
        (numbers(&case["word"]), numbers(&case["supply_cost"]), numbers(&case["intervention_cost"]));
    let advantage = (0..helps.len()).map(|i| [discharge * word[i] - supply[i], word[i] - intervention[i]]);
    Table::new(profiles(helps.len()).map(chance).collect(), advantage.collect(), numbers(&case["stake"]))
}

#[test]
fn follows_the_principal_branch_past_forks_and_folds() {
    /// The oracle has 20 digits; Newton's method ends at rounding, amplified near a fork or fold.
    const TOLERANCE: f64 = 1e-12;
    let fixture = fixture("response/branches.json");
    let cases = fixture["cases"].as_array().expect("cases");
    let (mut marked, mut turned) = (0, 0);
    for case in cases {
        let place = format!("{} at λ = {}", case["name"], case["precision"]);
        let equilibrium = branch_case(case).solve(Lanes::splat(number(&case["precision"])));
        for (i, row) in case["probabilities"].as_array().expect("guarantors").iter().enumerate() {
            for (k, theirs) in numbers(row).into_iter().enumerate() {
                let ours = equilibrium.responses[i][k].0[0];
                assert!((ours - theirs).abs() <= TOLERANCE, "{place}: {ours} against {theirs}");
            }
        }
        assert_eq!(equilibrium.marked, [case["marked"] == true; LANES], "{place}");
        assert!(equilibrium.residual.0[0] <= CONVERGED, "{place}");
        marked += usize::from(case["marked"] == true);
        turned += usize::from(case["turns"].as_array().is_some_and(|turns| !turns.is_empty()));
    }
    assert_eq!((cases.len(), marked, turned), (9, 2, 1), "the fixture has a fork, a fold and plain branches");
}

#[test]
fn a_branch_that_is_not_reached_says_so() {
    // Log-odds overflow long before this precision is reached.
    let case = &fixture("response/branches.json")["cases"][3];
    let equilibrium = branch_case(case).solve(Lanes::splat(1e300));
    let converged = equilibrium.residual.0[0] <= CONVERGED;
    assert!(!converged, "residual {}", equilibrium.residual.0[0]);
}

#[test]
fn a_lane_does_not_see_the_others() {
    let table = branch_case(&fixture("response/branches.json")["cases"][6]);
    let mut precision = [0.0; LANES];
    (0..LANES).for_each(|lane| precision[lane] = 1.0 + 2.0 * lane as f64);
    let together = table.solve(Lanes(precision));
    for lane in 0..LANES {
        let alone = table.solve(Lanes::splat(precision[lane]));
        for i in 0..3 {
            for k in 0..3 {
                let (a, b) = (together.responses[i][k].0[lane], alone.responses[i][k].0[lane]);
                assert_eq!(a.to_bits(), b.to_bits());
            }
        }
    }
}
