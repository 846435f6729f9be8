//! What one draw of one package came to.

use serde::{Deserialize, Serialize};
use standfast_game::consent::Consent;
use standfast_game::outcome::{FirstPassage, Outcome, Want, Wars, YearResponse};
use standfast_game::response::Diagnosis;
use standfast_game::response::equilibrium::CONVERGED;
use standfast_model::actor::Actor;

use crate::design::lane;

/// What is known of the equilibria behind a draw's result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Equilibria {
    /// The largest residual.
    pub residual: f64,
    /// How many equilibria have not converged.
    pub unconverged: usize,
    /// On how many the branch is not unique.
    pub marked: usize,
    /// How many there are.
    pub solved: usize,
}

impl Equilibria {
    /// Whether all of them have converged.
    pub fn converged(&self) -> bool {
        self.unconverged == 0 && self.residual <= CONVERGED
    }

    /// Takes in others.
    pub fn merge(&mut self, other: &Equilibria) {
        if other.residual > self.residual || other.residual.is_nan() {
            self.residual = other.residual;
        }
        self.unconverged += other.unconverged;
        self.marked += other.marked;
        self.solved += other.solved;
    }

    pub(crate) fn of(diagnosis: &Diagnosis, lane: usize) -> Equilibria {
        Equilibria {
            residual: diagnosis.residual.0[lane],
            unconverged: diagnosis.unconverged.0[lane] as usize,
            marked: diagnosis.marked.0[lane] as usize,
            solved: diagnosis.equilibria,
        }
    }
}

/// The guarantors' response in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DrawResponse {
    /// The mass that is attacked so.
    pub weight: f64,
    /// By guarantor: stand aside, supply, intervene.
    pub probabilities: Vec<[f64; 3]>,
    /// The chance that nobody intervenes.
    pub nobody_intervenes: f64,
}

/// First passage: see [`FirstPassage`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DrawFirstPassage {
    /// Neither war nor capture before the year.
    pub intact: Vec<f64>,
    /// Nor a limited attack either.
    pub quiet: Vec<f64>,
    /// Chance that a war begins in the year, if intact.
    pub war_hazard: Vec<f64>,
    /// Chance of a limited attack in the year, if intact.
    pub limited_hazard: Vec<f64>,
    /// Chance of capture in the year, if intact.
    pub capture_hazard: Vec<f64>,
    /// Chance that the first limited attack falls in the year.
    pub first_limited: Vec<f64>,
    /// If invaded in the year; nothing where the challenger hardly ever does.
    pub if_invaded: Vec<Option<DrawResponse>>,
    /// If attacked in the limited way.
    pub if_limited: Vec<Option<DrawResponse>>,
}

impl DrawFirstPassage {
    /// The chance that a war begins within the first years.
    pub fn war_within(&self, years: usize) -> f64 {
        let each = self.intact.iter().zip(&self.war_hazard).take(years);
        standfast_math::sum::sum(each.map(|(intact, hazard)| intact * hazard))
    }

    /// The chance of a limited attack within the first years, before any war or capture.
    pub fn limited_within(&self, years: usize) -> f64 {
        standfast_math::sum::sum(self.first_limited.iter().take(years).copied())
    }

    fn of(first: &FirstPassage, at: usize) -> DrawFirstPassage {
        let responses = |each: &[YearResponse]| each.iter().map(|year| response(year, at)).collect();
        DrawFirstPassage {
            intact: lane(&first.intact, at),
            quiet: lane(&first.quiet, at),
            war_hazard: lane(&first.war_hazard, at),
            limited_hazard: lane(&first.limited_hazard, at),
            capture_hazard: lane(&first.capture_hazard, at),
            first_limited: lane(&first.first_limited, at),
            if_invaded: responses(&first.if_invaded),
            if_limited: responses(&first.if_limited),
        }
    }
}

fn response(year: &YearResponse, at: usize) -> Option<DrawResponse> {
    let nobody_intervenes = year.nobody_intervenes.0[at];
    let probabilities = year.probabilities.iter().map(|each| each.map(|p| p.0[at])).collect();
    let weight = year.weight.0[at];
    (!nobody_intervenes.is_nan()).then_some(DrawResponse { weight, probabilities, nobody_intervenes })
}

