//! The arguments of `standfast brief`.

use std::path::PathBuf;

use clap::Args;
use standfast::study::DEFAULT_SEED;

#[derive(Args, Debug)]
pub(crate) struct BriefArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The package: a preset, or instruments joined by +
    #[arg(long, value_name = "A+B")]
    pub(crate) package: String,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// How many futures to draw, for all parts alike
    #[arg(long, default_value_t = standfast::brief::DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years risks are reported; the middle one is what the text is about [default: 5,10,50,
    /// as far as the case goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    /// A date to print below the title, as it is to stand there [default: none]
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,

    /// Write to a file instead of standard output; it appears only when it is complete
    #[arg(long, short, visible_alias = "output", value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,

    /// Threads to use [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}
