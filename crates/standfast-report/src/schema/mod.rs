//! The language of scenario files as a JSON Schema (draft 2020-12), for editors: which keys there
//! are, what they mean, and what can stand there.
//!
//! It is made of the tables that the reader uses and the words of the catalogue. It knows the shape of
//! a document, not its sense: that a name is known, that probabilities sum to 1 and the like is what
//! `standfast check` says.
//!
//! What can stand under a key is one schema with all its types, wherever that is possible, since
//! keywords for texts say nothing of tables and the other way round. `anyOf` would offer a key once
//! for each choice; beside `$ref` and around `allOf` the language server Taplo loses descriptions, or
//! its way.

mod number;
mod primitive;
mod table;

use serde_json::{Value, json};
use standfast::model::check::Use;
use standfast::model::condition::{ACTIONS, PHASES};
use standfast::model::evidence::EvidenceKind;
use standfast::model::factor::MAX_LEVELS;
use standfast::model::instrument::{ABORTED_BY, DECISIONS, LATEST_YEAR};
use standfast::model::primitive::{Edges, Kind, Link};
use standfast::model::question::{Comparison, Quantity};
use standfast::model::scenario::{MAX_GUARANTORS, MAX_OTHERS, MAX_YEARS, RESERVED, START_YEARS, VERSION};

use crate::catalogue::Catalogue;
use table::{Key, described, reference};

/// The schema of scenario documents.
pub fn schema(catalogue: &Catalogue) -> Value {
    let writer = Writer { catalogue };
    let mut definitions = serde_json::Map::new();
    for (name, value) in writer.definitions().into_iter().chain(writer.offered()) {
        definitions.insert(name.to_owned(), value);
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": catalogue.text("schema-title", &[]),
        "description": catalogue.text("schema-about", &[]),
    });
    if let (Value::Object(schema), Value::Object(top)) = (&mut schema, writer.top()) {
        schema.extend(top);
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
    schema
}

/// Writes parts of the schema in the words of a catalogue.
#[derive(Clone, Copy)]
struct Writer<'a> {
    catalogue: &'a Catalogue,
}

