//! Parts of a study, solved apart and gathered: for workers that share no memory, and for answers that settle.
//!
//! A part is one package in one batch of eight draws. The batches of few draws are the first ones of many, so a study
//! of more draws needs only the parts that are not there yet.

use serde::{Deserialize, Serialize};
use standfast_ensemble::draw::DrawFirstPassage;
use standfast_ensemble::run::{PackageRun, run_part};
use standfast_ensemble::{Design, Ensemble};

use crate::findings::Findings;
use crate::selection::Selection;
use crate::study::Study;

/// One package in one batch of draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The digest of the case's text, with the stresses that it is under.
    case: String,
    /// The seed; none at the median.
    seed: Option<u64>,
    /// Which batch.
    batch: usize,
    /// What came of the package.
    run: PackageRun,
}

/// What is found out about a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What it comes to: one game.
    Risks,
    /// Also its noise floor, and who signs it, for which every refusal is a game of its own.
    Whole,
}

/// Why parts are no study.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ungathered {
    /// A part is not there.
    #[error("batch {batch} of the package {package} is missing")]
    Missing {
        /// The package.
        package: String,
        /// The batch.
        batch: usize,
    },
    /// A part is of another case or seed.
    #[error("a part is of another case or of another seed")]
    Foreign,
}

/// Parts travel, so they are without what findings do not have: how guarantors answer a limited attack, and of games with
/// nothing to win all but when a war begins.
fn leave_out_what_is_not_found(run: &mut PackageRun) {
    run.outcomes.iter_mut().flat_map(|outcome| &mut outcome.first_passage).for_each(|first| first.if_limited.clear());
    for first in run.floors.iter_mut().flat_map(|floor| &mut floor.first_passage) {
        let (intact, war_hazard) = (std::mem::take(&mut first.intact), std::mem::take(&mut first.war_hazard));
        *first = DrawFirstPassage { intact, war_hazard, ..DrawFirstPassage::default() };
    }
}

fn is_whole(run: &PackageRun) -> bool {
    !run.floors.is_empty()
}

impl Study<'_> {
    /// Solves one package in one batch of draws.
    pub fn part(&self, package: &Selection, batch: usize, depth: Depth) -> Part {
        let mut request = self.request(std::slice::from_ref(package));
        if depth == Depth::Risks {
            request.consent.clear();
            request.floor = false;
        }
        let mut runs = run_part(&self.case.scenario, self.design, batch, &request);
        let mut run = runs.pop().unwrap_or_else(|| unreachable!("one package was asked for"));
        leave_out_what_is_not_found(&mut run);
        let (case, seed) = self.about();
        Part { case, seed, batch, run }
    }

    /// Findings of the study from its parts, in any order. They are those of [`Study::run`], but for the shares of the
    /// variance and the structure, which need games of their own. More than risks is found of a package where
    /// all of its parts are whole.
    ///
    /// # Errors
    /// If a part is missing, or one is of another case or seed.
    pub fn gather(mut self, parts: &[Part]) -> Result<Findings, Ungathered> {
        self.complete();
        let (case, seed) = self.about();
        if parts.iter().any(|part| part.case != case || part.seed != seed) {
            return Err(Ungathered::Foreign);
        }
        let batches = (0..self.design.batches()).map(|batch| {
            let packages = self.packages.iter().map(|package| {
                let these = parts.iter().filter(|part| part.batch == batch && part.run.set == package.set);
                let part = these.max_by_key(|part| is_whole(&part.run));
                let missing = || Ungathered::Missing { package: package.id.clone(), batch };
                part.map(|part| part.run.clone()).ok_or_else(missing)
            });
            packages.collect::<Result<Vec<PackageRun>, Ungathered>>()
        });
        let mut batches = batches.collect::<Result<Vec<_>, _>>()?;
        for package in 0..self.packages.len() {
            let mut each: Vec<&mut PackageRun> = batches.iter_mut().map(|batch| &mut batch[package]).collect();
            if each.iter().any(|run| !is_whole(run)) {
                each.iter_mut().for_each(|run| {
                    run.consents.clear();
                    run.floors.clear();
                });
            }
        }
        Ok(self.sum_up(&Ensemble::gathered(self.design, batches)))
    }

    /// What parts of this study are about: the case, and the seed.
    fn about(&self) -> (String, Option<u64>) {
        let seed = match self.design {
            Design::Median => None,
            Design::Sobol { seed, .. } => Some(seed),
        };
        let under = self.case.under.iter().map(|stress| format!("+{}", stress.id));
        (std::iter::once(self.case.digest()).chain(under).collect(), seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::EmbeddedCase;

    /// Parts in any order make the findings of the whole, and more draws need only more parts.
    #[test]
    fn parts_make_the_whole() {
        let case = EmbeddedCase::find("textbook-one-guarantor").expect("bundled").read();
        let study = |draws| Study { design: Design::Sobol { seed: 5, draws }, ..Study::of(&case) };
        let mut parts: Vec<Part> = Vec::new();
        for (draws, batches) in [(16, 0..2), (27, 2..4)] {
            for batch in batches.rev() {
                let few = study(batch + 1);
                parts.extend(few.packages.iter().map(|package| few.part(package, batch, Depth::Whole)));
            }
            let mut whole = study(draws).run(&()).expect("nobody cancels");
            whole.basis.shares.clear();
            assert_eq!(study(draws).gather(&parts), Ok(whole));
        }
    }

    /// Risks are the same without signatures and floors; these are found where they were asked for in every batch.
    #[test]
    fn packages_are_whole_in_all_draws_or_in_none() {
        let case = EmbeddedCase::find("textbook-one-guarantor").expect("bundled").read();
        let study = || Study { design: Design::Sobol { seed: 5, draws: 16 }, ..Study::of(&case) };
        let all = |depth: fn(&Selection, usize) -> Depth| {
            let study = study();
            let each = (0..2).flat_map(|batch| study.packages.iter().map(move |package| (package, batch)));
            let parts: Vec<Part> =
                each.map(|(package, batch)| study.part(package, batch, depth(package, batch))).collect();
            parts
        };
        let found = |parts: &[Part]| study().gather(parts).expect("all parts are there");
        let whole = all(|_, _| Depth::Whole);
        let with = found(&whole);
        assert!(with.is_whole() && with.safest_signed.is_some());
        for fewer in [all(|_, _| Depth::Risks), all(|_, batch| if batch == 0 { Depth::Risks } else { Depth::Whole })] {
            let without = found(&fewer);
            assert!(without.packages.iter().all(|package| !package.is_whole()));
            assert_eq!(without.safest_signed, None);
            let risks = |findings: &Findings| -> Vec<_> {
                let each = findings.packages.iter();
                each.map(|each| (each.war.clone(), each.lost.clone(), each.responses.clone())).collect()
            };
            assert_eq!(risks(&without), risks(&with));
            // Where there are both, the whole part is taken.
            assert_eq!(found(&[fewer, whole.clone()].concat()), with);
        }
    }

    #[test]
    fn what_is_missing_or_foreign_is_said() {
        let case = EmbeddedCase::find("textbook-hazard").expect("bundled").read();
        let study = |seed| Study { design: Design::Sobol { seed, draws: 8 }, ..Study::of(&case) };
        let nothing = Selection::nothing(&case.scenario);
        let missing = Ungathered::Missing { package: nothing.id.clone(), batch: 0 };
        assert_eq!(study(1).gather(&[]), Err(missing));
        assert_eq!(study(1).gather(&[study(2).part(&nothing, 0, Depth::Risks)]), Err(Ungathered::Foreign));
    }
}
