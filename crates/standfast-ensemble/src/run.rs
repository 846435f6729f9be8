//! The games of all packages in all draws.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};
use standfast_game::consent::Consent;
use standfast_game::pool::Pool;
use standfast_game::{Batch, Outcome, Start, Want};
use standfast_math::LANES;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

use crate::design::Design;
use crate::draw::{DrawConsent, DrawOutcome, Equilibria};
use crate::plan::Plan;
use crate::solver::Solver;

/// What is asked of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The packages with where they start.
    pub packages: Vec<(InstrumentSet, Start)>,
    /// Also who would sign these of them.
    pub consent: BTreeSet<InstrumentSet>,
    /// Of packages without a question of who signs no more is wanted than first passage.
    pub first_passage_only: bool,
    /// Also the risk that choice noise alone leaves: the same with a prize of nothing.
    pub floor: bool,
    /// The positions of the numbers that are drawn anew: see [`crate::design`].
    pub anew: BTreeSet<usize>,
}

impl Request {
    /// How many games each batch of draws is watched solving: see [`Observer`].
    pub fn games(&self) -> usize {
        self.packages.len() * if self.floor { 2 } else { 1 }
    }

    fn plan(&self, scenario: &Scenario) -> Plan {
        Plan::new(scenario, &self.packages, |set| self.consent.contains(&set), &[])
    }
}

/// What came of one package.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackageRun {
    /// The package.
    pub set: InstrumentSet,
    /// Where it starts.
    pub start: Start,
    /// By draw.
    pub outcomes: Vec<DrawOutcome>,
    /// By draw: who signs. Empty if not asked for.
    pub consents: Vec<DrawConsent>,
    /// By draw: first passage with a prize of nothing. Empty if not asked for.
    pub floors: Vec<DrawOutcome>,
    /// By draw: what is known of all equilibria behind all of these.
    pub equilibria: Vec<Equilibria>,
}

/// All packages on the same draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Ensemble {
    /// The draws.
    pub design: Design,
    /// In the order of the request.
    pub packages: Vec<PackageRun>,
}

/// Watches a run and may end it.
pub trait Observer: Sync {
    /// Called from any thread when a package is done in a batch of draws; counts are packages times
    /// draws, twice that with the floor.
    fn advanced(&self, done: usize, total: usize);
    /// Whether the run should end early.
    fn cancelled(&self) -> bool;
}

/// Nobody watches.
impl Observer for () {
    fn advanced(&self, _done: usize, _total: usize) {}
    fn cancelled(&self) -> bool {
        false
    }
}

/// The run was ended early; there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the run was cancelled")]
pub struct Cancelled;

/// Solves all packages in all draws, on the current thread pool.
///
/// # Errors
/// If the observer cancels it.
pub fn run(
    scenario: &Scenario,
    design: Design,
    request: &Request,
    observer: &dyn Observer,
) -> Result<Ensemble, Cancelled> {
    let progress = Progress::new(observer, design.batches() * request.games());
    let plan = request.plan(scenario);
    let batches = each(design.batches(), |index| run_batch(scenario, design, index, request, &plan, &progress))?;
    Ok(Ensemble::gathered(design, batches))
}

impl Ensemble {
    /// What [`run_part`] solved of each batch of the draws, in their order and the same packages each, as what
    /// [`run`] solves.
    pub fn gathered(design: Design, batches: impl IntoIterator<Item = Vec<PackageRun>>) -> Ensemble {
        let mut batches = batches.into_iter();
        let mut packages = batches.next().unwrap_or_default();
        for batch in batches {
            for (all, more) in packages.iter_mut().zip(batch) {
                all.append(more);
            }
        }
        packages.iter_mut().for_each(|package| package.truncate(design.draws()));
        Ensemble { design, packages }
    }
}

/// Solves packages in one batch of draws: their numbers are those that they have in a run of many.
pub fn run_part(scenario: &Scenario, design: Design, batch: usize, request: &Request) -> Vec<PackageRun> {
    let progress = Progress::new(&(), 0);
    run_batch(scenario, design, batch, request, &request.plan(scenario), &progress)
        .unwrap_or_else(|_| unreachable!("nobody cancels a run that nobody observes"))
}

/// Solves packages in one draw alone; its numbers are those that it has in a run of many.
pub fn run_draw(scenario: &Scenario, design: Design, draw: usize, request: &Request) -> Vec<PackageRun> {
    let packages = run_part(scenario, design, draw / LANES, request);
    packages.into_iter().map(|package| package.only(draw % LANES)).collect()
}

/// How far a run has got, told to its observer.
pub(crate) struct Progress<'a> {
    observer: &'a dyn Observer,
    done: AtomicUsize,
    total: usize,
}

