//! What the challenger chooses, and what each choice is worth this year.
//!
//! - fight = −war_cost − B̂ + ω·π̂·prize + δ·( ω(1−π̂)·E_war\[R V_P\] + (1−ω)·E_war\[V_W\] )
//! - settle = −settlement_cost + settlement_share·prize + δ·E_war\[R V_P\]
//! - hold = −grievance + δ·E_peace\[V_P\]
//! - coerce = −grievance + coercion_gain − coercion_cost + c·prize + δ(1−c)·E_coerce\[V_P\]
//! - limited = −grievance − limited.cost − B̂_L + π̂_L·prize_share·prize
//!   + (1−ε)·δ·E_limited\[V_P\] + ε·invade
//! - invade = −onset_cost + fight
//!
//! Choices are logit (quantal) with precision λ; what is chosen between has values, not taste
//! shocks, so the worth of a choice is the mean under it, not a log-sum.
//!
//! It chooses among calm and the attacks that are on the table, and in calm between holding and coercing. Where
//! the choice is [flat](standfast_model::structure::Switch::FlatChoice), all of them stand beside each other:
//! calm has the weight e^(λ·hold) + e^(λ·coerce) = e^(λ·calm + H), with H the entropy of the choice within it.

use standfast_math::Lanes;
use standfast_model::primitive::{Context, Kind};

use crate::field::{Everywhere, Field, combine};
use crate::pool::Pool;
use crate::response::Response;
use crate::tabulate::Tabulator;

/// The challenger's quantities at peace.
#[derive(Debug)]
pub struct PeaceChoice {
    /// −grievance.
    pub hold: Everywhere,
    /// −grievance + coercion_gain − coercion_cost + c·prize.
    pub coerce: Everywhere,
    /// c, the chance of capture in a year of coercion.
    pub capture: Everywhere,
    /// −grievance − limited.cost − B̂_L + π̂_L·prize_share·prize.
    pub limited: Everywhere,
    /// ε, the chance that a limited attack becomes a war.
    pub escalation: Everywhere,
    /// Of beginning a war.
    pub onset_cost: Everywhere,
    /// Chance that an invasion is on the table.
    pub opportunity: Everywhere,
    /// Chance that a limited attack is on the table.
    pub limited_opportunity: Everywhere,
    /// λ at peace.
    pub precision: Everywhere,
    /// Whether holding and coercing are options beside the attacks.
    pub flat: bool,
}

/// The challenger's quantities at war.
#[derive(Debug)]
pub struct WarChoice {
    /// −war_cost − B̂ + ω·π̂·prize.
    pub fight: Everywhere,
    /// ω(1−π̂): the war is lost, as it sees it.
    pub repelled: Everywhere,
    /// 1−ω: the war goes on.
    pub undecided: Everywhere,
    /// −settlement_cost + settlement_share·prize.
    pub settle: Everywhere,
    /// λ at war.
    pub precision: Everywhere,
}

impl PeaceChoice {
    /// Tabulates the choice at peace, with the response to a limited attack.
    pub fn new(tabulator: &Tabulator<'_>, limited: &Response) -> PeaceChoice {
        let space = tabulator.space;
        let peace = |kind: Kind| tabulator.primitive(kind.single(), Context::Peace);
        let in_limited = |kind: Kind| tabulator.primitive(kind.single(), Context::Limited);
        let grievance = peace(Kind::Grievance);
        let prize = peace(Kind::Prize);
        let capture = tabulator.primitive(Kind::Capture.single(), Context::Coerce);
        let coerce = combine(
            space,
            [&grievance, &peace(Kind::CoercionGain), &peace(Kind::CoercionCost), &capture, &prize],
            |[grievance, gain, cost, capture, prize]| gain - grievance - cost + capture * prize,
        );
        let taken =
            combine(space, [&limited.perceived_win, &in_limited(Kind::PrizeShare), &prize], |[win, share, prize]| {
                win * share * prize
            });
        let limited = combine(
            space,
            [&grievance, &in_limited(Kind::LimitedCost), &limited.perceived_burden, &taken],
            |[grievance, cost, burden, taken]| taken - grievance - cost - burden,
        );
        let everywhere = |field: Field| field.everywhere(space);
        PeaceChoice {
            hold: everywhere(grievance.map(|grievance| -grievance)),
            coerce: everywhere(coerce),
            capture: everywhere(capture),
            limited: everywhere(limited),
            escalation: everywhere(in_limited(Kind::LimitedEscalation)),
            onset_cost: everywhere(peace(Kind::OnsetCost)),
            opportunity: everywhere(peace(Kind::Opportunity)),
            limited_opportunity: everywhere(in_limited(Kind::LimitedOpportunity)),
            precision: everywhere(peace(Kind::ChallengerPrecision)),
            flat: tabulator.scenario.structure.flat_choice,
        }
    }
}

