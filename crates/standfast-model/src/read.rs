//! Reading tables of a document: each reader says which keys it knows, and whatever else the
//! table holds is a fault.

use std::cell::RefCell;

use crate::fault::{Code, Fault};
use crate::tree::{Path, Value};

/// The faults found so far.
#[derive(Default)]
pub(crate) struct Faulty(RefCell<Vec<Fault>>);

impl Faulty {
    pub(crate) fn add(&self, fault: Fault) {
        self.0.borrow_mut().push(fault);
    }

    pub(crate) fn into_faults(self) -> Vec<Fault> {
        self.0.into_inner()
    }

    pub(crate) fn wrong_type(&self, path: &Path, expected: &str, found: &Value) {
        self.add(Fault::new(Code::WrongType, path).with("expected", expected).with("found", found.kind()));
    }
}

/// A table being read.
pub(crate) struct Table<'a> {
    entries: &'a [(String, Value)],
    pub(crate) path: Path,
    known: RefCell<Vec<&'static str>>,
    pub(crate) faulty: &'a Faulty,
}

impl<'a> Table<'a> {
    /// Opens the table at a path; another type of value is a fault.
    pub(crate) fn open(value: &'a Value, path: Path, faulty: &'a Faulty) -> Option<Table<'a>> {
        match value {
            Value::Table(entries) => Some(Table { entries, path, known: RefCell::default(), faulty }),
            other => {
                faulty.wrong_type(&path, "table", other);
                None
            }
        }
    }

    /// All entries with their paths, for tables whose keys are ids.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'a str, &'a Value, Path)> + use<'a> {
        let (entries, path) = (self.entries, self.path.clone());
        entries.iter().map(move |(key, value)| (key.as_str(), value, path.key(key)))
    }

    /// The value under a key, which thereby is a known key.
    pub(crate) fn get(&self, key: &'static str) -> Option<(&'a Value, Path)> {
        self.known.borrow_mut().push(key);
        self.entries.iter().find(|(name, _)| name == key).map(|(_, value)| (value, self.path.key(key)))
    }

    /// The same, and its absence is a fault.
    pub(crate) fn require(&self, key: &'static str) -> Option<(&'a Value, Path)> {
        let found = self.get(key);
        if found.is_none() {
            self.faulty.add(Fault::new(Code::MissingKey, &self.path).with("key", key).at_key());
        }
        found
    }

    /// A key that says nothing beside what the table is about is a fault.
    pub(crate) fn needless(&self, key: &'static str, about: &str) {
        let fault = Fault::new(Code::NeedlessKey, &self.path.key(key)).with("key", key);
        self.faulty.add(fault.with("about", about).at_key());
    }

    /// A table under a key.
    pub(crate) fn table(&self, key: &'static str) -> Option<Table<'a>> {
        self.get(key).and_then(|(value, path)| Table::open(value, path, self.faulty))
    }

    /// A text under a key.
    pub(crate) fn text(&self, key: &'static str) -> Option<&'a str> {
        self.get(key).and_then(|(value, path)| self.as_text(value, &path))
    }

    /// A text that must be there.
    pub(crate) fn required_text(&self, key: &'static str) -> Option<&'a str> {
        self.require(key).and_then(|(value, path)| self.as_text(value, &path))
    }

    pub(crate) fn as_text(&self, value: &'a Value, path: &Path) -> Option<&'a str> {
        match value {
            Value::String(text) => Some(text),
            other => {
                self.faulty.wrong_type(path, "string", other);
                None
            }
        }
    }

    /// A whole number within limits.
    pub(crate) fn integer(&self, key: &'static str, low: i64, high: i64) -> Option<i64> {
        self.get(key).and_then(|found| self.as_integer(found, low, high))
    }

    /// A whole number within limits that must be there.
    pub(crate) fn required_integer(&self, key: &'static str, low: i64, high: i64) -> Option<i64> {
        self.require(key).and_then(|found| self.as_integer(found, low, high))
    }

    fn as_integer(&self, (value, path): (&Value, Path), low: i64, high: i64) -> Option<i64> {
        match value {
            Value::Integer(n) if (low..=high).contains(n) => Some(*n),
            Value::Integer(n) => {
                let fault = Fault::new(Code::OutOfLimits, &path);
                self.faulty.add(fault.with("given", n).with("low", low).with("high", high));
                None
            }
            other => {
                self.faulty.wrong_type(&path, "integer", other);
                None
            }
        }
    }

    /// A list of texts with their paths; nothing is an empty list.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<(&'a str, Path)> {
        match self.get(key) {
            Some((Value::Array(items), path)) => self.as_texts(items, &path),
            Some((other, path)) => {
                self.faulty.wrong_type(&path, "array", other);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// One text or a list of texts.
    pub(crate) fn one_or_more_texts(&self, key: &'static str) -> Vec<(&'a str, Path)> {
        self.get(key).map_or_else(Vec::new, |(value, path)| self.as_one_or_more(value, path))
    }

    /// The same for a value that is already at hand.
    pub(crate) fn as_one_or_more(&self, value: &'a Value, path: Path) -> Vec<(&'a str, Path)> {
        match value {
            Value::String(text) => vec![(text, path)],
            Value::Array(items) => self.as_texts(items, &path),
            other => {
                self.faulty.wrong_type(&path, "string or array of strings", other);
                Vec::new()
            }
        }
    }

    fn as_texts(&self, items: &'a [Value], path: &Path) -> Vec<(&'a str, Path)> {
        let each = items.iter().enumerate();
        each.filter_map(|(i, item)| self.as_text(item, &path.index(i)).map(|text| (text, path.index(i)))).collect()
    }

    /// A list of tables; nothing is an empty list.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        match self.get(key) {
            Some((Value::Array(items), path)) => {
                let each = items.iter().enumerate();
                each.filter_map(|(i, item)| Table::open(item, path.index(i), self.faulty)).collect()
            }
            Some((other, path)) => {
                self.faulty.wrong_type(&path, "array of tables", other);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// A text that must be one of a few words.
    pub(crate) fn word(&self, key: &'static str, words: &[&'static str]) -> Option<&'static str> {
        let given = self.text(key)?;
        let found = words.iter().find(|word| **word == given).copied();
        if found.is_none() {
            self.faulty.add(Fault::new(Code::UnknownWord, &self.path.key(key)).with("given", given).known(words));
        }
        found
    }

    /// Whatever was not asked for is a fault.
    pub(crate) fn finish(self) {
        let known = self.known.borrow();
        for (key, _) in self.entries {
            if !known.contains(&key.as_str()) {
                let fault = Fault::new(Code::UnknownKey, &self.path.key(key)).with("given", key);
                self.faulty.add(fault.known(known.iter()).at_key());
            }
        }
    }
}

/// The position of a name among ids; another name is a fault.
pub(crate) fn position<S: AsRef<str>>(
    ids: &[S],
    given: &str,
    path: &Path,
    code: Code,
    faulty: &Faulty,
) -> Option<usize> {
    let found = ids.iter().position(|id| id.as_ref() == given);
    if found.is_none() {
        faulty.add(Fault::new(code, path).with("given", given).known(ids));
    }
    found
}
