//! How the factors move from one year to the next.
//!
//! All factors move at once, each one level at most: p_move = 1 − exp(−(r+f)), up with share
//! r/(r+f). Hazards r and f belong to the state in which the year begins. Given that state factors
//! move independently, so the work goes factor by factor and no S×S matrix is needed. A child's
//! hazards must see its parents before they moved: expectations therefore take parents first, and
//! a distribution is pushed with parents last.
//!
//! Several contexts (calm, coercion, a limited attack) move most factors alike; a [`Kernel`]
//! shares their work as far as they agree (`program`).
//!
//! The slow factors move along arrays over all states. The fast ones, as many as fit in a small part
//! of the cache nearest to the processor, move tile by tile: a tile is the states that differ in them
//! only. Whoever makes something of the expectations, or makes the masses, does so in the tile
//! ([`Kernel::expect`], [`Kernel::push`]), so that what the contexts have to themselves
//! never leaves that cache.

mod program;

use std::ops::Range;
use std::rc::Rc;

use standfast_math::{LANES, Lanes, exp, expm1, logistic};
use standfast_model::parents::FactorSet;
use standfast_model::primitive::{Context, Kind};

use crate::field::{Field, combine};
use crate::pool::Pool;
use crate::space::{Map, Space};
use crate::sweep;
use crate::tabulate::Tabulator;
use program::{Program, Tiled, distinct, two};

/// At most so many states make a tile: 6 KiB a context.
const TILE: usize = 96;

/// The moves of one factor: probabilities of one level down, none, one up, by start of the year.
#[derive(Debug)]
pub(crate) struct Moves {
    /// The factor that moves.
    factor: usize,
    /// What the moves depend on, the factor itself excluded.
    parents: FactorSet,
    /// By point of the parents' grid, then by level.
    probabilities: Vec<[Lanes; 3]>,
    /// Where the moves of a state stand.
    everywhere: Map,
}

/// Moves after which one factor drops to its lowest level. Where that factor stood matters only to
/// the factors that move by it; the others move on the grid without it.
#[derive(Debug)]
struct Exhausting {
    stride: usize,
    levels: usize,
    /// Factors that it has influence on, itself excluded.
    influenced: Program,
    /// The others, on the grid without it.
    others: Program,
}

/// The moves of all factors in one or more contexts.
#[derive(Debug)]
pub struct Kernel {
    /// By context: the moves of each factor, parents first. Contexts in which a factor moves alike
    /// share the same moves.
    paths: Vec<Vec<Rc<Moves>>>,
    states: usize,
    /// How many states a tile has.
    tile: usize,
    /// The slow factors, on arrays over all states.
    slow: Program,
    /// The slots in use after that.
    slow_slots: Vec<usize>,
    /// The fast factors, in tiles. Empty only in a case without factors, where nothing moves.
    fast: Program,
    /// The slot of each context after that.
    slots: Vec<usize>,
    /// The moves of the first context, if a factor drops to its lowest level after them.
    exhausting: Option<Exhausting>,
}

/// What a kernel does in a year, move by move along an axis: levels of the factor that moves, and states
/// of the grid that it moves on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    /// On arrays over all states.
    pub whole: Vec<[usize; 2]>,
    /// In tiles.
    pub tiles: Vec<[usize; 2]>,
    /// If a factor is exhausted after the moves, instead of all these.
    pub exhausted: Vec<[usize; 2]>,
}

/// Arrays to work in.
#[derive(Debug)]
pub struct Workspace {
    /// Over all states, by slot.
    full: Vec<Vec<Lanes>>,
    /// Over a tile, by context.
    tile: Vec<Vec<Lanes>>,
}

