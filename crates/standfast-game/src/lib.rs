//! The dynamic game of extended deterrence, solved exactly for eight draws at a time.
//!
//! The modules read like the paper that they could be; `docs/method.md` has it in one piece.
//!
//! | module | what it is |
//! |---|---|
//! | [`in_force`] | which effects are active by date |
//! | [`tabulate`] | primitives as functions of the state |
//! | [`contest`] | who wins a war that is decided |
//! | [`multilinear`] | means over independent responses |
//! | [`response`] | who helps: the guarantors' quantal response equilibrium |
//! | [`kernel`] | how the factors move |
//! | [`challenger`] | what the challenger chooses, and what it is worth |
//! | [`world`] | what a war cancels for good |
//! | [`backward`] | values and policies, from the last year to the first |
//! | [`forward`] | what happens, from the first year on |
//! | [`consent`] | who would sign |
//! | [`gain`] | what a party's gain from signing is made of |
//! | [`path`] | one path: what happens in one draw, as chance has it |
//! | [`passage`] | when levels of factors are reached, if peace lasts |
//!
//! The unit of work is a [`Batch`]: eight draws, the lane innermost in every array. Quantities
//! live on the grid of the factors that they depend on ([`field`], [`space`]) and are computed
//! once for each set of effects in force ([`era`]). No lane sees another, and every sum has a fixed
//! order, so a draw's result is the same in any batch, on any thread and machine.

pub mod backward;
pub mod batch;
pub mod challenger;
pub mod consent;
pub mod contest;
pub mod dice;
pub mod draws;
pub mod era;
pub mod field;
mod flow;
pub mod forward;
pub mod gain;
pub mod in_force;
pub mod kernel;
pub mod library;
pub mod multilinear;
pub mod outcome;
pub mod passage;
pub mod path;
pub mod pool;
pub mod response;
pub mod space;
pub mod sweep;
pub mod tabulate;
pub mod world;

pub use batch::Batch;
pub use draws::Draws;
pub use outcome::{Outcome, Start, Want};
