//! Diagnostics with the lines that they are about, as a terminal shows them.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use standfast::diagnostic::Diagnostic;
use standfast::model::fault::{Code, Severity};
use standfast::model::text::is_hidden;
use standfast::places::Lines;

use crate::catalogue::{Arg, Catalogue};
use crate::faults::{Message, message, visible};

/// How wide an excerpt gets.
const WIDTH: usize = 100;
/// How many diagnostics of one code are shown: enough to see what it is about.
const SHOWN: usize = 20;
/// The same for warnings, which are often one habit, and for a text that cannot be read, where most
/// follow from the first.
const SHOWN_OF_A_KIND: usize = 3;

/// The diagnostics of a text in its order, each with its line; of many alike only the first ones.
///
/// With `colours` the text has the escapes of a terminal. Nothing of the text itself has.
pub fn excerpts(catalogue: &Catalogue, name: &str, text: &str, diagnostics: &[Diagnostic], colours: bool) -> String {
    let lines = Lines::of(text);
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    let mut shown = String::new();
    for diagnostic in diagnostics {
        let count = counts.entry(diagnostic.code).or_default();
        *count += 1;
        if *count <= most(diagnostic.code) {
            shown.push_str(&excerpt(catalogue, name, &lines, diagnostic, colours));
            shown.push_str("\n\n");
        }
    }
    for (code, count) in counts {
        if count > most(code) {
            let args = [("count", Arg::from(count - most(code))), ("code", Arg::from(code.as_str()))];
            shown.push_str(&format!("… {}\n\n", catalogue.text("faults-more", &args)));
        }
    }
    shown
}

fn most(code: Code) -> usize {
    if code.severity() == Severity::Warning || code == Code::Syntax { SHOWN_OF_A_KIND } else { SHOWN }
}

fn excerpt(catalogue: &Catalogue, name: &str, lines: &Lines<'_>, diagnostic: &Diagnostic, colours: bool) -> String {
    let Message { title, help } = message(catalogue, diagnostic);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name(catalogue.text("severity-error", &[])),
        Severity::Warning => Level::WARNING.with_name(catalogue.text("severity-warning", &[])),
    };
    let mut group = Group::with_title(level.primary_title(title).id(diagnostic.code.as_str()));
    if diagnostic.has_place() {
        let (line, start) = lines.line(diagnostic.start.line);
        let (line, span) = shown_line(line, start, &diagnostic.span);
        let snippet = Snippet::source(line).path(visible(name)).line_start(diagnostic.start.line);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(span)));
    } else {
        group = group.element(Origin::path(visible(name)));
    }
    if let Some(help) = help {
        let name = catalogue.text("hint-help", &[]);
        let indent = name.chars().count() + "      = : ".len();
        let help = crate::wrap::lines(&help, WIDTH - indent).join("\n");
        group = group.element(Level::HELP.with_name(name).message(help));
    }
    let renderer = if colours { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    renderer.term_width(WIDTH).render(&[group])
}

/// A line as it can be shown, and where in it the span lies. What cannot be seen becomes a mark of
/// its own, one for each character, so that columns stay what they are.
fn shown_line(line: &str, start: usize, span: &Range<usize>) -> (String, Range<usize>) {
    let mut shown = String::with_capacity(line.len());
    let (mut from, mut to) = (None, None);
    for (i, c) in line.char_indices() {
        if from.is_none() && start + i >= span.start {
            from = Some(shown.len());
        }
        if to.is_none() && start + i >= span.end {
            to = Some(shown.len());
        }
        shown.push(if is_hidden(c) { char::REPLACEMENT_CHARACTER } else { c });
    }
    let end = shown.len();
    let from = from.unwrap_or(end);
    (shown, from..to.unwrap_or(end))
}
