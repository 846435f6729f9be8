//! A number of a scenario: plain, a range "a to b", or an explicit distribution.
//!
//! Every kind of number is in the end a function from a probability to a value on the link
//! scale; a plain number is constant. A range is normal on the link scale, its ends the 5th and
//! 95th percentile. An explicit distribution is meant on the natural scale.

use standfast_math::quantile::{self, NORMAL_Q95};
use standfast_math::{exp, logistic};

use crate::fault::{Code, Fault};
use crate::primitive::{Edges, Link};
use crate::read::{Faulty, Table};
use crate::tree::{Path, Value};

/// How sure one is of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// A plain number, taken as known.
    Known(f64),
    /// 5th and 95th percentile of a normal distribution on the link scale.
    Range {
        /// 5th percentile.
        low: f64,
        /// 95th percentile.
        high: f64,
    },
    /// Normal on the natural scale.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Lognormal on the natural scale.
    Lognormal {
        /// Median.
        median: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Beta.
    Beta {
        /// First shape.
        alpha: f64,
        /// Second shape.
        beta: f64,
    },
    /// Uniform.
    Uniform {
        /// Lower end.
        low: f64,
        /// Upper end.
        high: f64,
    },
    /// Triangular.
    Triangular {
        /// Lower end.
        low: f64,
        /// Peak.
        mode: f64,
        /// Upper end.
        high: f64,
    },
}

/// A number with what it belongs to and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Where it stands in the document, or would stand if it were not left to its default.
    pub path: Path,
    /// Whether the document gives it.
    pub given: bool,
    /// The scale of its effects.
    pub link: Link,
    /// How sure one is of it.
    pub spread: Spread,
    /// What it rests on: positions in the scenario's evidence.
    pub evidence: Vec<usize>,
    /// The number in whose place it stands in some variants of a case: both are drawn at the same quantile.
    pub drawn_with: Option<usize>,
}

impl Number {
    /// Whether draws differ in it.
    pub fn is_uncertain(&self) -> bool {
        !matches!(self.spread, Spread::Known(_))
    }

    /// The value on the link scale at a probability in (0, 1).
    pub fn link_value(&self, p: f64) -> f64 {
        let link = self.link;
        match self.spread {
            Spread::Known(value) => link.to_link(value),
            Spread::Range { low, high } => {
                let (low, high) = (link.to_link(low), link.to_link(high));
                0.5 * (low + high) + quantile::normal(p) * (high - low) / (2.0 * NORMAL_Q95)
            }
            Spread::Normal { mean, sd } => link.to_link(mean + sd * quantile::normal(p)),
            Spread::Lognormal { median, sigma } => {
                let deviation = sigma * quantile::normal(p);
                if link == Link::Log { link.to_link(median) + deviation } else { median * exp(deviation) }
            }
            Spread::Beta { alpha, beta } => {
                let log_odds = quantile::beta_log_odds(p, alpha, beta);
                if link == Link::Logit { log_odds } else { link.to_link(logistic(log_odds)) }
            }
            Spread::Uniform { low, high } => link.to_link(quantile::uniform(p, low, high)),
            Spread::Triangular { low, mode, high } => link.to_link(quantile::triangular(p, low, mode, high)),
        }
    }

    /// The value on the natural scale at a probability in (0, 1).
    pub fn natural_value(&self, p: f64) -> f64 {
        match self.spread {
            // Exactly as written; an edge of the domain has no finite value on the link scale.
            Spread::Known(value) => value,
            _ => self.link.to_natural(self.link_value(p)),
        }
    }

    /// The value on the link scale with everything at its median.
    pub fn median(&self) -> f64 {
        self.link_value(0.5)
    }
}

/// What a number in a document must satisfy.
#[derive(Clone, Copy)]
pub(crate) struct Demand {
    pub(crate) link: Link,
    pub(crate) edges: Edges,
}

impl Demand {
    /// What a plain number can be, as a word for messages.
    fn domain(self) -> &'static str {
        match (self.link, self.edges) {
            (Link::Log, Edges::Zero) => "zero-or-above",
            (Link::Logit, Edges::Both) => "zero-to-one",
            (link, _) => inside(link),
        }
    }
}

/// What a range or distribution can reach, as a word for messages.
fn inside(link: Link) -> &'static str {
    match link {
        Link::Identity => "any",
        Link::Log => "above-zero",
        Link::Logit => "inside-zero-to-one",
    }
}

/// A number as written, and the evidence ids that stand beside it.
pub(crate) struct Written<'a> {
    pub(crate) spread: Spread,
    pub(crate) evidence: Vec<(&'a str, Path)>,
}

