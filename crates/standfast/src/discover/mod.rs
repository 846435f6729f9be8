//! When a package fails, or succeeds: limits on the case's uncertain numbers between which most of the draws lie in which an
//! outcome passes a threshold (scenario discovery).

pub mod findings;

use standfast_analysis::Table;
use standfast_analysis::prim::{
    Chance, Feature, Features, Found, Limit, Place, STANDS_OUT, Sample, Screen, Settings, Tally, binomial_tail, inside,
};
use standfast_ensemble::band::quantile;
use standfast_ensemble::draw::{DrawOutcome, Equilibria};
use standfast_ensemble::quantity::Asked;
use standfast_ensemble::{Cancelled, Column, Design, Observer, Sweep, variants};
use standfast_game::Want;
use standfast_math::stream::Stream;
use standfast_model::Scenario;
use standfast_model::check::Quantity;
use standfast_model::question::{Game, Question};

use crate::document::Case;
use crate::findings::Years;
use crate::questions::numbers_read;
use crate::selection::Selection;
use crate::study::{DEFAULT_SEED, Study};
use crate::watch::Watch;
use crate::why::Outcome;
pub use findings::DiscoverFindings;

/// Draws that are taken unless somebody asks for another number, and fresh ones again: one package is solved, and a
/// box needs some dozens of draws in it.
pub const DEFAULT_DRAWS: usize = 1024;
/// Unless somebody asks for a threshold, the worst draws fail: this share of them.
pub const WORST: f64 = 0.25;
/// So many boxes are looked for at most, each among the draws that are in none before it.
pub const MOST_BOXES: usize = 2;
/// In how many random halves of the draws a box is looked for again.
pub const HALVES: usize = 100;

/// What to find out about a package.
#[derive(Clone, Debug, PartialEq)]
pub struct Discover<'a> {
    /// The case.
    pub case: &'a Case,
    /// The package.
    pub package: Selection,
    /// What is looked at in each draw.
    pub outcome: Outcome,
    /// Within how many years; nothing to the chance that all sign.
    pub years: usize,
    /// In which draws the package fails; nothing for the worst of them.
    pub fails: Option<Fails>,
    /// The seed of the draws. Fresh ones are those of the next seed.
    pub seed: u64,
    /// How many draws boxes are looked for among; the same number of fresh ones is taken.
    pub draws: usize,
}

/// Where a package fails, or succeeds where the outcome is such: beyond a threshold, and not at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fails {
    /// Where the outcome is more likely than this.
    Above(f64),
    /// Where it is less likely.
    Below(f64),
}

impl Fails {
    /// The threshold.
    pub fn threshold(self) -> f64 {
        match self {
            Fails::Above(threshold) | Fails::Below(threshold) => threshold,
        }
    }

    /// Whether a draw fails in which the outcome has some chance.
    pub fn holds(self, chance: f64) -> bool {
        match self {
            Fails::Above(threshold) => chance > threshold,
            Fails::Below(threshold) => chance < threshold,
        }
    }

    /// Whether what lies beyond the threshold is good.
    fn is_success(self, outcome: Outcome) -> bool {
        matches!(self, Fails::Above(_)) == is_good(outcome)
    }

    /// The worst of some draws: those with the largest chances of what is bad, and the smallest of what is good.
    fn worst(outcome: Outcome, chances: &[f64]) -> Fails {
        if is_good(outcome) {
            Fails::Below(quantile(chances, WORST))
        } else {
            Fails::Above(quantile(chances, 1.0 - WORST))
        }
    }
}

/// Whether more of an outcome is better.
fn is_good(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Intact | Outcome::Concluded => true,
        Outcome::War | Outcome::QuietBroken | Outcome::Limited | Outcome::Lost => false,
    }
}

