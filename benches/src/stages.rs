//! The stages of a solve, each by itself.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use standfast_game::backward::World;
use standfast_game::challenger::YearPolicy;
use standfast_game::era::Era;
use standfast_game::in_force::InForce;
use standfast_game::library::Library;
use standfast_game::pool::Pool;
use standfast_game::response::Severity;
use standfast_game::sweep;
use standfast_game::world::Worlds;
use standfast_game::{Batch, Outcome, Start, Want, forward};
use standfast_math::Lanes;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;
use standfast_model::primitive::Context;

use crate::batch_reusing;

/// A package in eight draws, of which everything is tabulated and solved once.
pub struct Solved<'a> {
    /// The draws.
    pub batch: Batch<'a>,
    /// The package.
    pub set: InstrumentSet,
    /// What is in force by date, once each.
    pub in_force: BTreeSet<InForce>,
    pool: Rc<RefCell<Pool>>,
}

impl<'a> Solved<'a> {
    /// A package of a case in its first draws.
    pub fn new(scenario: &'a Scenario, set: InstrumentSet) -> Solved<'a> {
        let pool = Rc::default();
        let batch = batch_reusing(Rc::clone(&pool), scenario, 0);
        batch.solve(set, Start::Peace, Want::Everything);
        let years = 0..scenario.horizon + scenario.tail;
        let in_force = years.map(|year| InForce::at(scenario, set, year)).collect();
        Solved { batch, set, in_force, pool }
    }

    /// The contests of all that is in force.
    pub fn contests(&self) -> Library {
        let library = Library::default();
        self.in_force.iter().for_each(|in_force| drop(library.contest(&self.batch.tabulator(in_force))));
        library
    }

    /// The responses of all that is in force, with the contests in a library.
    pub fn responses(&self, library: &Library) {
        for in_force in &self.in_force {
            let tabulator = self.batch.tabulator(in_force);
            for severity in [Severity::Limited, Severity::War] {
                library.response(&tabulator, severity);
            }
        }
    }

    /// The kernels of all that is in force.
    pub fn kernels(&self) -> Library {
        let library = Library::default();
        for in_force in &self.in_force {
            let tabulator = self.batch.tabulator(in_force);
            library.kernel(&tabulator, &[Context::Peace, Context::Coerce, Context::Limited]);
            library.kernel(&tabulator, &[Context::War]);
        }
        library
    }

    /// All that is tabulated before the first year is solved, from scratch.
    pub fn tabulate(&self) -> Batch<'a> {
        let batch = batch_reusing(Rc::clone(&self.pool), self.batch.scenario, 0);
        for era in self.eras_of(&batch) {
            era.peace(&batch);
            era.war(&batch);
        }
        batch
    }

    /// Values and policies of all years.
    pub fn backward(&self) {
        let mut world = World::new(&self.batch, self.set);
        world.solve_from(&self.batch, 0);
        world.give_to(&mut self.pool.borrow_mut());
    }

    /// What happens in all years.
    pub fn forward(&self, want: Want) -> Outcome {
        forward::run(&self.batch, &Worlds::new(&self.batch, self.set), Start::Peace, want)
    }

    /// All of it from scratch, with the arrays of solves before.
    pub fn solve(&self) -> Outcome {
        crate::solve(&self.pool, self.batch.scenario, 0, self.set)
    }

    /// What each year is made of.
    pub fn eras(&self) -> Vec<Rc<Era>> {
        self.eras_of(&self.batch)
    }

    fn eras_of(&self, batch: &Batch<'_>) -> Vec<Rc<Era>> {
        let years = 0..batch.scenario.horizon + batch.scenario.tail;
        years.map(|year| batch.era(self.set, year)).collect()
    }

    /// Single years of an era.
    pub fn years(&self, era: &Rc<Era>) -> Years<'_> {
        let states = self.batch.space.states();
        let array = || vec![Lanes::ZERO; states];
        let policy = YearPolicy { invade: array(), limited: array(), coerce: array(), settle: array() };
        Years {
            batch: &self.batch,
            era: Rc::clone(era),
            pool: Pool::default(),
            value: array(),
            war_value: array(),
            fight: array(),
            mass: self.batch.initial(),
            policy,
        }
    }
}

/// Single years of an era, one after the other; values and masses are kept.
pub struct Years<'a> {
    batch: &'a Batch<'a>,
    era: Rc<Era>,
    pool: Pool,
    value: Vec<Lanes>,
    war_value: Vec<Lanes>,
    fight: Vec<Lanes>,
    mass: Vec<Lanes>,
    policy: YearPolicy,
}

impl Years<'_> {
    /// The moves of a year of peace, backward.
    pub fn peace_moves(&mut self) {
        let kernel = &self.era.peace(self.batch).kernel;
        let mut workspace = kernel.workspace(&mut self.pool);
        kernel.expect(&mut self.value, &mut workspace, |_, [_, _, _], _| ());
        workspace.give_to(&mut self.pool);
    }

    /// A year of peace backward: moves and choices.
    pub fn peace(&mut self) {
        let peace = self.era.peace(self.batch);
        let mut workspace = peace.kernel.workspace(&mut self.pool);
        let mut stages = sweep::Stages::default();
        let (discount, fight, policy) = (self.batch.discount, &self.fight, &mut self.policy);
        peace.kernel.expect(&mut self.value, &mut workspace, |states, means, value| {
            sweep::choose(&peace.choice, discount, fight, states, means, value, policy, &mut stages);
        });
        workspace.give_to(&mut self.pool);
    }

    /// The moves of a year of war, backward, to peace and in war.
    pub fn war_moves(&mut self) {
        let kernel = &self.era.war(self.batch).kernel;
        let mut workspace = kernel.workspace(&mut self.pool);
        let peace = kernel.expect_exhausted(&self.value, &mut workspace, &mut self.pool);
        kernel.expect(&mut self.war_value, &mut workspace, |_, [_], _| ());
        self.pool.give(peace);
        workspace.give_to(&mut self.pool);
    }

    /// A year of war backward: moves and choices.
    pub fn war(&mut self) {
        let war = self.era.war(self.batch);
        let mut workspace = war.kernel.workspace(&mut self.pool);
        let peace = war.kernel.expect_exhausted(&self.value, &mut workspace, &mut self.pool);
        let (discount, fight, settle) = (self.batch.discount, &mut self.fight, &mut self.policy.settle);
        war.kernel.expect(&mut self.war_value, &mut workspace, |states, [war_mean], value| {
            let means = [&peace[states.clone()], war_mean];
            sweep::fight_or_settle(&war.choice, discount, states, means, value, fight, settle);
        });
        self.pool.give(peace);
        workspace.give_to(&mut self.pool);
    }

    /// The moves of a year of peace, forward, where the challenger leaves the protégé alone.
    pub fn peace_pushes(&mut self) {
        let kernel = &self.era.peace(self.batch).kernel;
        let mut workspace = kernel.workspace(&mut self.pool);
        kernel.push(&mut self.mass, &mut workspace, |_, mass, [calm, coerced, attacked]| {
            calm.copy_from_slice(mass);
            coerced.fill(Lanes::ZERO);
            attacked.fill(Lanes::ZERO);
        });
        workspace.give_to(&mut self.pool);
    }
}