impl<'a> Progress<'a> {
    /// The progress of a run of so many games of eight draws.
    pub(crate) fn new(observer: &'a dyn Observer, games: usize) -> Progress<'a> {
        Progress { observer, done: AtomicUsize::new(0), total: games * LANES }
    }

    /// One more game is done.
    pub(crate) fn advance(&self) -> Result<(), Cancelled> {
        self.observer.advanced(self.done.fetch_add(LANES, Ordering::Relaxed) + LANES, self.total);
        if self.observer.cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

/// The arrays that this thread uses for one batch after the other.
pub(crate) fn pool() -> Rc<RefCell<Pool>> {
    thread_local! {
        static POOL: Rc<RefCell<Pool>> = Rc::default();
    }
    POOL.with(Rc::clone)
}

#[cfg(feature = "parallel")]
pub(crate) fn each<T: Send>(
    total: usize,
    one: impl Fn(usize) -> Result<T, Cancelled> + Sync + Send,
) -> Result<Vec<T>, Cancelled> {
    use rayon::prelude::*;
    (0..total).into_par_iter().map(one).collect()
}

#[cfg(not(feature = "parallel"))]
pub(crate) fn each<T>(total: usize, one: impl Fn(usize) -> Result<T, Cancelled>) -> Result<Vec<T>, Cancelled> {
    (0..total).map(one).collect()
}

/// How many threads there are.
pub(crate) fn threads() -> usize {
    #[cfg(feature = "parallel")]
    return rayon::current_num_threads();
    #[cfg(not(feature = "parallel"))]
    return 1;
}

fn run_batch(
    scenario: &Scenario,
    design: Design,
    index: usize,
    request: &Request,
    plan: &Plan,
    progress: &Progress<'_>,
) -> Result<Vec<PackageRun>, Cancelled> {
    let draws = design.batch(scenario, index, &request.anew);
    let mut solver = Solver::new(Batch::reusing(pool(), scenario, draws), Vec::new());
    let mut runs: Vec<PackageRun> = request.packages.iter().map(|&(set, start)| PackageRun::new(set, start)).collect();
    let want = if request.first_passage_only { Want::FirstPassage } else { Want::Everything };
    for group in &plan.groups {
        solver.solve(group, want, |game, outcome, consent| {
            for &asked in &game.asked {
                let run = &mut runs[asked];
                let want = if consent.is_some() { Want::Everything } else { want };
                run.add(outcome, want, |run| &mut run.outcomes);
                consent.iter().for_each(|consent| run.add_consent(consent));
                progress.advance()?;
            }
            Ok(())
        })?;
    }
    if request.floor {
        solver.batch.forget_worlds();
        let floor = solver.batch.with_prize_of_nothing();
        for game in plan.games() {
            let outcome = floor.solve(game.set, game.start, Want::FirstPassage);
            for &asked in &game.asked {
                runs[asked].add(&outcome, Want::FirstPassage, |run| &mut run.floors);
                progress.advance()?;
            }
        }
    }
    Ok(runs)
}

impl PackageRun {
    fn new(set: InstrumentSet, start: Start) -> PackageRun {
        PackageRun {
            set,
            start,
            outcomes: Vec::new(),
            consents: Vec::new(),
            floors: Vec::new(),
            equilibria: vec![Equilibria::default(); LANES],
        }
    }

    fn add(&mut self, outcome: &Outcome, want: Want, list: impl Fn(&mut PackageRun) -> &mut Vec<DrawOutcome>) {
        for lane in 0..LANES {
            let outcome = DrawOutcome::of(outcome, want, lane);
            self.equilibria[lane].merge(&outcome.equilibria);
            list(self).push(outcome);
        }
    }

    fn add_consent(&mut self, consent: &Consent) {
        for lane in 0..LANES {
            self.equilibria[lane].merge(&Equilibria::of(&consent.diagnosis, lane));
            self.consents.push(DrawConsent::of(consent, lane));
        }
    }

    fn append(&mut self, mut more: PackageRun) {
        self.outcomes.append(&mut more.outcomes);
        self.consents.append(&mut more.consents);
        self.floors.append(&mut more.floors);
        self.equilibria.append(&mut more.equilibria);
    }

    /// One of its draws.
    fn only(mut self, at: usize) -> PackageRun {
        fn keep<T>(list: &mut Vec<T>, at: usize) {
            if at < list.len() {
                list.swap(0, at);
                list.truncate(1);
            }
        }
        keep(&mut self.outcomes, at);
        keep(&mut self.consents, at);
        keep(&mut self.floors, at);
        keep(&mut self.equilibria, at);
        self
    }

    fn truncate(&mut self, draws: usize) {
        self.outcomes.truncate(draws);
        self.consents.truncate(draws);
        self.floors.truncate(draws);
        self.equilibria.truncate(draws);
    }
}
