//! `cargo xtask fuzz`: bytes that may be a scenario, by the million. By hand, outside of CI.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

/// Where examples of scenarios and bibliographies lie, good and bad: what the fuzzer begins with.
const EXAMPLES: [&str; 4] = ["scenarios", "validation/golden", "crates/standfast-cli/tests", "fuzz/seeds"];
/// A longer text has no more kinds of fault, and takes longer.
const LONGEST: usize = 20_000;
/// No text of that length takes this many seconds; the fuzzer keeps one that does.
const PATIENCE: usize = 20;

pub(crate) fn run(root: &Path, seconds: u64) -> Result<()> {
    let corpus = root.join("fuzz/corpus/read");
    std::fs::create_dir_all(&corpus).context("cannot make a folder for the corpus")?;
    for folder in EXAMPLES {
        for file in texts(&root.join(folder))? {
            let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace(['/', '\\'], "_");
            std::fs::copy(&file, corpus.join(name)).with_context(|| format!("cannot copy {}", file.display()))?;
        }
    }
    // Coverage needs flags that a stable compiler takes only when told so; there is no unsafe code of
    // ours that a sanitizer could watch.
    let status = Command::new(env!("CARGO"))
        .args(["fuzz", "run", "--sanitizer", "none", "read", "--"])
        .args([format!("-max_total_time={seconds}"), format!("-max_len={LONGEST}"), format!("-timeout={PATIENCE}")])
        .env("RUSTC_BOOTSTRAP", "1")
        .status()
        .context("cannot start cargo fuzz")?;
    ensure!(status.success(), "cargo fuzz ended with {status}; if it is missing, `cargo install cargo-fuzz`");
    Ok(())
}

/// The scenarios and bibliographies of a folder and of all folders in it.
fn texts(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.is_dir() {
            files.extend(texts(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "toml" || extension == "bib") {
            files.push(path);
        }
    }
    Ok(files)
}
