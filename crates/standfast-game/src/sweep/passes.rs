//! What is done at each state in a year, as it is compiled for each instruction set.

use std::ops::Range;

use standfast_math::Lanes;

use crate::challenger::{Gains, Options, PeaceChoice, WarChoice, YearPolicy};
use crate::era::War;
use crate::flow::{AtWar, Ended, Flow, Split};

/// See [`super::choose`].
#[inline(always)]
pub(super) fn choose(
    choice: &PeaceChoice,
    discount: Lanes,
    fight: &[Lanes],
    states: Range<usize>,
    means: [&[Lanes]; 3],
    value: &mut [Lanes],
    policy: &mut YearPolicy,
    stages: &mut Stages,
) {
    let mut done = 0;
    while done < states.len() {
        let some = done..if done + CHUNK < states.len() { done + CHUNK } else { states.len() };
        let [hold, coerce, limited] = means;
        let means = [&hold[some.clone()], &coerce[some.clone()], &limited[some.clone()]];
        stages.choose(choice, discount, fight, states.start + done, means, &mut value[some.clone()], policy);
        done = some.end;
    }
}

/// So many states choose together.
const CHUNK: usize = 16;

/// The choice at peace in stages, each for some states in a row. If one state were done after the other,
/// its two rounds of exponentials, one waiting for the other, would fill all that the processor looks
/// ahead, and it would wait too.
#[derive(Default)]
pub struct Stages {
    options: [Options; CHUNK],
    /// λ times what coercing is worth more than holding.
    coerce: [Lanes; CHUNK],
    gains: [Gains; CHUNK],
    /// e^−|x| of what decides next.
    tails: [[Lanes; 2]; CHUNK],
}

impl Stages {
    /// Chooses at the states from `first` on, given the expectations under holding, coercion and a limited
    /// attack.
    #[inline(always)]
    fn choose(
        &mut self,
        choice: &PeaceChoice,
        discount: Lanes,
        fight: &[Lanes],
        first: usize,
        [hold, coerce, limited]: [&[Lanes]; 3],
        value: &mut [Lanes],
        policy: &mut YearPolicy,
    ) {
        let count = if value.len() < CHUNK { value.len() } else { CHUNK };
        let (hold, coerce, limited) = (&hold[..count], &coerce[..count], &limited[..count]);
        let fight = &fight[first..][..count];
        let precision = choice.precision.in_a_row(first, count);
        let Stages { options, coerce: exponents, gains, tails } = self;
        let (options, exponents) = (&mut options[..count], &mut exponents[..count]);
        let (gains, tails) = (&mut gains[..count], &mut tails[..count]);

        let (of_hold, of_coerce) = (choice.hold.in_a_row(first, count), choice.coerce.in_a_row(first, count));
        let (of_limited, onset_cost) =
            (choice.limited.in_a_row(first, count), choice.onset_cost.in_a_row(first, count));
        let (capture, escalation) = (choice.capture.in_a_row(first, count), choice.escalation.in_a_row(first, count));
        for i in 0..count {
            let invade = fight[i] - onset_cost.at(i);
            let (captured, escalates) = (capture.at(i), escalation.at(i));
            options[i] = Options {
                hold: of_hold.at(i) + discount * hold[i],
                coerce: of_coerce.at(i) + (Lanes::ONE - captured) * (discount * coerce[i]),
                limited: of_limited.at(i) + (Lanes::ONE - escalates) * (discount * limited[i]) + escalates * invade,
                invade,
            };
            exponents[i] = precision.at(i) * (options[i].coerce - options[i].hold);
        }
        for i in 0..count {
            tails[i][0] = (-exponents[i].abs()).exp_of_negative();
        }
        let p_coerce = &mut policy.coerce[first..][..count];
        for i in 0..count {
            p_coerce[i] = exponents[i].logistic_by(tails[i][0]);
            gains[i] = Gains::new(&options[i], p_coerce[i], precision.at(i));
        }
        if choice.flat {
            for i in 0..count {
                let within_calm = [exponents[i], tails[i][0]];
                gains[i] = Gains::flat(&options[i], p_coerce[i], precision.at(i), within_calm);
            }
        }
        for i in 0..count {
            let [a, b] = gains[i].exponents;
            tails[i] = [(-a.abs()).exp_of_negative(), (-b.abs()).exp_of_negative()];
        }
        let (p_limited, p_invade) = (&mut policy.limited[first..][..count], &mut policy.invade[first..][..count]);
        let war = choice.opportunity.in_a_row(first, count);
        let attack = choice.limited_opportunity.in_a_row(first, count);
        for i in 0..count {
            [p_limited[i], p_invade[i], value[i]] = gains[i].choose(tails[i], war.at(i), attack.at(i));
        }
    }
}

