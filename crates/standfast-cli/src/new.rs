//! `standfast new`

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use standfast::model::scenario::is_id;
use standfast::template::new_case;
use standfast_report::Catalogue;
use standfast_report::faults::{program, visible};

use crate::Done;
use crate::args::NewArguments;
use crate::output::{Failure, typed, wrap, write};

pub(crate) fn run(arguments: &NewArguments, catalogue: &Catalogue) -> Done {
    let failure = |id: &str, args: &[_]| Failure::Message(program(catalogue, id, args));
    let Some((path, id)) = place(&arguments.name) else {
        return Err(failure("new-bad-name", &[("name", visible(&arguments.name).into())]));
    };
    let shown = visible(&path.display().to_string());
    create(&path, &new_case(&id)).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => failure("new-exists", &[("path", shown.as_str().into())]),
        _ => failure("new-unwritten", &[("path", shown.as_str().into()), ("reason", error.to_string().into())]),
    })?;
    let done = catalogue.text("new-done", &[("path", shown.as_str().into())]);
    let next =
        ["check", "assess"].map(|command| format!("  standfast {command} {}\n", typed(&path.display().to_string())));
    write(format!("{}{}", wrap(&done, ""), next.concat()), None)
}

/// The file that a name stands for, and the id of the case in it.
fn place(name: &str) -> Option<(PathBuf, String)> {
    let name = Path::new(name.strip_suffix(".toml").unwrap_or(name));
    let id = name.file_name()?.to_str().filter(|id| is_id(id))?;
    Some((name.with_file_name(format!("{id}.toml")), id.to_owned()))
}

/// Writes a file that was not there before.
fn create(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes()).inspect_err(|_| {
        // Best effort: the original error is what matters.
        let _ = std::fs::remove_file(path);
    })
}
