//! The primitives: every quantity of the game that a scenario can set or move.
//!
//! The table below is the one place that knows their names, links, defaults and where they are
//! read. Value at a state = link⁻¹( link(base) + Σ active effects ).

use standfast_math::{exp, ln, logistic, logit};

use crate::actor::{Actor, Actors};
use crate::fault::{Code, Fault};
use crate::read::Faulty;
use crate::tree::Path;

/// The scale on which effects add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Any number; effects add to it.
    Identity,
    /// A positive number; effects add to its logarithm.
    Log,
    /// A probability; effects add to its log-odds.
    Logit,
}

impl Link {
    /// From the natural scale to the scale of the effects.
    pub fn to_link(self, natural: f64) -> f64 {
        match self {
            Link::Identity => natural,
            Link::Log => ln(natural),
            Link::Logit => logit(natural),
        }
    }

    /// From the scale of the effects to the natural scale.
    pub fn to_natural(self, linked: f64) -> f64 {
        match self {
            Link::Identity => linked,
            Link::Log => exp(linked),
            Link::Logit => logistic(linked),
        }
    }

    /// Whether a number lies inside the domain, its edges excluded.
    pub fn contains(self, natural: f64) -> bool {
        match self {
            Link::Identity => natural.is_finite(),
            Link::Log => natural > 0.0 && natural.is_finite(),
            Link::Logit => natural > 0.0 && natural < 1.0,
        }
    }

    /// The domain, for messages.
    pub fn domain(self) -> &'static str {
        match self {
            Link::Identity => "(-inf, inf)",
            Link::Log => "(0, inf)",
            Link::Logit => "(0, 1)",
        }
    }
}

/// Peace or war.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// No war.
    Peace,
    /// A war between challenger and protégé.
    War,
}

/// What the challenger may do at peace, short of an invasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Destabilise the protégé.
    Coerce,
    /// A limited attack.
    Limited,
}

/// Where a primitive is read: a phase, and at peace perhaps an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Context {
    /// At peace without an action.
    Peace,
    /// At peace with destabilisation.
    Coerce,
    /// At peace with a limited attack.
    Limited,
    /// At war.
    War,
}

impl Context {
    /// Every context.
    pub const ALL: [Context; 4] = [Context::Peace, Context::Coerce, Context::Limited, Context::War];

    /// Its word in faults.
    pub fn word(self) -> &'static str {
        match self {
            Context::Peace => "peace",
            Context::Coerce => "coerce",
            Context::Limited => "limited",
            Context::War => "war",
        }
    }

    /// The phase of the context.
    pub fn phase(self) -> Phase {
        if self == Context::War { Phase::War } else { Phase::Peace }
    }

    /// The action of the context.
    pub fn action(self) -> Option<Action> {
        match self {
            Context::Coerce => Some(Action::Coerce),
            Context::Limited => Some(Action::Limited),
            Context::Peace | Context::War => None,
        }
    }
}

/// To what a primitive belongs, which is also the first word of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// `challenger`
    Challenger,
    /// `protege`
    Protege,
    /// `coalition`
    Coalition,
    /// `contest`
    Contest,
    /// `war`
    War,
    /// `limited`
    Limited,
    /// `scenario`
    Scenario,
    /// The id of a guarantor.
    Guarantor,
    /// The id of a guarantor or of one of the others.
    Voter,
    /// The id of a factor.
    Factor,
    /// `challenger`, `protege` or the id of a guarantor.
    Party,
}

impl Group {
    /// Every group, in the order of the documentation.
    pub const ALL: [Group; 11] = [
        Group::Challenger,
        Group::Protege,
        Group::Coalition,
        Group::Contest,
        Group::War,
        Group::Limited,
        Group::Guarantor,
        Group::Voter,
        Group::Factor,
        Group::Party,
        Group::Scenario,
    ];

    /// The first word of the names of its primitives; in capitals where ids of a case stand there.
    pub fn word(self) -> &'static str {
        match self {
            Group::Challenger => "challenger",
            Group::Protege => "protege",
            Group::Coalition => "coalition",
            Group::Contest => "contest",
            Group::War => "war",
            Group::Limited => "limited",
            Group::Scenario => "scenario",
            Group::Guarantor => "GUARANTOR",
            Group::Voter => "VOTER",
            Group::Factor => "FACTOR",
            Group::Party => "PARTY",
        }
    }

    /// Whether ids of a case stand before the names of its primitives.
    pub fn has_owners(self) -> bool {
        matches!(self, Group::Guarantor | Group::Voter | Group::Factor | Group::Party)
    }
}

