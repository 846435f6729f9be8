//! Everything that has a name can be explained, and the equations are those of the method page.

use standfast::model::fault::Code;
use standfast::model::primitive::Kind;
use standfast::{Beside, Case, Source, Topic};
use standfast_report::explain::{Page, explain, layout, primitives};
use standfast_report::{Catalogue, Language};

const METHOD: &str = include_str!("../../../docs/method.md");

fn catalogue() -> Catalogue {
    Catalogue::new(Language::En)
}

fn coalition() -> Case {
    Case::from_text("coalition", include_str!("../../../validation/golden/coalition.toml")).expect("a golden case")
}

/// Every text of a page.
fn texts(page: &Page) -> Vec<&str> {
    let sections = page.sections.iter();
    let parts = sections.flat_map(|section| {
        let facts = section.facts.iter().flat_map(|fact| [fact.label.as_str(), fact.text.as_str()]);
        let items = section.items.iter().map(|item| item.text.as_str());
        section.heading.as_deref().into_iter().chain(facts).chain(items)
    });
    [page.topic_name.as_str()].into_iter().chain(page.meaning.as_deref()).chain(parts).collect()
}

#[test]
fn every_name_is_explained_without_gaps() {
    let catalogue = catalogue();
    let cases = standfast::cases::CASES.iter().map(|case| case.read()).chain([coalition()]);
    for case in cases {
        for (name, _) in Topic::all(&case) {
            let pages = explain(&catalogue, &case, &name).unwrap_or_else(|refused| panic!("{refused}"));
            assert!(!pages.is_empty());
            for page in &pages {
                for text in texts(page) {
                    assert!(!text.is_empty() && !text.contains("{$") && !text.contains("NaN"), "{name}: {text:?}");
                    assert!(!catalogue.has(text) || !text.contains('-'), "{name}: {text} is an id");
                }
            }
            let text = layout::text(&catalogue, &pages, 100);
            assert!(text.lines().all(|line| line.chars().count() <= 100 || !line.trim().contains(' ')), "{text}");
        }
    }
}

#[test]
fn every_primitive_has_its_meaning_and_its_equations_on_paper() {
    let on_paper = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let method = on_paper(METHOD);
    let pages: Vec<Page> = primitives(&catalogue()).into_iter().flat_map(|(_, pages)| pages).collect();
    assert_eq!(pages.len(), Kind::ALL.len());
    for page in &pages {
        let meaning = page.meaning.as_deref().expect("a meaning");
        assert!(meaning.ends_with('.') && !meaning.starts_with("primitive-"), "{}: {meaning}", page.name);
        let facts: Vec<&str> = page.sections[0].facts.iter().map(|fact| fact.text.as_str()).collect();
        assert!(facts.len() == 6 && facts.iter().all(|fact| !fact.is_empty()), "{}: {facts:?}", page.name);
        let equations = &page.sections[1];
        let heading = equations.heading.as_deref().expect("a heading");
        let section = heading.split(['(', ',']).nth(1).expect("it names a section");
        assert!(METHOD.contains(&format!("\n## {section}\n")), "{}: no section {section}", page.name);
        assert!(!equations.equations.is_empty(), "{} stands in no equation", page.name);
        for equation in &equations.equations {
            assert!(method.contains(&on_paper(equation)), "{}: {equation} is not in docs/method.md", page.name);
        }
    }
}

#[test]
fn an_effect_is_told_with_its_place_its_size_and_its_holder() {
    let (catalogue, case) = (catalogue(), coalition());
    let text = |name: &str| {
        let pages = explain(&catalogue, &case, name).unwrap_or_else(|refused| panic!("{refused}"));
        layout::text(&catalogue, &pages, 200)
    };
    let prize = text("challenger.prize");
    for line in [
        "Value   1.2 to 3\n",
        "Spread  5th to 95th percentile of a normal distribution of the logarithm\n",
        "Median  1.9\n",
        "• where regime is mild: lower, × 0.0821 (adds -2.5 to its logarithm)\n",
        "• where forces is ready or surplus, at war: higher, × 1.16 (adds 0.15 to its logarithm)\n",
        "• neutrality: lower, × 0.67 to 1 (adds -0.4 to 0 to its logarithm)\n",
    ] {
        assert!(prize.contains(line), "{line} is missing:\n{prize}");
    }
    let pact = text("pact");
    for line in [
        "from year 3 to year 17",
        "cancels it for good",
        "alpha, bravo, charlie, delta, spoiler, south and north",
        "if none of alpha, bravo, charlie, delta and spoiler blocks it",
        "• charlie.audience_cost, where allied_will is mid or high: higher (adds 0.8)",
        "• bravo.supply_discharge: lower, odds × 0.449 (adds -0.8 to its log-odds)",
        "• challenger.grievance, from year 0 to year 17: higher (adds 0.01)",
        "• alpha.stake (by army), without pact in force, from year 2: higher, × 1.22 (adds 0.2 to its logarithm)",
    ] {
        assert!(pact.contains(line), "{line} is missing:\n{pact}");
    }
    assert!(text("stake").contains("delta.stake: 2.4\n"), "a kind lists its owners");
}

