//! Ten dots: in how many of ten futures a war begins.

use standfast::Findings;
use standfast::findings::PackageFindings;

use super::canvas::{Canvas, LABEL, MARGIN};
use super::legend::{Swatch, legend};
use super::marks::dot;
use super::theme::Look;
use super::{Figure, Said, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{percent, spread};
use crate::sentences::{package_name, quoted_id};
use crate::tables::Table;

/// The dots of a package, with those of no guarantee below. Nothing where the findings do not have the package.
pub fn ten_dots(catalogue: &Catalogue, findings: &Findings, package: &str, look: impl Into<Look>) -> Option<Figure> {
    let main = findings.package(package)?;
    let nothing = findings.packages.iter().find(|other| other.instruments.is_empty() && other.id != main.id);
    let rows = std::iter::once(main).chain(nothing).collect();
    Some(Dots { catalogue, findings, rows }.figure(look.into()))
}

struct Dots<'a> {
    catalogue: &'a Catalogue,
    findings: &'a Findings,
    /// The package, and no guarantee where the findings have that too.
    rows: Vec<&'a PackageFindings>,
}

impl Dots<'_> {
    fn figure(&self, look: Look) -> Figure {
        let main = self.rows[0];
        let years = ("years", Arg::from(self.findings.headline_years));
        let title = self.catalogue.text("figure-dots", std::slice::from_ref(&years));
        let about = format!("{}-{}", self.findings.case.id, main.id);
        let mut canvas = Canvas::new(self.catalogue, look, "dots", &about);
        let mut y = headed(&mut canvas, &title);
        for (i, package) in self.rows.iter().enumerate() {
            y = self.row(&mut canvas, y, package, i == 0);
        }
        let swatches = [(Swatch::Dot(1.0), "figure-dots-war"), (Swatch::Dot(0.0), "figure-dots-none")];
        let swatches = swatches.map(|(swatch, id)| (swatch, self.catalogue.text(id, &[])));
        let y = legend(&mut canvas, y, &swatches);
        let said = Said {
            name: "dots",
            description: self.catalogue.text("figure-dots-description", &[years]),
            sentence: self.sentence(),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, y, said)
    }

    /// A name, what it comes to, and ten dots below.
    fn row(&self, canvas: &mut Canvas, y: f64, package: &PackageFindings, bold: bool) -> f64 {
        let kind = if bold { LABEL.size(14.0).bold() } else { LABEL.size(14.0) };
        let band = self.findings.headline(&package.war);
        let number = spread(band, percent, self.findings.is_median());
        let words = self.catalogue.text(
            "figure-dots-row",
            &[
                ("package", package_name(self.catalogue, package).into()),
                ("count", of_ten(band.mean).into()),
                ("percent", number.into()),
            ],
        );
        let room = canvas.width() - 2.0 * MARGIN;
        let y = canvas.lines(MARGIN, y + 22.0, kind, &words, room) - kind.leading();
        let step = (room / 10.0).floor();
        let radius = if step < 44.0 { step / 2.0 - 3.0 } else { 19.0 };
        let middle = y + 12.0 + radius;
        // As exact as the number beside them.
        let full = (100.0 * band.mean).round() / 10.0;
        for i in 0..10 {
            let x = MARGIN + radius + i as f64 * canvas.either(46.0, step);
            dot(canvas, (x, middle), radius, full - i as f64);
        }
        middle + radius + 12.0
    }

    fn sentence(&self) -> String {
        let args = |package: &PackageFindings| {
            vec![
                ("package", Arg::from(quoted_id(self.catalogue, self.findings, &package.id))),
                ("nothing", if package.instruments.is_empty() { "yes" } else { "no" }.into()),
                ("years", self.findings.headline_years.into()),
                ("count", of_a_hundred(self.catalogue, self.findings.headline(&package.war).mean).into()),
            ]
        };
        let mut sentence = self.catalogue.text("figure-dots-sentence", &args(self.rows[0]));
        if let Some(nothing) = self.rows.get(1) {
            sentence = format!("{sentence} {}", self.catalogue.text("figure-dots-beside", &args(nothing)));
        }
        sentence
    }

    fn table(&self, title: &str) -> Table {
        let columns = ["column-package", "figure-dots-column", "figure-percent-column"];
        let row = |package: &&PackageFindings| {
            let band = self.findings.headline(&package.war);
            let number = spread(band, percent, self.findings.is_median());
            vec![package_name(self.catalogue, package), of_ten(band.mean), number]
        };
        Table {
            title: title.to_owned(),
            columns: columns.map(|id| self.catalogue.text(id, &[])).to_vec(),
            rows: self.rows.iter().map(row).collect(),
            note: crate::tables::legend(self.catalogue, self.findings),
        }
    }
}

/// How many of ten dots a chance comes to.
fn of_ten(p: f64) -> String {
    format!("{:.1}", 10.0 * p)
}

/// How many of a hundred futures a chance comes to: "8", "fewer than 1".
fn of_a_hundred(catalogue: &Catalogue, p: f64) -> String {
    let percent = percent(p);
    let size = match percent.chars().next() {
        Some('<') => "least",
        Some('>') => "most",
        _ => "plain",
    };
    catalogue.text("figure-dots-count", &[("size", size.into()), ("count", percent.into())])
}
