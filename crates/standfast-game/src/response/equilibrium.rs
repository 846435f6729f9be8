//! The guarantors' quantal response equilibrium at one state, case and severity.
//!
//! Each guarantor stands aside (0), supplies (1) or intervenes (2) with logit probabilities
//! P = logit(λ·u(P)): an agent quantal response equilibrium, McKelvey and Palfrey 1998. Wanted is
//! the equilibrium on the *principal branch*, the one that is continued from λ = 0 (Turocy 2010).
//!
//! Two ways lead there. Where λ times the guarantors' influence on each other is small, the map
//! P ↦ logit(λ'·u(P)) is a contraction for every λ' ≤ λ; the equilibrium is then unique all the
//! way from λ = 0, so plain iteration finds the principal branch, in all lanes at once. Elsewhere
//! `trace` follows the branch, lane by lane.
//!
//! The contraction: let d_k be what guarantor i's response k takes off the challenger's chance of
//! winning. In log-odds y_ik = λ·(advantage_ik + stake_i·E\[d_k\]). A change of y_j by at most ε
//! moves P_j by at most ε/2 in total variation, so it moves E\[d_k\] by at most ε/2 times the
//! spread of d_k over j's responses. Hence q = λ·max_ik stake_i·Σ_j spread_ijk / 2 bounds the
//! contraction in the maximum norm, and det(I − J) ≥ (1 − q)^(2n) > 0 bounds the determinant.

use std::ops::{Add, Mul};

use standfast_math::{LANES, Lanes};
use standfast_model::scenario::MAX_GUARANTORS;

use super::trace;
use crate::sweep;

/// Above this residual an equilibrium has not converged.
pub const CONVERGED: f64 = 1e-10;
/// Under this determinant a branch counts as not unique.
pub const NEARLY_SINGULAR: f64 = 1e-6;
/// Iteration stops at this residual: a few roundings of a sum of probabilities.
const SETTLED: f64 = 1e-14;
const ITERATIONS: usize = 200;

/// Probabilities of standing aside, supplying and intervening, by guarantor.
pub type Responses = [[Lanes; 3]; MAX_GUARANTORS];

/// How much each guarantor's gain from helping depends on what the others do: for supplying and
/// intervening, Σ over the others j of the largest change that j's response makes to what the help
/// takes off the challenger's chance.
pub type Influence = [[Lanes; 2]; MAX_GUARANTORS];

/// What decides the responses at one state, case and severity.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// How many guarantors.
    pub guarantors: usize,
    /// λ.
    pub precision: Lanes,
    /// What supplying, and intervening, is better than standing aside apart from the contest.
    pub advantage: [[Lanes; 2]; MAX_GUARANTORS],
    /// What a guarantor loses with the contest: ω·s.
    pub stake: [Lanes; MAX_GUARANTORS],
    /// The challenger's chance for every joint response.
    pub win: &'a [Lanes],
    /// Computed from `win` by [`influence`].
    pub influence: &'a Influence,
}

/// An equilibrium with what there is to say about it.
#[derive(Clone, Copy, Debug)]
pub struct Equilibrium {
    /// P.
    pub responses: Responses,
    /// max |P − logit(λ·u(P))|.
    pub residual: Lanes,
    /// Whether the branch is not unique: on the way from λ = 0 the determinant of I − ∂logit(λu)/∂P
    /// changed sign or fell under [`NEARLY_SINGULAR`].
    pub marked: [bool; LANES],
}

/// Numbers that expectations can be taken of: one or eight at a time.
pub(crate) trait Scalar: Copy + Add<Output = Self> + Mul<Output = Self> {
    const ZERO: Self;
}

impl Scalar for f64 {
    const ZERO: f64 = 0.0;
}

impl Scalar for Lanes {
    const ZERO: Lanes = Lanes::ZERO;
}

/// E[f | guarantor i responds k] for every i and k, the others responding independently.
///
/// `f` is given for every joint response; `work` is scratch space.
#[inline(always)]
pub(crate) fn conditional_means<T: Scalar>(f: &[T], p: &[[T; 3]], work: &mut Vec<T>, means: &mut [[T; 3]]) {
    let n = p.len();
    if work.len() < f.len() * 2 {
        work.resize(f.len() * 2, T::ZERO);
    }
    let (front, back) = work[..f.len() * 2].split_at_mut(f.len());
    front.copy_from_slice(f);
    let mut size = f.len();
    // `front` is f averaged over the guarantors before i.
    for i in 0..n {
        // Average over those after i, the last first.
        let mut length = size;
        for (step, after) in p[i + 1..].iter().rev().enumerate() {
            length /= 3;
            if step == 0 {
                for m in 0..length {
                    back[m] = front[3 * m] * after[0] + front[3 * m + 1] * after[1] + front[3 * m + 2] * after[2];
                }
            } else {
                for m in 0..length {
                    back[m] = back[3 * m] * after[0] + back[3 * m + 1] * after[1] + back[3 * m + 2] * after[2];
                }
            }
        }
        let last = if i + 1 == n { &front[..3] } else { &back[..3] };
        means[i].copy_from_slice(last);
        if i + 1 < n {
            size /= 3;
            for m in 0..size {
                front[m] = front[m] * p[i][0] + front[size + m] * p[i][1] + front[2 * size + m] * p[i][2];
            }
        }
    }
}

