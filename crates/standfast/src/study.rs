//! A study: a case, the packages to compare, and how many futures to draw.

use standfast_ensemble::band::FEWEST_FOR_ERRORS;
use standfast_ensemble::run::PackageRun;
use standfast_ensemble::{Cancelled, Design, Ensemble, Observer, Request, run};
use standfast_game::Start;
use standfast_model::structure::Switch;

use crate::document::Case;
use crate::findings::{Findings, PackageFindings, Share, ShareFrom, StructureFindings, Years, basis};
use crate::selection::Selection;
use crate::watch::Watch;

/// What to find out about a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Study<'a> {
    /// The case.
    pub case: &'a Case,
    /// The packages to compare; the one without any instrument is added if it is missing, and one that
    /// is there again is left out.
    pub packages: Vec<Selection>,
    /// The draws.
    pub design: Design,
    /// Within how many years, ascending.
    pub years: Vec<usize>,
    /// Whether to make assumptions of the game otherwise as well, one after the other.
    pub structure: bool,
}

/// Draws that are taken unless somebody asks for another number.
pub const DEFAULT_DRAWS: usize = 128;
/// The seed unless somebody asks for another.
pub const DEFAULT_SEED: u64 = 2025;
/// Years that are reported unless somebody asks for others, as far as the horizon reaches.
const DEFAULT_YEARS: [usize; 3] = [5, 10, 50];

impl<'a> Study<'a> {
    /// A study of all presets of a case, or else of each instrument, with the default draws and years.
    pub fn of(case: &'a Case) -> Study<'a> {
        let horizon = case.scenario.horizon;
        // Fifty years, or the horizon where that is nearer.
        let longest = horizon.min(DEFAULT_YEARS[2]);
        let mut years: Vec<usize> = DEFAULT_YEARS.into_iter().filter(|&years| years < longest).collect();
        years.push(longest);
        Study {
            case,
            packages: Selection::defaults(&case.scenario),
            design: Design::Sobol { seed: DEFAULT_SEED, draws: DEFAULT_DRAWS },
            years,
            structure: false,
        }
    }

    /// Solves it.
    ///
    /// # Errors
    /// If the observer cancels it.
    pub fn run(mut self, observer: &dyn Observer) -> Result<Findings, Cancelled> {
        let scenario = &self.case.scenario;
        self.complete();
        let request = self.request(&self.packages);
        let again = if self.tells_shares() { ShareFrom::ALL.len() * self.packages.len().clamp(1, 2) } else { 0 };
        let switches = if self.structure { &Switch::ALL[..] } else { &[] };
        let again = again + switches.len() * self.packages.len();
        let watch = Watch::new(observer, self.design, request.games() + again);
        let ensemble = run(scenario, self.design, &request, &watch)?;
        let mut findings = self.sum_up(&ensemble);
        let safest = findings.safest.as_ref().map(|safest| &safest.package);
        let mut each = self.packages.iter().zip(&ensemble.packages);
        let safest = each.find(|(package, _)| Some(&package.id) == safest).map(|(_, run)| run);
        let nothing = nothing(&ensemble);
        findings.basis.shares = self.shares(findings.headline_years, nothing, safest, &watch)?;
        for &switch in switches {
            let packages = self.packages.iter().map(|package| (package.set, Start::Peace)).collect();
            let request = Request { packages, first_passage_only: true, ..Request::default() };
            let switched = run(&scenario.switched(switch), self.design, &request, &watch)?.packages;
            let ids: Vec<&str> = self.packages.iter().map(|package| package.id.as_str()).collect();
            let years = findings.headline_years;
            let found = StructureFindings::new(switch, years, &ids, &ensemble.packages, &switched);
            findings.structure.push(found);
        }
        Ok(findings)
    }

    /// Adds the package without any instrument, and leaves out what is there again.
    pub(crate) fn complete(&mut self) {
        if self.packages.iter().all(|package| !package.set.is_empty()) {
            self.packages.insert(0, Selection::nothing(&self.case.scenario));
        }
        let mut known: Vec<String> = Vec::new();
        self.packages.retain(|package| {
            let new = !known.contains(&package.id);
            known.push(package.id.clone());
            new
        });
    }

    /// What is asked about packages.
    pub(crate) fn request(&self, packages: &[Selection]) -> Request {
        Request {
            packages: packages.iter().map(|package| (package.set, Start::Peace)).collect(),
            consent: packages.iter().map(|package| package.set).collect(),
            floor: true,
            ..Request::default()
        }
    }

    /// The draws of a study that is complete, summed up.
    pub(crate) fn sum_up(&self, ensemble: &Ensemble) -> Findings {
        let years = Years::new(self.years.clone());
        let nothing = nothing(ensemble);
        let each = self.packages.iter().zip(&ensemble.packages);
        let found: Vec<(PackageFindings, &PackageRun)> = each
            .map(|(package, run)| (PackageFindings::new(&self.case.scenario, package, run, nothing, &years), run))
            .collect();
        Findings::new(self.case, self.design, years, &found)
    }

    /// How much of the answer comes from which numbers: the packages that it is about once more, with
    /// these numbers drawn anew.
    fn shares(
        &self,
        years: usize,
        nothing: &PackageRun,
        safest: Option<&PackageRun>,
        watch: &Watch<'_>,
    ) -> Result<Vec<Share>, Cancelled> {
        let mut shares = Vec::new();
        if !self.tells_shares() {
            return Ok(shares);
        }
        let scenario = &self.case.scenario;
        for from in ShareFrom::ALL {
            let packages = std::iter::once(nothing).chain(safest).map(|run| (run.set, run.start)).collect();
            let anew = from.numbers(scenario);
            let request = Request { packages, first_passage_only: true, anew, ..Request::default() };
            let anew = run(scenario, self.design, &request, watch)?.packages;
            let safest = safest.and_then(|run| Some([run, anew.get(1)?]));
            shares.extend(basis::shares(from, years, [nothing, &anew[0]], safest));
        }
        Ok(shares)
    }

    /// Whether there are draws enough to tell shares of a variance.
    fn tells_shares(&self) -> bool {
        self.design.draws() >= FEWEST_FOR_ERRORS
    }
}

/// The package without any instrument.
fn nothing(ensemble: &Ensemble) -> &PackageRun {
    let nothing = ensemble.packages.iter().find(|package| package.set.is_empty());
    nothing.unwrap_or_else(|| unreachable!("a study that is complete has the package without any instrument"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::EmbeddedCase;

    #[test]
    fn a_case_without_presets_shows_each_instrument() {
        let text = include_str!("../../../scenarios/textbook-empty-effects/scenario.toml");
        let presets = text.find("[packages.").expect("presets, and checks of them");
        let case = Case::from_text("case", &text[..presets]).expect("a case");
        let study = Study::of(&case);
        let ids: Vec<&str> = study.packages.iter().map(|package| package.id.as_str()).collect();
        assert_eq!(ids, ["nothing", "declaration", "symbol", "promise_of_a_promise"]);
    }

    #[test]
    fn years_are_reported_once_and_as_far_as_the_horizon_reaches() {
        let mut case = EmbeddedCase::DEFAULT.read();
        let mut years = |horizon| {
            case.scenario.horizon = horizon;
            Study::of(&case).years
        };
        assert_eq!(years(4), [4]);
        assert_eq!(years(10), [5, 10]);
        assert_eq!(years(30), [5, 10, 30]);
        assert_eq!(years(50), [5, 10, 50]);
        assert_eq!(years(70), [5, 10, 50]);
    }
}
