//! Pasting: the limits of a box moved to where they do best.
//!
//! A peel takes a share of the box at once, and so goes too far, or not far enough. Of each limit all places are
//! tried, further out and further in, with the other limits as they are; the move that gives the largest φ is made,
//! and again, until no move gains. A limit may be moved out so far that it is none; no other is added.

use super::features::{Features, Levels};
use super::region::{End, Place, Region, Span};
use super::{Sample, Settings, Tally};

/// The box that the limits of one can be moved to, and the draws in it.
pub(super) fn paste(sample: &Sample<'_>, region: &Region, settings: Settings) -> (Region, Tally) {
    let mut region = region.clone();
    let mut tally = sample.tally(&region);
    loop {
        let near = Near::new(sample, &region);
        let mut best: Option<(f64, usize, Span, Tally)> = None;
        for (place, beyond) in near.places.iter().zip(&near.beyond) {
            let mut consider = |span: Span, new: Tally| {
                let phi = new.phi(sample.all);
                let least = best.as_ref().map_or_else(|| tally.phi(sample.all), |best| best.0);
                if phi > least && sample.allows(new, settings) {
                    best = Some((phi, place.feature, span, new));
                }
            };
            match place.end {
                End::Categories => near.categories(&region, *place, beyond, tally, &mut consider),
                _ => near.numbers(&region, *place, beyond, tally, &mut consider),
            }
        }
        let Some((_, feature, span, new)) = best else { return (region, tally) };
        region.spans[feature] = span;
        tally = new;
    }
}

/// The draws that a move of one limit can take in or leave out.
struct Near<'a> {
    sample: &'a Sample<'a>,
    places: Vec<Place>,
    inside: Vec<u32>,
    /// By place: the draws that only this limit keeps out.
    beyond: Vec<Vec<u32>>,
}

impl<'a> Near<'a> {
    fn new(sample: &'a Sample<'a>, region: &Region) -> Near<'a> {
        let places = region.places(sample.features);
        let (mut inside, mut beyond) = (Vec::new(), vec![Vec::new(); places.len()]);
        for &draw in &sample.draws {
            let kept_out = |place: &Place| keeps_out(region, sample.features, *place, draw);
            let mut out = places.iter().enumerate().filter(|(_, place)| kept_out(place)).map(|(i, _)| i);
            match (out.next(), out.next()) {
                (None, _) => inside.push(draw),
                (Some(only), None) => beyond[only].push(draw),
                _ => {}
            }
        }
        Near { sample, places, inside, beyond }
    }

    /// Tries all places for a limit of a number.
    fn numbers(
        &self,
        region: &Region,
        place: Place,
        beyond: &[u32],
        tally: Tally,
        consider: &mut dyn FnMut(Span, Tally),
    ) {
        let feature = &self.sample.features.each()[place.feature];
        let Levels::Numbers(values) = &feature.levels else { unreachable!("a place of a number") };
        let moved = |out: u32, kept: u32| region.spans[place.feature].moved(place.end, values, out, kept);
        // From the farthest value outside inwards, or from the limit inwards: groups of equal values.
        let groups = |draws: &[u32]| {
            let mut groups: Vec<(u32, Tally)> = Vec::new();
            let mut sorted: Vec<(u32, bool)> =
                draws.iter().map(|&draw| (feature.ranks[draw as usize], self.sample.yes[draw as usize])).collect();
            sorted.sort_unstable();
            for (rank, yes) in sorted {
                if groups.last().is_none_or(|(last, _)| *last != rank) {
                    groups.push((rank, Tally::default()));
                }
                groups.iter_mut().last().into_iter().for_each(|(_, tally)| tally.add(yes));
            }
            if place.end == End::High {
                groups.reverse();
            }
            groups
        };
        // Outwards the nearest group comes first.
        let mut outside = groups(beyond);
        outside.reverse();
        let mut all = tally;
        for (i, (rank, group)) in outside.iter().enumerate() {
            all = all.and(*group);
            let span = match outside.get(i + 1) {
                Some((next, _)) => moved(*next, *rank),
                None => region.without(self.sample.features, place).spans.swap_remove(place.feature),
            };
            consider(span, all);
        }
        let mut all = tally;
        for pair in groups(&self.inside).windows(2) {
            all = all.less(pair[0].1);
            consider(moved(pair[0].0, pair[1].0), all);
        }
    }

    /// Tries each category that is left out, and each that is not.
    fn categories(
        &self,
        region: &Region,
        place: Place,
        beyond: &[u32],
        tally: Tally,
        consider: &mut dyn FnMut(Span, Tally),
    ) {
        let feature = &self.sample.features.each()[place.feature];
        let Span::Among(allowed) = &region.spans[place.feature] else { unreachable!("categories have such spans") };
        let Levels::Categories(categories) = &feature.levels else { unreachable!("a place of a category") };
        let mut moved = vec![Tally::default(); categories.len()];
        for &draw in self.inside.iter().chain(beyond) {
            moved[feature.ranks[draw as usize] as usize].add(self.sample.yes[draw as usize]);
        }
        for (category, moved) in moved.into_iter().enumerate().filter(|(_, moved)| moved.draws > 0) {
            let new = if allowed[category] { tally.less(moved) } else { tally.and(moved) };
            consider(region.spans[place.feature].toggled(category), new);
        }
    }
}

fn keeps_out(region: &Region, features: &Features, place: Place, draw: u32) -> bool {
    let rank = features.each()[place.feature].ranks[draw as usize];
    match (&region.spans[place.feature], place.end) {
        (Span::Between(low, _), End::Low) => rank < *low,
        (Span::Between(_, high), _) => rank > *high,
        (Span::Among(allowed), _) => !allowed[rank as usize],
    }
}
