//! The command line.

mod breach;
mod brief;
mod disagree;
mod discover;
mod plot;
mod sensitivity;
mod timeline;
mod why;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use standfast::study::{DEFAULT_DRAWS, DEFAULT_SEED};
use standfast_report::Language;

pub(crate) use breach::BreakArguments;
pub(crate) use brief::BriefArguments;
pub(crate) use disagree::DisagreeArguments;
pub(crate) use discover::DiscoverArguments;
pub(crate) use plot::{FigureArgument, PlotArguments};
pub(crate) use sensitivity::{ByArgument, SensitivityArguments};
pub(crate) use timeline::TimelineArguments;
pub(crate) use why::{OutcomeArgument, WhyArguments};

/// Would these security guarantees hold?
///
/// Standfast compares packages of security guarantees for a country under threat: the risk of a new
/// attack that each leaves, its weakest places, whose signature is missing, and how far to trust
/// that.
#[derive(Parser, Debug)]
#[command(version, about, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// The language of what is printed for people [default: that of the locale, or English]
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE")]
    pub(crate) lang: Option<Lang>,
}

/// A language that there are texts in.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lang {
    /// English
    En,
    /// Ukrainian
    Uk,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Language {
        match lang {
            Lang::En => Language::En,
            Lang::Uk => Language::Uk,
        }
    }
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Compare packages of guarantees: risks, signatures, and how sure they are
    Assess(AssessArguments),
    /// Solve every package that can be agreed, and show the best; goes on where it was ended
    Packages(PackagesArguments),
    /// Say why a package comes to what it does: which instruments, which pairs, and why somebody refuses
    Why(WhyArguments),
    /// Find the smallest sets of stresses under which a package breaks
    Break(BreakArguments),
    /// Say what would change an outcome: which groups of uncertain numbers, and which single ones
    Sensitivity(SensitivityArguments),
    /// Write a brief about one package, in HTML: a few printed pages to hand over
    Brief(BriefArguments),
    /// Follow a package over the years: how it fades, what waiting costs, and in which order to begin
    Timeline(TimelineArguments),
    /// Find in which futures a package fails: limits on the uncertain numbers that most of them share
    Discover(DiscoverArguments),
    /// Say why two readers of a case come to different answers: which of their assumptions make how much
    Disagree(DisagreeArguments),
    /// Draw a figure as SVG or PNG: the risk over the years, who signs, why, where it breaks …
    Plot(PlotArguments),
    /// Solve one game and print every series of the method page
    Solve(SolveArguments),
    /// Tell one future: a path of the game, year by year, with the chance of everything that happens
    Tell(TellArguments),
    /// Hold a case against the record: each of its checks, and whether it holds
    Record(RecordArguments),
    /// Hold what people said against the model: which claims hold, which fail, and what decides the others
    Claims(ClaimsArguments),
    /// Begin a case: writes a small one that runs, with a comment for every table
    New(NewArguments),
    /// Find every fault of scenario files: errors, and what is doubtful
    Check(CheckArguments),
    /// Lay scenario files out in the canonical way: order, blanks and lines; comments and values stay
    Fmt(FmtArguments),
    /// Say what a name means: a primitive, an actor, an instrument, evidence, a fault …
    Explain(ExplainArguments),
    /// Say what changed between two cases, in words
    Diff(DiffArguments),
    /// Print the JSON Schema of scenario files, for completion and checks in an editor
    Schema(SchemaArguments),
    /// Show the page in a browser on this machine: packages composed, answered and questioned without a terminal
    Serve(ServeArguments),
    /// Write the page as files for any host
    Site(SiteArguments),
    /// Say what the model leaves out, whatever the case
    Limits(LimitsArguments),
    /// List the cases that come with the program
    Cases,
}

/// How findings come out, and how fast.
#[derive(Args, Debug)]
pub(crate) struct Printed {
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,

