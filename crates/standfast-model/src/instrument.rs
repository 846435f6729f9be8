//! Instruments: guarantees and measures that a package can hold.

use serde::{Deserialize, Serialize};

use crate::actor::{Actor, Actors, Text, read_text};
use crate::condition::{LevelSet, read_instruments, read_levels};
use crate::effect::{self, Holder, Names, ReadEffect};
use crate::fault::{Code, Fault, Target};
use crate::read::Table;

/// The latest year that a date of the language can name.
pub const LATEST_YEAR: i64 = 65_535;
/// What can cancel an instrument before it is in force.
pub const ABORTED_BY: [&str; 1] = ["war"];
/// How it can be decided whether an instrument binds in full.
pub const DECISIONS: [&str; 1] = ["consensus"];
/// How many instruments a case may have.
pub const MAX_INSTRUMENTS: usize = 64;

/// A set of instruments by position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct InstrumentSet(pub u64);

impl InstrumentSet {
    /// No instrument.
    pub const EMPTY: InstrumentSet = InstrumentSet(0);

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many instruments are in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether an instrument is in the set.
    pub fn contains(self, instrument: usize) -> bool {
        self.0 >> instrument & 1 == 1
    }

    /// Whether all of these are in the set.
    pub fn contains_all(self, others: InstrumentSet) -> bool {
        others.0 & !self.0 == 0
    }

    /// Whether none of these is in the set.
    pub fn is_disjoint(self, others: InstrumentSet) -> bool {
        self.0 & others.0 == 0
    }

    /// The set with all of these.
    #[must_use]
    pub fn union(self, others: InstrumentSet) -> InstrumentSet {
        InstrumentSet(self.0 | others.0)
    }

    /// The set without these.
    #[must_use]
    pub fn minus(self, others: InstrumentSet) -> InstrumentSet {
        InstrumentSet(self.0 & !others.0)
    }

    /// The set with one more.
    #[must_use]
    pub fn with(self, instrument: usize) -> InstrumentSet {
        InstrumentSet(self.0 | 1 << instrument)
    }

    /// The instruments in the set, by position.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..MAX_INSTRUMENTS).filter(move |&i| self.contains(i))
    }
}

impl FromIterator<usize> for InstrumentSet {
    fn from_iter<I: IntoIterator<Item = usize>>(instruments: I) -> InstrumentSet {
        // Positions beyond the limit are faults of the case, reported where they arise.
        instruments.into_iter().filter(|&i| i < MAX_INSTRUMENTS).fold(InstrumentSet::EMPTY, InstrumentSet::with)
    }
}

/// A guarantee or measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: Option<Text>,
    /// What it is.
    pub about: Option<Text>,
    /// Its first year in force.
    pub lead_time: usize,
    /// The first year in which it is no longer in force.
    pub until: Option<usize>,
    /// Whether a war that begins before it is in force cancels it for good.
    pub aborted_by_war: bool,
    /// At states that match, its effects are suspended; empty: never.
    pub lapses_when: Vec<LevelSet>,
    /// The members of its consensus body: guarantors, then others, as owners of `block`.
    pub consensus: Option<Vec<usize>>,
    /// Who has to sign it.
    pub consent: Vec<Actor>,
    /// What a package with it must have too.
    pub requires: InstrumentSet,
    /// What a package with it cannot have.
    pub excludes: InstrumentSet,
}

impl Instrument {
    /// Whether it is in force by date in a year.
    pub fn in_force(&self, year: usize) -> bool {
        self.lead_time <= year && self.until.is_none_or(|until| year < until)
    }

    /// Whether a war that begins in a year cancels it.
    pub fn aborted_in(&self, year: usize) -> bool {
        self.aborted_by_war && year < self.lead_time
    }
}

/// Reads an instrument and its effects.
pub(crate) fn read<'a>(id: &str, table: Table<'a>, names: &Names<'_>) -> (Instrument, Vec<ReadEffect<'a>>) {
    let faulty = table.faulty;
    let year = |key| table.integer(key, 0, LATEST_YEAR).map(|year| year as usize);
    let text = |key| table.get(key).and_then(|(value, path)| read_text(value, path, faulty));
    let (name, about) = (text("name"), text("about"));
    let (lead_time, until) = (year("lead_time").unwrap_or(0), year("until"));
    if until.is_some_and(|until| until <= lead_time) {
        faulty.add(Fault::new(Code::NeverInForce, &table.path.key("until")).with("instrument", id));
    }
    let aborted_by_war = table.word("aborted_by", &ABORTED_BY).is_some();
    let lapses_when = table.table("lapses_when").map_or_else(Vec::new, |t| read_levels(&t, &[], names.factors));
    let by_consensus = table.word("decision", &DECISIONS).is_some();
    let members = read_members(id, &table, by_consensus, names.actors);
    let mut consent = Vec::new();
    for (id, path) in table.texts("consent") {
        consent.extend(names.actors.resolve(id, &path, Target::Value, faulty));
    }
    let set = |key| read_instruments(table.texts(key), names.instruments, faulty);
    let (requires, excludes) = (set("requires"), set("excludes"));
    let holder = Holder::Instrument { consensus: by_consensus };
    let effects: Vec<ReadEffect<'a>> =
        table.tables("effects").into_iter().filter_map(|t| effect::read(t, holder, names)).collect();
    for effect in &effects {
        let never = until.is_some_and(|until| effect.from.is_some_and(|from| from >= until));
        if never {
            faulty.add(Fault::new(Code::EffectNeverInForce, &effect.path.key("from")));
        }
    }
    table.finish();
    let consensus = by_consensus.then_some(members);
    let instrument = Instrument {
        id: id.to_owned(),
        name,
        about,
        lead_time,
        until,
        aborted_by_war,
        lapses_when,
        consensus,
        consent,
        requires,
        excludes,
    };
    (instrument, effects)
}

/// Reads the members of a consensus body as owners of `block`.
fn read_members(id: &str, table: &Table<'_>, by_consensus: bool, actors: &Actors) -> Vec<usize> {
    let faulty = table.faulty;
    let mut members = Vec::new();
    for (given, path) in table.texts("members") {
        match actors.resolve(given, &path, Target::Value, faulty) {
            Some(Actor::Guarantor(i)) => members.push(i),
            Some(Actor::Other(i)) => members.push(actors.guarantors.len() + i),
            Some(Actor::Challenger | Actor::Protege) => {
                let known = actors.guarantors.iter().chain(&actors.others);
                faulty.add(Fault::new(Code::UnknownActor, &path).with("given", given).known(known));
            }
            None => {}
        }
    }
    let has_members = table.get("members").is_some();
    if by_consensus && !has_members {
        faulty.add(Fault::new(Code::ConsensusWithoutMembers, &table.path).with("instrument", id).at_key());
    } else if !by_consensus && has_members && table.get("decision").is_none() {
        faulty.add(Fault::new(Code::MembersWithoutConsensus, &table.path.key("members")).with("instrument", id));
    }
    members
}
