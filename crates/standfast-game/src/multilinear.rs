//! Means over independent responses.
//!
//! What depends on the guarantors' joint response, such as the challenger's chance of winning, has a
//! mean when each responds by itself with given probabilities. As a function of these probabilities
//! it is linear in each guarantor's: the multilinear extension (Owen 1972). Of a guarantor's three
//! probabilities two are free, so along its axis the function is stored as its value where it stands
//! aside and what it changes by where it supplies, and where it intervenes:
//!
//! - d(0) = f(0), d(1) = f(1) − f(0), d(2) = f(2) − f(0), and so along every axis;
//! - E\[f\] = d(0) + p₁·d(1) + p₂·d(2), axis by axis.
//!
//! What a guarantor's help changes the mean by, E\[f | k\] − E\[f | 0\], is then the mean of the slab
//! d(k) over the others: no difference of nearly equal numbers is ever formed in it.
//!
//! Joint responses are numbered in base 3, the first guarantor's digit leading.

use std::hint::black_box;
use std::ops::{Add, Mul, Sub};

use standfast_math::Lanes;
use standfast_model::scenario::MAX_GUARANTORS;

/// Numbers that means can be taken of: one or eight at a time.
pub trait Scalar: Copy + Add<Output = Self> + Mul<Output = Self> + Sub<Output = Self> {
    /// 0.
    const ZERO: Self;
}

impl Scalar for f64 {
    const ZERO: f64 = 0.0;
}

impl Scalar for Lanes {
    const ZERO: Lanes = Lanes::ZERO;
}

/// Probabilities of standing aside, supplying and intervening.
pub type Probabilities<T> = [T; 3];

/// A function of the joint response.
#[derive(Clone, Debug)]
pub struct Multilinear<T> {
    differences: Vec<T>,
    guarantors: usize,
}

/// How much a function's change with one guarantor's response depends on another's, c_ij: the largest
/// second difference over the responses of both, whatever the others do.
#[derive(Clone, Debug)]
pub struct Influence([[Lanes; MAX_GUARANTORS]; MAX_GUARANTORS]);

/// Memory for the parts of a mean.
#[derive(Debug, Default)]
pub struct Work<T> {
    /// The mean over the guarantors before one.
    front: Vec<T>,
    /// What is left while those after it are averaged over.
    back: Vec<T>,
}

/// A function of which the guarantors before one have been averaged over.
pub(crate) struct InTurn<'a, T> {
    /// The function, until the first turn is over.
    whole: Option<&'a [T]>,
    front: &'a mut [T],
    back: &'a mut [T],
    /// How many joint responses are left.
    size: usize,
}

/// 3ⁿ: how many joint responses there are.
pub(crate) fn joint_responses(guarantors: usize) -> usize {
    3_usize.pow(guarantors as u32)
}

impl<T: Scalar> Multilinear<T> {
    /// The function with these values, one for each joint response.
    ///
    /// # Panics
    /// If there are not 3ⁿ values.
    #[inline(always)]
    pub fn new(mut values: Vec<T>, guarantors: usize) -> Multilinear<T> {
        assert_eq!(values.len(), joint_responses(guarantors), "a value for each joint response");
        for i in 0..guarantors {
            let size = joint_responses(guarantors - 1 - i);
            for block in values.chunks_exact_mut(3 * size) {
                let (aside, helping) = block.split_at_mut(size);
                let (supplying, intervening) = helping.split_at_mut(size);
                for m in 0..size {
                    supplying[m] = supplying[m] - aside[m];
                    intervening[m] = intervening[m] - aside[m];
                }
            }
        }
        Multilinear { differences: values, guarantors }
    }

    /// What a guarantor's response k = 1 or 2 changes the function by, as a function of the others'.
    pub(crate) fn change(&self, guarantor: usize, k: usize) -> Multilinear<T> {
        let size = joint_responses(self.guarantors - 1 - guarantor);
        let blocks = self.differences.chunks_exact(3 * size);
        let differences = blocks.flat_map(|block| &block[k * size..(k + 1) * size]).copied().collect();
        Multilinear { differences, guarantors: self.guarantors - 1 }
    }

