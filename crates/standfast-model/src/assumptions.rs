//! Sets of assumptions: what a reader of the case takes to be otherwise, number by number.

use crate::actor::{Text, read_text};
use crate::condition::Condition;
use crate::effect::{self, Effect, Holder, Names};
use crate::evidence;
use crate::fault::{Code, Fault};
use crate::instrument::Instrument;
use crate::number::{self, Demand, Number};
use crate::parents::{self, FactorSet};
use crate::primitive::{Link, Primitive};
use crate::read::{Table, position};
use crate::scenario::Scenario;
use crate::tree::Path;

/// What somebody takes to be otherwise than the case has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: Option<Text>,
    /// What is held, in a sentence or some.
    pub says: Text,
    /// What is otherwise, each thing once.
    pub changes: Vec<Change>,
    /// Who holds it, and why: positions in the scenario's evidence.
    pub evidence: Vec<usize>,
}

/// One number that is otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What has the number.
    pub of: Item,
    /// The number.
    pub number: Number,
}

/// What can have another number.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A primitive.
    Base(Primitive),
    /// An effect of the case or of an instrument, by its position among all of them.
    Effect(usize),
    /// An effect that the case does not have.
    Added {
        /// What it moves.
        on: Primitive,
        /// Where it is active.
        when: Condition,
        /// The instrument that it belongs to, if any.
        instrument: Option<usize>,
        /// Its first year, where that is not the instrument's.
        from: Option<usize>,
    },
}

/// What the reader needs to know of the rest of the case.
pub(crate) struct Known<'a> {
    pub(crate) names: Names<'a>,
    pub(crate) effects: &'a [Effect],
    pub(crate) instruments: &'a [Instrument],
    pub(crate) evidence: &'a [&'a str],
}

impl Assumptions {
    /// The effects that it adds, as those of the case: what their factors read is needed to know which factors
    /// depend on which. Their numbers have no place among those of the case.
    pub(crate) fn added(&self) -> impl Iterator<Item = Effect> + '_ {
        self.changes.iter().filter_map(|change| match &change.of {
            Item::Added { on, when, instrument, from } => Some(Effect {
                path: change.number.path.clone(),
                on: *on,
                number: 0,
                when: when.clone(),
                instrument: *instrument,
                from: *from,
            }),
            _ => None,
        })
    }

    /// What it takes something to be; nothing: as the case has it.
    pub fn of(&self, item: &Item) -> Option<&Number> {
        self.changes.iter().find(|change| change.of == *item).map(|change| &change.number)
    }
}

/// The position of what some numbers stand for.
fn root(case: &Scenario, item: &Item) -> Option<usize> {
    match item {
        Item::Base(primitive) => Some(case.base(*primitive)),
        Item::Effect(i) => Some(case.effects[*i].number),
        Item::Added { .. } => None,
    }
}

impl Scenario {
    /// The case with some changes made, out of all that may be.
    ///
    /// Whichever are made, the numbers are the same, in the same order: those of the case, then those of all changes.
    /// What stands for one thing is drawn at one quantile, so that the draws differ in nothing else. Of several changes
    /// of one thing the last counts.
    #[must_use]
    pub fn changed(&self, all: &[&Change], made: &[usize]) -> Scenario {
        let mut case = self.clone();
        for (i, change) in all.iter().enumerate() {
            let alike = all[..i].iter().position(|other| other.of == change.of);
            let with = root(self, &change.of).or(alike.map(|first| self.numbers.len() + first));
            case.numbers.push(Number { drawn_with: with, ..change.number.clone() });
        }
        for &i in made {
            let number = self.numbers.len() + i;
            match &all[i].of {
                Item::Base(primitive) => case.set_base(*primitive, number),
                Item::Effect(effect) => case.effects[*effect].number = number,
                Item::Added { on, when, instrument, from } => {
                    let twin = case.effects[self.effects.len()..].iter_mut().find(|effect| {
                        (effect.on, effect.instrument, effect.from) == (*on, *instrument, *from) && effect.when == *when
                    });
                    match twin {
                        Some(effect) => effect.number = number,
                        None => case.effects.push(Effect {
                            path: all[i].number.path.clone(),
                            on: *on,
                            number,
                            when: when.clone(),
                            instrument: *instrument,
                            from: *from,
                        }),
                    }
                }
            }
        }
        case
    }

    /// What an item is called: `us.stake`, whatever has the number there.
    pub fn item_primitive(&self, item: &Item) -> Primitive {
        match item {
            Item::Base(primitive) => *primitive,
            Item::Effect(i) => self.effects[*i].on,
            Item::Added { on, .. } => *on,
        }
    }
}

