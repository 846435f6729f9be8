//! The responses case by case, at single states: what [`response`](super::response) takes means over.
//!
//! A solution needs only the means. A path needs more: which case arises, what each guarantor does in
//! it, and what their joint response makes of the contest. So the cases are solved again, by the same
//! equations, at the states that a path comes to.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use standfast_math::Lanes;

use super::Severity;
use super::equilibrium::Responses;
use super::inputs::OnGrid;
use crate::contest::Contest;
use crate::multilinear::Work;
use crate::space::Map;
use crate::sweep;
use crate::tabulate::Tabulator;

/// The responses to attacks of one severity under what is in force.
#[derive(Debug)]
pub struct Cases {
    inputs: OnGrid,
    contest: Rc<Contest>,
    /// The point of the inputs' grid, by state.
    point: Map,
    /// The point of the contest's grid, by state.
    contest_point: Map,
    solved: RefCell<BTreeMap<usize, Rc<[CaseResponse]>>>,
}

/// What the guarantors do in one case.
#[derive(Clone, Copy, Debug)]
pub struct CaseResponse {
    /// Whether the consensus body agreed; nothing without a body.
    pub agreed: Option<bool>,
    /// Whether the world is better than expected for all guarantors alike; nothing without a shock.
    pub better: Option<bool>,
    /// The probability of the case.
    pub weight: Lanes,
    /// P, independent given the case.
    pub responses: Responses,
}

impl Cases {
    /// The cases of which nothing is solved yet.
    pub fn new(tabulator: &Tabulator<'_>, contest: Rc<Contest>, severity: Severity) -> Cases {
        let space = tabulator.space;
        let inputs = OnGrid::new(tabulator, &contest, severity);
        let point = space.map(space.all(), inputs.factors);
        let contest_point = space.map(space.all(), contest.factors);
        Cases { inputs, contest, point, contest_point, solved: RefCell::default() }
    }

    /// All cases at a state.
    pub fn at(&self, state: usize) -> Rc<[CaseResponse]> {
        let point = self.point[state] as usize;
        if let Some(known) = self.solved.borrow().get(&point) {
            return Rc::clone(known);
        }
        let here = self.inputs.at(point);
        let contest = &self.contest.points[self.contest_point[state] as usize];
        let stage = here.stage(contest);
        let mut work = Work::default();
        let solved: Rc<[CaseResponse]> = self
            .inputs
            .cases
            .iter()
            .map(|&case| CaseResponse {
                agreed: case.agreed(),
                better: case.better(),
                weight: case.weight(here.agreed),
                responses: sweep::solve(&stage, &here.advantages(case), &mut work).responses,
            })
            .collect();
        self.solved.borrow_mut().insert(point, Rc::clone(&solved));
        solved
    }

    /// π at a state, against a joint response in the numbering of [`multilinear`](crate::multilinear).
    pub fn win(&self, state: usize, joint: usize) -> Lanes {
        self.contest.points[self.contest_point[state] as usize].win.at(joint)
    }
}
