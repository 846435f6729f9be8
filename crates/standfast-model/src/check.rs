//! Recorded checks: what history says of a quantity of the game, held against what the game says.

use crate::actor::{Actor, Actors, Text, read_text};
use crate::evidence::{self, Evidence};
use crate::factor::Factor;
use crate::fault::{Code, Fault, Target as Place};
use crate::instrument::{Instrument, InstrumentSet};
use crate::package::{self, Package};
use crate::read::{Faulty, Table, position};
use crate::stress::{self, Stress};
use crate::tree::{Path, Value};

/// What a quantity needs to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// A window of years.
    pub years: bool,
    /// An actor.
    pub actor: Option<Role>,
}

/// Which actors a quantity can be asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A guarantor.
    Guarantor,
    /// One whose signature the package needs.
    Signatory,
}

macro_rules! quantities {
    ($($(#[doc = $doc:literal])* $name:ident = $word:literal, $years:literal, $actor:expr;)*) => {
        /// What a check can be about. The equations are in `docs/method.md`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Quantity { $($(#[doc = $doc])* $name),* }

        impl Quantity {
            /// Every quantity.
            pub const ALL: &[Quantity] = &[$(Quantity::$name),*];

            /// Its word in the language.
            pub fn word(self) -> &'static str {
                match self { $(Quantity::$name => $word),* }
            }

            /// What it needs to be asked for.
            pub fn needs(self) -> Needs {
                match self { $(Quantity::$name => Needs { years: $years, actor: $actor }),* }
            }
        }
    };
}

quantities! {
    /// Chance that a war begins in the window.
    War = "war", true, None;
    /// Chance of a limited attack in the window, before any war or capture.
    Limited = "limited", true, None;
    /// Chance of a war, a capture or a limited attack in the window.
    QuietBroken = "quiet_broken", true, None;
    /// Chance that the protégé is lost in the window, to a war or without one.
    Lost = "lost", true, None;
    /// Share of the years at peace in which the challenger coerces.
    Coerced = "coerced", true, None;
    /// Mean yearly hazard of a war over the window.
    WarHazard = "war_hazard", true, None;
    /// Mean yearly hazard of a limited attack over the window.
    LimitedHazard = "limited_hazard", true, None;
    /// Mean yearly hazard of capture over the window.
    CaptureHazard = "capture_hazard", true, None;
    /// Share of the wars that end in the window in which the protégé is conquered.
    EndedByConquest = "ended_by_conquest", true, None;
    /// Share of them that are settled.
    EndedBySettlement = "ended_by_settlement", true, None;
    /// Share of them in which the challenger is repelled.
    EndedByRepulse = "ended_by_repulse", true, None;
    /// Chance that a guarantor fights, if there is an invasion in the window.
    Fights = "fights", true, Some(Role::Guarantor);
    /// Chance that it supplies then, without fighting.
    Supplies = "supplies", true, Some(Role::Guarantor);
    /// Chance that no guarantor fights then.
    NobodyFights = "nobody_fights", true, None;
    /// Probability that an actor signs the package.
    Signs = "signs", false, Some(Role::Signatory);
    /// Whether an actor would rather refuse the package: it signs with less than one half.
    Refuses = "refuses", false, Some(Role::Signatory);
    /// Probability that all sign.
    Concluded = "concluded", false, None;
}

impl Quantity {
    /// Whether a draw only says yes or no, so that the share of draws is held against the target.
    pub fn is_yes_or_no(self) -> bool {
        self == Quantity::Refuses
    }
}

/// A game that a check looks at: a package, under stresses that hold from the start.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Game {
    /// The package.
    pub package: InstrumentSet,
    /// The stresses, by position, ascending.
    pub under: Vec<usize>,
}

/// How two games are compared, draw by draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The first over the second.
    Ratio,
    /// The first minus the second.
    Difference,
}

