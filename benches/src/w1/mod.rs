//! The work W1 (validation/w1/README.md) with the engine's own moves along axes: eight draws side by side.
//!
//! States stand in the order x₀, x₁, x₂, x₃, x₄, phase, x₅, the last of them fastest. A *tile* is what
//! differs in x₃, x₄, phase and x₅ only, a *block* the three tiles that differ in x₂ too. The moves that
//! all actions share are done once: along x₀ and x₁ on all states, along x₂ and x₅ block by block. Everything
//! that an action has to itself is done tile by tile and never leaves the cache nearest to the processor.
//!
//! Worths are in units of 1/λ, so that the choice needs no product with λ and none with its inverse.

mod choice;
mod game;
mod reference;

use standfast_game::sweep::{Axis, expect, expect_from, push, push_into, push_onto};
use standfast_math::{LANES, Lanes};

use crate::figures::{Figures, rate};
use choice::{Stages, choose, split};
use game::{Game, Moves};
pub use reference::largest_error;

const ACTIONS: usize = 4;
const PHASES: usize = 3;
const LEVELS: usize = 3;
/// How many years there are.
pub const YEARS: usize = 50;

/// Apart by a phase.
const PHASE: usize = LEVELS;
/// States that differ in phase and x₅ only.
const CELL: usize = PHASES * PHASE;
const TILE: usize = LEVELS * LEVELS * CELL;
const BLOCK: usize = LEVELS * TILE;
const STATES: usize = LEVELS * LEVELS * BLOCK;

/// Every level 1, at peace.
const START: usize = STATES / LEVELS + BLOCK / LEVELS + BLOCK + TILE / LEVELS + CELL + 1;

/// Something for each state of a tile.
type Tile<T = Lanes> = [T; TILE];

/// What a batch of eight draws comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Solved {
    /// V₀ at the start.
    pub value: Lanes,
    /// m₀ … m₅₀: the mass at peace.
    pub intact: [Lanes; YEARS + 1],
}

impl Default for Solved {
    fn default() -> Solved {
        Solved { value: Lanes::ZERO, intact: [Lanes::ZERO; YEARS + 1] }
    }
}

/// Solves batch after batch in the same arrays.
#[derive(Debug)]
pub struct Solver {
    game: Game,
    /// Next year's values going backward, this year's masses going forward.
    now: Vec<Lanes>,
    moved: Vec<Lanes>,
    /// By year, tile, state and action but the last, which has what is left: in the order in which they are
    /// written and read.
    policy: Vec<Tile<[Lanes; ACTIONS - 1]>>,
    work: Work,
}

/// A tile for each action, and what a choice needs.
#[derive(Debug)]
struct Work {
    actions: [Tile; ACTIONS],
    stages: Stages,
}

impl Default for Solver {
    fn default() -> Solver {
        Solver {
            game: Game::default(),
            now: vec![Lanes::ZERO; STATES],
            moved: vec![Lanes::ZERO; STATES],
            policy: vec![[[Lanes::ZERO; ACTIONS - 1]; TILE]; YEARS * STATES / TILE],
            work: Work { actions: [[Lanes::ZERO; TILE]; ACTIONS], stages: Stages::default() },
        }
    }
}

impl Solver {
    /// Solves the eight draws of a batch: both passes.
    pub fn solve(&mut self, batch: usize, solved: &mut Solved) {
        self.game.draw(batch * LANES);
        self.backward();
        solved.value = self.now[START] / self.game.precision;
        self.forward(&mut solved.intact);
    }

    /// From V₅₀ = 0 to V₀; the policies of all years are kept.
    fn backward(&mut self) {
        let Solver { game, now, moved, policy, work } = self;
        now.fill(Lanes::ZERO);
        for policy in policy.rchunks_exact_mut(STATES / TILE) {
            expect_from(now, moved, axis(STATES / LEVELS, STATES, &game.discounted));
            expect(moved, axis(BLOCK, STATES, &game.shared[1]));
            let mut tiles = now.chunks_exact_mut(TILE).zip(policy).zip(&game.rewards);
            for block in moved.chunks_exact_mut(BLOCK) {
                expect(block, axis(TILE, BLOCK, &game.shared[2]));
                expect(block, axis(1, BLOCK, &game.shared[5]));
                for (means, ((value, policy), rewards)) in block.chunks_exact(TILE).zip(&mut tiles) {
                    for (worth, own) in work.actions.iter_mut().zip(&game.own) {
                        expect_from(means, worth, axis(TILE / LEVELS, TILE, &own[0]));
                        expect(worth, axis(CELL, TILE, &own[1]));
                    }
                    choose(&game.phases, game.precision, rewards, &mut work.actions, value, policy, &mut work.stages);
                }
            }
        }
    }

