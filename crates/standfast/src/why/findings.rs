//! Why a package comes to what it does, as data.

use serde::Serialize;
use standfast_analysis::shapley::Lattice;
use standfast_ensemble::draw::Equilibria;
use standfast_ensemble::gain::Gains;
use standfast_ensemble::{Band, Column};
use standfast_game::forward::streams::Stream;
use standfast_model::actor::Actor;
use standfast_model::check::Quantity;

use super::{Outcome, Parts, Why};
use crate::findings::comparison::NO_DIFFERENCE;
use crate::findings::{EquilibriaFindings, Years};
use crate::provenance::{CaseFindings, Method, NamedFindings, Words};

/// Why a package comes to what it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhyFindings {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// The package's id, or its instruments joined by `+`.
    pub package: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// Its instruments.
    pub instruments: Vec<NamedFindings>,
    /// Within how many years outcomes are reported.
    pub years: Vec<usize>,
    /// The span that sentences are about.
    pub headline_years: usize,
    /// How many packages were solved in each draw: what is left of each choice of its instruments.
    pub packages: usize,
    /// By outcome and years.
    pub outcomes: Vec<OutcomeFindings>,
    /// By party that has a value: what it gains by signing.
    pub gains: Vec<GainFindings>,
    /// What is known of the equilibria behind these numbers.
    pub equilibria: EquilibriaFindings,
}

/// Where an outcome comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutcomeFindings {
    /// In the word that checks have for it.
    pub quantity: &'static str,
    /// Within how many years; nothing for signatures.
    pub years: Option<usize>,
    /// By instrument.
    #[serde(flatten)]
    pub attribution: Attribution,
}

/// Where the gain of a party comes from, in units of its own stake.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GainFindings {
    /// The party.
    pub actor: String,
    /// Its probability of signing the package.
    pub signs: Band,
    /// The share of the draws in which it would rather refuse: it signs with less than 1/2.
    pub refuses: f64,
    /// Whether these are most of the draws.
    pub rather_refuses: bool,
    /// By instrument; without any of them, what a bare ceasefire is worth to it.
    #[serde(flatten)]
    pub attribution: Attribution,
    /// By stream, those that are 0 in every draw left out: they add up to the gain from the package.
    pub streams: Vec<StreamFindings>,
}

/// One stream of a gain: of the package, less of the war that a refusal leaves the party with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StreamFindings {
    /// Which.
    pub stream: &'static str,
    /// Its spread over the draws.
    #[serde(flatten)]
    pub band: Band,
}

/// A number of a package, attributed to its instruments.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attribution {
    /// Without any of them.
    pub nothing: Band,
    /// With all.
    pub all: Band,
    /// The difference, draw by draw, to which the shares add up.
    pub difference: Band,
    /// In the order of the instruments.
    pub instruments: Vec<Contribution>,
    /// In the order of the instruments.
    pub pairs: Vec<Interaction>,
}

/// What an instrument brings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contribution {
    /// Its id.
    pub instrument: String,
    /// Its Shapley value.
    pub shapley: Band,
    /// Added to nothing.
    pub added_first: Band,
    /// Added to all others.
    pub taken_last: Band,
    /// The share of the draws in which its Shapley value lowers the number, by half a point or more.
    pub lowers: f64,
    /// The same for raising it.
    pub raises: f64,
}

/// What two instruments do to each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Interaction {
    /// Their ids.
    pub instruments: [String; 2],
    /// Their interaction index.
    pub interaction: Band,
    /// The share of the draws in which it lowers the number, by half a point or more.
    pub lowers: f64,
    /// The same for raising it.
    pub raises: f64,
}