    /// Write to a file instead of standard output; it appears only when it is complete
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Threads to use [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

#[derive(Args, Debug)]
pub(crate) struct AssessArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// A package: a preset, or instruments joined by + (repeat to compare several) [default: all
    /// presets, or else each instrument]
    #[arg(long = "package", value_name = "A+B")]
    pub(crate) packages: Vec<String>,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// How many futures to draw
    #[arg(long, default_value_t = DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years risks are reported [default: 5,10,50, as far as the case goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    /// Take every number at its median instead of drawing
    #[arg(long, value_name = "WHERE", conflicts_with_all = ["draws", "seed"])]
    pub(crate) at: Option<At>,

    /// Make assumptions of the game itself otherwise as well, one after the other, and show how far that moves
    /// the risks
    #[arg(long)]
    pub(crate) structure: bool,

    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(Args, Debug)]
pub(crate) struct PackagesArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The instruments on offer, or presets for those that they hold, joined by + [default: all
    /// instruments]
    #[arg(long, value_name = "A+B")]
    pub(crate) among: Vec<String>,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// How many futures to draw
    #[arg(long, default_value_t = standfast::packages::DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// Within how many years risks are reported; the middle one ranks the packages [default: 5,10,50, as far
    /// as the case goes]
    #[arg(long, value_delimiter = ',', value_name = "YEARS")]
    pub(crate) years: Vec<usize>,

    /// What packages are to protect from: war and capture, or limited attacks too
    #[arg(long, value_enum, default_value_t = ProtectionArgument::Intact)]
    pub(crate) protection: ProtectionArgument,

    /// Whose acceptance counts on the frontier [default: everybody's]
    #[arg(long, value_name = "ACTOR")]
    pub(crate) acceptable_to: Option<String>,

    /// Whose upkeep counts on the frontier [default: that of all who pay]
    #[arg(long, value_name = "ACTOR")]
    pub(crate) cost_to: Option<String>,

    /// Keep what is done in a file, and go on from it if it is there
    #[arg(long, value_name = "FILE")]
    pub(crate) checkpoint: Option<PathBuf>,

    /// How many of the best packages the table shows
    #[arg(long, default_value_t = 10, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) best: u16,

    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProtectionArgument {
    /// Neither war nor capture
    Intact,
    /// No limited attack either
    Quiet,
}

#[derive(Args, Debug)]
pub(crate) struct SolveArguments {
    /// A scenario file, a case that comes with the program, or - for standard input
    pub(crate) case: String,

    /// A package: a preset, or instruments joined by + (may be repeated) [default: nothing]
    #[arg(long = "package", value_name = "A+B")]
    pub(crate) packages: Vec<String>,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// Where the game starts
    #[arg(long, value_enum, default_value_t = StartArgument::Peace)]
    pub(crate) start: StartArgument,

    /// Where the uncertain numbers are taken
    #[arg(long, value_enum, default_value_t = At::Median)]
    pub(crate) at: At,

    /// How to print the solution
    #[arg(long, value_enum, default_value_t = SolveFormat::Table)]
    pub(crate) format: SolveFormat,

    /// Write to a file instead of standard output; it appears only when it is complete
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct TellArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// The package: a preset, or instruments joined by + [default: nothing]
    #[arg(long, value_name = "A+B")]
    pub(crate) package: Option<String>,

    /// A stress that holds from the start (repeat to combine several)
    #[arg(long, value_name = "STRESS")]
    pub(crate) under: Vec<String>,

    /// Which path among all, by its number of peaceful years
    #[arg(long, value_enum, default_value_t = WhichArgument::Typical)]
    pub(crate) which: WhichArgument,

    /// Among how many paths: one in each draw, or so many at the median
    #[arg(long, default_value_t = DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Tell a path of this draw, instead of choosing
    #[arg(long, value_name = "N", group = "place", conflicts_with_all = ["which", "draws"])]
    pub(crate) draw: Option<usize>,

    /// Take every number at its median instead of drawing
    #[arg(long, value_name = "WHERE", group = "place")]
    pub(crate) at: Option<At>,

    /// Tell this path of the draw or of the median [default: 0 of a draw, chosen at the median]
    #[arg(long, value_name = "N", requires = "place", conflicts_with_all = ["which", "draws"])]
    pub(crate) path: Option<u64>,

    /// Seed of the draws and of what chance decides: the same seed gives the same story everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// How to print it
    #[arg(long, value_enum, default_value_t = TellFormat::Text)]
    pub(crate) format: TellFormat,

    /// Write to a file instead of standard output; it appears only when it is complete
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Threads to use [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhichArgument {
    /// The one in the middle
    Typical,
    /// One of the best: a tenth of the paths have as many peaceful years or more
    Best,
    /// One of the worst: a tenth have as few or fewer
    Worst,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TellFormat {
    /// For a terminal
    Text,
    /// Every event, and the lines that tell it, for programs
    Json,
    /// For a page
    Markdown,
}

#[derive(Args, Debug)]
pub(crate) struct RecordArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// How many futures to draw
    #[arg(long, default_value_t = DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    /// How to print the record
    #[arg(long, value_enum, default_value_t = RecordFormat::Table)]
    pub(crate) format: RecordFormat,

    /// Write to a file instead of standard output; it appears only when it is complete
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Threads to use [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

#[derive(Args, Debug)]
pub(crate) struct ClaimsArguments {
    /// A case that comes with the program, a scenario file, or - for standard input
    #[arg(default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// A claim, with the reason for its coding (repeat for several) [default: all claims]
    #[arg(long = "claim", value_name = "ID")]
    pub(crate) claims: Vec<String>,

    /// How many futures to draw
    #[arg(long, default_value_t = DEFAULT_DRAWS, value_name = "N")]
    pub(crate) draws: usize,

    /// Seed of the draws: the same seed gives the same bits everywhere
    #[arg(long, default_value_t = DEFAULT_SEED)]
    pub(crate) seed: u64,

    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    /// Scenario files, cases that come with the program, or - for standard input [default: the case
    /// that assess takes]
    #[arg(value_name = "CASE|FILE")]
    pub(crate) cases: Vec<String>,

    /// Take warnings for errors
    #[arg(long)]
    pub(crate) strict: bool,

    /// How to print what was found
    #[arg(long, value_enum, default_value_t = CheckFormat::Table)]
    pub(crate) format: CheckFormat,
}

/// Where uncertain numbers are taken.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// Every range at its middle on its scale, every distribution at its median
    Median,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Tables and sentences
    Table,
    /// Everything, for programs
    Json,
    /// One row for each number, with what it is about and how it was made
    Csv,
    /// The same for programs that compute with many rows
    Parquet,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RecordFormat {
    /// A table and sentences
    Table,
    /// Everything, for programs
    Json,
    /// One row for each check
    Csv,
    /// A section for a page, with what each check says
    Markdown,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckFormat {
    /// Each fault with its line; of many alike the first ones
    Table,
    /// Every fault, for editors and other programs
    Json,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SolveFormat {
    /// A table of the years
    Table,
    /// Every series under its name
    Json,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StartArgument {
    /// A ceasefire
    Peace,
    /// A war that goes on
    War,
}

#[derive(Args, Debug)]
pub(crate) struct ExplainArguments {
    /// A primitive (us.stake, GUARANTOR.stake or stake), actor, factor, instrument, package, stress,
    /// check, piece of evidence, source, or the code of a fault
    #[arg(required_unless_present = "primitives")]
    pub(crate) name: Option<String>,

    /// The reference of all primitives, whatever the case
    #[arg(long, conflicts_with_all = ["name", "case"])]
    pub(crate) primitives: bool,

    /// The case in which the name means it: one that comes with the program, a scenario file, or -
    #[arg(long, default_value = standfast::EmbeddedCase::DEFAULT.id)]
    pub(crate) case: String,

    /// How to print it
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
}

#[derive(Args, Debug)]
pub(crate) struct DiffArguments {
    /// The case as it was: one that comes with the program, a scenario file, or - for standard input
    pub(crate) before: String,

    /// The case as it is
    pub(crate) after: String,

    /// How to print the differences
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,

    /// Exit with 4 if the cases differ
    #[arg(long)]
    pub(crate) exit_code: bool,
}

#[derive(Args, Debug)]
pub(crate) struct LimitsArguments {
    /// How to print them
    #[arg(long, value_enum, default_value_t = LimitsFormat::Text)]
    pub(crate) format: LimitsFormat,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LimitsFormat {
    /// For a terminal
    Text,
    /// For a page
    Markdown,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageFormat {
    /// For a terminal
    Text,
    /// Everything, for programs
    Json,
    /// For a page
    Markdown,
}

#[derive(Args, Debug)]
pub(crate) struct SchemaArguments {
    /// Write to a file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct NewArguments {
    /// Its id; NAME.toml is written, and nothing is ever overwritten
    pub(crate) name: String,
}

#[derive(Args, Debug)]
pub(crate) struct FmtArguments {
    /// Scenario files, or - to lay out standard input on standard output
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<String>,

    /// Write nothing; name the files that are not in canonical layout, and exit with 1 if there are some
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ServeArguments {
    /// The port on this machine; 0 takes any that is free
    #[arg(long, value_name = "PORT", default_value_t = 2025)]
    pub(crate) port: u16,

    /// Open it in the browser as well
    #[arg(long)]
    pub(crate) open: bool,
}

#[derive(Args, Debug)]
pub(crate) struct SiteArguments {
    /// The folder to write into; it is made if it is missing, and has to be empty
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}
