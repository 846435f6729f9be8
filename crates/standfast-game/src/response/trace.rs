//! The principal branch, followed by arclength.
//!
//! In log-odds y against standing aside the equilibria at precision λ solve
//! H(y, λ) = y − λ·Δ(y) = 0, Δ the gains from helping. The curve through (0, 0) is followed, from
//! there or from a point up to which it is known, by predictor and corrector (Turocy 2010; Allgower and Georg 1990), through folds, until it first
//! reaches the wanted λ. Guarantors who are alike share their unknowns, which keeps to the
//! symmetric branch where others fork off. At every point the determinant of the whole system
//! I − λ·∂Δ/∂y tells whether the branch is unique there.

use std::cell::RefCell;

use standfast_math::{Lanes, exp};
use standfast_model::scenario::MAX_GUARANTORS;

use super::equilibrium::{Advantages, Equilibrium, NEARLY_SINGULAR, Stage};
use super::linear::{self, MAX, Matrix};
use crate::multilinear::{Multilinear, Probabilities, Work};

/// Longest way that is followed.
const STEPS: usize = 5_000;
const FIRST_STEP: f64 = 0.25;
/// A step is at most this part of the way in λ, and no response moves further than this in it, so
/// that no turn of the curve is stepped over.
const LONGEST_STEP: f64 = 0.25;
const LONGEST_MOVE: f64 = 0.1;
const SMALLEST_STEP: f64 = 1e-9;
/// Corrections per step; more means that the step was too long.
const CORRECTIONS: usize = 6;
/// The last correction of a point on the way: what is left after it is about its square.
const ON_CURVE: f64 = 1e-5;
/// The same where the way ends.
const AT_TARGET: f64 = 1e-10;
/// A correction may be at most this part of the step, and the tangents' angle have this cosine:
/// otherwise the corrector might land on another branch.
const CORRECTION_SHARE: f64 = 0.1;
const COSINE: f64 = 0.97;
/// A step may bring the determinant down to this part at most, so that no change of sign, and no
/// dip between two, is stepped over.
const DETERMINANT_SHARE: f64 = 0.3;
/// Guarantors whose numbers are equal within this are alike: sums of effects round differently.
const ROUNDING: f64 = 1e-13;
/// A lost branch has not converged, whatever the residual is where it was lost.
const LOST: f64 = 1.0;

type Vector = [f64; MAX];

/// One lane of a stage.
struct Game {
    n: usize,
    win: Multilinear<f64>,
    /// What supplying and intervening change it by, by guarantor, as functions of the others' responses.
    changes: Vec<[Multilinear<f64>; 2]>,
    advantage: [[f64; 2]; MAX_GUARANTORS],
    stake: [f64; MAX_GUARANTORS],
    /// For each guarantor its group of guarantors who are alike.
    group: [usize; MAX_GUARANTORS],
    groups: usize,
    work: RefCell<Work<f64>>,
}

/// What is known at a point (y, λ).
struct Local {
    p: [Probabilities<f64>; MAX_GUARANTORS],
    /// E\[π\].
    win: f64,
    /// Δ by guarantor and response.
    gain: [[f64; 2]; MAX_GUARANTORS],
    /// ∂Δ/∂y of all guarantors, two rows and columns each.
    slope: Matrix,
}

/// Finds the equilibrium of one lane and writes it into the result, which holds the one at precision
/// `start`; from 0 to there the branch is known to be unique.
pub(super) fn solve_lane(
    stage: &Stage<'_>,
    advantages: &Advantages,
    lane: usize,
    start: f64,
    equilibrium: &mut Equilibrium,
) {
    let game = Game::new(stage, advantages, lane);
    let target = stage.precision.0[lane];
    let responses = equilibrium.responses.map(|p| p.map(|p| p.0[lane]));
    let (y, marked, found) = game.follow(game.point(responses, start), target);
    let local = game.local(&y);
    let mut residual = if found { 0.0 } else { LOST };
    for i in 0..game.n {
        let answer = softmax([target * local.gain[i][0], target * local.gain[i][1]]);
        for k in 0..3 {
            let apart = (local.p[i][k] - answer[k]).abs();
            residual = if apart > residual || apart.is_nan() { apart } else { residual };
            equilibrium.responses[i][k].0[lane] = local.p[i][k];
        }
    }
    equilibrium.residual.0[lane] = residual;
    equilibrium.win.0[lane] = local.win;
    equilibrium.marked[lane] = marked;
}