impl Kernel {
    /// The kernel of some contexts under what is in force; with `exhausted`, that factor can be made
    /// to drop to its lowest level after the moves of the first context.
    pub fn new(tabulator: &Tabulator<'_>, contexts: &[Context], exhausted: Option<usize>) -> Kernel {
        let space = tabulator.space;
        let order = space.order();
        let moves: Vec<Vec<Rc<Moves>>> =
            (0..space.factors()).map(|factor| distinct_moves(tabulator, factor, contexts)).collect();
        let of = |factor: usize, context: usize| &moves[factor][context];
        let first_fast = first_fast(space);
        let mut slots = vec![0; contexts.len()];
        let whole = Tiled { space, grid: space.all(), fixed: FactorSet::EMPTY };
        let slow = Program::new(whole, order[..first_fast].iter().copied(), of, &mut slots);
        let slow_slots = distinct(&slots);
        let tiled = Tiled { fixed: order[..first_fast].iter().copied().collect(), ..whole };
        let fast = Program::new(tiled, order[first_fast..].iter().copied(), of, &mut slots).between_whole_and_tile();
        Kernel {
            states: space.states(),
            tile: space.states() / space.points(tiled.fixed),
            slow,
            slow_slots,
            fast,
            slots,
            exhausting: exhausted.map(|factor| Exhausting::new(space, factor, of)),
            paths: (0..contexts.len())
                .map(|context| order.iter().map(|&factor| Rc::clone(of(factor, context))).collect())
                .collect(),
        }
    }

    /// Arrays to work in.
    pub fn workspace(&self, pool: &mut Pool) -> Workspace {
        let last = self.slow_slots.last().copied().unwrap_or(0);
        // The first is the caller's.
        let full = (0..=last).map(|slot| if slot == 0 { Vec::new() } else { pool.take(self.states) }).collect();
        Workspace { full, tile: self.paths.iter().map(|_| pool.take(self.tile)).collect() }
    }

    /// E\[V\], tile by tile: `each` receives which states, the expectation in each context, and what is
    /// to be filled in for them in the place of V.
    pub fn expect<const CONTEXTS: usize>(
        &self,
        v: &mut Vec<Lanes>,
        workspace: &mut Workspace,
        mut each: impl FnMut(Range<usize>, [&[Lanes]; CONTEXTS], &mut [Lanes]),
    ) {
        let Workspace { full, tile: arrays } = workspace;
        std::mem::swap(v, &mut full[0]);
        self.slow.expect(0, full, &[], 0..0);
        for tile in 0..self.states / self.tile {
            let states = tile * self.tile..(tile + 1) * self.tile;
            self.fast.expect(tile, arrays, full, states.clone());
            if self.fast.is_empty() {
                arrays[0].copy_from_slice(&full[0]);
            }
            let means = std::array::from_fn(|context| &arrays[self.slots[context]][..]);
            each(states.clone(), means, &mut full[0][states]);
        }
        std::mem::swap(v, &mut full[0]);
    }

    /// A distribution a year later, tile by tile: `each` receives which states, what the mass there was,
    /// and the arrays for what of it moves in each context, to be filled. The result takes the place of
    /// the mass.
    pub fn push<const CONTEXTS: usize>(
        &self,
        mass: &mut Vec<Lanes>,
        workspace: &mut Workspace,
        mut each: impl FnMut(Range<usize>, &[Lanes], [&mut [Lanes]; CONTEXTS]),
    ) {
        let Workspace { full, tile: arrays } = workspace;
        std::mem::swap(mass, &mut full[0]);
        for tile in 0..self.states / self.tile {
            let states = tile * self.tile..(tile + 1) * self.tile;
            let mut moving = arrays.iter_mut();
            let moving = std::array::from_fn(|_| moving.next().map_or(&mut [][..], |array| &mut array[..]));
            each(states.clone(), &full[0][states.clone()], moving);
            for (context, &slot) in self.slots.iter().enumerate() {
                if let Some((from, into)) = two(arrays, context, slot) {
                    into.iter_mut().zip(from).for_each(|(sum, mass)| *sum += *mass);
                }
            }
            self.fast.push(tile, arrays, full, states);
            if self.fast.is_empty() {
                full[0].copy_from_slice(&arrays[0]);
            }
        }
        self.slow.push(0, full, &mut [], 0..0);
        std::mem::swap(mass, &mut full[0]);
    }

