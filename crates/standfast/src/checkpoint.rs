//! Blocks of a sweep in a file, so that a sweep that is ended goes on where it was.
//!
//! The file begins with two lines of text: what it is, and, as JSON, of what sweep (case, stresses,
//! engine, seed, instruments, columns, and by what numbers are drawn anew). Blocks follow in the order in which they were done, all numbers in
//! little-endian order:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | how many bytes follow before the checksum |
//! | 4, 4, 4 | batch, part, number of packages |
//! | 8 each | the packages: bit i is the case's instrument i |
//! | 8 each | by package, column and draw: the numbers as IEEE doubles |
//! | 8 | checksum: the first bytes of the SHA-256 of all of the above |
//!
//! A block that was not written in full does not have its checksum; it and what follows it is cut off.

use std::io::{self, BufRead, Read, Seek, SeekFrom, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use standfast_analysis::Table;
use standfast_ensemble::{Block, Column, Design, Rows, Sweep};
use standfast_math::LANES;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;

use crate::document::Case;

/// The first line; another version is another format.
const FIRST_LINE: &str = "standfast checkpoint 2\n";
/// How the first lines of all versions begin.
const NAME: &str = "standfast checkpoint ";
/// No first two lines are longer.
const LONGEST_HEAD: u64 = 1 << 20;
/// Batch, part and number of packages.
const NUMBERS: usize = 3 * size_of::<u32>();
/// Of a block.
const CHECKSUM: usize = 8;

/// Where a checkpoint is kept: a file, or memory.
pub trait Storage: Read + Write + Seek + Send {
    /// Cuts off what lies beyond a length.
    ///
    /// # Errors
    /// If that cannot be done.
    fn cut(&mut self, length: u64) -> io::Result<()>;
}

impl Storage for std::fs::File {
    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }
}

impl Storage for io::Cursor<Vec<u8>> {
    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.get_mut().truncate(usize::try_from(length).unwrap_or(usize::MAX));
        Ok(())
    }
}

impl<S: Storage> Storage for &mut S {
    fn cut(&mut self, length: u64) -> io::Result<()> {
        (**self).cut(length)
    }
}

/// Why a file cannot be gone on with. It is left as it is.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// It is something else.
    #[error("no checkpoint")]
    Foreign,
    /// Its format is that of another version.
    #[error("a checkpoint of another version")]
    OtherVersion,
    /// It belongs to another sweep.
    #[error("a checkpoint of another sweep")]
    OtherSweep(Vec<Difference>),
    /// It cannot be read or written.
    #[error(transparent)]
    Unreadable(#[from] io::Error),
}

/// What differs between a file's sweep and the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `case`, `text`, `under`, `engine`, `seed`, `among`, `by` or `columns`.
    pub what: &'static str,
    /// What the file has.
    pub file: String,
    /// What was asked for.
    pub asked: String,
}

/// What a file had to offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resumed {
    /// How many blocks it has of those that are wanted.
    pub blocks: usize,
    /// How many are wanted.
    pub of: usize,
    /// How many bytes at its end were of no use and have been cut off.
    pub cut: u64,
}

/// What tells the sweeps of a case apart.
#[derive(Clone, Copy)]
pub(crate) struct Of<'a> {
    /// The instruments that packages are made of.
    pub(crate) among: InstrumentSet,
    /// By what the numbers are grouped that are drawn anew, part by part.
    pub(crate) by: Option<&'a str>,
}

/// Of which sweep a file has blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    case: String,
    digest: String,
    under: Vec<String>,
    engine: String,
    seed: Option<u64>,
    among: Vec<String>,
    by: Option<String>,
    columns: Vec<HeadColumn>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct HeadColumn {
    quantity: String,
    actor: Option<String>,
    years: Option<(usize, usize)>,
}

