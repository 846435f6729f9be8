//! What is wrong with a scenario, and where.
//!
//! A fault carries a code and the words that a message needs, not the message: texts for people
//! come from the catalogues of `standfast-report`.

use std::collections::BTreeSet;
use std::fmt;

use crate::tree::Path;

/// How many errors are listed: a text with more is something else than a scenario.
pub const MAX_ERRORS: usize = 1000;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot be used.
    Error,
    /// The scenario can be used, but probably does not say what its author means.
    Warning,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $text:literal),* $(,)?) => {
        /// The kinds of fault. Each has a message and a help text in the catalogues.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])* $name),* }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$name),*];

            /// The code as it is printed and looked up.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text),* }
            }
        }
    };
}

codes! {
    /// The text is not TOML.
    Syntax = "syntax",
    /// The file is not UTF-8 text.
    NotText = "not-text",
    /// The file is larger than any scenario.
    TooLarge = "too-large",
    /// A file that cannot be read.
    Unreadable = "unreadable",
    /// A case that does not come with the program, and is no file either.
    UnknownCase = "unknown-case",
    /// A character that cannot be seen, or that hides others.
    HiddenCharacter = "hidden-character",
    /// A key that is too long to be a name.
    TooLong = "too-long",
    /// Tables or lists within each other, deeper than the language goes.
    TooDeep = "too-deep",
    /// A value of another type is needed.
    WrongType = "wrong-type",
    /// A key that the language does not have.
    UnknownKey = "unknown-key",
    /// A required key is missing.
    MissingKey = "missing-key",
    /// A text that must say something and does not.
    EmptyText = "empty-text",
    /// A word where only certain words can stand.
    UnknownWord = "unknown-word",
    /// The format version is not one that this engine reads.
    UnknownVersion = "unknown-version",
    /// An id with characters that ids cannot have.
    BadId = "bad-id",
    /// An id that is a word of the language.
    ReservedId = "reserved-id",
    /// An id given twice.
    DuplicateId = "duplicate-id",
    /// A whole number outside its limits.
    OutOfLimits = "out-of-limits",
    /// An actor that the case does not have.
    UnknownActor = "unknown-actor",
    /// A factor that the case does not have.
    UnknownFactor = "unknown-factor",
    /// A level that the factor does not have.
    UnknownLevel = "unknown-level",
    /// An instrument that the case does not have.
    UnknownInstrument = "unknown-instrument",
    /// A primitive that does not exist.
    UnknownPrimitive = "unknown-primitive",
    /// A name that nothing in the case has.
    UnknownName = "unknown-name",
    /// Evidence that the case does not have.
    UnknownEvidence = "unknown-evidence",
    /// A given number that rests on no evidence.
    NoEvidence = "no-evidence",
    /// Evidence that no number rests on.
    UnusedEvidence = "unused-evidence",
    /// A source that the bibliography does not have.
    UnknownSource = "unknown-source",
    /// Evidence from a source that it does not name.
    NoSource = "no-source",
    /// Sources, and no bibliography that could have them.
    NoBibliography = "no-bibliography",
    /// The bibliography is not BibTeX.
    ReferencesSyntax = "references-syntax",
    /// A key of the bibliography given twice.
    DuplicateReference = "duplicate-reference",
    /// An entry of the bibliography that takes something from elsewhere.
    BorrowingReference = "borrowing-reference",
    /// An entry of the bibliography from which no citation can be made.
    IncompleteReference = "incomplete-reference",
    /// A type of entry that BibTeX does not have.
    UnknownEntryType = "unknown-entry-type",
    /// No levels, or too many.
    BadLevels = "bad-levels",
    /// Two levels of one name.
    DuplicateLevel = "duplicate-level",
    /// A name twice in a list that is a set.
    ListedTwice = "listed-twice",
    /// A factor that nothing reads.
    UnusedFactor = "unused-factor",
    /// The initial distribution has another length than the levels.
    InitialLength = "initial-length",
    /// The initial distribution has an entry that is no probability.
    InitialEntry = "initial-entry",
    /// The initial distribution does not sum to 1.
    InitialSum = "initial-sum",
    /// A number that is not finite.
    NotFinite = "not-finite",
    /// A number that its primitive cannot be.
    OutOfDomain = "out-of-domain",
    /// A text that is neither a number nor a range.
    BadRange = "bad-range",
    /// A range that ends before it starts.
    RangeOrder = "range-order",
    /// A range or distribution that reaches the edge of its primitive's domain.
    RangeAtEdge = "range-at-edge",
    /// A distribution that does not exist.
    UnknownDistribution = "unknown-distribution",
    /// A parameter that the distribution cannot have.
    BadParameter = "bad-parameter",
    /// A number given in two ways, or in none.
    AmbiguousNumber = "ambiguous-number",
    /// A condition that never holds where the primitive is read.
    NeverActive = "never-active",
    /// A condition that no state meets.
    EmptyCondition = "empty-condition",
    /// An effect on a primitive that takes none.
    NoEffects = "no-effects",
    /// An instrument's effect on a primitive that is read with nothing in force.
    ReadWithoutInstruments = "read-without-instruments",
    /// An effect that multiplies by more than anybody means.
    LargeEffect = "large-effect",
    /// Two effects that say the same.
    SameEffect = "same-effect",
    /// A start of its own for the commitment of a consensus body.
    ConsensusFrom = "consensus-from",
    /// A consensus body without members.
    ConsensusWithoutMembers = "consensus-without-members",
    /// Members without a decision by consensus.
    MembersWithoutConsensus = "members-without-consensus",
    /// An instrument that is never in force.
    NeverInForce = "never-in-force",
    /// An effect that ends before it starts.
    EffectNeverInForce = "effect-never-in-force",
    /// Something that begins after the last year that is solved.
    AfterTheEnd = "after-the-end",
    /// An instrument that no package can hold.
    NeverAgreed = "never-agreed",
    /// A constraint about two instruments and about one, or about none.
    AmbiguousConstraint = "ambiguous-constraint",
    /// Instruments each of which would have to come after the others.
    ConstraintCircle = "constraint-circle",
    /// A package without something that one of its instruments requires.
    PackageRequires = "package-requires",
    /// A package with two instruments that exclude each other.
    PackageExcludes = "package-excludes",
    /// A package with two consensus bodies.
    TwoConsensusBodies = "two-consensus-bodies",
    /// A package named like an instrument but made of other instruments.
    PackageNameClash = "package-name-clash",
    /// Neither a preset nor instruments of the case.
    UnknownPackage = "unknown-package",
    /// A stress that the case does not have.
    UnknownStress = "unknown-stress",
    /// A check that the case does not have.
    UnknownCheck = "unknown-check",
    /// A stress that sets in later, where only those from the start can stand.
    LateStress = "late-stress",
    /// Two stresses that put one factor at two levels.
    StressesClash = "stresses-clash",
    /// A key that says nothing beside what the table is about.
    NeedlessKey = "needless-key",
    /// Years that are no window inside the horizon.
    BadWindow = "bad-window",
    /// A game compared with itself.
    ComparedWithItself = "compared-with-itself",
    /// Signatures under a package without instruments.
    NothingToSign = "nothing-to-sign",
    /// An actor whose signature the package does not need.
    NotAsked = "not-asked",
    /// A claim with tests and a reason for silence, or with neither.
    AmbiguousClaim = "ambiguous-claim",
    /// A test that holds whatever the answer is.
    AlwaysTrue = "always-true",
    /// A claim that the case does not have.
    UnknownClaim = "unknown-claim",
    /// A set of assumptions that assumes nothing.
    NoAssumptions = "no-assumptions",
    /// A set of assumptions that the case does not have.
    UnknownAssumptions = "unknown-assumptions",
    /// A number tuned on a check that was to stay untouched.
    TunedOnHeldOut = "tuned-on-held-out",
    /// A package called nothing that holds something.
    NothingNotEmpty = "nothing-not-empty",
    /// Two packages that hold the same.
    SamePackage = "same-package",
    /// A stress that changes nothing.
    EmptyStress = "empty-stress",
    /// Factors whose hazards depend on each other in a circle.
    Cycle = "cycle",
    /// More states than the engine takes on.
    TooManyStates = "too-many-states",
    /// More of something than the engine takes on.
    TooMany = "too-many",
    /// More errors than anybody reads.
    TooManyFaults = "too-many-faults",
}

