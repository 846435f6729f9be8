//! Operations and bytes of the stages of a solve, counted by hand in the equations; docs/speed.md has the
//! count in words.

use std::ops::{Add, Mul};

use standfast_game::contest::Contest;
use standfast_game::kernel::Kernel;
use standfast_math::LANES;

use crate::machine::{Level, Machine};

/// Operations on single numbers, and bytes that travel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Count {
    /// Products.
    pub products: f64,
    /// Sums and differences.
    pub sums: f64,
    /// Comparisons, selections, signs and shifts.
    pub others: f64,
    /// Divisions.
    pub divisions: f64,
    /// Bytes read and written, by the level of the memory that they come from or go to at the nearest.
    pub bytes: [f64; Level::ALL.len()],
}

/// Bytes of a number in all lanes.
const WIDE: f64 = (8 * LANES) as f64;

/// e⁻ˣ: a reduction, a polynomial of degree 11 and a power of two.
pub const EXP_OF_NEGATIVE: Count = Count::operations(15.0, 15.0, 4.0, 0.0);
/// 1/(1 + e⁻ˣ).
pub const LOGISTIC: Count = Count::operations(16.0, 16.0, 7.0, 1.0);

impl Count {
    /// Products, sums, others and divisions.
    pub const fn operations(products: f64, sums: f64, others: f64, divisions: f64) -> Count {
        Count { products, sums, others, divisions, bytes: [0.0; Level::ALL.len()] }
    }

    /// So many numbers, in all lanes, that travel to or from a level of the memory.
    #[must_use]
    pub fn moving(mut self, numbers: f64, level: Level) -> Count {
        self.bytes[level as usize] += numbers * WIDE;
        self
    }

    /// All operations.
    pub fn all(&self) -> f64 {
        self.products + self.sums + self.others + self.divisions
    }

    /// The seconds that it must take: the longest that one of the machine's limits asks for. Beside the
    /// products, sums, divisions and bytes each by themselves, all operations but divisions go to the units
    /// that do products and sums.
    pub fn must_take(&self, machine: &Machine) -> f64 {
        let simple = self.products + self.sums + self.others;
        let operations = [
            self.products / machine.products,
            self.sums / machine.sums,
            simple / machine.both,
            self.divisions / machine.divisions,
        ];
        let bytes = (0..Level::ALL.len()).map(|level| self.bytes[level] / machine.bytes[level]);
        operations.into_iter().chain(bytes).fold(0.0, |most, time| if time > most { time } else { most })
    }

    /// In all lanes at so many points.
    fn at(self, points: f64) -> Count {
        self * (points * LANES as f64)
    }
}

impl Add for Count {
    type Output = Count;
    fn add(self, other: Count) -> Count {
        Count {
            products: self.products + other.products,
            sums: self.sums + other.sums,
            others: self.others + other.others,
            divisions: self.divisions + other.divisions,
            bytes: std::array::from_fn(|level| self.bytes[level] + other.bytes[level]),
        }
    }
}

impl Mul<f64> for Count {
    type Output = Count;
    fn mul(self, times: f64) -> Count {
        Count {
            products: self.products * times,
            sums: self.sums * times,
            others: self.others * times,
            divisions: self.divisions * times,
            bytes: self.bytes.map(|bytes| bytes * times),
        }
    }
}

impl std::iter::Sum for Count {
    fn sum<I: Iterator<Item = Count>>(counts: I) -> Count {
        counts.fold(Count::default(), Add::add)
    }
}

/// 3ⁿ.
fn joint(guarantors: usize) -> f64 {
    (0..guarantors).map(|_| 3.0).product()
}

/// The contests of a set in force: two chances for every joint response, their differences along each axis,
/// the influence of each pair of guarantors (nine second differences for each joint response of the others),
/// and the means if all respond evenly. The strengths and their logarithms are left out: they are made on
/// the smaller grid of the protégé's side.
pub fn contest(contest: &Contest, guarantors: usize) -> Count {
    let n = guarantors as f64;
    let chance = Count::operations(1.0, 1.0, 0.0, 0.0) + LOGISTIC;
    let differences = Count::operations(0.0, 2.0 / 3.0 * n, 0.0, 0.0);
    let pairs = (guarantors * guarantors.saturating_sub(1) / 2) as f64;
    let influence = Count::operations(0.0, 18.0, 18.0, 0.0) * (pairs / 9.0);
    let each = (chance + differences) * 2.0 + influence;
    let points = contest.points.len() as f64;
    each.at(joint(guarantors) * points) + MEAN_OVER_ONE.at(means(guarantors) * points)
}

/// a + p₁·b + p₂·c averages over one guarantor and leaves a third.
const MEAN_OVER_ONE: Count = Count::operations(2.0, 2.0, 0.0, 0.0);

/// How many of these it takes to know what each guarantor's help changes: for guarantor i two thirds of what
/// is left are averaged over all after it, then all that is left over i itself.
fn means(guarantors: usize) -> f64 {
    (0..guarantors).rev().map(|after| 2.0 * joint(after) - 1.0).sum()
}

/// One round of the guarantors' answers at one point and in one case: what helping changes the chance by
/// for each, given all others, and its logit response.
pub fn round(guarantors: usize) -> Count {
    // λ·(advantage − stake·change) twice; weights relative to the largest, of which one is 1; their shares.
    let logit = Count::operations(4.0 + 3.0, 2.0 + 5.0, 4.0, 1.0) + EXP_OF_NEGATIVE * 2.0;
    (MEAN_OVER_ONE * means(guarantors) + logit * guarantors as f64).at(1.0)
}

