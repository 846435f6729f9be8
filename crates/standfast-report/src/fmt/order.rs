//! Tables and keys in the order in which the schema has them.

use serde_json::Value as Json;

use super::syntax::{Document, Entry, Key, Value};

/// The schema lists what each owner has under this key, but in which order to speak of primitives is the
/// author's choice: most cases group them by what they are about.
const PRIMITIVES: &str = "primitives";

/// The order of the keys of every table.
pub(super) struct Order<'a> {
    schema: &'a Json,
}

impl<'a> Order<'a> {
    pub(super) fn of(schema: &'a Json) -> Order<'a> {
        Order { schema }
    }

    pub(super) fn sort(&self, document: &mut Document<'_>) {
        let top = self.keys(&[], &[]);
        document.tables.sort_by_key(|table| table.header.as_ref().map(|header| rank(&top, &header.key)));
        for table in &mut document.tables {
            let mut path = Vec::new();
            extend(&mut path, table.header.as_ref().map_or(&[], |header| &header.key));
            self.sort_entries(&mut table.entries, &path);
        }
    }

    fn sort_entries(&self, entries: &mut [Entry<'_>], path: &[String]) {
        let present: Vec<&str> =
            entries.iter().filter_map(|entry| entry.key.first()).map(|key| key.name.as_str()).collect();
        let keys = self.keys(path, &present);
        entries.sort_by_key(|entry| rank(&keys, &entry.key));
        for entry in entries {
            if let Value::Group(group) = &mut entry.value {
                let mut path = path.to_vec();
                extend(&mut path, &entry.key);
                self.sort_entries(&mut group.entries, &path);
            }
        }
    }

    /// The keys of the table at a path in their order; none where it holds ids. Where several tables may
    /// stand there it is the one that knows most of the keys that are present.
    fn keys(&self, path: &[String], present: &[&str]) -> Vec<&'a str> {
        if path.first().is_some_and(|first| first == PRIMITIVES) && path.len() <= 2 {
            return Vec::new();
        }
        let start = self.resolved(self.schema);
        let nodes = path.iter().fold(start, |nodes, name| {
            let next =
                nodes.iter().filter_map(|node| node["properties"].get(name).or(node.get("additionalProperties")));
            next.flat_map(|node| self.resolved(node)).collect()
        });
        let closed = nodes.into_iter().filter(|node| node["additionalProperties"] == false);
        let tables = closed.filter_map(|node| node["properties"].as_object());
        let known =
            |table: &serde_json::Map<String, Json>| present.iter().filter(|key| table.contains_key(**key)).count();
        // Of equals the first: the schema has the usual way before the others.
        let best = tables.rev().max_by_key(|table| known(table));
        best.map_or_else(Vec::new, |table| table.keys().map(String::as_str).collect())
    }

    /// What a node comes down to: references followed, with all choices and the items of lists.
    fn resolved(&self, node: &'a Json) -> Vec<&'a Json> {
        let mut found = vec![node];
        let reference = node["$ref"].as_str().and_then(|place| self.schema.pointer(place.trim_start_matches('#')));
        let choices = node["oneOf"].as_array().into_iter().flatten();
        for next in reference.into_iter().chain(choices).chain(node.get("then")).chain(node.get("items")) {
            found.extend(self.resolved(next));
        }
        found
    }
}

/// The place of a dotted key; unknown ones come last.
fn rank(keys: &[&str], key: &[Key<'_>]) -> usize {
    let first = key.first().map_or("", |first| first.name.as_str());
    keys.iter().position(|key| *key == first).unwrap_or(keys.len())
}

fn extend(path: &mut Vec<String>, key: &[Key<'_>]) {
    path.extend(key.iter().map(|part| part.name.clone()));
}