impl WhyFindings {
    pub(super) fn new(why: &Why<'_>, parts: &Parts, actors: &[Actor], gains: &Gains) -> WhyFindings {
        let Why { case, package, design, .. } = why;
        let scenario = &case.scenario;
        let years = Years::new(why.years.clone());
        let instruments = package.set.iter().map(|i| &scenario.instruments[i]);
        let instruments: Vec<_> = instruments.map(|i| NamedFindings::of(&i.id, i.name.as_ref())).collect();
        let ids: Vec<&str> = instruments.iter().map(|instrument| instrument.id.as_str()).collect();
        let attribution = |column: Column| Attribution::new(&ids, &parts.lattice(column));
        let outcomes = Outcome::ALL.into_iter().flat_map(|outcome| {
            // Signatures have no years: one is as good as another.
            let spans = if outcome.column(0).years().is_some() { &years.list[..] } else { &years.list[..1] };
            spans.iter().map(move |&within| outcome.column(within))
        });
        let outcome = |column: Column| OutcomeFindings {
            quantity: column.word(),
            years: column.years().map(|(_, to)| to),
            attribution: attribution(column),
        };
        let gain = |(&actor, streams): (&Actor, &[Vec<f64>; Stream::ALL.len()])| {
            let signs = Column::Quantity { quantity: Quantity::Signs, actor: Some(actor), years: (0, 0) };
            let lattice = parts.lattice(signs);
            let refuses = share(lattice.all(), |p| p < 0.5);
            let stream = |(stream, values): (Stream, &Vec<f64>)| StreamFindings {
                stream: stream.word(),
                band: Band::of(values),
            };
            let streams = Stream::ALL.into_iter().zip(streams);
            let streams = streams.filter(|(_, values)| values.iter().any(|value| *value != 0.0)).map(stream);
            GainFindings {
                actor: scenario.actors.id(actor).to_owned(),
                signs: Band::of(lattice.all()),
                refuses,
                rather_refuses: refuses > 0.5,
                attribution: attribution(Column::Gain(actor)),
                streams: streams.collect(),
            }
        };
        WhyFindings {
            case: CaseFindings::of(case),
            method: Method::of(scenario, *design),
            package: package.id.clone(),
            name: package.name.as_ref().map(Words::from),
            headline_years: years.headline(),
            packages: parts.table.packages().len(),
            outcomes: outcomes.map(outcome).collect(),
            gains: actors.iter().zip(&gains.streams).map(gain).collect(),
            equilibria: EquilibriaFindings::of(&equilibria(parts, gains)),
            years: years.list,
            instruments,
        }
    }

    /// An outcome within the headline years.
    pub fn headline(&self, outcome: Outcome) -> &OutcomeFindings {
        let years = outcome.column(self.headline_years).years().map(|(_, to)| to);
        let found = self.outcomes.iter().find(|found| found.quantity == outcome.word() && found.years == years);
        found.unwrap_or_else(|| unreachable!("every outcome is reported"))
    }
}

impl Attribution {
    fn new(ids: &[&str], lattice: &Lattice<'_>) -> Attribution {
        let difference: Vec<f64> = lattice.all().iter().zip(lattice.nothing()).map(|(all, none)| all - none).collect();
        let pairs = (0..ids.len()).flat_map(|one| (one + 1..ids.len()).map(move |other| (one, other)));
        let interaction = |(one, other): (usize, usize)| {
            let index = lattice.interaction(one, other);
            Interaction {
                instruments: [one, other].map(|i| ids[i].to_owned()),
                interaction: Band::of(&index),
                lowers: share(&index, lowers),
                raises: share(&index, raises),
            }
        };
        Attribution {
            nothing: Band::of(lattice.nothing()),
            all: Band::of(lattice.all()),
            difference: Band::of(&difference),
            instruments: ids.iter().enumerate().map(|(i, id)| Contribution::new(id, lattice, i)).collect(),
            pairs: pairs.map(interaction).collect(),
        }
    }
}

impl Contribution {
    fn new(id: &str, lattice: &Lattice<'_>, i: usize) -> Contribution {
        let shapley = lattice.shapley(i);
        Contribution {
            instrument: id.to_owned(),
            shapley: Band::of(&shapley),
            added_first: Band::of(&lattice.added_first(i)),
            taken_last: Band::of(&lattice.taken_last(i)),
            lowers: share(&shapley, lowers),
            raises: share(&shapley, raises),
        }
    }
}

fn lowers(difference: f64) -> bool {
    difference <= -NO_DIFFERENCE
}

fn raises(difference: f64) -> bool {
    difference >= NO_DIFFERENCE
}

/// The share of the draws in which something holds.
fn share(values: &[f64], holds: impl Fn(f64) -> bool) -> f64 {
    values.iter().filter(|value| holds(**value)).count() as f64 / values.len() as f64
}

/// By draw, behind all choices and all gains.
fn equilibria(parts: &Parts, gains: &Gains) -> Vec<Equilibria> {
    let mut all = gains.equilibria.clone();
    for package in 0..parts.table.packages().len() {
        for (all, more) in all.iter_mut().zip(parts.table.equilibria(package).unwrap_or_default()) {
            all.merge(&more);
        }
    }
    all
}