    /// Whether the function is the same when two guarantors trade their responses.
    pub(crate) fn is_symmetric(&self, i: usize, j: usize, equal: impl Fn(T, T) -> bool) -> bool {
        let (a, b) = (joint_responses(self.guarantors - 1 - i), joint_responses(self.guarantors - 1 - j));
        self.differences.iter().enumerate().all(|(m, &here)| {
            let (k, l) = (m / a % 3, m / b % 3);
            equal(here, self.differences[m - k * a - l * b + l * a + k * b])
        })
    }

    /// The mean.
    #[inline(always)]
    pub(crate) fn mean(&self, p: &[Probabilities<T>], work: &mut Work<T>) -> T {
        work.reserve(self.differences.len());
        mean(&self.differences, p, &mut work.back)
    }

    /// Averages over the guarantors one by one, the first one first.
    #[inline(always)]
    pub(crate) fn in_turn<'a>(&'a self, work: &'a mut Work<T>) -> InTurn<'a, T> {
        work.reserve(self.differences.len());
        InTurn {
            whole: Some(&self.differences),
            front: &mut work.front,
            back: &mut work.back,
            size: self.differences.len(),
        }
    }
}

impl<T: Scalar> InTurn<'_, T> {
    /// What supplying and intervening of the guarantor whose turn it is each change the mean by, given
    /// what those before it turned to and the responses of those `after` it.
    #[inline(always)]
    pub(crate) fn changes(&mut self, after: &[Probabilities<T>]) -> [T; 2] {
        let size = self.size / 3;
        let all = match self.whole {
            Some(whole) => whole,
            None => &self.front[..],
        };
        [mean(&all[size..2 * size], after, self.back), mean(&all[2 * size..3 * size], after, self.back)]
    }

    /// Averages over its responses; the next one's turn comes.
    #[inline(always)]
    pub(crate) fn pass(&mut self, p: &Probabilities<T>) {
        let p = *p;
        let size = self.size / 3;
        self.size = size;
        match self.whole.take() {
            Some(whole) => {
                let (aside, helping) = whole.split_at(size);
                let (supplying, intervening) = helping.split_at(size);
                let all = self.front[..size].iter_mut().zip(aside).zip(supplying.iter().zip(intervening));
                for ((front, &aside), (&supplying, &intervening)) in all {
                    put(front, of_three([aside, supplying, intervening], &p));
                }
            }
            None => {
                let (front, helping) = self.front[..3 * size].split_at_mut(size);
                let (supplying, intervening) = helping.split_at(size);
                for (front, (&supplying, &intervening)) in front.iter_mut().zip(supplying.iter().zip(intervening)) {
                    put(front, of_three([*front, supplying, intervening], &p));
                }
            }
        }
    }

    /// The mean, when all have had their turn.
    #[inline(always)]
    pub(crate) fn mean(self) -> T {
        match self.whole {
            Some(whole) => whole[0],
            None => self.front[0],
        }
    }
}

impl Multilinear<Lanes> {
    /// The function in one lane.
    pub(crate) fn lane(&self, lane: usize) -> Multilinear<f64> {
        let differences = self.differences.iter().map(|lanes| lanes.0[lane]).collect();
        Multilinear { differences, guarantors: self.guarantors }
    }

    /// What supplying and intervening of each guarantor change the mean by, given the others' responses.
    #[inline(always)]
    pub(crate) fn changes(&self, p: &[Probabilities<Lanes>]) -> [[Lanes; 2]; MAX_GUARANTORS] {
        let mut changes = [[Lanes::ZERO; 2]; MAX_GUARANTORS];
        let mut work = Work::default();
        let mut turns = self.in_turn(&mut work);
        for i in 0..self.guarantors {
            changes[i] = turns.changes(&p[i + 1..self.guarantors]);
            turns.pass(&p[i]);
        }
        changes
    }

    /// The value at one joint response.
    pub(crate) fn at(&self, joint: usize) -> Lanes {
        let digit = |i: usize| joint / joint_responses(self.guarantors - 1 - i) % 3;
        let certain = |i: usize| std::array::from_fn(|k| if k == digit(i) { Lanes::ONE } else { Lanes::ZERO });
        let p: Vec<Probabilities<Lanes>> = (0..self.guarantors).map(certain).collect();
        self.mean(&p, &mut Work::default())
    }
}

