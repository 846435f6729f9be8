//! `standfast claims` as its users run it.

#![allow(clippy::disallowed_methods, reason = "tests run programs")]

use std::process::{Command, Output};

use serde_json::Value;

const CASE: &str = "textbook-one-guarantor";

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standfast"));
    command.env("LC_ALL", "C");
    command.arg("claims").args(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn a_sentence_comes_first_then_the_table_then_the_words() {
    let output = run(&[CASE]);
    assert_eq!(output.status.code(), Some(0));
    let page = text(&output.stdout);
    let places = [
        "Of 3 claims, one holds, one fails",
        "What was said, and what the model gives",
        "In words",
        "words_count (The ally)",
        "engine",
    ]
    .map(|words| page.find(words).unwrap_or_else(|| panic!("{words} is missing: {page}")));
    assert!(places.is_sorted(), "{page}");
    assert!(!page.contains("Coding:"), "{page}");
}

#[test]
fn a_claim_that_is_asked_for_comes_with_its_reason_and_with_the_same_numbers() {
    let all: Value = serde_json::from_str(&text(&run(&[CASE, "--format", "json"]).stdout)).expect("JSON");
    let one: Value =
        serde_json::from_str(&text(&run(&[CASE, "--claim", "words_bind", "--format", "json"]).stdout)).expect("JSON");
    assert_eq!((&one["claims"][0], one["claims"].as_array().map(Vec::len)), (&all["claims"][1], Some(1)));
    assert_eq!((&all["claims"][2]["verdict"], &all["claims"][2]["tests"]), (&"silent".into(), &Value::Array(vec![])));
    assert_eq!(all["claims"][0]["tests"][0]["quantity"], "fights");
    let page = text(&run(&[CASE, "--claim", "words_bind"]).stdout);
    assert!(page.contains("Coding: Rather than not: in half of the cases or more."), "{page}");
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_any_number_of_threads() {
    let arguments = ["ukraine-2025", "--claim", "lavrov_troops_unacceptable", "--draws", "16", "--format", "json"];
    let one = run(&[&arguments[..], &["--threads", "1"]].concat());
    let two = run(&[&arguments[..], &["--threads", "2"]].concat());
    assert!(!one.stdout.is_empty() && one.stdout == two.stdout);
}
