//! Questions about very many packages on the same draws.
//!
//! - [`table`]: the numbers of a sweep, all in memory
//! - [`ranking`]: packages by one of them
//! - [`pareto`]: what is not dominated in several
//!
//! Like the crates below it, this one touches no file, clock, environment or network.

pub mod pareto;
pub mod ranking;
pub mod table;

pub use table::Table;
