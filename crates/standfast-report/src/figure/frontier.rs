//! All packages at once: how much each protects, how likely all accept it, and what it costs.

use standfast::PackagesFindings;
use standfast::ensemble::Band;
use standfast::packages::findings::RankedPackage;
use standfast::packages::frontier::ObjectiveFindings;

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke};
use super::frame::{Label, Plot, Scale, apart, step};
use super::legend::{Swatch, legend};
use super::measure::wrapped_to;
use super::theme::{Look, Paint};
use super::{Figure, Said, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{hundredths, percent, spread};
use crate::packages::{Packages as InWords, complement};
use crate::sentences::chance;
use crate::tables::Table;

/// So many packages of the frontier are in the table, besides those that have names.
const LISTED: usize = 12;

/// The packages of a case, on the plane of acceptance and protection.
pub fn frontier(catalogue: &Catalogue, findings: &PackagesFindings, look: impl Into<Look>) -> Figure {
    let words = InWords::new(catalogue, findings, LISTED);
    let points = findings.packages.iter().filter_map(|package| Point::of(findings, package)).collect();
    Frontier { catalogue, findings, words, points }.figure(look.into())
}

struct Frontier<'a> {
    catalogue: &'a Catalogue,
    findings: &'a PackagesFindings,
    words: InWords<'a>,
    points: Vec<Point<'a>>,
}

/// A package by its means.
struct Point<'a> {
    package: &'a RankedPackage,
    protects: Band,
    accepted: Band,
    cost: Band,
}

