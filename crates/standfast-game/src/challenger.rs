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

use standfast_math::Lanes;
use standfast_model::primitive::{Context, Kind};

use crate::field::{Everywhere, Field, combine};
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

/// What the challenger does at peace, as probabilities.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// It invades.
    pub invade: Lanes,
    /// It attacks in the limited way.
    pub limited: Lanes,
    /// It coerces, if it does neither.
    pub coerce: Lanes,
}

/// The worth of what it can do at peace.
#[derive(Clone, Copy, Debug)]
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

/// The choice between two values: the probability of the second.
#[inline(always)]
pub fn second_of_two(precision: Lanes, first: Lanes, second: Lanes) -> Lanes {
    (precision * (second - first)).logistic()
}

/// The choice at peace and its worth.
///
/// `opportunity` and `limited_opportunity` put an invasion and a limited attack on the table, each by
/// itself. The choice is logit between these and calm, which is the choice between holding and
/// coercing.
#[inline(always)]
pub fn choose_at_peace(
    options: Options,
    precision: Lanes,
    opportunity: Lanes,
    limited_opportunity: Lanes,
) -> (Policy, Lanes) {
    let coerce = second_of_two(precision, options.hold, options.coerce);
    let calm = options.hold + coerce * (options.coerce - options.hold);
    let (gain_limited, gain_invade) = (options.limited - calm, options.invade - calm);
    let (a, b) = (precision * gain_limited, precision * gain_invade);
    // Weights of calm, limited and invade against the largest of the three, without overflow:
    // each pair needs one exponential.
    let (tail_a, tail_b, tail_ab) = ((-a.abs()).exp(), (-b.abs()).exp(), (-(a - b).abs()).exp());
    let alone = |x: Lanes, tail: Lanes| {
        let share = x.zip(tail, |x, tail| if x > 0.0 { 1.0 } else { tail });
        share / (Lanes::ONE + tail)
    };
    let (limited_alone, invade_alone) = (alone(a, tail_a), alone(b, tail_b));
    let mut weight_calm = Lanes::ONE;
    let mut weight_limited = tail_a;
    let mut weight_invade = tail_b;
    for lane in 0..standfast_math::LANES {
        let (a, b) = (a.0[lane], b.0[lane]);
        let limited_leads = a > 0.0 && a >= b;
        let invade_leads = b > 0.0 && b > a;
        let (ta, tb, tab) = (tail_a.0[lane], tail_b.0[lane], tail_ab.0[lane]);
        weight_calm.0[lane] = if limited_leads {
            ta
        } else if invade_leads {
            tb
        } else {
            1.0
        };
        weight_limited.0[lane] = if limited_leads {
            1.0
        } else if invade_leads {
            tab
        } else {
            ta
        };
        weight_invade.0[lane] = if invade_leads {
            1.0
        } else if limited_leads {
            tab
        } else {
            tb
        };
    }
    let share = Lanes::ONE / (weight_calm + weight_limited + weight_invade);
    let both = opportunity * limited_opportunity;
    let limited = (limited_opportunity - both) * limited_alone + both * (weight_limited * share);
    let invade = (opportunity - both) * invade_alone + both * (weight_invade * share);
    let value = calm + limited * gain_limited + invade * gain_invade;
    (Policy { invade, limited, coerce }, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(hold: f64, coerce: f64, limited: f64, invade: f64, precision: f64) -> (Policy, Lanes) {
        let options = [hold, coerce, limited, invade].map(Lanes::splat);
        let options = Options { hold: options[0], coerce: options[1], limited: options[2], invade: options[3] };
        choose_at_peace(options, Lanes::splat(precision), Lanes::splat(0.3), Lanes::splat(0.6))
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
            let (policy, value) = choose(hold, coerce, limited, invade, 3.0);
            let ours = [policy.invade.0[0], policy.limited.0[0], policy.coerce.0[0], value.0[0]];
            for (ours, plain) in ours.iter().zip(plain(hold, coerce, limited, invade, 3.0)) {
                assert!((ours - plain).abs() < TOLERANCE, "{values:?}: {ours} against {plain}");
            }
        }
    }

    #[test]
    fn huge_differences_stay_finite() {
        let (policy, value) = choose(0.0, -1e3, 500.0, 1e4, 1e3);
        assert_eq!(policy.invade.0[0], 0.3);
        assert_eq!(policy.limited.0[0], 0.7 * 0.6);
        assert!(value.0[0].is_finite());
    }
}
