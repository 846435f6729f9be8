//! How far the answer moves where assumptions of the game are made otherwise, in sentences and a table.

use standfast::Findings;
use standfast::findings::{StructureFindings, SwitchedFindings};

use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{percent, points};
use crate::phrases::list;
use crate::sentences::{package_name, quoted_id};
use crate::tables::Table;

/// A move of less than that rounds to nothing.
const HALF_A_POINT: f64 = 0.005;

/// What it comes to, a sentence each; nothing if it was not asked for.
pub fn structure(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    if findings.structure.is_empty() {
        return Vec::new();
    }
    let mut sentences: Vec<String> =
        findings.structure.iter().map(|switched| of_switch(catalogue, findings, switched)).collect();
    sentences.push(of_safest(catalogue, findings));
    let headline = findings.packages.iter().find(|package| package.instruments.is_empty());
    if let Some(band) = headline.map(|package| findings.headline(&package.war)) {
        let args = [("low", percent(band.p10).into()), ("high", percent(band.p90).into())];
        sentences.push(catalogue.text("structure-beside", &args));
    }
    sentences
}

/// How far one switch moves the risk of any package.
fn of_switch(catalogue: &Catalogue, findings: &Findings, switched: &StructureFindings) -> String {
    let name = |package: &SwitchedFindings| quoted_id(catalogue, findings, &package.package);
    let by_size =
        |one: &&SwitchedFindings, other: &&SwitchedFindings| one.change.mean.abs().total_cmp(&other.change.mean.abs());
    let nothing = findings.packages.iter().position(|package| package.instruments.is_empty());
    let nothing = &switched.packages[nothing.unwrap_or_default()];
    let largest = switched.packages.iter().max_by(by_size).unwrap_or(nothing);
    let moved: Vec<String> =
        switched.packages.iter().filter(|package| package.change.mean.abs() >= HALF_A_POINT).map(name).collect();
    let args = [
        ("switch", switched.switch.into()),
        ("moved", moved.len().into()),
        ("package", name(largest).into()),
        ("risk", percent(largest.war.mean).into()),
        ("change", points(largest.change.mean).into()),
        ("nothing", percent(nothing.war.mean).into()),
        ("nothingchange", points(nothing.change.mean).into()),
        ("same", if largest.package == nothing.package { "yes" } else { "no" }.into()),
    ];
    catalogue.text("structure-switch", &args)
}

/// Which package is the safest under which switches.
fn of_safest(catalogue: &Catalogue, findings: &Findings) -> String {
    let own = findings.safest.as_ref().map(|safest| safest.package.as_str());
    let others: Vec<String> = findings
        .structure
        .iter()
        .filter(|switched| switched.safest.as_deref() != own)
        .filter_map(|switched| {
            let args = [
                ("package", quoted_id(catalogue, findings, switched.safest.as_deref()?).into()),
                ("switch", switched.switch.into()),
            ];
            Some(catalogue.text("structure-safest-other", &args))
        })
        .collect();
    let package = own.map_or_else(String::new, |own| quoted_id(catalogue, findings, own));
    let args: [(&str, Arg); 3] =
        [("package", package.into()), ("others", others.len().into()), ("list", list(catalogue, &others).into())];
    catalogue.text(if own.is_some() { "structure-safest" } else { "structure-no-safest" }, &args)
}

/// The risk of each package in the game of the method, and with each assumption made otherwise; nothing if it was
/// not asked for.
pub fn structure_table(catalogue: &Catalogue, findings: &Findings) -> Option<Table> {
    findings.structure.first()?;
    let mut columns = vec![catalogue.text("column-package", &[]), catalogue.text("column-structure-own", &[])];
    let of = |switched: &StructureFindings| catalogue.text("column-structure", &[("switch", switched.switch.into())]);
    columns.extend(findings.structure.iter().map(of));
    let rows = findings.packages.iter().enumerate().map(|(i, package)| {
        let own = percent(findings.headline(&package.war).mean);
        let cell = |switched: &StructureFindings| {
            let SwitchedFindings { war, change, .. } = &switched.packages[i];
            let args = [("risk", percent(war.mean).into()), ("change", points(change.mean).into())];
            catalogue.text("cell-structure", &args)
        };
        [package_name(catalogue, package), own].into_iter().chain(findings.structure.iter().map(cell)).collect()
    });
    Some(Table {
        title: catalogue.text("table-structure", &[("years", findings.headline_years.into())]),
        rows: rows.collect(),
        columns,
        note: catalogue.text("note-structure", &[]),
    })
}

/// The reasons to doubt it: switches in which something has not converged.
pub fn structure_doubts(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let unconverged = findings.structure.iter().filter(|switched| switched.equilibria.unconverged_draws > 0);
    let doubt = |switched: &StructureFindings| {
        let args = [("switch", switched.switch.into()), ("draws", switched.equilibria.unconverged_draws.into())];
        catalogue.text("doubt-structure-unconverged", &args)
    };
    unconverged.map(doubt).collect()
}
