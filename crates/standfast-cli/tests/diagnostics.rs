//! Every diagnostic by example: what a file gets that is wrong in one way, and the pages made of it.
//!
//! - `diagnostics/CODE/wrong.toml` gets that code and no other, `right.toml` nothing at all. Faults of
//!   a command have `wrong.command` and `right.command`, the arguments of the program.
//! - `broken/NAME.toml` and `.command` are wrong in other ways, each a way of its own through the
//!   reader.
//! - Beside each stands what the program prints. With `STANDFAST_BLESS=1` the tests write these files
//!   and the pages of `docs/diagnostics`, without it they compare; `cargo xtask generate` blesses.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use standfast::model::fault::{Code, Severity};
use standfast_report::{Catalogue, Language};

/// Wrong files of these codes are too large to keep; tests make them.
const MADE: [Code; 2] = [Code::TooLarge, Code::TooManyFaults];

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// What the program prints for an example, run where the example lies.
struct Printed {
    success: bool,
    text: String,
}

fn print(example: &Path) -> Printed {
    let name = example.file_name().and_then(|name| name.to_str()).expect("a name");
    let arguments = if name.ends_with(".command") { read(example) } else { format!("check {name}") };
    let output = Command::new(env!("CARGO_BIN_EXE_standfast"))
        .env("LC_ALL", "C")
        .args(arguments.split_whitespace())
        .current_dir(example.parent().expect("a folder"))
        .output()
        .expect("the program starts");
    let (out, err) = (String::from_utf8(output.stdout), String::from_utf8(output.stderr));
    let (out, err) = (out.expect("UTF-8"), err.expect("UTF-8"));
    assert!(!err.contains("panicked"), "{}: {err}", example.display());
    // What solves says nothing of faults.
    let text = if arguments.starts_with("check") { out + &err } else { err };
    Printed { success: output.status.success(), text }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The codes that a printed text names, with how bad they are.
fn codes(text: &str) -> BTreeSet<String> {
    let heads = text.lines().filter_map(|line| line.split_once("]: ")).map(|(head, _)| head);
    heads
        .filter_map(|head| head.strip_prefix("error[").or_else(|| head.strip_prefix("warning[")))
        .map(str::to_owned)
        .collect()
}

/// The wrong or the right example of a code.
fn example(code: Code, which: &str) -> PathBuf {
    let folder = tests().join("diagnostics").join(code.as_str());
    let file = folder.join(format!("{which}.toml"));
    if file.exists() { file } else { folder.join(format!("{which}.command")) }
}

fn codes_with_examples() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied().filter(|code| !MADE.contains(code))
}

/// Compares a file with what it should be, or writes it.
fn hold(path: &Path, text: &str, stale: &mut Vec<String>) {
    let old = std::fs::read_to_string(path).unwrap_or_default();
    if old == text {
        return;
    }
    if std::env::var("STANDFAST_BLESS").is_ok_and(|bless| bless == "1") {
        std::fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    } else {
        stale.push(format!("{} should read:\n{text}\nand reads:\n{old}", path.display()));
    }
}

fn assert_fresh(stale: &[String]) {
    assert!(
        stale.is_empty(),
        "{}\n{} files differ; if that is meant, `cargo xtask generate` writes them anew",
        stale.join("\n"),
        stale.len()
    );
}

#[test]
fn a_wrong_file_gets_its_code_alone_and_a_right_file_none() {
    let mut stale = Vec::new();
    for code in codes_with_examples() {
        let wrong = example(code, "wrong");
        let printed = print(&wrong);
        assert_eq!(codes(&printed.text), BTreeSet::from([code.as_str().to_owned()]), "{code:?} {}", printed.text);
        assert_eq!(printed.success, code.severity() == Severity::Warning, "{}", printed.text);
        hold(&wrong.with_extension("txt"), &printed.text, &mut stale);
        let right = example(code, "right");
        let printed = print(&right);
        assert!(printed.success && !codes(&printed.text).contains(code.as_str()), "{}", printed.text);
        // A command may speak of a case that has its own doubts; a file is right as a whole.
        let is_command = right.extension().is_some_and(|extension| extension == "command");
        assert!(is_command || codes(&printed.text).is_empty(), "{}", printed.text);
    }
    let folders = std::fs::read_dir(tests().join("diagnostics")).expect("a folder").count();
    assert_eq!(folders, codes_with_examples().count(), "every folder belongs to a code");
    assert_fresh(&stale);
}

#[test]
fn broken_files_are_met_as_recorded() {
    let mut stale = Vec::new();
    let (mut seen, mut twins) = (BTreeMap::new(), Vec::new());
    let folder = std::fs::read_dir(tests().join("broken")).expect("a folder");
    let files = folder.map(|entry| entry.expect("an entry").path());
    let mut examples: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|e| e != "txt")).collect();
    examples.sort();
    assert!(examples.len() >= 60, "{} broken files", examples.len());
    for path in examples {
        let printed = print(&path);
        assert!(!codes(&printed.text).is_empty(), "{} is fine", path.display());
        assert!(!printed.text.contains(|c: char| c.is_control() && c != '\n'), "{}", path.display());
        let only_warnings = !printed.text.contains("error[");
        assert_eq!(printed.success, only_warnings, "{}", printed.text);
        // Each is there for a reason of its own.
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let shape = printed.text.replace(&name, "FILE");
        if let Some(twin) = seen.insert(shape, name.clone()) {
            twins.push((name, twin));
        }
        hold(&path.with_extension("txt"), &printed.text, &mut stale);
    }
    assert_eq!(twins, [], "these say what others say");
    assert_fresh(&stale);
}

