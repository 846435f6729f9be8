//! The inner loops over all states, compiled for several instruction sets; the one that the machine
//! has is chosen when the program runs. Wider registers only put more lanes into one instruction:
//! the operations on each lane, and so the bits, are the same (no fused multiply-add).
//!
//! This is the only place where speed decides how code is written.

use multiversion::multiversion;
use standfast_math::Lanes;

use crate::backward::YearPolicy;
use crate::challenger::{Options, PeaceChoice, WarChoice, choose_at_peace, second_of_two};
use crate::contest::win;
use crate::forward::PeaceYear;
use crate::response::equilibrium::{Responses, Stage, respond_in_lanes};

/// One factor's axis of the state space and the moves along it.
#[derive(Clone, Copy)]
pub(crate) struct Axis<'a> {
    /// How far apart neighbouring levels are.
    pub stride: usize,
    /// How many levels there are.
    pub levels: usize,
    /// Probabilities of one level down, none, one up, by point of the grid that they depend on.
    pub moves: &'a [[Lanes; 3]],
    /// The point of that grid for every state.
    pub map: &'a [u32],
}

/// out(x) = Σ_x' P(x → x') v(x'), along one axis.
///
/// The moves are looked up state by state even where neighbours share them: it keeps the compiler
/// from vectorising across states, which would shuffle lanes.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn expect(v: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    let Axis { stride, levels, moves, map } = axis;
    for block in (0..v.len()).step_by(stride * levels) {
        for level in 0..levels {
            // At an end of the axis the missing neighbour is the state itself, with probability 0.
            let to_below = if level > 0 { stride } else { 0 };
            let to_above = if level + 1 < levels { stride } else { 0 };
            let first = block + level * stride;
            for state in first..first + stride {
                let [down, stay, up] = &moves[map[state] as usize];
                out[state] = *stay * v[state] + *down * v[state - to_below] + *up * v[state + to_above];
            }
        }
    }
}

/// out(x') = Σ_x mass(x) P(x → x'), along one axis.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn push(mass: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    let Axis { stride, levels, moves, map } = axis;
    for block in (0..mass.len()).step_by(stride * levels) {
        for level in 0..levels {
            let (first, last) = (level == 0, level + 1 == levels);
            let start = block + level * stride;
            for state in start..start + stride {
                let mut sum = moves[map[state] as usize][1] * mass[state];
                if !first {
                    let below = state - stride;
                    sum += moves[map[below] as usize][2] * mass[below];
                }
                if !last {
                    let above = state + stride;
                    sum += moves[map[above] as usize][0] * mass[above];
                }
                out[state] = sum;
            }
        }
    }
}

/// The values at the lowest level of one axis.
pub(crate) fn lowest(v: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (block, out) in v.chunks_exact(stride * levels).zip(out.chunks_exact_mut(stride)) {
        out.copy_from_slice(&block[..stride]);
    }
}

/// Gives every level of one axis the same values.
pub(crate) fn spread(v: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (v, block) in v.chunks_exact(stride).zip(out.chunks_exact_mut(stride * levels)) {
        block.chunks_exact_mut(stride).for_each(|level| level.copy_from_slice(v));
    }
}

/// Sums a mass over all levels of one axis.
pub(crate) fn collapse(mass: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (block, out) in mass.chunks_exact(stride * levels).zip(out.chunks_exact_mut(stride)) {
        for (i, sum) in out.iter_mut().enumerate() {
            *sum = (1..levels).fold(block[i], |sum, level| sum + block[level * stride + i]);
        }
    }
}

/// Adds a mass to the lowest level of one axis.
pub(crate) fn add_to_lowest(mass: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (mass, block) in mass.chunks_exact(stride).zip(out.chunks_exact_mut(stride * levels)) {
        block.iter_mut().zip(mass).for_each(|(sum, mass)| *sum += *mass);
    }
}

/// A year at peace, at every state: `value` turns from next year's expectation under holding into
/// this year's worth of peace, the arrays of `policy` receive the probabilities.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn choose(
    choice: &PeaceChoice,
    discount: Lanes,
    fight: &[Lanes],
    means: &[Vec<Lanes>; 3],
    value: &mut [Lanes],
    policy: [&mut [Lanes]; 3],
) {
    let [hold, coerce, limited] = means;
    let [p_invade, p_limited, p_coerce] = policy;
    for state in 0..value.len() {
        let worth_of_invading = fight[state] - choice.onset_cost.at(state);
        let escalation = choice.escalation.at(state);
        let options = Options {
            hold: choice.hold.at(state) + discount * hold[state],
            coerce: choice.coerce.at(state) + (Lanes::ONE - choice.capture.at(state)) * (discount * coerce[state]),
            limited: choice.limited.at(state)
                + (Lanes::ONE - escalation) * (discount * limited[state])
                + escalation * worth_of_invading,
            invade: worth_of_invading,
        };
        let (chosen, worth) = choose_at_peace(
            options,
            choice.precision.at(state),
            choice.opportunity.at(state),
            choice.limited_opportunity.at(state),
        );
        value[state] = worth;
        p_invade[state] = chosen.invade;
        p_limited[state] = chosen.limited;
        p_coerce[state] = chosen.coerce;
    }
}

/// A year of war, at every state, given next year's expectations of peace and of war: `fight` and
/// `value` receive what fighting and war are worth, `settle` the probability of settling.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn fight_or_settle(
    choice: &WarChoice,
    discount: Lanes,
    peace: &[Lanes],
    war: &[Lanes],
    fight: &mut [Lanes],
    value: &mut [Lanes],
    settle: &mut [Lanes],
) {
    for state in 0..value.len() {
        let after = discount * peace[state];
        let fighting = choice.fight.at(state)
            + choice.repelled.at(state) * after
            + choice.undecided.at(state) * (discount * war[state]);
        let settling = choice.settle.at(state) + after;
        let p = second_of_two(choice.precision.at(state), fighting, settling);
        settle[state] = p;
        fight[state] = fighting;
        value[state] = fighting + p * (settling - fighting);
    }
}

/// Splits a mass at peace by what the challenger does.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn split_peace(choice: &PeaceChoice, policy: &YearPolicy, mass: &[Lanes], year: &mut PeaceYear) {
    for state in 0..mass.len() {
        let mass = mass[state];
        let invaded = mass * policy.invade[state];
        let attacked = mass * policy.limited[state];
        let calm = mass * (Lanes::ONE - policy.invade[state] - policy.limited[state]);
        let coerced = calm * policy.coerce[state];
        let captured = coerced * choice.capture.at(state);
        let escalated = attacked * choice.escalation.at(state);
        year.hold[state] = calm - coerced;
        year.coerce[state] = coerced - captured;
        year.limited[state] = attacked - escalated;
        year.begun[state] = invaded + escalated;
        year.coerced[state] = coerced;
        year.captured[state] = captured;
        year.attacked[state] = attacked;
    }
}

/// The challenger's chance of winning against each joint help.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn chances(ln_challenger: Lanes, own: Lanes, help: &[Lanes], decisiveness: Lanes) -> Vec<Lanes> {
    let mut chances = vec![Lanes::ZERO; help.len()];
    for (chance, &help) in chances.iter_mut().zip(help) {
        *chance = win(ln_challenger, own + help, decisiveness);
    }
    chances
}

/// logit(λ·u(P)) of the guarantors at one state, case and severity.
#[multiversion(targets("x86_64+avx2"))]
pub(crate) fn respond(stage: &Stage<'_>, p: &Responses, work: &mut Vec<Lanes>) -> Responses {
    respond_in_lanes(stage, p, work)
}
