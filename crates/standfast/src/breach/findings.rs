//! What was found about where a package breaks, as data.

use std::collections::BTreeMap;

use serde::Serialize;
use standfast_analysis::breach::{Breaches, StressSet, descents};
use standfast_ensemble::Band;
use standfast_math::sum::mean;
use standfast_model::Scenario;

use super::{LeftOut, Passages, Solved, Threshold, Twin, Work};
use crate::findings::comparison::NO_DIFFERENCE;
use crate::findings::{EquilibriaFindings, Within, within};
use crate::provenance::{CaseFindings, Method, NamedFindings, Words};
use crate::selection::Selection;

/// Findings about where a package breaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreachFindings {
    /// The case, with the stresses that hold in any case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// The package: the id of a preset, or instruments joined by `+`.
    pub package: String,
    /// Its name, where the case has one.
    pub package_name: Option<Words>,
    /// Its instruments.
    pub instruments: Vec<NamedFindings>,
    /// The risk, in the word that checks have for it where they have one.
    pub risk: &'static str,
    /// Within how many years risks are reported.
    pub years: Vec<usize>,
    /// The span that decides.
    pub headline_years: usize,
    /// Which risk is too much.
    pub threshold: ThresholdFindings,
    /// The stresses that sets were made of.
    pub stresses: Vec<NamedFindings>,
    /// Those that were left out.
    pub left_out: Vec<LeftOutFindings>,
    /// How many stresses a set had at most; all of them if that is how many there are.
    pub up_to: usize,
    /// Whether sets that contain a breach set were looked at too.
    pub beyond_breaches: bool,
    /// How many larger sets contain none of the minimal breach sets, and were not looked at; nothing if they are very
    /// many.
    pub not_looked_at: Option<usize>,
    /// Every set that was looked at, the smallest first: the first is the package under no further stress.
    pub sets: Vec<SetFindings>,
    /// Where one stress more lowers the risk by more than half a point or takes it back below the threshold, among
    /// the sets that were looked at; the largest first.
    pub descents: Vec<DescentFindings>,
}

/// Which risk is too much.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ThresholdFindings {
    /// How many times the package's own, if that was asked for.
    pub times: Option<f64>,
    /// The mean risk that breaks the package if it is passed.
    pub value: f64,
}

/// A stress that no set has.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOutFindings {
    /// The stress.
    #[serde(flatten)]
    pub stress: NamedFindings,
    /// `holds`, `late`, `clashes` or `bears_not`: see [`LeftOut`].
    pub why: &'static str,
    /// The year in which it begins.
    pub at: usize,
}

/// A set of stresses.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetFindings {
    /// Its stresses, by id.
    pub stresses: Vec<String>,
    /// Whether its mean risk within the headline years passes the threshold.
    pub breaks: bool,
    /// Whether that of no smaller set within it does too.
    pub minimal: bool,
    /// In which share of the draws the risk passes the threshold, a multiple being that of the package's own risk in
    /// the draw.
    pub breaks_in: f64,
    /// The risk.
    pub risk: Vec<Within>,
    /// The risk within the headline years minus that without these stresses, draw by draw.
    pub change: Band,
    /// What is known of the equilibria behind it.
    pub equilibria: EquilibriaFindings,
    /// When its levels are reached, of minimal breach sets and of single stresses, if levels are all that it sets.
    pub reached: Option<ReachedFindings>,
}

/// When all levels of a set have been reached, not necessarily at once, if peace lasts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReachedFindings {
    /// The chance within some years.
    pub within: Vec<Within>,
    /// The first year in which it is possible, counted from 0; nothing if it is not within the horizon.
    pub earliest: Option<usize>,
    /// The first year in which it is more likely than not, in the mean over the draws.
    pub likely: Option<usize>,
}

/// A place where the risk is not monotone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DescentFindings {
    /// The stresses that hold, by id.
    pub stresses: Vec<String>,
    /// The stress that lowers the risk.
    pub stress: String,
    /// The mean risk within the headline years without it.
    pub from: f64,
    /// The same with it.
    pub to: f64,
    /// Whether the first passes the threshold and the second does not.
    pub mends: bool,
}

impl LeftOut {
    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            LeftOut::Holds => "holds",
            LeftOut::Late => "late",
            LeftOut::Clashes => "clashes",
            LeftOut::BearsNot => "bears_not",
        }
    }
}

