//! Checks and stresses: what they mean, and what is refused.

use std::collections::BTreeSet;

use standfast::ensemble::Design;
use standfast::game::outcome::FirstPassage;
use standfast::game::{Batch, Draws, Outcome, Start, Want};
use standfast::model::Scenario;
use standfast::model::instrument::InstrumentSet;
use standfast::record::{CheckFindings, Verdict};
use standfast::{Case, EmbeddedCase, Record, Selection, Study, record};
use standfast_math::{LANES, Lanes};

const COALITION: &str = include_str!("../../../validation/golden/coalition.toml");
const DESIGN: Design = Design::Sobol { seed: 7, draws: 24 };

fn read(text: &str) -> Case {
    Case::from_text("case", text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

fn hold(case: &Case) -> Record {
    record(case, DESIGN, &()).expect("nobody cancels")
}

/// A check of the coalition with some lines of its own.
fn check(lines: &str) -> String {
    format!("{COALITION}\n[checks.it]\nsays = \"It.\"\nreason = \"So.\"\nuse = \"tuning\"\n{lines}\n")
}

fn found(lines: &str) -> CheckFindings {
    hold(&read(&check(lines))).checks.remove(0)
}

#[track_caller]
fn codes(text: &str) -> Vec<&'static str> {
    let refused = Case::from_text("case", text).expect_err("it is broken");
    refused.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}

#[test]
fn textbook_checks_hold_with_the_values_known_by_hand() {
    /// Rounding of sums of up to some dozen numbers under 1.
    const ROUNDING: f64 = 1e-14;
    let by_hand: [(&str, &[f64]); 5] = [
        ("textbook-no-guarantors", &[0.15, 0.425, 0.5]),
        ("textbook-one-guarantor", &[0.25, 4.0 / 7.0, 8.0 / 7.0]),
        ("textbook-hazard", &[f64::NAN, 0.25, (0..30).fold(1.0, |left, _| left * 0.75) - 1.0]),
        ("textbook-powerless-help", &[0.5]),
        ("textbook-empty-effects", &[1.0, 0.0]),
    ];
    for (id, values) in by_hand {
        let record = hold(&EmbeddedCase::find(id).expect("an embedded case").read());
        assert_eq!(record.checks.len(), values.len(), "{id}");
        for (check, by_hand) in record.checks.iter().zip(values) {
            assert_eq!(check.verdict, Verdict::Holds, "{id}: {}", check.id);
            let apart = (check.value - by_hand).abs();
            assert!(apart <= ROUNDING || by_hand.is_nan(), "{id}: {} is {}", check.id, check.value);
        }
    }
}

#[test]
fn a_stress_is_solved_on_the_same_draws() {
    // An uncertain number of its own, on something that the quantity does not read.
    let case = "\n[stresses.idle]\neffects = [{ on = \"protege.peace_cost\", add = \"0.1 to 0.2\" }]\n";
    let quantities = ["war", "limited", "lost", "war_hazard", "ended_by_settlement", "nobody_fights"];
    for quantity in quantities {
        let lines = format!(
            "quantity = \"{quantity}\"\npackage = \"pact\"\nyears = [2, 10]\nunder = [\"idle\"]\n\
             against = {{ under = [] }}\nby = \"ratio\"\ntarget = \"0.5 to 2\"{case}"
        );
        let found = found(&lines).found;
        assert_eq!((found.p05, found.p50, found.p95), (1.0, 1.0, 1.0), "{quantity}");
    }
}

#[test]
fn a_study_under_a_stress_has_the_numbers_of_a_check_under_it() {
    let stress = "[stresses.idle]\nset = { alpha_will = \"low\" }\n[stresses.odd]\ndisable = [\"army\"]\n";
    let lines = "quantity = \"war\"\npackage = \"pact\"\nyears = [0, 10]\nunder = [\"idle\", \"odd\"]\n\
                 target = \"0 to 1\"\n";
    let case = read(&check(&format!("{lines}{stress}")));
    let check = hold(&case).checks.remove(0);
    let stressed = case.under(" odd + idle+odd ").expect("they can hold together");
    let packages = vec![Selection::parse(&stressed.scenario, "pact").expect("a package")];
    let study = Study { packages, design: DESIGN, years: vec![10], ..Study::of(&stressed) };
    let findings = study.run(&()).expect("nobody cancels");
    assert_eq!(*findings.headline(&findings.packages[1].war), check.found);
    let ids: Vec<&str> = findings.case.under.iter().map(|stress| stress.id.as_str()).collect();
    assert_eq!((ids, check.question.game.under), (vec!["idle", "odd"], vec!["idle".to_owned(), "odd".to_owned()]));
    assert_eq!(findings.case.digest, case.digest(), "it is the same text");
    assert_eq!(case.under(" ").expect("no stress at all"), case);
}

#[test]
fn stresses_that_cannot_stand_are_refused_at_their_words() {
    let stresses = "[stresses.low]\nset = { alpha_will = \"low\" }\n[stresses.high]\nset = { alpha_will = \"high\" }\n\
                    [stresses.later]\nset = { alpha_will = \"low\" }\nat = 4\n";
    let case = read(&format!("{COALITION}\n{stresses}"));
    let refused = |text: &str| {
        let refused = case.under(text).expect_err("it cannot stand").diagnostics;
        refused.into_iter().map(|d| (d.code.as_str(), text[d.span].to_owned(), d.suggestion)).collect::<Vec<_>>()
    };
    assert_eq!(refused("low+hihg"), [("unknown-stress", "hihg".to_owned(), Some("high".to_owned()))]);
    assert_eq!(refused("later + low"), [("late-stress", "later".to_owned(), None)]);
    assert_eq!(refused("low + high"), [("stresses-clash", "low + high".to_owned(), None)]);
}

#[test]
fn a_check_sees_the_numbers_of_a_study() {
    let case = read(COALITION);
    let packages = vec![Selection::parse(&case.scenario, "pact").expect("a package")];
    let study = Study { packages, design: DESIGN, years: vec![5, 10], ..Study::of(&case) };
    let findings = study.run(&()).expect("nobody cancels");
    let pact = &findings.packages[1];
    let ask = |quantity: &str, actor: &str| {
        let years = if actor.is_empty() { "years = [0, 10]".to_owned() } else { format!("actor = \"{actor}\"") };
        found(&format!("quantity = \"{quantity}\"\npackage = \"pact\"\ntarget = \"0 to 1\"\n{years}")).found
    };
    assert_eq!(ask("war", ""), pact.war[1].band);
    assert_eq!(ask("limited", ""), pact.limited[1].band);
    assert_eq!(ask("lost", ""), pact.lost[1].band);
    for party in &pact.parties {
        assert_eq!(ask("signs", &party.actor), party.signs, "{}", party.actor);
    }
}

#[test]
fn the_parts_of_a_window_make_the_whole() {
    /// Rounding of a few operations on numbers under 1.
    const ROUNDING: f64 = 1e-14;
    let design = Design::Sobol { seed: 1, draws: 1 };
    for quantity in ["war", "lost", "limited", "quiet_broken"] {
        let within = |from: usize, to: usize| {
            let lines = "package = \"pact\"\ntarget = \"0 to 1\"";
            let lines = format!("quantity = \"{quantity}\"\nyears = [{from}, {to}]\n{lines}");
            let record = record(&read(&check(&lines)), design, &()).expect("nobody cancels");
            record.checks[0].value
        };
        let (early, late, whole) = (within(0, 6), within(6, 15), within(0, 15));
        // What is left at the start of the second part has neither happened nor become impossible.
        let left = match quantity {
            "war" => 1.0 - early - captured(6),
            "limited" => 1.0 - quiet_broken(6),
            _ => 1.0 - early,
        };
        assert!((early + left * late - whole).abs() < ROUNDING, "{quantity}: {early}, {late}, {whole}");
    }

    fn captured(to: usize) -> f64 {
        // Intact goes down by war and by capture alone.
        let first = first_passage();
        1.0 - first.intact[to].0[0] - (0..to).map(|t| (first.intact[t] * first.war_hazard[t]).0[0]).sum::<f64>()
    }

    fn quiet_broken(to: usize) -> f64 {
        1.0 - first_passage().quiet[to].0[0]
    }

    fn first_passage() -> FirstPassage {
        let scenario = read(COALITION).scenario;
        let set = InstrumentSet::EMPTY.with(scenario.instrument("pact").expect("an instrument"));
        let draws = Design::Sobol { seed: 1, draws: 1 }.batch(&scenario, 0, &BTreeSet::new());
        let outcome = Batch::new(&scenario, draws).solve(set, Start::Peace, Want::FirstPassage);
        outcome.first_passage.expect("from peace")
    }
}

fn solve(scenario: &Scenario, instruments: &[&str]) -> Outcome {
    let set = instruments.iter().map(|id| scenario.instrument(id).expect("an instrument")).collect();
    // Every uncertain number at the same quantile: independent of the order of the numbers.
    let draws = Draws::new(scenario, |lane, _| (lane as f64 + 0.5) / LANES as f64);
    Batch::new(scenario, draws).solve(set, Start::Peace, Want::Everything)
}

fn under(text: &str, stress: &str) -> Scenario {
    let scenario = read(&format!("{text}\n[stresses.it]\n{stress}\n")).scenario;
    scenario.under(&[0]).expect("it can hold")
}

#[track_caller]
fn same(ours: &Outcome, theirs: &Outcome) {
    /// Sums of some dozen terms under 100, in another order.
    const REORDERED: f64 = 1e-11;
    let (a, b) = (ours.histories.as_ref().expect("wanted"), theirs.histories.as_ref().expect("wanted"));
    let (f, g) = (ours.first_passage.as_ref().expect("from peace"), theirs.first_passage.as_ref().expect("from peace"));
    let series: [(&[Lanes], &[Lanes]); 6] = [
        (&ours.value, &theirs.value),
        (&a.lost, &b.lost),
        (&a.coerced, &b.coerced),
        (&a.wars.settled, &b.wars.settled),
        (&f.war_hazard, &g.war_hazard),
        (&f.quiet, &g.quiet),
    ];
    for (ours, theirs) in series {
        assert_eq!(ours.len(), theirs.len());
        for (ours, theirs) in ours.iter().zip(theirs) {
            for lane in 0..LANES {
                assert!((ours.0[lane] - theirs.0[lane]).abs() < REORDERED, "{ours:?} against {theirs:?}");
            }
        }
    }
}

#[test]
fn a_factor_that_is_set_is_one_that_starts_there_and_never_moves() {
    let moves = "initial = [0.4, 0.6]\nrise = 0.07\nfall = \"0.05 to 0.20\"";
    assert!(COALITION.contains(moves));
    let fixed = COALITION.replace(moves, "initial = [1, 0]\nrise = 0\nfall = 0");
    let set = under(COALITION, "set = { alpha_will = \"low\" }");
    assert_eq!(set.states(), 3 * 2 * 4, "the other level is gone");
    same(&solve(&set, &["pact", "force"]), &solve(&read(&fixed).scenario, &["pact", "force"]));
}

#[test]
fn a_war_does_not_exhaust_a_factor_that_is_set() {
    let set = under(COALITION, "set = { forces = \"ready\" }");
    let moves = "initial = [0.7, 0.2, 0.1, 0.0]\nrise = \"0.2 to 0.5\"\nfall = 0.02";
    assert!(COALITION.contains(moves));
    let fixed = COALITION.replace(moves, "initial = [0, 0, 1, 0]\nrise = 0\nfall = 0");
    let fixed = fixed.replace("exhausted_by_war = \"forces\"\n", "");
    same(&solve(&set, &["army"]), &solve(&read(&fixed).scenario, &["army"]));
}

#[test]
fn a_disabled_instrument_is_signed_and_does_nothing() {
    let disabled = under(COALITION, "disable = [\"pact\", \"force\"]");
    same(&solve(&disabled, &["pact", "force", "army"]), &solve(&disabled, &["army"]));
    let plain = read(COALITION).scenario;
    same(&solve(&disabled, &["pact", "force", "army"]), &solve(&plain, &["army"]));
    let lines =
        "quantity = \"signs\"\nactor = \"alpha\"\npackage = \"pact\"\nunder = [\"broken\"]\ntarget = \"0 to 1\"";
    let asked = found(&format!("{lines}\n[stresses.broken]\ndisable = [\"pact\"]"));
    assert!(asked.value > 0.0 && asked.value < 1.0, "its signature is still asked for: {}", asked.value);
}

#[test]
fn the_effects_of_a_stress_are_effects_of_the_case() {
    let stressed = under(COALITION, "effects = [{ on = \"alpha.stake\", add = \"-0.9 to -0.3\" }]");
    let written = format!("{COALITION}\n[[effect]]\non = \"alpha.stake\"\nadd = \"-0.9 to -0.3\"\n");
    same(&solve(&stressed, &["pact"]), &solve(&read(&written).scenario, &["pact"]));
}

#[test]
fn refusing_is_a_share_of_draws() {
    let lines = "quantity = \"refuses\"\nactor = \"north\"\npackage = \"pact\"\ntarget = \"0 to 1\"";
    let refuses = found(lines);
    let signs = found(&lines.replace("refuses", "signs"));
    assert_eq!((refuses.statistic, signs.statistic), ("share", "median"));
    assert!((refuses.value * 24.0).fract() == 0.0, "a count of 24 draws: {}", refuses.value);
    assert_eq!(refuses.value > 0.5, signs.value < 0.5);
}

#[test]
fn verdicts_count() {
    let own = "quantity = \"war\"\npackage = \"pact\"\nyears = [0, 25]\n";
    let text = check(&format!("{own}target = \"0 to 1\""));
    let fails =
        format!("[checks.other]\nsays = \"x\"\nreason = \"y\"\nuse = \"held-out\"\n{own}target = \"0.999 to 1\"");
    let record = hold(&read(&format!("{text}{fails}")));
    assert_eq!(record.checks[1].verdict, Verdict::Fails);
    assert_eq!((record.holding(), record.held_out_holding()), ((1, 2), (0, 1)));
    assert!(record.converged());
}

/// What is wrong with a check, with every fault of the language of checks once.
#[test]
fn bad_checks_are_refused() {
    let good = "quantity = \"war\"\npackage = \"pact\"\nyears = [0, 5]\ntarget = \"0 to 1\"";
    let with = |from: &str, to: &str| check(&good.replace(from, to));
    let fights = |actor: &str| with("\"war\"", &format!("\"fights\"{actor}"));
    let signs = |actor: &str, package: &str| {
        check(&format!("quantity = \"signs\"\nactor = \"{actor}\"\npackage = \"{package}\"\ntarget = \"0 to 1\""))
    };
    let against = |lines: &str| check(&format!("{good}\n{lines}"));
    let stresses = "\n[stresses.late]\nat = 3\nset = { regime = \"mild\" }\n[stresses.mild]\nset = { regime = \"mild\" }\n\
                    [stresses.hard]\nset = { regime = \"hard\" }\n";
    let under = |list: &str| check(&format!("{good}\nunder = {list}{stresses}"));
    let tuned = |kind: &str, lines: &str, held_out: bool| {
        let text = format!("{}\n[evidence.e]\nkind = \"{kind}\"\nsays = \"x\"\n{lines}", check(good));
        if held_out { text.replace("\"tuning\"", "\"held-out\"") } else { text }
    };
    for (text, code) in [
        (with("\"war\"", "\"peace\""), "unknown-word"),
        (with("package = \"pact\"\n", ""), "missing-key"),
        (with("\"pact\"", "\"pact+armi\""), "unknown-package"),
        (with("\"pact\"", "\"pact+neutrality+army\""), "package-excludes"),
        (with("years = [0, 5]\n", ""), "missing-key"),
        (with("[0, 5]", "5"), "wrong-type"),
        (with("[0, 5]", "[5, 5]"), "bad-window"),
        (with("[0, 5]", "[0, 26]"), "bad-window"),
        (with("[0, 5]", "[-1, 5]"), "bad-window"),
        (with("\"0 to 1\"", "0.5"), "wrong-type"),
        (with("\"0 to 1\"", "\"half\""), "bad-range"),
        (with("\"0 to 1\"", "\"0.5 to 0.2\""), "range-order"),
        (with("\"0 to 1\"", "\"15 to 65\""), "out-of-domain"),
        (fights(""), "missing-key"),
        (fights("\nactor = \"nobody\""), "unknown-actor"),
        (fights("\nactor = \"spoiler\""), "unknown-actor"),
        (with("\"war\"", "\"war\"\nactor = \"alpha\""), "needless-key"),
        (signs("alpha", "army"), "not-asked"),
        (signs("north", "nothing"), "nothing-to-sign"),
        (with("\"war\"", "\"concluded\""), "needless-key"),
        (with("\"war\"", "\"refuses\"\nactor = \"alpha\"\nby = \"ratio\"\nagainst = {}"), "needless-key"),
        (against("against = { package = \"nothing\" }"), "missing-key"),
        (against("by = \"ratio\""), "missing-key"),
        (against("against = {}\nby = \"ratio\""), "compared-with-itself"),
        (against("against = { packet = \"nothing\" }\nby = \"ratio\""), "unknown-key"),
        (under("[\"mid\"]"), "unknown-stress"),
        (under("[\"late\"]"), "late-stress"),
        (under("[\"mild\", \"hard\"]"), "stresses-clash"),
        (tuned("calibrated", "", false), "missing-key"),
        (tuned("calibrated", "check = \"that\"", false), "unknown-check"),
        (tuned("calibrated", "check = \"it\"", true), "tuned-on-held-out"),
        (tuned("expert", "check = \"it\"", false), "needless-key"),
    ] {
        assert!(
            codes(&text).contains(&code),
            "{code} is missing among {:?} of\n{}",
            codes(&text),
            &text[COALITION.len()..]
        );
    }
    assert!(Case::from_text("case", &under("[\"mild\"]")).is_ok());
    assert!(Case::from_text("case", &tuned("calibrated", "check = \"it\"", false)).is_ok());
}
