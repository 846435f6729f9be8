//! The numbers of a sweep: packages by columns by draws.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use standfast_ensemble::draw::Equilibria;
use standfast_ensemble::{Block, Cancelled, Column, Observer, Rows, Sweep};
use standfast_math::LANES;
use standfast_model::instrument::InstrumentSet;

/// The numbers of packages in all draws, block by block as they come.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Ascending.
    packages: Vec<InstrumentSet>,
    columns: Vec<Column>,
    draws: usize,
    /// By part of the sweep, and by package of the part: its position among all.
    rows: Vec<Vec<usize>>,
    /// By package, column and draw.
    values: Vec<f64>,
    done: BTreeSet<Block>,
}

impl Table {
    /// The table of a sweep of which nothing is done yet.
    pub fn new(sweep: &Sweep<'_>) -> Table {
        let parts: Vec<Vec<InstrumentSet>> = (0..sweep.parts()).map(|part| sweep.packages(part)).collect();
        let places = parts.iter().enumerate();
        let places = places.flat_map(|(part, sets)| sets.iter().enumerate().map(move |(i, &set)| (set, part, i)));
        let mut places: Vec<(InstrumentSet, usize, usize)> = places.collect();
        places.sort_unstable();
        let mut rows: Vec<Vec<usize>> = parts.iter().map(|sets| vec![0; sets.len()]).collect();
        places.iter().enumerate().for_each(|(row, &(_, part, i))| rows[part][i] = row);
        let packages: Vec<InstrumentSet> = places.into_iter().map(|(set, ..)| set).collect();
        let (columns, draws) = (sweep.columns().to_vec(), sweep.design().draws());
        let values = vec![f64::NAN; packages.len() * columns.len() * draws];
        Table { packages, columns, draws, rows, values, done: BTreeSet::new() }
    }

    /// Takes in a block; the draws that it has beyond those that are wanted are left out.
    ///
    /// # Panics
    /// If the block is not one of the table's sweep.
    pub fn put(&mut self, rows: &Rows) {
        let Rows { block, values } = rows;
        let first = block.batch * LANES;
        let wanted = if first + LANES < self.draws { LANES } else { self.draws - first };
        let mut each = values.chunks_exact(LANES);
        for &package in &self.rows[block.part] {
            for column in 0..self.columns.len() {
                let values = each.next().unwrap_or_else(|| panic!("a block without all of its numbers"));
                let start = (package * self.columns.len() + column) * self.draws + first;
                self.values[start..start + wanted].copy_from_slice(&values[..wanted]);
            }
        }
        self.done.insert(*block);
    }

    /// Solves what is missing; every block is handed to `keep` before it is taken in.
    ///
    /// # Errors
    /// If the observer or `keep` ends it; the table then has what was done until then.
    pub fn complete(
        &mut self,
        sweep: &Sweep<'_>,
        keep: impl Fn(&Rows) -> Result<(), Cancelled> + Sync,
        observer: &dyn Observer,
    ) -> Result<(), Cancelled> {
        let done = self.done.clone();
        let table = Mutex::new(self);
        let take = |rows: Rows| {
            keep(&rows)?;
            table.lock().unwrap_or_else(PoisonError::into_inner).put(&rows);
            Ok(())
        };
        sweep.run(&done, &take, observer)
    }

    /// The blocks that it has.
    pub fn done(&self) -> &BTreeSet<Block> {
        &self.done
    }

    /// Its packages, ascending; where the sweep has one again and again, by part.
    pub fn packages(&self) -> &[InstrumentSet] {
        &self.packages
    }

    /// Its columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Where a package stands.
    pub fn position(&self, set: InstrumentSet) -> Option<usize> {
        self.packages.binary_search(&set).ok()
    }

    /// Where a column stands.
    pub fn column(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|known| *known == column)
    }

    /// What is known of the equilibria behind a package by draw, if the table has the
    /// [columns of equilibria](Column::OF_EQUILIBRIA).
    pub fn equilibria(&self, package: usize) -> Option<Vec<Equilibria>> {
        let [residual, unconverged, marked, solved] =
            Column::OF_EQUILIBRIA.map(|column| Some(self.values(package, self.column(column)?)));
        let (residual, unconverged, marked, solved) = (residual?, unconverged?, marked?, solved?);
        let of = |draw: usize| Equilibria {
            residual: residual[draw],
            unconverged: unconverged[draw] as usize,
            marked: marked[draw] as usize,
            solved: solved[draw] as usize,
        };
        Some((0..self.draws).map(of).collect())
    }

    /// A number of a package by draw; NaN where it is not defined, or not there yet.
    ///
    /// # Panics
    /// If there is no such package or column.
    pub fn values(&self, package: usize, column: usize) -> &[f64] {
        assert!(column < self.columns.len(), "no column {column}");
        let start = (package * self.columns.len() + column) * self.draws;
        &self.values[start..start + self.draws]
    }
}
