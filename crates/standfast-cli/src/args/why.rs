//! The arguments of `standfast why`.

use clap::{Args, ValueEnum};
use standfast::study::DEFAULT_SEED;
use standfast::why::Outcome;

use super::Printed;

#[derive(Args, Debug)]
pub(crate) struct WhyArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The package: a preset, or instruments joined by +
    #[arg(long, value_name = "A+B")]
    pub(crate) package: String,

    /// What the sentences and the first tables are about; json, csv and parquet have all
    #[arg(long, value_enum, default_value_t = OutcomeArgument::War, value_name = "OUTCOME")]
    pub(crate) outcome: OutcomeArgument,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// How many futures to draw; k instruments are 2ᵏ packages in each
    #[arg(long, default_value_t = standfast::why::DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years outcomes are reported; the tables show the middle one [default: 5,10,50, as
    /// far as the case goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
#[value(rename_all = "snake_case")]
pub(crate) enum OutcomeArgument {
    /// A war begins
    War,
    /// Neither war nor capture
    Intact,
    /// A war, a capture or a limited attack
    QuietBroken,
    /// A limited attack, before any war or capture
    Limited,
    /// The protégé is lost, to a war or without one
    Lost,
    /// All sign
    Concluded,
}

impl From<OutcomeArgument> for Outcome {
    fn from(argument: OutcomeArgument) -> Outcome {
        match argument {
            OutcomeArgument::War => Outcome::War,
            OutcomeArgument::Intact => Outcome::Intact,
            OutcomeArgument::QuietBroken => Outcome::QuietBroken,
            OutcomeArgument::Limited => Outcome::Limited,
            OutcomeArgument::Lost => Outcome::Lost,
            OutcomeArgument::Concluded => Outcome::Concluded,
        }
    }
}
