//! Where a package breaks: a card for each of the smallest sets of stresses.

use standfast::BreachFindings;
use standfast::breach::findings::SetFindings;

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke, Type};
use super::frame::Scale;
use super::legend::{Swatch, legend};
use super::measure::wrapped_to;
use super::theme::{Look, Paint};
use super::{Figure, Said, finished, headed};
use crate::breach::Breach as InWords;
use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{percent, spread};
use crate::sentences::chance;
use crate::tables::Table;

/// So many cards are drawn.
pub(crate) const CARDS: usize = 6;
/// Within a card, from its edge to its words.
const PAD: f64 = 12.0;
const GAP: f64 = 10.0;
/// From the last stress of a card to its end.
const NUMBERS: f64 = 74.0;

/// The smallest sets of stresses that break a package, the worst of the smallest first.
pub fn breaches(catalogue: &Catalogue, findings: &BreachFindings, look: impl Into<Look>) -> Figure {
    let words = InWords::new(catalogue, findings);
    let sets = words.minimal();
    Breach { catalogue, findings, words, sets }.figure(look.into())
}

struct Breach<'a> {
    catalogue: &'a Catalogue,
    findings: &'a BreachFindings,
    words: InWords<'a>,
    sets: Vec<&'a SetFindings>,
}

impl Breach<'_> {
    fn figure(&self, look: Look) -> Figure {
        let title = self.text("figure-breach", &[("package", self.words.package())]);
        let about = format!("{}-{}", self.findings.case.id, self.findings.package);
        let mut canvas = Canvas::new(self.catalogue, look, "breach", &about);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let said = Said {
            name: "breach",
            description: self.text("figure-breach-description", &[]),
            sentence: self.words.sentences().into_iter().take(2).collect::<Vec<_>>().join(" "),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    fn own(&self) -> f64 {
        self.findings.headline(self.findings.own()).mean
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let columns = canvas.either(2, 1);
        let inner = canvas.width() - 2.0 * MARGIN;
        let card = (inner - GAP * (columns as f64 - 1.0)) / columns as f64;
        let mut y = top + 8.0;
        if self.sets.is_empty() {
            let words = self.text("figure-breach-none", &[]);
            let height = 22.0 + 2.0 * PAD;
            canvas.rect((MARGIN, y), (inner, height), Fill::None, Some(Stroke::new(Paint::Muted, 1.0)));
            canvas.lines(MARGIN + PAD, y + PAD + 14.0, LABEL.bold(), &words, inner - 2.0 * PAD);
            return y + height + 4.0;
        }
        let likeliest = self.words.likeliest(&self.sets);
        let shown = self.words.cards(&self.sets, CARDS);
        for (row, pair) in shown.chunks(columns).enumerate() {
            let stresses: Vec<Vec<(String, Vec<String>)>> =
                pair.iter().map(|set| self.stresses(canvas, set, card)).collect();
            let lines = |stresses: &Vec<(String, Vec<String>)>| stresses.iter().map(|(_, lines)| lines.len()).sum();
            let most = stresses.iter().map(lines).max().unwrap_or(0_usize);
            let height = PAD + 18.0 + most as f64 * LABEL.leading() + NUMBERS;
            for (column, (set, stresses)) in pair.iter().zip(&stresses).enumerate() {
                let at = (MARGIN + column as f64 * (card + GAP), y);
                let number = row * columns + column + 1;
                let likeliest = likeliest.is_some_and(|likeliest| likeliest.stresses == set.stresses);
                self.card(canvas, at, (card, height), (number, likeliest), set, stresses);
            }
            y += height + GAP;
        }
        let more = self.sets.len() - shown.len();
        if more > 0 {
            canvas.text(MARGIN, y + 10.0, LABEL.muted(), &self.text("figure-breach-more", &[("sets", more.into())]));
            y += 20.0;
        }
        let threshold = chance(self.catalogue, self.findings.threshold.value);
        let swatches = [
            (Swatch::Area(Fill::Plain(Paint::Fourth)), self.text("figure-breach-own", &[])),
            (Swatch::Area(Fill::Hatch(Paint::Second)), self.text("figure-breach-added", &[])),
            (Swatch::Tick, self.text("figure-breach-threshold", &[("threshold", threshold.into())])),
        ];
        legend(canvas, y - 4.0, &swatches)
    }

    /// The names of a set's stresses, each in lines.
    fn stresses(&self, canvas: &Canvas, set: &SetFindings, card: f64) -> Vec<(String, Vec<String>)> {
        let names = self.words.names(&set.stresses).into_iter();
        let names = names.map(|name| canvas.written(&name));
        names.map(|name| (name.clone(), wrapped_to(&name, LABEL.bold(), card - 2.0 * PAD - 12.0, 3))).collect()
    }

    fn card(
        &self,
        canvas: &mut Canvas,
        (x, y): (f64, f64),
        (wide, high): (f64, f64),
        (number, likeliest): (usize, bool),
        set: &SetFindings,
        stresses: &[(String, Vec<String>)],
    ) {
        canvas.rect((x, y), (wide, high), Fill::None, Some(Stroke::new(Paint::Muted, 1.0)));
        let (left, room) = (x + PAD, wide - 2.0 * PAD);
        let count = [("number", Arg::from(number.to_string())), ("stresses", set.stresses.len().into())];
        let head = self.text(if likeliest { "figure-breach-set-likeliest" } else { "figure-breach-set" }, &count);
        canvas.fitted(left, y + PAD + 8.0, if likeliest { LABEL.bold() } else { LABEL.muted() }, &head, room);
        let mut base = y + PAD + 26.0;
        for (name, lines) in stresses {
            canvas.circle((left + 3.0, base - 4.0), 2.5, Fill::Plain(Paint::Ink), None);
            base = canvas.stack(left + 12.0, base, LABEL.bold(), lines, name);
        }
        let bottom = y + high;
        self.bar(canvas, (left, bottom - 62.0), room, self.findings.headline(set).mean);
        let reached = match &set.reached {
            None => self.text("figure-breach-unknown", &[]),
            Some(reached) => {
                let chance = spread(self.words.reached_within(reached), percent, false);
                let args = [("chance", chance.into()), ("years", self.findings.headline_years.into())];
                self.text("figure-breach-reached", &args)
            }
        };
        canvas.fitted(left, bottom - 12.0, LABEL, &reached, room);
    }

    /// From the package's own risk to that under the stresses, with the threshold on the way.
    fn bar(&self, canvas: &mut Canvas, (x, y): (f64, f64), room: f64, risk: f64) {
        let number = |value: f64| format!("{}\u{a0}%", percent(value));
        let kind: Type = LABEL.bold();
        let words =
            self.text("figure-breach-bar", &[("own", number(self.own()).into()), ("risk", number(risk).into())]);
        canvas.fitted(x, y + 28.0, kind, &words, room);
        let scale = Scale::new((0.0, 1.0), (x, x + room));
        let (own, to) = (scale.at(self.own()), scale.at(risk));
        canvas.rect((x, y), (room, 12.0), Fill::None, Some(Stroke::new(Paint::Grid, 1.0)));
        canvas.rect((x, y), (own - x, 12.0), Fill::Plain(Paint::Fourth), None);
        if to > own {
            let stroke = Some(Stroke::new(Paint::Second, 1.0));
            canvas.rect((own, y), (to - own, 12.0), Fill::Hatch(Paint::Second), stroke);
        }
        let tick = scale.at(if self.findings.threshold.value < 1.0 { self.findings.threshold.value } else { 1.0 });
        canvas.line((tick, y - 4.0), (tick, y + 16.0), Stroke::new(Paint::Ink, 2.0));
    }

    fn table(&self, title: &str) -> Table {
        let heads = ["figure-breach-stresses", "figure-breach-after", "figure-breach-chance"];
        let row = |set: &&SetFindings| {
            let reached = set.reached.as_ref();
            let reached = reached.map(|reached| spread(self.words.reached_within(reached), percent, false));
            vec![
                self.words.names(&set.stresses).join(" + "),
                spread(self.findings.headline(set), percent, false),
                reached.unwrap_or_default(),
            ]
        };
        let own = vec![
            self.text("figure-breach-own", &[]),
            spread(self.findings.headline(self.findings.own()), percent, false),
            String::new(),
        ];
        Table {
            title: title.to_owned(),
            columns: heads.map(|id| self.text(id, &[])).to_vec(),
            rows: std::iter::once(own).chain(self.sets.iter().map(row)).collect(),
            note: self.text("note-breach", &[]),
        }
    }
}
