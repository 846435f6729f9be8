//! `standfast packages`: what it prints, and how it goes on where it was ended.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/folder.rs"]
mod folder;

use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use folder::Folder;
use parquet::file::reader::SerializedFileReader;
use parquet::record::Field;
use serde_json::Value;

const COALITION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../validation/golden/coalition.toml");

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What the command prints about the coalition.
fn packages(folder: &Folder, arguments: &[&str]) -> Output {
    folder.run(&[&["packages", COALITION, "--draws", "16"][..], arguments].concat())
}

fn printed(folder: &Folder, arguments: &[&str]) -> String {
    let output = packages(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_best_fit_a_hundred_columns_and_are_told_in_words() {
    let folder = Folder::new("packages-table");
    let text = printed(&folder, &["--best", "3"]);
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    for part in ["Of the 10 packages", "protects best", "No guarantee", "Rank", "standard error"] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    // A message that is missing from the catalogues comes out as its id.
    for id in ["packages-", "column-", "table-", "note-", "doubt-", "method-", "row-"] {
        assert!(!text.contains(id), "{id}…:\n{text}");
    }
    let sentence = text.find("protects best").expect("a sentence");
    assert!(sentence < text.find("Rank").expect("a table"), "a sentence comes first:\n{text}");
}

#[test]
fn json_and_csv_have_every_package() {
    let folder = Folder::new("packages-formats");
    let json: Value = serde_json::from_str(&printed(&folder, &["--years", "5,20", "--format", "json"])).expect("JSON");
    let all = json["packages"].as_array().expect("a list");
    assert_eq!((all.len(), json["headline_years"].as_u64()), (10, Some(20)));
    let csv = printed(&folder, &["--years", "5,20", "--format", "csv"]);
    let mut lines = csv.lines();
    let head = "case,digest,under,engine,seed,draws,residual,package,quantity,actor,years,mean,mean_se,p05";
    assert!(lines.next().is_some_and(|line| line.starts_with(head)), "{csv}");
    let numbers: usize = all.iter().map(|package| package["numbers"].as_array().expect("a list").len()).sum();
    // And in what share of the draws each is on the frontier.
    assert_eq!(lines.count(), numbers + all.len());
    let best = all.iter().find(|package| package["id"] != "nothing").expect("a package");
    assert_eq!(json["best"]["package"], best["id"]);
}

#[test]
fn parquet_has_the_rows_of_csv() {
    let folder = Folder::new("packages-parquet");
    let csv = printed(&folder, &["--format", "csv"]);
    let output = packages(&folder, &["--format", "parquet", "--output", "rows.parquet"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let file = std::fs::File::open(folder.0.join("rows.parquet")).expect("a file");
    let rows = SerializedFileReader::new(file).expect("Parquet").into_iter().map(|row| {
        let row = row.expect("a row");
        let cells = row.get_column_iter().map(|(_, field)| match field {
            Field::Null => String::new(),
            Field::Str(text) => text.clone(),
            Field::Double(number) => number.to_string(),
            Field::ULong(count) => count.to_string(),
            other => panic!("{other:?}"),
        });
        let cells: Vec<String> = cells.collect();
        cells
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let of_csv = csv.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect());
    assert_eq!(rows, of_csv.collect::<Vec<Vec<String>>>());
}

#[test]
fn an_objective_that_cannot_be_is_refused_with_those_that_can() {
    let folder = Folder::new("packages-objectives");
    for arguments in [["--cost-to", "north"], ["--acceptable-to", "nobody"]] {
        let output = packages(&folder, &arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("cannot be") && said(&output).contains("Choose from:"), "{}", said(&output));
    }
    let text = printed(&folder, &["--cost-to", "south", "--acceptable-to", "north", "--protection", "quiet"]);
    for words in ["Upkeep to south", "north accepts", "No attack at all"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn the_numbers_are_those_of_assess() {
    let folder = Folder::new("packages-assess");
    let json: Value = serde_json::from_str(&printed(&folder, &["--format", "json"])).expect("JSON");
    let arguments = ["assess", COALITION, "--draws", "16", "--package", "pact+force", "--format", "json"];
    let assessed: Value = serde_json::from_slice(&folder.run(&arguments).stdout).expect("JSON");
    let of = |all: &Value| {
        let all = all["packages"].as_array().expect("a list").clone();
        all.into_iter().find(|package| package["id"] == "pact+force").expect("the package")
    };
    let (swept, assessed) = (of(&json), of(&assessed));
    let number = |quantity: &str, actor: &Value, years: &Value| {
        let numbers = swept["numbers"].as_array().expect("a list");
        let found = numbers
            .iter()
            .find(|number| number["quantity"] == quantity && number["actor"] == *actor && number["years"] == *years);
        let mut band = found.unwrap_or_else(|| panic!("{quantity} of {actor} in {years}")).clone();
        for key in ["quantity", "actor", "years"] {
            band.as_object_mut().expect("an object").remove(key);
        }
        band
    };
    for quantity in ["war", "limited", "lost"] {
        for within in assessed[quantity].as_array().expect("a list") {
            assert_eq!(number(quantity, &Value::Null, &within["years"]), within["band"], "{quantity}");
        }
    }
    for party in assessed["parties"].as_array().expect("a list") {
        assert_eq!(number("signs", &party["actor"], &Value::Null), party["signs"]);
    }
    for quantity in ["concluded", "alternative_settled"] {
        assert_eq!(number(quantity, &Value::Null, &Value::Null), assessed[quantity]);
    }
    for (quantity, key) in [("window_war", "war"), ("window_war_unforeseen", "war_unforeseen")] {
        assert_eq!(number(quantity, &Value::Null, &Value::Null), assessed["window"][key]);
    }
}

#[test]
fn a_torn_checkpoint_is_told_of_and_comes_to_the_same() {
    let folder = Folder::new("packages-torn");
    let arguments = ["--format", "csv", "--checkpoint", "kept"];
    let whole = printed(&folder, &arguments);
    assert!(whole == printed(&folder, &["--format", "csv"]), "a checkpoint changes nothing");
    let output = packages(&folder, &arguments);
    assert!(said(&output).contains("kept: 2 of 2 blocks are there already."), "{}", said(&output));
    let file = std::fs::OpenOptions::new().write(true).open(folder.0.join("kept")).expect("the checkpoint");
    file.set_len(file.metadata().expect("a file").len() - 7).expect("cut");
    drop(file);
    let output = packages(&folder, &arguments);
    assert!(said(&output).contains("warning: kept: its last"), "{}", said(&output));
    assert!(said(&output).contains("kept: 1 of 2 blocks are there already."), "{}", said(&output));
    assert!(output.stdout == whole.as_bytes());
}

#[test]
fn a_checkpoint_of_something_else_is_refused_with_a_remedy() {
    let folder = Folder::new("packages-refused");
    printed(&folder, &["--checkpoint", "kept"]);
    let kept = std::fs::read(folder.0.join("kept")).expect("the checkpoint");
    std::fs::write(folder.0.join("notes"), "notes of mine\n").expect("written");
    let refused = |arguments: &[&str], word: &str| {
        let output = packages(&folder, arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(said(&output).contains(word) && said(&output).contains("help: "), "{arguments:?}: {}", said(&output));
        assert!(!said(&output).contains("checkpoint-"), "{}", said(&output));
    };
    refused(&["--checkpoint", "kept", "--seed", "7"], "seed 2025 there and 7 here");
    refused(&["--checkpoint", "kept", "--years", "5"], "other years");
    refused(&["--checkpoint", "kept", "--among", "pact+army"], "there and pact+army here");
    refused(&["--checkpoint", "notes"], "is no checkpoint");
    refused(&["--checkpoint", "."], "cannot use .");
    refused(&["--checkpoint", "kept", "--output", "kept"], "at once");
    refused(&["--among", "pact+nonsense"], "nonsense");
    assert!(std::fs::read(folder.0.join("kept")).expect("the checkpoint") == kept);
    assert_eq!(folder.read("notes"), "notes of mine\n");
    let file = std::fs::OpenOptions::new().write(true).open(folder.0.join("kept")).expect("the checkpoint");
    file.try_lock().expect("nobody else has it");
    refused(&["--checkpoint", "kept"], "is in use");
}

#[cfg(unix)]
#[test]
fn ctrl_c_keeps_what_is_done() {
    let folder = Folder::new("packages-ctrl-c");
    // A study that takes some seconds whatever the machine; its first block well under one.
    let study = ["packages", COALITION, "--draws", "4096", "--format", "csv", "--checkpoint", "kept"];
    let child = folder.command(&study).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts");
    let started = Instant::now();
    let length = || std::fs::metadata(folder.0.join("kept")).map_or(0, |file| file.len());
    while length() < 30_000 && started.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.expect("kill runs").success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130), "{}", said(&output));
    assert_eq!(
        said(&output).lines().last(),
        Some("Cancelled; what is done stands in kept. The same command goes on from there.")
    );
    let output = packages(&folder, &["--checkpoint", "kept", "--format", "csv"]);
    assert!(said(&output).contains(" blocks are there already."), "{}", said(&output));
    assert!(output.stdout == printed(&folder, &["--format", "csv"]).as_bytes());
}
