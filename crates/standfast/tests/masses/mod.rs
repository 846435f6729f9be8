//! The distribution of the factors over all histories, year by year. The engine pushes it too, and
//! reports only what comes of it.

use std::collections::BTreeMap;

use standfast::game::kernel::Kernel;
use standfast::game::world::{Worlds, after_war};
use standfast::game::{Batch, Start};
use standfast::model::instrument::InstrumentSet;
use standfast_math::Lanes;

/// Probabilities by name.
pub(crate) struct Masses(Vec<(String, Lanes)>);

/// Masses by world and state.
type ByWorld = Vec<Vec<Lanes>>;

struct Push<'a> {
    batch: &'a Batch<'a>,
    worlds: Worlds,
    found: Vec<(String, Lanes)>,
}

impl Masses {
    /// Of a package: a factor at a level at the start of a year, at peace and at war; a limited attack
    /// that takes what it is after.
    pub(crate) fn new(batch: &Batch<'_>, set: InstrumentSet, start: Start) -> Masses {
        let set = if start == Start::War { after_war(batch.scenario, set, 0) } else { set };
        let mut push = Push { batch, worlds: Worlds::new(batch, set), found: Vec::new() };
        let (mut peace, mut war) = (push.nothing(), push.nothing());
        let first = if start == Start::Peace { &mut peace } else { &mut war };
        first[0] = batch.initial();
        for t in 0..batch.scenario.horizon {
            push.marginals("peace", t, &peace);
            push.marginals("war", t, &war);
            (peace, war) = push.year(t, &peace, &war);
        }
        Masses(push.found)
    }

    pub(crate) fn of_lane(&self, lane: usize) -> BTreeMap<String, f64> {
        self.0.iter().map(|(name, mass)| (name.clone(), mass.0[lane])).collect()
    }
}

impl Push<'_> {
    fn nothing(&self) -> ByWorld {
        vec![vec![Lanes::ZERO; self.batch.space.states()]; self.worlds.list.len()]
    }

    fn marginals(&mut self, phase: &str, t: usize, masses: &ByWorld) {
        let space = &self.batch.space;
        for factor in 0..space.factors() {
            let mut levels = vec![Lanes::ZERO; space.levels(factor)];
            for world in masses {
                let of_world = space.project(world, [factor].into_iter().collect());
                levels.iter_mut().zip(of_world).for_each(|(sum, mass)| *sum += mass);
            }
            let named = levels.into_iter().enumerate();
            self.found.extend(named.map(|(level, mass)| (format!("{phase} {t} {factor} {level}"), mass)));
        }
    }

    fn year(&mut self, t: usize, peace: &ByWorld, war: &ByWorld) -> (ByWorld, ByWorld) {
        let (batch, space) = (self.batch, &self.batch.space);
        let (mut next_peace, mut next_war, mut begun) = (self.nothing(), self.nothing(), self.nothing());
        let mut taken = Lanes::ZERO;
        for w in 0..self.worlds.list.len() {
            let (era, policy) = (self.worlds.list[w].eras[t].peace(batch), &self.worlds.list[w].policies[t]);
            let win = era.response.win.clone().everywhere(space);
            // Where nothing can be, nothing need be solved.
            for (x, &mass) in peace[w].iter().enumerate().filter(|(_, mass)| **mass != Lanes::ZERO) {
                let (invade, limited, coerce) = (policy.invade[x], policy.limited[x], policy.coerce[x]);
                let calm = mass * (Lanes::ONE - invade - limited);
                let escalates = era.choice.escalation.at(x);
                let goes_on = mass * limited * (Lanes::ONE - escalates);
                taken += goes_on * win.at(x);
                begun[self.worlds.of_war_from(w, t)][x] += mass * (invade + limited * escalates);
                let withstood = calm * coerce * (Lanes::ONE - era.choice.capture.at(x));
                self.push(&era.kernel, 0, x, calm * (Lanes::ONE - coerce), None, &mut next_peace[w]);
                self.push(&era.kernel, 1, x, withstood, None, &mut next_peace[w]);
                self.push(&era.kernel, 2, x, goes_on, None, &mut next_peace[w]);
            }
        }
        for w in 0..self.worlds.list.len() {
            let settle = &self.worlds.list[w].policies[t].settle;
            let era = self.worlds.list[w].eras[t].war(batch);
            for (x, &mass) in war[w].iter().enumerate() {
                // A world that wars lead away from has none of earlier years.
                let settled = settle.get(x).map_or(Lanes::ZERO, |settle| mass * *settle);
                let fought = begun[w][x] + mass - settled;
                let ends = settled + fought * era.repelled.at(x);
                let exhausted = batch.scenario.exhausted_by_war;
                self.push(&era.kernel, 0, x, ends, exhausted, &mut next_peace[w]);
                self.push(&era.kernel, 0, x, fought * era.undecided.at(x), None, &mut next_war[w]);
            }
        }
        self.found.push((format!("taken {t}"), taken));
        (next_peace, next_war)
    }

    /// Moves the mass of one state by a year, factor by factor, state by state.
    fn push(
        &self,
        kernel: &Kernel,
        context: usize,
        state: usize,
        mass: Lanes,
        exhausted: Option<usize>,
        next: &mut [Lanes],
    ) {
        let space = &self.batch.space;
        let mut reached = vec![(state, mass)];
        for (factor, moves) in kernel.moves_from(context, state) {
            let stride = space.stride(factor);
            if exhausted == Some(factor) {
                let down = space.level_at(space.all(), state, factor) * stride;
                reached.iter_mut().for_each(|(state, _)| *state -= down);
                continue;
            }
            reached = reached
                .iter()
                .flat_map(|&(state, mass)| {
                    // The moves that would leave the axis have no chance.
                    let possible = (0..3).filter(|&step| moves[step] != Lanes::ZERO);
                    possible.map(move |step| (state + step * stride - stride, mass * moves[step]))
                })
                .collect();
        }
        for (state, mass) in reached {
            next[state] += mass;
        }
    }
}
