//! A year of war, or a limited attack: who helps.
//!
//! Guarantor i with stake s, audience cost A, share ρ of its word that supplying keeps, and z the
//! common shock, has the utilities of the year
//!
//! - stand aside: −ωA − ω·s·E\[π | 0\]
//! - supply: −supply_cost − (1−ρ)·ωA − ω·s·E\[π | 1\]
//! - intervene: −intervention_cost + tripwire + z − ω·s·E\[π | 2\]
//!
//! A limited attack meets the same with ω = 1, s times stake_share, A and tripwire times
//! commitment_share. The equilibrium is found for every case — the consensus body agreed or did
//! not, the world is better or worse than expected — and every result is the mean over the cases.

pub mod cases;
pub mod equilibrium;
mod inputs;
mod linear;
mod trace;

use standfast_math::{LANES, Lanes};
use standfast_model::parents::FactorSet;
use standfast_model::primitive::Kind;
use standfast_model::scenario::MAX_GUARANTORS;

use crate::contest::{Contest, ContestPoint};
use crate::field::Field;
use crate::tabulate::Tabulator;
use equilibrium::{CONVERGED, Equilibrium, Responses, Stage, solve};
use inputs::{Case, Inputs};

/// What the guarantors respond to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// A year of war.
    War,
    /// A limited attack.
    Limited,
}

/// What is known of the equilibria behind a result, by draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diagnosis {
    /// The largest residual.
    pub residual: Lanes,
    /// How many equilibria have not converged.
    pub unconverged: Lanes,
    /// On how many the branch is not unique.
    pub marked: Lanes,
    /// How many equilibria there are.
    pub equilibria: usize,
}

impl Default for Diagnosis {
    fn default() -> Diagnosis {
        Diagnosis { residual: Lanes::ZERO, unconverged: Lanes::ZERO, marked: Lanes::ZERO, equilibria: 0 }
    }
}

impl Diagnosis {
    /// Takes in another one.
    pub fn merge(&mut self, other: &Diagnosis) {
        self.residual = self.residual.zip(other.residual, |a, b| if b > a || b.is_nan() { b } else { a });
        self.unconverged += other.unconverged;
        self.marked += other.marked;
        self.equilibria += other.equilibria;
    }

    fn add(&mut self, equilibrium: &Equilibrium) {
        let mut one = Diagnosis { residual: equilibrium.residual, equilibria: 1, ..Diagnosis::default() };
        for lane in 0..LANES {
            // NaN has not converged either.
            let converged = equilibrium.residual.0[lane] <= CONVERGED;
            one.unconverged.0[lane] = if converged { 0.0 } else { 1.0 };
            one.marked.0[lane] = if equilibrium.marked[lane] { 1.0 } else { 0.0 };
        }
        self.merge(&one);
    }
}

/// The guarantors' responses and what they amount to, on the grid of what they depend on. Means
/// over the cases.
#[derive(Clone, Debug)]
pub struct Response {
    /// P by guarantor: stand aside, supply, intervene.
    pub probabilities: Vec<[Field; 3]>,
    /// The chance that no guarantor intervenes.
    pub nobody_intervenes: Field,
    /// π.
    pub win: Field,
    /// π̂: π as the challenger sees it.
    pub perceived_win: Field,
    /// B̂: the burden on the challenger as it sees it. In a limited attack its share of it.
    pub perceived_burden: Field,
    /// By guarantor, of the year or of the limited attack.
    pub outlay: Vec<Field>,
    /// What is known of the equilibria.
    pub diagnosis: Diagnosis,
}

impl Response {
    /// Whether the response reads primitives of a kind, apart from the contest.
    pub fn reads(kind: Kind) -> bool {
        use Kind::{
            AudienceCost, Block, BurdenShare, CoalitionPrecision, CommitmentShare, CommonShock, Doubt, Escalation,
            InterventionCost, Resolution, Sanction, Stake, StakeShare, SupplyCost, SupplyDischarge, Tripwire,
            UnagreedShare,
        };
        matches!(
            kind,
            AudienceCost
                | Block
                | BurdenShare
                | CoalitionPrecision
                | CommitmentShare
                | CommonShock
                | Doubt
                | Escalation
                | InterventionCost
                | Resolution
                | Sanction
                | Stake
                | StakeShare
                | SupplyCost
                | SupplyDischarge
                | Tripwire
                | UnagreedShare
        )
    }
}

/// The response to an attack of a severity under what is in force.
pub fn response(tabulator: &Tabulator<'_>, contest: &Contest, severity: Severity) -> Response {
    let space = tabulator.space;
    let (factors, inputs) = Inputs::on_one_grid(tabulator, contest, severity);
    let contest_point = space.map(factors, contest.factors);
    let mut sums = Sums::new(inputs.guarantors.len(), space.points(factors));
    let mut work = Vec::new();
    for point in 0..space.points(factors) {
        let here = inputs.map(|values| values[point]);
        for &case in &inputs.cases {
            sums.add(point, &here, case, &contest.points[contest_point[point] as usize], severity, &mut work);
        }
    }
    sums.into_response(factors)
}

