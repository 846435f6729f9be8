//! Who takes part: a challenger, a protégé, guarantors, and others who only vote.

use serde::{Deserialize, Serialize};

use crate::fault::{Code, Fault, Target};
use crate::read::{Faulty, Table};
use crate::tree::{Path, Value};

/// Text for people, in the languages that the case has it in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: String,
    /// Ukrainian.
    pub uk: Option<String>,
}

/// The actors of a case, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actors {
    /// May attack the protégé.
    pub challenger: String,
    /// May be attacked.
    pub protege: String,
    /// Have promised, more or less credibly, to help.
    pub guarantors: Vec<String>,
    /// Only vote in consensus bodies, and sign.
    pub others: Vec<String>,
    /// Names for people, where given.
    pub names: Vec<(String, Text)>,
}

/// One who signs, in the order challenger, protégé, guarantors, others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Actor {
    /// The challenger.
    Challenger,
    /// The protégé.
    Protege,
    /// A guarantor, by position.
    Guarantor(usize),
    /// One of the others, by position.
    Other(usize),
}

impl Actors {
    /// All actors in order, with their ids.
    pub fn all(&self) -> impl Iterator<Item = (Actor, &str)> {
        let ends = [(Actor::Challenger, self.challenger.as_str()), (Actor::Protege, self.protege.as_str())];
        let guarantors = self.guarantors.iter().enumerate().map(|(i, id)| (Actor::Guarantor(i), id.as_str()));
        let others = self.others.iter().enumerate().map(|(i, id)| (Actor::Other(i), id.as_str()));
        ends.into_iter().chain(guarantors).chain(others)
    }

    /// Who pays for what peace costs: protégé and guarantors, in order.
    pub fn payers(&self) -> impl Iterator<Item = Actor> + use<> {
        std::iter::once(Actor::Protege).chain((0..self.guarantors.len()).map(Actor::Guarantor))
    }

    /// The id of an actor.
    pub fn id(&self, actor: Actor) -> &str {
        match actor {
            Actor::Challenger => &self.challenger,
            Actor::Protege => &self.protege,
            Actor::Guarantor(i) => &self.guarantors[i],
            Actor::Other(i) => &self.others[i],
        }
    }

    /// The actor of an id.
    pub fn find(&self, id: &str) -> Option<Actor> {
        self.all().find(|(_, known)| *known == id).map(|(actor, _)| actor)
    }

    /// The name for people, where the case gives one.
    pub fn name(&self, id: &str) -> Option<&Text> {
        self.names.iter().find(|(known, _)| known == id).map(|(_, name)| name)
    }

    /// The actor that a document names; an unknown one is a fault.
    pub(crate) fn resolve(&self, given: &str, path: &Path, target: Target, faulty: &Faulty) -> Option<Actor> {
        let found = self.find(given);
        if found.is_none() {
            let known = self.all().map(|(_, id)| id).filter(|id| !id.is_empty());
            let fault = Fault::new(Code::UnknownActor, path).with("given", given).known(known);
            faulty.add(Fault { target, ..fault });
        }
        found
    }

    /// Reads the actors; each id comes back once more with its place, for faults about ids.
    pub(crate) fn read<'a>(table: Table<'a>) -> (Actors, Vec<(&'a str, Path)>) {
        let single = |key| table.required_text(key).map(|id| (id, table.path.key(key)));
        let (challenger, protege) = (single("challenger"), single("protege"));
        let (guarantors, others) = (table.list("guarantors"), table.list("others"));
        let id = |found: &Option<(&str, Path)>| found.as_ref().map_or_else(String::new, |(id, _)| (*id).to_owned());
        let ids = |list: &[(&str, Path)]| list.iter().map(|(id, _)| (*id).to_owned()).collect();
        let mut actors = Actors {
            challenger: id(&challenger),
            protege: id(&protege),
            guarantors: ids(&guarantors),
            others: ids(&others),
            names: Vec::new(),
        };
        if let Some(names) = table.table("names") {
            for (id, value, path) in names.entries() {
                let known = actors.resolve(id, &path, Target::Key, table.faulty).is_some();
                if let Some(name) = read_text(value, path, table.faulty)
                    && known
                {
                    actors.names.push((id.to_owned(), name));
                }
            }
        }
        table.finish();
        (actors, challenger.into_iter().chain(protege).chain(guarantors).chain(others).collect())
    }
}

/// Reads a text for people: a string (English), or `{ en = "…", uk = "…" }`.
pub(crate) fn read_text(value: &Value, path: Path, faulty: &Faulty) -> Option<Text> {
    if let Value::String(en) = value {
        faulty.check_not_blank(en, &path);
        return Some(Text { en: en.clone(), uk: None });
    }
    if !matches!(value, Value::Table(_)) {
        faulty.wrong_type(&path, "text-or-languages", value);
        return None;
    }
    let table = Table::open(value, path, faulty)?;
    let text = Text {
        en: table.required_text("en").unwrap_or_default().to_owned(),
        uk: table.text("uk").map(ToOwned::to_owned),
    };
    table.finish();
    Some(text)
}
