//! What an instrument is for, read from what it acts on.

use serde::Serialize;
use standfast::model::Scenario;

/// What an instrument does in the first place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// It lowers what the challenger could win: something is given to it.
    Concession,
    /// The protégé pays for strength of its own.
    OwnStrength,
    /// Guarantors pay for forces in place.
    Forces,
    /// Guarantors give their word, or get something to lose.
    Promise,
    /// Whatever else makes an attack dearer: money, sanctions, supervision.
    Pressure,
}

impl Purpose {
    /// The first of these that holds of the primitives that an instrument's effects are on: the challenger's prize; the
    /// protégé's cost of peace or strength, without a guarantor's presence or word; a guarantor's cost of presence; a
    /// guarantor's audience cost, stake, or escalation; none of these.
    pub fn of(scenario: &Scenario, instrument: usize) -> Purpose {
        let effects = scenario.effects.iter().filter(|effect| effect.instrument == Some(instrument));
        let names: Vec<String> = effects.map(|effect| scenario.primitive_name(effect.on)).collect();
        let on = |name: &str| names.iter().any(|each| each == name);
        let of_a_guarantor =
            |kind: &str| scenario.actors.guarantors.iter().any(|guarantor| on(&format!("{guarantor}.{kind}")));
        let word = ["audience_cost", "stake", "escalation"].into_iter().any(of_a_guarantor);
        let forces = of_a_guarantor("presence_cost");
        if on("challenger.prize") {
            Purpose::Concession
        } else if on("protege.peace_cost") || (on("protege.strength") && !forces && !word) {
            Purpose::OwnStrength
        } else if forces {
            Purpose::Forces
        } else if word {
            Purpose::Promise
        } else {
            Purpose::Pressure
        }
    }
}

#[cfg(test)]
mod tests {
    use standfast::EmbeddedCase;

    use super::*;

    #[test]
    fn instruments_of_the_default_case_are_for_what_people_say() {
        let case = EmbeddedCase::DEFAULT.read();
        let purpose = |id: &str| {
            let position = case.scenario.instruments.iter().position(|instrument| instrument.id == id);
            Purpose::of(&case.scenario, position.expect("an instrument"))
        };
        assert_eq!(purpose("nato_membership"), Purpose::Promise);
        assert_eq!(purpose("minerals_deal"), Purpose::Promise);
        assert_eq!(purpose("large_contingent"), Purpose::Forces);
        assert_eq!(purpose("own_nuclear_weapons"), Purpose::OwnStrength);
        assert_eq!(purpose("sanctions_snapback"), Purpose::Pressure);
        assert_eq!(purpose("territorial_concession"), Purpose::Concession);
    }
}
