//! What is done at each state in a year, compiled for several instruction sets as the engine's own loops are.

use std::hint::black_box;
use std::ops::Range;

use multiversion::multiversion;
use standfast_math::Lanes;

use super::game::PhaseMoves;
use super::{ACTIONS, CELL, PHASE, Tile};

/// So many states choose together.
const CHUNK: usize = 27;

/// The choice in stages, each for some states in a row: what waits for one state's exponentials and
/// logarithm is not all that the processor looks ahead.
#[derive(Debug)]
pub(super) struct Stages {
    /// How much the first of a pair is worth more than the second: of the first two actions, of the last
    /// two, of the better of each two.
    ahead: [[Lanes; 3]; CHUNK],
    /// What the worse of a pair weighs against the better.
    weights: [[Lanes; 3]; CHUNK],
    /// What the best action is worth.
    best: [Lanes; CHUNK],
    /// Of the weights of all actions.
    sums: [Lanes; CHUNK],
}

impl Default for Stages {
    fn default() -> Stages {
        const PAIRS: [[Lanes; 3]; CHUNK] = [[Lanes::ZERO; 3]; CHUNK];
        const STATES: [Lanes; CHUNK] = [Lanes::ZERO; CHUNK];
        Stages { ahead: PAIRS, weights: PAIRS, best: STATES, sums: STATES }
    }
}

/// Chooses in a tile, given by action the expectations after all moves but the phase's. `value` receives
/// λ·V, `policy` the probabilities of all actions but the last; `worths` is overwritten by λ·q.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(super) fn choose(
    phases: &[PhaseMoves; ACTIONS],
    precision: Lanes,
    rewards: &[Tile<f64>; ACTIONS],
    worths: &mut [Tile; ACTIONS],
    value: &mut [Lanes],
    policy: &mut [[Lanes; ACTIONS - 1]],
    stages: &mut Stages,
) {
    for action in 0..ACTIONS {
        worth(&phases[action], precision, &rewards[action], &mut worths[action], policy.len());
    }
    let (mut first, states) = (0, policy.len());
    while first < states {
        let next = if first + CHUNK < states { first + CHUNK } else { states };
        stages.choose(worths, first..next, value, policy);
        first = next;
    }
}

// The compiler must not know too well what the loops below run over. Else it takes the same lane of several
// states together, and gathers them number by number.

/// From expectations by next year's phase to λ times the worth of an action by this year's.
#[inline(always)]
fn worth(phase: &PhaseMoves, precision: Lanes, rewards: &Tile<f64>, worth: &mut Tile, states: usize) {
    for cell in 0..states / CELL {
        for i in 0..PHASE {
            let at = cell * CELL + i;
            let (peace, war, lost) = (worth[at], worth[at + PHASE], worth[at + 2 * PHASE]);
            let rewards =
                [precision * rewards[at], precision * rewards[at + PHASE], precision * rewards[at + 2 * PHASE]];
            worth[at] = rewards[0] + (peace * phase.peace[0] + war * phase.peace[1] + lost * phase.peace[2]);
            worth[at + PHASE] = rewards[1] + (war * phase.war[0] + lost * phase.war[1]);
            worth[at + 2 * PHASE] = rewards[2] + lost;
        }
    }
}

impl Stages {
    /// The better of two weighs 1, the worse e^−|difference|: of two actions, and of two pairs of them. That
    /// takes three exponentials, none of which can overflow.
    #[inline(always)]
    fn choose(
        &mut self,
        worths: &[Tile; ACTIONS],
        states: Range<usize>,
        value: &mut [Lanes],
        policy: &mut [[Lanes; ACTIONS - 1]],
    ) {
        let (first, count) = (states.start, states.len());
        for i in 0..count {
            let state = first + i;
            let [a, b, c, d] = [worths[0][state], worths[1][state], worths[2][state], worths[3][state]];
            let (low, high) = (a.max(b), c.max(d));
            self.ahead[i] = [a - b, c - d, low - high];
            self.best[i] = low.max(high);
        }
        for i in 0..count {
            for pair in 0..3 {
                self.weights[i][pair] = (-self.ahead[i][pair].abs()).exp_of_negative();
            }
        }
        for i in 0..count {
            let [in_low, in_high, between] = self.weights[i];
            let [ahead_in_low, ahead_in_high, ahead] = self.ahead[i];
            let (low, high) = (ahead.if_positive(Lanes::ONE, between), ahead.if_positive(between, Lanes::ONE));
            let sum = low * (Lanes::ONE + in_low) + high * (Lanes::ONE + in_high);
            let share = Lanes::ONE / sum;
            let (low, high) = (low * share, high * share);
            let (worse_low, worse_high) = (low * in_low, high * in_high);
            policy[first + i] = [
                ahead_in_low.if_positive(low, worse_low),
                ahead_in_low.if_positive(worse_low, low),
                ahead_in_high.if_positive(high, worse_high),
            ];
            self.sums[i] = sum;
        }
        for i in 0..count {
            let i = black_box(i); // see above
            value[first + i] = self.best[i] + self.sums[i].ln_of_normal();
        }
    }
}

/// Splits the masses of a tile by action, and moves their phases.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(super) fn split(
    phases: &[PhaseMoves; ACTIONS],
    mass: &[Lanes],
    policy: &[[Lanes; ACTIONS - 1]],
    done: &mut [Tile; ACTIONS],
) {
    for cell in 0..mass.len() / CELL {
        for i in 0..PHASE {
            let at = cell * CELL + i;
            let mut masses = [[Lanes::ZERO; 3]; ACTIONS];
            for phase in 0..3 {
                let state = at + phase * PHASE;
                let mut left = mass[state];
                for action in 0..ACTIONS - 1 {
                    masses[action][phase] = mass[state] * policy[state][action];
                    left -= masses[action][phase];
                }
                masses[ACTIONS - 1][phase] = left;
            }
            for action in 0..ACTIONS {
                let ([peace, war, lost], moves) = (masses[action], &phases[action]);
                done[action][at] = peace * moves.peace[0];
                done[action][at + PHASE] = peace * moves.peace[1] + war * moves.war[0];
                done[action][at + 2 * PHASE] = peace * moves.peace[2] + war * moves.war[1] + lost;
            }
        }
    }
}
