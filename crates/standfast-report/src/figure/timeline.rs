//! A package over the years: the hazard of each year, and when its instruments are in force.

use standfast::TimelineFindings;
use standfast::timeline::findings::{InstrumentFindings, TimelineYear};

use super::canvas::{Canvas, Fill, LABEL, MARGIN, Stroke};
use super::frame::{Label, Plot, Scale, apart, step};
use super::legend::{Swatch, legend};
use super::measure::width;
use super::theme::{Look, Paint};
use super::{Figure, Said, finished, headed};
use crate::catalogue::{Arg, Catalogue};
use crate::tables::Table;
use crate::timeline::{Timeline as InWords, yearly};

/// The years whose hazard is written out.
const WRITTEN: [usize; 5] = [1, 5, 10, 25, 50];
/// For an instrument: its name, and its bar below.
const ROW: f64 = 34.0;

/// The yearly hazard under a package, and its instruments by their dates.
pub fn over_years(catalogue: &Catalogue, findings: &TimelineFindings, look: impl Into<Look>) -> Figure {
    let words = InWords::new(catalogue, findings);
    Timeline { catalogue, findings, words }.figure(look.into())
}

struct Timeline<'a> {
    catalogue: &'a Catalogue,
    findings: &'a TimelineFindings,
    words: InWords<'a>,
}