/// A factor of some levels moves on a grid of some states: (3L − 2) products and 2L − 2 sums a column.
fn one_move([levels, states]: [usize; 2]) -> Count {
    let (levels, states) = (levels as f64, states as f64);
    let column = Count::operations(3.0 * levels - 2.0, 2.0 * levels - 2.0, 0.0, 0.0);
    column.at(states / levels).moving(2.0 * states, Level::L1)
}

/// The moves of a year, backward or forward, in `contexts`. Slow factors move on arrays that do not fit
/// into the nearest cache; tiles are read from there, or written to it, once. Going forward what moved in
/// different contexts is added up.
pub fn moves(kernel: &Kernel, contexts: usize, forward: bool) -> Count {
    let steps = kernel.steps();
    let states = steps.tiles.first().map_or(0.0, |[_, states]| *states as f64);
    let all: Count = steps.whole.iter().chain(&steps.tiles).copied().map(one_move).sum();
    let added = if forward { contexts as f64 - 1.0 } else { 0.0 };
    all.moving((2 * steps.whole.len()) as f64 * states + states, Level::L2)
        + Count::operations(0.0, 1.0, 0.0, 0.0).at(added * states)
}

/// The moves of a year after which a factor is exhausted: backward its lowest level is taken and spread,
/// forward its levels are added up.
pub fn moves_exhausted(kernel: &Kernel, states: usize) -> Count {
    let steps = kernel.steps();
    let all: Count = steps.exhausted.iter().copied().map(one_move).sum();
    let travelling: f64 = steps.exhausted.iter().map(|[_, states]| 2.0 * *states as f64).sum();
    all.moving(travelling + 2.0 * states as f64, Level::L2)
}

/// The choices of a year at peace: `kept` if the policy stays for later.
pub fn choices_at_peace(states: usize, kept: bool) -> Count {
    // What each option is worth, and λ times what coercion is worth more than holding.
    let options = Count::operations(7.0, 8.0, 1.0, 0.0);
    let coerce = EXP_OF_NEGATIVE + Count::operations(1.0, 1.0, 2.0, 1.0);
    // Gains over calm, lowered where both are large; two exponentials.
    let gains = Count::operations(3.0, 7.0, 6.0, 0.0) + EXP_OF_NEGATIVE * 2.0;
    // Three weights, each alternative alone, their mixture, and the mean.
    let chosen = Count::operations(17.0, 10.0, 13.0, 1.0);
    let states = states as f64;
    // Three expectations in the tile; fight is read, worth and three probabilities are written.
    (options + coerce + gains + chosen)
        .at(states)
        .moving(3.0 * states, Level::L1)
        .moving(2.0 * states, Level::L2)
        .moving(3.0 * states, if kept { Level::L3 } else { Level::L2 })
}

/// The choices of a year of war.
pub fn choices_at_war(states: usize, kept: bool) -> Count {
    let options = Count::operations(5.0, 4.0, 1.0, 0.0);
    let settle = EXP_OF_NEGATIVE + Count::operations(1.0, 1.0, 2.0, 1.0);
    let worth = Count::operations(1.0, 2.0, 0.0, 0.0);
    let states = states as f64;
    (options + settle + worth)
        .at(states)
        .moving(states, Level::L1)
        .moving(3.0 * states, Level::L2)
        .moving(states, if kept { Level::L3 } else { Level::L2 })
}

/// A mass at peace is split by what the challenger does; `notes` are the sums and products for what is
/// noted. The first mass of a year finds the policy far away.
pub fn split(states: usize, notes: Count, first: bool) -> Count {
    let states = states as f64;
    (Count::operations(6.0, 5.0, 0.0, 0.0) + notes)
        .at(states)
        .moving(3.0 * states, Level::L1)
        .moving(2.0 * states, Level::L2)
        .moving(3.0 * states, if first { Level::L3 } else { Level::L2 })
}

/// What is noted of all histories: wars that begin, sums, and four masses by cost.
pub const NOTES_OF_ALL: Count = Count::operations(4.0, 9.0, 0.0, 0.0);
/// What is noted of the mass without war and capture so far.
pub const NOTES_OF_INTACT: Count = Count::operations(0.0, 7.0, 0.0, 0.0);
/// What is noted of the mass without a limited attack either.
pub const NOTES_OF_QUIET: Count = Count::operations(0.0, 1.0, 0.0, 0.0);

/// What becomes of the masses in a year of war.
pub fn wage(states: usize) -> Count {
    let states = states as f64;
    Count::operations(6.0, 8.0, 0.0, 0.0)
        .at(states)
        .moving(states, Level::L1)
        .moving(3.0 * states, Level::L2)
        .moving(states, Level::L3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_of_three_takes_eleven_operations() {
        assert_eq!(one_move([3, 3]), Count::operations(7.0, 4.0, 0.0, 0.0).at(1.0).moving(6.0, Level::L1));
    }

    #[test]
    fn one_guarantor_has_nobody_to_average_over() {
        // E[π | k] is given; only its own response follows, and the mean over that.
        let means = round(1).products / LANES as f64 - 7.0 - 2.0 * EXP_OF_NEGATIVE.products;
        assert_eq!(means, 2.0);
    }

    #[test]
    fn the_tightest_limit_counts() {
        let machine = Machine { products: 1.0, sums: 2.0, both: 2.0, divisions: 0.5, bytes: [64.0, 32.0, 16.0, 8.0] };
        assert_eq!(Count::operations(4.0, 1.0, 0.0, 0.0).must_take(&machine), 4.0);
        assert_eq!(Count::operations(4.0, 5.0, 1.0, 0.0).must_take(&machine), 5.0);
        assert_eq!(Count::operations(0.0, 1.0, 0.0, 1.0).must_take(&machine), 2.0);
        assert_eq!(Count::default().moving(3.0, Level::L2).moving(1.0, Level::L1).must_take(&machine), 6.0);
    }
}