/// Reads a set of assumptions.
pub(crate) fn read(id: &str, table: Table<'_>, known: &Known<'_>) -> Option<Assumptions> {
    let faulty = table.faulty;
    let name = table.get("name").and_then(|(value, path)| read_text(value, path, faulty));
    let says = table.require("says").and_then(|(value, path)| read_text(value, path, faulty));
    let evidence = evidence::resolve(&table.texts("evidence"), known.evidence, faulty);
    let rests = !evidence.is_empty();
    let mut changes: Vec<Change> = Vec::new();
    if let Some(primitives) = table.table("primitives") {
        for (owner, value, path) in primitives.entries() {
            let Some(inner) = Table::open(value, path, faulty) else { continue };
            for (name, value, path) in inner.entries() {
                changes.extend(read_base(&format!("{owner}.{name}"), value, path, rests, known, &table));
            }
        }
    }
    for effect in table.tables("effects") {
        let path = effect.path.clone();
        let Some(change) = read_effect(effect, rests, known) else { continue };
        if changes.iter().any(|other| other.of == change.of) {
            let on = known.names.actors;
            let primitive = match &change.of {
                Item::Base(primitive) | Item::Added { on: primitive, .. } => *primitive,
                Item::Effect(i) => known.effects[*i].on,
            };
            let fault = Fault::new(Code::SameEffect, &path);
            faulty.add(fault.with("primitive", primitive.name(on, known.names.factor_ids)));
        } else {
            changes.push(change);
        }
    }
    if changes.is_empty() && table.get("primitives").is_none() && table.get("effects").is_none() {
        faulty.add(Fault::new(Code::NoAssumptions, &table.path).with("given", id).at_key());
    }
    table.finish();
    Some(Assumptions { id: id.to_owned(), name, says: says?, changes, evidence })
}

fn read_base(
    name: &str,
    value: &crate::tree::Value,
    path: Path,
    rests: bool,
    known: &Known<'_>,
    table: &Table<'_>,
) -> Option<Change> {
    let faulty = table.faulty;
    let (actors, factors) = (known.names.actors, known.names.factor_ids);
    let Some(primitive) = Primitive::parse(name, actors, factors) else {
        let all = Primitive::all(actors, factors.len()).map(|primitive| primitive.name(actors, factors));
        faulty.add(Primitive::unknown(name, &path, actors, factors).known(all).at_key());
        return None;
    };
    let spec = primitive.kind.spec();
    let written = number::read(value, &path, Demand { link: spec.link, edges: spec.edges }, faulty)?;
    if written.evidence.is_empty() && !rests {
        faulty.add(Fault::new(Code::NoEvidence, &path).with("what", "base").with("name", name));
    }
    let evidence = evidence::resolve(&written.evidence, known.evidence, faulty);
    let number = Number { path, given: true, link: spec.link, spread: written.spread, evidence, drawn_with: None };
    Some(Change { of: Item::Base(primitive), number })
}

fn read_effect(table: Table<'_>, rests: bool, known: &Known<'_>) -> Option<Change> {
    let faulty = table.faulty;
    let instrument = match table.text("instrument") {
        Some(id) => {
            let path = table.path.key("instrument");
            Some(position(known.names.instruments, id, &path, Code::UnknownInstrument, faulty)?)
        }
        None => None,
    };
    let holder = match instrument.and_then(|i| known.instruments.get(i)) {
        Some(instrument) => Holder::Instrument { consensus: instrument.consensus.is_some() },
        None => Holder::Case,
    };
    let read = effect::read_within(table, holder, rests, &known.names)?;
    let evidence = evidence::resolve(&read.add.evidence, known.evidence, faulty);
    let twin = known.effects.iter().position(|effect| {
        (effect.on, effect.instrument, effect.from) == (read.on, instrument, read.from) && effect.when == read.when
    });
    let number = Number {
        path: read.path.key("add"),
        given: true,
        link: Link::Identity,
        spread: read.add.spread,
        evidence,
        drawn_with: None,
    };
    let of = match twin {
        Some(effect) => Item::Effect(effect),
        None => Item::Added { on: read.on, when: read.when, instrument, from: read.from },
    };
    Some(Change { of, number })
}

/// The factors that each factor's hazards read, if any set of assumptions may hold.
pub(crate) fn parents(factors: usize, sets: &[Assumptions], instruments: &[Instrument]) -> Vec<FactorSet> {
    let added: Vec<Effect> = sets.iter().flat_map(Assumptions::added).collect();
    parents::parents(factors, added.iter(), instruments)
}
