//! A case held against the record: each of its checks, with what the game says and whether it holds.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use standfast_ensemble::band::{Statistic, estimate};
use standfast_ensemble::quantity::Asked;
use standfast_ensemble::run::PackageRun;
use standfast_ensemble::{Band, Cancelled, Design, Estimate, Observer, Request, run};
use standfast_game::Start;
use standfast_model::Scenario;
use standfast_model::check::{Check, Comparison, Game, Quantity, Role, Target, Use};
use standfast_model::instrument::InstrumentSet;

use crate::document::Case;
use crate::provenance::{CaseFindings, Method, Words};
use crate::selection::Selection;
use crate::watch::Watch;

/// What became of the checks of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// In the order of the case.
    pub checks: Vec<CheckFindings>,
}

/// What became of a check.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckFindings {
    /// Its id.
    pub id: String,
    /// What history says.
    pub says: Words,
    /// What it is about.
    pub quantity: &'static str,
    /// How its numbers are meant.
    pub scale: Scale,
    /// Whose, by id, where the quantity belongs to an actor.
    pub actor: Option<String>,
    /// From the first of these years to before the second.
    pub years: Option<(usize, usize)>,
    /// Where it was looked at.
    pub game: GameFindings,
    /// With what it was compared.
    pub against: Option<GameFindings>,
    /// The target.
    pub target: TargetFindings,
    /// What is held against it: `median` over the draws, for a yes or no the `share` of draws.
    pub statistic: &'static str,
    /// Its value.
    pub value: f64,
    /// Its standard error, from eight scramblings.
    pub value_se: Option<f64>,
    /// Whether it lies in the target.
    pub verdict: Verdict,
    /// The spread over the draws in which the quantity is defined.
    pub found: Band,
    /// The same over the draws that have converged, if some have not.
    pub found_converged_only: Option<Band>,
    /// In how many draws the quantity is not defined: what it is conditional on never happens.
    pub undefined_draws: usize,
    /// In how many draws equilibria behind it have not converged.
    pub unconverged_draws: usize,
    /// `tuning` or `held-out`.
    #[serde(rename = "use")]
    pub purpose: &'static str,
    /// Where the target comes from.
    pub reason: Words,
    /// What it rests on, by id.
    pub evidence: Vec<String>,
}

/// A game that a check looks at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GameFindings {
    /// The package: the id of a preset, or instruments joined by `+`.
    pub package: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// The stresses that hold from the start, by id.
    pub under: Vec<String>,
}

/// A closed range.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TargetFindings {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// How a check's numbers are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A chance, or a share.
    Chance,
    /// A ratio of two chances.
    Ratio,
    /// A difference of two chances.
    Difference,
}

/// Whether a check holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The value lies in the target.
    Holds,
    /// It does not.
    Fails,
    /// There is no value: the quantity is not defined in any draw.
    Undefined,
}

const SHARE: &str = "share";

impl Serialize for Scale {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Serialize for Verdict {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Record {
    /// How many checks hold, of how many.
    pub fn holding(&self) -> (usize, usize) {
        count(self.checks.iter())
    }

    /// The same among the checks that were chosen before tuning.
    pub fn held_out_holding(&self) -> (usize, usize) {
        count(self.checks.iter().filter(|check| check.is_held_out()))
    }

    /// Whether everything behind the checks has converged.
    pub fn converged(&self) -> bool {
        self.checks.iter().all(|check| check.unconverged_draws == 0)
    }
}

fn count<'a>(checks: impl Iterator<Item = &'a CheckFindings>) -> (usize, usize) {
    checks.fold((0, 0), |(holding, all), check| (holding + usize::from(check.verdict == Verdict::Holds), all + 1))
}

impl Scale {
    /// How the numbers of a check are meant.
    pub fn of(check: &Check) -> Scale {
        match check.against {
            None => Scale::Chance,
            Some((Comparison::Ratio, _)) => Scale::Ratio,
            Some((Comparison::Difference, _)) => Scale::Difference,
        }
    }

    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Scale::Chance => "chance",
            Scale::Ratio => "ratio",
            Scale::Difference => "difference",
        }
    }
}

impl Verdict {
    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Fails => "fails",
            Verdict::Undefined => "undefined",
        }
    }
}

impl CheckFindings {
    /// Whether it was chosen before tuning.
    pub fn is_held_out(&self) -> bool {
        self.purpose == word(&Use::WORDS, Use::HeldOut)
    }

    /// Whether what is held against the target is a share of draws.
    pub fn is_share(&self) -> bool {
        self.statistic == SHARE
    }

    /// Whether more draws could well change the verdict: an end of the target lies within two
    /// standard errors of the value.
    pub fn is_close(&self) -> bool {
        let near = |end: f64| self.value_se.is_some_and(|se| (self.value - end).abs() < 2.0 * se);
        near(self.target.low) || near(self.target.high)
    }
}

/// Holds a case against its record.
///
/// # Errors
/// If the observer cancels it.
pub fn record(case: &Case, design: Design, observer: &dyn Observer) -> Result<Record, Cancelled> {
    let scenario = &case.scenario;
    let values = solve(scenario, design, observer)?;
    let checks = scenario.checks.iter().zip(&values).map(|(check, values)| findings(scenario, check, values)).collect();
    Ok(Record { case: CaseFindings::of(case), method: Method::of(scenario, design), checks })
}

/// A check's quantity by draw, NaN where it is not defined, and whether the draw has converged.
struct Values {
    by_draw: Vec<f64>,
    converged: Vec<bool>,
}

/// The games that share stresses: one case, solved for all of their packages at once.
#[derive(Default)]
struct Group {
    packages: BTreeSet<InstrumentSet>,
    /// Those of them of which it is asked who signs.
    signed: BTreeSet<InstrumentSet>,
}

