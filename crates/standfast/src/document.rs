//! Scenario files: TOML text to a checked case, every fault with its place.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use standfast_model::Scenario;
use standfast_model::fault::{Code, Fault, MAX_ERRORS, Severity};
use standfast_model::stress::Stress;
use standfast_model::tree::{Path, Value};
use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::places::{Lines, Places};
use crate::references::References;
use crate::syntax;

/// A larger text is no scenario, nor a bibliography: the largest that we know have a thirtieth of it.
pub const MAX_BYTES: usize = 1024 * 1024;
/// A longer key is no name.
pub const MAX_KEY: usize = 200;
/// The language nests tables and lists this deep at most, and some room for mistakes.
const MAX_DEPTH: usize = 16;

/// A scenario as it lies somewhere: a text, and perhaps a bibliography beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// Where the text comes from, for messages.
    pub name: &'a str,
    /// The text.
    pub text: &'a [u8],
    /// The bibliography beside it.
    pub references: Beside<'a>,
}

/// What lies beside a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside<'a> {
    /// A bibliography, with where it comes from.
    Bibliography(&'a str, &'a [u8]),
    /// None, where one could lie.
    Nothing,
    /// There is no place beside it: a text alone.
    Nowhere,
}

/// A text that is TOML, whatever it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toml<'a>(&'a str);

/// A case with the text that it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Where the text came from, for messages.
    pub name: String,
    /// The text.
    pub text: String,
    /// The case.
    pub scenario: Scenario,
    /// The stresses that the case is under, in their order: see [`Case::under`].
    pub under: Vec<Stress>,
    /// The bibliography beside it, or what is wrong with that: no number depends on it.
    pub references: Option<Result<References, Refused>>,
    /// What is doubtful about it, none of it an error.
    pub warnings: Vec<Diagnostic>,
}

/// A text that cannot be used: a scenario, a bibliography, or words of a command line.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{name}: {} faults, the first: {} in line {}", .diagnostics.len(), first(.diagnostics).0, first(.diagnostics).1)]
pub struct Refused {
    /// Where the text came from.
    pub name: String,
    /// The text, as far as it could be read.
    pub text: String,
    /// All that is wrong with it, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The bibliography beside it, if that cannot be used either.
    pub beside: Option<Box<Refused>>,
}

fn first(diagnostics: &[Diagnostic]) -> (&'static str, usize) {
    diagnostics.first().map_or(("none", 0), |first| (first.code.as_str(), first.start.line))
}

impl Refused {
    /// A text with all that is wrong with it, in any order.
    pub fn new(name: &str, text: String, mut diagnostics: Vec<Diagnostic>) -> Refused {
        in_order(&mut diagnostics);
        Refused { name: name.to_owned(), text, diagnostics, beside: None }
    }

    /// A text that is refused for one fault at its end: as far as it was read, it was good.
    pub fn at_end(name: &str, text: String, fault: &Fault) -> Refused {
        let end = text.len();
        let diagnostic = Diagnostic::at(fault, &Lines::of(&text), end..end);
        Refused::new(name, text, vec![diagnostic])
    }
}

impl<'a> Toml<'a> {
    /// Takes bytes for TOML.
    ///
    /// # Errors
    /// All that keeps them from being TOML, as it is said of a scenario.
    pub fn read(name: &str, bytes: &'a [u8]) -> Result<Toml<'a>, Refused> {
        let text = as_text(name, bytes)?;
        parse(name, text, &Lines::of(text))?;
        Ok(Toml(text))
    }

    /// The text.
    pub fn text(self) -> &'a str {
        self.0
    }
}

impl Case {
    /// Reads a scenario and the bibliography beside it.
    ///
    /// # Errors
    /// All faults of the text at once, and those of the bibliography.
    pub fn read(source: Source<'_>) -> Result<Case, Refused> {
        let references: Option<Result<References, Refused>> = match source.references {
            #[cfg(feature = "bibliography")]
            Beside::Bibliography(name, bytes) => Some(References::read(name, bytes)),
            #[cfg(not(feature = "bibliography"))]
            Beside::Bibliography(..) => None,
            Beside::Nothing | Beside::Nowhere => None,
        };
        let known = references.as_ref().and_then(|references| references.as_ref().ok());
        let case = as_text(source.name, source.text).and_then(|text| read(source.name, text, known));
        match (case, references) {
            (Ok(mut case), references) => {
                if source.references == Beside::Nothing {
                    case.warnings.splice(0..0, no_bibliography(&case));
                }
                Ok(Case { references, ..case })
            }
            (Err(refused), Some(Err(beside))) => Err(Refused { beside: Some(Box::new(beside)), ..refused }),
            (Err(refused), _) => Err(refused),
        }
    }

    /// Reads a scenario from text.
    ///
    /// # Errors
    /// All faults of the text at once.
    pub fn from_text(name: &str, text: &str) -> Result<Case, Refused> {
        read(name, text, None)
    }

    /// The bibliography beside it, if it can be used.
    pub fn bibliography(&self) -> Option<&References> {
        self.references.as_ref()?.as_ref().ok()
    }

