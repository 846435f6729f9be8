//! Many draws of a case, many packages on the same draws.
//!
//! - [`design`]: which draws
//! - [`mod@run`]: the games of all packages in all draws, on as many threads as there are
//! - [`sweep`]: very many packages, of which only some numbers are kept
//! - [`gain`]: what the gains of a package's parties are made of
//! - [`mod@variants`]: one package in variants of a case, the case under stresses say
//! - [`paths`]: single paths of a package, in many draws
//! - [`draw`]: what one draw of one package came to
//! - [`quantity`], [`mod@column`]: single numbers of a draw
//! - [`band`]: means, quantiles and their standard errors
//!
//! The result is a function of case, packages, seed and number of draws: it has the same bits for
//! any number of threads, and the first draws of a long run are those of a short one.

pub mod band;
pub mod column;
pub mod design;
pub mod draw;
pub mod gain;
pub mod paths;
mod plan;
pub mod quantity;
pub mod run;
mod solver;
pub mod sweep;
pub mod variance;
pub mod variants;

pub use band::{Band, Estimate};
pub use column::Column;
pub use design::Design;
pub use paths::{Play, play};
pub use run::{Cancelled, Ensemble, Observer, Request, run};
pub use sweep::{Block, Rows, Sweep};
pub use variants::{passages, variants};
