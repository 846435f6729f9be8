//! The textbook cases: answers known by hand. Each derivation stands in the case's own file.

use standfast::cases::EmbeddedCase;
use standfast::game::Start;
use standfast::model::instrument::InstrumentSet;
use standfast::solve::{SolvedPackage, solve};

/// Rounding of a few operations on numbers near 1.
const ROUNDING: f64 = 1e-14;

fn solve_case(id: &str, instruments: &[&str]) -> SolvedPackage {
    let case = EmbeddedCase::find(id).expect("an embedded case").read();
    let set: InstrumentSet =
        instruments.iter().map(|id| case.scenario.instrument(id).expect("an instrument")).collect();
    solve(&case, &[(set, Start::Peace)]).results.remove(0)
}

#[track_caller]
fn close(ours: f64, by_hand: f64) {
    assert!((ours - by_hand).abs() <= ROUNDING, "{ours} against {by_hand}");
}

#[test]
fn no_guarantors() {
    let result = solve_case("textbook-no-guarantors", &[]);
    close(result.war_hazard[0], 0.15);
    close(result.coerced[0], 0.425);
    close(result.lost[0], 0.03);
    close(result.wars.begun[0], 0.15);
    close(result.wars.conquered[0], 0.03);
    close(result.wars.settled[0], 0.0);
    close(result.wars.repelled[0], 0.03);
    close(result.wars.at_war[0], 0.09);
    close(result.limited_hazard[0], 0.0);
    close(result.capture_hazard[0], 0.0);
    close(result.value.0[0].1, 0.0);
    close(result.value.0[1].1, -0.45);
    assert_eq!(result.response_if_invaded[0].as_deref(), Some(&[][..]));
}

#[test]
fn one_guarantor_responds_in_closed_form() {
    let alone = solve_case("textbook-one-guarantor", &[]);
    let promised = solve_case("textbook-one-guarantor", &["pact"]);
    for (result, by_hand) in [(alone, [0.25, 0.5, 0.25]), (promised, [1.0 / 7.0, 4.0 / 7.0, 2.0 / 7.0])] {
        let response = result.response_if_invaded[0].as_ref().expect("it is invaded at times")[0];
        for (ours, by_hand) in response.iter().zip(by_hand) {
            close(*ours, by_hand);
        }
        let win = by_hand[0] / 2.0 + by_hand[1] / 3.0 + by_hand[2] / 4.0;
        close(result.lost[0], result.war_hazard[0] * 0.5 * win + result.capture_hazard[0]);
    }
}

#[test]
fn two_levels_have_a_closed_form_hazard() {
    let result = solve_case("textbook-hazard", &[]);
    let (o, stay) = (0.25_f64, standfast_math::exp(-0.2));
    let (mut low, mut q_power) = (1.0, 1.0);
    for year in 0..30 {
        let high = (1.0 - stay) * (q_power - low) / (1.0 - o - stay);
        close(result.intact[year], low + high);
        close(result.war_hazard[year], o * high / (low + high));
        low *= stay;
        q_power *= 1.0 - o;
    }
    // Equal sides, and fighting is worth more than peace: half of all wars are won, none is settled.
    for year in 0..30 {
        close(result.wars.conquered[year], result.wars.repelled[year]);
        close(result.wars.settled[year], 0.0);
    }
    assert!((result.war_hazard[29] - (1.0 - stay)).abs() < 0.01, "the slower step decides");
}

#[test]
fn help_without_strength_is_no_help() {
    let (with, without) = (solve_case("textbook-powerless-help", &[]), solve_case("textbook-no-guarantors", &[]));
    close(with.war_hazard[0], without.war_hazard[0]);
    close(with.lost[0], without.lost[0]);
    close(with.value.0[0].1, without.value.0[0].1);
    close(with.value.0[1].1, without.value.0[1].1);
}

#[test]
fn instruments_without_effects_change_nothing() {
    let nothing = solve_case("textbook-empty-effects", &[]);
    let words = solve_case("textbook-empty-effects", &["declaration", "symbol", "promise_of_a_promise"]);
    assert_eq!((nothing.intact, nothing.quiet, nothing.lost), (words.intact, words.quiet, words.lost));
    assert_eq!(nothing.value, words.value);
    assert_eq!(nothing.response_if_invaded, words.response_if_invaded);
}

/// A treaty that comes in three years and that a war would cancel, beside an army that comes in one.
fn pending(army: &str) -> standfast::Case {
    let text = include_str!("../../../scenarios/textbook-empty-effects/scenario.toml");
    let text = &text[..text.find("[instruments.").expect("instruments")];
    let treaty = "[instruments.treaty]\nlead_time = 3\naborted_by = \"war\"\n\
        effects = [{ on = \"protege.strength\", add = 2 }]\n";
    standfast::Case::from_text("pending", &format!("{text}{treaty}{army}")).expect("a case")
}

fn first_wars(case: &standfast::Case, instruments: &[&str]) -> (f64, f64) {
    let set = instruments.iter().map(|id| case.scenario.instrument(id).expect("an instrument")).collect();
    let draws = standfast::game::Draws::median(&case.scenario);
    let batch = standfast::game::Batch::new(&case.scenario, draws);
    let outcome = batch.solve(set, Start::Peace, standfast::game::Want::Everything);
    let first = outcome.first_passage.expect("from peace");
    let own = (0..3).map(|t| (first.intact[t] * first.war_hazard[t]).0[0]).sum();
    assert_eq!(outcome.unforeseen_war.len(), if instruments.contains(&"treaty") { 3 } else { 0 });
    (own, outcome.unforeseen_war.iter().map(|war| war.0[0]).sum())
}

#[test]
fn a_treaty_that_nobody_sees_coming_changes_nothing_before_it_comes() {
    let case = pending("");
    let (own, unforeseen) = first_wars(&case, &["treaty"]);
    let (without, _) = first_wars(&case, &[]);
    close(unforeseen, without);
    assert!(own > without, "a war that cancels it is tempting: {own} against {without}");
}

#[test]
fn what_comes_meanwhile_counts_whether_or_not_the_treaty_is_foreseen() {
    let army = "[instruments.army]\nlead_time = 1\neffects = [{ on = \"challenger.onset_cost\", add = 2 }]\n";
    let case = pending(army);
    let (_, unforeseen) = first_wars(&case, &["treaty", "army"]);
    let ((without_treaty, _), (nothing, _)) = (first_wars(&case, &["army"]), first_wars(&case, &[]));
    close(unforeseen, without_treaty);
    assert!(unforeseen < nothing, "the army protects from its first year on");
}
