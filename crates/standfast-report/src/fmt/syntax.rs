//! TOML as it is written: tables in their order, keys and values as texts, with all comments.

use toml_parser::Source;
use toml_parser::parser::{Event, EventKind, parse_document};

/// A text.
pub(super) struct Document<'a> {
    /// Comments about the file.
    pub(super) head: Vec<Line<'a>>,
    /// Its tables in their order; the first is what stands before any header.
    pub(super) tables: Vec<Table<'a>>,
    /// Comments after everything else.
    pub(super) tail: Vec<Line<'a>>,
}

/// What stands under a header.
#[derive(Default)]
pub(super) struct Table<'a> {
    pub(super) header: Option<Header<'a>>,
    pub(super) entries: Vec<Entry<'a>>,
}

/// `[key]` or `[[key]]`.
pub(super) struct Header<'a> {
    pub(super) comments: Comments<'a>,
    pub(super) key: Vec<Key<'a>>,
    /// Whether it begins the next table of a list.
    pub(super) listed: bool,
}

/// A value, with its key where it has one.
pub(super) struct Entry<'a> {
    pub(super) comments: Comments<'a>,
    /// Empty in lists.
    pub(super) key: Vec<Key<'a>>,
    pub(super) value: Value<'a>,
}

/// A part of a dotted key.
pub(super) struct Key<'a> {
    /// As it is written, perhaps in quotes.
    pub(super) text: &'a str,
    /// What that means.
    pub(super) name: String,
}

pub(super) enum Value<'a> {
    /// Text, number, date or the like, as it is written.
    Plain(&'a str),
    /// A list or a table in braces.
    Group(Group<'a>),
}

pub(super) struct Group<'a> {
    /// Whether it is a list.
    pub(super) list: bool,
    pub(super) entries: Vec<Entry<'a>>,
    /// Comments before its end.
    pub(super) tail: Vec<Line<'a>>,
    /// Whether it was begun on a line of its own.
    pub(super) over_lines: bool,
}

/// The comments that belong to something.
#[derive(Default)]
pub(super) struct Comments<'a> {
    /// On the lines above.
    pub(super) above: Vec<Line<'a>>,
    /// On the same line.
    pub(super) beside: Option<&'a str>,
}

/// A line that says nothing to the program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Line<'a> {
    Blank,
    Comment(&'a str),
}

/// Takes a text apart that is TOML, and so is not nested too deep.
pub(super) fn read(text: &str) -> Document<'_> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut events: Vec<Event> = Vec::new();
    let mut receiver = |event: Event| {
        if event.kind() != EventKind::Whitespace {
            events.push(event);
        }
    };
    parse_document(&tokens, &mut receiver, &mut ());
    Reader { source, events, next: 0 }.document()
}

struct Reader<'a> {
    source: Source<'a>,
    events: Vec<Event>,
    next: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<EventKind> {
        self.events.get(self.next).map(Event::kind)
    }

    /// The text of what comes next, if it is of a kind.
    fn take(&mut self, kind: EventKind) -> Option<&'a str> {
        let event = self.events.get(self.next).filter(|event| event.kind() == kind)?;
        let raw = self.source.get(event)?;
        self.next += 1;
        Some(raw.as_str())
    }

    fn comment(&mut self) -> Option<&'a str> {
        Some(self.take(EventKind::Comment)?.trim_end_matches([' ', '\t']))
    }

    fn document(mut self) -> Document<'a> {
        let mut above = self.lines();
        // What the first comments say before a blank line is about the file.
        let own = above.iter().rposition(|line| *line == Line::Blank).map_or(0, |blank| blank + 1);
        let head = above.drain(..own).collect();
        let mut tables = vec![Table::default()];
        loop {
            match self.peek() {
                None => return Document { head, tables, tail: above },
                Some(EventKind::StdTableOpen | EventKind::ArrayTableOpen) => {
                    let header = self.header(std::mem::take(&mut above));
                    tables.push(Table { header: Some(header), entries: Vec::new() });
                }
                Some(EventKind::SimpleKey) => {
                    let mut entry = self.entry(std::mem::take(&mut above));
                    entry.comments.beside = self.comment();
                    self.take(EventKind::Newline);
                    if let Some(table) = tables.last_mut() {
                        table.entries.push(entry);
                    }
                }
                Some(_) => self.next += 1,
            }
            above.extend(self.lines());
        }
    }

    /// Blank lines and comments up to the next thing, from the beginning of a line on.
    fn lines(&mut self) -> Vec<Line<'a>> {
        let mut lines = Vec::new();
        loop {
            if let Some(comment) = self.comment() {
                self.take(EventKind::Newline);
                lines.push(Line::Comment(comment));
            } else if self.take(EventKind::Newline).is_some() {
                lines.push(Line::Blank);
            } else {
                return lines;
            }
        }
    }

    fn header(&mut self, above: Vec<Line<'a>>) -> Header<'a> {
        let listed = self.peek() == Some(EventKind::ArrayTableOpen);
        let close = if listed { EventKind::ArrayTableClose } else { EventKind::StdTableClose };
        self.next += 1;
        let key = self.key();
        self.take(close);
        let beside = self.comment();
        self.take(EventKind::Newline);
        Header { comments: Comments { above, beside }, key, listed }
    }

    fn key(&mut self) -> Vec<Key<'a>> {
        let mut key = Vec::new();
        loop {
            if let Some(event) = self.events.get(self.next).filter(|event| event.kind() == EventKind::SimpleKey)
                && let Some(raw) = self.source.get(event)
            {
                let mut name = std::borrow::Cow::Borrowed("");
                raw.decode_key(&mut name, &mut ());
                key.push(Key { text: raw.as_str(), name: name.into_owned() });
                self.next += 1;
            } else if self.take(EventKind::KeySep).is_none() {
                return key;
            }
        }
    }

    /// A value with its key, if it has one; the comments beside it are still to come.
    fn entry(&mut self, above: Vec<Line<'a>>) -> Entry<'a> {
        let key = self.key();
        self.take(EventKind::KeyValSep);
        let value = match self.peek() {
            Some(EventKind::ArrayOpen) => Value::Group(self.group(EventKind::ArrayClose)),
            Some(EventKind::InlineTableOpen) => Value::Group(self.group(EventKind::InlineTableClose)),
            _ => Value::Plain(self.take(EventKind::Scalar).unwrap_or_default()),
        };
        Entry { comments: Comments { above, beside: None }, key, value }
    }

    fn group(&mut self, close: EventKind) -> Group<'a> {
        self.next += 1;
        let over_lines = self.peek() == Some(EventKind::Newline);
        self.take(EventKind::Newline);
        let mut above = self.lines();
        let mut entries = Vec::new();
        while let Some(kind) = self.peek()
            && kind != close
        {
            let mut entry = self.entry(std::mem::take(&mut above));
            // A comment belongs to the value on its line, whether the comma stands before or after it.
            entry.comments.beside = self.comment();
            self.take(EventKind::Newline);
            above.extend(self.lines());
            if self.take(EventKind::ValueSep).is_some() {
                if entry.comments.beside.is_none() && above.is_empty() {
                    entry.comments.beside = self.comment();
                }
                self.take(EventKind::Newline);
                above.extend(self.lines());
            }
            entries.push(entry);
        }
        self.next += 1;
        Group { list: close == EventKind::ArrayClose, entries, tail: above, over_lines }
    }
}
