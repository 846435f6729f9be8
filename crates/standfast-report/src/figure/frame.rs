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

/// A label along an axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// What it belongs to: labels keep the order of these.
    pub(super) of: f64,
    /// Where it would begin.
    pub(super) at: f64,
    /// How much room it takes.
    pub(super) size: f64,
}

/// Where labels begin between two ends: as near to where they would as they can without lying over each other. What joins
/// them to what they belong to does not cross.
pub(super) fn apart(labels: &[Label], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|&i, &j| labels[i].of.total_cmp(&labels[j].of));
    let mut at = vec![0.0; labels.len()];
    let mut free = low;
    for &i in &order {
        let Label { at: wanted, size, .. } = labels[i];
        at[i] = if wanted > free { wanted } else { free };
        free = at[i] + size;
    }
    let mut limit = high;
    for &i in order.iter().rev() {
        let size = labels[i].size;
        if at[i] + size > limit {
            at[i] = limit - size;
        }
        limit = at[i];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_keep_the_order_of_what_they_belong_to() {
        // The second would begin above the first, as it has two lines.
        let label = |of: f64, size: f64| Label { of, at: of - size / 2.0, size };
        assert_eq!(apart(&[label(50.0, 10.0), label(52.0, 30.0)], 0.0, 100.0), [45.0, 55.0]);
        // At the end of the room they move back, the last one first.
        assert_eq!(apart(&[label(95.0, 10.0), label(98.0, 10.0)], 0.0, 100.0), [80.0, 90.0]);
    }
}
