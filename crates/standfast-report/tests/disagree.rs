//! Whatever is found about two readers, there are words for it.

use standfast::breach::Risk;
use standfast::disagree::Reader;
use standfast::ensemble::Design;
use standfast::{Case, Disagree, DisagreeFindings, Selection};
use standfast_report::disagree::Disagree as InWords;
use standfast_report::{Catalogue, Language};

const COALITION: &str = include_str!("../../../validation/golden/coalition.toml");

const READERS: &str = r#"
[assumptions.wary]
name = "The wary"
says = "It wants more, and the allies count for less."
primitives.challenger.prize = "3.0 to 5.0"
primitives.challenger.doubt = "-0.9 to -0.2"
effects = [
  { on = "challenger.opportunity", add = 0.5, when = { regime = "hard" } },
  { instrument = "army", on = "protege.strength", add = 0, from = 1 },
]

[assumptions.everything]
says = "All of it."
primitives.alpha = { stake = 0.11, supply_cost = 0.12, intervention_cost = 0.13, escalation = 0.14, intervention_strength = 0.15 }
primitives.bravo = { stake = 0.11, supply_cost = 0.12, intervention_cost = 0.13, escalation = 0.14, intervention_strength = 0.15 }
primitives.charlie = { stake = 0.11, supply_cost = 0.12, intervention_cost = 0.13, escalation = 0.14, intervention_strength = 0.15 }
"#;

fn case() -> Case {
    Case::from_text("case", &format!("{COALITION}{READERS}"))
        .unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

fn study<'a>(case: &'a Case, readers: [&str; 2], package: &str) -> Disagree<'a> {
    let readers = readers.map(|name| Reader::find(&case.scenario, name).expect("a reader"));
    let package = Selection::parse(&case.scenario, package).expect("a package");
    Disagree { design: Design::Sobol { seed: 5, draws: 16 }, ..Disagree::of(case, readers, package) }
}

/// Everything that is said.
fn said(case: &Case, study: Disagree<'_>) -> String {
    let found: DisagreeFindings = study.run(&()).expect("nobody ends it");
    let catalogue = Catalogue::new(Language::En);
    let words = InWords::new(&catalogue, &found, &case.scenario);
    let mut lines = [words.sentences(), words.doubts(), words.method()].concat();
    for (heading, more) in words.lists() {
        lines.push(catalogue.text(heading, &[]));
        lines.extend(more);
    }
    for table in words.tables() {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        lines.extend(table.rows.into_iter().flatten().chain(table.columns).chain([table.title, table.note]));
    }
    let text = lines.join("\n");
    for gap in ["{", "disagree-", "column-", "doubt-", "NaN", "inf%"] {
        assert!(!text.contains(gap), "{gap}:\n{text}");
    }
    text
}

#[test]
fn everything_is_said_without_gaps() {
    let case = case();
    let text = said(&case, study(&case, ["case", "wary"], "pact+army"));
    for part in [
        "“The case as it is” puts",
        "“The wary” at",
        "“regime hard: effect on the yearly chance that an invasion is on the table (north)” (challenger.opportunity): none against odds × 1.65",
        "“army: effect on strength in war (south), from year 1” (protege.strength): none against × ",
        "The wary: It wants more, and the allies count for less.",
    ] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    for (risk, _) in Risk::WORDS.map(|(word, risk)| (risk, word)) {
        said(&case, Disagree { risk, ..study(&case, ["wary", "case"], "nothing") });
    }
    said(&case, Disagree { design: Design::Median, ..study(&case, ["case", "wary"], "pact") });
    said(&case, Disagree { design: Design::Sobol { seed: 1, draws: 3 }, ..study(&case, ["case", "wary"], "pact") });
    assert!(said(&case, study(&case, ["wary", "wary"], "pact")).contains("nothing to disagree about"));
}

#[test]
fn what_is_taken_together_is_said_to_be_so() {
    let case = case();
    let text = said(&case, study(&case, ["case", "everything"], "pact"));
    assert!(text.contains("taken together by whose they are"), "{text}");
    assert!(["alpha", "bravo", "charlie"].iter().any(|name| text.contains(&format!("from “{name}”"))), "{text}");
}
