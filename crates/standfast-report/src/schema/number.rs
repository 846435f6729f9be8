//! Numbers of the schema: plain, a range, or a distribution.

use serde_json::{Value, json};
use standfast::model::number::DISTRIBUTIONS;
use standfast::model::primitive::{Edges, Kind, Link};

use super::table::{Key, described, reference};
use super::{Writer, ids};

/// The keys of numbers that are tables, but for the plain value, which has a domain.
const OFFERED: [&str; 3] = ["range", "dist", "evidence"];

impl Writer<'_> {
    /// The number of a kind of primitive, with its default.
    pub(super) fn number_of(&self, kind: Kind) -> Value {
        let spec = kind.spec();
        let mut number = self.number(spec.link, spec.edges);
        if let Some(default) = spec.default {
            number["default"] = json!(default);
        }
        number
    }

    /// A number: plain, a text "low to high", or a table.
    pub(super) fn number(&self, link: Link, edges: Edges) -> Value {
        let mut number = plain(link, edges);
        number["type"] = json!(["number", "string", "object"]);
        number["pattern"] = self.range()["pattern"].clone();
        // These are for editors to offer; the table as a whole decides.
        let mut offered = json!({ "value": described(plain(link, edges), &self.key("value")) });
        OFFERED.iter().for_each(|key| offered[*key] = reference(key));
        number["properties"] = offered;
        number["if"] = json!({ "type": "object" });
        number["then"] = reference("number-table");
        number
    }

    /// The keys of such a table that editors offer.
    pub(super) fn offered(&self) -> Vec<(&'static str, Value)> {
        let value = |key: &str| match key {
            "range" => self.range(),
            "dist" => self.words("dist", DISTRIBUTIONS.iter().map(|(word, _)| *word)),
            _ => ids(),
        };
        OFFERED.into_iter().map(|key| (key, described(value(key), &self.key(key)))).collect()
    }

    fn key(&self, key: &str) -> String {
        self.catalogue.text(&format!("key-number-{key}"), &[])
    }

    /// A number as a table: a value, a range or a distribution, with what it rests on.
    pub(super) fn number_table(&self) -> Value {
        let evidence = || Key::optional("evidence", ids());
        let plain = || json!({ "type": "number" });
        let mut ways = vec![
            self.table("number", vec![Key::required("value", plain()), evidence()]),
            self.table("number", vec![Key::required("range", self.range()), evidence()]),
        ];
        for (word, parameters) in DISTRIBUTIONS {
            let mut keys = vec![Key::required("dist", self.words("dist", [*word]))];
            keys.extend(parameters.iter().map(|parameter| Key::required(parameter, plain())));
            keys.push(evidence());
            ways.push(self.table("number", keys));
        }
        json!({ "oneOf": ways })
    }

    /// "low to high".
    pub(super) fn range(&self) -> Value {
        /// A decimal number.
        const NUMBER: &str = r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?";
        json!({ "type": "string", "pattern": format!(r"^\s*{NUMBER}\s* to \s*{NUMBER}\s*$") })
    }
}

/// A plain number of a domain.
fn plain(link: Link, edges: Edges) -> Value {
    match (link, edges) {
        (Link::Identity, _) => json!({ "type": "number" }),
        (Link::Log, Edges::Open) => json!({ "type": "number", "exclusiveMinimum": 0 }),
        (Link::Log, Edges::Zero | Edges::Both) => json!({ "type": "number", "minimum": 0 }),
        (Link::Logit, Edges::Open) => json!({ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 }),
        (Link::Logit, Edges::Zero | Edges::Both) => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
    }
}
