//! How the factors move from one year to the next.
//!
//! All factors move at once, each one level at most: p_move = 1 − exp(−(r+f)), up with share
//! r/(r+f). Hazards r and f belong to the state in which the year begins. Given that state factors
//! move independently, so the work goes factor by factor and no S×S matrix is needed. A child's
//! hazards must see its parents before they moved: expectations therefore take parents first, and
//! a distribution is pushed with parents last.
//!
//! Several contexts (calm, coercion, a limited attack) move most factors alike; a [`Kernel`]
//! holds one path of moves for each and shares the work as far as the paths agree.

use std::rc::Rc;

use standfast_math::{LANES, Lanes, exp, expm1, logistic};
use standfast_model::parents::FactorSet;
use standfast_model::primitive::{Context, Kind};

use crate::field::{Field, combine};
use crate::pool::Pool;
use crate::space::{Map, Space};
use crate::sweep::{self, Axis};
use crate::tabulate::Tabulator;

/// The moves of one factor: probabilities of one level down, none, one up, by start of the year.
#[derive(Debug)]
pub struct Moves {
    /// The factor that moves.
    factor: usize,
    /// What the moves depend on.
    factors: FactorSet,
    probabilities: Vec<[Lanes; 3]>,
    everywhere: Along,
}

/// The way along a factor's axis of a grid.
#[derive(Debug)]
struct Along {
    stride: usize,
    levels: usize,
    /// The moves of each point.
    map: Map,
}

/// Moves after which one factor drops to its lowest level. Where that factor stood matters only to
/// the factors that move by it; the others move on the grid without it.
#[derive(Debug)]
struct Exhausting {
    factor: usize,
    /// Factors that it has no influence on, parents first.
    others: Vec<(Rc<Moves>, Along)>,
    /// Factors that it has influence on, itself excluded, parents first.
    influenced: Vec<Rc<Moves>>,
}

/// The moves of all factors in one or more contexts.
#[derive(Debug)]
pub struct Kernel {
    /// By context: the moves of each factor, parents first. Contexts in which a factor moves alike
    /// share the same moves.
    paths: Vec<Vec<Rc<Moves>>>,
    /// The moves of the first context, if a factor drops to its lowest level after them.
    exhausting: Option<Exhausting>,
}

impl Kernel {
    /// The kernel of some contexts under what is in force; with `exhausted`, that factor can be made
    /// to drop to its lowest level after the moves of the first context.
    pub fn new(tabulator: &Tabulator<'_>, contexts: &[Context], exhausted: Option<usize>) -> Kernel {
        let space = tabulator.space;
        let factors = 0..space.factors();
        let moves: Vec<Vec<Rc<Moves>>> = factors.map(|factor| distinct_moves(tabulator, factor, contexts)).collect();
        let order = order(&tabulator.scenario.parents, &moves);
        let paths = (0..contexts.len())
            .map(|context| order.iter().map(|&factor| Rc::clone(&moves[factor][context])).collect())
            .collect();
        let exhausting = exhausted.map(|factor| Exhausting::new(space, factor, &order, &moves));
        Kernel { paths, exhausting }
    }

    /// E\[V\] at every state, for each context: `means[context]` receives it.
    pub fn expect(&self, space: &Space, v: &[Lanes], means: &mut [Vec<Lanes>], pool: &mut Pool) {
        let all: Vec<usize> = (0..self.paths.len()).collect();
        self.expect_from(space, 0, v, &all, means, pool);
    }

    fn expect_from(
        &self,
        space: &Space,
        step: usize,
        v: &[Lanes],
        contexts: &[usize],
        means: &mut [Vec<Lanes>],
        pool: &mut Pool,
    ) {
        if step == space.factors() {
            contexts.iter().for_each(|&context| means[context].copy_from_slice(v));
            return;
        }
        for group in self.groups(step, contexts) {
            let axis = self.axis(group[0], step);
            if step + 1 == space.factors() && group.len() == 1 {
                sweep::expect(v, &mut means[group[0]], axis);
            } else {
                let mut next = pool.take(v.len());
                sweep::expect(v, &mut next, axis);
                self.expect_from(space, step + 1, &next, &group, means, pool);
                pool.give(next);
            }
        }
    }

