//! What the parser says of a text that is not TOML: of all its words those that stand for a slip of
//! their own.
//!
//! The parser goes on after an error. What it finds on other lines is worth saying, unless a bracket is
//! open: then it takes all that follows for something else.

use std::collections::BTreeSet;
use std::ops::Range;

use standfast_model::fault::{Code, Fault, MAX_ERRORS};
use standfast_model::tree::Path;

use crate::diagnostic::Diagnostic;
use crate::places::Lines;

/// The errors of a text that do not follow from others.
pub(crate) fn faults(errors: &[toml::de::Error], text: &str, lines: &Lines<'_>, deepest: usize) -> Vec<Diagnostic> {
    let top = Path::default();
    let span = |error: &toml::de::Error| error.span().unwrap_or(0..0);
    if let Some(error) = errors.iter().find(|error| error.message().contains("recurs")) {
        // The parser loses its way there: whatever else it says follows from that.
        return vec![Diagnostic::at(&Fault::new(Code::TooDeep, &top).with("limit", deepest), lines, span(error))];
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    let (mut seen, mut twin) = (BTreeSet::new(), None);
    for error in errors {
        let (message, mut span) = (error.message(), span(error));
        let mut hint = "none";
        if message.starts_with("duplicate key") {
            match header(lines, &span) {
                Some((name, list)) => {
                    if list && let Some(single) = single_header(text, name, span.start) {
                        (hint, span) = ("one-table", single);
                    } else if !list {
                        hint = "two-tables";
                    }
                    twin = Some(span.clone());
                }
                // A second table under one header brings all its keys along.
                None if twin.as_ref().is_some_and(|twin| !has_header(text, twin.end..span.start)) => continue,
                None => {}
            }
        }
        if seen.insert(lines.position(span.start).line) {
            let fault = Fault::new(Code::Syntax, &top).with("message", message).with("hint", hint);
            found.push(Diagnostic::at(&fault, lines, span));
        }
        if leaves_a_bracket_open(message) {
            break;
        }
    }
    if found.len() > MAX_ERRORS {
        let fault = Fault::new(Code::TooManyFaults, &top).with("count", found.len()).with("listed", MAX_ERRORS);
        found.truncate(MAX_ERRORS);
        found.push(Diagnostic::at(&fault, lines, 0..0));
    }
    found
}

/// Whether an error says that a list or table in braces goes on where it should have ended.
fn leaves_a_bracket_open(message: &str) -> bool {
    ["missing comma", "unclosed"].iter().any(|words| message.starts_with(words))
}

/// The name in the header of a table at a place, and whether it is one of a list: `[[effect]]`.
fn header<'a>(lines: &Lines<'a>, span: &Range<usize>) -> Option<(&'a str, bool)> {
    name_of(lines.line(lines.position(span.start).line).0)
}

fn name_of(line: &str) -> Option<(&str, bool)> {
    let inner = line.trim_start().strip_prefix('[')?;
    let list = inner.starts_with('[');
    inner.trim_start_matches('[').split(']').next().map(|name| (name.trim(), list))
}

/// The header of a single table of a name before a place.
fn single_header(text: &str, name: &str, before: usize) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.get(..before)?.split_inclusive('\n') {
        if name_of(line) == Some((name, false)) {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

fn has_header(text: &str, place: Range<usize>) -> bool {
    text.get(place).is_some_and(|text| text.lines().skip(1).any(|line| name_of(line).is_some()))
}

#[cfg(test)]
mod tests {
    use crate::document::Case;

    /// Line and hint of every fault.
    fn found(text: &str) -> Vec<(usize, String)> {
        let refused = Case::from_text("text", text).expect_err("it is no TOML");
        let hint = |words: &[(&str, String)]| {
            words.iter().find(|(name, _)| *name == "hint").map_or_else(String::new, |(_, hint)| hint.clone())
        };
        refused.diagnostics.iter().map(|fault| (fault.start.line, hint(&fault.words))).collect()
    }

    fn plain(lines: &[usize]) -> Vec<(usize, String)> {
        lines.iter().map(|line| (*line, "none".to_owned())).collect()
    }

    #[test]
    fn an_open_bracket_is_one_fault() {
        assert_eq!(found("a = [1, 2\n\n[b]\nc = \"d\"\ne = 5\n[f]\n"), plain(&[3]));
        assert_eq!(found("a = { b = 1\nc = 2\n[d]\ne = 3\n").len(), 1);
    }

    #[test]
    fn slips_on_lines_of_their_own_are_all_told() {
        assert_eq!(found("a = word\nb 2\nc = 1\n"), plain(&[1, 2]));
        assert_eq!(found("a = 1\na = 2\nb = 1\nb = 2\n"), plain(&[2, 4]));
    }

    #[test]
    fn a_single_table_where_a_list_follows_is_told_at_its_header() {
        let text = "[effect]\non = 1\n\n[[effect]]\non = 1\n\n[[effect]]\non = 2\n";
        assert_eq!(found(text), [(1, "one-table".to_owned())]);
        let text = "[effect]\non = 1\nadd = 2\n\n[effect]\non = 1\nadd = 1\n\n[other]\nx = 1\nx = 2\n";
        assert_eq!(found(text), [(5, "two-tables".to_owned()), (11, "none".to_owned())]);
    }
}
