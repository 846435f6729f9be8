//! Why two readers of a case come to different answers: the difference, split over what they assume differently.

pub mod findings;

use std::collections::BTreeMap;

use standfast_ensemble::draw::{DrawOutcome, Equilibria};
use standfast_ensemble::{Cancelled, Design, Observer, variants};
use standfast_model::Scenario;
use standfast_model::assumptions::{Assumptions, Change, Item};
use standfast_model::fault::{Code, Fault};
use standfast_model::instrument::InstrumentSet;
use standfast_model::number::Number;
use standfast_model::tree::Path;

use crate::breach::Risk;
use crate::diagnostic::Diagnostic;
use crate::document::{Case, Refused};
use crate::findings::Years;
use crate::places::Lines;
use crate::selection::Selection;
use crate::study::{DEFAULT_SEED, Study};
use crate::watch::Watch;
pub use findings::DisagreeFindings;

/// Draws that are taken unless somebody asks for another number: k differences are 2ᵏ variants of the case.
pub const DEFAULT_DRAWS: usize = 32;
/// More differences than that are taken together, by owner and then by group.
pub const MOST_PLAYERS: usize = 12;
/// The word for the reader who takes the case as it is.
pub const CASE: &str = "case";

/// Somebody who reads a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Takes it as it is.
    Case,
    /// Holds a set of assumptions, by position.
    Holds(usize),
}

/// What to find out about two readers.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagree<'a> {
    /// The case, under no stress.
    pub case: &'a Case,
    /// Stresses that hold from the start for both, by position; they can hold together.
    pub under: Vec<usize>,
    /// The two, whose answers are told as the second less the first.
    pub readers: [Reader; 2],
    /// The package.
    pub package: Selection,
    /// The risk that they are asked for.
    pub risk: Risk,
    /// The draws.
    pub design: Design,
    /// Within how many years, ascending.
    pub years: Vec<usize>,
}

/// Something that two readers take to be different.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Apart<'a> {
    pub(crate) item: &'a Item,
    /// What each takes it to be; nothing where there is no such effect.
    pub(crate) numbers: [Option<&'a Number>; 2],
    /// The position of each reader's change among all changes, where it makes one.
    changes: [Option<usize>; 2],
}

/// What is kept of a draw: the risk by span of years, and what is known of the equilibria behind it.
type Kept = (Vec<f64>, Equilibria);

/// How differences were taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Each by itself.
    Difference,
    /// By whose primitive it is.
    Owner,
    /// By the group of the primitive.
    Group,
}

/// What was solved.
pub(crate) struct Parts<'a> {
    pub(crate) apart: Vec<Apart<'a>>,
    pub(crate) by: By,
    /// The players: a name, and the differences that it has.
    pub(crate) players: Vec<(String, Vec<usize>)>,
    /// By subset of the players with the second reader's numbers, then by span of years, then by draw.
    pub(crate) risks: Vec<Vec<Vec<f64>>>,
    /// By reader, then by span of years, then by draw: without any guarantee. Nothing for a package without
    /// instruments.
    pub(crate) nothing: Option<[Vec<Vec<f64>>; 2]>,
    /// By draw, behind all of it.
    pub(crate) equilibria: Vec<Equilibria>,
}

impl By {
    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            By::Difference => "difference",
            By::Owner => "owner",
            By::Group => "group",
        }
    }
}

impl Reader {
    /// The reader of a name: the id of a set of assumptions, or `case`.
    ///
    /// # Errors
    /// If the case has no such set.
    pub fn find(scenario: &Scenario, name: &str) -> Result<Reader, Refused> {
        let trimmed = name.trim();
        if let Some(found) = scenario.assumptions.iter().position(|set| set.id == trimmed) {
            return Ok(Reader::Holds(found));
        }
        if trimmed == CASE {
            return Ok(Reader::Case);
        }
        let known = scenario.assumptions.iter().map(|set| set.id.as_str()).chain([CASE]);
        let fault = Fault::new(Code::UnknownAssumptions, &Path::default()).with("given", trimmed).known(known);
        let diagnostic = Diagnostic::at(&fault, &Lines::of(name), 0..name.len());
        Err(Refused::new("choice", name.to_owned(), vec![diagnostic]))
    }

    /// What it assumes.
    pub(crate) fn holds(self, scenario: &Scenario) -> Option<&Assumptions> {
        match self {
            Reader::Case => None,
            Reader::Holds(position) => scenario.assumptions.get(position),
        }
    }
}

