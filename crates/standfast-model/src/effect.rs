//! Effects: all that factor levels and instruments do to the game.

use standfast_math::ln;

use crate::actor::Actors;
use crate::condition::Condition;
use crate::factor::Factor;
use crate::fault::{Code, Fault};
use crate::instrument::LATEST_YEAR;
use crate::number::{self, Demand, Written};
use crate::primitive::{Edges, Kind, Link, Primitive};
use crate::read::Table;
use crate::tree::{Path, Value};

/// An addition to a primitive on its link scale, where a condition holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// Where it stands in the document.
    pub path: Path,
    /// What it moves.
    pub on: Primitive,
    /// By how much: a position among the scenario's numbers.
    pub number: usize,
    /// Where it is active.
    pub when: Condition,
    /// The instrument that it belongs to, if any.
    pub instrument: Option<usize>,
    /// Its first year, where that is not the instrument's.
    pub from: Option<usize>,
}

/// An effect as read, before its number has a position.
pub(crate) struct ReadEffect<'a> {
    pub(crate) path: Path,
    pub(crate) on: Primitive,
    pub(crate) add: Written<'a>,
    pub(crate) when: Condition,
    pub(crate) from: Option<usize>,
}

/// Names that effects refer to.
pub(crate) struct Names<'a> {
    pub(crate) actors: &'a Actors,
    pub(crate) factors: &'a [Factor],
    pub(crate) factor_ids: &'a [&'a str],
    pub(crate) instruments: &'a [&'a str],
}

/// Whose effect is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// The case itself, or a stress.
    Case,
    /// An instrument.
    Instrument {
        /// Whether it is decided by consensus.
        consensus: bool,
    },
}

pub(crate) fn read<'a>(table: Table<'a>, holder: Holder, names: &Names<'_>) -> Option<ReadEffect<'a>> {
    read_within(table, holder, false, names)
}

/// The same in a table of which all numbers may already rest on something.
pub(crate) fn read_within<'a>(
    table: Table<'a>,
    holder: Holder,
    rests: bool,
    names: &Names<'_>,
) -> Option<ReadEffect<'a>> {
    let faulty = table.faulty;
    let on = table
        .required_text("on")
        .and_then(|on| Primitive::resolve(on, names.actors, names.factor_ids, &table.path.key("on"), faulty));
    let demand = Demand { link: Link::Identity, edges: Edges::Open };
    let add = table.require("add").and_then(|(value, path)| number::read(value, &path, demand, faulty));
    let evidence = table.texts("evidence");
    let when = match table.get("when") {
        Some((value, path)) => Condition::read(value, path, names.factors, names.instruments, faulty),
        None => Condition::default(),
    };
    let from = match holder {
        Holder::Instrument { .. } => table.integer("from", 0, LATEST_YEAR).map(|from| from as usize),
        Holder::Case => None,
    };
    let path = table.path.clone();
    table.finish_with(|key, value| on.and_then(|on| instead(on, key, value)));
    let (on, mut add) = (on?, add?);
    add.evidence.extend(evidence);
    if add.evidence.is_empty() && !rests {
        let fault = Fault::new(Code::NoEvidence, &path.key("add")).with("what", "effect");
        faulty.add(fault.with("name", on.name(names.actors, names.factor_ids)));
    }
    if let Some(fault) = check(on, &when, from, holder, &path, names) {
        faulty.add(fault);
    }
    Some(ReadEffect { path, on, add, when, from })
}

/// What to write for a factor that somebody wants to multiply by: effects add on the link scale.
fn instead(on: Primitive, key: &str, value: &Value) -> Option<String> {
    let is_factor = ["multiply", "times", "factor", "scale", "mul"].contains(&key);
    let link = on.kind.spec().link;
    if !is_factor || link == Link::Identity {
        return None;
    }
    let added = |factor: f64| (factor > 0.0 && factor.is_finite()).then(|| format!("{:.2}", ln(factor)));
    let written = match value {
        Value::Integer(n) => added(*n as f64)?,
        Value::Float(x) => added(*x)?,
        Value::String(text) => {
            let (low, high) = text.split_once(" to ")?;
            format!("\"{} to {}\"", added(low.trim().parse().ok()?)?, added(high.trim().parse().ok()?)?)
        }
        _ => return None,
    };
    Some(format!("add = {written}"))
}

fn check(
    on: Primitive,
    when: &Condition,
    from: Option<usize>,
    holder: Holder,
    path: &Path,
    names: &Names<'_>,
) -> Option<Fault> {
    let primitive = on.name(names.actors, names.factor_ids);
    let spec = on.kind.spec();
    if on.kind == Kind::Discount {
        return Some(Fault::new(Code::NoEffects, &path.key("on")).with("primitive", primitive));
    }
    if !spec.read.iter().any(|&context| when.holds_in(context)) {
        let read: Vec<&str> = spec.read.iter().map(|context| context.word()).collect();
        let fault = Fault::new(Code::NeverActive, &path.key("when")).with("primitive", primitive);
        return Some(fault.with("read", read.join("+")));
    }
    let Holder::Instrument { consensus } = holder else { return None };
    if on.kind == Kind::ConsentPrecision {
        return Some(Fault::new(Code::ReadWithoutInstruments, &path.key("on")).with("primitive", primitive));
    }
    if consensus && on.kind == Kind::AudienceCost && from.is_some() {
        return Some(Fault::new(Code::ConsensusFrom, &path.key("from")).with("primitive", primitive));
    }
    None
}
