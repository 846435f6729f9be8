//! Where a package breaks: the smallest sets of stresses under which a risk passes a threshold.

pub mod findings;

use std::collections::BTreeMap;

use standfast_analysis::breach::{Breaches, Extent, Lattice, MOST_STRESSES, StressSet, search};
use standfast_ensemble::draw::{DrawOutcome, Equilibria};
use standfast_ensemble::quantity::Asked;
use standfast_ensemble::{Cancelled, Design, Observer, passages, variants};
use standfast_game::Want;
use standfast_math::sum::mean;
use standfast_model::Scenario;
use standfast_model::check::Quantity;
use standfast_model::condition::LevelSet;
use standfast_model::stress::conflicts;
use standfast_model::tree::Path;

use crate::document::Case;
use crate::findings::Years;
use crate::findings::comparison::NO_DIFFERENCE;
use crate::selection::Selection;
use crate::study::{DEFAULT_SEED, Study};
use crate::watch::Watch;
pub use findings::BreachFindings;

/// Draws that are taken unless somebody asks for another number: the fewest with standard errors, since there are
/// many sets.
pub const DEFAULT_DRAWS: usize = standfast_ensemble::band::FEWEST_FOR_ERRORS;
/// Sets are looked at up to so many stresses unless somebody asks for others.
pub const DEFAULT_UP_TO: u8 = 3;
/// How many times its own risk breaks a package, unless somebody asks for another threshold.
pub const DEFAULT_TIMES: f64 = 2.0;
/// More sets than that are not taken on.
pub const MOST_SETS: usize = 1 << 13;

/// A risk that can break a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// A first war begins.
    War,
    /// A war begins, or the protégé is captured without one: the package is not intact.
    WarOrCapture,
    /// A war, a capture or a limited attack.
    QuietBroken,
    /// A limited attack, before any war or capture.
    Limited,
    /// The protégé is lost, to a war or without one.
    Lost,
}

/// Which risk is too much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Threshold {
    /// More than this.
    Absolute(f64),
    /// More than so many times the package's own, and at least half a point more.
    Times(f64),
}

/// What to find out about a package.
#[derive(Clone, Debug, PartialEq)]
pub struct BreachStudy<'a> {
    /// The case, under no stress.
    pub case: &'a Case,
    /// Stresses that hold in any case, by position; they can hold together from the start.
    pub under: Vec<usize>,
    /// The package.
    pub package: Selection,
    /// The stresses that may come, by position.
    pub among: Vec<usize>,
    /// The risk.
    pub risk: Risk,
    /// Which risk is too much.
    pub threshold: Threshold,
    /// How far to look.
    pub extent: Extent,
    /// The draws.
    pub design: Design,
    /// Within how many years risks are reported, ascending; the middle one decides.
    pub years: Vec<usize>,
}

/// There are more sets of stresses than [`MOST_SETS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("more than {MOST_SETS} sets of stresses")]
pub struct TooMany;

/// Why there is nothing to solve for a stress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// It holds in any case.
    Holds,
    /// It begins later: whether a package holds is asked under stresses from the start.
    Late,
    /// It cannot hold together with what holds in any case.
    Clashes,
    /// It leaves the game of this package as it is, whatever else holds.
    BearsNot,
}

/// A study whose sets are known, and not solved yet.
#[derive(Clone, Debug)]
pub struct Work<'a> {
    study: BreachStudy<'a>,
    /// The stresses that sets are made of, by position in the case.
    stresses: Vec<usize>,
    left_out: Vec<(usize, LeftOut)>,
    lattice: Lattice,
}

/// A set that was solved.
#[derive(Clone, Debug)]
pub(crate) struct Solved {
    /// By span of years, then by draw.
    pub(crate) risks: Vec<Vec<f64>>,
    /// By draw.
    pub(crate) equilibria: Vec<Equilibria>,
}

impl Risk {
    /// All, with their words in results.
    pub const WORDS: [(&'static str, Risk); 5] = [
        ("war", Risk::War),
        ("war_or_capture", Risk::WarOrCapture),
        ("quiet_broken", Risk::QuietBroken),
        ("limited", Risk::Limited),
        ("lost", Risk::Lost),
    ];

    /// Its word in results.
    pub fn word(self) -> &'static str {
        Risk::WORDS.iter().find(|(_, risk)| *risk == self).map_or("", |(word, _)| word)
    }

    /// Within the first years, in a draw.
    pub(crate) fn within(self, outcome: &DrawOutcome, years: usize) -> f64 {
        let asked = |quantity| Asked { outcome, consent: None, years: (0, years), actor: None }.value(quantity);
        match self {
            Risk::War => asked(Quantity::War),
            Risk::WarOrCapture => outcome.first_passage.as_ref().map_or(f64::NAN, |first| 1.0 - first.intact[years]),
            Risk::QuietBroken => asked(Quantity::QuietBroken),
            Risk::Limited => asked(Quantity::Limited),
            Risk::Lost => asked(Quantity::Lost),
        }
    }

