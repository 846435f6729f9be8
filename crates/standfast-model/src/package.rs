//! Packages: sets of instruments, agreed together with a ceasefire.

use crate::actor::{Actor, Actors, Text, read_text};
use crate::condition::read_instruments;
use crate::fault::{Code, Fault};
use crate::instrument::{Instrument, InstrumentSet};
use crate::read::{Faulty, Table};
use crate::tree::Path;

/// The word for the package without any instrument, in files as on the command line.
pub const NOTHING: &str = "nothing";

/// A named package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: Option<Text>,
    /// What it is.
    pub about: Option<Text>,
    /// What it holds.
    pub instruments: InstrumentSet,
}

pub(crate) fn read(id: &str, table: Table<'_>, instruments: &[Instrument]) -> Package {
    let faulty = table.faulty;
    let text = |key| table.get(key).and_then(|(value, path)| read_text(value, path, faulty));
    let (name, about) = (text("name"), text("about"));
    table.require("instruments");
    let known: Vec<&str> = instruments.iter().map(|instrument| instrument.id.as_str()).collect();
    let set = read_instruments(table.texts("instruments"), &known, faulty);
    let path = table.path.key("instruments");
    for fault in conflicts(set, instruments, &path) {
        faulty.add(fault);
    }
    if let Some(twin) = known.iter().position(|known| *known == id)
        && set != InstrumentSet::EMPTY.with(twin)
    {
        faulty.add(Fault::new(Code::PackageNameClash, &table.path).with("given", id).at_key());
    }
    if id == NOTHING && !set.is_empty() {
        faulty.add(Fault::new(Code::NothingNotEmpty, &path));
    }
    table.finish();
    Package { id: id.to_owned(), name, about, instruments: set }
}

/// The package that a text names: the id of a preset, or instruments and presets joined by `+`.
///
/// # Errors
/// A word that is unknown, or what keeps the instruments from being agreed together.
pub fn resolve(
    text: &str,
    packages: &[Package],
    instruments: &[Instrument],
    path: &Path,
) -> Result<InstrumentSet, Vec<Fault>> {
    let set = named(text, packages, instruments, path)?;
    let faults = conflicts(set, instruments, path);
    if faults.is_empty() { Ok(set) } else { Err(faults) }
}

/// The instruments that a text names, in the same way, whether or not they can be agreed together.
///
/// # Errors
/// A word that is unknown.
pub fn named(
    text: &str,
    packages: &[Package],
    instruments: &[Instrument],
    path: &Path,
) -> Result<InstrumentSet, Vec<Fault>> {
    if text.trim() == NOTHING {
        return Ok(InstrumentSet::EMPTY);
    }
    let (mut set, mut faults) = (InstrumentSet::EMPTY, Vec::new());
    for word in text.split('+').map(str::trim) {
        if let Some(preset) = packages.iter().find(|package| package.id == word) {
            set = set.union(preset.instruments);
        } else if let Some(instrument) = instruments.iter().position(|instrument| instrument.id == word) {
            set = set.with(instrument);
        } else {
            let presets = packages.iter().map(|package| package.id.as_str());
            let known = presets.chain(instruments.iter().map(|instrument| instrument.id.as_str()));
            faults.push(Fault::new(Code::UnknownPackage, path).with("given", word).known(known));
        }
    }
    if faults.is_empty() { Ok(set) } else { Err(faults) }
}

/// Who has to sign a package, in the order of the actors: it ends a war, so challenger and protégé
/// in any case, and everyone whom one of its instruments names.
pub fn signatories(set: InstrumentSet, instruments: &[Instrument], actors: &Actors) -> Vec<Actor> {
    let named = |actor: &Actor| set.iter().any(|i| instruments[i].consent.contains(actor));
    let all = actors.all().map(|(actor, _)| actor);
    all.filter(|actor| matches!(actor, Actor::Challenger | Actor::Protege) || named(actor)).collect()
}

/// An instrument with all that it requires, and what that requires.
pub fn with_requirements(instrument: usize, instruments: &[Instrument]) -> InstrumentSet {
    let mut needed = InstrumentSet::EMPTY.with(instrument);
    loop {
        let more = needed.iter().fold(needed, |all, i| all.union(instruments[i].requires));
        if more == needed {
            return needed;
        }
        needed = more;
    }
}

/// What is left of some instruments when those drop out that miss something that they require, until none does.
pub fn supported(set: InstrumentSet, instruments: &[Instrument]) -> InstrumentSet {
    let mut left = set;
    loop {
        let next: InstrumentSet = left.iter().filter(|&i| left.contains_all(instruments[i].requires)).collect();
        if next == left {
            return left;
        }
        left = next;
    }
}

/// Every package that can be agreed out of some instruments, ascending; nothing if there are more than so
/// many.
pub fn admissible(instruments: &[Instrument], among: InstrumentSet, most: usize) -> Option<Vec<InstrumentSet>> {
    // What an instrument requires comes with it, so whatever is chosen can be completed to a package.
    let able = |set: InstrumentSet| among.contains_all(set) && conflicts(set, instruments, &Path::default()).is_empty();
    let mut packages = vec![InstrumentSet::EMPTY];
    for i in among.iter() {
        let with = packages.iter().map(|package| package.union(with_requirements(i, instruments)));
        let with: Vec<InstrumentSet> = with.filter(|&set| able(set)).collect();
        packages.extend(with);
        packages.sort_unstable();
        packages.dedup();
        if packages.len() > most {
            return None;
        }
    }
    Some(packages)
}