fn softmax(y: [f64; 2]) -> [f64; 3] {
    let top = [0.0, y[0], y[1]].into_iter().fold(0.0, |top, y| if y > top { y } else { top });
    let weights = [exp(-top), exp(y[0] - top), exp(y[1] - top)];
    let total = weights[0] + weights[1] + weights[2];
    weights.map(|weight| weight / total)
}

impl Game {
    fn new(stage: &Stage<'_>, advantages: &Advantages, lane: usize) -> Game {
        let of = |x: Lanes| x.0[lane];
        let win = stage.contest.win.lane(lane);
        let mut game = Game {
            n: stage.guarantors,
            changes: (0..stage.guarantors).map(|i| [1, 2].map(|k| win.change(i, k))).collect(),
            win,
            advantage: advantages.map(|pair| pair.map(of)),
            stake: stage.stake.map(of),
            group: [0; MAX_GUARANTORS],
            groups: 0,
            work: RefCell::default(),
        };
        for i in 0..game.n {
            game.group[i] = match (0..i).find(|&j| game.alike(i, j)) {
                Some(j) => game.group[j],
                None => {
                    game.groups += 1;
                    game.groups - 1
                }
            };
        }
        game
    }

    /// Whether two guarantors can trade places.
    fn alike(&self, i: usize, j: usize) -> bool {
        let equal = |a: f64, b: f64| (a - b).abs() <= ROUNDING * (1.0 + a.abs());
        (0..2).all(|k| equal(self.advantage[i][k], self.advantage[j][k]))
            && equal(self.stake[i], self.stake[j])
            && self.win.is_symmetric(i, j, equal)
    }

    /// How many unknowns the log-odds of all groups are.
    fn unknowns(&self) -> usize {
        2 * self.groups
    }

    /// The point of the curve at precision λ with these responses.
    fn point(&self, responses: [Probabilities<f64>; MAX_GUARANTORS], lambda: f64) -> Vector {
        let gain = self.at(responses).gain;
        let mut z = [0.0; MAX];
        for i in 0..self.n {
            (0..2).for_each(|k| z[2 * self.group[i] + k] = lambda * gain[i][k]);
        }
        z[self.unknowns()] = lambda;
        z
    }

    /// The gains and their slopes at log-odds by group.
    fn local(&self, y: &Vector) -> Local {
        let mut p = [[0.0; 3]; MAX_GUARANTORS];
        for i in 0..self.n {
            p[i] = softmax([y[2 * self.group[i]], y[2 * self.group[i] + 1]]);
        }
        self.at(p)
    }

    /// The gains and their slopes at responses.
    fn at(&self, p: [Probabilities<f64>; MAX_GUARANTORS]) -> Local {
        let n = self.n;
        let work = &mut self.work.borrow_mut();
        let mut gain = [[0.0; 2]; MAX_GUARANTORS];
        let mut turns = self.win.in_turn(work);
        for i in 0..n {
            let changes = turns.changes(&p[i + 1..n]);
            (0..2).for_each(|k| gain[i][k] = self.advantage[i][k] - self.stake[i] * changes[k]);
            turns.pass(&p[i]);
        }
        let win = turns.mean();
        let mut slope = [[0.0; MAX]; MAX];
        (0..n).for_each(|i| self.add_slopes(i, &p, work, &mut slope));
        Local { p, win, gain, slope }
    }

    /// The rows of ∂Δ/∂y of one guarantor.
    fn add_slopes(&self, i: usize, p: &[Probabilities<f64>; MAX_GUARANTORS], work: &mut Work<f64>, slope: &mut Matrix) {
        // The others, in order: j stands before i or one place further on.
        let other = |position: usize| if position < i { position } else { position + 1 };
        let mut others = [[0.0; 3]; MAX_GUARANTORS];
        (0..self.n - 1).for_each(|position| others[position] = p[other(position)]);
        for (k, change) in self.changes[i].iter().enumerate() {
            let mut turns = change.in_turn(work);
            for position in 0..self.n - 1 {
                let own = &others[position];
                let seconds = turns.changes(&others[position + 1..self.n - 1]);
                // ∂P_ja/∂y_jl = P_ja·(δ_al − P_jl)
                let mean = own[1] * seconds[0] + own[2] * seconds[1];
                for l in 0..2 {
                    slope[2 * i + k][2 * other(position) + l] = own[l + 1] * self.stake[i] * (mean - seconds[l]);
                }
                turns.pass(own);
            }
        }
    }

