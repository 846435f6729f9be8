//! What two cases say differently: their meaning, not the layout of their texts.
//!
//! Each case is taken apart into things that have an id, each thing into its claims (`outline`);
//! claims are compared by what they say, with every name in full, as positions mean nothing in
//! another case. An id is an id: what was only renamed is gone, and something new is there.

mod effects;
mod outline;

use std::collections::{BTreeMap, BTreeSet};

use standfast_model::actor::Text;
use standfast_model::check::Target;
use standfast_model::claim::Bounds;
use standfast_model::condition::Condition;
use standfast_model::constraint::Constraint;
use standfast_model::effect::Effect;
use standfast_model::number::{Number, Spread};
use standfast_model::question::{Comparison, Quantity};
use standfast_model::tree::Path;

use crate::document::Case;
use crate::references::Reference;
use crate::topic::Topic;

use outline::{Thing, outline};

/// Everything that two cases say differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences<'a> {
    /// The first case.
    pub before: &'a Case,
    /// The second case.
    pub after: &'a Case,
    /// The differences: part by part, in the order of the second case, then what it no longer has.
    pub list: Vec<Difference<'a>>,
    /// Whether one seed draws the same value for each number that is uncertain in both.
    pub same_draws: bool,
    /// Whether both have a bibliography, so that their sources could be compared.
    pub sources_compared: bool,
}

/// One thing that two cases say differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference<'a> {
    /// The part of a case that it belongs to.
    pub part: Part,
    /// The id of what it is about, or a primitive's name; nothing where it is about the case.
    pub of: Option<String>,
    /// What the first case says; nothing if it does not speak of it.
    pub before: Option<Claim<'a>>,
    /// What the second case says.
    pub after: Option<Claim<'a>>,
}

/// How two cases differ in a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only the second speaks of it.
    Added,
    /// Only the first speaks of it.
    Removed,
    /// They say different things of it.
    Changed,
    /// They say the same of it, on other evidence.
    Reassigned,
    /// They list the same in another order, in which numbers are drawn.
    Reordered,
}

impl Change {
    /// Its word, for programs.
    pub fn word(self) -> &'static str {
        match self {
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Changed => "changed",
            Change::Reassigned => "reassigned",
            Change::Reordered => "reordered",
        }
    }
}

/// The parts of a case, in the order of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Settings of the case as a whole.
    Scenario,
    /// Who takes part.
    Actors,
    /// What drifts.
    Factors,
    /// The numbers of the game.
    Primitives,
    /// The effects of levels, phases and actions.
    Effects,
    /// What is on offer.
    Instruments,
    /// In which order instruments may come into force.
    Constraints,
    /// Named packages.
    Packages,
    /// What may go wrong.
    Stresses,
    /// What history says.
    Checks,
    /// What somebody said.
    Claims,
    /// What readers take to be otherwise.
    Assumptions,
    /// What numbers rest on.
    Evidence,
    /// The bibliography.
    Sources,
}

impl Part {
    /// Every part.
    pub const ALL: [Part; 14] = [
        Part::Scenario,
        Part::Actors,
        Part::Factors,
        Part::Primitives,
        Part::Effects,
        Part::Instruments,
        Part::Constraints,
        Part::Packages,
        Part::Stresses,
        Part::Checks,
        Part::Claims,
        Part::Assumptions,
        Part::Evidence,
        Part::Sources,
    ];

    /// Its word: the key of the language where it has one.
    pub fn word(self) -> &'static str {
        match self {
            Part::Scenario => "scenario",
            Part::Actors => "actors",
            Part::Factors => "factors",
            Part::Primitives => "primitives",
            Part::Effects => "effects",
            Part::Instruments => "instruments",
            Part::Constraints => "constraints",
            Part::Packages => "packages",
            Part::Stresses => "stresses",
            Part::Checks => "checks",
            Part::Claims => "claims",
            Part::Assumptions => "assumptions",
            Part::Evidence => "evidence",
            Part::Sources => "sources",
        }
    }
}

/// What one case says of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim<'a> {
    /// Where it stands in the document, or would stand.
    pub path: Path,
    /// The key of the language, or what else tells the claims about one thing apart.
    pub key: &'static str,
    /// The effect that it is about, if it is about one.
    pub effect: Option<&'a Effect>,
    /// What is said.
    pub said: Said<'a>,
}