    /// E\[V\] at every state in the first context, if a factor is exhausted after the move.
    pub fn expect_exhausted(&self, v: &[Lanes], workspace: &mut Workspace, pool: &mut Pool) -> Vec<Lanes> {
        let mut mean = pool.take(self.states);
        let Some(Exhausting { stride, levels, influenced, others }) = &self.exhausting else {
            mean.copy_from_slice(v);
            self.expect(&mut mean, workspace, |_, [mean], place| place.copy_from_slice(mean));
            return mean;
        };
        let mut reduced = pool.take(self.states / levels);
        sweep::lowest(v, &mut reduced, *stride, *levels);
        others.expect(0, std::slice::from_mut(&mut reduced), &[], 0..0);
        sweep::spread(&reduced, &mut mean, *stride, *levels);
        influenced.expect(0, std::slice::from_mut(&mut mean), &[], 0..0);
        pool.give(reduced);
        mean
    }

    /// Moves a distribution by a year in the first context, after which a factor is exhausted, and adds
    /// the result to `out`.
    pub fn push_exhausted(&self, mut mass: Vec<Lanes>, out: &mut [Lanes], workspace: &mut Workspace, pool: &mut Pool) {
        if let Some(Exhausting { stride, levels, influenced, others }) = &self.exhausting {
            influenced.push(0, std::slice::from_mut(&mut mass), &mut [], 0..0);
            let mut reduced = pool.take(self.states / levels);
            sweep::collapse(&mass, &mut reduced, *stride, *levels);
            others.push(0, std::slice::from_mut(&mut reduced), &mut [], 0..0);
            sweep::add_to_lowest(&reduced, out, *stride, *levels);
            pool.give(reduced);
        } else {
            self.push(&mut mass, workspace, |_, mass, [moving]| moving.copy_from_slice(mass));
            out.iter_mut().zip(&mass).for_each(|(sum, mass)| *sum += *mass);
        }
        pool.give(mass);
    }

    /// What there is to do in a year.
    pub fn steps(&self) -> Steps {
        let on = |program: &Program, states: usize| program.levels().map(|levels| [levels, states]).collect();
        let exhausted = self.exhausting.iter().flat_map(|exhausting| {
            let Exhausting { levels, influenced, others, .. } = exhausting;
            let (influenced, others): (Vec<_>, Vec<_>) =
                (on(influenced, self.states), on(others, self.states / levels));
            influenced.into_iter().chain(others)
        });
        let exhausted = exhausted.collect();
        Steps { whole: on(&self.slow, self.states), tiles: on(&self.fast, self.states), exhausted }
    }

    /// The moves of each factor from a state in a context, parents first: one level down, none, one up.
    /// All factors move at once and independently.
    pub fn moves_from(&self, context: usize, state: usize) -> impl Iterator<Item = (usize, [Lanes; 3])> {
        self.paths[context]
            .iter()
            .map(move |moves| (moves.factor, moves.probabilities[moves.everywhere[state] as usize]))
    }
}

impl Workspace {
    /// Gives the arrays back.
    pub fn give_to(self, pool: &mut Pool) {
        self.full.into_iter().chain(self.tile).for_each(|array| pool.give(array));
    }
}

