//! What chance alone would find, and what would be found again.

use standfast_math::stream::Stream;

use super::screen::{DEALS, Scans, Screen, passing};
use super::{Found, Place, Sample, Settings, find};
use crate::deal::dealt;

/// The boxes among draws to which the same number of yeses is dealt at random.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// How often they were dealt.
    pub deals: usize,
    /// In how many of these deals there is a box.
    pub boxes: usize,
    /// The largest φ of them; 0 without any.
    pub phi: f64,
    /// How often chance does as well: (1 + boxes with as large a φ) / (1 + deals).
    pub p_value: f64,
}

impl Screen<'_> {
    /// The box that is chosen by default, among the features that stand out.
    pub fn find(&self, settings: Settings) -> Found {
        find(&self.sample.among(self.standing_out()), settings)
    }

    /// Holds the φ of a box against the boxes that are found in the same way, screening included, with the yeses
    /// dealt anew.
    pub fn by_chance(&self, settings: Settings, phi: f64) -> Chance {
        let sample = self.sample;
        let box_of = |&deal: &usize| {
            let lots = dealt(&self.stream, deal as u64, sample.all.draws, sample.all.yes);
            let among = passing(&self.scans.chi_squared(&lots), self.critical);
            let mut yes = vec![false; sample.yes.len()];
            sample.draws.iter().zip(lots).for_each(|(&draw, lot)| yes[draw as usize] = lot);
            find(&Sample { yes: &yes, among, ..sample.clone() }, settings).tally.phi(sample.all)
        };
        // In the other deals no feature stands out.
        let phis: Vec<f64> = self.passing_deals.iter().map(box_of).filter(|phi| *phi > 0.0).collect();
        let without_box = if phi > 0.0 { 0 } else { DEALS - phis.len() };
        let as_large = phis.iter().filter(|each| **each >= phi).count() + without_box;
        Chance {
            deals: DEALS,
            boxes: phis.len(),
            phi: phis.iter().fold(0.0, |largest, each| if *each > largest { *each } else { largest }),
            p_value: (1 + as_large) as f64 / (1 + DEALS) as f64,
        }
    }

    /// In what share of random halves of the draws the box that is found there, screening included, has a limit at
    /// each of some places (the resampling test of Bryant and Lempert 2010). A feature has to pass the same χ² as
    /// among all draws: how large χ² is by chance hardly depends on how many draws there are.
    pub fn in_halves(&self, settings: Settings, places: &[Place], stream: &Stream, halves: usize) -> Vec<f64> {
        let sample = self.sample;
        let mut again = vec![0; places.len()];
        for half in 0..halves {
            let lots = dealt(stream, half as u64, sample.all.draws, sample.all.draws / 2);
            let draws: Vec<u32> =
                sample.draws.iter().zip(lots).filter(|(_, lot)| *lot).map(|(draw, _)| *draw).collect();
            let yes: Vec<bool> = draws.iter().map(|&draw| sample.yes[draw as usize]).collect();
            let half = Sample::of(sample.features, sample.yes, draws, sample.among.clone());
            let among = passing(&Scans::new(&half).chi_squared(&yes), self.critical);
            let found: Vec<Place> =
                find(&half.among(among), settings).limits.into_iter().map(|limit| limit.place).collect();
            for (again, place) in again.iter_mut().zip(places) {
                *again += usize::from(found.contains(place));
            }
        }
        again.into_iter().map(|again| again as f64 / halves as f64).collect()
    }
}
