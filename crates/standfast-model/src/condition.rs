//! Where an effect is active: a conjunction over factor levels, phase, action, and instruments.

use crate::factor::{Factor, MAX_LEVELS};
use crate::fault::{Code, Fault};
use crate::instrument::InstrumentSet;
use crate::primitive::{Action, Context, Phase};
use crate::read::{Faulty, Table, position};
use crate::tree::{Path, Value};

/// The phases with their words.
pub const PHASES: [(&str, Phase); 2] = [("peace", Phase::Peace), ("war", Phase::War)];
/// The actions with their words.
pub const ACTIONS: [(&str, Action); 2] = [("coerce", Action::Coerce), ("limited", Action::Limited)];

/// A set of levels of one factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelSet {
    /// The factor.
    pub factor: usize,
    /// Bit i: level i is in the set.
    pub levels: u64,
}

impl LevelSet {
    /// Whether a level is in the set.
    pub fn contains(self, level: usize) -> bool {
        self.levels >> level & 1 == 1
    }
}

/// A condition; an empty one always holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// Each of these factors is at one of these levels.
    pub levels: Vec<LevelSet>,
    /// The phase is this one.
    pub phase: Option<Phase>,
    /// The action is this one.
    pub action: Option<Action>,
    /// All of these instruments are in force by date.
    pub with: InstrumentSet,
    /// None of these instruments is in force by date.
    pub without: InstrumentSet,
}

impl Condition {
    /// Whether the condition can hold in a context.
    pub fn holds_in(&self, context: Context) -> bool {
        self.phase.is_none_or(|phase| phase == context.phase())
            && self.action.is_none_or(|action| Some(action) == context.action())
    }

    /// Whether the condition allows these instruments in force by date.
    pub fn allows(&self, in_force: InstrumentSet) -> bool {
        in_force.contains_all(self.with) && in_force.is_disjoint(self.without)
    }

    pub(crate) fn read(
        value: &Value,
        path: Path,
        factors: &[Factor],
        instruments: &[&str],
        faulty: &Faulty,
    ) -> Condition {
        let mut condition = Condition::default();
        let Some(table) = Table::open(value, path, faulty) else { return condition };
        condition.phase = table.word_of("phase", &PHASES);
        condition.action = table.word_of("action", &ACTIONS);
        let set = |key| read_instruments(table.one_or_more_texts(key), instruments, faulty);
        (condition.with, condition.without) = (set("with"), set("without"));
        condition.levels = read_levels(&table, &["phase", "action", "with", "without"], factors);
        if !condition.with.is_disjoint(condition.without) {
            faulty.add(Fault::new(Code::EmptyCondition, &table.path));
        }
        condition
    }
}

pub(crate) fn read_instruments(given: Vec<(&str, Path)>, known: &[&str], faulty: &Faulty) -> InstrumentSet {
    let each = given.into_iter();
    each.filter_map(|(id, path)| position(known, id, &path, Code::UnknownInstrument, faulty)).collect()
}

/// Reads the keys of a condition that are factors.
pub(crate) fn read_levels(table: &Table<'_>, words: &[&str], factors: &[Factor]) -> Vec<LevelSet> {
    let faulty = table.faulty;
    let mut sets = Vec::new();
    for (key, value, path) in table.entries() {
        if words.contains(&key) {
            continue;
        }
        let Some(factor) = factors.iter().position(|factor| factor.id == key) else {
            let known = factors.iter().map(|factor| factor.id.as_str()).chain(words.iter().copied());
            faulty.add(Fault::new(Code::UnknownFactor, &path).with("given", key).known(known).at_key());
            continue;
        };
        let names = &factors[factor].levels;
        let given = table.as_one_or_more(value, path.clone());
        if given.is_empty() && matches!(value, Value::Array(items) if items.is_empty()) {
            faulty.add(Fault::new(Code::EmptyCondition, &path));
        }
        let mut levels = 0;
        for (level, path) in given {
            match names.iter().position(|name| name == level) {
                Some(level) if level < u64::BITS as usize => levels |= 1 << level,
                Some(_) => {} // too many levels: a fault of the factor
                None => {
                    let fault = Fault::new(Code::UnknownLevel, &path).with("given", level);
                    faulty.add(fault.with("factor", key).known(names.iter().take(MAX_LEVELS)));
                }
            }
        }
        sets.push(LevelSet { factor, levels });
    }
    sets
}