    /// Where everything in its text stands.
    pub(crate) fn places(&self) -> Places {
        let mut tree = Tree::default();
        if let Ok(table) = parse(&self.name, &self.text, &Lines::of(&self.text)) {
            tree.table(&table, &Path::default());
        }
        tree.places
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

/// Sources are named, and nothing lies beside the case to tell what they are.
fn no_bibliography(case: &Case) -> Option<Diagnostic> {
    let count = case.scenario.evidence.iter().filter(|evidence| evidence.source.is_some()).count();
    let fault = Fault::new(Code::NoBibliography, &Path::default()).with("count", count);
    (count > 0).then(|| Diagnostic::at(&fault, &Lines::of(&case.text), 0..0))
}

fn in_order(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
}

/// Bytes as a text that somebody may have written.
pub(crate) fn as_text<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Refused> {
    if bytes.len() > MAX_BYTES {
        let fault = Fault::new(Code::TooLarge, &Path::default()).with("limit", MAX_BYTES);
        return Err(Refused::at_end(name, String::new(), &fault));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
        let encoding = if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) { "utf-16" } else { "unknown" };
        let fault = Fault::new(Code::NotText, &Path::default()).with("encoding", encoding);
        Refused::at_end(name, good, &fault.with("offset", error.valid_up_to()))
    })
}

fn read(name: &str, text: &str, references: Option<&References>) -> Result<Case, Refused> {
    let lines = Lines::of(text);
    let table = parse(name, text, &lines)?;
    let mut tree = Tree::default();
    let document = tree.table(&table, &Path::default());
    let located = |fault: &Fault| Diagnostic::of(fault, &lines, &tree.places);
    let (scenario, mut faults) = match Scenario::read(&document) {
        Ok((scenario, warnings)) => (Some(scenario), warnings),
        Err(faults) => (None, faults.0),
    };
    faults.extend(references.into_iter().flat_map(|references| references.unknown_sources(&document)));
    // What was left out or replaced on the way here is no fault of its own there, and no reason to
    // doubt what belongs to it.
    let follows = |fault: &&Fault| {
        let warning = fault.code.severity() == Severity::Warning && !tree.faults.is_empty();
        warning || tree.faults.iter().any(|known| known.path.0.starts_with(&fault.path.0))
    };
    let faults = faults.iter().filter(|fault| !follows(fault));
    let mut diagnostics: Vec<Diagnostic> = tree.faults.iter().chain(faults).map(located).collect();
    match scenario {
        Some(scenario) if tree.faults.is_empty() => {
            in_order(&mut diagnostics);
            let (name, text) = (name.to_owned(), text.to_owned());
            Ok(Case { name, text, scenario, under: Vec::new(), references: None, warnings: diagnostics })
        }
        _ => Err(Refused::new(name, text.to_owned(), diagnostics)),
    }
}

/// A text as TOML has it.
fn parse<'a>(name: &str, text: &'a str, lines: &Lines<'_>) -> Result<DeTable<'a>, Refused> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(table.into_inner());
    }
    Err(Refused::new(name, text.to_owned(), syntax::faults(&errors, text, lines, MAX_DEPTH)))
}

/// A document being taken over from TOML.
#[derive(Default)]
struct Tree {
    places: Places,
    faults: Vec<Fault>,
}

impl Tree {
    fn add(&mut self, fault: Fault) {
        if self.faults.len() < MAX_ERRORS {
            self.faults.push(fault);
        }
    }

    fn table(&mut self, table: &DeTable<'_>, path: &Path) -> Value {
        let mut entries = Vec::new();
        for (key, value) in table {
            let name = key.get_ref();
            if name.len() > MAX_KEY {
                // Beginning and length tell which one it is; the paths of what it holds would be endless.
                let start: String = name.chars().take(40).collect();
                let path = path.key(&start);
                self.places.insert(path.clone(), key.span(), value.span());
                let fault = Fault::new(Code::TooLong, &path).at_key().with("given", format!("{start}…"));
                self.add(fault.with("count", name.chars().count()).with("limit", MAX_KEY));
                continue;
            }
            let path = path.key(name);
            let value_here = self.value(value.get_ref(), &path);
            self.places.insert(path, key.span(), value.span());
            entries.push((name.to_string(), value_here));
        }
        Value::Table(entries)
    }

    fn value(&mut self, value: &DeValue<'_>, path: &Path) -> Value {
        if path.0.len() > MAX_DEPTH && matches!(value, DeValue::Array(_) | DeValue::Table(_)) {
            self.add(Fault::new(Code::TooDeep, path).with("limit", MAX_DEPTH));
            return Value::Array(Vec::new());
        }
        match value {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Integer(integer) => match i64::from_str_radix(integer.as_str(), integer.radix()) {
                Ok(integer) => Value::Integer(integer),
                Err(_) => {
                    let fault = Fault::new(Code::OutOfLimits, path).with("given", integer);
                    self.add(fault.with("low", i64::MIN).with("high", i64::MAX));
                    Value::Integer(0)
                }
            },
            // Whatever TOML takes for a float is one in Rust; what is too large becomes infinite.
            DeValue::Float(float) => Value::Float(float.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(boolean) => Value::Boolean(*boolean),
            DeValue::Datetime(date) => Value::Date(date.to_string()),
            DeValue::Array(items) => {
                let mut values = Vec::new();
                for (i, item) in items.iter().enumerate() {
                    let path = path.index(i);
                    let value = self.value(item.get_ref(), &path);
                    self.places.insert(path, item.span(), item.span());
                    values.push(value);
                }
                Value::Array(values)
            }
            DeValue::Table(table) => self.table(table, path),
        }
    }
}
