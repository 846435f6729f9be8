//! Boxes: limits on some of the features.

use super::features::{Feature, Features, Levels};

/// A box, by the values of each feature that it allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    pub(super) spans: Vec<Span>,
}

/// The ranks of a feature that a box allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// Of a number: from the first to the last of these.
    Between(u32, u32),
    /// Of a category: by rank.
    Among(Vec<bool>),
}

/// Where a box can have a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The position of the feature.
    pub feature: usize,
    /// At which of its ends.
    pub end: End,
}

/// An end of a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The small values of a number.
    Low,
    /// The large values of a number.
    High,
    /// The categories, of which some are left out.
    Categories,
}

/// A limit of a box.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// The position of the feature.
    pub feature: usize,
    /// What of it the box allows.
    pub bound: Bound,
}

/// What of a feature a limit allows. Of numbers it lies halfway between neighbouring values.
#[derive(Clone, Debug, PartialEq)]
pub enum Bound {
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
    /// One of these categories.
    Among(Vec<usize>),
}

impl Span {
    #[inline]
    pub(super) fn allows(&self, rank: u32) -> bool {
        match self {
            Span::Between(low, high) => (*low..=*high).contains(&rank),
            Span::Among(allowed) => allowed[rank as usize],
        }
    }

    /// The span of a number with one end moved: halfway between a value that is left out and one that is kept, both
    /// by rank.
    pub(super) fn moved(&self, end: End, values: &[f64], out: u32, kept: u32) -> Span {
        let Span::Between(low, high) = *self else { unreachable!("an end of a number") };
        let middle = 0.5 * values[out as usize] + 0.5 * values[kept as usize];
        if end == End::Low {
            let rank = values.partition_point(|value| *value < middle) as u32;
            return Span::Between(rank.clamp(out + 1, kept), high);
        }
        let above = values.partition_point(|value| *value <= middle) as u32;
        Span::Between(low, above.saturating_sub(1).clamp(kept, out - 1))
    }

    /// The span of a category with one of them allowed that was not, or the other way round.
    pub(super) fn toggled(&self, category: usize) -> Span {
        let Span::Among(mut allowed) = self.clone() else { unreachable!("an end of a category") };
        allowed[category] = !allowed[category];
        Span::Among(allowed)
    }
}

impl Region {
    /// The box without limits.
    pub fn whole(features: &Features) -> Region {
        let span = |levels: &Levels| match levels {
            Levels::Numbers(values) => Span::Between(0, last(values.len())),
            Levels::Categories(values) => Span::Among(vec![true; values.len()]),
        };
        Region { spans: features.each().iter().map(|feature| span(&feature.levels)).collect() }
    }

    /// Whether a draw is in it.
    pub fn contains(&self, features: &Features, draw: usize) -> bool {
        self.spans.iter().zip(features.each()).all(|(span, feature)| span.allows(feature.ranks[draw]))
    }

    /// How many features it limits.
    pub fn restricted(&self, features: &Features) -> usize {
        (0..self.spans.len()).filter(|&feature| self.restricts(features, feature)).count()
    }

    pub(super) fn restricts(&self, features: &Features, feature: usize) -> bool {
        match &self.spans[feature] {
            Span::Between(low, high) => *low > 0 || *high < last(features.each()[feature].levels.len()),
            Span::Among(allowed) => allowed.contains(&false),
        }
    }

    /// Where it has limits, feature by feature.
    pub fn places(&self, features: &Features) -> Vec<Place> {
        let mut places = Vec::new();
        for (feature, span) in self.spans.iter().enumerate() {
            let ends = match span {
                Span::Between(low, high) => {
                    [(*low > 0, End::Low), (*high < last(features.each()[feature].levels.len()), End::High)]
                }
                Span::Among(allowed) => [(allowed.contains(&false), End::Categories), (false, End::Categories)],
            };
            places.extend(ends.into_iter().filter(|(limited, _)| *limited).map(|(_, end)| Place { feature, end }));
        }
        places
    }

    /// The same without a limit.
    pub fn without(&self, features: &Features, place: Place) -> Region {
        let mut region = self.clone();
        let span = &mut region.spans[place.feature];
        match (span, place.end) {
            (Span::Between(low, _), End::Low) => *low = 0,
            (Span::Between(_, high), _) => *high = last(features.each()[place.feature].levels.len()),
            (Span::Among(allowed), _) => allowed.fill(true),
        }
        region
    }

    /// Its limits, in the order of [`Region::places`].
    pub fn limits(&self, features: &Features) -> Vec<Limit> {
        self.places(features).into_iter().map(|place| self.limit(features, place)).collect()
    }

    pub(super) fn limit(&self, features: &Features, place: Place) -> Limit {
        let bound = match (&self.spans[place.feature], &features.each()[place.feature].levels) {
            (Span::Between(low, _), Levels::Numbers(values)) if place.end == End::Low => {
                let at = *low as usize;
                Bound::AtLeast(between(values[at - 1], values[at]))
            }
            (Span::Between(_, high), Levels::Numbers(values)) => {
                let at = *high as usize;
                Bound::AtMost(between(values[at + 1], values[at]))
            }
            (Span::Among(allowed), Levels::Categories(values)) => {
                let allowed = allowed.iter().zip(values).filter(|(allowed, _)| **allowed);
                Bound::Among(allowed.map(|(_, category)| *category).collect())
            }
            _ => unreachable!("a box is of its features"),
        };
        Limit { feature: place.feature, bound }
    }
}

/// Halfway between a value that is left out and one that is kept; the latter where nothing lies between them.
fn between(out: f64, kept: f64) -> f64 {
    let middle = 0.5 * out + 0.5 * kept;
    if middle == out || !middle.is_finite() { kept } else { middle }
}

/// The last of some ranks.
pub(super) fn last(levels: usize) -> u32 {
    levels.saturating_sub(1) as u32
}

/// Whether each draw keeps to all of some limits, by the values of any features, those that they were found on or
/// others.
///
/// # Panics
/// If a limit is on a feature that is not there, or of the other kind.
pub fn inside(limits: &[Limit], features: &[Feature], draws: usize) -> Vec<bool> {
    let mut inside = vec![true; draws];
    for limit in limits {
        let keeps = |draw: usize| match (&limit.bound, &features[limit.feature]) {
            (Bound::AtLeast(least), Feature::Number(values)) => values[draw] >= *least,
            (Bound::AtMost(most), Feature::Number(values)) => values[draw] <= *most,
            (Bound::Among(allowed), Feature::Category(values)) => allowed.contains(&values[draw]),
            _ => unreachable!("a limit is on a feature of its kind"),
        };
        inside.iter_mut().enumerate().for_each(|(draw, inside)| *inside = *inside && keeps(draw));
    }
    inside
}
