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
use standfast_model::primitive::Kind;
use standfast_model::scenario::MAX_GUARANTORS;

use crate::contest::{Contest, ContestPoint};
use crate::field::Field;
use crate::multilinear::Work;
use crate::sweep;
use crate::tabulate::Tabulator;
use equilibrium::{CONVERGED, Equilibrium, Responses, solve};
use inputs::OnGrid;
pub(crate) use inputs::{Case, Inputs};

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

    #[inline(always)]
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
    let inputs = OnGrid::new(tabulator, contest, severity);
    let contest_point = space.map(inputs.factors, contest.factors);
    // Points with the same contest one after the other: its chances then stay in the nearest cache.
    let mut groups = vec![Vec::new(); contest.points.len()];
    contest_point.iter().enumerate().for_each(|(point, &at)| groups[at as usize].push(point));
    let mut at = vec![Summary::default(); space.points(inputs.factors)];
    let mut work = Work::default();
    for (points, contest) in groups.iter().zip(&contest.points) {
        let here: Vec<Inputs<Lanes>> = points.iter().map(|&point| inputs.at(point)).collect();
        let summaries = sweep::respond(&here, &inputs.cases, contest, severity, &mut work);
        points.iter().zip(summaries).for_each(|(&point, summary)| at[point] = summary);
    }
    let field = |of: &dyn Fn(&Summary) -> Lanes| Field { factors: inputs.factors, values: at.iter().map(of).collect() };
    let guarantors = 0..inputs.guarantors();
    let mut diagnosis = Diagnosis::default();
    at.iter().for_each(|at| diagnosis.merge(&at.diagnosis));
    Response {
        probabilities: guarantors.clone().map(|i| [0, 1, 2].map(|k| field(&|at| at.probabilities[i][k]))).collect(),
        nobody_intervenes: field(&|at| at.nobody_intervenes),
        win: field(&|at| at.win),
        perceived_win: field(&|at| at.perceived_win),
        perceived_burden: field(&|at| at.perceived_burden),
        outlay: guarantors.map(|i| field(&|at| at.outlay[i])).collect(),
        diagnosis,
    }
}

/// The response at one point of the grid: means over the cases.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Summary {
    probabilities: Responses,
    nobody_intervenes: Lanes,
    win: Lanes,
    perceived_win: Lanes,
    perceived_burden: Lanes,
    outlay: [Lanes; MAX_GUARANTORS],
    diagnosis: Diagnosis,
}

/// The responses at points that have the contest in common, in all cases.
#[inline(always)]
pub(crate) fn respond(
    inputs: &[Inputs<Lanes>],
    cases: &[Case],
    contest: &ContestPoint,
    severity: Severity,
    work: &mut Work<Lanes>,
) -> Vec<Summary> {
    let mut seen = Vec::with_capacity(inputs.len() * cases.len());
    let mut summaries = Vec::with_capacity(inputs.len());
    for here in inputs {
        let stage = here.stage(contest);
        let mut sum = Summary::default();
        for &case in cases {
            let equilibrium = solve(&stage, &here.advantages(case), work);
            seen.push(sum.add(here, case, &equilibrium, severity));
        }
        summaries.push(sum);
    }
    // As the challenger sees it, afterwards: these are other chances than those that were just read.
    let mut seen = seen.iter();
    for (here, sum) in inputs.iter().zip(&mut summaries) {
        for (&case, seen) in cases.iter().zip(&mut seen) {
            let mean = contest.perceived_win.mean(&seen[..here.guarantors.len()], work);
            sum.perceived_win += case.weight(here.agreed) * mean;
        }
    }
    summaries
}

impl Summary {
    /// Adds what an equilibrium amounts to; returns P̂.
    #[inline(always)]
    fn add(&mut self, here: &Inputs<Lanes>, case: Case, equilibrium: &Equilibrium, severity: Severity) -> Responses {
        self.diagnosis.add(equilibrium);
        let weight = case.weight(here.agreed);
        let scale = weight * here.burden_share;
        let belief = (-here.doubt).exp();
        let mut seen = equilibrium.responses;
        let mut nobody_intervenes = weight;
        for (i, guarantor) in here.guarantors.iter().enumerate() {
            let p = equilibrium.responses[i];
            let broken = here.word(guarantor, case);
            let supplying = guarantor.supply_cost + broken - guarantor.discharge * broken;
            let year = broken * p[0] + supplying * p[1] + guarantor.intervention_cost * p[2];
            // The stake lost with a war is charged where the war ends, that of a limited attack here.
            let at_stake = match severity {
                Severity::Limited => here.resolution * guarantor.stake * equilibrium.win,
                Severity::War => Lanes::ZERO,
            };
            self.outlay[i] += scale * (year + at_stake);
            seen[i] = doubted(p, belief);
            let burden = seen[i][2] * guarantor.escalation + seen[i][1] * guarantor.sanction;
            self.perceived_burden += scale * burden;
            nobody_intervenes *= Lanes::ONE - p[2];
            for k in 0..3 {
                self.probabilities[i][k] += weight * p[k];
            }
        }
        self.nobody_intervenes += nobody_intervenes;
        self.win += weight * equilibrium.win;
        seen
    }
}

/// P̂: the odds of helping against standing aside, times exp(−doubt).
#[inline(always)]
fn doubted([aside, supply, intervene]: [Lanes; 3], belief: Lanes) -> [Lanes; 3] {
    let (supply, intervene) = (supply * belief, intervene * belief);
    let share = Lanes::ONE / (aside + supply + intervene);
    [aside * share, supply * share, intervene * share]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use standfast_math::stream::Stream;

    use super::*;

    proptest! {
        #[test]
        fn every_instruction_set_responds_with_the_same_bits(guarantors in 0..6_usize, body: bool, seed: u64) {
            let stream = Stream::new(seed, "responses");
            let lanes = |index: usize| Lanes(std::array::from_fn(|lane| stream.uniform(index as u64, lane as u64)));
            let joint = 3_usize.pow(guarantors as u32);
            let array = |from: usize| (from..from + joint).map(lanes).collect::<Vec<_>>();
            let contest = ContestPoint::new(array(0), array(1000), guarantors);
            let inputs = [Inputs::of(guarantors, |k| lanes(2000 + k)), Inputs::of(guarantors, |k| lanes(3000 + k))];
            let cases = inputs::cases(body, true);
            for severity in [Severity::War, Severity::Limited] {
                let ours = sweep::respond(&inputs, &cases, &contest, severity, &mut Work::default());
                let plain = respond(&inputs, &cases, &contest, severity, &mut Work::default());
                // The text of a number has all its bits.
                prop_assert_eq!(format!("{ours:?}"), format!("{plain:?}"));
            }
        }
    }
}
