//! The schema allows every scenario that the reader reads, and knows exactly the keys that it asks for.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::{Value as Json, json};
use standfast::EmbeddedCase;
use standfast::model::Scenario;
use standfast::model::fault::Code;
use standfast::model::primitive::{Group, Primitive};
use standfast::model::tree::{Step, Value};
use standfast_report::schema::schema;
use standfast_report::{Catalogue, Language};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn the_schema() -> Json {
    schema(&Catalogue::new(Language::En))
}

/// A document as the model reads it.
fn document(text: &str) -> Value {
    fn of(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => Value::String(text),
            toml::Value::Integer(integer) => Value::Integer(integer),
            toml::Value::Float(float) => Value::Float(float),
            toml::Value::Boolean(boolean) => Value::Boolean(boolean),
            toml::Value::Datetime(date) => Value::Date(date.to_string()),
            toml::Value::Array(items) => Value::Array(items.into_iter().map(of).collect()),
            toml::Value::Table(table) => Value::Table(table.into_iter().map(|(key, value)| (key, of(value))).collect()),
        }
    }
    of(toml::Value::Table(toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))))
}

/// The same as JSON, in which dates are texts.
fn as_json(value: &Value) -> Json {
    match value {
        Value::String(text) | Value::Date(text) => json!(text),
        Value::Integer(integer) => json!(integer),
        Value::Float(float) => json!(float),
        Value::Boolean(boolean) => json!(boolean),
        Value::Array(items) => items.iter().map(as_json).collect(),
        Value::Table(entries) => {
            Json::Object(entries.iter().map(|(key, value)| (key.clone(), as_json(value))).collect())
        }
    }
}

/// Every scenario of the repository that can be read, with its name.
fn scenarios() -> Vec<(String, String)> {
    let read = |path: PathBuf| std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let mut all: Vec<(String, String)> =
        standfast::cases::CASES.iter().map(|case| (case.id.to_owned(), case.text.to_owned())).collect();
    for folder in ["validation/golden", "crates/standfast-cli/tests/diagnostics"] {
        let entries = std::fs::read_dir(root().join(folder)).expect("a folder").map(|entry| entry.expect("one").path());
        let files = entries.map(|path| if path.is_dir() { path.join("right.toml") } else { path });
        let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "toml") && path.exists());
        all.extend(files.map(|path| (path.display().to_string(), read(path))));
    }
    all.push(("everything".to_owned(), EVERYTHING.to_owned()));
    all
}

/// What no other scenario says.
const EVERYTHING: &str = r#"
standfast = 1
scenario = { id = "everything", title = { en = "T", uk = "Т" }, start = 2025, horizon = 5 }
actors = { challenger = "north", protege = "south", guarantors = ["ally"], others = ["third"] }

[primitives]
challenger.doubt = { dist = "normal", mean = 0, sd = 1 }
challenger.prize = { dist = "lognormal", median = 2, sigma = 0.5 }
war.resolution = { dist = "beta", alpha = 4, beta = 9, evidence = ["seen"] }
contest.decisiveness = { dist = "uniform", low = 1, high = 2 }
ally.stake = { dist = "triangular", low = 1, mode = 2, high = 3 }
third.block = { value = 0 }
ally.sign_cost = 0.1
protege.sign_cost = ".1 to 2e-1"

[evidence.seen]
kind = "measured"
says = "Seen."
date = 2025-03-06
"#;

#[test]
fn the_schema_is_a_schema() {
    let schema = the_schema();
    jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}"));
    let mut missing = Vec::new();
    descriptions(&schema, &mut missing);
    assert_eq!(missing, Vec::<String>::new(), "ids that the catalogue does not have");
}

/// Descriptions that are ids of messages.
fn descriptions(node: &Json, missing: &mut Vec<String>) {
    let id = |text: &str| ["key-", "word-", "schema-", "primitive-"].iter().any(|start| text.starts_with(start));
    match node {
        Json::String(text) if id(text) => missing.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| descriptions(item, missing)),
        Json::Object(map) => map.values().for_each(|value| descriptions(value, missing)),
        _ => {}
    }
}

