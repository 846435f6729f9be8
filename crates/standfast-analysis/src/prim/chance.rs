//! What chance alone would find, and what would be found again.

use standfast_math::stream::Stream;

use super::{Place, Sample, Settings, Tally, find, largest_phi, median, trajectory};
use crate::deal::dealt;

/// The best boxes among draws to which the same number of yeses is dealt at random.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// How often they were dealt.
    pub deals: usize,
    /// How often chance does as well: (1 + boxes with as large a φ) / (1 + deals).
    pub p_value: f64,
    /// The median of their φ.
    pub phi: f64,
    /// The median of their coverages.
    pub coverage: f64,
    /// The median of their densities.
    pub density: f64,
}

/// Holds a φ, the largest on the trajectory of a sample, against the largest φ on the trajectories of the same draws
/// with the yeses dealt anew, which answers for all boxes on the way at once.
pub fn by_chance(sample: &Sample<'_>, settings: Settings, phi: f64, stream: &Stream, deals: usize) -> Chance {
    let mut boxes = Vec::with_capacity(deals);
    for deal in 0..deals {
        let lots = dealt(stream, deal as u64, sample.all.draws, sample.all.yes);
        let mut yes = vec![false; sample.yes.len()];
        sample.draws.iter().zip(lots).for_each(|(&draw, lot)| yes[draw as usize] = lot);
        let anew = Sample { features: sample.features, yes: &yes, draws: sample.draws.clone(), all: sample.all };
        let trajectory = trajectory(&anew, settings);
        boxes.push(trajectory[largest_phi(&anew, &trajectory)].tally);
    }
    let of = |number: &dyn Fn(&Tally) -> f64| boxes.iter().map(number).collect::<Vec<_>>();
    let phis = of(&|found| found.phi(sample.all));
    let as_large = phis.iter().filter(|each| **each >= phi).count();
    Chance {
        deals,
        p_value: (1 + as_large) as f64 / (1 + deals) as f64,
        phi: median(phis),
        coverage: median(of(&|found| found.coverage(sample.all))),
        density: median(of(&|found| found.density())),
    }
}

/// In what share of random halves of the draws the box that is found there has a limit at each of some places
/// (the resampling test of Bryant and Lempert 2010).
pub fn in_halves(
    sample: &Sample<'_>,
    settings: Settings,
    places: &[Place],
    stream: &Stream,
    halves: usize,
) -> Vec<f64> {
    let mut again = vec![0; places.len()];
    for half in 0..halves {
        let lots = dealt(stream, half as u64, sample.all.draws, sample.all.draws / 2);
        let draws = sample.draws.iter().zip(lots).filter(|(_, lot)| *lot).map(|(draw, _)| *draw);
        let half = Sample::of(sample.features, sample.yes, draws.collect());
        let found: Vec<Place> = find(&half, settings).limits.into_iter().map(|limit| limit.place).collect();
        for (again, place) in again.iter_mut().zip(places) {
            *again += usize::from(found.contains(place));
        }
    }
    again.into_iter().map(|again| again as f64 / halves as f64).collect()
}