impl WarChoice {
    /// Tabulates the choice at war, with the response to it.
    pub fn new(tabulator: &Tabulator<'_>, response: &Response) -> WarChoice {
        let space = tabulator.space;
        let war = |kind: Kind| tabulator.primitive(kind.single(), Context::War);
        let (prize, resolution) = (war(Kind::Prize), war(Kind::Resolution));
        let fight = combine(
            space,
            [&war(Kind::ChallengerWarCost), &response.perceived_burden, &resolution, &response.perceived_win, &prize],
            |[cost, burden, resolution, win, prize]| resolution * win * prize - cost - burden,
        );
        let repelled =
            combine(space, [&resolution, &response.perceived_win], |[resolution, win]| resolution * (Lanes::ONE - win));
        let settle = combine(
            space,
            [&war(Kind::SettlementCost), &war(Kind::SettlementShare), &prize],
            |[cost, share, prize]| share * prize - cost,
        );
        let everywhere = |field: Field| field.everywhere(space);
        WarChoice {
            fight: everywhere(fight),
            repelled: everywhere(repelled),
            undecided: everywhere(resolution.map(|resolution| Lanes::ONE - resolution)),
            settle: everywhere(settle),
            precision: everywhere(war(Kind::ChallengerPrecision)),
        }
    }
}

/// The challenger's policy in a year, by state.
#[derive(Clone, Debug, Default)]
pub struct YearPolicy {
    /// Probability of invading, at peace.
    pub invade: Vec<Lanes>,
    /// Probability of a limited attack, at peace.
    pub limited: Vec<Lanes>,
    /// Probability of coercing, at peace, if it does neither.
    pub coerce: Vec<Lanes>,
    /// Probability of settling, in a war of earlier years. Empty as long as wars lead elsewhere.
    pub settle: Vec<Lanes>,
}

impl YearPolicy {
    /// Gives all arrays back.
    pub(crate) fn give_to(self, pool: &mut Pool) {
        let YearPolicy { invade, limited, coerce, settle } = self;
        [invade, limited, coerce, settle].into_iter().for_each(|array| pool.give(array));
    }
}

/// The worth of what it can do at peace.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Leave the protégé alone.
    pub hold: Lanes,
    /// Destabilise it.
    pub coerce: Lanes,
    /// A limited attack.
    pub limited: Lanes,
    /// War.
    pub invade: Lanes,
}

/// The gains from a limited attack and from war over calm, the choice between holding and coercing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gains {
    /// What calm is worth.
    pub calm: Lanes,
    /// A limited attack is worth more by so much.
    pub limited: Lanes,
    /// War is worth more by so much.
    pub invade: Lanes,
    /// λ times these, lowered alike where both are large.
    pub exponents: [Lanes; 2],
}

impl Gains {
    /// Given the probability of coercion in calm.
    #[inline(always)]
    pub fn new(options: &Options, coerce: Lanes, precision: Lanes) -> Gains {
        let calm = options.hold + coerce * (options.coerce - options.hold);
        let (limited, invade) = (options.limited - calm, options.invade - calm);
        Gains { calm, limited, invade, exponents: lowered(precision * limited, precision * invade) }
    }

    /// The same where the choice is flat, given λ times what coercing is worth more than holding, x, and e^−|x|.
    #[inline(always)]
    pub fn flat(options: &Options, coerce: Lanes, precision: Lanes, [exponent, tail]: [Lanes; 2]) -> Gains {
        // H = ln(1 + e^−|x|) + |x|·(the smaller probability).
        let more = Lanes::ONE + tail;
        let entropy = more.ln_of_normal() + exponent.abs() * tail / more;
        let gains = Gains::new(options, coerce, precision);
        let exponents = lowered(precision * gains.limited - entropy, precision * gains.invade - entropy);
        Gains { exponents, ..gains }
    }