impl<'a> Discover<'a> {
    /// When war begins in spite of a package of a case, within the years that findings are about.
    pub fn of(case: &'a Case, package: Selection) -> Discover<'a> {
        let years = Years::new(Study::of(case).years).headline();
        let (outcome, seed, draws) = (Outcome::War, DEFAULT_SEED, DEFAULT_DRAWS);
        Discover { case, package, outcome, years, fails: None, seed, draws }
    }

    /// Solves the package in all draws and in fresh ones, and looks for boxes.
    ///
    /// # Errors
    /// If the observer cancels it.
    pub fn run(self, observer: &dyn Observer) -> Result<DiscoverFindings, Cancelled> {
        let scenario = &self.case.scenario;
        let numbers = self.numbers();
        let design = Design::Sobol { seed: self.seed, draws: self.draws };
        let fresh = Design::Sobol { seed: self.seed.wrapping_add(1), draws: self.draws };
        let watch = Watch::new(observer, design, 2);
        let [draws, fresh] = [self.solve(design, &numbers, &watch)?, self.solve(fresh, &numbers, &watch)?];
        let fails = self.fails.unwrap_or_else(|| Fails::worst(self.outcome, &draws.chances));
        let boxes = Boxes::new(&draws, &fresh, fails, self.seed).all(observer)?;
        Ok(DiscoverFindings::new(&self, scenario, &numbers, fails, &draws, &fresh, boxes))
    }

    /// The uncertain numbers that the package's game reads, by position.
    fn numbers(&self) -> Vec<usize> {
        let quantity = match self.outcome.column(self.years) {
            Column::Quantity { quantity, .. } => quantity,
            _ => Quantity::War,
        };
        let game = Game { package: self.package.set, under: Vec::new() };
        let question = Question { quantity, actor: None, years: Some((0, self.years)), game, against: None };
        numbers_read(&self.case.scenario, &[&question])
    }

    fn solve(&self, design: Design, numbers: &[usize], watch: &Watch<'_>) -> Result<Solved, Cancelled> {
        let scenario: &Scenario = &self.case.scenario;
        let (chances, equilibria) = match self.outcome {
            Outcome::Concluded => self.signed(design, watch)?,
            _ => self.played(design, watch)?,
        };
        let values = design.values(scenario, numbers).into_iter().map(Feature::Number).collect();
        Ok(Solved { chances, equilibria, values })
    }

    /// The chance that all sign, and the equilibria behind it, by draw.
    fn signed(&self, design: Design, watch: &Watch<'_>) -> Result<(Vec<f64>, Vec<Equilibria>), Cancelled> {
        let columns = std::iter::once(self.outcome.column(self.years)).chain(Column::OF_EQUILIBRIA).collect();
        let sweep = Sweep::new(&self.case.scenario, design, &[self.package.set], columns);
        let mut table = Table::new(&sweep);
        table.complete(&sweep, |_| Ok(()), watch)?;
        Ok((table.values(0, 0).to_vec(), table.equilibria(0).unwrap_or_default()))
    }

    /// The chance of what happens, and the equilibria behind it, by draw.
    fn played(&self, design: Design, watch: &Watch<'_>) -> Result<(Vec<f64>, Vec<Equilibria>), Cancelled> {
        let want = if self.outcome == Outcome::Lost { Want::Everything } else { Want::FirstPassage };
        let keep = |outcome: &DrawOutcome| {
            let chance = match self.outcome.column(self.years) {
                Column::Quantity { quantity, actor, years } => {
                    Asked { outcome, consent: None, years, actor }.value(quantity)
                }
                _ => outcome.first_passage.as_ref().map_or(f64::NAN, |first| first.intact[self.years]),
            };
            (chance, outcome.equilibria)
        };
        let scenario = |_| self.case.scenario.clone();
        let each = variants(1, scenario, self.package.set, design, want, keep, watch)?;
        Ok(each.into_iter().flatten().unzip())
    }
}

/// The package in all draws of a design.
pub(crate) struct Solved {
    /// Of the outcome, by draw.
    pub(crate) chances: Vec<f64>,
    pub(crate) equilibria: Vec<Equilibria>,
    /// Of the numbers that the game reads, on their link scales.
    values: Vec<Feature>,
}

impl Solved {
    fn fails(&self, fails: Fails) -> Vec<bool> {
        self.chances.iter().map(|chance| fails.holds(*chance)).collect()
    }
}

/// A box, with what speaks for it and against it.
pub(crate) struct Boxed {
    /// All draws that it was looked for among.
    pub(crate) all: Tally,
    /// Those of them that have converged: all, and in the box.
    pub(crate) converged: [Tally; 2],
    /// The features that stand out by themselves, with their p-values.
    pub(crate) standing_out: Vec<(usize, f64)>,
    pub(crate) found: Found,
    /// By step of the trajectory, with the fresh draws in that box.
    pub(crate) trajectory: Vec<(Vec<Limit>, Tally)>,
    pub(crate) chance: Chance,
    /// By limit: in what share of the halves it is found again.
    pub(crate) again: Vec<f64>,
    /// Fresh draws: all that are in no box before, and in this one.
    pub(crate) fresh: [Tally; 2],
    /// By limit: fresh draws in the box without it.
    pub(crate) fresh_without: Vec<Tally>,
}

impl Boxed {
    /// The limits of the box.
    pub(crate) fn limits(&self) -> Vec<Limit> {
        self.found.limits.iter().map(|tested| tested.limit.clone()).collect()
    }

