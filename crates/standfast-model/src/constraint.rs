//! Constraints: in which order instruments may come into force, and how early.
//!
//! They bear on the question of the best order alone. As the case has it, everything in a package begins with the
//! ceasefire, whatever they say.

use crate::actor::{Text, read_text};
use crate::fault::{Code, Fault};
use crate::instrument::LATEST_YEAR;
use crate::read::{Table, position};

/// What keeps some orders from being chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// What it asks for.
    pub rule: Rule,
    /// Why.
    pub reason: Text,
}

/// What a constraint asks for. It asks nothing of a package that lacks an instrument of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// One instrument does not come into force before another does.
    After {
        /// The one that comes first.
        first: usize,
        /// The other.
        then: usize,
    },
    /// An instrument comes into force in no earlier year than this.
    NotBefore {
        /// The instrument.
        instrument: usize,
        /// The year, counted from 0.
        year: usize,
    },
}

impl Rule {
    /// Whether it is about an instrument.
    pub fn names(self, position: usize) -> bool {
        match self {
            Rule::After { first, then } => first == position || then == position,
            Rule::NotBefore { instrument, .. } => instrument == position,
        }
    }
}

/// Reads the constraints of a case.
pub(crate) fn read(tables: Vec<Table<'_>>, instruments: &[&str]) -> Vec<Constraint> {
    let mut constraints: Vec<Constraint> = Vec::new();
    for table in tables {
        let (faulty, path) = (table.faulty, table.path.clone());
        let Some(constraint) = read_one(table, instruments) else { continue };
        if let Rule::After { first, then } = constraint.rule
            && let Some(way) = way(&constraints, then, first)
        {
            let ids: Vec<&str> = way.iter().chain(&way[..1]).map(|&i| instruments[i]).collect();
            faulty.add(Fault::new(Code::ConstraintCircle, &path).with("way", ids.join(" → ")));
        }
        constraints.push(constraint);
    }
    constraints
}

fn read_one(table: Table<'_>, instruments: &[&str]) -> Option<Constraint> {
    let faulty = table.faulty;
    let reason = table.require("reason").and_then(|(value, path)| read_text(value, path, faulty));
    let has = |key| table.get(key).is_some();
    let (pair, one) = (has("first") | has("then"), has("instrument") | has("not_before"));
    let instrument = |key| {
        let id = table.required_text(key)?;
        position(instruments, id, &table.path.key(key), Code::UnknownInstrument, faulty)
    };
    let rule = if pair == one {
        let count = if pair { "both" } else { "none" };
        faulty.add(Fault::new(Code::AmbiguousConstraint, &table.path).with("count", count));
        None
    } else if pair {
        let (first, then) = (instrument("first"), instrument("then"));
        first.zip(then).map(|(first, then)| Rule::After { first, then })
    } else {
        let (instrument, year) = (instrument("instrument"), table.required_integer("not_before", 0, LATEST_YEAR));
        instrument.zip(year).map(|(instrument, year)| Rule::NotBefore { instrument, year: year as usize })
    };
    table.finish();
    Some(Constraint { rule: rule?, reason: reason? })
}

/// A way from an instrument to another along what has to come after, both included.
fn way(constraints: &[Constraint], from: usize, to: usize) -> Option<Vec<usize>> {
    // Each instrument that was reached, with the one from which it was.
    let mut reached = vec![(from, from)];
    let mut at = 0;
    while let Some(&(here, _)) = reached.get(at) {
        if here == to {
            let mut way = vec![to];
            while let Some(&(_, before)) = reached.iter().find(|(i, _)| *i == way[way.len() - 1]) {
                if before == way[way.len() - 1] {
                    break;
                }
                way.push(before);
            }
            way.reverse();
            return Some(way);
        }
        for constraint in constraints {
            if let Rule::After { first, then } = constraint.rule
                && first == here
                && reached.iter().all(|(i, _)| *i != then)
            {
                reached.push((then, here));
            }
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_follows_what_comes_after() {
        let after =
            |&(first, then): &(usize, usize)| Constraint { rule: Rule::After { first, then }, reason: Text::default() };
        let constraints: Vec<Constraint> = [(0, 1), (1, 2), (0, 3), (3, 4)].iter().map(after).collect();
        assert_eq!(way(&constraints, 0, 2), Some(vec![0, 1, 2]));
        assert_eq!(way(&constraints, 2, 0), None);
        assert_eq!(way(&constraints, 3, 3), Some(vec![3]));
        assert_eq!(way(&constraints, 1, 4), None);
    }
}