/// Which exact edges of the domain a plain number may have. No effect moves a number off an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edges {
    /// None: the game divides by it or takes its logarithm.
    Open,
    /// Zero.
    Zero,
    /// Zero and one.
    Both,
}

/// What the table says of a kind of primitive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec {
    /// To what it belongs.
    pub group: Group,
    /// The second word of its name.
    pub name: &'static str,
    /// The scale of its effects.
    pub link: Link,
    /// Its value where a scenario says nothing; factors' hazards have none.
    pub default: Option<f64>,
    /// Edges that a plain number may have.
    pub edges: Edges,
    /// Where it is read; an effect that holds in none of these is a fault.
    pub read: &'static [Context],
}

macro_rules! primitives {
    ($($(#[doc = $doc:literal])* $kind:ident: $group:ident $name:literal $link:ident $default:expr, $edges:ident, [$($context:ident),*];)*) => {
        /// The kinds of primitive.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Kind { $($(#[doc = $doc])* $kind),* }

        impl Kind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &[Kind] = &[$(Kind::$kind),*];

            /// What the table says of it.
            pub fn spec(self) -> &'static Spec {
                const SPECS: &[Spec] = &[$(Spec {
                    group: Group::$group,
                    name: $name,
                    link: Link::$link,
                    default: $default,
                    edges: Edges::$edges,
                    read: &[$(Context::$context),*],
                }),*];
                &SPECS[self as usize]
            }
        }
    };
}

