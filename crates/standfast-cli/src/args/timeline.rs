//! The arguments of `standfast timeline`.

use clap::Args;
use standfast::study::DEFAULT_SEED;
use standfast::timeline::{DEFAULT_DRAWS, DEFAULT_ORDERS, DEFAULT_STEP};

use super::Printed;

#[derive(Args, Debug)]
pub(crate) struct TimelineArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The package: a preset, or instruments joined by +
    #[arg(long, value_name = "A+B")]
    pub(crate) package: String,

    /// The instruments that begin one after the other; the others begin with the ceasefire [default: all
    /// of the package]
    #[arg(long = "move", value_name = "A+B")]
    pub(crate) moved: Vec<String>,

    /// Years between two beginnings
    #[arg(long, value_name = "YEARS", default_value_t = DEFAULT_STEP, value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) step: u8,

    /// Look at so many orders at most; if more are allowed, the best is searched for
    #[arg(long, value_name = "N", default_value_t = DEFAULT_ORDERS, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) orders: u16,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// How many futures to draw
    #[arg(long, default_value_t = DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years risks are reported; the middle one ranks the orders [default: 5,10,50, as far
    /// as the case goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    #[command(flatten)]
    pub(crate) printed: Printed,
}