    /// The probabilities of a limited attack and of war, and the worth of the choice.
    ///
    /// `opportunity` and `limited_opportunity` put war and a limited attack on the table, each by itself;
    /// the choice is logit between calm and what is on the table. `tails` are e^−|a| and e^−|b| of the
    /// exponents a and b.
    #[inline(always)]
    pub fn choose(&self, tails: [Lanes; 2], opportunity: Lanes, limited_opportunity: Lanes) -> [Lanes; 3] {
        let [a, b] = self.exponents;
        let [tail_a, tail_b] = tails;
        // The weights of calm, limited and invade are 1 : e^a : e^b. Divided by e to the power of all
        // that is positive in a and b, they are products of the tails, which cannot overflow.
        let (one, tail_ab) = (Lanes::ONE, tail_a * tail_b);
        let weight_calm = a.if_positive(b.if_positive(tail_ab, tail_a), b.if_positive(tail_b, one));
        let weight_limited = a.if_positive(b.if_positive(tail_b, one), b.if_positive(tail_ab, tail_a));
        let weight_invade = b.if_positive(a.if_positive(tail_a, one), a.if_positive(tail_ab, tail_b));
        // One division for three: 1/x = 1/(xyz) · yz.
        let (one_a, one_b) = (one + tail_a, one + tail_b);
        let total = weight_calm + weight_limited + weight_invade;
        let ones = one_a * one_b;
        let inverse = one / (ones * total);
        let limited_alone = a.if_positive(one, tail_a) * (one_b * total);
        let invade_alone = b.if_positive(one, tail_b) * (one_a * total);
        let both = opportunity * limited_opportunity;
        let (only_limited, only_war, both) = (limited_opportunity - both, opportunity - both, both * ones);
        let limited = (only_limited * limited_alone + both * weight_limited) * inverse;
        let invade = (only_war * invade_alone + both * weight_invade) * inverse;
        [limited, invade, self.calm + limited * self.limited + invade * self.invade]
    }
}

