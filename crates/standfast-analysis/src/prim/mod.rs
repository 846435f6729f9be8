//! Scenario discovery: in which corner of what is not known do the draws lie that say yes?
//!
//! The patient rule induction method (PRIM; Friedman and Fisher 1999; Bryant and Lempert 2010) looks for a *box*:
//! limits on some of the features of a draw, numbers or categories. Of n draws in a box, h say yes; of N draws in
//! all, H do. Then
//!
//! ```text
//! coverage = h/H,   density = h/n,   mass = n/N,
//! φ = (h·N − n·H) / √( n·(N − n)·H·(N − H) ).
//! ```
//!
//! φ is the correlation of "in the box" with "says yes"; N·φ² is the χ² of the two by two table, by which
//! [`crate::split`] chooses, too. A box of coverage and density 1 has φ = 1, one that chance might draw has about 0,
//! and so have the box of all draws and any box where all draws say the same.
//!
//! 1. [`Screen`] keeps the features that tell the draws apart by themselves better than chance lets any feature do.
//!    Of a hundred features that do nothing, some end of one can always be cut off with a gain: among a thousand draws,
//!    boxes of a quarter of the yeses and next to nothing else are then made of chance alone.
//! 2. [`Peeling`](trajectory): from all draws a small share is cut off, at the end of that number, or by that category,
//!    where density rises most for a draw lost; and again, down to the smallest mass. Every box on the way is kept.
//! 3. [`find`] takes the box with the largest φ, moves its limits, one at a time, out (*pasting*) or in to where φ is
//!    largest, and drops the limit that costs least φ, down to none. Chosen is the box with the fewest limits whose φ is
//!    not more than two standard errors, (1 − φ²)/√N each, below the largest of these: the rule by which trees are
//!    pruned (Breiman and others 1984), with two for one. Where a limit of it does not stand out, it is the next box
//!    with fewer of which all do (Bryant and Lempert 2010).
//! 4. [`Screen::by_chance`] says how often chance draws as good a box, [`Screen::in_halves`] in how many random halves
//!    of the draws a limit is found again.
//!
//! Chance is addressed by a stream. To peeling only the order of values matters; a limit lies halfway between the value
//! that went and the one that stayed.

mod chance;
mod features;
mod paste;
mod peel;
mod region;
mod screen;
mod significance;

pub use chance::Chance;
pub use features::{Feature, Features, Unusable};
pub use peel::trajectory;
pub use region::{Bound, End, Limit, Place, Region, inside};
pub use screen::{DEALS, Screen};
pub use significance::{binomial_tail, tested};

/// A feature stands out if chance does as well, by any feature, in this share of cases or less; a box, if boxes of
/// chance are as good; a limit, if its quasi-p-value is not above this.
pub const STANDS_OUT: f64 = 0.05;

/// How boxes are looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// The share of a box's draws that a peel cuts off: α. Equal values go together, so it may be more.
    pub peel: f64,
    /// No box holds a smaller share of the draws than this.
    pub least_mass: f64,
    /// So many standard errors of φ are given for a box with fewer limits.
    pub errors: f64,
}

impl Default for Settings {
    /// What the literature takes, 5 % each; and two standard errors: a box that is not clearly worse.
    fn default() -> Settings {
        Settings { peel: 0.05, least_mass: 0.05, errors: 2.0 }
    }
}

/// The draws that boxes are looked for among.
#[derive(Clone, Debug)]
pub struct Sample<'a> {
    features: &'a Features,
    yes: &'a [bool],
    /// In ascending order.
    draws: Vec<u32>,
    all: Tally,
    /// The features that boxes may limit, in ascending order.
    among: Vec<usize>,
}

/// Some draws, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub draws: usize,
    /// How many of them say yes.
    pub yes: usize,
}

/// A box on the way of a peeling.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The box.
    pub region: Region,
    /// The draws in it.
    pub tally: Tally,
}

/// The box that was found, and the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Every box of the peeling: the first holds all draws.
    pub trajectory: Vec<Step>,
    /// Which of them has the largest φ; of equals the first.
    pub best: usize,
    /// The box that was made of it; all draws if no box is clearly better.
    pub region: Region,
    /// The draws in it.
    pub tally: Tally,
    /// Its limits.
    pub limits: Vec<Tested>,
}

/// A limit of a box, held against the box without it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tested {
    /// Where it is.
    pub place: Place,
    /// The limit.
    pub limit: Limit,
    /// The draws of the box without it.
    pub without: Tally,
    /// The chance that as many draws as the box holds, taken at random from that larger box, hold as many yeses
    /// (exact binomial test, one-sided). It is no p-value proper, since the limit was chosen on the same draws.
    pub quasi_p: f64,
}

impl Tally {
    /// The share of the draws that say yes; NaN of none.
    pub fn density(self) -> f64 {
        self.yes as f64 / self.draws as f64
    }

    /// The share of the yeses among all draws that are here; NaN if there are none.
    pub fn coverage(self, all: Tally) -> f64 {
        self.yes as f64 / all.yes as f64
    }