/// Over all histories: see [`standfast_game::outcome::Histories`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DrawHistories {
    /// Peace, war and lost at the end.
    pub mass: f64,
    /// Lost by the end of each year.
    pub lost: Vec<f64>,
    /// At peace at the end of each year.
    pub at_peace: Vec<f64>,
    /// Coerced during each year.
    pub coerced: Vec<f64>,
    /// What becomes of wars.
    pub wars: DrawWars,
}

/// How wars begin and end: see [`Wars`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DrawWars {
    /// A war begins in the year.
    pub begun: Vec<f64>,
    /// A war ends with the protégé conquered.
    pub conquered: Vec<f64>,
    /// A war is settled.
    pub settled: Vec<f64>,
    /// A war ends with the challenger repelled.
    pub repelled: Vec<f64>,
    /// At war at the end of the year.
    pub at_war: Vec<f64>,
}

impl DrawWars {
    fn of(wars: &Wars, at: usize) -> DrawWars {
        DrawWars {
            begun: lane(&wars.begun, at),
            conquered: lane(&wars.conquered, at),
            settled: lane(&wars.settled, at),
            repelled: lane(&wars.repelled, at),
            at_war: lane(&wars.at_war, at),
        }
    }
}

/// What came of a package in one draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DrawOutcome {
    /// By actor: challenger, protégé, guarantors; only the challenger's without histories.
    pub value: Vec<f64>,
    /// Over all histories, if they were asked for.
    pub histories: Option<DrawHistories>,
    /// Until the first war or capture; only from peace.
    pub first_passage: Option<DrawFirstPassage>,
    /// The first war by year while something is pending, if the challenger did not see it coming: see
    /// [`Outcome`].
    pub unforeseen_war: Vec<f64>,
    /// What is known of the equilibria.
    pub equilibria: Equilibria,
}

impl DrawOutcome {
    /// One lane of an outcome, with what is wanted of it and no more.
    pub(crate) fn of(outcome: &Outcome, want: Want, at: usize) -> DrawOutcome {
        let histories = outcome.histories.as_ref().filter(|_| want == Want::Everything);
        let known = if histories.is_some() { outcome.value.len() } else { 1 };
        DrawOutcome {
            value: lane(&outcome.value[..known], at),
            histories: histories.map(|histories| DrawHistories {
                mass: histories.mass.0[at],
                lost: lane(&histories.lost, at),
                at_peace: lane(&histories.at_peace, at),
                coerced: lane(&histories.coerced, at),
                wars: DrawWars::of(&histories.wars, at),
            }),
            first_passage: outcome.first_passage.as_ref().map(|first| DrawFirstPassage::of(first, at)),
            unforeseen_war: lane(&outcome.unforeseen_war, at),
            equilibria: Equilibria::of(&outcome.diagnosis, at),
        }
    }
}

/// Who signs, in one draw.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DrawConsent {
    /// Each party's probability of signing.
    pub parties: Vec<(Actor, f64)>,
    /// By how much each of those who have a value is better off if it signs: see [`Consent`].
    pub gains: Vec<(Actor, f64)>,
    /// The probability that all sign.
    pub concluded: f64,
    /// The chance that a war is settled in its first year: the smallest over the parties' alternatives.
    pub alternative_settled: f64,
    /// By payer — protégé, guarantors — the upkeep of the package in units of its own stake.
    pub upkeep: Vec<f64>,
}

impl DrawConsent {
    pub(crate) fn of(consent: &Consent, at: usize) -> DrawConsent {
        DrawConsent {
            parties: consent.parties.iter().map(|(actor, p)| (*actor, p.0[at])).collect(),
            gains: consent.gains.iter().map(|(actor, gain)| (*actor, gain.0[at])).collect(),
            concluded: consent.concluded.0[at],
            alternative_settled: consent.alternative_settled.0[at],
            upkeep: lane(&consent.upkeep, at),
        }
    }
}
