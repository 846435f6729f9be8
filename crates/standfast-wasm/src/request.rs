//! What can be asked.

use serde::Deserialize;
use standfast_report::figure::{Look, Theme};

/// More draws than that are not taken on at once.
pub const MOST_DRAWS: usize = 1 << 14;

/// A request. All but `words` need words, which are those that were given last; all but `open` and `check` are about the
/// case that was opened last.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// Gives the words of a language, and says which that is.
    Words {
        /// The language's code.
        language: String,
        /// Its messages, as Fluent has them.
        text: String,
    },
    /// Opens a case: its outline in words.
    Open {
        /// The scenario text.
        text: String,
        /// Numbers of it that are taken to be otherwise: where they stand, and what to write there.
        #[serde(default)]
        #[cfg_attr(test, ts(optional, as = "Option<Vec<(String, String)>>"))]
        assume: Vec<(String, String)>,
    },
    /// What is wrong with a scenario text, and doubtful, in words.
    Check {
        /// The text.
        text: String,
    },
    /// One package in one batch of eight draws, as bytes: see [`standfast::part`].
    Part {
        /// A preset, or instruments joined by `+`.
        package: String,
        /// The seed of the draws.
        seed: u64,
        /// Which batch, from 0.
        batch: usize,
        /// Whether its noise floor, and who signs it, are left out, which take most of the time.
        #[serde(default)]
        #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
        risks_only: bool,
    },
    /// How packages compare, from the parts that come with the request.
    Gather(Study),
    /// How packages compare: see [`standfast::Study`].
    Assess(Study),
    /// Every series of packages at the median: see [`standfast::solve`].
    Solve {
        /// Presets, or instruments joined by `+`.
        packages: Vec<String>,
    },
    /// Which instruments, and which pairs, make a package what it is: see [`standfast::why`].
    #[cfg(feature = "questions")]
    Why(Study),
    /// The smallest sets of stresses that break a package: see [`standfast::breach`].
    #[cfg(feature = "questions")]
    Break(Study),
    /// Which numbers make the spread of a risk: see [`standfast::sensitivity`].
    #[cfg(feature = "questions")]
    Sensitivity(Study),
    /// What people said, held against the model: see [`mod@standfast::claims`].
    #[cfg(feature = "questions")]
    Claims(Study),
    /// One future of a package: see [`standfast::playthrough`].
    #[cfg(feature = "questions")]
    Tell(Study),
    /// Every package of the instruments of some, or of all: see [`standfast::packages`].
    #[cfg(feature = "questions")]
    Packages(Study),
    /// Why two readers disagree about a package: see [`mod@standfast::disagree`].
    #[cfg(feature = "questions")]
    Disagree(Study),
    /// How a package fades: see [`standfast::timeline`].
    #[cfg(feature = "questions")]
    Timeline(Study),
}

/// Packages on draws.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// Presets, or instruments joined by `+`; what is about one package is about the first.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub packages: Vec<String>,
    /// The seed of the draws.
    pub seed: u64,
    /// How many draws.
    pub draws: usize,
    /// Within how many years; those of the command line if there are none.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<usize>>"))]
    pub years: Vec<usize>,
    /// Whether its figures are for a telephone.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub narrow: bool,
    /// The future to tell, by number; a typical one if there is none.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub future: Option<usize>,
    /// The ids of the readers who disagree.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub readers: Option<[String; 2]>,
}

impl Study {
    /// How its figures are to look.
    pub(crate) fn look(&self) -> Look {
        look(self.narrow)
    }
}

/// How figures are to look: the page sets their colours, and has their titles and sentences beside them.
pub(crate) fn look(narrow: bool) -> Look {
    Look { narrow, ..Theme::Page.into() }
}