/// See [`super::fight_or_settle`].
#[inline(always)]
pub(super) fn fight_or_settle(
    choice: &WarChoice,
    discount: Lanes,
    states: Range<usize>,
    [peace, war]: [&[Lanes]; 2],
    value: &mut [Lanes],
    fight: &mut [Lanes],
    settle: &mut [Lanes],
) {
    let (first, count) = (states.start, value.len());
    let (fight, settle) = (&mut fight[first..][..count], &mut settle[first..][..count]);
    let (peace, war) = (&peace[..count], &war[..count]);
    // In stages, as the choice at peace: what settling is worth waits in `value`, the exponent in `settle`.
    let (of_fight, of_settle) = (choice.fight.in_a_row(first, count), choice.settle.in_a_row(first, count));
    let (repelled, undecided) = (choice.repelled.in_a_row(first, count), choice.undecided.in_a_row(first, count));
    let precision = choice.precision.in_a_row(first, count);
    for i in 0..count {
        let after = discount * peace[i];
        fight[i] = of_fight.at(i) + repelled.at(i) * after + undecided.at(i) * (discount * war[i]);
        value[i] = of_settle.at(i) + after;
        settle[i] = precision.at(i) * (value[i] - fight[i]);
    }
    for i in 0..count {
        let p = settle[i].logistic_by((-settle[i].abs()).exp_of_negative());
        settle[i] = p;
        value[i] = fight[i] + p * (value[i] - fight[i]);
    }
}

/// See [`super::split`].
#[inline(always)]
pub(super) fn split<F: Flow>(
    choice: &PeaceChoice,
    policy: &YearPolicy,
    states: Range<usize>,
    mass: &[Lanes],
    [hold, coerce, limited]: [&mut [Lanes]; 3],
    flow: &mut F,
) {
    let (first, count) = (states.start, mass.len());
    let p_invade = &policy.invade[first..][..count];
    let p_limited = &policy.limited[first..][..count];
    let p_coerce = &policy.coerce[first..][..count];
    let (capture, escalation) = (choice.capture.in_a_row(first, count), choice.escalation.in_a_row(first, count));
    let (hold, coerce, limited) = (&mut hold[..count], &mut coerce[..count], &mut limited[..count]);
    for i in 0..count {
        let mass = mass[i];
        let invaded = mass * p_invade[i];
        let attacked = mass * p_limited[i];
        let calm = mass * (Lanes::ONE - p_invade[i] - p_limited[i]);
        let coerced = calm * p_coerce[i];
        let captured = coerced * capture.at(i);
        let escalated = attacked * escalation.at(i);
        hold[i] = calm - coerced;
        coerce[i] = coerced - captured;
        limited[i] = if F::LIMITED_GOES_ON { attacked - escalated } else { Lanes::ZERO };
        flow.note(first + i, &Split { mass, invaded, attacked, escalated, coerced, captured });
    }
}

/// See [`super::wage`].
#[inline(always)]
pub(super) fn wage(
    war: &War,
    states: Range<usize>,
    settle: &[Lanes],
    begun: &[Lanes],
    mass: &[Lanes],
    to_peace: &mut [Lanes],
    goes_on: &mut [Lanes],
    weight: Lanes,
    charges: &mut AtWar,
) -> Ended {
    let mut ended = Ended::default();
    for (i, state) in states.enumerate() {
        let settled = mass[i] * settle[i];
        let fought = begun[i] + mass[i] - settled;
        let repelled = fought * war.repelled.at(state);
        ended.conquered += fought * war.conquered.at(state);
        ended.settled += settled;
        ended.repelled += repelled;
        charges.fought.add(state, fought * weight);
        charges.settled.add(state, settled * weight);
        to_peace[i] = repelled + settled;
        goes_on[i] = fought * war.undecided.at(state);
    }
    ended
}
