//! The order in which a kernel does its work: one factor after the other, for all contexts that move
//! alike so far.
//!
//! Arrays stand in *slots*. A context's slot is that of the first context that has moved alike; where
//! they part, a copy goes into a slot of its own. Going backward (expectations) that is what happens;
//! going forward (masses) it happens the other way round, and what was copied is added up.

use std::ops::Range;
use std::rc::Rc;

use standfast_math::Lanes;
use standfast_model::parents::FactorSet;

use super::Moves;
use crate::space::{Map, Space};
use crate::sweep::{self, Axis};

/// Moves along some axes of a grid, in all contexts.
#[derive(Debug, Default)]
pub(super) struct Program {
    steps: Vec<Step>,
}

/// One factor moves in one slot.
#[derive(Debug)]
struct Step {
    slot: usize,
    /// Where its numbers stand before (going backward), or go to (going forward).
    other: Place,
    moves: Rc<Moves>,
    stride: usize,
    levels: usize,
    /// How many points in a row move alike.
    run: usize,
    /// The moves of each run of the whole grid.
    points: Map,
    /// How many runs a tile has.
    runs: usize,
}

/// Where numbers stand.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// In the slot itself.
    Here,
    /// In another one.
    Slot(usize),
    /// In the tile's part of one of the arrays over all states.
    Whole(usize),
}

/// A grid, and the factors whose levels are fixed within a tile of it.
#[derive(Clone, Copy)]
pub(super) struct Tiled<'a> {
    pub(super) space: &'a Space,
    pub(super) grid: FactorSet,
    pub(super) fixed: FactorSet,
}

impl Program {
    /// The moves of some factors in the order of the space, by context. `slots` has the slot of each
    /// context before, and after.
    pub(super) fn new<'m>(
        tiled: Tiled<'_>,
        factors: impl IntoIterator<Item = usize>,
        moves: impl Fn(usize, usize) -> &'m Rc<Moves>,
        slots: &mut [usize],
    ) -> Program {
        let mut program = Program::default();
        for factor in factors {
            for slot in distinct(slots) {
                let together: Vec<usize> = (0..slots.len()).filter(|&context| slots[context] == slot).collect();
                // Those that part from the first of them take their copies before it moves.
                for &context in &together {
                    let alike = |&other: &usize| Rc::ptr_eq(moves(factor, other), moves(factor, context));
                    let first = *together.iter().find(|other| alike(other)).unwrap_or(&context);
                    slots[context] = first;
                    if first == context && context != slot {
                        program.steps.push(Step::new(tiled, moves(factor, context), context, Place::Slot(slot)));
                    }
                }
                program.steps.push(Step::new(tiled, moves(factor, slot), slot, Place::Here));
            }
        }
        program
    }

    /// Whether nothing moves.
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The same on tiles whose numbers stand in arrays over all states, in the slots that come before.
    pub(super) fn between_whole_and_tile(mut self) -> Program {
        let mut in_tile: Vec<usize> = Vec::new();
        for step in &mut self.steps {
            let from = if let Place::Slot(from) = step.other { from } else { step.slot };
            if !in_tile.contains(&from) {
                step.other = Place::Whole(from);
            }
            in_tile.push(step.slot);
        }
        self
    }

    /// The levels of the factor that moves, move by move.
    pub(super) fn levels(&self) -> impl Iterator<Item = usize> {
        self.steps.iter().map(|step| step.levels)
    }

    /// Expectations over the moves in a tile.
    pub(super) fn expect(&self, tile: usize, slots: &mut [Vec<Lanes>], whole: &[Vec<Lanes>], states: Range<usize>) {
        for step in &self.steps {
            let axis = step.axis(tile);
            match step.other {
                Place::Here => sweep::expect(&mut slots[step.slot], axis),
                Place::Slot(from) => {
                    let (from, to) = two(slots, from, step.slot).unwrap_or_else(|| unreachable!("{PARTED}"));
                    sweep::expect_from(from, to, axis);
                }
                Place::Whole(from) => sweep::expect_from(&whole[from][states.clone()], &mut slots[step.slot], axis),
            }
        }
    }

    /// Masses after the moves in a tile.
    pub(super) fn push(&self, tile: usize, slots: &mut [Vec<Lanes>], whole: &mut [Vec<Lanes>], states: Range<usize>) {
        for step in self.steps.iter().rev() {
            let axis = step.axis(tile);
            match step.other {
                Place::Here => sweep::push(&mut slots[step.slot], axis),
                Place::Slot(to) => {
                    let (from, to) = two(slots, step.slot, to).unwrap_or_else(|| unreachable!("{PARTED}"));
                    sweep::push_onto(from, to, axis);
                }
                Place::Whole(to) if to == step.slot => {
                    sweep::push_into(&slots[step.slot], &mut whole[to][states.clone()], axis);
                }
                Place::Whole(to) => sweep::push_onto(&slots[step.slot], &mut whole[to][states.clone()], axis),
            }
        }
    }
}

impl Step {
    fn new(tiled: Tiled<'_>, moves: &Rc<Moves>, slot: usize, other: Place) -> Step {
        let Tiled { space, grid, fixed } = tiled;
        let moves = Rc::clone(moves);
        let levels = space.levels(moves.factor);
        // Within the factors up to the last of those that the moves depend on.
        let bounds = moves.parents.union(fixed);
        let until = space.order().iter().rposition(|&factor| bounds.contains(factor)).map_or(0, |last| last + 1);
        let slower: FactorSet = space.order()[..until].iter().copied().filter(|&f| grid.contains(f)).collect();
        let points = space.map(slower, moves.parents);
        let run = space.points(grid) / points.len();
        let runs = points.len() / space.points(fixed);
        Step { slot, other, stride: space.stride_in(grid, moves.factor), levels, run, points, runs, moves }
    }

    fn axis(&self, tile: usize) -> Axis<'_> {
        let points = &self.points[tile * self.runs..][..self.runs];
        Axis { stride: self.stride, levels: self.levels, run: self.run, points, moves: &self.moves.probabilities }
    }
}

/// What steps between slots can rely on.
const PARTED: &str = "a context parts from another one";

/// The arrays in two slots, the second to be written; nothing if they are the same.
pub(super) fn two(slots: &mut [Vec<Lanes>], from: usize, to: usize) -> Option<(&[Lanes], &mut [Lanes])> {
    if from == to {
        return None;
    }
    let (low, high) = slots.split_at_mut(if from < to { to } else { from });
    Some(if from < to { (&low[from], &mut high[0]) } else { (&high[0], &mut low[to]) })
}

/// The slots that are in use, in order.
pub(super) fn distinct(slots: &[usize]) -> Vec<usize> {
    let mut distinct = slots.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    distinct
}
