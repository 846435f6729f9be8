//! Groups of uncertain numbers.

use std::collections::{BTreeMap, BTreeSet};

use standfast_model::Scenario;
use standfast_model::basis::Basis;
use standfast_model::parents::factors_of;
use standfast_model::primitive::Kind;

use super::MOST_GROUPS;

/// By what numbers are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// What they do in the game.
    Mechanism,
    /// What kind of evidence they rest on.
    Basis,
    /// The source that they rest on.
    Source,
    /// The factor that they move, or whose level they wait for.
    Factor,
}

/// Numbers that are drawn anew together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its word: of a mechanism or basis; the key of a source; the id of a factor.
    pub id: String,
    /// What it is.
    pub kind: GroupKind,
    /// The positions of its numbers.
    pub numbers: BTreeSet<usize>,
}

/// What a group of numbers is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// Named by its word, key or id.
    Named,
    /// Those that belong to none: without a source, or without a factor.
    None,
    /// Those of all groups that are too small to be told apart; so many groups.
    Rest(usize),
}

impl By {
    /// All ways.
    pub const ALL: [By; 4] = [By::Mechanism, By::Basis, By::Source, By::Factor];

    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            By::Mechanism => "mechanism",
            By::Basis => "basis",
            By::Source => "source",
            By::Factor => "factor",
        }
    }

    /// Whether a number may be in several groups.
    pub fn overlaps(self) -> bool {
        matches!(self, By::Source | By::Factor)
    }
}

/// What a number does in the game, by the kind of its primitive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mechanism {
    /// What the challenger wants, and its discontent with peace.
    Aims,
    /// What war costs the challenger: fighting, beginning, ending, and what guarantors' help adds.
    CostOfWar,
    /// Whether attacks are on the table at all.
    Opportunity,
    /// What the challenger thinks of its opponents.
    Beliefs,
    /// How sharply everybody chooses.
    Noise,
    /// What the protégé is worth to guarantors and what help costs them.
    Interests,
    /// What breaks if they stand aside: their word, their troops.
    Commitment,
    /// Consensus in bodies.
    Consensus,
    /// Strength of all sides in the contest.
    Strength,
    /// How wars go on and end.
    CourseOfWar,
    /// Limited attacks.
    LimitedAttacks,
    /// Coercion and capture.
    Coercion,
    /// What the protégé bears.
    Protege,
    /// How factors move.
    Drift,
    /// What signing costs.
    Signing,
    /// The weight of years to come.
    Discount,
}

impl Mechanism {
    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Mechanism::Aims => "aims",
            Mechanism::CostOfWar => "cost_of_war",
            Mechanism::Opportunity => "opportunity",
            Mechanism::Beliefs => "beliefs",
            Mechanism::Noise => "noise",
            Mechanism::Interests => "interests",
            Mechanism::Commitment => "commitment",
            Mechanism::Consensus => "consensus",
            Mechanism::Strength => "strength",
            Mechanism::CourseOfWar => "course_of_war",
            Mechanism::LimitedAttacks => "limited_attacks",
            Mechanism::Coercion => "coercion",
            Mechanism::Protege => "protege",
            Mechanism::Drift => "drift",
            Mechanism::Signing => "signing",
            Mechanism::Discount => "discount",
        }
    }

    /// That of a kind of primitive.
    pub fn of(kind: Kind) -> Mechanism {
        use Kind as K;
        match kind {
            K::Prize | K::Grievance => Mechanism::Aims,
            K::ChallengerWarCost | K::OnsetCost | K::SettlementCost | K::Escalation | K::Sanction => {
                Mechanism::CostOfWar
            }
            K::Opportunity | K::LimitedOpportunity => Mechanism::Opportunity,
            K::Doubt | K::Overconfidence => Mechanism::Beliefs,
            K::ChallengerPrecision | K::CoalitionPrecision | K::ConsentPrecision => Mechanism::Noise,
            K::Stake | K::SupplyCost | K::InterventionCost | K::CommonShock | K::PresenceCost => Mechanism::Interests,
            K::AudienceCost | K::SupplyDischarge | K::Tripwire => Mechanism::Commitment,
            K::Block | K::UnagreedShare => Mechanism::Consensus,
            K::ChallengerStrength
            | K::ProtegeStrength
            | K::SupplyStrength
            | K::InterventionStrength
            | K::Decisiveness => Mechanism::Strength,
            K::Resolution | K::SettlementShare => Mechanism::CourseOfWar,
            K::PrizeShare
            | K::LimitedCost
            | K::StakeShare
            | K::CommitmentShare
            | K::BurdenShare
            | K::LimitedEscalation
            | K::LimitedHarm => Mechanism::LimitedAttacks,
            K::CoercionGain | K::CoercionCost | K::CoercionHarm | K::Capture => Mechanism::Coercion,
            K::LossCost | K::ProtegeWarCost | K::PeaceCost => Mechanism::Protege,
            K::Rise | K::Fall => Mechanism::Drift,
            K::SignCost => Mechanism::Signing,
            K::Discount => Mechanism::Discount,
        }
    }
}

/// Groups some numbers of a case: at most [`MOST_GROUPS`], from the largest to the smallest, none without a
/// number; the last may be those without a group, and before it what is left of too many.
pub(super) fn groups(scenario: &Scenario, by: By, numbers: &[usize]) -> Vec<Group> {
    let mut named: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let mut without = BTreeSet::new();
    for &number in numbers {
        let names = names(scenario, by, number);
        if names.is_empty() {
            without.insert(number);
        }
        for name in names {
            named.entry(name).or_default().insert(number);
        }
    }
    let mut groups: Vec<Group> =
        named.into_iter().map(|(id, numbers)| Group { id, kind: GroupKind::Named, numbers }).collect();
    groups.sort_by(|one, other| other.numbers.len().cmp(&one.numbers.len()).then_with(|| one.id.cmp(&other.id)));
    let room = MOST_GROUPS - usize::from(!without.is_empty());
    if groups.len() > room {
        let rest = groups.split_off(room - 1);
        let kind = GroupKind::Rest(rest.len());
        let numbers = rest.into_iter().flat_map(|group| group.numbers).collect();
        groups.push(Group { id: "rest".to_owned(), kind, numbers });
    }
    if !without.is_empty() {
        groups.push(Group { id: "none".to_owned(), kind: GroupKind::None, numbers: without });
    }
    groups
}

/// The groups that a number belongs to.
fn names(scenario: &Scenario, by: By, number: usize) -> BTreeSet<String> {
    let subject = scenario.subject(number);
    match by {
        By::Mechanism => [Mechanism::of(subject.primitive.kind).word().to_owned()].into(),
        By::Basis => [Basis::of(&scenario.numbers[number], &scenario.evidence).word().to_owned()].into(),
        By::Source => {
            let evidence = scenario.numbers[number].evidence.iter().map(|&i| &scenario.evidence[i]);
            evidence.filter_map(|evidence| evidence.source.clone()).collect()
        }
        By::Factor => {
            let moved = matches!(subject.primitive.kind, Kind::Rise | Kind::Fall).then_some(subject.primitive.owner);
            let waited = subject.effect.into_iter().flat_map(|effect| factors_of(effect, &scenario.instruments).iter());
            moved.into_iter().chain(waited).map(|factor| scenario.factors[factor].id.clone()).collect()
        }
    }
}
