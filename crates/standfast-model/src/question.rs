//! What can be asked of the game: a quantity of a package under stresses, alone or against another game.
//!
//! Checks and claims ask with the same keys, which are read here.

use crate::actor::{Actor, Actors};
use crate::factor::Factor;
use crate::fault::{Code, Fault, Target as Place};
use crate::instrument::{Instrument, InstrumentSet};
use crate::package::{self, Package};
use crate::read::{Table, position};
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
        /// What can be asked for. The equations are in `docs/method.md`.
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
    /// Whether it is about who signs.
    pub fn is_of_signatures(self) -> bool {
        matches!(self, Quantity::Signs | Quantity::Refuses | Quantity::Concluded)
    }

    /// Whether it is about what happens until the first war or capture, and no later.
    pub fn ends_with_the_first_war(self) -> bool {
        use Quantity as Q;
        let later =
            matches!(self, Q::Lost | Q::Coerced | Q::EndedByConquest | Q::EndedBySettlement | Q::EndedByRepulse);
        !later && !self.is_of_signatures()
    }

    /// Whether a draw only says yes or no.
    pub fn is_yes_or_no(self) -> bool {
        self == Quantity::Refuses
    }
}

/// A game that is looked at: a package, under stresses that hold from the start.
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

/// A question that has a number for an answer in every draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked for.
    pub quantity: Quantity,
    /// Whose, where the quantity belongs to an actor.
    pub actor: Option<Actor>,
    /// From the first of these years to before the second, where the quantity has a window.
    pub years: Option<(usize, usize)>,
    /// Where it is looked at.
    pub game: Game,
    /// With what it is compared.
    pub against: Option<(Comparison, Game)>,
}

impl Question {
    /// The games that it looks at: both sides of a comparison, or the one side of a question without.
    pub fn games(&self) -> impl Iterator<Item = &Game> {
        std::iter::once(&self.game).chain(self.against.as_ref().map(|(_, game)| game))
    }
}

/// What the answers to a question can be.
#[derive(Clone, Copy)]
pub(crate) struct Domain {
    pub(crate) least: f64,
    pub(crate) most: f64,
    /// As a word for messages.
    word: &'static str,
}

impl Domain {
    /// Of a question with a comparison; one with a fault of its own allows anything.
    fn of(comparison: Option<Option<Comparison>>) -> Domain {
        let (least, most, word) = match comparison {
            None => (0.0, 1.0, "zero-to-one"),
            Some(Some(Comparison::Ratio)) => (0.0, f64::INFINITY, "zero-or-above"),
            Some(Some(Comparison::Difference)) => (-1.0, 1.0, "minus-one-to-one"),
            Some(None) => (f64::NEG_INFINITY, f64::INFINITY, "any"),
        };
        Domain { least, most, word }
    }

    /// Whether an answer can be a number; another one is a fault.
    pub(crate) fn check(self, given: f64, path: &Path, table: &Table<'_>) -> bool {
        let inside = (self.least..=self.most).contains(&given);
        if !inside {
            table.faulty.add(Fault::new(Code::OutOfDomain, path).with("given", given).with("domain", self.word));
        }
        inside
    }
}

/// What questions refer to.
pub(crate) struct Known<'a> {
    pub(crate) actors: &'a Actors,
    pub(crate) instruments: &'a [Instrument],
    pub(crate) packages: &'a [Package],
    pub(crate) stresses: &'a [Stress],
    pub(crate) factors: &'a [Factor],
    pub(crate) evidence: &'a [&'a str],
    pub(crate) horizon: usize,
}

/// Reads the keys of a question; nothing in its place if it has a fault. What its answers can be is known
/// all the same.
pub(crate) fn read(table: &Table<'_>, known: &Known<'_>) -> (Option<Question>, Domain) {
    let quantity = required_word(table, "quantity", Quantity::ALL.iter().map(|&quantity| (quantity.word(), quantity)));
    let own = Game::default();
    let game = read_game(table, &own, known);
    table.require("package");
    let against = match table.get("against") {
        Some((value, path)) => {
            let comparison = required_word(table, "by", Comparison::WORDS.into_iter());
            let other = Table::open(value, path, table.faulty).and_then(|against| {
                let other = read_game(&against, game.as_ref()?, known);
                against.finish();
                other
            });
            check_different(game.as_ref(), other.as_ref(), table);
            Some((comparison, other))
        }
        None => None,
    };
    if table.get("by").is_some() {
        table.require("against");
    }
    let years = read_years(table, known.horizon);
    let actor = table.get("actor").and_then(|(value, path)| Some((table.as_text(value, &path)?, path)));
    let actor = actor
        .and_then(|(id, path)| known.actors.resolve(id, &path, Place::Value, table.faulty).map(|actor| (actor, path)));
    if let (Some(quantity), Some(game)) = (quantity, &game) {
        check_needs(quantity, table);
        check_actor(quantity, actor.as_ref(), game, table, known);
    }
    let domain = Domain::of(against.as_ref().map(|(comparison, _)| *comparison));
    let question = || {
        let against = match against {
            Some((comparison, other)) => Some((comparison?, other?)),
            None => None,
        };
        Some(Question { quantity: quantity?, actor: actor.map(|(actor, _)| actor), years, game: game?, against })
    };
    (question(), domain)
}

pub(crate) fn required_word<T: Copy>(
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
