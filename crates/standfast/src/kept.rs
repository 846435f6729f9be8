//! A sweep of which every block that is done may be kept, to go on from there.

use std::io;
use std::sync::{Mutex, PoisonError};

use standfast_analysis::Table;
use standfast_ensemble::{Cancelled, Observer, Rows, Sweep};

use crate::checkpoint::{Checkpoint, Of, Refusal, Resumed, Storage};
use crate::document::Case;

/// Why there is no result.
#[derive(Debug, thiserror::Error)]
pub enum Ended {
    /// The observer ended it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// What was done could not be kept.
    #[error(transparent)]
    Unwritten(#[from] io::Error),
}

/// A sweep, as far as it is done.
pub(crate) struct Kept<'a> {
    sweep: Sweep<'a>,
    table: Table,
    checkpoint: Option<Checkpoint<'a>>,
}

impl<'a> Kept<'a> {
    /// A sweep of which nothing is done yet, and nothing kept.
    pub(crate) fn new(sweep: Sweep<'a>) -> Kept<'a> {
        let table = Table::new(&sweep);
        Kept { sweep, table, checkpoint: None }
    }

    /// Takes what a checkpoint has, and keeps there what is done from now on.
    ///
    /// # Errors
    /// If it is not a checkpoint of the same sweep: it is left as it is.
    pub(crate) fn resume(&mut self, storage: impl Storage + 'a, case: &Case, of: Of<'_>) -> Result<Resumed, Refusal> {
        let (checkpoint, resumed) = Checkpoint::open(storage, case, of, &self.sweep, &mut self.table)?;
        self.checkpoint = Some(checkpoint);
        Ok(resumed)
    }

    /// What is done so far.
    pub(crate) fn table(&self) -> &Table {
        &self.table
    }

    /// Solves what is missing, on the current thread pool.
    ///
    /// # Errors
    /// If the observer cancels it, or what is done cannot be kept; the checkpoint has what was done until then.
    pub(crate) fn finish(self, observer: &dyn Observer) -> Result<Table, Ended> {
        let Kept { sweep, mut table, checkpoint } = self;
        let failed: Mutex<Option<io::Error>> = Mutex::default();
        let checkpoint = checkpoint.map(Mutex::new);
        let keep = |rows: &Rows| {
            let Some(checkpoint) = &checkpoint else { return Ok(()) };
            let added = checkpoint.lock().unwrap_or_else(PoisonError::into_inner).add(&sweep, rows);
            added.map_err(|error| {
                *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                Cancelled
            })
        };
        let done = table.complete(&sweep, keep, observer);
        if let Some(error) = failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(error.into());
        }
        done?;
        Ok(table)
    }
}
