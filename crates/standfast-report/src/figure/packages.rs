//! Packages beside each other: the risk that each leaves, within each of the years that are reported.

use standfast::Findings;
use standfast::findings::{PackageFindings, within};

use super::canvas::{Canvas, LABEL, MARGIN, Stroke};
use super::frame::Scale;
use super::marks::{rules, spread};
use super::measure::{width, wrapped_to};
use super::theme::{Look, Paint};
use super::{Figure, Said, far, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{self, percent};
use crate::sentences::{chance, package_name, quoted_id};
use crate::tables::{Table, legend};

/// All packages of the findings: no guarantee first, then from the lowest risk within the headline years.
pub fn compared(catalogue: &Catalogue, findings: &Findings, look: impl Into<Look>) -> Figure {
    let risk = |package: &PackageFindings| findings.headline(&package.war).mean;
    let mut rows: Vec<&PackageFindings> = findings.packages.iter().collect();
    rows.sort_by(|a, b| {
        let something = |package: &PackageFindings| !package.instruments.is_empty();
        something(a).cmp(&something(b)).then(risk(a).total_cmp(&risk(b)))
    });
    Packages { catalogue, findings, rows }.figure(look.into())
}

struct Packages<'a> {
    catalogue: &'a Catalogue,
    findings: &'a Findings,
    rows: Vec<&'a PackageFindings>,
}

impl Packages<'_> {
    fn figure(&self, look: Look) -> Figure {
        let title = self.catalogue.text("figure-packages", &[]);
        let mut canvas = Canvas::new(self.catalogue, look, "packages", &self.findings.case.id);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let said = Said {
            name: "packages",
            description: self.catalogue.text("figure-packages-description", &[]),
            sentence: self.sentence(),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let names = canvas.either(150.0, 0.0);
        let left = MARGIN + names;
        let panels = self.findings.years.len() as f64;
        let panel = (canvas.width() - MARGIN - left) / panels;
        let number = width("~100", LABEL.bold()) + 6.0;
        let scale = |i: usize| {
            let from = left + i as f64 * panel;
            Scale::new((0.0, 1.0), (from + number + 8.0, from + panel - 12.0))
        };
        let mut y = top;
        for (i, &years) in self.findings.years.iter().enumerate() {
            let head = self.catalogue.text("figure-within", &[("years", years.into())]);
            let end = canvas.lines(scale(i).at(0.0) - 4.0, top + 18.0, LABEL.bold(), &head, panel - number - 4.0);
            y = if end > y { end } else { y };
        }
        for (row, package) in self.rows.iter().enumerate() {
            y = self.row(canvas, y, package, row == 0 && package.instruments.is_empty(), &scale);
        }
        for i in 0..self.findings.years.len() {
            for (at, label) in [(0.0, "0"), (0.5, "50"), (1.0, "100")] {
                canvas.text(scale(i).at(at), y + 14.0, LABEL.muted().size(11.0).middle(), label);
            }
        }
        let note = self.catalogue.text(if self.findings.is_median() { "figure-median" } else { "figure-dot" }, &[]);
        canvas.lines(MARGIN, y + 34.0, LABEL.muted(), &note, canvas.width() - 2.0 * MARGIN) - LABEL.leading() + 6.0
    }

    /// The mean without any guarantee, for the eye to hold the others against.
    fn reference(&self, canvas: &mut Canvas, scale: Scale, years: usize, top: f64, bottom: f64) {
        if let Some(nothing) = self.rows.iter().find(|package| package.instruments.is_empty()) {
            let x = scale.at(nothing.war[years].band.mean);
            canvas.line((x, top), (x, bottom), Stroke::new(Paint::Second, 1.2).dashed("4 3"));
        }
    }

    fn row(
        &self,
        canvas: &mut Canvas,
        y: f64,
        package: &PackageFindings,
        bold: bool,
        scale: &dyn Fn(usize) -> Scale,
    ) -> f64 {
        let kind = if bold { LABEL.bold() } else { LABEL };
        let name = canvas.written(&package_name(self.catalogue, package));
        let room = canvas.either(138.0, canvas.width() - 2.0 * MARGIN);
        let lines = wrapped_to(&name, kind, room, canvas.either(3, 2));
        let below = canvas.stack(MARGIN, y + 12.0, kind, &lines, &name) - 12.0 - y;
        let middle = y + canvas.either(8.0, below + 10.0);
        let height = canvas.either(if below > 24.0 { below + 6.0 } else { 26.0 }, below + 28.0);
        for (i, &years) in self.findings.years.iter().enumerate() {
            let (from, to) =
                if canvas.look.narrow { (middle - 9.0, middle + 9.0) } else { (y - 6.0, y + height - 6.0) };
            rules(canvas, scale(i), &[0.0, 0.5, 1.0], from, to);
            self.reference(canvas, scale(i), i, from, to);
            let band = &within(&package.war, years);
            let paint = if bold { Paint::Second } else { Paint::First };
            spread(canvas, scale(i), middle, band, paint, self.findings.is_median());
            canvas.text(scale(i).at(0.0) - 8.0, middle + 4.0, LABEL.bold().end(), &far(band.mean, years));
        }
        y + height
    }

    fn sentence(&self) -> String {
        let risk = |package: &PackageFindings| self.findings.headline(&package.war).mean;
        let args = |package: &PackageFindings| {
            vec![
                ("package", Arg::from(quoted_id(self.catalogue, self.findings, &package.id))),
                ("years", self.findings.headline_years.into()),
                ("risk", chance(self.catalogue, risk(package)).into()),
            ]
        };
        let (nothing, others): (Vec<&PackageFindings>, Vec<&PackageFindings>) =
            self.rows.iter().copied().partition(|package| package.instruments.is_empty());
        let mut sentences = Vec::new();
        sentences.extend(nothing.first().map(|nothing| self.catalogue.text("figure-packages-nothing", &args(nothing))));
        if let [lowest, .., highest] = &others[..] {
            let mut both = args(lowest);
            both.push(("highest", quoted_id(self.catalogue, self.findings, &highest.id).into()));
            both.push(("highestrisk", chance(self.catalogue, risk(highest)).into()));
            sentences.push(self.catalogue.text("figure-packages-range", &both));
        } else if let [only] = &others[..] {
            sentences.push(self.catalogue.text("figure-packages-one", &args(only)));
        }
        sentences.join(" ")
    }

    fn table(&self, title: &str) -> Table {
        let years = self.findings.years.iter();
        let heads = years.map(|&years| self.catalogue.text("figure-within", &[("years", years.into())]));
        let row = |package: &&PackageFindings| {
            let cells = package.war.iter();
            let cells = cells.map(|within| numbers::spread(&within.band, percent, self.findings.is_median()));
            std::iter::once(package_name(self.catalogue, package)).chain(cells).collect()
        };
        Table {
            title: title.to_owned(),
            columns: std::iter::once(self.catalogue.text("column-package", &[])).chain(heads).collect(),
            rows: self.rows.iter().map(row).collect(),
            note: legend(self.catalogue, self.findings),
        }
    }
}
