//! The arguments of `standfast break`.

use clap::{Args, ValueEnum};
use standfast::breach::Risk;
use standfast::study::DEFAULT_SEED;

use super::Printed;

#[derive(Args, Debug)]
pub(crate) struct BreakArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The package: a preset, or instruments joined by +
    #[arg(long, value_name = "A+B")]
    pub(crate) package: String,

    /// The stresses that may come, joined by + [default: all that can hold from the start]
    #[arg(long, value_name = "A+B")]
    pub(crate) among: Vec<String>,

    /// A stress that holds in any case (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// Of what the risk is taken
    #[arg(long, value_enum, default_value_t = RiskArgument::War)]
    pub(crate) risk: RiskArgument,

    /// The chance that breaks the package if the risk passes it, from 0 to 1
    #[arg(long, value_name = "CHANCE", conflicts_with = "times")]
    pub(crate) threshold: Option<f64>,

    /// The same as a multiple of the package's own risk
    #[arg(long, value_name = "K", default_value_t = standfast::breach::DEFAULT_TIMES)]
    pub(crate) times: f64,

    /// Look at sets of at most so many stresses
    #[arg(long, value_name = "N", default_value_t = standfast::breach::DEFAULT_UP_TO, value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) up_to: u8,

    /// Look at every set that can hold, also at those that contain a smaller one that breaks the package
    #[arg(long, conflicts_with = "up_to")]
    pub(crate) whole: bool,

    /// How many futures to draw
    #[arg(long, default_value_t = standfast::breach::DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years risks are reported; the middle one decides [default: 5,10,50, as far as the case
    /// goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
#[value(rename_all = "snake_case")]
pub(crate) enum RiskArgument {
    /// A first war
    War,
    /// A war, or the protégé captured without one
    WarOrCapture,
    /// Any attack, a limited one included
    QuietBroken,
    /// A limited attack, before any war or capture
    Limited,
    /// The protégé lost, to a war or without one
    Lost,
}

impl From<RiskArgument> for Risk {
    fn from(risk: RiskArgument) -> Risk {
        match risk {
            RiskArgument::War => Risk::War,
            RiskArgument::WarOrCapture => Risk::WarOrCapture,
            RiskArgument::QuietBroken => Risk::QuietBroken,
            RiskArgument::Limited => Risk::Limited,
            RiskArgument::Lost => Risk::Lost,
        }
    }
}