impl Comparison {
    /// The ways with their words.
    pub const WORDS: [(&'static str, Comparison); 2] =
        [("ratio", Comparison::Ratio), ("difference", Comparison::Difference)];
}

/// What a check is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Numbers may be tuned so that it holds.
    Tuning,
    /// Chosen before tuning, and never tuned on.
    HeldOut,
}

impl Use {
    /// The uses with their words.
    pub const WORDS: [(&'static str, Use); 2] = [("tuning", Use::Tuning), ("held-out", Use::HeldOut)];
}

/// A closed range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Target {
    /// Whether a value lies in it, ends included.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// A recorded check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// What history says, in one sentence.
    pub says: Text,
    /// What it is about.
    pub quantity: Quantity,
    /// Whose, where the quantity belongs to an actor.
    pub actor: Option<Actor>,
    /// From the first of these years to before the second, where the quantity has a window.
    pub years: Option<(usize, usize)>,
    /// Where it is looked at.
    pub game: Game,
    /// With what it is compared.
    pub against: Option<(Comparison, Game)>,
    /// Where the median over the draws has to lie; for a yes or no the share of draws.
    pub target: Target,
    /// What the check is for.
    pub purpose: Use,
    /// Where the target comes from.
    pub reason: Text,
    /// What it rests on: positions in the scenario's evidence.
    pub evidence: Vec<usize>,
}

/// What checks refer to.
pub(crate) struct Known<'a> {
    pub(crate) actors: &'a Actors,
    pub(crate) instruments: &'a [Instrument],
    pub(crate) packages: &'a [Package],
    pub(crate) stresses: &'a [Stress],
    pub(crate) factors: &'a [Factor],
    pub(crate) evidence: &'a [&'a str],
    pub(crate) horizon: usize,
}

/// Reads a check; nothing if it has a fault.
pub(crate) fn read(id: &str, table: Table<'_>, known: &Known<'_>) -> Option<Check> {
    let faulty = table.faulty;
    let text = |key| table.require(key).and_then(|(value, path)| read_text(value, path, faulty));
    let (says, reason) = (text("says"), text("reason"));
    let quantity = required_word(&table, "quantity", Quantity::ALL.iter().map(|&quantity| (quantity.word(), quantity)));
    let purpose = required_word(&table, "use", Use::WORDS.into_iter());
    let own = Game::default();
    let game = read_game(&table, &own, known);
    table.require("package");
    let against = match table.get("against") {
        Some((value, path)) => {
            let comparison = required_word(&table, "by", Comparison::WORDS.into_iter());
            let other = Table::open(value, path, faulty).and_then(|table| {
                let other = read_game(&table, game.as_ref()?, known);
                table.finish();
                other
            });
            check_different(game.as_ref(), other.as_ref(), &table);
            Some((comparison, other))
        }
        None => None,
    };
    let years = read_years(&table, known.horizon);
    let actor = table.get("actor").and_then(|(value, path)| Some((table.as_text(value, &path)?, path)));
    let actor =
        actor.and_then(|(id, path)| known.actors.resolve(id, &path, Place::Value, faulty).map(|actor| (actor, path)));
    if let (Some(quantity), Some(game)) = (quantity, &game) {
        check_needs(quantity, &table);
        check_actor(quantity, actor.as_ref(), game, &table, known);
    }
    let target = read_target(&table, against.as_ref().map(|(comparison, _)| *comparison));
    let evidence = evidence::resolve(&table.texts("evidence"), known.evidence, faulty);
    if table.get("by").is_some() {
        table.require("against");
    }
    table.finish();
    let against = match against {
        Some((comparison, other)) => Some((comparison?, other?)),
        None => None,
    };
    Some(Check {
        id: id.to_owned(),
        says: says?,
        quantity: quantity?,
        actor: actor.map(|(actor, _)| actor),
        years,
        game: game?,
        against,
        target: target?,
        purpose: purpose?,
        reason: reason?,
        evidence,
    })
}

