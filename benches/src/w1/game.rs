//! The numbers of W1: what validation/w1/README.md says of moves, phases and rewards.

use standfast_math::{Lanes, logistic};

use super::{ACTIONS, CELL, LEVELS, PHASE, STATES, TILE, Tile};

const FACTORS: usize = 6;
const DISCOUNT: f64 = 0.95;
const LOST: f64 = 0.05;

/// Probabilities of a level down, none, a level up, by level.
pub(super) type Moves = [[Lanes; 3]; LEVELS];

/// What a year does to the phase under an action.
#[derive(Clone, Copy, Debug)]
pub(super) struct PhaseMoves {
    /// From peace to peace, war, lost.
    pub(super) peace: [f64; 3],
    /// From war to war, lost.
    pub(super) war: [f64; 2],
}

/// The game of eight draws.
#[derive(Debug)]
pub(super) struct Game {
    /// By factor; those of x₃ and x₄ are not used.
    pub(super) shared: [Moves; FACTORS],
    /// The moves of x₀, discounted by a year.
    pub(super) discounted: Moves,
    /// By action, of x₃ and x₄.
    pub(super) own: [[Moves; 2]; ACTIONS],
    /// By action.
    pub(super) phases: [PhaseMoves; ACTIONS],
    /// λ.
    pub(super) precision: Lanes,
    /// By tile and action.
    pub(super) rewards: Vec<[Tile<f64>; ACTIONS]>,
}

impl Default for Game {
    fn default() -> Game {
        const NONE: Moves = [[Lanes::ZERO; 3]; LEVELS];
        let phases = [(0.002, 0.02), (0.01, 0.03), (0.10, 0.06), (0.90, 0.12)];
        let mut game = Game {
            shared: [NONE; FACTORS],
            discounted: NONE,
            own: [[NONE; 2]; ACTIONS],
            phases: phases.map(|(e, l)| PhaseMoves { peace: [1.0 - e, 0.9 * e, 0.1 * e], war: [1.0 - l, l] }),
            precision: Lanes::ZERO,
            rewards: vec![[[0.0; TILE]; ACTIONS]; STATES / TILE],
        };
        for state in 0..STATES {
            for (action, reward) in rewards(state).into_iter().enumerate() {
                game.rewards[state / TILE][action][state % TILE] = reward;
            }
        }
        game
    }
}

impl Game {
    /// Takes the eight draws from `first` on.
    pub(super) fn draw(&mut self, first: usize) {
        let draws = Lanes(std::array::from_fn(|lane| (first + lane) as f64));
        self.precision = draws.map(|k| 4.0 + 0.5 * libm::sin(k));
        for factor in 0..FACTORS {
            let i = factor as f64;
            let up = draws.map(|k| (0.06 + 0.01 * i) * (1.0 + 0.2 * libm::sin(1.1 * k * (i + 1.0))));
            let down = draws.map(|k| (0.10 - 0.01 * i) * (1.0 + 0.2 * libm::sin(0.7 * k * (i + 2.0))));
            self.shared[factor] = moves(up, down);
            let more = match factor {
                3 => 0.05,
                4 => 0.04,
                _ => continue,
            };
            for (action, own) in self.own.iter_mut().enumerate() {
                own[factor - 3] = moves(up, down + Lanes::splat(more * action as f64));
            }
        }
        self.discounted = self.shared[0].map(|level| level.map(|probability| probability * DISCOUNT));
    }
}

fn moves(up: Lanes, down: Lanes) -> Moves {
    [[Lanes::ZERO, Lanes::ONE - up, up], [down, Lanes::ONE - up - down, up], [down, Lanes::ONE - down, Lanes::ZERO]]
}

/// The reward of each action at a state.
fn rewards(state: usize) -> [f64; ACTIONS] {
    let y = |stride: usize| (state / stride % LEVELS) as f64 / 2.0;
    let deterrence = 0.5 * y(STATES / 3) + 0.3 * y(STATES / 9) + 0.2 * y(STATES / 27);
    let (strength, capacity, hostility) = (y(TILE / 3), y(CELL), y(1));
    let win = logistic(2.0 * (capacity - strength) - 3.0 * deterrence + 1.0);
    let peace = [
        0.0,
        0.10 * hostility - 0.05 * deterrence,
        0.35 * hostility + 0.4 * win - 0.45 * deterrence - 0.50,
        0.60 * hostility + win - deterrence - 1.00,
    ];
    match state / PHASE % 3 {
        0 => peace,
        1 => peace.map(|reward| 0.5 * reward + 0.8 * win - 0.7),
        _ => [LOST; ACTIONS],
    }
}