/// The influence of the guarantors on each other.
pub fn influence(win: &[Lanes], guarantors: usize) -> Influence {
    let mut influence = [[Lanes::ZERO; 2]; MAX_GUARANTORS];
    let stride = |i: usize| 3_usize.pow((guarantors - 1 - i) as u32);
    for i in 0..guarantors {
        for j in (0..guarantors).filter(|&j| j != i) {
            let mut largest = [Lanes::ZERO; 2];
            let rest = (0..win.len()).filter(|m| m / stride(i) % 3 == 0 && m / stride(j) % 3 == 0);
            for m in rest {
                for k in 1..3 {
                    let gain = |l: usize| win[m + l * stride(j)] - win[m + k * stride(i) + l * stride(j)];
                    let (none, supply, fight) = (gain(0), gain(1), gain(2));
                    let spread = (none - supply).abs().max((none - fight).abs()).max((supply - fight).abs());
                    largest[k - 1] = largest[k - 1].max(spread);
                }
            }
            influence[i][0] += largest[0];
            influence[i][1] += largest[1];
        }
    }
    influence
}

/// Logit probabilities for log-odds against standing aside.
#[inline(always)]
fn logit_responses(supply: Lanes, intervene: Lanes) -> [Lanes; 3] {
    let top = supply.max(intervene).max(Lanes::ZERO);
    let weights = [(-top).exp(), (supply - top).exp(), (intervene - top).exp()];
    let total = weights[0] + weights[1] + weights[2];
    weights.map(|weight| weight / total)
}

/// logit(λ·u(P)).
#[inline(always)]
pub(crate) fn respond_in_lanes(stage: &Stage<'_>, p: &Responses, work: &mut Vec<Lanes>) -> Responses {
    let n = stage.guarantors;
    let mut means = [[Lanes::ZERO; 3]; MAX_GUARANTORS];
    conditional_means(stage.win, &p[..n], work, &mut means[..n]);
    let mut next = *p;
    for i in 0..n {
        let gain = |k: usize| stage.advantage[i][k - 1] + stage.stake[i] * (means[i][0] - means[i][k]);
        next[i] = logit_responses(stage.precision * gain(1), stage.precision * gain(2));
    }
    next
}

fn residual(p: &Responses, next: &Responses, guarantors: usize) -> Lanes {
    let mut worst = Lanes::ZERO;
    for i in 0..guarantors {
        for k in 0..3 {
            let apart = (p[i][k] - next[i][k]).abs();
            worst = apart.zip(worst, |a, w| if a > w || a.is_nan() { a } else { w });
        }
    }
    worst
}

/// The lanes in which the map is a contraction for every precision up to λ, far enough from 1 that
/// the determinant stays above [`NEARLY_SINGULAR`].
fn is_contraction(stage: &Stage<'_>) -> [bool; LANES] {
    let mut q = Lanes::ZERO;
    for i in 0..stage.guarantors {
        for k in 0..2 {
            q = q.max(stage.stake[i].abs() * stage.influence[i][k]);
        }
    }
    let room = q * stage.precision * -0.5 + Lanes::ONE;
    let mut determinant = Lanes::ONE;
    for _ in 0..2 * stage.guarantors {
        determinant *= room;
    }
    let mut contracts = [false; LANES];
    for lane in 0..LANES {
        contracts[lane] = room.0[lane] > 0.0 && determinant.0[lane] > NEARLY_SINGULAR;
    }
    contracts
}

/// The equilibrium on the principal branch.
///
/// `work` is scratch space that callers keep between calls.
pub fn solve(stage: &Stage<'_>, work: &mut Vec<Lanes>) -> Equilibrium {
    let n = stage.guarantors;
    let third = [Lanes::splat(1.0 / 3.0); 3];
    let mut p = [third; MAX_GUARANTORS];
    let contracts = is_contraction(stage);
    // A lane stops by itself, so that its result does not depend on the other lanes.
    let mut running = contracts;
    let mut left = Lanes::splat(f64::INFINITY);
    for _ in 0..ITERATIONS {
        if !running.contains(&true) {
            break;
        }
        let next = sweep::respond(stage, &p, work);
        let apart = residual(&p, &next, n);
        left = apart.select(left, running);
        for lane in 0..LANES {
            running[lane] &= apart.0[lane] > SETTLED;
        }
        for i in 0..n {
            for k in 0..3 {
                p[i][k] = next[i][k].select(p[i][k], running);
            }
        }
    }
    let mut equilibrium = Equilibrium { responses: p, residual: left, marked: [false; LANES] };
    for lane in 0..LANES {
        if !contracts[lane] {
            trace::solve_lane(stage, lane, &mut equilibrium);
        }
    }
    equilibrium
}
