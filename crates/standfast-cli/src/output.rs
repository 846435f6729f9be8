//! What the program prints, and what it says when it fails.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use standfast::provenance::CaseFindings;
use standfast::{Case, Refused};
use standfast_report::excerpts::excerpts;
use standfast_report::faults::{Message, count, program, visible};
use standfast_report::figures::in_figures;
use standfast_report::sentences::{in_language, under};
use standfast_report::{Catalogue, Table};

use crate::args::{Format, Printed};
use crate::tidy::Tidy;

/// The widest that tables get.
pub(crate) const WIDTH: u16 = 100;

const STYLE: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// Why a command did not succeed.
pub(crate) enum Failure {
    /// Scenarios or choices have faults.
    Refused(Vec<Refused>),
    /// Faults were found and printed, as the command was asked to.
    Checked,
    /// Two cases differ, which was printed, and is to be told by the exit code.
    Differ,
    /// Something else is wrong with what was asked for.
    Message(Message),
    /// The result was printed, but something in it has not converged.
    NotConverged(String),
    /// The user ended it.
    Cancelled,
    /// The user ended it, and what is done is kept.
    Kept(String),
    /// The result could not be written.
    Unwritten(anyhow::Error),
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Failure {
        Failure::Refused(vec![refused])
    }
}

/// Says why a command failed, on standard error, and with what code to exit.
pub(crate) fn report(catalogue: &Catalogue, failure: Failure) -> ExitCode {
    let (text, code) = match failure {
        Failure::Refused(refused) => (all_faults(catalogue, &refused), 1),
        Failure::Checked => return ExitCode::from(1),
        Failure::Differ => return ExitCode::from(4),
        Failure::Message(Message { title, help }) => {
            let mut text = format!("{}: {title}", catalogue.text("severity-error", &[]));
            if let Some(help) = help {
                text.push_str(&format!("\n  {}: {help}", catalogue.text("hint-help", &[])));
            }
            (text, 1)
        }
        Failure::NotConverged(text) => (text, 3),
        Failure::Cancelled => (catalogue.text("cancelled", &[]), 130),
        Failure::Kept(text) => (text, 130),
        Failure::Unwritten(error) => (format!("{error:#}"), 1),
    };
    say(&text);
    ExitCode::from(code)
}

/// All that is wrong with texts, and with the bibliographies beside them.
pub(crate) fn all_faults(catalogue: &Catalogue, refused: &[Refused]) -> String {
    let mut shown = String::new();
    let each = refused.iter().flat_map(|one| std::iter::once(one).chain(one.beside.as_deref()));
    for Refused { name, text, diagnostics, .. } in each {
        shown.push_str(&excerpts(catalogue, name, text, diagnostics, true));
        if diagnostics.len() > 1 {
            shown.push_str(&format!("{}\n\n", count(catalogue, name, diagnostics)));
        }
    }
    shown.trim_end().to_owned()
}

/// An argument as it is typed into a shell.
pub(crate) fn typed(argument: &str) -> String {
    // Only a zero byte cannot be typed, and no argument has one.
    shlex::try_quote(argument).map_or_else(|_| visible(argument), |quoted| visible(&quoted))
}

/// Says on standard error if a case has warnings, or a bibliography that cannot be used, and how to
/// see them.
pub(crate) fn note_warnings(catalogue: &Catalogue, argument: &str, case: &Case) {
    let argument = if argument == "-" { "FILE".to_owned() } else { typed(argument) };
    let note = |id: &str, name: &str, count: usize| {
        let args = [("name", visible(name).into()), ("argument", argument.as_str().into()), ("warnings", count.into())];
        let severity = catalogue.text("severity-warning", &[]);
        say(&format!("{severity}: {}", catalogue.text(id, &args)));
    };
    if !case.warnings.is_empty() {
        note("warnings-note", &case.name, case.warnings.len());
    }
    match &case.references {
        Some(Err(references)) => note("references-note", &references.name, 0),
        Some(Ok(references)) if !references.warnings.is_empty() => {
            note("warnings-note", &references.name, references.warnings.len());
        }
        _ => {}
    }
}

