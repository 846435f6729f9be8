//! `cargo xtask generate`: the files of the repository that the program writes.
//!
//! Whatever a file says about the program or about a case's results is printed by the program
//! itself, so that it cannot go stale: with `--check` a difference is an error. A file may be all the
//! program's, or have a section of it between markers, with a head that people write.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

/// A file that holds what the program prints.
struct Generated {
    /// The file, from the root of the repository.
    file: String,
    /// How much of it the program prints.
    part: Part,
    /// The arguments of the program.
    arguments: Vec<String>,
}

/// The case and the package that one playthrough lies beside.
const PLAYTHROUGH: (&str, &str) = ("ukraine-2025", "european_offer");

/// The tests that also write: with `STANDFAST_BLESS=1` they write what they otherwise compare with.
pub(crate) const BLESSED: [&[&str]; 3] = [
    &["test", "--package", "standfast-cli", "--test", "diagnostics", "--quiet"],
    &["test", "--package", "standfast-wasm", "--lib", "--quiet"],
    &["test", "--package", "standfast-report", "--test", "figures", "--quiet"],
];

/// Two cases that differ in everything, and what the program says of them.
const DIFFERENCE: &str = "crates/standfast-cli/tests/difference";

/// How much of a file is generated.
enum Part {
    /// All of it.
    Whole,
    /// What stands between `<!-- NAME: … -->` and `<!-- end of NAME -->`.
    Section(&'static str),
}

/// Every generated file.
fn generated(root: &Path) -> Result<Vec<Generated>> {
    let of = |file: String, part, arguments: &[&str]| {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Generated { file, part, arguments }
    };
    let primitives = ["explain", "--primitives", "--format", "markdown"];
    let mut all = vec![
        of("docs/primitives.md".to_owned(), Part::Whole, &primitives),
        of("docs/scenario.schema.json".to_owned(), Part::Whole, &["schema"]),
        of("LIMITS.md".to_owned(), Part::Whole, &["limits", "--format", "markdown"]),
    ];
    let (case, package) = PLAYTHROUGH;
    let playthrough = ["tell", case, "--package", package, "--format", "markdown"];
    all.push(of(format!("scenarios/{case}/playthrough.md"), Part::Whole, &playthrough));
    let pair = ["before", "after"].map(|name| format!("{DIFFERENCE}/{name}/scenario.toml"));
    all.push(of(format!("{DIFFERENCE}/words.txt"), Part::Whole, &["diff", &pair[0], &pair[1]]));
    for case in cases_with_a_page(root)? {
        let page = format!("scenarios/{case}/README.md");
        let scenario = format!("scenarios/{case}/scenario.toml");
        all.push(of(format!("scenarios/{case}/findings.txt"), Part::Whole, &["assess", &case]));
        all.push(of(page, Part::Section("checks"), &["record", &scenario, "--format", "markdown"]));
    }
    Ok(all)
}

/// The cases that have a page of their own, which shows how they stand against their record; beside it
/// lie their findings.
fn cases_with_a_page(root: &Path) -> Result<Vec<String>> {
    let mut cases = Vec::new();
    for folder in std::fs::read_dir(root.join("scenarios")).context("cannot read scenarios")? {
        let folder = folder.context("cannot read scenarios")?;
        if folder.path().join("README.md").exists() {
            cases.push(folder.file_name().to_string_lossy().into_owned());
        }
    }
    cases.sort();
    Ok(cases)
}

/// The scenario files that are kept in canonical layout: those that come with the program.
pub(crate) fn laid_out(root: &Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![root.join("crates/standfast/templates/new-case.toml")];
    for folder in std::fs::read_dir(root.join("scenarios")).context("cannot read scenarios")? {
        files.push(folder.context("cannot read scenarios")?.path().join("scenario.toml"));
    }
    files.sort();
    Ok(files)
}

/// Writes every generated file, or finds those that are stale.
pub(crate) fn run(root: &Path, program: &Path, check: bool) -> Result<()> {
    let mut stale = Vec::new();
    for generated in generated(root)? {
        let path = root.join(&generated.file);
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        let printed = print(program, &generated.arguments)?;
        let new = match generated.part {
            Part::Whole => printed,
            Part::Section(name) => {
                let place = section(&old, name).with_context(|| {
                    format!("{}: no place between `<!-- {name}: … -->` and `<!-- end of {name} -->`", generated.file)
                })?;
                format!("{}{printed}{}", &old[..place.start], &old[place.end..])
            }
        };
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

/// The place of a section: what stands between the lines of its markers.
fn section(text: &str, name: &str) -> Option<Range<usize>> {
    let head = text.find(&format!("<!-- {name}:"))?;
    let start = head + text[head..].find('\n')? + 1;
    let end = start + text[start..].find(&format!("<!-- end of {name} -->"))?;
    Some(start..end)
}

fn print(program: &Path, arguments: &[String]) -> Result<String> {
    let output = Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C")
        .output()
        .with_context(|| format!("cannot start {program:?}"))?;
    ensure!(
        output.status.success(),
        "standfast {}: {}\n{}",
        arguments.join(" "),
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).context("the program prints UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_stands_between_its_markers() {
        let text = "# Head\n<!-- checks: generated -->\nold\n<!-- end of checks -->\ntail\n";
        assert_eq!(section(text, "checks").map(|place| &text[place]), Some("old\n"));
        assert_eq!(section(text, "other"), None);
        assert_eq!(section("<!-- end of checks -->\n<!-- checks: generated -->\n", "checks"), None);
    }
}
