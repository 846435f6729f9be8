//! `standfast why`: what it prints.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/folder.rs"]
mod folder;

use std::collections::BTreeMap;

use folder::Folder;
use serde_json::Value;

const COALITION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../validation/golden/coalition.toml");

fn run(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = folder.run(&[&["why", COALITION, "--draws", "16"][..], arguments].concat());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn printed(folder: &Folder, arguments: &[&str]) -> String {
    let (code, out, err) = run(folder, &[&["--package", "force+army"], arguments].concat());
    assert_eq!(code, Some(0), "{err}");
    out
}

#[test]
fn the_answer_fits_a_hundred_columns_and_is_told_in_words_first() {
    let folder = Folder::new("why-table");
    let text = printed(&folder, &["--outcome", "quiet_broken"]);
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["the chance of a war, a capture or a limited attack within", "Added first", "All together"] {
        assert!(flat.contains(part), "{part} is missing:\n{text}");
    }
    assert!(text.find("Most of that") < text.find("Added first"), "a sentence comes first:\n{text}");
}

/// The shares of each number add up to its difference, the streams of each gain to the gain.
#[test]
fn rows_add_up() {
    /// Means of 16 numbers near 1, in another order.
    const REORDERED: f64 = 1e-12;
    let folder = Folder::new("why-csv");
    printed(&folder, &["--years", "5,20", "--format", "csv", "--output", "why.csv"]);
    let text = folder.read("why.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let of = |name: &str| head.iter().position(|known| known == name).expect("a column");
    let about = ["quantity", "actor", "years"].map(of);
    let mut sums: BTreeMap<(Vec<String>, String), f64> = BTreeMap::new();
    for row in reader.records() {
        let row = row.expect("a row");
        let mean: f64 = row[of("mean")].parse().expect("a number");
        let key = (about.map(|column| row[column].to_owned()).to_vec(), row[of("part")].to_owned());
        *sums.entry(key).or_default() += mean;
    }
    let part = |about: &[String], part: &str| sums.get(&(about.to_vec(), part.to_owned())).copied();
    let (mut shares, mut streams) = (0, 0);
    for (about, _) in sums.keys() {
        if let Some(sum) = part(about, "shapley") {
            let difference = part(about, "difference").expect("beside the shares");
            assert!((sum - difference).abs() <= REORDERED, "{about:?}: {sum} for {difference}");
            shares += 1;
        }
        if let Some(sum) = part(about, "stream") {
            let all = part(about, "all").expect("beside the streams");
            assert!((sum - all).abs() <= REORDERED, "{about:?}: {sum} for {all}");
            streams += 1;
        }
    }
    assert!(shares > 20 && streams >= 4, "{shares} rows beside shares, {streams} beside streams");
}

#[test]
fn json_has_every_outcome_and_party() {
    let folder = Folder::new("why-json");
    let json: Value = serde_json::from_str(&printed(&folder, &["--years", "5,20", "--format", "json"])).expect("JSON");
    // Five within two spans, and the chance that all sign.
    assert_eq!(json["outcomes"].as_array().map(Vec::len), Some(11));
    assert_eq!(json["packages"].as_u64(), Some(4));
    let parties: Vec<&str> =
        json["gains"].as_array().expect("a list").iter().filter_map(|gain| gain["actor"].as_str()).collect();
    assert_eq!(parties, ["north", "south", "bravo", "charlie"]);
}

#[test]
fn what_cannot_be_taken_apart_is_refused() {
    let folder = Folder::new("why-refused");
    let (code, _, err) = run(&folder, &["--package", "force+armi"]);
    assert!(code == Some(1) && err.contains("Did you mean `army`?"), "{err}");
    let (code, _, err) = run(&folder, &["--package", "neutrality"]);
    assert!(code == Some(1) && err.contains("requires `army`"), "{err}");
    let (code, _, err) = run(&folder, &[]);
    assert!(code == Some(2) && err.contains("--package"), "{err}");
}
