//! Every question that the command line answers, but for how packages compare: convert, call, convert back.

use standfast::breach::{BreachStudy, MOST_SETS};
use standfast::disagree::Reader;
use standfast::ensemble::Play;
use standfast::ensemble::band::FEWEST_FOR_ERRORS;
use standfast::model::instrument::InstrumentSet;
use standfast::packages::MOST_PACKAGES;
use standfast::playthrough::{Choice, Which};
use standfast::sensitivity::{By, Unfit};
use standfast::why::{Ended, MOST_INSTRUMENTS, Outcome};
use standfast::{
    AllPackages, BreachFindings, Claims, Disagree, DisagreeFindings, PackagesFindings, Playthrough, Selection,
    Sensitivity, SensitivityFindings, Telling, Timeline, TimelineFindings, Why, WhyFindings,
};
use standfast_report::catalogue::Arg;
use standfast_report::faults::program;
use standfast_report::figure::{Look, breaches, contributions, frontier, over_years, shares};
use standfast_report::story::{self, story};
use standfast_report::{breach, claims, disagree, packages, sensitivity, timeline, why};

use crate::answer::Failure;
use crate::asked::{Asked, Told, done};
use crate::request::{Request, Study};

/// What a question found.
#[derive(Clone, Debug)]
pub struct Found(Findings);

#[derive(Clone, Debug)]
enum Findings {
    Why(WhyFindings),
    Break(BreachFindings),
    Sensitivity(SensitivityFindings),
    Claims(Claims),
    Tell { playthrough: Playthrough, command: String },
    Packages(PackagesFindings),
    Disagree(DisagreeFindings),
    Timeline(Box<TimelineFindings>),
}

impl Request {
    /// Whether the figures that it asks for are for a telephone.
    pub(crate) fn narrow(&self) -> bool {
        match self {
            Request::Why(study)
            | Request::Break(study)
            | Request::Sensitivity(study)
            | Request::Claims(study)
            | Request::Tell(study)
            | Request::Packages(study)
            | Request::Disagree(study)
            | Request::Timeline(study) => study.narrow,
            _ => false,
        }
    }
}

