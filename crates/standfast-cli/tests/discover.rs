//! `standfast discover`: what it prints.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/folder.rs"]
mod folder;

use folder::Folder;
use serde_json::Value;

const COALITION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../validation/golden/coalition.toml");

fn run(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = folder.run(&[&["discover", COALITION, "--draws", "192"][..], arguments].concat());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn printed(folder: &Folder, arguments: &[&str]) -> String {
    let (code, out, err) = run(folder, &[&["--package", "army"], arguments].concat());
    assert_eq!(code, Some(0), "{err}");
    out
}

#[test]
fn the_answer_fits_a_hundred_columns_and_is_told_in_words_first() {
    let folder = Folder::new("discover-table");
    let text = printed(&folder, &[]);
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["which is the worst quarter", "Without it: in what share", "peeled", "Fresh:"] {
        assert!(flat.contains(part), "{part} is missing:\n{text}");
    }
    assert!(text.find("Of 100 futures") < text.find("Found again"), "a sentence comes first:\n{text}");
    // The seed makes it, and nothing else.
    assert_eq!(text, printed(&folder, &["--seed", "2025", "--threads", "1"]));
    assert_ne!(text, printed(&folder, &["--seed", "1"]));
}

#[test]
fn rows_and_json_say_the_same() {
    let folder = Folder::new("discover-formats");
    let arguments = ["--outcome", "intact", "--below", "0.5", "--years", "10"];
    printed(&folder, &[&arguments[..], &["--format", "csv", "--output", "rows.csv"]].concat());
    let json: Value =
        serde_json::from_str(&printed(&folder, &[&arguments[..], &["--format", "json"]].concat())).expect("JSON");
    let text = folder.read("rows.csv");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let of = |name: &str| head.iter().position(|known| known == name).expect("a column");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let parts = |part: &str| rows.iter().filter(|row| &row[of("part")] == part).collect::<Vec<_>>();
    let boxes = json["boxes"].as_array().expect("a list");
    let all = |key: &str| boxes.iter().flat_map(|found| found[key].as_array().expect("a list")).collect::<Vec<_>>();
    let number = |text: &str| text.parse::<f64>().expect("a number");
    assert_eq!(number(&parts("outcome")[0][of("mean")]), json["found"]["mean"].as_f64().expect("a number"));
    assert_eq!(parts("step").len(), all("trajectory").len());
    for (row, step) in parts("step").iter().zip(all("trajectory")) {
        for key in ["coverage", "density", "mass", "phi"] {
            assert_eq!(number(&row[of(key)]), step[key].as_f64().expect("a number"), "{key}");
        }
    }
    assert_eq!(parts("limit").len(), all("limits").len());
    for (row, limit) in parts("limit").iter().zip(all("limits")) {
        assert_eq!(&row[of("number")], limit["path"].as_str().expect("a path"));
        assert_eq!(&row[of("side")], limit["side"].as_str().expect("a word"));
        assert_eq!(number(&row[of("limit")]), limit["limit"].as_f64().expect("a number"));
        assert_eq!(number(&row[of("p_value")]), limit["quasi_p"].as_f64().expect("a number"));
    }
    let fresh = parts("box_fresh");
    assert_eq!(fresh.len(), boxes.len());
    assert_eq!(fresh[0][of("inside")], boxes[0]["fresh"]["inside"].to_string());
    assert!(rows.iter().all(|row| &row[of("fails")] == "below" && number(&row[of("threshold")]) == 0.5));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let folder = Folder::new("discover-refused");
    let refused = |arguments: &[&str], code: i32, part: &str| {
        let (found, _, err) = run(&folder, arguments);
        assert!(found == Some(code) && err.contains(part), "{arguments:?}: {err}");
    };
    refused(&["--package", "armi"], 1, "Did you mean `army`?");
    refused(&["--above", "1.5"], 1, "1.5 is no chance");
    refused(&["--below", "nan"], 1, "from 0 to 1");
    refused(&["--above", "0.5", "--below", "0.5"], 2, "cannot be used with");
    refused(&["--years", "0"], 1, "outside the case's horizon");
    refused(&["--outcome", "peace"], 2, "possible values");
}
