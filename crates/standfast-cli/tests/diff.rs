//! `standfast diff` as its users run it.
//!
//! `difference/before` and `difference/after` are two cases that differ in everything; `words.txt` is
//! what the program says of them, written by `cargo xtask generate`.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/feed.rs"]
mod feed;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use feed::feed;
use serde_json::Value;

const BEFORE: &str = "crates/standfast-cli/tests/difference/before/scenario.toml";
const AFTER: &str = "crates/standfast-cli/tests/difference/after/scenario.toml";
const BROKEN: &str = "crates/standfast-cli/tests/files/broken.toml";
const WORDS: &str = include_str!("difference/words.txt");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standfast"));
    command.env("LC_ALL", "C");
    command.arg("diff").args(arguments).current_dir(root());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn the_words_are_those_that_were_read_and_found_good() {
    let output = run(&[BEFORE, AFTER]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    assert_eq!(text(&output.stdout), WORDS);
}

#[test]
fn every_key_has_its_words() {
    let catalogue = include_str!("../../standfast-report/locales/en/difference.ftl");
    let labels = catalogue.lines().filter_map(|line| line.strip_prefix("label-")?.split_once(" = "));
    for (key, label) in labels {
        let said = [format!(", {label}:"), format!("• {label}:")].iter().any(|said| WORDS.contains(said));
        assert!(said, "nothing is said of {key}: {label}");
    }
    let keys = catalogue.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id);
    for id in keys {
        assert!(!WORDS.contains(id) || !id.contains('-'), "{id} is an id");
    }
    assert!(!WORDS.contains("{$") && !WORDS.contains("NaN"));
}

#[test]
fn what_differs_is_an_exit_code_if_it_is_asked_for() {
    let code = |arguments: &[&str]| run(arguments).status.code();
    assert_eq!(code(&[BEFORE, AFTER, "--exit-code"]), Some(4));
    assert_eq!(code(&[BEFORE, BEFORE, "--exit-code"]), Some(0));
    assert_eq!(code(&[BEFORE, BROKEN, "--exit-code"]), Some(1));
    let same = run(&[BEFORE, BEFORE]);
    assert!(text(&same.stdout).ends_with("\nThe two cases say the same.\n"), "{}", text(&same.stdout));
}

#[test]
fn the_faults_of_both_cases_are_shown_at_once() {
    let output = run(&[BROKEN, "scenarios"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), String::new()));
    let shown = text(&output.stderr);
    assert!(shown.contains(&format!("--> {BROKEN}:")) && shown.contains("cannot read scenarios"), "{shown}");
}

#[test]
fn json_has_each_difference_with_its_place_in_words_and_numbers() {
    let output = run(&[BEFORE, AFTER, "--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout).expect("nothing but JSON");
    assert_eq!((&json["before"], &json["after"]), (&BEFORE.into(), &AFTER.into()));
    assert_eq!((&json["same_draws"], &json["sources_compared"]), (&false.into(), &true.into()));
    let differences = json["differences"].as_array().expect("a list");
    let count = WORDS.lines().find_map(|line| line.split_once(" differences."));
    assert_eq!(count.map(|(count, _)| count.to_owned()), Some(differences.len().to_string()));
    let find = |path: &str| differences.iter().find(|difference| difference["path"] == path).expect(path);
    let stake = find("primitives.ally.stake");
    assert_eq!(
        (&stake["kind"], &stake["part"], &stake["name"]),
        (&"changed".into(), &"primitives".into(), &"ally.stake".into())
    );
    assert_eq!(stake["text"], "ally.stake: 0.632 (0.4 to 1) becomes 0.458 (0.3 to 0.7)");
    assert_eq!(stake["before"]["text"], "0.632 (0.4 to 1)");
    assert_eq!(stake["after"]["values"].as_array().map(Vec::len), Some(3));
    let horizon = find("scenario.horizon");
    assert_eq!((&horizon["before"]["values"][0], &horizon["after"]["values"][0]), (&20.0.into(), &30.0.into()));
    let removed = find("instruments.neutrality");
    assert_eq!((&removed["kind"], &removed["after"]), (&"removed".into(), &Value::Null));
    assert_eq!(find("primitives.ally.stake.evidence")["kind"], "reassigned");
    assert_eq!(find("actors.guarantors")["kind"], "reordered");
    let markdown = text(&run(&[BEFORE, AFTER, "--format", "markdown"]).stdout);
    assert!(markdown.starts_with("# From ") && markdown.contains("\n**Stresses**\n\n- tired, puts: "), "{markdown}");
}

#[test]
fn one_of_the_two_can_be_standard_input() {
    let before = std::fs::read(root().join(BEFORE)).expect("it is there");
    let output = feed(&mut command(&["-", AFTER]), &before);
    let shown = text(&output.stdout);
    assert!(shown.contains("years reported: 20 becomes 30") && shown.contains("Sources are not"), "{shown}");
    let twice = run(&["-", "-"]);
    assert_eq!(twice.status.code(), Some(1));
    assert!(text(&twice.stderr).contains("standard input is one case, not two"), "{}", text(&twice.stderr));
}