fn required_word<T: Copy>(
    table: &Table<'_>,
    key: &'static str,
    words: impl Iterator<Item = (&'static str, T)>,
) -> Option<T> {
    let words: Vec<(&'static str, T)> = words.collect();
    table.require(key)?;
    table.word_of(key, &words)
}

/// Reads `package` and `under`; what is left out is that of another game.
fn read_game(table: &Table<'_>, default: &Game, known: &Known<'_>) -> Option<Game> {
    let package = match table.get("package") {
        Some((value, path)) => {
            let text = table.as_text(value, &path)?;
            match package::resolve(text, known.packages, known.instruments, &path) {
                Ok(set) => Some(set),
                Err(faults) => {
                    faults.into_iter().for_each(|fault| table.faulty.add(fault));
                    None
                }
            }
        }
        None => Some(default.package),
    };
    let under = if table.get("under").is_some() { read_stresses(table, known) } else { Some(default.under.clone()) };
    Some(Game { package: package?, under: under? })
}

fn read_stresses(table: &Table<'_>, known: &Known<'_>) -> Option<Vec<usize>> {
    let faulty = table.faulty;
    let ids: Vec<&str> = known.stresses.iter().map(|stress| stress.id.as_str()).collect();
    let given = table.texts("under");
    let found: Vec<usize> =
        given.iter().filter_map(|(id, path)| position(&ids, id, path, Code::UnknownStress, faulty)).collect();
    let conflicts = stress::conflicts(&found, known.stresses, known.factors, &table.path.key("under"));
    let good = found.len() == given.len() && conflicts.is_empty();
    conflicts.into_iter().for_each(|fault| faulty.add(fault));
    let mut under = found;
    under.sort_unstable();
    under.dedup();
    good.then_some(under)
}

fn check_different(game: Option<&Game>, other: Option<&Game>, table: &Table<'_>) {
    if let (Some(game), Some(other)) = (game, other)
        && game == other
    {
        table.faulty.add(Fault::new(Code::ComparedWithItself, &table.path.key("against")));
    }
}

/// Reads `years = [from, to]`, a window inside the horizon.
fn read_years(table: &Table<'_>, horizon: usize) -> Option<(usize, usize)> {
    let (value, path) = table.get("years")?;
    let ends = match value {
        Value::Array(items) => match items[..] {
            [Value::Integer(from), Value::Integer(to)] => Some((usize::try_from(from).ok(), usize::try_from(to).ok())),
            _ => None,
        },
        _ => None,
    };
    let Some(ends) = ends else {
        table.faulty.wrong_type(&path, "window", value);
        return None;
    };
    if let (Some(from), Some(to)) = ends
        && from < to
        && to <= horizon
    {
        return Some((from, to));
    }
    table.faulty.add(Fault::new(Code::BadWindow, &path).with("horizon", horizon));
    None
}

/// What a quantity needs is there, and nothing that it does not read.
fn check_needs(quantity: Quantity, table: &Table<'_>) {
    let needs = quantity.needs();
    for (key, wanted) in [("years", needs.years), ("actor", needs.actor.is_some())] {
        match table.get(key) {
            None if wanted => {
                table.require(key);
            }
            Some(_) if !wanted => table.needless(key, quantity.word()),
            _ => {}
        }
    }
    if quantity.is_yes_or_no() && table.get("against").is_some() {
        table.needless("against", quantity.word());
    }
}

/// The actor plays the role that the quantity needs; what is to be signed has signatures.
fn check_actor(quantity: Quantity, actor: Option<&(Actor, Path)>, game: &Game, table: &Table<'_>, known: &Known<'_>) {
    let faulty = table.faulty;
    let signed = matches!(quantity, Quantity::Signs | Quantity::Refuses | Quantity::Concluded);
    if signed && game.package.is_empty() {
        faulty.add(Fault::new(Code::NothingToSign, &table.path.key("package")));
        return;
    }
    let Some((actor, path)) = actor else { return };
    let given = known.actors.id(*actor);
    match quantity.needs().actor {
        Some(Role::Guarantor) if !matches!(actor, Actor::Guarantor(_)) => {
            faulty.add(Fault::new(Code::UnknownActor, path).with("given", given).known(&known.actors.guarantors));
        }
        Some(Role::Signatory)
            if !package::signatories(game.package, known.instruments, known.actors).contains(actor) =>
        {
            faulty.add(Fault::new(Code::NotAsked, path).with("given", given));
        }
        _ => {}
    }
}

/// Reads the target: a range, inside what a probability or a comparison of two can be. A comparison
/// with a fault of its own allows anything.
fn read_target(table: &Table<'_>, comparison: Option<Option<Comparison>>) -> Option<Target> {
    let (value, path) = table.require("target")?;
    let Value::String(text) = value else {
        table.faulty.wrong_type(&path, "range", value);
        return None;
    };
    let (low, high) = crate::number::read_ends(text, &path, "target", table.faulty)?;
    let (least, most, domain) = match comparison {
        None => (0.0, 1.0, "zero-to-one"),
        Some(Some(Comparison::Ratio)) => (0.0, f64::INFINITY, "zero-or-above"),
        Some(Some(Comparison::Difference)) => (-1.0, 1.0, "minus-one-to-one"),
        Some(None) => (f64::NEG_INFINITY, f64::INFINITY, "any"),
    };
    for end in [low, high] {
        if !(least..=most).contains(&end) {
            table.faulty.add(Fault::new(Code::OutOfDomain, &path).with("given", end).with("domain", domain));
            return None;
        }
    }
    Some(Target { low, high })
}

/// Nothing may be tuned on a check that was chosen to stay untouched.
pub(crate) fn check_held_out(evidence: &[Evidence], checks: &[Check], faulty: &Faulty) {
    for evidence in evidence {
        let check = evidence.check.as_ref().and_then(|id| checks.iter().find(|check| check.id == *id));
        if let Some(check) = check.filter(|check| check.purpose == Use::HeldOut) {
            let path = Path::default().key("evidence").key(&evidence.id).key("check");
            faulty.add(Fault::new(Code::TunedOnHeldOut, &path).with("given", &check.id));
        }
    }
}