/// Instruments that no package can hold: what they require, and what that requires, clashes.
pub(crate) fn never_agreed(instruments: &[Instrument], faulty: &Faulty) {
    for (i, instrument) in instruments.iter().enumerate() {
        let needed = with_requirements(i, instruments);
        let path = Path::default().key("instruments").key(&instrument.id);
        let fault = Fault::new(Code::NeverAgreed, &path).at_key().with("instrument", &instrument.id);
        if instrument.excludes.contains(i) {
            faulty.add(fault.with("why", "itself"));
        } else if let Some(clash) = conflicts(needed, instruments, &path).first() {
            let why = if clash.code == Code::TwoConsensusBodies { "bodies" } else { "excludes" };
            faulty.add(fault.with("why", why).with("first", clash.word("first")).with("second", clash.word("second")));
        }
    }
}

/// What keeps a set of instruments from being a package; nothing: it can be agreed.
pub fn conflicts(set: InstrumentSet, instruments: &[Instrument], path: &Path) -> Vec<Fault> {
    let mut faults = Vec::new();
    let pair = |code, first: usize, second: usize| {
        let fault = Fault::new(code, path).with("first", &instruments[first].id);
        fault.with("second", &instruments[second].id)
    };
    for first in set.iter() {
        for second in instruments[first].requires.minus(set).iter() {
            faults.push(pair(Code::PackageRequires, first, second));
        }
        for second in set.iter().filter(|&second| first != second) {
            let clash = |a: usize, b: usize| instruments[a].excludes.contains(b);
            if clash(first, second) && (first < second || !clash(second, first)) {
                faults.push(pair(Code::PackageExcludes, first, second));
            }
        }
    }
    let bodies: Vec<usize> = set.iter().filter(|&i| instruments[i].consensus.is_some()).collect();
    if let [first, second, ..] = bodies[..] {
        faults.push(pair(Code::TwoConsensusBodies, first, second));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(positions: &[usize]) -> InstrumentSet {
        positions.iter().copied().collect()
    }

    /// Instruments by what they require and what they exclude, some of them consensus bodies.
    fn instruments(each: &[(&[usize], &[usize], bool)]) -> Vec<Instrument> {
        let one = |(requires, excludes, body): &(&[usize], &[usize], bool)| Instrument {
            id: String::new(),
            name: None,
            about: None,
            lead_time: 0,
            until: None,
            aborted_by_war: false,
            lapses_when: Vec::new(),
            consensus: body.then(Vec::new),
            consent: Vec::new(),
            requires: set(requires),
            excludes: set(excludes),
        };
        each.iter().map(one).collect()
    }

    #[test]
    fn every_package_that_can_be_agreed_is_found_once() {
        let instruments = instruments(&[
            (&[4], &[], false),
            (&[], &[2], false),
            (&[], &[], true),
            (&[1, 0], &[], true),
            (&[], &[], false),
            (&[6], &[], false),
            (&[5], &[1], false),
            (&[], &[7], false),
        ]);
        for among in [set(&[0, 1, 2, 3, 4, 5, 6, 7]), set(&[0, 1, 2, 3, 5]), set(&[4])] {
            let can = |set: &InstrumentSet| {
                among.contains_all(*set) && conflicts(*set, &instruments, &Path::default()).is_empty()
            };
            let expected: Vec<InstrumentSet> = (0..1 << 8).map(InstrumentSet).filter(can).collect();
            assert_eq!(admissible(&instruments, among, 256), Some(expected.clone()));
            assert_eq!(admissible(&instruments, among, expected.len()).map(|all| all.len()), Some(expected.len()));
            assert_eq!(admissible(&instruments, among, expected.len() - 1), None);
        }
    }

    #[test]
    fn what_misses_something_that_it_requires_drops_out_with_all_that_requires_it() {
        // Of 0 ← 1 ← 2, of two that require each other, and of one alone.
        let instruments = instruments(&[
            (&[], &[], false),
            (&[0], &[], false),
            (&[1], &[], false),
            (&[4], &[], false),
            (&[3], &[], false),
            (&[], &[], false),
        ]);
        let each: [(&[usize], &[usize]); 5] =
            [(&[0, 1, 2, 5], &[0, 1, 2, 5]), (&[1, 2, 5], &[5]), (&[0, 2], &[0]), (&[3, 4], &[3, 4]), (&[0, 3], &[0])];
        for (given, left) in each {
            assert_eq!(supported(set(given), &instruments), set(left), "{given:?}");
        }
    }

    #[test]
    fn out_of_nothing_comes_nothing() {
        assert_eq!(admissible(&[], InstrumentSet::EMPTY, 1), Some(vec![InstrumentSet::EMPTY]));
    }

    #[test]
    fn too_many_packages_end_the_search_early() {
        let free: (&[usize], &[usize], bool) = (&[], &[], false);
        assert_eq!(admissible(&instruments(&[free; 64]), InstrumentSet(u64::MAX), 1000), None);
    }
}
