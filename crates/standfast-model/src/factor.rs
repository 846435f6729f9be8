//! Factors: what drifts from year to year and no actor of the game controls.

use std::collections::BTreeSet;

use crate::actor::{Text, read_text};
use crate::fault::{Code, Fault};
use crate::read::Table;
use crate::tree::Value;

/// How many levels a factor may have, and factors a case.
pub const MAX_LEVELS: usize = 64;
/// How many factors a case may have.
pub const MAX_FACTORS: usize = 64;
/// An initial distribution sums to 1 within this: decimals do not add up exactly.
const SUM_TOLERANCE: f64 = 1e-9;

/// A factor with ordered levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: Option<Text>,
    /// What it stands for.
    pub about: Option<Text>,
    /// Ids of its levels, low to high.
    pub levels: Vec<String>,
    /// The names of its levels for people, where given.
    pub level_names: Vec<Option<Text>>,
    /// The probability of each level at the start.
    pub initial: Vec<f64>,
    /// What its initial distribution and both hazards rest on: positions in the scenario's evidence.
    pub evidence: Vec<usize>,
}

impl Factor {
    /// Reads all but the hazards and what they rest on.
    pub(crate) fn read(id: &str, table: &Table<'_>) -> Factor {
        let text = |key| table.get(key).and_then(|(value, path)| read_text(value, path, table.faulty));
        let (name, about) = (text("name"), text("about"));
        let (levels, count) = read_levels(table);
        let level_names = read_level_names(id, table, &levels);
        let initial = read_initial(table, count);
        Factor { id: id.to_owned(), name, about, levels, level_names, initial, evidence: Vec::new() }
    }
}

/// The levels, and how many the document means to give, if that can be told.
fn read_levels(table: &Table<'_>) -> (Vec<String>, Option<usize>) {
    let Some((value, path)) = table.require("levels") else { return (Vec::new(), None) };
    let given = table.list("levels");
    let Value::Array(items) = value else { return (Vec::new(), None) };
    if items.is_empty() || items.len() > MAX_LEVELS {
        table.faulty.add(Fault::new(Code::BadLevels, &path).with("count", items.len()).with("limit", MAX_LEVELS));
    }
    let mut seen = BTreeSet::new();
    for (level, path) in &given {
        table.faulty.check_not_blank(level, path);
        if !seen.insert(*level) {
            table.faulty.add(Fault::new(Code::DuplicateLevel, path).with("given", level));
        }
    }
    (given.into_iter().map(|(level, _)| level.to_owned()).collect(), Some(items.len()))
}

/// Names by level; where no level could be read, names of unknown ones are no faults of their own.
fn read_level_names(factor: &str, table: &Table<'_>, levels: &[String]) -> Vec<Option<Text>> {
    let mut names = vec![None; levels.len()];
    let Some(given) = table.table("level_names") else { return names };
    for (level, value, path) in given.entries() {
        let name = read_text(value, path.clone(), table.faulty);
        match levels.iter().position(|known| known == level) {
            Some(level) => names[level] = name,
            None if levels.is_empty() => {}
            None => {
                let fault = Fault::new(Code::UnknownLevel, &path).with("given", level).with("factor", factor);
                table.faulty.add(fault.known(levels.iter().take(MAX_LEVELS)).at_key());
            }
        }
    }
    names
}

/// A sum without the digits that adding up leaves behind.
fn rounded(sum: f64) -> String {
    let digits = format!("{sum:.9}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn read_initial(table: &Table<'_>, levels: Option<usize>) -> Vec<f64> {
    let Some((value, path)) = table.require("initial") else { return Vec::new() };
    let Value::Array(items) = value else {
        table.faulty.wrong_type(&path, "list-of-numbers", value);
        return Vec::new();
    };
    let mut initial = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let p = match item {
            Value::Integer(n) => *n as f64,
            Value::Float(x) => *x,
            other => {
                table.faulty.wrong_type(&path.index(i), "number", other);
                continue;
            }
        };
        if (0.0..=1.0).contains(&p) {
            initial.push(p);
        } else {
            table.faulty.add(Fault::new(Code::InitialEntry, &path.index(i)).with("given", p));
        }
    }
    let sum = standfast_math::sum::sum(initial.iter().copied());
    if let Some(levels) = levels.filter(|&levels| items.len() != levels) {
        let fault = Fault::new(Code::InitialLength, &path);
        table.faulty.add(fault.with("given", items.len()).with("levels", levels));
    } else if !items.is_empty() && initial.len() == items.len() && (sum - 1.0).abs() > SUM_TOLERANCE {
        table.faulty.add(Fault::new(Code::InitialSum, &path).with("sum", rounded(sum)));
    }
    initial
}
