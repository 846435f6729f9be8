//! `standfast tell`: the same story for any number of threads, and by the command that it ends with.

use std::process::{Command, Output};

use serde_json::Value;

const COALITION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../validation/golden/coalition.toml");

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_standfast"))
        .env("LC_ALL", "C")
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn tell(arguments: &[&str]) -> String {
    let output = run(&[&["tell", COALITION][..], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&tell(&[arguments, &["--format", "json"]].concat())).expect("JSON")
}

#[test]
fn a_story_is_the_same_on_any_number_of_threads() {
    let arguments = ["--package", "pact+force", "--draws", "24", "--format", "json", "--threads"];
    let one = tell(&[&arguments[..], &["1"]].concat());
    assert!(one == tell(&[&arguments[..], &["3"]].concat()));
}

#[test]
fn the_command_at_its_end_tells_it_again() {
    for choice in [&["--which", "worst", "--draws", "12"][..], &["--at", "median", "--draws", "9"]] {
        let told = tell(&[&["--package", "pact+army", "--seed", "3"], choice].concat());
        let command = told.lines().last().and_then(|line| line.strip_prefix("  standfast tell "));
        let command: Vec<&str> = command.expect("it ends with a command").split_whitespace().collect();
        let output = run(&[&["tell"][..], &command].concat());
        let again = String::from_utf8(output.stdout).expect("text");
        let story =
            |text: &str| text.split_once("\n\n").expect("a head").1.split("Chosen from").next().map(str::to_owned);
        let end = |text: &str| text[text.find("The same again").expect("the end")..].to_owned();
        assert_eq!(story(&told).as_deref().map(|s| s.lines().count() > 20), Some(true), "{told}");
        assert!(again.contains(story(&told).expect("a story").trim_end()), "{told}\n{again}");
        assert_eq!(end(&told), end(&again));
    }
}

#[test]
fn programs_get_every_event_and_the_lines_that_tell_it() {
    let told = json(&["--package", "pact", "--draw", "4", "--path", "2"]);
    assert_eq!((&told["draw"], &told["path"], &told["chosen"]), (&4.into(), &2.into(), &Value::Null));
    let events = told["events"].as_array().expect("events");
    let lines = told["story"]["lines"].as_array().expect("lines");
    let ids: usize = lines.iter().map(|line| line["events"].as_array().expect("ids").len()).sum();
    assert_eq!(ids, events.len());
    assert!(events.iter().all(|event| event["probability"].as_f64().is_some_and(|p| p > 0.0 && p <= 1.0)));
    let chosen = json(&["--draws", "8"]);
    assert_eq!((&chosen["chosen"]["which"], &chosen["chosen"]["among"]), (&"typical".into(), &8.into()));
}

#[test]
fn what_cannot_be_told_is_refused() {
    for (arguments, code) in [
        (&["--path", "1"][..], 2),
        (&["--draw", "1", "--at", "median"], 2),
        (&["--draw", "1", "--which", "best"], 2),
        (&["--draws", "0"], 1),
        (&["--draw", "99999999"], 1),
        (&["--package", "pakt"], 1),
    ] {
        let output = run(&[&["tell", COALITION][..], arguments].concat());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{arguments:?}");
    }
}
