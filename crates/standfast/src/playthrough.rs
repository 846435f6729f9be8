//! One future, told: a path of a package, chosen by a measure, with everything that reproduces it.

use serde::Serialize;
use standfast_ensemble::run::run_draw;
use standfast_ensemble::{Cancelled, Design, Observer, Play, Request, play};
use standfast_game::Start;
use standfast_game::path::{End, Event, Help, Path, What};
use standfast_game::response::Severity;
use standfast_model::Scenario;
use standfast_model::actor::Actor;

use crate::document::Case;
use crate::provenance::{CaseFindings, Method, Words};
use crate::selection::Selection;
use crate::solve::SolvedEquilibria;

/// What to tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling<'a> {
    /// The case.
    pub case: &'a Case,
    /// The package; it starts at peace.
    pub package: Selection,
    /// The draws from which a path is chosen; one of them, or the median, is told.
    pub design: Design,
    /// The seed of the luck.
    pub seed: u64,
    /// Which path.
    pub choice: Choice,
}

/// Which path is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// This one.
    This(Play),
    /// One among so many: a path of each draw, or so many paths at the median.
    Among {
        /// Where it stands among them.
        which: Which,
        /// How many.
        paths: usize,
    },
}

/// Where a path stands among others, from the fewest peaceful years to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Which {
    /// In the middle.
    Typical,
    /// A tenth are better.
    Best,
    /// A tenth are worse.
    Worst,
}

/// A path with what it is a path of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Playthrough {
    /// The case.
    pub case: CaseFindings,
    /// How the numbers were made.
    pub method: Method,
    /// The package.
    pub package: ToldPackage,
    /// The seed of the luck.
    pub seed: u64,
    /// The draw; at the median there is only draw 0.
    pub draw: usize,
    /// The path of the draw.
    pub path: u64,
    /// How it was chosen; nothing if it was asked for.
    pub chosen: Option<Chosen>,
    /// The chance in this draw that a war begins within the horizon.
    pub war_in_this_draw: f64,
    /// Who signs in this draw. A path is conditional on all of them doing so.
    pub signs: Vec<Signs>,
    /// The chance in this draw that all of them sign; nothing if there is nothing to sign.
    pub concluded: Option<f64>,
    /// The equilibria behind the draw.
    pub equilibrium: SolvedEquilibria,
    /// How many years the case reports.
    pub horizon: usize,
    /// Years in which the protégé was not attacked, was at peace and was not lost.
    pub peaceful_years: usize,
    /// `peace`, `war` or `lost`.
    pub end: &'static str,
    /// What happens, in order.
    pub events: Vec<ToldEvent>,
    /// The same by year, as the game has it.
    #[serde(skip)]
    pub by_year: Path,
}

/// The package that is played.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldPackage {
    /// Its id.
    pub id: String,
    /// Its name, where the case has one.
    pub name: Option<Words>,
    /// Its instruments.
    pub instruments: Vec<String>,
}

/// How a path was chosen among others: by peaceful years, then by the number of the draw and path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// Where it stands.
    pub which: Which,
    /// Among how many.
    pub among: usize,
    /// The peaceful years of the path that a tenth are worse than, and of the one that a tenth are
    /// better than.
    pub tenths: [usize; 2],
}

/// Whether a party signs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Signs {
    /// Who.
    pub actor: String,
    /// With what chance.
    pub probability: f64,
}

/// One thing that happens, under the names of the case.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ToldEvent {
    /// Its number.
    pub id: usize,
    /// The year.
    pub year: i64,
    /// What kind of thing.
    pub kind: &'static str,
    /// Whose it is, where that is a guarantor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// The factor that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub factor: Option<String>,
    /// The factor's level before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The factor's level from now on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The instrument that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// What a guarantor does: `stands_aside`, `supplies` or `intervenes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<&'static str>,
    /// To what it responds: `limited` or `war`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attack: Option<&'static str>,
    /// How likely it was, given all that had happened before; 1 for what follows from it.
    pub probability: f64,
}

