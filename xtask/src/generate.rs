//! `cargo xtask generate`: the files of the repository that the program writes.
//!
//! Whatever a file says about the program or about a case's results is printed by the program
//! itself, so that it cannot go stale: with `--check` a difference is an error.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

/// A file that holds what the program prints.
struct Generated {
    /// The file, from the root of the repository.
    file: &'static str,
    /// The arguments of the program.
    arguments: &'static [&'static str],
}

/// Every generated file.
const GENERATED: &[Generated] =
    &[Generated { file: "scenarios/ukraine-2025/findings.txt", arguments: &["assess", "ukraine-2025"] }];

/// Writes every generated file, or finds those that are stale.
pub(crate) fn run(root: &Path, program: &Path, check: bool) -> Result<()> {
    let mut stale = Vec::new();
    for generated in GENERATED {
        let path = root.join(generated.file);
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        let new = print(program, generated.arguments)?;
        if old == new {
            continue;
        }
        if check {
            stale.push(generated.file);
        } else {
            std::fs::write(&path, new).with_context(|| format!("cannot write {}", path.display()))?;
            eprintln!("   wrote {}", generated.file);
        }
    }
    if !stale.is_empty() {
        bail!("stale: {}; `cargo xtask generate` writes them anew", stale.join(", "));
    }
    Ok(())
}

fn print(program: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program).args(arguments).output().with_context(|| format!("cannot start {program:?}"))?;
    ensure!(
        output.status.success(),
        "standfast {}: {}\n{}",
        arguments.join(" "),
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).context("the program prints UTF-8")
}
