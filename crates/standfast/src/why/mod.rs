//! Why a package comes to what it does: which of its instruments, which pairs of them, and why somebody refuses.

pub mod findings;

use standfast_analysis::Table;
use standfast_analysis::shapley::Lattice;
use standfast_ensemble::gain;
use standfast_ensemble::{Cancelled, Column, Design, Observer, Sweep};
use standfast_model::Scenario;
use standfast_model::actor::Actor;
use standfast_model::check::Quantity;
use standfast_model::instrument::InstrumentSet;
use standfast_model::package::{signatories, supported};

use crate::document::Case;
use crate::selection::Selection;
use crate::study::{DEFAULT_SEED, Study};
use crate::watch::Watch;
pub use findings::WhyFindings;

/// Draws that are taken unless somebody asks for another number: k instruments are 2ᵏ packages.
pub const DEFAULT_DRAWS: usize = 64;
/// Packages of more instruments are not taken apart.
pub const MOST_INSTRUMENTS: usize = 12;

/// What to find out about a package.
#[derive(Clone, Debug, PartialEq)]
pub struct Why<'a> {
    /// The case.
    pub case: &'a Case,
    /// The package.
    pub package: Selection,
    /// The draws.
    pub design: Design,
    /// Within how many years, ascending.
    pub years: Vec<usize>,
}

/// Why there are no findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ended {
    /// The package has more than [`MOST_INSTRUMENTS`].
    #[error("a package of {0} instruments, more than {MOST_INSTRUMENTS}")]
    TooManyInstruments(usize),
    /// The observer ended it.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

/// What instruments can do something to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A war begins.
    War,
    /// Neither war nor capture.
    Intact,
    /// A war, a capture or a limited attack.
    QuietBroken,
    /// A limited attack, before any war or capture.
    Limited,
    /// The protégé is lost.
    Lost,
    /// All sign.
    Concluded,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Outcome; 6] =
        [Outcome::War, Outcome::Intact, Outcome::QuietBroken, Outcome::Limited, Outcome::Lost, Outcome::Concluded];

    /// Its word in results, that of checks.
    pub fn word(self) -> &'static str {
        self.column(0).word()
    }

    /// Its number within some years.
    pub fn column(self, years: usize) -> Column {
        let quantity = match self {
            Outcome::Intact => return Column::Intact(years),
            Outcome::War => Quantity::War,
            Outcome::QuietBroken => Quantity::QuietBroken,
            Outcome::Limited => Quantity::Limited,
            Outcome::Lost => Quantity::Lost,
            Outcome::Concluded => Quantity::Concluded,
        };
        Column::Quantity { quantity, actor: None, years: (0, years) }
    }
}

/// The package without each choice of its instruments, solved.
struct Parts {
    table: Table,
    instruments: usize,
    /// By subset: the row of what is left of it.
    rows: Vec<usize>,
}

impl Parts {
    /// The game of the instruments for one number.
    fn lattice(&self, column: Column) -> Lattice<'_> {
        let column = self.table.column(column).unwrap_or_else(|| unreachable!("every number has its column"));
        Lattice::new(self.instruments, |subset| self.table.values(self.rows[subset], column))
    }
}

impl<'a> Why<'a> {
    /// A package of a case, with the default draws and years.
    pub fn of(case: &'a Case, package: Selection) -> Why<'a> {
        let design = Design::Sobol { seed: DEFAULT_SEED, draws: DEFAULT_DRAWS };
        Why { case, package, design, years: Study::of(case).years }
    }

    /// Solves it: every choice of its instruments once, on the same draws, then what gains are made of.
    ///
    /// # Errors
    /// If there are too many instruments, or the observer cancels it.
    pub fn run(self, observer: &dyn Observer) -> Result<WhyFindings, Ended> {
        let (scenario, set) = (&self.case.scenario, self.package.set);
        if set.len() > MOST_INSTRUMENTS {
            return Err(Ended::TooManyInstruments(set.len()));
        }
        let actors = with_gains(scenario, set);
        let subsets = subsets(scenario, set);
        let mut packages = subsets.clone();
        packages.sort_unstable();
        packages.dedup();
        let watch = Watch::new(observer, self.design, packages.len() + gain::games(scenario, set, &actors));
        let sweep = Sweep::new(scenario, self.design, &packages, columns(&self.years, &actors));
        let mut table = Table::new(&sweep);
        table.complete(&sweep, |_| Ok(()), &watch)?;
        let row = |set: &InstrumentSet| table.position(*set).unwrap_or_else(|| unreachable!("all are solved"));
        let rows = subsets.iter().map(row).collect();
        let parts = Parts { instruments: set.len(), rows, table };
        let gains = gain::by_stream(scenario, self.design, set, &actors, &watch)?;
        Ok(WhyFindings::new(&self, &parts, &actors, &gains))
    }
}

/// Who gains something from signing a package or loses: those of its parties who have a value.
fn with_gains(scenario: &Scenario, set: InstrumentSet) -> Vec<Actor> {
    let parties = signatories(set, &scenario.instruments, &scenario.actors);
    parties.into_iter().filter(|actor| !matches!(actor, Actor::Other(_))).collect()
}

/// By choice of a package's instruments, given by bits: what is left of it when those drop out that miss
/// something that they require.
fn subsets(scenario: &Scenario, set: InstrumentSet) -> Vec<InstrumentSet> {
    let members: Vec<usize> = set.iter().collect();
    let chosen =
        |subset: usize| (0..members.len()).filter(|bit| subset >> bit & 1 == 1).map(|bit| members[bit]).collect();
    (0..1 << members.len()).map(|subset| supported(chosen(subset), &scenario.instruments)).collect()
}

/// What is kept of each choice.
fn columns(years: &[usize], actors: &[Actor]) -> Vec<Column> {
    let outcomes = years.iter().flat_map(|&years| Outcome::ALL.map(|outcome| outcome.column(years)));
    let signs = |&actor: &Actor| Column::Quantity { quantity: Quantity::Signs, actor: Some(actor), years: (0, 0) };
    let mut columns: Vec<Column> = outcomes.collect();
    columns.extend(actors.iter().map(signs));
    columns.extend(actors.iter().map(|&actor| Column::Gain(actor)));
    columns.extend(Column::OF_EQUILIBRIA);
    columns
}
