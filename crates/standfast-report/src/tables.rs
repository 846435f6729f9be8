//! Findings as tables: titles and cells, laid out by a front end.

use standfast::Findings;
use standfast::findings::{PackageFindings, Within};

use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{percent, points, spread};
use crate::sentences::{actor_name, package_name};

/// A table for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is about.
    pub title: String,
    /// The heads of its columns; the first column holds names.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// How to read it.
    pub note: String,
}

/// All tables of the findings.
pub fn tables(catalogue: &Catalogue, findings: &Findings) -> Vec<Table> {
    let mut tables = vec![risk(catalogue, findings)];
    if findings.packages.len() > 1 {
        tables.push(difference(catalogue, findings));
        tables.extend(window(catalogue, findings));
    }
    tables.extend(signing(catalogue, findings));
    tables.extend(response(catalogue, findings));
    tables
}

/// How to read the brackets.
pub fn legend(catalogue: &Catalogue, findings: &Findings) -> String {
    let id = if findings.method.seed.is_none() { "how-to-read-median" } else { "how-to-read" };
    catalogue.text(id, &[])
}

struct Builder<'a> {
    catalogue: &'a Catalogue,
    findings: &'a Findings,
}

impl Builder<'_> {
    fn head(&self, id: &str, years: usize) -> String {
        self.catalogue.text(id, &[("years", years.into())])
    }

    fn first_head(&self) -> String {
        self.catalogue.text("column-package", &[])
    }

    fn name(&self, package: &PackageFindings) -> String {
        package_name(self.catalogue, package)
    }

    fn cell(&self, band: &standfast::findings::SpreadOut, format: fn(f64) -> String) -> String {
        spread(band, format, self.findings.method.seed.is_none())
    }
}

fn at(within: &[Within], years: usize) -> Option<&Within> {
    within.iter().find(|within| within.years == years)
}

fn risk(catalogue: &Catalogue, findings: &Findings) -> Table {
    let builder = Builder { catalogue, findings };
    let headline = findings.headline_years;
    let last = findings.years.last().copied().unwrap_or(headline);
    let mut columns = vec![builder.first_head()];
    columns.extend(findings.years.iter().map(|&years| builder.head("column-war", years)));
    columns.push(builder.head("column-limited", headline));
    columns.push(builder.head("column-lost", last));
    columns.push(builder.head("column-floor", headline));
    let row = |package: &PackageFindings| {
        let mut row = vec![builder.name(package)];
        row.extend(package.war.iter().map(|within| builder.cell(&within.band, percent)));
        let others = [(&package.limited, headline), (&package.lost, last), (&package.noise_floor, headline)];
        row.extend(
            others.iter().filter_map(|(within, years)| at(within, *years)).map(|w| builder.cell(&w.band, percent)),
        );
        row
    };
    Table {
        title: catalogue.text("table-risk", &[]),
        columns,
        rows: findings.packages.iter().map(row).collect(),
        note: catalogue.text("note-risk", &[]),
    }
}

fn difference(catalogue: &Catalogue, findings: &Findings) -> Table {
    let builder = Builder { catalogue, findings };
    let mut columns = vec![builder.first_head()];
    columns.extend(findings.years.iter().map(|&years| builder.head("column-difference", years)));
    columns.push(catalogue.text("column-better", &[]));
    let row = |package: &PackageFindings| {
        let mut row = vec![builder.name(package)];
        row.extend(package.war_difference.iter().map(|within| builder.cell(&within.band, points)));
        row.push(format!("{:.0}", 100.0 * package.better_than_nothing));
        row
    };
    let packages = findings.packages.iter().filter(|package| !package.instruments.is_empty());
    Table {
        title: catalogue.text("table-difference", &[]),
        columns,
        rows: packages.map(row).collect(),
        note: builder.head("note-difference", findings.headline_years),
    }
}

fn window(catalogue: &Catalogue, findings: &Findings) -> Option<Table> {
    let builder = Builder { catalogue, findings };
    let row = |package: &PackageFindings| {
        let window = package.window.as_ref()?;
        Some(vec![
            builder.name(package),
            window.years.to_string(),
            builder.cell(&window.war, percent),
            builder.cell(&window.war_without, percent),
            builder.cell(&window.cost, points),
        ])
    };
    let rows: Vec<Vec<String>> = findings.packages.iter().filter_map(row).collect();
    let heads =
        ["column-package", "column-window-years", "column-window", "column-window-without", "column-window-cost"];
    (!rows.is_empty()).then(|| Table {
        title: catalogue.text("table-window", &[]),
        columns: heads.iter().map(|id| catalogue.text(id, &[])).collect(),
        rows,
        note: catalogue.text("note-window", &[]),
    })
}

fn signing(catalogue: &Catalogue, findings: &Findings) -> Option<Table> {
    let builder = Builder { catalogue, findings };
    let packages: Vec<&PackageFindings> =
        findings.packages.iter().filter(|package| !package.instruments.is_empty()).collect();
    let signs = |id: &str| packages.iter().any(|package| package.parties.iter().any(|party| party.actor == id));
    let actors: Vec<&str> = findings.case.actors.iter().map(|actor| actor.id.as_str()).filter(|id| signs(id)).collect();
    if packages.is_empty() {
        return None;
    }
    let mut columns = vec![builder.first_head()];
    columns.extend(actors.iter().map(|id| actor_name(catalogue, findings, id)));
    columns.push(catalogue.text("column-concluded", &[]));
    let row = |package: &&PackageFindings| {
        let mut row = vec![builder.name(package)];
        for id in &actors {
            let party = package.parties.iter().find(|party| party.actor == *id);
            row.push(party.map_or_else(String::new, |party| percent(party.signs.mean)));
        }
        row.push(percent(package.concluded.mean));
        row
    };
    Some(Table {
        title: catalogue.text("table-signing", &[]),
        columns,
        rows: packages.iter().map(row).collect(),
        note: catalogue.text("note-signing", &[]),
    })
}

fn response(catalogue: &Catalogue, findings: &Findings) -> Option<Table> {
    let builder = Builder { catalogue, findings };
    let guarantors: Vec<&str> =
        findings.case.actors.iter().filter(|actor| actor.role == "guarantor").map(|actor| actor.id.as_str()).collect();
    if guarantors.is_empty() {
        return None;
    }
    let mut columns = vec![builder.first_head()];
    columns.extend(guarantors.iter().map(|id| actor_name(catalogue, findings, id)));
    columns.push(catalogue.text("column-nobody", &[]));
    let row = |package: &PackageFindings| {
        let mut row = vec![builder.name(package)];
        for id in &guarantors {
            let response = package.responses.iter().find(|response| response.guarantor == *id);
            row.push(response.map_or_else(String::new, |response| {
                let args: [(&str, Arg); 2] = [
                    ("fights", percent(response.intervenes.mean).into()),
                    ("supplies", percent(response.supplies.mean).into()),
                ];
                catalogue.text("cell-response", &args)
            }));
        }
        row.push(package.nobody_intervenes.as_ref().map_or_else(String::new, |band| builder.cell(band, percent)));
        row
    };
    Some(Table {
        title: builder.head("table-response", findings.headline_years),
        columns,
        rows: findings.packages.iter().map(row).collect(),
        note: catalogue.text("note-response", &[]),
    })
}
