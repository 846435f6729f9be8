//! Minimal breach sets against their definition.

use std::collections::BTreeSet;
use std::convert::Infallible;

use proptest::prelude::*;
use standfast_analysis::breach::{Breaches, COUNTED, Descent, Extent, Lattice, StressSet, descents, search};
use standfast_math::stream::Stream;

const EVERYTHING: Extent = Extent { up_to: usize::MAX, beyond_breaches: true };
const MINIMAL: Extent = Extent { up_to: usize::MAX, beyond_breaches: false };
const TOLERANCE: f64 = 0.1;

/// A risk for every set, and which stresses exclude each other.
#[derive(Debug)]
struct Example {
    lattice: Lattice,
    apart: BTreeSet<(usize, usize)>,
    stresses: usize,
    risks: Vec<f64>,
}

impl Example {
    /// At random. A monotone risk is the largest of some that belong to the subsets.
    fn new(stresses: usize, seed: u64, monotone: bool, excluding: f64) -> Example {
        let (risk, apart) = (Stream::new(seed, "risks"), Stream::new(seed, "apart"));
        let pairs = (0..stresses).flat_map(|i| (0..i).map(move |j| (j, i)));
        let apart: BTreeSet<_> = pairs.filter(|&(i, j)| apart.uniform(i as u64, j as u64) < excluding).collect();
        let mut risks: Vec<f64> = (0..1_u64 << stresses).map(|set| risk.uniform(0, set)).collect();
        if monotone {
            for stress in 0..stresses {
                for set in 0..risks.len() {
                    let below = risks[set & !(1 << stress)];
                    if below > risks[set] {
                        risks[set] = below;
                    }
                }
            }
        }
        let lattice = Lattice::new(stresses, |i, j| apart.contains(&if i < j { (i, j) } else { (j, i) }));
        Example { lattice, apart, stresses, risks }
    }

    /// All sets, by the definition.
    fn sets(&self) -> Vec<StressSet> {
        let together = |set: &StressSet| !self.apart.iter().any(|&(i, j)| set.contains(i) && set.contains(j));
        (0..1_u64 << self.stresses).map(StressSet).filter(together).collect()
    }

    fn risk(&self, set: StressSet) -> f64 {
        self.risks[set.0 as usize]
    }

    fn search(&self, extent: Extent, threshold: f64) -> Breaches {
        let found = search(
            &self.lattice,
            extent,
            |risk| risk > threshold,
            |sets| Ok::<_, Infallible>(sets.iter().map(|&set| self.risk(set)).collect()),
        );
        found.expect("it cannot fail")
    }

    /// The minimal breach sets, by the definition.
    fn minimal(&self, threshold: f64) -> BTreeSet<StressSet> {
        let sets = self.sets();
        let breach = |set: &&StressSet| self.risk(**set) > threshold;
        let breaches: Vec<StressSet> = sets.iter().filter(breach).copied().collect();
        let is_minimal = |set: &&StressSet| !breaches.iter().any(|&other| other != **set && set.contains_all(other));
        breaches.iter().filter(is_minimal).copied().collect()
    }
}

