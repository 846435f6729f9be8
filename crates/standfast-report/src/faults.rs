//! Faults of scenarios and of choices, as messages.

use std::ops::Range;

use serde::Serialize;
use standfast::diagnostic::Diagnostic;
use standfast::model::fault::Severity;
use standfast::model::text::is_hidden;
use standfast::places::Position;

use crate::catalogue::{Arg, Catalogue};
use crate::phrases::list;

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

/// A diagnostic in words, as editors and other programs get it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Explained {
    /// What kind of fault.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The path of the place in the document; empty for the text as a whole.
    pub path: String,
    /// The bytes of the place in the file.
    pub span: Range<usize>,
    /// Where the place begins: line and column from 1, columns in characters.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// The word that was probably meant.
    pub suggestion: Option<String>,
    /// The page about this code.
    pub page: String,
}

/// The message of a diagnostic.
pub fn message(catalogue: &Catalogue, diagnostic: &Diagnostic) -> Message {
    /// These are numbers that decide how a sentence goes on; all other words are shown as they are.
    const COUNTS: [&str; 2] = ["count", "drop"];
    /// These are lists, of use only as a whole.
    const LISTS: [&str; 3] = ["merge", "size", "way"];
    let id = format!("fault-{}", diagnostic.code.as_str());
    let mut args: Vec<(&str, Arg)> = Vec::new();
    for (name, word) in &diagnostic.words {
        let count = word.parse().ok().filter(|_| COUNTS.contains(name));
        let longest = if LISTS.contains(name) { LONGEST_LIST } else { LONGEST };
        let shown = || if *name == "read" { contexts(catalogue, word) } else { cut(word, longest) };
        args.push((name, count.map_or_else(|| Arg::from(shown()), |count: usize| Arg::from(count))));
    }
    args.push(("known", Arg::from(listed(&diagnostic.known))));
    args.push(("choices", Arg::from(diagnostic.known.len())));
    let help = match &diagnostic.suggestion {
        Some(word) => Some(catalogue.text("fault-suggestion", &[("suggestion", Arg::from(visible(word)))])),
        None => catalogue.attribute(&id, "help", &args),
    };
    Message { title: catalogue.text(&id, &args), help }
}

/// Where a primitive is read, by the words of its contexts.
fn contexts(catalogue: &Catalogue, words: &str) -> String {
    let each: Vec<String> = words.split('+').map(|word| catalogue.text(&format!("context-{word}"), &[])).collect();
    list(catalogue, &each)
}

/// A diagnostic in words.
pub fn explained(catalogue: &Catalogue, diagnostic: &Diagnostic) -> Explained {
    let Message { title, help } = message(catalogue, diagnostic);
    Explained {
        code: diagnostic.code.as_str(),
        severity: match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        path: diagnostic.path.clone(),
        span: diagnostic.span.clone(),
        start: diagnostic.start,
        end: diagnostic.end,
        message: title,
        help,
        suggestion: diagnostic.suggestion.clone(),
        page: page(diagnostic.code.as_str()),
    }
}

/// The page about a code, in the repository.
pub fn page(code: &str) -> String {
    format!("docs/diagnostics/{code}.md")
}

/// How many errors and warnings there are in a text.
pub fn count(catalogue: &Catalogue, name: &str, diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = tally(diagnostics);
    let name = Arg::from(visible(name));
    catalogue.text("faults-count", &[("name", name), ("errors", errors.into()), ("warnings", warnings.into())])
}

/// Errors and warnings.
pub fn tally(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    (errors, diagnostics.len() - errors)
}

/// A message of the program itself, with its help.
pub fn program(catalogue: &Catalogue, id: &str, args: &[(&str, Arg)]) -> Message {
    Message { title: catalogue.text(id, args), help: catalogue.attribute(id, "help", args) }
}

/// A word from outside as it can be shown: on one line, of bounded length, and nothing in it that a
/// terminal would obey.
pub fn visible(word: &str) -> String {
    cut(word, LONGEST)
}

/// Longer words are cut.
const LONGEST: usize = 120;
/// Longer lists too.
const LONGEST_LIST: usize = 4000;

fn cut(word: &str, longest: usize) -> String {
    let mut shown = String::new();
    for (i, c) in word.chars().enumerate() {
        match c {
            _ if i == longest => {
                shown.push('…');
                break;
            }
            '\n' | '\r' | '\t' => shown.extend(c.escape_default()),
            _ if is_hidden(c) => shown.extend(c.escape_unicode()),
            _ => shown.push(c),
        }
    }
    shown
}

fn listed(known: &[String]) -> String {
    let mut text = known.iter().take(LISTED).map(|word| visible(word)).collect::<Vec<_>>().join(", ");
    if known.len() > LISTED {
        text.push_str(", …");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_outside_reaches_a_terminal_as_a_command() {
        assert_eq!(visible("\u{1b}[31mred\u{7}"), "\\u{1b}[31mred\\u{7}");
        assert_eq!(visible("a\nb\u{202e}c\u{9b}d"), "a\\nb\\u{202e}c\\u{9b}d");
        assert_eq!(visible("Зеленський, naïve, 日本"), "Зеленський, naïve, 日本");
        assert_eq!(visible(&"x".repeat(1_000_000)).chars().count(), 121);
    }
}
