//! What the shapes of a figure stand for, in rows that are as full as they can be.

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke};
use super::marks::{dot, triangle, whisker};
use super::measure::{width, wrapped};
use super::theme::Paint;

/// A sample of a shape.
#[derive(Clone, Copy, Debug)]
pub(super) enum Swatch {
    /// An area.
    Area(Fill),
    /// A line.
    Line(Stroke),
    /// A future, of which such a share is a war.
    Dot(f64),
    /// The middle 80 % of the draws.
    Spread,
    /// A triangle whose tip points down, or up.
    Triangle(bool),
    /// A line across a bar.
    Tick,
    /// What was found.
    Mean,
    /// One of some circles.
    Point(Fill),
    /// One of very many dots.
    Small,
}

const SAMPLE: f64 = 22.0;
const GAP: f64 = 6.0;
const BETWEEN: f64 = 18.0;
const ROW: f64 = 18.0;

/// Draws samples with their words from y on. Returns where they end.
pub(super) fn legend(canvas: &mut Canvas, y: f64, items: &[(Swatch, String)]) -> f64 {
    let (mut x, mut base) = (MARGIN, y + 14.0);
    let right = canvas.width() - MARGIN;
    for (swatch, words) in items {
        let words = canvas.written(words);
        let needed = SAMPLE + GAP + width(&words, LABEL);
        if x > MARGIN && x + needed > right {
            (x, base) = (MARGIN, base + ROW);
        }
        sample(canvas, *swatch, x, base);
        let lines = wrapped(&words, LABEL, right - x - SAMPLE - GAP);
        base = canvas.stack(x + SAMPLE + GAP, base, LABEL, &lines, &words) - LABEL.leading();
        x += needed + BETWEEN;
    }
    base + 6.0
}

fn sample(canvas: &mut Canvas, swatch: Swatch, x: f64, base: f64) {
    let middle = base - 4.0;
    match swatch {
        Swatch::Area(fill) => {
            canvas.rect((x, base - 10.0), (SAMPLE, 12.0), fill, Some(Stroke::new(Paint::Muted, 0.5)));
        }
        Swatch::Line(stroke) => canvas.line((x, middle), (x + SAMPLE, middle), stroke),
        Swatch::Dot(share) => dot(canvas, (x + 11.0, middle), 8.0, share),
        Swatch::Tick => {
            canvas.line((x + 11.0, base - 12.0), (x + 11.0, base + 3.0), Stroke::new(Paint::Ink, 2.0));
        }
        Swatch::Mean => canvas.circle((x + 11.0, middle), 5.0, Fill::Plain(Paint::Ink), None),
        Swatch::Point(fill) => {
            let paint = if fill == Fill::None { Paint::First } else { Paint::Ground };
            canvas.circle((x + 11.0, middle), 5.5, fill, Some(Stroke::new(paint, 1.2)));
        }
        Swatch::Small => canvas.circle((x + 11.0, middle), 1.3, Fill::Plain(Paint::Fourth), None),
        Swatch::Spread => whisker(canvas, x, x + SAMPLE, middle),
        Swatch::Triangle(down) => triangle(canvas, x + 11.0, if down { base } else { base - 9.0 }, down),
    }
}
