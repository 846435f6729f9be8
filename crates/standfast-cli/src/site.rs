//! `standfast site`

use std::fs;
use std::io;
use std::path::Path;

use standfast_report::Catalogue;
use standfast_report::faults::program;

use crate::args::SiteArguments;
use crate::output::Failure;
use crate::{Done, page};

pub(crate) fn run(arguments: &SiteArguments, catalogue: &Catalogue) -> Done {
    let files = page::files(catalogue)?;
    let folder = &arguments.folder;
    let shown = folder.display().to_string();
    let unwritten = |error: io::Error| {
        let args = [("path", shown.as_str().into()), ("reason", error.to_string().into())];
        Failure::Message(program(catalogue, "site-unwritten", &args))
    };
    // Whatever lies there is somebody's.
    let taken = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(unwritten(error)),
    };
    if taken {
        return Err(Failure::Message(program(catalogue, "site-not-empty", &[("path", shown.as_str().into())])));
    }
    for (name, bytes) in files {
        write(&folder.join(name), bytes).map_err(unwritten)?;
    }
    let args = [("path", shown.as_str().into()), ("files", files.len().into())];
    anstream::println!("{}", catalogue.text("site-written", &args));
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
