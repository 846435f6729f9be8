//! The quantities that can be asked for, in one draw. The equations are in `docs/method.md`.

use standfast_math::sum::sum;
use standfast_model::actor::Actor;
use standfast_model::check::Quantity;

use crate::draw::{DrawConsent, DrawFirstPassage, DrawHistories, DrawOutcome, DrawResponse};

/// What a quantity is asked of: one draw of a package that was solved in full from peace.
pub struct Asked<'a> {
    /// What the package came to.
    pub outcome: &'a DrawOutcome,
    /// Who signs; only where the quantity is about signatures.
    pub consent: Option<&'a DrawConsent>,
    /// From the first of these years to before the second.
    pub years: (usize, usize),
    /// Whose, where the quantity belongs to an actor.
    pub actor: Option<Actor>,
}

impl Asked<'_> {
    /// The value of a quantity; NaN where it is not defined.
    pub fn value(&self, quantity: Quantity) -> f64 {
        let first = self.first();
        match quantity {
            Quantity::War => {
                let (from, _) = self.years;
                self.over(|t| first.intact[t] * first.war_hazard[t]) / first.intact[from]
            }
            Quantity::Limited => self.over(|t| first.first_limited[t]) / first.quiet[self.years.0],
            Quantity::QuietBroken => 1.0 - first.quiet[self.years.1] / first.quiet[self.years.0],
            Quantity::Lost => self.lost(),
            Quantity::Coerced => {
                let histories = self.histories();
                let at_peace = |t: usize| if t == 0 { 1.0 } else { histories.at_peace[t - 1] };
                self.over(|t| histories.coerced[t]) / self.over(at_peace)
            }
            Quantity::WarHazard => self.mean_hazard(&first.war_hazard),
            Quantity::LimitedHazard => self.mean_hazard(&first.limited_hazard),
            Quantity::CaptureHazard => self.mean_hazard(&first.capture_hazard),
            Quantity::EndedByConquest => self.share_of_ends(0),
            Quantity::EndedBySettlement => self.share_of_ends(1),
            Quantity::EndedByRepulse => self.share_of_ends(2),
            Quantity::Fights => self.mean_response(|response| response.probabilities[self.guarantor()][2]),
            Quantity::Supplies => self.mean_response(|response| response.probabilities[self.guarantor()][1]),
            Quantity::NobodyFights => self.mean_response(|response| response.nobody_intervenes),
            Quantity::Signs => self.signs(),
            Quantity::Refuses => refuses(self.signs()),
            Quantity::Concluded => self.consent().concluded,
        }
    }

    fn first(&self) -> &DrawFirstPassage {
        self.outcome.first_passage.as_ref().unwrap_or_else(|| unreachable!("checks start at peace"))
    }

    fn histories(&self) -> &DrawHistories {
        self.outcome.histories.as_ref().unwrap_or_else(|| unreachable!("packages are solved in full"))
    }

    /// Sums over the years of the window.
    fn over(&self, f: impl Fn(usize) -> f64) -> f64 {
        sum((self.years.0..self.years.1).map(f))
    }

    fn mean_hazard(&self, hazard: &[f64]) -> f64 {
        let intact = &self.first().intact;
        self.over(|t| intact[t] * hazard[t]) / self.over(|t| intact[t])
    }

    /// Lost in the window, if not before it.
    fn lost(&self) -> f64 {
        let lost = &self.histories().lost;
        let before = |year: usize| if year == 0 { 0.0 } else { lost[year - 1] };
        let (from, to) = self.years;
        (before(to) - before(from)) / (1.0 - before(from))
    }

    /// The share of one kind of end among the wars that end in the window.
    fn share_of_ends(&self, kind: usize) -> f64 {
        let wars = &self.histories().wars;
        let ends = [&wars.conquered, &wars.settled, &wars.repelled].map(|ends| self.over(|t| ends[t]));
        ends[kind] / (ends[0] + ends[1] + ends[2])
    }

    /// The response if invaded, over the years of the window by how much is invaded in each.
    fn mean_response(&self, f: impl Fn(&DrawResponse) -> f64) -> f64 {
        let each = &self.first().if_invaded;
        let weighted = |f: &dyn Fn(&DrawResponse) -> f64| {
            self.over(|t| each[t].as_ref().map_or(0.0, |response| response.weight * f(response)))
        };
        weighted(&f) / weighted(&|_| 1.0)
    }

    fn guarantor(&self) -> usize {
        match self.actor {
            Some(Actor::Guarantor(i)) => i,
            _ => unreachable!("a check of responses names a guarantor"),
        }
    }

    fn consent(&self) -> &DrawConsent {
        self.consent.unwrap_or_else(|| unreachable!("who signs was asked for"))
    }

    /// Not defined for who need not sign.
    fn signs(&self) -> f64 {
        let party = self.consent().parties.iter().find(|(actor, _)| Some(*actor) == self.actor);
        party.map_or(f64::NAN, |(_, p)| *p)
    }
}

/// Whether somebody who signs with a probability would rather refuse.
fn refuses(p: f64) -> f64 {
    if p.is_nan() { p } else { f64::from(p < 0.5) }
}
