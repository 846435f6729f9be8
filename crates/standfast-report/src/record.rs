//! A case held against the record, as a table, in sentences, and as a page's section.

use standfast::Record;
use standfast::questions::Scale;
use standfast::record::{CheckFindings, Verdict};

use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{end, measure};
use crate::sentences::in_language;
use crate::tables::Table;

/// All checks, a row each, under their ids.
pub fn table(catalogue: &Catalogue, record: &Record) -> Table {
    let heads = ["column-check", "column-check-years", "column-target", "column-found", "column-verdict", "column-use"];
    Table {
        title: catalogue.text("table-record", &[]),
        columns: heads.iter().map(|id| catalogue.text(id, &[])).collect(),
        rows: record.checks.iter().map(|check| row(catalogue, check, check.id.clone())).collect(),
        note: catalogue.text("note-record", &[]),
    }
}

/// What the record comes to: how many checks hold, and each that does not.
pub fn sentences(catalogue: &Catalogue, record: &Record) -> Vec<String> {
    std::iter::once(summary(catalogue, record)).chain(failing(catalogue, record)).collect()
}

/// The checks that do not hold, a sentence each.
fn failing(catalogue: &Catalogue, record: &Record) -> impl Iterator<Item = String> {
    record.checks.iter().filter(|check| check.verdict != Verdict::Holds).map(move |check| {
        let id = if check.verdict == Verdict::Undefined { "record-undefined" } else { "record-fails" };
        let args: [(&str, Arg); 5] = [
            ("check", check.id.as_str().into()),
            ("says", in_language(catalogue, &check.says).into()),
            ("target", target(catalogue, check).into()),
            ("found", found(catalogue, check).into()),
            ("reason", in_language(catalogue, &check.reason).into()),
        ];
        catalogue.text(id, &args)
    })
}

/// The reasons to doubt the verdicts, a sentence each.
pub fn doubts(catalogue: &Catalogue, record: &Record) -> Vec<String> {
    let mut doubts = Vec::new();
    let close: Vec<&str> =
        record.checks.iter().filter(|check| check.is_close()).map(|check| check.id.as_str()).collect();
    if !close.is_empty() {
        doubts
            .push(catalogue.text("doubt-close", &[("count", close.len().into()), ("checks", close.join(", ").into())]));
    }
    for check in &record.checks {
        let counts = [("doubt-check-unconverged", check.unconverged_draws), ("doubt-undefined", check.undefined_draws)];
        for (id, draws) in counts.into_iter().filter(|(_, draws)| *draws > 0) {
            let alone = check.found_converged_only.map_or(f64::NAN, |found| found.p50);
            let args: [(&str, Arg); 3] = [
                ("check", check.id.as_str().into()),
                ("draws", draws.into()),
                ("alone", measure(alone, check.question.scale).into()),
            ];
            doubts.push(catalogue.text(id, &args));
        }
    }
    doubts
}

/// How the numbers were made.
pub fn method(catalogue: &Catalogue, record: &Record) -> String {
    crate::sentences::method_line(catalogue, &record.method)
}

/// The record as a section of a Markdown page: the summary, the table with what each check says, the
/// checks that fail, and the doubts.
pub fn markdown(catalogue: &Catalogue, record: &Record) -> String {
    let Table { columns, note, .. } = table(catalogue, record);
    let rows = record.checks.iter().map(|check| {
        let says = in_language(catalogue, &check.says);
        row(catalogue, check, format!("`{}`: {says}", check.id))
    });
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = format!("{}\n\n", summary(catalogue, record));
    if record.checks.is_empty() {
        return text;
    }
    text.push_str(&line(&columns));
    text.push_str(&format!("|{}\n", "---|".repeat(columns.len())));
    rows.for_each(|cells| text.push_str(&line(&cells)));
    text.push_str(&format!("\n{note} {}\n\n", method(catalogue, record)));
    let points = failing(catalogue, record).chain(doubts(catalogue, record));
    points.for_each(|point| text.push_str(&format!("- {point}\n")));
    text
}

fn row(catalogue: &Catalogue, check: &CheckFindings, name: String) -> Vec<String> {
    let verdict = format!("verdict-{}", check.verdict.word());
    let purpose = if check.is_held_out() { "use-held-out" } else { "use-tuning" };
    let years = check.question.years.map_or_else(String::new, years);
    vec![
        name,
        years,
        target(catalogue, check),
        found(catalogue, check),
        catalogue.text(&verdict, &[]),
        catalogue.text(purpose, &[]),
    ]
}

pub(crate) fn summary(catalogue: &Catalogue, record: &Record) -> String {
    let ((holding, all), (held_out, of_held_out)) = (record.holding(), record.held_out_holding());
    if all == 0 {
        return catalogue.text("record-empty", &[]);
    }
    let args: [(&str, Arg); 4] = [
        ("holding", holding.into()),
        ("checks", all.into()),
        ("held", of_held_out.into()),
        ("heldholding", held_out.into()),
    ];
    catalogue.text("record-summary", &args)
}

pub(crate) fn target(catalogue: &Catalogue, check: &CheckFindings) -> String {
    target_between(catalogue, [check.target.low, check.target.high], check.question.scale)
}

/// Where the value of a check has to lie: `4 to 20 %`, `× 0.4 to 0.98`.
pub(crate) fn target_between(catalogue: &Catalogue, ends: [f64; 2], scale: Scale) -> String {
    let [low, high] = ends.map(|value| end(value, scale));
    catalogue.text("cell-target", &[("low", low.into()), ("high", high.into()), ("scale", scale.word().into())])
}

/// A window of years, from the first to before the second.
pub(crate) fn years((from, to): (usize, usize)) -> String {
    format!("{from}–{to}")
}

/// The value that is held against the target, and the middle 80 % of the draws; a share of draws has
/// no such middle.
pub(crate) fn found(catalogue: &Catalogue, check: &CheckFindings) -> String {
    let value = measure(check.value, check.question.scale);
    if check.is_share() {
        return value;
    }
    let [low, high] = [check.found.p10, check.found.p90].map(|value| measure(value, check.question.scale));
    catalogue.text("cell-found", &[("value", value.into()), ("low", low.into()), ("high", high.into())])
}