    /// What has to be solved for it.
    pub(crate) fn want(self) -> Want {
        if self == Risk::Lost { Want::Everything } else { Want::FirstPassage }
    }
}

impl Threshold {
    /// The risk that is too much if it is passed, for a package with a risk of its own.
    pub fn value(self, own: f64) -> f64 {
        match self {
            Threshold::Absolute(value) => value,
            Threshold::Times(times) if times * own > own + NO_DIFFERENCE => times * own,
            Threshold::Times(_) => own + NO_DIFFERENCE,
        }
    }
}

impl<'a> BreachStudy<'a> {
    /// A package against all stresses of a case, with the defaults.
    pub fn of(case: &'a Case, package: Selection) -> BreachStudy<'a> {
        BreachStudy {
            case,
            under: Vec::new(),
            package,
            among: (0..case.scenario.stresses.len()).collect(),
            risk: Risk::War,
            threshold: Threshold::Times(DEFAULT_TIMES),
            extent: Extent { up_to: DEFAULT_UP_TO.into(), beyond_breaches: false },
            design: Design::Sobol { seed: DEFAULT_SEED, draws: DEFAULT_DRAWS },
            years: Study::of(case).years,
        }
    }

    /// Lists the sets; nothing is solved yet.
    ///
    /// # Errors
    /// If there are too many.
    pub fn begin(self) -> Result<Work<'a>, TooMany> {
        let scenario = &self.case.scenario;
        let (mut stresses, mut left_out) = (Vec::new(), Vec::new());
        for &stress in &self.among {
            let clashes = self.under.iter().any(|&held| !together(scenario, &[held, stress]));
            match () {
                () if self.under.contains(&stress) => left_out.push((stress, LeftOut::Holds)),
                () if scenario.stresses[stress].at > 0 => left_out.push((stress, LeftOut::Late)),
                () if clashes => left_out.push((stress, LeftOut::Clashes)),
                () => stresses.push(stress),
            }
        }
        let with_held: Vec<usize> = self.under.iter().chain(&stresses).copied().collect();
        let bearing = scenario.bearing_on(self.package.set, &with_held);
        left_out.extend(stresses.iter().filter(|stress| !bearing.contains(stress)).map(|&i| (i, LeftOut::BearsNot)));
        stresses.retain(|stress| bearing.contains(stress));
        if stresses.len() > MOST_STRESSES {
            return Err(TooMany);
        }
        let lattice = Lattice::new(stresses.len(), |i, j| !together(scenario, &[stresses[i], stresses[j]]));
        lattice.count(self.extent.up_to, MOST_SETS).ok_or(TooMany)?;
        Ok(Work { study: self, stresses, left_out, lattice })
    }
}

/// Whether stresses can hold together from the start.
fn together(scenario: &Scenario, stresses: &[usize]) -> bool {
    conflicts(stresses, &scenario.stresses, &scenario.factors, &Path::default()).is_empty()
}

