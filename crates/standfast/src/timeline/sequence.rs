//! The orders in which the instruments of a package can begin, solved.

use standfast_analysis::order::{Rules, Schedule, Thing};
use standfast_ensemble::Cancelled;
use standfast_math::sum::mean;
use standfast_model::Scenario;
use standfast_model::constraint::Rule;
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::with_requirements;

use super::{Solved, Timeline};
use crate::watch::Watch;

/// The orders that were looked at.
pub(crate) struct Sequence {
    /// The instruments that are ordered.
    pub(crate) moved: Vec<usize>,
    /// How it was looked for.
    pub(crate) extent: Extent,
    /// Each order, solved.
    pub(crate) orders: Vec<Order>,
    /// The best order that was found if the constraints of the case are left aside; nothing where none bears.
    pub(crate) unbound: Option<Order>,
}

/// How much was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every order that is allowed.
    All,
    /// From one order to a better one by exchanging two instruments, until no exchange was better.
    Exchanges,
    /// The same, until as many had been looked at as was asked for.
    Ended,
    /// None that is allowed was found.
    NoneAllowed,
}

/// An order, solved.
pub(crate) struct Order {
    /// The instruments in their order, with the year in which each begins.
    pub(crate) starts: Vec<(usize, usize)>,
    pub(crate) solved: Solved,
}

impl Extent {
    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Extent::All => "all",
            Extent::Exchanges => "exchanges",
            Extent::Ended => "ended",
            Extent::NoneAllowed => "none_allowed",
        }
    }
}

/// Looks for the best order; nothing if there are not two instruments to order.
///
/// `later` has each instrument of the package a step later, from which the search takes its beginning.
pub(super) fn find(
    study: &Timeline<'_>,
    own: &Solved,
    later: &[Solved],
    watch: &Watch<'_>,
) -> Result<Option<Sequence>, Cancelled> {
    let (scenario, set) = (&study.case.scenario, study.package.set);
    let moved: Vec<usize> = set.iter().filter(|&i| study.moved.contains(i)).collect();
    if moved.len() < 2 {
        return Ok(None);
    }
    let headline = study.headline();
    // The dearer a later beginning of an instrument alone is, the earlier it is wanted.
    let own = mean(&own.within(headline));
    let price = |place: usize| {
        let at = set.iter().position(|i| i == moved[place]).unwrap_or(0);
        mean(&later[at].within(headline)) - own
    };
    let mut wanted: Vec<usize> = (0..moved.len()).collect();
    wanted.sort_by(|&a, &b| price(b).total_cmp(&price(a)));
    let look = |rules: &Rules| look(study, &moved, rules, &wanted, watch);
    let [bound, unbound] = [true, false].map(|bound| rules(scenario, set, &moved, study.step, bound));
    let (extent, orders) = look(&bound)?;
    let unbound = if bound == unbound { None } else { best(look(&unbound)?.1, headline) };
    Ok(Some(Sequence { moved, extent, orders, unbound }))
}

/// Looks at the orders that some rules allow.
fn look(
    study: &Timeline<'_>,
    moved: &[usize],
    rules: &Rules,
    wanted: &[usize],
    watch: &Watch<'_>,
) -> Result<(Extent, Vec<Order>), Cancelled> {
    let headline = study.headline();
    let mut orders: Vec<Order> = Vec::new();
    let mut look = |schedules: &[Schedule]| -> Result<Vec<f64>, Cancelled> {
        let starts = |schedule: &Schedule| {
            let mut starts: Vec<(usize, usize)> = moved.iter().copied().zip(schedule.iter().copied()).collect();
            starts.sort_by_key(|(_, start)| *start);
            starts
        };
        let starts: Vec<Vec<(usize, usize)>> = schedules.iter().map(starts).collect();
        let dates: Vec<Vec<i64>> = starts.iter().map(|starts| study.starts(starts)).collect();
        let solved = study.solve(&dates, watch)?;
        let risks = solved.iter().map(|solved| mean(&solved.within(headline))).collect();
        orders.extend(starts.into_iter().zip(solved).map(|(starts, solved)| Order { starts, solved }));
        Ok(risks)
    };
    let extent = if let Some(allowed) = rules.allowed(study.most_orders) {
        let schedules: Vec<Schedule> = allowed.iter().filter_map(|order| rules.schedule(order)).collect();
        look(&schedules)?;
        if schedules.is_empty() { Extent::NoneAllowed } else { Extent::All }
    } else {
        match rules.first_allowed(wanted) {
            None => Extent::NoneAllowed,
            Some(first) => {
                let found = rules.search(first, study.most_orders, &mut look)?;
                if found.settled { Extent::Exchanges } else { Extent::Ended }
            }
        }
    };
    Ok((extent, orders))
}

/// The order with the lowest mean risk, the first of equals.
fn best(orders: Vec<Order>, headline: usize) -> Option<Order> {
    let risk = |order: &Order| mean(&order.solved.within(headline));
    orders.into_iter().reduce(|best, each| if risk(&each) < risk(&best) { each } else { best })
}

/// What the case says about the order of some instruments of a package, the others of which begin with the ceasefire.
///
/// Unbound, the constraints of the case are left aside.
fn rules(scenario: &Scenario, set: InstrumentSet, moved: &[usize], apart: usize, bound: bool) -> Rules {
    let instruments = &scenario.instruments;
    let lead = |i: usize| instruments[i].lead_time;
    let place = |i: usize| moved.iter().position(|&moved| moved == i);
    let fixed = |i: usize| set.contains(i) && place(i).is_none();
    let mut rules = Rules {
        things: moved.iter().map(|&i| Thing { lead: lead(i), earliest: 0, latest: None }).collect(),
        in_force: Vec::new(),
        begins: Vec::new(),
        apart,
    };
    for constraint in scenario.constraints.iter().filter(|_| bound) {
        match constraint.rule {
            Rule::NotBefore { instrument, year } => {
                if let Some(i) = place(instrument) {
                    not_before(&mut rules.things[i], year);
                }
            }
            Rule::After { first, then } => match (place(first), place(then)) {
                (Some(first), Some(then)) => rules.in_force.push((first, then)),
                (None, Some(then)) if fixed(first) => not_before(&mut rules.things[then], lead(first)),
                (Some(first), None) if fixed(then) => not_after(&mut rules.things[first], lead(then)),
                _ => {}
            },
        }
    }
    // An instrument does not begin before what it requires; those that require each other have no order.
    for i in set.iter() {
        for j in with_requirements(i, instruments).iter().filter(|&j| j != i) {
            if with_requirements(j, instruments).contains(i) {
                continue;
            }
            match (place(j), place(i)) {
                (Some(j), Some(i)) => rules.begins.push((j, i)),
                (Some(first), None) => not_after(&mut rules.things[first], lead(j)),
                _ => {}
            }
        }
    }
    rules
}

fn not_before(thing: &mut Thing, year: usize) {
    thing.earliest = if year > thing.earliest { year } else { thing.earliest };
}

fn not_after(thing: &mut Thing, year: usize) {
    thing.latest = Some(thing.latest.map_or(year, |latest| if year < latest { year } else { latest }));
}
