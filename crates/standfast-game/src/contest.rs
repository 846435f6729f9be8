//! The contest: who wins a war that is decided.
//!
//! π = S_C^κ / (S_C^κ + (S_P + Σ aᵢ)^κ), Tullock 1980, Skaperdas 1996; S_C and S_P are the
//! strengths, aᵢ the help of guarantor i, κ the decisiveness. Computed as
//! logistic(κ·(ln S_C − ln(S_P + Σ aᵢ))), which never overflows.

use standfast_math::Lanes;
use standfast_model::parents::FactorSet;
use standfast_model::primitive::{Context, Kind};
use standfast_model::scenario::MAX_GUARANTORS;

use crate::field::Field;
use crate::multilinear::{Influence, Multilinear};
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

/// The contest at one point, for every joint response.
#[derive(Debug)]
pub struct ContestPoint {
    /// π.
    pub win: Multilinear<Lanes>,
    /// π as the challenger sees it, the protégé's strength times exp(−overconfidence).
    pub perceived_win: Multilinear<Lanes>,
    /// How much each guarantor's gain from helping depends on what the others do.
    pub influence: Influence,
    /// What supplying and intervening each change π by on average if the others do each thing as often.
    pub changes_at_thirds: [[Lanes; 2]; MAX_GUARANTORS],
}

/// The chance of winning against a total strength, both strengths on the logarithmic scale.
#[inline(always)]
pub fn win(ln_challenger: Lanes, ln_total: Lanes, decisiveness: Lanes) -> Lanes {
    (decisiveness * (ln_challenger - ln_total)).logistic()
}

impl ContestPoint {
    /// From π, and π as the challenger sees it, for every joint response.
    #[inline(always)]
    pub fn new(win: Vec<Lanes>, perceived_win: Vec<Lanes>, guarantors: usize) -> ContestPoint {
        let influence = Influence::new(&win, guarantors);
        let win = Multilinear::new(win, guarantors);
        let changes_at_thirds = win.changes(&[[Lanes::splat(1.0 / 3.0); 3]; MAX_GUARANTORS]);
        ContestPoint { win, perceived_win: Multilinear::new(perceived_win, guarantors), influence, changes_at_thirds }
    }

    /// The contest of a challenger against the strengths of the other side, on the logarithmic scale:
    /// as they are, and as the challenger sees them.
    #[inline(always)]
    pub(crate) fn between(
        ln_challenger: Lanes,
        ln_total: &[Vec<Lanes>; 2],
        decisiveness: Lanes,
        guarantors: usize,
    ) -> ContestPoint {
        let win = chances(ln_challenger, &ln_total[0], decisiveness);
        let perceived_win = chances(ln_challenger, &ln_total[1], decisiveness);
        ContestPoint::new(win, perceived_win, guarantors)
    }
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
        let total = |fields: &[&Field]| {
            let fields = fields.iter().copied().chain(help.iter().flatten());
            fields.fold(FactorSet::EMPTY, |union, field| union.union(field.factors))
        };
        // The strengths of the protégé's side vary less than the contest: with fewer factors.
        let own_factors = total(&[&protege, &overconfidence]);
        let factors = own_factors.union(challenger.factors).union(decisiveness.factors);
        let own = |field: &Field| field.on(space, own_factors).values;
        let [protege, overconfidence] = [&protege, &overconfidence].map(own);
        let help: Vec<[Vec<Lanes>; 2]> = help.iter().map(|pair| pair.each_ref().map(own)).collect();
        let ln_total: Vec<[Vec<Lanes>; 2]> = (0..space.points(own_factors))
            .map(|point| {
                let added = joint_help(&help, point);
                let perceived = protege[point] * (-overconfidence[point]).exp();
                [protege[point], perceived].map(|own| sweep::ln_totals(own, &added))
            })
            .collect();
        let own_point = space.map(factors, own_factors);
        let [challenger, decisiveness] = [&challenger, &decisiveness].map(|field| field.on(space, factors).values);
        let points = (0..space.points(factors))
            .map(|point| {
                let ln_total = &ln_total[own_point[point] as usize];
                sweep::contest(challenger[point], ln_total, decisiveness[point], guarantors)
            })
            .collect();
        Contest { factors, points }
    }
}

/// The chance of winning against each joint help.
#[inline(always)]
fn chances(ln_challenger: Lanes, ln_total: &[Lanes], decisiveness: Lanes) -> Vec<Lanes> {
    let mut chances = vec![Lanes::ZERO; ln_total.len()];
    for (chance, &ln_total) in chances.iter_mut().zip(ln_total) {
        *chance = win(ln_challenger, ln_total, decisiveness);
    }
    chances
}

/// ln(S_P + Σ aᵢ) for every joint response.
#[inline(always)]
pub(crate) fn ln_totals(own: Lanes, help: &[Lanes]) -> Vec<Lanes> {
    let mut totals = vec![Lanes::ZERO; help.len()];
    for (total, &help) in totals.iter_mut().zip(help) {
        *total = (own + help).ln();
    }
    totals
}

/// Σ aᵢ for every joint response.
fn joint_help(help: &[[Vec<Lanes>; 2]], point: usize) -> Vec<Lanes> {
    help.iter().fold(vec![Lanes::ZERO], |sums, [supply, intervention]| {
        let adds = [Lanes::ZERO, supply[point], intervention[point]];
        sums.iter().flat_map(|&sum| adds.map(|add| sum + add)).collect()
    })
}
