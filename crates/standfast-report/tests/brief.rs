//! Briefs: whole documents, about small cases whose answers are known by hand.

use std::collections::BTreeSet;

use standfast::document::Source;
use standfast::ensemble::Design;
use standfast::{Beside, Brief, BriefFindings, Case, EmbeddedCase, Selection};
use standfast_report::brief::{Edition, html};
use standfast_report::{Catalogue, Language};

const EDITION: Edition<'_> = Edition { command: "standfast brief case --package a+b", date: Some("1 March 2025") };
const PARTS: [&str; 11] =
    ["reading", "answer", "parties", "why", "breach", "change", "claims", "assumptions", "sources", "method", "again"];
/// Elements that have no end.
const VOID: [&str; 2] = ["meta", "br"];

fn solved(case: &Case, package: &str) -> BriefFindings {
    let package = Selection::parse(&case.scenario, package).expect("a package");
    let design = Design::Sobol { seed: 1, draws: 16 };
    Brief { design, ..Brief::of(case, package) }.run(&()).expect("nobody cancels")
}

fn document(language: Language, case: &Case, findings: &BriefFindings) -> String {
    html(&Catalogue::new(language), case, findings, EDITION)
}

/// The tags and the text between them; every tag that is opened is closed, in order.
fn taken_apart(document: &str) -> (Vec<String>, String) {
    let (mut open, mut tags, mut text) = (Vec::new(), Vec::new(), String::new());
    let mut rest = document;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        text.push('\n');
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{document}");
        } else if name == "style" {
            // What looks like tags in there is none.
            rest = &rest[rest.find("</style>").expect("it ends")..];
            open.push(name);
        } else if !tag.starts_with('!') && !tag.ends_with('/') && !VOID.contains(&name) {
            open.push(name);
        }
        tags.push(tag.to_owned());
    }
    assert!(open.is_empty(), "{open:?} is left open");
    (tags, text)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// Every textbook case with its first package that is something.
fn textbook() -> impl Iterator<Item = (Case, String)> {
    let cases = standfast::cases::CASES.iter().filter(|case| case.id.starts_with("textbook"));
    cases.map(|embedded| {
        let case = embedded.read();
        let package = case.scenario.packages.iter().find(|package| !package.instruments.is_empty());
        let id = package.map(|package| package.id.clone());
        let id = id.or_else(|| case.scenario.instruments.first().map(|instrument| instrument.id.clone()));
        (case, id.unwrap_or_else(|| "nothing".to_owned()))
    })
}

#[test]
fn documents_are_whole_in_every_language() {
    for (case, package) in textbook() {
        let findings = solved(&case, &package);
        for language in Language::ALL {
            let document = document(language, &case, &findings);
            let (tags, text) = taken_apart(&document);
            let html = tags.iter().find(|tag| tag.starts_with("html")).expect("a root");
            assert_eq!(attribute(html, "lang"), Some(language.code()));
            let ids: Vec<&str> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
            assert_eq!(ids.len(), BTreeSet::from_iter(&ids).len(), "an id is there twice");
            for part in PARTS {
                assert!(ids.contains(&part), "{part} of {} in {}", case.name, language.code());
            }
            for tag in &tags {
                let references = ["aria-labelledby", "href"].into_iter().filter_map(|name| attribute(tag, name));
                for reference in references.flat_map(|references| references.split(' ')) {
                    let known = reference.strip_prefix('#').unwrap_or(reference);
                    assert!(ids.contains(&known), "{reference} leads nowhere");
                }
            }
            let unresolved = ["brief-", "column-", "doubt-", "table-", "note-", "{", "}", "$"];
            for mark in unresolved {
                assert!(!text.contains(mark), "{mark} in {} in {}:\n{text}", case.name, language.code());
            }
            let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(EDITION.command) && flat.contains("1 March 2025"));
            assert!(text.contains(&case.digest()));
        }
    }
}

