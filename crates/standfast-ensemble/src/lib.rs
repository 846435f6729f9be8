//! Many draws of a case, many packages on the same draws.
//!
//! - [`design`]: which draws
//! - [`mod@run`]: the games of all packages in all draws, on as many threads as there are
//! - [`paths`]: single paths of a package, in many draws
//! - [`draw`]: what one draw of one package came to
//! - [`band`]: means, quantiles and their standard errors
//!
//! The result is a function of case, packages, seed and number of draws: it has the same bits for
//! any number of threads, and the first draws of a long run are those of a short one.

pub mod band;
pub mod design;
pub mod draw;
pub mod paths;
pub mod run;
pub mod variance;

pub use band::{Band, Estimate};
pub use design::Design;
pub use paths::{Play, play};
pub use run::{Cancelled, Ensemble, Observer, Request, run};
