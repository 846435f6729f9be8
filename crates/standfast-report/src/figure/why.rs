//! Why a package comes to what it does: what each instrument brings, and the pairs that help or spoil each other.

use standfast::WhyFindings;
use standfast::why::Outcome;
use standfast::why::findings::{Contribution, Interaction};

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke};
use super::frame::{Scale, step};
use super::legend::{Swatch, legend};
use super::marks::{rules, triangle, whisker};
use super::measure::wrapped_to;
use super::theme::{Look, Paint};
use super::{Figure, Said, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{points, spread};
use crate::tables::Table;
use crate::why::Why as InWords;

/// So many pairs are named.
const MOST_PAIRS: usize = 5;

/// What each instrument of a package brings to an outcome.
pub fn contributions(catalogue: &Catalogue, findings: &WhyFindings, outcome: Outcome, look: impl Into<Look>) -> Figure {
    let words = InWords::new(catalogue, findings, outcome);
    Why { catalogue, findings, outcome, words }.figure(look.into())
}

struct Why<'a> {
    catalogue: &'a Catalogue,
    findings: &'a WhyFindings,
    outcome: Outcome,
    words: InWords<'a>,
}

impl Why<'_> {
    fn figure(&self, look: Look) -> Figure {
        let title = self.text("figure-why", &[("package", self.words.package().into())]);
        let about = format!("{}-{}-{}", self.findings.case.id, self.findings.package, self.outcome.word());
        let mut canvas = Canvas::new(self.catalogue, look, "why", &about);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let said = Said {
            name: "why",
            description: self.text("figure-why-description", &[("outcome", self.words.outcome())]),
            sentence: self.words.of_whole(),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    /// All numbers of an instrument.
    fn numbers(each: &Contribution) -> [f64; 5] {
        [each.shapley.mean, each.shapley.p10, each.shapley.p90, each.added_first.mean, each.taken_last.mean]
    }

    /// In points, around 0, so that all numbers are on it.
    fn scale(&self, canvas: &Canvas) -> (Scale, Vec<f64>) {
        let (left, right) = canvas.either((206.0, 508.0), (MARGIN + 14.0, canvas.width() - MARGIN - 14.0));
        let (mut low, mut high) = (0.0, 0.0);
        for x in self.words.attribution().instruments.iter().flat_map(Self::numbers) {
            low = if x < low { x } else { low };
            high = if x > high { x } else { high };
        }
        // Half a point is no difference: a scale of less would make much of nothing.
        let span = if high - low > 0.01 { high - low } else { 0.01 };
        let by = step(100.0 * span, 5.0) / 100.0;
        let (first, last) = ((low / by).floor(), (high / by).ceil());
        let last = if last > first { last } else { first + 1.0 };
        let ticks = (0..=(last - first) as usize).map(|i| by * (first + i as f64)).collect();
        (Scale::new((by * first, by * last), (left, right)), ticks)
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let (scale, ticks) = self.scale(canvas);
        let instruments = &self.words.attribution().instruments;
        let head = self.text("figure-why-axis", &[("outcome", self.words.outcome())]);
        let room = canvas.width() - MARGIN - canvas.either(206.0, MARGIN);
        let mut y = canvas.lines(canvas.either(206.0, MARGIN), top + 18.0, LABEL.bold(), &head, room) - 4.0;
        for each in instruments {
            y = self.row(canvas, y, scale, &ticks, each);
        }
        for at in &ticks {
            canvas.text(scale.at(*at), y + 14.0, LABEL.muted().size(11.0).middle(), &points(*at));
        }
        let swatches = [
            (Swatch::Area(Fill::Plain(Paint::First)), "figure-why-better"),
            (Swatch::Area(Fill::Hatch(Paint::Second)), "figure-why-worse"),
            (Swatch::Spread, "figure-eight-tenths"),
            (Swatch::Triangle(true), "figure-why-first"),
            (Swatch::Triangle(false), "figure-why-last"),
        ];
        let y = legend(canvas, y + 22.0, &swatches.map(|(swatch, id)| (swatch, self.text(id, &[]))));
        self.pairs(canvas, y)
    }

    fn row(&self, canvas: &mut Canvas, y: f64, scale: Scale, ticks: &[f64], each: &Contribution) -> f64 {
        let name = canvas.written(&self.words.instrument(&each.instrument));
        let number = spread(&each.shapley, points, false);
        let number_left = canvas.either(516.0, 250.0);
        let room = canvas.either(190.0, 236.0);
        let lines = wrapped_to(&name, LABEL, room, 3);
        let text = lines.len() as f64 * LABEL.leading();
        let height = canvas.either(if text > 32.0 { text + 6.0 } else { 38.0 }, text + 38.0);
        let middle = y + canvas.either(height / 2.0, text + 18.0);
        let first = canvas.either(middle + 4.0 - (text - LABEL.leading()) / 2.0, y + 14.0);
        canvas.stack(MARGIN, first, LABEL, &lines, &name);
        let base = canvas.either(middle + 4.0, y + 14.0);
        canvas.fitted(number_left, base, LABEL.bold(), &number, canvas.width() - MARGIN - number_left);
        rules(canvas, scale, ticks, middle - 17.0, middle + 17.0);
        let (from, to) = (scale.at(0.0), scale.at(each.shapley.mean));
        let (left, right) = if from < to { (from, to) } else { (to, from) };
        let better = self.words.is_better(each.shapley.mean);
        let (fill, paint) = if better {
            (Fill::Plain(Paint::First), Paint::First)
        } else {
            (Fill::Hatch(Paint::Second), Paint::Second)
        };
        canvas.rect((left, middle - 7.0), (right - left, 14.0), fill, Some(Stroke::new(paint, 1.0)));
        canvas.line((from, middle - 17.0), (from, middle + 17.0), Stroke::new(Paint::Ink, 1.0));
        whisker(canvas, scale.at(each.shapley.p10), scale.at(each.shapley.p90), middle);
        triangle(canvas, scale.at(each.added_first.mean), middle - 8.0, true);
        triangle(canvas, scale.at(each.taken_last.mean), middle + 8.0, false);
        y + height
    }

    fn pairs(&self, canvas: &mut Canvas, y: f64) -> f64 {
        let pairs = self.words.strongest_pairs();
        if pairs.is_empty() {
            return y;
        }
        let mut y = y + 24.0;
        canvas.text(MARGIN, y, LABEL.bold(), &self.text("figure-why-pairs", &[]));
        for pair in pairs.iter().take(MOST_PAIRS) {
            y += 18.0;
            canvas.text(MARGIN + 34.0, y, LABEL.bold().end(), &points(pair.interaction.mean));
            let words = self.pair(pair);
            let room = canvas.width() - 2.0 * MARGIN - 44.0;
            y = canvas.lines(MARGIN + 44.0, y, LABEL, &words, room) - LABEL.leading();
        }
        y + 6.0
    }

    fn pair(&self, pair: &Interaction) -> String {
        let [one, other] = pair.instruments.each_ref().map(|id| self.words.instrument(id));
        let way = if self.words.is_better(pair.interaction.mean) { "help" } else { "spoil" };
        self.text("figure-why-pair", &[("one", one.into()), ("other", other.into()), ("way", way.into())])
    }

    fn table(&self, title: &str) -> Table {
        let heads = ["figure-why-instrument", "figure-why-share", "figure-why-first", "figure-why-last"];
        let instruments = self.words.attribution().instruments.iter();
        let row = |each: &Contribution| {
            let numbers = [&each.shapley, &each.added_first, &each.taken_last];
            let cells = numbers.map(|band| spread(band, points, false));
            std::iter::once(self.words.instrument(&each.instrument)).chain(cells).collect()
        };
        let pair = |pair: &&Interaction| {
            vec![self.pair(pair), spread(&pair.interaction, points, false), String::new(), String::new()]
        };
        Table {
            title: title.to_owned(),
            columns: heads.map(|id| self.text(id, &[])).to_vec(),
            rows: instruments.map(row).chain(self.words.strongest_pairs().iter().take(MOST_PAIRS).map(pair)).collect(),
            note: self.text("figure-why-note", &[]),
        }
    }
}