#[test]
fn headings_follow_each_other_and_tables_say_what_their_cells_are() {
    let case = EmbeddedCase::find("textbook-one-guarantor").expect("a bundled case").read();
    let (tags, _) = taken_apart(&document(Language::En, &case, &solved(&case, "pact")));
    let mut level = 0;
    for tag in &tags {
        if let Some(next) = tag.strip_prefix('h').and_then(|rest| rest.get(..1)?.parse::<u8>().ok()) {
            assert!(next <= level + 1, "h{next} after h{level}");
            level = next;
        }
        if tag.starts_with("th") && !tag.starts_with("thead") {
            assert!(attribute(tag, "scope").is_some(), "{tag}");
        }
    }
    let count = |name: &str| tags.iter().filter(|tag| tag.split(' ').next() == Some(name)).count();
    assert_eq!([count("h1"), count("main"), count("header"), count("nav"), count("footer")], [1; 5]);
    assert_eq!(count("table"), count("caption"));
    assert_eq!(count("script") + count("link") + count("img") + count("iframe"), 0);
}

#[test]
fn what_a_case_says_stays_text() {
    let text = include_str!("../../../scenarios/textbook-one-guarantor/scenario.toml");
    let hostile = "</title><script>alert('1')</script>\\\" onload=\\\"alert(2)";
    let text = text
        .replace("about = \"A pact", &format!("name = \"{hostile}\"\nabout = \"{hostile}<img src=x>"))
        .replace("title = \"Textbook", &format!("title = \"{hostile}"));
    let case = Case::from_text("hostile", &text).expect("names may be anything");
    let findings = solved(&case, "pact");
    let edition = Edition { command: "standfast brief '<b>'", date: Some("<i>today</i>") };
    for language in Language::ALL {
        let document = html(&Catalogue::new(language), &case, &findings, edition);
        let (tags, text) = taken_apart(&document);
        for name in ["script", "img", "b", "i"] {
            assert!(!tags.iter().any(|tag| tag.split([' ', '/']).any(|word| word == name)), "{name} got through");
        }
        assert!(tags.iter().all(|tag| attribute(tag, "onload").is_none()));
        assert!(text.contains("&lt;script&gt;"), "it is there as text");
    }
}

#[test]
fn a_brief_is_the_same_bytes_each_time() {
    let case = EmbeddedCase::find("textbook-hazard").expect("a bundled case").read();
    let once = || document(Language::Uk, &case, &solved(&case, "nothing"));
    assert_eq!(once(), once());
}

#[test]
fn all_parts_are_about_the_same_draws_and_the_same_risk() {
    let embedded = EmbeddedCase::find("korea-1953").expect("a bundled case");
    // Every work of the bibliography can be followed.
    let entry =
        |line: &str| format!("{line}{}\n", if line.starts_with('@') { "url={https://example.org/?a=1}," } else { "" });
    let references: String = embedded.references.expect("a bibliography").lines().map(entry).collect();
    let references = Beside::Bibliography("references.bib", references.as_bytes());
    let source = Source { name: embedded.id, text: embedded.text.as_bytes(), references };
    let case = Case::read(source).expect("it has no faults");
    let package = Selection::parse(&case.scenario, "treaty_alone").expect("a package");
    let design = Design::Sobol { seed: 3, draws: 16 };
    let found = Brief { design, ..Brief::of(&case, package) }.run(&()).expect("nobody cancels");
    let risk = *found.assessed.headline(&found.package().war);
    let why = found.why.as_ref().expect("few instruments");
    assert_eq!(why.headline(standfast::why::Outcome::War).attribution.all, risk);
    let breach = found.breach.as_ref().expect("few stresses");
    assert_eq!(*breach.headline(breach.own()), risk);
    assert_eq!(found.sensitivity.as_ref().expect("draws enough").headline().band, risk);
    let document = document(Language::En, &case, &found);
    let drawings = document.matches(" xmlns=\"http://www.w3.org/2000/svg\"").count();
    let linked = document.matches("<a href=\"http").count();
    let addresses = document.matches("://").count() - drawings;
    assert!(drawings > 1 && linked > 1);
    assert_eq!(addresses, 2 * linked, "an address stands in a citation, once to follow and once to read");
}
