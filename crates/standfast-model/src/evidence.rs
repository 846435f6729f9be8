//! What a number rests on.

use crate::fault::{Code, Fault};
use crate::read::{Faulty, Table, position};
use crate::tree::{Path, Value};

/// How many pieces of evidence a case may have.
pub const MAX_EVIDENCE: usize = 1024;

/// How a piece of evidence came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// Counted or estimated from data.
    Measured,
    /// Said by somebody who knows the field.
    Expert,
    /// A choice of the case's author, with its reason.
    Judgement,
    /// Tuned so that the model passes the named check.
    Calibrated,
}

impl EvidenceKind {
    /// The kinds with their words.
    pub const WORDS: [(&'static str, EvidenceKind); 4] = [
        ("measured", EvidenceKind::Measured),
        ("expert", EvidenceKind::Expert),
        ("judgement", EvidenceKind::Judgement),
        ("calibrated", EvidenceKind::Calibrated),
    ];
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: String,
    /// How it came about.
    pub kind: EvidenceKind,
    /// What it says, in one sentence.
    pub says: String,
    /// The key of its source in the bibliography.
    pub source: Option<String>,
    /// Where in the source.
    pub locator: Option<String>,
    /// Of when it is.
    pub date: Option<String>,
    /// Which way it points.
    pub direction: Option<String>,
    /// The check that it was tuned on, if it is calibrated.
    pub check: Option<String>,
}

/// Reads all evidence; `checks` are the ids of all checks that the document lists.
pub(crate) fn read(table: &Table<'_>, checks: &[&str]) -> Vec<Evidence> {
    let each = table.entries();
    each.filter_map(|(id, value, path)| read_one(id, Table::open(value, path, table.faulty)?, checks)).collect()
}

fn read_one(id: &str, table: Table<'_>, checks: &[&str]) -> Option<Evidence> {
    let words = EvidenceKind::WORDS.map(|(word, _)| word);
    let given = table.require("kind").is_some();
    let kind = table.word("kind", &words).filter(|_| given);
    let text = |key| table.text(key).map(ToOwned::to_owned);
    let (source, locator, direction) = (text("source"), text("locator"), text("direction"));
    let date = match table.get("date") {
        Some((Value::Date(date) | Value::String(date), _)) => Some(date.clone()),
        Some((other, path)) => {
            table.faulty.wrong_type(&path, "date", other);
            None
        }
        None => None,
    };
    let says = table.required_text("says").map(ToOwned::to_owned);
    let kind = EvidenceKind::WORDS.iter().find(|(word, _)| Some(*word) == kind);
    let check = kind.and_then(|(word, kind)| read_check(&table, *kind, word, checks));
    table.finish();
    Some(Evidence { id: id.to_owned(), kind: kind?.1, says: says?, source, locator, date, direction, check })
}

/// What is calibrated names the check that it was tuned on, and nothing else names any.
fn read_check(table: &Table<'_>, kind: EvidenceKind, word: &str, checks: &[&str]) -> Option<String> {
    if kind != EvidenceKind::Calibrated {
        if table.get("check").is_some() {
            table.needless("check", word);
        }
        return None;
    }
    let (value, path) = table.require("check")?;
    let given = table.as_text(value, &path)?;
    position(checks, given, &path, Code::UnknownCheck, table.faulty).map(|_| given.to_owned())
}

/// The positions of the evidence that a number names; unknown ids are faults.
///
/// `ids` are all ids that the document lists, also of entries with faults of their own.
pub(crate) fn resolve(given: &[(&str, Path)], ids: &[&str], faulty: &Faulty) -> Vec<usize> {
    let mut found = Vec::new();
    for (id, path) in given {
        match ids.iter().position(|known| known == id) {
            Some(position) => found.push(position),
            None => faulty.add(Fault::new(Code::UnknownEvidence, path).with("given", id).known(ids)),
        }
    }
    found
}
