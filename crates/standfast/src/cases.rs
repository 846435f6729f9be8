//! The cases that come with the engine.

use crate::document::{Beside, Case, Source};

/// A case whose text is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmbeddedCase {
    /// Its id, which is also the name of its folder.
    pub id: &'static str,
    /// Its text.
    pub text: &'static str,
    /// The bibliography beside it.
    pub references: Option<&'static str>,
}

/// What the bibliography beside a scenario file is called.
pub const REFERENCES: &str = "references.bib";

macro_rules! embedded {
    (file $id:literal $name:literal) => {
        include_str!(concat!("../../../scenarios/", $id, "/", $name))
    };
    (references $id:literal) => { None };
    (references $id:literal $with:ident) => { Some(embedded!(file $id "references.bib")) };
    ($($id:literal $($with_references:ident)?),* $(,)?) => {
        &[$(EmbeddedCase {
            id: $id,
            text: embedded!(file $id "scenario.toml"),
            references: embedded!(references $id $($with_references)?),
        }),*]
    };
}

/// All of them, the default case first; `"id" with_references` where a bibliography lies beside it.
pub const CASES: &[EmbeddedCase] = embedded![
    "ukraine-2025" with_references,
    "baltic-2025" with_references,
    "korea-1953" with_references,
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
        let beside = |text: &'static str| Beside::Bibliography(REFERENCES, text.as_bytes());
        let references = self.references.map_or(Beside::Nowhere, beside);
        let source = Source { name: self.id, text: self.text.as_bytes(), references };
        // A test reads every embedded case, so this cannot fail in a build that passed.
        Case::read(source).unwrap_or_else(|refused| unreachable!("{refused}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test looks at the repository")]
    fn a_bibliography_beside_a_bundled_case_comes_with_it() {
        for case in CASES {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios").join(case.id);
            let file = std::fs::read_to_string(folder.join(REFERENCES)).ok();
            assert_eq!(case.references, file.as_deref(), "{}", case.id);
            assert!(case.read().references.is_none_or(|references| references.is_ok()), "{}", case.id);
        }
    }
}