impl Exhausting {
    fn new<'m>(space: &Space, factor: usize, of: impl Fn(usize, usize) -> &'m Rc<Moves>) -> Exhausting {
        let mut influence = FactorSet::EMPTY.with(factor);
        let (mut others, mut influenced) = (Vec::new(), Vec::new());
        // Parents come first in the order, so what they pass on is known when a child comes.
        for &f in space.order().iter().filter(|&&f| f != factor) {
            if of(f, 0).parents.iter().any(|parent| influence.contains(parent)) {
                influence = influence.with(f);
                influenced.push(f);
            } else {
                others.push(f);
            }
        }
        let whole = Tiled { space, grid: space.all(), fixed: FactorSet::EMPTY };
        let without = Tiled { grid: space.all().iter().filter(|&f| f != factor).collect(), ..whole };
        Exhausting {
            stride: space.stride(factor),
            levels: space.levels(factor),
            influenced: Program::new(whole, influenced, &of, &mut [0]),
            others: Program::new(without, others, &of, &mut [0]),
        }
    }
}

/// The position in the order of the first factor whose axis fits into a tile with those behind it.
fn first_fast(space: &Space) -> usize {
    let order = space.order();
    let mut states = 1;
    let fit = order.iter().rev().take_while(|&&factor| {
        states *= space.levels(factor);
        states <= TILE
    });
    // The fastest is fast, however many levels it has, if there is one at all.
    order.len().saturating_sub(fit.count().max(1))
}

/// The moves of a factor in each context; equal hazards share one.
fn distinct_moves(tabulator: &Tabulator<'_>, factor: usize, contexts: &[Context]) -> Vec<Rc<Moves>> {
    let mut known: Vec<([Field; 2], Rc<Moves>)> = Vec::new();
    contexts
        .iter()
        .map(|&context| {
            let hazards = [Kind::Rise, Kind::Fall].map(|kind| tabulator.linked(kind.of(factor), context));
            let same = |old: &[Field; 2]| {
                (0..2).all(|i| old[i].factors == hazards[i].factors && old[i].values == hazards[i].values)
            };
            if let Some((_, moves)) = known.iter().find(|(old, _)| same(old)) {
                return Rc::clone(moves);
            }
            let moves = Rc::new(moves(tabulator.space, factor, &hazards));
            known.push((hazards, Rc::clone(&moves)));
            moves
        })
        .collect()
}

fn moves(space: &Space, factor: usize, hazards: &[Field; 2]) -> Moves {
    let own = Field { factors: FactorSet::EMPTY.with(factor), values: levels(space.levels(factor)) };
    let top = space.levels(factor) as f64 - 1.0;
    let factors = own.factors.union(hazards[0].factors).union(hazards[1].factors);
    let direction = |want: usize| {
        combine(space, [&hazards[0], &hazards[1], &own], |[rise, fall, level]| {
            let mut p = [0.0; LANES];
            for lane in 0..LANES {
                let at = level.0[lane];
                let rise = if at < top { rise.0[lane] } else { f64::NEG_INFINITY };
                let fall = if at > 0.0 { fall.0[lane] } else { f64::NEG_INFINITY };
                p[lane] = one_factor(rise, fall)[want];
            }
            Lanes(p)
        })
    };
    let [down, stay, up] = [0, 1, 2].map(direction);
    // Parents are slower: the factor itself is the fastest of the grid.
    let probabilities = (0..down.values.len()).map(|i| [down.values[i], stay.values[i], up.values[i]]).collect();
    let parents = factors.iter().filter(|&f| f != factor).collect();
    Moves { factor, parents, probabilities, everywhere: space.map(space.all(), factors) }
}

fn levels(count: usize) -> Vec<Lanes> {
    (0..count).map(|level| Lanes::splat(level as f64)).collect()
}

/// Probabilities of one level down, none, one up, for hazards on their logarithmic scale: so their
/// shares are right also where the hazards themselves are too large to be told apart.
fn one_factor(ln_rise: f64, ln_fall: f64) -> [f64; 3] {
    let total = exp(ln_rise) + exp(ln_fall);
    if total == 0.0 {
        return [0.0, 1.0, 0.0];
    }
    let moves = -expm1(-total);
    [moves * logistic(ln_fall - ln_rise), exp(-total), moves * logistic(ln_rise - ln_fall)]
}
