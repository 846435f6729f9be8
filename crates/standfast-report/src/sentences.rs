//! Findings in plain words.

use standfast::Findings;
use standfast::findings::{Doubt, PackageFindings, Safest, SpreadOut};
use standfast::provenance::Method;

use crate::catalogue::{Arg, Catalogue, Language};
use crate::numbers::{percent, points};
use crate::phrases::list;

/// The name of a package for people.
pub fn package_name(catalogue: &Catalogue, package: &PackageFindings) -> String {
    match &package.name {
        Some(name) => match catalogue.language {
            Language::En => name.en.clone(),
        },
        None if package.instruments.is_empty() => catalogue.text("package-nothing", &[]),
        None => package.instruments.iter().map(|id| id.replace('_', " ")).collect::<Vec<_>>().join(" + "),
    }
}

/// The name of an actor for people.
pub fn actor_name(catalogue: &Catalogue, findings: &Findings, id: &str) -> String {
    let actor = findings.case.actors.iter().find(|actor| actor.id == id);
    actor.map_or_else(
        || id.to_owned(),
        |actor| match catalogue.language {
            Language::En => actor.name.en.clone(),
        },
    )
}

/// What the findings come to, a sentence each.
pub fn sentences(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(nothing) = findings.packages.iter().find(|package| package.instruments.is_empty()) {
        sentences.push(of_nothing(catalogue, findings, nothing));
    }
    if let Some(safest) = &findings.safest {
        sentences.push(of_safest(catalogue, findings, safest));
        sentences.push(signatures(catalogue, findings, safest));
        sentences.extend(best_signed(catalogue, findings, safest));
    }
    sentences.extend(findings.packages.iter().filter_map(|package| of_window(catalogue, package)));
    sentences
}

fn is_median(findings: &Findings) -> bool {
    findings.method.seed.is_none()
}

fn find<'a>(findings: &'a Findings, id: &str) -> Option<&'a PackageFindings> {
    findings.packages.iter().find(|package| package.id == id)
}

fn name_of(catalogue: &Catalogue, findings: &Findings, id: &str) -> String {
    find(findings, id).map_or_else(|| id.to_owned(), |package| package_name(catalogue, package))
}

fn risk_args(findings: &Findings, risk: &SpreadOut) -> Vec<(&'static str, Arg)> {
    vec![
        ("years", findings.headline_years.into()),
        ("mean", percent(risk.mean).into()),
        ("low", percent(risk.p10).into()),
        ("high", percent(risk.p90).into()),
    ]
}

fn variant(id: &str, findings: &Findings) -> String {
    if is_median(findings) { format!("{id}-median") } else { id.to_owned() }
}

fn of_nothing(catalogue: &Catalogue, findings: &Findings, nothing: &PackageFindings) -> String {
    let mut args = risk_args(findings, nothing.headline_war());
    let floor = &nothing.noise_floor[nothing.noise_floor.len() / 2].band;
    args.push(("floor", percent(floor.mean).into()));
    catalogue.text(&variant("sentence-nothing", findings), &args)
}

fn of_safest(catalogue: &Catalogue, findings: &Findings, safest: &Safest) -> String {
    let mut args = risk_args(findings, &safest.risk);
    args.push(("package", name_of(catalogue, findings, &safest.package).into()));
    args.push(("better", format!("{:.0}", safest.better_in).into()));
    args.push(("lowest", format!("{:.0}", safest.lowest_in).into()));
    catalogue.text(&variant("sentence-safest", findings), &args)
}

fn signatures(catalogue: &Catalogue, findings: &Findings, safest: &Safest) -> String {
    let concluded = find(findings, &safest.package).map_or(f64::NAN, |package| package.concluded.mean);
    let concluded = ("concluded", Arg::from(percent(concluded)));
    if safest.refused_by.is_empty() {
        return catalogue.text("sentence-signed", &[concluded]);
    }
    let names: Vec<String> = safest.refused_by.iter().map(|id| actor_name(catalogue, findings, id)).collect();
    let parties = list(catalogue, &names);
    catalogue.text("sentence-refused", &[("count", names.len().into()), ("parties", parties.into()), concluded])
}

/// Nothing to say if the safest package is itself one that everybody would sign.
fn best_signed(catalogue: &Catalogue, findings: &Findings, safest: &Safest) -> Option<String> {
    let Some(signed) = &findings.safest_signed else {
        return Some(catalogue.text("sentence-none-signed", &[]));
    };
    let mut args = risk_args(findings, &signed.risk);
    args.push(("package", name_of(catalogue, findings, &signed.package).into()));
    (signed.package != safest.package).then(|| catalogue.text("sentence-safest-signed", &args))
}

fn of_window(catalogue: &Catalogue, package: &PackageFindings) -> Option<String> {
    let window = package.window.as_ref()?;
    let cost = points(window.cost.mean);
    let direction = match cost.chars().next() {
        Some('+') => "higher",
        Some('−') => "lower",
        _ => "same",
    };
    let args = [
        ("package", package_name(catalogue, package).into()),
        ("years", window.years.into()),
        ("with", percent(window.war.mean).into()),
        ("cost", cost.trim_start_matches(['+', '−']).to_owned().into()),
        ("direction", direction.into()),
    ];
    Some(catalogue.text("sentence-window", &args))
}

/// The reasons to doubt the findings, a sentence each.
pub fn doubts(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let sentence = |doubt: &Doubt| match doubt {
        Doubt::MedianOnly => catalogue.text("doubt-median", &[]),
        Doubt::TooFewDraws { largest_se, enough } => {
            let args = [("se", format!("{largest_se:.1}").into()), ("enough", enough.to_string().into())];
            catalogue.text("doubt-too-few-draws", &args)
        }
        Doubt::Unconverged { package, draws } => {
            let alone = find(findings, package).and_then(|package| package.war_converged_only);
            let args = [
                ("package", name_of(catalogue, findings, package).into()),
                ("draws", (*draws).into()),
                ("years", findings.headline_years.into()),
                ("alone", alone.map_or_else(|| "?".to_owned(), |alone| percent(alone.mean)).into()),
            ];
            catalogue.text("doubt-unconverged", &args)
        }
        Doubt::BranchNotUnique { package, draws } => {
            let args = [("package", name_of(catalogue, findings, package).into()), ("draws", (*draws).into())];
            catalogue.text("doubt-branch", &args)
        }
    };
    findings.doubts.iter().map(sentence).collect()
}

/// How the numbers were made.
pub fn method(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let residual = findings.packages.iter().map(|package| package.equilibria.residual);
    let residual = residual.fold(0.0, |largest, r| if r > largest || r.is_nan() { r } else { largest });
    let solved: usize = findings.packages.iter().map(|package| package.equilibria.solved).sum();
    let case = [
        ("id", findings.case.id.as_str().into()),
        ("digest", findings.case.digest[..12].into()),
        ("solved", solved.to_string().into()),
        ("residual", format!("{residual:.0e}").into()),
    ];
    vec![method_line(catalogue, &findings.method), catalogue.text("method-case", &case)]
}

/// Draws, seed, engine.
pub(crate) fn method_line(catalogue: &Catalogue, method: &Method) -> String {
    let args = [
        ("draws", method.draws.to_string().into()),
        ("numbers", method.uncertain_numbers.to_string().into()),
        ("seed", method.seed.unwrap_or_default().to_string().into()),
        ("states", method.states.to_string().into()),
        ("engine", method.engine.into()),
    ];
    let line = if method.seed.is_none() { "method-median" } else { "method-sobol" };
    catalogue.text(line, &args)
}