impl Head {
    fn of(case: &Case, of: Of<'_>, sweep: &Sweep<'_>) -> Head {
        let scenario = &case.scenario;
        let seed = match sweep.design() {
            Design::Median => None,
            Design::Sobol { seed, .. } => Some(seed),
        };
        Head {
            case: scenario.id.clone(),
            digest: case.digest(),
            under: case.under.iter().map(|stress| stress.id.clone()).collect(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            seed,
            among: scenario.ids(of.among).into_iter().map(ToOwned::to_owned).collect(),
            by: of.by.map(ToOwned::to_owned),
            columns: sweep.columns().iter().map(|column| HeadColumn::of(scenario, *column)).collect(),
        }
    }

    /// What this one, a file's, has otherwise than what was asked for.
    fn differences(&self, asked: &Head) -> Vec<Difference> {
        let seed = |head: &Head| head.seed.map_or_else(|| "median".to_owned(), |seed| seed.to_string());
        let columns = |head: &Head| {
            let columns: Vec<String> = head.columns.iter().map(HeadColumn::word).collect();
            columns.join(", ")
        };
        let all = [
            ("case", self.case.clone(), asked.case.clone()),
            ("text", self.digest.clone(), asked.digest.clone()),
            ("under", self.under.join("+"), asked.under.join("+")),
            ("engine", self.engine.clone(), asked.engine.clone()),
            ("seed", seed(self), seed(asked)),
            ("among", self.among.join("+"), asked.among.join("+")),
            ("by", self.by.clone().unwrap_or_default(), asked.by.clone().unwrap_or_default()),
            ("columns", columns(self), columns(asked)),
        ];
        let differ = all.into_iter().filter(|(_, file, asked)| file != asked);
        differ.map(|(what, file, asked)| Difference { what, file, asked }).collect()
    }
}

impl HeadColumn {
    fn of(scenario: &Scenario, column: Column) -> HeadColumn {
        HeadColumn {
            quantity: column.word().to_owned(),
            actor: column.actor().map(|actor| scenario.actors.id(actor).to_owned()),
            years: column.years(),
        }
    }

    fn word(&self) -> String {
        let actor = self.actor.as_deref().map(|actor| format!(" {actor}")).unwrap_or_default();
        let years = self.years.map(|(from, to)| format!(" {from}–{to}")).unwrap_or_default();
        format!("{}{actor}{years}", self.quantity)
    }
}

/// A file that blocks are added to.
pub(crate) struct Checkpoint<'a> {
    storage: Box<dyn Storage + 'a>,
}

impl<'a> Checkpoint<'a> {
    /// Begins an empty file, or takes what it has into a table.
    pub(crate) fn open(
        storage: impl Storage + 'a,
        case: &Case,
        of: Of<'_>,
        sweep: &Sweep<'_>,
        table: &mut Table,
    ) -> Result<(Checkpoint<'a>, Resumed), Refusal> {
        let head = Head::of(case, of, sweep);
        let mut storage: Box<dyn Storage + 'a> = Box::new(storage);
        let length = storage.seek(SeekFrom::End(0))?;
        storage.rewind()?;
        let mut reader = io::BufReader::new(&mut storage);
        let mut good = match read_head(&mut reader, &head)? {
            Some(good) => good,
            None => {
                drop(reader);
                storage.cut(0)?;
                storage.rewind()?;
                let line = serde_json::to_string(&head).map_err(io::Error::from)?;
                storage.write_all(format!("{FIRST_LINE}{line}\n").as_bytes())?;
                storage.flush()?;
                return Ok((Checkpoint { storage }, Resumed { blocks: 0, of: sweep.blocks().count(), cut: length }));
            }
        };
        let mut blocks = 0;
        while let Some((bytes, rows)) = read_block(&mut reader, length - good, sweep)? {
            good += bytes;
            if let Some(rows) = rows
                && !table.done().contains(&rows.block)
            {
                table.put(&rows);
                blocks += 1;
            }
        }
        drop(reader);
        if good < length {
            storage.cut(good)?;
        }
        storage.seek(SeekFrom::Start(good))?;
        Ok((Checkpoint { storage }, Resumed { blocks, of: sweep.blocks().count(), cut: length - good }))
    }

