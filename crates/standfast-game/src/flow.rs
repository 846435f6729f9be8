//! What becomes of a mass in a year, state by state, and what is summed up on the way.
//!
//! Masses that follow the same policy and move by the same kernel are pushed together: of a package's
//! own world all histories, those without war and capture so far, and those without a limited attack
//! either.

use standfast_math::Lanes;
use standfast_model::parents::FactorSet;

use crate::space::{Map, Space};

/// What the challenger makes of a mass at peace, at one state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Split {
    /// The mass.
    pub(crate) mass: Lanes,
    /// Invaded outright.
    pub(crate) invaded: Lanes,
    /// Attacked in the limited way, escalating or not.
    pub(crate) attacked: Lanes,
    /// Attacked in the limited way, and that becomes a war.
    pub(crate) escalated: Lanes,
    /// Coerced, captured or not.
    pub(crate) coerced: Lanes,
    /// Lost without a war.
    pub(crate) captured: Lanes,
}

impl Split {
    /// A war begins.
    #[inline(always)]
    pub(crate) fn begun(&self) -> Lanes {
        self.invaded + self.escalated
    }
}

/// A mass summed onto the grid of some factors.
#[derive(Clone, Debug)]
pub(crate) struct Projection {
    map: Map,
    pub(crate) sums: Vec<Lanes>,
}

impl Projection {
    /// Nothing yet.
    pub(crate) fn onto(space: &Space, factors: FactorSet) -> Projection {
        let map = space.map(space.all(), factors);
        Projection { map, sums: vec![Lanes::ZERO; space.points(factors)] }
    }

    /// Some mass at a state.
    #[inline(always)]
    pub(crate) fn add(&mut self, state: usize, mass: Lanes) {
        self.sums[self.map[state] as usize] += mass;
    }
}

/// Notes what becomes of a mass at peace.
pub(crate) trait Flow {
    /// Whether what is attacked in the limited way, without a war, goes on.
    const LIMITED_GOES_ON: bool = true;

    /// What becomes of it at a state.
    fn note(&mut self, state: usize, split: &Split);
}

/// All histories.
#[derive(Debug)]
pub(crate) struct All<'a> {
    /// Receives the wars that begin, by state.
    pub(crate) begun: &'a mut [Lanes],
    /// What the masses of this year weigh in the sums by cost.
    pub(crate) weight: Lanes,
    /// The sums by cost.
    pub(crate) charges: &'a mut AtPeace,
    pub(crate) coerced: Lanes,
    pub(crate) captured: Lanes,
}

/// Discounted masses that cost something at peace.
#[derive(Clone, Debug)]
pub(crate) struct AtPeace {
    /// A year at peace that no war begins in.
    pub(crate) peace: Projection,
    pub(crate) coerced: Projection,
    pub(crate) attacked: Projection,
    pub(crate) captured: Projection,
}

/// Discounted masses that cost something at war.
#[derive(Clone, Debug)]
pub(crate) struct AtWar {
    /// A year of war.
    pub(crate) fought: Projection,
    pub(crate) settled: Projection,
}

/// The wars that end in a year.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ended {
    pub(crate) conquered: Lanes,
    pub(crate) settled: Lanes,
    pub(crate) repelled: Lanes,
}

impl Ended {
    /// More wars end.
    pub(crate) fn add(&mut self, more: &Ended) {
        self.conquered += more.conquered;
        self.settled += more.settled;
        self.repelled += more.repelled;
    }
}

/// Neither war nor capture so far.
#[derive(Debug)]
pub(crate) struct Intact {
    pub(crate) total: Lanes,
    pub(crate) begun: Lanes,
    pub(crate) captured: Lanes,
    pub(crate) attacked: Lanes,
    /// Invaded outright, on the grid of the response to that.
    pub(crate) if_invaded: Projection,
    /// Attacked in the limited way, on the grid of the response to that.
    pub(crate) if_attacked: Projection,
}

/// Neither war, nor capture, nor a limited attack so far.
#[derive(Debug)]
pub(crate) struct Quiet {
    pub(crate) attacked: Lanes,
}

/// Neither war nor capture so far; only wars are noted.
#[derive(Debug)]
pub(crate) struct FirstWar {
    pub(crate) begun: Lanes,
}

impl Flow for All<'_> {
    #[inline(always)]
    fn note(&mut self, state: usize, split: &Split) {
        let begun = split.begun();
        self.begun[state] += begun;
        self.coerced += split.coerced;
        self.captured += split.captured;
        self.charges.peace.add(state, (split.mass - begun) * self.weight);
        self.charges.coerced.add(state, split.coerced * self.weight);
        self.charges.attacked.add(state, split.attacked * self.weight);
        self.charges.captured.add(state, split.captured * self.weight);
    }
}

impl Flow for Intact {
    #[inline(always)]
    fn note(&mut self, state: usize, split: &Split) {
        self.total += split.mass;
        self.begun += split.begun();
        self.captured += split.captured;
        self.attacked += split.attacked;
        self.if_invaded.add(state, split.invaded);
        self.if_attacked.add(state, split.attacked);
    }
}

impl Flow for Quiet {
    const LIMITED_GOES_ON: bool = false;

    #[inline(always)]
    fn note(&mut self, _state: usize, split: &Split) {
        self.attacked += split.attacked;
    }
}

impl Flow for FirstWar {
    #[inline(always)]
    fn note(&mut self, _state: usize, split: &Split) {
        self.begun += split.begun();
    }
}
