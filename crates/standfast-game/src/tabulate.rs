//! Primitives as fields: value = link⁻¹( link(base) + Σ active effects ).

use standfast_math::Lanes;
use standfast_model::Scenario;
use standfast_model::condition::LevelSet;
use standfast_model::effect::Effect;
use standfast_model::parents::{FactorSet, factors_of};
use standfast_model::primitive::{Context, Link, Primitive};

use crate::draws::Draws;
use crate::field::Field;
use crate::in_force::InForce;
use crate::space::Space;

/// What is needed to tabulate primitives: a case, its states, the draws, and what is in force.
#[derive(Clone, Copy)]
pub struct Tabulator<'a> {
    /// The case.
    pub scenario: &'a Scenario,
    /// Its states.
    pub space: &'a Space,
    /// The draws.
    pub draws: &'a Draws,
    /// What is active by date.
    pub in_force: &'a InForce,
}

impl Tabulator<'_> {
    /// A primitive on its natural scale.
    pub fn primitive(&self, primitive: Primitive, context: Context) -> Field {
        let linked = self.linked(primitive, context);
        match primitive.kind.spec().link {
            Link::Identity => linked,
            Link::Log => linked.map(Lanes::exp),
            Link::Logit => linked.map(Lanes::logistic),
        }
    }

    /// A primitive on its link scale.
    pub fn linked(&self, primitive: Primitive, context: Context) -> Field {
        let base = self.draws.value(self.scenario.base(primitive));
        self.total(base, primitive, context, |_| true)
    }

    /// The effects of one instrument on a primitive, on its link scale.
    pub fn of_instrument(&self, instrument: usize, primitive: Primitive, context: Context) -> Field {
        self.total(Lanes::ZERO, primitive, context, |effect| effect.instrument == Some(instrument))
    }

    fn total(&self, base: Lanes, primitive: Primitive, context: Context, counts: impl Fn(&Effect) -> bool) -> Field {
        let instruments = &self.scenario.instruments;
        let active: Vec<&Effect> = self
            .in_force
            .effects
            .iter()
            .map(|&i| &self.scenario.effects[i])
            .filter(|effect| effect.on == primitive && effect.when.holds_in(context) && counts(effect))
            .collect();
        let factors = active.iter().fold(FactorSet::EMPTY, |all, effect| all.union(factors_of(effect, instruments)));
        let mut values = vec![base; self.space.points(factors)];
        for effect in active {
            let add = self.draws.value(effect.number);
            let lapses = effect.instrument.map_or(&[][..], |i| &instruments[i].lapses_when);
            for (point, value) in values.iter_mut().enumerate() {
                let at = |set: &LevelSet| set.contains(self.space.level_at(factors, point, set.factor));
                let lapsed = !lapses.is_empty() && lapses.iter().all(at);
                if effect.when.levels.iter().all(at) && !lapsed {
                    *value += add;
                }
            }
        }
        Field { factors, values }
    }
}