impl Timeline<'_> {
    fn figure(&self, look: Look) -> Figure {
        let title = self.text("figure-timeline", &[("package", self.words.package().into())]);
        let about = format!("{}-{}", self.findings.case.id, self.findings.package);
        let mut canvas = Canvas::new(self.catalogue, look, "timeline", &about);
        let top = headed(&mut canvas, &title);
        let bottom = self.draw(&mut canvas, top);
        let table = Table { title: title.clone(), ..self.words.over_years() };
        // The first sentence is about risks, the second about how they fade; without guarantees nothing does.
        let sentence = self.words.sentences().into_iter().nth(usize::from(self.words.guaranteed()));
        let said = Said {
            name: "timeline",
            description: self.text("figure-timeline-description", &[]),
            sentence: sentence.unwrap_or_default(),
            table,
            title,
        };
        finished(self.catalogue, canvas, bottom, said)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    /// The largest hazard that is drawn, rounded up to a step of the axis.
    fn top(&self) -> f64 {
        let mut top = 0.001;
        for year in &self.findings.series {
            let high = if self.findings.is_median() { year.hazard.mean } else { year.hazard.p90 };
            for hazard in [high, year.hazard_nothing.mean] {
                top = if hazard > top { hazard } else { top };
            }
        }
        let by = step(100.0 * top, 4.0);
        (100.0 * top / by).ceil() * by / 100.0
    }

    fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let head = self.text("figure-timeline-axis", &[]);
        let y = canvas.lines(MARGIN, top + 16.0, LABEL.bold(), &head, canvas.width() - 2.0 * MARGIN);
        let top = y + 30.0;
        let plot = Plot {
            left: MARGIN + 46.0,
            right: canvas.width() - MARGIN - 16.0,
            top,
            bottom: top + canvas.either(170.0, 150.0),
        };
        let series = &self.findings.series;
        let x = Scale::new((0.0, series.len() as f64), (plot.left, plot.right));
        let high = self.top();
        let y = plot.percent_axis(canvas, high);
        self.lines(canvas, x, y);
        plot.year_axis(canvas, self.findings.case.start, series.len());
        self.written(canvas, plot, x, y);
        let mut bottom = legend(canvas, plot.bottom + 26.0, &self.legend());
        if !self.findings.instruments.is_empty() {
            let heading = self.text("figure-timeline-instruments", &[]);
            canvas.text(MARGIN, bottom + 22.0, LABEL.bold(), &heading);
            bottom += 26.0;
        }
        for each in &self.findings.instruments {
            self.instrument(canvas, x, bottom, each);
            bottom += ROW;
        }
        let pending = self.findings.instruments.iter().any(|each| each.lead_time > 0);
        let mut swatches = vec![(Swatch::Area(Fill::Plain(Paint::Third)), self.text("figure-timeline-force", &[]))];
        if pending {
            swatches.push((Swatch::Area(Fill::Hatch(Paint::Third)), self.text("figure-timeline-pending", &[])));
        }
        if self.findings.instruments.is_empty() { bottom } else { legend(canvas, bottom + 2.0, &swatches) }
    }

    fn lines(&self, canvas: &mut Canvas, x: Scale, y: Scale) {
        let series = &self.findings.series;
        // A hazard is that of a whole year: it stands in the middle of it.
        let line = |of: &dyn Fn(&TimelineYear) -> f64| -> Vec<(f64, f64)> {
            series.iter().enumerate().map(|(i, year)| (x.at(i as f64 + 0.5), y.at(of(year)))).collect()
        };
        if !self.findings.is_median() {
            let mut area = line(&|year| year.hazard.p90);
            area.extend(line(&|year| year.hazard.p10).into_iter().rev());
            canvas.area(&area, Fill::Plain(Paint::Wide));
        }
        if self.words.guaranteed() {
            let nothing = line(&|year| year.hazard_nothing.mean);
            canvas.polyline(&nothing, Stroke::new(Paint::Second, 1.8).dashed("7 3"));
        }
        canvas.polyline(&line(&|year| year.hazard.mean), Stroke::new(Paint::First, 2.6));
    }

    /// The hazards of some years, above the plot, each tied to its place.
    fn written(&self, canvas: &mut Canvas, plot: Plot, x: Scale, y: Scale) {
        let series = &self.findings.series;
        let shown = WRITTEN.into_iter().filter(|&year| year <= series.len());
        let labels: Vec<(usize, String, f64)> = shown
            .map(|year| {
                let hazard = canvas.written(&format!("{}\u{a0}%", yearly(series[year - 1].hazard.mean)));
                let wide = width(&hazard, LABEL.bold()) + 10.0;
                (year - 1, hazard, wide)
            })
            .collect();
        let place = |(i, _, wide): &(usize, String, f64)| {
            let of = x.at(*i as f64 + 0.5);
            Label { of, at: of - wide / 2.0, size: *wide }
        };
        let places: Vec<Label> = labels.iter().map(place).collect();
        let left = apart(&places, MARGIN, canvas.width() - MARGIN);
        for ((i, hazard, wide), left) in labels.iter().zip(left) {
            let (at, middle) = ((x.at(*i as f64 + 0.5), y.at(series[*i].hazard.mean)), left + wide / 2.0);
            canvas.line((middle, plot.top - 12.0), at, Stroke::new(Paint::Muted, 0.8));
            canvas.circle(at, 4.0, Fill::Plain(Paint::First), Some(Stroke::new(Paint::Ground, 1.0)));
            canvas.text(middle, plot.top - 16.0, LABEL.bold().middle(), hazard);
        }
    }

    fn legend(&self) -> Vec<(Swatch, String)> {
        let median = self.findings.is_median();
        let own = if median { "figure-median" } else { "figure-mean" };
        let mut items = vec![(Swatch::Line(Stroke::new(Paint::First, 2.6)), self.text(own, &[]))];
        if !median {
            items.push((Swatch::Area(Fill::Plain(Paint::Wide)), self.text("figure-eight-tenths", &[])));
        }
        if self.words.guaranteed() {
            let line = Stroke::new(Paint::Second, 1.8).dashed("7 3");
            items.push((Swatch::Line(line), self.text("package-nothing", &[])));
        }
        items
    }

    /// Its name with its dates, and below it a bar: hatched while it is agreed, filled while it is in force.
    fn instrument(&self, canvas: &mut Canvas, x: Scale, y: f64, each: &InstrumentFindings) {
        let horizon = self.findings.series.len();
        let within = |year: usize| if year < horizon { year } else { horizon };
        let until = each.until.map_or_else(|| "none".to_owned(), |year| self.words.calendar(year));
        let args = [
            ("instrument", self.words.words(&each.named.name).into()),
            ("from", self.words.calendar(each.lead_time).into()),
            ("until", until.into()),
            ("aborted", if each.aborted_by_war && each.lead_time > 0 { "yes" } else { "no" }.into()),
        ];
        let words = self.text("figure-timeline-instrument", &args);
        canvas.fitted(MARGIN, y + 14.0, LABEL, &words, canvas.width() - 2.0 * MARGIN);
        let (start, from) = (x.at(0.0), x.at(within(each.lead_time) as f64));
        let to = x.at(within(each.until.unwrap_or(horizon)) as f64);
        let outline = Some(Stroke::new(Paint::Third, 1.0));
        if from > start {
            canvas.rect((start, y + 19.0), (from - start, 9.0), Fill::Hatch(Paint::Third), outline);
        }
        if to > from {
            canvas.rect((from, y + 19.0), (to - from, 9.0), Fill::Plain(Paint::Third), outline);
        }
    }
}
