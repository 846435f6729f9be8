//! Sobol indices: the share of a result's variance that a group of numbers makes, alone and in all.
//!
//! A result y = f(x) is looked at on two independent samples of all numbers, A and B, N draws each, and for each
//! group g on AB_g, which is A with the numbers of g taken from B. With y centred on its mean over all of these,
//! and V its variance over A and B together,
//!
//! ```text
//! first index  S_g = ⟨f(B)·(f(AB_g) − f(A))⟩ / V        (Saltelli and others 2010)
//! total index  T_g = ½⟨(f(A) − f(AB_g))²⟩ / V            (Jansen 1999)
//! ```
//!
//! ⟨·⟩ is the mean over the N draws. S_g is the share of the variance that would go, on average, if the numbers of
//! g were known; T_g what would be left if all others were. Both are estimates: S_g of something small may come
//! out negative. How sure they are comes from draws taken anew with replacement (bootstrap: Archer, Saltelli
//! and Sobol 1997). A and its AB_g stand or fall together in it, so N rows are resampled.

use standfast_math::stream::Stream;
use standfast_math::sum::{mean, sum};
use standfast_math::{LANES, Lanes};

/// The indices of a group, or their standard errors.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Index {
    /// What its numbers make alone.
    pub first: f64,
    /// What they make alone and together with others.
    pub total: f64,
}

/// A result on the samples that indices are estimated from.
#[derive(Clone, Debug, PartialEq)]
pub struct Samples {
    draws: usize,
    /// f(A) + f(B), centred.
    sums: Vec<Lanes>,
    /// Their squares, added.
    squares: Vec<Lanes>,
    groups: Vec<Terms>,
}

/// By draw, what the indices of a group are means of.
#[derive(Clone, Debug, PartialEq)]
struct Terms {
    first: Vec<Lanes>,
    total: Vec<Lanes>,
}

impl Samples {
    /// A result by draw on A, on B, and by group on AB.
    ///
    /// Nothing if it is not a finite number somewhere, does not vary, or there is no draw.
    ///
    /// # Panics
    /// If samples differ in their number of draws.
    pub fn new<S: AsRef<[f64]>>(a: &[f64], b: &[f64], ab: &[S]) -> Option<Samples> {
        let draws = a.len();
        let same = |sample: &[f64]| assert_eq!(sample.len(), draws, "samples have the same draws");
        same(b);
        ab.iter().for_each(|sample| same(sample.as_ref()));
        let all: Vec<f64> = [a, b].into_iter().chain(ab.iter().map(AsRef::as_ref)).flatten().copied().collect();
        if !all.iter().all(|value| value.is_finite()) {
            return None;
        }
        let middle = mean(&all);
        let centred = |values: &[f64]| values.iter().map(|value| value - middle).collect::<Vec<f64>>();
        let (a, b) = (centred(a), centred(b));
        let terms = |sample: &S| {
            let sample = centred(sample.as_ref());
            let by_draw = |term: fn([f64; 3]) -> f64| lanes((0..draws).map(|i| term([a[i], b[i], sample[i]])));
            Terms { first: by_draw(|[a, b, ab]| b * (ab - a)), total: by_draw(|[a, _, ab]| 0.5 * (a - ab) * (a - ab)) }
        };
        let samples = Samples {
            draws,
            sums: lanes((0..draws).map(|i| a[i] + b[i])),
            squares: lanes((0..draws).map(|i| a[i] * a[i] + b[i] * b[i])),
            groups: ab.iter().map(terms).collect(),
        };
        (samples.variance(None) > 0.0).then_some(samples)
    }

    /// The indices of each group.
    pub fn indices(&self) -> Vec<Index> {
        self.weighted(None).unwrap_or_else(|| unreachable!("it varies"))
    }

    /// The indices of each group where draw i is taken as often as a number says; nothing if the result does
    /// not vary in what is taken.
    ///
    /// # Panics
    /// If there is not a number for each draw, or together they do not take as many draws as there are.
    pub fn resampled(&self, times: &[usize]) -> Option<Vec<Index>> {
        assert_eq!((times.len(), times.iter().sum()), (self.draws, self.draws), "as many draws as there are");
        self.weighted(Some(&lanes(times.iter().map(|&times| times as f64))))
    }

    /// The standard errors of the indices of each group, from so many resamples; `stream` takes the draws.
    pub fn standard_errors(&self, resamples: usize, stream: &Stream) -> Vec<Index> {
        let each: Vec<Vec<Index>> =
            (0..resamples as u64).filter_map(|resample| self.resampled(&taken(stream, resample, self.draws))).collect();
        let error = |group: usize, of: fn(&Index) -> f64| {
            deviation(&each.iter().map(|each| of(&each[group])).collect::<Vec<_>>())
        };
        let error =
            |group| Index { first: error(group, |index| index.first), total: error(group, |index| index.total) };
        (0..self.groups.len()).map(error).collect()
    }

    fn weighted(&self, times: Option<&[Lanes]>) -> Option<Vec<Index>> {
        let variance = self.variance(times);
        let index = |terms: &Terms| Index {
            first: self.mean(&terms.first, times) / variance,
            total: self.mean(&terms.total, times) / variance,
        };
        (variance > 0.0).then(|| self.groups.iter().map(index).collect())
    }

