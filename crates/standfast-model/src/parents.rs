//! Which factors' hazards read which other factors: an order in which no child comes first.

use crate::effect::Effect;
use crate::instrument::Instrument;
use crate::primitive::Kind;

/// A set of factors by position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactorSet(pub u64);

impl FactorSet {
    /// No factor.
    pub const EMPTY: FactorSet = FactorSet(0);

    /// Whether a factor is in the set.
    pub fn contains(self, factor: usize) -> bool {
        self.0 >> factor & 1 == 1
    }

    /// Whether all of these are in the set.
    pub fn contains_all(self, others: FactorSet) -> bool {
        others.0 & !self.0 == 0
    }

    /// The set with one more.
    #[must_use]
    pub fn with(self, factor: usize) -> FactorSet {
        FactorSet(self.0 | 1 << factor)
    }

    /// The set with all of these.
    #[must_use]
    pub fn union(self, others: FactorSet) -> FactorSet {
        FactorSet(self.0 | others.0)
    }

    /// The factors in the set, by position.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |&i| self.contains(i))
    }
}

impl FromIterator<usize> for FactorSet {
    fn from_iter<I: IntoIterator<Item = usize>>(factors: I) -> FactorSet {
        factors.into_iter().fold(FactorSet::EMPTY, FactorSet::with)
    }
}

/// The factors that decide whether an effect is active: those of its condition, and those whose
/// levels let its instrument lapse.
pub fn factors_of(effect: &Effect, instruments: &[Instrument]) -> FactorSet {
    let lapse = effect.instrument.map_or(&[][..], |i| &instruments[i].lapses_when);
    effect.when.levels.iter().chain(lapse).map(|set| set.factor).collect()
}

/// The parents of each factor, itself excluded.
pub fn parents<'a>(
    factors: usize,
    effects: impl Iterator<Item = &'a Effect>,
    instruments: &[Instrument],
) -> Vec<FactorSet> {
    let mut parents = vec![FactorSet::EMPTY; factors];
    for effect in effects.filter(|effect| matches!(effect.on.kind, Kind::Rise | Kind::Fall)) {
        let child = effect.on.owner;
        let others = factors_of(effect, instruments).iter().filter(|&parent| parent != child);
        parents[child] = parents[child].union(others.collect());
    }
    parents
}

/// Circles among the factors, each as the way round it, no factor in two of them.
pub fn cycles(parents: &[FactorSet]) -> Vec<Vec<usize>> {
    let mut circles = Vec::new();
    let mut done = FactorSet::EMPTY;
    loop {
        // A factor is done when all its parents are; what is left when nothing moves has a circle.
        while let Some(next) = (0..parents.len()).find(|&f| !done.contains(f) && done.contains_all(parents[f])) {
            done = done.with(next);
        }
        let Some(start) = (0..parents.len()).find(|&f| !done.contains(f)) else { return circles };
        let mut way = vec![start];
        while let Some(parent) = parents[way[way.len() - 1]].iter().find(|&p| !done.contains(p)) {
            if let Some(seen) = way.iter().position(|&f| f == parent) {
                let mut circle = way.split_off(seen);
                circle.reverse(); // from parent to child
                done = done.union(circle.iter().copied().collect());
                circles.push(circle);
                break;
            }
            way.push(parent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_circle_is_found_once() {
        let parents = |lists: &[&[usize]]| -> Vec<FactorSet> {
            lists.iter().map(|list| list.iter().copied().collect()).collect()
        };
        assert_eq!(cycles(&parents(&[&[], &[0], &[0, 1]])), Vec::<Vec<usize>>::new());
        assert_eq!(cycles(&parents(&[&[1], &[2], &[0]])), [[2, 1, 0]]);
        // 0 and 1 read each other, 3 and 4 too; 2 reads both circles and is in none.
        assert_eq!(cycles(&parents(&[&[1], &[0], &[0, 4], &[4], &[3]])), [[1, 0], [3, 4]]);
    }
}
