//! Would these security guarantees hold?
//!
//! The facade: scenario texts become cases ([`document`]), cases become findings.

pub mod breach;
pub mod brief;
pub mod cases;
pub mod checkpoint;
pub mod claims;
pub mod diagnostic;
pub mod difference;
pub mod disagree;
pub mod discover;
pub mod document;
pub mod findings;
pub mod kept;
pub mod packages;
pub mod part;
pub mod places;
pub mod playthrough;
pub mod provenance;
pub mod questions;
pub mod record;
pub mod references;
pub mod selection;
pub mod sensitivity;
pub mod solve;
pub mod study;
mod syntax;
pub mod template;
pub mod timeline;
pub mod topic;
mod watch;
pub mod why;

pub use breach::{BreachFindings, BreachStudy};
pub use brief::{Brief, BriefFindings};
pub use cases::EmbeddedCase;
pub use claims::{Claims, claims};
pub use difference::differences;
pub use disagree::{Disagree, DisagreeFindings};
pub use discover::{Discover, DiscoverFindings};
pub use document::{Beside, Case, Refused, Source};
pub use findings::Findings;
pub use packages::{AllPackages, PackagesFindings};
pub use part::Part;
pub use playthrough::{Playthrough, Telling};
pub use record::{Record, record};
pub use references::References;
pub use selection::Selection;
pub use sensitivity::{Sensitivity, SensitivityFindings};
pub use standfast_analysis as analysis;
pub use standfast_ensemble as ensemble;
pub use standfast_game as game;
pub use standfast_model as model;
pub use study::Study;
pub use timeline::{Timeline, TimelineFindings};
pub use topic::Topic;
pub use why::{Why, WhyFindings};
