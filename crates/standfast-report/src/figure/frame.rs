//! Scales, axes, and labels that keep apart.

use super::canvas::{Canvas, LABEL, Stroke};
use super::measure::width;
use super::theme::Paint;

/// From numbers to places, in a straight line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: (f64, f64),
    to: (f64, f64),
}

impl Scale {
    /// So that the ends of `from` come to the ends of `to`.
    pub(super) fn new(from: (f64, f64), to: (f64, f64)) -> Scale {
        Scale { from, to }
    }

    /// The numbers at its ends.
    pub(super) fn ends(&self) -> (f64, f64) {
        self.from
    }

    pub(super) fn at(&self, x: f64) -> f64 {
        let (low, high) = self.from;
        // A scale of nothing has one place.
        let share = if high > low { (x - low) / (high - low) } else { 0.0 };
        self.to.0 + share * (self.to.1 - self.to.0)
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … with which a span has no more steps than that.
pub(super) fn step(span: f64, most: f64) -> f64 {
    let mut unit = 1.0;
    // Steps below 1 only where the span is that small.
    while span > 0.0 && span / unit < most / 10.0 && unit > 1e-6 {
        unit /= 10.0;
    }
    loop {
        for factor in [1.0, 2.0, 5.0] {
            if span / (factor * unit) <= most || unit > 1e9 {
                return factor * unit;
            }
        }
        unit *= 10.0;
    }
}

/// The part of a drawing that has axes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Plot {
    /// Percent on an upright axis, with lines across.
    pub(super) fn percent_axis(&self, canvas: &mut Canvas, top: f64) -> Scale {
        let scale = Scale::new((0.0, top), (self.bottom, self.top));
        let by = step(100.0 * top, 5.0);
        let mut at = 0.0;
        while at <= 100.0 * top + 1e-9 {
            let y = scale.at(at / 100.0);
            canvas.line((self.left, y), (self.right, y), Stroke::new(Paint::Grid, 1.0));
            let label = format!("{at:.0}\u{a0}%");
            canvas.text(self.left - 6.0, y + 4.0, LABEL.muted().end(), &label);
            at += by;
        }
        scale
    }

    /// Calendar years on the lower axis, from the first over so many.
    pub(super) fn year_axis(&self, canvas: &mut Canvas, first: i64, years: usize) -> Scale {
        let scale = Scale::new((0.0, years as f64), (self.left, self.right));
        let room = width("0000", LABEL) + 14.0;
        let most = ((self.right - self.left) / room).floor();
        let by = step(years as f64, most) as usize;
        for year in (0..=years).step_by(if by > 0 { by } else { 1 }) {
            let x = scale.at(year as f64);
            canvas.line((x, self.bottom), (x, self.bottom + 4.0), Stroke::new(Paint::Muted, 1.0));
            canvas.text(x, self.bottom + 17.0, LABEL.muted().middle(), &(first + year as i64).to_string());
        }
        canvas.line((self.left, self.bottom), (self.right, self.bottom), Stroke::new(Paint::Muted, 1.0));
        scale
    }
}

/// Where labels of some heights go that would stand at some places: as near as they can without lying over each other,
/// between two ends, in the order of their places.
pub(super) fn apart(places: &[(f64, f64)], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|&i, &j| places[i].0.total_cmp(&places[j].0));
    let mut at = vec![0.0; places.len()];
    let mut free = low;
    for &i in &order {
        let (wanted, height) = places[i];
        at[i] = if wanted > free { wanted } else { free };
        free = at[i] + height;
    }
    let mut limit = high;
    for &i in order.iter().rev() {
        let height = places[i].1;
        if at[i] + height > limit {
            at[i] = limit - height;
        }
        limit = at[i];
    }
    at
}
