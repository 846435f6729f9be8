//! One game, solved at the median: the series of the method page under their names.

use serde::Serialize;
use standfast_ensemble::draw::{DrawConsent, DrawOutcome, DrawResponse, DrawWars, Equilibria};
use standfast_ensemble::run::PackageRun;
use standfast_ensemble::{Design, Request, run};
use standfast_game::Start;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

use crate::document::Case;

/// Results of a case at the median, in the form of the golden files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Solution {
    /// The id of the case.
    pub scenario: String,
    /// The stresses that it is under, by id.
    pub under: Vec<String>,
    /// The order in which responses list the guarantors.
    pub guarantors: Vec<String>,
    /// Always `median`.
    pub at: &'static str,
    /// One for each package and start.
    pub results: Vec<SolvedPackage>,
}

/// What came of a package.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SolvedPackage {
    /// The ids of its instruments.
    pub package: Vec<String>,
    /// `peace` or `war`.
    pub start: &'static str,
    /// Expected discounted flow, by actor.
    pub value: Named<f64>,
    /// Peace, war and lost at the end.
    pub mass: f64,
    /// Neither war nor capture before the year.
    pub intact: Vec<f64>,
    /// Nor a limited attack either.
    pub quiet: Vec<f64>,
    /// Chance that a war begins in the year, if intact.
    pub war_hazard: Vec<f64>,
    /// Chance of a limited attack, if intact.
    pub limited_hazard: Vec<f64>,
    /// Chance of capture, if intact.
    pub capture_hazard: Vec<f64>,
    /// Lost by the end of the year.
    pub lost: Vec<f64>,
    /// At peace at the end of the year.
    pub at_peace: Vec<f64>,
    /// Coerced during the year.
    pub coerced: Vec<f64>,
    /// How wars begin and end, by year.
    #[serde(flatten)]
    pub wars: SolvedWars,
    /// By guarantor: stand aside, supply, intervene.
    pub response_if_invaded: Vec<Option<Vec<[f64; 3]>>>,
    /// The same in a limited attack.
    pub response_if_limited: Vec<Option<Vec<[f64; 3]>>>,
    /// Who signs; only from peace, and if there is something to sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent: Option<SolvedConsent>,
    /// What is known of the equilibria behind all this.
    pub equilibrium: SolvedEquilibria,
}

/// How wars begin and end, by year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SolvedWars {
    /// A war begins.
    pub begun: Vec<f64>,
    /// A war ends with the protégé conquered.
    pub conquered: Vec<f64>,
    /// A war is settled.
    pub settled: Vec<f64>,
    /// A war ends with the challenger repelled.
    pub repelled: Vec<f64>,
    /// At war at the end of the year.
    pub at_war: Vec<f64>,
}

/// Who signs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SolvedConsent {
    /// By actor.
    pub parties: Named<f64>,
    /// All of them.
    pub concluded: f64,
}

/// The equilibria behind a result.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SolvedEquilibria {
    /// The largest residual.
    pub residual: f64,
    /// Whether all have converged.
    pub converged: bool,
    /// How many have not.
    pub unconverged: usize,
    /// On how many the principal branch is not unique.
    pub branch_not_unique: usize,
    /// How many there are.
    pub solved: usize,
}

/// Values by name, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Named<T>(pub Vec<(String, T)>);

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl From<Equilibria> for SolvedEquilibria {
    fn from(equilibria: Equilibria) -> SolvedEquilibria {
        SolvedEquilibria {
            residual: equilibria.residual,
            converged: equilibria.converged(),
            unconverged: equilibria.unconverged,
            branch_not_unique: equilibria.marked,
            solved: equilibria.solved,
        }
    }
}

impl From<&DrawWars> for SolvedWars {
    fn from(wars: &DrawWars) -> SolvedWars {
        let DrawWars { begun, conquered, settled, repelled, at_war } = wars.clone();
        SolvedWars { begun, conquered, settled, repelled, at_war }
    }
}

/// Solves packages of a case at the median.
pub fn solve(case: &Case, packages: &[(InstrumentSet, Start)]) -> Solution {
    let scenario = &case.scenario;
    // First passage is from peace whatever the start, so each package is solved from peace too.
    let with_peace = packages.iter().flat_map(|&(set, start)| [(set, Start::Peace), (set, start)]).collect();
    let consent = packages.iter().map(|&(set, _)| set).collect();
    let request = Request { packages: with_peace, consent, ..Request::default() };
    let ensemble = run(scenario, Design::Median, &request, &())
        .unwrap_or_else(|_| unreachable!("nobody cancels a run that nobody observes"));
    let results = ensemble.packages.chunks(2).map(|pair| package(scenario, &pair[0], &pair[1])).collect();
    let guarantors = scenario.actors.guarantors.clone();
    let under = case.under.iter().map(|stress| stress.id.clone()).collect();
    Solution { scenario: scenario.id.clone(), under, guarantors, at: "median", results }
}

fn package(scenario: &Scenario, from_peace: &PackageRun, run: &PackageRun) -> SolvedPackage {
    let outcome: &DrawOutcome = &run.outcomes[0];
    let histories = outcome.histories.as_ref().unwrap_or_else(|| unreachable!("packages are solved in full"));
    let first = from_peace.outcomes[0].first_passage.clone();
    let first = first.unwrap_or_else(|| unreachable!("solved from peace"));
    let mut equilibria = run.equilibria[0];
    if run.start == Start::War {
        equilibria.merge(&from_peace.outcomes[0].equilibria);
    }
    let actors = scenario.actors.all().map(|(_, id)| id.to_owned());
    let responses = |each: Vec<Option<DrawResponse>>| {
        each.into_iter().map(|year| year.map(|response| response.probabilities)).collect()
    };
    let signs = run.start == Start::Peace && !run.set.is_empty();
    SolvedPackage {
        package: scenario.ids(run.set).into_iter().map(ToOwned::to_owned).collect(),
        start: match run.start {
            Start::Peace => "peace",
            Start::War => "war",
        },
        value: Named(actors.zip(outcome.value.iter().copied()).collect()),
        mass: histories.mass,
        intact: first.intact,
        quiet: first.quiet,
        war_hazard: first.war_hazard,
        limited_hazard: first.limited_hazard,
        capture_hazard: first.capture_hazard,
        lost: histories.lost.clone(),
        at_peace: histories.at_peace.clone(),
        coerced: histories.coerced.clone(),
        wars: (&histories.wars).into(),
        response_if_invaded: responses(first.if_invaded),
        response_if_limited: responses(first.if_limited),
        consent: signs.then(|| consent(scenario, &run.consents[0])),
        equilibrium: equilibria.into(),
    }
}

fn consent(scenario: &Scenario, consent: &DrawConsent) -> SolvedConsent {
    let named = |(actor, p): &(standfast_model::actor::Actor, f64)| (scenario.actors.id(*actor).to_owned(), *p);
    SolvedConsent { parties: Named(consent.parties.iter().map(named).collect()), concluded: consent.concluded }
}