    /// E\[V\] at every state in the first context, if a factor is exhausted after the move.
    pub fn expect_exhausted(&self, space: &Space, v: &[Lanes], mean: &mut Vec<Lanes>, pool: &mut Pool) {
        let Some(exhausting) = &self.exhausting else {
            return self.expect(space, v, std::slice::from_mut(mean), pool);
        };
        let (stride, levels) = (space.stride(exhausting.factor), space.levels(exhausting.factor));
        let mut reduced = pool.take(v.len() / levels);
        sweep::lowest(v, &mut reduced, stride, levels);
        for (moves, along) in &exhausting.others {
            let mut next = pool.take(reduced.len());
            sweep::expect(&reduced, &mut next, moves.axis(along));
            pool.give(std::mem::replace(&mut reduced, next));
        }
        sweep::spread(&reduced, mean, stride, levels);
        pool.give(reduced);
        for moves in &exhausting.influenced {
            let mut next = pool.take(mean.len());
            sweep::expect(mean, &mut next, moves.axis(&moves.everywhere));
            pool.give(std::mem::replace(mean, next));
        }
    }

    /// Moves a distribution by a year in the first context, after which a factor is exhausted: adds
    /// the result to `out`.
    pub fn push_exhausted(&self, space: &Space, mass: &[Lanes], out: &mut [Lanes], pool: &mut Pool) {
        let Some(exhausting) = &self.exhausting else {
            return self.push(space, &[mass], out, pool);
        };
        let (stride, levels) = (space.stride(exhausting.factor), space.levels(exhausting.factor));
        let mut full = pool.take(mass.len());
        full.copy_from_slice(mass);
        for moves in exhausting.influenced.iter().rev() {
            let mut next = pool.take(full.len());
            sweep::push(&full, &mut next, moves.axis(&moves.everywhere));
            pool.give(std::mem::replace(&mut full, next));
        }
        let mut reduced = pool.take(mass.len() / levels);
        sweep::collapse(&full, &mut reduced, stride, levels);
        pool.give(full);
        for (moves, along) in exhausting.others.iter().rev() {
            let mut next = pool.take(reduced.len());
            sweep::push(&reduced, &mut next, moves.axis(along));
            pool.give(std::mem::replace(&mut reduced, next));
        }
        sweep::add_to_lowest(&reduced, out, stride, levels);
        pool.give(reduced);
    }

    /// Moves a distribution by a year: adds to `out` what each context makes of its own mass.
    pub fn push(&self, space: &Space, masses: &[&[Lanes]], out: &mut [Lanes], pool: &mut Pool) {
        debug_assert_eq!(masses.len(), self.paths.len(), "one mass for each context");
        let all: Vec<usize> = (0..self.paths.len()).collect();
        let moved = self.push_from(space, 0, masses, &all, pool);
        for (sum, moved) in out.iter_mut().zip(&moved) {
            *sum += *moved;
        }
        pool.give(moved);
    }

    /// The masses of some contexts, moved along all factors from a step on, and added up.
    fn push_from(
        &self,
        space: &Space,
        step: usize,
        masses: &[&[Lanes]],
        contexts: &[usize],
        pool: &mut Pool,
    ) -> Vec<Lanes> {
        if step == space.factors() {
            let mut sum = pool.take(space.states());
            sum.copy_from_slice(masses[contexts[0]]);
            for &context in &contexts[1..] {
                for (sum, mass) in sum.iter_mut().zip(masses[context]) {
                    *sum += *mass;
                }
            }
            return sum;
        }
        let mut total: Option<Vec<Lanes>> = None;
        for group in self.groups(step, contexts) {
            let mass = self.push_from(space, step + 1, masses, &group, pool);
            let mut moved = pool.take(mass.len());
            sweep::push(&mass, &mut moved, self.axis(group[0], step));
            pool.give(mass);
            total = Some(match total {
                None => moved,
                Some(mut total) => {
                    for (sum, moved) in total.iter_mut().zip(&moved) {
                        *sum += *moved;
                    }
                    pool.give(moved);
                    total
                }
            });
        }
        total.unwrap_or_else(|| pool.take(space.states()))
    }