#[test]
fn a_check_is_told_as_the_record_tells_it() {
    let catalogue = catalogue();
    let text = include_str!("../../../validation/golden/coalition.toml");
    let more = r#"
[packages.alliance]
instruments = ["pact", "army"]

[stresses.idle]
set = { alpha_will = "low" }

[checks.it]
says = "An alliance lowers the hazard."
quantity = "war_hazard"
package = "alliance"
under = ["idle"]
years = [2, 12]
against = { package = "nothing", under = [] }
by = "ratio"
target = "0.4 to 0.98"
use = "held-out"
reason = "So."

[checks.alpha]
says = "Alpha fights."
quantity = "fights"
actor = "alpha"
package = "pact"
years = [2, 12]
target = "0.4 to 0.98"
use = "tuning"
reason = "So."
"#;
    let case = Case::from_text("case", &format!("{text}{more}")).unwrap_or_else(|refused| panic!("{refused:#?}"));
    let shown = |name: &str| {
        let pages = explain(&catalogue, &case, name).unwrap_or_else(|refused| panic!("{refused}"));
        layout::text(&catalogue, &pages, 200)
    };
    let check = shown("it");
    let design = standfast::ensemble::Design::Median;
    let record = standfast::record(&case, design, &()).expect("nobody cancels");
    let row = &standfast_report::record::table(&catalogue, &record).rows[0];
    let years = format!("{}: from year 2 to before year 12", row[1]);
    for (label, text) in [
        ("Years", years.as_str()),
        ("Package", "alliance, under idle"),
        ("Against", "nothing, as a ratio"),
        ("Target", row[2].as_str()),
        ("Use", row[5].as_str()),
    ] {
        let found =
            check.lines().any(|line| line.trim().split_once(label).is_some_and(|(_, rest)| rest.trim() == text));
        assert!(found, "{label} {text} is missing:\n{check}");
    }
    assert_eq!(row[2], "× 0.4 to 0.98");
    assert!(
        shown("alpha").contains("Whose     alpha\n") && shown("alpha").contains("40 to 98 %\n"),
        "{}",
        shown("alpha")
    );
    for name in ["idle", "alliance"] {
        assert!(shown(name).contains("In the checks\n  • it\n"), "{}", shown(name));
    }
}

#[test]
fn evidence_comes_with_its_sentence_and_its_source() {
    let text = r#"
standfast = 1
scenario = { id = "small", title = "A small case", start = 2025, horizon = 5 }
actors = { challenger = "north", protege = "south" }
primitives = { challenger.prize = { value = 2, evidence = ["count"] } }

[evidence.count]
kind = "measured"
says = "Wars recur."
source = "fortna_2004"
locator = "p. 12"
"#;
    let bibliography = "@book{fortna_2004, author={Fortna, Virginia Page}, title={Peace Time}, date=2004}";
    let references = Beside::Bibliography("references.bib", bibliography.as_bytes());
    let case = Case::read(Source { name: "case.toml", text: text.trim_start().as_bytes(), references });
    let case = case.unwrap_or_else(|refused| panic!("{refused:#?}"));
    let catalogue = catalogue();
    let shown = |name: &str| layout::text(&catalogue, &explain(&catalogue, &case, name).expect("it is known"), 200);
    let source = "Fortna, Virginia Page (2004) Peace Time. p. 12.";
    assert!(shown("challenger.prize").contains(&format!("• count (measured): Wars recur. Source: {source}\n")));
    let count = shown("count");
    assert!(count.contains(source) && count.contains("• challenger.prize: 2 [count]\n"), "{count}");
    assert!(shown("fortna_2004").contains("Named by\n  • count\n"));
}

#[test]
fn a_fault_is_explained_without_a_case_of_it() {
    let (catalogue, case) = (catalogue(), coalition());
    for code in Code::ALL {
        let pages = explain(&catalogue, &case, code.as_str()).expect("every code is a name");
        let page = pages.iter().find(|page| page.topic == "code").expect("a page");
        let meaning = page.meaning.as_deref().expect("a meaning");
        assert!(!meaning.contains('{') && !meaning.starts_with("about-"), "{meaning}");
    }
}
