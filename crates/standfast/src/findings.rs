//! What a study found, as data: every number with its spread.

use serde::Serialize;
use standfast_ensemble::draw::{DrawFirstPassage, DrawHistories, DrawOutcome, Equilibria};
use standfast_ensemble::run::PackageRun;
use standfast_ensemble::{Band, Design};
use standfast_math::sum::mean;
use standfast_model::Scenario;

use crate::document::Case;
use crate::provenance::{CaseFindings, Method, Words};
use crate::selection::Selection;

/// Findings of a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Findings {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// Within how many years risks are reported.
    pub years: Vec<usize>,
    /// The span that sentences and comparisons are about.
    pub headline_years: usize,
    /// By package.
    pub packages: Vec<PackageFindings>,
    /// The package with the lowest risk of war, if there is more than one.
    pub safest: Option<Safest>,
    /// The same among the packages that every party would rather sign than not.
    pub safest_signed: Option<Safest>,
    /// What is doubtful about these numbers.
    pub doubts: Vec<Doubt>,
}

/// Within how many years risks are reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spans {
    years: Vec<usize>,
}

impl Spans {
    /// Ascending years.
    pub fn new(years: Vec<usize>) -> Spans {
        Spans { years }
    }

    /// The one that sentences are about: the middle one.
    pub fn headline(&self) -> usize {
        self.years[self.years.len() / 2]
    }
}

/// A risk within some years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Within {
    /// Within how many years.
    pub years: usize,
    /// Its spread over the draws.
    pub band: SpreadOut,
}

/// The spread of a number over the draws, with standard errors.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SpreadOut {
    /// Mean.
    pub mean: f64,
    /// Standard error of the mean, from eight scramblings.
    pub mean_se: Option<f64>,
    /// 5th percentile.
    pub p05: f64,
    /// 10th percentile.
    pub p10: f64,
    /// Standard error of the 10th percentile.
    pub p10_se: Option<f64>,
    /// 25th percentile.
    pub p25: f64,
    /// Median.
    pub p50: f64,
    /// 75th percentile.
    pub p75: f64,
    /// 90th percentile.
    pub p90: f64,
    /// Standard error of the 90th percentile.
    pub p90_se: Option<f64>,
    /// 95th percentile.
    pub p95: f64,
}

impl SpreadOut {
    /// The spread of values by draw.
    pub fn of(values: &[f64]) -> SpreadOut {
        let Band { mean, p05, p10, p25, p50, p75, p90, p95 } = Band::of(values);
        SpreadOut {
            mean: mean.value,
            mean_se: mean.standard_error,
            p05: p05.value,
            p10: p10.value,
            p10_se: p10.standard_error,
            p25: p25.value,
            p50: p50.value,
            p75: p75.value,
            p90: p90.value,
            p90_se: p90.standard_error,
            p95: p95.value,
        }
    }
}

/// What was found about a package.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PackageFindings {
    /// Its id, or its instruments joined by `+`.
    pub id: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// Its instruments.
    pub instruments: Vec<String>,
    /// That a war begins.
    pub war: Vec<Within>,
    /// A limited attack, before any war or capture.
    pub limited: Vec<Within>,
    /// That the protégé is lost, to a war or without one.
    pub lost: Vec<Within>,
    /// That a war begins although there is nothing to win: the risk that choice noise alone leaves.
    pub noise_floor: Vec<Within>,
    /// Risk of war minus that without any guarantee, draw by draw.
    pub war_difference: Vec<Within>,
    /// Share of draws in which the risk of war is lower than without any guarantee.
    pub better_than_nothing: f64,
    /// Who signs, in the order of the actors.
    pub parties: Vec<PartyFindings>,
    /// That all of them sign.
    pub concluded: SpreadOut,
    /// What the guarantors do if the protégé is invaded in the last of the headline years, and nothing
    /// happened before.
    pub responses: Vec<ResponseFindings>,
    /// That nobody intervenes then.
    pub nobody_intervenes: Option<SpreadOut>,
    /// What announcing it costs before it is in force.
    pub window: Option<Window>,
    /// What is known of the equilibria behind these numbers.
    pub equilibria: EquilibriaFindings,
    /// The risk of war within the headline years over the converged draws alone, if some have not
    /// converged.
    pub war_converged_only: Option<SpreadOut>,
    /// Year by year.
    pub series: Vec<YearFindings>,
}

/// A party and its signature.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartyFindings {
    /// The actor.
    pub actor: String,
    /// Its probability of signing.
    pub signs: SpreadOut,
    /// Share of draws in which it would rather sign than not.
    pub rather_signs: f64,
}

