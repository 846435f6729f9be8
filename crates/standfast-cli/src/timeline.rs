//! `standfast timeline`

use standfast::ensemble::Band;
use standfast::model::Scenario;
use standfast::model::instrument::InstrumentSet;
use standfast::timeline::findings::{StartFindings, TimelineYear};
use standfast::{Selection, Timeline, TimelineFindings};
use standfast_report::Catalogue;
use standfast_report::faults::program;
use standfast_report::timeline::Timeline as InWords;

use crate::args::TimelineArguments;
use crate::output::{Failure, bullets, closing, draw, opening, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Kind, Tidy, band, mean};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &TimelineArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let package = input::package(&arguments.package, &case.scenario)?;
    let study = Timeline {
        moved: moved(&arguments.moved, &package, &case.scenario, catalogue)?,
        step: arguments.step.into(),
        most_orders: arguments.orders.into(),
        design: input::design(arguments.draws, arguments.seed, catalogue)?,
        years: input::years(&arguments.years, &case, catalogue)?,
        ..Timeline::of(&case, package)
    };
    input::threads(arguments.printed.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let findings = study.run(&progress);
    progress.finish();
    let findings = findings.map_err(|_| Failure::Cancelled)?;
    output::findings(catalogue, &findings, &arguments.printed, || page(catalogue, &findings), || tidy(&findings))
}

/// The instruments that begin one after the other; without any that are named, all of the package.
fn moved(
    arguments: &[String],
    package: &Selection,
    scenario: &Scenario,
    catalogue: &Catalogue,
) -> Result<InstrumentSet, Failure> {
    if arguments.is_empty() {
        return Ok(package.set);
    }
    let found = standfast::selection::instruments(scenario, &arguments.join("+"));
    let found = found.map_err(|refused| standfast::Refused { name: "--move".to_owned(), ..refused })?;
    let outside = scenario.ids(found.minus(package.set)).join("+");
    if outside.is_empty() {
        return Ok(found);
    }
    let args = [("given", outside.into()), ("known", scenario.ids(package.set).join("+").into())];
    Err(Failure::Message(program(catalogue, "timeline-not-held", &args)))
}

fn page(catalogue: &Catalogue, findings: &TimelineFindings) -> String {
    let words = InWords::new(catalogue, findings);
    let mut text = opening(catalogue, &findings.case);
    text.push_str(&bullets(&words.sentences()));
    text.push('\n');
    words.tables().iter().for_each(|table| text.push_str(&draw(table)));
    for (heading, lines) in words.lists() {
        text.push_str(&format!("{}\n", catalogue.text(heading, &[])));
        lines.iter().for_each(|line| text.push_str(&wrap(line, "   ")));
        text.push('\n');
    }
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&catalogue.text("how-to-read", &[]), ""));
    text + &closing(catalogue, &words.doubts(), &words.method())
}

/// What a row is about, besides what every row says.
#[derive(Clone, Copy, Default)]
struct Row<'a> {
    part: &'static str,
    quantity: &'static str,
    actor: Option<&'a str>,
    years: Option<usize>,
    from: Option<usize>,
    to: Option<usize>,
    instrument: Option<&'a str>,
    rank: Option<usize>,
    order: Option<&'a str>,
}