/// The ways of saying something.
#[derive(Clone, Debug, PartialEq)]
pub enum Said<'a> {
    /// That it is there: something with a name.
    Topic(Topic),
    /// That it is there: an effect.
    Effect(&'a Effect),
    /// That it is there: a constraint, by what it asks for in names and the year.
    Constraint(&'a Constraint, String),
    /// Words for people.
    Text(&'a Text),
    /// Words for people, in one language.
    Sentence(&'a str),
    /// A word of the language, an id or a date.
    Word(&'a str),
    /// A year, or a number of years.
    Count(i64),
    /// From the first of these years to before the second.
    Years(usize, usize),
    /// A number with its spread.
    Number(&'a Number),
    /// What a number rests on, by id.
    Evidence(Vec<&'a str>),
    /// A set of ids.
    Names(Vec<&'a str>),
    /// Ids in their order.
    Order(Vec<String>),
    /// Effects in their order.
    Effects(Vec<&'a Effect>),
    /// Levels, low to high.
    Levels(&'a [String]),
    /// The names of levels for people, where they have any.
    LevelNames(Vec<(&'a str, &'a Text)>),
    /// The probability of each level.
    Initial(Vec<(&'a str, f64)>),
    /// Factors, each at one of its levels.
    Places(Vec<(&'a str, Vec<&'a str>)>),
    /// A package.
    Package {
        /// The presets that hold the same.
        presets: Vec<&'a str>,
        /// What it holds.
        instruments: Vec<&'a str>,
    },
    /// With what a check is compared.
    Against {
        /// Whether that is what the check itself looks at, which need not be said.
        own: bool,
        /// What it is.
        said: Box<Said<'a>>,
    },
    /// A closed range.
    Target(Target),
    /// What a claim is held against.
    Tests(Vec<SaidTest<'a>>),
    /// Numbers that a reader takes to be others.
    Assumed(Vec<Assumed<'a>>),
    /// A work of the bibliography.
    Source(&'a Reference),
}

/// A number that a reader takes to be another, with every name in full.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumed<'a> {
    /// The primitive that it is of, or that it is added to.
    pub primitive: String,
    /// Of an effect: the instrument that it belongs to, where, and its first year.
    pub effect: Option<(Option<&'a str>, &'a Condition, Option<usize>)>,
    /// The number.
    pub spread: Spread,
    /// What it rests on, by id.
    pub evidence: Vec<&'a str>,
    /// What it touches, with names instead of positions.
    touched: Option<effects::Touched<'a>>,
}

impl Assumed<'_> {
    fn agrees_with(&self, other: &Assumed<'_>) -> bool {
        let of = |assumed: &Assumed<'_>| assumed.effect.map(|(of, _, from)| (of.map(str::to_owned), from));
        let rest = self.spread == other.spread && as_set(&self.evidence) == as_set(&other.evidence);
        rest && self.primitive == other.primitive && self.touched == other.touched && of(self) == of(other)
    }
}

/// A test of a claim, with every name in full.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidTest<'a> {
    /// What it asks for.
    pub quantity: Quantity,
    /// Whose.
    pub actor: Option<&'a str>,
    /// From the first of these years to before the second.
    pub years: Option<(usize, usize)>,
    /// Where it is looked at: a package, and stresses.
    pub game: [Said<'a>; 2],
    /// With what that is compared, and how.
    pub against: Option<(Comparison, [Said<'a>; 2])>,
    /// Where the answer has to lie.
    pub bounds: Bounds,
}

impl SaidTest<'_> {
    fn agrees_with(&self, other: &SaidTest<'_>) -> bool {
        let games = |one: &[Said<'_>; 2], other: &[Said<'_>; 2]| {
            one.iter().zip(other).all(|(one, other)| one.agrees_with(other))
        };
        let against = match (&self.against, &other.against) {
            (Some((by, one)), Some((other_by, other))) => by == other_by && games(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        let rest = (self.quantity, self.actor, self.years) == (other.quantity, other.actor, other.years);
        against && rest && games(&self.game, &other.game) && self.bounds == other.bounds
    }
}

impl Said<'_> {
    /// Whether two cases say the same, wherever and in whatever order they say it.
    fn agrees_with(&self, other: &Said<'_>) -> bool {
        match (self, other) {
            // What is left out says the same as its default.
            (Said::Number(one), Said::Number(other)) => one.spread == other.spread,
            (Said::Evidence(one), Said::Evidence(other)) | (Said::Names(one), Said::Names(other)) => {
                as_set(one) == as_set(other)
            }
            (Said::Places(one), Said::Places(other)) => places_as_set(one) == places_as_set(other),
            // The levels' names are a claim of their own.
            (Said::Initial(one), Said::Initial(other)) => one.iter().map(|(_, p)| p).eq(other.iter().map(|(_, p)| p)),
            // What a preset holds is a claim about the preset.
            (
                Said::Package { presets, instruments },
                Said::Package { presets: other_presets, instruments: other_instruments },
            ) => {
                let preset = presets.iter().any(|preset| other_presets.contains(preset));
                preset || as_set(instruments) == as_set(other_instruments)
            }
            (Said::Against { own, said }, Said::Against { own: other_own, said: other }) => {
                (*own && *other_own) || said.agrees_with(other)
            }
            (Said::Tests(one), Said::Tests(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.agrees_with(other))
            }
            (Said::Assumed(one), Said::Assumed(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.agrees_with(other))
            }
            (Said::Topic(_), Said::Topic(_))
            | (Said::Effect(_), Said::Effect(_))
            | (Said::Constraint(..), Said::Constraint(..)) => true,
            (one, other) => one == other,
        }
    }
}

fn as_set<'a>(ids: &[&'a str]) -> BTreeSet<&'a str> {
    ids.iter().copied().collect()
}

fn places_as_set<'a>(places: &[(&'a str, Vec<&'a str>)]) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    places.iter().map(|(factor, levels)| (*factor, as_set(levels))).collect()
}

impl Difference<'_> {
    /// Where it stands: in the second case, if that speaks of it.
    pub fn path(&self) -> &Path {
        let claim = self.after.as_ref().or(self.before.as_ref());
        &claim.unwrap_or_else(|| unreachable!("one of the two speaks of it")).path
    }

    /// How the two cases differ in it.
    pub fn change(&self) -> Change {
        match (&self.before, &self.after) {
            (None, _) => Change::Added,
            (_, None) => Change::Removed,
            (Some(Claim { said: Said::Order(_) | Said::Effects(_), .. }), _) => Change::Reordered,
            (Some(Claim { said: Said::Evidence(_), .. }), _) => Change::Reassigned,
            _ => Change::Changed,
        }
    }
}

/// Everything that two cases say differently.
pub fn differences<'a>(before: &'a Case, after: &'a Case) -> Differences<'a> {
    let sources_compared = before.bibliography().is_some() && after.bibliography().is_some();
    let (old, new) = (outline(before), outline(after));
    let mut list = Vec::new();
    for part in Part::ALL.into_iter().filter(|part| *part != Part::Sources || sources_compared) {
        let [old, new] =
            [&old, &new].map(|things| things.iter().filter(|thing| thing.part == part).collect::<Vec<_>>());
        compare(&old, &new, &mut list);
    }
    let same_draws = effects::same_draws(&before.scenario, &after.scenario);
    Differences { before, after, list, same_draws, sources_compared }
}

/// Compares the things of one part.
fn compare<'a>(old: &[&Thing<'a>], new: &[&Thing<'a>], list: &mut Vec<Difference<'a>>) {
    type ById<'t, 'a> = BTreeMap<&'t Option<String>, &'t Thing<'a>>;
    let [earlier, later] = [old, new].map(|things| things.iter().map(|thing| (&thing.id, *thing)).collect::<ById>());
    for thing in new {
        match earlier.get(&thing.id) {
            Some(earlier) => compare_thing(earlier, thing, list),
            None => list.extend(thing.whole().map(|whole| thing.difference(None, Some(whole)))),
        }
    }
    for thing in old.iter().filter(|thing| !later.contains_key(&thing.id)) {
        list.extend(thing.whole().map(|whole| thing.difference(Some(whole), None)));
    }
    let mut lists: Vec<(Part, &Path)> =
        new.iter().filter_map(|thing| Some((thing.part, thing.list.as_ref()?))).collect();
    lists.dedup();
    for (part, path) in lists {
        let ids = |things: &[&Thing<'a>]| -> Vec<String> {
            things
                .iter()
                .filter(|thing| thing.list.as_ref() == Some(path))
                .filter_map(|thing| thing.id.clone())
                .collect()
        };
        let (old, new) = (ids(old), ids(new));
        // What one of the two does not list has no place in the other's order.
        let both: BTreeSet<&String> = old.iter().filter(|id| new.contains(id)).collect();
        let [before, after] =
            [&old, &new].map(|ids| ids.iter().filter(|id| both.contains(id)).cloned().collect::<Vec<String>>());
        if before != after {
            let claim = |ids| Some(Claim { path: path.clone(), key: "order", effect: None, said: Said::Order(ids) });
            list.push(Difference { part, of: None, before: claim(before), after: claim(after) });
        }
    }
}

/// Compares the claims about one thing, and its effects.
fn compare_thing<'a>(old: &Thing<'a>, new: &Thing<'a>, list: &mut Vec<Difference<'a>>) {
    let find = |claims: &[Claim<'a>], key| claims.iter().find(|claim| claim.key == key).cloned();
    for claim in &new.claims {
        match find(&old.claims, claim.key) {
            Some(earlier) if earlier.said.agrees_with(&claim.said) => {}
            earlier => list.push(new.difference(earlier, Some(claim.clone()))),
        }
    }
    for claim in old.claims.iter().filter(|claim| find(&new.claims, claim.key).is_none()) {
        list.push(new.difference(Some(claim.clone()), None));
    }
    effects::compare(old, new, list);
}
