//! `standfast why`

use standfast::why::findings::{Attribution, Contribution, Interaction};
use standfast::why::{Ended, MOST_INSTRUMENTS};
use standfast::{Why, WhyFindings};
use standfast_report::Catalogue;
use standfast_report::faults::program;
use standfast_report::why::Why as InWords;

use crate::args::WhyArguments;
use crate::output::{Failure, bullets, closing, draw, opening, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Column, Kind, Tidy, band};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &WhyArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let package = input::package(&arguments.package, &case.scenario)?;
    let study = Why {
        case: &case,
        package,
        design: input::design(arguments.draws, arguments.seed, catalogue)?,
        years: input::years(&arguments.years, &case, catalogue)?,
    };
    input::threads(arguments.printed.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let findings = study.run(&progress);
    progress.finish();
    let findings = findings.map_err(|ended| failure(&ended, catalogue))?;
    let words = InWords::new(catalogue, &findings, arguments.outcome.into());
    let table = || text(catalogue, &findings, &words);
    output::findings(catalogue, &findings, &arguments.printed, table, || tidy(&findings))
}

/// Why a study ended before it was done.
pub(crate) fn failure(ended: &Ended, catalogue: &Catalogue) -> Failure {
    match ended {
        Ended::Cancelled(_) => Failure::Cancelled,
        Ended::TooManyInstruments(instruments) => {
            let args = [("instruments", (*instruments).into()), ("limit", MOST_INSTRUMENTS.into())];
            Failure::Message(program(catalogue, "why-too-many", &args))
        }
    }
}

fn text(catalogue: &Catalogue, findings: &WhyFindings, words: &InWords<'_>) -> String {
    let mut text = opening(catalogue, &findings.case);
    text.push_str(&bullets(&words.sentences()));
    text.push('\n');
    words.tables().iter().for_each(|table| text.push_str(&draw(table)));
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&catalogue.text("how-to-read-why", &[]), ""));
    text + &closing(catalogue, &words.doubts(), &words.method())
}

/// What rows have of their own, between what a number is about and its band.
const OWN: [Column; 6] = [
    ("part", Kind::Text),
    ("instrument", Kind::Text),
    ("with", Kind::Text),
    ("stream", Kind::Text),
    ("lowers", Kind::Number),
    ("raises", Kind::Number),
];

/// What a row is about.
#[derive(Clone, Copy)]
struct About<'a> {
    quantity: &'a str,
    actor: Option<&'a str>,
    years: Option<usize>,
}

/// One row for each quantity, actor, years and part of it.
fn tidy(findings: &WhyFindings) -> Tidy {
    let columns = ABOUT.into_iter().chain(OWN).chain(BAND);
    let mut rows = Rows { tidy: Tidy::new(&findings.case, &findings.method, columns), findings };
    for outcome in &findings.outcomes {
        let about = About { quantity: outcome.quantity, actor: None, years: outcome.years };
        rows.attribution(about, &outcome.attribution);
    }
    for gain in &findings.gains {
        let actor = Some(gain.actor.as_str());
        let signs = About { quantity: "signs", actor, years: None };
        rows.add(signs, "all", [None; 3], [None; 2], &gain.signs);
        let about = About { quantity: "gain", actor, years: None };
        rows.attribution(about, &gain.attribution);
        for stream in &gain.streams {
            rows.add(about, "stream", [None, None, Some(stream.stream)], [None; 2], &stream.band);
        }
    }
    rows.tidy
}

struct Rows<'a> {
    tidy: Tidy,
    findings: &'a WhyFindings,
}

impl Rows<'_> {
    fn attribution(&mut self, about: About<'_>, attribution: &Attribution) {
        let Attribution { nothing, all, difference, instruments, pairs } = attribution;
        for (part, band) in [("nothing", nothing), ("all", all), ("difference", difference)] {
            self.add(about, part, [None; 3], [None; 2], band);
        }
        for Contribution { instrument, shapley, added_first, taken_last, lowers, raises } in instruments {
            let names = [Some(instrument.as_str()), None, None];
            self.add(about, "shapley", names, [Some(*lowers), Some(*raises)], shapley);
            self.add(about, "added_first", names, [None; 2], added_first);
            self.add(about, "taken_last", names, [None; 2], taken_last);
        }
        for Interaction { instruments, interaction, lowers, raises } in pairs {
            let [one, other] = instruments.each_ref().map(|name| Some(name.as_str()));
            self.add(about, "interaction", [one, other, None], [Some(*lowers), Some(*raises)], interaction);
        }
    }

    fn add(
        &mut self,
        about: About<'_>,
        part: &str,
        names: [Option<&str>; 3],
        shares: [Option<f64>; 2],
        values: &standfast::ensemble::Band,
    ) {
        let [instrument, with, stream] = names.map(Cell::from);
        let [lowers, raises] = shares.map(Cell::from);
        let own = [
            self.findings.equilibria.residual.into(),
            self.findings.package.as_str().into(),
            about.quantity.into(),
            about.actor.into(),
            about.years.into(),
            part.into(),
            instrument,
            with,
            stream,
            lowers,
            raises,
        ];
        self.tidy.add(own.into_iter().chain(band(values)));
    }
}
