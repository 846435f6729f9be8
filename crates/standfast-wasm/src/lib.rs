//! The facade in WebAssembly.
//!
//! A page writes a [`Request`] as JSON into the buffer of [`exports`] and is answered in JSON. There are no threads in
//! here, no clock and no network: one module in one worker answers one request after the other. What it answers is
//! what the same [`answer`] says natively, byte for byte (`cargo xtask wasm`).

pub mod exports;

use serde::{Deserialize, Serialize};
use standfast::cases::CASES;
use standfast::ensemble::Design;
use standfast::game::Start;
use standfast::solve::solve;
use standfast::{Case, EmbeddedCase, Refused, Selection, Study};

/// More draws than that are not taken on at once.
pub const MOST_DRAWS: usize = 1 << 14;

/// What can be asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// The ids of the cases that come with the engine.
    Cases,
    /// What is wrong with a scenario text, and doubtful.
    Check {
        /// The text.
        text: String,
    },
    /// How packages compare: see [`Study`].
    Assess {
        /// The case.
        case: Of,
        /// Presets, or instruments joined by `+`; all presets if there are none.
        #[serde(default)]
        packages: Vec<String>,
        /// The seed of the draws.
        seed: u64,
        /// How many draws.
        draws: usize,
        /// Within how many years.
        #[serde(default)]
        years: Vec<usize>,
    },
    /// Every series of packages at the median: see [`solve`].
    Solve {
        /// The case.
        case: Of,
        /// Presets, or instruments joined by `+`.
        packages: Vec<String>,
    },
}

/// Which case.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// One that comes with the engine.
    Id(String),
    /// A scenario text.
    Text(String),
}

/// An answer.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Answer<T> {
    /// What was asked for.
    Found(T),
    /// Why it cannot be answered.
    Failed(Failure),
}

/// Why a request cannot be answered.
#[derive(Debug, Serialize)]
#[serde(tag = "because", rename_all = "snake_case")]
enum Failure {
    /// It is no request.
    BadRequest { message: String },
    /// No case has that id.
    UnknownCase { id: String },
    /// A number is not from 1 to the most that it may be.
    OutOfBounds { what: &'static str, given: usize, most: usize },
    /// The case, or the choice of packages, has faults.
    Refused { name: String, faults: Vec<Fault> },
}

/// A fault of a text, where it stands.
#[derive(Debug, Serialize)]
struct Fault {
    code: &'static str,
    path: String,
    start: usize,
    end: usize,
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Failure {
        Failure::Refused { name: refused.name, faults: faults(&refused.diagnostics) }
    }
}

fn faults(diagnostics: &[standfast::diagnostic::Diagnostic]) -> Vec<Fault> {
    let fault = |each: &standfast::diagnostic::Diagnostic| Fault {
        code: each.code.as_str(),
        path: each.path.clone(),
        start: each.span.start,
        end: each.span.end,
    };
    diagnostics.iter().map(fault).collect()
}

/// Answers a request, both in JSON.
pub fn answer(request: &str) -> String {
    let found = match serde_json::from_str(request) {
        Ok(request) => answered(request),
        Err(error) => Err(Failure::BadRequest { message: error.to_string() }),
    };
    let answer = match found {
        Ok(found) => Answer::Found(found),
        Err(failure) => Answer::Failed(failure),
    };
    serde_json::to_string(&answer).unwrap_or_else(|_| unreachable!("findings are JSON"))
}

fn answered(request: Request) -> Result<serde_json::Value, Failure> {
    let found = match request {
        Request::Cases => serde_json::to_value(CASES.iter().map(|case| case.id).collect::<Vec<_>>()),
        Request::Check { text } => match Case::from_text("scenario", &text) {
            Ok(case) => serde_json::to_value(faults(&case.warnings)),
            Err(refused) => return Err(refused.into()),
        },
        Request::Assess { case, packages, seed, draws, years } => {
            let case = case.read()?;
            let mut study = Study { design: Design::Sobol { seed, draws }, ..Study::of(&case) };
            if !packages.is_empty() {
                study.packages = selections(&case, &packages)?;
            }
            let horizon = case.scenario.horizon;
            if let Some(beyond) = years.iter().find(|years| !(1..=horizon).contains(*years)) {
                return Err(Failure::OutOfBounds { what: "years", given: *beyond, most: horizon });
            }
            if !(1..=MOST_DRAWS).contains(&draws) {
                return Err(Failure::OutOfBounds { what: "draws", given: draws, most: MOST_DRAWS });
            }
            if !years.is_empty() {
                study.years = years;
            }
            let found = study.run(&()).unwrap_or_else(|_| unreachable!("nobody cancels it"));
            serde_json::to_value(found)
        }
        Request::Solve { case, packages } => {
            let case = case.read()?;
            let packages: Vec<_> =
                selections(&case, &packages)?.into_iter().map(|package| (package.set, Start::Peace)).collect();
            serde_json::to_value(solve(&case, &packages))
        }
    };
    Ok(found.unwrap_or_else(|_| unreachable!("findings are JSON")))
}

impl Of {
    fn read(self) -> Result<Case, Failure> {
        match self {
            Of::Id(id) => EmbeddedCase::find(&id).map(EmbeddedCase::read).ok_or(Failure::UnknownCase { id }),
            Of::Text(text) => Ok(Case::from_text("scenario", &text)?),
        }
    }
}

fn selections(case: &Case, packages: &[String]) -> Result<Vec<Selection>, Failure> {
    packages.iter().map(|package| Ok(Selection::parse(&case.scenario, package)?)).collect()
}
