//! Scenario files: TOML text to a checked case, every fault with its place.

use std::fmt::Write as _;
use std::ops::Range;

use sha2::{Digest, Sha256};
use standfast_model::Scenario;
use standfast_model::fault::{Code, Severity};
use standfast_model::tree::{Path, Value};
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::places::Places;

/// A larger text is no scenario.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// A case with the text that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Where the text came from, for messages.
    pub name: String,
    /// The text.
    pub text: String,
    /// The case.
    pub scenario: Scenario,
    /// What is doubtful about it, none of it an error.
    pub warnings: Vec<Diagnostic>,
}

/// A text that is no usable scenario.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{name}: {} faults, the first: {} in line {}", .diagnostics.len(), first(.diagnostics).0, first(.diagnostics).1)]
pub struct Refused {
    /// Where the text came from.
    pub name: String,
    /// The text.
    pub text: String,
    /// All that is wrong with it, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

fn first(diagnostics: &[Diagnostic]) -> (&'static str, usize) {
    diagnostics.first().map_or(("none", 0), |first| (first.code.as_str(), first.start.line))
}

impl Case {
    /// Reads a scenario from bytes.
    ///
    /// # Errors
    /// All faults of the text at once.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Case, Refused> {
        let refuse = |text: &str, diagnostic| Refused {
            name: name.to_owned(),
            text: text.to_owned(),
            diagnostics: vec![diagnostic],
        };
        if bytes.len() > MAX_BYTES {
            let words = [("given", bytes.len().to_string()), ("limit", MAX_BYTES.to_string())];
            return Err(refuse("", Diagnostic::of_text(Code::TooLarge, "", 0..0, &words)));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Case::from_text(name, text),
            Err(error) => {
                let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
                let end = good.len();
                let words = [("offset", error.valid_up_to().to_string())];
                Err(refuse(&good, Diagnostic::of_text(Code::NotText, &good, end..end, &words)))
            }
        }
    }

    /// Reads a scenario from text.
    ///
    /// # Errors
    /// All faults of the text at once.
    pub fn from_text(name: &str, text: &str) -> Result<Case, Refused> {
        let refused = |mut diagnostics: Vec<Diagnostic>| {
            diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
            Refused { name: name.to_owned(), text: text.to_owned(), diagnostics }
        };
        let (table, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            let each = errors.iter().map(|error| {
                let span = error.span().unwrap_or(0..0);
                Diagnostic::of_text(Code::Syntax, text, span, &[("message", error.message().to_owned())])
            });
            return Err(refused(each.collect()));
        }
        let mut tree = Tree { places: Places::default(), faults: Vec::new(), text };
        let document = tree.table(table.get_ref(), &Path::default());
        if !tree.faults.is_empty() {
            return Err(refused(tree.faults));
        }
        let located = |fault| Diagnostic::of(fault, text, &tree.places);
        match Scenario::read(&document) {
            Ok((scenario, warnings)) => Ok(Case {
                name: name.to_owned(),
                text: text.to_owned(),
                scenario,
                warnings: warnings.iter().map(located).collect(),
            }),
            Err(faults) => Err(refused(faults.0.iter().map(located).collect())),
        }
    }

    /// The SHA-256 of the text: names the case in results.
    pub fn digest(&self) -> String {
        let mut hex = String::new();
        for byte in Sha256::digest(self.text.as_bytes()) {
            write!(hex, "{byte:02x}").unwrap_or_else(|_| unreachable!("writing to a string cannot fail"));
        }
        hex
    }
}

impl Refused {
    /// Whether anything is worse than a warning.
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }
}

/// A document being taken over from TOML.
struct Tree<'a> {
    places: Places,
    faults: Vec<Diagnostic>,
    text: &'a str,
}

impl Tree<'_> {
    fn table(&mut self, table: &DeTable<'_>, path: &Path) -> Value {
        let mut entries = Vec::new();
        for (key, value) in table {
            let path = path.key(key.get_ref());
            let value_here = self.value(value.get_ref(), &path, value.span());
            self.places.insert(path, key.span(), value.span());
            entries.push((key.get_ref().to_string(), value_here));
        }
        Value::Table(entries)
    }

    fn value(&mut self, value: &DeValue<'_>, path: &Path, span: Range<usize>) -> Value {
        match value {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Integer(integer) => match i64::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(integer) => Value::Integer(integer),
                Err(_) => self.unreadable(integer.as_str(), span),
            },
            DeValue::Float(float) => match float.as_str().parse() {
                Ok(float) => Value::Float(float),
                Err(_) => self.unreadable(float.as_str(), span),
            },
            DeValue::Boolean(boolean) => Value::Boolean(*boolean),
            DeValue::Datetime(date) => Value::Date(date.to_string()),
            DeValue::Array(items) => {
                let mut values = Vec::new();
                for (i, item) in items.iter().enumerate() {
                    let path = path.index(i);
                    let value = self.value(item.get_ref(), &path, item.span());
                    self.places.insert(path, item.span(), item.span());
                    values.push(value);
                }
                Value::Array(values)
            }
            DeValue::Table(table) => self.table(table, path),
        }
    }

    /// A number that is TOML but too large for this machine's integers.
    fn unreadable(&mut self, given: &str, span: Range<usize>) -> Value {
        self.faults.push(Diagnostic::of_text(Code::Syntax, self.text, span, &[("message", given.to_owned())]));
        Value::Integer(0)
    }
}
