//! Who would sign.
//!
//! Both who wage the war that a package ends have to sign, challenger and protégé, and with them all
//! whose consent an instrument wants. If j refuses, the war goes on with what can be agreed without
//! it: j's alternative. In units u_j of j's own stake
//!
//! p_j = expit( consent_precision_j · ( (V_j(package, peace) − V_j(alternative, war)) / u_j − sign_cost_j ) )
//!
//! The others sign with 1 − block each, and the package is concluded with the product.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use standfast_math::Lanes;
use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::signatories;
use standfast_model::parents::FactorSet;
use standfast_model::primitive::{Context, Kind};

use crate::batch::Batch;
use crate::in_force::InForce;
use crate::outcome::Outcome;
use crate::response::Diagnosis;
use crate::world::after_war;

/// Who signs a package, for eight draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    /// Each party's probability of signing.
    pub parties: Vec<(Actor, Lanes)>,
    /// The probability that all of them sign.
    pub concluded: Lanes,
    /// The chance that a war is settled in its first year: the smallest over the parties' alternatives.
    pub alternative_settled: Lanes,
    /// By payer — protégé, guarantors — the upkeep of the package in units of its own stake, whether or not it is
    /// asked to sign.
    pub upkeep: Vec<Lanes>,
    /// What is known of the equilibria behind the alternatives.
    pub diagnosis: Diagnosis,
}

/// What the war comes to that a refusal leaves a party with: of a solved game, what signing asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct OutsideOption {
    /// By actor — challenger, protégé, guarantors — the expected discounted flow.
    pub value: Vec<Lanes>,
    /// The chance that the war is settled in its first year.
    pub settled_at_once: Lanes,
    /// What is known of the equilibria behind it.
    pub diagnosis: Diagnosis,
}

impl OutsideOption {
    /// Of a game that starts at war and was solved in full.
    pub fn of(at_war: &Outcome) -> OutsideOption {
        let histories = at_war.histories.as_ref();
        let histories = histories.unwrap_or_else(|| unreachable!("alternatives are solved in full"));
        OutsideOption {
            value: at_war.value.clone(),
            settled_at_once: histories.wars.settled[0],
            diagnosis: at_war.diagnosis,
        }
    }
}

/// Who has an outside option when a package is signed, with the sets of their games, which start at war.
pub fn alternatives(scenario: &Scenario, set: InstrumentSet) -> impl Iterator<Item = (Actor, InstrumentSet)> {
    let parties = signatories(set, &scenario.instruments, &scenario.actors).into_iter();
    let parties = parties.filter(|&party| owner(party).is_some());
    parties.map(move |party| (party, alternative(scenario, set, party)))
}

/// What a party is left with if it does not sign: the instruments that do not need it, nor one
/// that does, without what the war aborts that goes on.
fn alternative(scenario: &Scenario, set: InstrumentSet, party: Actor) -> InstrumentSet {
    let instruments = &scenario.instruments;
    let mut left: InstrumentSet = set.iter().filter(|&i| !instruments[i].consent.contains(&party)).collect();
    loop {
        let next: InstrumentSet = left.iter().filter(|&i| left.contains_all(instruments[i].requires)).collect();
        if next == left {
            return after_war(scenario, left, 0);
        }
        left = next;
    }
}

/// Who signs, given the package's outcome and the outside options: see [`alternatives`].
pub fn consent(
    batch: &Batch<'_>,
    set: InstrumentSet,
    package: &Outcome,
    outside: impl Fn(InstrumentSet) -> Rc<OutsideOption>,
) -> Consent {
    let start = AtStart::new(batch);
    let nothing = InForce::at(batch.scenario, InstrumentSet::EMPTY, 0);
    let everything = InForce::regardless_of_dates(batch.scenario, set);
    let unit = |party: Actor| match party {
        Actor::Challenger => start.mean(&nothing, Kind::Prize, 0, Context::Peace),
        Actor::Protege => start.mean(&nothing, Kind::LossCost, 0, Context::Peace),
        Actor::Guarantor(i) | Actor::Other(i) => start.mean(&nothing, Kind::Stake, i, Context::Peace),
    };
    let upkeep = package.histories.iter().flat_map(|histories| &histories.upkeep);
    let mut consent = Consent {
        parties: Vec::new(),
        concluded: Lanes::ONE,
        alternative_settled: Lanes::ONE,
        upkeep: upkeep.zip(batch.scenario.actors.payers()).map(|(upkeep, payer)| *upkeep / unit(payer)).collect(),
        diagnosis: Diagnosis::default(),
    };
    for party in signatories(set, &batch.scenario.instruments, &batch.scenario.actors) {
        let p = match owner(party) {
            Some(j) => {
                let alternative = outside(alternative(batch.scenario, set, party));
                consent.diagnosis.merge(&alternative.diagnosis);
                consent.alternative_settled = consent
                    .alternative_settled
                    .zip(alternative.settled_at_once, |least, settled| if settled < least { settled } else { least });
                let gain = (package.value[j] - alternative.value[j]) / unit(party);
                let cost = start.mean(&everything, Kind::SignCost, j, Context::Peace);
                let precision = start.mean(&nothing, Kind::ConsentPrecision, j, Context::Peace);
                (precision * (gain - cost)).logistic()
            }
            None => {
                let voter = match party {
                    Actor::Other(i) => batch.scenario.actors.guarantors.len() + i,
                    _ => unreachable!("only the others have no value of their own"),
                };
                Lanes::ONE - start.mean(&nothing, Kind::Block, voter, Context::War)
            }
        };
        consent.concluded *= p;
        consent.parties.push((party, p));
    }
    consent
}

/// The position among the parties that have values: challenger, protégé, guarantors.
fn owner(party: Actor) -> Option<usize> {
    match party {
        Actor::Challenger => Some(0),
        Actor::Protege => Some(1),
        Actor::Guarantor(i) => Some(2 + i),
        Actor::Other(_) => None,
    }
}

/// Primitives at the start.
struct AtStart<'a> {
    batch: &'a Batch<'a>,
    initial: Vec<Lanes>,
    /// The initial distribution on grids that were asked for.
    weights: RefCell<BTreeMap<FactorSet, Vec<Lanes>>>,
}

impl<'a> AtStart<'a> {
    fn new(batch: &'a Batch<'a>) -> AtStart<'a> {
        AtStart { batch, initial: batch.initial(), weights: RefCell::default() }
    }

    /// A primitive's mean over the initial distribution.
    fn mean(&self, in_force: &InForce, kind: Kind, owner: usize, context: Context) -> Lanes {
        let field = self.batch.tabulator(in_force).primitive(kind.of(owner), context);
        let mut weights = self.weights.borrow_mut();
        let weights =
            weights.entry(field.factors).or_insert_with(|| self.batch.space.project(&self.initial, field.factors));
        weights.iter().zip(&field.values).fold(Lanes::ZERO, |mean, (weight, value)| mean + *weight * *value)
    }
}