/// Reads a number: `0.3`, `"0.2 to 0.4"`, `{ value = … }`, `{ range = … }` or `{ dist = … }`,
/// tables with `evidence` if wanted.
pub(crate) fn read<'a>(value: &'a Value, path: &Path, demand: Demand, faulty: &'a Faulty) -> Option<Written<'a>> {
    match value {
        Value::Integer(_) | Value::Float(_) | Value::String(_) => {
            Some(Written { spread: read_bare(value, path, demand, faulty)?, evidence: Vec::new() })
        }
        Value::Table(_) => {
            let table = Table::open(value, path.clone(), faulty)?;
            let evidence = table.texts("evidence");
            let plain = table.get("value").map(|(value, path)| read_plain(value, &path, demand, faulty));
            let range = table.get("range").map(|(value, path)| read_range(value, &path, demand, faulty));
            let distribution = table.get("dist").map(|_| read_distribution(&table, demand));
            table.finish();
            let mut ways = [plain, range, distribution].into_iter().flatten();
            match (ways.next(), ways.next()) {
                (Some(spread), None) => spread.map(|spread| Written { spread, evidence }),
                (first, _) => {
                    let count = if first.is_some() { "several" } else { "none" };
                    faulty.add(Fault::new(Code::AmbiguousNumber, path).with("count", count));
                    None
                }
            }
        }
        other => {
            faulty.wrong_type(path, "number-or-range", other);
            None
        }
    }
}

/// Reads a number or a range without a table around it.
fn read_bare(value: &Value, path: &Path, demand: Demand, faulty: &Faulty) -> Option<Spread> {
    if matches!(value, Value::String(_)) {
        read_range(value, path, demand, faulty)
    } else {
        read_plain(value, path, demand, faulty)
    }
}

fn read_plain(value: &Value, path: &Path, demand: Demand, faulty: &Faulty) -> Option<Spread> {
    let number = as_number(value, path, faulty)?;
    let on_edge = match demand.edges {
        Edges::Open => false,
        Edges::Zero => number == 0.0,
        Edges::Both => number == 0.0 || number == 1.0,
    };
    if demand.link.contains(number) || on_edge {
        return Some(Spread::Known(number));
    }
    faulty.add(Fault::new(Code::OutOfDomain, path).with("given", number).with("domain", demand.domain()));
    None
}

pub(crate) fn as_number(value: &Value, path: &Path, faulty: &Faulty) -> Option<f64> {
    let number = match value {
        Value::Integer(n) => *n as f64,
        Value::Float(x) => *x,
        other => {
            faulty.wrong_type(path, "number", other);
            return None;
        }
    };
    if number.is_finite() {
        return Some(number);
    }
    faulty.add(Fault::new(Code::NotFinite, path).with("given", number));
    None
}

fn read_range(value: &Value, path: &Path, demand: Demand, faulty: &Faulty) -> Option<Spread> {
    let Value::String(text) = value else {
        faulty.wrong_type(path, "range", value);
        return None;
    };
    let (low, high) = read_ends(text, path, "number", faulty)?;
    if !demand.link.contains(low) || !demand.link.contains(high) {
        let fault = Fault::new(Code::RangeAtEdge, path).with("given", text).with("what", "range");
        // Nobody means a chance of 60; somebody may mean 60 per cent.
        let percent = demand.link == Link::Logit && low >= 1.0 && high <= 100.0;
        let fault = fault.with("domain", inside(demand.link)).with("percent", if percent { "yes" } else { "no" });
        faulty.add(fault.with("low", low / 100.0).with("high", high / 100.0));
        return None;
    }
    Some(Spread::Range { low, high })
}

/// The ends of a text `"low to high"`, in that order; `what` is a number or a target, for messages.
pub(crate) fn read_ends(text: &str, path: &Path, what: &str, faulty: &Faulty) -> Option<(f64, f64)> {
    let ends = text.split_once(" to ").and_then(|(low, high)| Some((parse(low)?, parse(high)?)));
    let Some((low, high)) = ends else {
        faulty.add(Fault::new(Code::BadRange, path).with("given", text).with("what", what));
        return None;
    };
    if low >= high {
        faulty.add(Fault::new(Code::RangeOrder, path).with("low", low).with("high", high));
        return None;
    }
    Some((low, high))
}

/// A finite decimal number; Rust also reads "inf" and "nan", which no range can have.
fn parse(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|x: &f64| x.is_finite())
}

/// The distributions and their parameters, as documents name them.
pub const DISTRIBUTIONS: &[(&str, &[&str])] = &[
    ("normal", &["mean", "sd"]),
    ("lognormal", &["median", "sigma"]),
    ("beta", &["alpha", "beta"]),
    ("uniform", &["low", "high"]),
    ("triangular", &["low", "mode", "high"]),
];

