//! `cargo xtask page`: builds the page with the engine in it, which the next build of the program embeds.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

/// What the page has beside its own code, in the folder of the page.
const MADE: &str = "made";
/// Names under which Chromium is installed.
const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
const NO_NPM: &str = "npm (Node.js, 20.19 or later) is not on the path";

/// Builds the page, and puts it where the program takes it from.
pub(crate) fn run(root: &Path, target: &Path, program: &Path, quick: bool) -> Result<()> {
    ensure!(crate::runs("npm"), NO_NPM);
    let web = root.join("web");
    make(&web, target, program, quick)?;
    packages(&web)?;
    crate::step("page", npm(&web, &["run", "--silent", "build"]))?;
    embed(&web.join("dist"), &root.join("crates").join("standfast-cli").join("page"))
}

/// Tests the page as its readers use it, and the program that has it; says what is missing for that.
pub(crate) fn test(root: &Path, target: &Path, program: &Path) -> Result<()> {
    if !crate::runs("npm") {
        eprintln!("── page: not tested, {NO_NPM}");
        return Ok(());
    }
    let web = root.join("web");
    // Without a toolchain for WebAssembly, which was said before, the page is tested with recorded answers.
    if crate::wasm::can_build() {
        make(&web, target, program, true)?;
    }
    packages(&web)?;
    if !chromium()? {
        eprintln!(
            "── page: not opened, none of {} is on the path (Debian: apt-get install chromium)",
            CHROMIUM.join(", ")
        );
        return crate::step("page", npm(&web, &["run", "--silent", "build"]));
    }
    crate::step("page", npm(&web, &["test", "--silent"]))?;
    if !crate::wasm::can_build() {
        return Ok(());
    }
    embed(&web.join("dist"), &root.join("crates").join("standfast-cli").join("page"))?;
    // As all tests were built before, so that little has to be built again.
    crate::step(
        "the program with its page",
        crate::cargo(&["test", "--workspace", "--locked", "--test", "page", "--quiet"]),
    )
}

/// Writes what the page has beside its own code.
fn make(web: &Path, target: &Path, program: &Path, quick: bool) -> Result<()> {
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
    answers.args(["--package", "standfast-wasm", "--example", "page", "--"]).arg(&made).args(quick.then_some("quick"));
    crate::step("words, cases, and the answers that are stored", answers)
}

/// Installs the packages of the page, and checks its types.
fn packages(web: &Path) -> Result<()> {
    crate::step("packages of the page", npm(web, &["ci", "--no-audit", "--no-fund", "--silent"]))?;
    crate::step("types of the page", npm(web, &["run", "--silent", "check"]))
}

/// npm in the folder of the page.
fn npm(web: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(web);
    command
}

/// Whether there is a Chromium; it is installed where that is possible without asking anybody.
fn chromium() -> Result<bool> {
    let there = || CHROMIUM.iter().any(crate::runs);
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    if !there() && root && crate::runs("apt-get") {
        let mut install = Command::new("apt-get");
        install.args(["install", "--yes", "--quiet", "chromium"]);
        crate::step("install chromium", install)?;
    }
    Ok(there())
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
