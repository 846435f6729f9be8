//! Questions about very many packages on the same draws.
//!
//! - [`table`]: the numbers of a sweep, all in memory
//! - [`ranking`]: packages by one of them
//!
//! Like the crates below it, this one touches no file, clock, environment or network.

pub mod ranking;
pub mod table;

pub use table::Table;
