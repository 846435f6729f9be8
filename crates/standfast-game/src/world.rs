//! The worlds of a package: a war may cancel instruments for good.
//!
//! In year t the pending instruments that a war aborts are the set D(t). A war that begins in
//! year t, and all that follows it, is played as if D(t) had never been agreed: in another
//! world. Instruments that are in force by then stay, so a world that a war led to has nothing
//! pending, and from there no further world can be reached. Many packages share such worlds, so
//! they are solved once for all of them.

use std::rc::Rc;

use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

use crate::backward::World;
use crate::batch::Batch;
use crate::response::Diagnosis;

/// What is left of a set when a war begins in a year.
pub fn after_war(scenario: &Scenario, set: InstrumentSet, year: usize) -> InstrumentSet {
    set.iter().filter(|&i| !scenario.instruments[i].aborted_in(year)).collect()
}

/// From this year on no war cancels anything any more, whatever the package.
pub fn settled_from(scenario: &Scenario) -> usize {
    let pending = scenario.instruments.iter().filter(|instrument| instrument.aborted_by_war);
    let last = pending.map(|instrument| instrument.lead_time).max().unwrap_or(0);
    let years = scenario.horizon + scenario.tail;
    if last < years { last } else { years }
}

/// From this year on no war cancels a part of this set: of a world that a war leads to, no earlier year is
/// ever played.
pub fn settled(scenario: &Scenario, set: InstrumentSet) -> usize {
    window(scenario, set).unwrap_or(0)
}

/// In how many years, from the first on, a war would cancel a part of a package; nothing if no war does.
pub fn window(scenario: &Scenario, set: InstrumentSet) -> Option<usize> {
    let pending = set.iter().map(|i| &scenario.instruments[i]).filter(|instrument| instrument.aborted_in(0));
    pending.map(|instrument| instrument.lead_time).max()
}

/// The sets whose worlds a package has: what a war leaves of it, from the first year of wars on, and at the
/// end itself.
pub fn chain(scenario: &Scenario, set: InstrumentSet) -> Vec<InstrumentSet> {
    let left = (0..settled_from(scenario)).map(|year| after_war(scenario, set, year));
    let mut chain: Vec<InstrumentSet> = left.chain([set]).collect();
    chain.dedup();
    chain
}

/// A package's own world and those that wars lead to.
#[derive(Debug)]
pub struct Worlds {
    /// The package's own world first.
    pub list: Vec<Rc<World>>,
    /// By year: the world of a war that begins from the package's own world.
    of_war: Vec<usize>,
}

impl Worlds {
    /// The worlds of a package.
    pub fn new(batch: &Batch<'_>, set: InstrumentSet) -> Worlds {
        let mut list = vec![batch.world(set, 0)];
        let years = 0..settled_from(batch.scenario);
        let of_war = years
            .map(|year| {
                let left = after_war(batch.scenario, set, year);
                list.iter().position(|world| world.set == left).unwrap_or_else(|| {
                    list.push(batch.world(left, settled(batch.scenario, left)));
                    list.len() - 1
                })
            })
            .collect();
        Worlds { list, of_war }
    }

    /// What is known of the equilibria behind the package.
    pub fn diagnosis(&self, batch: &Batch<'_>) -> Diagnosis {
        let mut diagnosis = Diagnosis::default();
        for (w, world) in self.list.iter().enumerate() {
            let first = if w == 0 { 0 } else { settled(batch.scenario, world.set) };
            diagnosis.merge(&world.diagnosis(batch, first));
        }
        diagnosis
    }

    /// The world of a war that begins in a world in a year.
    pub fn of_war_from(&self, world: usize, year: usize) -> usize {
        if world == 0 { self.of_war.get(year).copied().unwrap_or(0) } else { world }
    }
}
