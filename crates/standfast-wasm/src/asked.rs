//! A case that is asked about: convert, call, convert back.

use serde::Serialize;
use standfast::ensemble::{Design, Observer};
use standfast::game::Start;
use standfast::solve::solve;
use standfast::{Case, Findings, Part, Refused, Selection};
use standfast_report::figures::in_figures;
use standfast_report::{Catalogue, sentences};

use crate::answer::{Answer, Failure, Said};
use crate::request::{MOST_DRAWS, Study};
use crate::{exports, json};

pub(crate) type Answered = Result<Vec<u8>, Failure>;

/// A case to ask about, and the words to answer in.
pub(crate) struct Asked<'a> {
    pub(crate) case: &'a Case,
    pub(crate) catalogue: &'a Catalogue,
}

/// What findings come to, why to doubt them, and how they were made.
pub(crate) type Words = (Vec<String>, Vec<String>, Vec<String>);

impl Asked<'_> {
    pub(crate) fn part(&self, package: &str, seed: u64, batch: usize) -> Result<Part, Failure> {
        within_bounds("batch", batch.saturating_add(1), MOST_DRAWS)?;
        let study = standfast::Study { design: Design::Sobol { seed, draws: 1 }, ..standfast::Study::of(self.case) };
        Ok(study.part(&self.selection(package)?, batch))
    }

    pub(crate) fn gather(&self, study: &Study, parts: &[Part]) -> Answered {
        let found = self.study(study)?.gather(parts)?;
        Ok(self.said_of_packages(found))
    }

    pub(crate) fn assess(&self, study: &Study) -> Answered {
        let found = done(self.study(study)?.run(&Told));
        Ok(self.said_of_packages(found))
    }

    pub(crate) fn solve(&self, packages: &[String]) -> Answered {
        let packages: Vec<_> =
            self.selections(packages)?.into_iter().map(|package| (package.set, Start::Peace)).collect();
        Ok(json(&Answer::Found(solve(self.case, &packages))))
    }

    fn said_of_packages(&self, found: Findings) -> Vec<u8> {
        let said = (
            sentences::sentences(self.catalogue, &found),
            sentences::doubts(self.catalogue, &found),
            sentences::method(self.catalogue, &found),
        );
        self.said(&found, said)
    }

    pub(crate) fn said<F: Serialize>(&self, findings: &F, said: Words) -> Vec<u8> {
        let figures =
            |each: Vec<String>| each.into_iter().map(|text| in_figures(self.catalogue.language, text)).collect();
        let (sentences, doubts, method) = said;
        let said = Said { findings, sentences: figures(sentences), doubts: figures(doubts), method: figures(method) };
        json(&Answer::Found(said))
    }

    fn study(&self, study: &Study) -> Result<standfast::Study<'_>, Failure> {
        let (design, years) = self.bounds(study)?;
        let mut asked = standfast::Study { design, years, ..standfast::Study::of(self.case) };
        if !study.packages.is_empty() {
            asked.packages = self.selections(&study.packages)?;
        }
        Ok(asked)
    }

    pub(crate) fn bounds(&self, study: &Study) -> Result<(Design, Vec<usize>), Failure> {
        within_bounds("draws", study.draws, MOST_DRAWS)?;
        let years = if study.years.is_empty() { standfast::Study::of(self.case).years } else { study.years.clone() };
        years.iter().try_for_each(|years| within_bounds("years", *years, self.case.scenario.horizon))?;
        Ok((Design::Sobol { seed: study.seed, draws: study.draws }, years))
    }

    pub(crate) fn selections(&self, packages: &[String]) -> Result<Vec<Selection>, Failure> {
        packages.iter().map(|package| self.selection(package)).collect()
    }

    pub(crate) fn selection(&self, package: &str) -> Result<Selection, Failure> {
        Selection::parse(&self.case.scenario, package).map_err(|refused| self.refused(&refused))
    }

    pub(crate) fn refused(&self, refused: &Refused) -> Failure {
        Failure::refused(self.catalogue, refused)
    }
}

fn within_bounds(what: &'static str, given: usize, most: usize) -> Result<(), Failure> {
    if (1..=most).contains(&given) { Ok(()) } else { Err(Failure::OutOfBounds { what, given, most }) }
}

/// Whoever wants to end a run ends the worker.
pub(crate) struct Told;

impl Observer for Told {
    fn advanced(&self, done: usize, total: usize) {
        exports::advanced(done, total);
    }

    fn cancelled(&self) -> bool {
        false
    }
}

/// What a run found that nobody cancels.
pub(crate) fn done<T, E>(found: Result<T, E>) -> T {
    found.unwrap_or_else(|_| unreachable!("nobody cancels it"))
}