    /// The share of all draws that are here; NaN if there are none.
    pub fn mass(self, all: Tally) -> f64 {
        self.draws as f64 / all.draws as f64
    }

    /// The correlation of being here with saying yes; 0 where one of them does not vary.
    pub fn phi(self, all: Tally) -> f64 {
        let [n, h, total, yes] = [self.draws, self.yes, all.draws, all.yes].map(|count| count as f64);
        let product = n * (total - n) * yes * (total - yes);
        if product > 0.0 { (h * total - n * yes) / product.sqrt() } else { 0.0 }
    }

    fn add(&mut self, yes: bool) {
        self.draws += 1;
        self.yes += usize::from(yes);
    }

    fn less(self, other: Tally) -> Tally {
        Tally { draws: self.draws - other.draws, yes: self.yes - other.yes }
    }

    fn and(self, other: Tally) -> Tally {
        Tally { draws: self.draws + other.draws, yes: self.yes + other.yes }
    }
}

impl<'a> Sample<'a> {
    /// All draws.
    ///
    /// # Panics
    /// If there is not one answer for each draw.
    pub fn new(features: &'a Features, yes: &'a [bool]) -> Sample<'a> {
        assert_eq!(yes.len(), features.draws(), "an answer for each draw");
        Sample::of(features, yes, (0..features.draws() as u32).collect(), (0..features.len()).collect())
    }

    /// The draws of this sample for which something holds.
    pub fn only(&self, keep: impl Fn(usize) -> bool) -> Sample<'a> {
        let draws = self.draws.iter().copied().filter(|&draw| keep(draw as usize));
        Sample::of(self.features, self.yes, draws.collect(), self.among.clone())
    }

    /// The same draws for boxes that limit no features but some, in ascending order.
    pub fn among(&self, features: Vec<usize>) -> Sample<'a> {
        Sample { among: features, ..self.clone() }
    }

    fn of(features: &'a Features, yes: &'a [bool], draws: Vec<u32>, among: Vec<usize>) -> Sample<'a> {
        let mut all = Tally::default();
        draws.iter().for_each(|&draw| all.add(yes[draw as usize]));
        Sample { features, yes, draws, all, among }
    }

    /// What the draws are told apart by.
    pub fn features(&self) -> &'a Features {
        self.features
    }

    /// How many draws there are, and how many say yes.
    pub fn all(&self) -> Tally {
        self.all
    }

    /// The draws in a box.
    pub fn tally(&self, region: &Region) -> Tally {
        let mut tally = Tally::default();
        for &draw in self.draws.iter().filter(|&&draw| region.contains(self.features, draw as usize)) {
            tally.add(self.yes[draw as usize]);
        }
        tally
    }

    fn allows(&self, tally: Tally, settings: Settings) -> bool {
        tally.draws > 0 && tally.draws as f64 >= settings.least_mass * self.all.draws as f64
    }
}

/// The box that is chosen by default, among the features that a sample allows.
pub fn find(sample: &Sample<'_>, settings: Settings) -> Found {
    let trajectory = trajectory(sample, settings);
    let best = largest_phi(sample, &trajectory);
    let simpler = simpler(sample, trajectory[best].region.clone(), settings);
    let phi = |step: &Step| step.tally.phi(sample.all);
    let largest = simpler.iter().map(phi).fold(0.0, |largest, phi| if phi > largest { phi } else { largest });
    let error = (1.0 - largest * largest) / (sample.all.draws as f64).sqrt();
    let fewest = simpler.iter().rposition(|step| phi(step) >= largest - settings.errors * error).unwrap_or(0);
    let mut chosen = simpler.into_iter().skip(fewest).map(|Step { region, tally }| {
        let limits = significance::tested(sample, &region, tally);
        (region, tally, limits)
    });
    let chosen = chosen.find(|(.., limits)| limits.iter().all(|tested| tested.quasi_p <= STANDS_OUT));
    let (region, tally, limits) = chosen.unwrap_or_else(|| unreachable!("the last box has no limits"));
    Found { trajectory, best, region, tally, limits }
}

/// A box with its limits pasted, then with one limit less and pasted again, and so on, down to none: always that is
/// dropped whose loss costs least φ.
fn simpler(sample: &Sample<'_>, mut region: Region, settings: Settings) -> Vec<Step> {
    let mut steps = Vec::new();
    loop {
        let tally;
        (region, tally) = paste::paste(sample, &region, settings);
        steps.push(Step { region: region.clone(), tally });
        let without = region.places(sample.features).into_iter().map(|place| region.without(sample.features, place));
        let phi = |region: &Region| sample.tally(region).phi(sample.all);
        let each = without.map(|region| (phi(&region), region));
        match each.reduce(|best, each| if each.0 > best.0 { each } else { best }) {
            Some((_, next)) => region = next,
            None => return steps,
        }
    }
}

/// The position of the box with the largest φ; of equals the first.
fn largest_phi(sample: &Sample<'_>, trajectory: &[Step]) -> usize {
    let mut best = 0;
    for (i, step) in trajectory.iter().enumerate() {
        if step.tally.phi(sample.all) > trajectory[best].tally.phi(sample.all) {
            best = i;
        }
    }
    best
}
