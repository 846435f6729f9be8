//! What is kept of a game in each draw where there are too many games to keep all of it.

use standfast_game::Want;
use standfast_game::world::window;
use standfast_math::sum::sum;
use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::check::Quantity;
use standfast_model::instrument::InstrumentSet;

use crate::draw::{DrawConsent, DrawOutcome, Equilibria};
use crate::quantity::Asked;

/// One number of a package in each draw; NaN where it is not defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// A quantity of the language, from the first of the years to before the second.
    Quantity {
        /// Which.
        quantity: Quantity,
        /// Whose, where it belongs to an actor.
        actor: Option<Actor>,
        /// The window, where it has one.
        years: (usize, usize),
    },
    /// The chance that there is neither war nor capture within so many years.
    Intact(usize),
    /// The expected discounted flow of one that has a value: challenger, protégé or guarantor.
    Value(Actor),
    /// What years at peace cost a protégé or guarantor, discounted, in units of its own stake.
    Upkeep(Actor),
    /// The same of all payers together, each in units of its own stake.
    UpkeepOfAll,
    /// By how much one that has a value is better off if it signs, in units of its own stake and with what
    /// signing itself costs it; for who need not sign, if it had to.
    Gain(Actor),
    /// The chance that a war begins while it would still cancel a part of the package; not defined for
    /// packages of which no war cancels anything.
    WindowWar,
    /// The same if the challenger did not see coming what a war would cancel.
    WindowWarUnforeseen,
    /// The chance that the war of the alternative is settled in its first year, whoever refuses.
    AlternativeSettled,
    /// The largest residual of the equilibria behind the package and its signatures.
    Residual,
    /// How many of these have not converged.
    Unconverged,
    /// On how many of these the branch is not unique.
    BranchNotUnique,
    /// How many of these there are.
    Solved,
}

/// What a draw of a package came to, solved from peace.
pub(crate) struct Row<'a> {
    pub(crate) set: InstrumentSet,
    pub(crate) outcome: &'a DrawOutcome,
    /// If a column [needs](Needs) it.
    pub(crate) consent: Option<&'a DrawConsent>,
    pub(crate) equilibria: &'a Equilibria,
}

/// What has to be solved for some columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Needs {
    /// All histories, or only those until the first war.
    pub(crate) want: Want,
    /// Who signs.
    pub(crate) consent: bool,
}

impl Needs {
    pub(crate) fn of(columns: &[Column]) -> Needs {
        let all = columns.iter().any(|column| column.needs_all_histories());
        let consent = columns.iter().any(|column| column.needs_consent());
        Needs { want: if all || consent { Want::Everything } else { Want::FirstPassage }, consent }
    }
}

impl Column {
    /// What is known of equilibria, which stands together.
    pub const OF_EQUILIBRIA: [Column; 4] =
        [Column::Residual, Column::Unconverged, Column::BranchNotUnique, Column::Solved];

    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Column::Quantity { quantity, .. } => quantity.word(),
            Column::Intact(_) => "intact",
            Column::Value(_) => "value",
            Column::Upkeep(_) | Column::UpkeepOfAll => "upkeep",
            Column::Gain(_) => "gain",
            Column::WindowWar => "window_war",
            Column::WindowWarUnforeseen => "window_war_unforeseen",
            Column::AlternativeSettled => "alternative_settled",
            Column::Residual => "residual",
            Column::Unconverged => "unconverged",
            Column::BranchNotUnique => "branch_not_unique",
            Column::Solved => "solved",
        }
    }

    /// Whose it is.
    pub fn actor(self) -> Option<Actor> {
        match self {
            Column::Quantity { actor, .. } => actor,
            Column::Value(actor) | Column::Gain(actor) | Column::Upkeep(actor) => Some(actor),
            _ => None,
        }
    }

    /// From the first of which years to before the second it is meant.
    pub fn years(self) -> Option<(usize, usize)> {
        match self {
            Column::Quantity { quantity, years, .. } => quantity.needs().years.then_some(years),
            Column::Intact(years) => Some((0, years)),
            _ => None,
        }
    }

    fn needs_consent(self) -> bool {
        match self {
            Column::Quantity { quantity, .. } => quantity.is_of_signatures(),
            Column::Gain(_) | Column::Upkeep(_) | Column::UpkeepOfAll | Column::AlternativeSettled => true,
            _ => false,
        }
    }

    fn needs_all_histories(self) -> bool {
        match self {
            Column::Quantity { quantity, .. } => !quantity.ends_with_the_first_war(),
            Column::Value(_) | Column::WindowWarUnforeseen => true,
            _ => false,
        }
    }

    pub(crate) fn of(self, scenario: &Scenario, row: &Row<'_>) -> f64 {
        let Row { set, outcome, equilibria, .. } = *row;
        let consent = || row.consent.unwrap_or_else(|| unreachable!("a column that needs it says so"));
        let pending = window(scenario, set);
        let first = || outcome.first_passage.as_ref().unwrap_or_else(|| unreachable!("solved from peace"));
        match self {
            Column::Quantity { quantity, actor, years } => {
                Asked { outcome, consent: row.consent, years, actor }.value(quantity)
            }
            Column::Intact(years) => first().intact[years],
            Column::Value(actor) => outcome.value[position(actor)],
            Column::Upkeep(actor) => consent().upkeep[position(actor) - 1],
            Column::UpkeepOfAll => sum(consent().upkeep.iter().copied()),
            Column::Gain(actor) => {
                let gain = consent().gains.iter().find(|(known, _)| *known == actor);
                gain.map_or(f64::NAN, |(_, gain)| *gain)
            }
            Column::WindowWar => {
                let within = |years: usize| if years < scenario.horizon { years } else { scenario.horizon };
                pending.map_or(f64::NAN, |years| first().war_within(within(years)))
            }
            Column::WindowWarUnforeseen => pending.map_or(f64::NAN, |_| sum(outcome.unforeseen_war.iter().copied())),
            Column::AlternativeSettled => consent().alternative_settled,
            Column::Residual => equilibria.residual,
            Column::Unconverged => equilibria.unconverged as f64,
            Column::BranchNotUnique => equilibria.marked as f64,
            Column::Solved => equilibria.solved as f64,
        }
    }
}

/// The position among those who have values.
fn position(actor: Actor) -> usize {
    match actor {
        Actor::Challenger => 0,
        Actor::Protege => 1,
        Actor::Guarantor(i) => 2 + i,
        Actor::Other(_) => unreachable!("the others have no value of their own"),
    }
}
