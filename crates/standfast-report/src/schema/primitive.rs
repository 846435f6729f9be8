//! Primitives in the schema: what can be set, and what effects can move.

use serde_json::{Map, Value, json};
use standfast::model::primitive::{Group, Kind};
use standfast::model::scenario::RESERVED;

use super::table::described;
use super::{ID, Writer};

impl Writer<'_> {
    /// The table of primitives: owners, and what each of them can have.
    pub(super) fn primitives(&self) -> Value {
        let mut owners = Map::new();
        let single = |group: &Group| !group.has_owners() && *group != Group::Scenario;
        for group in Group::ALL.iter().filter(|group| single(group)) {
            let party = matches!(group, Group::Challenger | Group::Protege);
            let own = |kind: &Kind| {
                let owner = kind.spec().group;
                owner == *group || (party && owner == Group::Party)
            };
            owners.insert(group.word().to_owned(), self.settable(own));
        }
        let by_id = |kind: &Kind| matches!(kind.spec().group, Group::Guarantor | Group::Voter | Group::Party);
        json!({
            "type": "object",
            "properties": owners,
            "additionalProperties": self.settable(by_id),
        })
    }

    /// The primitives that one owner can set.
    fn settable(&self, picked: impl Fn(&Kind) -> bool) -> Value {
        let kinds = Kind::ALL.iter().copied().filter(picked);
        let property = |kind: Kind| (kind.spec().name.to_owned(), described(self.number_of(kind), &self.meaning(kind)));
        json!({
            "type": "object",
            "properties": kinds.map(property).collect::<Map<_, _>>(),
            "additionalProperties": false,
        })
    }

    /// What effects can move: primitives that exist once by name, the others by the ids of their owners.
    pub(super) fn on(&self) -> Value {
        let movable = || Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Discount);
        let shared = |kind: &Kind| kind.spec().group.has_owners();
        let mut names: Vec<(String, String)> =
            movable().filter(|kind| !shared(kind)).map(|kind| (kind.name(), self.meaning(kind))).collect();
        for owner in [Group::Challenger, Group::Protege] {
            let party = movable().filter(|kind| kind.spec().group == Group::Party);
            names.extend(party.map(|kind| (format!("{}.{}", owner.word(), kind.spec().name), self.meaning(kind))));
        }
        let (names, meanings): (Vec<String>, Vec<String>) = names.into_iter().unzip();
        let shared: Vec<&str> = movable().filter(shared).map(|kind| kind.spec().name).collect();
        let id = ID.trim_start_matches('^').trim_end_matches('$');
        let one = self.catalogue.text("on-one", &[]);
        let of_owner = self.catalogue.text("on-of-owner", &[]);
        let words = format!("^({})\\.", RESERVED.join("|"));
        let pattern = format!("^{id}\\.({})$", shared.join("|"));
        json!({ "anyOf": [
            { "type": "string", "description": one, "enum": names, "x-taplo": { "docs": { "enumValues": meanings } } },
            { "type": "string", "description": of_owner, "pattern": pattern, "not": { "pattern": words } },
        ] })
    }

    fn meaning(&self, kind: Kind) -> String {
        crate::explain::meaning(self.catalogue, kind)
    }
}
