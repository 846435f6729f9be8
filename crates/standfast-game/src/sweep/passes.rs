//! What is done at each state in a year, as it is compiled for each instruction set.

use std::ops::Range;

use standfast_math::Lanes;

use crate::challenger::{Gains, Options, PeaceChoice, WarChoice, YearPolicy};
use crate::contest::win;
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
pub(crate) struct Stages {
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
        let count = value.len().min(CHUNK);
        for i in 0..count {
            let state = first + i;
            let invade = fight[state] - choice.onset_cost.at(state);
            let escalation = choice.escalation.at(state);
            let stays = Lanes::ONE - choice.capture.at(state);
            let options = Options {
                hold: choice.hold.at(state) + discount * hold[i],
                coerce: choice.coerce.at(state) + stays * (discount * coerce[i]),
                limited: choice.limited.at(state)
                    + (Lanes::ONE - escalation) * (discount * limited[i])
                    + escalation * invade,
                invade,
            };
            self.options[i] = options;
            self.coerce[i] = choice.precision.at(state) * (options.coerce - options.hold);
        }
        for i in 0..count {
            self.tails[i][0] = (-self.coerce[i].abs()).exp_of_negative();
        }
        for i in 0..count {
            let coerce = self.coerce[i].logistic_by(self.tails[i][0]);
            policy.coerce[first + i] = coerce;
            self.gains[i] = Gains::new(&self.options[i], coerce, choice.precision.at(first + i));
        }
        for i in 0..count {
            let [a, b] = self.gains[i].exponents;
            self.tails[i] = [(-a.abs()).exp_of_negative(), (-b.abs()).exp_of_negative()];
        }
        for i in 0..count {
            let state = first + i;
            let opportunities = [choice.opportunity.at(state), choice.limited_opportunity.at(state)];
            let [attack, invade, worth] = self.gains[i].choose(self.tails[i], opportunities[0], opportunities[1]);
            policy.limited[state] = attack;
            policy.invade[state] = invade;
            value[i] = worth;
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
    let (fight, settle) = (&mut fight[states.clone()], &mut settle[states.clone()]);
    let count = value.len();
    let (fight, settle) = (&mut fight[..count], &mut settle[..count]);
    // In stages, as the choice at peace: what settling is worth waits in `value`, the exponent in `settle`.
    for (i, state) in states.enumerate() {
        let after = discount * peace[i];
        fight[i] = choice.fight.at(state)
            + choice.repelled.at(state) * after
            + choice.undecided.at(state) * (discount * war[i]);
        value[i] = choice.settle.at(state) + after;
        settle[i] = choice.precision.at(state) * (value[i] - fight[i]);
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
    let p_invade = &policy.invade[states.clone()];
    let p_limited = &policy.limited[states.clone()];
    let p_coerce = &policy.coerce[states.clone()];
    let (hold, coerce, limited) = (&mut hold[..mass.len()], &mut coerce[..mass.len()], &mut limited[..mass.len()]);
    for (i, state) in states.enumerate() {
        let mass = mass[i];
        let invaded = mass * p_invade[i];
        let attacked = mass * p_limited[i];
        let calm = mass * (Lanes::ONE - p_invade[i] - p_limited[i]);
        let coerced = calm * p_coerce[i];
        let captured = coerced * choice.capture.at(state);
        let escalated = attacked * choice.escalation.at(state);
        hold[i] = calm - coerced;
        coerce[i] = coerced - captured;
        limited[i] = if F::LIMITED_GOES_ON { attacked - escalated } else { Lanes::ZERO };
        flow.note(state, &Split { mass, invaded, attacked, escalated, coerced, captured });
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

/// See [`super::chances`].
#[inline(always)]
pub(super) fn chances(ln_challenger: Lanes, own: Lanes, help: &[Lanes], decisiveness: Lanes) -> Vec<Lanes> {
    let mut chances = vec![Lanes::ZERO; help.len()];
    for (chance, &help) in chances.iter_mut().zip(help) {
        *chance = win(ln_challenger, own + help, decisiveness);
    }
    chances
}
