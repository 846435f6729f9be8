//! Tables and words of the schema.

use serde_json::{Map, Value, json};

use super::Writer;

/// A key of a table.
#[derive(Clone)]
pub(super) struct Key {
    name: &'static str,
    required: bool,
    value: Value,
}

impl Key {
    pub(super) fn required(name: &'static str, value: Value) -> Key {
        Key { name, required: true, value }
    }

    pub(super) fn optional(name: &'static str, value: Value) -> Key {
        Key { name, required: false, value }
    }
}

/// What a definition says.
pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// A value with a description of its own.
pub(super) fn described(mut value: Value, description: &str) -> Value {
    debug_assert!(value.get("$ref").is_none(), "readers may take nothing beside a reference: {value}");
    value["description"] = description.into();
    value
}

impl Writer<'_> {
    /// A table with these keys and no others.
    pub(super) fn table(&self, name: &str, keys: Vec<Key>) -> Value {
        let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
        let mut table = json!({ "type": "object", "additionalProperties": false });
        if !required.is_empty() {
            table["required"] = json!(required);
        }
        let describe = |key: Key| {
            let description = self.catalogue.text(&format!("key-{name}-{}", key.name), &[]);
            (key.name.to_owned(), described(key.value, &description))
        };
        table["properties"] = Value::Object(keys.into_iter().map(describe).collect::<Map<_, _>>());
        table
    }

    /// One of a few words, each with what it means.
    pub(super) fn words(&self, key: &str, words: impl IntoIterator<Item = &'static str>) -> Value {
        let words: Vec<&str> = words.into_iter().collect();
        let meaning = |word: &&str| self.catalogue.text(&format!("word-{key}-{word}"), &[]);
        let meanings: Vec<String> = words.iter().map(meaning).collect();
        json!({ "type": "string", "enum": words, "x-taplo": { "docs": { "enumValues": meanings } } })
    }
}