    /// Adds a block.
    pub(crate) fn add(&mut self, sweep: &Sweep<'_>, rows: &Rows) -> io::Result<()> {
        let packages = sweep.packages(rows.block.part);
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
        let content = NUMBERS + (packages.len() + rows.values.len()) * size_of::<u64>();
        let mut bytes = Vec::with_capacity(size_of::<u32>() + content + CHECKSUM);
        for part in [content, rows.block.batch, rows.block.part, packages.len()] {
            bytes.extend(number(part));
        }
        packages.iter().for_each(|set| bytes.extend(set.0.to_le_bytes()));
        rows.values.iter().for_each(|value| bytes.extend(value.to_le_bytes()));
        bytes.extend(checksum(&bytes));
        self.storage.write_all(&bytes)?;
        self.storage.flush()
    }
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    let mut first = [0; CHECKSUM];
    first.copy_from_slice(&Sha256::digest(bytes)[..CHECKSUM]);
    first
}

/// Reads the first two lines, and says how long they are; nothing if the file ends before they do.
fn read_head(reader: &mut impl BufRead, asked: &Head) -> Result<Option<u64>, Refusal> {
    let mut lines = [Vec::new(), Vec::new()];
    let mut length = 0;
    for line in &mut lines {
        length += reader.by_ref().take(LONGEST_HEAD).read_until(b'\n', line)? as u64;
    }
    let [first, second] = lines;
    let expected = FIRST_LINE.as_bytes();
    if first != expected {
        // A file whose first write was cut short is begun again; it has nothing else.
        let begun = expected.starts_with(&first) && second.is_empty();
        return match (begun, first.starts_with(NAME.as_bytes())) {
            (true, _) => Ok(None),
            (false, true) => Err(Refusal::OtherVersion),
            (false, false) => Err(Refusal::Foreign),
        };
    }
    if second.last() != Some(&b'\n') {
        return Ok(None);
    }
    let file: Head = serde_json::from_slice(&second).map_err(|_| Refusal::OtherVersion)?;
    let differences = file.differences(asked);
    if differences.is_empty() { Ok(Some(length)) } else { Err(Refusal::OtherSweep(differences)) }
}

/// Reads a block and says how long it is; of one of draws that are not wanted, that only. Nothing at the end
/// of the file, and where the rest of it is no block.
fn read_block(reader: &mut impl Read, left: u64, sweep: &Sweep<'_>) -> io::Result<Option<(u64, Option<Rows>)>> {
    const LENGTH: usize = size_of::<u32>();
    if left < (LENGTH + NUMBERS + CHECKSUM) as u64 {
        return Ok(None);
    }
    let mut bytes = vec![0; LENGTH];
    reader.read_exact(&mut bytes)?;
    let content = u32::from_le_bytes(std::array::from_fn(|i| bytes[i])) as usize;
    let whole = LENGTH + content + CHECKSUM;
    if content < NUMBERS || left < whole as u64 {
        return Ok(None);
    }
    bytes.resize(whole, 0);
    reader.read_exact(&mut bytes[LENGTH..])?;
    let (content, sum) = bytes.split_at(whole - CHECKSUM);
    if checksum(content) != sum {
        return Ok(None);
    }
    let (numbers, rest) = content[LENGTH..].split_at(NUMBERS);
    let mut numbers = numbers.chunks_exact(LENGTH);
    let mut number =
        || numbers.next().map_or(0, |bytes| u32::from_le_bytes(std::array::from_fn(|i| bytes[i])) as usize);
    let (batch, part, packages) = (number(), number(), number());
    let mut words =
        rest.chunks_exact(size_of::<u64>()).map(|bytes| u64::from_le_bytes(std::array::from_fn(|i| bytes[i])));
    let stored: Vec<InstrumentSet> = words.by_ref().take(packages).map(InstrumentSet).collect();
    let values: Vec<f64> = words.map(f64::from_bits).collect();
    // What another program wrote under the same name is no block of this sweep.
    let ours = part < sweep.parts()
        && stored == sweep.packages(part)
        && values.len() == packages * sweep.columns().len() * LANES;
    if !ours {
        return Ok(None);
    }
    let wanted = batch < sweep.design().batches();
    Ok(Some((whole as u64, wanted.then_some(Rows { block: Block { batch, part }, values }))))
}
