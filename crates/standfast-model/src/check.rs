//! Recorded checks: what history says of a quantity of the game, held against what the game says.

use crate::actor::{Text, read_text};
use crate::evidence::{self, Evidence};
use crate::fault::{Code, Fault};
use crate::question::{self, Domain, Known, required_word};
pub use crate::question::{Comparison, Game, Needs, Quantity, Question, Role};
use crate::read::{Faulty, Table};
use crate::tree::{Path, Value};

/// What a check is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Numbers may be tuned so that it holds.
    Tuning,
    /// Chosen before tuning, and never tuned on.
    HeldOut,
}

impl Use {
    /// The uses with their words.
    pub const WORDS: [(&'static str, Use); 2] = [("tuning", Use::Tuning), ("held-out", Use::HeldOut)];
}

/// A closed range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Target {
    /// Whether a value lies in it, ends included.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// A recorded check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Its id.
    pub id: String,
    /// What history says, in one sentence.
    pub says: Text,
    /// What it asks.
    pub question: Question,
    /// Where the median over the draws has to lie; for a yes or no the share of draws.
    pub target: Target,
    /// What the check is for.
    pub purpose: Use,
    /// Where the target comes from.
    pub reason: Text,
    /// What it rests on: positions in the scenario's evidence.
    pub evidence: Vec<usize>,
}

/// Reads a check; nothing if it has a fault.
pub(crate) fn read(id: &str, table: Table<'_>, known: &Known<'_>) -> Option<Check> {
    let faulty = table.faulty;
    let text = |key| table.require(key).and_then(|(value, path)| read_text(value, path, faulty));
    let (says, reason) = (text("says"), text("reason"));
    let purpose = required_word(&table, "use", Use::WORDS.into_iter());
    let (question, domain) = question::read(&table, known);
    let target = read_target(&table, domain);
    let evidence = evidence::resolve(&table.texts("evidence"), known.evidence, faulty);
    table.finish();
    Some(Check {
        id: id.to_owned(),
        says: says?,
        question: question?,
        target: target?,
        purpose: purpose?,
        reason: reason?,
        evidence,
    })
}

/// Reads the target: a range inside what the answer can be.
fn read_target(table: &Table<'_>, domain: Domain) -> Option<Target> {
    let (value, path) = table.require("target")?;
    let Value::String(text) = value else {
        table.faulty.wrong_type(&path, "range", value);
        return None;
    };
    let (low, high) = crate::number::read_ends(text, &path, "target", table.faulty)?;
    let inside = [low, high].into_iter().all(|end| domain.check(end, &path, table));
    inside.then_some(Target { low, high })
}

/// Nothing may be tuned on a check that was chosen to stay untouched.
pub(crate) fn check_held_out(evidence: &[Evidence], checks: &[Check], faulty: &Faulty) {
    for evidence in evidence {
        let check = evidence.check.as_ref().and_then(|id| checks.iter().find(|check| check.id == *id));
        if let Some(check) = check.filter(|check| check.purpose == Use::HeldOut) {
            let path = Path::default().key("evidence").key(&evidence.id).key("check");
            faulty.add(Fault::new(Code::TunedOnHeldOut, &path).with("given", &check.id));
        }
    }
}
