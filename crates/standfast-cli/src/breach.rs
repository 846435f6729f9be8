//! `standfast break`

use standfast::analysis::breach::Extent;
use standfast::breach::{MOST_SETS, Risk, Threshold};
use standfast::{BreachFindings, BreachStudy, Case};
use standfast_report::Catalogue;
use standfast_report::breach::Breach;
use standfast_report::faults::program;

use crate::args::BreakArguments;
use crate::output::{Failure, bullets, closing, draw, opening, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Kind, Tidy, band};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &BreakArguments, catalogue: &Catalogue) -> Done {
    let case = input::case(&arguments.case, catalogue)?;
    let findings = {
        let study = study(arguments, &case, catalogue)?;
        let work = study.begin().map_err(|_| too_many(catalogue))?;
        input::threads(arguments.printed.threads, catalogue)?;
        let progress = Progress::new(catalogue);
        let findings = work.finish(&progress);
        progress.finish();
        findings.map_err(|_| Failure::Cancelled)?
    };
    output::findings(catalogue, &findings, &arguments.printed, || page(catalogue, &findings), || tidy(&findings))
}

/// There are more sets of stresses than are taken on.
pub(crate) fn too_many(catalogue: &Catalogue) -> Failure {
    Failure::Message(program(catalogue, "breach-too-many", &[("limit", MOST_SETS.to_string().into())]))
}

fn study<'a>(arguments: &BreakArguments, case: &'a Case, catalogue: &Catalogue) -> Result<BreachStudy<'a>, Failure> {
    let study = BreachStudy::of(case, input::package(&arguments.package, &case.scenario)?);
    let among = if arguments.among.is_empty() {
        study.among.clone()
    } else {
        input::stresses(&arguments.among, "--among", case)?
    };
    let held = if arguments.under.is_empty() {
        Vec::new()
    } else {
        input::under(case.clone(), &arguments.under)?;
        input::stresses(&arguments.under, "--under", case)?
    };
    let wrong = |id: &str, given: f64| Failure::Message(program(catalogue, id, &[("given", given.to_string().into())]));
    let threshold = match (arguments.threshold, arguments.times) {
        (Some(value), _) if (0.0..=1.0).contains(&value) => Threshold::Absolute(value),
        (Some(value), _) => return Err(wrong("threshold-bad", value)),
        (None, times) if times > 0.0 && times.is_finite() => Threshold::Times(times),
        (None, times) => return Err(wrong("times-bad", times)),
    };
    let up_to = if arguments.whole { usize::MAX } else { usize::from(arguments.up_to) };
    Ok(BreachStudy {
        under: held,
        among,
        risk: Risk::from(arguments.risk),
        threshold,
        extent: Extent { up_to, beyond_breaches: arguments.whole },
        design: input::design(arguments.draws, arguments.seed, catalogue)?,
        years: input::years(&arguments.years, case, catalogue)?,
        ..study
    })
}

fn page(catalogue: &Catalogue, findings: &BreachFindings) -> String {
    let breach = Breach::new(catalogue, findings);
    let mut text = opening(catalogue, &findings.case);
    text.push_str(&bullets(&breach.sentences()));
    text.push('\n');
    breach.tables().iter().for_each(|table| text.push_str(&draw(table)));
    let lists = [
        ("breach-sets-heading", breach.lines()),
        ("breach-descents-heading", breach.descents()),
        ("breach-left-out-heading", breach.left_out()),
    ];
    for (heading, lines) in lists.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        text.push_str(&format!("{}\n", catalogue.text(heading, &[])));
        lines.iter().for_each(|line| text.push_str(&wrap(line, "   ")));
        text.push('\n');
    }
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&catalogue.text("how-to-read", &[]), ""));
    text + &closing(catalogue, &breach.doubts(), &breach.method())
}

/// A row for each set that was looked at and each span of years; of sets that are events, also for when they are
/// reached.
fn tidy(findings: &BreachFindings) -> Tidy {
    let own = [
        ("stresses", Kind::Text),
        ("size", Kind::Count),
        ("threshold", Kind::Number),
        ("verdict", Kind::Text),
        ("breaks_in", Kind::Number),
        ("earliest", Kind::Count),
        ("likely", Kind::Count),
    ];
    let mut tidy = Tidy::new(&findings.case, &findings.method, ABOUT.into_iter().chain(own).chain(BAND));
    for set in &findings.sets {
        let reached = set.reached.as_ref();
        let risks = set.risk.iter().map(|within| (findings.risk, within));
        let chances = reached.iter().flat_map(|reached| &reached.within).map(|within| ("reached", within));
        let verdict = match (set.breaks, set.minimal) {
            (_, true) => "minimal",
            (true, false) => "breaks",
            (false, false) => "holds",
        };
        for (quantity, within) in risks.chain(chances) {
            let own: [Cell; 12] = [
                set.equilibria.residual.into(),
                findings.package.as_str().into(),
                quantity.into(),
                Cell::Nothing,
                within.years.into(),
                set.stresses.join("+").as_str().into(),
                set.stresses.len().into(),
                findings.threshold.value.into(),
                verdict.into(),
                set.breaks_in.into(),
                reached.and_then(|reached| reached.earliest).into(),
                reached.and_then(|reached| reached.likely).into(),
            ];
            tidy.add(own.into_iter().chain(band(&within.band)));
        }
    }
    tidy
}