fn read_distribution(table: &Table<'_>, demand: Demand) -> Option<Spread> {
    let faulty = table.faulty;
    let (value, path) = table.get("dist")?;
    let name = table.as_text(value, &path)?;
    let known = DISTRIBUTIONS.iter().map(|(name, _)| name);
    let Some(&(name, parameters)) = DISTRIBUTIONS.iter().find(|(known, _)| *known == name) else {
        // The parameters of a misspelt distribution are not faults of their own.
        for key in ["mean", "sd", "median", "sigma", "alpha", "beta", "low", "mode", "high"] {
            table.get(key);
        }
        faulty.add(Fault::new(Code::UnknownDistribution, &path).with("given", name).known(known));
        return None;
    };
    let read: Vec<Option<f64>> = parameters
        .iter()
        .map(|key| table.require(key).and_then(|(value, path)| as_number(value, &path, faulty)))
        .collect();
    let given: Vec<f64> = read.into_iter().collect::<Option<_>>()?;
    let positive = |i: usize| {
        let ok = given[i] > 0.0;
        if !ok {
            let fault = Fault::new(Code::BadParameter, &table.path.key(parameters[i]));
            faulty.add(fault.with("given", given[i]).with("parameter", parameters[i]));
        }
        ok
    };
    let spread = match name {
        "normal" => positive(1).then(|| Spread::Normal { mean: given[0], sd: given[1] })?,
        "lognormal" => (positive(0) & positive(1)).then(|| Spread::Lognormal { median: given[0], sigma: given[1] })?,
        "beta" => (positive(0) & positive(1)).then(|| Spread::Beta { alpha: given[0], beta: given[1] })?,
        "uniform" => Spread::Uniform { low: given[0], high: given[1] },
        _ => Spread::Triangular { low: given[0], mode: given[1], high: given[2] },
    };
    if !given.is_sorted() && matches!(spread, Spread::Uniform { .. } | Spread::Triangular { .. })
        || matches!(spread, Spread::Uniform { low, high } | Spread::Triangular { low, high, .. } if low == high)
    {
        let pair = given.windows(2).find(|pair| pair[0] > pair[1]).unwrap_or(&given);
        faulty.add(Fault::new(Code::RangeOrder, &table.path).with("low", pair[0]).with("high", pair[1]));
        return None;
    }
    if !fits(spread, demand.link) {
        let fault = Fault::new(Code::RangeAtEdge, &path).with("given", name).with("what", "distribution");
        faulty.add(fault.with("domain", inside(demand.link)).with("percent", "no"));
        return None;
    }
    Some(spread)
}

/// Whether every value that a distribution can take lies inside the domain.
fn fits(spread: Spread, link: Link) -> bool {
    match spread {
        Spread::Normal { .. } => link == Link::Identity,
        Spread::Lognormal { .. } => link != Link::Logit,
        Spread::Beta { .. } | Spread::Known(_) | Spread::Range { .. } => true,
        Spread::Uniform { low, high } | Spread::Triangular { low, high, .. } => {
            link.contains(low) && link.contains(high)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(link: Link, spread: Spread) -> Number {
        Number { path: Path::default(), given: true, link, spread, evidence: Vec::new(), drawn_with: None }
    }

    #[test]
    fn a_range_has_its_ends_at_the_outer_twentieths() {
        /// Rounding of the link and its inverse.
        const TOLERANCE: f64 = 1e-14;
        for (link, low, high) in [(Link::Log, 0.2, 3.0), (Link::Logit, 0.1, 0.7), (Link::Identity, -2.0, 0.5)] {
            let number = number(link, Spread::Range { low, high });
            assert!((link.to_natural(number.link_value(0.05)) - low).abs() < TOLERANCE);
            assert!((link.to_natural(number.link_value(0.95)) - high).abs() < TOLERANCE);
            assert_eq!(number.median(), 0.5 * (link.to_link(low) + link.to_link(high)));
        }
    }

    #[test]
    fn an_explicit_distribution_is_meant_on_the_natural_scale() {
        /// Rounding of the link and its inverse.
        const TOLERANCE: f64 = 1e-14;
        let uniform = number(Link::Logit, Spread::Uniform { low: 0.2, high: 0.6 });
        assert!((logistic(uniform.link_value(0.25)) - 0.3).abs() < TOLERANCE);
        let lognormal = number(Link::Log, Spread::Lognormal { median: 3.0, sigma: 0.5 });
        assert!((exp(lognormal.median()) - 3.0).abs() < TOLERANCE);
        let flat_beta = number(Link::Logit, Spread::Beta { alpha: 1.0, beta: 1.0 });
        assert!((logistic(flat_beta.link_value(0.3)) - 0.3).abs() < TOLERANCE);
    }
}
