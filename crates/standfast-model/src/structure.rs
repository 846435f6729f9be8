//! Switches of the game's structure: assumptions that the method makes and that could be made otherwise.
//!
//! A case says nothing about them. With all of them off the game is that of the method.

use crate::scenario::Scenario;

/// An assumption made otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Switch {
    /// A war cancels nothing that was agreed: what is pending comes all the same, so there is nothing to prevent.
    NoPreventiveWar,
    /// The challenger chooses between holding, coercing and attacking at once, not first between calm and attacks.
    FlatChoice,
    /// Guarantors weigh a whole war instead of one year of it.
    WholeWar,
}

/// Which assumptions of the game itself are made otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    /// See [`Switch::FlatChoice`].
    pub flat_choice: bool,
    /// See [`Switch::WholeWar`].
    pub whole_war: bool,
}

impl Switch {
    /// All of them.
    pub const ALL: [Switch; 3] = [Switch::NoPreventiveWar, Switch::FlatChoice, Switch::WholeWar];

    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Switch::NoPreventiveWar => "no_preventive_war",
            Switch::FlatChoice => "flat_choice",
            Switch::WholeWar => "whole_war",
        }
    }
}

impl Scenario {
    /// The same case, on the same draws, with an assumption made otherwise.
    #[must_use]
    pub fn switched(&self, switch: Switch) -> Scenario {
        let mut scenario = self.clone();
        match switch {
            Switch::NoPreventiveWar => {
                scenario.instruments.iter_mut().for_each(|instrument| instrument.aborted_by_war = false);
            }
            Switch::FlatChoice => scenario.structure.flat_choice = true,
            Switch::WholeWar => scenario.structure.whole_war = true,
        }
        scenario
    }
}
