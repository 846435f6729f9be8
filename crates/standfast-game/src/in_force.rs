//! Which effects are active by date.
//!
//! By date, an instrument is in force while lead_time ≤ t < until; an effect with a first year of
//! its own is active from that year on. `with` and `without` ask for dates alone. What holds by date repeats from year to year, so it serves as the key under
//! which everything that depends on it is computed once.

use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

/// What is active by date in a year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InForce {
    /// Positions of the active effects, ascending.
    pub effects: Vec<usize>,
    /// The consensus body in force, if one is.
    pub body: Option<usize>,
}

impl InForce {
    /// What a set of instruments makes active in a year.
    pub fn at(scenario: &Scenario, set: InstrumentSet, year: usize) -> InForce {
        let by_date: InstrumentSet = set.iter().filter(|&i| scenario.instruments[i].in_force(year)).collect();
        InForce::when(scenario, by_date, |instrument, from| {
            set.contains(instrument)
                && match from {
                    None => by_date.contains(instrument),
                    Some(from) => from <= year && scenario.instruments[instrument].until.is_none_or(|end| year < end),
                }
        })
    }

    /// What is active when all instruments of a set are, whatever their dates.
    pub fn regardless_of_dates(scenario: &Scenario, set: InstrumentSet) -> InForce {
        InForce::when(scenario, set, |instrument, _| set.contains(instrument))
    }

    fn when(scenario: &Scenario, by_date: InstrumentSet, in_time: impl Fn(usize, Option<usize>) -> bool) -> InForce {
        let effects = scenario.effects.iter().enumerate();
        let effects = effects
            .filter(|(_, effect)| effect.instrument.is_none_or(|instrument| in_time(instrument, effect.from)))
            .filter(|(_, effect)| effect.when.allows(by_date))
            .map(|(i, _)| i)
            .collect();
        let body = by_date.iter().find(|&i| scenario.instruments[i].consensus.is_some());
        InForce { effects, body }
    }
}
