//! In which order games are solved, so that what they share is solved once.
//!
//! What a war of year t leaves of a package is the package without the instruments that it aborts, and
//! with the years these become fewer: a package has a chain of worlds, from what is left of it by a war
//! of the first year, its root, up to itself. Each of them is the parent of the next, and may be a package
//! of its own. Packages in the order of their chains, as a tree is walked, need no world again that has
//! been given back, as long as a chain of worlds is kept. (Ukraine: 5,248 packages with 384 roots, four
//! worlds in a chain at most; each world is solved once.)
//!
//! An outside option is a war with what a refusal leaves of a root, so it is a root as well: its game
//! needs a world that the packages of that root need too. Roots are ordered so that a part of a root comes
//! before it; where all packages are solved, outside options then cost no world. Few numbers of each are
//! kept.
//!
//! The groups of two roots share most of their responses if these differ only in instruments that
//! responses do not read, and their early years if they differ only in instruments that come late. So these
//! are what neighbours differ in.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use standfast_game::Start;
use standfast_game::consent::alternatives;
use standfast_game::contest::Contest;
use standfast_game::response::Response;
use standfast_game::world::{after_war, chain};
use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::instrument::InstrumentSet;

/// A game that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Game {
    pub(crate) set: InstrumentSet,
    pub(crate) start: Start,
    /// Whether it is asked who signs the package.
    pub(crate) consent: bool,
    /// Its positions in what was asked for.
    pub(crate) asked: Vec<usize>,
}

/// Games whose packages have the same root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// What a war of the first year leaves of each of them.
    pub(crate) root: InstrumentSet,
    /// The outside options that signing its packages needs, in the order of roots.
    pub(crate) outside: Vec<InstrumentSet>,
    /// In the order of their chains.
    pub(crate) games: Vec<Game>,
}

/// Groups of games in the order in which they are solved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) groups: Vec<Group>,
}

impl Plan {
    /// Plans games; `consent` says of which packages it is asked who signs them, and with that what some
    /// actors gain, parties or not.
    pub(crate) fn new(
        scenario: &Scenario,
        games: &[(InstrumentSet, Start)],
        consent: impl Fn(InstrumentSet) -> bool,
        gains: &[Actor],
    ) -> Plan {
        let order = Order::new(scenario);
        let mut found: BTreeMap<(Vec<Key>, Reverse<Start>), Game> = BTreeMap::new();
        for (i, &(set, start)) in games.iter().enumerate() {
            // Who starts at war has the root alone.
            let played = if start == Start::War { after_war(scenario, set, 0) } else { set };
            let game = || Game { set: played, start, consent: false, asked: Vec::new() };
            // What starts at war comes first: it is an outside option too.
            let game = found.entry((order.chain(played), Reverse(start))).or_insert_with(game);
            game.asked.push(i);
            game.consent |= start == Start::Peace && consent(set);
        }
        // The chains of a root begin with it, so they follow each other.
        let mut by_root: Vec<(InstrumentSet, Vec<Game>)> = Vec::new();
        for game in found.into_values() {
            let root = after_war(scenario, game.set, 0);
            match by_root.last_mut() {
                Some((last, games)) if *last == root => games.push(game),
                _ => by_root.push((root, vec![game])),
            }
        }
        let groups = by_root.into_iter().map(|(root, games)| Group::new(scenario, &order, root, games, gains));
        let mut groups: Vec<Group> = groups.collect();
        // A root whose world is there anyway is the outside option of packages to come.
        let wanted: BTreeSet<InstrumentSet> = groups.iter().flat_map(|group| group.outside.iter().copied()).collect();
        for group in groups.iter_mut().filter(|group| wanted.contains(&group.root)) {
            group.want_root();
        }
        Plan { groups }
    }