    /// Of the result on A and B together.
    fn variance(&self, times: Option<&[Lanes]>) -> f64 {
        let middle = 0.5 * self.mean(&self.sums, times);
        0.5 * self.mean(&self.squares, times) - middle * middle
    }

    fn mean(&self, values: &[Lanes], times: Option<&[Lanes]>) -> f64 {
        let mut total = Lanes::splat(0.0);
        match times {
            None => values.iter().for_each(|value| total += *value),
            Some(times) => values.iter().zip(times).for_each(|(value, times)| total += *value * *times),
        }
        sum(total.0) / self.draws as f64
    }
}

/// How often each draw is taken where as many as there are are taken with replacement.
fn taken(stream: &Stream, resample: u64, draws: usize) -> Vec<usize> {
    let mut times = vec![0; draws];
    for pair in 0..draws.div_ceil(2) {
        // Each half of the bits takes a draw: the high part of its product with their number.
        let bits = stream.bits([resample, pair as u64, 0, 0]);
        let halves = [bits >> 32, bits & u64::from(u32::MAX)];
        let wanted = if 2 * pair + 1 < draws { 2 } else { 1 };
        halves[..wanted].iter().for_each(|half| times[((half * draws as u64) >> 32) as usize] += 1);
    }
    times
}

/// Values side by side, the last ones filled up with zeros.
fn lanes(values: impl Iterator<Item = f64>) -> Vec<Lanes> {
    let mut all: Vec<Lanes> = Vec::new();
    for (i, value) in values.enumerate() {
        if i % LANES == 0 {
            all.push(Lanes::splat(0.0));
        }
        all[i / LANES].0[i % LANES] = value;
    }
    all
}

/// The standard deviation of a sample; not a number of fewer than two.
fn deviation(values: &[f64]) -> f64 {
    let middle = mean(values);
    let spread = sum(values.iter().map(|value| (value - middle) * (value - middle)));
    (spread / (values.len() as f64 - 1.0)).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_vary_or_is_not_defined_has_no_indices() {
        assert_eq!(Samples::new(&[1.0; 4], &[1.0; 4], &[[1.0; 4]]), None);
        assert_eq!(Samples::new(&[], &[], &[[]]), None);
        assert_eq!(Samples::new(&[1.0, f64::NAN], &[1.0, 2.0], &[[1.0, 2.0]]), None);
        assert_eq!(Samples::new(&[1.0, 2.0], &[1.0, 2.0], &[[1.0, f64::INFINITY]]), None);
    }

    #[test]
    fn a_group_without_numbers_has_none_of_the_variance_and_all_numbers_have_all() {
        let a = [1.0, 4.0, 2.0, 8.0, 5.0];
        let b = [7.0, 1.0, 3.0, 3.0, 6.0];
        let samples = Samples::new(&a, &b, &[a, b]).expect("it varies");
        let indices = samples.indices();
        assert_eq!(indices[0], Index::default());
        // ⟨b(b − a)⟩ and ½⟨(a − b)²⟩ differ from V by what chance makes of the covariance and the means.
        assert!(indices[1].first > 0.3 && indices[1].total > 0.9, "{indices:?}");
    }

    #[test]
    fn taking_every_draw_once_changes_nothing() {
        let a: Vec<f64> = (0..13).map(|i| f64::from(i * 7 % 13)).collect();
        let b: Vec<f64> = (0..13).map(|i| f64::from(i * 5 % 13)).collect();
        let ab: Vec<f64> = (0..13).map(|i| f64::from(i * 3 % 11)).collect();
        let samples = Samples::new(&a, &b, &[ab]).expect("it varies");
        assert_eq!(samples.resampled(&[1; 13]), Some(samples.indices()));
        let mut one = [0; 13];
        one[4] = 13;
        assert!(samples.resampled(&one).is_some(), "A and B differ in the draw");
        let same = Samples::new(&a, &a, &[&b]).expect("it varies");
        assert_eq!(same.resampled(&one), None, "the draw is one value");
    }

    #[test]
    fn every_draw_is_taken_as_often_as_chance_would_have_it() {
        const RESAMPLES: u64 = 1000;
        for draws in [9, 10] {
            let (mut total, mut left_out) = (vec![0; draws], 0);
            for resample in 0..RESAMPLES {
                let times = taken(&Stream::new(1, "resamples"), resample, draws);
                assert_eq!(times.iter().sum::<usize>(), draws);
                total.iter_mut().zip(&times).for_each(|(total, times)| *total += times);
                left_out += times.iter().filter(|times| **times == 0).count();
            }
            // 1000 each on average, with a standard deviation of 30.
            assert!(total.iter().all(|total| (880..1120).contains(total)), "{total:?}");
            // Each draw is left out by (1 − 1/n)ⁿ of the resamples, 0.346 for 9 and 0.349 for 10.
            let share = left_out as f64 / (draws as u64 * RESAMPLES) as f64;
            assert!((share - 0.348).abs() < 0.02, "{share}");
        }
    }
}