impl Writer<'_> {
    fn top(&self) -> Value {
        self.table(
            "top",
            vec![
                Key::required("standfast", json!({ "const": VERSION })),
                Key::required("scenario", self.scenario()),
                Key::required("actors", self.actors()),
                Key::optional("factors", by_id(self.factor())),
                Key::optional("primitives", self.primitives()),
                Key::optional("effect", json!({ "type": "array", "items": reference("effect") })),
                Key::optional("instruments", by_id(self.instrument())),
                Key::optional("constraint", json!({ "type": "array", "items": self.constraint() })),
                Key::optional("packages", by_id(self.package())),
                Key::optional("stresses", by_id(self.stress())),
                Key::optional("checks", by_id(self.check())),
                Key::optional("claims", by_id(self.claim())),
                Key::optional("assumptions", by_id(self.assumptions())),
                Key::optional("evidence", by_any_id(self.evidence())),
            ],
        )
    }

    /// What several places share.
    fn definitions(&self) -> Vec<(&'static str, Value)> {
        let from = Key::optional("from", year());
        vec![
            ("reserved", json!({ "enum": RESERVED })),
            ("effect", self.effect(Vec::new())),
            ("own-effect", self.effect(vec![from.clone()])),
            ("assumed-effect", self.effect(vec![Key::optional("instrument", id()), from])),
            ("number-table", self.number_table()),
        ]
    }

    /// A text for people: English, or in several languages.
    fn text(&self) -> Value {
        let mut text = self.table("text", vec![Key::optional("en", said()), Key::optional("uk", said())]);
        text["type"] = json!(["string", "object"]);
        text["pattern"] = said()["pattern"].clone();
        text["if"] = json!({ "type": "object" });
        text["then"] = json!({ "required": ["en"] });
        text
    }

    fn scenario(&self) -> Value {
        self.table(
            "scenario",
            vec![
                Key::required("id", json!({ "type": "string", "pattern": ID })),
                Key::required("title", self.text()),
                Key::required(
                    "start",
                    json!({
                        "type": "integer", "minimum": START_YEARS.start(), "maximum": START_YEARS.end()
                    }),
                ),
                Key::required("horizon", json!({ "type": "integer", "minimum": 1, "maximum": MAX_YEARS })),
                Key::optional("tail", json!({ "type": "integer", "minimum": 0, "maximum": MAX_YEARS })),
                Key::optional("discount", self.number_of(Kind::Discount)),
                Key::optional("exhausted_by_war", id()),
            ],
        )
    }

    fn actors(&self) -> Value {
        let some = |most: usize| json!({ "type": "array", "items": id(), "maxItems": most });
        self.table(
            "actors",
            vec![
                Key::required("challenger", id()),
                Key::required("protege", id()),
                Key::optional("guarantors", some(MAX_GUARANTORS)),
                Key::optional("others", some(MAX_OTHERS)),
                Key::optional("names", by_any_id(self.text())),
            ],
        )
    }

    fn factor(&self) -> Value {
        let levels = json!({ "type": "array", "items": said(), "minItems": 1, "maxItems": MAX_LEVELS });
        let probability = json!({ "type": "number", "minimum": 0, "maximum": 1 });
        let initial = json!({ "type": "array", "items": probability, "minItems": 1, "maxItems": MAX_LEVELS });
        self.table(
            "factor",
            vec![
                Key::optional("name", self.text()),
                Key::optional("about", self.text()),
                Key::required("levels", levels),
                Key::optional("level_names", by_any_id(self.text())),
                Key::required("initial", initial),
                Key::required("rise", self.number_of(Kind::Rise)),
                Key::required("fall", self.number_of(Kind::Fall)),
                Key::optional("evidence", ids()),
            ],
        )
    }

    fn effect(&self, more: Vec<Key>) -> Value {
        let mut keys =
            vec![Key::required("on", self.on()), Key::required("add", self.number(Link::Identity, Edges::Open))];
        keys.extend(more);
        keys.extend([Key::optional("when", self.when()), Key::optional("evidence", ids())]);
        self.table("effect", keys)
    }

    fn when(&self) -> Value {
        let mut when = self.table(
            "when",
            vec![
                Key::optional("phase", self.words("phase", PHASES.map(|(word, _)| word))),
                Key::optional("action", self.words("action", ACTIONS.map(|(word, _)| word))),
                Key::optional("with", one_or_more()),
                Key::optional("without", one_or_more()),
            ],
        );
        // Every other key is a factor.
        when["additionalProperties"] = described(one_or_more(), &self.catalogue.text("when-factor", &[]));
        when
    }

    fn instrument(&self) -> Value {
        self.table(
            "instrument",
            vec![
                Key::optional("name", self.text()),
                Key::optional("about", self.text()),
                Key::optional("lead_time", year()),
                Key::optional("until", year()),
                Key::optional("aborted_by", self.words("aborted_by", ABORTED_BY)),
                Key::optional("lapses_when", by_any_id(one_or_more())),
                Key::optional("decision", self.words("decision", DECISIONS)),
                Key::optional("members", ids()),
                Key::optional("consent", ids()),
                Key::optional("requires", ids()),
                Key::optional("excludes", ids()),
                Key::optional("effects", json!({ "type": "array", "items": reference("own-effect") })),
            ],
        )
    }

    fn constraint(&self) -> Value {
        self.table(
            "constraint",
            vec![
                Key::optional("first", id()),
                Key::optional("then", id()),
                Key::optional("instrument", id()),
                Key::optional("not_before", year()),
                Key::required("reason", self.text()),
            ],
        )
    }

    fn package(&self) -> Value {
        self.table(
            "package",
            vec![
                Key::optional("name", self.text()),
                Key::optional("about", self.text()),
                Key::required("instruments", ids()),
            ],
        )
    }

    fn stress(&self) -> Value {
        self.table(
            "stress",
            vec![
                Key::optional("name", self.text()),
                Key::optional("about", self.text()),
                Key::optional("at", year()),
                Key::optional("set", by_any_id(json!({ "type": "string" }))),
                Key::optional("disable", ids()),
                Key::optional("effects", json!({ "type": "array", "items": reference("effect") })),
            ],
        )
    }

    /// The keys that a check and a test of a claim ask with.
    fn question(&self) -> Vec<Key> {
        let game = || vec![Key::optional("package", said()), Key::optional("under", ids())];
        let years = json!({
            "type": "array", "items": { "type": "integer", "minimum": 0 }, "minItems": 2, "maxItems": 2
        });
        vec![
            Key::required("quantity", self.words("quantity", Quantity::ALL.iter().map(|q| q.word()))),
            Key::optional("actor", id()),
            Key::required("package", json!({ "type": "string" })),
            Key::optional("years", years),
            Key::optional("under", ids()),
            Key::optional("against", self.table("game", game())),
            Key::optional("by", self.words("by", Comparison::WORDS.map(|(word, _)| word))),
        ]
    }

    fn check(&self) -> Value {
        let mut keys = vec![Key::required("says", self.text())];
        keys.extend(self.question());
        keys.extend([
            Key::required("target", self.range()),
            Key::required("use", self.words("use", Use::WORDS.map(|(word, _)| word))),
            Key::required("reason", self.text()),
            Key::optional("evidence", ids()),
        ]);
        self.table("check", keys)
    }

    fn claim(&self) -> Value {
        let bound = || json!({ "type": "number" });
        let mut test = self.question();
        test.extend([Key::optional("at_least", bound()), Key::optional("at_most", bound())]);
        let tests = json!({ "type": "array", "items": self.table("test", test), "minItems": 1 });
        self.table(
            "claim",
            vec![
                Key::required("who", self.text()),
                Key::required("says", self.text()),
                Key::optional("tests", tests),
                Key::optional("reason", self.text()),
                Key::optional("silent", self.text()),
                Key::optional("evidence", ids()),
            ],
        )
    }

    fn assumptions(&self) -> Value {
        // Whose they are and what they are called is as for effects: any primitive of the case.
        let any = self.number(Link::Identity, Edges::Open);
        self.table(
            "assumptions",
            vec![
                Key::optional("name", self.text()),
                Key::required("says", self.text()),
                Key::optional("primitives", by_any_id(by_any_id(any))),
                Key::optional("effects", json!({ "type": "array", "items": reference("assumed-effect") })),
                Key::optional("evidence", ids()),
            ],
        )
    }

    fn evidence(&self) -> Value {
        let text = || json!({ "type": "string" });
        self.table(
            "evidence",
            vec![
                Key::required("kind", self.words("kind", EvidenceKind::WORDS.map(|(word, _)| word))),
                Key::required("says", said()),
                Key::optional("source", text()),
                Key::optional("locator", text()),
                Key::optional("date", text()),
                Key::optional("direction", text()),
                Key::optional("check", text()),
            ],
        )
    }
}

/// An id that is no word of the language.
fn id() -> Value {
    json!({ "type": "string", "pattern": ID, "not": reference("reserved") })
}

fn ids() -> Value {
    json!({ "type": "array", "items": { "type": "string" } })
}

fn one_or_more() -> Value {
    json!({ "type": ["string", "array"], "items": { "type": "string" } })
}

/// Letters, digits, `_` and `-`, a letter first.
const ID: &str = "^[A-Za-z][A-Za-z0-9_-]*$";

/// A text that says something.
fn said() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

fn year() -> Value {
    json!({ "type": "integer", "minimum": 0, "maximum": LATEST_YEAR })
}

/// A table whose keys are ids.
fn by_id(value: Value) -> Value {
    json!({ "type": "object", "propertyNames": { "pattern": ID }, "additionalProperties": value })
}

/// A table whose keys are names that stand elsewhere, or that may have any letters.
fn by_any_id(value: Value) -> Value {
    json!({ "type": "object", "additionalProperties": value })
}