    /// Whether it is better than chance would have it.
    pub(crate) fn stands_out(&self) -> bool {
        !self.found.limits.is_empty() && self.chance.p_value <= STANDS_OUT
    }

    /// The chance that as many fresh draws as lie in a box, taken at random from others, hold as many failures.
    pub(crate) fn fresh_p(&self, without: Tally) -> f64 {
        binomial_tail(self.fresh[1], without.density())
    }
}

/// The search for boxes.
struct Boxes<'a> {
    draws: &'a Solved,
    fresh: &'a Solved,
    features: Features,
    failing: Vec<bool>,
    fresh_failing: Vec<bool>,
    stream: Stream,
    halves: Stream,
}

impl<'a> Boxes<'a> {
    fn new(draws: &'a Solved, fresh: &'a Solved, fails: Fails, seed: u64) -> Boxes<'a> {
        let features = Features::new(draws.chances.len(), draws.values.clone())
            .unwrap_or_else(|unusable| unreachable!("values of draws are numbers: {unusable}"));
        let [stream, halves] = ["discover", "discover in halves"].map(|name| Stream::new(seed, name));
        let (failing, fresh_failing) = (draws.fails(fails), fresh.fails(fails));
        Boxes { draws, fresh, features, failing, fresh_failing, stream, halves }
    }

    /// Boxes, each among the draws that are in none before, until one does not stand out; the first in any case.
    fn all(&self, observer: &dyn Observer) -> Result<Vec<Boxed>, Cancelled> {
        let mut boxes: Vec<Boxed> = Vec::new();
        let mut sample = Sample::new(&self.features, &self.failing);
        let mut left: Vec<bool> = vec![true; self.fresh.chances.len()];
        while boxes.len() < MOST_BOXES {
            if observer.cancelled() {
                return Err(Cancelled);
            }
            let next = self.one(&sample, &left);
            if !boxes.is_empty() && !next.stands_out() {
                break;
            }
            let taken = inside(&next.limits(), &self.fresh.values, left.len());
            left.iter_mut().zip(taken).for_each(|(left, taken)| *left = *left && !taken);
            sample = sample.only(|draw| !next.found.region.contains(&self.features, draw));
            let goes_on = next.stands_out();
            boxes.push(next);
            if !goes_on {
                break;
            }
        }
        Ok(boxes)
    }

    /// The box among some draws, and the fresh draws that are left.
    fn one(&self, sample: &Sample<'_>, left: &[bool]) -> Boxed {
        let settings = Settings::default();
        let screen = Screen::new(sample, self.stream);
        let found = screen.find(settings);
        let places: Vec<Place> = found.limits.iter().map(|tested| tested.place).collect();
        let converged = sample.only(|draw| self.draws.equilibria[draw].converged());
        let limits: Vec<Limit> = found.limits.iter().map(|tested| tested.limit.clone()).collect();
        let fresh = |limits: &[Limit]| {
            let inside = inside(limits, &self.fresh.values, left.len());
            let there =
                inside.iter().zip(left).zip(&self.fresh_failing).filter(|((inside, left), _)| **inside && **left);
            there.fold(Tally::default(), |tally, (_, failing)| Tally {
                draws: tally.draws + 1,
                yes: tally.yes + usize::from(*failing),
            })
        };
        let steps = found.trajectory.iter().map(|step| step.region.limits(&self.features));
        let without = |i: usize| [&limits[..i], &limits[i + 1..]].concat();
        Boxed {
            all: sample.all(),
            converged: [converged.all(), converged.tally(&found.region)],
            trajectory: steps.map(|limits| (limits.clone(), fresh(&limits))).collect(),
            standing_out: screen.standing_out().into_iter().map(|i| (i, screen.p_values()[i])).collect(),
            chance: screen.by_chance(settings, found.tally.phi(sample.all())),
            again: screen.in_halves(settings, &places, &self.halves, HALVES),
            fresh: [fresh(&[]), fresh(&limits)],
            fresh_without: (0..limits.len()).map(|i| fresh(&without(i))).collect(),
            found,
        }
    }
}
