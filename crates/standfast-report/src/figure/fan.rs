//! Will it hold? The chance that a war has begun by each year, as a fan over the draws.

use standfast::Findings;
use standfast::ensemble::Band;
use standfast::findings::{PackageFindings, YearFindings};

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke, Type};
use super::frame::{Label, Plot, Scale, apart};
use super::legend::{Swatch, legend};
use super::measure::wrapped_to;
use super::theme::{Look, Paint};
use super::{Figure, Said, far, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::numbers::percent;
use crate::sentences::{chance, package_name, quoted_id};
use crate::tables::Table;

/// What ghosts are drawn with: told apart by colour and dashes, and named where they end.
const GHOSTS: [(Paint, &str); 2] = [(Paint::Second, "7 3"), (Paint::Third, "2 3")];

/// The fan of a package, with up to two other packages as lines behind it. Nothing where the findings do not have the
/// package.
///
/// The chance accumulates: that is what people ask for, and it ends in the number that every table has. The yearly
/// hazard is another figure.
pub fn hazard_fan(
    catalogue: &Catalogue,
    findings: &Findings,
    package: &str,
    ghosts: &[&str],
    look: impl Into<Look>,
) -> Option<Figure> {
    let main = findings.package(package)?;
    let ghosts = ghosts.iter().filter(|id| **id != package).filter_map(|id| findings.package(id));
    let fan = Fan { catalogue, findings, main, ghosts: ghosts.take(GHOSTS.len()).collect() };
    Some(fan.figure(look.into()))
}

struct Fan<'a> {
    catalogue: &'a Catalogue,
    findings: &'a Findings,
    main: &'a PackageFindings,
    ghosts: Vec<&'a PackageFindings>,
}

