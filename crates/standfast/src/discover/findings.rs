//! When a package fails, as data.

use serde::Serialize;
use standfast_analysis::prim::{Bound, Limit, Tally, Tested, inside};
use standfast_ensemble::{Band, Design};
use standfast_model::Scenario;

use super::{Boxed, Discover, Fails, Solved, WORST};
use crate::findings::EquilibriaFindings;
use crate::provenance::{CaseFindings, Method, NamedFindings, Words};

/// When a package fails.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiscoverFindings {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// The seed of the fresh draws.
    pub fresh_seed: u64,
    /// The package's id, or its instruments joined by `+`.
    pub package: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// Its instruments.
    pub instruments: Vec<NamedFindings>,
    /// What was looked at, in the word that checks have for it.
    pub quantity: &'static str,
    /// Within how many years; nothing for signatures.
    pub years: Option<usize>,
    /// Its spread over the draws.
    pub found: Band,
    /// When the package fails.
    pub fails: FailsFindings,
    /// How many numbers there are to choose from: those that the game reads.
    pub among: usize,
    /// The boxes, each among the draws that are in none before. The first is there even if chance would do as well.
    pub boxes: Vec<BoxFindings>,
    /// What is known of the equilibria behind these numbers, fresh draws included.
    pub equilibria: EquilibriaFindings,
}

/// When a package fails.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FailsFindings {
    /// `fails`; or `succeeds`, where somebody asked for the good side of an outcome, and all that is said of failures
    /// is about successes.
    pub does: &'static str,
    /// `above` or `below` the threshold.
    pub side: &'static str,
    /// The threshold.
    pub threshold: f64,
    /// The share of the draws that the threshold was chosen to leave beyond it; nothing if somebody asked for it.
    pub worst: Option<f64>,
    /// How many draws fail.
    pub draws: usize,
    /// How many fresh draws do.
    pub fresh_draws: usize,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BoxFindings {
    /// Whether it is better than what chance alone draws.
    pub stands_out: bool,
    /// The numbers that tell failing draws from others by themselves, better than chance lets any number do: limits
    /// are on some of them.
    pub standing_out: Vec<StandingOut>,
    /// Its limits; none if no limit stands out.
    pub limits: Vec<LimitFindings>,
    /// The draws that it was found on.
    pub draws: Measures,
    /// The draws among these that have converged, if some have not.
    pub converged_only: Option<Measures>,
    /// Fresh draws, which had no part in it.
    pub fresh: Measures,
    /// The chance that as many fresh draws, taken at random, hold as many failures.
    pub fresh_p: Option<f64>,
    /// What chance alone draws.
    pub chance: ChanceFindings,
    /// Every box of the peeling, from all draws to the smallest.
    pub trajectory: Vec<StepFindings>,
    /// Which of them this one was made of.
    pub best: usize,
}

/// A number that tells failing draws from others by itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StandingOut {
    /// Its position among the numbers of the case.
    #[serde(skip)]
    pub number: usize,
    /// Where it stands in the case.
    pub path: String,
    /// How often chance does as well, by any number.
    pub p_value: f64,
}

/// How good a box is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Measures {
    /// How many draws there are, in the box or not.
    pub all: usize,
    /// How many of them fail.
    pub failing: usize,
    /// How many are in the box.
    pub inside: usize,
    /// How many of those fail.
    pub failing_inside: usize,
    /// The share of the failing draws that is in the box.
    pub coverage: Option<f64>,
    /// The share of the draws in the box that fail.
    pub density: Option<f64>,
    /// Its standard error, as of draws taken at random.
    pub density_se: Option<f64>,
    /// The share of the draws that is in the box.
    pub mass: Option<f64>,
    /// The correlation of being in the box with failing.
    pub phi: f64,
}

/// A limit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LimitFindings {
    /// Where it is.
    #[serde(flatten)]
    pub at: AtFindings,
    /// The share of all draws that keep to it, whatever the others.
    pub keeps: f64,
    /// The density of the box without it.
    pub density_without: f64,
    /// The chance that as many draws, taken at random from the box without it, hold as many failures.
    pub quasi_p: f64,
    /// The same on fresh draws, which is a p-value proper.
    pub fresh_p: Option<f64>,
    /// In what share of random halves of the draws a box has a limit at this end of this number.
    pub in_halves: f64,
}

/// Where a limit is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AtFindings {
    /// Its position among the numbers of the case.
    #[serde(skip)]
    pub number: usize,
    /// Where the number stands in the case.
    pub path: String,
    /// Whether the box lies `above` or `below` it.
    pub side: &'static str,
    /// Of a primitive on its natural scale, of an effect on the scale on which it adds.
    pub limit: f64,
}

/// The boxes that are found in the same way if failures have nothing to do with numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ChanceFindings {
    /// How often failures were dealt anew.
    pub deals: usize,
    /// How often there was a box at all.
    pub boxes: usize,
    /// The largest φ of these.
    pub phi: f64,
    /// How often chance does as well as this box.
    pub p_value: f64,
}

/// A box on the way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepFindings {
    /// How good it is.
    #[serde(flatten)]
    pub measures: Measures,
    /// How good it is among fresh draws.
    pub fresh: Measures,
    /// How many numbers it limits.
    pub restricted: usize,
    /// Its limits.
    pub limits: Vec<AtFindings>,
}

/// Something that is a number.
fn some(number: f64) -> Option<f64> {
    (!number.is_nan()).then_some(number)
}

