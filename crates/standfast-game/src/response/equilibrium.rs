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
//!
//! The iteration: the guarantors answer in turn, each knowing what those before it have just
//! answered (Gauss and Seidel). The fixed points are the same, and so is the bound: let all R_j ≤ r·v_j
//! before a round. Then i's answer changes by at most Σ_{j<i} m_ij·R'_j + Σ_{j>i} m_ij·R_j, where by
//! induction R'_j ≤ q·r·v_j ≤ r·v_j, so R'_i ≤ r·(m·v)_i ≤ q·r·v_i. A round costs what all answers
//! to the same P cost, and fewer are needed. In a draw's last round nobody changes its responses: it
//! measures the residual of what is returned.

use std::hint::black_box;

use standfast_math::{LANES, Lanes, exp, ln};
use standfast_model::scenario::MAX_GUARANTORS;

use super::trace;
use crate::contest::ContestPoint;
use crate::multilinear::{Probabilities, Work};

/// Above this residual an equilibrium has not converged.
pub const CONVERGED: f64 = 1e-10;
/// Under this determinant a branch counts as not unique.
pub const NEARLY_SINGULAR: f64 = 1e-6;
/// Iteration stops at this residual: a few roundings of a sum of probabilities.
const SETTLED: f64 = 1e-14;
/// At most so many rounds; the last one only measures.
const ROUNDS: usize = 200;

/// Probabilities of standing aside, supplying and intervening, by guarantor.
pub type Responses = [Probabilities<Lanes>; MAX_GUARANTORS];

/// What supplying, and intervening, is better than standing aside apart from the contest, by guarantor.
pub type Advantages = [[Lanes; 2]; MAX_GUARANTORS];

/// What decides the responses at one state and severity, whatever the case.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    pub(super) guarantors: usize,
    /// λ.
    pub(super) precision: Lanes,
    /// ω·s.
    pub(super) stake: [Lanes; MAX_GUARANTORS],
    pub(super) contest: &'a ContestPoint,
    /// Up to this precision, at most λ, the map certainly is a contraction.
    contracts_to: Lanes,
}