    /// det(I − λ·∂Δ/∂y) of all guarantors.
    fn determinant(&self, local: &Local, lambda: f64) -> f64 {
        let size = 2 * self.n;
        let mut a = [[0.0; MAX]; MAX];
        for row in 0..size {
            for column in 0..size {
                a[row][column] = if row == column { 1.0 } else { 0.0 } - lambda * local.slope[row][column];
            }
        }
        linear::determinant(a, size)
    }

    /// H and its derivative by the log-odds of the groups; the derivative by λ goes into the
    /// column after the last.
    fn system(&self, local: &Local, z: &Vector) -> (Vector, Matrix) {
        let size = self.unknowns();
        let lambda = z[size];
        let (mut h, mut a) = ([0.0; MAX], [[0.0; MAX]; MAX]);
        for g in 0..self.groups {
            let Some(first) = (0..self.n).find(|&i| self.group[i] == g) else { continue };
            for k in 0..2 {
                let row = 2 * g + k;
                h[row] = z[row] - lambda * local.gain[first][k];
                a[row][row] = 1.0;
                for j in 0..self.n {
                    for l in 0..2 {
                        a[row][2 * self.group[j] + l] -= lambda * local.slope[2 * first + k][2 * j + l];
                    }
                }
                a[row][size] = -local.gain[first][k];
            }
        }
        (h, a)
    }

    /// Follows the branch from a point of it to λ = `target`. Returns the log-odds, the mark, and whether the target
    /// was reached; if it was not, the log-odds are those of the last point.
    fn follow(&self, start: Vector, target: f64) -> (Vector, bool, bool) {
        let size = self.unknowns();
        let mut z = start;
        let mut here = self.local(&z);
        let (mut determinant, mut orientation) = (self.determinant(&here, z[size]), 1.0);
        let mut marked = false;
        let mut direction = [0.0; MAX];
        direction[size] = 1.0;
        let Some(mut tangent) = self.tangent(&here, &z, &direction) else { return (z, marked, false) };
        let longest = LONGEST_STEP * target;
        let mut step = if FIRST_STEP < longest { FIRST_STEP } else { longest };
        for _ in 0..STEPS {
            let tiny = step < SMALLEST_STEP;
            let Some((next, correction)) = self.correct(&z, &tangent, step) else {
                if tiny {
                    return (z, marked, false);
                }
                step *= 0.5;
                continue;
            };
            let there = self.local(&next);
            let Some(ahead) = self.tangent(&there, &next, &tangent) else {
                if tiny {
                    return (z, marked, false);
                }
                step *= 0.5;
                continue;
            };
            let cosine = dot(&tangent, &ahead, size + 1);
            let moved = self.moved(&here, &there);
            let next_determinant = self.determinant(&there, next[size]);
            let bordered = self.bordered_determinant(&there, &next, &tangent);
            let stays = moved <= LONGEST_MOVE
                && correction <= CORRECTION_SHARE * step
                && cosine >= COSINE
                && bordered * orientation > 0.0
                && (marked || next_determinant >= DETERMINANT_SHARE * determinant || determinant < NEARLY_SINGULAR);
            // Between a rise and a fall of λ the curve may have crossed the target and come back.
            let turns = tangent[size] > 0.0 && ahead[size] <= 0.0 && next[size] < target;
            let may_have_crossed = turns && z[size] + step * tangent[size] >= target;
            if (!stays || may_have_crossed) && !tiny {
                step *= 0.5;
                continue;
            }
            if next[size] >= target {
                if let Some((y, at_target)) = self.land(&z, &next, target, step) {
                    return (y, marked || at_target < NEARLY_SINGULAR, true);
                }
                if tiny {
                    return (z, marked, false);
                }
                step *= 0.5;
                continue;
            }
            marked |= next_determinant < NEARLY_SINGULAR;
            // Only a step too small to halve gets past a fork, which turns the curve over.
            orientation = bordered.signum();
            let easy = correction <= 0.2 * CORRECTION_SHARE * step && cosine >= 1.0 - 0.2 * (1.0 - COSINE);
            if easy && moved <= 0.5 * LONGEST_MOVE {
                step = if step * 1.7 < longest { step * 1.7 } else { longest };
            }
            (z, here, tangent, determinant) = (next, there, ahead, next_determinant);
        }
        (z, marked, false)
    }

