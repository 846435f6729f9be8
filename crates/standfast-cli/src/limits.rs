//! `standfast limits`

use standfast_report::Catalogue;
use standfast_report::limits::page;

use crate::args::{LimitsArguments, LimitsFormat};
use crate::output::WIDTH;
use crate::{Done, output};

pub(crate) fn run(arguments: &LimitsArguments, catalogue: &Catalogue) -> Done {
    let markdown = arguments.format == LimitsFormat::Markdown;
    output::write(page(catalogue, usize::from(WIDTH), markdown), None)
}
