//! In which order things begin, one after the other: which orders are allowed, and the search for the best.
//!
//! Thing i takes lᵢ years from its beginning until it is in force. An order π and a distance d make a schedule: each
//! thing begins d years or more after the one before it, as soon as it is allowed to,
//!
//! ```text
//! s(π₁) = e(π₁),   s(πₖ) = max( s(πₖ₋₁) + d, e(πₖ) ),
//! e(i) = max( 0, earliestᵢ − lᵢ, max over the pairs (j before i) with j in its place of s(j) + l(j) − lᵢ ).
//! ```
//!
//! The order is allowed if all pairs hold in the schedule, and nothing is in force later than it may be.

use std::collections::{BTreeMap, BTreeSet};

/// Something that begins, and is in force some years later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Years from its beginning until it is in force.
    pub lead: usize,
    /// It is not in force before this year.
    pub earliest: usize,
    /// It has to be in force by this year.
    pub latest: Option<usize>,
}

/// What makes a schedule of an order, and forbids some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The things.
    pub things: Vec<Thing>,
    /// The second is in force no earlier than the first.
    pub in_force: Vec<(usize, usize)>,
    /// The second begins no earlier than the first.
    pub begins: Vec<(usize, usize)>,
    /// Years between two beginnings.
    pub apart: usize,
}

/// The year in which each thing begins.
pub type Schedule = Vec<usize>;

/// An order that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// The things, in their order.
    pub order: Vec<usize>,
    /// When each begins.
    pub starts: Schedule,
    /// Its risk.
    pub risk: f64,
}

/// What a search has found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The orders that were looked at, in the order of looking.
    pub looked: Vec<Looked>,
    /// Whether no exchange of two things that is allowed makes the best of them better; false where the search ended
    /// before that was known.
    pub settled: bool,
}

/// More steps than that are not taken in listing orders.
const MOST_STEPS: usize = 1 << 20;

impl Rules {
    /// When each thing begins if they do so in an order, which has each of them once; nothing if that is not allowed.
    pub fn schedule(&self, order: &[usize]) -> Option<Schedule> {
        let mut starts: Vec<Option<usize>> = vec![None; self.things.len()];
        let mut before = None;
        for &i in order {
            let start = self.start(i, before, &starts);
            starts[i] = Some(start);
            before = Some(start);
        }
        self.holds(&starts).then(|| starts.into_iter().flatten().collect())
    }

    /// When a thing begins after some others.
    fn start(&self, i: usize, before: Option<usize>, starts: &[Option<usize>]) -> usize {
        let mut start = before.map_or(0, |before| before + self.apart);
        let pairs = self.in_force.iter().filter(|(_, then)| *then == i);
        let in_force = pairs.filter_map(|&(first, _)| Some(starts[first]? + self.things[first].lead));
        for earliest in in_force.chain([self.things[i].earliest]) {
            let from = earliest.saturating_sub(self.things[i].lead);
            start = if from > start { from } else { start };
        }
        start
    }

    /// Whether what has its place is allowed to have it, whatever comes later.
    fn holds(&self, starts: &[Option<usize>]) -> bool {
        let in_force = |i: usize| starts[i].map(|start| start + self.things[i].lead);
        let late = |i: usize| in_force(i).zip(self.things[i].latest).is_some_and(|(year, latest)| year > latest);
        // What has no place yet begins after all that have one.
        let ordered = |first: Option<usize>, then: Option<usize>| match (first, then) {
            (Some(first), Some(then)) => first <= then,
            (None, Some(_)) => false,
            _ => true,
        };
        let last = starts.iter().copied().flatten().max();
        let at_best = |i: usize| in_force(i).or(last.map(|last| last + self.apart + self.things[i].lead));
        self.begins.iter().all(|&(first, then)| ordered(starts[first], starts[then]))
            && self.in_force.iter().all(|&(first, then)| {
                in_force(then).is_none_or(|then| at_best(first).is_some_and(|first| first <= then))
            })
            && !(0..starts.len()).any(late)
    }

    /// Every order that is allowed, in lexicographic order; nothing if there are more than so many, or if telling
    /// takes too long.
    pub fn allowed(&self, most: usize) -> Option<Vec<Vec<usize>>> {
        let mut listing = Listing { rules: self, most, steps: 0, orders: Vec::new() };
        let starts = vec![None; self.things.len()];
        listing.go_on(&mut Vec::new(), &starts).then_some(listing.orders)
    }

    /// One order that is allowed, the things that are wanted early as early as that goes; nothing if there is none, or
    /// finding one takes too long.
    ///
    /// `wanted` has each thing once, the one that is wanted first at its head.
    pub fn first_allowed(&self, wanted: &[usize]) -> Option<Vec<usize>> {
        let mut steps = 0;
        self.complete(wanted, &mut Vec::new(), &vec![None; self.things.len()], &mut steps)
    }