impl Measures {
    fn of(all: Tally, boxed: Tally) -> Measures {
        let density = boxed.density();
        Measures {
            all: all.draws,
            failing: all.yes,
            inside: boxed.draws,
            failing_inside: boxed.yes,
            coverage: some(boxed.coverage(all)),
            density: some(density),
            density_se: some((density * (1.0 - density) / boxed.draws as f64).sqrt()),
            mass: some(boxed.mass(all)),
            phi: boxed.phi(all),
        }
    }
}

impl DiscoverFindings {
    pub(super) fn new(
        study: &Discover<'_>,
        scenario: &Scenario,
        numbers: &[usize],
        fails: Fails,
        draws: &Solved,
        fresh: &Solved,
        boxes: Vec<Boxed>,
    ) -> DiscoverFindings {
        let Discover { case, package, outcome, years, seed, .. } = study;
        let design = Design::Sobol { seed: *seed, draws: study.draws };
        let instruments = package.set.iter().map(|i| &scenario.instruments[i]);
        let column = outcome.column(*years);
        let failing = |solved: &Solved| solved.chances.iter().filter(|chance| fails.holds(**chance)).count();
        let equilibria: Vec<_> = draws.equilibria.iter().chain(&fresh.equilibria).copied().collect();
        let in_words = InWords { scenario, numbers };
        DiscoverFindings {
            case: CaseFindings::of(case),
            method: Method::of(scenario, design),
            fresh_seed: seed.wrapping_add(1),
            package: package.id.clone(),
            name: package.name.as_ref().map(Words::from),
            instruments: instruments.map(|i| NamedFindings::of(&i.id, i.name.as_ref())).collect(),
            quantity: column.word(),
            years: column.years().map(|(_, to)| to),
            found: Band::of(&draws.chances),
            fails: FailsFindings {
                does: if fails.is_success(*outcome) { "succeeds" } else { "fails" },
                side: match fails {
                    Fails::Above(_) => "above",
                    Fails::Below(_) => "below",
                },
                threshold: fails.threshold(),
                worst: study.fails.is_none().then_some(WORST),
                draws: failing(draws),
                fresh_draws: failing(fresh),
            },
            among: numbers.len(),
            boxes: boxes.iter().map(|boxed| in_words.of(boxed, draws)).collect(),
            equilibria: EquilibriaFindings::of(&equilibria),
        }
    }

    /// The boxes that are better than what chance alone draws.
    pub fn standing_out(&self) -> impl Iterator<Item = &BoxFindings> {
        self.boxes.iter().filter(|found| found.stands_out)
    }
}

/// What the numbers are that boxes limit.
#[derive(Clone, Copy)]
struct InWords<'a> {
    scenario: &'a Scenario,
    numbers: &'a [usize],
}

impl InWords<'_> {
    fn of(self, boxed: &Boxed, draws: &Solved) -> BoxFindings {
        let Boxed { all, converged, found, chance, fresh, .. } = boxed;
        let limit = |(i, tested): (usize, &Tested)| {
            let keeps = inside(std::slice::from_ref(&tested.limit), &draws.values, draws.chances.len());
            LimitFindings {
                at: self.at(&tested.limit),
                keeps: keeps.iter().filter(|keeps| **keeps).count() as f64 / keeps.len() as f64,
                density_without: tested.without.density(),
                quasi_p: tested.quasi_p,
                fresh_p: some(boxed.fresh_p(boxed.fresh_without[i])),
                in_halves: boxed.again[i],
            }
        };
        let steps = found.trajectory.iter().zip(&boxed.trajectory).map(|(step, (limits, in_fresh))| {
            let mut restricted: Vec<usize> = limits.iter().map(|limit| limit.feature).collect();
            restricted.dedup();
            StepFindings {
                measures: Measures::of(*all, step.tally),
                fresh: Measures::of(fresh[0], *in_fresh),
                restricted: restricted.len(),
                limits: limits.iter().map(|limit| self.at(limit)).collect(),
            }
        });
        BoxFindings {
            stands_out: boxed.stands_out(),
            standing_out: boxed.standing_out.iter().map(|&(i, p_value)| self.standing_out(i, p_value)).collect(),
            limits: found.limits.iter().enumerate().map(limit).collect(),
            draws: Measures::of(*all, found.tally),
            converged_only: (converged[0].draws < all.draws).then(|| Measures::of(converged[0], converged[1])),
            fresh: Measures::of(fresh[0], fresh[1]),
            fresh_p: some(boxed.fresh_p(fresh[0])).filter(|_| !found.limits.is_empty()),
            chance: ChanceFindings {
                deals: chance.deals,
                boxes: chance.boxes,
                phi: chance.phi,
                p_value: chance.p_value,
            },
            trajectory: steps.collect(),
            best: found.best,
        }
    }

    fn standing_out(self, feature: usize, p_value: f64) -> StandingOut {
        StandingOut { number: self.numbers[feature], path: self.path(feature), p_value }
    }

    fn path(self, feature: usize) -> String {
        self.scenario.numbers[self.numbers[feature]].path.to_string()
    }

    fn at(self, limit: &Limit) -> AtFindings {
        let number = self.numbers[limit.feature];
        let of = &self.scenario.numbers[number];
        let (side, value) = match limit.bound {
            Bound::AtLeast(value) => ("above", value),
            Bound::AtMost(value) => ("below", value),
            Bound::Among(_) => unreachable!("the uncertain numbers of a case are numbers"),
        };
        AtFindings { number, path: self.path(limit.feature), side, limit: of.link.to_natural(value) }
    }
}