    /// The largest difference between responses.
    fn moved(&self, here: &Local, there: &Local) -> f64 {
        let pairs = here.p[..self.n].as_flattened().iter().zip(there.p[..self.n].as_flattened());
        pairs.fold(0.0, |most, (a, b)| if (a - b).abs() > most { (a - b).abs() } else { most })
    }

    /// The unit tangent that points as `direction` does.
    fn tangent(&self, local: &Local, z: &Vector, direction: &Vector) -> Option<Vector> {
        let size = self.unknowns();
        let (_, mut a) = self.system(local, z);
        a[size] = *direction;
        let mut t = [0.0; MAX];
        t[size] = 1.0;
        let regular = linear::solve(&mut a, &mut t, size + 1) != 0.0;
        let length = dot(&t, &t, size + 1).sqrt();
        t.iter_mut().for_each(|x| *x /= length);
        (regular && length.is_finite()).then_some(t)
    }

    /// The determinant of the system bordered by the tangent: along one branch without forks it
    /// keeps its sign, so another sign tells that the corrector landed on another branch.
    fn bordered_determinant(&self, local: &Local, z: &Vector, tangent: &Vector) -> f64 {
        let size = self.unknowns();
        let (_, mut a) = self.system(local, z);
        a[size] = *tangent;
        linear::determinant(a, size + 1)
    }

    /// The point of the curve across from a step along the tangent, and how far it was corrected.
    fn correct(&self, z: &Vector, tangent: &Vector, step: f64) -> Option<(Vector, f64)> {
        let size = self.unknowns();
        let mut guess = *z;
        (0..=size).for_each(|k| guess[k] += step * tangent[k]);
        let start = guess;
        for _ in 0..CORRECTIONS {
            let local = self.local(&guess);
            let (h, mut a) = self.system(&local, &guess);
            a[size] = *tangent;
            let mut change = h.map(|h| -h);
            change[size] = 0.0;
            if linear::solve(&mut a, &mut change, size + 1) == 0.0 {
                return None;
            }
            (0..=size).for_each(|k| guess[k] += change[k]);
            let scale = 1.0 + largest(&guess, size);
            if largest(&change, size + 1) <= ON_CURVE * scale {
                let apart: Vector = std::array::from_fn(|k| guess[k] - start[k]);
                return Some((guess, dot(&apart, &apart, size + 1).sqrt()));
            }
        }
        None
    }

    /// The point between two at exactly λ = `target`, by Newton's method, and the determinant there.
    fn land(&self, from: &Vector, to: &Vector, target: f64, step: f64) -> Option<(Vector, f64)> {
        const ITERATIONS: usize = 50;
        const EXACT: f64 = 1e-15;
        let size = self.unknowns();
        let share = (target - from[size]) / (to[size] - from[size]);
        let start: Vector = std::array::from_fn(|k| from[k] + share * (to[k] - from[k]));
        let mut y = start;
        y[size] = target;
        let mut smallest = f64::INFINITY;
        for _ in 0..ITERATIONS {
            let local = self.local(&y);
            let (h, mut a) = self.system(&local, &y);
            let mut change = h.map(|h| -h);
            if linear::solve(&mut a, &mut change, size) == 0.0 {
                return None;
            }
            (0..size).for_each(|k| y[k] += change[k]);
            let moved = largest(&change, size);
            let scale = 1.0 + largest(&y, size);
            // Done at the rounding floor: exact enough, or no longer getting better.
            if moved <= EXACT * scale || (moved <= AT_TARGET * scale && moved >= smallest) {
                let away: Vector = std::array::from_fn(|k| y[k] - start[k]);
                let determinant = self.determinant(&self.local(&y), target);
                return (dot(&away, &away, size).sqrt() <= step).then_some((y, determinant));
            }
            smallest = moved;
        }
        None
    }
}

fn dot(a: &Vector, b: &Vector, size: usize) -> f64 {
    (0..size).map(|k| a[k] * b[k]).sum()
}

fn largest(a: &Vector, size: usize) -> f64 {
    a[..size].iter().fold(0.0, |most, x| if x.abs() > most { x.abs() } else { most })
}
