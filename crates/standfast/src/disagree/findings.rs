//! What was found about two readers, as data.

use serde::Serialize;
use standfast_analysis::shapley::Lattice;
use standfast_ensemble::Band;
use standfast_model::Scenario;
use standfast_model::assumptions::Item;
use standfast_model::number::{Number, Spread};

use super::{CASE, Disagree, Parts, Reader};
use crate::findings::comparison::NO_DIFFERENCE;
use crate::findings::{EquilibriaFindings, Within, differences, within};
use crate::provenance::{CaseFindings, Method, NamedFindings, Words};

/// Findings about two readers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DisagreeFindings {
    /// The case, with the stresses that hold for both.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// The package: the id of a preset, or instruments joined by `+`.
    pub package: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// Its instruments.
    pub instruments: Vec<NamedFindings>,
    /// The risk, in the word that checks have for it where they have one.
    pub risk: &'static str,
    /// Within how many years risks are reported.
    pub years: Vec<usize>,
    /// The span that sentences are about.
    pub headline_years: usize,
    /// The two.
    pub readers: [ReaderFindings; 2],
    /// The second reader's risk minus the first's, draw by draw.
    pub difference: Vec<Within>,
    /// What the package takes away in the eyes of the second, minus what it does in those of the first; nothing for a
    /// package without instruments.
    pub takes_away_difference: Option<Vec<Within>>,
    /// `difference`, `owner` or `group`: how differences were taken together.
    pub by: &'static str,
    /// What they assume differently, and what of the difference of their answers comes from it.
    pub parts: Vec<PartFindings>,
    /// How many variants of the case were solved in each draw.
    pub variants: usize,
    /// What is known of the equilibria behind all of it.
    pub equilibria: EquilibriaFindings,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReaderFindings {
    /// The id of its set of assumptions, or `case`.
    pub id: String,
    /// Its name; nothing for the case as it is.
    pub name: Option<Words>,
    /// What it holds; nothing for the case as it is.
    pub says: Option<Words>,
    /// The risk.
    pub risk: Vec<Within>,
    /// The risk without any guarantee minus that; nothing for a package without instruments.
    pub takes_away: Option<Vec<Within>>,
}

/// A part of the difference.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartFindings {
    /// The primitive, or whose primitives, or of which group they are.
    pub part: String,
    /// What is assumed differently.
    pub assumptions: Vec<AssumptionFindings>,
    /// Its Shapley value, by years: these add up to the difference.
    pub share: Vec<Within>,
    /// Within the headline years: what it alone adds to the first reader's risk.
    pub added_first: Band,
    /// What is missing if it alone stays as the first reader has it.
    pub taken_last: Band,
    /// The share of the draws in which its share raises the risk, by half a point or more.
    pub raises: f64,
    /// The same for lowering it.
    pub lowers: f64,
}

/// Something that the two take to be different.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AssumptionFindings {
    /// The primitive.
    pub primitive: String,
    /// Whether it is an effect on it, and not the number itself.
    pub effect: bool,
    /// The instrument whose effect it is.
    pub instrument: Option<String>,
    /// What each takes it to be: 5th percentile, median and 95th percentile. Nothing where there is no such effect.
    pub numbers: [Option<[f64; 3]>; 2],
    /// The same as it is written, for words.
    #[serde(skip)]
    pub spreads: [Option<Spread>; 2],
    /// What it is, for words.
    #[serde(skip)]
    pub item: Item,
}

impl DisagreeFindings {
    pub(super) fn new(study: &Disagree<'_>, parts: &Parts<'_>) -> DisagreeFindings {
        let Disagree { case, package, years, .. } = study;
        let scenario = &case.scenario;
        let of = Summary { study, parts };
        let last = parts.risks.len() - 1;
        let named = |&stress: &usize| {
            let stress = &scenario.stresses[stress];
            NamedFindings::of(&stress.id, stress.name.as_ref())
        };
        let instruments = package.set.iter().map(|i| &scenario.instruments[i]);
        let difference = |span: usize| differences(&parts.risks[last][span], &parts.risks[0][span]);
        let takes_away = parts.nothing.as_ref().map(|nothing| {
            let by = |reader: usize, span: usize| of.takes_away(nothing, reader, span);
            of.by_years(|span| differences(&by(1, span), &by(0, span)))
        });
        DisagreeFindings {
            case: CaseFindings { under: study.under.iter().map(named).collect(), ..CaseFindings::of(case) },
            method: Method::of(scenario, study.design),
            package: package.id.clone(),
            name: package.name.as_ref().map(Words::from),
            instruments: instruments.map(|each| NamedFindings::of(&each.id, each.name.as_ref())).collect(),
            risk: study.risk.word(),
            headline_years: study.headline(),
            readers: [0, 1].map(|reader| of.reader(reader)),
            difference: of.by_years(difference),
            takes_away_difference: takes_away,
            by: parts.by.word(),
            parts: (0..parts.players.len()).map(|player| of.part(player)).collect(),
            variants: parts.risks.len(),
            equilibria: EquilibriaFindings::of(&parts.equilibria),
            years: years.clone(),
        }
    }

