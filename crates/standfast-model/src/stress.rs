//! Stresses: what may go wrong with a package after it was agreed.

use crate::actor::{Text, read_text};
use crate::condition::{LevelSet, read_instruments, read_levels};
use crate::effect::{self, Effect, Holder, Names, ReadEffect};
use crate::factor::Factor;
use crate::fault::{Code, Fault, Faults};
use crate::instrument::{InstrumentSet, LATEST_YEAR};
use crate::read::Table;
use crate::scenario::Scenario;
use crate::tree::Path;

/// Something that may go wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Stress {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: Option<Text>,
    /// What it is.
    pub about: Option<Text>,
    /// Factors that are put at a level.
    pub set: Vec<LevelSet>,
    /// The year in which that happens.
    pub at: usize,
    /// Instruments that do nothing any more.
    pub disable: InstrumentSet,
    /// Further effects.
    pub effects: Vec<Effect>,
}

impl Scenario {
    /// The case under stresses that hold from the start.
    ///
    /// - A factor that is put at a level has that level alone: it starts there and stays, whatever
    ///   moves it elsewhere. What is conditional on another level of it never holds.
    /// - An instrument that is disabled never comes into force, nor do its effects that begin before
    ///   it; a war has nothing of it to cancel. It is still part of its packages: they are agreed as
    ///   before (`requires`, `excludes`, one consensus body), signed by the same parties, and signing
    ///   costs what it costs.
    /// - Effects of a stress are effects of the case.
    ///
    /// The numbers are the same, in the same order, so that the same draws can be solved with and
    /// without. What is left has no stresses and no checks of its own.
    ///
    /// # Errors
    /// If the stresses cannot hold together from the start: see [`conflicts`].
    pub fn under(&self, stresses: &[usize]) -> Result<Scenario, Faults> {
        let faults = conflicts(stresses, &self.stresses, &self.factors, &Path::default().key("stresses"));
        if !faults.is_empty() {
            return Err(Faults(faults));
        }
        let mut case = self.clone();
        case.stresses.clear();
        case.checks.clear();
        case.claims.clear();
        case.assumptions.clear();
        for stress in stresses.iter().map(|&i| &self.stresses[i]) {
            case.effects.extend(stress.effects.iter().cloned());
            for i in stress.disable.iter() {
                let disabled = &mut case.instruments[i];
                (disabled.until, disabled.aborted_by_war) = (Some(0), false);
            }
        }
        for set in stresses.iter().flat_map(|&i| &self.stresses[i].set) {
            case.hold(*set);
        }
        Ok(case)
    }

    /// Leaves a factor the one level of a set.
    fn hold(&mut self, at: LevelSet) {
        let level = at.levels.trailing_zeros() as usize;
        let factor = &mut self.factors[at.factor];
        if factor.levels.len() == 1 {
            return; // another stress put it there
        }
        factor.levels = vec![factor.levels[level].clone()];
        factor.initial = vec![1.0];
        let conditions = self.effects.iter_mut().map(|effect| &mut effect.when.levels);
        let lapses = self.instruments.iter_mut().map(|instrument| &mut instrument.lapses_when);
        for set in conditions.chain(lapses).flatten().filter(|set| set.factor == at.factor) {
            set.levels = u64::from(set.contains(level));
        }
    }
}

/// The stresses that a text names: ids joined by `+`; one that is named twice counts once.
///
/// # Errors
/// Every word that is unknown.
pub fn named(text: &str, stresses: &[Stress], path: &Path) -> Result<Vec<usize>, Vec<Fault>> {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    for word in text.split('+').map(str::trim) {
        match stresses.iter().position(|stress| stress.id == word) {
            Some(position) => found.push(position),
            None => {
                let known = stresses.iter().map(|stress| &stress.id);
                faults.push(Fault::new(Code::UnknownStress, path).with("given", word).known(known));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// What keeps stresses from holding together from the start; nothing: they can.
pub fn conflicts(chosen: &[usize], stresses: &[Stress], factors: &[Factor], path: &Path) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (i, first) in chosen.iter().map(|&i| &stresses[i]).enumerate() {
        if first.at > 0 {
            faults.push(Fault::new(Code::LateStress, path).with("given", &first.id).with("at", first.at));
        }
        for second in chosen[i + 1..].iter().map(|&i| &stresses[i]) {
            let apart = |a: &&LevelSet| second.set.iter().any(|b| a.factor == b.factor && a.levels != b.levels);
            if let Some(set) = first.set.iter().find(apart) {
                let fault = Fault::new(Code::StressesClash, path).with("first", &first.id);
                faults.push(fault.with("second", &second.id).with("factor", &factors[set.factor].id));
            }
        }
    }
    faults
}

/// Reads a stress and its effects.
pub(crate) fn read<'a>(id: &str, table: Table<'a>, names: &Names<'_>) -> (Stress, Vec<ReadEffect<'a>>) {
    let faulty = table.faulty;
    let text = |key| table.get(key).and_then(|(value, path)| read_text(value, path, faulty));
    let (name, about) = (text("name"), text("about"));
    let at = table.integer("at", 0, LATEST_YEAR).unwrap_or(0) as usize;
    let set = table.table("set").map_or_else(Vec::new, |t| read_levels(&t, &[], names.factors));
    for level in set.iter().filter(|set| set.levels.count_ones() > 1) {
        let path = table.path.key("set").key(names.factor_ids[level.factor]);
        faulty.add(Fault::new(Code::WrongType, &path).with("expected", "one-level").with("found", "array"));
    }
    let disable = read_instruments(table.texts("disable"), names.instruments, faulty);
    let effects = table.tables("effects").into_iter().filter_map(|t| effect::read(t, Holder::Case, names)).collect();
    table.finish();
    let stress = Stress { id: id.to_owned(), name, about, set, at, disable, effects: Vec::new() };
    (stress, effects)
}
