//! Where in a text each value of a document stands.

use std::collections::BTreeMap;
use std::ops::Range;

use standfast_model::fault::Target;
use standfast_model::tree::Path;

/// A place in a text, lines and columns from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
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

/// Line and column of a byte offset.
pub fn position(text: &str, offset: usize) -> Position {
    let mut offset = if offset < text.len() { offset } else { text.len() };
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}