/// The games that a check looks at: both sides of a comparison, or the one side of a check without.
pub fn games(check: &Check) -> impl Iterator<Item = &Game> {
    std::iter::once(&check.game).chain(check.against.as_ref().map(|(_, game)| game))
}

fn solve(scenario: &Scenario, design: Design, observer: &dyn Observer) -> Result<Vec<Values>, Cancelled> {
    let mut groups: BTreeMap<&[usize], Group> = BTreeMap::new();
    for check in &scenario.checks {
        for game in games(check) {
            let group = groups.entry(&game.under).or_default();
            group.packages.insert(game.package);
            if is_signed(check.quantity) {
                group.signed.insert(game.package);
            }
        }
    }
    let watch = Watch::new(observer, design, groups.values().map(|group| group.packages.len()).sum());
    // By check and side of its comparison.
    let mut asked: BTreeMap<(usize, usize), Values> = BTreeMap::new();
    for (under, group) in groups {
        let stressed = scenario.under(under).unwrap_or_else(|_| unreachable!("stresses were checked when read"));
        let packages = group.packages.iter().map(|&set| (set, Start::Peace)).collect();
        let request = Request { packages, consent: group.signed, ..Request::default() };
        let ensemble = run(&stressed, design, &request, &watch)?;
        for (i, check) in scenario.checks.iter().enumerate() {
            for (side, game) in games(check).enumerate().filter(|(_, game)| game.under == under) {
                let run = ensemble.packages.iter().find(|run| run.set == game.package);
                let run = run.unwrap_or_else(|| unreachable!("every game of the group was solved"));
                asked.insert((i, side), ask(check, run));
            }
        }
    }
    let mut side = |check, side| asked.remove(&(check, side));
    let values = scenario.checks.iter().enumerate().map(|(i, check)| {
        let own = side(i, 0).unwrap_or_else(|| unreachable!("every check has a game"));
        match (&check.against, side(i, 1)) {
            (Some((comparison, _)), Some(other)) => compare(*comparison, &own, &other),
            _ => own,
        }
    });
    Ok(values.collect())
}

fn is_signed(quantity: Quantity) -> bool {
    quantity == Quantity::Concluded || quantity.needs().actor == Some(Role::Signatory)
}

/// A check's quantity in every draw of a game.
fn ask(check: &Check, run: &PackageRun) -> Values {
    let consents = run.consents.iter().map(Some).chain(std::iter::repeat(None));
    let by_draw = run.outcomes.iter().zip(consents).map(|(outcome, consent)| {
        let asked = Asked { outcome, consent, years: check.years.unwrap_or_default(), actor: check.actor };
        asked.value(check.quantity)
    });
    Values { by_draw: by_draw.collect(), converged: run.equilibria.iter().map(|draw| draw.converged()).collect() }
}

/// Two games, draw by draw.
fn compare(comparison: Comparison, own: &Values, other: &Values) -> Values {
    let by_draw = own.by_draw.iter().zip(&other.by_draw).map(|(own, other)| match comparison {
        Comparison::Ratio => own / other,
        Comparison::Difference => own - other,
    });
    let converged = own.converged.iter().zip(&other.converged).map(|(own, other)| *own && *other);
    Values { by_draw: by_draw.collect(), converged: converged.collect() }
}

fn findings(scenario: &Scenario, check: &Check, values: &Values) -> CheckFindings {
    let each = || values.by_draw.iter().zip(&values.converged).filter(|(value, _)| value.is_finite());
    let defined: Vec<f64> = each().map(|(value, _)| *value).collect();
    let converged: Vec<f64> = each().filter(|(_, converged)| **converged).map(|(value, _)| *value).collect();
    let (statistic, of_draws) =
        if check.quantity.is_yes_or_no() { (SHARE, Statistic::Mean) } else { ("median", Statistic::Quantile(0.5)) };
    let Estimate { value, standard_error } = estimate(&defined, of_draws);
    let Target { low, high } = check.target;
    let verdict = match value {
        _ if defined.is_empty() => Verdict::Undefined,
        value if check.target.contains(value) => Verdict::Holds,
        _ => Verdict::Fails,
    };
    CheckFindings {
        id: check.id.clone(),
        says: Words::from(&check.says),
        quantity: check.quantity.word(),
        scale: Scale::of(check),
        actor: check.actor.map(|actor| scenario.actors.id(actor).to_owned()),
        years: check.years,
        game: game_findings(scenario, &check.game),
        against: check.against.as_ref().map(|(_, game)| game_findings(scenario, game)),
        target: TargetFindings { low, high },
        statistic,
        value,
        value_se: standard_error,
        verdict,
        found: Band::of(&defined),
        found_converged_only: (converged.len() < defined.len()).then(|| Band::of(&converged)),
        undefined_draws: values.by_draw.len() - defined.len(),
        unconverged_draws: values.converged.iter().filter(|converged| !**converged).count(),
        purpose: word(&Use::WORDS, check.purpose),
        reason: Words::from(&check.reason),
        evidence: check.evidence.iter().map(|&i| scenario.evidence[i].id.clone()).collect(),
    }
}

fn game_findings(scenario: &Scenario, game: &Game) -> GameFindings {
    let selection = Selection::of(scenario, game.package);
    GameFindings {
        package: selection.id,
        name: selection.name.as_ref().map(Words::from),
        under: game.under.iter().map(|&i| scenario.stresses[i].id.clone()).collect(),
    }
}

fn word<T: PartialEq>(words: &[(&'static str, T)], wanted: T) -> &'static str {
    words.iter().find(|(_, value)| *value == wanted).map_or("", |(word, _)| word)
}
