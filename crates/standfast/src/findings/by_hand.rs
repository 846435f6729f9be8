//! Runs whose draws are set by hand, so that every summary can be computed on paper.

use standfast_ensemble::Design;
use standfast_ensemble::draw::{
    DrawConsent, DrawFirstPassage, DrawHistories, DrawOutcome, DrawResponse, DrawWars, Equilibria,
};
use standfast_ensemble::run::PackageRun;
use standfast_game::Start;
use standfast_model::package::signatories;

use super::{Findings, PackageFindings, Years};
use crate::document::Case;
use crate::selection::Selection;

/// Three instruments of which a war aborts one, `symbol`, until year 2; ten years; north, south, ally.
pub(super) fn case() -> Case {
    let text = include_str!("../../../../scenarios/textbook-empty-effects/scenario.toml");
    let text = text.replace("lead_time = 2\n", "lead_time = 2\naborted_by = \"war\"\n");
    Case::from_text("by hand", &text).expect("a case")
}

/// A package in which all risk of war lies in the first year, by draw.
pub(super) fn run(case: &Case, instruments: &[&str], risks: &[f64]) -> PackageRun {
    let scenario = &case.scenario;
    let set = instruments.iter().map(|id| scenario.instrument(id).expect("an instrument")).collect();
    let parties = signatories(set, &scenario.instruments, &scenario.actors);
    let parties = parties.into_iter().map(|actor| (actor, 1.0)).collect();
    let consent =
        DrawConsent { parties, gains: Vec::new(), concluded: 1.0, alternative_settled: 0.0, upkeep: Vec::new() };
    PackageRun {
        set,
        start: Start::Peace,
        outcomes: risks.iter().map(|&risk| outcome(scenario.horizon, risk)).collect(),
        consents: vec![consent; risks.len()],
        floors: risks.iter().map(|_| outcome(scenario.horizon, 0.0)).collect(),
        equilibria: vec![Equilibria::default(); risks.len()],
    }
}

/// The same where everybody signs with these probabilities, by draw.
pub(super) fn signed(mut run: PackageRun, p: &[f64]) -> PackageRun {
    for (consent, p) in run.consents.iter_mut().zip(p) {
        consent.parties.iter_mut().for_each(|party| party.1 = *p);
        consent.concluded = *p;
    }
    run
}

/// What is found about runs, within 1, 5 and 10 years.
pub(super) fn findings(case: &Case, runs: &[&PackageRun]) -> Findings {
    let years = Years::new(vec![1, 5, 10]);
    let sum_up = |run: &&PackageRun| {
        let selection = Selection::of(&case.scenario, run.set);
        PackageFindings::new(&case.scenario, &selection, run, runs[0], &years)
    };
    let found: Vec<(PackageFindings, &PackageRun)> = runs.iter().map(|run| (sum_up(run), *run)).collect();
    let design = match runs[0].outcomes.len() {
        1 => Design::Median,
        draws => Design::Sobol { seed: 0, draws },
    };
    Findings::new(case, design, years, &found)
}

fn outcome(horizon: usize, risk: f64) -> DrawOutcome {
    let only_first = |first: f64| std::iter::once(first).chain(std::iter::repeat_n(0.0, horizon - 1)).collect();
    let never = vec![0.0; horizon];
    let left: Vec<f64> = std::iter::once(1.0).chain(std::iter::repeat_n(1.0 - risk, horizon)).collect();
    let response = DrawResponse { weight: risk, probabilities: vec![[0.5, 0.3, 0.2]], nobody_intervenes: 0.8 };
    DrawOutcome {
        value: vec![0.0; 3],
        histories: Some(DrawHistories {
            mass: 1.0,
            lost: never.clone(),
            at_peace: left[1..].to_vec(),
            coerced: never.clone(),
            wars: DrawWars {
                begun: only_first(risk),
                conquered: never.clone(),
                settled: never.clone(),
                repelled: never.clone(),
                at_war: vec![risk; horizon],
            },
        }),
        first_passage: Some(DrawFirstPassage {
            quiet: left.clone(),
            intact: left,
            war_hazard: only_first(risk),
            limited_hazard: never.clone(),
            capture_hazard: never.clone(),
            first_limited: never,
            if_invaded: vec![Some(response.clone()); horizon],
            if_limited: vec![Some(response); horizon],
        }),
        unforeseen_war: Vec::new(),
        equilibria: Equilibria::default(),
    }
}
