//! Questions put to a case: each game that they look at is solved once, whoever asks.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use standfast_ensemble::draw::Equilibria;
use standfast_ensemble::quantity::Asked;
use standfast_ensemble::run::PackageRun;
use standfast_ensemble::{Cancelled, Design, Observer, Request, run};
use standfast_game::Start;
use standfast_model::Scenario;
use standfast_model::instrument::InstrumentSet;
use standfast_model::primitive::{Kind, Primitive};
use standfast_model::question::{Comparison, Game, Question};
use standfast_model::stress::Stress;

use crate::findings::EquilibriaFindings;
use crate::provenance::Words;
use crate::selection::Selection;
use crate::watch::Watch;

/// What a question asks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionFindings {
    /// What it is about.
    pub quantity: &'static str,
    /// How its numbers are meant.
    pub scale: Scale,
    /// Whose, by id, where the quantity belongs to an actor.
    pub actor: Option<String>,
    /// From the first of these years to before the second.
    pub years: Option<(usize, usize)>,
    /// Where it was looked at.
    pub game: GameFindings,
    /// With what it was compared.
    pub against: Option<GameFindings>,
}

/// A game that a question looks at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GameFindings {
    /// The package: the id of a preset, or instruments joined by `+`.
    pub package: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// The stresses that hold from the start, by id.
    pub under: Vec<String>,
}

/// How the answers to a question are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A chance, or a share.
    Chance,
    /// A ratio of two chances.
    Ratio,
    /// A difference of two chances.
    Difference,
}

/// The answer to a question.
pub(crate) struct Answer {
    /// By draw, NaN where the quantity is not defined.
    pub(crate) by_draw: Vec<f64>,
    /// What is known of the equilibria behind each draw.
    pub(crate) equilibria: Vec<Equilibria>,
}

/// The answers to several questions.
pub(crate) struct Answers {
    /// One for each.
    pub(crate) each: Vec<Answer>,
    /// What is known of the equilibria behind all of them.
    pub(crate) equilibria: EquilibriaFindings,
}

impl Serialize for Scale {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl Scale {
    /// How the answers to a question are meant, with or without a comparison.
    pub fn of(comparison: Option<Comparison>) -> Scale {
        match comparison {
            None => Scale::Chance,
            Some(Comparison::Ratio) => Scale::Ratio,
            Some(Comparison::Difference) => Scale::Difference,
        }
    }

    /// Its word in results.
    pub fn word(self) -> &'static str {
        match self {
            Scale::Chance => "chance",
            Scale::Ratio => "ratio",
            Scale::Difference => "difference",
        }
    }
}

impl QuestionFindings {
    /// What a question of a case asks.
    pub fn of(scenario: &Scenario, question: &Question) -> QuestionFindings {
        QuestionFindings {
            quantity: question.quantity.word(),
            scale: Scale::of(question.against.as_ref().map(|(comparison, _)| *comparison)),
            actor: question.actor.map(|actor| scenario.actors.id(actor).to_owned()),
            years: question.years,
            game: GameFindings::of(scenario, &question.game),
            against: question.against.as_ref().map(|(_, game)| GameFindings::of(scenario, game)),
        }
    }
}

impl GameFindings {
    fn of(scenario: &Scenario, game: &Game) -> GameFindings {
        let selection = Selection::of(scenario, game.package);
        GameFindings {
            package: selection.id,
            name: selection.name.as_ref().map(Words::from),
            under: game.under.iter().map(|&i| scenario.stresses[i].id.clone()).collect(),
        }
    }
}

impl Answer {
    /// In the draws in which the quantity is defined.
    pub(crate) fn defined(&self) -> Vec<f64> {
        self.by_draw.iter().copied().filter(|value| value.is_finite()).collect()
    }

    /// In those of them that have converged.
    pub(crate) fn defined_and_converged(&self) -> Vec<f64> {
        let each = self.by_draw.iter().zip(&self.equilibria);
        each.filter(|(value, draw)| value.is_finite() && draw.converged()).map(|(value, _)| *value).collect()
    }
}

/// The games that share stresses: one case, solved for all of their packages at once.
#[derive(Default)]
struct Group {
    packages: BTreeSet<InstrumentSet>,
    /// Those of them of which it is asked who signs.
    signed: BTreeSet<InstrumentSet>,
}

