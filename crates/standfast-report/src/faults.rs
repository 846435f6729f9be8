//! Faults of scenarios and of choices, as messages.

use standfast::Refused;
use standfast::diagnostic::Diagnostic;
use standfast::model::fault::Severity;
use standfast::selection::SelectionFault;

use crate::catalogue::{Arg, Catalogue};

/// How many of the words that could have stood somewhere are worth listing.
const LISTED: usize = 12;

/// What is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub title: String,
    /// What to write instead.
    pub help: Option<String>,
}

/// The message of a diagnostic.
pub fn message(catalogue: &Catalogue, diagnostic: &Diagnostic) -> Message {
    let id = format!("fault-{}", diagnostic.code.as_str());
    let mut args: Vec<(&str, Arg)> =
        diagnostic.words.iter().map(|(name, word)| (name.as_str(), Arg::from(word.as_str()))).collect();
    let known = listed(&diagnostic.known);
    args.push(("known", Arg::from(known)));
    let help = match &diagnostic.suggestion {
        Some(word) => Some(catalogue.text("fault-suggestion", &[("suggestion", Arg::from(word.as_str()))])),
        None => catalogue.attribute(&id, "help", &args),
    };
    Message { title: catalogue.text(&id, &args), help }
}

/// All diagnostics of a refused text, one block each, as a terminal shows them.
pub fn refused(catalogue: &Catalogue, refused: &Refused) -> String {
    let mut text = String::new();
    for diagnostic in &refused.diagnostics {
        text.push_str(&block(catalogue, &refused.name, &refused.text, diagnostic));
        text.push('\n');
    }
    let args = [("errors", Arg::from(refused.errors())), ("name", Arg::from(refused.name.as_str()))];
    text.push_str(&catalogue.text("faults-count", &args));
    text
}

/// A diagnostic with the line that it is about.
pub fn block(catalogue: &Catalogue, name: &str, text: &str, diagnostic: &Diagnostic) -> String {
    /// Longer lines are not shown.
    const LONGEST: usize = 160;
    let Message { title, help } = message(catalogue, diagnostic);
    let severity = match diagnostic.severity {
        Severity::Error => catalogue.text("severity-error", &[]),
        Severity::Warning => catalogue.text("severity-warning", &[]),
    };
    let start = diagnostic.start;
    let mut block =
        format!("{name}:{}:{}: {severity}[{}]: {title}\n", start.line, start.column, diagnostic.code.as_str());
    if let Some(line) = text.lines().nth(start.line - 1)
        && line.chars().count() <= LONGEST
    {
        let end = if diagnostic.end.line == start.line { diagnostic.end.column } else { line.chars().count() + 1 };
        let width = if end > start.column { end - start.column } else { 1 };
        let margin = start.line.to_string();
        let blank = " ".repeat(margin.len());
        block.push_str(&format!("  {margin} | {line}\n"));
        block.push_str(&format!("  {blank} | {}{}\n", " ".repeat(start.column - 1), "^".repeat(width)));
    }
    if let Some(help) = help {
        block.push_str(&format!("  {}: {help}\n", catalogue.text("hint-help", &[])));
    }
    block
}

/// The message of a package that cannot be chosen.
pub fn selection(catalogue: &Catalogue, fault: &SelectionFault) -> Message {
    let pair =
        |id: &'static str, first: &str, second: &str| (id, vec![("first", first.into()), ("second", second.into())]);
    let (id, args): (&str, Vec<(&str, Arg)>) = match fault {
        SelectionFault::Unknown { given, known, .. } => {
            ("package-unknown", vec![("given", given.as_str().into()), ("known", listed(known).into())])
        }
        SelectionFault::Requires { first, second } => pair("package-requires", first, second),
        SelectionFault::Excludes { first, second } => pair("package-excludes", first, second),
        SelectionFault::TwoBodies { first, second } => pair("package-two-bodies", first, second),
    };
    let suggestion = match fault {
        SelectionFault::Unknown { suggestion: Some(word), .. } => {
            Some(catalogue.text("fault-suggestion", &[("suggestion", word.as_str().into())]))
        }
        _ => None,
    };
    Message { title: catalogue.text(id, &args), help: suggestion.or_else(|| catalogue.attribute(id, "help", &args)) }
}

/// A message of the program itself, with its help.
pub fn program(catalogue: &Catalogue, id: &str, args: &[(&str, Arg)]) -> Message {
    Message { title: catalogue.text(id, args), help: catalogue.attribute(id, "help", args) }
}

fn listed(known: &[String]) -> String {
    let mut text = known.iter().take(LISTED).map(String::as_str).collect::<Vec<_>>().join(", ");
    if known.len() > LISTED {
        text.push_str(", …");
    }
    text
}
