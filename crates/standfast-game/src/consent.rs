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
use standfast_model::package::{signatories, supported};
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
    /// By how much each party that has an outside option, and each other actor that was asked for, is better
    /// off if it signs: (V(package, peace) − V(alternative, war)) / u − sign_cost, in units of its own stake.
    pub gains: Vec<(Actor, Lanes)>,
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

/// Who has an outside option when a package is signed, with the sets of their games, which start at war: the
/// parties, and the others of whom it is asked what they would gain if they had to sign.
pub fn alternatives(
    scenario: &Scenario,
    set: InstrumentSet,
    asked: &[Actor],
) -> impl Iterator<Item = (Actor, InstrumentSet)> {
    let actors = concerned(scenario, set, asked).into_iter().filter(|&actor| owner(actor).is_some());
    actors.map(move |actor| (actor, alternative(scenario, set, actor)))
}

/// What a party is left with if it does not sign: the instruments that do not need it, nor one
/// that does, without what the war aborts that goes on.
fn alternative(scenario: &Scenario, set: InstrumentSet, party: Actor) -> InstrumentSet {
    let instruments = &scenario.instruments;
    let left: InstrumentSet = set.iter().filter(|&i| !instruments[i].consent.contains(&party)).collect();
    after_war(scenario, supported(left, instruments), 0)
}

/// The parties, and who else is asked about, in the order of the actors.
fn concerned(scenario: &Scenario, set: InstrumentSet, asked: &[Actor]) -> Vec<Actor> {
    let mut concerned = signatories(set, &scenario.instruments, &scenario.actors);
    concerned.extend(asked);
    concerned.sort_unstable();
    concerned.dedup();
    concerned
}

/// Who signs, given the package's outcome and the outside options: see [`alternatives`].
pub fn consent(
    batch: &Batch<'_>,
    set: InstrumentSet,
    asked: &[Actor],
    package: &Outcome,
    outside: impl Fn(InstrumentSet) -> Rc<OutsideOption>,
) -> Consent {
    let parties = signatories(set, &batch.scenario.instruments, &batch.scenario.actors);
    let terms = TermsOf::new(batch, set);
    let upkeep = package.histories.iter().flat_map(|histories| &histories.upkeep);
    let mut consent = Consent {
        parties: Vec::new(),
        gains: Vec::new(),
        concluded: Lanes::ONE,
        alternative_settled: Lanes::ONE,
        upkeep: upkeep.zip(batch.scenario.actors.payers()).map(|(upkeep, payer)| *upkeep / terms.unit(payer)).collect(),
        diagnosis: Diagnosis::default(),
    };
    for actor in concerned(batch.scenario, set, asked) {
        let signs = parties.contains(&actor);
        let p = match owner(actor) {
            Some(j) => {
                let alternative = outside(alternative(batch.scenario, set, actor));
                let Terms { unit, cost, precision } = terms.of(actor, j);
                let gain = (package.value[j] - alternative.value[j]) / unit - cost;
                consent.gains.push((actor, gain));
                consent.diagnosis.merge(&alternative.diagnosis);
                if signs {
                    consent.alternative_settled =
                        consent.alternative_settled.zip(alternative.settled_at_once, |least, settled| {
                            if settled < least { settled } else { least }
                        });
                }
                (precision * gain).logistic()
            }
            None => terms.agrees(actor),
        };
        if signs {
            consent.concluded *= p;
            consent.parties.push((actor, p));
        }
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

/// What signing a package means to an actor apart from what comes of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// u: the unit in which gains are told, the actor's own stake.
    pub unit: Lanes,
    /// What signing itself costs, in these units.
    pub cost: Lanes,
    /// How precisely it signs what is better for it.
    pub precision: Lanes,
}

/// The terms of a package for one who has a value.
///
/// # Panics
/// For one of the others, who have none.
pub fn terms(batch: &Batch<'_>, set: InstrumentSet, actor: Actor) -> Terms {
    let owner = owner(actor).unwrap_or_else(|| panic!("{actor:?} has no value of its own"));
    TermsOf::new(batch, set).of(actor, owner)
}

/// Primitives at the start.
struct TermsOf<'a> {
    batch: &'a Batch<'a>,
    nothing: InForce,
    everything: InForce,
    initial: Vec<Lanes>,
    /// The initial distribution on grids that were asked for.
    weights: RefCell<BTreeMap<FactorSet, Vec<Lanes>>>,
}

impl<'a> TermsOf<'a> {
    fn new(batch: &'a Batch<'a>, set: InstrumentSet) -> TermsOf<'a> {
        TermsOf {
            batch,
            nothing: InForce::at(batch.scenario, InstrumentSet::EMPTY, 0),
            everything: InForce::regardless_of_dates(batch.scenario, set),
            initial: batch.initial(),
            weights: RefCell::default(),
        }
    }

    /// An actor's own stake.
    fn unit(&self, actor: Actor) -> Lanes {
        match actor {
            Actor::Challenger => self.mean(&self.nothing, Kind::Prize, 0, Context::Peace),
            Actor::Protege => self.mean(&self.nothing, Kind::LossCost, 0, Context::Peace),
            Actor::Guarantor(i) | Actor::Other(i) => self.mean(&self.nothing, Kind::Stake, i, Context::Peace),
        }
    }

    fn of(&self, actor: Actor, owner: usize) -> Terms {
        Terms {
            unit: self.unit(actor),
            cost: self.mean(&self.everything, Kind::SignCost, owner, Context::Peace),
            precision: self.mean(&self.nothing, Kind::ConsentPrecision, owner, Context::Peace),
        }
    }

    /// The chance that one of the others does not block.
    fn agrees(&self, actor: Actor) -> Lanes {
        let voter = match actor {
            Actor::Other(i) => self.batch.scenario.actors.guarantors.len() + i,
            _ => unreachable!("only the others have no value of their own"),
        };
        Lanes::ONE - self.mean(&self.nothing, Kind::Block, voter, Context::War)
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
