//! Studies that are kept in a file, and go on from it.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use standfast::checkpoint::{Refusal, Resumed};
use standfast::kept::Ended;
use standfast_report::Catalogue;
use standfast_report::faults::{program, visible};
use standfast_report::packages::differences;

use crate::Done;
use crate::output::{Failure, say};

/// How a study ended that was not finished, in words.
pub(crate) fn failure(ended: Ended, kept: Option<&Path>, catalogue: &Catalogue) -> Failure {
    match (ended, kept) {
        (Ended::Cancelled(_), None) => Failure::Cancelled,
        (Ended::Cancelled(_), Some(path)) => {
            Failure::Kept(catalogue.text("cancelled-kept", &[("file", name(path).into())]))
        }
        (Ended::Unwritten(error), _) => {
            let path = kept.map(name).unwrap_or_default();
            Failure::Unwritten(anyhow::Error::from(error).context(format!("cannot write {path}")))
        }
    }
}

fn name(path: &Path) -> String {
    visible(&path.display().to_string())
}

/// Goes on from a checkpoint, or begins one, by what takes its file; says on standard error what it has.
pub(crate) fn resume(
    path: &Path,
    output: Option<&Path>,
    catalogue: &Catalogue,
    take: impl FnOnce(File) -> Result<Resumed, Refusal>,
) -> Done {
    let failure = |id: &str, more: Vec<(&str, standfast_report::catalogue::Arg)>| {
        let args: Vec<_> = std::iter::once(("file", name(path).into())).chain(more).collect();
        Failure::Message(program(catalogue, id, &args))
    };
    let unreadable =
        |error: std::io::Error| failure("checkpoint-unreadable", vec![("reason", error.to_string().into())]);
    if output.is_some_and(|output| same(output, path)) {
        return Err(failure("checkpoint-output", Vec::new()));
    }
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(unreadable)?;
    lock(&file).map_err(|error| error.map_or_else(|| failure("checkpoint-locked", Vec::new()), unreadable))?;
    let Resumed { blocks, of, cut } = take(file).map_err(|refusal| match refusal {
        Refusal::Foreign => failure("checkpoint-foreign", Vec::new()),
        Refusal::OtherVersion => failure("checkpoint-version", Vec::new()),
        Refusal::OtherSweep(others) => {
            failure("checkpoint-other", vec![("differences", differences(catalogue, &others).into())])
        }
        Refusal::Unreadable(error) => unreadable(error),
    })?;
    let file = || ("file", name(path).into());
    if cut > 0 {
        let bytes = usize::try_from(cut).unwrap_or(usize::MAX);
        let warning = catalogue.text("resumed-cut", &[file(), ("bytes", bytes.into())]);
        say(&format!("{}: {warning}", catalogue.text("severity-warning", &[])));
    }
    if blocks > 0 {
        say(&catalogue.text("resumed", &[file(), ("blocks", blocks.into()), ("of", of.into())]));
    }
    Ok(())
}

/// Whether two paths name one file, or would.
fn same(one: &Path, other: &Path) -> bool {
    one == other || one.canonicalize().ok().zip(other.canonicalize().ok()).is_some_and(|(one, other)| one == other)
}

/// Two runs that write one file would spoil it. Where files cannot be locked, nothing is said.
fn lock(file: &File) -> Result<(), Option<std::io::Error>> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(None),
        Err(TryLockError::Error(error)) if error.kind() == std::io::ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(Some(error)),
    }
}
