//! Eight draws of one case, solved for any package; what packages share is computed once.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use standfast_math::Lanes;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;
use standfast_model::primitive::Kind;

use crate::backward::World;
use crate::draws::Draws;
use crate::era::Era;
use crate::forward;
use crate::in_force::InForce;
use crate::library::Library;
use crate::outcome::{Outcome, Start, Want};
use crate::pool::Pool;
use crate::space::Space;
use crate::tabulate::Tabulator;
use crate::world::{Worlds, after_war, chain};

/// A batch of draws of a case.
#[derive(Debug)]
pub struct Batch<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// Its states.
    pub space: Space,
    /// The draws.
    pub draws: Draws,
    /// δ.
    pub discount: Lanes,
    /// Parts that eras share.
    pub(crate) library: Rc<Library>,
    /// Arrays over all states.
    pub(crate) pool: Rc<RefCell<Pool>>,
    eras: RefCell<BTreeMap<InForce, Rc<Era>>>,
    /// Of how many years policies are kept.
    pub(crate) policy_years: usize,
    /// Worlds that were solved last, the latest at the end.
    worlds: RefCell<Vec<Rc<World>>>,
    /// How many of them are kept for the packages to come, since they are large: as many as one package had.
    kept_worlds: Cell<usize>,
}

impl<'a> Batch<'a> {
    /// A batch of which nothing is solved yet.
    pub fn new(scenario: &'a Scenario, draws: Draws) -> Batch<'a> {
        Batch::reusing(Rc::default(), scenario, draws)
    }

    /// The same with the arrays of batches that were solved before.
    pub fn reusing(pool: Rc<RefCell<Pool>>, scenario: &'a Scenario, draws: Draws) -> Batch<'a> {
        Batch::with(Rc::default(), pool, scenario, draws)
    }

    fn with(library: Rc<Library>, pool: Rc<RefCell<Pool>>, scenario: &'a Scenario, draws: Draws) -> Batch<'a> {
        let discount = draws.value(scenario.base(Kind::Discount.single())).logistic();
        Batch {
            scenario,
            space: Space::new(scenario),
            draws,
            discount,
            library,
            pool,
            policy_years: scenario.horizon,
            eras: RefCell::default(),
            worlds: RefCell::default(),
            kept_worlds: Cell::new(0),
        }
    }

    /// The same batch with the policies of the years beyond the horizon kept as well: see
    /// [`forward::streams`].
    #[must_use]
    pub fn with_policies_of_the_tail(mut self) -> Batch<'a> {
        self.policy_years = self.scenario.horizon + self.scenario.tail;
        self.forget_worlds();
        self
    }

    /// The same draws with nothing to win: what is left of the risk is noise in the choice.
    #[must_use]
    pub fn with_prize_of_nothing(&self) -> Batch<'a> {
        let draws = self.draws.with(self.scenario.base(Kind::Prize.single()), f64::NEG_INFINITY);
        Batch::with(Rc::clone(&self.library), Rc::clone(&self.pool), self.scenario, draws)
    }

    /// Solves the game of a package.
    pub fn solve(&self, set: InstrumentSet, start: Start, want: Want) -> Outcome {
        // A package that starts at war is the package without what that war aborts.
        let set = if start == Start::War { after_war(self.scenario, set, 0) } else { set };
        forward::run(self, &Worlds::new(self, set), start, want)
    }

    /// The world of a set of instruments, solved from a year on.
    pub fn world(&self, set: InstrumentSet, first: usize) -> Rc<World> {
        let known = self.worlds.borrow().iter().position(|world| world.set == set);
        let known = known.map(|known| self.worlds.borrow_mut().remove(known));
        let world = match known {
            Some(world) if world.is_solved_from(first) => world,
            known => {
                let needed = chain(self.scenario, set).len();
                self.kept_worlds.update(|kept| if kept < needed { needed } else { kept });
                // One that is in use somewhere stays as it is there.
                let known = known.and_then(|world| Rc::try_unwrap(world).ok());
                let mut world = known.unwrap_or_else(|| World::new(self, set));
                world.solve_from(self, first);
                Rc::new(world)
            }
        };
        let mut worlds = self.worlds.borrow_mut();
        worlds.push(Rc::clone(&world));
        while worlds.len() > self.kept_worlds.get() {
            self.free(worlds.remove(0));
        }
        world
    }

    /// Gives the memory of all solved worlds back; they would have to be solved again.
    pub fn forget_worlds(&self) {
        self.worlds.borrow_mut().drain(..).for_each(|world| self.free(world));
    }

    /// Gives back all that was solved; only empty arrays are kept for what comes.
    pub fn forget(&self) {
        self.forget_worlds();
        self.eras.borrow_mut().clear();
        self.library.forget();
    }

    /// A world that is still in use somewhere is freed there.
    fn free(&self, world: Rc<World>) {
        if let Ok(world) = Rc::try_unwrap(world) {
            world.give_to(&mut self.pool.borrow_mut());
        }
    }

    /// What primitives are tabulated with.
    pub fn tabulator<'b>(&'b self, in_force: &'b InForce) -> Tabulator<'b> {
        Tabulator { scenario: self.scenario, space: &self.space, draws: &self.draws, in_force }
    }

    /// What a set of instruments makes of a year.
    pub fn era(&self, set: InstrumentSet, year: usize) -> Rc<Era> {
        let in_force = InForce::at(self.scenario, set, year);
        if let Some(era) = self.eras.borrow().get(&in_force) {
            return Rc::clone(era);
        }
        let era = Rc::new(Era::new(in_force.clone()));
        self.eras.borrow_mut().insert(in_force, Rc::clone(&era));
        era
    }

    /// The initial distribution over the states.
    pub fn initial(&self) -> Vec<Lanes> {
        let slowest_first = self.space.order().iter().map(|&factor| &self.scenario.factors[factor]);
        let joint = slowest_first.fold(vec![1.0], |joint, factor| {
            joint.iter().flat_map(|&mass| factor.initial.iter().map(move |&p| mass * p)).collect()
        });
        joint.into_iter().map(Lanes::splat).collect()
    }
}

impl Drop for Batch<'_> {
    /// The next batch uses the arrays again.
    fn drop(&mut self) {
        self.forget_worlds();
    }
}
