//! What a number of a case is about: it is the base of a primitive, or what an effect adds to one.

use crate::effect::Effect;
use crate::primitive::Primitive;
use crate::scenario::Scenario;

/// What a number is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject<'a> {
    /// The primitive that it is, or is added to.
    pub primitive: Primitive,
    /// The effect that adds it; nothing if it is the primitive's base.
    pub effect: Option<&'a Effect>,
    /// What the effect belongs to, unless that is the case itself.
    pub holder: Option<Holder>,
}

/// What an effect belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// An instrument, by position.
    Instrument(usize),
    /// A stress, by position.
    Stress(usize),
}

impl Scenario {
    /// What a number, by position, is about.
    ///
    /// # Panics
    /// If there is no such number.
    pub fn subject(&self, number: usize) -> Subject<'_> {
        let is_it = |effect: &&Effect| effect.number == number;
        if let Some(effect) = self.effects.iter().find(is_it) {
            let holder = effect.instrument.map(Holder::Instrument);
            return Subject { primitive: effect.on, effect: Some(effect), holder };
        }
        for (i, stress) in self.stresses.iter().enumerate() {
            if let Some(effect) = stress.effects.iter().find(is_it) {
                return Subject { primitive: effect.on, effect: Some(effect), holder: Some(Holder::Stress(i)) };
            }
        }
        let mut primitives = Primitive::all(&self.actors, self.factors.len());
        let primitive = primitives.find(|primitive| self.base(*primitive) == number);
        let primitive = primitive.unwrap_or_else(|| panic!("no number {number} in the case"));
        Subject { primitive, effect: None, holder: None }
    }

    /// The id of what an effect belongs to.
    pub fn holder_id(&self, holder: Holder) -> &str {
        match holder {
            Holder::Instrument(i) => &self.instruments[i].id,
            Holder::Stress(i) => &self.stresses[i].id,
        }
    }
}
