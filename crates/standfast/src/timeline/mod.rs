//! A package over the years: how its protection fades, what waiting for its instruments costs, and in which order they
//! best begin.

pub mod findings;
pub mod sequence;

use standfast_ensemble::draw::{DrawOutcome, Equilibria};
use standfast_ensemble::run::PackageRun;
use standfast_ensemble::{Cancelled, Design, Observer, Request, run, variants};
use standfast_game::{Start, Want};
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::supported;

use crate::document::Case;
use crate::selection::Selection;
use crate::study::{DEFAULT_SEED, Study};
use crate::watch::Watch;
pub use findings::TimelineFindings;
use sequence::Sequence;

/// Draws that are taken unless somebody asks for another number: orders are many.
pub const DEFAULT_DRAWS: usize = 32;
/// Years between two beginnings, unless somebody asks for others.
pub const DEFAULT_STEP: u8 = 1;
/// Orders that are looked at, unless somebody asks for others: all of five instruments.
pub const DEFAULT_ORDERS: u16 = 120;

/// What to find out about a package.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline<'a> {
    /// The case.
    pub case: &'a Case,
    /// The package.
    pub package: Selection,
    /// The instruments that begin one after the other; the others begin with the ceasefire. What is not in the package
    /// does not count.
    pub moved: InstrumentSet,
    /// Years between two beginnings.
    pub step: usize,
    /// At most so many orders are looked at.
    pub most_orders: usize,
    /// The draws.
    pub design: Design,
    /// Within how many years risks are reported, ascending; the middle one ranks the orders.
    pub years: Vec<usize>,
}

/// A package with some dates of its own, solved.
#[derive(Clone, Debug)]
pub(crate) struct Solved {
    /// By draw, then by years: the chance of a first war within 0, 1, 2 … years.
    war: Vec<Vec<f64>>,
    /// By draw.
    pub(crate) equilibria: Vec<Equilibria>,
}

/// All that was solved of a package.
pub(crate) struct Parts {
    /// The package as the case has it.
    pub(crate) own: PackageRun,
    /// No guarantee.
    pub(crate) nothing: PackageRun,
    /// By instrument of the package: what is left without it.
    pub(crate) without: Vec<(InstrumentSet, Solved)>,
    /// By instrument of the package: the same in force from the start; nothing where it is anyway.
    pub(crate) at_once: Vec<Option<Solved>>,
    /// All instruments in force from the start; nothing where all are anyway.
    pub(crate) all_at_once: Option<Solved>,
    /// By instrument of the package: it alone begins a step later.
    pub(crate) later: Vec<Solved>,
    /// Orders; nothing where there are not two instruments to order.
    pub(crate) sequence: Option<Sequence>,
}

impl Solved {
    /// What is kept of a run.
    pub(crate) fn of(run: &PackageRun) -> Solved {
        Solved { war: run.outcomes.iter().map(war).collect(), equilibria: run.equilibria.clone() }
    }

    /// By draw: the chance of a first war within some years.
    pub(crate) fn within(&self, years: usize) -> Vec<f64> {
        self.war.iter().map(|war| war[years]).collect()
    }
}

/// The chance of a first war within 0, 1, 2 … years.
fn war(outcome: &DrawOutcome) -> Vec<f64> {
    let first = outcome.first_passage.as_ref().unwrap_or_else(|| unreachable!("all start at peace"));
    (0..=first.war_hazard.len()).map(|years| first.war_within(years)).collect()
}

