//! A sentence for every kind of event.

use standfast::Playthrough;
use standfast::game::path::{Help, What};
use standfast::model::Scenario;
use standfast::model::actor::{Actor, Text};

use super::Numbered;
use crate::catalogue::{Arg, Catalogue};
use crate::numbers::percent;
use crate::phrases;

/// A catalogue, and the case in whose words a path is told.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) scenario: &'a Scenario,
}

impl Words<'_> {
    pub(super) fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    pub(super) fn text(&self, text: &Text) -> String {
        phrases::text(self.catalogue, text).to_owned()
    }

    pub(super) fn list(&self, names: &[String]) -> String {
        phrases::list(self.catalogue, names)
    }

    fn named(&self, name: Option<&Text>, id: &str) -> String {
        name.map_or_else(|| id.replace('_', " "), |name| self.text(name))
    }

    pub(super) fn actor(&self, id: &str) -> String {
        self.named(self.scenario.actors.name(id), id)
    }

    fn guarantor(&self, guarantor: usize) -> String {
        self.actor(self.scenario.actors.id(Actor::Guarantor(guarantor)))
    }

    fn factor(&self, factor: usize) -> String {
        let factor = &self.scenario.factors[factor];
        self.named(factor.name.as_ref(), &factor.id)
    }

    fn level(&self, factor: usize, level: usize) -> String {
        let factor = &self.scenario.factors[factor];
        self.named(factor.level_names[level].as_ref(), &factor.levels[level])
    }

    fn instrument(&self, instrument: usize) -> String {
        let instrument = &self.scenario.instruments[instrument];
        self.named(instrument.name.as_ref(), &instrument.id)
    }

    /// The challenger and the protégé, as words of a message.
    pub(super) fn sides(&self) -> [(&'static str, Arg); 2] {
        let actors = &self.scenario.actors;
        [("challenger", self.actor(&actors.challenger).into()), ("protege", self.actor(&actors.protege).into())]
    }

    /// "8 in 100".
    pub(super) fn chance(&self, p: f64) -> String {
        self.say("story-chance", &[("percent", percent(p).into())])
    }

    /// "8 to 12 in 100".
    fn chances(&self, all: &[f64]) -> String {
        let mut sorted = all.to_vec();
        sorted.sort_by(f64::total_cmp);
        match (sorted.first().copied().map(percent), sorted.last().copied().map(percent)) {
            (Some(low), Some(high)) if low != high => match (low.strip_prefix('<'), high.strip_prefix('>')) {
                (Some(_), Some(_)) => self.say("story-any-chance", &[]),
                (Some(_), None) => self.say("story-at-most", &[("percent", high.into())]),
                (None, Some(_)) => self.say("story-at-least", &[("percent", low.into())]),
                (None, None) => self.say("story-chances", &[("low", low.into()), ("high", high.into())]),
            },
            (Some(low), _) => self.say("story-chance", &[("percent", low.into())]),
            _ => String::new(),
        }
    }

    /// "France (8 in 100)".
    pub(super) fn with_chance(&self, name: &str, p: f64) -> String {
        self.say("story-with-chance", &[("name", name.into()), ("chance", self.chance(p).into())])
    }

    /// Which package, and what it holds.
    pub(super) fn package(&self, told: &Playthrough) -> String {
        let scenario = self.scenario;
        let instruments = scenario.instruments.iter().enumerate();
        let held = instruments.filter(|(_, instrument)| told.package.instruments.contains(&instrument.id));
        let held: Vec<String> = held.map(|(i, _)| self.instrument(i)).collect();
        let preset = scenario.packages.iter().find(|package| package.id == told.package.id);
        let name = preset.and_then(|package| package.name.as_ref()).map(|name| self.text(name));
        let [_, protege] = self.sides();
        let args = |name: String| [("package", name.into()), ("instruments", self.list(&held).into()), protege.clone()];
        match name {
            _ if held.is_empty() => self.say("story-no-package", std::slice::from_ref(&protege)),
            Some(name) if held != [name.clone()] => self.say("story-package", &args(name)),
            _ => self.say("story-instruments", &args(String::new())),
        }
    }

    /// Where the factors stand in the first year.
    pub(super) fn start(&self, events: &[Numbered<'_>]) -> Vec<String> {
        let each = events.iter().filter_map(|(_, event)| match event.what {
            What::Stands { factor, level } => {
                let args = [("factor", self.factor(factor).into()), ("level", self.level(factor, level).into())];
                let name = self.say("story-stands", &args);
                Some(if event.probability < 1.0 { self.with_chance(&name, event.probability) } else { name })
            }
            _ => None,
        });
        let each =
            each.reduce(|first, rest| self.say("story-semicolon", &[("first", first.into()), ("rest", rest.into())]));
        vec![self.say("story-start", &[("factors", each.unwrap_or_default().into())])]
    }

    /// What has changed since the year before.
    pub(super) fn news(&self, events: &[Numbered<'_>], levels: &[usize]) -> Vec<String> {
        let mut sentences = Vec::new();
        for (_, event) in events {
            let change = |factor, from, to| {
                let [factor, from, to] = [self.factor(factor), self.level(factor, from), self.level(factor, to)];
                [("factor", factor.into()), ("from", from.into()), ("to", to.into())]
            };
            match event.what {
                What::Moves { factor, from, to } => {
                    let [factor, from, to] = change(factor, from, to);
                    let chance = ("chance", self.chance(event.probability).into());
                    sentences.push(self.say("story-moves", &[factor, from, to, chance]));
                }
                What::Exhausted { factor, from } => {
                    sentences.push(self.say("story-exhausted", &change(factor, from, 0)));
                }
                What::Lapses(i) => {
                    let when = self.scenario.instruments[i].lapses_when.iter();
                    let why = when.map(|set| {
                        let level = self.level(set.factor, levels[set.factor]);
                        self.say("story-is", &[("factor", self.factor(set.factor).into()), ("level", level.into())])
                    });
                    let why = self.list(&why.collect::<Vec<String>>());
                    sentences.push(
                        self.say("story-lapses", &[("instrument", self.instrument(i).into()), ("why", why.into())]),
                    );
                }
                _ => {}
            }
        }
        let together = |id: &str, which: fn(What) -> Option<usize>| self.together(id, events, which);
        let dates = [
            together("story-comes-into-force", |what| match what {
                What::ComesIntoForce(i) => Some(i),
                _ => None,
            }),
            together("story-expires", |what| match what {
                What::Expires(i) => Some(i),
                _ => None,
            }),
            together("story-resumes", |what| match what {
                What::Resumes(i) => Some(i),
                _ => None,
            }),
        ];
        sentences.extend(dates.into_iter().flatten());
        sentences
    }

    /// One sentence for all instruments to which the same happens.
    fn together(&self, id: &str, events: &[Numbered<'_>], which: fn(What) -> Option<usize>) -> Option<String> {
        let instruments = events.iter().filter_map(|(_, event)| which(event.what));
        let names: Vec<String> = instruments.map(|i| self.instrument(i)).collect();
        (!names.is_empty()).then(|| self.say(id, &[("instruments", self.list(&names).into())]))
    }

    /// Years without an attack.
    pub(super) fn calm(&self, events: &[Numbered<'_>]) -> Vec<String> {
        let chances = |what: What| -> Vec<f64> {
            events.iter().filter(|(_, event)| event.what == what).map(|(_, event)| event.probability).collect()
        };
        let (holds, coerces) = (chances(What::Holds), chances(What::Coerces));
        let id = match (holds.len(), coerces.len()) {
            (_, 0) => "story-holds",
            (0, _) => "story-coerces",
            _ => "story-holds-and-coerces",
        };
        let [challenger, protege] = self.sides();
        let args = [
            challenger,
            protege,
            ("held", holds.len().into()),
            ("coerced", coerces.len().into()),
            ("holds", self.chances(&holds).into()),
            ("coerces", self.chances(&coerces).into()),
            ("withstands", self.chances(&chances(What::Withstands)).into()),
        ];
        vec![self.say(id, &args)]
    }

    /// What is done in a year of an attack, of war or of loss.
    pub(super) fn deeds(&self, events: &[Numbered<'_>]) -> Vec<String> {
        let mut sentences = Vec::new();
        let mut rest = events;
        while let Some(((_, event), after)) = rest.split_first() {
            let [challenger, protege] = self.sides();
            let chance = ("chance", self.chance(event.probability).into());
            match event.what {
                What::Responds { .. } => {
                    let count = rest.iter().take_while(|(_, e)| matches!(e.what, What::Responds { .. })).count();
                    sentences.extend(self.responses(&rest[..count]));
                    rest = &rest[count..];
                    continue;
                }
                What::Cancelled(_) => {
                    let count = rest.iter().take_while(|(_, e)| matches!(e.what, What::Cancelled(_))).count();
                    sentences.extend(self.together("story-cancelled", &rest[..count], |what| match what {
                        What::Cancelled(i) => Some(i),
                        _ => None,
                    }));
                    rest = &rest[count..];
                    continue;
                }
                What::Agrees(i) | What::Blocks(i) => {
                    let id = if event.what == What::Agrees(i) { "story-agrees" } else { "story-blocks" };
                    sentences.push(self.say(id, &[("instrument", self.instrument(i).into()), chance]));
                }
                what => sentences.extend(deed(what).map(|id| self.say(id, &[challenger, protege, chance]))),
            }
            rest = after;
        }
        sentences
    }

    /// Who does what, those who do the same together.
    fn responses(&self, events: &[Numbered<'_>]) -> Vec<String> {
        let groups = [
            ("story-intervenes", Help::Intervenes),
            ("story-supplies", Help::Supplies),
            ("story-stands-aside", Help::StandsAside),
        ];
        let group = |(id, wanted): (&str, Help)| {
            let who = events.iter().filter_map(|(_, event)| match event.what {
                What::Responds { guarantor, response, .. } if response == wanted => {
                    Some(self.with_chance(&self.guarantor(guarantor), event.probability))
                }
                _ => None,
            });
            let who: Vec<String> = who.collect();
            (!who.is_empty()).then(|| self.say(id, &[("who", self.list(&who).into())]))
        };
        groups.into_iter().filter_map(group).collect()
    }
}

/// The message of what challenger or chance does.
fn deed(what: What) -> Option<&'static str> {
    Some(match what {
        What::Coerces => "story-year-coerces",
        What::Captured => "story-captured",
        What::AttacksLimited => "story-attacks-limited",
        What::Invades => "story-invades",
        What::Escalates => "story-escalates",
        What::StaysLimited => "story-stays-limited",
        What::Takes => "story-takes",
        What::IsHeld => "story-is-held",
        What::Settles => "story-settles",
        What::FightsOn => "story-fights-on",
        What::Better => "story-better",
        What::Worse => "story-worse",
        What::Conquers => "story-conquers",
        What::IsRepelled => "story-is-repelled",
        What::GoesOn => "story-goes-on",
        _ => return None,
    })
}