/// Answers questions on the same draws, on the current thread pool.
///
/// # Errors
/// If the observer cancels it.
pub(crate) fn answers(
    scenario: &Scenario,
    design: Design,
    questions: &[&Question],
    observer: &dyn Observer,
) -> Result<Answers, Cancelled> {
    let mut groups: BTreeMap<&[usize], Group> = BTreeMap::new();
    for question in questions {
        for game in question.games() {
            let group = groups.entry(&game.under).or_default();
            group.packages.insert(game.package);
            if question.quantity.is_of_signatures() {
                group.signed.insert(game.package);
            }
        }
    }
    let watch = Watch::new(observer, design, groups.values().map(|group| group.packages.len()).sum());
    // By question and side of its comparison.
    let mut asked: BTreeMap<(usize, usize), Answer> = BTreeMap::new();
    let mut equilibria = vec![Equilibria::default(); design.draws()];
    for (under, group) in groups {
        let stressed = scenario.under(under).unwrap_or_else(|_| unreachable!("stresses were checked when read"));
        let packages = group.packages.iter().map(|&set| (set, Start::Peace)).collect();
        let request = Request { packages, consent: group.signed, ..Request::default() };
        let ensemble = run(&stressed, design, &request, &watch)?;
        ensemble.packages.iter().for_each(|run| merge(&mut equilibria, &run.equilibria));
        for (i, question) in questions.iter().enumerate() {
            for (side, game) in question.games().enumerate().filter(|(_, game)| game.under == under) {
                let run = ensemble.packages.iter().find(|run| run.set == game.package);
                let run = run.unwrap_or_else(|| unreachable!("every game of the group was solved"));
                asked.insert((i, side), ask(question, run));
            }
        }
    }
    let mut side = |question, side| asked.remove(&(question, side));
    let answers = questions.iter().enumerate().map(|(i, question)| {
        let own = side(i, 0).unwrap_or_else(|| unreachable!("every question has a game"));
        match (&question.against, side(i, 1)) {
            (Some((comparison, _)), Some(other)) => compare(*comparison, &own, &other),
            _ => own,
        }
    });
    Ok(Answers { each: answers.collect(), equilibria: EquilibriaFindings::of(&equilibria) })
}

/// The uncertain numbers that the games of questions read: not those of instruments and stresses that none of
/// them has, of signing where nobody asks who signs, of votes where nothing is put to the vote.
pub(crate) fn numbers_read(scenario: &Scenario, questions: &[&Question]) -> Vec<usize> {
    let games: Vec<&Game> = questions.iter().flat_map(|question| question.games()).collect();
    let has = |instrument: usize| games.iter().any(|game| game.package.contains(instrument));
    let signed = questions.iter().any(|question| question.quantity.is_of_signatures());
    let bodies = scenario.instruments.iter().enumerate().filter(|(_, instrument)| instrument.consensus.is_some());
    let voted = bodies.map(|(i, _)| i).any(has);
    let is_read = |kind: Kind| match kind {
        Kind::SignCost | Kind::ConsentPrecision => signed,
        // Others sign unless they would block.
        Kind::Block => signed || voted,
        Kind::UnagreedShare => voted,
        _ => true,
    };
    let of_stress = |(i, stress): (usize, &Stress)| {
        let under = games.iter().any(|game| game.under.contains(&i));
        stress.effects.iter().map(|effect| (effect.number, effect.on.kind, under)).collect::<Vec<_>>()
    };
    let own = scenario.effects.iter().map(|effect| (effect.number, effect.on.kind, effect.instrument.is_none_or(has)));
    let bases = Primitive::all(&scenario.actors, scenario.factors.len());
    let numbers = bases.map(|primitive| (scenario.base(primitive), primitive.kind, true)).chain(own);
    let numbers = numbers.chain(scenario.stresses.iter().enumerate().flat_map(of_stress));
    let read: BTreeSet<usize> =
        numbers.filter(|(_, kind, there)| *there && is_read(*kind)).map(|(number, ..)| number).collect();
    read.into_iter().filter(|&number| scenario.numbers[number].is_uncertain()).collect()
}

/// A question's quantity in every draw of a game.
fn ask(question: &Question, run: &PackageRun) -> Answer {
    let consents = run.consents.iter().map(Some).chain(std::iter::repeat(None));
    let by_draw = run.outcomes.iter().zip(consents).map(|(outcome, consent)| {
        let asked = Asked { outcome, consent, years: question.years.unwrap_or_default(), actor: question.actor };
        asked.value(question.quantity)
    });
    Answer { by_draw: by_draw.collect(), equilibria: run.equilibria.clone() }
}

/// Two games, draw by draw.
fn compare(comparison: Comparison, own: &Answer, other: &Answer) -> Answer {
    let by_draw = own.by_draw.iter().zip(&other.by_draw).map(|(own, other)| match comparison {
        Comparison::Ratio => own / other,
        Comparison::Difference => own - other,
    });
    let mut equilibria = own.equilibria.clone();
    merge(&mut equilibria, &other.equilibria);
    Answer { by_draw: by_draw.collect(), equilibria }
}

/// Takes in what is known of others in the same draws.
fn merge(equilibria: &mut [Equilibria], others: &[Equilibria]) {
    equilibria.iter_mut().zip(others).for_each(|(own, other)| own.merge(other));
}