impl Code {
    /// How bad a fault of this kind is.
    pub fn severity(self) -> Severity {
        match self {
            Code::NoEvidence
            | Code::UnusedEvidence
            | Code::UnknownSource
            | Code::NoSource
            | Code::NoBibliography
            | Code::IncompleteReference
            | Code::UnknownEntryType
            | Code::ListedTwice
            | Code::UnusedFactor
            | Code::ReadWithoutInstruments
            | Code::LargeEffect
            | Code::SameEffect
            | Code::NeverInForce
            | Code::EffectNeverInForce
            | Code::AfterTheEnd
            | Code::NeverAgreed
            | Code::SamePackage
            | Code::EmptyStress
            | Code::NoAssumptions => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// Whether a fault lies in a key or in its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The key is wrong.
    Key,
    /// The value is wrong.
    Value,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What kind of fault.
    pub code: Code,
    /// Where.
    pub path: Path,
    /// In the key or in the value there.
    pub target: Target,
    /// The words that the message needs, by name.
    pub words: Vec<(&'static str, String)>,
    /// What could have stood there, for suggestions.
    pub known: Vec<String>,
}

impl Fault {
    /// A fault in the value at a path.
    pub fn new(code: Code, path: &Path) -> Fault {
        Fault { code, path: path.clone(), target: Target::Value, words: Vec::new(), known: Vec::new() }
    }

    /// The same fault with a word for its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, word: impl fmt::Display) -> Fault {
        self.words.push((name, word.to_string()));
        self
    }

    /// A word of the message; nothing where the fault has none of that name.
    pub fn word(&self, name: &str) -> &str {
        self.words.iter().find(|(known, _)| *known == name).map_or("", |(_, word)| word)
    }

    /// The same fault with what could have stood there, each word once.
    #[must_use]
    pub fn known<S: AsRef<str>>(mut self, known: impl IntoIterator<Item = S>) -> Fault {
        let mut seen = BTreeSet::new();
        let words = known.into_iter().map(|word| word.as_ref().to_owned());
        self.known = words.filter(|word| seen.insert(word.clone())).collect();
        self
    }

    /// The same fault, lying in the key.
    #[must_use]
    pub fn at_key(mut self) -> Fault {
        self.target = Target::Key;
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.code.as_str(), self.path)?;
        for (name, word) in &self.words {
            write!(f, ", {name}: {word}")?;
        }
        Ok(())
    }
}

/// All faults of a document, in the order of their discovery. At least one is an error.
///
/// Of errors no more than [`MAX_ERRORS`] are listed; the last then says how many there are.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{} faults, the first: {}", .0.len(), .0.first().map_or_else(String::new, ToString::to_string))]
pub struct Faults(pub Vec<Fault>);
