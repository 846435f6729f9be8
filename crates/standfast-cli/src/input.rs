//! Cases and packages from the command line.

use std::io::Read;
use std::path::Path;

use anyhow::Context as _;
use standfast::document::MAX_BYTES;
use standfast::ensemble::Design;
use standfast::model::Scenario;
use standfast::{Case, EmbeddedCase, Selection};
use standfast_report::Catalogue;
use standfast_report::faults::{Message, program, selection};

use crate::output::Failure;

/// The case that an argument names.
pub(crate) fn case(argument: &str, catalogue: &Catalogue) -> Result<Case, Failure> {
    if argument == "-" {
        return read("standard input", std::io::stdin().lock(), catalogue);
    }
    let path = Path::new(argument);
    // A file is preferred where the argument looks like one, a bundled case where it does not.
    let looks_like_file = argument.contains(['/', '\\', '.']);
    if !looks_like_file && let Some(case) = EmbeddedCase::find(argument) {
        return Ok(case.read());
    }
    if looks_like_file || path.exists() {
        return match std::fs::File::open(path) {
            Ok(file) => read(argument, file, catalogue),
            Err(error) => Err(unreadable(argument, &error, catalogue)),
        };
    }
    let known: Vec<&str> = standfast::cases::CASES.iter().map(|case| case.id).collect();
    let args = [("given", argument.into()), ("known", known.join(", ").into())];
    Err(Failure::Message(program(catalogue, "case-unknown", &args)))
}

fn read(name: &str, source: impl Read, catalogue: &Catalogue) -> Result<Case, Failure> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells that there is more, without reading all of it.
    match source.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes) {
        Ok(_) => Case::from_bytes(name, &bytes).map_err(|refused| Failure::Refused(Box::new(refused))),
        Err(error) => Err(unreadable(name, &error, catalogue)),
    }
}

fn unreadable(path: &str, error: &std::io::Error, catalogue: &Catalogue) -> Failure {
    let args = [("path", path.into()), ("reason", error.to_string().into())];
    Failure::Message(program(catalogue, "file-unreadable", &args))
}

/// The draws that arguments ask for.
pub(crate) fn design(draws: usize, seed: u64, catalogue: &Catalogue) -> Result<Design, Failure> {
    /// More draws than anybody waits for; also keeps memory bounded.
    const MOST_DRAWS: usize = 1 << 20;
    if (1..=MOST_DRAWS).contains(&draws) {
        return Ok(Design::Sobol { seed, draws });
    }
    let args = [("draws", draws.to_string().into()), ("limit", MOST_DRAWS.to_string().into())];
    Err(Failure::Message(program(catalogue, "draws-bad", &args)))
}

/// Uses as many threads as an argument asks for.
pub(crate) fn threads(threads: Option<u16>) -> Result<(), Failure> {
    let Some(threads) = threads else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global();
    pool.context("cannot start the threads").map_err(Failure::Unwritten)
}

/// The packages that arguments name.
pub(crate) fn packages(
    arguments: &[String],
    scenario: &Scenario,
    catalogue: &Catalogue,
) -> Result<Vec<Selection>, Failure> {
    let parse = |text: &String| {
        Selection::parse(scenario, text).map_err(|fault| -> Failure {
            let message: Message = selection(catalogue, &fault);
            Failure::Message(message)
        })
    };
    arguments.iter().map(parse).collect()
}
