//! Questions about very many packages on the same draws.
//!
//! - [`table`]: the numbers of a sweep, all in memory
//! - [`ranking`]: packages by one of them
//! - [`pareto`]: what is not dominated in several
//! - [`shapley`]: what each instrument of a package, or any other player, brings
//!
//! Like the crates below it, this one touches no file, clock, environment or network.

pub mod pareto;
pub mod ranking;
pub mod shapley;
pub mod table;

pub use table::Table;
