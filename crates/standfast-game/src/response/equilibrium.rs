//! The guarantors' quantal response equilibrium at one state, case and severity.
//!
//! Each guarantor stands aside (0), supplies (1) or intervenes (2) with logit probabilities
//! P = logit(λ·u(P)): an agent quantal response equilibrium, McKelvey and Palfrey 1998. Wanted is
//! the equilibrium on the *principal branch*, the one that is continued from λ = 0 (Turocy 2010).
//!
//! Two ways lead there. Where λ times the guarantors' influence on each other is small, the map
//! P ↦ logit(λ'·u(P)) is a contraction for every λ' ≤ λ; the equilibrium is then unique all the
//! way from λ = 0, so plain iteration finds the principal branch, in all lanes at once. Elsewhere
//! iteration finds the point up to which that holds, and `trace` follows the branch from there, lane
//! by lane.
//!
//! The contraction: let y_ik be guarantor i's log-odds of response k, y_i0 = 0, and R_i the range
//! (largest minus smallest, over k) of a change of y_i. It changes the probability of any set of
//! i's responses by at most R_i/4: that change is a covariance of an indicator and a variable of
//! range R_i. Seen from guarantor i, j's change then moves E\[π | k\] − E\[π | k'\] by at most R_j/4
//! times c_ij, the largest second difference of π over the responses of i and j. So R_i answers with
//! at most Σ_j m_ij·R_j, m_ij = λ·stake_i·c_ij/4, and for any positive v the number
//! q = max_i (m·v)_i / v_i bounds the contraction in the norm max_i R_i/v_i (Collatz and Wielandt).
//! It bounds the eigenvalues too, so det(I − J) ≥ (1 − q)^(2n) > 0.

use std::ops::{Add, Mul};

use standfast_math::{LANES, Lanes, exp, ln};
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

