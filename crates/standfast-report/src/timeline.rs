//! A package over the years, in sentences and tables.

use standfast::TimelineFindings;
use standfast::ensemble::Band;
use standfast::findings::comparison::NO_DIFFERENCE;
use standfast::findings::within;
use standfast::provenance::Words;
use standfast::questions::Scale;
use standfast::timeline::findings::{
    FadingFindings, InstrumentFindings, OrderFindings, SequenceFindings, SpellFindings, StartFindings, TimelineYear,
};
use standfast::timeline::sequence::Extent;

use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{measure, percent, shows, spread};
use crate::phrases::list;
use crate::sentences::{chance, in_language, method_lines};
use crate::tables::Table;

/// The years that a table shows, besides those in which risks are reported.
const SHOWN_YEARS: [usize; 9] = [1, 5, 10, 15, 20, 25, 30, 40, 50];
/// So many orders are shown, the best first; the worst besides.
const SHOWN_ORDERS: usize = 10;
/// So many guarantors are named in a sentence.
const NAMED: usize = 2;
/// A smaller change of a chance to fight is not worth a sentence.
const ONE_POINT: f64 = 0.01;

/// Findings about a package over the years, in the words of a catalogue.
pub struct Timeline<'a> {
    catalogue: &'a Catalogue,
    findings: &'a TimelineFindings,
}

/// A chance in a year, in percent with two digits.
pub(crate) fn yearly(p: f64) -> String {
    measure(p, Scale::Chance)
}

/// A difference in points with one decimal.
fn tenths(difference: f64) -> String {
    measure(difference, Scale::Difference)
}

fn ratio(ratio: f64) -> String {
    measure(ratio, Scale::Ratio)
}

