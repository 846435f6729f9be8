//! A case that is asked about: convert, call, convert back.

use serde::Serialize;
use standfast::ensemble::{Design, Observer};
use standfast::game::Start;
use standfast::solve::solve;
use standfast::{Case, Depth, Findings, Part, Refused, Selection};
use standfast_report::figure::{Figure, compared, hazard_fan, ten_dots, who_signs};
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

/// What findings come to, why to doubt them, how they were made, and what they look like.
pub(crate) type Words = (Vec<String>, Vec<String>, Vec<String>, Vec<Figure>);

impl Asked<'_> {
    pub(crate) fn part(&self, package: &str, seed: u64, batch: usize, depth: Depth) -> Result<Part, Failure> {
        within_bounds("batch", batch.saturating_add(1), MOST_DRAWS)?;
        let study = standfast::Study { design: Design::Sobol { seed, draws: 1 }, ..standfast::Study::of(self.case) };
        Ok(study.part(&self.selection(package)?, batch, depth))
    }

    pub(crate) fn gather(&self, study: &Study, parts: &[Part]) -> Answered {
        let found = self.study(study)?.gather(parts)?;
        self.said_of_packages(study, &found)
    }

    pub(crate) fn assess(&self, study: &Study) -> Answered {
        let found = done(self.study(study)?.run(&Told));
        self.said_of_packages(study, &found)
    }

    pub(crate) fn solve(&self, packages: &[String]) -> Answered {
        let packages: Vec<_> =
            self.selections(packages)?.into_iter().map(|package| (package.set, Start::Peace)).collect();
        Ok(json(&Answer::Found(solve(self.case, &packages))))
    }

    /// The first sentence is about the first package; the others are the ghosts of its fan.
    fn said_of_packages(&self, study: &Study, found: &Findings) -> Result<Vec<u8>, Failure> {
        let ids: Vec<String> = self.selections(&study.packages)?.into_iter().map(|package| package.id).collect();
        let mut sentences = sentences::sentences(self.catalogue, found);
        let mut figures = Vec::new();
        if let Some(package) = ids.first().and_then(|id| found.package(id)) {
            sentences.insert(0, sentences::in_a_sentence(self.catalogue, found, package));
            let ghosts: Vec<&str> = ids.iter().skip(1).map(String::as_str).collect();
            figures.extend(hazard_fan(self.catalogue, found, &package.id, &ghosts, study.look()));
            figures.extend(ten_dots(self.catalogue, found, &package.id, study.look()));
            if package.is_whole() {
                figures.extend(who_signs(self.catalogue, found, &package.id, study.look()));
            }
        }
        if found.is_whole() {
            figures.push(compared(self.catalogue, found, study.look()));
        }
        let doubts = sentences::doubts(self.catalogue, found);
        let method = sentences::method(self.catalogue, found);
        Ok(self.said(found, (sentences, doubts, method, figures)))
    }

    pub(crate) fn said<F: Serialize>(&self, findings: &F, (sentences, doubts, method, figures): Words) -> Vec<u8> {
        let commas =
            |each: Vec<String>| each.into_iter().map(|text| in_figures(self.catalogue.language, text)).collect();
        let said =
            Said { findings, sentences: commas(sentences), doubts: commas(doubts), method: commas(method), figures };
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