primitives! {
    /// Worth of subjugating the protégé.
    Prize: Challenger "prize" Log Some(1.0), Open, [War, Peace];
    /// Strength in the contest.
    ChallengerStrength: Challenger "strength" Log Some(1.0), Open, [War];
    /// Per year of war.
    ChallengerWarCost: Challenger "war_cost" Log Some(0.15), Zero, [War];
    /// Once, when a war begins.
    OnsetCost: Challenger "onset_cost" Log Some(0.1), Zero, [Peace];
    /// Chance a year at peace that an invasion is on the table at all.
    Opportunity: Challenger "opportunity" Logit Some(0.3), Both, [Peace];
    /// Yearly dissatisfaction with peace as it is.
    Grievance: Challenger "grievance" Identity Some(0.0), Open, [Peace];
    /// Yearly gain when it destabilises.
    CoercionGain: Challenger "coercion_gain" Identity Some(0.0), Open, [Peace];
    /// Yearly cost when it destabilises.
    CoercionCost: Challenger "coercion_cost" Identity Some(0.0), Open, [Peace];
    /// How much it discounts the guarantors' help, in log-odds.
    Doubt: Challenger "doubt" Identity Some(0.0), Open, [War];
    /// How much it underrates the protégé's strength, in logs.
    Overconfidence: Challenger "overconfidence" Identity Some(0.0), Open, [War];
    /// Once, when it settles a war.
    SettlementCost: Challenger "settlement_cost" Identity Some(0.0), Open, [War];
    /// Precision λ of its quantal choices.
    ChallengerPrecision: Challenger "precision" Log Some(8.0), Open, [War, Peace];
    /// Strength in the contest.
    ProtegeStrength: Protege "strength" Log Some(1.0), Open, [War];
    /// Chance a year of coercion that the protégé falls without a war.
    Capture: Protege "capture" Logit Some(0.005), Both, [Coerce];
    /// Once, when lost.
    LossCost: Protege "loss_cost" Log Some(8.0), Open, [War, Peace];
    /// Per year of war.
    ProtegeWarCost: Protege "war_cost" Identity Some(0.0), Open, [War];
    /// Per year at peace: what its own measures cost.
    PeaceCost: Protege "peace_cost" Identity Some(0.0), Open, [Peace];
    /// Per year in which it is coerced.
    CoercionHarm: Protege "coercion_harm" Identity Some(0.0), Open, [Peace];
    /// Precision λ of the guarantors' quantal responses.
    CoalitionPrecision: Coalition "precision" Log Some(8.0), Open, [War];
    /// Share of a consensus commitment that binds when the body did not agree.
    UnagreedShare: Coalition "unagreed_share" Logit Some(0.3), Both, [War];
    /// The world at the moment of need: better or worse by this for all guarantors alike.
    CommonShock: Coalition "common_shock" Identity Some(0.0), Open, [War];
    /// κ of the contest.
    Decisiveness: Contest "decisiveness" Log Some(1.5), Open, [War];
    /// ω, chance a year of war that it is decided.
    Resolution: War "resolution" Logit Some(0.4), Both, [War];
    /// Share of the prize that a settlement gives.
    SettlementShare: War "settlement_share" Identity Some(0.0), Open, [War];
    /// Chance a year at peace that a limited attack is on the table at all.
    LimitedOpportunity: Limited "opportunity" Logit Some(0.5), Both, [Limited];
    /// Share of the prize that a successful limited attack takes.
    PrizeShare: Limited "prize_share" Logit Some(0.15), Both, [Limited];
    /// Of a limited attack to the challenger.
    LimitedCost: Limited "cost" Log Some(0.05), Zero, [Limited];
    /// Guarantors' stake at risk in a limited attack.
    StakeShare: Limited "stake_share" Logit Some(0.2), Both, [Limited];
    /// Audience cost and tripwire engaged in a limited attack.
    CommitmentShare: Limited "commitment_share" Logit Some(0.25), Both, [Limited];
    /// Size of a limited attack's costs against a year of war's.
    BurdenShare: Limited "burden_share" Logit Some(0.25), Both, [Limited];
    /// Chance that a limited attack becomes a war.
    LimitedEscalation: Limited "escalation" Logit Some(0.1), Both, [Limited];
    /// To the protégé, per limited attack.
    LimitedHarm: Limited "harm" Identity Some(0.0), Open, [Limited];
    /// What the guarantor loses if the protégé is lost.
    Stake: Guarantor "stake" Log Some(0.3), Open, [War, Peace];
    /// Strength that its supply adds to the protégé's side.
    SupplyStrength: Guarantor "supply_strength" Log Some(0.1), Zero, [War];
    /// Strength that its intervention adds to the protégé's side.
    InterventionStrength: Guarantor "intervention_strength" Log Some(0.3), Zero, [War];
    /// Per year of war.
    SupplyCost: Guarantor "supply_cost" Log Some(0.05), Zero, [War];
    /// Per year of war.
    InterventionCost: Guarantor "intervention_cost" Log Some(1.0), Zero, [War];
    /// Cost of not keeping its word (tying hands).
    AudienceCost: Guarantor "audience_cost" Identity Some(0.0), Open, [War];
    /// Share ρ of the word that supplying alone keeps.
    SupplyDischarge: Guarantor "supply_discharge" Logit Some(0.6), Both, [War];
    /// What being hit already adds to fighting.
    Tripwire: Guarantor "tripwire" Identity Some(0.0), Open, [War];
    /// Yearly burden on the challenger of its intervention.
    Escalation: Guarantor "escalation" Log Some(0.3), Zero, [War];
    /// Yearly burden on the challenger of its supply and sanctions.
    Sanction: Guarantor "sanction" Log Some(0.04), Zero, [War];
    /// Per year at peace, of forces in place.
    PresenceCost: Guarantor "presence_cost" Identity Some(0.0), Open, [Peace];
    /// Chance that it blocks a consensus.
    Block: Voter "block" Logit Some(0.1), Both, [War];
    /// Yearly hazard of rising by a level.
    Rise: Factor "rise" Log None, Zero, [Peace, Coerce, Limited, War];
    /// Yearly hazard of falling by a level.
    Fall: Factor "fall" Log None, Zero, [Peace, Coerce, Limited, War];
    /// Precision of signing.
    ConsentPrecision: Party "consent_precision" Log Some(15.0), Open, [Peace];
    /// What signing itself costs, in units of the party's own stake.
    SignCost: Party "sign_cost" Identity Some(0.0), Open, [Peace];
    /// δ, a year.
    Discount: Scenario "discount" Logit Some(0.95), Both, [];
}

impl Kind {
    /// How many owners this kind has in a case.
    pub fn owners(self, actors: &Actors, factors: usize) -> usize {
        match self.spec().group {
            Group::Guarantor => actors.guarantors.len(),
            Group::Voter => actors.guarantors.len() + actors.others.len(),
            Group::Factor => factors,
            Group::Party => 2 + actors.guarantors.len(),
            _ => 1,
        }
    }

    /// The primitive of this kind that belongs to an owner.
    pub fn of(self, owner: usize) -> Primitive {
        Primitive { kind: self, owner }
    }

    /// The name of its primitives, with their owner in capitals where a case has several: `GUARANTOR.stake`.
    pub fn name(self) -> String {
        format!("{}.{}", self.spec().group.word(), self.spec().name)
    }

    /// The primitive of a kind that exists once.
    pub fn single(self) -> Primitive {
        self.of(0)
    }
}