/// How much what one guarantor's responses are worth depends on what another does, c_ij: the largest
/// change that j's changing its response makes to the difference that i's changing its own makes to
/// the challenger's chance.
pub type Influence = [[Lanes; MAX_GUARANTORS]; MAX_GUARANTORS];

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
    /// Pairs of different responses.
    const PAIRS: [(usize, usize); 3] = [(0, 1), (0, 2), (1, 2)];
    let mut influence = [[Lanes::ZERO; MAX_GUARANTORS]; MAX_GUARANTORS];
    let stride = |i: usize| 3_usize.pow((guarantors - 1 - i) as u32);
    for i in 0..guarantors {
        for j in 0..i {
            let mut largest = Lanes::ZERO;
            for m in (0..win.len()).filter(|m| m / stride(i) % 3 == 0 && m / stride(j) % 3 == 0) {
                let at = |k: usize, l: usize| win[m + k * stride(i) + l * stride(j)];
                for (k, other_k) in PAIRS {
                    for (l, other_l) in PAIRS {
                        let difference = at(k, l) - at(other_k, l) - at(k, other_l) + at(other_k, other_l);
                        largest = largest.max(difference.abs());
                    }
                }
            }
            influence[i][j] = largest;
            influence[j][i] = largest;
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

/// q: a bound of the contraction of the map at precision λ; it is proportional to λ.
fn contraction(stage: &Stage<'_>) -> Lanes {
    /// Keeps the weights positive where a guarantor is not influenced; any positive number will do.
    const FLOOR: f64 = 0.01;
    let n = stage.guarantors;
    let m = |i: usize, j: usize| stage.precision * stage.stake[i].abs() * stage.influence[i][j] * 0.25;
    let times = |v: &[Lanes; MAX_GUARANTORS]| {
        let mut product = [Lanes::ZERO; MAX_GUARANTORS];
        for i in 0..n {
            for j in 0..n {
                product[i] += m(i, j) * v[j];
            }
        }
        product
    };
    let most = |v: &[Lanes; MAX_GUARANTORS]| v[..n].iter().fold(Lanes::ZERO, |most, v| v.max(most));
    // One step towards the best weights, those of the largest eigenvalue.
    let mut v = times(&[Lanes::ONE; MAX_GUARANTORS]);
    let row_sums = most(&v);
    let floor = row_sums * FLOOR + Lanes::splat(f64::MIN_POSITIVE);
    v.iter_mut().for_each(|v| *v += floor);
    let mut product = times(&v);
    (0..n).for_each(|i| product[i] = product[i] / v[i]);
    most(&product).zip(row_sums, |a, b| if a < b { a } else { b })
}

/// The largest q at which the determinant of `guarantors` certainly stays above [`NEARLY_SINGULAR`].
fn largest_contraction(guarantors: usize) -> f64 {
    1.0 - exp(ln(NEARLY_SINGULAR) / (2 * guarantors) as f64)
}

/// The equilibrium on the principal branch.
///
/// `work` is scratch space that callers keep between calls.
pub fn solve(stage: &Stage<'_>, work: &mut Vec<Lanes>) -> Equilibrium {
    let n = stage.guarantors;
    let third = [Lanes::splat(1.0 / 3.0); 3];
    let mut p = [third; MAX_GUARANTORS];
    let (bound, largest) = (contraction(stage), largest_contraction(n));
    // Where λ is too large, the largest precision up to which the map certainly is a contraction.
    let share = bound.map(|q| if q > largest { largest / q } else { 1.0 });
    let within = Stage { precision: stage.precision * share, ..*stage };
    // A lane stops by itself, so that its result does not depend on the other lanes.
    let mut running = [true; LANES];
    let mut left = Lanes::splat(f64::INFINITY);
    for _ in 0..ITERATIONS {
        if !running.contains(&true) {
            break;
        }
        let next = sweep::respond(&within, &p, work);
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
        let settled = left.0[lane] <= CONVERGED;
        if share.0[lane] == 1.0 && settled {
            continue;
        }
        let start = if settled { within.precision.0[lane] } else { 0.0 };
        trace::solve_lane(stage, lane, start, &mut equilibrium);
    }
    equilibrium
}

#[cfg(test)]
mod tests {
    use standfast_math::stream::Stream;

    use super::*;

    /// Whatever the contraction says, following the branch from λ = 0 must say too: in small games
    /// without any structure, of which some are contractions, some partly, and some not unique.
    #[test]
    fn the_contraction_only_shortens_the_way() {
        /// Newton's method and iteration both end at rounding, amplified where the branch turns.
        const TOLERANCE: f64 = 1e-10;
        const GAMES: u64 = 1000;
        let stream = Stream::new(1, "games");
        let (mut contractions, mut shortened, mut marked) = (0, 0, 0);
        for game in 0..GAMES {
            let number = |index: u64| stream.uniform(game, index);
            let guarantors = 1 + (game % 4) as usize;
            let joint = 3_usize.pow(guarantors as u32);
            let win: Vec<Lanes> = (0..joint).map(|m| Lanes::splat(number(100 + m as u64))).collect();
            let mut stage = Stage {
                guarantors,
                precision: Lanes::splat(50.0 * number(0) * number(0)),
                advantage: [[Lanes::ZERO; 2]; MAX_GUARANTORS],
                stake: [Lanes::ZERO; MAX_GUARANTORS],
                win: &win,
                influence: &influence(&win, guarantors),
            };
            for i in 0..guarantors {
                let own = |index: u64| number(10 + 3 * i as u64 + index);
                stage.advantage[i] = [Lanes::splat(own(0) - 0.5), Lanes::splat(own(1) - 0.5)];
                stage.stake[i] = Lanes::splat(2.0 * own(2) * own(2));
            }
            let ours = solve(&stage, &mut Vec::new());
            let mut from_zero = Equilibrium {
                responses: [[Lanes::splat(1.0 / 3.0); 3]; MAX_GUARANTORS],
                residual: ours.residual,
                marked: [false; LANES],
            };
            trace::solve_lane(&stage, 0, 0.0, &mut from_zero);
            assert!(from_zero.residual.0[0] <= CONVERGED, "game {game}: {}", from_zero.residual.0[0]);
            assert_eq!(ours.marked[0], from_zero.marked[0], "game {game}");
            for i in 0..guarantors {
                for k in 0..3 {
                    let (a, b) = (ours.responses[i][k].0[0], from_zero.responses[i][k].0[0]);
                    assert!((a - b).abs() <= TOLERANCE, "game {game}: {a} against {b}");
                }
            }
            let bound = contraction(&stage).0[0];
            contractions += usize::from(guarantors > 1 && bound <= largest_contraction(guarantors));
            shortened += usize::from(bound > largest_contraction(guarantors));
            marked += usize::from(ours.marked[0]);
        }
        assert!(contractions > 30 && shortened > 30 && marked > 3, "{contractions}, {shortened}, {marked}");
    }
}
