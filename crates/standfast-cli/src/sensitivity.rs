//! `standfast sensitivity`

use standfast::ensemble::Band;
use standfast::ensemble::band::FEWEST_FOR_ERRORS;
use standfast::sensitivity::findings::{GroupFindings, IndexFindings, NumberFindings, Step};
use standfast::sensitivity::{By, Unfit};
use standfast::{Case, Sensitivity, SensitivityFindings};
use standfast_report::Catalogue;
use standfast_report::faults::program;
use standfast_report::sensitivity::Sensitivity as InWords;

use crate::args::{ByArgument, SensitivityArguments};
use crate::output::{Failure, bullets, closing, draw, opening, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Column, Kind, Tidy, band};
use crate::{Done, input, kept, output};

pub(crate) fn run(arguments: &SensitivityArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let study = Sensitivity {
        case: &case,
        package: input::package(&arguments.package, &case.scenario)?,
        outcome: arguments.outcome.into(),
        by: by(arguments.by),
        design: input::design(arguments.draws, arguments.seed, catalogue)?,
        years: input::years(&arguments.years, &case, catalogue)?,
    };
    let mut work = study.begin().map_err(|unfit| self::unfit(unfit, catalogue))?;
    input::threads(arguments.printed.threads, catalogue)?;
    let path = arguments.checkpoint.as_deref();
    if let Some(path) = path {
        kept::resume(path, arguments.printed.output.as_deref(), catalogue, |file| work.resume(file))?;
    }
    let progress = Progress::new(catalogue);
    let findings = work.finish(&progress);
    progress.finish();
    let findings = findings.map_err(|ended| kept::failure(ended, path, catalogue))?;
    let table = || text(catalogue, &case, &findings);
    output::findings(catalogue, &findings, &arguments.printed, table, || tidy(&findings))
}

/// What a study cannot be done for.
pub(crate) fn unfit(unfit: Unfit, catalogue: &Catalogue) -> Failure {
    let enough = [("enough", FEWEST_FOR_ERRORS.into())];
    Failure::Message(match unfit {
        Unfit::TooFewDraws => program(catalogue, "sensitivity-too-few", &enough),
        Unfit::NothingUncertain => program(catalogue, "sensitivity-nothing", &[]),
    })
}

pub(crate) fn by(argument: ByArgument) -> By {
    match argument {
        ByArgument::Mechanism => By::Mechanism,
        ByArgument::Basis => By::Basis,
        ByArgument::Source => By::Source,
        ByArgument::Factor => By::Factor,
    }
}

fn text(catalogue: &Catalogue, case: &Case, findings: &SensitivityFindings) -> String {
    let words = InWords::new(catalogue, case, findings);
    let mut text = opening(catalogue, &findings.case);
    text.push_str(&bullets(&words.sentences()));
    text.push('\n');
    words.tables().iter().for_each(|table| text.push_str(&draw(table)));
    words.other_years().iter().for_each(|line| text.push_str(&wrap(line, "")));
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&catalogue.text("how-to-read-sensitivity", &[]), ""));
    text + &closing(catalogue, &words.doubts(), &words.method())
}

/// What rows have of their own, between what a number is about and its band.
const OWN: [Column; 13] = [
    ("part", Kind::Text),
    ("group", Kind::Text),
    ("puts_together", Kind::Count),
    ("numbers", Kind::Count),
    ("number", Kind::Text),
    ("rests_on", Kind::Text),
    ("first", Kind::Number),
    ("first_se", Kind::Number),
    ("total", Kind::Number),
    ("total_se", Kind::Number),
    ("from_draws", Kind::Count),
    ("p_value", Kind::Number),
    ("direction", Kind::Number),
];

/// The same of one row; what it does not have stays empty.
#[derive(Clone, Copy, Default)]
struct Own<'a> {
    part: &'static str,
    group: Option<&'a GroupFindings>,
    number: Option<&'a NumberFindings>,
    index: Option<IndexFindings>,
    step: Option<Step>,
}

impl Own<'_> {
    fn cells(self) -> [Cell; OWN.len()] {
        let Own { part, group, number, index, step } = self;
        let first = index.map(|index| index.first).or(number.map(|number| number.first));
        let total = index.map(|index| index.total).or(step.map(|step| step.total));
        [
            part.into(),
            group.map(|group| group.group.as_str()).into(),
            group.and_then(|group| group.puts_together).into(),
            group.map(|group| group.numbers).into(),
            number.map(|number| number.path.as_str()).into(),
            number.map(|number| number.basis).into(),
            first.into(),
            index.map(|index| index.first_se).into(),
            total.into(),
            index.map(|index| index.total_se).into(),
            step.map(|step| step.draws).into(),
            number.map(|number| number.p_value).into(),
            number.map(|number| number.direction).into(),
        ]
    }
}

/// One row for each outcome, group, step of a group, and number.
fn tidy(findings: &SensitivityFindings) -> Tidy {
    let columns = ABOUT.into_iter().chain(OWN).chain(BAND);
    let mut tidy = Tidy::new(&findings.case, &findings.method, columns);
    for result in &findings.results {
        let mut add = |own: Own<'_>, spread: Option<&Band>| {
            let about = [
                findings.equilibria.residual.into(),
                findings.package.as_str().into(),
                findings.quantity.into(),
                Cell::Nothing,
                result.years.into(),
            ];
            let empty = || std::array::from_fn(|_| Cell::Nothing);
            tidy.add(about.into_iter().chain(own.cells()).chain(spread.map_or_else(empty, band)));
        };
        add(Own { part: "outcome", ..Own::default() }, Some(&result.band));
        if result.judgement.is_some() {
            add(Own { part: "judgement", index: result.judgement, ..Own::default() }, None);
        }
        for group in &result.groups {
            let own = Own { group: Some(group), ..Own::default() };
            add(Own { part: "group", index: Some(group.index), ..own }, None);
            group.settling.iter().for_each(|&step| add(Own { part: "settling", step: Some(step), ..own }, None));
        }
        result
            .numbers
            .iter()
            .for_each(|number| add(Own { part: "number", number: Some(number), ..Own::default() }, None));
    }
    tidy
}
