//! Figures, made once for every surface: a page, a document, a picture to pass on.
//!
//! Each is an SVG without scripts and without references to anything outside, with a title and a description for those
//! who cannot see it, the numbers as a table, and one sentence: what a reader should take from it. What is told by a
//! colour is told by a pattern or a word as well.

mod breach;
mod canvas;
mod checks;
mod dots;
mod fan;
mod frame;
mod frontier;
mod legend;
mod marks;
mod measure;
mod packages;
mod sensitivity;
mod signs;
mod theme;
mod timeline;
mod why;

use serde::Serialize;

pub(crate) use breach::CARDS;
pub use breach::breaches;
pub use checks::checks;
pub use dots::ten_dots;
pub use fan::hazard_fan;
pub use frontier::frontier;
pub use packages::compared;
pub use sensitivity::shares;
pub use signs::who_signs;
pub use theme::{Look, Theme, css};
pub use timeline::over_years;
pub use why::contributions;

use crate::catalogue::Catalogue;
use crate::figures::in_figures;
use crate::numbers::percent;
use crate::tables::Table;
use canvas::{Canvas, LABEL, MARGIN};

/// A figure with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Figure {
    /// Which figure it is, in the word that `standfast plot` has for it.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// What it shows and how, for those who cannot see it.
    pub description: String,
    /// What a reader should take from it.
    pub sentence: String,
    /// Its numbers.
    pub table: Table,
    /// The drawing.
    pub svg: String,
}

/// What a figure says beside its drawing.
struct Said {
    name: &'static str,
    title: String,
    description: String,
    sentence: String,
    table: Table,
}

/// A chance in whole percent; over many years, for which nobody can be so exact, about so many fives.
fn far(p: f64, years: usize) -> String {
    /// From here on.
    const FAR: usize = 40;
    let fives = 5.0 * (20.0 * p).round();
    if years < FAR || !(5.0..=95.0).contains(&fives) { percent(p) } else { format!("~{fives:.0}") }
}

/// Where a drawing begins below its title, which is drawn if it stands alone.
fn headed(canvas: &mut Canvas, title: &str) -> f64 {
    if !canvas.look.standalone {
        return MARGIN;
    }
    let kind = LABEL.size(16.0).bold();
    let room = canvas.width() - 2.0 * MARGIN;
    canvas.lines(MARGIN, MARGIN + 16.0, kind, title, room) - 4.0
}

/// The figure of a drawing that ends at y: with its sentence below, if it stands alone.
fn finished(catalogue: &Catalogue, mut canvas: Canvas, mut y: f64, said: Said) -> Figure {
    if canvas.look.standalone {
        let room = canvas.width() - 2.0 * MARGIN;
        y = canvas.lines(MARGIN, y + 22.0, LABEL.size(13.0), &said.sentence, room) - 13.0;
    }
    let in_language = |text: String| in_figures(catalogue.language, text);
    let title = in_language(said.title);
    let description = in_language(said.description);
    let Table { title: head, columns, rows, note } = said.table;
    let each = |texts: Vec<String>| texts.into_iter().map(in_language).collect::<Vec<_>>();
    Figure {
        svg: canvas.finished((y + MARGIN).ceil(), &title, &description),
        name: said.name,
        title,
        description,
        sentence: in_language(said.sentence),
        table: Table {
            title: in_language(head),
            columns: each(columns),
            rows: rows.into_iter().map(each).collect(),
            note: in_language(note),
        },
    }
}
