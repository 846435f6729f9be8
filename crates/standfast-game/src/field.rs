//! Quantities of the game as functions of the state, each on the factors that it depends on.

use standfast_math::Lanes;
use standfast_model::parents::FactorSet;

use crate::flow::Projection;
use crate::space::{Map, Space};

/// A quantity on the grid of some factors.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it depends on.
    pub factors: FactorSet,
    /// Its value at each point of their grid.
    pub values: Vec<Lanes>,
}

impl Field {
    /// A quantity that is the same everywhere.
    pub fn constant(value: Lanes) -> Field {
        Field { factors: FactorSet::EMPTY, values: vec![value] }
    }

    /// The same quantity changed point by point.
    #[must_use]
    pub fn map(&self, f: impl Fn(Lanes) -> Lanes) -> Field {
        Field { factors: self.factors, values: self.values.iter().map(|&value| f(value)).collect() }
    }

    /// Whether it is 0 everywhere in every draw.
    pub fn is_zero(&self) -> bool {
        self.values.iter().all(|value| *value == Lanes::ZERO)
    }

    /// The quantity on a finer grid.
    #[must_use]
    pub fn on(&self, space: &Space, factors: FactorSet) -> Field {
        let map = space.map(factors, self.factors);
        Field { factors, values: map.iter().map(|&point| self.values[point as usize]).collect() }
    }

    /// A view that is read by full state indices.
    pub fn everywhere(self, space: &Space) -> Everywhere {
        let map = space.map(space.all(), self.factors);
        Everywhere { values: self.values, map }
    }
}

/// A quantity made from others, on the grid of all that they depend on.
pub fn combine<const N: usize>(space: &Space, fields: [&Field; N], f: impl Fn([Lanes; N]) -> Lanes) -> Field {
    let factors = fields.iter().fold(FactorSet::EMPTY, |union, field| union.union(field.factors));
    let maps = fields.map(|field| space.map(factors, field.factors));
    let values = (0..space.points(factors))
        .map(|point| f(std::array::from_fn(|i| fields[i].values[maps[i][point] as usize])))
        .collect();
    Field { factors, values }
}

/// A quantity that is read by full state indices.
#[derive(Clone, Debug)]
pub struct Everywhere {
    values: Vec<Lanes>,
    map: Map,
}

impl Everywhere {
    /// The value at a state.
    #[inline(always)]
    pub fn at(&self, state: usize) -> Lanes {
        self.values[self.map[state] as usize]
    }

    /// Its values at some states in a row.
    #[inline(always)]
    pub(crate) fn in_a_row(&self, first: usize, count: usize) -> InARow<'_> {
        InARow { values: &self.values, map: &self.map[first..][..count] }
    }
}

/// A quantity at some states in a row.
#[derive(Clone, Copy)]
pub(crate) struct InARow<'a> {
    values: &'a [Lanes],
    map: &'a [u32],
}

impl InARow<'_> {
    /// The value at one of them.
    #[inline(always)]
    pub(crate) fn at(&self, i: usize) -> Lanes {
        self.values[self.map[i] as usize]
    }
}

/// What something costs each actor, on one common grid: a mass is projected once for all of them.
#[derive(Clone, Debug)]
pub struct Costs {
    factors: FactorSet,
    /// By actor; `None` where it is 0 everywhere.
    fields: Vec<Option<Field>>,
}

impl Costs {
    /// The costs of each actor.
    pub fn new(space: &Space, costs: Vec<Field>) -> Costs {
        let factors =
            costs.iter().filter(|cost| !cost.is_zero()).fold(FactorSet::EMPTY, |union, cost| union.union(cost.factors));
        let fields = costs.iter().map(|cost| (!cost.is_zero()).then(|| cost.on(space, factors))).collect();
        Costs { factors, fields }
    }

    /// Room for masses that cost this.
    pub(crate) fn projection(&self, space: &Space) -> Projection {
        Projection::onto(space, self.factors)
    }

    /// Takes Σ mass · cost from each actor's total.
    pub(crate) fn charge(&self, mass: &Projection, totals: &mut [Lanes]) {
        for (total, field) in totals.iter_mut().zip(&self.fields) {
            let Some(field) = field else { continue };
            for (mass, cost) in mass.sums.iter().zip(&field.values) {
                *total -= *mass * *cost;
            }
        }
    }
}
