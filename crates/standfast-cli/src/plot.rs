//! `standfast plot`

use std::path::Path;

use standfast::ensemble::Design;
use standfast::{Case, Findings, Selection, Study};
use standfast_report::Catalogue;
use standfast_report::faults::{program, visible};
use standfast_report::figure::{self, Figure, Look, Theme};

use crate::args::{FigureArgument, PlotArguments};
use crate::output::{self, Failure, wrap};
use crate::picture;
use crate::progress::Progress;
use crate::{Done, input};

/// What a figure is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
}

pub(crate) fn run(arguments: &PlotArguments, catalogue: &Catalogue) -> Done {
    // A file that cannot be written is worth no computation.
    let kind = kind(&arguments.out, catalogue)?;
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let plot = Plot { arguments, catalogue, case: &case, look: look(arguments, kind) };
    input::threads(arguments.threads, catalogue)?;
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
        }
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
        let progress = Progress::new(self.catalogue);
        let findings = study.run(&progress);
        progress.finish();
        findings.map_err(|_| Failure::Cancelled)
    }
}

/// The figure of a package that was asked for.
fn drawn(figure: Option<Figure>) -> Figure {
    figure.unwrap_or_else(|| unreachable!("the package was solved"))
}
