//! What stands before the answer: title, what the package holds, who is who, how to read the numbers.

use maud::{Markup, html};
use standfast::model::instrument::Instrument;
use standfast::provenance::ActorFindings;

use super::Brief;
use crate::catalogue::Language;
use crate::numbers::{percent, shows};
use crate::phrases::{list, text};
use crate::sentences::{in_language, under};

impl Brief<'_> {
    pub(super) fn header(self, title: &str) -> Markup {
        let case = &self.assessed().case;
        html! {
            header {
                p class="kicker" { (self.say(in_language(self.catalogue, &case.title))) }
                h1 { (title) }
                @if let Some(date) = self.edition.date { p class="date" { (date) } }
                @if let Some(line) = under(self.catalogue, case) { p class="under" { (self.say(line)) } }
            }
        }
    }

    /// What a reader has to know who knows nothing of the model.
    pub(super) fn how_to_read(self) -> Markup {
        html! {
            aside id="reading" aria-labelledby="heading-reading" {
                h3 id="heading-reading" { (self.text("brief-heading-reading", &[])) }
                dl {
                    dt { (self.text("brief-term-package", &[])) }
                    dd { (self.holds()) }
                    dt { (self.text("brief-term-parties", &[])) }
                    dd { (self.who_is_who()) }
                    dt { (self.text("brief-term-condition", &[])) }
                    dd { (self.text("brief-condition", &[])) }
                    dt { (self.text("brief-term-numbers", &[])) }
                    dd { (self.numbers()) }
                }
            }
        }
    }

    fn holds(self) -> Markup {
        let scenario = &self.case.scenario;
        let instruments: Vec<&Instrument> =
            scenario.instruments.iter().filter(|each| self.package().instruments.contains(&each.id)).collect();
        html! {
            @if instruments.is_empty() { (self.text("brief-holds-nothing", &[])) }
            @else { ul { @for instrument in instruments { li { (self.instrument(instrument)) } } } }
        }
    }

    /// Its name, what it is where the case says so in the language, and when it comes.
    fn instrument(self, instrument: &Instrument) -> Markup {
        let name = instrument.name.as_ref().map_or(instrument.id.as_str(), |name| text(self.catalogue, name));
        let about = instrument.about.as_ref().and_then(|about| match self.catalogue.language {
            Language::En => Some(&about.en),
            Language::Uk => about.uk.as_ref(),
        });
        let named = |actor: &ActorFindings| in_language(self.catalogue, &actor.name);
        let actors = &self.case.scenario.actors;
        let signs = |actor: &&ActorFindings| instrument.consent.iter().any(|each| actors.id(*each) == actor.id);
        let signed: Vec<String> = self.assessed().case.actors.iter().filter(signs).map(named).collect();
        html! {
            strong { (self.say(name)) } ". "
            @if let Some(about) = about { (self.say(about.as_str())) " " }
            (self.text("brief-in-force", &[("years", instrument.lead_time.into())]))
            @if !signed.is_empty() {
                " " (self.text("brief-signed-by", &[("names", list(self.catalogue, &signed).into())]))
            }
        }
    }

    fn who_is_who(self) -> String {
        let names = |role: &str| -> Vec<String> {
            let of_role = |actor: &&ActorFindings| actor.role == role;
            let actors = self.assessed().case.actors.iter().filter(of_role);
            actors.map(|actor| in_language(self.catalogue, &actor.name)).collect()
        };
        let line = |role: &str| {
            let names = names(role);
            let args = [("names", list(self.catalogue, &names).into()), ("count", names.len().into())];
            (!names.is_empty()).then(|| self.text(&format!("brief-role-{role}"), &args))
        };
        let lines = ["challenger", "protege", "guarantor", "other"].into_iter().filter_map(line);
        lines.collect::<Vec<_>>().join(" ")
    }

    /// What a number with brackets means, by the first one that the reader meets.
    fn numbers(self) -> String {
        let findings = self.assessed();
        let band = findings.headline(&self.package().war);
        let mut parts = Vec::new();
        if findings.method.uncertain_numbers > 0 {
            let args = [("draws", self.draws()), ("numbers", findings.method.uncertain_numbers.into())];
            parts.push(self.text("brief-draws", &args));
        } else {
            parts.push(self.text("brief-no-draws", &[]));
        }
        if shows(band, percent) {
            let [low, high] = [band.p10, band.p90].map(|end| percent(end).into());
            let args = [
                ("spread", self.words().chance(band).into()),
                ("mean", percent(band.mean).into()),
                ("low", low),
                ("high", high),
            ];
            parts.push(self.text("brief-brackets", &args));
        }
        parts.push(self.text("brief-points", &[]));
        parts.join(" ")
    }
}