impl Telling<'_> {
    /// Plays the paths, chooses one and says all about it.
    ///
    /// # Errors
    /// If the observer cancels it.
    pub fn run(self, observer: &dyn Observer) -> Result<Playthrough, Cancelled> {
        let scenario = &self.case.scenario;
        let plays = match self.choice {
            Choice::This(this) => vec![this],
            Choice::Among { paths, .. } if self.design == Design::Median => {
                (0..paths as u64).map(|path| Play { draw: 0, path }).collect()
            }
            Choice::Among { paths, .. } => (0..paths).map(|draw| Play { draw, path: 0 }).collect(),
        };
        let mut paths = play(scenario, self.design, self.package.set, self.seed, &plays, observer)?;
        let (at, chosen) = match self.choice {
            Choice::This(_) => (0, None),
            Choice::Among { which, .. } => {
                let (at, tenths) = choose(which, &paths);
                (at, Some(Chosen { which, among: paths.len(), tenths }))
            }
        };
        Ok(self.told(plays[at], chosen, paths.swap_remove(at)))
    }

    fn told(&self, play: Play, chosen: Option<Chosen>, path: Path) -> Playthrough {
        let scenario = &self.case.scenario;
        let set = self.package.set;
        let consent = [set].into_iter().collect();
        let request = Request { packages: vec![(set, Start::Peace)], consent, ..Request::default() };
        let run = run_draw(scenario, self.design, play.draw, &request).remove(0);
        let first = run.outcomes[0].first_passage.as_ref();
        let first = first.unwrap_or_else(|| unreachable!("solved from peace"));
        let consent = &run.consents[0];
        let signs = consent.parties.iter().filter(|_| !set.is_empty());
        let signs = signs.map(|(actor, p)| Signs { actor: scenario.actors.id(*actor).to_owned(), probability: *p });
        Playthrough {
            case: CaseFindings::of(self.case),
            method: Method::of(scenario, self.design),
            package: ToldPackage {
                id: self.package.id.clone(),
                name: self.package.name.as_ref().map(Words::from),
                instruments: scenario.ids(set).into_iter().map(ToOwned::to_owned).collect(),
            },
            seed: self.seed,
            draw: play.draw,
            path: play.path,
            chosen,
            war_in_this_draw: first.war_within(scenario.horizon),
            signs: signs.collect(),
            concluded: (!set.is_empty()).then_some(consent.concluded),
            equilibrium: run.equilibria[0].into(),
            horizon: scenario.horizon,
            peaceful_years: peaceful_years(&path),
            end: match path.end {
                End::Peace => "peace",
                End::War => "war",
                End::Lost => "lost",
            },
            events: events(scenario, &path),
            by_year: path,
        }
    }
}

/// Years in which the protégé was not attacked, was at peace and was not lost.
pub fn peaceful_years(path: &Path) -> usize {
    let calm = |event: &Event| matches!(event.what, What::Holds | What::Withstands);
    path.years.iter().filter(|year| year.events.iter().any(calm)).count()
}

/// The position of a path among others, and the peaceful years of those at both tenths.
fn choose(which: Which, paths: &[Path]) -> (usize, [usize; 2]) {
    let years: Vec<usize> = paths.iter().map(peaceful_years).collect();
    let mut order: Vec<usize> = (0..paths.len()).collect();
    // Stable: those with as many stay in the order of their numbers.
    order.sort_by_key(|&i| years[i]);
    let last = paths.len().saturating_sub(1);
    let (low, middle, high) = (last / 10, last / 2, last - last / 10);
    let at = match which {
        Which::Worst => low,
        Which::Typical => middle,
        Which::Best => high,
    };
    (order[at], [years[order[low]], years[order[high]]])
}

fn events(scenario: &Scenario, path: &Path) -> Vec<ToldEvent> {
    let years = path.years.iter().enumerate();
    let all = years.flat_map(|(t, year)| year.events.iter().map(move |event| (scenario.start + t as i64, event)));
    all.enumerate().map(|(id, (year, event))| told_event(scenario, id, year, event)).collect()
}