/// Writes to standard error; colours reach only a terminal that wants them.
pub(crate) fn say(text: &str) {
    // If standard error is gone there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// Writes a result, in one piece, to a file or to standard output.
///
/// A file is written beside its place and renamed, so that it is there whole or not at all.
pub(crate) fn write(text: impl AsRef<[u8]>, file: Option<&Path>) -> Result<(), Failure> {
    match file {
        Some(path) => write_file(text.as_ref(), path).map_err(Failure::Unwritten),
        None => write_to(io::stdout().lock(), text.as_ref()),
    }
}

/// Writes findings in the format that was asked for, each of which is made only then.
pub(crate) fn findings(
    catalogue: &Catalogue,
    findings: &impl serde::Serialize,
    printed: &Printed,
    table: impl FnOnce() -> String,
    tidy: impl FnOnce() -> Tidy,
) -> Result<(), Failure> {
    let file = printed.output.as_deref();
    match printed.format {
        Format::Table => write(in_figures(catalogue.language, table()), file),
        Format::Json => write(json(findings)?, file),
        Format::Csv => write(tidy().csv().map_err(Failure::Unwritten)?, file),
        Format::Parquet if file.is_none() && io::stdout().is_terminal() => {
            Err(Failure::Message(program(catalogue, "parquet-terminal", &[])))
        }
        Format::Parquet => write(tidy().parquet().map_err(Failure::Unwritten)?, file),
    }
}

/// Writes a text with colours to standard output, which get through only to a terminal that wants
/// them.
pub(crate) fn write_coloured(text: &str) -> Result<(), Failure> {
    write_to(anstream::stdout().lock(), text.as_bytes())
}

fn write_to(mut stream: impl Write, bytes: &[u8]) -> Result<(), Failure> {
    match stream.write_all(bytes).and_then(|()| stream.flush()) {
        // Whoever reads (`| head`) has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| Failure::Unwritten(error.into())),
    }
}

fn write_file(bytes: &[u8], path: &Path) -> anyhow::Result<()> {
    use anyhow::Context as _;
    // A file that is there keeps its place, also behind a link, and its permissions.
    let there = path.canonicalize().ok();
    let path = there.as_deref().unwrap_or(path);
    let name = path.file_name().with_context(|| format!("{} is no file name", path.display()))?;
    let mut partial = name.to_owned();
    partial.push(format!(".{}.partial", std::process::id()));
    let partial = path.with_file_name(partial);
    let permissions = fs::metadata(path).ok().map(|metadata| metadata.permissions());
    let written = match permissions {
        Some(permissions) if permissions.readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        permissions => fs::write(&partial, bytes)
            .and_then(|()| permissions.map_or(Ok(()), |permissions| fs::set_permissions(&partial, permissions)))
            .and_then(|()| fs::rename(&partial, path)),
    };
    if written.is_err() {
        // Best effort: the original error is what matters.
        let _ = fs::remove_file(&partial);
    }
    written.with_context(|| format!("cannot write {}", path.display()))
}

/// How findings begin: what they are about, and under which stresses.
pub(crate) fn opening(catalogue: &Catalogue, case: &CaseFindings) -> String {
    let mut text = format!("\n{}\n", wrap(&in_language(catalogue, &case.title), ""));
    under(catalogue, case).iter().for_each(|line| text.push_str(&wrap(line, "")));
    text
}

/// A table as text; one that is too wide goes on below, its first column repeated.
pub(crate) fn draw(table: &Table) -> String {
    let mut text = format!("{}\n", table.title);
    for columns in fitting(table) {
        text.push_str(&format!("{}\n", draw_columns(table, &columns)));
    }
    if !table.note.is_empty() {
        text.push_str(&wrap(&table.note, ""));
    }
    text.push('\n');
    text
}

/// Space between columns: the table leaves a place for a line that its style does not draw.
const GAP: usize = 1;

/// A cell or a name that is longer is broken between words.
const LONG: usize = 56;

/// The width that a column needs: a head can be broken between words, a cell or a name only if it is long.
fn needed(table: &Table, column: usize) -> usize {
    let width = |text: &str| text.chars().count();
    let longest_word = |text: &str| text.split_whitespace().map(width).max().unwrap_or(0);
    let whole = |text: &str| if width(text) > LONG { LONG } else { width(text) };
    let cells = table.rows.iter().map(|row| whole(&row[column]));
    let head = &table.columns[column];
    cells.chain([if column == 0 { width(head) } else { longest_word(head) }]).max().unwrap_or(0) + GAP
}

/// The columns after the first, in groups that fit beside it.
fn fitting(table: &Table) -> Vec<Vec<usize>> {
    let room = usize::from(WIDTH).saturating_sub(needed(table, 0));
    let (mut groups, mut group, mut left) = (Vec::new(), Vec::new(), room);
    for column in 1..table.columns.len() {
        let needed = needed(table, column);
        if needed > left && !group.is_empty() {
            groups.push(std::mem::take(&mut group));
            left = room;
        }
        left = left.saturating_sub(needed);
        group.push(column);
    }
    groups.push(group);
    groups
}

fn draw_columns(table: &Table, columns: &[usize]) -> comfy_table::Table {
    let cells = |row: &[String]| -> Vec<String> {
        std::iter::once(0).chain(columns.iter().copied()).map(|column| row[column].clone()).collect()
    };
    let mut drawn = comfy_table::Table::new();
    drawn
        .load_style(STYLE)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(WIDTH)
        .set_header(cells(&table.columns));
    for row in &table.rows {
        drawn.add_row(cells(row));
    }
    for (i, column) in drawn.column_iter_mut().enumerate() {
        let from = if i == 0 { 0 } else { columns[i - 1] };
        let least = u16::try_from(needed(table, from) - GAP).unwrap_or(WIDTH);
        column.set_padding((0, 0)).set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
        if i > 0 {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    drawn
}

/// Text broken into lines of the table's width, later lines indented.
pub(crate) fn wrap(text: &str, indent: &str) -> String {
    let mut lines = standfast_report::wrap::lines(text, usize::from(WIDTH) - indent.chars().count());
    lines.iter_mut().skip(1).for_each(|line| line.insert_str(0, indent));
    lines.join("\n") + "\n"
}

/// Sentences as a list.
pub(crate) fn bullets(sentences: &[String]) -> String {
    sentences.iter().map(|sentence| wrap(&format!("• {sentence}"), "  ")).collect()
}

/// What pages of findings end with: the reasons to doubt them, and how they were made.
pub(crate) fn closing(catalogue: &Catalogue, doubts: &[String], method: &[String]) -> String {
    let mut text = String::new();
    if !doubts.is_empty() {
        text.push_str(&format!("\n{}\n{}", catalogue.text("doubt-heading", &[]), bullets(doubts)));
    }
    text.push('\n');
    method.iter().for_each(|line| text.push_str(&wrap(line, "")));
    text
}

/// A result for programs.
pub(crate) fn json(result: &impl serde::Serialize) -> Result<String, Failure> {
    use anyhow::Context as _;
    let text = serde_json::to_string_pretty(result).context("cannot write JSON").map_err(Failure::Unwritten)?;
    Ok(text + "\n")
}

/// Whether progress can be shown.
pub(crate) fn stderr_is_terminal() -> bool {
    io::stderr().is_terminal()
}
