//! The loops over all states, as they are compiled for each instruction set.

use standfast_math::Lanes;

use super::Axis;
use crate::backward::YearPolicy;
use crate::challenger::{Options, PeaceChoice, WarChoice, choose_at_peace, second_of_two};
use crate::contest::win;
use crate::forward::PeaceYear;

/// See [`super::expect`].
#[inline(always)]
pub(super) fn expect(v: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    match axis.levels {
        2 => expect_along::<2>(v, out, axis),
        3 => expect_along::<3>(v, out, axis),
        4 => expect_along::<4>(v, out, axis),
        5 => expect_along::<5>(v, out, axis),
        _ => expect_along_any(v, out, axis),
    }
}

/// All levels in one go: each value is read once.
#[inline(always)]
fn expect_along<const LEVELS: usize>(v: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    let stride = axis.stride;
    for ((from, to), map) in blocks(v, out, axis) {
        let (from, to) = (by_level::<LEVELS, _>(from, stride), by_level_mut::<LEVELS, _>(to, stride));
        let moves_at = by_level::<LEVELS, _>(map, stride);
        for i in 0..stride {
            let (mut below, mut here) = (Lanes::ZERO, from[0][i]);
            for level in 0..LEVELS {
                let [down, stay, up] = &axis.moves[moves_at[level][i] as usize];
                let mut sum = *stay * here;
                if level > 0 {
                    sum += *down * below;
                }
                below = here;
                if level + 1 < LEVELS {
                    here = from[level + 1][i];
                    sum += *up * here;
                }
                to[level][i] = sum;
            }
        }
    }
}

#[inline(always)]
pub(super) fn expect_along_any(v: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    let Axis { stride, levels, moves, map } = axis;
    for (state, out) in out.iter_mut().enumerate() {
        let level = state / stride % levels;
        let [down, stay, up] = &moves[map[state] as usize];
        let mut sum = *stay * v[state];
        if level > 0 {
            sum += *down * v[state - stride];
        }
        if level + 1 < levels {
            sum += *up * v[state + stride];
        }
        *out = sum;
    }
}

/// See [`super::push`].
#[inline(always)]
pub(super) fn push(mass: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    match axis.levels {
        2 => push_along::<2>(mass, out, axis),
        3 => push_along::<3>(mass, out, axis),
        4 => push_along::<4>(mass, out, axis),
        5 => push_along::<5>(mass, out, axis),
        _ => push_along_any(mass, out, axis),
    }
}

/// All levels in one go: each mass is read once.
#[inline(always)]
fn push_along<const LEVELS: usize>(mass: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    let stride = axis.stride;
    for ((from, to), map) in blocks(mass, out, axis) {
        let (from, to) = (by_level::<LEVELS, _>(from, stride), by_level_mut::<LEVELS, _>(to, stride));
        let moves_at = by_level::<LEVELS, _>(map, stride);
        for i in 0..stride {
            let (mut here, mut moves) = (from[0][i], &axis.moves[moves_at[0][i] as usize]);
            let mut from_below = Lanes::ZERO;
            for level in 0..LEVELS {
                let mut sum = moves[1] * here;
                if level > 0 {
                    sum += from_below;
                }
                if level + 1 < LEVELS {
                    from_below = moves[2] * here;
                    (here, moves) = (from[level + 1][i], &axis.moves[moves_at[level + 1][i] as usize]);
                    sum += moves[0] * here;
                }
                to[level][i] = sum;
            }
        }
    }
}

#[inline(always)]
pub(super) fn push_along_any(mass: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    let Axis { stride, levels, moves, map } = axis;
    for (state, out) in out.iter_mut().enumerate() {
        let level = state / stride % levels;
        let mut sum = moves[map[state] as usize][1] * mass[state];
        if level > 0 {
            let below = state - stride;
            sum += moves[map[below] as usize][2] * mass[below];
        }
        if level + 1 < levels {
            let above = state + stride;
            sum += moves[map[above] as usize][0] * mass[above];
        }
        *out = sum;
    }
}

/// Blocks of states that differ in the factor of an axis and in those behind it.
#[inline(always)]
fn blocks<'a>(
    from: &'a [Lanes],
    to: &'a mut [Lanes],
    axis: Axis<'a>,
) -> impl Iterator<Item = ((&'a [Lanes], &'a mut [Lanes]), &'a [u32])> {
    let size = axis.levels * axis.stride;
    from.chunks_exact(size).zip(to.chunks_exact_mut(size)).zip(axis.map.chunks_exact(size))
}

/// The parts of a block, by level.
#[inline(always)]
fn by_level<const LEVELS: usize, T>(block: &[T], stride: usize) -> [&[T]; LEVELS] {
    std::array::from_fn(|level| &block[level * stride..][..stride])
}

/// The parts of a block to write to, by level.
#[inline(always)]
fn by_level_mut<const LEVELS: usize, T>(block: &mut [T], stride: usize) -> [&mut [T]; LEVELS] {
    let mut levels = block.chunks_exact_mut(stride);
    std::array::from_fn(|_| levels.next().unwrap_or_default())
}

/// See [`super::choose`].
#[inline(always)]
pub(super) fn choose(
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

/// See [`super::fight_or_settle`].
#[inline(always)]
pub(super) fn fight_or_settle(
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

/// See [`super::split_peace`].
#[inline(always)]
pub(super) fn split_peace(choice: &PeaceChoice, policy: &YearPolicy, mass: &[Lanes], year: &mut PeaceYear) {
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

/// See [`super::chances`].
#[inline(always)]
pub(super) fn chances(ln_challenger: Lanes, own: Lanes, help: &[Lanes], decisiveness: Lanes) -> Vec<Lanes> {
    let mut chances = vec![Lanes::ZERO; help.len()];
    for (chance, &help) in chances.iter_mut().zip(help) {
        *chance = win(ln_challenger, own + help, decisiveness);
    }
    chances
}