#[test]
fn every_scenario_is_valid() {
    let validator = jsonschema::validator_for(&the_schema()).expect("it is a schema");
    for (name, text) in scenarios() {
        let instance = as_json(&document(&text));
        let errors: Vec<String> =
            validator.iter_errors(&instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn broken_shapes_are_not_valid() {
    let validator = jsonschema::validator_for(&the_schema()).expect("it is a schema");
    let codes = [
        Code::AmbiguousNumber,
        Code::BadId,
        Code::BadLevels,
        Code::BadRange,
        Code::EmptyText,
        Code::InitialEntry,
        Code::MissingKey,
        Code::OutOfDomain,
        Code::OutOfLimits,
        Code::ReservedId,
        Code::UnknownDistribution,
        Code::UnknownKey,
        Code::UnknownPrimitive,
        Code::UnknownVersion,
        Code::UnknownWord,
        Code::WrongType,
    ];
    for code in codes {
        let path = root().join(format!("crates/standfast-cli/tests/diagnostics/{}/wrong.toml", code.as_str()));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        assert!(!validator.is_valid(&as_json(&document(&text))), "{code:?}:\n{text}");
    }
}

#[test]
fn every_primitive_can_be_set_and_moved() {
    let validator = jsonschema::validator_for(&the_schema()).expect("it is a schema");
    let case = EmbeddedCase::DEFAULT.read();
    let scenario = &case.scenario;
    let with = |name: &str, set: bool| {
        let mut document = json!({
            "standfast": 1,
            "scenario": { "id": "x", "title": "X", "start": 2025, "horizon": 5 },
            "actors": { "challenger": "north", "protege": "south" },
            "effect": [{ "on": name, "add": 0.1 }],
        });
        if set {
            let (owner, key) = name.split_once('.').expect("an owner");
            document["primitives"] = json!({ owner: { key: 0.5 } });
        }
        validator.is_valid(&document)
    };
    for primitive in Primitive::all(&scenario.actors, scenario.factors.len()) {
        let name = scenario.primitive_name(primitive);
        let group = primitive.kind.spec().group;
        let settable = !matches!(group, Group::Factor | Group::Scenario);
        assert_eq!(with(&name, false), group != Group::Scenario, "{name}");
        assert!(!settable || with(&name, true), "{name}");
    }
    for name in ["challenger.stake", "us.prize", "us.rises", "limited.stake", "war"] {
        assert!(!with(name, false), "{name}");
    }
    assert!(!with("us_will.rise", true), "hazards stand with their factor");
}

/// Numbers that are tables.
const NUMBER: &str = "/$defs/number-table";

/// The tables of a schema that the value at a place can be, by their place in it.
struct Walk<'a> {
    schema: &'a Json,
}

impl Walk<'_> {
    fn at(&self, pointer: &str) -> &Json {
        self.schema.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"))
    }

    /// What a node comes down to, references and choices followed.
    fn resolved(&self, pointer: &str) -> Vec<String> {
        let node = self.at(pointer);
        let mut found = vec![pointer.to_owned()];
        if let Some(reference) = node["$ref"].as_str() {
            found.extend(self.resolved(reference.trim_start_matches('#')));
        }
        for choice in ["anyOf", "oneOf"] {
            for i in 0..node[choice].as_array().map_or(0, Vec::len) {
                found.extend(self.resolved(&format!("{pointer}/{choice}/{i}")));
            }
        }
        if node["then"].is_object() {
            found.extend(self.resolved(&format!("{pointer}/then")));
        }
        found
    }

    /// The nodes for the value one step further in.
    fn step(&self, pointers: &[String], step: &Step) -> Vec<String> {
        let next = |pointer: &String| {
            let node = self.at(pointer);
            match step {
                Step::Key(key) if node["properties"].get(key).is_some() => Some(format!("{pointer}/properties/{key}")),
                Step::Key(_) if node["additionalProperties"].is_object() => {
                    Some(format!("{pointer}/additionalProperties"))
                }
                Step::Index(_) if node["items"].is_object() => Some(format!("{pointer}/items")),
                _ => None,
            }
        };
        pointers.iter().filter_map(next).flat_map(|pointer| self.resolved(&pointer)).collect()
    }

    /// Those of some nodes that are tables with keys of their own. All numbers are one.
    fn tables(&self, pointers: Vec<String>) -> Vec<String> {
        let number = pointers.iter().any(|pointer| pointer == NUMBER);
        let is_table =
            |pointer: &String| self.at(pointer)["properties"].is_object() && (!number || pointer.starts_with(NUMBER));
        pointers.into_iter().filter(is_table).collect()
    }

    fn keys(&self, pointers: &[String]) -> BTreeSet<String> {
        let keys = pointers.iter().filter_map(|pointer| self.at(pointer)["properties"].as_object());
        keys.flat_map(|properties| properties.keys().cloned()).collect()
    }
}

#[test]
fn the_schema_knows_the_keys_that_the_reader_asks_for() {
    let schema = the_schema();
    let walk = Walk { schema: &schema };
    let mut asked: BTreeMap<Vec<String>, BTreeSet<String>> = BTreeMap::new();
    for (_, text) in scenarios() {
        for (path, keys) in Scenario::keys(&document(&text)) {
            let node = path.0.iter().fold(walk.resolved(""), |nodes, step| walk.step(&nodes, step));
            asked.entry(walk.tables(node)).or_default().extend(keys.iter().map(|key| (*key).to_owned()));
        }
    }
    for (node, keys) in &asked {
        assert_eq!(&walk.keys(node), keys, "at {node:?}");
    }
    // Every table of the schema with keys of its own was met, but for those of primitives.
    let met: BTreeSet<&String> = asked.keys().flatten().collect();
    let mut tables = Vec::new();
    tables_of(&schema, "", &mut tables);
    let is_number = |pointer: &String| walk.at(pointer)["then"]["$ref"] == format!("#{NUMBER}");
    tables.retain(|pointer| !pointer.starts_with("/properties/primitives") && !is_number(pointer));
    let unmet: Vec<&String> = tables.iter().filter(|pointer| !met.contains(pointer)).collect();
    assert_eq!(unmet, Vec::<&String>::new(), "no scenario here has such a table");
}

/// The places of all tables with keys.
fn tables_of(node: &Json, pointer: &str, tables: &mut Vec<String>) {
    if node["type"] == "object" && node["properties"].is_object() {
        tables.push(pointer.to_owned());
    }
    match node {
        Json::Object(map) => map.iter().for_each(|(key, value)| tables_of(value, &format!("{pointer}/{key}"), tables)),
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| tables_of(item, &format!("{pointer}/{i}"), tables));
        }
        _ => {}
    }
}

#[test]
fn the_schema_in_the_repository_is_this_one() {
    let file = std::fs::read_to_string(root().join("docs/scenario.schema.json")).expect("it is there");
    let file: Json = serde_json::from_str(&file).expect("JSON");
    assert!(file == the_schema(), "docs/scenario.schema.json is stale: `cargo xtask generate` writes it anew");
}
