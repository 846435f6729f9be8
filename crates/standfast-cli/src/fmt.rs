//! `standfast fmt`

use std::path::Path;

use standfast::document::Toml;
use standfast_report::Catalogue;
use standfast_report::faults::visible;
use standfast_report::fmt::fmt;

use crate::Done;
use crate::args::FmtArguments;
use crate::input::{STANDARD_INPUT, display_name, file_or_input};
use crate::output::{Failure, all_faults, say, write};

pub(crate) fn run(arguments: &FmtArguments, catalogue: &Catalogue) -> Done {
    let (mut refused, mut differing) = (false, Vec::new());
    for file in &arguments.files {
        match lay_out(file, arguments.check, catalogue) {
            Ok(false) => {}
            Ok(true) => differing.push(display_name(file)),
            // One file that is not TOML keeps no other from being laid out.
            Err(Failure::Refused(faults)) => {
                say(&all_faults(catalogue, &faults));
                refused = true;
            }
            Err(failure) => return Err(failure),
        }
    }
    let about = |name: &&str| catalogue.text("fmt-differs", &[("name", visible(name).into())]) + "\n";
    if arguments.check && !differing.is_empty() {
        let help = catalogue.text("fmt-help", &[]) + "\n";
        write(differing.iter().map(about).chain([help]).collect::<String>(), None)?;
        return Err(Failure::Checked);
    }
    if refused { Err(Failure::Checked) } else { Ok(()) }
}

/// Lays a file out, unless that is only asked; whether its layout is another.
fn lay_out(file: &str, check: bool, catalogue: &Catalogue) -> Result<bool, Failure> {
    let name = display_name(file);
    let bytes = file_or_input(file)?;
    let toml = Toml::read(name, &bytes)?;
    let text = fmt(catalogue, toml);
    let differs = text != toml.text();
    if file == STANDARD_INPUT && !check {
        write(&text, None)?;
    } else if differs && !check {
        write(&text, Some(Path::new(file)))?;
        say(&catalogue.text("fmt-done", &[("name", visible(name).into())]));
    }
    Ok(differs)
}
