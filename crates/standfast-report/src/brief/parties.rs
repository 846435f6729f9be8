//! Who signs the package and why not, and who keeps its word when it is tested.

use maud::{Markup, html};
use standfast::findings::ResponseFindings;

use super::Brief;
use super::elements::Cells;
use crate::numbers::{percent, spread};
use crate::sentences::actor_name;
use crate::tables::Table;
use crate::why::Why;

impl Brief<'_> {
    pub(super) fn parties(self) -> Markup {
        let catalogue = self.catalogue;
        let why = self.findings.why.as_ref().map(|why| Why::new(catalogue, why, standfast::why::Outcome::War));
        let signing = self.signing();
        let word = self.word();
        html! {
            h3 { (self.text("brief-heading-signs", &[])) }
            @if signing.rows.is_empty() { p { (self.text("brief-signs-nothing", &[])) } }
            @else {
                (self.table(&signing, Cells::Numbers))
                @if let Some(why) = why {
                    (self.paragraphs(&why.of_signatures()))
                    @if self.package().parties.iter().any(|party| party.rather_refuses) {
                        p class="note" { (self.text("brief-note-gain", &[])) }
                    }
                }
            }
            h3 { (self.text("brief-heading-word", &[])) }
            @if word.rows.is_empty() { p { (self.text("brief-word-nobody", &[])) } }
            @else { (self.table(&word, Cells::Numbers)) }
        }
    }

    fn actor(self, id: &str) -> String {
        actor_name(self.catalogue, self.assessed(), id)
    }

    /// The parties, with their chance of signing and how often they would rather refuse.
    fn signing(self) -> Table {
        let package = self.package();
        let refuses = |rather: bool| if rather { "brief-cell-refuses" } else { "brief-cell-signs" };
        let mut rows: Vec<Vec<String>> = package
            .parties
            .iter()
            .map(|party| {
                let answer = self.text(refuses(party.rather_refuses), &[]);
                let signs = spread(&party.signs, percent, false);
                vec![self.actor(&party.actor), answer, signs, party.refuses_in.to_string()]
            })
            .collect();
        if package.instruments.is_empty() {
            rows.clear();
        } else if let Some(concluded) = &package.concluded {
            let all = self.text("row-concluded", &[]);
            rows.push(vec![all, String::new(), spread(concluded, percent, false), String::new()]);
        }
        let draws = [("draws", self.draws())];
        let heads = ["column-party", "brief-column-answer", "brief-column-signs", "brief-column-refuses"];
        Table {
            title: self.text("brief-table-signing", &[]),
            columns: heads.map(|id| self.text(id, &draws)).to_vec(),
            rows,
            note: self.text("brief-note-signing", &[]),
        }
    }

    /// The guarantors, with what they do if it comes to it, and what they would do without the package.
    fn word(self) -> Table {
        let package = self.package();
        let nothing = self.nothing().filter(|nothing| nothing.id != package.id);
        let cell = |band| spread(band, percent, false);
        let without = |id: &str| -> Option<&ResponseFindings> {
            nothing?.responses.iter().find(|response| response.guarantor == id)
        };
        let mut rows: Vec<Vec<String>> = package
            .responses
            .iter()
            .map(|response| {
                let ResponseFindings { guarantor, intervenes, supplies, stands_aside } = response;
                let mut row = vec![self.actor(guarantor), cell(intervenes), cell(supplies), cell(stands_aside)];
                if nothing.is_some() {
                    row.push(without(guarantor).map_or_else(String::new, |response| cell(&response.intervenes)));
                }
                row
            })
            .collect();
        if let Some(nobody) = package.nobody_intervenes.as_ref().filter(|_| !rows.is_empty()) {
            let mut row = vec![self.text("brief-row-nobody", &[]), cell(nobody), String::new(), String::new()];
            if let Some(nothing) = nothing {
                row.push(nothing.nobody_intervenes.as_ref().map_or_else(String::new, cell));
            }
            rows.push(row);
        }
        let mut heads = vec!["brief-column-guarantor", "brief-column-fights", "brief-column-supplies"];
        heads.push("brief-column-aside");
        heads.extend(nothing.is_some().then_some("brief-column-fights-without"));
        Table {
            title: self.text("brief-table-word", &[("years", self.years())]),
            columns: heads.into_iter().map(|id| self.text(id, &[])).collect(),
            rows,
            note: self.text("brief-note-word", &[]),
        }
    }
}
