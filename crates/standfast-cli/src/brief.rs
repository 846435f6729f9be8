//! `standfast brief`

use std::path::Path;

use standfast::Brief;
use standfast::study::DEFAULT_SEED;
use standfast_report::Catalogue;
use standfast_report::brief::{Edition, html};

use crate::args::BriefArguments;
use crate::input::STANDARD_INPUT;
use crate::output::{Failure, typed};
use crate::progress::Progress;
use crate::{Done, input, output};

pub(crate) fn run(arguments: &BriefArguments, catalogue: &Catalogue) -> Done {
    let case = input::case(&arguments.case, catalogue)?;
    let held = input::under(case.clone(), &arguments.under)?;
    let brief = Brief {
        case: &case,
        held: &held,
        package: input::package(&arguments.package, &case.scenario)?,
        design: input::design(arguments.draws, arguments.seed, catalogue)?,
        years: input::years(&arguments.years, &case, catalogue)?,
    };
    input::threads(arguments.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let findings = brief.run(&progress);
    progress.finish();
    let findings = findings.map_err(|_| Failure::Cancelled)?;
    let command = command(arguments, catalogue);
    let edition = Edition { command: &command, date: arguments.date.as_deref() };
    output::write(html(catalogue, &held, &findings, edition), arguments.out.as_deref())
}

/// The command that makes the same file: with every option that makes a difference, and without where things lie on
/// this machine.
fn command(arguments: &BriefArguments, catalogue: &Catalogue) -> String {
    let case = match arguments.case.as_str() {
        STANDARD_INPUT => STANDARD_INPUT.to_owned(),
        case => Path::new(case).file_name().map_or_else(|| case.to_owned(), |name| name.display().to_string()),
    };
    let mut words = vec!["standfast brief".to_owned(), typed(&case), "--package".to_owned(), typed(&arguments.package)];
    let mut option = |name: &str, value: &str| words.extend([format!("--{name}"), typed(value)]);
    arguments.under.iter().for_each(|stress| option("under", stress));
    option("lang", catalogue.language.code());
    option("draws", &arguments.draws.to_string());
    if arguments.seed != DEFAULT_SEED {
        option("seed", &arguments.seed.to_string());
    }
    if !arguments.years.is_empty() {
        let years: Vec<String> = arguments.years.iter().map(usize::to_string).collect();
        option("years", &years.join(","));
    }
    arguments.date.iter().for_each(|date| option("date", date));
    words.push("--out brief.html".to_owned());
    words.join(" ")
}
