//! The contest: who wins a war that is decided.
//!
//! π = S_C^κ / (S_C^κ + (S_P + Σ aᵢ)^κ), Tullock 1980, Skaperdas 1996; S_C and S_P are the
//! strengths, aᵢ the help of guarantor i, κ the decisiveness. Computed as
//! logistic(κ·(ln S_C − ln(S_P + Σ aᵢ))), which never overflows.

use standfast_math::Lanes;
use standfast_model::parents::FactorSet;
use standfast_model::primitive::{Context, Kind};

use crate::field::Field;
use crate::response::equilibrium::{Influence, influence};
use crate::sweep;
use crate::tabulate::Tabulator;

/// The challenger's chance of winning for every joint response, wherever it differs.
#[derive(Debug)]
pub struct Contest {
    /// What it depends on.
    pub factors: FactorSet,
    /// By point of their grid.
    pub points: Vec<ContestPoint>,
}

/// The contest at one point. Joint responses are numbered in base 3, the first guarantor's digit
/// leading: 0 stands aside, 1 supplies, 2 intervenes.
#[derive(Debug)]
pub struct ContestPoint {
    /// π.
    pub win: Vec<Lanes>,
    /// π as the challenger sees it, the protégé's strength times exp(−overconfidence).
    pub perceived_win: Vec<Lanes>,
    /// How much each guarantor's gain from helping depends on what the others do.
    pub influence: Influence,
}

/// The chance of winning against a total strength; all on the logarithmic scale but the total.
#[inline(always)]
pub fn win(ln_challenger: Lanes, total: Lanes, decisiveness: Lanes) -> Lanes {
    (decisiveness * (ln_challenger - total.ln())).logistic()
}

impl Contest {
    /// Whether the contest reads primitives of a kind.
    pub fn reads(kind: Kind) -> bool {
        use Kind::{
            ChallengerStrength, Decisiveness, InterventionStrength, Overconfidence, ProtegeStrength, SupplyStrength,
        };
        matches!(
            kind,
            ChallengerStrength
                | ProtegeStrength
                | Decisiveness
                | Overconfidence
                | SupplyStrength
                | InterventionStrength
        )
    }

    /// The contest under what is in force.
    pub fn new(tabulator: &Tabulator<'_>) -> Contest {
        let space = tabulator.space;
        let guarantors = tabulator.scenario.actors.guarantors.len();
        let war = |kind: Kind, owner: usize| tabulator.primitive(kind.of(owner), Context::War);
        let challenger = tabulator.linked(Kind::ChallengerStrength.single(), Context::War);
        let protege = war(Kind::ProtegeStrength, 0);
        let decisiveness = war(Kind::Decisiveness, 0);
        let overconfidence = war(Kind::Overconfidence, 0);
        let help: Vec<[Field; 2]> =
            (0..guarantors).map(|i| [war(Kind::SupplyStrength, i), war(Kind::InterventionStrength, i)]).collect();
        let singles = [&challenger, &protege, &decisiveness, &overconfidence];
        let factors = singles
            .into_iter()
            .chain(help.iter().flatten())
            .fold(FactorSet::EMPTY, |union, field| union.union(field.factors));
        let at = |field: &Field| field.on(space, factors).values;
        let [challenger, protege, decisiveness, overconfidence] = singles.map(at);
        let help: Vec<[Vec<Lanes>; 2]> = help.iter().map(|pair| [at(&pair[0]), at(&pair[1])]).collect();
        let points = (0..space.points(factors))
            .map(|point| {
                let added = joint_help(&help, point);
                let chances = |own: Lanes| sweep::chances(challenger[point], own, &added, decisiveness[point]);
                let win = chances(protege[point]);
                let perceived_win = chances(protege[point] * (-overconfidence[point]).exp());
                let influence = influence(&win, guarantors);
                ContestPoint { win, perceived_win, influence }
            })
            .collect();
        Contest { factors, points }
    }
}

/// Σ aᵢ for every joint response.
fn joint_help(help: &[[Vec<Lanes>; 2]], point: usize) -> Vec<Lanes> {
    help.iter().fold(vec![Lanes::ZERO], |sums, [supply, intervention]| {
        let adds = [Lanes::ZERO, supply[point], intervention[point]];
        sums.iter().flat_map(|&sum| adds.map(|add| sum + add)).collect()
    })
}