impl Fan<'_> {
    fn figure(&self, look: Look) -> Figure {
        let title = self.text("figure-fan", &[("package", self.quoted(self.main).into())]);
        let about = format!("{}-{}", self.findings.case.id, self.main.id);
        let mut canvas = Canvas::new(self.catalogue, look, "fan", &about);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let said = Said {
            name: "fan",
            description: self.text("figure-fan-description", &[]),
            sentence: self.sentence(),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        // A strip above the plot says how long a war would still cancel something; names stand to its right.
        let left = MARGIN + 42.0;
        let window = self.window_words(canvas, canvas.width() - MARGIN - left);
        let top = top + 12.0 + window.len() as f64 * LABEL.leading();
        let names = canvas.either(136.0, 52.0);
        let plot =
            Plot { left, right: canvas.width() - MARGIN - names, top, bottom: top + canvas.either(240.0, 220.0) };
        let years = self.main.series.len();
        let x = Scale::new((0.0, years as f64), (plot.left, plot.right));
        self.window(canvas, plot, x, &window);
        let y = plot.percent_axis(canvas, 1.0);
        self.bands(canvas, x, y);
        plot.year_axis(canvas, self.findings.case.start, years);
        for (ghost, (paint, dash)) in self.ghosts.iter().zip(GHOSTS) {
            let line = line(&ghost.series, x, y, |year| year.war.mean);
            canvas.polyline(&line, Stroke::new(paint, 1.8).dashed(dash));
        }
        canvas.polyline(&line(&self.main.series, x, y, |year| year.war.mean), Stroke::new(Paint::First, 2.6));
        self.names(canvas, plot, y);
        let narrow = canvas.look.narrow;
        legend(canvas, plot.bottom + 28.0, &self.legend(narrow))
    }

    /// In lines; none if there is no window.
    fn window_words(&self, canvas: &Canvas, room: f64) -> Vec<String> {
        let Some(window) = &self.main.window else { return Vec::new() };
        let words = canvas.written(&self.text("figure-window", &[("years", window.years.into())]));
        wrapped_to(&words, LABEL, room, 2)
    }

    fn window(&self, canvas: &mut Canvas, plot: Plot, x: Scale, words: &[String]) {
        let Some(window) = &self.main.window else { return };
        let right = x.at(window.within as f64);
        canvas.rect(
            (plot.left, plot.top),
            (right - plot.left, plot.bottom - plot.top),
            Fill::Plain(Paint::Shade),
            None,
        );
        let base = plot.top - 10.0 - (words.len() as f64 - 1.0) * LABEL.leading();
        let stroke = Stroke::new(Paint::Second, 2.0);
        canvas.line((plot.left, plot.top - 3.0), (right, plot.top - 3.0), stroke);
        canvas.stack(plot.left, base, LABEL, words, &words.join(" "));
    }

    fn bands(&self, canvas: &mut Canvas, x: Scale, y: Scale) {
        let series = &self.main.series;
        if !self.findings.is_median() {
            let band = |low: fn(&Band) -> f64, high: fn(&Band) -> f64| {
                let mut points = line(series, x, y, |year| high(&year.war));
                points.extend(line(series, x, y, |year| low(&year.war)).into_iter().rev());
                points
            };
            canvas.area(&band(|band| band.p05, |band| band.p95), Fill::Plain(Paint::Wide));
            canvas.area(&band(|band| band.p25, |band| band.p75), Fill::Plain(Paint::Narrow));
        }
        if !self.main.is_whole() {
            return;
        }
        let mut floor = line(series, x, y, |year| year.war_floor.map_or(0.0, |floor| floor.mean));
        floor.extend([(x.at(series.len() as f64), y.at(0.0)), (x.at(0.0), y.at(0.0))]);
        canvas.area(&floor, Fill::Hatch(Paint::Muted));
    }

    /// What the lines come to, where they end, and what they are called where there is room.
    fn names(&self, canvas: &mut Canvas, plot: Plot, y: Scale) {
        let left = plot.right + 8.0;
        let room = canvas.width() - MARGIN - left;
        let all = std::iter::once(&self.main).chain(&self.ghosts);
        let labels: Vec<(Vec<String>, Type, String, f64)> = all
            .enumerate()
            .map(|(i, package)| {
                let kind = if i == 0 { LABEL.bold() } else { LABEL };
                let end = package.series.last().map_or(0.0, |year| year.war.mean);
                let end_percent = far(end, package.series.len());
                let number = format!("{end_percent}\u{a0}%");
                let name = format!("{number} {}", package_name(self.catalogue, package));
                let name = canvas.written(if canvas.look.narrow { &number } else { &name });
                (wrapped_to(&name, kind, room, 4), kind, name, end)
            })
            .collect();
        let height = |lines: &[String], kind: Type| lines.len() as f64 * kind.leading() + 4.0;
        let place = |(lines, kind, _, end): &(Vec<String>, Type, String, f64)| {
            let of = y.at(*end);
            Label { of, at: of - 8.0, size: height(lines, *kind) }
        };
        let places: Vec<Label> = labels.iter().map(place).collect();
        let at = apart(&places, plot.top, plot.bottom + 4.0);
        let paints = std::iter::once((Paint::First, "")).chain(GHOSTS);
        for (((lines, kind, name, end), top), (paint, dash)) in labels.iter().zip(at).zip(paints) {
            let from = (plot.right + 1.0, y.at(*end));
            canvas.line(from, (left - 2.0, top + 8.0), Stroke::new(paint, 1.2).dashed(dash));
            canvas.stack(left, top + 12.0, *kind, lines, name);
        }
    }

    /// Where names have no room beside the lines, they stand here.
    fn legend(&self, named: bool) -> Vec<(Swatch, String)> {
        let item = |swatch, id: &str| (swatch, self.text(id, &[]));
        let mut items = vec![item(Swatch::Line(Stroke::new(Paint::First, 2.6)), "figure-mean")];
        if self.findings.is_median() {
            items[0].1 = self.text("figure-median", &[]);
        } else {
            items.push(item(Swatch::Area(Fill::Plain(Paint::Narrow)), "figure-half"));
            items.push(item(Swatch::Area(Fill::Plain(Paint::Wide)), "figure-nine-tenths"));
        }
        items.push(item(Swatch::Area(Fill::Hatch(Paint::Muted)), "figure-floor"));
        if named {
            let name = |package| package_name(self.catalogue, package);
            items[0].1 = format!("{}: {}", name(self.main), items[0].1);
            let ghosts = self.ghosts.iter().zip(GHOSTS);
            items.splice(
                1..1,
                ghosts.map(|(ghost, (paint, dash))| (Swatch::Line(Stroke::new(paint, 1.8).dashed(dash)), name(ghost))),
            );
        }
        items
    }

    fn sentence(&self) -> String {
        let headline = self.findings.headline_years;
        let band = self.findings.headline(&self.main.war);
        let by = self.findings.case.start + headline as i64;
        let mut args = vec![
            ("package", Arg::from(self.quoted(self.main))),
            ("nothing", if self.main.instruments.is_empty() { "yes" } else { "no" }.into()),
            ("years", headline.into()),
            ("by", by.to_string().into()),
            ("risk", chance(self.catalogue, band.mean).into()),
            ("low", percent(band.p10).into()),
            ("high", percent(band.p90).into()),
        ];
        let none = self.findings.is_median() || percent(band.p10) == percent(band.p90);
        let spread = if none { "no" } else { "yes" };
        args.push(("spread", spread.into()));
        let mut sentence = self.text("figure-fan-sentence", &args);
        for ghost in &self.ghosts {
            let risk = chance(self.catalogue, self.findings.headline(&ghost.war).mean);
            let nothing = if ghost.instruments.is_empty() { "yes" } else { "no" };
            let args = [("package", self.quoted(ghost).into()), ("risk", risk.into()), ("nothing", nothing.into())];
            sentence = format!("{sentence} {}", self.text("figure-fan-beside", &args));
        }
        if !self.findings.is_median() {
            sentence = format!("{sentence} {}", self.text("figure-fan-bands", &[]));
        }
        sentence
    }

    fn table(&self, title: &str) -> Table {
        let mut columns = vec![self.text("figure-column-by", &[]), self.text("figure-mean", &[])];
        let spread = !self.findings.is_median();
        if spread {
            columns.extend(["figure-half", "figure-nine-tenths"].map(|id| self.text(id, &[])));
        }
        if self.main.is_whole() {
            columns.push(self.text("figure-floor", &[]));
        }
        columns.extend(self.ghosts.iter().map(|ghost| package_name(self.catalogue, ghost)));
        let row = |(i, year): (usize, &YearFindings)| {
            let mut row = vec![(year.year + 1).to_string(), percent(year.war.mean)];
            if spread {
                let range = |low, high| format!("{}–{}", percent(low), percent(high));
                row.push(range(year.war.p25, year.war.p75));
                row.push(range(year.war.p05, year.war.p95));
            }
            row.extend(year.war_floor.map(|floor| percent(floor.mean)));
            row.extend(self.ghosts.iter().map(|ghost| percent(ghost.series[i].war.mean)));
            row
        };
        // Every fifth year, and those that are reported.
        let shown = |i: &usize| (i + 1).is_multiple_of(5) || self.findings.years.contains(&(i + 1));
        let years = self.main.series.iter().enumerate().filter(|(i, _)| shown(i));
        let note = self.text("figure-fan-note", &[]);
        Table { title: title.to_owned(), columns, rows: years.map(row).collect(), note }
    }

    fn quoted(&self, package: &PackageFindings) -> String {
        quoted_id(self.catalogue, self.findings, &package.id)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }
}

/// Through nothing at the ceasefire and a number at the end of each year.
fn line(series: &[YearFindings], x: Scale, y: Scale, of: impl Fn(&YearFindings) -> f64) -> Vec<(f64, f64)> {
    let each = series.iter().enumerate().map(|(i, year)| (x.at((i + 1) as f64), y.at(of(year))));
    std::iter::once((x.at(0.0), y.at(0.0))).chain(each).collect()
}