/// The rows of each part: the years, the stretches between dates, the instruments, the package, the orders.
fn tidy(findings: &TimelineFindings) -> Tidy {
    let own = [
        ("part", Kind::Text),
        ("from", Kind::Count),
        ("to", Kind::Count),
        ("instrument", Kind::Text),
        ("rank", Kind::Count),
        ("order", Kind::Text),
    ];
    let mut tidy = Tidy::new(&findings.case, &findings.method, ABOUT.into_iter().chain(own).chain(BAND));
    let residual = findings.equilibria.residual;
    let mut add = |row: Row<'_>, residual: f64, band: [Cell; 11]| {
        let cells: [Cell; 11] = [
            residual.into(),
            findings.package.as_str().into(),
            row.quantity.into(),
            row.actor.into(),
            row.years.into(),
            row.part.into(),
            row.from.into(),
            row.to.into(),
            row.instrument.into(),
            row.rank.into(),
            row.order.into(),
        ];
        tidy.add(cells.into_iter().chain(band));
    };
    for year in &findings.series {
        for (row, found) in year_rows(year) {
            add(row, residual, band(found));
        }
    }
    for spell in &findings.spells {
        let row = Row { part: "spell", from: Some(spell.from), to: Some(spell.to), ..Row::default() };
        let each = [
            ("war_hazard", Some(&spell.hazard)),
            ("war_hazard_nothing", Some(&spell.hazard_nothing)),
            ("hazard_ratio", spell.ratio.as_ref()),
            ("war", Some(&spell.war)),
        ];
        for (quantity, found) in each.into_iter().filter_map(|(quantity, found)| Some((quantity, found?))) {
            add(Row { quantity, ..row }, residual, band(found));
        }
    }
    let headline = Some(findings.headline_years);
    for each in &findings.instruments {
        let row = Row { part: "instrument", instrument: Some(&each.named.id), years: headline, ..Row::default() };
        add(Row { quantity: "brings", ..row }, residual, band(&each.brings));
        add(Row { quantity: "later", ..row }, residual, band(&each.later));
        if let Some(pending) = &each.pending {
            add(Row { quantity: "price", ..row }, residual, band(&pending.price));
            let row = Row { years: Some(pending.within), ..row };
            add(Row { quantity: "war", ..row }, residual, band(&pending.war));
            add(Row { quantity: "price_in_window", ..row }, residual, band(&pending.price_in_window));
            add(Row { quantity: "announcing", ..row }, residual, band(&pending.announcing));
        }
    }
    let package = Row { part: "package", ..Row::default() };
    for within in &findings.war {
        add(Row { quantity: "war", years: Some(within.years), ..package }, residual, band(&within.band));
    }
    if let Some(waiting) = &findings.waiting {
        add(Row { quantity: "waiting", years: headline, ..package }, residual, band(waiting));
    }
    if let Some(window) = &findings.window {
        add(Row { quantity: "foreseen", years: Some(window.within), ..package }, residual, band(&window.cost));
    }
    if let Some(unbound) = findings.sequence.as_ref().and_then(|sequence| sequence.unbound.as_ref()) {
        let order = name(&unbound.starts);
        let row = Row { quantity: "constraints", order: Some(&order), years: headline, ..package };
        add(row, residual, band(&unbound.cost));
    }
    let orders = findings.sequence.iter().flat_map(|sequence| &sequence.orders).enumerate();
    for (i, order) in orders {
        let name = name(&order.starts);
        let row = Row { part: "order", rank: Some(i + 1), order: Some(&name), years: headline, ..Row::default() };
        let residual = order.equilibria.residual;
        for within in &order.war {
            add(Row { quantity: "war", years: Some(within.years), ..row }, residual, band(&within.band));
        }
        add(Row { quantity: "above_best", ..row }, residual, band(&order.above_best));
        add(Row { quantity: "above_at_once", ..row }, residual, band(&order.above_at_once));
        add(Row { quantity: "beaten_in", ..row }, residual, mean(order.beaten_in, None));
        add(Row { quantity: "best_in", ..row }, residual, mean(order.best_in, None));
    }
    tidy
}

fn year_rows(year: &TimelineYear) -> Vec<(Row<'_>, &Band)> {
    let row = Row { part: "year", years: Some(year.within), ..Row::default() };
    let mut rows = vec![
        (Row { quantity: "war_hazard", ..row }, Some(&year.hazard)),
        (Row { quantity: "war_hazard_nothing", ..row }, Some(&year.hazard_nothing)),
        (Row { quantity: "hazard_ratio", ..row }, year.ratio.as_ref()),
        (Row { quantity: "war", ..row }, Some(&year.war)),
        (Row { quantity: "war_nothing", ..row }, Some(&year.war_nothing)),
        (Row { quantity: "nobody_fights", ..row }, year.nobody_fights.as_ref()),
    ];
    for will in &year.responses {
        let row = Row { actor: Some(&will.guarantor), ..row };
        rows.push((Row { quantity: "fights", ..row }, will.fights.as_ref()));
        rows.push((Row { quantity: "supplies", ..row }, will.supplies.as_ref()));
    }
    rows.into_iter().filter_map(|(row, band)| Some((row, band?))).collect()
}

/// An order as `a@0+b@1`: each instrument with the year in which it begins.
fn name(starts: &[StartFindings]) -> String {
    let each = starts.iter().map(|start| format!("{}@{}", start.instrument, start.begins));
    each.collect::<Vec<_>>().join("+")
}
