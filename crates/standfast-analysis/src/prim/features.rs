//! What draws are told apart by: numbers and categories, made ready to be peeled again and again.

use std::fmt;

/// One thing in which draws differ, with its value in each draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Feature {
    /// Values with an order.
    Number(Vec<f64>),
    /// Values without one, by any names.
    Category(Vec<usize>),
}

/// Why features cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A value is not a number.
    NotANumber {
        /// The feature.
        feature: usize,
        /// The draw.
        draw: usize,
    },
    /// A feature has more or fewer values than the first one.
    OtherLength {
        /// The feature.
        feature: usize,
    },
    /// There are 2³² draws or more.
    TooManyDraws,
}

impl fmt::Display for Unusable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unusable::NotANumber { feature, draw } => {
                write!(out, "feature {feature} is not a number in draw {draw}: leave the draw out, or the feature")
            }
            Unusable::OtherLength { feature } => {
                write!(out, "feature {feature} needs a value for each draw that feature 0 has one for")
            }
            Unusable::TooManyDraws => write!(out, "2³² draws or more: take fewer"),
        }
    }
}

impl std::error::Error for Unusable {}

/// Features of the same draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    each: Vec<Ranked>,
    draws: usize,
}

/// A feature by the ranks of its values among its distinct values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ranked {
    /// By draw.
    pub(super) ranks: Vec<u32>,
    pub(super) levels: Levels,
    /// Of a number: the draws in ascending order. Empty of a category.
    pub(super) order: Vec<u32>,
}

/// The distinct values of a feature, ascending.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Levels {
    Numbers(Vec<f64>),
    Categories(Vec<usize>),
}

impl Levels {
    pub(super) fn len(&self) -> usize {
        match self {
            Levels::Numbers(values) => values.len(),
            Levels::Categories(values) => values.len(),
        }
    }
}

impl Features {
    /// Makes features of so many draws ready.
    ///
    /// # Errors
    /// If a value is not a number (infinite ones have their order), or numbers of draws differ.
    pub fn new(draws: usize, features: Vec<Feature>) -> Result<Features, Unusable> {
        if u32::try_from(draws).is_err() {
            return Err(Unusable::TooManyDraws);
        }
        let ranked = |(feature, values): (usize, Feature)| {
            let given = match &values {
                Feature::Number(values) => values.len(),
                Feature::Category(values) => values.len(),
            };
            if given != draws {
                return Err(Unusable::OtherLength { feature });
            }
            match values {
                Feature::Number(values) => match values.iter().position(|value| value.is_nan()) {
                    Some(draw) => Err(Unusable::NotANumber { feature, draw }),
                    None => Ok(of_numbers(&values)),
                },
                Feature::Category(values) => Ok(of_categories(&values)),
            }
        };
        let each = features.into_iter().enumerate().map(ranked).collect::<Result<_, _>>()?;
        Ok(Features { each, draws })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.each.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.each.is_empty()
    }

    /// How many draws they are of.
    pub fn draws(&self) -> usize {
        self.draws
    }

    pub(super) fn each(&self) -> &[Ranked] {
        &self.each
    }
}

fn of_numbers(values: &[f64]) -> Ranked {
    // What is added makes one zero of both.
    let mut by_value: Vec<(f64, u32)> = values.iter().zip(0..).map(|(value, draw)| (value + 0.0, draw)).collect();
    by_value.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let (mut ranks, mut levels) = (vec![0; values.len()], Vec::new());
    for &(value, draw) in &by_value {
        if levels.last() != Some(&value) {
            levels.push(value);
        }
        ranks[draw as usize] = (levels.len() - 1) as u32;
    }
    Ranked { ranks, levels: Levels::Numbers(levels), order: by_value.into_iter().map(|(_, draw)| draw).collect() }
}

fn of_categories(values: &[usize]) -> Ranked {
    let mut levels = values.to_vec();
    levels.sort_unstable();
    levels.dedup();
    let rank = |value: &usize| levels.partition_point(|level| level < value) as u32;
    Ranked { ranks: values.iter().map(rank).collect(), levels: Levels::Categories(levels), order: Vec::new() }
}