/// A guarantor's response.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseFindings {
    /// The guarantor.
    pub guarantor: String,
    /// It stands aside.
    pub stands_aside: SpreadOut,
    /// It supplies.
    pub supplies: SpreadOut,
    /// It intervenes.
    pub intervenes: SpreadOut,
}

/// The window of vulnerability of a package with instruments that a war would abort.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Window {
    /// How many years until all of these are in force.
    pub years: usize,
    /// The instruments that a war would abort.
    pub instruments: Vec<String>,
    /// Risk of war within these years.
    pub war: SpreadOut,
    /// The same without these instruments.
    pub war_without: SpreadOut,
    /// The difference, draw by draw.
    pub cost: SpreadOut,
}

/// The equilibria behind a package's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct EquilibriaFindings {
    /// The largest residual.
    pub residual: f64,
    /// Draws in which some have not converged.
    pub unconverged_draws: usize,
    /// Draws in which the principal branch is somewhere not unique.
    pub branch_not_unique_draws: usize,
    /// How many equilibria were solved, in all draws.
    pub solved: usize,
}

/// One year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct YearFindings {
    /// The calendar year.
    pub year: i64,
    /// Neither war nor capture before it.
    pub intact: SpreadOut,
    /// A war begins, if intact.
    pub war_hazard: SpreadOut,
    /// A limited attack, if intact.
    pub limited_hazard: SpreadOut,
    /// Capture without a war, if intact.
    pub capture_hazard: SpreadOut,
    /// At peace at its end, over all histories.
    pub at_peace: SpreadOut,
    /// Lost by its end.
    pub lost: SpreadOut,
    /// Coerced during it.
    pub coerced: SpreadOut,
    /// The war hazard with nothing to win.
    pub floor_hazard: SpreadOut,
}

/// The package with the lowest risk of war.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Safest {
    /// Its id.
    pub package: String,
    /// In how many of 100 draws its risk is below that without any guarantee.
    pub better_in: f64,
    /// In how many of 100 draws no other package's risk is lower.
    pub lowest_in: f64,
    /// The risk that it leaves, within the headline years.
    pub risk: SpreadOut,
    /// Who would rather refuse it: the mean probability of signing is under one half.
    pub refused_by: Vec<String>,
}

/// A reason to doubt the numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "doubt", rename_all = "kebab-case")]
pub enum Doubt {
    /// Too few draws for whole percent points.
    TooFewDraws {
        /// The largest standard error of a printed mean, in percent points.
        largest_se: f64,
        /// How many draws would do, if the error fell as with independent draws.
        enough: usize,
    },
    /// Some equilibria have not converged.
    Unconverged {
        /// The package.
        package: String,
        /// In how many draws.
        draws: usize,
    },
    /// The principal branch is not unique.
    BranchNotUnique {
        /// The package.
        package: String,
        /// In how many draws.
        draws: usize,
    },
    /// No spread: everything is at its median.
    MedianOnly,
}

/// First passage of an outcome that starts at peace.
fn first(outcome: &DrawOutcome) -> &DrawFirstPassage {
    outcome.first_passage.as_ref().unwrap_or_else(|| unreachable!("studies start at peace"))
}

/// All histories of an outcome that was solved in full.
fn histories(outcome: &DrawOutcome) -> &DrawHistories {
    outcome.histories.as_ref().unwrap_or_else(|| unreachable!("packages are solved in full"))
}

fn by_draw(outcomes: &[DrawOutcome], f: impl Fn(&DrawOutcome) -> f64) -> Vec<f64> {
    outcomes.iter().map(f).collect()
}

/// The chance that a war begins within some years, by draw.
fn war_within(outcomes: &[DrawOutcome], years: usize) -> Vec<f64> {
    by_draw(outcomes, |outcome| first(outcome).war_within(years))
}

