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
use standfast::{AllPackages, Disagree, Selection, Sensitivity, Telling, Timeline, Why};
use standfast_report::catalogue::Arg;
use standfast_report::faults::program;
use standfast_report::figure::{breaches, contributions, frontier, over_years, shares};
use standfast_report::story::{self, story};
use standfast_report::{breach, claims, disagree, packages, sensitivity, timeline, why};

use crate::answer::Failure;
use crate::asked::{Answered, Asked, Told, done};
use crate::request::Study;

impl Asked<'_> {
    pub(crate) fn why(&self, study: &Study) -> Answered {
        let (design, years) = self.bounds(study)?;
        let asked = Why { design, years, ..Why::of(self.case, self.first(study)?) };
        let found = asked.run(&Told).map_err(|ended| match ended {
            Ended::TooManyInstruments(instruments) => {
                let args = [("instruments", instruments.into()), ("limit", MOST_INSTRUMENTS.into())];
                self.unanswerable("why-too-many", &args)
            }
            Ended::Cancelled(_) => unreachable!("nobody cancels it"),
        })?;
        let words = why::Why::new(self.catalogue, &found, Outcome::War);
        let said = (
            words.sentences(),
            words.doubts(),
            words.method(),
            vec![contributions(self.catalogue, &found, Outcome::War, study.look())],
        );
        Ok(self.said(&found, said))
    }

    pub(crate) fn breach(&self, study: &Study) -> Answered {
        let (design, years) = self.bounds(study)?;
        let asked = BreachStudy { design, years, ..BreachStudy::of(self.case, self.first(study)?) };
        let too_many = |_| self.unanswerable("breach-too-many", &[("limit", MOST_SETS.to_string().into())]);
        let found = done(asked.begin().map_err(too_many)?.finish(&Told));
        let words = breach::Breach::new(self.catalogue, &found);
        let said =
            (words.sentences(), words.doubts(), words.method(), vec![breaches(self.catalogue, &found, study.look())]);
        Ok(self.said(&found, said))
    }

    pub(crate) fn sensitivity(&self, study: &Study) -> Answered {
        let (design, years) = self.bounds(study)?;
        let asked = Sensitivity { design, years, ..Sensitivity::of(self.case, self.first(study)?, By::Mechanism) };
        let work = asked.begin().map_err(|unfit| match unfit {
            Unfit::TooFewDraws => self.unanswerable("sensitivity-too-few", &[("enough", FEWEST_FOR_ERRORS.into())]),
            Unfit::NothingUncertain => self.unanswerable("sensitivity-nothing", &[]),
        })?;
        let found = done(work.finish(&Told));
        let words = sensitivity::Sensitivity::new(self.catalogue, self.case, &found);
        let said = (
            words.sentences(),
            words.doubts(),
            words.method(),
            vec![shares(self.catalogue, self.case, &found, study.look())],
        );
        Ok(self.said(&found, said))
    }

    pub(crate) fn claims(&self, study: &Study) -> Answered {
        let (design, _) = self.bounds(study)?;
        let all: Vec<usize> = (0..self.case.scenario.claims.len()).collect();
        let found = done(standfast::claims(self.case, &all, design, &Told));
        let words = claims::ClaimWords::new(self.catalogue, self.case, &found);
        let mut sentences = words.sentences();
        sentences.extend(words.lines(false));
        let said = (sentences, words.doubts(), words.method(), Vec::new());
        Ok(self.said(&found, said))
    }

    pub(crate) fn tell(&self, study: &Study) -> Answered {
        let (design, _) = self.bounds(study)?;
        let choice = match study.future {
            None => Choice::Among { which: Which::Typical, paths: study.draws },
            Some(future) => Choice::This(Play { draw: future % study.draws, path: (future / study.draws) as u64 }),
        };
        let package = self.first(study)?;
        let command = format!("standfast tell --package {} --seed {}", package.id, study.seed);
        let telling = Telling { case: self.case, package, design, seed: study.seed, choice };
        let playthrough = done(telling.run(&Told));
        let story = story(self.catalogue, &self.case.scenario, &playthrough, &command);
        let lines = story.lines.iter().map(|line| &line.text);
        let sentences = story.opening.iter().chain(lines).chain(&story.ending).cloned().collect();
        let said = (sentences, Vec::new(), story.method.clone(), Vec::new());
        Ok(self.said(&story::Told { playthrough: &playthrough, story: &story }, said))
    }

    pub(crate) fn packages(&self, study: &Study) -> Answered {
        let (design, years) = self.bounds(study)?;
        let mut asked = AllPackages { design, years, ..AllPackages::of(self.case) };
        if !study.packages.is_empty() {
            let chosen = self.selections(&study.packages)?;
            asked.among = chosen.iter().fold(InstrumentSet::EMPTY, |all, each| all.union(each.set));
        }
        let too_many = |_| self.unanswerable("packages-too-many", &[("limit", MOST_PACKAGES.to_string().into())]);
        let found = done(asked.begin().map_err(too_many)?.finish(&Told));
        let words = packages::Packages::new(self.catalogue, &found, 10);
        let said =
            (words.sentences(), words.doubts(), words.method(), vec![frontier(self.catalogue, &found, study.look())]);
        Ok(self.said(&found, said))
    }

    pub(crate) fn disagree(&self, study: &Study) -> Answered {
        let (design, years) = self.bounds(study)?;
        let bad = || Failure::BadRequest { message: "missing field `readers`".to_owned() };
        let readers = study.readers.as_ref().ok_or_else(bad)?;
        let reader = |id: &String| Reader::find(&self.case.scenario, id).map_err(|refused| self.refused(&refused));
        let readers = [reader(&readers[0])?, reader(&readers[1])?];
        let asked = Disagree { design, years, ..Disagree::of(self.case, readers, self.first(study)?) };
        let found = done(asked.run(&Told));
        let words = disagree::Disagree::new(self.catalogue, &found, &self.case.scenario);
        let said = (words.sentences(), words.doubts(), words.method(), Vec::new());
        Ok(self.said(&found, said))
    }

    pub(crate) fn timeline(&self, study: &Study) -> Answered {
        let (design, years) = self.bounds(study)?;
        let asked = Timeline { design, years, ..Timeline::of(self.case, self.first(study)?) };
        let found = done(asked.run(&Told));
        let words = timeline::Timeline::new(self.catalogue, &found);
        let said =
            (words.sentences(), words.doubts(), words.method(), vec![over_years(self.catalogue, &found, study.look())]);
        Ok(self.said(&found, said))
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
