//! ARCHITECTURE.md's table of crates against `cargo metadata`.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, MetadataCommand};

type Uses = BTreeMap<String, BTreeSet<String>>;

fn documented() -> Uses {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../ARCHITECTURE.md"))
        .expect("ARCHITECTURE.md is there");
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        (names(cells[0]).remove(0), names(cells[2]).into_iter().collect())
    })
    .collect()
}

fn actual() -> Uses {
    let metadata = MetadataCommand::new().no_deps().exec().expect("cargo metadata runs");
    let members: BTreeSet<String> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    let uses = |package: &cargo_metadata::Package| {
        let normal = package.dependencies.iter().filter(|dependency| dependency.kind == DependencyKind::Normal);
        normal.map(|dependency| dependency.name.clone()).filter(|name| members.contains(name)).collect()
    };
    metadata.packages.iter().map(|package| (package.name.to_string(), uses(package))).collect()
}

#[test]
fn the_table_is_true() {
    assert_eq!(documented(), actual(), "ARCHITECTURE.md against cargo metadata");
}

#[test]
fn each_crate_uses_only_what_is_below_it() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../ARCHITECTURE.md"))
        .expect("ARCHITECTURE.md is there");
    let order: Vec<String> =
        text.lines().filter(|l| l.starts_with("| `")).filter_map(|l| l.split('`').nth(1)).map(str::to_owned).collect();
    let row = |name: &str| order.iter().position(|known| known == name);
    for (name, uses) in actual() {
        for used in uses {
            assert!(row(&used) > row(&name), "{name} uses {used}, which stands above it");
        }
    }
}

#[test]
fn no_source_file_is_too_long() {
    /// One idea per file.
    const LONGEST: usize = 600;
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../crates"))];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                let lines = std::fs::read_to_string(&entry).expect("a source file").lines().count();
                assert!(lines <= LONGEST, "{} has {lines} lines", entry.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "the source files were found");
}
