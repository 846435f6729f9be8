//! All histories, with wars and what follows them, in all worlds of a package.

use std::rc::Rc;

use standfast_math::Lanes;

use super::{copy, filled, sum, year_at_peace};
use crate::batch::Batch;
use crate::era::Era;
use crate::flow::{All, AtPeace, AtWar, Ended};
use crate::outcome::{Histories, Start};
use crate::pool::Pool;
use crate::sweep;
use crate::world::Worlds;

/// The masses of all worlds on their way through the years.
pub(super) struct Run {
    worlds: Vec<Masses>,
    /// The values of protégé and guarantors.
    flows: Vec<Lanes>,
    /// The part of these that every year at peace takes.
    upkeep: Vec<Lanes>,
    lost: Lanes,
    /// δ to the power of the year.
    weight: Lanes,
    series: Histories,
}

/// Masses of one world at the start of a year; empty where nothing can be yet.
#[derive(Debug, Default)]
struct Masses {
    peace: Vec<Lanes>,
    war: Vec<Lanes>,
    /// Wars that begin in the year.
    begun: Vec<Lanes>,
    charges: Charges,
}

/// Discounted masses by what they cost: cost and mass meet once for all years of an era.
#[derive(Debug, Default)]
struct Charges {
    peace: Option<(Rc<Era>, AtPeace)>,
    war: Option<(Rc<Era>, AtWar)>,
}

impl Run {
    pub(super) fn new(batch: &Batch<'_>, worlds: &Worlds, start: Start, initial: &[Lanes], pool: &mut Pool) -> Run {
        let mut masses: Vec<Masses> = worlds.list.iter().map(|_| Masses::default()).collect();
        match start {
            Start::Peace => masses[0].peace = copy(initial, pool),
            Start::War => masses[0].war = copy(initial, pool),
        }
        Run {
            worlds: masses,
            flows: vec![Lanes::ZERO; batch.scenario.parties() - 1],
            upkeep: vec![Lanes::ZERO; batch.scenario.parties() - 1],
            lost: Lanes::ZERO,
            weight: Lanes::ONE,
            series: Histories::default(),
        }
    }

    pub(super) fn year(&mut self, batch: &Batch<'_>, worlds: &Worlds, year: usize, pool: &mut Pool) {
        let states = batch.space.states();
        let mut coerced = Lanes::ZERO;
        for w in 0..worlds.list.len() {
            if !self.worlds[w].peace.is_empty() {
                coerced += self.year_at_peace(batch, worlds, w, year, pool);
            }
        }
        let mut ended = Ended::default();
        let mut begun = Lanes::ZERO;
        for w in 0..worlds.list.len() {
            let masses = &self.worlds[w];
            if masses.begun.is_empty() && masses.war.is_empty() {
                continue;
            }
            begun += sum(&masses.begun);
            filled(&mut self.worlds[w].begun, states, pool);
            let here = self.year_of_war(batch, worlds, w, year, pool);
            ended.add(&here);
            pool.give(std::mem::take(&mut self.worlds[w].begun));
        }
        self.lost += ended.conquered;
        self.weight *= batch.discount;
        let series = &mut self.series;
        series.coerced.push(coerced);
        series.lost.push(self.lost);
        series.wars.begun.push(begun);
        series.wars.conquered.push(ended.conquered);
        series.wars.settled.push(ended.settled);
        series.wars.repelled.push(ended.repelled);
        series.at_peace.push(self.worlds.iter().fold(Lanes::ZERO, |all, masses| all + sum(&masses.peace)));
        series.wars.at_war.push(self.worlds.iter().fold(Lanes::ZERO, |all, masses| all + sum(&masses.war)));
    }

    /// A year at peace in one world. Returns the mass that is coerced.
    fn year_at_peace(&mut self, batch: &Batch<'_>, worlds: &Worlds, w: usize, year: usize, pool: &mut Pool) -> Lanes {
        let era = &worlds.list[w].eras[year];
        let peace = era.peace(batch);
        self.worlds[w].charges.turn_peace(batch, era, &mut self.flows, &mut self.upkeep);
        let of_war = worlds.of_war_from(w, year);
        let mut begun = std::mem::take(&mut self.worlds[of_war].begun);
        filled(&mut begun, batch.space.states(), pool);
        let Masses { peace: mass, charges, .. } = &mut self.worlds[w];
        let Some((_, charges)) = &mut charges.peace else { unreachable!("the charges of this era") };
        let mut all =
            All { begun: &mut begun, weight: self.weight, charges, coerced: Lanes::ZERO, captured: Lanes::ZERO };
        year_at_peace(peace, &worlds.list[w].policies[year], mass, &mut all, pool);
        let All { coerced, captured, .. } = all;
        self.lost += captured;
        self.worlds[of_war].begun = begun;
        coerced
    }

