//! Results as tidy data: a row for each observation, under the same names in every command, each with everything
//! that is needed to make it again; as CSV or as Parquet.

use std::sync::Arc;

use anyhow::Context as _;
use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::Result as Parquet;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;
use standfast::ensemble::Band;
use standfast::provenance::{CaseFindings, Method};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Number,
    Count,
}

/// What stands in a row under a column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
    Count(u64),
    /// Not defined, or not known.
    Nothing,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<f64> for Cell {
    /// What is not a number is nothing.
    fn from(number: f64) -> Cell {
        if number.is_nan() { Cell::Nothing } else { Cell::Number(number) }
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Cell {
        Cell::Count(count as u64)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(cell: Option<T>) -> Cell {
        cell.map_or(Cell::Nothing, Into::into)
    }
}

/// The name of a column, and what it holds.
pub(crate) type Column = (&'static str, Kind);

/// What every row begins with.
const STUDY: [Column; 6] = [
    ("case", Kind::Text),
    ("digest", Kind::Text),
    ("under", Kind::Text),
    ("engine", Kind::Text),
    ("seed", Kind::Count),
    ("draws", Kind::Count),
];

/// What a number is about, in results about packages: the largest residual of the equilibria behind it first.
pub(crate) const ABOUT: [Column; 5] = [
    ("residual", Kind::Number),
    ("package", Kind::Text),
    ("quantity", Kind::Text),
    ("actor", Kind::Text),
    ("years", Kind::Count),
];

/// The columns of a spread over the draws. Where less than a band is known, a share say, the rest is nothing.
pub(crate) const BAND: [Column; 11] = [
    ("mean", Kind::Number),
    ("mean_se", Kind::Number),
    ("p05", Kind::Number),
    ("p10", Kind::Number),
    ("p10_se", Kind::Number),
    ("p25", Kind::Number),
    ("p50", Kind::Number),
    ("p75", Kind::Number),
    ("p90", Kind::Number),
    ("p90_se", Kind::Number),
    ("p95", Kind::Number),
];

/// A spread under the columns of [`BAND`].
pub(crate) fn band(band: &Band) -> [Cell; 11] {
    let Band { mean, mean_se, p05, p10, p10_se, p25, p50, p75, p90, p90_se, p95 } = *band;
    let always = Cell::from;
    [
        always(mean),
        mean_se.into(),
        always(p05),
        always(p10),
        p10_se.into(),
        always(p25),
        always(p50),
        always(p75),
        always(p90),
        p90_se.into(),
        always(p95),
    ]
}

/// A mean and its standard error under the columns of [`BAND`].
pub(crate) fn mean(mean: f64, standard_error: Option<f64>) -> [Cell; 11] {
    let mut cells = std::array::from_fn(|_| Cell::Nothing);
    (cells[0], cells[1]) = (mean.into(), standard_error.into());
    cells
}

/// The rows of one study.
pub(crate) struct Tidy {
    columns: Vec<Column>,
    /// What all of them begin with.
    study: [Cell; STUDY.len()],
    rows: Vec<Vec<Cell>>,
}

impl Tidy {
    /// No rows yet. The columns are those that come after the study's.
    pub(crate) fn new(case: &CaseFindings, method: &Method, columns: impl IntoIterator<Item = Column>) -> Tidy {
        let under: Vec<&str> = case.under.iter().map(|stress| stress.id.as_str()).collect();
        let study = [
            case.id.as_str().into(),
            case.digest.as_str().into(),
            if under.is_empty() { Cell::Nothing } else { Cell::Text(under.join("+")) },
            method.engine.into(),
            method.seed.map_or(Cell::Nothing, Cell::Count),
            method.draws.into(),
        ];
        Tidy { columns: STUDY.into_iter().chain(columns).collect(), study, rows: Vec::new() }
    }

    /// One more row.
    ///
    /// # Panics
    /// If it has not a cell of the right kind, or nothing, for each column.
    pub(crate) fn add(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let row: Vec<Cell> = self.study.iter().cloned().chain(cells).collect();
        assert_eq!(row.len(), self.columns.len(), "a cell for each column");
        for (cell, (name, kind)) in row.iter().zip(&self.columns) {
            let fits = match cell {
                Cell::Text(_) => *kind == Kind::Text,
                Cell::Number(_) => *kind == Kind::Number,
                Cell::Count(_) => *kind == Kind::Count,
                Cell::Nothing => true,
            };
            assert!(fits, "{name} is {kind:?}, not {cell:?}");
        }
        self.rows.push(row);
    }

    /// As CSV, nothing left empty. Numbers have as many digits as tell them from their neighbours.
    pub(crate) fn csv(&self) -> anyhow::Result<Vec<u8>> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let write = |writer: &mut csv::Writer<Vec<u8>>| {
            writer.write_record(self.columns.iter().map(|(name, _)| name))?;
            self.rows.iter().try_for_each(|row| writer.write_record(row.iter().map(text)))
        };
        write(&mut writer).context("cannot write CSV")?;
        writer.into_inner().map_err(anyhow::Error::from).context("cannot write CSV")
    }

    /// As Parquet, every column optional: text as strings, counts as unsigned integers.
    pub(crate) fn parquet(&self) -> anyhow::Result<Vec<u8>> {
        self.to_parquet().context("cannot write Parquet")
    }

    fn to_parquet(&self) -> Parquet<Vec<u8>> {
        let field = |(name, kind): &Column| {
            let (physical, logical) = match kind {
                Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
                Kind::Number => (Physical::DOUBLE, None),
                Kind::Count => (Physical::INT64, Some(LogicalType::integer(64, false))),
            };
            let field = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
            field.with_logical_type(logical).build().map(Arc::new)
        };
        let fields = self.columns.iter().map(field).collect::<Parquet<Vec<_>>>()?;
        let schema = Arc::new(Type::group_type_builder("standfast").with_fields(fields).build()?);
        let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(WriterProperties::default()))?;
        let mut group = writer.next_row_group()?;
        for (at, (_, kind)) in self.columns.iter().enumerate() {
            let Some(mut column) = group.next_column()? else { break };
            let cells = || self.rows.iter().map(|row| &row[at]);
            let there: Vec<i16> = cells().map(|cell| i16::from(*cell != Cell::Nothing)).collect();
            match kind {
                Kind::Text => {
                    let values = cells().filter_map(|cell| match cell {
                        Cell::Text(text) => Some(ByteArray::from(text.as_str())),
                        _ => None,
                    });
                    let values: Vec<_> = values.collect();
                    column.typed::<ByteArrayType>().write_batch(&values, Some(&there), None)?;
                }
                Kind::Number => {
                    let values = cells().filter_map(|cell| match cell {
                        Cell::Number(number) => Some(*number),
                        _ => None,
                    });
                    let values: Vec<_> = values.collect();
                    column.typed::<DoubleType>().write_batch(&values, Some(&there), None)?;
                }
                Kind::Count => {
                    let values = cells().filter_map(|cell| match cell {
                        Cell::Count(count) => Some(count.cast_signed()),
                        _ => None,
                    });
                    let values: Vec<_> = values.collect();
                    column.typed::<Int64Type>().write_batch(&values, Some(&there), None)?;
                }
            }
            column.close()?;
        }
        group.close()?;
        writer.into_inner()
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Nothing => String::new(),
    }
}