impl BreachFindings {
    /// Sums up what was solved.
    pub(super) fn new(
        work: &Work<'_>,
        found: &Breaches,
        solved: &BTreeMap<Twin, Solved>,
        passages: &Passages,
    ) -> BreachFindings {
        let study = &work.study;
        let scenario = &study.case.scenario;
        let headline = work.headline();
        let sum_up = Summary { work, solved, passages, headline };
        let value = study.threshold.value(mean(&sum_up.own().risks[headline]));
        let passes = |risk: f64| risk > value;
        let sets = found.risks.iter().map(|&(set, risk)| SetFindings {
            breaks: passes(risk),
            minimal: found.minimal.contains(&set),
            ..sum_up.set(set)
        });
        let id = |&stress: &usize| scenario.stresses[stress].id.clone();
        let descents = descents(&found.risks, NO_DIFFERENCE, passes).into_iter().map(|descent| DescentFindings {
            stresses: work.of(descent.set).iter().map(id).collect(),
            stress: id(&work.stresses[descent.stress]),
            from: descent.from,
            to: descent.to,
            mends: descent.mends,
        });
        let name = |&stress: &usize| named(scenario, stress);
        let Selection { id: package, name: package_name, set } = &study.package;
        let (up_to, all) = (study.extent.up_to, work.stresses.len());
        BreachFindings {
            case: CaseFindings { under: study.under.iter().map(name).collect(), ..CaseFindings::of(study.case) },
            method: Method::of(scenario, study.design),
            package: package.clone(),
            package_name: package_name.as_ref().map(Words::from),
            instruments: set
                .iter()
                .map(|i| &scenario.instruments[i])
                .map(|each| NamedFindings::of(&each.id, each.name.as_ref()))
                .collect(),
            risk: study.risk.word(),
            years: study.years.clone(),
            headline_years: study.years[headline],
            threshold: ThresholdFindings {
                times: match study.threshold {
                    Threshold::Absolute(_) => None,
                    Threshold::Times(times) => Some(times),
                },
                value,
            },
            stresses: work.stresses.iter().map(name).collect(),
            left_out: work
                .left_out
                .iter()
                .map(|(stress, why)| LeftOutFindings {
                    stress: named(scenario, *stress),
                    why: why.word(),
                    at: scenario.stresses[*stress].at,
                })
                .collect(),
            up_to: if up_to < all { up_to } else { all },
            beyond_breaches: study.extent.beyond_breaches,
            not_looked_at: found.not_looked_at,
            sets: sets.collect(),
            descents: descents.collect(),
        }
    }

    /// The package under no further stress.
    pub fn own(&self) -> &SetFindings {
        &self.sets[0]
    }

    /// Whether the package is broken without any further stress.
    pub fn broken_already(&self) -> bool {
        self.own().breaks
    }

    /// The minimal breach sets, the smallest first.
    pub fn minimal(&self) -> impl Iterator<Item = &SetFindings> {
        self.sets.iter().filter(|set| set.minimal)
    }

    /// Single stresses, by how much each raises the risk, the most first.
    pub fn singles(&self) -> Vec<&SetFindings> {
        let mut singles: Vec<&SetFindings> = self.sets.iter().filter(|set| set.stresses.len() == 1).collect();
        singles.sort_by(|a, b| b.change.mean.total_cmp(&a.change.mean));
        singles
    }

    /// The risk under a set within the headline years.
    pub fn headline<'a>(&self, set: &'a SetFindings) -> &'a Band {
        within(&set.risk, self.headline_years)
    }

    /// How many sets have a mean risk within two standard errors of the threshold.
    pub fn close(&self) -> usize {
        let near = |set: &&SetFindings| {
            let Band { mean, mean_se, .. } = self.headline(set);
            mean_se.is_some_and(|error| (mean - self.threshold.value).abs() < 2.0 * error)
        };
        self.sets.iter().filter(near).count()
    }

    /// How many sets have draws in which equilibria have not converged.
    pub fn unconverged(&self) -> usize {
        self.sets.iter().filter(|set| set.equilibria.unconverged_draws > 0).count()
    }
}

fn named(scenario: &Scenario, stress: usize) -> NamedFindings {
    let stress = &scenario.stresses[stress];
    NamedFindings::of(&stress.id, stress.name.as_ref())
}

struct Summary<'a> {
    work: &'a Work<'a>,
    solved: &'a BTreeMap<Twin, Solved>,
    passages: &'a Passages,
    headline: usize,
}

impl Summary<'_> {
    fn own(&self) -> &Solved {
        &self.solved[&self.work.twin(StressSet::EMPTY)]
    }

    /// All but whether it breaks the package.
    fn set(&self, set: StressSet) -> SetFindings {
        let study = &self.work.study;
        let solved = &self.solved[&self.work.twin(set)];
        let (risks, own) = (&solved.risks[self.headline], &self.own().risks[self.headline]);
        let pairs = || risks.iter().zip(own);
        let broken = pairs().filter(|&(risk, own)| *risk > study.threshold.value(*own)).count();
        let changes: Vec<f64> = pairs().map(|(risk, own)| risk - own).collect();
        let each = study.years.iter().zip(&solved.risks);
        let scenario = &study.case.scenario;
        SetFindings {
            stresses: self.work.of(set).into_iter().map(|stress| scenario.stresses[stress].id.clone()).collect(),
            breaks: false,
            minimal: false,
            breaks_in: broken as f64 / risks.len() as f64,
            risk: each.map(|(&years, risks)| Within { years, band: Band::of(risks) }).collect(),
            change: Band::of(&changes),
            equilibria: EquilibriaFindings::of(&solved.equilibria),
            reached: self.passages.get(&set).and_then(Option::as_ref).map(|draws| reached(draws, &study.years)),
        }
    }
}

/// Sums up when levels are reached, by draw and year.
fn reached(draws: &[Vec<f64>], years: &[usize]) -> ReachedFindings {
    let horizon = draws.first().map_or(0, Vec::len);
    let at = |year: usize| -> Vec<f64> { draws.iter().map(|chances| chances[year]).collect() };
    // Within n years: in one of the years 0 … n − 1.
    let within = years.iter().map(|&years| Within { years, band: Band::of(&at(years - 1)) });
    ReachedFindings {
        within: within.collect(),
        earliest: (0..horizon).find(|&year| at(year).iter().any(|&chance| chance > 0.0)),
        likely: (0..horizon).find(|&year| mean(&at(year)) > 0.5),
    }
}
