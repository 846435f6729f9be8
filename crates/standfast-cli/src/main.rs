//! The `standfast` command.
//!
//! Exit codes: 0 done; 1 the input cannot be used; 2 the command line cannot be used; 3 something
//! has not converged; 4 two cases differ, and that was to be told so; 130 cancelled.

// A front end reads files and looks at the clock; the engine does neither.
#![allow(clippy::disallowed_methods, reason = "front end")]

mod args;
mod assess;
mod breach;
mod brief;
mod cases;
mod check;
mod claims;
mod diff;
mod disagree;
mod discover;
mod explain;
mod fmt;
mod input;
mod kept;
mod limits;
mod new;
mod output;
mod packages;
mod page;
mod picture;
mod plot;
mod progress;
mod record;
mod schema;
mod sensitivity;
mod serve;
mod site;
mod solve;
mod tell;
mod tidy;
mod timeline;
mod why;

use std::process::ExitCode;

use clap::Parser;
use standfast_report::{Catalogue, Language};

use args::{Arguments, Command};
use output::Failure;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let catalogue = Catalogue::new(arguments.lang.map_or_else(of_locale, Language::from));
    let done = match &arguments.command {
        Command::Assess(arguments) => assess::run(arguments, &catalogue),
        Command::Packages(arguments) => packages::run(arguments, &catalogue),
        Command::Why(arguments) => why::run(arguments, &catalogue),
        Command::Sensitivity(arguments) => sensitivity::run(arguments, &catalogue),
        Command::Break(arguments) => breach::run(arguments, &catalogue),
        Command::Brief(arguments) => brief::run(arguments, &catalogue),
        Command::Timeline(arguments) => timeline::run(arguments, &catalogue),
        Command::Discover(arguments) => discover::run(arguments, &catalogue),
        Command::Disagree(arguments) => disagree::run(arguments, &catalogue),
        Command::Plot(arguments) => plot::run(arguments, &catalogue),
        Command::Solve(arguments) => solve::run(arguments, &catalogue),
        Command::Tell(arguments) => tell::run(arguments, &catalogue),
        Command::Record(arguments) => record::run(arguments, &catalogue),
        Command::Claims(arguments) => claims::run(arguments, &catalogue),
        Command::New(arguments) => new::run(arguments, &catalogue),
        Command::Check(arguments) => check::run(arguments, &catalogue),
        Command::Fmt(arguments) => fmt::run(arguments, &catalogue),
        Command::Explain(arguments) => explain::run(arguments, &catalogue),
        Command::Diff(arguments) => diff::run(arguments, &catalogue),
        Command::Schema(arguments) => schema::run(arguments, &catalogue),
        Command::Serve(arguments) => serve::run(arguments, &catalogue),
        Command::Site(arguments) => site::run(arguments, &catalogue),
        Command::Limits(arguments) => limits::run(arguments, &catalogue),
        Command::Cases => cases::run(&catalogue),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => output::report(&catalogue, failure),
    }
}

/// The language that the environment asks for: the first of these variables that is set decides, as for other programs.
#[expect(clippy::disallowed_methods, reason = "a front end may read the environment")]
fn of_locale() -> Language {
    let locales = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|variable| std::env::var(variable).ok());
    locales
        .into_iter()
        .find(|locale| !locale.is_empty())
        .map_or_else(Language::default, |locale| Language::of_locale(&locale))
}

/// Everything that a command may end with instead of success.
type Done = Result<(), Failure>;
