//! A fault of a scenario with its place in the text.

use std::ops::Range;

use serde::Serialize;
use standfast_model::fault::{Code, Fault, Severity};
use standfast_model::tree::Path;

use crate::places::{Places, Position, position};

/// One thing that is wrong with a scenario, and where. Its message is in the catalogues of
/// `standfast-report`, under the code.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// What kind of fault.
    #[serde(serialize_with = "as_code")]
    pub code: Code,
    /// Whether the scenario can still be used.
    #[serde(serialize_with = "as_severity")]
    pub severity: Severity,
    /// The path of the place in the document.
    pub path: String,
    /// The bytes of the place in the text.
    pub span: Range<usize>,
    /// Where the place begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// The words of the message.
    pub words: Vec<(String, String)>,
    /// What could have stood there and looks most like what does.
    pub suggestion: Option<String>,
    /// All that could have stood there.
    pub known: Vec<String>,
}

fn as_code<S: serde::Serializer>(code: &Code, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.as_str())
}

fn as_severity<S: serde::Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    })
}

impl Diagnostic {
    /// A fault that the model found.
    pub(crate) fn of(fault: &Fault, text: &str, places: &Places) -> Diagnostic {
        let span = places.span(&fault.path, fault.target);
        let given = fault.words.iter().find(|(name, _)| *name == "given").map(|(_, word)| word.as_str());
        Diagnostic {
            code: fault.code,
            severity: fault.severity,
            path: fault.path.to_string(),
            start: position(text, span.start),
            end: position(text, span.end),
            span,
            words: fault.words.iter().map(|(name, word)| ((*name).to_owned(), word.clone())).collect(),
            suggestion: given.and_then(|given| nearest(given, &fault.known)),
            known: fault.known.clone(),
        }
    }

    /// A fault of the text itself.
    pub(crate) fn of_text(code: Code, text: &str, span: Range<usize>, words: &[(&str, String)]) -> Diagnostic {
        let mut fault = Fault::new(code, &Path::default());
        fault.known.clear();
        Diagnostic {
            start: position(text, span.start),
            end: position(text, span.end),
            span,
            words: words.iter().map(|(name, word)| ((*name).to_owned(), word.clone())).collect(),
            ..Diagnostic::of(&fault, text, &Places::default())
        }
    }
}

/// The word that a misspelt one was probably meant to be.
pub(crate) fn nearest(given: &str, known: &[String]) -> Option<String> {
    /// Words that are less alike are not worth suggesting.
    const LIKENESS: f64 = 0.75;
    known
        .iter()
        .map(|word| (strsim::jaro_winkler(given, word), word))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word.clone())
}
