//! The games of all packages in all draws.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use standfast_game::consent::{Consent, consent};
use standfast_game::world::after_war;
use standfast_game::{Batch, Outcome, Start, Want};
use standfast_math::LANES;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

use crate::design::Design;
use crate::draw::{DrawConsent, DrawOutcome, Equilibria};

/// What is asked of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The packages with where they start.
    pub packages: Vec<(InstrumentSet, Start)>,
    /// Also who would sign these of them.
    pub consent: BTreeSet<InstrumentSet>,
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
}

/// What came of one package.
#[derive(Clone, Debug, PartialEq)]
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
    let batches = each_batch(design.batches(), |index| run_batch(scenario, design, index, request, &progress))?;
    let mut batches = batches.into_iter();
    let mut packages = batches.next().unwrap_or_default();
    for batch in batches {
        for (all, more) in packages.iter_mut().zip(batch) {
            all.append(more);
        }
    }
    packages.iter_mut().for_each(|package| package.truncate(design.draws()));
    Ok(Ensemble { design, packages })
}

/// Solves packages in one draw alone; its numbers are those that it has in a run of many.
pub fn run_draw(scenario: &Scenario, design: Design, draw: usize, request: &Request) -> Vec<PackageRun> {
    let progress = Progress::new(&(), 0);
    let packages = run_batch(scenario, design, draw / LANES, request, &progress)
        .unwrap_or_else(|_| unreachable!("nobody cancels a run that nobody observes"));
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

#[cfg(feature = "parallel")]
pub(crate) fn each_batch<T: Send>(
    total: usize,
    one: impl Fn(usize) -> Result<T, Cancelled> + Sync + Send,
) -> Result<Vec<T>, Cancelled> {
    use rayon::prelude::*;
    (0..total).into_par_iter().map(one).collect()
}

#[cfg(not(feature = "parallel"))]
pub(crate) fn each_batch<T>(total: usize, one: impl Fn(usize) -> Result<T, Cancelled>) -> Result<Vec<T>, Cancelled> {
    (0..total).map(one).collect()
}

/// A batch with the outcomes that its packages share: alternatives to signing.
struct Shared<'a> {
    batch: Batch<'a>,
    outcomes: RefCell<BTreeMap<(InstrumentSet, Start, Want), Rc<Outcome>>>,
}

impl<'a> Shared<'a> {
    fn new(batch: Batch<'a>) -> Shared<'a> {
        Shared { batch, outcomes: RefCell::default() }
    }

    fn outcome(&self, set: InstrumentSet, start: Start, want: Want) -> Rc<Outcome> {
        // A package that starts at war is the package without what that war aborts.
        let set = if start == Start::War { after_war(self.batch.scenario, set, 0) } else { set };
        // Whatever is wanted, everything holds it.
        for known in [want, Want::Everything] {
            if let Some(outcome) = self.outcomes.borrow().get(&(set, start, known)) {
                return Rc::clone(outcome);
            }
        }
        let outcome = Rc::new(self.batch.solve(set, start, want));
        self.outcomes.borrow_mut().insert((set, start, want), Rc::clone(&outcome));
        outcome
    }

    fn consent(&self, set: InstrumentSet) -> Consent {
        let package = self.outcome(set, Start::Peace, Want::Everything);
        consent(&self.batch, set, &package, |alternative| self.outcome(alternative, Start::War, Want::Everything))
    }
}

fn run_batch(
    scenario: &Scenario,
    design: Design,
    index: usize,
    request: &Request,
    progress: &Progress<'_>,
) -> Result<Vec<PackageRun>, Cancelled> {
    let shared = Shared::new(Batch::new(scenario, design.batch(scenario, index, &request.anew)));
    let mut runs = Vec::new();
    for &(set, start) in &request.packages {
        let mut run = PackageRun::new(set, start);
        run.add(&shared.outcome(set, start, Want::Everything), Want::Everything, |run| &mut run.outcomes);
        if request.consent.contains(&set) {
            run.add_consent(&shared.consent(set));
        }
        runs.push(run);
        progress.advance()?;
    }
    if request.floor {
        shared.batch.forget_worlds();
        let floor = shared.batch.with_prize_of_nothing();
        for run in &mut runs {
            let outcome = floor.solve(run.set, run.start, Want::FirstPassage);
            run.add(&outcome, Want::FirstPassage, |run| &mut run.floors);
            progress.advance()?;
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
