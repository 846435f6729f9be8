//! Why the package comes to what it does, where it breaks, and what would change that.

use maud::{Markup, html};
use standfast::sensitivity::Unfit;
use standfast::why::{MOST_INSTRUMENTS, Outcome};

use super::Brief;
use super::elements::Cells;
use crate::basis;
use crate::breach::Breach;
use crate::sensitivity::Sensitivity;
use crate::tables::Table;
use crate::why::Why;

/// So many breach sets and single stresses are shown.
const SETS: usize = 6;
/// So many groups of numbers are shown.
const GROUPS: usize = 8;

impl Brief<'_> {
    pub(super) fn why(self) -> Markup {
        let Some(findings) = &self.findings.why else {
            let limit = [("limit", MOST_INSTRUMENTS.into())];
            return html! { p { (self.text("brief-why-too-many", &limit)) } };
        };
        let why = Why::new(self.catalogue, findings, Outcome::War);
        // Of one instrument the sentences say all that there is.
        let several = findings.instruments.len() > 1;
        let tables = [why.instruments(), why.pairs()];
        html! {
            (self.paragraph(&why.of_instruments()))
            @if several {
                @for table in tables.iter().filter(|table| !table.rows.is_empty()) { (self.table(table, Cells::Numbers)) }
            }
        }
    }

    pub(super) fn breach(self) -> Markup {
        let Some(findings) = &self.findings.breach else {
            return html! { p { (self.text("brief-breach-too-many", &[])) } };
        };
        let breach = Breach::new(self.catalogue, findings);
        let mut tables: Vec<Table> = breach.in_short(SETS);
        tables.iter_mut().last().into_iter().for_each(|table| table.note = self.text("brief-note-breach", &[]));
        html! {
            p { (self.text("brief-breach-lead", &[])) }
            (self.paragraph(&breach.sentences()))
            @for table in &tables { (self.table(table, Cells::Numbers)) }
        }
    }

    pub(super) fn change(self) -> Markup {
        let findings = match &self.findings.sensitivity {
            Ok(findings) => findings,
            Err(Unfit::NothingUncertain) => return html! { p { (self.text("brief-change-nothing", &[])) } },
            Err(Unfit::TooFewDraws) => return html! { p { (self.text("brief-change-few", &[])) } },
        };
        let sensitivity = Sensitivity::new(self.catalogue, self.case, findings);
        let learn = sensitivity.worth_knowing().unwrap_or_else(|| self.text("brief-learn-nothing", &[]));
        let groups = sensitivity.groups_in_short(GROUPS);
        html! {
            (self.paragraph(&sensitivity.of_spread()))
            p { (self.say(learn)) }
            @if let Some(table) = groups {
                (self.table(&Table { note: self.text("brief-note-groups", &[]), ..table }, Cells::Numbers))
            }
            (self.paragraphs(&Vec::from_iter(basis::numbers(self.catalogue, self.assessed()))))
        }
    }
}
