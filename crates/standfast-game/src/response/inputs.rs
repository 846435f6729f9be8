//! What the response reads: the guarantors' quantities, scaled to the severity, and the cases.

use standfast_math::Lanes;
use standfast_model::parents::FactorSet;
use standfast_model::primitive::{Context, Kind};
use standfast_model::scenario::MAX_GUARANTORS;

use super::Severity;
use super::equilibrium::{Advantages, Stage};
use crate::contest::{Contest, ContestPoint};
use crate::field::{Field, combine};
use crate::space::Map;
use crate::tabulate::Tabulator;

/// One guarantor's quantities.
#[derive(Debug)]
pub(super) struct Guarantor<T> {
    pub(super) stake: T,
    pub(super) supply_cost: T,
    pub(super) intervention_cost: T,
    pub(super) discharge: T,
    pub(super) tripwire: T,
    /// A if the consensus body agreed or there is none, and A if it did not agree.
    pub(super) audience_cost: [T; 2],
    pub(super) escalation: T,
    pub(super) sanction: T,
}

impl<T> Guarantor<T> {
    pub(super) fn map<U>(&self, f: impl Fn(&T) -> U) -> Guarantor<U> {
        Guarantor {
            stake: f(&self.stake),
            supply_cost: f(&self.supply_cost),
            intervention_cost: f(&self.intervention_cost),
            discharge: f(&self.discharge),
            tripwire: f(&self.tripwire),
            audience_cost: [f(&self.audience_cost[0]), f(&self.audience_cost[1])],
            escalation: f(&self.escalation),
            sanction: f(&self.sanction),
        }
    }

    fn all(&self) -> [&T; 9] {
        let [agreed, unagreed] = &self.audience_cost;
        let Guarantor { stake, supply_cost, intervention_cost, discharge, tripwire, escalation, sanction, .. } = self;
        [stake, supply_cost, intervention_cost, discharge, tripwire, agreed, unagreed, escalation, sanction]
    }
}

/// A case in which the guarantors may find themselves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    /// 0: the body agreed, or there is none; 1: it did not agree.
    pub(super) agreement: usize,
    /// +1, −1, or 0 without a common shock.
    pub(super) shock: f64,
    /// Half where there is a shock.
    share: f64,
    /// Whether there is a body at all.
    body: bool,
}

impl Case {
    /// Whether the consensus body agreed; nothing without a body.
    pub(super) fn agreed(self) -> Option<bool> {
        self.body.then_some(self.agreement == 0)
    }

    /// Whether the world is better than expected; nothing without a shock.
    pub(super) fn better(self) -> Option<bool> {
        (self.shock != 0.0).then_some(self.shock > 0.0)
    }

    /// The probability of the case, where `agreed` is that of agreement.
    #[inline(always)]
    pub(super) fn weight(self, agreed: Lanes) -> Lanes {
        match (self.body, self.agreement) {
            (false, _) => Lanes::splat(self.share),
            (true, 0) => agreed * self.share,
            (true, _) => (Lanes::ONE - agreed) * self.share,
        }
    }
}

/// All inputs of a response.
#[derive(Debug)]
pub(crate) struct Inputs<T> {
    pub(super) guarantors: Vec<Guarantor<T>>,
    /// λ.
    pub(super) precision: T,
    /// ω; 1 in a limited attack.
    pub(super) resolution: T,
    pub(super) common_shock: T,
    /// q, the probability that the body agrees.
    pub(super) agreed: T,
    pub(super) doubt: T,
    /// The size of costs and burden; 1 in a war.
    pub(super) burden_share: T,
}

impl<T> Inputs<T> {
    pub(super) fn map<U>(&self, f: impl Fn(&T) -> U) -> Inputs<U> {
        Inputs {
            guarantors: self.guarantors.iter().map(|guarantor| guarantor.map(&f)).collect(),
            precision: f(&self.precision),
            resolution: f(&self.resolution),
            common_shock: f(&self.common_shock),
            agreed: f(&self.agreed),
            doubt: f(&self.doubt),
            burden_share: f(&self.burden_share),
        }
    }

    fn all(&self) -> impl Iterator<Item = &T> {
        let Inputs { precision, resolution, common_shock, agreed, doubt, burden_share, .. } = self;
        let singles = [precision, resolution, common_shock, agreed, doubt, burden_share];
        singles.into_iter().chain(self.guarantors.iter().flat_map(Guarantor::all))
    }
}