impl PackageFindings {
    /// Sums up the draws of one package.
    pub(crate) fn new(
        scenario: &Scenario,
        selection: &Selection,
        run: &PackageRun,
        nothing: &PackageRun,
        spans: &Spans,
    ) -> PackageFindings {
        let each = |values: &dyn Fn(usize) -> Vec<f64>| -> Vec<Within> {
            spans.years.iter().map(|&years| Within { years, band: SpreadOut::of(&values(years)) }).collect()
        };
        let difference = |years: usize| {
            let (with, without) = (war_within(&run.outcomes, years), war_within(&nothing.outcomes, years));
            with.iter().zip(&without).map(|(with, without)| with - without).collect::<Vec<f64>>()
        };
        let headline = spans.headline();
        let better = difference(headline).iter().filter(|difference| **difference < 0.0).count();
        let headline_war = war_within(&run.outcomes, headline);
        let converged: Vec<f64> = headline_war
            .iter()
            .zip(&run.equilibria)
            .filter(|(_, equilibria)| equilibria.converged())
            .map(|(war, _)| *war)
            .collect();
        let (responses, nobody_intervenes) = responses(scenario, run, headline);
        PackageFindings {
            id: selection.id.clone(),
            name: selection.name.as_ref().map(Words::from),
            instruments: scenario.ids(run.set).into_iter().map(ToOwned::to_owned).collect(),
            war: each(&|years| war_within(&run.outcomes, years)),
            limited: each(&|years| by_draw(&run.outcomes, |outcome| first(outcome).limited_within(years))),
            lost: each(&|years| by_draw(&run.outcomes, |outcome| histories(outcome).lost[years - 1])),
            noise_floor: each(&|years| war_within(&run.floors, years)),
            war_difference: each(&difference),
            better_than_nothing: better as f64 / run.outcomes.len() as f64,
            parties: parties(scenario, run),
            concluded: SpreadOut::of(&run.consents.iter().map(|consent| consent.concluded).collect::<Vec<_>>()),
            responses,
            nobody_intervenes,
            window: window(scenario, run),
            equilibria: equilibria(&run.equilibria),
            war_converged_only: (converged.len() < headline_war.len()).then(|| SpreadOut::of(&converged)),
            series: series(scenario, run),
        }
    }

    /// The risk of war within the headline years.
    pub fn headline_war(&self) -> &SpreadOut {
        &self.war[self.war.len() / 2].band
    }

    /// Who would rather refuse: the mean probability of signing is under one half.
    pub fn refused_by(&self) -> Vec<String> {
        self.parties.iter().filter(|party| party.signs.mean < 0.5).map(|party| party.actor.clone()).collect()
    }
}

fn parties(scenario: &Scenario, run: &PackageRun) -> Vec<PartyFindings> {
    let Some(consent) = run.consents.first().filter(|_| !run.set.is_empty()) else { return Vec::new() };
    let signatories = consent.parties.iter().enumerate();
    signatories
        .map(|(i, (actor, _))| {
            let p: Vec<f64> = run.consents.iter().map(|consent| consent.parties[i].1).collect();
            let rather = p.iter().filter(|p| **p > 0.5).count() as f64 / p.len() as f64;
            PartyFindings {
                actor: scenario.actors.id(*actor).to_owned(),
                signs: SpreadOut::of(&p),
                rather_signs: rather,
            }
        })
        .collect()
}

/// The response if invaded in the last of some years, if nothing happened before.
fn responses(scenario: &Scenario, run: &PackageRun, years: usize) -> (Vec<ResponseFindings>, Option<SpreadOut>) {
    let each: Vec<_> =
        run.outcomes.iter().filter_map(|outcome| first(outcome).if_invaded[years - 1].as_ref()).collect();
    if each.is_empty() {
        return (Vec::new(), None);
    }
    let spread = |i: usize, k: usize| {
        SpreadOut::of(&each.iter().map(|response| response.probabilities[i][k]).collect::<Vec<f64>>())
    };
    let guarantors = scenario.actors.guarantors.iter().enumerate();
    let responses = guarantors.map(|(i, id)| ResponseFindings {
        guarantor: id.clone(),
        stands_aside: spread(i, 0),
        supplies: spread(i, 1),
        intervenes: spread(i, 2),
    });
    let nobody: Vec<f64> = each.iter().map(|response| response.nobody_intervenes).collect();
    (responses.collect(), Some(SpreadOut::of(&nobody)))
}

fn window(scenario: &Scenario, run: &PackageRun) -> Option<Window> {
    if run.unannounced.is_empty() {
        return None;
    }
    let pending: Vec<usize> = run.set.iter().filter(|&i| scenario.instruments[i].aborted_in(0)).collect();
    let years = pending.iter().map(|&i| scenario.instruments[i].lead_time).max()?;
    let years = if years < scenario.horizon { years } else { scenario.horizon };
    let (with, without) = (war_within(&run.outcomes, years), war_within(&run.unannounced, years));
    let cost: Vec<f64> = with.iter().zip(&without).map(|(with, without)| with - without).collect();
    Some(Window {
        years,
        instruments: pending.iter().map(|&i| scenario.instruments[i].id.clone()).collect(),
        war: SpreadOut::of(&with),
        war_without: SpreadOut::of(&without),
        cost: SpreadOut::of(&cost),
    })
}

