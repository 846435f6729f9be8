//! Factors: what drifts from year to year and no actor of the game controls.

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
    /// The probability of each level at the start.
    pub initial: Vec<f64>,
}

impl Factor {
    /// Reads all but the hazards.
    pub(crate) fn read(id: &str, table: &Table<'_>) -> Factor {
        let text = |key| table.get(key).and_then(|(value, path)| read_text(value, path, table.faulty));
        let (name, about) = (text("name"), text("about"));
        table.require("levels");
        let levels: Vec<String> = table.texts("levels").into_iter().map(|(id, _)| id.to_owned()).collect();
        let path = table.path.key("levels");
        let twice = (1..levels.len()).find(|&i| levels[..i].contains(&levels[i]));
        if let Some(i) = twice {
            table.faulty.add(Fault::new(Code::BadLevels, &path.index(i)).with("given", &levels[i]));
        } else if table.get("levels").is_some() && (levels.is_empty() || levels.len() > MAX_LEVELS) {
            table.faulty.add(Fault::new(Code::BadLevels, &path).with("given", levels.len()));
        }
        let initial = read_initial(table, levels.len());
        Factor { id: id.to_owned(), name, about, levels, initial }
    }
}

fn read_initial(table: &Table<'_>, levels: usize) -> Vec<f64> {
    let Some((value, path)) = table.require("initial") else { return Vec::new() };
    let Value::Array(items) = value else {
        table.faulty.wrong_type(&path, "array of numbers", value);
        return Vec::new();
    };
    let mut initial = Vec::new();
    for (i, item) in items.iter().enumerate() {
        let p = match item {
            Value::Integer(n) => *n as f64,
            Value::Float(x) => *x,
            other => {
                table.faulty.wrong_type(&path.index(i), "number", other);
                return Vec::new();
            }
        };
        if !(0.0..=1.0).contains(&p) {
            table.faulty.add(Fault::new(Code::InitialEntry, &path.index(i)).with("given", p));
            return Vec::new();
        }
        initial.push(p);
    }
    let sum = standfast_math::sum::sum(initial.iter().copied());
    if initial.len() != levels {
        let fault = Fault::new(Code::InitialLength, &path);
        table.faulty.add(fault.with("given", initial.len()).with("levels", levels));
    } else if (sum - 1.0).abs() > SUM_TOLERANCE {
        table.faulty.add(Fault::new(Code::InitialSum, &path).with("sum", sum));
    }
    initial
}
