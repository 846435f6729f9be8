//! `standfast explain`

use standfast_report::Catalogue;
use standfast_report::explain::{explain, layout, primitives};

use crate::args::{ExplainArguments, PageFormat};
use crate::output::WIDTH;
use crate::{Done, input, output};

pub(crate) fn run(arguments: &ExplainArguments, catalogue: &Catalogue) -> Done {
    let pages = match &arguments.name {
        Some(name) => {
            let case = input::any_case(&arguments.case)?;
            explain(catalogue, &case, name)?
        }
        None => primitives(catalogue).into_iter().flat_map(|(_, pages)| pages).collect(),
    };
    let text = match arguments.format {
        PageFormat::Text => layout::text(catalogue, &pages, usize::from(WIDTH)),
        PageFormat::Markdown if arguments.primitives => layout::primitives(catalogue),
        PageFormat::Markdown => layout::markdown(&pages, 1),
        PageFormat::Json => output::json(&pages)?,
    };
    output::write(&text, None)
}
