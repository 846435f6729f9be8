//! `standfast diff`

use standfast::{Case, differences};
use standfast_report::Catalogue;
use standfast_report::difference::{page, told};
use standfast_report::explain::layout;
use standfast_report::faults::program;

use crate::args::{DiffArguments, PageFormat};
use crate::output::{Failure, WIDTH};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &DiffArguments, catalogue: &Catalogue) -> Done {
    let [before, after] = cases([&arguments.before, &arguments.after], catalogue)?;
    let differences = differences(&before, &after);
    let text = match arguments.format {
        PageFormat::Text => layout::text(catalogue, &[page(catalogue, &differences)], usize::from(WIDTH)),
        PageFormat::Markdown => layout::markdown(&[page(catalogue, &differences)], 1),
        PageFormat::Json => output::json(&told(catalogue, &differences))?,
    };
    output::write(&text, None)?;
    if arguments.exit_code && !differences.list.is_empty() { Err(Failure::Differ) } else { Ok(()) }
}

/// Both cases, or all that is wrong with either.
fn cases(arguments: [&str; 2], catalogue: &Catalogue) -> Result<[Case; 2], Failure> {
    if arguments == ["-", "-"] {
        return Err(Failure::Message(program(catalogue, "standard-input-twice", &[])));
    }
    match arguments.map(input::any_case) {
        [Ok(before), Ok(after)] => Ok([before, after]),
        cases => Err(Failure::Refused(cases.into_iter().filter_map(Result::err).collect())),
    }
}
