//! Why the package comes to what it does, where it breaks, and what would change that.

use maud::{Markup, html};
use standfast::SensitivityFindings;
use standfast::breach::findings::SetFindings;
use standfast::sensitivity::Unfit;
use standfast::sensitivity::findings::ResultFindings;
use standfast::why::{MOST_INSTRUMENTS, Outcome};

use super::Brief;
use super::elements::Cells;
use crate::basis;
use crate::breach::Breach;
use crate::figure::{CARDS, breaches, contributions, shares};
use crate::sensitivity::Sensitivity;
use crate::tables::Table;
use crate::why::Why;

/// So many single stresses are shown.
const STRESSES: usize = 6;
/// So many groups of numbers are drawn.
const GROUPS: usize = 6;

impl Brief<'_> {
    pub(super) fn why(self) -> Markup {
        let Some(findings) = &self.findings.why else {
            let limit = [("limit", MOST_INSTRUMENTS.into())];
            return html! { p { (self.text("brief-why-too-many", &limit)) } };
        };
        let why = Why::new(self.catalogue, findings, Outcome::War);
        // Of one instrument the sentences say all that there is.
        let several = findings.instruments.len() > 1;
        html! {
            (self.paragraph(&why.of_instruments()))
            @if several {
                (self.drawn(|look| Some(contributions(self.catalogue, findings, Outcome::War, look))))
                p class="note" { (self.text("brief-note-why", &[])) }
            }
        }
    }

    pub(super) fn breach(self) -> Markup {
        let Some(findings) = &self.findings.breach else {
            return html! { p { (self.text("brief-breach-too-many", &[])) } };
        };
        let breach = Breach::new(self.catalogue, findings);
        let singles = breach.singles_in_short(STRESSES);
        let mut told: Vec<&SetFindings> = findings.singles().into_iter().take(STRESSES).collect();
        told.extend(breach.cards(&breach.minimal(), CARDS));
        let abouts = breach.abouts(self.case, &told);
        html! {
            p { (self.text("brief-breach-lead", &[])) }
            (self.paragraph(&breach.sentences()))
            @if let Some(table) = singles {
                (self.table(&Table { note: self.text("brief-note-breach", &[]), ..table }, Cells::Numbers))
            }
            @if !abouts.is_empty() {
                p class="note" { (self.text("brief-breach-stresses", &[])) }
                ul class="stresses" { @for (name, about) in &abouts { li { strong { (self.say(name.as_str())) "." } " " (self.say(about.as_str())) } } }
            }
            @if !breach.minimal().is_empty() { (self.drawn(|look| Some(breaches(self.catalogue, findings, look)))) }
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
        let largest = with_the_largest(findings);
        html! {
            (self.paragraph(&sensitivity.of_spread()))
            p { (self.say(learn)) }
            (self.paragraphs(&Vec::from_iter(basis::numbers(self.catalogue, self.assessed()))))
            @if !findings.headline().groups.is_empty() {
                (self.drawn(|look| Some(shares(self.catalogue, self.case, &largest, look))))
                p class="note" { (self.text("brief-note-groups", &[])) }
            }
        }
    }
}

/// Findings with the groups alone that are worth a line.
fn with_the_largest(findings: &SensitivityFindings) -> SensitivityFindings {
    let largest = |result: &ResultFindings| {
        let mut groups = result.groups.clone();
        groups.sort_by(|one, other| other.index.total.total_cmp(&one.index.total));
        groups.truncate(GROUPS);
        ResultFindings { groups, ..result.clone() }
    };
    SensitivityFindings { results: findings.results.iter().map(largest).collect(), ..findings.clone() }
}