#[test]
fn every_code_has_a_page() {
    let catalogue = Catalogue::new(Language::En);
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/diagnostics");
    let mut stale = Vec::new();
    for &code in Code::ALL {
        hold(&docs.join(format!("{}.md", code.as_str())), &page(&catalogue, code), &mut stale);
    }
    hold(&docs.join("README.md"), &index(&catalogue), &mut stale);
    let pages = std::fs::read_dir(&docs).expect("the pages").count();
    assert_eq!(pages, Code::ALL.len() + 1, "every page belongs to a code");
    assert_fresh(&stale);
}

const NOTE: &str = "<!-- Written by `cargo xtask generate` from the catalogue and the examples. -->\n";

fn about(catalogue: &Catalogue, code: Code) -> (String, String) {
    let id = format!("about-{}", code.as_str());
    assert!(catalogue.has(&id), "{id} is missing");
    (catalogue.text(&id, &[]), catalogue.attribute(&id, "why", &[]).unwrap_or_else(|| panic!("{id} has no .why")))
}

fn severity(code: Code) -> &'static str {
    if code.severity() == Severity::Error { "error" } else { "warning" }
}

fn page(catalogue: &Catalogue, code: Code) -> String {
    let (means, why) = about(catalogue, code);
    let name = code.as_str();
    let mut page = format!("{NOTE}\n# {name}\n\nAn {}. {means}\n\n{why}\n", severity(code));
    page = page.replace("\nAn warning.", "\nA warning.");
    if MADE.contains(&code) {
        return page;
    }
    let (wrong, right) = (example(code, "wrong"), example(code, "right"));
    let printed = print(&wrong).text;
    let link = format!("../../crates/standfast-cli/tests/diagnostics/{name}");
    if wrong.extension().is_some_and(|extension| extension == "command") {
        let command = |path: &Path| format!("standfast {}", read(path));
        let _ = write!(page, "\n## Wrong\n\n```sh\n{}```\n", command(&wrong));
        let _ = write!(page, "\n```text\n{printed}```\n\n## Right\n\n```sh\n{}```\n", command(&right));
    } else {
        let (wrong, right) = (lossy(&wrong), lossy(&right));
        let _ = write!(page, "\n## Wrong\n\n```toml\n{}```\n", different(&wrong, &right, &pointed_at(&printed)));
        let _ = write!(page, "\n```text\n{printed}```\n\n## Right\n\n");
        let instead = different(&right, &wrong, &BTreeSet::new());
        if instead.is_empty() {
            page.push_str("The same without it.\n");
        } else {
            let _ = write!(page, "```toml\n{instead}```\n");
        }
        let _ = write!(page, "\nThe whole files: [wrong]({link}/wrong.toml), [right]({link}/right.toml).\n");
    }
    page
}

/// A file as text, also where the wrong thing about it is that it is none.
fn lossy(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    String::from_utf8_lossy(&bytes).replace('\u{202e}', "\u{fffd}")
}

/// The lines that messages point at.
fn pointed_at(printed: &str) -> BTreeSet<usize> {
    let places = printed.lines().filter_map(|line| line.trim_start().strip_prefix("--> wrong.toml:"));
    places.filter_map(|place| place.split(':').next()?.parse().ok()).collect()
}

/// The paragraphs of a file that another has not, or that messages point at.
fn different(file: &str, other: &str, lines: &BTreeSet<usize>) -> String {
    let others: BTreeSet<&str> = other.split("\n\n").map(str::trim).collect();
    let mut line = 1;
    let mut wanted = BTreeSet::new();
    for part in file.split("\n\n") {
        let next = line + part.lines().count() + 1;
        if !others.contains(part.trim()) || lines.range(line..next).next().is_some() {
            wanted.insert(part.trim());
        }
        line = next;
    }
    let parts: Vec<&str> = file.split("\n\n").map(str::trim).filter(|part| wanted.contains(part)).collect();
    if parts.is_empty() { String::new() } else { parts.join("\n\n") + "\n" }
}

fn index(catalogue: &Catalogue) -> String {
    let mut page = format!(
        "{NOTE}\n# Diagnostics\n\nWhat `standfast check` says of a file, by code. Errors keep a case from being used; warnings are\n\
         doubts, and errors with `--strict`.\n\n| code | | meaning |\n|---|---|---|\n"
    );
    for &code in Code::ALL {
        let (means, _) = about(catalogue, code);
        let name = code.as_str();
        let first = means.split_inclusive(". ").next().unwrap_or_default().trim();
        let _ = writeln!(page, "| [{name}]({name}.md) | {} | {first} |", severity(code));
    }
    page
}
