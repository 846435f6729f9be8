//! `standfast discover`

use standfast::discover::Fails;
use standfast::discover::findings::{AtFindings, BoxFindings, Measures};
use standfast::{Case, Discover, DiscoverFindings, Selection};
use standfast_report::Catalogue;
use standfast_report::discover::Discover as InWords;
use standfast_report::faults::program;

use crate::args::DiscoverArguments;
use crate::output::{Failure, bullets, closing, draw, opening, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Column, Kind, Tidy, band};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &DiscoverArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let package = match &arguments.package {
        Some(package) => input::package(package, &case.scenario)?,
        None => Selection::nothing(&case.scenario),
    };
    let study = Discover::of(&case, package);
    let years = arguments.years.map(|years| input::years(&[years], &case, catalogue)).transpose()?;
    input::design(arguments.draws, arguments.seed, catalogue)?;
    let study = Discover {
        outcome: arguments.outcome.into(),
        years: years.map_or(study.years, |years| years[0]),
        fails: fails(arguments, catalogue)?,
        seed: arguments.seed,
        draws: arguments.draws,
        ..study
    };
    input::threads(arguments.printed.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let findings = study.run(&progress);
    progress.finish();
    let findings = findings.map_err(|_| Failure::Cancelled)?;
    output::findings(catalogue, &findings, &arguments.printed, || page(catalogue, &case, &findings), || tidy(&findings))
}

/// Where the package fails, if anything was asked for.
fn fails(arguments: &DiscoverArguments, catalogue: &Catalogue) -> Result<Option<Fails>, Failure> {
    let fails = arguments.above.map(Fails::Above).or(arguments.below.map(Fails::Below));
    match fails.map(Fails::threshold).filter(|threshold| !(0.0..=1.0).contains(threshold)) {
        Some(bad) => Err(Failure::Message(program(catalogue, "threshold-bad", &[("given", bad.to_string().into())]))),
        None => Ok(fails),
    }
}

fn page(catalogue: &Catalogue, case: &Case, findings: &DiscoverFindings) -> String {
    let words = InWords::new(catalogue, case, findings);
    let mut text = opening(catalogue, &findings.case);
    text.push_str(&bullets(&words.sentences()));
    text.push('\n');
    words.tables().iter().for_each(|table| text.push_str(&draw(table)));
    let lines = words.lines();
    lines.iter().for_each(|line| text.push_str(&wrap(line, "   ")));
    if !lines.is_empty() {
        text.push('\n');
    }
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&catalogue.text("how-to-read-discover", &[]), ""));
    text + &closing(catalogue, &words.doubts(), &words.method())
}

/// What rows have of their own, between what a number is about and its band.
const OWN: [Column; 20] = [
    ("fails", Kind::Text),
    ("threshold", Kind::Number),
    ("box", Kind::Count),
    ("stands_out", Kind::Text),
    ("part", Kind::Text),
    ("step", Kind::Count),
    ("number", Kind::Text),
    ("side", Kind::Text),
    ("limit", Kind::Number),
    ("restricted", Kind::Count),
    ("all", Kind::Count),
    ("failing", Kind::Count),
    ("inside", Kind::Count),
    ("failing_inside", Kind::Count),
    ("coverage", Kind::Number),
    ("density", Kind::Number),
    ("mass", Kind::Number),
    ("phi", Kind::Number),
    ("p_value", Kind::Number),
    ("in_halves", Kind::Number),
];

/// What a row says.
#[derive(Default)]
struct Row<'a> {
    part: &'a str,
    step: Option<usize>,
    at: Option<&'a AtFindings>,
    restricted: Option<usize>,
    measures: Option<&'a Measures>,
    density: Option<f64>,
    phi: Option<f64>,
    p_value: Option<f64>,
    in_halves: Option<f64>,
}

