//! The draws of one package, summed up.

use standfast_ensemble::Band;
use standfast_ensemble::draw::{DrawConsent, DrawFirstPassage, DrawHistories, DrawOutcome, Equilibria};
use standfast_ensemble::run::PackageRun;
use standfast_math::sum::sum;
use standfast_model::Scenario;

use super::{
    Compared, EquilibriaFindings, PackageFindings, PartyFindings, ResponseFindings, Window, Within, YearFindings,
};
use crate::provenance::{NamedFindings, Words};
use crate::selection::Selection;

/// Within how many years risks are reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Years {
    /// Ascending.
    pub(crate) list: Vec<usize>,
}

impl Years {
    /// Every number of years once.
    pub(crate) fn new(mut list: Vec<usize>) -> Years {
        list.sort_unstable();
        list.dedup();
        Years { list }
    }

    /// The one that sentences and comparisons are about: the middle one.
    pub(crate) fn headline(&self) -> usize {
        self.list[self.list.len() / 2]
    }
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
pub(super) fn war_within(outcomes: &[DrawOutcome], years: usize) -> Vec<f64> {
    by_draw(outcomes, |outcome| first(outcome).war_within(years))
}

/// Minus, draw by draw.
pub(crate) fn differences(with: &[f64], without: &[f64]) -> Vec<f64> {
    with.iter().zip(without).map(|(with, without)| with - without).collect()
}

impl PackageFindings {
    /// Sums up the draws of one package.
    pub(crate) fn new(
        scenario: &Scenario,
        selection: &Selection,
        run: &PackageRun,
        nothing: &PackageRun,
        years: &Years,
    ) -> PackageFindings {
        let each = |values: &dyn Fn(usize) -> Vec<f64>| -> Vec<Within> {
            years.list.iter().map(|&years| Within { years, band: Band::of(&values(years)) }).collect()
        };
        let difference =
            |years: usize| differences(&war_within(&run.outcomes, years), &war_within(&nothing.outcomes, years));
        let headline = years.headline();
        let (responses, nobody_intervenes) = responses(scenario, run, headline);
        let something = !run.set.is_empty() && !run.consents.is_empty();
        let consents = |of: fn(&DrawConsent) -> f64| {
            let each: Vec<f64> = run.consents.iter().map(of).collect();
            something.then(|| Band::of(&each))
        };
        PackageFindings {
            id: selection.id.clone(),
            name: selection.name.as_ref().map(Words::from).or_else(|| of_instruments(scenario, selection)),
            instruments: scenario.ids(run.set).into_iter().map(ToOwned::to_owned).collect(),
            war: each(&|years| war_within(&run.outcomes, years)),
            limited: each(&|years| by_draw(&run.outcomes, |outcome| first(outcome).limited_within(years))),
            lost: each(&|years| by_draw(&run.outcomes, |outcome| histories(outcome).lost[years - 1])),
            noise_floor: if run.floors.is_empty() { Vec::new() } else { each(&|years| war_within(&run.floors, years)) },
            war_difference: each(&difference),
            against_nothing: Compared::of(&difference(headline)),
            parties: if something { parties(scenario, run) } else { Vec::new() },
            concluded: consents(|consent| consent.concluded),
            alternative_settled: consents(|consent| consent.alternative_settled),
            responses,
            nobody_intervenes,
            window: preventive_window(scenario, run),
            equilibria: EquilibriaFindings::of(&run.equilibria),
            war_converged_only: converged_only(&war_within(&run.outcomes, headline), &run.equilibria),
            series: series(scenario, run),
        }
    }

    /// Whether more than risks is known: its noise floor, and who signs it.
    pub fn is_whole(&self) -> bool {
        !self.noise_floor.is_empty() && (self.concluded.is_some() || self.instruments.is_empty())
    }

