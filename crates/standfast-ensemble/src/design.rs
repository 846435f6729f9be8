//! Which draws of the uncertain numbers are solved.
//!
//! Draws are scrambled Sobol points, in eight independent scramblings: draw i is point ⌊i/8⌋ of
//! scrambling i mod 8. So a batch of eight draws holds one point of each scrambling, more draws
//! only add to fewer, and the eight scramblings, an eighth of the draws each, tell how sure a
//! result is.
//!
//! Numbers may be drawn anew: by plain random numbers, which have nothing to do with the points. Each
//! draw then differs from the one of the same place by independent values of these numbers and by
//! nothing else. (Another scrambling of the same points would not do: two scramblings of a coordinate
//! agree in their first bit in all draws or in none.)

use std::collections::{BTreeMap, BTreeSet};

use standfast_game::Draws;
use standfast_math::owen::scramble;
use standfast_math::sobol::Sobol;
use standfast_math::stream::{Stream, unit_interval};
use standfast_math::{LANES, Lanes};
use standfast_model::Scenario;

/// How many independent scramblings there are: one for each lane.
pub const SCRAMBLINGS: usize = LANES;

/// The draws of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Design {
    /// One draw with every number at its median.
    Median,
    /// Scrambled Sobol points.
    Sobol {
        /// The seed of the scramblings.
        seed: u64,
        /// How many draws.
        draws: usize,
    },
}

impl Design {
    /// How many draws there are.
    pub fn draws(self) -> usize {
        match self {
            Design::Median => 1,
            Design::Sobol { draws, .. } => draws,
        }
    }

    /// How many batches hold them.
    pub fn batches(self) -> usize {
        self.draws().div_ceil(LANES)
    }

    /// The draws of a batch, with the numbers at some positions drawn anew; a last batch may hold more
    /// than are wanted.
    pub fn batch(self, scenario: &Scenario, batch: usize, anew: &BTreeSet<usize>) -> Draws {
        let Design::Sobol { seed, .. } = self else { return Draws::median(scenario) };
        let dimensions = dimensions(scenario);
        let sobol = Sobol::new(dimensions.iter().flatten().map(|last| last + 1).max().unwrap_or(0));
        let (stream, other) = (Stream::new(seed, "draws"), Stream::new(seed, "draws anew"));
        Draws::new(scenario, |lane, number| {
            let dimension = dimensions[number].unwrap_or_else(|| unreachable!("asked only for uncertain numbers"));
            if anew.contains(&number) {
                return other.uniform((batch * LANES + lane) as u64, dimension as u64);
            }
            let coordinate = sobol.coordinate(batch as u64, dimension);
            unit_interval(scramble(&stream, lane as u64, dimension as u64, coordinate))
        })
    }

    /// The values of some numbers, by number and draw, on their link scales.
    pub fn values(self, scenario: &Scenario, numbers: &[usize]) -> Vec<Vec<f64>> {
        self.values_with(scenario, numbers, &BTreeSet::new())
    }

    /// The same, with the numbers at some positions drawn anew.
    pub fn values_with(self, scenario: &Scenario, numbers: &[usize], anew: &BTreeSet<usize>) -> Vec<Vec<f64>> {
        let mut values = vec![Vec::new(); numbers.len()];
        for batch in 0..self.batches() {
            let draws = self.batch(scenario, batch, anew);
            for (values, &number) in values.iter_mut().zip(numbers) {
                values.extend(draws.value(number).0);
            }
        }
        values.iter_mut().for_each(|values| values.truncate(self.draws()));
        values
    }
}

/// The dimension of each uncertain number, in the order of the case; one for all that stand for the same.
fn dimensions(scenario: &Scenario) -> Vec<Option<usize>> {
    let mut known: BTreeMap<usize, usize> = BTreeMap::new();
    let assign = |(i, number): (usize, &standfast_model::number::Number)| {
        let next = known.len();
        number.is_uncertain().then(|| *known.entry(number.drawn_with.unwrap_or(i)).or_insert(next))
    };
    scenario.numbers.iter().enumerate().map(assign).collect()
}

/// The value of one lane.
pub(crate) fn lane(values: &[Lanes], lane: usize) -> Vec<f64> {
    values.iter().map(|value| value.0[lane]).collect()
}