fn told_event(scenario: &Scenario, id: usize, year: i64, event: &Event) -> ToldEvent {
    let plain = |kind| ToldEvent { id, year, kind, probability: event.probability, ..ToldEvent::default() };
    let of_factor = |kind, factor: usize, from: Option<usize>, to: usize| {
        let factor = &scenario.factors[factor];
        let level = |level: usize| Some(factor.levels[level].clone());
        ToldEvent { factor: Some(factor.id.clone()), from: from.and_then(level), to: level(to), ..plain(kind) }
    };
    let of_instrument = |kind, instrument: usize| ToldEvent {
        instrument: Some(scenario.instruments[instrument].id.clone()),
        ..plain(kind)
    };
    match event.what {
        What::Stands { factor, level } => of_factor("stands", factor, None, level),
        What::Moves { factor, from, to } => of_factor("moves", factor, Some(from), to),
        What::Exhausted { factor, from } => of_factor("exhausted", factor, Some(from), 0),
        What::ComesIntoForce(i) => of_instrument("comes_into_force", i),
        What::Expires(i) => of_instrument("expires", i),
        What::Lapses(i) => of_instrument("lapses", i),
        What::Resumes(i) => of_instrument("resumes", i),
        What::Cancelled(i) => of_instrument("cancelled", i),
        What::Agrees(i) => of_instrument("agrees", i),
        What::Blocks(i) => of_instrument("blocks", i),
        What::Responds { guarantor, response, to } => ToldEvent {
            actor: Some(scenario.actors.id(Actor::Guarantor(guarantor)).to_owned()),
            response: Some(match response {
                Help::StandsAside => "stands_aside",
                Help::Supplies => "supplies",
                Help::Intervenes => "intervenes",
            }),
            attack: Some(match to {
                Severity::Limited => "limited",
                Severity::War => "war",
            }),
            ..plain("responds")
        },
        What::Holds => plain("holds"),
        What::Coerces => plain("coerces"),
        What::Captured => plain("captured"),
        What::Withstands => plain("withstands"),
        What::AttacksLimited => plain("attacks_limited"),
        What::Invades => plain("invades"),
        What::Escalates => plain("escalates"),
        What::StaysLimited => plain("stays_limited"),
        What::Takes => plain("takes"),
        What::IsHeld => plain("is_held"),
        What::Settles => plain("settles"),
        What::FightsOn => plain("fights_on"),
        What::Better => plain("better"),
        What::Worse => plain("worse"),
        What::Conquers => plain("conquers"),
        What::IsRepelled => plain("is_repelled"),
        What::GoesOn => plain("goes_on"),
    }
}

#[cfg(test)]
mod tests {
    use standfast_game::path::Year;
    use standfast_model::instrument::InstrumentSet;
    use standfast_model::primitive::Phase;

    use super::*;

    fn path(peaceful: usize) -> Path {
        let year = |i: usize| {
            let what = if i < peaceful { What::Holds } else { What::AttacksLimited };
            let events = vec![Event { what, probability: 0.5 }];
            Year { levels: Vec::new(), phase: Phase::Peace, set: InstrumentSet::EMPTY, events }
        };
        Path { years: (0..30).map(year).collect(), end: End::Peace }
    }

    #[test]
    fn the_middle_and_the_tenths_go_by_peaceful_years_then_by_number() {
        let paths: Vec<Path> = (0..21).rev().map(path).collect();
        assert_eq!(choose(Which::Typical, &paths), (10, [2, 18]));
        assert_eq!(choose(Which::Worst, &paths), (18, [2, 18]));
        assert_eq!(choose(Which::Best, &paths), (2, [2, 18]));
        let alike: Vec<Path> = (0..5).map(|_| path(7)).collect();
        assert_eq!(choose(Which::Typical, &alike), (2, [7, 7]));
        assert_eq!(choose(Which::Best, &alike[..1]), (0, [7, 7]));
    }
}
