//! Pages about primitives.

use standfast::model::number::{Number, Spread};
use standfast::model::primitive::{Context, Edges, Group, Kind, Link, Primitive};

use super::{Fact, Item, Page, Section, Writer, fact};
use crate::catalogue::{Arg, Catalogue};
use crate::figures::in_figures;
use crate::phrases::{self, percentiles, rounded, written};

/// The id of a kind's messages.
pub(crate) fn id(kind: Kind) -> String {
    let spec = kind.spec();
    format!("primitive-{}-{}", spec.group.word().to_lowercase(), spec.name)
}

/// What is said of a kind of primitive whatever the case.
pub(super) fn reference(catalogue: &Catalogue, kind: Kind) -> Page {
    Page {
        name: kind.name(),
        topic: "primitive",
        topic_name: catalogue.text("topic-primitive", &[]),
        meaning: Some(super::meaning(catalogue, kind)),
        sections: vec![facts(catalogue, kind), equations(catalogue, kind)],
    }
}

fn facts(catalogue: &Catalogue, kind: Kind) -> Section {
    let spec = kind.spec();
    let about = |attribute: &str| catalogue.attribute(&id(kind), attribute, &[]).unwrap_or_default();
    let link = match spec.link {
        Link::Identity => "identity",
        Link::Log => "log",
        Link::Logit => "logit",
    };
    let edges = match spec.edges {
        Edges::Open => "open",
        Edges::Zero => "zero",
        Edges::Both => "both",
    };
    let default = match spec.default {
        Some(value) => Fact {
            values: vec![value],
            ..fact(catalogue, "default", in_figures(catalogue.language, value.to_string()))
        },
        None => fact(catalogue, "default", catalogue.text("fact-default-none", &[])),
    };
    let facts = vec![
        fact(catalogue, "unit", about("unit")),
        fact(catalogue, "larger", about("larger")),
        fact(catalogue, "link", catalogue.text(&format!("link-{link}"), &[])),
        fact(catalogue, "domain", catalogue.text(&format!("domain-{link}-{edges}"), &[])),
        default,
        fact(catalogue, "read", read_at(catalogue, kind)),
    ];
    Section { id: "facts", facts, ..Section::default() }
}

/// Where it is read.
pub(super) fn read_at(catalogue: &Catalogue, kind: Kind) -> String {
    let word = |context: &Context| catalogue.text(&format!("context-{}", context.word()), &[]);
    let contexts: Vec<String> = kind.spec().read.iter().map(word).collect();
    if contexts.is_empty() { catalogue.text("context-never", &[]) } else { phrases::list(catalogue, &contexts) }
}

fn equations(catalogue: &Catalogue, kind: Kind) -> Section {
    let about = |attribute: &str| catalogue.attribute(&id(kind), attribute, &[]).unwrap_or_default();
    let heading = catalogue.text("heading-equations-in", &[("section", about("method").into())]);
    let equations = about("equation").lines().map(|line| line.trim().to_owned()).collect();
    Section { id: "equations", heading: Some(heading), equations, ..Section::default() }
}

impl Writer<'_> {
    /// The primitives of a group, with their numbers in the case.
    pub(super) fn group(&self, group: Group) -> Page {
        let kinds = Kind::ALL.iter().filter(|kind| kind.spec().group == group);
        let items = kinds.map(|kind| self.value_line(kind.single())).collect();
        let heading = self.say(&format!("group-{}", group.word()), &[]);
        let mut page = self.new_page("group", group.word(), Some(heading));
        page.sections.push(Section { items, ..self.section("owners", &[("case", self.case_name())]) });
        page
    }

    /// A kind, with what it is for each of its owners.
    pub(super) fn kind(&self, kind: Kind) -> Page {
        let scenario = &self.case.scenario;
        let owners = 0..kind.owners(&scenario.actors, scenario.factors.len());
        let items: Vec<Item> = owners.map(|owner| self.value_line(kind.of(owner))).collect();
        let mut page = reference(self.catalogue, kind);
        if !items.is_empty() {
            page.sections.push(Section { items, ..self.section("owners", &[("case", self.case_name())]) });
        }
        page
    }

    /// A primitive of the case: its number, what it rests on, and what moves it.
    pub(super) fn primitive(&self, primitive: Primitive) -> Page {
        let scenario = &self.case.scenario;
        let number = &scenario.numbers[scenario.base(primitive)];
        let mut page = reference(self.catalogue, primitive.kind);
        page.name = scenario.primitive_name(primitive);
        let mut facts = self.number(number);
        if !number.evidence.is_empty() {
            facts.push(self.fact("evidence", self.evidence_ids(&number.evidence).join(", ")));
        }
        page.sections.push(Section { facts, ..self.section("values", &[("case", self.case_name())]) });
        let effects = self.effects(|effect| effect.on == primitive);
        let items = effects.iter().map(|(effect, holder)| self.effect_of(effect, *holder)).collect();
        page.sections.extend(self.listed("effects", items));
        let moved = effects.iter().flat_map(|(effect, _)| &scenario.numbers[effect.number].evidence);
        let evidence: Vec<usize> = number.evidence.iter().chain(moved).copied().collect();
        page.sections.extend(self.rests_on(&evidence));
        page
    }

    pub(super) fn case_name(&self) -> Arg {
        Arg::from(self.case.scenario.id.as_str())
    }

    /// What a number is and how sure.
    fn number(&self, number: &Number) -> Vec<Fact> {
        let facts = self.plain_number(number).into_iter();
        facts.map(|fact| Fact { text: self.in_figures(fact.text), ..fact }).collect()
    }

    fn plain_number(&self, number: &Number) -> Vec<Fact> {
        let [low, median, high] = percentiles(number);
        if !number.is_uncertain() {
            let value = Fact { values: vec![median], ..self.fact("value", written(number.spread)) };
            let about = if number.given { "spread-known" } else { "fact-left-out" };
            return vec![value, self.fact("scale", self.say(about, &[]))];
        }
        let scale = match (number.spread, number.link) {
            (Spread::Range { .. }, Link::Identity) => "spread-range-identity",
            (Spread::Range { .. }, Link::Log) => "spread-range-log",
            (Spread::Range { .. }, Link::Logit) => "spread-range-logit",
            _ => "spread-distribution",
        };
        let value = self.fact("value", written(number.spread));
        let scale = self.fact("scale", self.say(scale, &[]));
        let median = Fact { values: vec![median], ..self.fact("median", rounded(median)) };
        if matches!(number.spread, Spread::Range { .. }) {
            return vec![Fact { values: vec![low, high], ..value }, scale, median];
        }
        let range = self.fact("range", format!("{} to {}", rounded(low), rounded(high)));
        vec![value, scale, median, Fact { values: vec![low, high], ..range }]
    }

    /// "us.stake: 0.4 to 1, median 0.632".
    pub(super) fn value_line(&self, primitive: Primitive) -> Item {
        let scenario = &self.case.scenario;
        let number = &scenario.numbers[scenario.base(primitive)];
        let name = scenario.primitive_name(primitive);
        let mut args: Vec<(&str, Arg)> = vec![("name", name.as_str().into()), ("value", written(number.spread).into())];
        let id = match (number.given, number.is_uncertain()) {
            (false, _) => "value-line-default",
            (true, false) => "value-line",
            (true, true) => {
                args.push(("median", rounded(number.natural_value(0.5)).into()));
                "value-line-median"
            }
        };
        let evidence = self.evidence_ids(&number.evidence);
        Item {
            name: Some(name),
            path: Some(number.path.to_string()),
            evidence,
            ..Item::of(self.in_figures(self.say(id, &args)))
        }
    }
}
