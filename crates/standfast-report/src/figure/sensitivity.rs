//! What would change an outcome: the share of its spread that groups of numbers make, alone and together with others.

use standfast::sensitivity::findings::{IndexFindings, SURE};
use standfast::{Case, SensitivityFindings};

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke};
use super::frame::Scale;
use super::legend::{Swatch, legend};
use super::marks::{rules, whisker};
use super::measure::wrapped_to;
use super::theme::{Look, Paint};
use super::{Figure, Said, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::sensitivity::{Sensitivity as InWords, is_nothing, share};
use crate::tables::Table;

/// The groups of numbers that rest on no more than somebody's judgement.
const WEAK: [&str; 3] = ["judgement", "nothing", "none"];

/// The shares of an outcome's spread, the largest first.
pub fn shares(catalogue: &Catalogue, case: &Case, findings: &SensitivityFindings, look: impl Into<Look>) -> Figure {
    let words = InWords::new(catalogue, case, findings);
    Shares { catalogue, findings, words }.figure(look.into())
}

struct Shares<'a> {
    catalogue: &'a Catalogue,
    findings: &'a SensitivityFindings,
    words: InWords<'a>,
}

/// A bar.
struct Row<'a> {
    name: String,
    index: &'a IndexFindings,
    weak: bool,
}

