//! A case held against the record: each check, its target, and what the game says.

use standfast::Record;
use standfast::record::{CheckFindings, Verdict as Held};

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke};
use super::frame::Scale;
use super::legend::{Swatch, legend};
use super::marks::{Verdict, verdict};
use super::measure::wrapped_to;
use super::theme::{Look, Paint};
use super::{Figure, Said, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::record::{found, summary, target};
use crate::sentences::in_language;
use crate::tables::Table;

/// All checks of a record, in the order of the case.
pub fn checks(catalogue: &Catalogue, record: &Record, look: impl Into<Look>) -> Figure {
    Checks { catalogue, record }.figure(look.into())
}

struct Checks<'a> {
    catalogue: &'a Catalogue,
    record: &'a Record,
}

impl Checks<'_> {
    fn figure(&self, look: Look) -> Figure {
        let title = self.text("figure-checks", &[]);
        let mut canvas = Canvas::new(self.catalogue, look, "checks", &self.record.case.id);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let said = Said {
            name: "checks",
            description: self.text("figure-checks-description", &[]),
            sentence: self.sentence(),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    /// How many hold, and how many verdicts are not sure.
    fn sentence(&self) -> String {
        let close = self.record.checks.iter().filter(|check| check.is_close()).count();
        let contested = (close > 0).then(|| self.text("figure-checks-contested", &[("checks", close.into())]));
        std::iter::once(summary(self.catalogue, self.record)).chain(contested).collect::<Vec<_>>().join(" ")
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let x = canvas.either(342.0, 108.0);
        canvas.text(x, top + 16.0, LABEL.bold(), &self.text("figure-checks-found", &[]));
        canvas.text(x, top + 31.0, LABEL.muted().size(11.0), &self.text("figure-checks-target", &[]));
        let mut y = top + 40.0;
        for check in &self.record.checks {
            y = self.row(canvas, y, check);
        }
        let swatches = [
            (Swatch::Area(Fill::Hatch(Paint::Third)), "figure-checks-target"),
            (Swatch::Mean, "figure-checks-found"),
            (Swatch::Spread, "figure-eight-tenths"),
        ];
        legend(canvas, y + 2.0, &swatches.map(|(swatch, id)| (swatch, self.text(id, &[]))))
    }

    fn row(&self, canvas: &mut Canvas, y: f64, check: &CheckFindings) -> f64 {
        let says = canvas.written(&in_language(self.catalogue, &check.says));
        let right = canvas.width() - MARGIN;
        let lines = wrapped_to(&says, LABEL, canvas.either(228.0, right - MARGIN), 6);
        let text = lines.len() as f64 * LABEL.leading();
        canvas.line((MARGIN, y), (right, y), Stroke::new(Paint::Grid, 1.0));
        canvas.stack(MARGIN, y + 18.0, LABEL, &lines, &says);
        let below = canvas.either(0.0, text + 2.0);
        let base = y + below + 18.0;
        self.place(canvas, canvas.either((248.0, 328.0), (MARGIN + 4.0, 96.0)), base + 4.0, check);
        let (x, room) = canvas.either((342.0, 146.0), (108.0, right - 108.0));
        canvas.fitted(x, base, LABEL.bold(), &found(self.catalogue, check), room);
        let target = target(self.catalogue, check);
        canvas.fitted(x, base + 15.0, LABEL.muted().size(11.0), &target, room);
        let (x, base) = canvas.either((494.0, base), (108.0, base + 34.0));
        let (mark, word) = self.held(check);
        let purpose = self.text(if check.is_held_out() { "use-held-out" } else { "use-tuning" }, &[]);
        if canvas.look.narrow {
            verdict(canvas, mark, (x, base), &format!("{word} · {purpose}"), right - x);
        } else {
            verdict(canvas, mark, (x, base), &word, right - x);
            canvas.fitted(x, base + 15.0, LABEL.muted().size(11.0), &purpose, right - x);
        }
        y + canvas.either(if text > 32.0 { text + 14.0 } else { 44.0 }, text + 64.0)
    }

    /// What was found, and the target, on a scale that has both.
    fn place(&self, canvas: &mut Canvas, (left, right): (f64, f64), y: f64, check: &CheckFindings) {
        let (mut low, mut high) = (check.target.low, check.target.high);
        let spread = [check.found.p10, check.found.p90].into_iter().filter(|_| !check.is_share());
        for x in spread.chain([check.value]).filter(|x| x.is_finite()) {
            low = if x < low { x } else { low };
            high = if x > high { x } else { high };
        }
        let pad = 0.06 * (high - low);
        let scale = Scale::new((low - pad, high + pad), (left, right));
        canvas.line((left, y), (right, y), Stroke::new(Paint::Grid, 1.0));
        let (from, to) = (scale.at(check.target.low), scale.at(check.target.high));
        let stroke = Some(Stroke::new(Paint::Third, 1.0));
        canvas.rect(
            (from, y - 9.0),
            (if to > from + 2.0 { to - from } else { 2.0 }, 18.0),
            Fill::Hatch(Paint::Third),
            stroke,
        );
        if !check.value.is_finite() {
            return;
        }
        if !check.is_share() {
            let (low, high) = (scale.at(check.found.p10), scale.at(check.found.p90));
            super::marks::whisker(canvas, low, high, y);
        }
        let outline = Some(Stroke::new(Paint::Ground, 1.2));
        canvas.circle((scale.at(check.value), y), 5.0, Fill::Plain(Paint::Ink), outline);
    }

    /// A verdict that more draws could change is contested.
    fn held(&self, check: &CheckFindings) -> (Verdict, String) {
        let (mark, word) = match check.verdict {
            Held::Undefined => (Verdict::Split, "verdict-undefined"),
            _ if check.is_close() => (Verdict::Split, "figure-checks-close"),
            Held::Holds => (Verdict::Yes, "verdict-holds"),
            Held::Fails => (Verdict::No, "verdict-fails"),
        };
        (mark, self.text(word, &[]))
    }

    fn table(&self, title: &str) -> Table {
        let heads = ["column-check", "column-target", "column-found", "column-verdict", "column-use"];
        let row = |check: &CheckFindings| {
            let purpose = if check.is_held_out() { "use-held-out" } else { "use-tuning" };
            vec![
                in_language(self.catalogue, &check.says),
                target(self.catalogue, check),
                found(self.catalogue, check),
                self.held(check).1,
                self.text(purpose, &[]),
            ]
        };
        Table {
            title: title.to_owned(),
            columns: heads.map(|id| self.text(id, &[])).to_vec(),
            rows: self.record.checks.iter().map(row).collect(),
            note: self.text("figure-checks-note", &[]),
        }
    }
}