    fn complete(
        &self,
        wanted: &[usize],
        order: &mut Vec<usize>,
        starts: &[Option<usize>],
        steps: &mut usize,
    ) -> Option<Vec<usize>> {
        if order.len() == self.things.len() {
            return Some(order.clone());
        }
        for &i in wanted.iter().filter(|&&i| starts[i].is_none()) {
            *steps += 1;
            if *steps > MOST_STEPS {
                return None;
            }
            if let Some(starts) = self.with(i, order, starts) {
                order.push(i);
                let found = self.complete(wanted, order, &starts, steps);
                order.pop();
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// The starts with one thing more at the end of an order, if it may stand there.
    fn with(&self, i: usize, order: &[usize], starts: &[Option<usize>]) -> Option<Vec<Option<usize>>> {
        let before = order.last().and_then(|&last| starts[last]);
        let mut starts = starts.to_vec();
        starts[i] = Some(self.start(i, before, &starts));
        self.holds(&starts).then_some(starts)
    }

    /// Looks for the order of the lowest risk: from one order to the best of those in which two neighbours are
    /// exchanged, or where none of these is better any two, until none of them is or so many have been looked at. What is
    /// found need not be the best of all.
    ///
    /// `risks` is asked for orders that are new, with their schedules.
    ///
    /// # Errors
    /// Those of `risks`.
    pub fn search<E>(
        &self,
        first: Vec<usize>,
        most: usize,
        mut risks: impl FnMut(&[Schedule]) -> Result<Vec<f64>, E>,
    ) -> Result<Found, E> {
        let mut looked: Vec<Looked> = Vec::new();
        let mut known: BTreeMap<Vec<usize>, f64> = BTreeMap::new();
        let mut look = |orders: Vec<Vec<usize>>, looked: &mut Vec<Looked>| -> Result<(), E> {
            let orders: Vec<(Vec<usize>, Schedule)> =
                orders.into_iter().filter_map(|order| self.schedule(&order).map(|starts| (order, starts))).collect();
            let schedules: Vec<Schedule> = orders.iter().map(|(_, starts)| starts.clone()).collect();
            let each = if schedules.is_empty() { Vec::new() } else { risks(&schedules)? };
            looked.extend(orders.into_iter().zip(each).map(|((order, starts), risk)| Looked { order, starts, risk }));
            Ok(())
        };
        let mut here = first.clone();
        look(vec![first], &mut looked)?;
        known.extend(looked.iter().map(|looked| (looked.order.clone(), looked.risk)));
        // Neighbours first: there are fewer of them, and mostly they lead as far.
        let mut reach = 1;
        loop {
            let mut near = exchanges(&here, reach);
            near.retain(|order| self.schedule(order).is_some());
            let mut new: Vec<Vec<usize>> = near.iter().filter(|order| !known.contains_key(*order)).cloned().collect();
            let left = most.saturating_sub(looked.len());
            let all = new.len() <= left;
            new.truncate(left);
            look(new, &mut looked)?;
            known.extend(looked.iter().map(|looked| (looked.order.clone(), looked.risk)));
            let risk = |order: &Vec<usize>| known.get(order).copied();
            let best = near.into_iter().filter(|order| risk(order).is_some());
            let best = best.reduce(|best, each| if risk(&each) < risk(&best) { each } else { best });
            match best.filter(|best| risk(best) < risk(&here)) {
                Some(best) => (here, reach) = (best, 1),
                None if reach + 1 < here.len() => reach = here.len(),
                None => return Ok(Found { looked, settled: all }),
            }
            if !all {
                return Ok(Found { looked, settled: false });
            }
        }
    }
}

/// The orders in which two things that stand at most so far apart are exchanged.
fn exchanges(order: &[usize], reach: usize) -> BTreeSet<Vec<usize>> {
    let pairs = (0..order.len()).flat_map(|i| (i + 1..order.len()).map(move |j| (i, j)));
    let exchanged = |(i, j)| {
        let mut order = order.to_vec();
        order.swap(i, j);
        order
    };
    pairs.filter(|(i, j)| j - i <= reach).map(exchanged).collect()
}

/// Lists orders.
struct Listing<'a> {
    rules: &'a Rules,
    most: usize,
    steps: usize,
    orders: Vec<Vec<usize>>,
}

impl Listing<'_> {
    /// Whether all orders that begin like this one could be listed.
    fn go_on(&mut self, order: &mut Vec<usize>, starts: &[Option<usize>]) -> bool {
        if order.len() == self.rules.things.len() {
            self.orders.push(order.clone());
            return self.orders.len() <= self.most;
        }
        for i in 0..starts.len() {
            if starts[i].is_some() {
                continue;
            }
            self.steps += 1;
            if self.steps > MOST_STEPS {
                return false;
            }
            if let Some(starts) = self.rules.with(i, order, starts) {
                order.push(i);
                let all = self.go_on(order, &starts);
                order.pop();
                if !all {
                    return false;
                }
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free(leads: &[usize], apart: usize) -> Rules {
        let things = leads.iter().map(|&lead| Thing { lead, earliest: 0, latest: None }).collect();
        Rules { things, in_force: Vec::new(), begins: Vec::new(), apart }
    }

    #[test]
    fn without_rules_every_order_is_allowed_and_begins_one_after_the_other() {
        let rules = free(&[0, 3, 1, 2], 2);
        let orders = rules.allowed(24).expect("4! of them");
        assert_eq!(orders.len(), 24);
        assert!(orders.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(rules.allowed(23), None);
        assert_eq!(rules.schedule(&[2, 0, 3, 1]), Some(vec![2, 6, 0, 4]));
    }

    /// By hand: 0 takes five years, and 1, which takes one, is not to be in force before it. So 1 begins in year 4 at
    /// the earliest; if it is first in the order 0 follows, and is in force too late.
    #[test]
    fn what_has_to_wait_waits_no_longer_than_it_must() {
        let rules = Rules { in_force: vec![(0, 1)], ..free(&[5, 1], 1) };
        assert_eq!(rules.schedule(&[0, 1]), Some(vec![0, 4]));
        assert_eq!(rules.schedule(&[1, 0]), None);
        // The other way round there is nothing to wait for, in either order.
        let rules = Rules { in_force: vec![(1, 0)], ..free(&[5, 1], 1) };
        assert_eq!([rules.schedule(&[0, 1]), rules.schedule(&[1, 0])], [Some(vec![0, 1]), Some(vec![1, 0])]);
        let mut rules = free(&[5, 1], 1);
        rules.things[1].earliest = 9;
        assert_eq!([rules.schedule(&[0, 1]), rules.schedule(&[1, 0])], [Some(vec![0, 8]), Some(vec![9, 8])]);
        rules.things[0].latest = Some(5);
        assert_eq!(rules.allowed(10), Some(vec![vec![0, 1]]));
        let rules = Rules { begins: vec![(1, 0)], ..free(&[5, 1], 1) };
        assert_eq!(rules.allowed(10), Some(vec![vec![1, 0]]));
    }

    /// What is pruned early is what the finished schedule forbids.
    #[test]
    fn every_allowed_order_is_listed() {
        let mut rules = free(&[4, 0, 2, 1, 3], 1);
        rules.things[2].earliest = 5;
        rules.things[3].latest = Some(4);
        rules.in_force = vec![(0, 1), (4, 2)];
        rules.begins = vec![(3, 4)];
        let every = free(&[4, 0, 2, 1, 3], 1).allowed(120).expect("5! of them");
        let allowed: Vec<Vec<usize>> = every.into_iter().filter(|order| rules.schedule(order).is_some()).collect();
        assert!(allowed.len() > 3 && allowed.len() < 60, "{}", allowed.len());
        assert_eq!(rules.allowed(120), Some(allowed.clone()));
        let wanted = [4, 3, 2, 1, 0];
        let first = rules.first_allowed(&wanted).expect("one");
        let place = |order: &Vec<usize>| -> Vec<usize> {
            order.iter().map(|i| wanted.iter().position(|wanted| wanted == i).expect("each")).collect()
        };
        assert_eq!(Some(&first), allowed.iter().min_by_key(|order| place(order)));
        rules.begins.push((4, 3));
        assert_eq!((rules.allowed(9), rules.first_allowed(&wanted)), (Some(Vec::new()), None));
    }

    /// Costs that fall due at the beginning: the dearest first is the best order, which exchanges find.
    #[test]
    fn exchanges_find_the_best_of_an_order_that_has_one_valley() {
        let rules = free(&[0; 6], 1);
        let weights = [2.0, 7.0, 1.0, 5.0, 3.0, 4.0];
        let asked = std::cell::Cell::new(0);
        let risks = |schedules: &[Schedule]| -> Result<Vec<f64>, ()> {
            asked.set(asked.get() + schedules.len());
            let risk = |starts: &Schedule| starts.iter().zip(weights).map(|(start, w)| w * *start as f64).sum();
            Ok(schedules.iter().map(risk).collect())
        };
        let found = rules.search(vec![0, 1, 2, 3, 4, 5], 200, risks).expect("no errors");
        let best = found.looked.iter().min_by(|a, b| a.risk.total_cmp(&b.risk)).expect("some");
        assert_eq!((best.order.as_slice(), found.settled), (&[1, 3, 5, 4, 0, 2][..], true));
        let asked = asked.get();
        assert_eq!(asked, found.looked.len());
        let orders: BTreeSet<&Vec<usize>> = found.looked.iter().map(|looked| &looked.order).collect();
        assert_eq!(orders.len(), asked, "none is asked for twice");
        let found = rules.search(vec![0, 1, 2, 3, 4, 5], 7, risks).expect("no errors");
        assert_eq!((found.looked.len(), found.settled), (7, false));
        let alone = free(&[3], 1).search(vec![0], 1, |_| Ok::<_, ()>(vec![0.5])).expect("no errors");
        assert_eq!((alone.looked.len(), alone.settled), (1, true));
    }
}
