//! Claims: how they are coded, what becomes of them, and what is refused.

use standfast::claims::{ClaimFindings, FAILS_UP_TO, HOLDS_FROM, Verdict, chosen};
use standfast::ensemble::Design;
use standfast::model::fault::Severity;
use standfast::{Case, Claims, EmbeddedCase, claims, record};

const COALITION: &str = include_str!("../../../validation/golden/coalition.toml");
const DESIGN: Design = Design::Sobol { seed: 7, draws: 64 };

fn read(text: &str) -> Case {
    Case::from_text("case", text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

fn hold(case: &Case) -> Claims {
    let all: Vec<usize> = (0..case.scenario.claims.len()).collect();
    claims(case, &all, DESIGN, &()).expect("nobody cancels")
}

/// A claim of the coalition with some tests, and further lines.
fn text(tests: &[&str], more: &str) -> String {
    let tests: Vec<String> = tests.iter().map(|test| format!("{{ {test} }}")).collect();
    let tests = tests.join(", ");
    format!("{COALITION}\n[claims.it]\nwho = \"A\"\nsays = \"It.\"\ntests = [{tests}]\nreason = \"So.\"\n{more}\n")
}

fn found(tests: &[&str]) -> ClaimFindings {
    hold(&read(&text(tests, ""))).claims.remove(0)
}

#[track_caller]
fn codes(text: &str) -> Vec<&'static str> {
    let refused = Case::from_text("case", text).expect_err("it is broken");
    let errors = refused.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| diagnostic.code.as_str()).collect()
}

const WAR: &str = "quantity = \"war\", package = \"pact\", years = [0, 5]";
const AGAINST: &str = "against = { package = \"nothing\" }, by = \"difference\"";

#[test]
fn textbook_claims_are_decided_by_hand() {
    let case = EmbeddedCase::find("textbook-one-guarantor").expect("a bundled case").read();
    let verdicts: Vec<(Verdict, Option<f64>)> =
        hold(&case).claims.iter().map(|claim| (claim.verdict, claim.share)).collect();
    assert_eq!(verdicts, [(Verdict::Holds, Some(1.0)), (Verdict::Fails, Some(0.0)), (Verdict::Silent, None)]);
}

#[test]
fn a_claim_holds_in_the_draws_in_which_all_of_its_tests_do() {
    // The answers come from the checks of a record, which ask the same questions.
    let check = format!("{COALITION}\n[checks.it]\nsays = \"It.\"\nreason = \"So.\"\nuse = \"tuning\"\n");
    let check = format!("{check}quantity = \"war\"\npackage = \"pact\"\nyears = [0, 5]\ntarget = \"0 to 1\"\n");
    let band = record(&read(&check), DESIGN, &()).expect("nobody cancels").checks.remove(0).found;
    let (low, high) = (band.p25, band.p90);
    let (above, below) = (format!("{WAR}, at_least = {low}"), format!("{WAR}, at_most = {high}"));
    let both = found(&[&above, &below]);
    let within = found(&[&format!("{WAR}, at_least = {low}, at_most = {high}")]);
    assert_eq!((both.share, both.tests[0].found), (within.share, band));
    let [first, second] = [0, 1].map(|i| both.tests[i].share.expect("defined"));
    // Each draw misses one of the two bounds at most.
    let share = both.share.expect("defined");
    assert!((share - (first + second - 1.0)).abs() < 1e-12, "{share} of {first} and {second}");
    assert_eq!((both.verdict, both.undefined_draws, both.unconverged_draws), (Verdict::Open, 0, 0));
    assert!(both.share_se.is_some_and(|error| error > 0.0 && error < 0.1));
}

#[test]
fn verdicts_turn_at_the_thresholds() {
    let bounds = (1..100).map(|percent| f64::from(percent) / 100.0);
    let claim = |bound: f64| {
        let id = format!("above_{:.0}", 100.0 * bound);
        format!(
            "[claims.{id}]\nwho = \"A\"\nsays = \"It.\"\nreason = \"So.\"\ntests = [{{ {WAR}, at_least = {bound} }}]\n"
        )
    };
    let all: String = bounds.map(claim).collect();
    let found = hold(&read(&format!("{COALITION}\n{all}")));
    for claim in &found.claims {
        let expected = match claim.share.expect("defined") {
            share if share >= HOLDS_FROM => Verdict::Holds,
            share if share <= FAILS_UP_TO => Verdict::Fails,
            _ => Verdict::Open,
        };
        assert_eq!(claim.verdict, expected, "{claim:?}");
        assert_eq!(claim.decides.is_some(), claim.verdict == Verdict::Open);
    }
    let counts = [Verdict::Holds, Verdict::Open, Verdict::Fails].map(|verdict| found.count(verdict));
    assert!(counts.iter().all(|count| *count > 3) && counts.iter().sum::<usize>() == 99, "{counts:?}");
    // A lower bar is met at least as often.
    assert!(found.claims.is_sorted_by(|one, other| one.share >= other.share));
}

