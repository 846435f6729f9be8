//! `standfast check`

use anyhow::Context as _;
use serde::Serialize;
use standfast::diagnostic::Diagnostic;
use standfast::model::fault::Severity;
use standfast::{EmbeddedCase, References, Refused};
use standfast_report::Catalogue;
use standfast_report::excerpts::excerpts;
use standfast_report::faults::{Explained, count, explained, tally};

use crate::args::{CheckArguments, CheckFormat};
use crate::output::{Failure, write, write_coloured};
use crate::{Done, input};

/// Everything that was found, for programs.
#[derive(Serialize)]
struct Report {
    errors: usize,
    warnings: usize,
    files: Vec<FileReport>,
}

#[derive(Serialize)]
struct FileReport {
    name: String,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Explained>,
}

pub(crate) fn run(arguments: &CheckArguments, catalogue: &Catalogue) -> Done {
    let default = [EmbeddedCase::DEFAULT.id.to_owned()];
    let names = if arguments.cases.is_empty() { &default[..] } else { &arguments.cases };
    let checked: Vec<Refused> = names.iter().flat_map(|name| check(name, arguments.strict)).collect();
    let (errors, warnings) =
        checked.iter().map(|file| tally(&file.diagnostics)).fold((0, 0), |sum, file| (sum.0 + file.0, sum.1 + file.1));
    match arguments.format {
        CheckFormat::Table => write_coloured(&table(catalogue, &checked, (errors, warnings)))?,
        CheckFormat::Json => write(&json(catalogue, &checked, (errors, warnings))?, None)?,
    }
    if errors > 0 { Err(Failure::Checked) } else { Ok(()) }
}

/// A file with all that is wrong or doubtful about it, perhaps nothing; and the bibliography beside
/// it, if that cannot be used.
fn check(name: &str, strict: bool) -> Vec<Refused> {
    let (checked, beside) = match input::any_case(name) {
        Ok(case) => (Refused::new(&case.name, case.text, case.warnings), case.references.and_then(doubtful)),
        Err(mut refused) => {
            let beside = refused.beside.take();
            (refused, beside.map(|beside| *beside))
        }
    };
    let mut all: Vec<Refused> = std::iter::once(checked).chain(beside).collect();
    if strict {
        let diagnostics = all.iter_mut().flat_map(|file| &mut file.diagnostics);
        diagnostics.for_each(|diagnostic| diagnostic.severity = Severity::Error);
    }
    all
}

/// A bibliography that has faults or doubts.
fn doubtful(references: Result<References, Refused>) -> Option<Refused> {
    match references {
        Ok(References { warnings, .. }) if warnings.is_empty() => None,
        Ok(References { name, text, warnings, .. }) => Some(Refused::new(&name, text, warnings)),
        Err(refused) => Some(refused),
    }
}

fn table(catalogue: &Catalogue, checked: &[Refused], (errors, warnings): (usize, usize)) -> String {
    let mut text = String::new();
    for Refused { name, text: source, diagnostics, .. } in checked {
        text.push_str(&excerpts(catalogue, name, source, diagnostics, true));
        text.push_str(&format!("{}\n", count(catalogue, name, diagnostics)));
    }
    if checked.len() > 1 {
        let args = [("files", checked.len().into()), ("errors", errors.into()), ("warnings", warnings.into())];
        text.push_str(&format!("\n{}\n", catalogue.text("faults-total", &args)));
    }
    if errors + warnings > 0 {
        text.push_str(&format!("{}\n", catalogue.text("faults-explain", &[])));
    }
    text
}

fn json(catalogue: &Catalogue, checked: &[Refused], (errors, warnings): (usize, usize)) -> Result<String, Failure> {
    let file = |file: &Refused| {
        let explained = |diagnostic: &Diagnostic| explained(catalogue, diagnostic);
        let (errors, warnings) = tally(&file.diagnostics);
        let diagnostics = file.diagnostics.iter().map(explained).collect();
        FileReport { name: file.name.clone(), errors, warnings, diagnostics }
    };
    let report = Report { errors, warnings, files: checked.iter().map(file).collect() };
    let text = serde_json::to_string_pretty(&report).context("cannot write JSON").map_err(Failure::Unwritten)?;
    Ok(text + "\n")
}