    /// Who would rather refuse it, by id.
    pub fn refused_by(&self) -> Vec<&str> {
        self.parties.iter().filter(|party| party.rather_refuses).map(|party| party.actor.as_str()).collect()
    }
}

/// A package without a name of its own is called by its instruments; nothing where it has none.
fn of_instruments(scenario: &Scenario, selection: &Selection) -> Option<Words> {
    let each = selection.set.iter().map(|i| &scenario.instruments[i]);
    let each: Vec<Words> = each.map(|each| NamedFindings::of(&each.id, each.name.as_ref()).name).collect();
    let in_english: Vec<&str> = each.iter().map(|words| words.en.as_str()).collect();
    let in_ukrainian: Option<Vec<&str>> = each.iter().map(|words| words.uk.as_deref()).collect();
    let uk = in_ukrainian.map(|names| names.join(" + "));
    (!each.is_empty()).then(|| Words { en: in_english.join(" + "), uk })
}

/// The band over the converged draws, if some are not and some are.
fn converged_only(values: &[f64], equilibria: &[Equilibria]) -> Option<Band> {
    let each = values.iter().zip(equilibria).filter(|(_, equilibria)| equilibria.converged());
    let converged: Vec<f64> = each.map(|(value, _)| *value).collect();
    (!converged.is_empty() && converged.len() < values.len()).then(|| Band::of(&converged))
}

fn parties(scenario: &Scenario, run: &PackageRun) -> Vec<PartyFindings> {
    let Some(consent) = run.consents.first() else { return Vec::new() };
    let signatories = consent.parties.iter().enumerate();
    signatories
        .map(|(i, (actor, _))| {
            let p: Vec<f64> = run.consents.iter().map(|consent| consent.parties[i].1).collect();
            let refuses_in = p.iter().filter(|p| **p < 0.5).count();
            PartyFindings {
                actor: scenario.actors.id(*actor).to_owned(),
                signs: Band::of(&p),
                refuses_in,
                rather_refuses: 2 * refuses_in > p.len(),
            }
        })
        .collect()
}

/// The response if invaded in the last of some years, if nothing happened before.
fn responses(scenario: &Scenario, run: &PackageRun, years: usize) -> (Vec<ResponseFindings>, Option<Band>) {
    let each: Vec<_> =
        run.outcomes.iter().filter_map(|outcome| first(outcome).if_invaded[years - 1].as_ref()).collect();
    if each.is_empty() {
        return (Vec::new(), None);
    }
    let spread =
        |i: usize, k: usize| Band::of(&each.iter().map(|response| response.probabilities[i][k]).collect::<Vec<f64>>());
    let guarantors = scenario.actors.guarantors.iter().enumerate();
    let responses = guarantors.map(|(i, id)| ResponseFindings {
        guarantor: id.clone(),
        stands_aside: spread(i, 0),
        supplies: spread(i, 1),
        intervenes: spread(i, 2),
    });
    let nobody: Vec<f64> = each.iter().map(|response| response.nobody_intervenes).collect();
    (responses.collect(), Some(Band::of(&nobody)))
}

/// What announcing a package costs while a war would still cancel a part of it.
pub(crate) fn preventive_window(scenario: &Scenario, run: &PackageRun) -> Option<Window> {
    let pending: Vec<usize> = run.set.iter().filter(|&i| scenario.instruments[i].aborted_in(0)).collect();
    let years = standfast_game::world::window(scenario, run.set)?;
    let within = if years < scenario.horizon { years } else { scenario.horizon };
    let war = war_within(&run.outcomes, within);
    let unforeseen = by_draw(&run.outcomes, |outcome| sum(outcome.unforeseen_war.iter().copied()));
    Some(Window {
        years,
        within,
        instruments: pending.iter().map(|&i| scenario.instruments[i].id.clone()).collect(),
        war: Band::of(&war),
        war_unforeseen: Band::of(&unforeseen),
        cost: Band::of(&differences(&war, &unforeseen)),
    })
}

impl EquilibriaFindings {
    /// Sums up what is known of the equilibria by draw.
    pub(crate) fn of(each: &[Equilibria]) -> EquilibriaFindings {
        let mut all = Equilibria::default();
        each.iter().for_each(|equilibria| all.merge(equilibria));
        EquilibriaFindings {
            residual: all.residual,
            unconverged_draws: each.iter().filter(|equilibria| !equilibria.converged()).count(),
            branch_not_unique_draws: each.iter().filter(|equilibria| equilibria.marked > 0).count(),
            solved: all.solved,
        }
    }
}

fn series(scenario: &Scenario, run: &PackageRun) -> Vec<YearFindings> {
    let spread = |outcomes: &[DrawOutcome], f: &dyn Fn(&DrawOutcome) -> f64| Band::of(&by_draw(outcomes, f));
    let floor = |f: &dyn Fn(&DrawOutcome) -> f64| (!run.floors.is_empty()).then(|| spread(&run.floors, f));
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
            floor_hazard: floor(&|outcome| first(outcome).war_hazard[year]),
            war: Band::of(&war_within(&run.outcomes, year + 1)),
            war_floor: floor(&|outcome| first(outcome).war_within(year + 1)),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::by_hand::{case, findings, run};
    use super::super::{Doubt, within};
    use super::*;
    use crate::document::Case;

    #[test]
    fn risks_and_their_differences_come_draw_by_draw() {
        let case = case();
        let (nothing, package) = (run(&case, &[], &[0.5, 0.25]), run(&case, &["declaration"], &[0.25, 0.5]));
        let package = &findings(&case, &[&nothing, &package, &run(&case, &["symbol"], &[0.0, 0.25])]).packages[1..];
        assert_eq!((within(&package[0].war, 5).mean, within(&package[1].war, 5).mean), (0.375, 0.125));
        let difference = within(&package[0].war_difference, 5);
        assert_eq!((difference.mean, difference.p50), (0.0, 0.0), "the draws are paired: −¼ and +¼");
        assert_eq!(package[0].against_nothing, Compared { lower: 1, same: 0, higher: 1 });
        let difference = within(&package[1].war_difference, 5);
        assert_eq!((difference.mean, difference.p50), (-0.25, -0.25));
        assert_eq!(package[1].against_nothing, Compared { lower: 1, same: 1, higher: 0 });
    }

    #[test]
    fn the_window_is_as_long_as_a_war_would_cancel_something() {
        let case = case();
        let mut package = run(&case, &["symbol", "declaration"], &[0.5, 0.25]);
        for (outcome, first) in package.outcomes.iter_mut().zip([0.25, 0.125]) {
            outcome.unforeseen_war = vec![first, 0.125];
        }
        let nothing = run(&case, &[], &[0.5, 0.5]);
        let found = findings(&case, &[&nothing, &package]);
        assert_eq!(found.packages[0].window, None);
        let window = found.packages[1].window.as_ref().expect("a war would cancel the symbol");
        assert_eq!((window.years, window.within, &window.instruments[..]), (2, 2, &["symbol".to_owned()][..]));
        assert_eq!((window.war.mean, window.war_unforeseen.mean), (0.375, 0.3125));
        assert_eq!(window.cost.mean, 0.0625, "+⅛ and 0");
        // What comes after the horizon is still pending all along.
        let text = case.text.replace("lead_time = 2\n", "lead_time = 20\n");
        let case = Case::from_text("late", &text).expect("a case");
        let found = findings(&case, &[&nothing, &package]);
        let window = found.packages[1].window.as_ref().expect("as before");
        assert_eq!((window.years, window.within), (20, 10));
    }

    #[test]
    fn draws_that_have_not_converged_are_counted_and_left_out_beside() {
        let case = case();
        let mut nothing = run(&case, &[], &[0.5, 0.25, 0.125]);
        nothing.equilibria[0] = Equilibria { residual: 1e-3, unconverged: 2, marked: 0, solved: 9 };
        nothing.equilibria[1].marked = 1;
        let found = findings(&case, &[&nothing]);
        let package = &found.packages[0];
        assert_eq!((package.equilibria.unconverged_draws, package.equilibria.branch_not_unique_draws), (1, 1));
        assert_eq!(within(&package.war, 5).mean, 0.875 / 3.0);
        assert_eq!(package.war_converged_only.map(|band| band.mean), Some(0.1875));
        let [Doubt::Unconverged { draws: 1, .. }, Doubt::BranchNotUnique { draws: 1, .. }, ..] = found.doubts[..]
        else {
            panic!("{:?}", found.doubts)
        };
        nothing.equilibria[1] = nothing.equilibria[0];
        nothing.equilibria[2] = nothing.equilibria[0];
        assert_eq!(findings(&case, &[&nothing]).packages[0].war_converged_only, None, "there is no other draw");
    }
}
