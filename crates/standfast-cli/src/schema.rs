//! `standfast schema`

use anyhow::Context as _;
use standfast_report::Catalogue;
use standfast_report::schema::schema;

use crate::args::SchemaArguments;
use crate::output::Failure;
use crate::{Done, output};

pub(crate) fn run(arguments: &SchemaArguments, catalogue: &Catalogue) -> Done {
    let text = serde_json::to_string_pretty(&schema(catalogue)).context("cannot write JSON");
    let text = text.map_err(Failure::Unwritten)? + "\n";
    output::write(&text, arguments.output.as_deref())
}