impl Asked<'_> {
    /// Finds out what a question asks.
    pub(crate) fn find(&self, request: &Request) -> Result<Found, Failure> {
        let found = match request {
            Request::Why(study) => Findings::Why(self.why(study)?),
            Request::Break(study) => Findings::Break(self.breach(study)?),
            Request::Sensitivity(study) => Findings::Sensitivity(self.sensitivity(study)?),
            Request::Claims(study) => Findings::Claims(self.claims(study)?),
            Request::Tell(study) => self.tell(study)?,
            Request::Packages(study) => Findings::Packages(self.packages(study)?),
            Request::Disagree(study) => Findings::Disagree(self.disagree(study)?),
            Request::Timeline(study) => Findings::Timeline(Box::new(self.timeline(study)?)),
            _ => return Err(Failure::BadRequest { message: "no question".to_owned() }),
        };
        Ok(Found(found))
    }

    /// Says what was found.
    pub(crate) fn say(&self, found: Found, look: Look) -> Vec<u8> {
        let (catalogue, case) = (self.catalogue, self.case);
        match found.0 {
            Findings::Why(found) => {
                let words = why::Why::new(catalogue, &found, Outcome::War);
                let figure = contributions(catalogue, &found, Outcome::War, look);
                self.said(&found, (words.sentences(), words.doubts(), words.method(), vec![figure]))
            }
            Findings::Break(found) => {
                let words = breach::Breach::new(catalogue, &found);
                let figure = breaches(catalogue, &found, look);
                self.said(&found, (words.sentences(), words.doubts(), words.method(), vec![figure]))
            }
            Findings::Sensitivity(found) => {
                let words = sensitivity::Sensitivity::new(catalogue, case, &found);
                let figure = shares(catalogue, case, &found, look);
                self.said(&found, (words.sentences(), words.doubts(), words.method(), vec![figure]))
            }
            Findings::Claims(found) => {
                let words = claims::ClaimWords::new(catalogue, case, &found);
                let sentences = words.sentences().into_iter().chain(words.lines(false)).collect();
                self.said(&found, (sentences, words.doubts(), words.method(), Vec::new()))
            }
            Findings::Tell { playthrough, command } => {
                let story = story(catalogue, &case.scenario, &playthrough, &command);
                let lines = story.lines.iter().map(|line| &line.text);
                let sentences = story.opening.iter().chain(lines).chain(&story.ending).cloned().collect();
                let said = (sentences, Vec::new(), story.method.clone(), Vec::new());
                self.said(&story::Told { playthrough: &playthrough, story: &story }, said)
            }
            Findings::Packages(mut found) => {
                let words = packages::Packages::new(catalogue, &found, 10);
                let figure = frontier(catalogue, &found, look);
                let said = (words.sentences(), words.doubts(), words.method(), vec![figure]);
                // There can be tens of thousands, with dozens of numbers each.
                found.packages.retain(|package| package.name.is_some());
                self.said(&found, said)
            }
            Findings::Disagree(found) => {
                let words = disagree::Disagree::new(catalogue, &found, &case.scenario);
                self.said(&found, (words.sentences(), words.doubts(), words.method(), Vec::new()))
            }
            Findings::Timeline(found) => {
                let words = timeline::Timeline::new(catalogue, &found);
                let figure = over_years(catalogue, &found, look);
                self.said(&found, (words.sentences(), words.doubts(), words.method(), vec![figure]))
            }
        }
    }

    fn why(&self, study: &Study) -> Result<WhyFindings, Failure> {
        let (design, years) = self.bounds(study)?;
        let asked = Why { design, years, ..Why::of(self.case, self.first(study)?) };
        asked.run(&Told).map_err(|ended| match ended {
            Ended::TooManyInstruments(instruments) => {
                let args = [("instruments", instruments.into()), ("limit", MOST_INSTRUMENTS.into())];
                self.unanswerable("why-too-many", &args)
            }
            Ended::Cancelled(_) => unreachable!("nobody cancels it"),
        })
    }

    fn breach(&self, study: &Study) -> Result<BreachFindings, Failure> {
        let (design, years) = self.bounds(study)?;
        let asked = BreachStudy { design, years, ..BreachStudy::of(self.case, self.first(study)?) };
        let too_many = |_| self.unanswerable("breach-too-many", &[("limit", MOST_SETS.to_string().into())]);
        Ok(done(asked.begin().map_err(too_many)?.finish(&Told)))
    }

    fn sensitivity(&self, study: &Study) -> Result<SensitivityFindings, Failure> {
        let (design, years) = self.bounds(study)?;
        let asked = Sensitivity { design, years, ..Sensitivity::of(self.case, self.first(study)?, By::Mechanism) };
        let work = asked.begin().map_err(|unfit| match unfit {
            Unfit::TooFewDraws => self.unanswerable("sensitivity-too-few", &[("enough", FEWEST_FOR_ERRORS.into())]),
            Unfit::NothingUncertain => self.unanswerable("sensitivity-nothing", &[]),
        })?;
        Ok(done(work.finish(&Told)))
    }

    fn claims(&self, study: &Study) -> Result<Claims, Failure> {
        let (design, _) = self.bounds(study)?;
        let all: Vec<usize> = (0..self.case.scenario.claims.len()).collect();
        Ok(done(standfast::claims(self.case, &all, design, &Told)))
    }

    fn tell(&self, study: &Study) -> Result<Findings, Failure> {
        let (design, _) = self.bounds(study)?;
        let choice = match study.future {
            None => Choice::Among { which: Which::Typical, paths: study.draws },
            Some(future) => Choice::This(Play { draw: future % study.draws, path: (future / study.draws) as u64 }),
        };
        let package = self.first(study)?;
        let command = format!("standfast tell --package {} --seed {}", package.id, study.seed);
        let telling = Telling { case: self.case, package, design, seed: study.seed, choice };
        Ok(Findings::Tell { playthrough: done(telling.run(&Told)), command })
    }

    fn packages(&self, study: &Study) -> Result<PackagesFindings, Failure> {
        let (design, years) = self.bounds(study)?;
        let mut asked = AllPackages { design, years, ..AllPackages::of(self.case) };
        if !study.packages.is_empty() {
            let chosen = self.selections(&study.packages)?;
            asked.among = chosen.iter().fold(InstrumentSet::EMPTY, |all, each| all.union(each.set));
        }
        let too_many = |_| self.unanswerable("packages-too-many", &[("limit", MOST_PACKAGES.to_string().into())]);
        Ok(done(asked.begin().map_err(too_many)?.finish(&Told)))
    }

    fn disagree(&self, study: &Study) -> Result<DisagreeFindings, Failure> {
        let (design, years) = self.bounds(study)?;
        let bad = || Failure::BadRequest { message: "missing field `readers`".to_owned() };
        let readers = study.readers.as_ref().ok_or_else(bad)?;
        let reader = |id: &String| Reader::find(&self.case.scenario, id).map_err(|refused| self.refused(&refused));
        let readers = [reader(&readers[0])?, reader(&readers[1])?];
        let asked = Disagree { design, years, ..Disagree::of(self.case, readers, self.first(study)?) };
        Ok(done(asked.run(&Told)))
    }

    fn timeline(&self, study: &Study) -> Result<TimelineFindings, Failure> {
        let (design, years) = self.bounds(study)?;
        let asked = Timeline { design, years, ..Timeline::of(self.case, self.first(study)?) };
        Ok(done(asked.run(&Told)))
    }

    /// The package that a question about one package is about.
    fn first(&self, study: &Study) -> Result<Selection, Failure> {
        study.packages.first().map_or_else(|| Ok(Selection::nothing(&self.case.scenario)), |id| self.selection(id))
    }

    /// Why a question has no answer, as the command of the same name says it.
    fn unanswerable(&self, id: &str, args: &[(&str, Arg)]) -> Failure {
        let message = program(self.catalogue, id, args);
        Failure::Unanswerable { message: message.title, help: message.help }
    }
}