impl Inputs<Lanes> {
    /// ωA: what a guarantor would break by standing aside in a case.
    #[inline(always)]
    pub(super) fn word(&self, guarantor: &Guarantor<Lanes>, case: Case) -> Lanes {
        self.resolution * guarantor.audience_cost[case.agreement]
    }

    /// What decides the responses in all cases.
    #[inline(always)]
    pub(super) fn stage<'a>(&self, contest: &'a ContestPoint) -> Stage<'a> {
        let mut stakes = [Lanes::ZERO; MAX_GUARANTORS];
        for (stake, guarantor) in stakes.iter_mut().zip(&self.guarantors) {
            *stake = self.resolution * guarantor.stake;
        }
        Stage::new(self.precision, &stakes[..self.guarantors.len()], contest)
    }

    /// What decides them in one case.
    #[inline(always)]
    pub(super) fn advantages(&self, case: Case) -> Advantages {
        let mut advantages = [[Lanes::ZERO; 2]; MAX_GUARANTORS];
        let shock = self.common_shock * case.shock;
        for (advantage, guarantor) in advantages.iter_mut().zip(&self.guarantors) {
            let kept = self.word(guarantor, case);
            *advantage = [
                guarantor.discharge * kept - guarantor.supply_cost,
                kept + guarantor.tripwire + shock - guarantor.intervention_cost,
            ];
        }
        advantages
    }
}

#[cfg(test)]
impl Inputs<Lanes> {
    /// Inputs of which each is one of a row of numbers.
    pub(super) fn of(guarantors: usize, number: impl Fn(usize) -> Lanes) -> Inputs<Lanes> {
        let guarantor = |i: usize| {
            let own = |k: usize| number(10 * (i + 1) + k);
            Guarantor {
                stake: own(0),
                supply_cost: own(1),
                intervention_cost: own(2),
                discharge: own(3),
                tripwire: own(4),
                audience_cost: [own(5), own(6)],
                escalation: own(7),
                sanction: own(8),
            }
        };
        Inputs {
            guarantors: (0..guarantors).map(guarantor).collect(),
            precision: number(0),
            resolution: number(1),
            common_shock: number(2),
            agreed: number(3),
            doubt: number(4),
            burden_share: number(5),
        }
    }
}

/// Everything that a response of one severity reads, by point of the grid of what it depends on
/// together with the contest.
#[derive(Debug)]
pub(super) struct OnGrid {
    pub(super) factors: FactorSet,
    /// The cases that there are, the same everywhere.
    pub(super) cases: Vec<Case>,
    inputs: Inputs<(Vec<Lanes>, Map)>,
}

impl OnGrid {
    pub(super) fn new(tabulator: &Tabulator<'_>, contest: &Contest, severity: Severity) -> OnGrid {
        let inputs = Inputs::tabulate(tabulator, severity);
        let factors = inputs.all().fold(contest.factors, |union, field| union.union(field.factors));
        OnGrid {
            factors,
            cases: cases(tabulator.in_force.body.is_some(), !inputs.common_shock.is_zero()),
            inputs: inputs.map(|field| (field.values.clone(), tabulator.space.map(factors, field.factors))),
        }
    }

    pub(super) fn guarantors(&self) -> usize {
        self.inputs.guarantors.len()
    }

    /// The inputs at one point.
    pub(super) fn at(&self, point: usize) -> Inputs<Lanes> {
        self.inputs.map(|(values, map)| values[map[point] as usize])
    }
}

impl Inputs<Field> {
    /// Tabulates everything that a response of that severity reads.
    fn tabulate(tabulator: &Tabulator<'_>, severity: Severity) -> Inputs<Field> {
        let war = |kind: Kind| tabulator.primitive(kind.single(), Context::War);
        let limited = |kind: Kind| match severity {
            Severity::War => Field::constant(Lanes::ONE),
            Severity::Limited => tabulator.primitive(kind.single(), Context::Limited),
        };
        let resolution = match severity {
            Severity::War => war(Kind::Resolution),
            Severity::Limited => Field::constant(Lanes::ONE),
        };
        let (stake_share, commitment_share) = (limited(Kind::StakeShare), limited(Kind::CommitmentShare));
        let guarantors = 0..tabulator.scenario.actors.guarantors.len();
        let inputs = Inputs {
            guarantors: guarantors.map(|i| guarantor(tabulator, i, &stake_share, &commitment_share)).collect(),
            precision: war(Kind::CoalitionPrecision),
            resolution,
            common_shock: war(Kind::CommonShock),
            agreed: agreed(tabulator),
            doubt: war(Kind::Doubt),
            burden_share: limited(Kind::BurdenShare),
        };
        let whole_war = tabulator.scenario.structure.whole_war && severity == Severity::War;
        if whole_war { inputs.of_a_whole_war(tabulator) } else { inputs }
    }

