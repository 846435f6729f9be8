//! The same case with other dates.

use crate::scenario::Scenario;

impl Scenario {
    /// The case with every date of some instruments moved by years: those in which they come into force and end,
    /// and those of their effects that begin at a date of their own. So an instrument stays in force as long as
    /// before. No date moves to before the start; one that would do so stands at it.
    ///
    /// `by` has an entry for each instrument. The numbers are the same, in the same order, so that the same draws can
    /// be solved.
    #[must_use]
    pub fn moved(&self, by: &[i64]) -> Scenario {
        let moved = |year: usize, by: i64| usize::try_from(year as i64 + by).unwrap_or(0);
        let mut case = self.clone();
        for (instrument, &by) in case.instruments.iter_mut().zip(by) {
            instrument.lead_time = moved(instrument.lead_time, by);
            instrument.until = instrument.until.map(|until| moved(until, by));
        }
        for effect in &mut case.effects {
            if let (Some(instrument), Some(from)) = (effect.instrument, effect.from) {
                effect.from = Some(moved(from, by.get(instrument).copied().unwrap_or(0)));
            }
        }
        case
    }
}
