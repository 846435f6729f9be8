//! The arguments of `standfast discover`.

use clap::Args;
use standfast::study::DEFAULT_SEED;

use super::{OutcomeArgument, Printed};

#[derive(Args, Debug)]
pub(crate) struct DiscoverArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The package: a preset, or instruments joined by + [default: nothing]
    #[arg(long, value_name = "A+B")]
    pub(crate) package: Option<String>,

    /// What is looked at in each future
    #[arg(long, value_enum, default_value_t = OutcomeArgument::War, value_name = "OUTCOME")]
    pub(crate) outcome: OutcomeArgument,

    /// The package fails where the outcome is more likely than this, from 0 to 1 [default: in the worst quarter
    /// of the futures]
    #[arg(long, value_name = "CHANCE", conflicts_with = "below")]
    pub(crate) above: Option<f64>,

    /// It fails where the outcome is less likely than this, from 0 to 1
    #[arg(long, value_name = "CHANCE")]
    pub(crate) below: Option<f64>,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// How many futures to draw, and fresh ones again to hold the answer against
    #[arg(long, default_value_t = standfast::discover::DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years [default: 10, as far as the case goes]
    #[arg(long, value_name = "YEARS")]
    pub(crate) years: Option<usize>,

    #[command(flatten)]
    pub(crate) printed: Printed,
}
