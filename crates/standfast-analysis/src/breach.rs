//! Minimal breach sets: the smallest sets of stresses under which a risk passes a threshold.
//!
//! Some stresses exclude each other: no set holds two of these. The sets that are left contain all of their
//! subsets, so they are looked at by size, and each grows out of one that is smaller by a stress.
//!
//! A set is a *minimal breach set* if the risk under it passes and that under none of its proper subsets does.
//! What contains a breach set is therefore no minimal one, whatever its risk: nothing is lost if it is not looked
//! at, also where more stresses may lower the risk. Only how often that happens is then not known in full.

use std::collections::BTreeMap;

/// How many stresses a lattice may have.
pub const MOST_STRESSES: usize = 64;
/// Sets that nobody looks at are counted up to so many.
pub const COUNTED: usize = 1 << 16;

/// A set of stresses by position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct StressSet(pub u64);

impl StressSet {
    /// No stress.
    pub const EMPTY: StressSet = StressSet(0);

    /// Whether a stress is in the set.
    pub fn contains(self, stress: usize) -> bool {
        self.0 >> stress & 1 == 1
    }

    /// Whether all of these are in the set.
    pub fn contains_all(self, others: StressSet) -> bool {
        others.0 & !self.0 == 0
    }

    /// How many stresses are in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the set is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The set with one more.
    #[must_use]
    pub fn with(self, stress: usize) -> StressSet {
        StressSet(self.0 | 1 << stress)
    }

    /// The stresses in the set, by position.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..MOST_STRESSES).filter(move |&stress| self.contains(stress))
    }

    /// The first position after all that are in the set.
    fn end(self) -> usize {
        MOST_STRESSES - self.0.leading_zeros() as usize
    }
}

/// The sets of stresses that can hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lattice {
    /// By stress: those that exclude it.
    apart: Vec<StressSet>,
}

impl Lattice {
    /// The sets of so many stresses; `apart` says which two exclude each other.
    ///
    /// # Panics
    /// If there are more than [`MOST_STRESSES`].
    pub fn new(stresses: usize, apart: impl Fn(usize, usize) -> bool) -> Lattice {
        assert!(stresses <= MOST_STRESSES, "{stresses} stresses");
        let of = |i: usize| (0..stresses).filter(|&j| j != i && apart(i, j)).fold(StressSet::EMPTY, StressSet::with);
        Lattice { apart: (0..stresses).map(of).collect() }
    }

    /// How many stresses there are.
    pub fn stresses(&self) -> usize {
        self.apart.len()
    }

    /// Whether all stresses of a set can hold together.
    pub fn has(&self, set: StressSet) -> bool {
        set.end() <= self.apart.len() && set.iter().all(|stress| self.apart[stress].0 & set.0 == 0)
    }

    /// How many sets there are of at most so many stresses, the empty one included; nothing if they are more than
    /// a limit.
    pub fn count(&self, up_to: usize, limit: usize) -> Option<usize> {
        let (mut level, mut sets) = (vec![StressSet::EMPTY], 1);
        for _ in 0..up_to {
            level = self.larger(&level, &[], limit)?;
            if level.is_empty() {
                break;
            }
            sets += level.len();
            if sets > limit {
                return None;
            }
        }
        Some(sets)
    }

    /// The sets that are larger than these by one stress and contain none of those that are barred; nothing if
    /// they are more than a limit. Each grows out of what it is without its last stress.
    fn larger(&self, level: &[StressSet], barred: &[StressSet], limit: usize) -> Option<Vec<StressSet>> {
        let mut larger = Vec::new();
        for &set in level {
            let more = (set.end()..self.apart.len()).filter(|&stress| self.apart[stress].0 & set.0 == 0);
            let more = more.map(|stress| set.with(stress));
            larger.extend(more.filter(|&set| !barred.iter().any(|&barred| set.contains_all(barred))));
            if larger.len() > limit {
                return None;
            }
        }
        Some(larger)
    }
}

/// How far to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// At sets of at most so many stresses.
    pub up_to: usize,
    /// Also at sets that contain a breach set: none of them is minimal, but the risk may be lower there.
    pub beyond_breaches: bool,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Breaches {
    /// The minimal breach sets that were looked at, the smallest first. If the empty set is a breach, it is the
    /// only one.
    pub minimal: Vec<StressSet>,
    /// Every set that was looked at, with its risk, the smallest first.
    pub risks: Vec<(StressSet, f64)>,
    /// How many larger sets contain none of the minimal ones, and may be breaches: nobody looked at them.
    /// Nothing if they are more than [`COUNTED`].
    pub not_looked_at: Option<usize>,
}

/// Looks for the minimal breach sets, size by size. `risk` is asked for the risks under the sets of one size.
///
/// # Errors
/// If `risk` fails.
pub fn search<E>(
    lattice: &Lattice,
    extent: Extent,
    passes: impl Fn(f64) -> bool,
    mut risk: impl FnMut(&[StressSet]) -> Result<Vec<f64>, E>,
) -> Result<Breaches, E> {
    let mut found = Breaches { not_looked_at: Some(0), ..Breaches::default() };
    let mut level = vec![StressSet::EMPTY];
    for _ in 0..=extent.up_to {
        if level.is_empty() {
            break;
        }
        let risks = risk(&level)?;
        for (&set, risk) in level.iter().zip(risks) {
            if passes(risk) && !found.minimal.iter().any(|&breach| set.contains_all(breach)) {
                found.minimal.push(set);
            }
            found.risks.push((set, risk));
        }
        let barred = if extent.beyond_breaches { &[][..] } else { &found.minimal };
        level = lattice.larger(&level, barred, usize::MAX).unwrap_or_default();
    }
    level.retain(|set| !found.minimal.iter().any(|&breach| set.contains_all(breach)));
    while let Some(counted) = found.not_looked_at.filter(|_| !level.is_empty()) {
        found.not_looked_at = Some(counted + level.len()).filter(|&sets| sets <= COUNTED);
        match lattice.larger(&level, &found.minimal, COUNTED) {
            Some(larger) => level = larger,
            None => found.not_looked_at = None,
        }
    }
    Ok(found)
}

/// A place where the risk is not monotone: one stress more, and it is lower.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Descent {
    /// The set without the stress.
    pub set: StressSet,
    /// The stress.
    pub stress: usize,
    /// The risk under the set.
    pub from: f64,
    /// The risk with the stress.
    pub to: f64,
    /// Whether the set is a breach, and with the stress it is none.
    pub mends: bool,
}

/// All places among the sets that were looked at where one stress more lowers the risk by more than a tolerance,
/// or takes it back below the threshold; the largest first. A breach that some larger set mends is mended by one
/// stress somewhere between, so no such case is missing.
pub fn descents(risks: &[(StressSet, f64)], tolerance: f64, passes: impl Fn(f64) -> bool) -> Vec<Descent> {
    let known: BTreeMap<StressSet, f64> = risks.iter().copied().collect();
    let mut found = Vec::new();
    for &(larger, to) in risks {
        for stress in larger.iter() {
            let set = StressSet(larger.0 & !StressSet::EMPTY.with(stress).0);
            let Some(&from) = known.get(&set) else { continue };
            let mends = passes(from) && !passes(to);
            if from - to > tolerance || mends {
                found.push(Descent { set, stress, from, to, mends });
            }
        }
    }
    // Stable: of equals those with fewer stresses come first.
    found.sort_by(|a, b| (b.from - b.to).total_cmp(&(a.from - a.to)));
    found
}
