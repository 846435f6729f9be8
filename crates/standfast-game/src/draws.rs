//! Eight draws of all numbers of a case, on their link scales.

use standfast_math::{LANES, Lanes};
use standfast_model::Scenario;

/// The value of every number in each of eight draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    values: Vec<Lanes>,
}

impl Draws {
    /// Draws by a function from (lane, position of the number) to a probability in (0, 1).
    ///
    /// It is asked only for numbers that are uncertain.
    pub fn new(scenario: &Scenario, probability: impl Fn(usize, usize) -> f64) -> Draws {
        let values = scenario.numbers.iter().enumerate().map(|(i, number)| {
            if number.is_uncertain() {
                let mut value = [0.0; LANES];
                for (lane, value) in value.iter_mut().enumerate() {
                    *value = number.link_value(probability(lane, i));
                }
                Lanes(value)
            } else {
                Lanes::splat(number.median())
            }
        });
        Draws { values: values.collect() }
    }

    /// Every number at its median, in every lane.
    pub fn median(scenario: &Scenario) -> Draws {
        Draws { values: scenario.numbers.iter().map(|number| Lanes::splat(number.median())).collect() }
    }

    /// The value of a number, on its link scale.
    pub fn value(&self, number: usize) -> Lanes {
        self.values[number]
    }

    /// The same draws with one number put at a value on its link scale in every lane.
    #[must_use]
    pub fn with(&self, number: usize, value: f64) -> Draws {
        let mut draws = self.clone();
        draws.values[number] = Lanes::splat(value);
        draws
    }
}