    /// The moves of each factor from a state in a context, parents first: one level down, none, one up.
    /// All factors move at once and independently.
    pub fn moves_from(&self, context: usize, state: usize) -> impl Iterator<Item = (usize, [Lanes; 3])> {
        self.paths[context].iter().map(move |moves| {
            let point = moves.everywhere.map[state] as usize;
            (moves.factor, moves.probabilities[point])
        })
    }

    fn axis(&self, context: usize, step: usize) -> Axis<'_> {
        let moves = &self.paths[context][step];
        moves.axis(&moves.everywhere)
    }

    /// The contexts in groups that move the factor of a step alike.
    fn groups(&self, step: usize, contexts: &[usize]) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for &context in contexts {
            let moves = &self.paths[context][step];
            match groups.iter_mut().find(|group| Rc::ptr_eq(&self.paths[group[0]][step], moves)) {
                Some(group) => group.push(context),
                None => groups.push(vec![context]),
            }
        }
        groups
    }
}

impl Moves {
    fn axis<'a>(&'a self, along: &'a Along) -> Axis<'a> {
        Axis { stride: along.stride, levels: along.levels, moves: &self.probabilities, map: &along.map }
    }
}

impl Along {
    /// The way along a factor's axis of a grid, for moves that depend on some factors of the grid.
    fn new(space: &Space, grid: FactorSet, factor: usize, depends_on: FactorSet) -> Along {
        Along {
            stride: grid.iter().filter(|&f| f > factor).map(|f| space.levels(f)).product(),
            levels: space.levels(factor),
            map: space.map(grid, depends_on),
        }
    }
}

impl Exhausting {
    fn new(space: &Space, factor: usize, order: &[usize], moves: &[Vec<Rc<Moves>>]) -> Exhausting {
        let mut influence = FactorSet::EMPTY.with(factor);
        let (mut others, mut influenced) = (Vec::new(), Vec::new());
        let without: FactorSet = space.all().iter().filter(|&f| f != factor).collect();
        // Parents come first in the order, so what they pass on is known when a child comes.
        for &f in order.iter().filter(|&&f| f != factor) {
            let moves = &moves[f][0];
            if moves.factors.iter().any(|parent| influence.contains(parent)) {
                influence = influence.with(f);
                influenced.push(Rc::clone(moves));
            } else {
                others.push((Rc::clone(moves), Along::new(space, without, f, moves.factors)));
            }
        }
        Exhausting { factor, others, influenced }
    }
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
    let probabilities = (0..down.values.len()).map(|i| [down.values[i], stay.values[i], up.values[i]]).collect();
    Moves { factor, factors, probabilities, everywhere: Along::new(space, space.all(), factor, factors) }
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

/// Parents first; among those that may come next, the factor in which the fewest contexts differ.
fn order(parents: &[FactorSet], moves: &[Vec<Rc<Moves>>]) -> Vec<usize> {
    let kinds = |factor: usize| {
        let moves = &moves[factor];
        (0..moves.len()).filter(|&i| !moves[..i].iter().any(|known| Rc::ptr_eq(known, &moves[i]))).count()
    };
    let mut done = FactorSet::EMPTY;
    let mut order = Vec::new();
    while let Some(next) = (0..parents.len())
        .filter(|&factor| !done.contains(factor) && done.contains_all(parents[factor]))
        .min_by_key(|&factor| kinds(factor))
    {
        done = done.with(next);
        order.push(next);
    }
    order
}