    /// What guarantors look at who weigh [a whole war](standfast_model::structure::Switch::WholeWar): all that a
    /// year has, once for each year of a war that goes on as it is until it is decided, D = 1/(1 − δ(1−ω)) of them
    /// in discounted terms, and no more than are solved; the tripwire and the shock once. With u = D·a + b,
    /// λu = λD·(a + b/D).
    fn of_a_whole_war(self, tabulator: &Tabulator<'_>) -> Inputs<Field> {
        let space = tabulator.space;
        let discount = tabulator.primitive(Kind::Discount.single(), Context::War);
        let longest = Lanes::splat((tabulator.scenario.horizon + tabulator.scenario.tail) as f64);
        let inverse = combine(space, [&self.resolution, &discount], |[resolution, discount]| {
            (Lanes::ONE - discount * (Lanes::ONE - resolution)).max(Lanes::ONE / longest)
        });
        let more = |field: &Field| combine(space, [field, &inverse], |[value, inverse]| value / inverse);
        let less = |field: &Field| combine(space, [field, &inverse], |[value, inverse]| value * inverse);
        let (precision, common_shock) = (more(&self.precision), less(&self.common_shock));
        let tripwires: Vec<Field> = self.guarantors.iter().map(|guarantor| less(&guarantor.tripwire)).collect();
        let guarantors = self.guarantors.into_iter().zip(tripwires);
        let guarantors = guarantors.map(|(guarantor, tripwire)| Guarantor { tripwire, ..guarantor }).collect();
        Inputs { guarantors, precision, common_shock, ..self }
    }
}

pub(super) fn cases(body: bool, shock: bool) -> Vec<Case> {
    let agreements: &[usize] = if body { &[0, 1] } else { &[0] };
    let shocks: &[f64] = if shock { &[1.0, -1.0] } else { &[0.0] };
    let share = 1.0 / shocks.len() as f64;
    let each = agreements.iter().flat_map(|&agreement| shocks.iter().map(move |&shock| (agreement, shock)));
    each.map(|(agreement, shock)| Case { agreement, shock, share, body }).collect()
}

/// q = Π over the members (1 − block); 1 without a body.
fn agreed(tabulator: &Tabulator<'_>) -> Field {
    let body = tabulator.in_force.body.map(|i| &tabulator.scenario.instruments[i]);
    let members = body.and_then(|body| body.consensus.as_deref()).unwrap_or(&[]);
    members.iter().fold(Field::constant(Lanes::ONE), |product, &member| {
        let block = tabulator.primitive(Kind::Block.of(member), Context::War);
        combine(tabulator.space, [&product, &block], |[product, block]| product * (Lanes::ONE - block))
    })
}

fn guarantor(tabulator: &Tabulator<'_>, i: usize, stake_share: &Field, commitment_share: &Field) -> Guarantor<Field> {
    let space = tabulator.space;
    let war = |kind: Kind| tabulator.primitive(kind.of(i), Context::War);
    let not_negative = |value: Lanes| value.max(Lanes::ZERO);
    let engaged = |cost: &Field| combine(space, [cost, commitment_share], |[cost, share]| not_negative(cost) * share);
    let audience_cost = war(Kind::AudienceCost);
    let unagreed = match tabulator.in_force.body {
        None => audience_cost.clone(),
        Some(body) => {
            let of_body = tabulator.of_instrument(body, Kind::AudienceCost.of(i), Context::War);
            let share = tabulator.primitive(Kind::UnagreedShare.single(), Context::War);
            combine(space, [&audience_cost, &of_body, &share], |[all, body, share]| all - body * (Lanes::ONE - share))
        }
    };
    Guarantor {
        stake: combine(space, [&war(Kind::Stake), stake_share], |[stake, share]| stake * share),
        supply_cost: war(Kind::SupplyCost),
        intervention_cost: war(Kind::InterventionCost),
        discharge: war(Kind::SupplyDischarge),
        tripwire: engaged(&war(Kind::Tripwire)),
        audience_cost: [engaged(&audience_cost), engaged(&unagreed)],
        escalation: war(Kind::Escalation),
        sanction: war(Kind::Sanction),
    }
}
