//! How the numbers were made, what speaks against trusting them, and how to make them again.

use maud::{Markup, html};

use super::Brief;
use crate::limits::limits;
use crate::sentences::{doubts, method};

/// So many limits are told with what they do to the answers, the others by name.
const WEIGHTIEST: usize = 5;

impl Brief<'_> {
    pub(super) fn method(self) -> Markup {
        let limits = limits(self.catalogue);
        let (weightiest, others) = limits.split_at(WEIGHTIEST);
        let others: Vec<String> = others.iter().map(|limit| limit.title.clone()).collect();
        let doubts = self.doubts();
        html! {
            p { (self.text("brief-method", &[])) }
            h3 { (self.text("limits-title", &[])) }
            ul {
                @for limit in weightiest { li { strong { (self.say(limit.title.as_str())) "." } " " (self.say(limit.means.as_str())) } }
                li { (self.text("brief-limits-others", &[("limits", others.join("; ").into())])) }
            }
            @if !doubts.is_empty() {
                h3 { (self.text("doubt-heading", &[])) }
                (self.list(&doubts))
            }
        }
    }

    /// The doubts of all studies: those that a reader of the document can do something with.
    fn doubts(self) -> Vec<String> {
        let (catalogue, findings) = (self.catalogue, self.findings);
        let mut all = doubts(catalogue, self.assessed());
        let counted = |id: &str, count: usize| (count > 0).then(|| self.text(id, &[("sets", count.into())]));
        if let Some(breach) = &findings.breach {
            if breach.not_looked_at != Some(0) {
                all.push(self.text("brief-doubt-larger-sets", &[("up_to", breach.up_to.into())]));
            }
            all.extend(counted("doubt-breach-close", breach.close()));
            all.extend(counted("brief-doubt-breach-unconverged", breach.unconverged()));
        }
        if let Ok(found) = &findings.sensitivity {
            let groups = &found.headline().groups;
            let unsure = groups.iter().filter(|group| group.index.is_first_unsure()).count();
            if unsure > 0 {
                let args = [("unsure", unsure.into()), ("groups", groups.len().into()), ("draws", self.draws())];
                all.push(self.text("brief-doubt-shares", &args));
            }
            if found.equilibria.unconverged_draws > 0 {
                let draws = [("draws", found.equilibria.unconverged_draws.into())];
                all.push(self.text("doubt-sensitivity-unconverged", &draws));
            }
        }
        let unconverged = findings.why.as_ref().map_or(0, |why| why.equilibria.unconverged_draws);
        if unconverged > 0 {
            all.push(self.text("doubt-why-unconverged", &[("draws", unconverged.into())]));
        }
        let close = findings.claims.claims.iter().filter(|claim| claim.is_close()).count();
        if close > 0 {
            all.push(self.text("brief-doubt-claims-close", &[("claims", close.into())]));
        }
        let unconverged = findings.claims.equilibria.unconverged_draws;
        if unconverged > 0 {
            all.push(self.text("brief-doubt-claims-unconverged", &[("draws", unconverged.into())]));
        }
        all
    }

    /// Draws, seed, engine, digest, and the command.
    pub(super) fn again(self) -> Markup {
        let case = &self.assessed().case;
        let mut lines = method(self.catalogue, self.assessed());
        lines.truncate(1);
        html! {
            p { (self.text("brief-again", &[])) }
            pre { code { (unbroken(self.edition.command)) } }
            p { (self.say(lines.join(" "))) }
            dl class="digests" {
                dt { (self.text("brief-digest", &[("case", case.id.as_str().into())])) }
                dd { code { (case.digest) } }
            }
        }
    }
}

/// Words that stay whole where a line ends, options with their dashes among them.
fn unbroken(command: &str) -> Markup {
    html! {
        @for (i, word) in command.split(' ').enumerate() {
            @if i > 0 { " " }
            span { (word) }
        }
    }
}
