//! `standfast check` as its users run it.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/feed.rs"]
mod feed;

use std::path::Path;
use std::process::{Command, Output};

use feed::feed;
use serde_json::Value;

const BROKEN: &str = "crates/standfast-cli/tests/files/broken.toml";
const COALITION: &str = "validation/golden/coalition.toml";

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standfast"));
    command.env("LC_ALL", "C");
    command.args(arguments).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."));
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the program starts")
}

fn run_on(arguments: &[&str], input: &[u8]) -> Output {
    feed(&mut command(arguments), input)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("nothing but JSON")
}

#[test]
fn a_case_with_warnings_is_fine_unless_it_is_to_be_strict() {
    let output = run(&["check", COALITION]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let shown = text(&output.stdout);
    assert!(
        shown.contains("warning[no-evidence]") && shown.contains(&format!("\n{COALITION}: 103 warnings\n")),
        "{shown}"
    );
    assert!(shown.contains("… and 100 more of `no-evidence`"), "of many alike a few are shown:\n{shown}");
    let strict = run(&["check", COALITION, "--strict"]);
    assert_eq!(strict.status.code(), Some(1));
    let shown = text(&strict.stdout);
    assert!(shown.contains("error[no-evidence]") && shown.contains(&format!("\n{COALITION}: 103 errors\n")), "{shown}");
}

#[test]
fn json_lists_everything_with_its_place() {
    let output = run(&["check", COALITION, BROKEN, "--format", "json"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), String::new()));
    let json = json(&output);
    assert_eq!((&json["errors"], &json["warnings"]), (&28.into(), &110.into()));
    assert_eq!(json["files"][0]["diagnostics"].as_array().expect("a list").len(), 103);
    let misspelt = &json["files"][1]["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|diagnostic| diagnostic["code"] == "unknown-primitive")
        .expect("there is one");
    let source = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/broken.toml")).expect("a file");
    let at = |key: &str| misspelt["span"][key].as_u64().expect("a number") as usize;
    assert_eq!(&source[at("start")..at("end")], b"prise");
    assert_eq!(misspelt["path"], "primitives.challenger.prise");
    assert_eq!(misspelt["severity"], "error");
    assert_eq!(misspelt["start"], serde_json::json!({ "line": 28, "column": 12 }));
    assert_eq!(misspelt["end"], serde_json::json!({ "line": 28, "column": 17 }));
    assert_eq!(misspelt["message"], "there is no primitive `challenger.prise`");
    assert_eq!(misspelt["help"], "Did you mean `challenger.prize`?");
    assert_eq!(misspelt["suggestion"], "challenger.prize");
    assert_eq!(misspelt["page"], "docs/diagnostics/unknown-primitive.md");
}

#[test]
fn one_file_that_cannot_be_read_keeps_no_other_from_being_checked() {
    let output = run(&["check", "no/such/file.toml", "scenarios", COALITION]);
    assert_eq!(output.status.code(), Some(1));
    let shown = text(&output.stdout);
    for part in ["cannot read no/such/file.toml", "cannot read scenarios", "103 warnings", "3 files: 2 errors"] {
        assert!(shown.contains(part), "{part} is missing:\n{shown}");
    }
}

#[test]
fn results_stay_pure_where_a_case_has_warnings() {
    let output = run(&["solve", COALITION, "--format", "json"]);
    assert!(output.status.success());
    assert_eq!(json(&output)["scenario"], "coalition");
    let said = text(&output.stderr);
    assert_eq!(said, format!("warning: {COALITION} has 103 warnings; `standfast check {COALITION}` shows them.\n"));
}

#[test]
fn colours_are_for_terminals() {
    let forced = command(&["check", BROKEN]).env("CLICOLOR_FORCE", "1").output().expect("it runs");
    assert!(forced.stdout.contains(&0x1b), "a terminal gets colours");
    let refused =
        command(&["check", BROKEN]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").output().expect("it runs");
    for output in [run(&["check", BROKEN]), run(&["assess", BROKEN]), refused] {
        assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b), "nobody else does");
    }
}

#[test]
fn standard_input_is_a_file_too() {
    let source = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/broken.toml")).expect("a file");
    let output = run_on(&["check", "-"], &source);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("--> standard input:28:12"), "{}", text(&output.stdout));
}

#[test]
fn the_bibliography_beside_a_file_is_checked_with_it() {
    let folder = std::env::temp_dir().join(format!("standfast-check-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let (scenario, references) = (folder.join("scenario.toml"), folder.join("references.bib"));
    let hazard = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios/textbook-hazard/scenario.toml");
    let hazard = std::fs::read_to_string(hazard).expect("a bundled case");
    let evidence = "[evidence.count]\nkind = \"measured\"\nsays = \"So many.\"\nsource = \"fortna_2005\"\n";
    std::fs::write(&scenario, format!("{hazard}\n{evidence}")).expect("written");
    let check = || text(&run(&["check", scenario.to_str().expect("UTF-8")]).stdout);

    std::fs::write(&references, "@book{fortna_2004, title={Peace Time}}").expect("written");
    let shown = check();
    assert!(shown.contains("warning[unknown-source]") && shown.contains("Did you mean `fortna_2004`?"), "{shown}");

    std::fs::write(&references, "@book{a, title={x},\n crossref={b}}").expect("written");
    let shown = check();
    assert!(!shown.contains("unknown-source"), "{shown}");
    assert!(shown.contains("error[borrowing-reference]: `crossref`"), "{shown}");
    assert!(shown.contains("references.bib:2:2") && shown.contains("references.bib: 1 error\n"), "{shown}");
    assert!(shown.contains("\n2 files: 1 error"), "{shown}");
    std::fs::remove_dir_all(&folder).expect("removed");
}
