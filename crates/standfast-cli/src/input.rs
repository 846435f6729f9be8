//! Cases and packages from the command line.

use std::io::Read;
use std::path::Path;

use standfast::cases::REFERENCES;
use standfast::document::{MAX_BYTES, Source};
use standfast::ensemble::Design;
use standfast::model::Scenario;
use standfast::model::fault::{Code, Fault};
use standfast::model::instrument::InstrumentSet;
use standfast::model::tree;
use standfast::{Beside, Case, EmbeddedCase, Refused, Selection, Study};
use standfast_report::Catalogue;
use standfast_report::faults::program;

use crate::output::{self, Failure};

/// The argument that stands for standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// The case that an argument names, to be solved: whether something in it is doubtful is said in a
/// line on standard error.
pub(crate) fn case(argument: &str, catalogue: &Catalogue) -> Result<Case, Failure> {
    let case = any_case(argument)?;
    output::note_warnings(catalogue, argument, &case);
    Ok(case)
}

/// The case that an argument names, or all that is wrong with it.
pub(crate) fn any_case(argument: &str) -> Result<Case, Refused> {
    if argument == STANDARD_INPUT {
        let name = display_name(argument);
        return Case::read(Source { name, text: &file_or_input(argument)?, references: Beside::Nowhere });
    }
    let path = Path::new(argument);
    // A file is preferred where the argument looks like one, a bundled case where it does not.
    let looks_like_file = argument.contains(['/', '\\', '.']);
    if !looks_like_file && let Some(case) = EmbeddedCase::find(argument) {
        return Ok(case.read());
    }
    if looks_like_file || path.exists() {
        let text = file(path)?;
        let beside = path.with_file_name(REFERENCES);
        let references = if beside.is_file() { Some(file(&beside)?) } else { None };
        let name = beside.display().to_string();
        let references = references.as_ref().map_or(Beside::Nothing, |bytes| Beside::Bibliography(&name, bytes));
        return Case::read(Source { name: argument, text: &text, references });
    }
    let known = standfast::cases::CASES.iter().map(|case| case.id);
    let fault = Fault::new(Code::UnknownCase, &tree::Path::default()).with("given", argument).known(known);
    Err(Refused::at_end(argument, String::new(), &fault))
}

/// The bytes of the file that an argument names, or of standard input.
pub(crate) fn file_or_input(argument: &str) -> Result<Vec<u8>, Refused> {
    if argument == STANDARD_INPUT {
        return bytes(display_name(argument), std::io::stdin().lock());
    }
    file(Path::new(argument))
}

/// What an argument is called in messages.
pub(crate) fn display_name(argument: &str) -> &str {
    if argument == STANDARD_INPUT { "standard input" } else { argument }
}

fn file(path: &Path) -> Result<Vec<u8>, Refused> {
    let name = path.display().to_string();
    let file = std::fs::File::open(path).map_err(|error| unreadable(&name, &error))?;
    bytes(&name, file)
}

fn bytes(name: &str, source: impl Read) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells that there is more, without reading all of it.
    match source.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(unreadable(name, &error)),
    }
}

fn unreadable(name: &str, error: &std::io::Error) -> Refused {
    let fault = Fault::new(Code::Unreadable, &tree::Path::default()).with("given", name).with("reason", error);
    Refused::at_end(name, String::new(), &fault)
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
pub(crate) fn threads(threads: Option<u16>, catalogue: &Catalogue) -> Result<(), Failure> {
    let Some(threads) = threads else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global();
    pool.map_err(|error| {
        let args = [("threads", usize::from(threads).into()), ("reason", error.to_string().into())];
        Failure::Message(program(catalogue, "threads-failed", &args))
    })
}

/// A case under the stresses that arguments name.
pub(crate) fn under(case: Case, arguments: &[String]) -> Result<Case, Refused> {
    let stressed = case.under(&arguments.join("+"));
    stressed.map_err(|refused| Refused { name: "--under".to_owned(), ..refused })
}

/// The stresses that the arguments of an option name, by position.
pub(crate) fn stresses(arguments: &[String], option: &str, case: &Case) -> Result<Vec<usize>, Refused> {
    let found = standfast::selection::stresses(&case.scenario, &arguments.join("+"));
    found.map_err(|refused| Refused { name: option.to_owned(), ..refused })
}

/// The instruments that arguments name; without any, all of them.
pub(crate) fn among(arguments: &[String], scenario: &Scenario) -> Result<InstrumentSet, Refused> {
    if arguments.is_empty() {
        return Ok((0..scenario.instruments.len()).collect());
    }
    let found = standfast::selection::instruments(scenario, &arguments.join("+"));
    found.map_err(|refused| Refused { name: "--among".to_owned(), ..refused })
}

/// The spans within which risks are reported, ascending; without any, those of the case.
pub(crate) fn years(arguments: &[usize], case: &Case, catalogue: &Catalogue) -> Result<Vec<usize>, Failure> {
    if arguments.is_empty() {
        return Ok(Study::of(case).years);
    }
    let horizon = case.scenario.horizon;
    if let Some(bad) = arguments.iter().find(|years| !(1..=horizon).contains(years)) {
        let args = [("years", bad.to_string().into()), ("horizon", horizon.to_string().into())];
        return Err(Failure::Message(program(catalogue, "years-bad", &args)));
    }
    let mut years = arguments.to_vec();
    years.sort_unstable();
    years.dedup();
    Ok(years)
}

/// The packages that arguments name.
pub(crate) fn packages(arguments: &[String], scenario: &Scenario) -> Result<Vec<Selection>, Refused> {
    arguments.iter().map(|text| package(text, scenario)).collect()
}

/// The package that an argument names.
pub(crate) fn package(argument: &str, scenario: &Scenario) -> Result<Selection, Refused> {
    let found = Selection::parse(scenario, argument);
    found.map_err(|refused| Refused { name: "--package".to_owned(), ..refused })
}