    /// The same games in parts that follow each other, none with much more or less than so many games.
    pub(crate) fn parts(self, scenario: &Scenario, games: usize, gains: &[Actor]) -> Vec<Plan> {
        let order = Order::new(scenario);
        let mut parts: Vec<Plan> = Vec::new();
        let mut room = 0;
        for group in self.groups {
            // A group of its own accord ends a part; one that is too large for any is cut.
            let cut: Vec<Group> = if group.games.len() <= 2 * games {
                vec![group]
            } else {
                let pieces = group.games.chunks(games).map(<[Game]>::to_vec);
                pieces.map(|piece| Group::new(scenario, &order, group.root, piece, gains)).collect()
            };
            for group in cut {
                if room == 0 {
                    parts.push(Plan { groups: Vec::new() });
                    room = games;
                }
                room = room.saturating_sub(group.games.len());
                if let Some(part) = parts.last_mut() {
                    part.groups.push(group);
                }
            }
        }
        parts
    }

    /// The games in their order.
    pub(crate) fn games(&self) -> impl Iterator<Item = &Game> {
        self.groups.iter().flat_map(|group| &group.games)
    }
}

impl Group {
    /// Games of one root, with the outside options that they need.
    fn new(scenario: &Scenario, order: &Order<'_>, root: InstrumentSet, games: Vec<Game>, gains: &[Actor]) -> Group {
        let signed = games.iter().filter(|game| game.consent);
        let outside = signed.flat_map(|game| alternatives(scenario, game.set, gains));
        let outside = outside.map(|(_, set)| (order.key(set), set));
        let outside: BTreeMap<Key, InstrumentSet> = outside.collect();
        let played = |set: &InstrumentSet| games.iter().any(|game| game.set == *set && game.start == Start::War);
        let outside = outside.into_values().filter(|set| !played(set)).collect();
        Group { root, outside, games }
    }

    /// Its root is the outside option of some package.
    fn want_root(&mut self) {
        let played = self.games.iter().any(|game| game.start == Start::War);
        if !played && !self.outside.contains(&self.root) {
            self.outside.push(self.root);
        }
    }
}

/// A set whose instruments are numbered by how much packages share that differ in them.
type Key = u64;

/// How roots are ordered.
struct Order<'a> {
    scenario: &'a Scenario,
    /// The place of each instrument among the bits of a key.
    place: Vec<usize>,
}

impl<'a> Order<'a> {
    fn new(scenario: &'a Scenario) -> Order<'a> {
        let responds: BTreeSet<usize> = scenario
            .effects
            .iter()
            .filter(|effect| Contest::reads(effect.on.kind) || Response::reads(effect.on.kind))
            .filter_map(|effect| effect.instrument)
            .collect();
        let instruments = &scenario.instruments;
        // The lowest bits change first.
        let mut by_place: Vec<usize> = (0..instruments.len()).collect();
        by_place.sort_by_key(|&i| (responds.contains(&i), Reverse(instruments[i].lead_time), i));
        let mut place = vec![0; instruments.len()];
        by_place.iter().enumerate().for_each(|(bit, &i)| place[i] = bit);
        Order { scenario, place }
    }

    /// The place of a set; that of a part of it is lower.
    fn key(&self, set: InstrumentSet) -> Key {
        set.iter().map(|i| 1 << self.place[i]).sum()
    }

    /// The worlds of a package from its root to itself.
    fn chain(&self, set: InstrumentSet) -> Vec<Key> {
        chain(self.scenario, set).into_iter().map(|set| self.key(set)).collect()
    }
}

#[cfg(test)]
mod tests {
    use standfast_model::tree::Value;

    use super::*;

    fn tree(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => Value::String(text),
            toml::Value::Integer(number) => Value::Integer(number),
            toml::Value::Float(number) => Value::Float(number),
            toml::Value::Boolean(is) => Value::Boolean(is),
            toml::Value::Datetime(date) => Value::Date(date.to_string()),
            toml::Value::Array(items) => Value::Array(items.into_iter().map(tree).collect()),
            toml::Value::Table(table) => {
                Value::Table(table.into_iter().map(|(key, value)| (key, tree(value))).collect())
            }
        }
    }

