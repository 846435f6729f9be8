//! Who signs the package and why not, and who keeps its word when it is tested.

use maud::{Markup, html};
use standfast::ensemble::Band;
use standfast::findings::{PackageFindings, ResponseFindings};
use standfast::provenance::ActorFindings;

use super::Brief;
use super::elements::Cells;
use crate::figure::who_signs;
use crate::numbers::{percent, spread};
use crate::sentences::in_language;
use crate::tables::Table;
use crate::why::Why;

/// Of so many it is told why they refuse.
const REFUSALS: usize = 2;

impl Brief<'_> {
    pub(super) fn parties(self) -> Markup {
        let catalogue = self.catalogue;
        let why = self.findings.why.as_ref().map(|why| Why::new(catalogue, why, standfast::why::Outcome::War));
        let package = self.package();
        let refused = package.parties.iter().any(|party| party.rather_refuses);
        let signed = !package.instruments.is_empty();
        let (refusals, others) = why.map_or_else(Default::default, |why| why.of_refusals(REFUSALS));
        html! {
            @if !signed { p { (self.text("brief-signs-nothing", &[])) } }
            @if !signed && package.responses.is_empty() { p { (self.text("brief-word-nobody", &[])) } }
            @else {
                (self.told_and_drawn(|look| who_signs(catalogue, self.assessed(), &package.id, look)))
                (self.table(&self.answers(), Cells::Numbers))
            }
            @if signed && refused {
                (self.paragraphs(&refusals))
                p class="note" {
                    (self.text("brief-note-gain", &[]))
                    @if others > 0 { " " (self.text("brief-why-others", &[("count", others.into())])) }
                }
            }
        }
    }

    /// Everybody who signs or could help: the chance of signing, and what it does if it comes to it, with the package and
    /// without.
    fn answers(self) -> Table {
        let package = self.package();
        let signed = !package.instruments.is_empty();
        let nothing = self.nothing().filter(|_| signed);
        let cell = |band: Option<&Band>| band.map_or_else(String::new, |band| spread(band, percent, false));
        let response = |package: &'_ PackageFindings, id: &str| -> Option<ResponseFindings> {
            package.responses.iter().find(|response| response.guarantor == id).cloned()
        };
        let row = |actor: &ActorFindings| {
            let id = actor.id.as_str();
            let party = package.parties.iter().find(|party| party.actor == id && signed);
            let response_here = response(package, id);
            let response_without = nothing.and_then(|nothing| response(nothing, id));
            (party.is_some() || response_here.is_some()).then(|| {
                let of = |of: fn(&ResponseFindings) -> &Band| cell(response_here.as_ref().map(of));
                let mut row = vec![in_language(self.catalogue, &actor.name)];
                if signed {
                    row.push(cell(party.map(|party| &party.signs)));
                    row.push(party.map_or_else(String::new, |party| party.refuses_in.to_string()));
                }
                row.extend([of(|each| &each.intervenes), of(|each| &each.supplies), of(|each| &each.stands_aside)]);
                if signed {
                    row.push(cell(response_without.as_ref().map(|response| &response.intervenes)));
                }
                row
            })
        };
        let mut rows: Vec<Vec<String>> = self.assessed().case.actors.iter().filter_map(row).collect();
        let blank = String::new;
        if let Some(concluded) = package.concluded.as_ref().filter(|_| signed) {
            let [all, chance] = [self.text("row-concluded", &[]), cell(Some(concluded))];
            rows.push(vec![all, chance, blank(), blank(), blank(), blank(), blank()]);
        }
        if let Some(nobody) = package.nobody_intervenes.as_ref().filter(|_| !package.responses.is_empty()) {
            let [name, with] = [self.text("brief-row-nobody", &[]), cell(Some(nobody))];
            let without = nothing.map(|nothing| cell(nothing.nobody_intervenes.as_ref()));
            let before = if signed { 2 } else { 0 };
            let mut row = vec![name];
            row.extend(std::iter::repeat_n(blank(), before));
            row.extend([with, blank(), blank()]);
            row.extend(without);
            rows.push(row);
        }
        let draws = [("draws", self.draws())];
        let [signing, refusing] = ["brief-column-signs", "brief-column-refuses"];
        let responding = ["brief-column-fights", "brief-column-supplies", "brief-column-aside"];
        let heads: Vec<&str> = match signed {
            true => [&["column-party", signing, refusing][..], &responding, &["brief-column-fights-without"]].concat(),
            false => [&["column-party"][..], &responding].concat(),
        };
        Table {
            title: self.text("brief-table-parties", &[]),
            columns: heads.into_iter().map(|id| self.text(id, &draws)).collect(),
            rows,
            note: self.text("brief-note-parties", &[("years", self.years())]),
        }
    }
}
