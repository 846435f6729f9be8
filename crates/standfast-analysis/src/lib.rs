//! Questions put to the model: about very many packages on the same draws, and about the draws of a few.
//!
//! - [`table`]: the numbers of a sweep, all in memory
//! - [`ranking`]: packages by one of them
//! - [`pareto`]: what is not dominated in several
//! - [`shapley`]: what each instrument of a package, or any other player, brings
//! - [`split`]: the number that decides between yes and no
//! - [`sobol`]: what groups of numbers do to a result, alone and in all
//! - [`given`]: what single numbers do to it
//! - [`order`]: in which order things begin, and the search for the best
//! - [`sunset`]: how protection fades
//! - [`prim`]: the box, limits on some numbers, in which the draws lie that say yes
//! - [`breach`]: the smallest sets of stresses that break a package
//!
//! Like the crates below it, this one touches no file, clock, environment or network.

pub mod breach;
mod deal;
pub mod given;
pub mod order;
pub mod pareto;
pub mod prim;
pub mod ranking;
pub mod shapley;
pub mod sobol;
pub mod split;
pub mod sunset;
pub mod table;

pub use table::Table;
