//! The arguments of `standfast plot`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use standfast::study::DEFAULT_SEED;
use standfast_report::figure::Theme;

use super::{ByArgument, OutcomeArgument};

#[derive(Args, Debug)]
pub(crate) struct PlotArguments {
    /// Which figure
    #[arg(value_enum, value_name = "FIGURE")]
    pub(crate) figure: FigureArgument,

    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The package that the figure is about: a preset, or instruments joined by + (repeat for packages to compare)
    #[arg(long = "package", value_name = "A+B")]
    pub(crate) packages: Vec<String>,

    /// A package behind the fan, for comparison (two at most) [default: no guarantee]
    #[arg(long = "ghost", value_name = "A+B")]
    pub(crate) ghosts: Vec<String>,

    /// The instruments on offer in the figure of all packages, joined by + [default: all instruments]
    #[arg(long, value_name = "A+B")]
    pub(crate) among: Vec<String>,

    /// The outcome that the figures of why and of sensitivity are about
    #[arg(long, value_enum, default_value_t = OutcomeArgument::War, value_name = "OUTCOME")]
    pub(crate) outcome: OutcomeArgument,

    /// By what numbers are grouped in the figure of sensitivity
    #[arg(long, value_enum, default_value_t = ByArgument::Basis)]
    pub(crate) by: ByArgument,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// The colours: as the reader's system is, light, dark, or black on white
    #[arg(long, value_enum, default_value_t = ThemeArgument::Auto)]
    pub(crate) theme: ThemeArgument,

    /// As narrow as a telephone
    #[arg(long)]
    pub(crate) narrow: bool,

    /// The file: NAME.svg, or NAME.png at twice the size
    #[arg(long, short, visible_alias = "output", value_name = "FILE")]
    pub(crate) out: PathBuf,

    /// How many futures to draw [default: as many as the command with the same numbers]
    #[arg(long, value_name = "N")]
    pub(crate) draws: Option<usize>,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years risks are reported [default: 5,10,50, as far as the case goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    /// Threads to use [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FigureArgument {
    /// The chance that a war has begun, over the years, as a fan
    Fan,
    /// In how many of ten futures a war begins
    Dots,
    /// Who signs, and who keeps its word
    Signs,
    /// The risk under several packages
    Packages,
    /// What each instrument of a package brings
    Why,
    /// Where a package breaks: the smallest sets of stresses
    Breach,
    /// What would change an outcome: shares of its spread
    Sensitivity,
    /// A package over the years, with the dates of its instruments
    Timeline,
    /// The case held against the record
    Checks,
    /// All packages: protection, acceptance and cost
    Frontier,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ThemeArgument {
    /// Light or dark as the reader's system is, black and white when printed; a PNG is light
    Auto,
    /// Light
    Light,
    /// Dark
    Dark,
    /// Black, white and greys
    Print,
}

impl From<ThemeArgument> for Theme {
    fn from(theme: ThemeArgument) -> Theme {
        match theme {
            ThemeArgument::Auto => Theme::Auto,
            ThemeArgument::Light => Theme::Light,
            ThemeArgument::Dark => Theme::Dark,
            ThemeArgument::Print => Theme::Print,
        }
    }
}
