//! Shapes that several figures have: a mean with its spread, and a verdict whose shape says what its word does.

use standfast::ensemble::Band;

use super::canvas::{Canvas, Fill, LABEL, Stroke, short};
use super::frame::Scale;
use super::theme::Paint;

/// A verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A full circle.
    Yes,
    /// A crossed square.
    No,
    /// A diamond, half full.
    Split,
}

/// How much room a verdict's shape takes, with what is between it and its word.
pub(super) const VERDICT: f64 = 18.0;

/// A verdict's shape, and its word in as much room as there is beside it.
pub(super) fn verdict(canvas: &mut Canvas, verdict: Verdict, at: (f64, f64), word: &str, room: f64) {
    let (x, y) = (at.0 + 6.0, at.1 - 4.0);
    let outline = |paint| Some(Stroke::new(paint, 1.6));
    match verdict {
        Verdict::Yes => canvas.circle((x, y), 5.5, Fill::Plain(Paint::Third), outline(Paint::Third)),
        Verdict::No => {
            canvas.rect((x - 5.0, y - 5.0), (10.0, 10.0), Fill::Plain(Paint::Ground), outline(Paint::Second));
            let cross = Stroke::new(Paint::Second, 1.8);
            canvas.line((x - 5.0, y - 5.0), (x + 5.0, y + 5.0), cross);
            canvas.line((x - 5.0, y + 5.0), (x + 5.0, y - 5.0), cross);
        }
        Verdict::Split => {
            let [left, right, top, bottom] = [x - 6.5, x + 6.5, y - 6.5, y + 6.5].map(short);
            let [x, y] = [x, y].map(short);
            let whole = format!("M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z");
            canvas.path(&whole, Fill::Plain(Paint::Ground), outline(Paint::Muted));
            canvas.path(&format!("M{x} {top}L{x} {bottom}L{left} {y}Z"), Fill::Plain(Paint::Muted), None);
        }
    }
    canvas.fitted(at.0 + VERDICT, at.1, LABEL.bold(), word, room - VERDICT);
}

/// A mean as a dot, and the middle 80 % of the draws as a line with ends, unless there is one draw alone.
pub(super) fn spread(canvas: &mut Canvas, scale: Scale, y: f64, band: &Band, paint: Paint, alone: bool) {
    let (low, high) = (scale.at(band.p10), scale.at(band.p90));
    if !alone {
        let stroke = Stroke::new(paint, 2.0);
        canvas.line((low, y), (high, y), stroke);
        for x in [low, high] {
            canvas.line((x, y - 4.0), (x, y + 4.0), stroke);
        }
    }
    canvas.circle((scale.at(band.mean), y), 4.5, Fill::Plain(paint), Some(Stroke::new(Paint::Ground, 1.0)));
}

/// A scale across, as a faint line with its ends and its middle marked, from top to bottom.
pub(super) fn rules(canvas: &mut Canvas, scale: Scale, at: &[f64], top: f64, bottom: f64) {
    for x in at {
        canvas.line((scale.at(*x), top), (scale.at(*x), bottom), Stroke::new(Paint::Grid, 1.0));
    }
}

/// A dot of which such a share is a war: filled from the left, and crossed if it is full, so that it is told without its
/// colour.
pub(super) fn dot(canvas: &mut Canvas, (x, y): (f64, f64), radius: f64, share: f64) {
    let war = Fill::Plain(Paint::Second);
    let full = share >= 1.0;
    if full {
        canvas.circle((x, y), radius, war, None);
    } else if share > 0.0 {
        let across = across(share);
        let high = radius * (1.0 - across * across).sqrt();
        let large = usize::from(across > 0.0);
        let [at, top, bottom, r] = [x + radius * across, y - high, y + high, radius].map(short);
        canvas.path(&format!("M{at} {top}A{r} {r} 0 {large} 0 {at} {bottom}Z"), war, None);
    }
    let outline = Stroke::new(if share > 0.0 { Paint::Second } else { Paint::Fourth }, 2.0);
    canvas.circle((x, y), radius - 1.0, Fill::None, Some(outline));
    if full {
        let arm = radius * 0.4;
        let cross = Stroke::new(Paint::Ground, 2.5);
        canvas.line((x - arm, y - arm), (x + arm, y + arm), cross);
        canvas.line((x - arm, y + arm), (x + arm, y - arm), cross);
    }
}

/// Where a line from top to bottom has such a share of a circle's area on its left: from -1, the left end, to 1.
fn across(share: f64) -> f64 {
    const STRIPS: usize = 400;
    let wide = 2.0 / STRIPS as f64;
    let (mut x, mut area) = (-1.0, 0.0);
    while area < share * std::f64::consts::PI && x < 1.0 - wide {
        let middle = x + wide / 2.0;
        area += 2.0 * wide * (1.0 - middle * middle).sqrt();
        x += wide;
    }
    x
}

/// The middle 80 % of the draws, over a bar.
pub(super) fn whisker(canvas: &mut Canvas, low: f64, high: f64, y: f64) {
    let stroke = Stroke::new(Paint::Ink, 1.4);
    canvas.line((low, y), (high, y), stroke);
    for x in [low, high] {
        canvas.line((x, y - 3.0), (x, y + 3.0), stroke);
    }
}

/// A triangle whose tip is at a place, from above or from below.
pub(super) fn triangle(canvas: &mut Canvas, x: f64, y: f64, from_above: bool) {
    let far = if from_above { y - 8.0 } else { y + 8.0 };
    let [left, right] = [x - 5.0, x + 5.0].map(short);
    let [x, y, far] = [x, y, far].map(short);
    let fill = if from_above { Fill::Plain(Paint::Ground) } else { Fill::Plain(Paint::Ink) };
    canvas.path(&format!("M{x} {y}L{left} {far}L{right} {far}Z"), fill, Some(Stroke::new(Paint::Ink, 1.2)));
}

#[cfg(test)]
mod tests {
    use super::across;

    #[test]
    fn a_part_of_a_dot_is_a_part_of_its_area() {
        // A quarter of the area ends about 0.404 of the radius left of the middle.
        for (share, at) in [(0.5, 0.0), (0.25, -0.404), (0.75, 0.404), (0.9, 0.687)] {
            assert!((across(share) - at).abs() < 0.01, "{share}: {}", across(share));
        }
        assert!(across(0.01) < -0.9);
    }
}
