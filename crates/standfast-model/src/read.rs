//! Reading tables of a document: each reader says which keys it knows, and whatever else the
//! table holds is a fault.
//!
//! What was expected somewhere is a word of its own (`list-of-texts`), for the catalogues to say.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::fault::{Code, Fault, MAX_ERRORS, Severity};
use crate::tree::{Path, Value};

/// The keys that were asked for in each table.
pub(crate) type Asked = BTreeMap<Path, BTreeSet<&'static str>>;

/// The faults found so far.
#[derive(Default)]
pub(crate) struct Faulty {
    faults: RefCell<Vec<Fault>>,
    errors: Cell<usize>,
    /// Kept only where somebody wants to know.
    asked: Option<RefCell<Asked>>,
}

impl Faulty {
    /// One that keeps which keys are asked for.
    pub(crate) fn noting_keys() -> Faulty {
        Faulty { asked: Some(RefCell::default()), ..Faulty::default() }
    }

    fn asked(&self, table: &Path, key: &'static str) {
        if let Some(asked) = &self.asked {
            asked.borrow_mut().entry(table.clone()).or_default().insert(key);
        }
    }

    pub(crate) fn into_asked(self) -> Asked {
        self.asked.map(RefCell::into_inner).unwrap_or_default()
    }

    pub(crate) fn add(&self, fault: Fault) {
        if fault.code.severity() == Severity::Error {
            self.errors.set(self.errors.get() + 1);
            if self.errors.get() > MAX_ERRORS {
                return;
            }
        }
        self.faults.borrow_mut().push(fault);
    }

    /// Whether there is a fault of a kind.
    pub(crate) fn has(&self, code: Code) -> bool {
        self.faults.borrow().iter().any(|fault| fault.code == code)
    }

    /// Whether nothing found so far keeps the scenario from being used.
    pub(crate) fn is_usable(&self) -> bool {
        self.errors.get() == 0
    }

    pub(crate) fn into_faults(self) -> Vec<Fault> {
        let mut faults = self.faults.into_inner();
        if self.errors.get() > MAX_ERRORS {
            let fault = Fault::new(Code::TooManyFaults, &Path::default()).with("count", self.errors.get());
            faults.push(fault.with("listed", MAX_ERRORS));
        }
        faults
    }

    pub(crate) fn check_not_blank(&self, text: &str, path: &Path) {
        if text.trim().is_empty() {
            self.add(Fault::new(Code::EmptyText, path));
        }
    }

    pub(crate) fn wrong_type(&self, path: &Path, expected: &str, found: &Value) {
        self.add(Fault::new(Code::WrongType, path).with("expected", expected).with("found", found.kind()));
    }
}

/// A table being read.
pub(crate) struct Table<'a> {
    entries: &'a [(String, Value)],
    pub(crate) path: Path,
    known: RefCell<BTreeSet<&'static str>>,
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
        self.expect(key);
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

    /// Says that a key is known, without reading it.
    pub(crate) fn expect(&self, key: &'static str) {
        self.known.borrow_mut().insert(key);
        self.faulty.asked(&self.path, key);
    }

    /// A table under a key.
    pub(crate) fn table(&self, key: &'static str) -> Option<Table<'a>> {
        self.get(key).and_then(|(value, path)| Table::open(value, path, self.faulty))
    }

    /// A text under a key.
    pub(crate) fn text(&self, key: &'static str) -> Option<&'a str> {
        self.get(key).and_then(|(value, path)| self.as_text(value, &path))
    }

    /// A text that must be there and say something.
    pub(crate) fn required_text(&self, key: &'static str) -> Option<&'a str> {
        let (value, path) = self.require(key)?;
        let text = self.as_text(value, &path)?;
        self.faulty.check_not_blank(text, &path);
        Some(text)
    }

    pub(crate) fn as_text(&self, value: &'a Value, path: &Path) -> Option<&'a str> {
        match value {
            Value::String(text) => Some(text),
            other => {
                self.faulty.wrong_type(path, "text", other);
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
                self.faulty.wrong_type(&path, "whole-number", other);
                None
            }
        }
    }

    /// A list of texts with their paths; nothing is an empty list.
    pub(crate) fn list(&self, key: &'static str) -> Vec<(&'a str, Path)> {
        match self.get(key) {
            Some((Value::Array(items), path)) => self.as_list(items, &path),
            Some((other, path)) => {
                self.faulty.wrong_type(&path, "list-of-texts", other);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// The same where the list is a set: a name in it twice is doubtful, and counts once.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<(&'a str, Path)> {
        self.each_once(self.list(key))
    }

    /// One text or a list of texts.
    pub(crate) fn one_or_more_texts(&self, key: &'static str) -> Vec<(&'a str, Path)> {
        self.get(key).map_or_else(Vec::new, |(value, path)| self.as_one_or_more(value, path))
    }

    /// The same for a value that is already at hand.
    pub(crate) fn as_one_or_more(&self, value: &'a Value, path: Path) -> Vec<(&'a str, Path)> {
        match value {
            Value::String(text) => vec![(text, path)],
            Value::Array(items) => self.each_once(self.as_list(items, &path)),
            other => {
                self.faulty.wrong_type(&path, "text-or-texts", other);
                Vec::new()
            }
        }
    }

    fn as_list(&self, items: &'a [Value], path: &Path) -> Vec<(&'a str, Path)> {
        let each = items.iter().enumerate();
        each.filter_map(|(i, item)| self.as_text(item, &path.index(i)).map(|text| (text, path.index(i)))).collect()
    }

    fn each_once(&self, list: Vec<(&'a str, Path)>) -> Vec<(&'a str, Path)> {
        let mut seen = BTreeSet::new();
        let mut texts = Vec::new();
        for (text, path) in list {
            if seen.insert(text) {
                texts.push((text, path));
            } else {
                self.faulty.add(Fault::new(Code::ListedTwice, &path).with("given", text));
            }
        }
        texts
    }

    /// A list of tables; nothing is an empty list.
    pub(crate) fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        match self.get(key) {
            Some((Value::Array(items), path)) => {
                let each = items.iter().enumerate();
                each.filter_map(|(i, item)| Table::open(item, path.index(i), self.faulty)).collect()
            }
            Some((other, path)) => {
                self.faulty.wrong_type(&path, "list-of-tables", other);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// What one of a few words stands for.
    pub(crate) fn word_of<T: Copy>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let known: Vec<&'static str> = words.iter().map(|(word, _)| *word).collect();
        let found = self.word(key, &known)?;
        words.iter().find(|(word, _)| *word == found).map(|(_, meaning)| *meaning)
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
        self.finish_with(|_, _| None);
    }

    /// The same where it can be told what to write instead of some keys.
    pub(crate) fn finish_with(self, instead: impl Fn(&str, &Value) -> Option<String>) {
        let known = self.known.borrow();
        for (key, value) in self.entries {
            if !known.contains(&key.as_str()) {
                let instead = instead(key, value).unwrap_or_else(|| "nothing".to_owned());
                let fault = Fault::new(Code::UnknownKey, &self.path.key(key)).with("given", key);
                self.faulty.add(fault.with("instead", instead).known(known.iter()).at_key());
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
