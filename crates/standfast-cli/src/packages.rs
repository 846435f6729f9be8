//! `standfast packages`

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use standfast::model::Scenario;
use standfast::model::actor::Actor;
use standfast::packages::checkpoint::{Refusal, Resumed};
use standfast::packages::findings::RankedPackage;
use standfast::packages::frontier::{Objectives, Protection, accepting};
use standfast::packages::{Ended, MOST_PACKAGES, Work};
use standfast::{AllPackages, PackagesFindings};
use standfast_report::Catalogue;
use standfast_report::faults::{program, visible};
use standfast_report::packages::{Packages, differences};
use standfast_report::sentences::under;

use crate::args::{PackagesArguments, ProtectionArgument};
use crate::output::{Failure, bullets, closing, draw, say, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Tidy, band, mean};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &PackagesArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let study = AllPackages {
        case: &case,
        among: input::among(&arguments.among, &case.scenario)?,
        design: input::design(arguments.draws, arguments.seed, catalogue)?,
        years: input::years(&arguments.years, &case, catalogue)?,
        objectives: objectives(arguments, &case.scenario, catalogue)?,
    };
    let mut work = study.begin().map_err(|_| {
        let args = [("limit", MOST_PACKAGES.to_string().into())];
        Failure::Message(program(catalogue, "packages-too-many", &args))
    })?;
    input::threads(arguments.printed.threads, catalogue)?;
    let kept = arguments.checkpoint.as_deref();
    if let Some(path) = kept {
        resume(&mut work, path, arguments.printed.output.as_deref(), catalogue)?;
    }
    let progress = Progress::new(catalogue);
    let findings = work.finish(&progress);
    progress.finish();
    let findings = findings.map_err(|ended| match (ended, kept) {
        (Ended::Cancelled(_), None) => Failure::Cancelled,
        (Ended::Cancelled(_), Some(path)) => {
            Failure::Kept(catalogue.text("cancelled-kept", &[("file", name(path).into())]))
        }
        (Ended::Unwritten(error), _) => {
            let path = kept.map(name).unwrap_or_default();
            Failure::Unwritten(anyhow::Error::from(error).context(format!("cannot write {path}")))
        }
    })?;
    let best = usize::from(arguments.best);
    output::findings(catalogue, &findings, &arguments.printed, || table(catalogue, &findings, best), || tidy(&findings))
}

/// What packages are weighed by.
fn objectives(
    arguments: &PackagesArguments,
    scenario: &Scenario,
    catalogue: &Catalogue,
) -> Result<Objectives, Failure> {
    let actor = |argument: Option<&String>, option: &str, able: Vec<Actor>| {
        let id = |actor: &Actor| scenario.actors.id(*actor);
        let Some(given) = argument else { return Ok(None) };
        if let Some(actor) = able.iter().find(|actor| id(actor) == given) {
            return Ok(Some(*actor));
        }
        let known: Vec<&str> = able.iter().map(id).collect();
        let args = [("option", option.into()), ("given", visible(given).into()), ("known", known.join(", ").into())];
        Err(Failure::Message(program(catalogue, "packages-actor", &args)))
    };
    let accepting = accepting(scenario, input::among(&arguments.among, scenario)?);
    Ok(Objectives {
        protection: match arguments.protection {
            ProtectionArgument::Intact => Protection::Intact,
            ProtectionArgument::Quiet => Protection::Quiet,
        },
        acceptable_to: actor(arguments.acceptable_to.as_ref(), "--acceptable-to", accepting)?,
        cost_to: actor(arguments.cost_to.as_ref(), "--cost-to", scenario.actors.payers().collect())?,
    })
}

fn name(path: &Path) -> String {
    visible(&path.display().to_string())
}

