//! The answer: what risk the package leaves, against no guarantee and against what else is on offer.

use maud::{Markup, html};
use standfast::Findings;
use standfast::findings::PackageFindings;

use super::Brief;
use super::elements::Cells;
use crate::catalogue::Arg;
use crate::numbers::whole_points;
use crate::tables::{Table, tables};

impl<'a> Brief<'a> {
    pub(super) fn answer(self) -> Markup {
        html! {
            p class="answer" { (self.in_a_sentence()) }
            (self.paragraphs(&self.what_else()))
            (self.table(&self.risks(), Cells::Numbers))
        }
    }

    /// The package without any instrument, to which others are compared.
    pub(super) fn nothing(self) -> Option<&'a PackageFindings> {
        self.assessed().packages.iter().find(|package| package.instruments.is_empty())
    }

    /// The risk that is left, what it is without any guarantee, and who stands in the way.
    fn in_a_sentence(self) -> String {
        let (findings, words) = (self.assessed(), self.words());
        let package = self.package();
        let risk = |package: &PackageFindings| Arg::from(words.chance(findings.headline(&package.war)));
        let mut args = vec![("package", self.name()), ("years", self.years()), ("risk", risk(package))];
        let Some(nothing) = self.nothing().filter(|_| !package.instruments.is_empty()) else {
            return self.text("brief-answer-nothing", &args);
        };
        let change = findings.headline(&package.war_difference).mean;
        let compared = package.against_nothing;
        let direction = match whole_points(change) {
            0 => "same",
            _ if change < 0.0 => "lower",
            _ => "higher",
        };
        args.extend([
            ("nothing", risk(nothing)),
            ("direction", direction.into()),
            ("points", whole_points(change).into()),
            ("lower", compared.lower.into()),
            ("higher", compared.higher.into()),
            ("same", compared.same.into()),
            ("draws", self.draws()),
        ]);
        let told = if compared.lower + compared.higher == 0 { "brief-answer-same" } else { "brief-answer-draws" };
        [self.text("brief-answer", &args), self.text(told, &args)].join(" ")
    }

    /// Who would sign it, what waiting for it costs, which other packages leave less.
    fn what_else(self) -> Vec<String> {
        let (findings, words) = (self.assessed(), self.words());
        let package = self.package();
        let mut sentences = Vec::new();
        if !package.instruments.is_empty() {
            sentences.push(words.signatures(package));
        }
        sentences.extend(words.of_window(package));
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
        risk
    }
}