impl<'a> Timeline<'a> {
    /// A package with the defaults: all of its instruments may begin later.
    pub fn of(case: &'a Case, package: Selection) -> Timeline<'a> {
        Timeline {
            case,
            moved: package.set,
            package,
            step: DEFAULT_STEP.into(),
            most_orders: DEFAULT_ORDERS.into(),
            design: Design::Sobol { seed: DEFAULT_SEED, draws: DEFAULT_DRAWS },
            years: Study::of(case).years,
        }
    }

    /// Solves it, on the current thread pool.
    ///
    /// # Errors
    /// If the observer cancels it.
    pub fn run(self, observer: &dyn Observer) -> Result<TimelineFindings, Cancelled> {
        let instruments = &self.case.scenario.instruments;
        let set = self.package.set;
        let left: Vec<InstrumentSet> =
            set.iter().map(|i| supported(set.minus(InstrumentSet::EMPTY.with(i)), instruments)).collect();
        let mut others = left.clone();
        others.push(InstrumentSet::EMPTY);
        others.sort_unstable();
        others.dedup();
        let watch = Watch::new(observer, self.design, 1 + others.len());
        let own = self.packages(&[set], false, &watch)?.swap_remove(0);
        let others = self.packages(&others, true, &watch)?;
        let other = |set: InstrumentSet| {
            let found = others.iter().find(|run| run.set == set);
            found.unwrap_or_else(|| unreachable!("every package that is asked for is solved"))
        };
        let waiting: Vec<usize> = set.iter().filter(|&i| instruments[i].lead_time > 0).collect();
        let from_the_start = |some: &[usize]| {
            let lead = |i: usize| if some.contains(&i) { -(instruments[i].lead_time as i64) } else { 0 };
            (0..instruments.len()).map(lead).collect::<Vec<i64>>()
        };
        let mut dates: Vec<Vec<i64>> = waiting.iter().map(|&i| from_the_start(&[i])).collect();
        if waiting.len() > 1 {
            dates.push(from_the_start(&waiting));
        }
        dates.extend(set.iter().map(|i| self.starts(&[(i, self.step)])));
        let mut solved = self.solve(&dates, &watch)?.into_iter();
        let mut next = || solved.next().unwrap_or_else(|| unreachable!("as many as there are dates"));
        let mut at_once: Vec<Option<Solved>> = Vec::new();
        for i in set.iter() {
            at_once.push(waiting.contains(&i).then(&mut next));
        }
        let all_at_once = match waiting.len() {
            0 => None,
            1 => at_once.iter().flatten().next().cloned(),
            _ => Some(next()),
        };
        let later: Vec<Solved> = set.iter().map(|_| next()).collect();
        let parts = Parts {
            nothing: other(InstrumentSet::EMPTY).clone(),
            without: left.into_iter().map(|set| (set, Solved::of(other(set)))).collect(),
            sequence: sequence::find(&self, &Solved::of(&own), &later, &watch)?,
            own,
            at_once,
            all_at_once,
            later,
        };
        Ok(TimelineFindings::new(&self, &parts))
    }

    /// The span that ranks the orders.
    pub(crate) fn headline(&self) -> usize {
        crate::findings::Years::new(self.years.clone()).headline()
    }

    /// How far the dates of each instrument of the case are moved if some begin later.
    pub(crate) fn starts(&self, starts: &[(usize, usize)]) -> Vec<i64> {
        let start = |i| starts.iter().find(|(moved, _)| *moved == i).map_or(0, |(_, start)| *start as i64);
        (0..self.case.scenario.instruments.len()).map(start).collect()
    }

    /// Solves the package with its dates moved, each in all draws.
    pub(crate) fn solve(&self, dates: &[Vec<i64>], watch: &Watch<'_>) -> Result<Vec<Solved>, Cancelled> {
        watch.expect(dates.len());
        let scenario = &self.case.scenario;
        let keep = |outcome: &DrawOutcome| (war(outcome), outcome.equilibria);
        let moved = |i: usize| scenario.moved(&dates[i]);
        let each =
            variants(dates.len(), moved, self.package.set, self.design, Want::FirstPassage, keep, watch)?.into_iter();
        let solved = each.map(|draws| {
            let (war, equilibria) = draws.into_iter().unzip();
            Solved { war, equilibria }
        });
        Ok(solved.collect())
    }

    /// Solves packages with the dates that the case has.
    fn packages(
        &self,
        sets: &[InstrumentSet],
        first_passage_only: bool,
        watch: &Watch<'_>,
    ) -> Result<Vec<PackageRun>, Cancelled> {
        let packages = sets.iter().map(|&set| (set, Start::Peace)).collect();
        let request = Request { packages, first_passage_only, ..Request::default() };
        Ok(run(&self.case.scenario, self.design, &request, watch)?.packages)
    }
}