impl<'a> Timeline<'a> {
    /// The words for findings.
    pub fn new(catalogue: &'a Catalogue, findings: &'a TimelineFindings) -> Timeline<'a> {
        Timeline { catalogue, findings }
    }

    /// What the findings come to, a sentence or some each.
    pub fn sentences(&self) -> Vec<String> {
        let findings = self.findings;
        let risk = |within: &standfast::findings::Within| {
            let args = [("risk", self.chance(&within.band).into()), ("years", within.years.into())];
            self.text("timeline-within", &args)
        };
        let risks: Vec<String> = findings.war.iter().map(risk).collect();
        let args = [("package", self.package().into()), ("risks", list(self.catalogue, &risks).into())];
        let mut sentences = vec![self.text("timeline-own", &args)];
        sentences.extend(findings.fading.as_ref().map(|fading| self.of_fading(fading)));
        sentences.extend(self.of_will());
        sentences.extend(self.of_waiting());
        sentences.extend(findings.sequence.as_ref().map(|sequence| self.of_sequence(sequence)));
        sentences
    }

    /// Sunset, spells, will, windows and orders; those that have rows.
    pub fn tables(&self) -> Vec<Table> {
        let tables = [self.over_years(), self.spells(), self.will(), self.windows(), self.orders()];
        tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
    }

    /// What stands below the tables, under headings.
    pub fn lists(&self) -> Vec<(&'static str, Vec<String>)> {
        let orders = self.findings.sequence.as_ref();
        let lists = [
            ("spells-heading", self.dates()),
            ("constraints-heading", orders.map_or_else(Vec::new, |sequence| self.constraints(sequence))),
            ("orders-heading", orders.map_or_else(Vec::new, |sequence| self.order_lines(sequence))),
        ];
        lists.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
    }

    /// The reasons to doubt the findings, a sentence each.
    pub fn doubts(&self) -> Vec<String> {
        let findings = self.findings;
        let mut doubts = Vec::new();
        if let Some(sequence) = &findings.sequence {
            let orders = sequence.orders.len();
            if sequence.extent == Extent::Exchanges.word() {
                doubts.push(self.text("doubt-timeline-exchanges", &[]));
            } else if sequence.extent == Extent::Ended.word() {
                doubts.push(self.text("doubt-timeline-ended", &[("orders", orders.into())]));
            }
            if orders > 1 && self.matters(sequence) {
                doubts.push(self.text("doubt-timeline-best", &[]));
            }
            doubts.push(self.text("doubt-timeline-known", &[]));
        }
        if findings.war.iter().any(|within| within.band.mean_se.is_none()) && !findings.is_median() {
            let enough = standfast::ensemble::band::FEWEST_FOR_ERRORS;
            doubts.push(self.text("doubt-no-standard-errors", &[("enough", enough.into())]));
        }
        let unconverged = findings.equilibria.unconverged_draws;
        if unconverged > 0 {
            doubts.push(self.text("doubt-timeline-unconverged", &[("draws", unconverged.into())]));
        }
        doubts
    }

    /// How the numbers were made.
    pub fn method(&self) -> Vec<String> {
        let TimelineFindings { case, method, equilibria, .. } = self.findings;
        method_lines(self.catalogue, case, method, std::iter::once(equilibria))
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    fn quoted(&self, name: String) -> String {
        self.text("quoted", &[("name", name.into())])
    }

    /// The package's name, or what it holds, in quotation marks.
    pub(crate) fn package(&self) -> String {
        let findings = self.findings;
        let names: Vec<String> = findings.instruments.iter().map(|each| self.words(&each.named.name)).collect();
        self.quoted(match &findings.name {
            Some(name) => self.words(name),
            None if names.is_empty() => self.text("package-nothing", &[]),
            None => names.join(" + "),
        })
    }

    pub(crate) fn words(&self, words: &Words) -> String {
        in_language(self.catalogue, words)
    }

    fn instrument(&self, id: &str) -> String {
        let known = self.findings.instruments.iter().find(|each| each.named.id == id);
        known.map_or_else(|| id.to_owned(), |each| self.words(&each.named.name))
    }

    fn actor(&self, id: &str) -> String {
        let known = self.findings.case.actors.iter().find(|actor| actor.id == id);
        known.map_or_else(|| id.to_owned(), |actor| self.words(&actor.name))
    }

    fn chance(&self, band: &Band) -> String {
        let mean = chance(self.catalogue, band.mean);
        if !shows(band, percent) {
            return mean;
        }
        let args = [("mean", mean.into()), ("low", percent(band.p10).into()), ("high", percent(band.p90).into())];
        self.text("spread", &args)
    }

    /// The size of a difference in points, with its middle 80 %.
    fn points(&self, band: &Band) -> String {
        let shown = tenths(band.mean).trim_start_matches('+').to_owned();
        let count = if shown == "1.0" { 1 } else { 2 };
        let shown = if shows(band, tenths) {
            let end = |end: f64| Arg::from(tenths(end).trim_start_matches('+'));
            let args = [("mean", shown.into()), ("low", end(band.p10)), ("high", end(band.p90))];
            self.text("timeline-points-spread", &args)
        } else {
            shown
        };
        self.text("timeline-points", &[("points", count.into()), ("shown", shown.into())])
    }

    /// The calendar year of a year counted from 0.
    pub(crate) fn calendar(&self, year: usize) -> String {
        (self.findings.case.start + year as i64).to_string()
    }

    /// The last year within which risks are reported first, and last.
    fn near_and_far(&self) -> [&'a TimelineYear; 2] {
        let TimelineFindings { years, series, .. } = self.findings;
        [0, years.len() - 1].map(|i| &series[years[i] - 1])
    }

    fn of_fading(&self, fading: &FadingFindings) -> String {
        let (Some(best), Some(best_year)) = (fading.best, fading.best_year) else {
            return self.text("timeline-no-protection", &[]);
        };
        let times = |year: &TimelineYear| {
            let shown = year.ratio.as_ref().map_or_else(|| "?".to_owned(), |band| ratio(band.p50));
            Arg::from(self.text("timeline-times", &[("ratio", shown.into())]))
        };
        let [near, far] = self.near_and_far();
        let ratios = [
            ("near", near.year.to_string().into()),
            ("near_ratio", times(near)),
            ("far", far.year.to_string().into()),
            ("far_ratio", times(far)),
        ];
        let ratios = self.text(if near.year == far.year { "timeline-ratio" } else { "timeline-ratios" }, &ratios);
        let halved = fading.halved.map_or_else(|| "none".to_owned(), |year| self.calendar(year));
        let args = [
            ("best_year", self.calendar(best_year).into()),
            ("best", chance(self.catalogue, best).into()),
            ("halved", halved.into()),
            ("horizon", self.findings.series.len().into()),
            ("share", chance(self.catalogue, fading.halved_in).into()),
        ];
        format!("{ratios} {}", self.text("timeline-halved", &args))
    }

    /// The guarantors whose chance to fight moves most.
    fn of_will(&self) -> Option<String> {
        let [near, far] = self.near_and_far();
        if near.year == far.year {
            return None;
        }
        let years = [("near_year", near.year.to_string().into()), ("far_year", far.year.to_string().into())];
        let mut moved: Vec<(f64, String)> = Vec::new();
        for (early, late) in near.responses.iter().zip(&far.responses) {
            let (Some(early_fights), Some(late_fights)) = (early.fights, late.fights) else { continue };
            let args = [
                ("guarantor", self.actor(&early.guarantor).into()),
                ("near", chance(self.catalogue, early_fights.mean).into()),
                ("far", chance(self.catalogue, late_fights.mean).into()),
            ];
            let args: Vec<(&str, Arg)> = args.into_iter().chain(years.clone()).collect();
            moved.push(((late_fights.mean - early_fights.mean).abs(), self.text("timeline-will-one", &args)));
        }
        if moved.is_empty() {
            return None;
        }
        moved.sort_by(|a, b| b.0.total_cmp(&a.0));
        let named: Vec<String> =
            moved.into_iter().filter(|(change, _)| *change >= ONE_POINT).map(|(_, text)| text).take(NAMED).collect();
        if named.is_empty() {
            return Some(self.text("timeline-will-same", &years));
        }
        Some(self.text("timeline-will", &[("guarantors", list(self.catalogue, &named).into())]))
    }

    fn of_waiting(&self) -> Option<String> {
        let findings = self.findings;
        let pending = findings.instruments.iter().filter_map(|each| Some((each, each.pending.as_ref()?)));
        let several = pending.clone().count() > 1;
        let dearest = pending.reduce(|best, each| if each.1.price.mean > best.1.price.mean { each } else { best })?;
        let (instrument, pending) = dearest;
        let all = findings.waiting.as_ref().filter(|_| several).map(|band| self.points(band));
        let args = [
            ("instrument", self.quoted(self.words(&instrument.named.name)).into()),
            ("lead", instrument.lead_time.into()),
            ("price", self.points(&pending.price).into()),
            ("years", findings.headline_years.into()),
            ("all", all.unwrap_or_else(|| "none".to_owned()).into()),
        ];
        let little = pending.price.mean < NO_DIFFERENCE;
        Some(self.text(if little { "timeline-waiting-little" } else { "timeline-waiting" }, &args))
    }

    /// Whether the orders are more than half a point apart.
    fn matters(&self, sequence: &SequenceFindings) -> bool {
        sequence.orders.last().is_some_and(|worst| worst.above_best.mean >= NO_DIFFERENCE)
    }

    fn of_sequence(&self, sequence: &SequenceFindings) -> String {
        let findings = self.findings;
        let Some(best) = sequence.orders.first() else { return self.text("timeline-none-allowed", &[]) };
        let order = self.arrows(&best.starts, false);
        let (step, orders) = (Arg::from(findings.step), sequence.orders.len());
        let first = if orders == 1 {
            self.text("timeline-only", &[("order", order.into())])
        } else if !self.matters(sequence) {
            self.text("timeline-no-matter", &[("step", step), ("orders", orders.into())])
        } else {
            let worst = &sequence.orders[orders - 1];
            let ties = sequence.orders.iter().skip(1).filter(|order| order.tied).count();
            let args = [
                ("step", step),
                ("order", order.into()),
                ("risk", self.chance(within(&best.war, findings.headline_years)).into()),
                ("years", findings.headline_years.into()),
                ("ties", ties.into()),
                ("worst", self.points(&worst.above_best).into()),
                ("share", chance(self.catalogue, worst.beaten_in).into()),
            ];
            self.text("timeline-best", &args)
        };
        let above = &best.above_at_once;
        let direction = match above.mean {
            mean if mean >= NO_DIFFERENCE => "dearer",
            mean if mean <= -NO_DIFFERENCE => "cheaper",
            _ => "same",
        };
        let size = if above.mean < 0.0 { negated(above) } else { *above };
        let args = [("direction", direction.into()), ("points", self.points(&size).into())];
        let once = self.text("timeline-one-by-one", &args);
        let unbound = sequence.unbound.as_ref().map(|unbound| {
            let dear = unbound.cost.mean >= NO_DIFFERENCE;
            let args = [
                ("order", self.arrows(&unbound.starts, false).into()),
                ("points", self.points(&unbound.cost).into()),
                ("cost", if dear { "some" } else { "none" }.into()),
            ];
            self.text("timeline-unbound", &args)
        });
        std::iter::once(first).chain([once]).chain(unbound).collect::<Vec<_>>().join(" ")
    }

    /// "Army → Treaty", with the years in which they come into force if these are wanted.
    fn arrows(&self, starts: &[StartFindings], with_years: bool) -> String {
        let mut each = starts.iter().rev().map(|start| {
            let name = self.instrument(&start.instrument);
            if !with_years {
                return self.quoted(name);
            }
            let year = self.calendar(start.in_force);
            self.text("order-start", &[("instrument", name.into()), ("year", year.into())])
        });
        let last = each.next().unwrap_or_default();
        each.fold(last, |rest, first| self.text("order-arrow", &[("first", first.into()), ("rest", rest.into())]))
    }

    /// The years that a table shows.
    fn shown_years(&self, some: &[usize]) -> Vec<&'a TimelineYear> {
        let TimelineFindings { series, years, .. } = self.findings;
        series.iter().filter(|year| some.contains(&year.within) || years.contains(&year.within)).collect()
    }

    /// Median and middle 80 % of a ratio.
    fn ratio(&self, band: Option<&Band>) -> String {
        let Some(band) = band else { return String::new() };
        // The median takes the place of the mean.
        spread(&Band { mean: band.p50, ..*band }, ratio, self.findings.is_median())
    }

    fn cell(&self, band: &Band, format: fn(f64) -> String) -> String {
        spread(band, format, self.findings.is_median())
    }

    fn columns(&self, heads: &[&str]) -> Vec<String> {
        let args = [("years", self.findings.headline_years.into()), ("step", self.findings.step.into())];
        heads.iter().map(|head| self.text(head, &args)).collect()
    }

    fn note(&self, id: &str) -> String {
        let args = [("years", self.findings.headline_years.into()), ("step", self.findings.step.into())];
        self.text(id, &args)
    }

    /// Whether there is anything to hold the package against.
    pub(crate) fn guaranteed(&self) -> bool {
        self.findings.fading.is_some()
    }

    pub(crate) fn over_years(&self) -> Table {
        let mut heads = vec!["column-by-year", "column-hazard", "column-war-by"];
        if self.guaranteed() {
            heads = vec![
                "column-by-year",
                "column-hazard",
                "column-hazard-nothing",
                "column-hazard-ratio",
                "column-war-by",
                "column-war-by-nothing",
            ];
        }
        let row = |year: &TimelineYear| {
            let hazard = self.cell(&year.hazard, yearly);
            let war = self.cell(&year.war, percent);
            if !self.guaranteed() {
                return vec![year.year.to_string(), hazard, war];
            }
            let nothing = self.cell(&year.hazard_nothing, yearly);
            let ratio = self.ratio(year.ratio.as_ref());
            vec![year.year.to_string(), hazard, nothing, ratio, war, self.cell(&year.war_nothing, percent)]
        };
        Table {
            title: self.text("table-over-years", &[]),
            columns: self.columns(&heads),
            rows: self.shown_years(&SHOWN_YEARS).into_iter().map(row).collect(),
            note: self.note("note-over-years"),
        }
    }

    fn spell_years(&self, spell: &SpellFindings) -> String {
        let (from, last) = (self.calendar(spell.from), self.calendar(spell.to - 1));
        if from == last { from } else { format!("{from}–{last}") }
    }

    fn spells(&self) -> Table {
        let row = |spell: &SpellFindings| {
            vec![
                self.spell_years(spell),
                self.cell(&spell.hazard, yearly),
                self.cell(&spell.hazard_nothing, yearly),
                self.ratio(spell.ratio.as_ref()),
                self.cell(&spell.war, percent),
            ]
        };
        let heads =
            ["column-spell", "column-spell-hazard", "column-hazard-nothing", "column-hazard-ratio", "column-spell-war"];
        let several = self.findings.spells.len() > 1;
        Table {
            title: self.text("table-spells", &[]),
            columns: self.columns(&heads),
            rows: self.findings.spells.iter().filter(|_| several).map(row).collect(),
            note: self.note("note-spells"),
        }
    }

    /// What happens at each date, a line each.
    fn dates(&self) -> Vec<String> {
        let spells = self.findings.spells.iter().filter(|spell| !spell.events.is_empty());
        let line = |spell: &SpellFindings| {
            let event = |event: &standfast::timeline::findings::EventFindings| {
                let instrument = self.instrument(&event.instrument);
                self.text(&format!("event-{}", event.event), &[("instrument", instrument.into())])
            };
            let events: Vec<String> = spell.events.iter().map(event).collect();
            let args = [("year", self.calendar(spell.from).into()), ("events", events.join("; ").into())];
            self.text("spell-line", &args)
        };
        spells.map(line).collect()
    }

    fn will(&self) -> Table {
        let years = self.shown_years(&[25]);
        let mut columns = self.columns(&["column-guarantor"]);
        columns.extend(years.iter().map(|year| year.year.to_string()));
        let cell = |band: &Option<Band>| band.as_ref().map_or_else(String::new, |band| self.cell(band, percent));
        let guarantors = self.findings.series.first().map_or(&[][..], |year| &year.responses);
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (i, guarantor) in guarantors.iter().enumerate() {
            let mut row = vec![self.actor(&guarantor.guarantor)];
            row.extend(years.iter().map(|year| cell(&year.responses[i].fights)));
            rows.push(row);
        }
        if !rows.is_empty() {
            let mut row = vec![self.text("row-nobody-fights", &[])];
            row.extend(years.iter().map(|year| cell(&year.nobody_fights)));
            rows.push(row);
        }
        Table { title: self.text("table-will", &[]), columns, rows, note: self.note("note-will") }
    }

    fn windows(&self) -> Table {
        let row = |each: &InstrumentFindings| {
            let points = |band: &Band| self.cell(band, tenths);
            let pending = |f: &dyn Fn(&standfast::timeline::findings::PendingFindings) -> String| {
                each.pending.as_ref().map_or_else(String::new, f)
            };
            vec![
                self.words(&each.named.name),
                self.calendar(each.lead_time),
                pending(&|pending| self.cell(&pending.war, percent)),
                pending(&|pending| points(&pending.price_in_window)),
                pending(&|pending| points(&pending.price)),
                pending(&|pending| points(&pending.announcing)),
                points(&each.later),
                points(&each.brings).trim_start_matches('+').to_owned(),
            ]
        };
        let heads = [
            "column-instrument",
            "column-in-force-from",
            "column-window-war",
            "column-window-price",
            "column-price",
            "column-announcing",
            "column-later",
            "column-brings",
        ];
        let goes = self.findings.instruments.iter().filter(|each| !each.goes_with_it.is_empty()).map(|each| {
            let others: Vec<String> = each.goes_with_it.iter().map(|id| self.instrument(id)).collect();
            let args =
                [("instrument", self.words(&each.named.name).into()), ("others", list(self.catalogue, &others).into())];
            self.text("goes-with-it", &args)
        });
        let note: Vec<String> = std::iter::once(self.note("note-windows")).chain(goes).collect();
        Table {
            title: self.text("table-windows", &[]),
            columns: self.columns(&heads),
            rows: self.findings.instruments.iter().map(row).collect(),
            note: note.join(" "),
        }
    }

    /// The orders that are shown, with their ranks from 1.
    fn shown_orders(&self, sequence: &'a SequenceFindings) -> Vec<(usize, &'a OrderFindings)> {
        let ranked = sequence.orders.iter().enumerate().map(|(i, order)| (i + 1, order));
        let last = sequence.orders.len();
        ranked.filter(|(rank, _)| *rank <= SHOWN_ORDERS || *rank == last).collect()
    }

    fn orders(&self) -> Table {
        let row = |(rank, order): (usize, &OrderFindings)| {
            let name = if order.tied && rank > 1 { format!("{rank} =") } else { rank.to_string() };
            vec![
                name,
                self.cell(within(&order.war, self.findings.headline_years), yearly),
                self.cell(&order.above_best, tenths),
                percent(order.beaten_in),
                percent(order.best_in),
                self.cell(&order.above_at_once, tenths),
            ]
        };
        let heads = [
            "column-order",
            "column-order-risk",
            "column-above-best",
            "column-beaten",
            "column-lowest",
            "column-above-once",
        ];
        let shown = self.findings.sequence.as_ref().map_or_else(Vec::new, |sequence| self.shown_orders(sequence));
        Table {
            title: self.text("table-orders", &[]),
            columns: self.columns(&heads),
            rows: shown.into_iter().map(row).collect(),
            note: self.note("note-orders"),
        }
    }

    fn order_lines(&self, sequence: &'a SequenceFindings) -> Vec<String> {
        let shown = self.shown_orders(sequence);
        let more = sequence.orders.len() - shown.len();
        let line = |(rank, order): (usize, &OrderFindings)| {
            let args = [("order", rank.into()), ("instruments", self.arrows(&order.starts, true).into())];
            self.text("order-line", &args)
        };
        let more = (more > 0).then(|| self.text("orders-more", &[("orders", more.into())]));
        shown.into_iter().map(line).chain(more).collect()
    }

    fn constraints(&self, sequence: &SequenceFindings) -> Vec<String> {
        let name = |id: &Option<String>| Arg::from(id.as_ref().map_or_else(String::new, |id| self.instrument(id)));
        let line = |constraint: &standfast::timeline::findings::ConstraintFindings| {
            let reason = self.words(&constraint.reason).into();
            match constraint.not_before {
                Some(year) => {
                    let year = self.calendar(year).into();
                    let args = [("instrument", name(&constraint.instrument)), ("year", year), ("reason", reason)];
                    self.text("constraint-not-before", &args)
                }
                None => {
                    let args =
                        [("first", name(&constraint.first)), ("then", name(&constraint.then)), ("reason", reason)];
                    self.text("constraint-after", &args)
                }
            }
        };
        sequence.constraints.iter().map(line).collect()
    }
}

/// The band of the negative.
fn negated(band: &Band) -> Band {
    let Band { mean, p05, p10, p10_se, p25, p50, p75, p90, p90_se, p95, .. } = *band;
    Band {
        mean: -mean,
        p05: -p95,
        p10: -p90,
        p10_se: p90_se,
        p25: -p75,
        p50: -p50,
        p75: -p25,
        p90: -p10,
        p90_se: p10_se,
        p95: -p05,
        ..*band
    }
}
