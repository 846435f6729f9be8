//! Parts that eras share: contests, responses and kernels, each under the effects that it reads.
//!
//! Two eras that differ in a sign cost have the same responses; a package and the same package
//! with nothing to win have the same contests, responses and kernels, since none of them reads
//! the prize.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use standfast_model::primitive::{Context, Kind};

use crate::contest::Contest;
use crate::kernel::Kernel;
use crate::response::{Response, Severity, response};
use crate::tabulate::Tabulator;

/// The active effects that a part reads, and the consensus body if it reads that.
type Key = (Vec<usize>, Option<usize>);

/// Parts by what they read.
#[derive(Debug, Default)]
pub struct Library {
    contests: RefCell<BTreeMap<Key, Rc<Contest>>>,
    responses: RefCell<BTreeMap<(Key, bool), Rc<Response>>>,
    kernels: RefCell<BTreeMap<(Key, Context), Rc<Kernel>>>,
}

impl Library {
    /// Gives all parts back; they would have to be made again.
    pub fn forget(&self) {
        self.contests.borrow_mut().clear();
        self.responses.borrow_mut().clear();
        self.kernels.borrow_mut().clear();
    }

    /// The contest under what is in force.
    pub fn contest(&self, tabulator: &Tabulator<'_>) -> Rc<Contest> {
        let key = key(tabulator, Contest::reads, false);
        shared(&self.contests, key, || Contest::new(tabulator))
    }

    /// The response under what is in force.
    pub fn response(&self, tabulator: &Tabulator<'_>, severity: Severity) -> Rc<Response> {
        let key = key(tabulator, |kind| Contest::reads(kind) || Response::reads(kind), true);
        let contest = self.contest(tabulator);
        shared(&self.responses, (key, severity == Severity::Limited), || response(tabulator, &contest, severity))
    }

    /// The kernel of peace, with its actions, or of war.
    pub fn kernel(&self, tabulator: &Tabulator<'_>, contexts: &[Context]) -> Rc<Kernel> {
        let exhausted = tabulator.scenario.exhausted_by_war.filter(|_| contexts == [Context::War]);
        let key = key(tabulator, |kind| matches!(kind, Kind::Rise | Kind::Fall), false);
        shared(&self.kernels, (key, contexts[0]), || Kernel::new(tabulator, contexts, exhausted))
    }
}

fn key(tabulator: &Tabulator<'_>, reads: impl Fn(Kind) -> bool, body: bool) -> Key {
    let active = tabulator.in_force.effects.iter().copied();
    let effects = active.filter(|&i| reads(tabulator.scenario.effects[i].on.kind)).collect();
    (effects, tabulator.in_force.body.filter(|_| body))
}

fn shared<K: Ord, V>(parts: &RefCell<BTreeMap<K, Rc<V>>>, key: K, make: impl FnOnce() -> V) -> Rc<V> {
    if let Some(part) = parts.borrow().get(&key) {
        return Rc::clone(part);
    }
    let part = Rc::new(make());
    parts.borrow_mut().insert(key, Rc::clone(&part));
    part
}
