//! Whatever is found about claims, there are words for it.

use standfast::claims::Verdict;
use standfast::ensemble::Design;
use standfast::{Case, Claims, claims};
use standfast_report::claims::ClaimWords;
use standfast_report::{Catalogue, Language};

const COALITION: &str = include_str!("../../../validation/golden/coalition.toml");

/// Claims of every kind, on numbers of every kind.
fn case() -> Case {
    let claim = |id: &str, tests: &str| {
        format!(
            "[claims.{id}]\nwho = \"A minister\"\nsays = \"So it is.\"\nreason = \"A reason.\"\ntests = [{tests}]\n"
        )
    };
    let text = [
        COALITION.to_owned(),
        "[instruments.stamp]\nconsent = [\"south\"]\neffects = [{ on = \"protege.sign_cost\", add = \"-3 to 3\" }]\n".to_owned(),
        "[stresses.storm]\nname = \"The storm\"\neffects = [{ on = \"challenger.onset_cost\", add = \"-3 to 3\" }]\n".to_owned(),
        claim("war", "{ quantity = \"war\", package = \"pact\", years = [0, 5], at_most = 0.9 }"),
        claim("prize", "{ quantity = \"war\", package = \"nothing\", years = [0, 5], at_least = 0.28 }"),
        claim("stamp", "{ quantity = \"signs\", actor = \"south\", package = \"stamp\", at_least = 0.5 }"),
        claim("storm", "{ quantity = \"war\", package = \"nothing\", under = [\"storm\"], years = [0, 5], against = { package = \"nothing\", under = [] }, by = \"ratio\", at_least = 1.1 }"),
        claim("both", "{ quantity = \"refuses\", actor = \"north\", package = \"pact\", at_least = 1 }, { quantity = \"war\", package = \"pact+army\", years = [0, 5], against = { package = \"pact\" }, by = \"difference\", at_least = -0.5, at_most = -0.02 }"),
        "[claims.poet]\nwho = \"A poet\"\nsays = \"Nobody knows.\"\nsilent = \"Knowledge is no quantity.\"\n".to_owned(),
    ]
    .concat();
    Case::from_text("coalition", &text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

fn found(case: &Case, draws: usize) -> Claims {
    let all: Vec<usize> = (0..case.scenario.claims.len()).collect();
    claims(case, &all, Design::Sobol { seed: 1, draws }, &()).expect("nobody cancels")
}

/// Everything that is said.
fn said(case: &Case, findings: &Claims) -> String {
    let catalogue = Catalogue::new(Language::En);
    let words = ClaimWords::new(&catalogue, case, findings);
    let table = words.table();
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    let cells = table.rows.into_iter().flatten().chain(table.columns).chain([table.title, table.note]);
    let lines = [words.sentences(), words.lines(true), words.lines(false), words.doubts(), words.method()];
    lines.into_iter().flatten().chain(cells).collect::<Vec<_>>().join("\n")
}

#[test]
fn everything_is_said_without_gaps() {
    let case = case();
    let findings = found(&case, 64);
    let change = |change: &dyn Fn(&mut Claims)| {
        let mut findings = findings.clone();
        change(&mut findings);
        said(&case, &findings)
    };
    let text = said(&case, &findings);
    let expected = [
        "Of 6 claims, ",
        "on one the model is silent",
        "chance of a war in years 0–5, with “pact”: at most 90 %",
        "whether north would rather refuse, with “pact”: yes",
        "with “pact + army” less that with “pact”: −50 to −2 points",
        "with “No guarantee”, under “The storm” over “No guarantee”: at least × 1.1",
        "What decides most is “stamp: effect on the cost of signing itself (south)”: above ",
        "What decides most is “The storm (stress): effect on the cost of beginning a war (north)”: above × ",
        "stamp: effect on the cost of signing itself (south) < ",
        "of 100 shuffles.",
        "The model is silent. Knowledge is no quantity.",
        "Coding: A reason.",
    ];
    let cases: Vec<(&str, String)> = vec![
        ("No answer", change(&|found| (found.claims[0].verdict, found.claims[0].share) = (Verdict::Undefined, None))),
        ("not converged in 3 draws; in the other draws alone", change(&|found| found.claims[0].unconverged_draws = 3)),
        ("never happens in 2 draws", change(&|found| found.claims[0].undefined_draws = 2)),
        ("fewer than 29 draws", said(&case, &found(&case, 8))),
        ("No single number decides", said(&case, &found(&case, 8))),
        ("This case records no claims.", change(&|found| found.claims.clear())),
    ];
    for words in expected {
        assert!(text.contains(words), "{words} is missing: {text}");
    }
    for (words, text) in cases.into_iter().chain([("", text)]) {
        assert!(text.replace('\n', " ").contains(words), "{words} is missing: {text}");
        for id in ["claims-", "claim-", "column-", "verdict-", "asked-", "bound-", "decides-", "decider-", "{", "NaN"] {
            assert!(!text.contains(id), "{id}: {text}");
        }
    }
}
