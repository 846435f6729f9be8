//! `standfast timeline`: what it prints, and what it refuses.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/folder.rs"]
mod folder;

use std::process::Output;

use folder::Folder;
use serde_json::Value;

const KOREA: &[&str] = &["timeline", "korea-1953", "--package", "us_divisions+mutual_defence_treaty", "--draws", "8"];

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn printed(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.run(&[KOREA, arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn sentences_come_first_and_fit_a_hundred_columns() {
    let folder = Folder::new("timeline-table");
    let text = printed(&folder, &[]);
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    for part in [
        "the chance of a first war is",
        "without any guarantee",
        "Sunset: the package over the years",
        "Who would fight, if an invasion came in that year?",
        "What waiting costs",
        "Sequence: in which order they begin",
        "1954: Mutual defence treaty comes into force",
        "Doubts",
        "8 draws",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    for id in ["timeline-", "column-", "table-", "note-", "doubt-", "order-", "event-", "spell-"] {
        assert!(!text.contains(id), "{id}…:\n{text}");
    }
    let sentence = text.find("In 1957 the yearly risk").expect("a sentence");
    assert!(sentence < text.find("Sunset:").expect("a table"), "a sentence comes first:\n{text}");
}

#[test]
fn every_format_has_every_part() {
    let folder = Folder::new("timeline-formats");
    let arguments = ["--years", "5,10", "--step", "3"];
    let json: Value =
        serde_json::from_str(&printed(&folder, &[&arguments[..], &["--format", "json"]].concat())).expect("JSON");
    assert_eq!((json["step"].as_u64(), json["headline_years"].as_u64()), (Some(3), Some(10)));
    let series = json["series"].as_array().expect("years");
    let orders = json["sequence"]["orders"].as_array().expect("orders");
    assert_eq!((series.len(), orders.len()), (70, 2));
    let begins = |order: &Value| order["starts"][1]["begins"].as_u64();
    assert!(orders.iter().all(|order| begins(order) == Some(3)));
    printed(&folder, &[&arguments[..], &["--format", "csv", "--output", "years.csv"]].concat());
    let csv = folder.read("years.csv");
    let head = "case,digest,under,engine,seed,draws,residual,package,quantity,actor,years,part,from,to,instrument,rank,order,mean";
    let mut lines = csv.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with(head)), "{csv}");
    let rows: Vec<&str> = lines.collect();
    let count = |part: &str| rows.iter().filter(|row| row.contains(part)).count();
    // Six quantities of the package and two of each of three guarantors; two spells; one instrument waits.
    assert_eq!(count(",year,,"), 70 * (6 + 2 * 3));
    assert_eq!(count(",spell,"), 2 * 4);
    assert_eq!(count(",instrument,,"), 2 + 6);
    assert_eq!(count(",order,,,,"), 2 * (2 + 4));
    assert!(csv.contains("mutual_defence_treaty@3"), "{csv}");
}

#[test]
fn what_waits_by_agreement_is_told_with_its_reason() {
    let folder = Folder::new("timeline-constraint");
    let output = folder.run(&["new", "mine"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = folder.read("mine.toml");
    let constraint =
        "[[constraint]]\ninstrument = \"army\"\nnot_before = 5\nreason = \"Money comes late.\"\n\n[packages.";
    std::fs::write(folder.0.join("mine.toml"), text.replacen("[packages.", constraint, 1)).expect("written");
    let output = folder.run(&["timeline", "mine.toml", "--package", "contingent+army", "--draws", "8"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("Stronger army not before 2035: Money comes late."), "{text}");
    assert!(text.contains("Contingent 2031 → Stronger army 2035"), "{text}");
}

#[test]
fn what_cannot_be_asked_is_refused_with_a_remedy() {
    let folder = Folder::new("timeline-refused");
    let cases: [(&[&str], i32, &str); 6] = [
        (&["--move", "us_divisions+sixteen_declaration"], 1, "--move mutual_defence_treaty+us_divisions"),
        (&["--move", "us_divison"], 1, "us_divisions"),
        (&["--step", "0"], 2, "0 is not in 1.."),
        (&["--orders", "0"], 2, "0 is not in 1.."),
        (&["--under", "us_turns_away"], 1, "us_turns_away"),
        (&["--years", "500"], 1, "Choose from 1 to 70"),
    ];
    for (arguments, code, remedy) in cases {
        let output = folder.run(&[KOREA, arguments].concat());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(remedy), "{arguments:?}: {}", said(&output));
        assert!(output.stdout.is_empty());
    }
}
