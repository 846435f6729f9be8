//! `standfast explain`

use anyhow::Context as _;
use standfast_report::Catalogue;
use standfast_report::explain::{Page, explain, layout, primitives};

use crate::args::{ExplainArguments, ExplainFormat};
use crate::output::{Failure, WIDTH};
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
        ExplainFormat::Text => layout::text(catalogue, &pages, usize::from(WIDTH)),
        ExplainFormat::Markdown if arguments.primitives => layout::primitives(catalogue),
        ExplainFormat::Markdown => layout::markdown(&pages, 1),
        ExplainFormat::Json => json(&pages)?,
    };
    output::write(&text, None)
}

fn json(pages: &[Page]) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(pages).context("cannot write JSON").map_err(Failure::Unwritten)?;
    Ok(text + "\n")
}
