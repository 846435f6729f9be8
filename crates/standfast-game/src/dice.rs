//! Chance for a path, by address: (seed, draw, path, year, what is decided) → a number in (0, 1).
//!
//! Nothing is consumed, so a decision that one path comes to and another does not shifts nothing, and
//! the same path of the same draw meets the same luck under every package.

use standfast_math::stream::{Stream, unit_interval};

use crate::response::Severity;

/// What is decided by chance in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roll {
    /// What the challenger does at peace.
    Choice,
    /// Whether the challenger settles.
    Settlement,
    /// Whether coercion ends in capture.
    Capture,
    /// Whether a limited attack becomes a war.
    Escalation,
    /// Whether the consensus body agrees.
    Agreement(Severity),
    /// The common shock.
    Shock(Severity),
    /// What a guarantor does.
    Response(Severity, usize),
    /// What becomes of a limited attack, or of a year of war.
    Contest(Severity),
    /// The level of a factor at the start of the year.
    Level(usize),
}

impl Roll {
    fn address(self) -> u64 {
        /// Apart further than positions of guarantors or factors can reach.
        const APART: u64 = 1 << 16;
        let severity = |severity: Severity| match severity {
            Severity::Limited => 0,
            Severity::War => 1,
        };
        match self {
            Roll::Choice => 0,
            Roll::Settlement => 1,
            Roll::Capture => 2,
            Roll::Escalation => 3,
            Roll::Agreement(of) => 4 + severity(of),
            Roll::Shock(of) => 6 + severity(of),
            Roll::Contest(of) => 8 + severity(of),
            Roll::Level(factor) => APART + factor as u64,
            Roll::Response(of, guarantor) => (2 + severity(of)) * APART + guarantor as u64,
        }
    }
}

/// The luck of one path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dice {
    stream: Stream,
    draw: u64,
    path: u64,
}

impl Dice {
    /// The luck of a path of a draw under a seed.
    pub fn new(seed: u64, draw: u64, path: u64) -> Dice {
        Dice { stream: Stream::new(seed, "paths"), draw, path }
    }

    /// Which of several possibilities comes about, given their probabilities; never one of 0.
    pub(crate) fn pick<const N: usize>(&self, year: usize, roll: Roll, chances: [f64; N]) -> usize {
        self.pick_of(year, roll, &chances)
    }

    pub(crate) fn pick_of(&self, year: usize, roll: Roll, chances: &[f64]) -> usize {
        let address = [self.draw, self.path, year as u64, roll.address()];
        let mut left = unit_interval(self.stream.bits(address));
        let mut last = 0;
        for (i, &chance) in chances.iter().enumerate() {
            if chance > 0.0 {
                if left < chance {
                    return i;
                }
                left -= chance;
                last = i;
            }
        }
        // Rounding left a little over.
        last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_decision_has_an_address_of_its_own() {
        let mut rolls = vec![Roll::Choice, Roll::Settlement, Roll::Capture, Roll::Escalation];
        for severity in [Severity::Limited, Severity::War] {
            rolls.extend([Roll::Agreement(severity), Roll::Shock(severity), Roll::Contest(severity)]);
            rolls.extend((0..64).map(|guarantor| Roll::Response(severity, guarantor)));
        }
        rolls.extend((0..64).map(Roll::Level));
        let addresses: std::collections::BTreeSet<u64> = rolls.iter().map(|roll| roll.address()).collect();
        assert_eq!(addresses.len(), rolls.len());
    }

    #[test]
    fn what_has_no_chance_never_comes_about() {
        for path in 0..1000 {
            let dice = Dice::new(1, 2, path);
            assert_eq!(dice.pick(0, Roll::Choice, [0.0, 1.0, 0.0]), 1);
            assert_ne!(dice.pick(0, Roll::Choice, [0.5, 0.0, 0.4999, 0.0]), 3);
        }
    }
}
