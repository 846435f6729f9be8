//! `standfast assess`

use standfast::ensemble::{Band, Design};
use standfast::findings::{Findings, PackageFindings, ShareFrom, ShareOf, Within};
use standfast::{Case, Study};
use standfast_report::Catalogue;
use standfast_report::basis::basis;
use standfast_report::sentences::{doubts, method, sentences};
use standfast_report::structure::{structure, structure_doubts, structure_table};
use standfast_report::tables::{legend, tables};

use crate::args::AssessArguments;
use crate::output::{Failure, bullets, closing, draw, opening, wrap};
use crate::progress::Progress;
use crate::tidy::{ABOUT, BAND, Tidy, band, mean};
use crate::{Done, input, output};

pub(crate) fn run(arguments: &AssessArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let study = study(arguments, &case, catalogue)?;
    input::threads(arguments.printed.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let findings = study.run(&progress);
    progress.finish();
    let findings = findings.map_err(|_| Failure::Cancelled)?;
    output::findings(catalogue, &findings, &arguments.printed, || table(catalogue, &findings), || tidy(&findings))
}

fn study<'a>(arguments: &AssessArguments, case: &'a Case, catalogue: &Catalogue) -> Result<Study<'a>, Failure> {
    let mut study = Study::of(case);
    if !arguments.packages.is_empty() {
        study.packages = input::packages(&arguments.packages, &case.scenario)?;
    }
    study.design = match arguments.at {
        Some(_) => Design::Median,
        None => input::design(arguments.draws, arguments.seed, catalogue)?,
    };
    study.years = input::years(&arguments.years, case, catalogue)?;
    study.structure = arguments.structure;
    Ok(study)
}

fn table(catalogue: &Catalogue, findings: &Findings) -> String {
    let mut text = opening(catalogue, &findings.case);
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&legend(catalogue, findings), ""));
    text.push('\n');
    tables(catalogue, findings).iter().for_each(|table| text.push_str(&draw(table)));
    text.push_str(&format!("{}\n", catalogue.text("heading-sentences", &[])));
    text.push_str(&bullets(&sentences(catalogue, findings)));
    text.push_str(&format!("\n{}\n{}", catalogue.text("basis-heading", &[]), bullets(&basis(catalogue, findings))));
    if let Some(table) = structure_table(catalogue, findings) {
        let heading = catalogue.text("heading-structure", &[]);
        text.push_str(&format!("\n{heading}\n{}\n{}", bullets(&structure(catalogue, findings)), draw(&table)));
    }
    let mut doubts = doubts(catalogue, findings);
    doubts.extend(structure_doubts(catalogue, findings));
    text + &closing(catalogue, &doubts, &method(catalogue, findings))
}

fn tidy(findings: &Findings) -> Tidy {
    let mut tidy = Tidy::new(&findings.case, &findings.method, ABOUT.into_iter().chain(BAND));
    for package in &findings.packages {
        let residual = package.equilibria.residual;
        let about = |quantity: &str, actor: Option<&str>, years: Option<usize>| {
            [residual.into(), package.id.as_str().into(), quantity.into(), actor.into(), years.into()].into_iter()
        };
        for (quantity, actor, years, spread) in bands(findings, package) {
            tidy.add(about(quantity, actor, years).chain(band(spread)));
        }
        for share in findings.shares_of(package) {
            let quantity = match (share.of, share.from) {
                (ShareOf::Nothing, ShareFrom::JudgementAlone) => "war_share_judgement_alone",
                (ShareOf::Nothing, ShareFrom::AnyJudgement) => "war_share_any_judgement",
                (ShareOf::Difference, ShareFrom::JudgementAlone) => "war_difference_share_judgement_alone",
                (ShareOf::Difference, ShareFrom::AnyJudgement) => "war_difference_share_any_judgement",
            };
            let share = mean(share.share, Some(share.standard_error));
            tidy.add(about(quantity, None, Some(findings.headline_years)).chain(share));
        }
        for switched in &findings.structure {
            let found = switched.packages.iter().filter(|found| found.package == package.id);
            for (quantity, spread) in found.flat_map(|found| [("war", &found.war), ("war_change", &found.change)]) {
                let quantity = format!("{quantity}_{}", switched.switch);
                tidy.add(about(&quantity, None, Some(findings.headline_years)).chain(band(spread)));
            }
        }
    }
    tidy
}

/// Every band of a package: the name of its quantity, the actor and the years that it is about.
fn bands<'a>(
    findings: &Findings,
    package: &'a PackageFindings,
) -> Vec<(&'static str, Option<&'a str>, Option<usize>, &'a Band)> {
    let spans: [(&str, &[Within]); 5] = [
        ("war", &package.war),
        ("limited", &package.limited),
        ("lost", &package.lost),
        ("noise_floor", &package.noise_floor),
        ("war_difference", &package.war_difference),
    ];
    let each = |(quantity, spans): (&'static str, &'a [Within])| {
        spans.iter().map(move |within| (quantity, None, Some(within.years), &within.band))
    };
    let mut bands: Vec<_> = spans.into_iter().flat_map(each).collect();
    bands.extend(package.parties.iter().map(|party| ("signs", Some(&*party.actor), None, &party.signs)));
    bands.extend(package.concluded.iter().map(|band| ("concluded", None, None, band)));
    bands.extend(package.alternative_settled.iter().map(|band| ("alternative_settled", None, None, band)));
    let headline = Some(findings.headline_years);
    for response in &package.responses {
        let guarantor = Some(&*response.guarantor);
        bands.push(("stands_aside", guarantor, headline, &response.stands_aside));
        bands.push(("supplies", guarantor, headline, &response.supplies));
        bands.push(("intervenes", guarantor, headline, &response.intervenes));
    }
    bands.extend(package.nobody_intervenes.iter().map(|band| ("nobody_intervenes", None, headline, band)));
    if let Some(window) = &package.window {
        let within = Some(window.within);
        bands.push(("window_war", None, within, &window.war));
        bands.push(("window_war_unforeseen", None, within, &window.war_unforeseen));
        bands.push(("window_cost", None, within, &window.cost));
    }
    bands
}
