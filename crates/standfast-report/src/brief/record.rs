//! What the brief is held against: what people said, what was assumed otherwise, and the works behind it.

use maud::{Markup, html};
use standfast::EmbeddedCase;
use standfast::difference::differences;

use super::Brief;
use super::elements::{Cells, linked};
use crate::citations::{Emphasis, citation};
use crate::claims::ClaimWords;
use crate::difference::told;
use crate::sentences::in_language;

/// So many claims stand in a brief, the first ones of the case; all are counted.
const MOST_CLAIMS: usize = 12;
/// So many differences from the case that comes with the program are told.
const MOST_DIFFERENCES: usize = 25;

impl Brief<'_> {
    pub(super) fn claims(self) -> Markup {
        let findings = &self.findings.claims;
        if findings.claims.is_empty() {
            return html! { p { (self.text("brief-claims-none", &[])) } };
        }
        let claims = ClaimWords::new(self.catalogue, self.case, findings);
        let mut table = claims.without_tests();
        let more = table.rows.len().saturating_sub(MOST_CLAIMS);
        table.rows.truncate(MOST_CLAIMS);
        let case = ("case", self.assessed().case.id.as_str().into());
        html! {
            p { (self.text("brief-claims-lead", &[])) " " (self.say(claims.summary())) }
            (self.table(&table, Cells::Words))
            @if more > 0 { p class="note" { (self.text("brief-claims-more", &[("count", more.into()), case])) } }
        }
    }

    /// The stresses that hold, and what the case says otherwise than the one that comes with the program.
    pub(super) fn assumptions(self) -> Markup {
        let under = &self.assessed().case.under;
        let ancestor = self.findings.ancestor.map(|embedded| embedded.read());
        let changed = ancestor.as_ref().map(|before| told(self.catalogue, &differences(before, self.case)));
        let lines: Vec<&str> =
            changed.iter().flat_map(|told| &told.differences).map(|difference| difference.text.as_str()).collect();
        let known = EmbeddedCase::find(&self.case.scenario.id).is_some();
        let more = lines.len().saturating_sub(MOST_DIFFERENCES);
        let id = [("case", self.assessed().case.id.as_str().into()), ("count", lines.len().into())];
        html! {
            @if !under.is_empty() {
                p { (self.text("brief-under", &[])) }
                ul { @for stress in under { li { (self.say(in_language(self.catalogue, &stress.name))) } } }
            }
            @if !known { p { (self.text("brief-assumptions-own", &id)) } }
            @else if self.findings.ancestor.is_none() { p { (self.text("brief-assumptions-none", &id)) } }
            @else {
                p { (self.text("brief-assumptions-changed", &id)) }
                ul {
                    @for line in lines.iter().take(MOST_DIFFERENCES) { li { (self.say(*line)) } }
                    @if more > 0 { li { (self.text("brief-assumptions-more", &[("count", more.into()), id[0].clone()])) } }
                }
            }
        }
    }

    /// The works that the numbers rest on and in which the claims were made.
    pub(super) fn sources(self) -> Markup {
        let Some(references) = self.case.bibliography() else {
            return html! { p { (self.text("brief-sources-none", &[])) } };
        };
        let mut works: Vec<String> = references
            .entries
            .iter()
            .filter(|entry| self.findings.sources.contains(&entry.key))
            .map(|entry| citation(self.catalogue, entry, Emphasis::Plain))
            .collect();
        works.sort();
        let said = ("claims", self.findings.claims.claims.len().into());
        html! {
            @if works.is_empty() { p { (self.text("brief-sources-none", &[])) } }
            @else {
                p { (self.text("brief-sources-lead", &[("count", works.len().into()), said])) }
                ul class="sources" { @for work in &works { li { (linked(work)) } } }
            }
        }
    }
}