impl Work<'_> {
    /// How many sets there are within the extent: at most so many are solved.
    pub fn sets(&self) -> usize {
        self.lattice.count(self.study.extent.up_to, usize::MAX).unwrap_or(usize::MAX)
    }

    /// Solves what has to be, on the current thread pool.
    ///
    /// # Errors
    /// If the observer cancels it.
    pub fn finish(self, observer: &dyn Observer) -> Result<BreachFindings, Cancelled> {
        let BreachStudy { extent, design, .. } = self.study;
        let headline = self.headline();
        let watch = Watch::new(observer, design, 0);
        let mut solved: BTreeMap<Twin, Solved> = BTreeMap::new();
        let mut threshold = None;
        let passing = std::cell::Cell::new(f64::NAN);
        let found = search(
            &self.lattice,
            extent,
            |risk| risk > passing.get(),
            |sets| {
                self.solve(sets, &mut solved, &watch)?;
                let risk = |&set: &StressSet| mean(&solved[&self.twin(set)].risks[headline]);
                let risks: Vec<f64> = sets.iter().map(risk).collect();
                // The first set that is asked for is the empty one.
                let value = *threshold.get_or_insert_with(|| self.study.threshold.value(risks[0]));
                passing.set(value);
                Ok(risks)
            },
        )?;
        let passages = self.passages(&found, observer)?;
        Ok(BreachFindings::new(&self, &found, &solved, &passages))
    }

    /// The span of years that decides, among those that are reported.
    pub(crate) fn headline(&self) -> usize {
        let headline = Years::new(self.study.years.clone()).headline();
        self.study.years.iter().position(|&years| years == headline).unwrap_or(0)
    }

    /// The stresses of a set, by position in the case.
    pub(crate) fn of(&self, set: StressSet) -> Vec<usize> {
        set.iter().map(|i| self.stresses[i]).collect()
    }

    /// Solves the package under each of some sets, unless that is done already.
    fn solve(
        &self,
        sets: &[StressSet],
        solved: &mut BTreeMap<Twin, Solved>,
        watch: &Watch<'_>,
    ) -> Result<(), Cancelled> {
        let BreachStudy { case, under, package, risk, design, years, .. } = &self.study;
        let mut missing: BTreeMap<Twin, StressSet> = BTreeMap::new();
        for &set in sets {
            let twin = self.twin(set);
            if !solved.contains_key(&twin) {
                missing.entry(twin).or_insert(set);
            }
        }
        let missing: Vec<(Twin, StressSet)> = missing.into_iter().collect();
        watch.expect(missing.len());
        let variant = |i: usize| {
            let stresses: Vec<usize> = under.iter().copied().chain(self.of(missing[i].1)).collect();
            case.scenario.under(&stresses).unwrap_or_else(|_| unreachable!("the sets are those that can hold"))
        };
        let keep = |outcome: &DrawOutcome| {
            let risks: Vec<f64> = years.iter().map(|&years| risk.within(outcome, years)).collect();
            (risks, outcome.equilibria)
        };
        let each = variants(missing.len(), variant, package.set, *design, risk.want(), keep, watch)?;
        for ((twin, _), draws) in missing.into_iter().zip(each) {
            let risks = (0..years.len()).map(|span| draws.iter().map(|(risks, _)| risks[span]).collect()).collect();
            solved.insert(twin, Solved { risks, equilibria: draws.into_iter().map(|(_, known)| known).collect() });
        }
        Ok(())
    }

    /// What a set does to the package: sets that do the same are solved once.
    pub(crate) fn twin(&self, set: StressSet) -> Twin {
        let scenario = &self.study.case.scenario;
        let of = self.of(set);
        let mut levels: Vec<(usize, u64)> =
            of.iter().flat_map(|&i| &scenario.stresses[i].set).map(|set| (set.factor, set.levels)).collect();
        levels.sort_unstable();
        levels.dedup();
        let disabled = of.iter().fold(0, |all, &i| all | scenario.stresses[i].disable.0 & self.study.package.set.0);
        let effects = of.into_iter().filter(|&i| !scenario.stresses[i].effects.is_empty()).collect();
        Twin { levels, disabled, effects }
    }

    /// By minimal set and by single stress: when its levels are reached, if that is all that it does.
    fn passages(&self, found: &Breaches, observer: &dyn Observer) -> Result<Passages, Cancelled> {
        let BreachStudy { case, under, package, design, .. } = &self.study;
        let held = case.scenario.under(under).unwrap_or_else(|_| unreachable!("they can hold together"));
        let singles = found.risks.iter().map(|(set, _)| *set).filter(|set| set.len() == 1);
        let wanted = found.minimal.iter().copied().filter(|set| !set.is_empty()).chain(singles);
        let mut asked: BTreeMap<StressSet, Vec<LevelSet>> = BTreeMap::new();
        for set in wanted {
            if let Some(goals) = self.goals(&held, set) {
                asked.insert(set, goals);
            }
        }
        let goals: Vec<Vec<LevelSet>> = asked.values().cloned().collect();
        let chances = passages(&held, package.set, &goals, case.scenario.horizon, *design, observer)?;
        Ok(asked.into_keys().zip(chances).collect())
    }

    /// The levels that a set puts factors at; nothing if it does anything else.
    fn goals(&self, held: &Scenario, set: StressSet) -> Option<Vec<LevelSet>> {
        let stresses = || set.iter().map(|i| &self.study.case.scenario.stresses[self.stresses[i]]);
        if stresses().any(|stress| !stress.effects.is_empty() || !stress.disable.is_empty()) {
            return None;
        }
        let mut goals: Vec<LevelSet> = Vec::new();
        for &goal in stresses().flat_map(|stress| &stress.set) {
            // A factor with one level left stands there already.
            if held.factors[goal.factor].levels.len() > 1 && !goals.contains(&goal) {
                goals.push(goal);
            }
        }
        Some(goals)
    }
}

/// By set and draw: the chance that its levels have been reached by each year; nothing for a chain that is too large.
pub(crate) type Passages = BTreeMap<StressSet, Option<Vec<Vec<f64>>>>;

/// All that a set of stresses does to one package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Twin {
    levels: Vec<(usize, u64)>,
    disabled: u64,
    effects: Vec<usize>,
}