/// Goes on from a checkpoint, or begins one; says on standard error what it has.
fn resume(work: &mut Work<'_>, path: &Path, output: Option<&Path>, catalogue: &Catalogue) -> Done {
    let failure = |id: &str, more: Vec<(&str, standfast_report::catalogue::Arg)>| {
        let args: Vec<_> = std::iter::once(("file", name(path).into())).chain(more).collect();
        Failure::Message(program(catalogue, id, &args))
    };
    let unreadable =
        |error: std::io::Error| failure("checkpoint-unreadable", vec![("reason", error.to_string().into())]);
    if output.is_some_and(|output| same(output, path)) {
        return Err(failure("checkpoint-output", Vec::new()));
    }
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(unreadable)?;
    lock(&file).map_err(|error| error.map_or_else(|| failure("checkpoint-locked", Vec::new()), unreadable))?;
    let Resumed { blocks, of, cut } = work.resume(file).map_err(|refusal| match refusal {
        Refusal::Foreign => failure("checkpoint-foreign", Vec::new()),
        Refusal::OtherVersion => failure("checkpoint-version", Vec::new()),
        Refusal::OtherSweep(others) => {
            failure("checkpoint-other", vec![("differences", differences(catalogue, &others).into())])
        }
        Refusal::Unreadable(error) => unreadable(error),
    })?;
    let file = || ("file", name(path).into());
    if cut > 0 {
        let bytes = usize::try_from(cut).unwrap_or(usize::MAX);
        let warning = catalogue.text("resumed-cut", &[file(), ("bytes", bytes.into())]);
        say(&format!("{}: {warning}", catalogue.text("severity-warning", &[])));
    }
    if blocks > 0 {
        say(&catalogue.text("resumed", &[file(), ("blocks", blocks.into()), ("of", of.into())]));
    }
    Ok(())
}

/// Whether two paths name one file, or would.
fn same(one: &Path, other: &Path) -> bool {
    one == other || one.canonicalize().ok().zip(other.canonicalize().ok()).is_some_and(|(one, other)| one == other)
}

/// Two runs that write one file would spoil it. Where files cannot be locked, nothing is said.
fn lock(file: &File) -> Result<(), Option<std::io::Error>> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(None),
        Err(TryLockError::Error(error)) if error.kind() == std::io::ErrorKind::Unsupported => Ok(()),
        Err(TryLockError::Error(error)) => Err(Some(error)),
    }
}

fn table(catalogue: &Catalogue, findings: &PackagesFindings, best: usize) -> String {
    let packages = Packages::new(catalogue, findings, best);
    let title = [("title", findings.case.title.en.as_str().into())];
    let mut text = format!("\n{}\n", wrap(&catalogue.text("title-line", &title), ""));
    under(catalogue, &findings.case).iter().for_each(|line| text.push_str(&wrap(line, "")));
    text.push_str(&bullets(&packages.sentences()));
    text.push_str(&format!("\n{}", draw(&packages.table())));
    let lines = packages.lines();
    text.push_str(&format!("{}\n", catalogue.text("packages-heading", &[])));
    lines.iter().for_each(|line| text.push_str(&wrap(line, "   ")));
    text.push_str(&format!("\n{}", draw(&packages.frontier())));
    packages.frontier_lines().iter().for_each(|line| text.push_str(&wrap(line, "   ")));
    text.push('\n');
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&catalogue.text("how-to-read", &[]), ""));
    text + &closing(catalogue, &packages.doubts(), &packages.method())
}

fn tidy(findings: &PackagesFindings) -> Tidy {
    let mut tidy = Tidy::new(&findings.case, &findings.method, ABOUT.into_iter().chain(BAND));
    for RankedPackage { id, equilibria, numbers, frontier_share, .. } in &findings.packages {
        let residual = Cell::from(equilibria.residual);
        let years = Some(findings.headline_years).into();
        let share = [residual, id.as_str().into(), "frontier_share".into(), Cell::Nothing, years];
        tidy.add(share.into_iter().chain(mean(*frontier_share, None)));
        for number in numbers {
            let actor = number.actor.as_deref();
            let about = [
                equilibria.residual.into(),
                id.as_str().into(),
                number.quantity.into(),
                actor.into(),
                number.years.into(),
            ];
            tidy.add(about.into_iter().chain(band(&number.band)));
        }
    }
    tidy
}