    /// Instruments that wars abort until four different years, and some that nothing aborts.
    fn scenario() -> Scenario {
        let head = r#"
            standfast = 1
            [scenario]
            id = "case"
            title = "Case"
            start = 2000
            horizon = 8
            tail = 2
            [actors]
            challenger = "north"
            protege = "south"
            guarantors = ["east", "west"]
        "#;
        let instruments = [
            ("a", 1, true, "east"),
            ("b", 2, true, "west"),
            ("c", 2, true, "south"),
            ("d", 6, true, "north"),
            ("e", 3, true, "east"),
            ("f", 0, false, "east"),
            ("g", 4, false, "west"),
            ("h", 1, false, "north"),
        ];
        let each = instruments.map(|(id, lead, aborted, consent)| {
            let aborted = if aborted { "aborted_by = \"war\"" } else { "" };
            let effects = if consent == "west" { "{ on = \"protege.strength\", add = 1 }" } else { "" };
            format!(
                "[instruments.{id}]\nlead_time = {lead}\n{aborted}\nconsent = [\"{consent}\"]\neffects = [{effects}]\n"
            )
        });
        let table: toml::Table = format!("{head}\n{}", each.concat()).parse().expect("TOML");
        let (scenario, _) = Scenario::read(&tree(toml::Value::Table(table))).expect("a scenario");
        scenario
    }

    fn every_package(scenario: &Scenario) -> Vec<(InstrumentSet, Start)> {
        (0..1 << scenario.instruments.len()).map(|set| (InstrumentSet(set), Start::Peace)).collect()
    }

    #[test]
    fn each_world_is_solved_once_while_a_chain_of_them_is_kept() {
        let scenario = scenario();
        let plan = Plan::new(&scenario, &every_package(&scenario), |_| true, &[]);
        let longest = plan.games().map(|game| chain(&scenario, game.set).len()).max().expect("games");
        assert_eq!(longest, 5, "four years, and what nothing aborts");
        let (mut kept, mut solved): (Vec<InstrumentSet>, Vec<InstrumentSet>) = Default::default();
        let mut need = |set: InstrumentSet| {
            for world in chain(&scenario, set) {
                match kept.iter().position(|known| *known == world) {
                    Some(known) => drop(kept.remove(known)),
                    None => solved.push(world),
                }
                kept.push(world);
                if kept.len() > longest {
                    kept.remove(0);
                }
            }
        };
        let mut outside = BTreeSet::new();
        for group in &plan.groups {
            group.outside.iter().filter(|set| outside.insert(**set)).for_each(|set| need(*set));
            group.games.iter().for_each(|game| need(game.set));
        }
        assert!(outside.len() > 4, "{outside:?}");
        assert_eq!(solved.len(), 256, "one world for each package, and none for outside options");
    }

    #[test]
    fn every_game_is_there_once_with_all_who_asked_for_it() {
        let scenario = scenario();
        let set = |bits| InstrumentSet(bits);
        // The second and third start at war without what that war aborts.
        let games = [
            (set(0b0010_0001), Start::Peace),
            (set(0b0010_0001), Start::War),
            (set(0b0010_0011), Start::War),
            (set(0b0010_0001), Start::Peace),
            (set(0), Start::Peace),
        ];
        let plan = Plan::new(&scenario, &games, |set| !set.is_empty(), &[]);
        let found: Vec<_> = plan.games().map(|game| (game.set, game.start, game.consent, &game.asked[..])).collect();
        let expected: [(InstrumentSet, Start, bool, &[usize]); 3] = [
            (set(0), Start::Peace, false, &[4]),
            (set(0b0010_0000), Start::War, false, &[1, 2]),
            (set(0b0010_0001), Start::Peace, true, &[0, 3]),
        ];
        assert_eq!(found, expected);
        // East signs both instruments, challenger and protégé neither: what these are left with is played.
        assert_eq!(plan.groups[1].outside, [set(0)]);
    }

    #[test]
    fn parts_hold_the_same_games_in_the_same_order() {
        let scenario = scenario();
        let plan = Plan::new(&scenario, &every_package(&scenario), |_| true, &[]);
        let order: Vec<Game> = plan.games().cloned().collect();
        for games in [1, 7, 20, 40, 1000] {
            let parts = plan.clone().parts(&scenario, games, &[]);
            assert!(parts.iter().flat_map(Plan::games).eq(&order), "{games}");
            let sizes: Vec<usize> = parts.iter().map(|part| part.games().count()).collect();
            assert!(sizes.iter().all(|&size| size < 3 * games), "{games}: {sizes:?}");
            assert!(sizes.len() == 1 || sizes[..sizes.len() - 1].iter().all(|&size| size >= games), "{sizes:?}");
        }
    }
}
