//! `standfast disagree`: what it prints, and what it refuses.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/folder.rs"]
mod folder;

use std::process::Output;

use folder::Folder;
use serde_json::Value;

const MINE: &[&str] = &["disagree", "mine.toml", "hungry_north", "case", "--package", "treaty+army", "--draws", "16"];

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with a case that has a set of assumptions.
fn folder(test: &str) -> Folder {
    let folder = Folder::new(test);
    let output = folder.run(&["new", "mine"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    folder
}

fn printed(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.run(&[MINE, arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn sentences_come_first_and_fit_a_hundred_columns() {
    let folder = folder("disagree-table");
    let text = printed(&folder, &[]);
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    for part in [
        "“A hungry Northland” puts the chance of a first war within 10",
        "“The case as it is” at",
        "from “Northland: what winning is worth”",
        "Two readers",
        "What they assume differently",
        "(challenger.doubt): 0.5 to 1.5",
        "Northland wants Southland more than this case has it",
        "4 variants of the case",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    for id in ["disagree-", "column-", "table-", "note-", "doubt-", "method-"] {
        assert!(!text.contains(id), "{id}…:\n{text}");
    }
    let place = |part| text.find(part).expect("it is there");
    assert!(place("Where that comes from") < place("Two readers\n"), "a sentence comes first:\n{text}");
}

#[test]
fn the_formats_have_every_part_and_shares_add_up() {
    let folder = folder("disagree-formats");
    let json: Value = serde_json::from_str(&printed(&folder, &["--format", "json"])).expect("JSON");
    let parts = json["parts"].as_array().expect("parts");
    let sum: f64 = parts.iter().map(|part| part["share"][1]["band"]["mean"].as_f64().expect("a number")).sum();
    let difference = json["difference"][1]["band"]["mean"].as_f64().expect("a number");
    assert!((sum - difference).abs() < 1e-12, "{sum} is not {difference}");
    assert_eq!((json["by"].as_str(), parts.len(), json["variants"].as_u64()), (Some("difference"), 2, Some(4)));
    printed(&folder, &["--format", "csv", "--output", "apart.csv"]);
    let csv = folder.read("apart.csv");
    let head =
        "case,digest,under,engine,seed,draws,residual,package,quantity,actor,years,reader,against,part,of,mean,mean_se";
    let mut lines = csv.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with(head)), "{csv}");
    // Three spans of years: two risks and what the package takes away of each reader, two differences, two shares.
    assert_eq!(lines.count(), 3 * (2 + 2 + 2 + 2) + 2 * 4);
}

#[test]
fn what_cannot_be_asked_is_refused_with_a_remedy() {
    let folder = folder("disagree-refused");
    let cases: [(&[&str], i32, &str); 4] = [
        (&["disagree", "mine.toml", "hungry_nort", "case"], 1, "Did you mean `hungry_north`?"),
        (&["disagree", "mine.toml", "case"], 2, "SECOND"),
        (&["disagree", "mine.toml", "case", "case", "--risk", "peace"], 2, "war_or_capture"),
        (&["disagree", "korea-1953", "hawks", "case"], 1, "`case` for the case as it is"),
    ];
    for (arguments, code, remedy) in cases {
        let output = folder.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(remedy), "{arguments:?}: {}", said(&output));
    }
    let output = folder.run(&["disagree", "mine.toml", "case", "case", "--draws", "8"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("nothing to disagree about"));
}