/// A primitive of a case: a kind and, where several have one, whose it is.
///
/// Owners are positions: among the guarantors; for `block` among guarantors, then others; for
/// hazards among the factors; for parties challenger, protégé, then guarantors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Primitive {
    /// The kind.
    pub kind: Kind,
    /// Whose.
    pub owner: usize,
}

impl Primitive {
    /// The name in the language: `us.stake`, `challenger.prize`.
    pub fn name<S: AsRef<str>>(self, actors: &Actors, factors: &[S]) -> String {
        format!("{}.{}", owner_name(self.kind, self.owner, actors, factors), self.kind.spec().name)
    }

    /// The primitive of that name.
    pub fn parse<S: AsRef<str>>(name: &str, actors: &Actors, factors: &[S]) -> Option<Primitive> {
        let (owner, name) = name.split_once('.')?;
        Kind::ALL.iter().filter(|kind| kind.spec().name == name).find_map(|&kind| {
            let mut owners = 0..kind.owners(actors, factors.len());
            owners.find(|&i| owner_name(kind, i, actors, factors) == owner).map(|i| kind.of(i))
        })
    }

    /// The same for a name in a document; an unknown one is a fault.
    pub(crate) fn resolve<S: AsRef<str>>(
        name: &str,
        actors: &Actors,
        factors: &[S],
        path: &Path,
        faulty: &Faulty,
    ) -> Option<Primitive> {
        let found = Primitive::parse(name, actors, factors);
        if found.is_none() {
            let known = Primitive::all(actors, factors.len()).map(|primitive| primitive.name(actors, factors));
            faulty.add(Primitive::unknown(name, path, actors, factors).known(known));
        }
        found
    }

    /// The fault of a name that no primitive has. Challenger and protégé own primitives under these words;
    /// who names one by the actor's id means that.
    pub(crate) fn unknown<S: AsRef<str>>(name: &str, path: &Path, actors: &Actors, factors: &[S]) -> Fault {
        let fault = Fault::new(Code::UnknownPrimitive, path).with("given", name);
        match Primitive::by_actor(name, actors, factors) {
            Some(meant) => fault.with("meant", meant.name(actors, factors)),
            None => fault,
        }
    }

    /// The primitive of challenger or protégé that is named by the actor's id.
    pub fn by_actor<S: AsRef<str>>(name: &str, actors: &Actors, factors: &[S]) -> Option<Primitive> {
        let (owner, name) = name.split_once('.')?;
        let word = match actors.find(owner)? {
            Actor::Challenger => Group::Challenger.word(),
            Actor::Protege => Group::Protege.word(),
            Actor::Guarantor(_) | Actor::Other(_) => return None,
        };
        Primitive::parse(&format!("{word}.{name}"), actors, factors)
    }

    /// Every primitive of a case.
    pub fn all(actors: &Actors, factors: usize) -> impl Iterator<Item = Primitive> + use<> {
        let counts: Vec<(Kind, usize)> = Kind::ALL.iter().map(|&kind| (kind, kind.owners(actors, factors))).collect();
        counts.into_iter().flat_map(|(kind, owners)| (0..owners).map(move |owner| kind.of(owner)))
    }
}

fn owner_name<'a, S: AsRef<str>>(kind: Kind, owner: usize, actors: &'a Actors, factors: &'a [S]) -> &'a str {
    let guarantors = &actors.guarantors;
    match kind.spec().group {
        Group::Guarantor => &guarantors[owner],
        Group::Voter if owner < guarantors.len() => &guarantors[owner],
        Group::Voter => &actors.others[owner - guarantors.len()],
        Group::Factor => factors[owner].as_ref(),
        Group::Party => match owner {
            0 => "challenger",
            1 => "protege",
            _ => &guarantors[owner - 2],
        },
        single => single.word(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_parses_back() {
        let actors = Actors {
            challenger: "red".into(),
            protege: "blue".into(),
            guarantors: vec!["near".into(), "far".into()],
            others: vec!["third".into()],
            names: Vec::new(),
        };
        let factors = ["will"];
        let all: Vec<Primitive> = Primitive::all(&actors, 1).collect();
        for &primitive in &all {
            assert_eq!(Primitive::parse(&primitive.name(&actors, &factors), &actors, &factors), Some(primitive));
        }
        // 33 that exist once, 11 for each of 2 guarantors, 3 blocks, 2 hazards, 2 for each of 4 parties.
        assert_eq!(all.len(), 33 + 22 + 3 + 2 + 8);
        assert_eq!(Primitive::parse("third.stake", &actors, &factors), None);
        assert_eq!(Primitive::parse("red.prize", &actors, &factors), None);
    }
}