    /// A year of war in one world: wars that have begun this year, and those of earlier years.
    fn year_of_war(&mut self, batch: &Batch<'_>, worlds: &Worlds, w: usize, year: usize, pool: &mut Pool) -> Ended {
        let states = batch.space.states();
        let era = &worlds.list[w].eras[year];
        let war = era.war(batch);
        self.worlds[w].charges.turn_war(batch, era, &mut self.flows);
        let Masses { peace, war: mass, begun, charges } = &mut self.worlds[w];
        let Some((_, charges)) = &mut charges.war else { unreachable!("the charges of this era") };
        filled(mass, states, pool);
        filled(peace, states, pool);
        let mut to_peace = pool.take(states);
        let mut workspace = war.kernel.workspace(pool);
        let settle = &worlds.list[w].policies[year].settle;
        let mut ended = Ended::default();
        war.kernel.push(mass, &mut workspace, |states, mass, [goes_on]| {
            let (settle, begun) = (&settle[states.clone()], &begun[states.clone()]);
            let ends = &mut to_peace[states.clone()];
            ended.add(&sweep::wage(war, states, settle, begun, mass, ends, goes_on, self.weight, charges));
        });
        war.kernel.push_exhausted(to_peace, peace, &mut workspace, pool);
        workspace.give_to(pool);
        ended
    }

    /// The values of protégé and guarantors, and the series.
    pub(super) fn end(mut self, batch: &Batch<'_>, pool: &mut Pool) -> (Vec<Lanes>, Histories) {
        self.series.mass = self.lost;
        for mut masses in self.worlds {
            masses.charges.end_peace(batch, &mut self.flows, &mut self.upkeep);
            masses.charges.end_war(batch, &mut self.flows);
            self.series.mass += sum(&masses.peace) + sum(&masses.war);
            [masses.peace, masses.war].into_iter().for_each(|array| pool.give(array));
        }
        self.series.upkeep = self.upkeep.into_iter().map(|flow| Lanes::ZERO - flow).collect();
        (self.flows, self.series)
    }
}

impl Charges {
    /// Makes sure that what is charged now is charged by an era at peace.
    fn turn_peace(&mut self, batch: &Batch<'_>, era: &Rc<Era>, flows: &mut [Lanes], upkeep: &mut [Lanes]) {
        if self.peace.as_ref().is_some_and(|(known, _)| Rc::ptr_eq(known, era)) {
            return;
        }
        self.end_peace(batch, flows, upkeep);
        let (peace, space) = (era.peace(batch), &batch.space);
        let charges = AtPeace {
            peace: peace.peace_cost.projection(space),
            coerced: peace.coercion_cost.projection(space),
            attacked: peace.limited_cost.projection(space),
            captured: peace.capture_cost.projection(space),
        };
        self.peace = Some((Rc::clone(era), charges));
    }

    fn end_peace(&mut self, batch: &Batch<'_>, flows: &mut [Lanes], upkeep: &mut [Lanes]) {
        let Some((era, charges)) = self.peace.take() else { return };
        let peace = era.peace(batch);
        peace.peace_cost.charge(&charges.peace, flows);
        peace.peace_cost.charge(&charges.peace, upkeep);
        peace.coercion_cost.charge(&charges.coerced, flows);
        peace.limited_cost.charge(&charges.attacked, flows);
        peace.capture_cost.charge(&charges.captured, flows);
    }

    /// Makes sure that what is charged now is charged by an era at war.
    fn turn_war(&mut self, batch: &Batch<'_>, era: &Rc<Era>, flows: &mut [Lanes]) {
        if self.war.as_ref().is_some_and(|(known, _)| Rc::ptr_eq(known, era)) {
            return;
        }
        self.end_war(batch, flows);
        let (war, space) = (era.war(batch), &batch.space);
        let charges =
            AtWar { fought: war.fighting_cost.projection(space), settled: war.settlement_cost.projection(space) };
        self.war = Some((Rc::clone(era), charges));
    }

    fn end_war(&mut self, batch: &Batch<'_>, flows: &mut [Lanes]) {
        let Some((era, charges)) = self.war.take() else { return };
        let war = era.war(batch);
        war.fighting_cost.charge(&charges.fought, flows);
        war.settlement_cost.charge(&charges.settled, flows);
    }
}
