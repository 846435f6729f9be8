//! When levels of factors are reached: joint first passage in a peace that nobody disturbs.
//!
//! The factors move as in a year at peace in which the challenger only holds: no war, no coercion, no limited
//! attack. What is in force by date moves them too. A *goal* is a level of a factor; it is reached in the first
//! year at whose start the factor stands at that very level, be it from above or from below, and stays reached
//! wherever the factor goes later. So goals may be reached in different years.
//!
//! Only the goals' factors matter, with their parents and the parents of these. The chain on their grid is
//! augmented by the set of goals that have been reached; mass that has reached all of them is taken out.

use standfast_math::Lanes;
use standfast_model::condition::LevelSet;
use standfast_model::instrument::InstrumentSet;
use standfast_model::parents::FactorSet;
use standfast_model::primitive::Context;

use crate::batch::Batch;
use crate::in_force::InForce;
use crate::kernel::Kernel;

/// A chain with more points than that, times the sets of goals, is not followed.
pub const MOST_CELLS: usize = 1 << 19;

/// The chance that all goals have been reached in the years 0 … t, for t below a number of years; nothing if the
/// chain is too large ([`MOST_CELLS`]). Each goal is one level; without any, all are reached in year 0.
pub fn reached(batch: &Batch<'_>, set: InstrumentSet, goals: &[LevelSet], years: usize) -> Option<Vec<Lanes>> {
    let mut chain = Chain::new(batch, goals)?;
    let mut known: Option<(InForce, Vec<Vec<[Lanes; 3]>>)> = None;
    let mut reached = Vec::with_capacity(years);
    let mut sum = Lanes::ZERO;
    for year in 0..years {
        sum += chain.note();
        reached.push(sum);
        let in_force = InForce::at(batch.scenario, set, year);
        let moves = match &mut known {
            Some((same, moves)) if *same == in_force => moves,
            known => {
                let moves = chain.moves(batch, &in_force);
                &mut known.insert((in_force, moves)).1
            }
        };
        chain.push(moves);
    }
    Some(reached)
}

/// Mass on the grid of some factors, by which goals it has reached.
struct Chain {
    /// The factors, the slowest first: parents come before their children.
    factors: Vec<usize>,
    /// By factor: its levels, and how far apart they are on the grid.
    axes: Vec<(usize, usize)>,
    points: usize,
    /// By point: the goals that are reached there, as bits.
    hits: Vec<usize>,
    /// By set of goals, all of them left out: mass by point.
    mass: Vec<Vec<Lanes>>,
}

impl Chain {
    fn new(batch: &Batch<'_>, goals: &[LevelSet]) -> Option<Chain> {
        let (space, scenario) = (&batch.space, batch.scenario);
        let mut grid: FactorSet = goals.iter().map(|goal| goal.factor).collect();
        // Children come last in the order: on the way back whoever is wanted is known when its turn comes.
        for &factor in space.order().iter().rev() {
            if grid.contains(factor) {
                grid = grid.union(scenario.parents[factor]);
            }
        }
        let factors: Vec<usize> = space.order().iter().copied().filter(|&factor| grid.contains(factor)).collect();
        let points = factors.iter().try_fold(1_usize, |points, &factor| points.checked_mul(space.levels(factor)))?;
        let sets = 1_usize.checked_shl(goals.len() as u32)?;
        points.checked_mul(sets).filter(|&cells| cells <= MOST_CELLS)?;
        let axes = factors.iter().map(|&factor| (space.levels(factor), space.stride_in(grid, factor))).collect();
        let hit = |point: usize| {
            let at = |goal: &LevelSet| goal.contains(space.level_at(grid, point, goal.factor));
            goals.iter().enumerate().filter(|(_, goal)| at(goal)).fold(0, |hit, (i, _)| hit | 1 << i)
        };
        let initial = factors.iter().fold(vec![1.0], |joint: Vec<f64>, &factor| {
            joint.iter().flat_map(|&mass| scenario.factors[factor].initial.iter().map(move |&p| mass * p)).collect()
        });
        let mut mass = vec![vec![Lanes::ZERO; points]; sets];
        mass[0] = initial.into_iter().map(Lanes::splat).collect();
        Some(Chain { factors, axes, points, hits: (0..points).map(hit).collect(), mass })
    }

    /// Notes which goals are reached where the mass stands, takes out what has reached all of them, and says how
    /// much that is.
    fn note(&mut self) -> Lanes {
        let all = self.mass.len() - 1;
        // What reaches more goals goes on to a later set.
        for goals in 0..all {
            for point in 0..self.points {
                let now = goals | self.hits[point];
                if now != goals {
                    let moved = std::mem::take(&mut self.mass[goals][point]);
                    self.mass[now][point] += moved;
                }
            }
        }
        let mut sum = Lanes::ZERO;
        for mass in &mut self.mass[all] {
            sum += std::mem::take(mass);
        }
        sum
    }

    /// The moves of each factor by point: probabilities of one level down, none, one up.
    fn moves(&self, batch: &Batch<'_>, in_force: &InForce) -> Vec<Vec<[Lanes; 3]>> {
        let kernel = Kernel::new(&batch.tabulator(in_force), &[Context::Peace], None);
        let mut moves = vec![Vec::with_capacity(self.points); self.factors.len()];
        for point in 0..self.points {
            // The other factors have no influence on these: they may stand anywhere.
            let state = (self.factors.iter().zip(&self.axes))
                .map(|(&factor, &(levels, stride))| point / stride % levels * batch.space.stride(factor))
                .sum();
            for (factor, own) in kernel.moves_from(0, state) {
                if let Some(at) = self.factors.iter().position(|&known| known == factor) {
                    moves[at].push(own);
                }
            }
        }
        moves
    }

    /// A year passes: all factors move at once, given where all stood at its start. So children move first.
    fn push(&mut self, moves: &[Vec<[Lanes; 3]>]) {
        let all = self.mass.len() - 1;
        for mass in &mut self.mass[..all] {
            for (moves, &(levels, stride)) in moves.iter().zip(&self.axes).rev().filter(|(_, axis)| axis.0 > 1) {
                let mut next = vec![Lanes::ZERO; self.points];
                for (point, (&here, &[down, stay, up])) in mass.iter().zip(moves).enumerate() {
                    let level = point / stride % levels;
                    next[point] += here * stay;
                    if level > 0 {
                        next[point - stride] += here * down;
                    }
                    if level + 1 < levels {
                        next[point + stride] += here * up;
                    }
                }
                *mass = next;
            }
        }
    }
}