fn set(stresses: &[usize]) -> StressSet {
    stresses.iter().copied().fold(StressSet::EMPTY, StressSet::with)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn minimal_breach_sets_are_those_of_the_definition(
        stresses in 0..11_usize, seed: u64, monotone: bool, excluding in 0.0..0.6_f64, threshold in 0.3..1.1_f64,
    ) {
        let example = Example::new(stresses, seed, monotone, excluding);
        let expected = example.minimal(threshold);
        for extent in [MINIMAL, EVERYTHING] {
            let found = example.search(extent, threshold);
            prop_assert_eq!(&found.minimal.iter().copied().collect::<BTreeSet<_>>(), &expected);
            prop_assert!(found.minimal.is_sorted_by_key(|set| set.len()));
            prop_assert_eq!(found.not_looked_at, Some(0));
        }
        // Everything is looked at once, or all but what contains a minimal one.
        let looked = |extent| -> Vec<StressSet> {
            let mut sets: Vec<_> = example.search(extent, threshold).risks.into_iter().map(|(set, _)| set).collect();
            sets.sort_unstable();
            sets
        };
        prop_assert_eq!(looked(EVERYTHING), example.sets());
        let needed = |set: &StressSet| !expected.iter().any(|&breach| breach != *set && set.contains_all(breach));
        prop_assert_eq!(looked(MINIMAL), example.sets().into_iter().filter(needed).collect::<Vec<_>>());
        prop_assert_eq!(example.lattice.count(stresses, 1 << 10), Some(example.sets().len()));
        prop_assert!(example.sets().iter().all(|&set| example.lattice.has(set)));
    }

    #[test]
    fn what_was_not_looked_at_is_counted(
        stresses in 0..10_usize, seed: u64, excluding in 0.0..0.6_f64, threshold in 0.3..1.1_f64, up_to in 0..5_usize,
    ) {
        let example = Example::new(stresses, seed, false, excluding);
        let all = example.minimal(threshold);
        let small: BTreeSet<StressSet> = all.iter().copied().filter(|set| set.len() <= up_to).collect();
        for beyond_breaches in [false, true] {
            let found = example.search(Extent { up_to, beyond_breaches }, threshold);
            prop_assert_eq!(&found.minimal.iter().copied().collect::<BTreeSet<_>>(), &small);
            prop_assert!(found.risks.iter().all(|(set, _)| set.len() <= up_to));
            let open = |set: &&StressSet| set.len() > up_to && !small.iter().any(|&breach| set.contains_all(breach));
            prop_assert_eq!(found.not_looked_at, Some(example.sets().iter().filter(open).count()));
        }
    }

    #[test]
    fn descents_are_those_of_the_definition(
        stresses in 0..9_usize, seed: u64, monotone: bool, excluding in 0.0..0.6_f64, threshold in 0.3..1.1_f64,
    ) {
        let example = Example::new(stresses, seed, monotone, excluding);
        let found = descents(&example.search(EVERYTHING, threshold).risks, TOLERANCE, |risk| risk > threshold);
        prop_assert!(found.iter().all(|_| !monotone), "a monotone risk descends nowhere");
        let mut expected = BTreeSet::new();
        for smaller in example.sets() {
            for stress in (0..stresses).filter(|&stress| !smaller.contains(stress)) {
                let larger = smaller.with(stress);
                let (from, to) = (example.risk(smaller), example.risk(larger));
                let descends = from - to > TOLERANCE || from > threshold && to <= threshold;
                if example.lattice.has(larger) && descends {
                    expected.insert((smaller, stress));
                }
            }
        }
        prop_assert_eq!(found.iter().map(|each| (each.set, each.stress)).collect::<BTreeSet<_>>(), expected);
        prop_assert!(found.is_sorted_by(|a, b| a.from - a.to >= b.from - b.to));
        // A breach that any larger set mends is mended by one stress somewhere.
        let breach = |set: StressSet| example.risk(set) > threshold;
        let mended = example.sets().into_iter().any(|smaller| {
            breach(smaller) && example.sets().iter().any(|larger| larger.contains_all(smaller) && !breach(*larger))
        });
        prop_assert_eq!(found.iter().any(|each| each.mends), mended);
    }
}

#[test]
fn broken_already() {
    let example = Example { risks: vec![0.5; 8], ..Example::new(3, 0, true, 0.0) };
    let found = example.search(MINIMAL, 0.4);
    assert_eq!(found.minimal, [StressSet::EMPTY]);
    assert_eq!(found.risks, [(StressSet::EMPTY, 0.5)], "nothing else is worth a look");
    assert_eq!(found.not_looked_at, Some(0));
    assert_eq!(example.search(EVERYTHING, 0.4).minimal, [StressSet::EMPTY]);
}

#[test]
fn nothing_breaks_it() {
    let example = Example::new(4, 0, false, 0.0);
    let found = example.search(MINIMAL, 1.0);
    assert_eq!((found.minimal.len(), found.risks.len()), (0, 16));
    assert_eq!(Example::new(0, 0, false, 0.0).search(MINIMAL, 1.0).risks.len(), 1);
}

#[test]
fn a_known_example() {
    // 0 alone breaks it; so do 1 and 2 together, unless 3 mends that; 1 and 3 exclude each other not.
    let mut example = Example::new(4, 0, true, 0.0);
    let breaks = |set: StressSet| set.contains(0) || set.contains(1) && set.contains(2) && !set.contains(3);
    example.risks = (0..16).map(|bits| if breaks(StressSet(bits)) { 0.75 } else { 0.25 }).collect();
    let found = example.search(MINIMAL, 0.5);
    assert_eq!(found.minimal, [set(&[0]), set(&[1, 2])]);
    assert!(found.risks.iter().all(|(looked, _)| looked.len() < 2 || !looked.contains(0)));
    let all = example.search(EVERYTHING, 0.5);
    assert_eq!(all.minimal, found.minimal);
    let mended = Descent { set: set(&[1, 2]), stress: 3, from: 0.75, to: 0.25, mends: true };
    assert_eq!(descents(&all.risks, TOLERANCE, |risk| risk > 0.5), [mended]);
    assert_eq!(descents(&found.risks, TOLERANCE, |risk| risk > 0.5), [], "the larger set was not looked at");
}

#[test]
fn no_more_is_counted_than_anybody_would_read() {
    let lattice = Lattice::new(40, |_, _| false);
    let up_to_one = Extent { up_to: 1, beyond_breaches: false };
    let found = search(&lattice, up_to_one, |_| false, |sets| Ok::<_, Infallible>(vec![0.0; sets.len()]));
    let found = found.expect("it cannot fail");
    assert_eq!((found.risks.len(), found.not_looked_at), (41, None));
    assert_eq!(lattice.count(40, COUNTED), None);
    assert!(!lattice.has(StressSet(1 << 40)));
}

#[test]
fn what_the_risk_fails_with_comes_back() {
    let failed = search(&Lattice::new(2, |_, _| false), MINIMAL, |_| false, |_| Err::<Vec<f64>, _>("no more"));
    assert_eq!(failed, Err("no more"));
}
