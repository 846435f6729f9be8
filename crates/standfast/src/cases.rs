//! The cases that come with the engine.

use crate::document::Case;

/// A case whose text is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmbeddedCase {
    /// Its id, which is also the name of its folder.
    pub id: &'static str,
    /// Its text.
    pub text: &'static str,
}

macro_rules! embedded {
    ($($id:literal),* $(,)?) => {
        &[$(EmbeddedCase { id: $id, text: include_str!(concat!("../../../scenarios/", $id, "/scenario.toml")) }),*]
    };
}

/// All of them, the default case first.
pub const CASES: &[EmbeddedCase] = embedded![
    "ukraine-2025",
    "baltic-2025",
    "korea-1953",
    "textbook-empty-effects",
    "textbook-hazard",
    "textbook-no-guarantors",
    "textbook-one-guarantor",
    "textbook-powerless-help",
];

impl EmbeddedCase {
    /// The default case.
    pub const DEFAULT: EmbeddedCase = CASES[0];

    /// The case of an id.
    pub fn find(id: &str) -> Option<EmbeddedCase> {
        CASES.iter().find(|case| case.id == id).copied()
    }

    /// The case, read.
    pub fn read(self) -> Case {
        // A test reads every embedded case, so this cannot fail in a build that passed.
        Case::from_text(self.id, self.text).unwrap_or_else(|refused| unreachable!("{refused}"))
    }
}
