//! What is answered.

use serde::Serialize;
use standfast::Refused;
use standfast::part::Ungathered;
use standfast_report::Catalogue;
use standfast_report::faults::{Explained, explained};
use standfast_report::figure::Figure;

/// An answer in JSON.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub(crate) enum Answer<T> {
    /// What was asked for.
    Found(T),
    /// Why it cannot be answered.
    Failed(Failure),
}

/// Findings, and what they come to in words.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Said<F> {
    /// As the command of the same name prints them.
    pub findings: F,
    /// What they come to.
    pub sentences: Vec<String>,
    /// Why to doubt them.
    pub doubts: Vec<String>,
    /// How they were made.
    pub method: Vec<String>,
    /// What they look like.
    pub figures: Vec<Figure>,
}

/// Why a request cannot be answered.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Failure {
    /// It is no request.
    BadRequest {
        /// What the reader of requests says.
        message: String,
    },
    /// There are no words to answer in.
    NoWords,
    /// No case is open.
    NothingOpen,
    /// A number is not from 1 to the most that it may be.
    OutOfBounds {
        /// Which.
        what: &'static str,
        /// What was given.
        given: usize,
        /// The most that it may be.
        most: usize,
    },
    /// No number stands there, or it is not written as a range or a plain number.
    UnknownNumber {
        /// Where.
        number: String,
    },
    /// The case, or the choice of packages, has faults.
    Refused {
        /// What has them.
        name: String,
        /// The faults.
        diagnostics: Vec<Explained>,
    },
    /// A part that is needed did not come with the request.
    Missing {
        /// Of which package.
        package: String,
        /// Which batch.
        batch: usize,
    },
    /// A part is of another case or seed, or none at all.
    ForeignPart,
    /// The question has no answer for this case or package, or is too large.
    Unanswerable {
        /// Why.
        message: String,
        /// What to ask instead.
        help: Option<String>,
    },
}

impl Failure {
    /// Why a text, or a choice, is refused, in the words of a catalogue.
    pub(crate) fn refused(catalogue: &Catalogue, refused: &Refused) -> Failure {
        let each = refused.diagnostics.iter().map(|diagnostic| explained(catalogue, diagnostic));
        Failure::Refused { name: refused.name.clone(), diagnostics: each.collect() }
    }
}

impl From<Ungathered> for Failure {
    fn from(ungathered: Ungathered) -> Failure {
        match ungathered {
            Ungathered::Missing { package, batch } => Failure::Missing { package, batch },
            Ungathered::Foreign => Failure::ForeignPart,
        }
    }
}
