//! The bibliography beside a case: the works that its evidence names as sources.

#[cfg(feature = "bibliography")]
mod bibtex;

use serde::Serialize;
use standfast_model::fault::{Code, Fault};
use standfast_model::tree::{Path, Value};

use crate::diagnostic::Diagnostic;

/// The entries of a bibliography.
#[derive(Clone, Debug, PartialEq)]
pub struct References {
    /// Where the text came from, for messages.
    pub name: String,
    /// The text.
    pub text: String,
    /// In the order of the text.
    pub entries: Vec<Reference>,
    /// What is doubtful about it, none of it an error.
    pub warnings: Vec<Diagnostic>,
}

/// A work that evidence rests on: the fields from which a citation is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// The key by which evidence names it.
    pub key: String,
    /// Who wrote it.
    pub authors: Vec<Name>,
    /// Who edited the volume.
    pub editors: Vec<Name>,
    /// When it appeared, as precisely as the bibliography says: `2025`, `2025-03`, `2025-03-12`.
    pub date: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The journal, book or series that it is a part of.
    pub container: Option<String>,
    /// Volume of the container.
    pub volume: Option<String>,
    /// Number of the issue or report.
    pub number: Option<String>,
    /// Pages.
    pub pages: Option<String>,
    /// Publisher, or the institution that stands behind it.
    pub publisher: Option<String>,
    /// Digital object identifier.
    pub doi: Option<String>,
    /// Address on the web.
    pub url: Option<String>,
    /// When the address was looked at.
    pub accessed: Option<String>,
    /// Anything else that the bibliography says of it.
    pub note: Option<String>,
}

/// The name of a person, or of an organisation, which has no given name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Name {
    /// Family name, with what belongs before it.
    pub family: String,
    /// Given names.
    pub given: String,
}

impl References {
    /// The entry of a key.
    pub fn find(&self, key: &str) -> Option<&Reference> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The sources of a document's evidence that the bibliography does not have.
    pub(crate) fn unknown_sources(&self, document: &Value) -> Vec<Fault> {
        let evidence = document.get("evidence").map_or(&[][..], Value::entries);
        let unknown = |(id, item): &(String, Value)| {
            let Some(Value::String(source)) = item.get("source") else { return None };
            let path = Path::default().key("evidence").key(id).key("source");
            let known = self.entries.iter().map(|entry| &entry.key);
            let fault = || Fault::new(Code::UnknownSource, &path).with("given", source).known(known);
            self.find(source).is_none().then(fault)
        };
        evidence.iter().filter_map(unknown).collect()
    }
}
