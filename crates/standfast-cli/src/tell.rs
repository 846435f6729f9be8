//! `standfast tell`

use standfast::Case;
use standfast::ensemble::{Design, Play};
use standfast::model::package::NOTHING;
use standfast::playthrough::{Choice, Playthrough, Telling, Which};
use standfast_report::Catalogue;
use standfast_report::figures::in_figures;
use standfast_report::story::{Told, layout, story};

use crate::args::{TellArguments, TellFormat, WhichArgument};
use crate::output::{Failure, WIDTH};
use crate::progress::Progress;
use crate::{Done, input, output};

pub(crate) fn run(arguments: &TellArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let telling = telling(arguments, &case, catalogue)?;
    input::threads(arguments.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let told = telling.run(&progress);
    progress.finish();
    let told = told.map_err(|_| Failure::Cancelled)?;
    let story = story(catalogue, &case.scenario, &told, &command(arguments, &told));
    let text = match arguments.format {
        TellFormat::Text => in_figures(catalogue.language, layout::text(&story, WIDTH.into())),
        TellFormat::Json => output::json(&Told { playthrough: &told, story: &story })?,
        TellFormat::Markdown => in_figures(catalogue.language, layout::markdown(&story)),
    };
    output::write(&text, arguments.output.as_deref())?;
    let equilibrium = told.equilibrium;
    if equilibrium.converged {
        return Ok(());
    }
    let args =
        [("count", equilibrium.unconverged.into()), ("residual", format!("{:.1e}", equilibrium.residual).into())];
    Err(Failure::NotConverged(catalogue.text("not-converged", &args)))
}

fn telling<'a>(arguments: &TellArguments, case: &'a Case, catalogue: &Catalogue) -> Result<Telling<'a>, Failure> {
    let chosen = arguments.package.clone().unwrap_or_else(|| NOTHING.to_owned());
    let package = input::package(&chosen, &case.scenario)?;
    let which = match arguments.which {
        WhichArgument::Typical => Which::Typical,
        WhichArgument::Best => Which::Best,
        WhichArgument::Worst => Which::Worst,
    };
    let choice = match (arguments.draw, arguments.path) {
        (None, None) => Choice::Among { which, paths: arguments.draws },
        (draw, path) => Choice::This(Play { draw: draw.unwrap_or(0), path: path.unwrap_or(0) }),
    };
    let draws = arguments.draw.map_or(arguments.draws, |draw| draw.saturating_add(1));
    let drawn = input::design(draws, arguments.seed, catalogue)?;
    let design = if arguments.at.is_some() { Design::Median } else { drawn };
    Ok(Telling { case, package, design, seed: arguments.seed, choice })
}

/// What to type to be told the same again.
fn command(arguments: &TellArguments, told: &Playthrough) -> String {
    let place = match told.method.seed {
        Some(_) => format!("--draw {}", told.draw),
        None => "--at median".to_owned(),
    };
    let (case, package) = (output::typed(&arguments.case), &told.package.id);
    let under: String = arguments.under.iter().map(|stress| format!("--under {stress} ")).collect();
    format!("standfast tell {case} --package {package} {under}{place} --path {} --seed {}", told.path, told.seed)
}
