//! Findings as sentences and tables, in the words of language catalogues.
//!
//! All text for people is in `locales/`, as Fluent messages; this crate chooses messages and fills
//! in numbers. A [`Table`] is titles and cells, which a front end lays out; a [`Figure`] is drawn.

pub mod basis;
pub mod breach;
pub mod brief;
pub mod catalogue;
pub mod citations;
pub mod claims;
pub mod difference;
pub mod disagree;
pub mod discover;
#[cfg(feature = "excerpts")]
pub mod excerpts;
pub mod explain;
pub mod faults;
pub mod figure;
pub mod figures;
pub mod fmt;
pub mod limits;
mod number_words;
mod numbers;
pub mod outline;
pub mod packages;
mod phrases;
mod questions;
pub mod record;
pub mod schema;
pub mod sensitivity;
pub mod sentences;
pub mod story;
pub mod structure;
pub mod tables;
pub mod timeline;
mod titles;
pub mod why;
pub mod wrap;

pub use catalogue::{Catalogue, Language};
pub use figure::Figure;
pub use tables::Table;
