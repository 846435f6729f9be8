//! `standfast packages`

use standfast::model::Scenario;
use standfast::model::actor::Actor;
use standfast::packages::MOST_PACKAGES;
use standfast::packages::findings::RankedPackage;
use standfast::packages::frontier::{Objectives, Protection, accepting};
use standfast::{AllPackages, PackagesFindings};
use standfast_report::Catalogue;
use standfast_report::faults::{program, visible};
use standfast_report::packages::Packages;

use crate::args::{PackagesArguments, ProtectionArgument};
use crate::output::{Failure, bullets, closing, draw, opening, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Tidy, band, mean};
use crate::{Done, input, kept, output};

pub(crate) fn run(arguments: &PackagesArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let study = AllPackages {
        case: &case,
        among: input::among(&arguments.among, &case.scenario)?,
        design: input::design(arguments.draws, arguments.seed, catalogue)?,
        years: input::years(&arguments.years, &case, catalogue)?,
        objectives: objectives(arguments, &case.scenario, catalogue)?,
    };
    let mut work = study.begin().map_err(|_| too_many(catalogue))?;
    input::threads(arguments.printed.threads, catalogue)?;
    let path = arguments.checkpoint.as_deref();
    if let Some(path) = path {
        kept::resume(path, arguments.printed.output.as_deref(), catalogue, |file| work.resume(file))?;
    }
    let progress = Progress::new(catalogue);
    let findings = work.finish(&progress);
    progress.finish();
    let findings = findings.map_err(|ended| kept::failure(ended, path, catalogue))?;
    let best = usize::from(arguments.best);
    output::findings(catalogue, &findings, &arguments.printed, || table(catalogue, &findings, best), || tidy(&findings))
}

/// There are more packages than are taken on.
pub(crate) fn too_many(catalogue: &Catalogue) -> Failure {
    Failure::Message(program(catalogue, "packages-too-many", &[("limit", MOST_PACKAGES.to_string().into())]))
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

fn table(catalogue: &Catalogue, findings: &PackagesFindings, best: usize) -> String {
    let packages = Packages::new(catalogue, findings, best);
    let mut text = opening(catalogue, &findings.case);
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
