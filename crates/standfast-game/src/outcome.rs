//! What a solved game is: values, masses, first passage, responses.

use serde::{Deserialize, Serialize};
use standfast_math::{LANES, Lanes};

use crate::response::Diagnosis;

/// Masses add up to 1 within this; rounding leaves far less.
const MASS_LOST: f64 = 1e-9;

/// Where a package starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Start {
    /// With a ceasefire.
    Peace,
    /// With a war that goes on; it may be settled at once.
    War,
}

/// What is wanted of a solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Want {
    /// Values, histories and first passage.
    Everything,
    /// The challenger's value and what happens until the first war or capture.
    FirstPassage,
}

/// What comes of a package, for eight draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// By actor — challenger, protégé, guarantors — the expected discounted flow; only the
    /// challenger's without histories.
    pub value: Vec<Lanes>,
    /// Over all histories, if wanted.
    pub histories: Option<Histories>,
    /// By year, until the first war or capture; only from peace.
    pub first_passage: Option<FirstPassage>,
    /// The first war by year, if the challenger did not see coming what a war of that year would
    /// cancel; as long as a war would cancel anything. Only from peace, and with histories.
    pub unforeseen_war: Vec<Lanes>,
    /// What is known of the equilibria behind it. A draw whose numbers overflow counts as one more
    /// that has not converged, with a residual that is not a number.
    pub diagnosis: Diagnosis,
}

impl Outcome {
    /// What the numbers of the outcome themselves say against it: a value that is not finite, or
    /// masses that do not add up to 1, come from numbers of the case that overflow.
    pub(crate) fn lost_to_rounding(&self) -> Diagnosis {
        let mut diagnosis = Diagnosis::default();
        let intact = self.first_passage.iter().flat_map(|first| [first.intact.last(), first.quiet.last()]).flatten();
        let numbers: Vec<&Lanes> = self.value.iter().chain(intact).chain(&self.unforeseen_war).collect();
        for lane in 0..LANES {
            let finite = numbers.iter().all(|number| number.0[lane].is_finite());
            let mass = self.histories.as_ref().map_or(1.0, |histories| histories.mass.0[lane]);
            if !(finite && (mass - 1.0).abs() <= MASS_LOST) {
                diagnosis.residual.0[lane] = f64::NAN;
                diagnosis.unconverged.0[lane] = 1.0;
            }
        }
        diagnosis
    }
}

/// Masses over all histories, by year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histories {
    /// Peace, war and lost at the end: 1 up to rounding.
    pub mass: Lanes,
    /// Lost by the end of the year.
    pub lost: Vec<Lanes>,
    /// At peace at the end of the year.
    pub at_peace: Vec<Lanes>,
    /// Coerced during the year.
    pub coerced: Vec<Lanes>,
    /// What becomes of wars.
    pub wars: Wars,
    /// By payer — protégé, guarantors — what all years at peace cost it, discounted: the part of its value that
    /// `peace_cost` and `presence_cost` take.
    pub upkeep: Vec<Lanes>,
}

/// How wars begin and end, by year, over all histories. What was at war at the start, with what has
/// begun since, is what has ended and what is still at war.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wars {
    /// A war begins.
    pub begun: Vec<Lanes>,
    /// A war ends with the protégé conquered.
    pub conquered: Vec<Lanes>,
    /// A war is settled.
    pub settled: Vec<Lanes>,
    /// A war ends with the challenger repelled.
    pub repelled: Vec<Lanes>,
    /// At war at the end of the year.
    pub at_war: Vec<Lanes>,
}

/// What happens until the first war or capture, from peace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstPassage {
    /// Neither war nor capture before the year; one more entry than years, the first is 1.
    pub intact: Vec<Lanes>,
    /// Nor a limited attack either.
    pub quiet: Vec<Lanes>,
    /// Chance that a war begins in the year, if intact; 0 where nothing is.
    pub war_hazard: Vec<Lanes>,
    /// Chance of a limited attack in the year, if intact, escalating or not.
    pub limited_hazard: Vec<Lanes>,
    /// Chance of capture in the year, if intact.
    pub capture_hazard: Vec<Lanes>,
    /// Chance that the first limited attack falls in the year: the mass that was quiet and is attacked.
    pub first_limited: Vec<Lanes>,
    /// If invaded in the year.
    pub if_invaded: Vec<YearResponse>,
    /// If attacked in the limited way in the year.
    pub if_limited: Vec<YearResponse>,
}

/// The guarantors' response in a year, weighted by where the challenger chooses so. NaN in draws in
/// which it hardly ever does (weight under [`YearResponse::SMALLEST_WEIGHT`]).
#[derive(Clone, Debug, PartialEq)]
pub struct YearResponse {
    /// The mass that is attacked so.
    pub weight: Lanes,
    /// By guarantor: stand aside, supply, intervene.
    pub probabilities: Vec<[Lanes; 3]>,
    /// The chance that nobody intervenes.
    pub nobody_intervenes: Lanes,
}

impl YearResponse {
    /// Below this weight a response is not reported.
    pub const SMALLEST_WEIGHT: f64 = 1e-300;
}
