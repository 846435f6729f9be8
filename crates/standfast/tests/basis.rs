//! What findings rest on: counts, and shares of the variance by numbers drawn anew.

use standfast::ensemble::Design;
use standfast::findings::{Share, ShareFrom, ShareOf};
use standfast::model::basis::Basis;
use standfast::{Case, Findings, Study};

/// A case whose prize rests on some evidence and whose strength on other; the cost is known.
fn case(prize: &str, strength: &str) -> Case {
    let text = format!(
        r#"
standfast = 1

[scenario]
id = "two-numbers"
title = "Two uncertain numbers"
start = 2000
horizon = 10
tail = 5

[actors]
challenger = "north"
protege = "south"
guarantors = ["ally"]

[primitives]
challenger.prize = {{ range = "1 to 4", evidence = {prize} }}
challenger.war_cost = 0.5
protege.strength = {{ range = "0.5 to 2", evidence = {strength} }}

[instruments.treaty]
about = "A promise."
consent = ["ally"]
effects = [{{ on = "ally.audience_cost", add = 1, evidence = ["counted"] }}]

[evidence.counted]
kind = "measured"
says = "It was counted."
source = "Somebody 2001"

[evidence.chosen]
kind = "judgement"
says = "It was chosen."
"#
    );
    Case::from_text("two numbers", &text).expect("a case")
}

fn findings(case: &Case, draws: usize) -> Findings {
    Study { design: Design::Sobol { seed: 3, draws }, ..Study::of(case) }.run(&()).expect("nobody cancels")
}

fn shares(prize: &str, strength: &str, of: ShareOf) -> [Share; 2] {
    let findings = findings(&case(prize, strength), 512);
    let shares = &findings.basis.shares;
    ShareFrom::ALL.map(|from| shares.iter().find(|share| (share.of, share.from) == (of, from)).expect("one").clone())
}

const SOURCED: &str = r#"["counted"]"#;
const JUDGED: &str = r#"["chosen"]"#;
const BOTH: &str = r#"["counted", "chosen"]"#;

#[test]
fn what_is_sourced_leaves_nothing_to_judgement() {
    for of in [ShareOf::Nothing, ShareOf::Difference] {
        assert_eq!(shares(SOURCED, SOURCED, of).map(|share| share.share), [0.0, 0.0]);
    }
}

#[test]
fn judgement_in_all_numbers_makes_all_of_the_variance() {
    let all = |share: &Share| (share.share - 1.0).abs() < 3.0 * share.standard_error && share.standard_error < 0.1;
    for of in [ShareOf::Nothing, ShareOf::Difference] {
        let [alone, any] = shares(JUDGED, JUDGED, of);
        assert!(all(&alone) && alone.share == any.share, "the same numbers on the same draws: {alone:?} {any:?}");
        let [alone, any] = shares(BOTH, BOTH, of);
        assert!(alone.share == 0.0 && all(&any), "judgement, but not alone: {alone:?} {any:?}");
        let [alone, any] = shares(JUDGED, BOTH, of);
        assert!(alone.share > 0.0 && alone.share < any.share && all(&any), "{alone:?} {any:?}");
    }
}

#[test]
fn parts_make_the_whole_and_share_what_they_do_together() {
    let [prize, _] = shares(JUDGED, SOURCED, ShareOf::Nothing);
    let [strength, _] = shares(SOURCED, JUDGED, ShareOf::Nothing);
    for part in [&prize, &strength] {
        assert!((0.05..0.95).contains(&part.share), "{part:?}");
    }
    let slack = 3.0 * (prize.standard_error + strength.standard_error);
    assert!(prize.share + strength.share > 1.0 - slack, "total indices sum to 1 or more: {prize:?} {strength:?}");
}

#[test]
fn the_numbers_that_a_case_gives_are_counted() {
    let basis = findings(&case(BOTH, SOURCED), 1).basis;
    let resting_on: Vec<(Basis, usize)> = basis.resting_on.iter().map(|some| (some.basis, some.numbers)).collect();
    let of = |basis| resting_on.iter().find(|some| some.0 == basis).map(|some| some.1);
    assert_eq!(of(Basis::Sources), Some(2), "the strength and the treaty's effect");
    assert_eq!(of(Basis::JudgedSources), Some(1), "the prize");
    assert_eq!((of(Basis::Calibrated), of(Basis::Judgement)), (Some(0), Some(0)));
    assert_eq!(of(Basis::Nothing), Some(1), "the cost of war");
    assert_eq!((basis.numbers, basis.without_spread), (4, 2), "the cost and the effect have no spread");
}

#[test]
fn few_draws_tell_no_share() {
    let case = case(JUDGED, JUDGED);
    assert_eq!(findings(&case, 15).basis.shares, []);
    assert_eq!(findings(&case, 16).basis.shares.len(), 4);
}
