//! The joint states of the factors, and the sub-grids on which quantities live.
//!
//! A quantity that depends on two of seven factors is stored on the grid of those two; a map of
//! indices leads from a larger grid to it. Grids are row-major, parents slower than their children:
//! so a factor moves alike along all that is faster than itself. Among factors that may come next, the
//! one comes first whose moves depend least on what the challenger does, so that what it does is told
//! apart late.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use standfast_math::Lanes;
use standfast_model::Scenario;
use standfast_model::parents::FactorSet;
use standfast_model::primitive::{Context, Kind};

/// An index map from a grid to a coarser one.
pub type Map = Rc<[u32]>;

/// The state space.
#[derive(Debug)]
pub struct Space {
    levels: Vec<usize>,
    /// The factors, the slowest first.
    order: Vec<usize>,
    strides: Vec<usize>,
    maps: RefCell<BTreeMap<(FactorSet, FactorSet), Map>>,
}

impl Space {
    /// The state space of a case.
    pub fn new(scenario: &Scenario) -> Space {
        Space::of(scenario.factors.iter().map(|factor| factor.levels.len()).collect(), order(scenario))
    }

    /// The state space of factors with these numbers of levels, in an order from slow to fast.
    pub(crate) fn of(levels: Vec<usize>, order: Vec<usize>) -> Space {
        let mut strides = vec![1; levels.len()];
        let mut states = 1;
        for &factor in order.iter().rev() {
            strides[factor] = states;
            states *= levels[factor];
        }
        Space { levels, order, strides, maps: RefCell::default() }
    }

    /// The factors, the slowest first.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Some factors, the slowest first.
    fn in_order(&self, factors: FactorSet) -> impl DoubleEndedIterator<Item = usize> {
        self.order.iter().copied().filter(move |&factor| factors.contains(factor))
    }

    /// How many factors there are.
    pub fn factors(&self) -> usize {
        self.levels.len()
    }

    /// How many levels a factor has.
    pub fn levels(&self, factor: usize) -> usize {
        self.levels[factor]
    }

    /// How far apart in a full state index neighbouring levels of a factor are.
    pub fn stride(&self, factor: usize) -> usize {
        self.strides[factor]
    }

    /// How many joint states there are.
    pub fn states(&self) -> usize {
        self.levels.iter().product()
    }

    /// All factors.
    pub fn all(&self) -> FactorSet {
        (0..self.levels.len()).collect()
    }

    /// How many points the grid of some factors has.
    pub fn points(&self, factors: FactorSet) -> usize {
        factors.iter().map(|factor| self.levels[factor]).product()
    }

    /// For each point of a grid the point of a coarser one (`to` ⊆ `from`) that it lies over.
    pub fn map(&self, from: FactorSet, to: FactorSet) -> Map {
        debug_assert!(from.contains_all(to), "a map leads to a coarser grid");
        if let Some(map) = self.maps.borrow().get(&(from, to)) {
            return Rc::clone(map);
        }
        let mut map = vec![0_u32];
        let mut stride: u32 = self.points(to) as u32;
        for factor in self.in_order(from) {
            let levels = self.levels[factor] as u32;
            let step = if to.contains(factor) {
                stride /= levels;
                stride
            } else {
                0
            };
            map = map.iter().flat_map(|&base| (0..levels).map(move |level| base + level * step)).collect();
        }
        let map: Map = map.into();
        self.maps.borrow_mut().insert((from, to), Rc::clone(&map));
        map
    }

    /// How far apart in a grid that has a factor neighbouring levels of the factor are.
    pub fn stride_in(&self, grid: FactorSet, factor: usize) -> usize {
        self.in_order(grid).rev().take_while(|&f| f != factor).map(|f| self.levels[f]).product()
    }

    /// The level of a factor at a point of a grid that has the factor.
    pub fn level_at(&self, grid: FactorSet, point: usize, factor: usize) -> usize {
        point / self.stride_in(grid, factor) % self.levels[factor]
    }

    /// Sums a quantity over the full grid onto the grid of some factors.
    pub fn project(&self, full: &[Lanes], onto: FactorSet) -> Vec<Lanes> {
        let mut sums = vec![Lanes::ZERO; self.points(onto)];
        let map = self.map(self.all(), onto);
        for (value, &point) in full.iter().zip(map.iter()) {
            sums[point as usize] += *value;
        }
        sums
    }
}

/// Parents first; among those that may come next, the factor that the fewest actions move.
fn order(scenario: &Scenario) -> Vec<usize> {
    let parents = &scenario.parents;
    let moved_by = |factor: usize| {
        let hazards = scenario
            .effects
            .iter()
            .filter(|effect| matches!(effect.on.kind, Kind::Rise | Kind::Fall) && effect.on.owner == factor);
        let differs = |action: Context| {
            hazards.clone().any(|effect| effect.when.holds_in(action) != effect.when.holds_in(Context::Peace))
        };
        [Context::Coerce, Context::Limited].into_iter().filter(|&action| differs(action)).count()
    };
    let mut done = FactorSet::EMPTY;
    let mut order = Vec::new();
    while let Some(next) = (0..parents.len())
        .filter(|&factor| !done.contains(factor) && done.contains_all(parents[factor]))
        .min_by_key(|&factor| moved_by(factor))
    {
        done = done.with(next);
        order.push(next);
    }
    order
}