impl<'a> Stage<'a> {
    /// From λ, what each guarantor loses with the contest, ω·s, and the contest.
    #[inline(always)]
    pub fn new(precision: Lanes, stakes: &[Lanes], contest: &'a ContestPoint) -> Stage<'a> {
        let mut stake = [Lanes::ZERO; MAX_GUARANTORS];
        stake[..stakes.len()].copy_from_slice(stakes);
        let mut stage = Stage { guarantors: stakes.len(), precision, stake, contest, contracts_to: precision };
        let (bound, largest) = (contraction(&stage), largest_contraction(stakes.len()));
        stage.contracts_to *= bound.map(|q| if q > largest { largest / q } else { 1.0 });
        stage
    }

    /// What a guarantor answers where its supplying and intervening change E\[π\] by `changes`.
    #[inline(always)]
    fn answer(&self, i: usize, advantage: [Lanes; 2], changes: [Lanes; 2]) -> Probabilities<Lanes> {
        let log_odds = |k: usize| self.contracts_to * (advantage[k] - self.stake[i] * changes[k]);
        logit_responses(log_odds(0), log_odds(1))
    }
}

/// An equilibrium with what there is to say about it.
#[derive(Clone, Copy, Debug)]
pub struct Equilibrium {
    /// P.
    pub responses: Responses,
    /// max |P − logit(λ·u(P))|.
    pub residual: Lanes,
    /// E\[π\].
    pub win: Lanes,
    /// Whether the branch is not unique: on the way from λ = 0 the determinant of I − ∂logit(λu)/∂P
    /// changed sign or fell under [`NEARLY_SINGULAR`].
    pub marked: [bool; LANES],
}

/// Logit probabilities for log-odds against standing aside.
///
/// The largest of the three weights is 1, so two exponentials are enough: where a response leads, its
/// own gives way to that of standing aside.
#[inline(always)]
fn logit_responses(supply: Lanes, intervene: Lanes) -> Probabilities<Lanes> {
    let top = supply.max(intervene).max(Lanes::ZERO);
    let first = (supply.if_equal(top, Lanes::ZERO, supply) - top).exp_of_negative();
    let second = (intervene.if_equal(top, Lanes::ZERO, intervene) - top).exp_of_negative();
    let aside = supply.if_equal(top, first, intervene.if_equal(top, second, Lanes::ONE));
    let supplying = supply.if_equal(top, Lanes::ONE, first);
    let intervening = intervene.if_equal(top, Lanes::ONE, second);
    let share = Lanes::ONE / (aside + supplying + intervening);
    [aside * share, supplying * share, intervening * share]
}

/// What all guarantors answer to thirds, at the same time.
#[inline(always)]
fn answers_to_thirds(stage: &Stage<'_>, advantages: &Advantages) -> Responses {
    let mut p = [[Lanes::ZERO; 3]; MAX_GUARANTORS];
    for i in 0..stage.guarantors {
        p[i] = stage.answer(i, advantages[i], stage.contest.changes_at_thirds[i]);
    }
    p
}

/// The guarantors answer in turn; where `moving` is not 0 they change their responses. Returns the
/// largest difference of a probability from the answer, and E\[π\] at the end.
#[inline(always)]
fn round(
    stage: &Stage<'_>,
    advantages: &Advantages,
    p: &mut Responses,
    moving: Lanes,
    work: &mut Work<Lanes>,
) -> [Lanes; 2] {
    let n = stage.guarantors;
    let mut apart = Lanes::ZERO;
    let mut turns = stage.contest.win.in_turn(work);
    for i in 0..n {
        let changes = turns.changes(&p[i + 1..n]);
        let answer = stage.answer(i, advantages[i], changes);
        let mut own = p[i];
        for k in 0..3 {
            apart = (answer[k] - own[k]).abs().max(apart);
            own[k] = moving.if_equal(Lanes::ZERO, own[k], answer[k]);
        }
        // The box keeps the choice and the store apart: stores of single lanes are slow.
        *black_box(&mut p[i]) = own;
        turns.pass(&own);
    }
    [apart, turns.mean()]
}

/// q: a bound of the contraction of the map at precision λ; it is proportional to λ.
#[inline(always)]
fn contraction(stage: &Stage<'_>) -> Lanes {
    /// Keeps the weights positive where a guarantor is not influenced; any positive number will do.
    const FLOOR: f64 = 0.01;
    let n = stage.guarantors;
    // One step towards the best weights, those of the largest eigenvalue.
    let mut v = influenced(stage, &[Lanes::ONE; MAX_GUARANTORS]);
    let mut row_sums = Lanes::ZERO;
    for v in &v[..n] {
        row_sums = v.max(row_sums);
    }
    let floor = row_sums * FLOOR + Lanes::splat(f64::MIN_POSITIVE);
    for v in &mut v[..n] {
        *v += floor;
    }
    let product = influenced(stage, &v);
    let mut most = Lanes::ZERO;
    for i in 0..n {
        most = (product[i] / v[i]).max(most);
    }
    most.zip(row_sums, |a, b| if a < b { a } else { b })
}

/// m·v.
#[inline(always)]
fn influenced(stage: &Stage<'_>, v: &[Lanes; MAX_GUARANTORS]) -> [Lanes; MAX_GUARANTORS] {
    let n = stage.guarantors;
    let mut product = [Lanes::ZERO; MAX_GUARANTORS];
    for i in 0..n {
        let mut sum = Lanes::ZERO;
        for j in 0..n {
            sum += stage.contest.influence.of(i, j) * v[j];
        }
        product[i] = stage.precision * stage.stake[i].abs() * 0.25 * sum;
    }
    product
}

/// The largest q at which the determinant of `guarantors` certainly stays above [`NEARLY_SINGULAR`].
fn largest_contraction(guarantors: usize) -> f64 {
    1.0 - exp(ln(NEARLY_SINGULAR) / (2 * guarantors) as f64)
}

/// The equilibrium on the principal branch.
///
/// `work` is scratch space that callers keep between calls.
#[inline(always)]
pub fn solve(stage: &Stage<'_>, advantages: &Advantages, work: &mut Work<Lanes>) -> Equilibrium {
    let mut equilibrium = iterate(stage, advantages, work);
    for lane in 0..LANES {
        let (reached, settled) = (stage.contracts_to.0[lane], equilibrium.residual.0[lane] <= CONVERGED);
        if reached == stage.precision.0[lane] && settled {
            continue;
        }
        trace::solve_lane(stage, advantages, lane, if settled { reached } else { 0.0 }, &mut equilibrium);
    }
    equilibrium
}

/// Lets the guarantors answer in turn, first to thirds, until nobody would change anything.
#[inline(always)]
fn iterate(stage: &Stage<'_>, advantages: &Advantages, work: &mut Work<Lanes>) -> Equilibrium {
    let mut responses = answers_to_thirds(stage, advantages);
    // A lane stops by itself, so that its result does not depend on the other lanes.
    let (mut moving, mut before) = (Lanes::ONE, Lanes::ONE);
    let mut left = ROUNDS;
    loop {
        left -= 1;
        let [apart, win] = round(stage, advantages, &mut responses, moving, work);
        // What the next round would change, if the changes go on falling as they did.
        let expected = moving.if_equal(Lanes::ZERO, apart, apart * (apart / before));
        let next = expected.map(|expected| if expected <= SETTLED { 0.0 } else { 1.0 });
        if left == 0 || (moving == Lanes::ZERO && next == Lanes::ZERO) {
            // Comparisons drop what is not a number; the mean does not.
            let residual = apart.zip(win, |apart, win| if win.is_nan() { win } else { apart });
            return Equilibrium { responses, residual, win, marked: [false; LANES] };
        }
        (moving, before) = (if left == 1 { Lanes::ZERO } else { next }, apart);
    }
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
            let contest = ContestPoint::new(win.clone(), win, guarantors);
            let mut advantages = [[Lanes::ZERO; 2]; MAX_GUARANTORS];
            let mut stakes = Vec::new();
            for i in 0..guarantors {
                let own = |index: u64| number(10 + 3 * i as u64 + index);
                advantages[i] = [Lanes::splat(own(0) - 0.5), Lanes::splat(own(1) - 0.5)];
                stakes.push(Lanes::splat(2.0 * own(2) * own(2)));
            }
            let stage = Stage::new(Lanes::splat(50.0 * number(0) * number(0)), &stakes, &contest);
            let ours = solve(&stage, &advantages, &mut Work::default());
            let mut from_zero = Equilibrium {
                responses: [[Lanes::splat(1.0 / 3.0); 3]; MAX_GUARANTORS],
                residual: ours.residual,
                win: ours.win,
                marked: [false; LANES],
            };
            trace::solve_lane(&stage, &advantages, 0, 0.0, &mut from_zero);
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

    /// A contest of five guarantors, with other numbers in every lane; in the last ones λ is so large
    /// that plain iteration is not enough.
    fn five() -> (ContestPoint, Advantages, Vec<Lanes>, Lanes) {
        const GUARANTORS: usize = 5;
        let stream = Stream::new(2, "five");
        let lanes = |index: u64| Lanes(std::array::from_fn(|lane| stream.uniform(index, lane as u64)));
        let help = |m: usize| (0..GUARANTORS as u32).map(|i| [0.0, 0.1, 0.4][m / 3_usize.pow(i) % 3]).sum::<f64>();
        let win: Vec<Lanes> = (0..243).map(|m| (lanes(1) - Lanes::splat(help(m))).logistic()).collect();
        let advantages =
            std::array::from_fn(|i| [lanes(10 + i as u64), lanes(20 + i as u64)].map(|x| x - Lanes::splat(0.5)));
        let stakes = (0..GUARANTORS).map(|i| lanes(30 + i as u64)).collect();
        let precision = Lanes(std::array::from_fn(|lane| [1.0, 3.0, 4.0, 6.0, 8.0, 12.0, 100.0, 300.0][lane]));
        (ContestPoint::new(win.clone(), win, GUARANTORS), advantages, stakes, precision)
    }

    #[test]
    fn the_residual_is_what_all_would_change_at_once() {
        /// Rounding of log-odds of a few hundred.
        const TOLERANCE: f64 = 1e-13;
        let (contest, advantages, stakes, precision) = five();
        let stage = Stage::new(precision, &stakes, &contest);
        let ours = solve(&stage, &advantages, &mut Work::default());
        assert!(stage.contracts_to.0[3] == precision.0[3] && stage.contracts_to.0[7] < precision.0[7]);
        let changes = contest.win.changes(&ours.responses);
        let mut worst = Lanes::ZERO;
        for i in 0..stakes.len() {
            let log_odds = |k: usize| precision * (advantages[i][k] - stakes[i] * changes[i][k]);
            let answer = logit_responses(log_odds(0), log_odds(1));
            (0..3).for_each(|k| worst = (answer[k] - ours.responses[i][k]).abs().max(worst));
        }
        for lane in 0..LANES {
            assert!(
                (worst.0[lane] - ours.residual.0[lane]).abs() <= TOLERANCE,
                "{worst:?} against {:?}",
                ours.residual
            );
            let limit = if stage.contracts_to.0[lane] == precision.0[lane] { SETTLED } else { CONVERGED };
            assert!(ours.residual.0[lane] <= limit, "{:?}", ours.residual);
        }
        let win = contest.win.mean(&ours.responses[..stakes.len()], &mut Work::default());
        (0..LANES).for_each(|lane| assert!((win.0[lane] - ours.win.0[lane]).abs() <= TOLERANCE));
    }

    #[test]
    fn no_lane_sees_how_long_the_others_take() {
        let (contest, advantages, stakes, precision) = five();
        let with = |precision: Lanes| {
            let stage = Stage::new(precision, &stakes, &contest);
            let Equilibrium { responses, residual, win, .. } = solve(&stage, &advantages, &mut Work::default());
            let numbers = responses.as_flattened().iter().chain([&residual, &win]);
            numbers.map(|lanes| lanes.0.map(f64::to_bits)).collect::<Vec<_>>()
        };
        let together = with(precision);
        for lane in 0..LANES {
            let others_change = with(Lanes::splat(precision.0[lane]));
            for (a, b) in together.iter().zip(&others_change) {
                assert_eq!(a[lane], b[lane], "lane {lane}");
            }
        }
    }
}
