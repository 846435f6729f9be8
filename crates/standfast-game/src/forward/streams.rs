//! What an actor's value is made of: the expected discounted flow of each stream.
//!
//! Values are linear in what happens: with m_t(e, x) the chance that e happens in year t at state x, and f(e, x)
//! what that is worth to an actor,
//!
//! V = Σ_t δᵗ Σ_{e,x} m_t(e, x)·f(e, x),   and f is a sum over streams, so V is one too.
//!
//! Protégé and guarantors count what happens under the true chances within the horizon. The challenger counts
//! over horizon and tail what happens as it sees it: it plays the same policies, but wins a year of war with
//! ωπ̂ and bears B̂. So its chances need a pass of their own, over worlds whose policies reach to the end of
//! the tail ([`Batch::with_policies_of_the_tail`]).

use std::rc::Rc;

use standfast_math::Lanes;
use standfast_model::actor::Actor;
use standfast_model::instrument::InstrumentSet;
use standfast_model::primitive::{Context, Kind};

use super::{copy, filled, year_at_peace};
use crate::batch::Batch;
use crate::era::Era;
use crate::field::{Field, combine};
use crate::flow::{Flow, Split};
use crate::outcome::Start;
use crate::pool::Pool;
use crate::world::{Worlds, after_war};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stream {
    /// War itself: beginning and waging it, or helping in it.
    War,
    /// The guarantors' help and sanctions, as the challenger bears them.
    Burden,
    /// What the challenger wins: by war, capture or a limited attack.
    Prize,
    /// What a settlement of a war gives or takes.
    Settlement,
    /// That the protégé is lost, by war or capture.
    Loss,
    /// Peace as it is: the challenger's grievance, what the protégé's own measures cost, forces in place.
    Peace,
    /// Coercion: its gain and cost, or its harm.
    Coercion,
    /// Limited attacks: their cost, their harm, the outlay of who helps.
    Limited,
    /// Signing itself. No flow of the game: only gains have it.
    Signing,
}

/// A number for each stream, in the order of [`Stream::ALL`].
pub type ByStream = [Lanes; Stream::ALL.len()];

impl Stream {
    /// All streams.
    pub const ALL: [Stream; 9] = [
        Stream::War,
        Stream::Burden,
        Stream::Prize,
        Stream::Settlement,
        Stream::Loss,
        Stream::Peace,
        Stream::Coercion,
        Stream::Limited,
        Stream::Signing,
    ];

    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Stream::War => "war",
            Stream::Burden => "burden",
            Stream::Prize => "prize",
            Stream::Settlement => "settlement",
            Stream::Loss => "loss",
            Stream::Peace => "peace",
            Stream::Coercion => "coercion",
            Stream::Limited => "limited",
            Stream::Signing => "signing",
        }
    }
}

/// The streams of some actors' values, each of which adds up to the actor's value in the
/// [`Outcome`](crate::Outcome) of the same game.
///
/// # Panics
/// For one of the others, who have no value, and for the challenger if the batch does not keep the policies of
/// the tail.
pub fn streams(batch: &Batch<'_>, set: InstrumentSet, start: Start, actors: &[Actor]) -> Vec<ByStream> {
    let set = if start == Start::War { after_war(batch.scenario, set, 0) } else { set };
    let worlds = Worlds::new(batch, set);
    let seen = |by_challenger: bool| {
        let whose: Vec<Actor> =
            actors.iter().copied().filter(|&actor| (actor == Actor::Challenger) == by_challenger).collect();
        let streams = if whose.is_empty() { Vec::new() } else { Pass::run(batch, &worlds, start, &whose) };
        whose.into_iter().zip(streams).collect::<Vec<_>>()
    };
    let known = [seen(true), seen(false)].concat();
    let of = |actor: &Actor| known.iter().find(|(whose, _)| whose == actor).map(|(_, streams)| *streams);
    actors.iter().map(|actor| of(actor).unwrap_or_else(|| unreachable!("each is one or the other"))).collect()
}

