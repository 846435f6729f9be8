//! The nouns of a game of extended deterrence, and the checks that make a scenario of them.
//!
//! A scenario arrives as a [`tree::Value`], whatever text it was written in, and leaves as a
//! [`Scenario`] in which every name is resolved, or as [`fault::Faults`]: all that is wrong with
//! it at once, each fault with the path of the place (`instruments.treaty.effects[3].on`). This
//! crate knows no text positions and prints no messages; both belong to the layers above.
//!
//! | module | noun |
//! |---|---|
//! | [`actor`] | challenger, protégé, guarantors, others |
//! | [`factor`] | what drifts: will, forces, regimes |
//! | [`primitive`] | the quantities of the game, their links, defaults and where they are read |
//! | [`number`] | a plain number, a range or a distribution |
//! | [`effect`] and [`condition`] | what moves a primitive, and where |
//! | [`instrument`] and [`package`] | guarantees and measures, and sets of them |
//! | [`constraint`] | in which order instruments may come into force |
//! | [`stress`] and [`bearing`] | what may go wrong, and with which packages |
//! | [`question`] | what can be asked of the game |
//! | [`check`] | what history says, to hold the case against |
//! | [`claim`] | what somebody said, as tests on outcomes |
//! | [`assumptions`] | what a reader takes to be otherwise |
//! | [`evidence`] | what a number rests on |
//! | [`structure`] | assumptions of the game made otherwise |
//! | [`scenario`] | all of it, resolved and checked |
//! | [`fault`] | what is wrong or doubtful, and where |

pub mod actor;
pub mod assumptions;
pub mod basis;
pub mod bearing;
pub mod check;
pub mod claim;
pub mod condition;
pub mod constraint;
mod dates;
mod doubts;
pub mod effect;
pub mod evidence;
pub mod factor;
pub mod fault;
pub mod instrument;
pub mod number;
pub mod package;
pub mod parents;
pub mod primitive;
pub mod question;
mod read;
pub mod scenario;
mod states;
pub mod stress;
pub mod structure;
pub mod subject;
pub mod text;
pub mod tree;

pub use scenario::Scenario;
