//! Claims: what somebody said, coded into tests on outcomes, or why the model cannot speak to it.

use crate::actor::{Text, read_text};
use crate::evidence;
use crate::fault::{Code, Fault};
use crate::number::as_number;
use crate::question::{self, Domain, Known, Question};
use crate::read::Table;
use crate::tree::Value;

/// What somebody claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// Who says it.
    pub who: Text,
    /// What is said, paraphrased.
    pub says: Text,
    /// What the model is asked about it.
    pub coding: Coding,
    /// Where and when it was said: positions in the scenario's evidence.
    pub evidence: Vec<usize>,
}

/// What becomes of words in the model.
#[derive(Clone, Debug, PartialEq)]
pub enum Coding {
    /// Tests, all of which have to hold in a draw for the claim to hold in it.
    Tests {
        /// At least one.
        tests: Vec<Test>,
        /// How the words became these tests, and what else they could mean.
        reason: Text,
    },
    /// Why the model is silent.
    Silent(Text),
}

/// A question whose answer is held against bounds in every draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// The question.
    pub question: Question,
    /// Where its answer has to lie.
    pub bounds: Bounds,
}

/// Where an answer has to lie: at least one end is there, and counts as inside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Not below this.
    pub at_least: Option<f64>,
    /// Not above this.
    pub at_most: Option<f64>,
}

impl Bounds {
    /// Whether a value lies inside.
    pub fn contain(self, value: f64) -> bool {
        self.at_least.is_none_or(|least| value >= least) && self.at_most.is_none_or(|most| value <= most)
    }
}

impl Claim {
    /// Its tests; none where the model is silent.
    pub fn tests(&self) -> &[Test] {
        match &self.coding {
            Coding::Tests { tests, .. } => tests,
            Coding::Silent(_) => &[],
        }
    }
}

/// Reads a claim; nothing if it has a fault.
pub(crate) fn read(id: &str, table: Table<'_>, known: &Known<'_>) -> Option<Claim> {
    let faulty = table.faulty;
    let text = |key| table.require(key).and_then(|(value, path)| read_text(value, path, faulty));
    let (who, says) = (text("who"), text("says"));
    let coding = read_coding(&table, known);
    let evidence = evidence::resolve(&table.texts("evidence"), known.evidence, faulty);
    if table.get("evidence").is_none() {
        faulty.add(Fault::new(Code::NoEvidence, &table.path).with("what", "claim").with("name", id).at_key());
    }
    table.finish();
    Some(Claim { id: id.to_owned(), who: who?, says: says?, coding: coding?, evidence })
}

/// Reads either tests with a reason, or why there are none.
fn read_coding(table: &Table<'_>, known: &Known<'_>) -> Option<Coding> {
    let text = |key| table.get(key).map(|(value, path)| read_text(value, path, table.faulty));
    let tests: Vec<Test> = table.tables("tests").into_iter().filter_map(|test| read_test(test, known)).collect();
    let untested = |value: &Value| matches!(value, Value::Array(items) if items.is_empty());
    let tested = table.get("tests").is_some_and(|(value, _)| !untested(value));
    let (silent, reason) = (text("silent"), text("reason"));
    match (tested, silent) {
        (true, None) if reason.is_none() => {
            table.require("reason");
            None
        }
        (true, None) => Some(Coding::Tests { tests, reason: reason.flatten()? }),
        (false, Some(silent)) => {
            if reason.is_some() {
                table.needless("reason", "silent");
            }
            silent.map(Coding::Silent)
        }
        (both, _) => {
            let count = if both { "both" } else { "none" };
            table.faulty.add(Fault::new(Code::AmbiguousClaim, &table.path).with("count", count).at_key());
            None
        }
    }
}

fn read_test(table: Table<'_>, known: &Known<'_>) -> Option<Test> {
    let (question, domain) = question::read(&table, known);
    let bounds = read_bounds(&table, domain);
    table.finish();
    Some(Test { question: question?, bounds: bounds? })
}

/// Reads `at_least` and `at_most`: together they have to leave something out.
fn read_bounds(table: &Table<'_>, domain: Domain) -> Option<Bounds> {
    let mut good = true;
    let mut read = |key: &'static str| {
        let (value, path) = table.get(key)?;
        let bound = as_number(value, &path, table.faulty).filter(|&bound| domain.check(bound, &path, table));
        good &= bound.is_some();
        bound
    };
    let bounds = Bounds { at_least: read("at_least"), at_most: read("at_most") };
    if !good {
        return None;
    }
    let fault = match bounds {
        Bounds { at_least: Some(least), at_most: Some(most) } if least > most => {
            Fault::new(Code::RangeOrder, &table.path).with("low", least).with("high", most)
        }
        bounds if bounds.contain(domain.least) && bounds.contain(domain.most) => {
            Fault::new(Code::AlwaysTrue, &table.path)
        }
        bounds => return Some(bounds),
    };
    table.faulty.add(fault);
    None
}