#[test]
fn what_decides_is_found_and_what_no_game_reads_is_not_asked() {
    // Who signs neutrality hangs on what it costs to sign, which is uncertain in this case alone.
    let plain = COALITION.to_owned();
    let case = format!(
        "{plain}\n[instruments.stamp]\nconsent = [\"south\"]\neffects = [{{ on = \"protege.sign_cost\", add = \"-3 to 3\" }}]\n\
         [instruments.other]\neffects = [{{ on = \"protege.sign_cost\", add = \"-3 to 3\" }}]\n\
         [claims.it]\nwho = \"A\"\nsays = \"It.\"\nreason = \"So.\"\n\
         tests = [{{ quantity = \"signs\", actor = \"south\", package = \"stamp\", at_least = 0.5 }}]\n"
    );
    let case = read(&case);
    let claim = hold(&case).claims.remove(0);
    let decides = claim.decides.expect("it is open");
    assert_eq!(decides.path, "instruments.stamp.effects[0].add");
    assert!(decides.stands_out && decides.p_value == 0.001, "{decides:?}");
    assert!(decides.above.share < 0.1 && decides.below.share > 0.9, "{decides:?}");
    assert_eq!(decides.above.draws + decides.below.draws, 64);
    let uncertain = case.scenario.numbers.iter().filter(|number| number.is_uncertain()).count();
    // Not those of other instruments, nor those of votes: nothing here is put to a vote.
    assert!(decides.among < uncertain - 4, "{} of {uncertain}", decides.among);
}

#[test]
fn draws_without_an_answer_are_counted_and_left_out() {
    // Nobody is invaded where no invasion is ever on the table.
    let never = COALITION.replace("challenger.opportunity = \"0.2 to 0.4\"", "challenger.opportunity = 0");
    assert_ne!(never, COALITION);
    let claim = "quantity = \"fights\", actor = \"bravo\", package = \"pact\", years = [0, 5], at_least = 0.5";
    let text = text(&[claim], "").replace(COALITION, &never);
    let claim = hold(&read(&text)).claims.remove(0);
    assert_eq!((claim.verdict, claim.share, claim.undefined_draws), (Verdict::Undefined, None, 64));
}

#[test]
fn one_claim_has_the_numbers_that_it_has_among_others() {
    let more = format!(
        "[claims.other]\nwho = \"B\"\nsays = \"Other.\"\nsilent = \"Why.\"\n\
         [claims.third]\nwho = \"C\"\nsays = \"Third.\"\nreason = \"So.\"\ntests = [{{ {WAR}, {AGAINST}, at_most = -0.01 }}]\n"
    );
    let case = read(&text(&[&format!("{WAR}, at_least = 0.2")], &more));
    let all = hold(&case);
    assert_eq!(all.claims[1].verdict, Verdict::Silent);
    for (i, claim) in all.claims.iter().enumerate() {
        let alone = claims(&case, &[i], DESIGN, &()).expect("nobody cancels");
        assert_eq!(&alone.claims, std::slice::from_ref(claim));
    }
    let ids = |ids: &[&str]| chosen(&case, &ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>());
    assert_eq!(ids(&[]).ok(), Some(vec![0, 1, 2]));
    assert_eq!(ids(&["third", "it", "third"]).ok(), Some(vec![0, 2]));
    let refused = ids(&["it", "thirt", "x"]).expect_err("two are unknown");
    let found: Vec<(&str, usize, Option<&str>)> = refused
        .diagnostics
        .iter()
        .map(|fault| (fault.code.as_str(), fault.start.column, fault.suggestion.as_deref()))
        .collect();
    assert_eq!(found, [("unknown-claim", 4, Some("third")), ("unknown-claim", 10, None)]);
}

#[test]
fn claims_that_could_not_fail_or_say_nothing_are_refused() {
    let refused = |test: &str, code: &str| assert_eq!(codes(&text(&[test], "")), [code], "{test}");
    refused(WAR, "always-true");
    refused(&format!("{WAR}, at_least = 0"), "always-true");
    refused(&format!("{WAR}, at_most = 1"), "always-true");
    refused(&format!("{WAR}, {AGAINST}, at_least = -1, at_most = 1"), "always-true");
    refused(&format!("{WAR}, at_least = 0.4, at_most = 0.2"), "range-order");
    refused(&format!("{WAR}, at_least = 1.2"), "out-of-domain");
    refused(&format!("{WAR}, at_least = \"0.2\""), "wrong-type");
    refused("quantity = \"war\", package = \"pact\", at_least = 0.2", "missing-key");
    refused("quantity = \"war\", package = \"pakt\", years = [0, 5], at_least = 0.2", "unknown-package");
    let claim = |lines: &str| format!("{COALITION}\n[claims.it]\nwho = \"A\"\nsays = \"It.\"\n{lines}\n");
    assert_eq!(codes(&claim("")), ["ambiguous-claim"]);
    assert_eq!(codes(&claim("tests = []\nreason = \"So.\"")), ["ambiguous-claim"]);
    assert_eq!(codes(&claim("silent = \"Why.\"\nreason = \"So.\"")), ["needless-key"]);
    assert_eq!(codes(&claim(&format!("tests = [{{ {WAR}, at_most = 0.2 }}]"))), ["missing-key"]);
    // Not without a place where it was said.
    let case = read(&claim("silent = \"Why.\""));
    assert!(
        case.warnings
            .iter()
            .any(|warning| (warning.code.as_str(), warning.path.as_str()) == ("no-evidence", "claims.it"))
    );
}

#[test]
fn the_claims_of_the_default_case_are_told_in_both_languages_and_sourced() {
    let scenario = EmbeddedCase::DEFAULT.read().scenario;
    let tested = scenario.claims.iter().filter(|claim| !claim.tests().is_empty()).count();
    assert!(tested >= 25 && scenario.claims.len() >= 43, "{tested} of {}", scenario.claims.len());
    for claim in &scenario.claims {
        assert!(claim.who.uk.is_some() && claim.says.uk.is_some(), "{}", claim.id);
        assert!(!claim.evidence.is_empty(), "{}", claim.id);
    }
}
