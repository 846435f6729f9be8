//! `standfast record`

use anyhow::Context as _;
use standfast::Record;
use standfast_report::Catalogue;
use standfast_report::figures::in_figures;
use standfast_report::record::{doubts, markdown, method, sentences, table};

use crate::args::{RecordArguments, RecordFormat};
use crate::output::{Failure, bullets, closing, draw, opening};
use crate::progress::Progress;
use crate::{Done, input, output};

pub(crate) fn run(arguments: &RecordArguments, catalogue: &Catalogue) -> Done {
    let case = input::case(&arguments.case, catalogue)?;
    let design = input::design(arguments.draws, arguments.seed, catalogue)?;
    input::threads(arguments.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let record = standfast::record(&case, design, &progress);
    progress.finish();
    let record = record.map_err(|_| Failure::Cancelled)?;
    let text = match arguments.format {
        RecordFormat::Table => in_figures(catalogue.language, page(catalogue, &record)),
        RecordFormat::Json => output::json(&record)?,
        RecordFormat::Csv => csv(&record).context("cannot write CSV").map_err(Failure::Unwritten)?,
        RecordFormat::Markdown => in_figures(catalogue.language, markdown(catalogue, &record)),
    };
    output::write(&text, arguments.output.as_deref())?;
    if record.converged() {
        return Ok(());
    }
    Err(Failure::NotConverged(catalogue.text("record-not-converged", &[])))
}

fn page(catalogue: &Catalogue, record: &Record) -> String {
    let mut text = opening(catalogue, &record.case);
    if !record.checks.is_empty() {
        text.push_str(&draw(&table(catalogue, record)));
    }
    text.push_str(&bullets(&sentences(catalogue, record)));
    text + &closing(catalogue, &doubts(catalogue, record), &[method(catalogue, record)])
}

/// One row for each check, with everything that is needed to make it again.
fn csv(record: &Record) -> anyhow::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "case",
        "digest",
        "engine",
        "seed",
        "draws",
        "check",
        "quantity",
        "scale",
        "actor",
        "from",
        "to",
        "package",
        "under",
        "against",
        "against_under",
        "low",
        "high",
        "statistic",
        "value",
        "value_se",
        "mean",
        "mean_se",
        "p10",
        "p50",
        "p90",
        "verdict",
        "use",
        "undefined_draws",
        "unconverged_draws",
    ])?;
    let number = |x: f64| if x.is_nan() { String::new() } else { x.to_string() };
    let optional = |x: Option<f64>| x.map_or_else(String::new, number);
    for check in &record.checks {
        let (from, to) =
            check.question.years.map_or_else(Default::default, |(from, to)| (from.to_string(), to.to_string()));
        let (package, under) = match &check.question.against {
            Some(game) => (game.package.clone(), game.under.join("+")),
            None => Default::default(),
        };
        writer.write_record([
            record.case.id.clone(),
            record.case.digest.clone(),
            record.method.engine.to_owned(),
            record.method.seed.map_or_else(String::new, |seed| seed.to_string()),
            record.method.draws.to_string(),
            check.id.clone(),
            check.question.quantity.to_owned(),
            check.question.scale.word().to_owned(),
            check.question.actor.clone().unwrap_or_default(),
            from,
            to,
            check.question.game.package.clone(),
            check.question.game.under.join("+"),
            package,
            under,
            number(check.target.low),
            number(check.target.high),
            check.statistic.to_owned(),
            number(check.value),
            optional(check.value_se),
            number(check.found.mean),
            optional(check.found.mean_se),
            number(check.found.p10),
            number(check.found.p50),
            number(check.found.p90),
            check.verdict.word().to_owned(),
            check.purpose.to_owned(),
            check.undefined_draws.to_string(),
            check.unconverged_draws.to_string(),
        ])?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}