/// What happens in a year.
#[derive(Clone, Copy, Debug)]
enum Happens {
    /// At peace, no war begins.
    Peaceful,
    /// At peace, no invasion: what is only attacked in the limited way may end in war.
    NotInvaded,
    Begun,
    Coerced,
    Attacked,
    Captured,
    Fought,
    Settled,
}

/// How much of each happens, discounted, by state; empty where nothing of it can be.
type Sums = [Vec<Lanes>; 8];

const AT_PEACE: [Happens; 6] =
    [Happens::Peaceful, Happens::NotInvaded, Happens::Begun, Happens::Coerced, Happens::Attacked, Happens::Captured];
const AT_WAR: [Happens; 2] = [Happens::Fought, Happens::Settled];

/// Masses of one world at the start of a year, and what has happened in the era that it is in.
#[derive(Default)]
struct Masses {
    peace: Vec<Lanes>,
    war: Vec<Lanes>,
    begun: Vec<Lanes>,
    era: Option<Rc<Era>>,
    sums: Sums,
}

/// All histories once more, with what they are worth by stream.
struct Pass<'a> {
    batch: &'a Batch<'a>,
    worlds: &'a Worlds,
    actors: &'a [Actor],
    /// Whether wars go as the challenger sees it.
    perceived: bool,
    masses: Vec<Masses>,
    /// δ to the power of the year.
    weight: Lanes,
    streams: Vec<ByStream>,
}

impl<'a> Pass<'a> {
    /// Of actors who count the same years and chances.
    fn run(batch: &'a Batch<'a>, worlds: &'a Worlds, start: Start, actors: &'a [Actor]) -> Vec<ByStream> {
        let scenario = batch.scenario;
        let perceived = actors.contains(&Actor::Challenger);
        let years = if perceived { scenario.horizon + scenario.tail } else { scenario.horizon };
        assert!(years <= batch.policy_years, "a batch that does not keep the policies of the tail");
        let pool = &mut batch.pool.borrow_mut();
        let mut masses: Vec<Masses> = worlds.list.iter().map(|_| Masses::default()).collect();
        let initial = copy(&batch.initial(), pool);
        match start {
            Start::Peace => masses[0].peace = initial,
            Start::War => masses[0].war = initial,
        }
        let streams = vec![[Lanes::ZERO; Stream::ALL.len()]; actors.len()];
        let mut pass = Pass { batch, worlds, actors, perceived, masses, weight: Lanes::ONE, streams };
        for year in 0..years {
            pass.year(year, pool);
        }
        for w in 0..worlds.list.len() {
            pass.close(w, pool);
            let Masses { peace, war, begun, .. } = std::mem::take(&mut pass.masses[w]);
            [peace, war, begun].into_iter().for_each(|array| pool.give(array));
        }
        pass.streams
    }

    fn year(&mut self, year: usize, pool: &mut Pool) {
        for w in 0..self.worlds.list.len() {
            let era = &self.worlds.list[w].eras[year];
            if !self.masses[w].era.as_ref().is_some_and(|known| Rc::ptr_eq(known, era)) {
                self.close(w, pool);
                self.masses[w].era = Some(Rc::clone(era));
            }
        }
        for w in 0..self.worlds.list.len() {
            if !self.masses[w].peace.is_empty() {
                self.year_at_peace(w, year, pool);
            }
        }
        for w in 0..self.worlds.list.len() {
            if !(self.masses[w].begun.is_empty() && self.masses[w].war.is_empty()) {
                self.year_of_war(w, year, pool);
            }
        }
        self.weight *= self.batch.discount;
    }

    fn year_at_peace(&mut self, w: usize, year: usize, pool: &mut Pool) {
        let (world, states) = (&self.worlds.list[w], self.batch.space.states());
        let of_war = self.worlds.of_war_from(w, year);
        let mut begun = std::mem::take(&mut self.masses[of_war].begun);
        filled(&mut begun, states, pool);
        let Masses { peace, sums, .. } = &mut self.masses[w];
        AT_PEACE.into_iter().for_each(|what| filled(&mut sums[what as usize], states, pool));
        let mut noted = Noted { begun: &mut begun, weight: self.weight, sums };
        year_at_peace(world.eras[year].peace(self.batch), &world.policies[year], peace, &mut noted, pool);
        self.masses[of_war].begun = begun;
    }