/// Exponents of two weights against 1. Where both are so large that 1 weighs nothing, both are lowered by
/// as much: what counts is their difference, and e^−|a| and e^−|b| keep their digits.
#[inline(always)]
fn lowered(a: Lanes, b: Lanes) -> [Lanes; 2] {
    /// e⁻⁶⁰⁰ ≈ 3e−261 is nothing beside 1, and still far from what cannot be told from 0.
    const LARGE: Lanes = Lanes::splat(600.0);
    let smaller = a.zip(b, |a, b| if a < b { a } else { b });
    let excess = (smaller - LARGE).max(Lanes::ZERO);
    [a - excess, b - excess]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The probabilities of war, of a limited attack and of coercion, and the worth of the choice.
    fn choose(hold: f64, coerce: f64, limited: f64, invade: f64, precision: f64) -> [f64; 4] {
        let options = [hold, coerce, limited, invade].map(Lanes::splat);
        let options = Options { hold: options[0], coerce: options[1], limited: options[2], invade: options[3] };
        let precision = Lanes::splat(precision);
        let coerce = (precision * (options.coerce - options.hold)).logistic();
        let gains = Gains::new(&options, coerce, precision);
        let tails = gains.exponents.map(|exponent| (-exponent.abs()).exp_of_negative());
        let [limited, invade, worth] = gains.choose(tails, Lanes::splat(0.3), Lanes::splat(0.6));
        [invade, limited, coerce, worth].map(|number| number.0[0])
    }

    /// The same where the choice is flat.
    fn choose_flat(hold: f64, coerce: f64, limited: f64, invade: f64, precision: f64) -> [f64; 4] {
        let options = [hold, coerce, limited, invade].map(Lanes::splat);
        let options = Options { hold: options[0], coerce: options[1], limited: options[2], invade: options[3] };
        let precision = Lanes::splat(precision);
        let exponent = precision * (options.coerce - options.hold);
        let tail = (-exponent.abs()).exp_of_negative();
        let coerce = exponent.logistic_by(tail);
        let gains = Gains::flat(&options, coerce, precision, [exponent, tail]);
        let tails = gains.exponents.map(|exponent| (-exponent.abs()).exp_of_negative());
        let [limited, invade, worth] = gains.choose(tails, Lanes::splat(0.3), Lanes::splat(0.6));
        [invade, limited, coerce, worth].map(|number| number.0[0])
    }

    /// Four options beside each other, with an exponential for every weight.
    #[test]
    fn a_flat_choice_equals_its_definition() {
        /// Rounding of a few sums of numbers near 1.
        const TOLERANCE: f64 = 1e-14;
        for values in [[0.1, 0.2, 0.3, 0.4], [0.4, 0.1, 0.9, -0.3], [1.0, 0.0, -1.0, -2.0], [0.0, 0.0, 2.0, 2.0]] {
            let w = |x: f64| standfast_math::exp(3.0 * x);
            let [hold, coerce, limited, invade] = values;
            let mut plain = [0.0, 0.0, w(coerce) / (w(hold) + w(coerce)), 0.0];
            for (chance, l, i) in
                [(0.7 * 0.4, 0.0, 0.0), (0.7 * 0.6, 1.0, 0.0), (0.3 * 0.4, 0.0, 1.0), (0.3 * 0.6, 1.0, 1.0)]
            {
                let weights = [w(hold), w(coerce), l * w(limited), i * w(invade)];
                let total: f64 = weights.iter().sum();
                plain[0] += chance * weights[3] / total;
                plain[1] += chance * weights[2] / total;
                plain[3] += chance * weights.iter().zip(values).map(|(w, value)| w * value).sum::<f64>() / total;
            }
            for (ours, plain) in choose_flat(hold, coerce, limited, invade, 3.0).iter().zip(plain) {
                assert!((ours - plain).abs() < TOLERANCE, "{values:?}: {ours} against {plain}");
            }
        }
    }

    /// The definition, with an exponential for every weight.
    fn plain(hold: f64, coerce: f64, limited: f64, invade: f64, precision: f64) -> [f64; 4] {
        let w = |x: f64| standfast_math::exp(precision * x);
        let p = w(coerce) / (w(hold) + w(coerce));
        let calm = (1.0 - p) * hold + p * coerce;
        let mut out = [0.0, 0.0, p, 0.0];
        for (chance, l, i) in
            [(0.7 * 0.4, 0.0, 0.0), (0.7 * 0.6, 1.0, 0.0), (0.3 * 0.4, 0.0, 1.0), (0.3 * 0.6, 1.0, 1.0)]
        {
            let (wl, wi) = (l * w(limited), i * w(invade));
            let total = w(calm) + wl + wi;
            out[0] += chance * wi / total;
            out[1] += chance * wl / total;
            out[3] += chance * (w(calm) * calm + wl * limited + wi * invade) / total;
        }
        out
    }

    #[test]
    fn equals_the_definition() {
        /// Rounding of a few sums of numbers near 1.
        const TOLERANCE: f64 = 1e-14;
        for values in [[0.1, 0.2, 0.3, 0.4], [0.4, 0.1, 0.9, -0.3], [1.0, 0.0, -1.0, -2.0], [0.0, 0.0, 2.0, 2.0]] {
            let [hold, coerce, limited, invade] = values;
            let ours = choose(hold, coerce, limited, invade, 3.0);
            for (ours, plain) in ours.iter().zip(plain(hold, coerce, limited, invade, 3.0)) {
                assert!((ours - plain).abs() < TOLERANCE, "{values:?}: {ours} against {plain}");
            }
        }
    }

    #[test]
    fn huge_differences_stay_finite() {
        /// Rounding of a few products of numbers near 1.
        const TOLERANCE: f64 = 1e-15;
        for (limited, invade, expected) in [(500.0, 1e4, [0.3, 0.7 * 0.6]), (1e4, 500.0, [0.3 * 0.4, 0.6])] {
            let [war, attack, _, worth] = choose(0.0, -1e3, limited, invade, 1e3);
            assert!((war - expected[0]).abs() < TOLERANCE, "{war} against {}", expected[0]);
            assert!((attack - expected[1]).abs() < TOLERANCE, "{attack} against {}", expected[1]);
            assert!(worth.is_finite());
        }
        // What both are worth more than calm is huge; what one is worth more than the other is not.
        let ([war, attack, ..], odds) = (choose(0.0, -1.0, 900.0, 901.0, 1.0), standfast_math::exp(1.0));
        let both = 0.3 * 0.6;
        assert!((war - (0.3 * 0.4 + both * odds / (1.0 + odds))).abs() < TOLERANCE, "{war}");
        assert!((attack - (0.7 * 0.6 + both / (1.0 + odds))).abs() < TOLERANCE, "{attack}");
    }
}
