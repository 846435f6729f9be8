//! What a party's gain from signing is made of.
//!
//! The gain is the difference of two values, of the package and of what is left if the party refuses, and values
//! are sums of streams ([`forward::streams`](crate::forward::streams)). So the gain is one too, in units of the
//! party's own stake, and what signing itself costs is one stream more.

use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::instrument::InstrumentSet;

use crate::batch::Batch;
use crate::consent::{alternatives, terms};
use crate::forward::streams::{ByStream, Stream, streams};
use crate::outcome::Start;
use crate::response::Diagnosis;
use crate::world::Worlds;

/// The wars that refusing a package leaves some actors with, each with those whom it leaves with it.
pub fn outside(scenario: &Scenario, set: InstrumentSet, actors: &[Actor]) -> Vec<(InstrumentSet, Vec<Actor>)> {
    let mut wars: Vec<(InstrumentSet, Vec<Actor>)> = Vec::new();
    for (actor, left) in alternatives(scenario, set, actors).filter(|(actor, _)| actors.contains(actor)) {
        match wars.iter_mut().find(|(known, _)| *known == left) {
            Some((_, whose)) => whose.push(actor),
            None => wars.push((left, vec![actor])),
        }
    }
    wars
}

/// The gains of some actors by stream, for eight draws, and what is known of the equilibria behind them; the
/// batch has to keep the policies of the tail.
///
/// # Panics
/// For one of the others, who have no value, and if the batch does not keep these policies.
pub fn gains(batch: &Batch<'_>, set: InstrumentSet, actors: &[Actor]) -> (Vec<ByStream>, Diagnosis) {
    let mut diagnosis = Worlds::new(batch, set).diagnosis(batch);
    let mut gains = streams(batch, set, Start::Peace, actors);
    for (left, whose) in outside(batch.scenario, set, actors) {
        diagnosis.merge(&Worlds::new(batch, left).diagnosis(batch));
        for (actor, alternative) in whose.iter().zip(streams(batch, left, Start::War, &whose)) {
            let Some(at) = actors.iter().position(|known| known == actor) else { continue };
            let terms = terms(batch, set, *actor);
            for (gain, refused) in gains[at].iter_mut().zip(alternative) {
                *gain = (*gain - refused) / terms.unit;
            }
            gains[at][Stream::Signing as usize] = -terms.cost;
        }
    }
    (gains, diagnosis)
}
