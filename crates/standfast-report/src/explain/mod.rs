//! What a name of a case means: a page for everything that has one.
//!
//! A [`Page`] is the same for a terminal, for Markdown and, as JSON, for programs: sections of
//! facts, equations and items in the words of the catalogue, numbers beside the words.

mod agreed;
mod case;
mod evidence;
pub mod layout;
mod primitive;

pub(crate) use primitive::id as primitive_id;
use serde::Serialize;
use standfast::model::effect::Effect;
use standfast::model::primitive::{Group, Kind};
use standfast::{Case, Refused, Topic};

use crate::catalogue::{Arg, Catalogue};
use crate::figures::in_figures;
use crate::phrases::Phrases;

/// What there is to say of one topic.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page {
    /// Its name in the language.
    pub name: String,
    /// What it is: `primitive`, `instrument` …
    pub topic: &'static str,
    /// The same in words.
    pub topic_name: String,
    /// What it means, in a sentence.
    pub meaning: Option<String>,
    /// The rest.
    pub sections: Vec<Section>,
}

/// A part of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Section {
    /// What it is about, for programs.
    pub id: &'static str,
    /// Its heading; the first section needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Facts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// Equations, in the letters of the method page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub equations: Vec<String>,
    /// A list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
}

/// A fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fact {
    /// What it is, for programs.
    pub id: &'static str,
    /// The same in words.
    pub label: String,
    /// The fact in words.
    pub text: String,
    /// Its numbers, where it has any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<f64>,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// The item in words.
    pub text: String,
    /// The name of what it is about, to ask on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it stands in the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The ids of what it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

impl Item {
    pub(crate) fn of(text: String) -> Item {
        Item { text, name: None, path: None, evidence: Vec::new() }
    }
}

/// The pages of a name.
///
/// # Errors
/// If nothing in the case has it.
pub fn explain(catalogue: &Catalogue, case: &Case, name: &str) -> Result<Vec<Page>, Refused> {
    let writer = Writer { catalogue, case };
    let topics = Topic::find(case, name)?;
    Ok(topics.into_iter().map(|topic| writer.page(topic)).collect())
}

/// What a kind of primitive means, in a sentence.
pub fn meaning(catalogue: &Catalogue, kind: Kind) -> String {
    catalogue.text(&primitive::id(kind), &[])
}

/// A page for each kind of primitive, in groups with their headings: the reference, without a case.
pub fn primitives(catalogue: &Catalogue) -> Vec<(String, Vec<Page>)> {
    let group = |group: Group| {
        let kinds = Kind::ALL.iter().filter(|kind| kind.spec().group == group);
        let heading = catalogue.text(&format!("group-{}", group.word().to_lowercase()), &[]);
        (heading, kinds.map(|&kind| primitive::reference(catalogue, kind)).collect())
    };
    Group::ALL.into_iter().map(group).collect()
}

/// Writes pages about a case.
#[derive(Clone, Copy)]
pub(crate) struct Writer<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) case: &'a Case,
}

impl<'a> Writer<'a> {
    fn page(&self, topic: Topic) -> Page {
        match topic {
            Topic::Group(group) => self.group(group),
            Topic::Kind(kind) => self.kind(kind),
            Topic::Primitive(primitive) => self.primitive(primitive),
            Topic::Actor(actor) => self.actor(actor),
            Topic::Factor(factor) => self.factor(factor),
            Topic::Instrument(instrument) => self.instrument(instrument),
            Topic::Nothing => self.nothing(),
            Topic::Package(package) => self.package(package),
            Topic::Stress(stress) => self.stress(stress),
            Topic::Check(check) => self.check(check),
            Topic::Claim(claim) => self.claim(claim),
            Topic::Assumptions(assumptions) => self.assumptions(assumptions),
            Topic::Evidence(evidence) => self.evidence(evidence),
            Topic::Reference(reference) => self.reference(reference),
            Topic::Code(code) => self.code(code),
        }
    }

    fn new_page(&self, topic: &'static str, name: &str, meaning: Option<String>) -> Page {
        let topic_name = self.catalogue.text(&format!("topic-{topic}"), &[]);
        Page { name: name.to_owned(), topic, topic_name, meaning, sections: Vec::new() }
    }

