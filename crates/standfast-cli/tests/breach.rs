//! `standfast break`: what it prints, and what it refuses.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/folder.rs"]
mod folder;

use std::process::Output;

use folder::Folder;
use serde_json::Value;

const KOREA: &[&str] = &["break", "korea-1953", "--package", "mutual_defence_treaty+us_divisions", "--draws", "8"];

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
    let folder = Folder::new("break-table");
    let text = printed(&folder, &["--times", "1.2", "--whole"]);
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    for part in [
        "the chance of a first war within 10 years",
        "Single stresses",
        "Left out",
        "begins later",
        "Doubts",
        "8 draws",
    ] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    for id in ["breach-", "column-", "table-", "note-", "doubt-", "method-"] {
        assert!(!text.contains(id), "{id}…:\n{text}");
    }
    let sentence = text.find("It counts as broken").expect("a sentence");
    assert!(sentence < text.find("Single stresses").expect("a table"), "a sentence comes first:\n{text}");
}

#[test]
fn the_formats_have_every_set() {
    let folder = Folder::new("break-formats");
    let arguments = ["--whole", "--risk", "war_or_capture", "--years", "5,10"];
    let json: Value =
        serde_json::from_str(&printed(&folder, &[&arguments[..], &["--format", "json"]].concat())).expect("JSON");
    let sets = json["sets"].as_array().expect("a list");
    assert_eq!((json["risk"].as_str(), json["headline_years"].as_u64()), (Some("war_or_capture"), Some(10)));
    printed(&folder, &[&arguments[..], &["--format", "csv", "--output", "sets.csv"]].concat());
    let csv = folder.read("sets.csv");
    let head =
        "case,digest,under,engine,seed,draws,residual,package,quantity,actor,years,stresses,size,threshold,verdict";
    let mut lines = csv.lines();
    assert!(lines.next().is_some_and(|line| line.starts_with(head)), "{csv}");
    let rows: Vec<&str> = lines.collect();
    let reached = sets.iter().filter(|set| !set["reached"].is_null()).count();
    assert!(reached > 0);
    assert_eq!(rows.len(), 2 * (sets.len() + reached));
    assert_eq!(rows.iter().filter(|row| row.contains(",reached,")).count(), 2 * reached);
}

#[test]
fn what_cannot_be_asked_is_refused_with_a_remedy() {
    let folder = Folder::new("break-refused");
    let cases: [(&[&str], i32, &str); 9] = [
        (&["--threshold", "7"], 1, "Give a chance from 0 to 1"),
        (&["--times", "0"], 1, "Give a number above 0"),
        (&["--times", "inf"], 1, "Give a number above 0"),
        (&["--threshold", "0.1", "--times", "3"], 2, "cannot be used with"),
        (&["--whole", "--up-to", "2"], 2, "cannot be used with"),
        (&["--up-to", "0"], 2, "0 is not in 1.."),
        (&["--among", "us_never_comits"], 1, "us_never_commits"),
        (&["--under", "us_turns_away"], 1, "us_turns_away"),
        (&["--risk", "peace"], 2, "war_or_capture"),
    ];
    for (arguments, code, words) in cases {
        let output = folder.run(&[KOREA, arguments].concat());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains(words), "{arguments:?}: {}", said(&output));
    }
    let output = folder.run(&["break", "korea-1953"]);
    assert_eq!(output.status.code(), Some(2), "a package is wanted: {}", said(&output));
    let output = folder.run(&["break", "--package", "all_together", "--whole"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("Look at smaller ones (--up-to 2)"), "{}", said(&output));
}
