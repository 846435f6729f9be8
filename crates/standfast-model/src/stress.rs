//! Stresses: what may go wrong with a package after it was agreed.

use crate::actor::{Text, read_text};
use crate::condition::{LevelSet, read_instruments, read_levels};
use crate::effect::{self, Effect, Holder, Names, ReadEffect};
use crate::fault::{Code, Fault};
use crate::instrument::InstrumentSet;
use crate::read::Table;

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

/// Reads a stress and its effects.
pub(crate) fn read<'a>(id: &str, table: Table<'a>, names: &Names<'_>) -> (Stress, Vec<ReadEffect<'a>>) {
    let faulty = table.faulty;
    let text = |key| table.get(key).and_then(|(value, path)| read_text(value, path, faulty));
    let (name, about) = (text("name"), text("about"));
    let at = table.integer("at", 0, i64::from(u16::MAX)).unwrap_or(0) as usize;
    let set = table.table("set").map_or_else(Vec::new, |t| read_levels(&t, &[], names.factors));
    for level in set.iter().filter(|set| set.levels.count_ones() > 1) {
        let path = table.path.key("set").key(names.factor_ids[level.factor]);
        faulty.add(Fault::new(Code::WrongType, &path).with("expected", "string").with("found", "array"));
    }
    let disable = read_instruments(table.texts("disable"), names.instruments, faulty);
    let effects = table.tables("effects").into_iter().filter_map(|t| effect::read(t, Holder::Case, names)).collect();
    table.finish();
    let stress = Stress { id: id.to_owned(), name, about, set, at, disable, effects: Vec::new() };
    (stress, effects)
}