    fn year_of_war(&mut self, w: usize, year: usize, pool: &mut Pool) {
        let (world, states, weight) = (&self.worlds.list[w], self.batch.space.states(), self.weight);
        let war = world.eras[year].war(self.batch);
        let repelled = if self.perceived { &war.choice.repelled } else { &war.repelled };
        let settle = &world.policies[year].settle;
        let Masses { peace, war: mass, begun, sums, .. } = &mut self.masses[w];
        [&mut *peace, mass, begun].into_iter().for_each(|array| filled(array, states, pool));
        AT_WAR.into_iter().for_each(|what| filled(&mut sums[what as usize], states, pool));
        let mut ends = pool.take(states);
        let mut workspace = war.kernel.workspace(pool);
        war.kernel.push(mass, &mut workspace, |states, mass, [goes_on]| {
            for (i, state) in states.enumerate() {
                let settled = mass[i] * settle[state];
                let fought = begun[state] + mass[i] - settled;
                sums[Happens::Fought as usize][state] += fought * weight;
                sums[Happens::Settled as usize][state] += settled * weight;
                ends[state] = settled + fought * repelled.at(state);
                goes_on[i] = fought * war.undecided.at(state);
            }
        });
        war.kernel.push_exhausted(ends, peace, &mut workspace, pool);
        workspace.give_to(pool);
        pool.give(std::mem::take(begun));
    }

    /// Adds what has happened in a world's era to the streams.
    fn close(&mut self, w: usize, pool: &mut Pool) {
        let Masses { era, sums, .. } = &mut self.masses[w];
        let (era, sums) = (era.take(), std::mem::take(sums));
        let Some(era) = era else { return };
        for (&actor, streams) in self.actors.iter().zip(&mut self.streams) {
            let flows = Flows { batch: self.batch, era: &era };
            let at_peace = if sums[Happens::Peaceful as usize].is_empty() { Vec::new() } else { flows.at_peace(actor) };
            let at_war = if sums[Happens::Fought as usize].is_empty() { Vec::new() } else { flows.at_war(actor) };
            for (stream, what, worth) in at_peace.into_iter().chain(at_war) {
                let worth = worth.everywhere(&self.batch.space);
                let total = &mut streams[stream as usize];
                for (state, mass) in sums[what as usize].iter().enumerate() {
                    *total += *mass * worth.at(state);
                }
            }
        }
        sums.into_iter().for_each(|array| pool.give(array));
    }
}

/// Notes what happens at peace.
struct Noted<'a> {
    begun: &'a mut [Lanes],
    weight: Lanes,
    sums: &'a mut Sums,
}

impl Flow for Noted<'_> {
    #[inline(always)]
    fn note(&mut self, state: usize, split: &Split) {
        let begun = split.begun();
        self.begun[state] += begun;
        let mut add = |what: Happens, mass: Lanes| self.sums[what as usize][state] += mass * self.weight;
        add(Happens::Peaceful, split.mass - begun);
        add(Happens::NotInvaded, split.mass - split.invaded);
        add(Happens::Begun, begun);
        add(Happens::Coerced, split.coerced);
        add(Happens::Attacked, split.attacked);
        add(Happens::Captured, split.captured);
    }
}

/// What each thing that happens in an era is worth, by stream.
struct Flows<'a> {
    batch: &'a Batch<'a>,
    era: &'a Era,
}

/// A stream of an actor, what has to happen, and what that is worth then.
type Worth = (Stream, Happens, Field);

