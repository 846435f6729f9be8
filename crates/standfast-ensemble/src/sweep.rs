//! Long lists of packages, from peace and with who signs them, of which only some numbers are kept.
//!
//! The work is cut into blocks: a part of the packages in a batch of draws. What a block comes to depends
//! on nothing but the case, the seed and the block, so blocks can be kept, and a sweep that was ended early
//! goes on with those that are missing; more draws only add blocks.

use std::collections::BTreeSet;
use std::ops::Range;

use standfast_game::consent::Consent;
use standfast_game::{Batch, Outcome, Start};
use standfast_math::LANES;
use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::instrument::InstrumentSet;

use crate::column::{Column, Needs, Row};
use crate::design::Design;
use crate::draw::{DrawConsent, DrawOutcome, Equilibria};
use crate::plan::Plan;
use crate::run::{Cancelled, Observer, Progress, each, pool, threads};
use crate::solver::Solver;

/// How many packages a part has at least. All that they share is in memory at a time; a few seconds'
/// work is lost with a block that is not finished.
const PART: usize = 32;
/// Into how many pieces the work is cut for each thread, so that none waits long for another.
const PIECES: usize = 4;

/// A part of the packages in a batch of draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Block {
    /// The batch.
    pub batch: usize,
    /// The part.
    pub part: usize,
}

/// Packages that are solved together, and the numbers that are drawn anew for them.
#[derive(Clone, Debug)]
struct Part {
    plan: Plan,
    anew: BTreeSet<usize>,
}

/// What came of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The block.
    pub block: Block,
    /// By package of the part, column and draw.
    pub values: Vec<f64>,
}

/// Packages to be solved in all draws.
#[derive(Clone, Debug)]
pub struct Sweep<'a> {
    scenario: &'a Scenario,
    design: Design,
    columns: Vec<Column>,
    needs: Needs,
    parts: Vec<Part>,
}

impl<'a> Sweep<'a> {
    /// A sweep over packages, each of which is solved once.
    pub fn new(scenario: &'a Scenario, design: Design, packages: &[InstrumentSet], columns: Vec<Column>) -> Sweep<'a> {
        let games: Vec<_> = packages.iter().map(|&set| (set, Start::Peace)).collect();
        let (gains, needs) = (gains(&columns), Needs::of(&columns));
        let plan = Plan::new(scenario, &games, |_| needs.consent, &gains);
        let parts = plan.parts(scenario, PART, &gains).into_iter().map(|plan| Part { plan, anew: BTreeSet::new() });
        Sweep { scenario, design, columns, needs, parts: parts.collect() }
    }

    /// The same package again and again, each time with other numbers, by position, drawn anew; each is a part. See
    /// [`crate::design`].
    pub fn drawn_anew(
        scenario: &'a Scenario,
        design: Design,
        package: InstrumentSet,
        anew: Vec<BTreeSet<usize>>,
        columns: Vec<Column>,
    ) -> Sweep<'a> {
        let sweep = Sweep::new(scenario, design, &[package], columns);
        let part = |anew| Part { plan: sweep.parts[0].plan.clone(), anew };
        let parts = anew.into_iter().map(part).collect();
        Sweep { parts, ..sweep }
    }

    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The draws.
    pub fn design(&self) -> Design {
        self.design
    }

    /// The blocks.
    pub fn blocks(&self) -> impl Iterator<Item = Block> {
        (0..self.design.batches()).flat_map(|batch| (0..self.parts.len()).map(move |part| Block { batch, part }))
    }

    /// The packages of a part, in the order of its rows.
    ///
    /// # Panics
    /// If there is no such part.
    pub fn packages(&self, part: usize) -> Vec<InstrumentSet> {
        self.parts[part].plan.games().map(|game| game.set).collect()
    }

    /// How many parts there are.
    pub fn parts(&self) -> usize {
        self.parts.len()
    }