    /// A risk, or a difference of two, within the headline years.
    pub fn headline<'a>(&self, risk: &'a [Within]) -> &'a Band {
        within(risk, self.headline_years)
    }
}

struct Summary<'a> {
    study: &'a Disagree<'a>,
    parts: &'a Parts<'a>,
}

impl Summary<'_> {
    fn by_years(&self, values: impl Fn(usize) -> Vec<f64>) -> Vec<Within> {
        let each = self.study.years.iter().enumerate();
        each.map(|(span, &years)| Within { years, band: Band::of(&values(span)) }).collect()
    }

    /// The risks of a reader: nothing has the second's numbers, or everything.
    fn risks(&self, reader: usize) -> &Vec<Vec<f64>> {
        &self.parts.risks[if reader == 0 { 0 } else { self.parts.risks.len() - 1 }]
    }

    fn takes_away(&self, nothing: &[Vec<Vec<f64>>; 2], reader: usize, span: usize) -> Vec<f64> {
        differences(&nothing[reader][span], &self.risks(reader)[span])
    }

    fn reader(&self, reader: usize) -> ReaderFindings {
        let scenario = &self.study.case.scenario;
        let held = self.study.readers[reader].holds(scenario);
        let id = match self.study.readers[reader] {
            Reader::Case => CASE.to_owned(),
            Reader::Holds(position) => scenario.assumptions[position].id.clone(),
        };
        let nothing = self.parts.nothing.as_ref();
        ReaderFindings {
            name: held.map(|set| NamedFindings::of(&set.id, set.name.as_ref()).name),
            says: held.map(|set| Words::from(&set.says)),
            risk: self.by_years(|span| self.risks(reader)[span].clone()),
            takes_away: nothing.map(|nothing| self.by_years(|span| self.takes_away(nothing, reader, span))),
            id,
        }
    }

    fn lattice(&self, span: usize) -> Lattice<'_> {
        Lattice::new(self.parts.players.len(), |subset| &self.parts.risks[subset][span])
    }

    fn part(&self, player: usize) -> PartFindings {
        let scenario = &self.study.case.scenario;
        let (name, members) = &self.parts.players[player];
        let headline = self.study.years.iter().position(|&years| years == self.study.headline()).unwrap_or(0);
        let lattice = self.lattice(headline);
        let shares = lattice.shapley(player);
        let share =
            |holds: fn(f64) -> bool| shares.iter().filter(|share| holds(**share)).count() as f64 / shares.len() as f64;
        PartFindings {
            part: name.clone(),
            assumptions: members.iter().map(|&i| self.assumption(scenario, i)).collect(),
            share: self.by_years(|span| self.lattice(span).shapley(player)),
            added_first: Band::of(&lattice.added_first(player)),
            taken_last: Band::of(&lattice.taken_last(player)),
            raises: share(|share| share >= NO_DIFFERENCE),
            lowers: share(|share| share <= -NO_DIFFERENCE),
        }
    }

    fn assumption(&self, scenario: &Scenario, i: usize) -> AssumptionFindings {
        let apart = &self.parts.apart[i];
        let instrument = match apart.item {
            Item::Base(_) => None,
            Item::Effect(i) => scenario.effects[*i].instrument,
            Item::Added { instrument, .. } => *instrument,
        };
        let percentiles = |number: &Number| [0.05, 0.5, 0.95].map(|p| number.natural_value(p));
        AssumptionFindings {
            primitive: scenario.primitive_name(scenario.item_primitive(apart.item)),
            effect: !matches!(apart.item, Item::Base(_)),
            instrument: instrument.map(|i| scenario.instruments[i].id.clone()),
            numbers: apart.numbers.map(|number| number.map(percentiles)),
            spreads: apart.numbers.map(|number| number.map(|number| number.spread)),
            item: apart.item.clone(),
        }
    }
}
