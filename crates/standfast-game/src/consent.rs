//! Who would sign.
//!
//! Both who wage the war that a package ends have to sign, challenger and protégé, and with them all
//! whose consent an instrument wants. If j refuses, the war goes on with what can be agreed without
//! it: j's alternative. In units u_j of j's own stake
//!
//! p_j = expit( consent_precision_j · ( (V_j(package, peace) − V_j(alternative, war)) / u_j − sign_cost_j ) )
//!
//! The others sign with 1 − block each, and the package is concluded with the product.

use standfast_math::Lanes;
use standfast_model::actor::Actor;
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::signatories;
use standfast_model::primitive::{Context, Kind};

use crate::batch::Batch;
use crate::in_force::InForce;
use crate::outcome::Outcome;
use crate::response::Diagnosis;

/// Who signs a package, for eight draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    /// Each party's probability of signing.
    pub parties: Vec<(Actor, Lanes)>,
    /// The probability that all of them sign.
    pub concluded: Lanes,
    /// The chance that a war is settled in its first year: the smallest over the parties' alternatives.
    pub alternative_settled: Lanes,
    /// What is known of the equilibria behind the alternatives.
    pub diagnosis: Diagnosis,
}

/// What a party is left with if it does not sign: the instruments that do not need it, nor one
/// that does.
pub fn alternative(batch: &Batch<'_>, set: InstrumentSet, party: Actor) -> InstrumentSet {
    let instruments = &batch.scenario.instruments;
    let mut left: InstrumentSet = set.iter().filter(|&i| !instruments[i].consent.contains(&party)).collect();
    loop {
        let next: InstrumentSet = left.iter().filter(|&i| left.contains_all(instruments[i].requires)).collect();
        if next == left {
            return left;
        }
        left = next;
    }
}

/// Who signs, given the package's outcome and the outcomes of sets that start at war.
pub fn consent(
    batch: &Batch<'_>,
    set: InstrumentSet,
    package: &Outcome,
    at_war: impl Fn(InstrumentSet) -> std::rc::Rc<Outcome>,
) -> Consent {
    let nothing = InForce::at(batch.scenario, InstrumentSet::EMPTY, 0);
    let everything = InForce::regardless_of_dates(batch.scenario, set);
    let mut consent = Consent {
        parties: Vec::new(),
        concluded: Lanes::ONE,
        alternative_settled: Lanes::ONE,
        diagnosis: Diagnosis::default(),
    };
    for party in signatories(set, &batch.scenario.instruments, &batch.scenario.actors) {
        let p = match owner(party) {
            Some(j) => {
                let alternative = at_war(alternative(batch, set, party));
                consent.diagnosis.merge(&alternative.diagnosis);
                let settled = settled_at_once(&alternative);
                consent.alternative_settled = consent
                    .alternative_settled
                    .zip(settled, |least, settled| if settled < least { settled } else { least });
                let unit = match party {
                    Actor::Challenger => at_start(batch, &nothing, Kind::Prize, 0, Context::Peace),
                    Actor::Protege => at_start(batch, &nothing, Kind::LossCost, 0, Context::Peace),
                    Actor::Guarantor(i) | Actor::Other(i) => at_start(batch, &nothing, Kind::Stake, i, Context::Peace),
                };
                let gain = (package.value[j] - alternative.value[j]) / unit;
                let cost = at_start(batch, &everything, Kind::SignCost, j, Context::Peace);
                let precision = at_start(batch, &nothing, Kind::ConsentPrecision, j, Context::Peace);
                (precision * (gain - cost)).logistic()
            }
            None => {
                let voter = match party {
                    Actor::Other(i) => batch.scenario.actors.guarantors.len() + i,
                    _ => unreachable!("only the others have no value of their own"),
                };
                Lanes::ONE - at_start(batch, &nothing, Kind::Block, voter, Context::War)
            }
        };
        consent.concluded *= p;
        consent.parties.push((party, p));
    }
    consent
}

/// The chance that a war is settled in its first year.
fn settled_at_once(at_war: &Outcome) -> Lanes {
    let histories = at_war.histories.as_ref();
    histories.unwrap_or_else(|| unreachable!("alternatives are solved in full")).wars.settled[0]
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

/// A primitive's mean over the initial distribution.
fn at_start(batch: &Batch<'_>, in_force: &InForce, kind: Kind, owner: usize, context: Context) -> Lanes {
    let field = batch.tabulator(in_force).primitive(kind.of(owner), context);
    let weights = batch.space.project(&batch.initial(), field.factors);
    weights.iter().zip(&field.values).fold(Lanes::ZERO, |mean, (weight, value)| mean + *weight * *value)
}
