//! All that follows from what is in force by date, computed once however many years it lasts.

use std::cell::OnceCell;
use std::rc::Rc;

use standfast_math::Lanes;
use standfast_model::primitive::{Context, Kind};

use crate::batch::Batch;
use crate::challenger::{PeaceChoice, WarChoice};
use crate::field::{Costs, Everywhere, Field, combine};
use crate::in_force::InForce;
use crate::kernel::Kernel;
use crate::library::Library;
use crate::response::cases::Cases;
use crate::response::{Response, Severity};
use crate::tabulate::Tabulator;

/// The contexts at peace, in the order in which kernels list them.
const AT_PEACE: [Context; 3] = [Context::Peace, Context::Coerce, Context::Limited];

/// Years in which the same is in force.
#[derive(Debug)]
pub struct Era {
    in_force: InForce,
    peace: OnceCell<Peace>,
    war: OnceCell<War>,
    /// For paths: in a limited attack, in a war.
    cases: [OnceCell<Cases>; 2],
}

/// Peace in an era.
#[derive(Debug)]
pub struct Peace {
    /// Calm, coercion, a limited attack.
    pub kernel: Rc<Kernel>,
    /// What the challenger chooses between.
    pub choice: PeaceChoice,
    /// The response to a limited attack.
    pub response: Rc<Response>,
    /// Per year at peace.
    pub peace_cost: Costs,
    /// Per year of coercion.
    pub coercion_cost: Costs,
    /// Per limited attack.
    pub limited_cost: Costs,
    /// When the protégé is captured.
    pub capture_cost: Costs,
}

/// War in an era.
#[derive(Debug)]
pub struct War {
    /// War.
    pub kernel: Rc<Kernel>,
    /// What the challenger chooses between.
    pub choice: WarChoice,
    /// The response to the war.
    pub response: Rc<Response>,
    /// ωπ: a year of war ends with the protégé lost.
    pub conquered: Everywhere,
    /// ω(1−π): it ends with the challenger repelled.
    pub repelled: Everywhere,
    /// 1−ω: the war goes on.
    pub undecided: Everywhere,
    /// Per year of war, with what is lost if it is lost.
    pub fighting_cost: Costs,
    /// When the war is settled.
    pub settlement_cost: Costs,
}

impl Era {
    /// An era of which nothing is computed yet.
    pub fn new(in_force: InForce) -> Era {
        Era { in_force, peace: OnceCell::new(), war: OnceCell::new(), cases: Default::default() }
    }

    /// Peace in this era.
    pub fn peace(&self, batch: &Batch<'_>) -> &Peace {
        self.peace.get_or_init(|| peace(&batch.tabulator(&self.in_force), &batch.library))
    }

    /// War in this era.
    pub fn war(&self, batch: &Batch<'_>) -> &War {
        self.war.get_or_init(|| war(&batch.tabulator(&self.in_force), &batch.library))
    }

    /// The responses case by case in this era.
    pub fn cases(&self, batch: &Batch<'_>, severity: Severity) -> &Cases {
        let cell = match severity {
            Severity::Limited => &self.cases[0],
            Severity::War => &self.cases[1],
        };
        cell.get_or_init(|| {
            let tabulator = batch.tabulator(&self.in_force);
            Cases::new(&tabulator, batch.library.contest(&tabulator), severity)
        })
    }

    /// Reads primitives in this era.
    pub(crate) fn tabulator<'b>(&'b self, batch: &'b Batch<'_>) -> Tabulator<'b> {
        batch.tabulator(&self.in_force)
    }

    /// The consensus body in force by date, if one is.
    pub fn body(&self) -> Option<usize> {
        self.in_force.body
    }
}

/// One field for each actor whose value is summed along the way: protégé, then guarantors.
fn by_actor(tabulator: &Tabulator<'_>, protege: Field, guarantor: impl Fn(usize) -> Field) -> Costs {
    let guarantors = 0..tabulator.scenario.actors.guarantors.len();
    Costs::new(tabulator.space, std::iter::once(protege).chain(guarantors.map(guarantor)).collect())
}

fn nothing() -> Field {
    Field::constant(Lanes::ZERO)
}

fn peace(tabulator: &Tabulator<'_>, library: &Library) -> Peace {
    let response = library.response(tabulator, Severity::Limited);
    let read = |kind: Kind, owner: usize, context: Context| tabulator.primitive(kind.of(owner), context);
    let coercion_harm = read(Kind::CoercionHarm, 0, Context::Peace);
    let limited_harm = read(Kind::LimitedHarm, 0, Context::Limited);
    Peace {
        kernel: library.kernel(tabulator, &AT_PEACE),
        choice: PeaceChoice::new(tabulator, &response),
        peace_cost: by_actor(tabulator, read(Kind::PeaceCost, 0, Context::Peace), |i| {
            read(Kind::PresenceCost, i, Context::Peace)
        }),
        coercion_cost: by_actor(tabulator, coercion_harm, |_| nothing()),
        limited_cost: by_actor(tabulator, limited_harm, |i| response.outlay[i].clone()),
        capture_cost: by_actor(tabulator, read(Kind::LossCost, 0, Context::Peace), |i| {
            read(Kind::Stake, i, Context::Peace)
        }),
        response,
    }
}

fn war(tabulator: &Tabulator<'_>, library: &Library) -> War {
    let space = tabulator.space;
    let response = library.response(tabulator, Severity::War);
    let read = |kind: Kind, owner: usize| tabulator.primitive(kind.of(owner), Context::War);
    let resolution = read(Kind::Resolution, 0);
    let conquered = combine(space, [&resolution, &response.win], |[resolution, win]| resolution * win);
    let repelled = combine(space, [&resolution, &response.win], |[resolution, win]| resolution * (Lanes::ONE - win));
    let loss_cost = read(Kind::LossCost, 0);
    let share = read(Kind::SettlementShare, 0);
    let with_loss = |cost: &Field, loss: &Field| {
        combine(space, [cost, &conquered, loss], |[cost, conquered, loss]| cost + conquered * loss)
    };
    let settled = |loss: &Field| combine(space, [&share, loss], |[share, loss]| share * loss);
    let everywhere = |field: Field| field.everywhere(space);
    War {
        kernel: library.kernel(tabulator, &[Context::War]),
        choice: WarChoice::new(tabulator, &response),
        fighting_cost: by_actor(tabulator, with_loss(&read(Kind::ProtegeWarCost, 0), &loss_cost), |i| {
            with_loss(&response.outlay[i], &read(Kind::Stake, i))
        }),
        settlement_cost: by_actor(tabulator, settled(&loss_cost), |i| settled(&read(Kind::Stake, i))),
        undecided: everywhere(resolution.map(|resolution| Lanes::ONE - resolution)),
        conquered: everywhere(conquered.clone()),
        repelled: everywhere(repelled),
        response,
    }
}
