//! `cargo xtask page`: builds the page with the engine in it, which the next build of the program embeds.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

/// What the page has beside its own code, in the folder of the page.
const MADE: &str = "made";

/// Builds the page into `web/dist`, or says what is missing.
pub(crate) fn run(root: &Path, target: &Path, program: &Path) -> Result<()> {
    let web = root.join("web");
    ensure!(crate::runs("npm"), "npm (Node.js, 20.19 or later) is not on the path, and the page needs its packages");
    let modules = crate::wasm::build_all(target, program)?;
    let made = web.join(MADE);
    if made.exists() {
        std::fs::remove_dir_all(&made).with_context(|| format!("cannot remove {}", made.display()))?;
    }
    let engine = made.join("engine");
    std::fs::create_dir_all(&engine).with_context(|| format!("cannot make {}", engine.display()))?;
    for module in modules {
        let name = module.file_name().context("modules are files")?;
        std::fs::copy(&module, engine.join(name)).with_context(|| format!("cannot copy {}", module.display()))?;
    }
    let mut answers = crate::cargo(&["run", "--quiet", "--release", "--locked"]);
    answers.args(["--package", "standfast-wasm", "--example", "page", "--"]).arg(&made);
    crate::step("words, cases, and the answer that the page opens with", answers)?;
    crate::step("packages of the page", npm(&web, &["ci", "--no-audit", "--no-fund", "--silent"]))?;
    crate::step("types of the page", npm(&web, &["run", "--silent", "check"]))?;
    crate::step("page", npm(&web, &["run", "--silent", "build"]))?;
    embed(&web.join("dist"), &root.join("crates").join("standfast-cli").join("page"))
}

/// Puts the page where the program takes it from, in place of what lies there.
fn embed(page: &Path, folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            std::fs::remove_dir_all(&path)?;
        } else if path.file_name().is_some_and(|name| name != ".gitignore") {
            std::fs::remove_file(&path)?;
        }
    }
    copy(page, folder).with_context(|| format!("cannot copy the page into {}", folder.display()))
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let (entry, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if entry.is_dir() {
            copy(&entry, &to)?;
        } else {
            std::fs::copy(&entry, &to)?;
        }
    }
    Ok(())
}

/// npm in the folder of the page.
fn npm(web: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(web);
    command
}
