//! The games of a plan in one batch of draws.

use std::collections::BTreeMap;
use std::rc::Rc;

use standfast_game::consent::{Consent, OutsideOption, consent};
use standfast_game::{Batch, Outcome, Start, Want};
use standfast_model::actor::Actor;
use standfast_model::instrument::InstrumentSet;

use crate::plan::{Game, Group};
use crate::run::Cancelled;

/// A batch of draws with the outside options that are known in it: they are shared by all packages, and
/// small.
pub(crate) struct Solver<'a> {
    pub(crate) batch: Batch<'a>,
    outside: BTreeMap<InstrumentSet, Rc<OutsideOption>>,
    /// Whose gains are asked for, whether or not they have to sign.
    gains: Vec<Actor>,
}

impl<'a> Solver<'a> {
    pub(crate) fn new(batch: Batch<'a>, gains: Vec<Actor>) -> Solver<'a> {
        Solver { batch, outside: BTreeMap::new(), gains }
    }

    /// Solves the games of a group in their order, each with who signs if that is asked, and then in full.
    pub(crate) fn solve(
        &mut self,
        group: &Group,
        want: Want,
        mut done: impl FnMut(&Game, &Outcome, Option<Consent>) -> Result<(), Cancelled>,
    ) -> Result<(), Cancelled> {
        for &set in &group.outside {
            self.know(set);
        }
        for game in &group.games {
            let want = if game.consent || game.start == Start::War { Want::Everything } else { want };
            let outcome = self.batch.solve(game.set, game.start, want);
            if game.start == Start::War {
                self.outside.entry(game.set).or_insert_with(|| Rc::new(OutsideOption::of(&outcome)));
            }
            let consent = game.consent.then(|| {
                consent(&self.batch, game.set, &self.gains, &outcome, |alternative| {
                    let known = self.outside.get(&alternative);
                    Rc::clone(known.unwrap_or_else(|| unreachable!("a plan has the outside options of its packages")))
                })
            });
            done(game, &outcome, consent)?;
        }
        Ok(())
    }

    /// Solves the war of an outside option, unless it is known.
    fn know(&mut self, set: InstrumentSet) {
        let batch = &self.batch;
        let solve = || Rc::new(OutsideOption::of(&batch.solve(set, Start::War, Want::Everything)));
        self.outside.entry(set).or_insert_with(solve);
    }
}