fn equilibria(each: &[Equilibria]) -> EquilibriaFindings {
    let mut all = Equilibria::default();
    each.iter().for_each(|equilibria| all.merge(equilibria));
    EquilibriaFindings {
        residual: all.residual,
        unconverged_draws: each.iter().filter(|equilibria| !equilibria.converged()).count(),
        branch_not_unique_draws: each.iter().filter(|equilibria| equilibria.marked > 0).count(),
        solved: all.solved,
    }
}

fn series(scenario: &Scenario, run: &PackageRun) -> Vec<YearFindings> {
    let spread = |outcomes: &[DrawOutcome], f: &dyn Fn(&DrawOutcome) -> f64| SpreadOut::of(&by_draw(outcomes, f));
    let years = 0..scenario.horizon;
    years
        .map(|year| YearFindings {
            year: scenario.start + year as i64,
            intact: spread(&run.outcomes, &|outcome| first(outcome).intact[year]),
            war_hazard: spread(&run.outcomes, &|outcome| first(outcome).war_hazard[year]),
            limited_hazard: spread(&run.outcomes, &|outcome| first(outcome).limited_hazard[year]),
            capture_hazard: spread(&run.outcomes, &|outcome| first(outcome).capture_hazard[year]),
            at_peace: spread(&run.outcomes, &|outcome| histories(outcome).at_peace[year]),
            lost: spread(&run.outcomes, &|outcome| histories(outcome).lost[year]),
            coerced: spread(&run.outcomes, &|outcome| histories(outcome).coerced[year]),
            floor_hazard: spread(&run.floors, &|outcome| first(outcome).war_hazard[year]),
        })
        .collect()
}

/// Puts the findings together and says what is doubtful about them.
pub(crate) fn describe(
    case: &Case,
    design: Design,
    spans: Spans,
    packages: Vec<PackageFindings>,
    runs: &[&PackageRun],
) -> Findings {
    let headline_years = spans.headline();
    let war: Vec<Vec<f64>> = runs.iter().map(|run| war_within(&run.outcomes, headline_years)).collect();
    let everything = |_: &PackageFindings| true;
    let signed = |package: &PackageFindings| package.refused_by().is_empty();
    Findings {
        case: CaseFindings::of(case),
        method: Method::of(&case.scenario, design),
        headline_years,
        safest: safest(&packages, &war, everything),
        safest_signed: safest(&packages, &war, signed),
        doubts: doubts(design, &packages),
        years: spans.years,
        packages,
    }
}

/// The package with the lowest mean risk of war among those that are something and qualify.
fn safest(
    packages: &[PackageFindings],
    war: &[Vec<f64>],
    qualifies: impl Fn(&PackageFindings) -> bool,
) -> Option<Safest> {
    let candidates = (0..packages.len()).filter(|&i| !packages[i].instruments.is_empty() && qualifies(&packages[i]));
    let best = candidates.min_by(|&a, &b| mean(&war[a]).total_cmp(&mean(&war[b])))?;
    let package = &packages[best];
    let draws = war[best].len();
    let lowest = (0..draws).filter(|&draw| war.iter().all(|other| other[draw] >= war[best][draw])).count();
    Some(Safest {
        package: package.id.clone(),
        better_in: 100.0 * package.better_than_nothing,
        lowest_in: 100.0 * lowest as f64 / draws as f64,
        risk: *package.headline_war(),
        refused_by: package.refused_by(),
    })
}

fn doubts(design: Design, packages: &[PackageFindings]) -> Vec<Doubt> {
    /// Means are printed in whole percent points: an error of half of one shows.
    const SHOWS: f64 = 0.005;
    let mut doubts = Vec::new();
    if design == Design::Median {
        doubts.push(Doubt::MedianOnly);
    }
    let printed = packages.iter().flat_map(|package| {
        [&package.war, &package.limited, &package.lost].into_iter().flatten().map(|within| within.band.mean_se)
    });
    let largest = printed.flatten().fold(0.0, |largest, se| if se > largest { se } else { largest });
    if largest > SHOWS {
        let factor = (largest / SHOWS) * (largest / SHOWS);
        // Rounded up to a power of two, which keeps the scrambled nets whole.
        let enough = ((design.draws() as f64 * factor) as usize).next_power_of_two();
        doubts.push(Doubt::TooFewDraws { largest_se: 100.0 * largest, enough });
    }
    for package in packages {
        let EquilibriaFindings { unconverged_draws, branch_not_unique_draws, .. } = package.equilibria;
        if unconverged_draws > 0 {
            doubts.push(Doubt::Unconverged { package: package.id.clone(), draws: unconverged_draws });
        }
        if branch_not_unique_draws > 0 {
            doubts.push(Doubt::BranchNotUnique { package: package.id.clone(), draws: branch_not_unique_draws });
        }
    }
    doubts
}
