//! The arguments of `standfast sensitivity`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use standfast::study::DEFAULT_SEED;

use super::{OutcomeArgument, Printed};

#[derive(Args, Debug)]
pub(crate) struct SensitivityArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The package: a preset, or instruments joined by +
    #[arg(long, value_name = "A+B", default_value = standfast::model::package::NOTHING)]
    pub(crate) package: String,

    /// What may change
    #[arg(long, value_enum, default_value_t = OutcomeArgument::War, value_name = "OUTCOME")]
    pub(crate) outcome: OutcomeArgument,

    /// By what numbers are grouped
    #[arg(long, value_enum, default_value_t = ByArgument::Mechanism)]
    pub(crate) by: ByArgument,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// How many futures to draw; with g groups the package is solved in g + 3 times as many
    #[arg(long, default_value_t = standfast::sensitivity::DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years outcomes are reported; the tables show the middle one [default: 5,10,50, as
    /// far as the case goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    /// Keep what is done in a file, and go on from it if it is there
    #[arg(long, value_name = "FILE")]
    pub(crate) checkpoint: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ByArgument {
    /// What they do in the game
    Mechanism,
    /// What kind of evidence they rest on
    Basis,
    /// The source that they rest on
    Source,
    /// The factor that they move, or whose level they wait for
    Factor,
}
