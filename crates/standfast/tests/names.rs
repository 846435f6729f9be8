//! No code asks for an instrument, a factor or an actor of a case by name.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use standfast::cases::CASES;

/// Also the code of a language that names are written in.
const LANGUAGE: &str = "uk";

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            sources(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            found.push(entry);
        }
    }
}

#[test]
fn no_name_of_a_case_stands_in_code() {
    let mut names = BTreeSet::new();
    for case in CASES {
        let scenario = case.read().scenario;
        names.extend(scenario.actors.all().map(|(_, id)| id.to_owned()));
        names.extend(scenario.factors.iter().map(|factor| factor.id.clone()));
        names.extend(scenario.instruments.iter().map(|instrument| instrument.id.clone()));
    }
    names.remove(LANGUAGE);
    assert!(names.len() > 50, "the cases have names: {names:?}");

    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder of crates");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(crates).expect("the folder of crates") {
        sources(&entry.expect("a crate").path().join("src"), &mut files);
    }
    assert!(files.len() > 40, "the source files were found");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source file");
        // What tests say is about their own cases.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for name in &names {
            assert!(!code.contains(&format!("\"{name}\"")), "{} names `{name}`", file.display());
        }
    }
}
