//! `standfast plot`

use std::path::Path;

use standfast::ensemble::Design;
use standfast::model::instrument::InstrumentSet;
use standfast::{AllPackages, BreachStudy, Case, Findings, Selection, Sensitivity, Study, Timeline, Why};
use standfast_report::Catalogue;
use standfast_report::faults::{program, visible};
use standfast_report::figure::{self, Figure, Look, Theme};

use crate::args::{FigureArgument, PlotArguments};
use crate::output::{self, Failure, wrap};
use crate::picture;
use crate::progress::Progress;
use crate::{Done, breach, input, kept, packages, sensitivity, why};

/// What a figure is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
}

pub(crate) fn run(arguments: &PlotArguments, catalogue: &Catalogue) -> Done {
    // A file that cannot be written is worth no computation.
    let kind = kind(&arguments.out, catalogue)?;
    let bare = input::case(&arguments.case, catalogue)?;
    let case = input::under(bare.clone(), &arguments.under)?;
    let plot = Plot { arguments, catalogue, bare: &bare, case: &case, look: look(arguments, kind) };
    let figure = plot.figure()?;
    let file = Some(arguments.out.as_path());
    match kind {
        Kind::Svg => output::write(figure.svg + "\n", file)?,
        Kind::Png => output::write(picture::png(&figure.svg).map_err(Failure::Unwritten)?, file)?,
    }
    output::write(wrap(&figure.sentence, ""), None)
}

/// By the ending of its name.
fn kind(path: &Path, catalogue: &Catalogue) -> Result<Kind, Failure> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("svg") => Ok(Kind::Svg),
        Some("png") => Ok(Kind::Png),
        _ => {
            let args = [("given", visible(&path.display().to_string()).into())];
            Err(Failure::Message(program(catalogue, "plot-ending", &args)))
        }
    }
}

/// A picture of pixels cannot be light for one reader and dark for another.
fn look(arguments: &PlotArguments, kind: Kind) -> Look {
    let theme = match Theme::from(arguments.theme) {
        Theme::Auto if kind == Kind::Png => Theme::Light,
        theme => theme,
    };
    Look { narrow: arguments.narrow, ..theme.into() }
}

struct Plot<'a> {
    arguments: &'a PlotArguments,
    catalogue: &'a Catalogue,
    /// The case under no stress.
    bare: &'a Case,
    /// The case under the stresses that were named.
    case: &'a Case,
    look: Look,
}

