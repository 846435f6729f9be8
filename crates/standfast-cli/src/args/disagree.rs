//! The arguments of `standfast disagree`.

use clap::Args;
use standfast::disagree::DEFAULT_DRAWS;
use standfast::study::DEFAULT_SEED;

use super::Printed;
use super::breach::RiskArgument;

#[derive(Args, Debug)]
pub(crate) struct DisagreeArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    pub(crate) case: String,

    /// The first reader: a set of assumptions of the case, or `case` for the case as it is
    pub(crate) first: String,

    /// The second reader
    pub(crate) second: String,

    /// The package: a preset, or instruments joined by + [default: nothing]
    #[arg(long, value_name = "A+B")]
    pub(crate) package: Option<String>,

    /// Of what the risk is taken
    #[arg(long, value_enum, default_value_t = RiskArgument::War)]
    pub(crate) risk: RiskArgument,

    /// A stress that holds from the start for both (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// How many futures to draw; k differences are 2ᵏ variants of the case in each
    #[arg(long, default_value_t = DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years risks are reported; sentences are about the middle one [default: 5,10,50, as
    /// far as the case goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    #[command(flatten)]
    pub(crate) printed: Printed,
}