impl Flows<'_> {
    fn read(&self, kind: Kind, owner: usize, context: Context) -> Field {
        self.era.tabulator(self.batch).primitive(kind.of(owner), context)
    }

    fn at_peace(&self, actor: Actor) -> Vec<Worth> {
        let (space, response) = (&self.batch.space, &self.era.peace(self.batch).response);
        let peace = |kind: Kind, owner: usize| self.read(kind, owner, Context::Peace);
        let limited = |kind: Kind| self.read(kind, 0, Context::Limited);
        match actor {
            Actor::Challenger => {
                let prize = peace(Kind::Prize, 0);
                let taken = [&response.perceived_win, &limited(Kind::PrizeShare), &prize];
                let taken = combine(space, taken, |[win, share, prize]| win * share * prize);
                let coercion = [&peace(Kind::CoercionGain, 0), &peace(Kind::CoercionCost, 0)];
                vec![
                    (Stream::Peace, Happens::NotInvaded, cost(&peace(Kind::Grievance, 0))),
                    (Stream::Coercion, Happens::Coerced, combine(space, coercion, |[gain, cost]| gain - cost)),
                    (Stream::Prize, Happens::Captured, prize),
                    (Stream::Limited, Happens::Attacked, cost(&limited(Kind::LimitedCost))),
                    (Stream::Burden, Happens::Attacked, cost(&response.perceived_burden)),
                    (Stream::Prize, Happens::Attacked, taken),
                    (Stream::War, Happens::Begun, cost(&peace(Kind::OnsetCost, 0))),
                ]
            }
            Actor::Protege => vec![
                (Stream::Peace, Happens::Peaceful, cost(&peace(Kind::PeaceCost, 0))),
                (Stream::Coercion, Happens::Coerced, cost(&peace(Kind::CoercionHarm, 0))),
                (Stream::Limited, Happens::Attacked, cost(&limited(Kind::LimitedHarm))),
                (Stream::Loss, Happens::Captured, cost(&peace(Kind::LossCost, 0))),
            ],
            Actor::Guarantor(i) => vec![
                (Stream::Peace, Happens::Peaceful, cost(&peace(Kind::PresenceCost, i))),
                (Stream::Limited, Happens::Attacked, cost(&response.outlay[i])),
                (Stream::Loss, Happens::Captured, cost(&peace(Kind::Stake, i))),
            ],
            Actor::Other(_) => panic!("the others have no value of their own"),
        }
    }

    fn at_war(&self, actor: Actor) -> Vec<Worth> {
        let (space, response) = (&self.batch.space, &self.era.war(self.batch).response);
        let war = |kind: Kind, owner: usize| self.read(kind, owner, Context::War);
        let (resolution, share) = (war(Kind::Resolution, 0), war(Kind::SettlementShare, 0));
        let won = |win: &Field, worth: &Field| {
            combine(space, [&resolution, win, worth], |[resolution, win, worth]| resolution * win * worth)
        };
        let settled = |worth: &Field| combine(space, [&share, worth], |[share, worth]| share * worth);
        let suffers = |costs: &Field, loss: &Field| {
            vec![
                (Stream::War, Happens::Fought, cost(costs)),
                (Stream::Loss, Happens::Fought, cost(&won(&response.win, loss))),
                (Stream::Settlement, Happens::Settled, cost(&settled(loss))),
            ]
        };
        match actor {
            Actor::Challenger => {
                let prize = war(Kind::Prize, 0);
                let gained = [&settled(&prize), &war(Kind::SettlementCost, 0)];
                vec![
                    (Stream::War, Happens::Fought, cost(&war(Kind::ChallengerWarCost, 0))),
                    (Stream::Burden, Happens::Fought, cost(&response.perceived_burden)),
                    (Stream::Prize, Happens::Fought, won(&response.perceived_win, &prize)),
                    (Stream::Settlement, Happens::Settled, combine(space, gained, |[share, cost]| share - cost)),
                ]
            }
            Actor::Protege => suffers(&war(Kind::ProtegeWarCost, 0), &war(Kind::LossCost, 0)),
            Actor::Guarantor(i) => suffers(&response.outlay[i], &war(Kind::Stake, i)),
            Actor::Other(_) => panic!("the others have no value of their own"),
        }
    }
}

/// What costs so much.
fn cost(field: &Field) -> Field {
    field.map(|cost| -cost)
}