    /// From the start to m₅₀, under the policies.
    fn forward(&mut self, intact: &mut [Lanes; YEARS + 1]) {
        let Solver { game, now, moved, policy, work } = self;
        now.fill(Lanes::ZERO);
        now[START] = Lanes::ONE;
        intact[0] = Lanes::ONE;
        for (policy, intact) in policy.chunks_exact(STATES / TILE).zip(&mut intact[1..]) {
            let mut tiles = now.chunks_exact(TILE).zip(policy);
            for block in moved.chunks_exact_mut(BLOCK) {
                for (sum, (mass, policy)) in block.chunks_exact_mut(TILE).zip(&mut tiles) {
                    split(&game.phases, mass, policy, &mut work.actions);
                    for (action, (done, own)) in work.actions.iter_mut().zip(&game.own).enumerate() {
                        push(done, axis(CELL, TILE, &own[1]));
                        let put = if action == 0 { push_into } else { push_onto };
                        put(done, sum, axis(TILE / LEVELS, TILE, &own[0]));
                    }
                }
                push(block, axis(1, BLOCK, &game.shared[5]));
                push(block, axis(TILE, BLOCK, &game.shared[2]));
            }
            push(moved, axis(BLOCK, STATES, &game.shared[1]));
            push_into(moved, now, axis(STATES / LEVELS, STATES, &game.shared[0]));
            *intact = at_peace(now);
        }
    }
}

/// An axis along which all `states` move alike.
fn axis(stride: usize, states: usize, moves: &Moves) -> Axis<'_> {
    Axis { stride, levels: LEVELS, run: states, points: &[0], moves }
}

fn at_peace(mass: &[Lanes]) -> Lanes {
    let mut sums = [Lanes::ZERO; PHASE];
    for cell in mass.as_chunks::<CELL>().0 {
        for i in 0..PHASE {
            sums[i] += cell[i];
        }
    }
    sums[0] + sums[1] + sums[2]
}

/// Solves the first batches of draws, a thread for each solver.
pub fn solve_all(solvers: &mut [Solver], solved: &mut [Solved]) {
    let share = solved.len().div_ceil(solvers.len());
    std::thread::scope(|scope| {
        for (thread, (solver, solved)) in solvers.iter_mut().zip(solved.chunks_mut(share)).enumerate() {
            scope.spawn(move || {
                for (i, solved) in solved.iter_mut().enumerate() {
                    solver.solve(thread * share + i, solved);
                }
            });
        }
    });
}

/// How fast this is on some threads, and how far from the reference.
pub fn figures(threads: usize) -> Figures {
    const BATCHES: usize = 32;
    let mut solvers: Vec<Solver> = (0..threads).map(|_| Solver::default()).collect();
    let mut solved = vec![Solved::default(); BATCHES];
    let solves_per_second = rate(BATCHES * LANES, || solve_all(&mut solvers, &mut solved));
    Figures { name: "w1-standfast".to_owned(), threads, solves_per_second, max_error: largest_error(&solved) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::TOLERANCE;

    #[test]
    fn w1_has_the_answers_of_the_reference() {
        let mut solved = [Solved::default(); 1];
        solve_all(&mut [Solver::default()], &mut solved);
        let error = largest_error(&solved);
        assert!(error <= TOLERANCE, "{error:e}");
    }

    #[test]
    fn threads_and_arrays_in_use_before_change_no_bit() {
        let mut alone = [Solved::default(); 3];
        solve_all(&mut [Solver::default()], &mut alone);
        let mut solvers = [Solver::default(), Solver::default()];
        for _ in 0..2 {
            let mut together = [Solved::default(); 3];
            solve_all(&mut solvers, &mut together);
            assert_eq!(alone, together);
        }
    }
}
