//! What happens until the first war or capture, in a package's own world.

use standfast_math::Lanes;

use super::{copy, sum, year_at_peace};
use crate::batch::Batch;
use crate::flow::{FirstWar, Intact, Projection, Quiet};
use crate::outcome::{FirstPassage, YearResponse};
use crate::pool::Pool;
use crate::response::Response;
use crate::world::Worlds;

/// First passage on its way through the years.
pub(super) struct FirstRun {
    /// Mass with neither war nor capture so far.
    intact: Vec<Lanes>,
    /// Mass without a limited attack either.
    quiet: Vec<Lanes>,
    intact_share: Lanes,
    series: FirstPassage,
}

impl FirstRun {
    pub(super) fn new(initial: &[Lanes], pool: &mut Pool) -> FirstRun {
        let series = FirstPassage { intact: vec![Lanes::ONE], quiet: vec![Lanes::ONE], ..FirstPassage::default() };
        FirstRun { quiet: copy(initial, pool), intact: copy(initial, pool), intact_share: Lanes::ONE, series }
    }

    pub(super) fn year(&mut self, batch: &Batch<'_>, worlds: &Worlds, year: usize, pool: &mut Pool) {
        let own = &worlds.list[0];
        let (peace, policy) = (own.eras[year].peace(batch), &own.policies[year]);
        let to_war = &worlds.list[worlds.of_war_from(0, year)].eras[year].war(batch).response;

        let mut intact = Intact {
            total: Lanes::ZERO,
            begun: Lanes::ZERO,
            captured: Lanes::ZERO,
            attacked: Lanes::ZERO,
            if_invaded: Projection::onto(&batch.space, to_war.nobody_intervenes.factors),
            if_attacked: Projection::onto(&batch.space, peace.response.nobody_intervenes.factors),
        };
        year_at_peace(peace, policy, &mut self.intact, &mut intact, pool);
        // Where nothing is left intact there is no hazard to speak of: 0.
        let hazard = |mass: Lanes| mass.zip(intact.total, |mass, total| if total > 0.0 { mass / total } else { 0.0 });
        let (war, capture, limited) = (hazard(intact.begun), hazard(intact.captured), hazard(intact.attacked));
        self.intact_share *= Lanes::ONE - war - capture;
        self.series.war_hazard.push(war);
        self.series.capture_hazard.push(capture);
        self.series.limited_hazard.push(limited);
        self.series.intact.push(self.intact_share);
        self.series.if_invaded.push(weighted(to_war, &intact.if_invaded));
        self.series.if_limited.push(weighted(&peace.response, &intact.if_attacked));

        let mut quiet = Quiet { attacked: Lanes::ZERO };
        year_at_peace(peace, policy, &mut self.quiet, &mut quiet, pool);
        self.series.first_limited.push(quiet.attacked);
        self.series.quiet.push(sum(&self.quiet));
    }

    pub(super) fn end(self, pool: &mut Pool) -> FirstPassage {
        [self.intact, self.quiet].into_iter().for_each(|array| pool.give(array));
        self.series
    }
}

/// The first war by year while a war would still cancel something, if the challenger does not see
/// that coming: it plays the policy of the world that a war of the year leads to, and everything
/// else is as it is.
pub(super) fn unforeseen_war(batch: &Batch<'_>, worlds: &Worlds, initial: &[Lanes], pool: &mut Pool) -> Vec<Lanes> {
    let mut mass = copy(initial, pool);
    let pending = (0..batch.scenario.horizon).take_while(|&year| worlds.of_war_from(0, year) != 0);
    let series = pending
        .map(|year| {
            let peace = worlds.list[0].eras[year].peace(batch);
            let policy = &worlds.list[worlds.of_war_from(0, year)].policies[year];
            let mut first = FirstWar { begun: Lanes::ZERO };
            year_at_peace(peace, policy, &mut mass, &mut first, pool);
            first.begun
        })
        .collect();
    pool.give(mass);
    series
}

/// The mean response, weighted by a mass.
fn weighted(response: &Response, mass: &Projection) -> YearResponse {
    let weights = &mass.sums;
    let total = sum(weights);
    let mean = |values: &[Lanes]| {
        let mut mean = Lanes::ZERO;
        for (weight, value) in weights.iter().zip(values) {
            mean += *weight * *value;
        }
        mean.zip(total, |mean, total| if total < YearResponse::SMALLEST_WEIGHT { f64::NAN } else { mean / total })
    };
    YearResponse {
        weight: total,
        probabilities: response.probabilities.iter().map(|each| each.each_ref().map(|p| mean(&p.values))).collect(),
        nobody_intervenes: mean(&response.nobody_intervenes.values),
    }
}