impl Influence {
    /// From the function's values, one for each joint response.
    #[inline(always)]
    pub fn new(values: &[Lanes], guarantors: usize) -> Influence {
        let mut influence = [[Lanes::ZERO; MAX_GUARANTORS]; MAX_GUARANTORS];
        for j in 1..guarantors {
            for i in 0..j {
                let (a, b) = (joint_responses(guarantors - 1 - i), joint_responses(guarantors - 1 - j));
                let mut largest = Lanes::ZERO;
                for outer in (0..values.len()).step_by(3 * a) {
                    for inner in (outer..outer + a).step_by(3 * b) {
                        for m in inner..inner + b {
                            largest = largest_second_difference(&values[m..m + 2 * (a + b) + 1], a, b).max(largest);
                        }
                    }
                }
                influence[i][j] = largest;
                influence[j][i] = largest;
            }
        }
        Influence(influence)
    }

    /// c_ij.
    #[inline(always)]
    pub fn of(&self, i: usize, j: usize) -> Lanes {
        self.0[i][j]
    }
}

/// max |f(k, l) − f(k', l) − f(k, l') + f(k', l')|, where f(k, l) stands at k·a + l·b.
#[inline(always)]
fn largest_second_difference(f: &[Lanes], a: usize, b: usize) -> Lanes {
    /// Pairs of different responses.
    const PAIRS: [(usize, usize); 3] = [(0, 1), (0, 2), (1, 2)];
    let mut largest = Lanes::ZERO;
    for (k, other_k) in PAIRS {
        let change =
            [f[other_k * a] - f[k * a], f[other_k * a + b] - f[k * a + b], f[other_k * a + 2 * b] - f[k * a + 2 * b]];
        for (l, other_l) in PAIRS {
            largest = (change[other_l] - change[l]).abs().max(largest);
        }
    }
    largest
}

impl<T: Scalar> Work<T> {
    /// Makes room for a function of so many joint responses.
    #[inline(always)]
    fn reserve(&mut self, joint: usize) {
        let enough = joint.div_ceil(3);
        if self.front.len() < enough {
            self.front.resize(enough, T::ZERO);
            self.back.resize(enough, T::ZERO);
        }
    }
}

/// Puts a mean in its place.
///
/// In registers the draws lie side by side. The box keeps the compiler from laying neighbouring joint
/// responses there instead, which it would have to gather number by number.
#[inline(always)]
fn put<T>(place: &mut T, mean: T) {
    *black_box(place) = mean;
}

/// Averages over one guarantor.
#[inline(always)]
fn of_three<T: Scalar>([aside, supplying, intervening]: [T; 3], p: &Probabilities<T>) -> T {
    aside + p[1] * supplying + p[2] * intervening
}

/// Averages over all guarantors, the last first, two at a time: nine numbers are read and one is
/// written.
#[inline(always)]
fn mean<T: Scalar>(differences: &[T], p: &[Probabilities<T>], back: &mut [T]) -> T {
    let [others @ .., one, other] = p else {
        return match p {
            [only] => of_three([differences[0], differences[1], differences[2]], only),
            _ => differences[0],
        };
    };
    let (one, other) = (*one, *other);
    let mut length = differences.len() / 9;
    for (nine, back) in differences.chunks_exact(9).zip(&mut back[..length]) {
        put(back, of_nine(nine, &one, &other));
    }
    let mut others = others;
    while let [rest @ .., one, other] = others {
        length /= 9;
        for m in 0..length {
            let mean = of_nine(&back[9 * m..9 * m + 9], one, other);
            put(&mut back[m], mean);
        }
        others = rest;
    }
    match others {
        [only] => of_three([back[0], back[1], back[2]], only),
        _ => back[0],
    }
}

/// Averages over two guarantors.
#[inline(always)]
fn of_nine<T: Scalar>(nine: &[T], one: &Probabilities<T>, other: &Probabilities<T>) -> T {
    let aside = of_three([nine[0], nine[1], nine[2]], other);
    let supplying = of_three([nine[3], nine[4], nine[5]], other);
    let intervening = of_three([nine[6], nine[7], nine[8]], other);
    of_three([aside, supplying, intervening], one)
}

#[cfg(test)]
mod tests {
    use standfast_math::stream::Stream;

    use super::*;

    /// Rounding of sums of up to 243 numbers below 1, each a product of a few.
    const TOLERANCE: f64 = 1e-14;

    /// A function and responses at random, the same in every lane.
    struct Example {
        values: Vec<f64>,
        p: Vec<Probabilities<f64>>,
    }