/// What decides the responses in one case at one point.
fn stage<'a>(here: &Inputs<Lanes>, case: Case, contest: &'a ContestPoint) -> Stage<'a> {
    let mut stage = Stage {
        guarantors: here.guarantors.len(),
        precision: here.precision,
        advantage: [[Lanes::ZERO; 2]; MAX_GUARANTORS],
        stake: [Lanes::ZERO; MAX_GUARANTORS],
        win: &contest.win,
        influence: &contest.influence,
    };
    for (i, guarantor) in here.guarantors.iter().enumerate() {
        let kept = here.word(guarantor, case);
        let shock = here.common_shock * case.shock;
        stage.advantage[i] = [
            guarantor.discharge * kept - guarantor.supply_cost,
            kept + guarantor.tripwire + shock - guarantor.intervention_cost,
        ];
        stage.stake[i] = here.resolution * guarantor.stake;
    }
    stage
}

/// What is summed over the cases.
struct Sums {
    probabilities: Vec<[Vec<Lanes>; 3]>,
    nobody_intervenes: Vec<Lanes>,
    win: Vec<Lanes>,
    perceived_win: Vec<Lanes>,
    perceived_burden: Vec<Lanes>,
    outlay: Vec<Vec<Lanes>>,
    diagnosis: Diagnosis,
}

impl Sums {
    fn new(guarantors: usize, points: usize) -> Sums {
        let zeros = || vec![Lanes::ZERO; points];
        Sums {
            probabilities: (0..guarantors).map(|_| [zeros(), zeros(), zeros()]).collect(),
            nobody_intervenes: zeros(),
            win: zeros(),
            perceived_win: zeros(),
            perceived_burden: zeros(),
            outlay: (0..guarantors).map(|_| zeros()).collect(),
            diagnosis: Diagnosis::default(),
        }
    }

    /// Solves one case at one point and adds what it amounts to.
    fn add(
        &mut self,
        point: usize,
        here: &Inputs<Lanes>,
        case: Case,
        contest: &ContestPoint,
        severity: Severity,
        work: &mut Vec<Lanes>,
    ) {
        let n = here.guarantors.len();
        let weight = case.weight(here.agreed);
        let stage = stage(here, case, contest);
        let equilibrium = solve(&stage, work);
        self.diagnosis.add(&equilibrium);
        let seen = doubted(&equilibrium.responses, here.doubt);
        let win = mean_win(&contest.win, &equilibrium.responses[..n], work);
        self.win[point] += weight * win;
        self.perceived_win[point] += weight * mean_win(&contest.perceived_win, &seen[..n], work);
        let scale = weight * here.burden_share;
        let mut nobody_intervenes = weight;
        for (i, guarantor) in here.guarantors.iter().enumerate() {
            let p = equilibrium.responses[i];
            let broken = here.word(guarantor, case);
            let supplying = guarantor.supply_cost + broken - guarantor.discharge * broken;
            let year = broken * p[0] + supplying * p[1] + guarantor.intervention_cost * p[2];
            // The stake lost with a war is charged where the war ends, that of a limited attack here.
            let at_stake = if severity == Severity::Limited { stage.stake[i] * win } else { Lanes::ZERO };
            self.outlay[i][point] += scale * (year + at_stake);
            let burden = seen[i][2] * guarantor.escalation + seen[i][1] * guarantor.sanction;
            self.perceived_burden[point] += scale * burden;
            nobody_intervenes *= Lanes::ONE - p[2];
            for k in 0..3 {
                self.probabilities[i][k][point] += weight * p[k];
            }
        }
        self.nobody_intervenes[point] += nobody_intervenes;
    }

    fn into_response(self, factors: FactorSet) -> Response {
        let field = |values| Field { factors, values };
        Response {
            probabilities: self.probabilities.into_iter().map(|each| each.map(field)).collect(),
            nobody_intervenes: field(self.nobody_intervenes),
            win: field(self.win),
            perceived_win: field(self.perceived_win),
            perceived_burden: field(self.perceived_burden),
            outlay: self.outlay.into_iter().map(field).collect(),
            diagnosis: self.diagnosis,
        }
    }
}

/// P̂: the odds of helping against standing aside, times exp(−doubt).
fn doubted(responses: &Responses, doubt: Lanes) -> Responses {
    let discount = (-doubt).exp();
    responses.map(|[aside, supply, intervene]| {
        let (supply, intervene) = (supply * discount, intervene * discount);
        let total = aside + supply + intervene;
        [aside / total, supply / total, intervene / total]
    })
}

/// E[π] over independent responses.
fn mean_win(win: &[Lanes], p: &[[Lanes; 3]], work: &mut Vec<Lanes>) -> Lanes {
    if work.len() < win.len() {
        work.resize(win.len(), Lanes::ZERO);
    }
    work[..win.len()].copy_from_slice(win);
    let mut length = win.len();
    for p in p.iter().rev() {
        length /= 3;
        for m in 0..length {
            work[m] = work[3 * m] * p[0] + work[3 * m + 1] * p[1] + work[3 * m + 2] * p[2];
        }
    }
    work[0]
}
