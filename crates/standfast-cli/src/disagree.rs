//! `standfast disagree`

use standfast::breach::Risk;
use standfast::disagree::Reader;
use standfast::ensemble::Band;
use standfast::model::package::NOTHING;
use standfast::{Case, Disagree, DisagreeFindings, Refused};
use standfast_report::Catalogue;
use standfast_report::disagree::Disagree as InWords;

use crate::args::DisagreeArguments;
use crate::output::{Failure, bullets, closing, draw, opening, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Cell, Kind, Tidy, band, mean};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &DisagreeArguments, catalogue: &Catalogue) -> Done {
    let case = input::case(&arguments.case, catalogue)?;
    let find = |name: &str| {
        let found = Reader::find(&case.scenario, name);
        found.map_err(|refused| Refused { name: "reader".to_owned(), ..refused })
    };
    let readers = [find(&arguments.first)?, find(&arguments.second)?];
    let package = input::package(arguments.package.as_deref().unwrap_or(NOTHING), &case.scenario)?;
    let held = if arguments.under.is_empty() {
        Vec::new()
    } else {
        input::under(case.clone(), &arguments.under)?;
        input::stresses(&arguments.under, "--under", &case)?
    };
    let study = Disagree {
        under: held,
        risk: Risk::from(arguments.risk),
        design: input::design(arguments.draws, arguments.seed, catalogue)?,
        years: input::years(&arguments.years, &case, catalogue)?,
        ..Disagree::of(&case, readers, package)
    };
    input::threads(arguments.printed.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let findings = study.run(&progress);
    progress.finish();
    let findings = findings.map_err(|_| Failure::Cancelled)?;
    let table = || page(catalogue, &case, &findings);
    output::findings(catalogue, &findings, &arguments.printed, table, || tidy(&findings))
}

fn page(catalogue: &Catalogue, case: &Case, findings: &DisagreeFindings) -> String {
    let words = InWords::new(catalogue, findings, &case.scenario);
    let mut text = opening(catalogue, &findings.case);
    text.push_str(&bullets(&words.sentences()));
    text.push('\n');
    words.tables().iter().for_each(|table| text.push_str(&draw(table)));
    for (heading, lines) in words.lists() {
        text.push_str(&format!("{}\n", catalogue.text(heading, &[])));
        lines.iter().for_each(|line| text.push_str(&wrap(line, "   ")));
        text.push('\n');
    }
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&catalogue.text("how-to-read", &[]), ""));
    text + &closing(catalogue, &words.doubts(), &words.method())
}

/// A row for each reader and span of years, for the difference, and for each part of it.
fn tidy(findings: &DisagreeFindings) -> Tidy {
    let own = [("reader", Kind::Text), ("against", Kind::Text), ("part", Kind::Text), ("of", Kind::Text)];
    let mut tidy = Tidy::new(&findings.case, &findings.method, ABOUT.into_iter().chain(own).chain(BAND));
    let [first, second] = &findings.readers;
    let mut add =
        |years: usize, reader: &str, against: Option<&str>, part: &str, of: Option<&str>, cells: [Cell; 11]| {
            let row: [Cell; 9] = [
                findings.equilibria.residual.into(),
                findings.package.as_str().into(),
                findings.risk.into(),
                Cell::Nothing,
                years.into(),
                reader.into(),
                against.into(),
                part.into(),
                of.into(),
            ];
            tidy.add(row.into_iter().chain(cells));
        };
    for reader in &findings.readers {
        for within in &reader.risk {
            add(within.years, &reader.id, None, "risk", None, band(&within.band));
        }
        for within in reader.takes_away.iter().flatten() {
            add(within.years, &reader.id, None, "takes_away", None, band(&within.band));
        }
    }
    let against = Some(first.id.as_str());
    for within in &findings.difference {
        add(within.years, &second.id, against, "difference", None, band(&within.band));
    }
    for within in findings.takes_away_difference.iter().flatten() {
        add(within.years, &second.id, against, "takes_away_difference", None, band(&within.band));
    }
    let headline = findings.headline_years;
    for part in &findings.parts {
        let of = Some(part.part.as_str());
        for within in &part.share {
            add(within.years, &second.id, against, "shapley", of, band(&within.band));
        }
        let bands: [(&str, &Band); 2] = [("added_first", &part.added_first), ("taken_last", &part.taken_last)];
        for (name, found) in bands {
            add(headline, &second.id, against, name, of, band(found));
        }
        add(headline, &second.id, against, "raises", of, mean(part.raises, None));
        add(headline, &second.id, against, "lowers", of, mean(part.lowers, None));
    }
    tidy
}
