//! Where in a text each value of a document stands.

use std::collections::BTreeMap;
use std::ops::Range;

use standfast_model::fault::Target;
use standfast_model::tree::Path;

/// A place in a text, lines and columns from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// The spans of all keys and values of a document, in bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    spans: BTreeMap<Path, Spans>,
}

#[derive(Clone, Debug, PartialEq)]
struct Spans {
    key: Range<usize>,
    value: Range<usize>,
}

impl Places {
    pub(crate) fn insert(&mut self, path: Path, key: Range<usize>, value: Range<usize>) {
        self.spans.insert(path, Spans { key, value });
    }

    /// The spans of the key and the value at a path.
    pub fn exactly(&self, path: &Path) -> Option<(Range<usize>, Range<usize>)> {
        self.spans.get(path).map(|spans| (spans.key.clone(), spans.value.clone()))
    }

    /// The span of the key or value at a path; of the nearest table around it if nothing stands
    /// there.
    pub fn span(&self, path: &Path, target: Target) -> Range<usize> {
        let mut path = path.clone();
        loop {
            if let Some(spans) = self.spans.get(&path) {
                return match target {
                    Target::Key => spans.key.clone(),
                    Target::Value => spans.value.clone(),
                };
            }
            if path.0.pop().is_none() {
                return 0..0;
            }
        }
    }
}

/// A text by lines.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
}

/// Some editors put this at the beginning of a file. It is no character of the first line.
const BYTE_ORDER_MARK: char = '\u{feff}';

impl<'a> Lines<'a> {
    /// The lines of a text.
    pub fn of(text: &'a str) -> Lines<'a> {
        let first = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let later = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(i, _)| i + 1);
        Lines { text, starts: std::iter::once(first).chain(later).collect() }
    }

    /// Line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = if offset < self.text.len() { offset } else { self.text.len() };
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset).saturating_sub(1);
        let start = self.starts[line];
        let column = if offset > start { self.text[start..offset].chars().count() } else { 0 };
        Position { line: line + 1, column: column + 1 }
    }

    /// A line, counted from 1, without its line break, and the byte at which it begins.
    pub fn line(&self, line: usize) -> (&'a str, usize) {
        let Some(&start) = line.checked_sub(1).and_then(|line| self.starts.get(line)) else { return ("", 0) };
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        let text = &self.text[start..end];
        (text.strip_suffix('\r').unwrap_or(text), start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_those_of_an_editor() {
        let text = "\u{feff}one\r\nдва = 2\n";
        let lines = Lines::of(text);
        let at = |word: &str| lines.position(text.find(word).expect("it is there"));
        assert_eq!(at("one"), Position { line: 1, column: 1 });
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
        assert_eq!(at("= 2"), Position { line: 2, column: 5 });
        assert_eq!(lines.position(text.len()), Position { line: 3, column: 1 });
        assert_eq!(lines.position(usize::MAX), Position { line: 3, column: 1 });
        assert_eq!(lines.line(1), ("one", 3));
        assert_eq!(lines.line(2), ("два = 2", 8));
        assert_eq!(lines.line(3), ("", text.len()));
        assert_eq!(lines.line(4), ("", 0));
        assert_eq!(Lines::of("").line(1), ("", 0));
    }
}