impl<'a> Disagree<'a> {
    /// Two readers of a case, with the defaults.
    pub fn of(case: &'a Case, readers: [Reader; 2], package: Selection) -> Disagree<'a> {
        Disagree {
            case,
            under: Vec::new(),
            readers,
            package,
            risk: Risk::War,
            design: Design::Sobol { seed: DEFAULT_SEED, draws: DEFAULT_DRAWS },
            years: Study::of(case).years,
        }
    }

    /// Solves it, on the current thread pool.
    ///
    /// # Errors
    /// If the observer cancels it.
    pub fn run(self, observer: &dyn Observer) -> Result<DisagreeFindings, Cancelled> {
        let scenario = &self.case.scenario;
        let held = self.readers.map(|reader| reader.holds(scenario));
        let all: Vec<&Change> = held.iter().flatten().flat_map(|set| &set.changes).collect();
        let apart = apart(scenario, held);
        let (by, players) = players(scenario, &apart);
        let subsets = 1_usize << players.len();
        let with_nothing = if self.package.set.is_empty() { 0 } else { 2 };
        let watch = Watch::new(observer, self.design, subsets + with_nothing);
        // What all but the differences in question have from the first reader, and these from the second.
        let made = |subset: usize| -> Vec<usize> {
            let of_second = |difference: usize| {
                players.iter().enumerate().any(|(i, (_, each))| subset >> i & 1 == 1 && each.contains(&difference))
            };
            let each = apart.iter().enumerate();
            let differing = each.filter_map(|(i, apart)| apart.changes[usize::from(of_second(i))]);
            let agreed = all.iter().enumerate().filter(|(_, change)| apart.iter().all(|each| *each.item != change.of));
            differing.chain(agreed.map(|(i, _)| i)).collect()
        };
        let variant = |made: &[usize]| {
            let case = scenario.changed(&all, made);
            case.under(&self.under).unwrap_or_else(|_| unreachable!("the stresses can hold together"))
        };
        let solve = |made: &[Vec<usize>], set: InstrumentSet| -> Result<Vec<Vec<Kept>>, Cancelled> {
            let keep = |outcome: &DrawOutcome| {
                let risks: Vec<f64> = self.years.iter().map(|&years| self.risk.within(outcome, years)).collect();
                (risks, outcome.equilibria)
            };
            variants(made.len(), |i| variant(&made[i]), set, self.design, self.risk.want(), keep, &watch)
        };
        let mut equilibria = vec![Equilibria::default(); self.design.draws()];
        let mut by_span = |draws: &Vec<Kept>| -> Vec<Vec<f64>> {
            equilibria.iter_mut().zip(draws).for_each(|(all, (_, more))| all.merge(more));
            (0..self.years.len()).map(|span| draws.iter().map(|(risks, _)| risks[span]).collect()).collect()
        };
        let each: Vec<Vec<usize>> = (0..subsets).map(made).collect();
        let risks: Vec<Vec<Vec<f64>>> = solve(&each, self.package.set)?.iter().map(&mut by_span).collect();
        let nothing = if with_nothing == 0 {
            None
        } else {
            let both = [each[0].clone(), each[subsets - 1].clone()];
            let solved = solve(&both, InstrumentSet::EMPTY)?;
            Some([by_span(&solved[0]), by_span(&solved[1])])
        };
        Ok(DisagreeFindings::new(&self, &Parts { apart, by, players, risks, nothing, equilibria }))
    }

    /// The span that sentences are about.
    pub(crate) fn headline(&self) -> usize {
        Years::new(self.years.clone()).headline()
    }
}

/// What two readers take to be different, in the order in which the first and then the second speak of it.
fn apart<'a>(scenario: &'a Scenario, held: [Option<&'a Assumptions>; 2]) -> Vec<Apart<'a>> {
    let changes = |reader: usize| held[reader].map_or(&[][..], |set| &set.changes);
    let before = changes(0).len();
    let mut found: Vec<Apart<'a>> = Vec::new();
    for item in changes(0).iter().chain(changes(1)).map(|change| &change.of) {
        if found.iter().any(|apart| apart.item == item) {
            continue;
        }
        let own = match item {
            Item::Base(primitive) => Some(&scenario.numbers[scenario.base(*primitive)]),
            Item::Effect(i) => Some(&scenario.numbers[scenario.effects[*i].number]),
            Item::Added { .. } => None,
        };
        let place = |reader: usize| {
            let place = changes(reader).iter().position(|change| change.of == *item)?;
            Some(if reader == 0 { place } else { before + place })
        };
        let numbers = [0, 1].map(|reader| held[reader].and_then(|set| set.of(item)).or(own));
        let spread = |reader: usize| numbers[reader].map(|number: &Number| number.spread);
        if spread(0) != spread(1) {
            found.push(Apart { item, numbers, changes: [place(0), place(1)] });
        }
    }
    found
}

/// The players: each difference by itself, or differences taken together where they are too many.
fn players(scenario: &Scenario, apart: &[Apart<'_>]) -> (By, Vec<(String, Vec<usize>)>) {
    let name = |i: usize| scenario.primitive_name(scenario.item_primitive(apart[i].item));
    if apart.len() <= MOST_PLAYERS {
        return (By::Difference, (0..apart.len()).map(|i| (name(i), vec![i])).collect());
    }
    let together = |key: &dyn Fn(usize) -> String| {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for i in 0..apart.len() {
            groups.entry(key(i)).or_default().push(i);
        }
        groups.into_iter().collect::<Vec<_>>()
    };
    let owners = together(&|i| name(i).split('.').next().unwrap_or_default().to_owned());
    if owners.len() <= MOST_PLAYERS {
        return (By::Owner, owners);
    }
    let group = |i: usize| scenario.item_primitive(apart[i].item).kind.spec().group.word().to_lowercase();
    (By::Group, together(&group))
}
