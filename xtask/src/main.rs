//! The project's commands: `cargo xtask test` sets up and runs everything that CI runs,
//! `cargo xtask generate` writes the files that the program can write.

// This program is made of clocks, files and other programs.
#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "xtask is no part of the engine")]

mod fuzz;
mod generate;
mod page;
mod wasm;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "The project's commands")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Set up what is missing and run all checks: format, lints, dependencies, tests, docs
    Test,
    /// Lay the scenarios out and write the generated files: findings of the cases, reference pages, the
    /// schema, what diagnostics print
    Generate {
        /// Write nothing; fail if a file is stale
        #[arg(long)]
        check: bool,
    },
    /// Build the engine for the browser, and hold its answers against the native ones
    Wasm,
    /// Build the page with the engine in it, which the next build of the program embeds (needs npm)
    Page {
        /// Leave out the stored answer about all packages, which takes minutes: the page works it out when it is asked
        #[arg(long)]
        quick: bool,
    },
    /// Fuzz the reader (needs cargo-fuzz)
    Fuzz {
        /// For how many seconds
        #[arg(long, default_value_t = 600)]
        seconds: u64,
    },
}

/// The version of cargo-deny that is installed where none is found.
const CARGO_DENY: &str = "0.20.2";

fn main() -> Result<()> {
    if let Some(mut compiler) = wasm::compiler() {
        let status = compiler.status().with_context(|| format!("cannot start {compiler:?}"))?;
        std::process::exit(status.code().unwrap_or(1));
    }
    // Tests build this program anew, and the file that was started is gone by then; another stands in its place.
    let program = std::env::current_exe().context("the program itself")?;
    let task = Arguments::parse().command;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the repository")?;
    std::env::set_current_dir(root).context("cannot enter the repository")?;
    match task {
        Task::Test => test(root, &program),
        Task::Generate { check } => generate(root, check),
        Task::Wasm => wasm::run(root, &target(root), &program),
        Task::Page { quick } => page::run(root, &target(root), &program, quick),
        Task::Fuzz { seconds } => fuzz::run(root, seconds),
    }
}

/// Generated files come from the release build, which is also the one that users run.
fn generate(root: &Path, check: bool) -> Result<()> {
    let build = || step("release build", cargo(&["build", "--release", "--locked", "--quiet"]));
    let program = target(root).join("release").join("standfast");
    build()?;
    let mut layout = Command::new(&program);
    layout.arg("fmt").args(check.then_some("--check")).args(generate::laid_out(root)?);
    step("layout of scenarios", layout)?;
    if !check {
        // The scenarios are a part of the program.
        build()?;
    }
    eprintln!("── generated files");
    let started = Instant::now();
    generate::run(root, &program, check)?;
    if !check {
        // Without being told to write, these are tests like any other, and find what is stale.
        for tests in generate::BLESSED {
            let mut bless = cargo(tests);
            bless.env("STANDFAST_BLESS", "1");
            step("what tests write", bless)?;
        }
    }
    eprintln!("   {:.0} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// The folder that cargo builds into.
fn target(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from)
}

fn test(root: &Path, program: &Path) -> Result<()> {
    // Everything in the lock file, for every platform: what follows reads all of it, without a network.
    step("fetch", cargo(&["fetch", "--locked"]))?;
    step("format", cargo(&["fmt", "--all", "--check"]))?;
    step("lints", cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "--deny", "warnings"]))?;
    // The engine also builds without threads, as the browser will want it.
    step("without threads", cargo(&["check", "--package", "standfast", "--no-default-features", "--locked"]))?;
    let deny = cargo_deny(root)?;
    let mut check = Command::new(deny);
    check.args(["--offline", "--locked", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"]);
    step("dependencies", check)?;
    step("tests", cargo(&["test", "--workspace", "--locked", "--quiet"]))?;
    let mut docs = cargo(&["doc", "--workspace", "--no-deps", "--locked", "--quiet"]);
    docs.env("RUSTDOCFLAGS", "--deny warnings");
    step("docs", docs)?;
    generate(root, true)?;
    wasm::run(root, &target(root), program)?;
    page::test(root, &target(root), program)?;
    eprintln!("all checks pass");
    Ok(())
}

/// Whether a program can be run here.
fn runs(program: impl AsRef<OsStr>) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments);
    command
}

/// Runs a step; the first that fails ends the run.
fn step(name: &str, mut command: Command) -> Result<()> {
    eprintln!("── {name}");
    let started = Instant::now();
    let status = command.status().with_context(|| format!("cannot start {command:?}"))?;
    ensure!(status.success(), "{name}: {command:?} ended with {status}");
    eprintln!("   {:.0} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// cargo-deny from the path, or built once into the target folder.
fn cargo_deny(root: &Path) -> Result<PathBuf> {
    let installed = PathBuf::from("cargo-deny");
    if runs(&installed) {
        return Ok(installed);
    }
    let folder = target(root).join("tools");
    let built = folder.join("bin").join("cargo-deny");
    if !runs(&built) {
        // A debug build is ready much sooner, and checking takes a second either way.
        let mut install = cargo(&["install", "cargo-deny", "--version", CARGO_DENY, "--locked", "--debug"]);
        install.args(["--no-default-features", "--quiet", "--root"]).arg(&folder);
        step("install cargo-deny", install)?;
    }
    Ok(built)
}