    pub(crate) fn phrases(&self) -> Phrases<'a> {
        Phrases { catalogue: self.catalogue, scenario: &self.case.scenario }
    }

    /// A section under a heading of the catalogue.
    fn section(&self, id: &'static str, args: &[(&str, Arg)]) -> Section {
        Section { id, heading: Some(self.catalogue.text(&format!("heading-{id}"), args)), ..Section::default() }
    }

    /// A section that lists items; none if there are none.
    fn listed(&self, id: &'static str, items: Vec<Item>) -> Option<Section> {
        (!items.is_empty()).then(|| Section { items, ..self.section(id, &[]) })
    }

    fn fact(&self, id: &'static str, text: String) -> Fact {
        fact(self.catalogue, id, text)
    }

    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    /// An effect among those of its own instrument or stress: what it moves, and where.
    pub(crate) fn own_effect(&self, effect: &Effect) -> Item {
        // In which years is said of the instrument as a whole, unless the effect begins on its own.
        let active =
            if effect.from.is_some() { self.phrases().active(effect) } else { self.phrases().condition(&effect.when) };
        let name = self.case.scenario.primitive_name(effect.on);
        let text = self.effect_text(effect, &name, active);
        Item { name: Some(name), ..self.effect_item(effect, text) }
    }

    /// An effect among those on several primitives: what it moves, whose it is, and where.
    fn effect_on(&self, effect: &Effect, holder: Option<&str>) -> Item {
        let name = self.case.scenario.primitive_name(effect.on);
        let subject = match holder {
            Some(holder) => self.say("effect-by", &[("on", name.as_str().into()), ("holder", holder.into())]),
            None => name.clone(),
        };
        let text = self.effect_text(effect, &subject, self.phrases().active(effect));
        Item { name: Some(name), ..self.effect_item(effect, text) }
    }

    /// An effect among those on one primitive: whose it is, and where.
    fn effect_of(&self, effect: &Effect, holder: Option<&str>) -> Item {
        let active = self.phrases().active(effect);
        let text = match (holder, active) {
            (Some(holder), active) => self.effect_text(effect, holder, active),
            (None, Some(active)) => self.effect_text(effect, &active, None),
            (None, None) => self.effect_text(effect, &self.say("effect-always", &[]), None),
        };
        Item { name: holder.map(str::to_owned), ..self.effect_item(effect, text) }
    }

    fn effect_text(&self, effect: &Effect, subject: &str, active: Option<String>) -> String {
        let mut args: Vec<(&str, Arg)> =
            vec![("subject", subject.into()), ("change", self.phrases().change(effect).into())];
        let id = if active.is_some() { "effect-where" } else { "effect" };
        args.extend(active.map(|active| ("active", active.into())));
        self.in_figures(self.say(id, &args))
    }

    /// Where a text is the program's own; evidence is quoted as it stands.
    fn in_figures(&self, text: String) -> String {
        in_figures(self.catalogue.language, text)
    }

    fn effect_item(&self, effect: &Effect, text: String) -> Item {
        let evidence = self.evidence_ids(&self.case.scenario.numbers[effect.number].evidence);
        Item { path: Some(effect.path.to_string()), evidence, ..Item::of(text) }
    }

    fn evidence_ids(&self, evidence: &[usize]) -> Vec<String> {
        evidence.iter().map(|&position| self.case.scenario.evidence[position].id.clone()).collect()
    }

    /// All effects that a test picks, each with the instrument or stress that it belongs to.
    fn effects(&self, picked: impl Fn(&Effect) -> bool) -> Vec<(&'a Effect, Option<&'a str>)> {
        let scenario = &self.case.scenario;
        let holder = |effect: &Effect| effect.instrument.map(|i| scenario.instruments[i].id.as_str());
        let agreed = scenario.effects.iter().map(|effect| (effect, holder(effect)));
        let stresses = scenario.stresses.iter();
        let stressed =
            stresses.flat_map(|stress| stress.effects.iter().map(|effect| (effect, Some(stress.id.as_str()))));
        agreed.chain(stressed).filter(|(effect, _)| picked(effect)).collect()
    }
}

fn fact(catalogue: &Catalogue, id: &'static str, text: String) -> Fact {
    Fact { id, label: catalogue.text(&format!("fact-{id}"), &[]), text, values: Vec::new() }
}

/// An item that is a name.
fn named(name: &str) -> Item {
    Item { name: Some(name.to_owned()), ..Item::of(name.to_owned()) }
}