impl Shares<'_> {
    fn figure(&self, look: Look) -> Figure {
        let args = [("outcome", self.words.outcome().into()), ("package", self.words.package().into())];
        let title = self.text("figure-sensitivity", &args);
        let about = format!("{}-{}-{}", self.findings.case.id, self.findings.package, self.findings.by);
        let mut canvas = Canvas::new(self.catalogue, look, "sensitivity", &about);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let sentences = self.words.sentences();
        let said = Said {
            name: "sensitivity",
            description: self.text("figure-sensitivity-description", &[]),
            // The first is about the spread itself.
            sentence: sentences.into_iter().nth(1).unwrap_or_default(),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let headline = self.words.headline();
        let groups = headline.groups.iter().map(|group| {
            let by_evidence = matches!(self.findings.by, "basis" | "source");
            let weak = by_evidence && WEAK.contains(&group.group.as_str());
            Row { name: self.words.group(group), index: &group.index, weak }
        });
        let mut rows: Vec<Row<'_>> = groups.collect();
        rows.sort_by(|one, other| other.index.total.total_cmp(&one.index.total));
        rows.extend(headline.judgement.as_ref().map(|index| Row {
            name: self.text("figure-sensitivity-judgement", &[]),
            index,
            weak: true,
        }));
        rows
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let rows = self.rows();
        let mut high = 1.0;
        let mut low = 0.0;
        for Row { index, .. } in &rows {
            let (top, bottom) = (index.total + SURE * index.total_se, index.first - SURE * index.first_se);
            // Few draws can make them anything; a bar does not grow beyond one and a half.
            high = if top > high { if top < 1.5 { top } else { 1.5 } } else { high };
            low = if bottom < low { if bottom > -0.5 { bottom } else { -0.5 } } else { low };
        }
        let (left, right) = canvas.either((216.0, 506.0), (MARGIN + 8.0, canvas.width() - MARGIN - 12.0));
        let scale = Scale::new((low, high), (left, right));
        let ticks: Vec<f64> = [0.0, 0.5, 1.0].into_iter().filter(|at| (low..=high).contains(at)).collect();
        let numbers = canvas.either(520.0, 232.0);
        let head = self.text("figure-sensitivity-head", &[]);
        canvas.fitted(numbers, top + 18.0, LABEL.muted(), &head, canvas.width() - MARGIN - numbers);
        let mut y = top + 20.0;
        for row in &rows {
            y = self.row(canvas, y, scale, &ticks, row);
        }
        for at in &ticks {
            let label = format!("{}\u{a0}%", share(*at));
            canvas.text(scale.at(*at), y + 14.0, LABEL.muted().size(11.0).middle(), &label);
        }
        let mut swatches = vec![
            (Swatch::Area(Fill::Plain(Paint::First)), "figure-sensitivity-first"),
            (Swatch::Area(Fill::Plain(Paint::Wide)), "figure-sensitivity-total"),
            (Swatch::Spread, "figure-sensitivity-error"),
        ];
        if rows.iter().any(|row| row.weak) {
            swatches.push((Swatch::Area(Fill::Hatch(Paint::Second)), "figure-sensitivity-weak"));
        }
        let swatches: Vec<(Swatch, String)> =
            swatches.into_iter().map(|(swatch, id)| (swatch, self.text(id, &[]))).collect();
        legend(canvas, y + 22.0, &swatches)
    }

    fn row(&self, canvas: &mut Canvas, y: f64, scale: Scale, ticks: &[f64], row: &Row<'_>) -> f64 {
        let name = if row.weak {
            self.text("figure-sensitivity-weak-name", &[("name", row.name.as_str().into())])
        } else {
            row.name.clone()
        };
        let name = canvas.written(&name);
        let numbers_left = canvas.either(520.0, 232.0);
        let lines = wrapped_to(&name, LABEL, canvas.either(198.0, 216.0), 3);
        let text = lines.len() as f64 * LABEL.leading();
        let height = canvas.either(if text > 32.0 { text + 8.0 } else { 40.0 }, text + 34.0);
        let middle = y + canvas.either(height / 2.0, text + 16.0);
        let first = canvas.either(middle + 4.0 - (text - LABEL.leading()) / 2.0, y + 14.0);
        canvas.stack(MARGIN, first, LABEL, &lines, &name);
        let IndexFindings { first, first_se, total, total_se } = *row.index;
        let cell = |value| self.words.share_or_nothing(value);
        let args = [("first", cell(first).into()), ("total", cell(total).into())];
        let numbers = self.text("figure-sensitivity-numbers", &args);
        let base = canvas.either(middle + 4.0, y + 14.0);
        canvas.fitted(numbers_left, base, LABEL.bold(), &numbers, canvas.width() - MARGIN - numbers_left);
        rules(canvas, scale, ticks, middle - 15.0, middle + 15.0);
        let (paint, area) = if row.weak {
            (Paint::Second, Fill::Hatch(Paint::Second))
        } else {
            (Paint::First, Fill::Plain(Paint::Wide))
        };
        let outline = Some(Stroke::new(paint, 1.0));
        bar(canvas, scale, (0.0, total), middle - 11.0, 22.0, area, outline);
        bar(canvas, scale, (0.0, first), middle - 11.0, 11.0, Fill::Plain(paint), None);
        let ends = |value: f64, error: f64| [value - SURE * error, value + SURE * error].map(|x| clamped(scale, x));
        let [low, high] = ends(first, first_se);
        whisker(canvas, low, high, middle - 5.5);
        let [low, high] = ends(total, total_se);
        whisker(canvas, low, high, middle + 5.5);
        y + height
    }

    fn table(&self, title: &str) -> Table {
        let heads = ["figure-sensitivity-group", "figure-sensitivity-first", "figure-sensitivity-total"];
        let row = |row: Row<'_>| {
            let index = |value: f64, error: f64| {
                if is_nothing(value) {
                    return self.words.share_or_nothing(value);
                }
                let args = [("share", share(value).into()), ("error", share(error).into())];
                self.text("cell-share", &args)
            };
            let IndexFindings { first, first_se, total, total_se } = *row.index;
            vec![row.name, index(first, first_se), index(total, total_se)]
        };
        Table {
            title: title.to_owned(),
            columns: heads.map(|id| self.text(id, &[])).to_vec(),
            rows: self.rows().into_iter().map(row).collect(),
            note: self.text("figure-sensitivity-note", &[]),
        }
    }
}

/// The place of a number, or of the end of the scale that it lies beyond.
fn clamped(scale: Scale, x: f64) -> f64 {
    let (low, high) = scale.ends();
    scale.at(if x < low {
        low
    } else if x > high {
        high
    } else {
        x
    })
}

fn bar(
    canvas: &mut Canvas,
    scale: Scale,
    (from, to): (f64, f64),
    y: f64,
    height: f64,
    fill: Fill,
    stroke: Option<Stroke>,
) {
    let (from, to) = (clamped(scale, from), clamped(scale, to));
    let (left, right) = if from < to { (from, to) } else { (to, from) };
    canvas.rect((left, y), (right - left, height), fill, stroke);
}
