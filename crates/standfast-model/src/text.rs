//! Characters that a text cannot hold: those that nobody sees, and those that change how the rest
//! of a line is shown.
//!
//! Such characters can make a text say one thing to a reader and another to a program, or a
//! terminal do things. Line breaks and tabs are no such characters.

use crate::fault::{Code, Fault};
use crate::read::Faulty;
use crate::tree::{Path, Value};

/// Whether a character cannot be seen, or changes how others are shown.
pub fn is_hidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
        || matches!(c,
            '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' // direction marks, a space without width
            | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' // separators, overrides, isolates
            | '\u{feff}' | '\u{e0000}'..='\u{e007f}') // byte order mark, tags
}

/// Looks for hidden characters in every key and text of a document.
pub(crate) fn check(value: &Value, path: &Path, faulty: &Faulty) {
    match value {
        Value::String(text) => {
            if let Some(fault) = hidden(text, path) {
                faulty.add(fault);
            }
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(i, item)| check(item, &path.index(i), faulty)),
        Value::Table(entries) => {
            for (key, value) in entries {
                let path = path.key(key);
                if let Some(fault) = hidden(key, &path) {
                    faulty.add(fault.at_key());
                }
                check(value, &path, faulty);
            }
        }
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Date(_) => {}
    }
}

fn hidden(text: &str, path: &Path) -> Option<Fault> {
    let c = text.chars().find(|&c| is_hidden(c))?;
    Some(Fault::new(Code::HiddenCharacter, path).with("character", format!("U+{:04X}", u32::from(c))))
}
