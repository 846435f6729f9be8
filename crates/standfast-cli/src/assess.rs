//! `standfast assess`

use anyhow::Context as _;
use standfast::ensemble::{Band, Design};
use standfast::findings::{Findings, Within};
use standfast::{Case, Study};
use standfast_report::Catalogue;
use standfast_report::faults::program;
use standfast_report::sentences::{doubts, method, sentences, under};
use standfast_report::tables::{legend, tables};

use crate::args::{AssessArguments, Format};
use crate::output::{Failure, bullets, draw, wrap};
use crate::progress::Progress;
use crate::{Done, input, output};

pub(crate) fn run(arguments: &AssessArguments, catalogue: &Catalogue) -> Done {
    let case = input::under(input::case(&arguments.case, catalogue)?, &arguments.under)?;
    let study = study(arguments, &case, catalogue)?;
    input::threads(arguments.threads, catalogue)?;
    let progress = Progress::new(catalogue);
    let findings = study.run(&progress);
    progress.finish();
    let findings = findings.map_err(|_| Failure::Cancelled)?;
    let text = match arguments.format {
        Format::Table => table(catalogue, &findings),
        Format::Json => output::json(&findings)?,
        Format::Csv => csv(&findings)?,
    };
    output::write(&text, arguments.output.as_deref())
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
    if !arguments.years.is_empty() {
        let horizon = case.scenario.horizon;
        if let Some(bad) = arguments.years.iter().find(|years| !(1..=horizon).contains(years)) {
            let args = [("years", bad.to_string().into()), ("horizon", horizon.to_string().into())];
            return Err(Failure::Message(program(catalogue, "years-bad", &args)));
        }
        study.years = arguments.years.clone();
        study.years.sort_unstable();
        study.years.dedup();
    }
    Ok(study)
}

fn table(catalogue: &Catalogue, findings: &Findings) -> String {
    let title = [("title", findings.case.title.en.as_str().into())];
    let mut text = format!("\n{}\n", wrap(&catalogue.text("title-line", &title), ""));
    under(catalogue, findings).iter().for_each(|line| text.push_str(&wrap(line, "")));
    text.push_str(&wrap(&catalogue.text("conditional", &[]), ""));
    text.push_str(&wrap(&legend(catalogue, findings), ""));
    text.push('\n');
    tables(catalogue, findings).iter().for_each(|table| text.push_str(&draw(table)));
    text.push_str(&format!("{}\n", catalogue.text("heading-sentences", &[])));
    text.push_str(&bullets(&sentences(catalogue, findings)));
    let doubts = doubts(catalogue, findings);
    if !doubts.is_empty() {
        text.push_str(&format!("\n{}\n{}", catalogue.text("doubt-heading", &[]), bullets(&doubts)));
    }
    text.push('\n');
    method(catalogue, findings).iter().for_each(|line| text.push_str(&wrap(line, "")));
    text
}

/// One row for each package, quantity, actor and years, under the names of the JSON output, with
/// everything that is needed to make it again.
fn csv(findings: &Findings) -> Result<String, Failure> {
    let rows = || -> anyhow::Result<String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record([
            "case", "digest", "under", "engine", "seed", "draws", "residual", "package", "quantity", "actor", "years",
            "mean", "mean_se", "p05", "p10", "p10_se", "p25", "p50", "p75", "p90", "p90_se", "p95",
        ])?;
        let under: Vec<&str> = findings.case.under.iter().map(|stress| stress.id.as_str()).collect();
        for package in &findings.packages {
            let mut row = |quantity: &str, actor: &str, years: Option<usize>, band: &Band| {
                let number = |x: f64| if x.is_nan() { String::new() } else { x.to_string() };
                let optional = |x: Option<f64>| x.map_or_else(String::new, number);
                writer.write_record([
                    findings.case.id.clone(),
                    findings.case.digest.clone(),
                    under.join("+"),
                    findings.method.engine.to_owned(),
                    findings.method.seed.map_or_else(String::new, |seed| seed.to_string()),
                    findings.method.draws.to_string(),
                    number(package.equilibria.residual),
                    package.id.clone(),
                    quantity.to_owned(),
                    actor.to_owned(),
                    years.map_or_else(String::new, |years| years.to_string()),
                    number(band.mean),
                    optional(band.mean_se),
                    number(band.p05),
                    number(band.p10),
                    optional(band.p10_se),
                    number(band.p25),
                    number(band.p50),
                    number(band.p75),
                    number(band.p90),
                    optional(band.p90_se),
                    number(band.p95),
                ])
            };
            let spans: [(&str, &[Within]); 5] = [
                ("war", &package.war),
                ("limited", &package.limited),
                ("lost", &package.lost),
                ("noise_floor", &package.noise_floor),
                ("war_difference", &package.war_difference),
            ];
            for (quantity, spans) in spans {
                for within in spans {
                    row(quantity, "", Some(within.years), &within.band)?;
                }
            }
            for party in &package.parties {
                row("signs", &party.actor, None, &party.signs)?;
            }
            if let Some(concluded) = &package.concluded {
                row("concluded", "", None, concluded)?;
            }
            for response in &package.responses {
                let years = Some(findings.headline_years);
                row("stands_aside", &response.guarantor, years, &response.stands_aside)?;
                row("supplies", &response.guarantor, years, &response.supplies)?;
                row("intervenes", &response.guarantor, years, &response.intervenes)?;
            }
            if let Some(nobody) = &package.nobody_intervenes {
                row("nobody_intervenes", "", Some(findings.headline_years), nobody)?;
            }
            if let Some(window) = &package.window {
                let years = Some(window.within);
                row("window_war", "", years, &window.war)?;
                row("window_war_unforeseen", "", years, &window.war_unforeseen)?;
                row("window_cost", "", years, &window.cost)?;
            }
        }
        Ok(String::from_utf8(writer.into_inner()?)?)
    };
    rows().context("cannot write CSV").map_err(Failure::Unwritten)
}
