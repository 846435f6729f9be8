//! Which stresses bear on a package: what leaves its game as it is need not be solved.
//!
//! A stress bears on a package if the game of the package may differ with it. It does not if all that it does is
//!
//! - to disable instruments that the package does not have,
//! - effects that wait for an instrument that the package does not have, or that move what only signatures
//!   read, or the votes of a consensus body that the package does not have,
//! - to move or to set factors that nothing reads.
//!
//! A factor is read if an effect that can be active asks for its level, or an instrument lapses by it, unless
//! that only moves a factor which is not read itself. Effects of the other stresses count as well. So a stress
//! that does not bear on a package changes nothing together with others either.

use crate::effect::Effect;
use crate::instrument::InstrumentSet;
use crate::parents::{FactorSet, factors_of};
use crate::primitive::Kind;
use crate::scenario::Scenario;

impl Scenario {
    /// Those of some stresses that bear on a package, beside each other.
    pub fn bearing_on(&self, package: InstrumentSet, stresses: &[usize]) -> Vec<usize> {
        let read = self.factors_read(package, stresses);
        let bears = |&stress: &usize| {
            let stress = &self.stresses[stress];
            !stress.disable.is_disjoint(package)
                || stress.set.iter().any(|set| read.contains(set.factor))
                || stress.effects.iter().any(|effect| self.acts(effect, package, read))
        };
        stresses.iter().copied().filter(bears).collect()
    }

    /// The factors that the game of a package reads, whichever of some stresses it is under.
    fn factors_read(&self, package: InstrumentSet, stresses: &[usize]) -> FactorSet {
        let of_stresses = stresses.iter().flat_map(|&stress| &self.stresses[stress].effects);
        let effects: Vec<&Effect> = self.effects.iter().chain(of_stresses).collect();
        let mut read = FactorSet::EMPTY;
        loop {
            let acting = effects.iter().filter(|effect| self.acts(effect, package, read));
            let more = acting.fold(read, |read, effect| read.union(factors_of(effect, &self.instruments)));
            if more == read {
                return read;
            }
            read = more;
        }
    }

    /// Whether an effect can change anything in the game of a package, where these factors are read.
    fn acts(&self, effect: &Effect, package: InstrumentSet, read: FactorSet) -> bool {
        let votes =
            |body: usize| self.instruments[body].consensus.iter().flatten().any(|&voter| voter == effect.on.owner);
        let matters = match effect.on.kind {
            Kind::Rise | Kind::Fall => read.contains(effect.on.owner),
            Kind::SignCost | Kind::ConsentPrecision => false,
            Kind::Block => package.iter().any(votes),
            _ => true,
        };
        matters && effect.instrument.is_none_or(|own| package.contains(own)) && package.contains_all(effect.when.with)
    }
}