impl<'a> Point<'a> {
    /// Nothing where a number is not defined.
    fn of(findings: &PackagesFindings, package: &'a RankedPackage) -> Option<Point<'a>> {
        let number = |objective: &ObjectiveFindings| {
            let band = package.number(objective.quantity, objective.actor.as_deref(), objective.years)?;
            Some(if objective.quantity == "quiet_broken" { complement(band) } else { *band })
        };
        let [protects, accepted, cost] = &findings.frontier.objectives;
        Some(Point { package, protects: number(protects)?, accepted: number(accepted)?, cost: number(cost)? })
    }
}

impl Frontier<'_> {
    fn figure(&self, look: Look) -> Figure {
        let args = [("years", self.findings.headline_years.into())];
        let title = self.text("figure-frontier", &args);
        let mut canvas = Canvas::new(self.catalogue, look, "frontier", &self.findings.case.id);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let said = Said {
            name: "frontier",
            description: self.text("figure-frontier-description", &args),
            sentence: self.sentence(),
            table: self.table(&title),
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    /// Those with names, from the one that protects best on.
    fn named(&self) -> Vec<&Point<'_>> {
        self.points.iter().filter(|point| point.package.name.is_some()).collect()
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let objectives = self.words.objectives();
        let y = canvas.lines(MARGIN, top + 16.0, LABEL.bold(), &objectives[0], canvas.width() - 2.0 * MARGIN);
        let column = canvas.either(150.0, 112.0);
        let room = column - 22.0;
        let labels: Vec<(Vec<String>, String, f64)> = self
            .named()
            .iter()
            .map(|point| {
                let name = canvas.written(&self.words.name(point.package));
                let lines = wrapped_to(&name, LABEL, room, 3);
                let height = lines.len() as f64 * LABEL.leading() + 4.0;
                (lines, name, height)
            })
            .collect();
        let needed: f64 = labels.iter().map(|(_, _, height)| height).sum();
        let high = canvas.either(300.0, 260.0);
        let plot = Plot {
            left: MARGIN + 46.0,
            right: canvas.width() - MARGIN - column,
            top: y,
            bottom: y + if needed > high { needed } else { high },
        };
        let (x, y) = self.axes(canvas, plot);
        self.scatter(canvas, x, y);
        let place = |(point, (_, _, height)): (&&Point<'_>, &(_, _, f64))| {
            let of = y.at(point.protects.mean);
            Label { of, at: of - height / 2.0, size: *height }
        };
        let places: Vec<Label> = self.named().iter().zip(&labels).map(place).collect();
        let at = apart(&places, plot.top - 6.0, plot.bottom + 6.0);
        for ((point, (lines, name, height)), top) in self.named().iter().zip(&labels).zip(at) {
            let left = plot.right + 20.0;
            let from = (x.at(point.accepted.mean), y.at(point.protects.mean));
            canvas.line(from, (left - 4.0, top + height / 2.0), Stroke::new(Paint::Muted, 0.8));
            canvas.stack(left, top + 13.0, LABEL, lines, name);
        }
        for point in self.named() {
            let stroke = Some(Stroke::new(Paint::Ground, 1.0));
            let at = (x.at(point.accepted.mean), y.at(point.protects.mean));
            canvas.circle(at, self.radius(point), Fill::Plain(Paint::Second), stroke);
        }
        let base =
            canvas.lines(MARGIN, plot.bottom + 36.0, LABEL.bold(), &objectives[1], canvas.width() - 2.0 * MARGIN);
        self.legend(canvas, base - LABEL.leading() + 4.0, &objectives[2])
    }

    fn axes(&self, canvas: &mut Canvas, plot: Plot) -> (Scale, Scale) {
        let most =
            |of: fn(&Point<'_>) -> f64| self.points.iter().map(of).fold(0.0, |most, x| if x > most { x } else { most });
        let least =
            self.points.iter().map(|point| point.protects.mean).fold(1.0, |least, x| if x < least { x } else { least });
        let right = most(|point| point.accepted.mean);
        let by = step(100.0 * if right > 0.01 { right } else { 0.01 }, 5.0) / 100.0;
        let ticks = (right / by).ceil();
        let x = Scale::new((0.0, by * if ticks > 1.0 { ticks } else { 1.0 }), (plot.left, plot.right));
        let tenths = |x: f64, up: bool| if up { (10.0 * x).ceil() / 10.0 } else { (10.0 * x).floor() / 10.0 };
        let (low, high) = (tenths(least, false), tenths(most(|point| point.protects.mean), true));
        let high = if high > low { high } else { low + 0.1 };
        let y = Scale::new((low, high), (plot.bottom, plot.top));
        let up = step(100.0 * (high - low), 5.0) / 100.0;
        for i in 0..=((high - low) / up + 1e-9) as usize {
            let at = low + up * i as f64;
            canvas.line((plot.left, y.at(at)), (plot.right, y.at(at)), Stroke::new(Paint::Grid, 1.0));
            let label = format!("{:.0}\u{a0}%", 100.0 * at);
            canvas.text(plot.left - 6.0, y.at(at) + 4.0, LABEL.muted().end(), &label);
        }
        for i in 0..=(x.ends().1 / by + 1e-9) as usize {
            let at = by * i as f64;
            canvas.line((x.at(at), plot.bottom), (x.at(at), plot.bottom + 4.0), Stroke::new(Paint::Muted, 1.0));
            let label = format!("{:.0}\u{a0}%", 100.0 * at);
            canvas.text(x.at(at), plot.bottom + 17.0, LABEL.muted().middle(), &label);
        }
        canvas.line((plot.left, plot.bottom), (plot.right, plot.bottom), Stroke::new(Paint::Muted, 1.0));
        (x, y)
    }

    fn radius(&self, point: &Point<'_>) -> f64 {
        let most = self.points.iter().map(|point| point.cost.mean).fold(0.0, |most, x| if x > most { x } else { most });
        let share = if most > 0.0 && point.cost.mean > 0.0 { point.cost.mean / most } else { 0.0 };
        // By area, as eyes compare.
        3.0 + 6.0 * share.sqrt()
    }

    /// All packages as dots, those of the frontier as rings, and a line along those that no other beats in both.
    fn scatter(&self, canvas: &mut Canvas, x: Scale, y: Scale) {
        let at = |point: &Point<'_>| (x.at(point.accepted.mean), y.at(point.protects.mean));
        canvas.dots(
            self.points.iter().filter(|point| !point.package.on_frontier).map(at),
            Stroke::new(Paint::Fourth, 2.6),
        );
        for point in self.points.iter().filter(|point| point.package.on_frontier) {
            canvas.circle(at(point), self.radius(point), Fill::None, Some(Stroke::new(Paint::First, 1.2)));
        }
        let mut order: Vec<&Point<'_>> = self.points.iter().collect();
        order.sort_by(|a, b| {
            let by_protection = b.protects.mean.total_cmp(&a.protects.mean);
            by_protection.then(b.accepted.mean.total_cmp(&a.accepted.mean))
        });
        let mut best = -1.0;
        let mut line: Vec<(f64, f64)> = Vec::new();
        for point in order {
            if point.accepted.mean > best {
                best = point.accepted.mean;
                let (px, py) = at(point);
                // What lies between two of them is reached by neither: the line goes down, then across.
                line.extend(line.last().map(|&(last, _)| (last, py)));
                line.push((px, py));
            }
        }
        canvas.polyline(&line, Stroke::new(Paint::First, 1.8));
    }

    fn legend(&self, canvas: &mut Canvas, y: f64, cost: &str) -> f64 {
        let size = self.text("figure-frontier-size", &[("cost", cost.into())]);
        let items = [
            (Swatch::Point(Fill::Plain(Paint::Second)), self.text("figure-frontier-named", &[])),
            (Swatch::Point(Fill::None), self.text("figure-frontier-on", &[])),
            (Swatch::Small, self.text("figure-frontier-others", &[])),
            (Swatch::Line(Stroke::new(Paint::First, 1.8)), self.text("figure-frontier-line", &[])),
        ];
        let y = legend(canvas, y, &items);
        canvas.lines(MARGIN, y + 14.0, LABEL.muted(), &size, canvas.width() - 2.0 * MARGIN) - 10.0
    }

    fn sentence(&self) -> String {
        let Some(best) = self.findings.packages.first() else { return String::new() };
        let accepted = Point::of(self.findings, best).map_or(0.0, |point| point.accepted.mean);
        let args = [
            ("packages", self.findings.packages.len().into()),
            ("frontier", self.findings.frontier.packages.into()),
            ("best", self.words.quoted(best)),
            ("years", self.findings.headline_years.into()),
            ("intact", chance(self.catalogue, best.intact(self.findings.headline_years).mean).into()),
            ("accepted", chance(self.catalogue, accepted).into()),
        ];
        self.text("figure-frontier-sentence", &args)
    }

    fn table(&self, title: &str) -> Table {
        let mut listed: Vec<&Point<'_>> = self.points.iter().filter(|point| point.package.on_frontier).collect();
        listed.sort_by(|a, b| b.package.frontier_share.total_cmp(&a.package.frontier_share));
        listed.truncate(LISTED);
        listed.retain(|point| point.package.name.is_none());
        let rows = self.named().into_iter().chain(listed).map(|point| {
            vec![
                self.words.name(point.package),
                spread(&point.protects, percent, false),
                spread(&point.accepted, percent, false),
                spread(&point.cost, hundredths, false),
            ]
        });
        Table {
            title: title.to_owned(),
            columns: std::iter::once(self.text("column-package", &[])).chain(self.words.objectives()).collect(),
            rows: rows.collect(),
            note: self.text("figure-frontier-note", &[]),
        }
    }
}
