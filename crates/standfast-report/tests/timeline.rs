//! Whatever is found about a package over the years, there are words for it.

use standfast::ensemble::Design;
use standfast::model::instrument::InstrumentSet;
use standfast::{Case, Selection, Timeline, TimelineFindings};
use standfast_report::timeline::Timeline as InWords;
use standfast_report::{Catalogue, Language};

const COALITION: &str = include_str!("../../../validation/golden/coalition.toml");

const CONSTRAINTS: &str = r#"
[[constraint]]
first = "force"
then = "army"
reason = "The force covers the building."

[[constraint]]
instrument = "pact"
not_before = 4
reason = "Parliaments are slow."
"#;

fn case(more: &str) -> Case {
    Case::from_text("case", &format!("{COALITION}{more}")).unwrap_or_else(|refused| panic!("{refused:#?}"))
}

fn study<'a>(case: &'a Case, package: &str) -> Timeline<'a> {
    let package = Selection::parse(&case.scenario, package).expect("a package");
    Timeline { design: Design::Sobol { seed: 1, draws: 16 }, ..Timeline::of(case, package) }
}

fn find(study: Timeline<'_>) -> TimelineFindings {
    study.run(&()).expect("nobody ends it")
}

/// Everything that is said.
fn said(findings: &TimelineFindings) -> String {
    let catalogue = Catalogue::new(Language::En);
    let words = InWords::new(&catalogue, findings);
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
    for gap in ["{", "timeline-", "column-", "doubt-", "NaN", "inf", "?  "] {
        assert!(!text.contains(gap), "{gap}:\n{text}");
    }
    text
}

#[test]
fn everything_is_said_without_gaps() {
    let case = case(CONSTRAINTS);
    let text = said(&find(study(&case, "pact+force+army")));
    for part in
        ["army not before force: The force covers the building.", "Parliaments are slow.", "Sequence:", "Sunset:"]
    {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    for package in ["nothing", "army", "pact+force"] {
        said(&find(study(&case, package)));
    }
    said(&find(Timeline { design: Design::Median, ..study(&case, "pact+force+army") }));
    said(&find(Timeline { design: Design::Sobol { seed: 1, draws: 3 }, years: vec![4], ..study(&case, "force+army") }));
}

#[test]
fn a_search_is_said_to_be_one() {
    let case = case("");
    let ended = said(&find(Timeline { most_orders: 2, ..study(&case, "pact+force+army") }));
    assert!(ended.contains("Not every order was looked at"), "{ended}");
    let all = said(&find(study(&case, "pact+force+army")));
    assert!(!all.contains("Not every order was looked at"), "{all}");
}

#[test]
fn no_order_and_one_order_are_said() {
    let late =
        CONSTRAINTS.replace("first = \"force\"", "first = \"army\"").replace("then = \"army\"", "then = \"force\"");
    let case = case(&late);
    let place = |id: &str| case.scenario.instrument(id).expect("an instrument");
    let moved: InstrumentSet = [place("pact"), place("army")].into_iter().collect();
    let none = find(Timeline { moved, ..study(&case, "pact+force+army") });
    let orders = none.sequence.as_ref().map_or(0, |sequence| sequence.orders.len());
    let text = said(&none);
    assert_eq!(text.contains("allow none of the orders"), orders == 0, "{text}");
    assert!(text.contains("constraints allow"), "{text}");
}