    /// Solves the blocks that are not done already, on the current thread pool, and hands each over when it
    /// is done, from any thread and in any order.
    ///
    /// # Errors
    /// If the observer cancels it, or who is handed a block does.
    pub fn run(
        &self,
        done: &BTreeSet<Block>,
        keep: &(dyn Fn(Rows) -> Result<(), Cancelled> + Sync),
        observer: &dyn Observer,
    ) -> Result<(), Cancelled> {
        let missing: Vec<Block> = self.blocks().filter(|block| !done.contains(block)).collect();
        let games = missing.iter().map(|block| self.parts[block.part].plan.games().count()).sum();
        let progress = Progress::new(observer, games);
        let pieces = pieces(&missing, PIECES * threads());
        each(pieces.len(), |piece| self.solve(&missing[pieces[piece].clone()], keep, &progress))?;
        Ok(())
    }

    /// Solves blocks of one batch in their order; those of the same draws share outside options.
    fn solve(
        &self,
        blocks: &[Block],
        keep: &(dyn Fn(Rows) -> Result<(), Cancelled> + Sync),
        progress: &Progress<'_>,
    ) -> Result<(), Cancelled> {
        let mut solver: Option<(&BTreeSet<usize>, Solver<'_>)> = None;
        for &block in blocks {
            let Part { plan, anew } = &self.parts[block.part];
            let solver = match &mut solver {
                Some((known, solver)) if *known == anew => solver,
                other => {
                    let draws = self.design.batch(self.scenario, block.batch, anew);
                    let batch = Batch::reusing(pool(), self.scenario, draws);
                    &mut other.insert((anew, Solver::new(batch, gains(&self.columns)))).1
                }
            };
            let mut values = Vec::new();
            for group in &plan.groups {
                solver.solve(group, self.needs.want, |game, outcome, consent| {
                    self.add(game.set, outcome, consent.as_ref(), &mut values);
                    progress.advance()
                })?;
            }
            keep(Rows { block, values })?;
            solver.batch.forget();
        }
        Ok(())
    }

    /// Adds the columns of a package, each with its eight draws.
    fn add(&self, set: InstrumentSet, outcome: &Outcome, consent: Option<&Consent>, values: &mut Vec<f64>) {
        let start = values.len();
        values.resize(start + self.columns.len() * LANES, 0.0);
        for lane in 0..LANES {
            let outcome = DrawOutcome::of(outcome, self.needs.want, lane);
            let mut equilibria = outcome.equilibria;
            consent.iter().for_each(|consent| equilibria.merge(&Equilibria::of(&consent.diagnosis, lane)));
            let consent = consent.map(|consent| DrawConsent::of(consent, lane));
            let row = Row { set, outcome: &outcome, consent: consent.as_ref(), equilibria: &equilibria };
            for (i, column) in self.columns.iter().enumerate() {
                values[start + i * LANES + lane] = column.of(self.scenario, &row);
            }
        }
    }
}

/// Whose gains some columns hold.
fn gains(columns: &[Column]) -> Vec<Actor> {
    let gain = |column: &Column| if let Column::Gain(actor) = column { Some(*actor) } else { None };
    columns.iter().filter_map(gain).collect()
}

/// Cuts blocks, which are in order, into runs of one batch each; about as many as are wanted, or one for
/// each batch. What a batch is cut in solves some outside options twice.
fn pieces(blocks: &[Block], wanted: usize) -> Vec<Range<usize>> {
    let mut batches: Vec<Range<usize>> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        match batches.last_mut() {
            Some(last) if blocks[last.start].batch == block.batch => last.end = i + 1,
            _ => batches.push(i..i + 1),
        }
    }
    let cuts = wanted.div_ceil(if batches.is_empty() { 1 } else { batches.len() });
    let cut = |batch: Range<usize>| {
        let size = batch.len().div_ceil(cuts);
        batch
            .clone()
            .step_by(size)
            .map(move |start| start..if start + size < batch.end { start + size } else { batch.end })
    };
    batches.into_iter().flat_map(cut).collect()
}