/// A row for the outcome; then of each box one for each step of the peeling and each of its limits there, for the box
/// in the draws that it was found in and in fresh ones, for each of its limits, and for what chance alone finds.
fn tidy(findings: &DiscoverFindings) -> Tidy {
    let columns = ABOUT.into_iter().chain(OWN).chain(BAND);
    let mut rows = Rows { tidy: Tidy::new(&findings.case, &findings.method, columns), findings };
    rows.add(None, Row { part: "outcome", ..Row::default() });
    for (i, found) in findings.boxes.iter().enumerate() {
        rows.boxed((i + 1, found));
    }
    rows.tidy
}

struct Rows<'a> {
    tidy: Tidy,
    findings: &'a DiscoverFindings,
}

impl Rows<'_> {
    fn boxed(&mut self, numbered: (usize, &BoxFindings)) {
        let (_, found) = numbered;
        for (i, step) in found.trajectory.iter().enumerate() {
            let (measures, restricted) = (Some(&step.measures), Some(step.restricted));
            self.add(Some(numbered), Row { part: "step", step: Some(i), measures, restricted, ..Row::default() });
            let measures = Some(&step.fresh);
            self.add(Some(numbered), Row { part: "step_fresh", step: Some(i), measures, restricted, ..Row::default() });
            for at in &step.limits {
                self.add(Some(numbered), Row { part: "step_limit", step: Some(i), at: Some(at), ..Row::default() });
            }
        }
        let alone = found.converged_only.as_ref();
        let measured = [("box", Some(&found.draws)), ("box_converged_only", alone), ("box_fresh", Some(&found.fresh))];
        for (part, measures) in measured.into_iter().filter(|(_, measures)| measures.is_some()) {
            let p_value = found.fresh_p.filter(|_| part == "box_fresh");
            self.add(Some(numbered), Row { part, measures, p_value, ..Row::default() });
        }
        for limit in &found.limits {
            let own = Row { part: "limit", at: Some(&limit.at), p_value: Some(limit.quasi_p), ..Row::default() };
            let own = Row { density: Some(limit.density_without), in_halves: Some(limit.in_halves), ..own };
            self.add(Some(numbered), own);
            let fresh = Row { part: "limit_fresh", at: Some(&limit.at), p_value: limit.fresh_p, ..Row::default() };
            self.add(Some(numbered), fresh);
        }
        let (phi, p_value) = (Some(found.chance.phi), Some(found.chance.p_value));
        self.add(Some(numbered), Row { part: "chance", phi, p_value, ..Row::default() });
    }

    fn add(&mut self, boxed: Option<(usize, &BoxFindings)>, row: Row<'_>) {
        let findings = self.findings;
        let count = |of: fn(&Measures) -> usize| Cell::from(row.measures.map(of));
        let measure = |of: fn(&Measures) -> Option<f64>| row.measures.and_then(of);
        let yes_or_no = |yes: bool| if yes { "yes" } else { "no" };
        let own: [Cell; 25] = [
            findings.equilibria.residual.into(),
            findings.package.as_str().into(),
            findings.quantity.into(),
            Cell::Nothing,
            findings.years.into(),
            findings.fails.side.into(),
            findings.fails.threshold.into(),
            boxed.map(|(number, _)| number).into(),
            boxed.map(|(_, found)| yes_or_no(found.stands_out)).into(),
            row.part.into(),
            row.step.into(),
            row.at.map(|at| at.path.as_str()).into(),
            row.at.map(|at| at.side).into(),
            row.at.map(|at| at.limit).into(),
            row.restricted.into(),
            count(|measures| measures.all),
            count(|measures| measures.failing),
            count(|measures| measures.inside),
            count(|measures| measures.failing_inside),
            measure(|measures| measures.coverage).into(),
            row.density.or(measure(|measures| measures.density)).into(),
            measure(|measures| measures.mass).into(),
            row.phi.or(row.measures.map(|measures| measures.phi)).into(),
            row.p_value.into(),
            row.in_halves.into(),
        ];
        let spread = if boxed.is_none() { band(&findings.found) } else { std::array::from_fn(|_| Cell::Nothing) };
        self.tidy.add(own.into_iter().chain(spread));
    }
}