impl Plot<'_> {
    fn figure(&self) -> Result<Figure, Failure> {
        let catalogue = self.catalogue;
        match self.arguments.figure {
            FigureArgument::Fan => {
                let package = self.package()?;
                let ghosts = self.ghosts()?;
                let ids: Vec<&str> = ghosts.iter().map(|ghost| ghost.id.as_str()).collect();
                let findings = self.assessed(std::iter::once(&package).chain(&ghosts))?;
                Ok(drawn(figure::hazard_fan(catalogue, &findings, &package.id, &ids, self.look)))
            }
            FigureArgument::Dots => {
                let package = self.package()?;
                let nothing = Selection::nothing(&self.case.scenario);
                let findings = self.assessed([&package, &nothing])?;
                Ok(drawn(figure::ten_dots(catalogue, &findings, &package.id, self.look)))
            }
            FigureArgument::Signs => {
                let package = self.package()?;
                let findings = self.assessed([&package])?;
                Ok(drawn(figure::who_signs(catalogue, &findings, &package.id, self.look)))
            }
            FigureArgument::Packages => {
                let scenario = &self.case.scenario;
                let packages = if self.arguments.packages.is_empty() {
                    Selection::defaults(scenario)
                } else {
                    let named = input::packages(&self.arguments.packages, scenario)?;
                    std::iter::once(Selection::nothing(scenario)).chain(named).collect()
                };
                let findings = self.assessed(&packages)?;
                Ok(figure::compared(catalogue, &findings, self.look))
            }
            FigureArgument::Why => self.why(),
            FigureArgument::Breach => self.breach(),
            FigureArgument::Sensitivity => self.sensitivity(),
            FigureArgument::Timeline => self.timeline(),
            FigureArgument::Checks => {
                let design = self.design(standfast::study::DEFAULT_DRAWS)?;
                let record = self.watched(|progress| standfast::record(self.case, design, progress))?;
                Ok(figure::checks(catalogue, &record.map_err(|_| Failure::Cancelled)?, self.look))
            }
            FigureArgument::Frontier => self.frontier(),
        }
    }

    fn why(&self) -> Result<Figure, Failure> {
        let study = Why {
            case: self.case,
            package: self.package()?,
            design: self.design(standfast::why::DEFAULT_DRAWS)?,
            years: self.years()?,
        };
        let findings = self.watched(|progress| study.run(progress))?;
        let findings = findings.map_err(|ended| why::failure(&ended, self.catalogue))?;
        Ok(figure::contributions(self.catalogue, &findings, self.arguments.outcome.into(), self.look))
    }

    fn breach(&self) -> Result<Figure, Failure> {
        // What holds from the start is no stress that may come: the study is told of it, on the case as it was.
        let stresses = &self.arguments.under;
        let study = BreachStudy {
            under: if stresses.is_empty() { Vec::new() } else { input::stresses(stresses, "--under", self.bare)? },
            design: self.design(standfast::breach::DEFAULT_DRAWS)?,
            years: self.years()?,
            ..BreachStudy::of(self.bare, self.package()?)
        };
        let work = study.begin().map_err(|_| breach::too_many(self.catalogue))?;
        let findings = self.watched(|progress| work.finish(progress))?.map_err(|_| Failure::Cancelled)?;
        Ok(figure::breaches(self.catalogue, &findings, self.look))
    }

    fn sensitivity(&self) -> Result<Figure, Failure> {
        let study = Sensitivity {
            case: self.case,
            package: self.package()?,
            outcome: self.arguments.outcome.into(),
            by: sensitivity::by(self.arguments.by),
            design: self.design(standfast::sensitivity::DEFAULT_DRAWS)?,
            years: self.years()?,
        };
        let work = study.begin().map_err(|unfit| sensitivity::unfit(unfit, self.catalogue))?;
        let findings = self.watched(|progress| work.finish(progress))?;
        let findings = findings.map_err(|ended| kept::failure(ended, None, self.catalogue))?;
        Ok(figure::shares(self.catalogue, self.case, &findings, self.look))
    }

    fn timeline(&self) -> Result<Figure, Failure> {
        let study = Timeline {
            // The figure has no orders.
            moved: InstrumentSet::EMPTY,
            design: self.design(standfast::timeline::DEFAULT_DRAWS)?,
            years: self.years()?,
            ..Timeline::of(self.case, self.package()?)
        };
        let findings = self.watched(|progress| study.run(progress))?.map_err(|_| Failure::Cancelled)?;
        Ok(figure::over_years(self.catalogue, &findings, self.look))
    }

    fn frontier(&self) -> Result<Figure, Failure> {
        let study = AllPackages {
            among: input::among(&self.arguments.among, &self.case.scenario)?,
            design: self.design(standfast::packages::DEFAULT_DRAWS)?,
            years: self.years()?,
            ..AllPackages::of(self.case)
        };
        let work = study.begin().map_err(|_| packages::too_many(self.catalogue))?;
        let findings = self.watched(|progress| work.finish(progress))?;
        let findings = findings.map_err(|ended| kept::failure(ended, None, self.catalogue))?;
        Ok(figure::frontier(self.catalogue, &findings, self.look))
    }

    /// The one package that a figure is about.
    fn package(&self) -> Result<Selection, Failure> {
        let scenario = &self.case.scenario;
        match &self.arguments.packages[..] {
            [one] => Ok(input::package(one, scenario)?),
            given => {
                let known: Vec<String> = Selection::defaults(scenario).into_iter().map(|package| package.id).collect();
                let args = [("given", given.len().into()), ("known", known.join(", ").into())];
                Err(Failure::Message(program(self.catalogue, "plot-one-package", &args)))
            }
        }
    }

    /// Packages to hold the fan against; no guarantee, if none are named.
    fn ghosts(&self) -> Result<Vec<Selection>, Failure> {
        const MOST: usize = 2;
        let scenario = &self.case.scenario;
        match self.arguments.ghosts.len() {
            0 => Ok(vec![Selection::nothing(scenario)]),
            1..=MOST => Ok(input::packages(&self.arguments.ghosts, scenario)?),
            given => {
                let args = [("given", given.into()), ("limit", MOST.into())];
                Err(Failure::Message(program(self.catalogue, "plot-ghosts", &args)))
            }
        }
    }

    fn design(&self, usual: usize) -> Result<Design, Failure> {
        input::design(self.arguments.draws.unwrap_or(usual), self.arguments.seed, self.catalogue)
    }

    fn years(&self) -> Result<Vec<usize>, Failure> {
        input::years(&self.arguments.years, self.case, self.catalogue)
    }

    /// What is found about packages, each once.
    fn assessed<'s>(&self, packages: impl IntoIterator<Item = &'s Selection>) -> Result<Findings, Failure> {
        let mut each: Vec<Selection> = Vec::new();
        for package in packages {
            if each.iter().all(|known| known.id != package.id) {
                each.push(package.clone());
            }
        }
        let study = Study {
            packages: each,
            design: self.design(standfast::study::DEFAULT_DRAWS)?,
            years: self.years()?,
            ..Study::of(self.case)
        };
        self.watched(|progress| study.run(progress))?.map_err(|_| Failure::Cancelled)
    }

    /// What somebody can watch, on as many threads as were asked for.
    fn watched<T>(&self, work: impl FnOnce(&Progress) -> T) -> Result<T, Failure> {
        input::threads(self.arguments.threads, self.catalogue)?;
        let progress = Progress::new(self.catalogue);
        let done = work(&progress);
        progress.finish();
        Ok(done)
    }
}

/// The figure of a package that was asked for.
fn drawn(figure: Option<Figure>) -> Figure {
    figure.unwrap_or_else(|| unreachable!("the package was solved"))
}
