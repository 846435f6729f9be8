//! The joint states of the factors, which have a limit, and a proposal that keeps it.

use crate::factor::Factor;
use crate::fault::{Code, Fault};
use crate::read::Faulty;
use crate::scenario::MAX_STATES;
use crate::tree::Path;

/// A factor with fewer levels than this drifts nowhere.
const FEWEST_LEVELS: usize = 2;

/// A case of more states than the engine takes on is a fault, with a way out of it.
pub(crate) fn check_states(factors: &[Factor], faulty: &Faulty) {
    let levels: Vec<usize> = factors.iter().map(|factor| factor.levels.len().max(1)).collect();
    let states = product(&levels);
    if states.is_some_and(|states| states <= MAX_STATES) {
        return;
    }
    let fewer = fitting(&levels);
    let merged = fewer.iter().zip(&levels).zip(factors).filter(|((fewer, levels), _)| fewer != levels);
    let merge: Vec<String> =
        merged.map(|((fewer, levels), factor)| format!("{} {levels} → {fewer}", factor.id)).collect();
    let size = levels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" × ");
    let fault = Fault::new(Code::TooManyStates, &Path::default().key("factors")).at_key();
    let fault = fault.with("size", size).with("states", states.map_or_else(|| "10^19+".to_owned(), |n| n.to_string()));
    let left = product(&fewer).unwrap_or(usize::MAX);
    let drop = if left > MAX_STATES { spare(left) } else { 0 };
    faulty.add(fault.with("limit", MAX_STATES).with("merge", merge.join(", ")).with("left", left).with("drop", drop));
}

fn product(levels: &[usize]) -> Option<usize> {
    levels.iter().try_fold(1_usize, |product, &levels| product.checked_mul(levels))
}

/// As many levels of each factor as fit: the longest gives one up at a time, as that costs least.
fn fitting(levels: &[usize]) -> Vec<usize> {
    let mut fewer = levels.to_vec();
    while product(&fewer).is_none_or(|states| states > MAX_STATES) {
        let Some(longest) = fewer.iter_mut().max_by_key(|levels| **levels).filter(|levels| **levels > FEWEST_LEVELS)
        else {
            break;
        };
        *longest -= 1;
    }
    fewer
}

/// How many factors of two levels are too many.
fn spare(states: usize) -> usize {
    let mut left = states;
    let mut spare = 0;
    while left > MAX_STATES {
        left /= FEWEST_LEVELS;
        spare += 1;
    }
    spare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_fits() {
        for levels in [vec![64; 8], vec![20, 20, 20, 3], vec![5; 8], vec![17, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]] {
            let fewer = fitting(&levels);
            assert!(product(&fewer).is_some_and(|states| states <= MAX_STATES), "{levels:?} {fewer:?}");
            // And nothing is given up in vain: with the last step taken back it does not fit.
            let longest = fewer.iter().max().expect("a factor");
            let again = product(&fewer).expect("it fits") / longest * (longest + 1);
            assert!(again > MAX_STATES, "{levels:?} {fewer:?}");
        }
        // Sixteen factors of two levels cannot lose levels, but two of them can go.
        let fewer = fitting(&[2; 16]);
        assert_eq!(fewer, [2; 16]);
        assert_eq!(spare(product(&fewer).expect("a number")), 2);
    }
}
