//! Findings as tables: titles and cells, laid out by a front end.

use serde::Serialize;
use standfast::Findings;
use standfast::ensemble::Band;
use standfast::findings::{PackageFindings, ResponseFindings, within};

use crate::catalogue::Catalogue;
use crate::numbers::{percent, points, spread};
use crate::sentences::{actor_name, name_in_role, package_name};

/// A table for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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
    let tables = Tables { catalogue, findings };
    let mut all = vec![tables.risk()];
    all.extend(tables.difference());
    all.extend(tables.window());
    all.extend(tables.signing());
    all.extend(tables.responses());
    all
}

/// How to read the brackets.
pub fn legend(catalogue: &Catalogue, findings: &Findings) -> String {
    catalogue.text(if findings.is_median() { "how-to-read-median" } else { "how-to-read" }, &[])
}

struct Tables<'a> {
    catalogue: &'a Catalogue,
    findings: &'a Findings,
}

impl Tables<'_> {
    fn text(&self, id: &str) -> String {
        self.catalogue.text(id, &[])
    }

    fn years(&self, id: &str, years: usize) -> String {
        self.catalogue.text(id, &[("years", years.into())])
    }

    fn name(&self, package: &PackageFindings) -> String {
        package_name(self.catalogue, package)
    }

    fn cell(&self, band: &Band, format: fn(f64) -> String) -> String {
        spread(band, format, self.findings.is_median())
    }

    /// The packages that are something.
    fn packages(&self) -> Vec<&PackageFindings> {
        self.findings.packages.iter().filter(|package| !package.instruments.is_empty()).collect()
    }

    fn risk(&self) -> Table {
        let findings = self.findings;
        let headline = findings.headline_years;
        let last = findings.years.last().copied().unwrap_or(headline);
        let mut columns = vec![self.text("column-package")];
        columns.extend(findings.years.iter().map(|&years| self.years("column-war", years)));
        columns.push(self.years("column-limited", headline));
        columns.push(self.years("column-lost", last));
        columns.push(self.years("column-floor", headline));
        let row = |package: &PackageFindings| {
            let mut row = vec![self.name(package)];
            row.extend(package.war.iter().map(|within| self.cell(&within.band, percent)));
            row.push(self.cell(findings.headline(&package.limited), percent));
            row.push(self.cell(within(&package.lost, last), percent));
            row.push(self.cell(findings.headline(&package.noise_floor), percent));
            row
        };
        Table {
            title: self.text("table-risk"),
            columns,
            rows: findings.packages.iter().map(row).collect(),
            note: self.text("note-risk"),
        }
    }

    fn difference(&self) -> Option<Table> {
        let counted = !self.findings.is_median();
        let mut columns = vec![self.text("column-package")];
        columns.extend(self.findings.years.iter().map(|&years| self.years("column-difference", years)));
        if counted {
            columns.extend(["column-lower", "column-same", "column-higher"].map(|id| self.text(id)));
        }
        let row = |package: &&PackageFindings| {
            let mut row = vec![self.name(package)];
            row.extend(package.war_difference.iter().map(|within| self.cell(&within.band, points)));
            if counted {
                let compared = package.against_nothing;
                row.extend([compared.lower, compared.same, compared.higher].map(|draws| draws.to_string()));
            }
            row
        };
        let args = [("years", self.findings.headline_years.into()), ("draws", self.findings.method.draws.into())];
        let rows: Vec<Vec<String>> = self.packages().iter().map(row).collect();
        (!rows.is_empty()).then(|| Table {
            title: self.text("table-difference"),
            columns,
            rows,
            note: self.catalogue.text(if counted { "note-difference" } else { "note-difference-median" }, &args),
        })
    }

    fn window(&self) -> Option<Table> {
        let row = |package: &PackageFindings| {
            let window = package.window.as_ref()?;
            Some(vec![
                self.name(package),
                window.years.to_string(),
                self.cell(&window.war, percent),
                self.cell(&window.war_unforeseen, percent),
                self.cell(&window.cost, points),
            ])
        };
        let rows: Vec<Vec<String>> = self.findings.packages.iter().filter_map(row).collect();
        let heads = [
            "column-package",
            "column-window-years",
            "column-window",
            "column-window-unforeseen",
            "column-window-cost",
        ];
        let challenger = name_in_role(self.catalogue, self.findings, "challenger");
        (!rows.is_empty()).then(|| Table {
            title: self.text("table-window"),
            columns: heads.map(|id| self.text(id)).to_vec(),
            rows,
            note: self.catalogue.text("note-window", &[("challenger", challenger.into())]),
        })
    }

    /// Parties by package: a column tells who stands in the way of a package.
    fn signing(&self) -> Option<Table> {
        let packages = self.packages();
        if packages.is_empty() {
            return None;
        }
        let party = |package: &PackageFindings, id: &str| {
            let party = package.parties.iter().find(|party| party.actor == id);
            party.map(|party| self.cell(&party.signs, percent))
        };
        let row = |name: String, cell: &dyn Fn(&PackageFindings) -> Option<String>| -> Vec<String> {
            let cells = packages.iter().map(|package| cell(package).unwrap_or_default());
            std::iter::once(name).chain(cells).collect()
        };
        let actors = self.findings.case.actors.iter().map(|actor| actor.id.as_str());
        let actors = actors.filter(|id| packages.iter().any(|package| party(package, id).is_some()));
        let mut rows: Vec<Vec<String>> = actors
            .map(|id| row(actor_name(self.catalogue, self.findings, id), &|package| party(package, id)))
            .collect();
        rows.push(row(self.text("row-concluded"), &|package| {
            package.concluded.as_ref().map(|concluded| self.cell(concluded, percent))
        }));
        let names = packages.iter().map(|package| self.name(package));
        let columns = std::iter::once(self.text("column-party")).chain(names).collect();
        let name = |role| name_in_role(self.catalogue, self.findings, role).into();
        let args = [("challenger", name("challenger")), ("protege", name("protege"))];
        Some(Table {
            title: self.text("table-signing"),
            columns,
            rows,
            note: self.catalogue.text("note-signing", &args),
        })
    }

    /// Who would fight and who would supply; nothing where nobody could.
    fn responses(&self) -> Vec<Table> {
        let actors = &self.findings.case.actors;
        let guarantors: Vec<&str> =
            actors.iter().filter(|actor| actor.role == "guarantor").map(|actor| actor.id.as_str()).collect();
        if guarantors.is_empty() {
            return Vec::new();
        }
        let row = |package: &PackageFindings, chance: &dyn Fn(&ResponseFindings) -> Band| -> Vec<String> {
            let cells = guarantors.iter().map(|id| {
                let response = package.responses.iter().find(|response| response.guarantor == *id);
                response.map_or_else(String::new, |response| self.cell(&chance(response), percent))
            });
            std::iter::once(self.name(package)).chain(cells).collect()
        };
        let fights = |package| {
            let mut row = row(package, &|response| response.intervenes);
            let nobody = package.nobody_intervenes.as_ref();
            row.push(nobody.map_or_else(String::new, |nobody| self.cell(nobody, percent)));
            row
        };
        let names = guarantors.iter().map(|id| actor_name(self.catalogue, self.findings, id));
        let columns: Vec<String> = std::iter::once(self.text("column-package")).chain(names).collect();
        let packages = &self.findings.packages;
        let table = |title: &str, note: &str, columns, rows| Table {
            title: self.years(title, self.findings.headline_years),
            columns,
            rows,
            note: self.text(note),
        };
        let with_nobody = columns.iter().cloned().chain([self.text("column-nobody")]).collect();
        let supplies = packages.iter().map(|package| row(package, &|response| response.supplies)).collect();
        vec![
            table("table-fights", "note-fights", with_nobody, packages.iter().map(fights).collect()),
            table("table-supplies", "note-supplies", columns, supplies),
        ]
    }
}
