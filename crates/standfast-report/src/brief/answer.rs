//! The answer: what risk the package leaves, against no guarantee and against what else is on offer.

use maud::{Markup, html};
use standfast::Findings;
use standfast::findings::{PackageFindings, within};

use super::Brief;
use super::elements::Cells;
use crate::catalogue::Arg;
use crate::figure::{hazard_fan, ten_dots};
use crate::phrases::text;
use crate::sentences::{in_a_sentence, package_name};
use crate::tables::{Table, tables};

impl<'a> Brief<'a> {
    pub(super) fn answer(self) -> Markup {
        let id = self.findings.package.as_str();
        let ghosts: Vec<&str> = self.nothing().map(|nothing| nothing.id.as_str()).into_iter().collect();
        html! {
            p class="answer" { (self.say(in_a_sentence(self.catalogue, self.assessed(), self.package()))) }
            @if let Some(turn) = self.words().of_turn(self.package()) { p class="answer" { (self.say(turn)) } }
            @if let Some(signatures) = self.signatures() { p class="answer" { (self.say(signatures)) } }
            @if !self.assessed().is_median() { p class="note" { (self.text("brief-draw-first", &[])) } }
            (self.told_and_drawn(|look| ten_dots(self.catalogue, self.assessed(), id, look)))
            (self.how_to_read())
            (self.paragraphs(&self.what_else()))
            (self.told_and_drawn(|look| hazard_fan(self.catalogue, self.assessed(), id, &ghosts, look)))
            (self.table(&self.risks(), Cells::Numbers))
        }
    }

    /// The package without any instrument, to which others are compared.
    pub(super) fn nothing(self) -> Option<&'a PackageFindings> {
        self.assessed().packages.iter().find(|package| package.instruments.is_empty())
    }

    /// Who would sign it: as much a part of the answer as the risk.
    fn signatures(self) -> Option<String> {
        let package = self.package();
        (!package.instruments.is_empty()).then(|| self.words().signatures(package))
    }

    /// What waiting for it costs, which other packages leave less.
    fn what_else(self) -> Vec<String> {
        let (findings, words) = (self.assessed(), self.words());
        let package = self.package();
        let mut sentences = Vec::new();
        sentences.extend(words.of_window(package).map(|window| [self.text("brief-window", &[]), window].join(" ")));
        sentences.extend(self.later());
        if let Some(safest) = findings.safest.as_ref().filter(|safest| safest.lowers_risk) {
            let mut others = vec![words.of_safest(safest)];
            if safest.package != package.id {
                others.extend(findings.package(&safest.package).map(|package| words.signatures(package)));
            }
            others.extend(words.best_signed(safest));
            sentences.push(others.join(" "));
        }
        sentences
    }

    /// The risk within the longest span: what is slow to come shows there.
    fn later(self) -> Option<String> {
        let (findings, words) = (self.assessed(), self.words());
        let years = *findings.years.last().filter(|years| **years > findings.headline_years)?;
        let nothing = self.nothing().filter(|_| !self.package().instruments.is_empty())?;
        let risk = |package: &PackageFindings| Arg::from(words.chance(within(&package.war, years)));
        let args = [("years", years.into()), ("risk", risk(self.package())), ("nothing", risk(nothing))];
        Some(self.text("brief-later", &args))
    }

    /// The risks of this package, of no guarantee, and of the presets.
    fn risks(self) -> Table {
        let ids = |package: &PackageFindings| package.id.clone();
        let first: Vec<String> =
            [self.nothing().map(ids), Some(self.findings.package.clone())].into_iter().flatten().collect();
        let mut packages: Vec<PackageFindings> =
            first.iter().filter_map(|id| self.assessed().package(id).cloned()).collect();
        let others = self.assessed().packages.iter().filter(|package| !first.contains(&package.id));
        packages.extend(others.cloned());
        packages.dedup_by(|a, b| a.id == b.id);
        let findings = Findings { packages, ..self.assessed().clone() };
        let mut risk = tables(self.catalogue, &findings).swap_remove(0);
        risk.title = self.text("brief-table-risks", &[]);
        let held = self.what_packages_hold(&findings.packages);
        if !held.is_empty() {
            risk.note =
                [self.text("brief-note-packages", &[("packages", held.join("; ").into())]), risk.note].join(" ");
        }
        risk
    }

    /// What other packages are made of, where their name does not say so: "Porcupine: Strong army + Fortifications".
    fn what_packages_hold(self, packages: &[PackageFindings]) -> Vec<String> {
        let scenario = &self.case.scenario;
        let named = |id: &String| {
            let instrument = scenario.instruments.iter().find(|instrument| instrument.id == *id);
            let name = instrument.and_then(|instrument| instrument.name.as_ref());
            name.map_or_else(|| id.clone(), |name| text(self.catalogue, name).to_owned())
        };
        let others = packages.iter().filter(|package| package.id != self.findings.package);
        let held = others.filter_map(|package| {
            let (name, holds) = (package_name(self.catalogue, package), package.instruments.iter().map(named));
            let holds = holds.collect::<Vec<_>>().join(" + ");
            (!holds.is_empty() && holds != name).then(|| format!("{name}: {holds}"))
        });
        held.collect()
    }
}
