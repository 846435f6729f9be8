//! Peeling: from the box of all draws to the smallest that is allowed, a small share at a time.
//!
//! Of the candidates the one is taken whose density rises most for each draw that it costs,
//!
//! ```text
//! ( density(left) − density(box) ) / ( n(box) − n(left) ),
//! ```
//!
//! the lenient objective of Kwakkel and Jaxa-Rozen (2016): where ties or categories make peels of very different
//! sizes, the plain rise would favour the large ones. Of equals the one is taken that limits no further feature,
//! then the first. It ends where no peel raises the density.
//!
//! Every number's draws are sorted once, and stay so while draws leave the box: a peel costs d features times the n
//! draws that are still inside, and all peels together about n·d/α.

use super::features::Levels;
use super::region::{End, Place, Region, Span};
use super::{Sample, Settings, Step, Tally};

/// Every box of a peeling, the box of all draws first.
pub fn trajectory(sample: &Sample<'_>, settings: Settings) -> Vec<Step> {
    let mut box_ = Peeling::new(sample);
    let mut steps = vec![Step { region: box_.region.clone(), tally: box_.tally }];
    while let Some(peel) = box_.best(settings) {
        box_.apply(peel);
        steps.push(Step { region: box_.region.clone(), tally: box_.tally });
    }
    steps
}

/// A box that is being peeled.
struct Peeling<'a> {
    sample: &'a Sample<'a>,
    region: Region,
    tally: Tally,
    /// The draws in it.
    draws: Vec<u32>,
    /// By feature that may be limited: the same in ascending order. Empty of a category.
    orders: Vec<Vec<u32>>,
}

/// A peel that could be.
struct Peel {
    place: Place,
    span: Span,
    left: Tally,
    gain: f64,
    limits_another: bool,
}

impl<'a> Peeling<'a> {
    fn new(sample: &'a Sample<'a>) -> Peeling<'a> {
        let mut there = vec![false; sample.features.draws()];
        sample.draws.iter().for_each(|&draw| there[draw as usize] = true);
        let order = |feature: usize| -> Vec<u32> {
            let order = &sample.features.each()[feature].order;
            order.iter().copied().filter(|&draw| there[draw as usize]).collect()
        };
        let orders = sample.among.iter().map(|&feature| order(feature)).collect();
        let region = Region::whole(sample.features);
        Peeling { sample, region, tally: sample.all, draws: sample.draws.clone(), orders }
    }

    /// The best peel that is allowed and raises the density.
    fn best(&self, settings: Settings) -> Option<Peel> {
        let mut best: Option<Peel> = None;
        for (order, &feature) in self.orders.iter().zip(&self.sample.among) {
            let limits_another = !self.region.restricts(self.sample.features, feature);
            let mut consider = |end: End, span: &dyn Fn() -> Span, cut: Tally| {
                let left = self.tally.less(cut);
                if !self.sample.allows(left, settings) {
                    return;
                }
                let gain = (left.density() - self.tally.density()) / cut.draws as f64;
                let beats = best.as_ref().map_or(gain > 0.0, |best| {
                    gain > best.gain || (gain == best.gain && best.limits_another && !limits_another)
                });
                if beats {
                    best = Some(Peel { place: Place { feature, end }, span: span(), left, gain, limits_another });
                }
            };
            match &self.sample.features.each()[feature].levels {
                Levels::Numbers(values) => {
                    for end in [End::Low, End::High] {
                        if let Some(cut) = self.cut(order, feature, end, settings.peel) {
                            let span = &self.region.spans[feature];
                            consider(end, &|| span.moved(end, values, cut.out, cut.kept), cut.tally);
                        }
                    }
                }
                Levels::Categories(_) => {
                    for (category, cut) in self.by_category(feature).into_iter().enumerate() {
                        // The box without its only category is empty, and not allowed.
                        if cut.draws > 0 {
                            consider(End::Categories, &|| self.region.spans[feature].toggled(category), cut);
                        }
                    }
                }
            }
        }
        best
    }

    /// What goes if a share of the box, rounded up, is cut from an end of a number: the draw at the quantile, all
    /// beyond it, and all that are equal. Nothing if that would be the whole box.
    fn cut(&self, order: &[u32], feature: usize, end: End, share: f64) -> Option<Cut> {
        let ranks = &self.sample.features.each()[feature].ranks;
        let last = order.len().checked_sub(1)?;
        let draw = |i: usize| if end == End::Low { order[i] } else { order[last - i] } as usize;
        let at_quantile = (share * last as f64) as usize;
        let edge = ranks[draw(at_quantile)];
        let mut tally = Tally::default();
        let mut i = 0;
        while i <= last && (i <= at_quantile || ranks[draw(i)] == edge) {
            tally.add(self.sample.yes[draw(i)]);
            i += 1;
        }
        (i <= last).then(|| Cut { tally, out: edge, kept: ranks[draw(i)] })
    }

    /// The draws in the box by category.
    fn by_category(&self, feature: usize) -> Vec<Tally> {
        let feature = &self.sample.features.each()[feature];
        let mut each = vec![Tally::default(); feature.levels.len()];
        for &draw in &self.draws {
            each[feature.ranks[draw as usize] as usize].add(self.sample.yes[draw as usize]);
        }
        each
    }

    fn apply(&mut self, peel: Peel) {
        let Peel { place: Place { feature, .. }, span, left, .. } = peel;
        let ranks = &self.sample.features.each()[feature].ranks;
        let stays = |draw: &u32| span.allows(ranks[*draw as usize]);
        self.draws.retain(stays);
        self.orders.iter_mut().for_each(|order| order.retain(stays));
        self.region.spans[feature] = span;
        self.tally = left;
    }
}

/// What is cut from an end of a number.
struct Cut {
    tally: Tally,
    /// The rank of the last value that goes.
    out: u32,
    /// The rank of the first one that stays.
    kept: u32,
}