    impl Example {
        fn new(guarantors: usize) -> Example {
            let stream = Stream::new(guarantors as u64, "multilinear");
            let responses = |i: usize| {
                let weights = [0, 1, 2].map(|k| stream.uniform(1, (3 * i + k) as u64));
                weights.map(|weight| weight / (weights[0] + weights[1] + weights[2]))
            };
            let values = (0..joint_responses(guarantors)).map(|m| stream.uniform(0, m as u64)).collect();
            Example { values, p: (0..guarantors).map(responses).collect() }
        }

        fn digit(&self, joint: usize, i: usize) -> usize {
            joint / joint_responses(self.p.len() - 1 - i) % 3
        }

        /// Σ f·Π p over all joint responses, where p is that of the others if one guarantor's response is
        /// given.
        fn mean(&self, given: Option<(usize, usize)>) -> f64 {
            let probability = |joint: usize, i: usize| match given {
                Some((given, response)) if given == i => f64::from(self.digit(joint, i) == response),
                _ => self.p[i][self.digit(joint, i)],
            };
            let product = |joint: usize| (0..self.p.len()).map(|i| probability(joint, i)).product::<f64>();
            self.values.iter().enumerate().map(|(joint, value)| value * product(joint)).sum()
        }

        /// max |f(k, l) − f(k', l) − f(k, l') + f(k', l')| over all that two guarantors and the others do.
        fn influence(&self, i: usize, j: usize) -> f64 {
            let with = |joint: usize, i: usize, k: usize| {
                let size = joint_responses(self.p.len() - 1 - i);
                joint - self.digit(joint, i) * size + k * size
            };
            let mut largest = 0.0;
            for m in 0..self.values.len() {
                for (k, l) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)] {
                    let at = |joint: usize| self.values[joint];
                    let (a, b) = (with(m, i, k), with(m, j, l));
                    let second = at(m) - at(a) - at(b) + at(with(a, j, l));
                    largest = if second.abs() > largest { second.abs() } else { largest };
                }
            }
            largest
        }
    }

    fn assert_close(ours: f64, definition: f64) {
        assert!((ours - definition).abs() <= TOLERANCE, "{ours} against {definition}");
    }

    #[test]
    fn equals_the_definitions() {
        for guarantors in 0..=5 {
            let example = Example::new(guarantors);
            let lanes: Vec<Lanes> = example.values.iter().map(|&value| Lanes::splat(value)).collect();
            let p: Vec<Probabilities<Lanes>> = example.p.iter().map(|p| p.map(Lanes::splat)).collect();
            let function = Multilinear::new(lanes.clone(), guarantors);
            let one = function.lane(3);
            assert_close(function.mean(&p, &mut Work::default()).0[7], example.mean(None));
            let (changes, influence) = (function.changes(&p), Influence::new(&lanes, guarantors));
            let mut work = Work::default();
            let mut turns = one.in_turn(&mut work);
            for i in 0..guarantors {
                let single = turns.changes(&example.p[i + 1..]);
                turns.pass(&example.p[i]);
                for k in 1..3 {
                    let definition = example.mean(Some((i, k))) - example.mean(Some((i, 0)));
                    assert_close(changes[i][k - 1].0[0], definition);
                    assert_close(single[k - 1], definition);
                    let others: Vec<_> = (0..guarantors).filter(|&j| j != i).map(|j| p[j]).collect();
                    assert_close(function.change(i, k).mean(&others, &mut Work::default()).0[1], definition);
                }
                (0..i).for_each(|j| assert_close(influence.of(i, j).0[5], example.influence(i, j)));
            }
            assert_close(turns.mean(), example.mean(None));
            for joint in [0, example.values.len() / 2, example.values.len() - 1] {
                assert_close(function.at(joint).0[2], example.values[joint]);
            }
        }
    }

    #[test]
    fn trading_places() {
        // The second and the third do the same, the first does not.
        let help =
            |joint: usize| [0.1, 0.2, 0.4][joint / 9] + [0.0, 0.3, 0.5][joint / 3 % 3] * [0.0, 0.3, 0.5][joint % 3];
        let function = Multilinear::new((0..27).map(help).collect(), 3);
        let equal = |a: f64, b: f64| (a - b).abs() <= TOLERANCE;
        assert!(function.is_symmetric(1, 2, equal) && function.is_symmetric(2, 1, equal));
        assert!(!function.is_symmetric(0, 1, equal));
    }
}
