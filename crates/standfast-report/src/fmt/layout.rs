//! How tables, values and comments stand on lines.

use super::syntax::{Comments, Document, Entry, Group, Key, Line, Value};

/// How far each level of a list stands in.
const INDENT: usize = 2;

pub(super) fn print(document: &Document<'_>) -> String {
    let mut text = String::new();
    lines(&mut text, &document.head, 0);
    for table in &document.tables {
        if let Some(header) = &table.header {
            blank_line(&mut text);
            lines(&mut text, &header.comments.above, 0);
            let (open, close) = if header.listed { ("[[", "]]") } else { ("[", "]") };
            text.push_str(&format!("{open}{}{close}", dotted(&header.key)));
            end_line(&mut text, &header.comments);
        }
        for (i, entry) in table.entries.iter().enumerate() {
            let above = &entry.comments.above;
            // A key follows its header at once; a comment under it may be about all that follows.
            let at_once = i == 0 && table.header.is_some() && !above.iter().any(is_comment);
            lines(&mut text, if at_once { &[] } else { above }, 0);
            text.push_str(&with_key(entry, 0));
            end_line(&mut text, &entry.comments);
        }
    }
    lines(&mut text, &document.tail, 0);
    text.truncate(text.trim_end_matches('\n').len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn is_comment(line: &Line<'_>) -> bool {
    matches!(line, Line::Comment(_))
}

/// Comments on lines of their own; of several blank lines one is left, and none at the very beginning.
fn lines(text: &mut String, lines: &[Line<'_>], indent: usize) {
    for line in lines {
        match line {
            Line::Blank => blank_line(text),
            Line::Comment(comment) => text.push_str(&format!("{:indent$}{comment}\n", "")),
        }
    }
}

fn blank_line(text: &mut String) {
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
}

fn end_line(text: &mut String, comments: &Comments<'_>) {
    if let Some(comment) = comments.beside {
        text.push_str(&format!(" {comment}"));
    }
    text.push('\n');
}

fn dotted(key: &[Key<'_>]) -> String {
    key.iter().map(|part| part.text).collect::<Vec<_>>().join(".")
}

fn with_key(entry: &Entry<'_>, indent: usize) -> String {
    let value = value(&entry.value, indent);
    if entry.key.is_empty() { value } else { format!("{} = {value}", dotted(&entry.key)) }
}

fn value(value: &Value<'_>, indent: usize) -> String {
    match value {
        Value::Plain(text) => (*text).to_owned(),
        Value::Group(group) if is_broken(group) => broken(group, indent),
        Value::Group(group) => {
            let entries: Vec<String> = group.entries.iter().map(|entry| with_key(entry, indent)).collect();
            let entries = entries.join(", ");
            match (group.list, entries.is_empty()) {
                (true, _) => format!("[{entries}]"),
                (false, true) => "{}".to_owned(),
                (false, false) => format!("{{ {entries} }}"),
            }
        }
    }
}

/// Whether a group needs lines of its own.
fn is_broken(group: &Group<'_>) -> bool {
    let commented = |entry: &Entry<'_>| entry.comments.beside.is_some() || entry.comments.above.iter().any(is_comment);
    if group.tail.iter().any(is_comment) || group.entries.iter().any(commented) {
        return true;
    }
    let tables = group.entries.iter().filter(|entry| matches!(&entry.value, Value::Group(group) if !group.list));
    group.list && !group.entries.is_empty() && (group.over_lines || tables.count() > 1)
}

fn broken(group: &Group<'_>, indent: usize) -> String {
    let (open, close) = if group.list { ('[', ']') } else { ('{', '}') };
    let inner = indent + INDENT;
    let mut text = String::new();
    for entry in &group.entries {
        lines(&mut text, &entry.comments.above, inner);
        text.push_str(&format!("{:inner$}{},", "", with_key(entry, inner)));
        end_line(&mut text, &entry.comments);
    }
    lines(&mut text, &group.tail, inner);
    format!("{open}\n{}\n{:indent$}{close}", text.trim_end_matches('\n'), "")
}
