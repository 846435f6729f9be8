//! What two cases say differently, in words.

use serde::Serialize;
use standfast::difference::{Assumed, Change, Claim, Difference, Differences, Part, Said, SaidTest};
use standfast::model::actor::{Actor, Text};
use standfast::model::effect::Effect;
use standfast::model::number::Number;
use standfast::questions::{GameFindings, QuestionFindings, Scale};
use standfast::{Case, Topic};

use crate::catalogue::{Arg, Catalogue};
use crate::citations::{Emphasis, citation};
use crate::explain::{Item, Page, Section, Writer};
use crate::faults::visible;
use crate::phrases::{list, percentiles, rounded, written};
use crate::questions::{self, ById};

/// All differences, for programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// Where the first case comes from.
    pub before: String,
    /// Where the second case comes from.
    pub after: String,
    /// Whether one seed draws the same for both.
    pub same_draws: bool,
    /// Whether both have a bibliography.
    pub sources_compared: bool,
    /// The differences.
    pub differences: Vec<ToldDifference>,
}

/// A difference, for programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldDifference {
    /// Where it stands: in the second case, if that speaks of it.
    pub path: String,
    /// How the cases differ in it: `added`, `removed`, `changed`, `reassigned`, `reordered`.
    pub kind: &'static str,
    /// The part of a case that it belongs to.
    pub part: &'static str,
    /// The name of what it is about, to ask `explain` about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The difference in words.
    pub text: String,
    /// What the first case says.
    pub before: Option<ToldClaim>,
    /// What the second case says.
    pub after: Option<ToldClaim>,
}

/// What one of the cases says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldClaim {
    /// Where it says so.
    pub path: String,
    /// The same in words.
    pub text: String,
    /// In numbers, where it is any: for a number 5th percentile, median and 95th percentile.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<f64>,
}

/// All differences, each with its place and with what both cases say.
pub fn told(catalogue: &Catalogue, differences: &Differences<'_>) -> Told {
    let teller = Teller::new(catalogue, differences);
    let name = |case: &Case| visible(&case.name);
    Told {
        before: name(differences.before),
        after: name(differences.after),
        same_draws: differences.same_draws,
        sources_compared: differences.sources_compared,
        differences: differences.list.iter().map(|difference| teller.told(difference)).collect(),
    }
}

/// The differences as a page: a section for each part of a case.
pub fn page(catalogue: &Catalogue, differences: &Differences<'_>) -> Page {
    let teller = Teller::new(catalogue, differences);
    let count = differences.list.len();
    let mut said = vec![match count {
        0 => catalogue.text("difference-none", &[]),
        _ => catalogue.text("difference-count", &[("count", count.into())]),
    }];
    if !differences.same_draws {
        said.push(catalogue.text("difference-draws", &[]));
    }
    if !differences.sources_compared {
        said.push(catalogue.text("difference-sources", &[]));
    }
    let [before, after] = [differences.before, differences.after].map(|case| visible(&case.name).into());
    Page {
        name: catalogue.text("difference-title", &[("before", before), ("after", after)]),
        topic: "difference",
        topic_name: catalogue.text("topic-difference", &[]),
        meaning: Some(said.join(" ")),
        sections: Part::ALL.into_iter().map(|part| teller.section(part)).collect(),
    }
}

/// Tells differences in words; each case has its own.
struct Teller<'a> {
    catalogue: &'a Catalogue,
    differences: &'a Differences<'a>,
    before: Writer<'a>,
    after: Writer<'a>,
}

impl<'a> Teller<'a> {
    fn new(catalogue: &'a Catalogue, differences: &'a Differences<'a>) -> Teller<'a> {
        let writer = |case| Writer { catalogue, case };
        Teller { catalogue, differences, before: writer(differences.before), after: writer(differences.after) }
    }

    fn section(&self, part: Part) -> Section {
        let (gone, others): (Vec<_>, Vec<_>) =
            self.differences.list.iter().filter(|difference| difference.part == part).partition(|d| is_gone(d));
        let mut items: Vec<Item> = Vec::new();
        let mut earlier = None;
        for difference in others {
            match (items.last_mut(), self.rests_too(earlier, difference)) {
                (Some(last), Some(text)) => last.text = text,
                _ => items.push(self.item(difference)),
            }
            earlier = Some(difference);
        }
        if !gone.is_empty() {
            // What is no longer there is only named; the first case explains it.
            let names: Vec<String> = gone.into_iter().filter_map(|difference| difference.of.clone()).collect();
            let names = list(self.catalogue, &names);
            items.push(Item::of(self.say("difference-removed", &[("what", names.into())])));
        }
        let heading = Some(self.say(&format!("part-{}", part.word()), &[]));
        Section { id: part.word(), heading, items, ..Section::default() }
    }

    /// A number and what it rests on, both of which changed, in a line; nothing if that is not so.
    fn rests_too(&self, number: Option<&Difference<'_>>, evidence: &Difference<'_>) -> Option<String> {
        let number = number?;
        let (new, rests) = (number.after.as_ref()?, evidence.after.as_ref()?);
        let (Said::Number(is), Said::Evidence(ids)) = (&new.said, &rests.said) else { return None };
        let subject = |difference, claim| self.subject(&self.after, difference, claim);
        if number.of != evidence.of || subject(number, new) != subject(evidence, rests) {
            return None;
        }
        let text = self.text(number);
        if ids.is_empty() && !is.given {
            return Some(text); // a default rests on nothing
        }
        let Some(Said::Evidence(before)) = evidence.before.as_ref().map(|before| &before.said) else { return None };
        let rests = self.rests(before, ids);
        Some(self.say("difference-number-rests", &[("number", text.into()), ("rests", rests.into())]))
    }

    fn item(&self, difference: &Difference<'_>) -> Item {
        let path = Some(difference.path().to_string());
        Item { name: difference.of.clone(), path, ..Item::of(self.text(difference)) }
    }

    fn told(&self, difference: &Difference<'_>) -> ToldDifference {
        let claim = |writer: &Writer<'_>, claim: &Claim<'_>| ToldClaim {
            path: claim.path.to_string(),
            text: self.said(writer, claim),
            values: values(&claim.said),
        };
        ToldDifference {
            path: difference.path().to_string(),
            kind: difference.change().word(),
            part: difference.part.word(),
            name: difference.of.clone(),
            text: self.text(difference),
            before: difference.before.as_ref().map(|before| claim(&self.before, before)),
            after: difference.after.as_ref().map(|after| claim(&self.after, after)),
        }
    }

    /// A difference in a line.
    fn text(&self, difference: &Difference<'_>) -> String {
        let (before, after) = (difference.before.as_ref(), difference.after.as_ref());
        let (writer, claim) = match (before, after) {
            (_, Some(after)) => (&self.after, after),
            (Some(before), None) => (&self.before, before),
            (None, None) => unreachable!("one of the two cases speaks of it"),
        };
        if matches!(claim.said, Said::Topic(_) | Said::Effect(_) | Said::Constraint(..)) {
            let id = if difference.change() == Change::Removed { "difference-removed" } else { "difference-added" };
            let mut what = self.said(writer, claim);
            if let (Said::Effect(_), Some(holder)) = (&claim.said, &difference.of) {
                what = self.say("difference-of-effect", &[("of", holder.as_str().into()), ("what", what.into())]);
            }
            return self.say(id, &[("what", what.into())]);
        }
        let what = self.subject(writer, difference, claim);
        match (before.map(|claim| &claim.said), after.map(|claim| &claim.said)) {
            (Some(Said::Names(before)), Some(Said::Names(after))) => self.names(what, before, after),
            (Some(Said::Evidence(before)), Some(Said::Evidence(after))) => {
                let rests = self.rests(before, after);
                self.say("difference-rests", &[("what", what.into()), ("rests", rests.into())])
            }
            (Some(Said::Effects(_)), _) => self.joined(difference.of.as_deref(), "difference-order-effects"),
            (before_said, _) => {
                let is_order = matches!(before_said, Some(Said::Order(_)));
                let id = if is_order { "difference-order" } else { "difference-changed" };
                let none = || self.none(claim.key);
                let [mut old, mut new] = [(&self.before, before), (&self.after, after)]
                    .map(|(writer, claim)| claim.map_or_else(none, |claim| self.said(writer, claim)));
                if old == new {
                    [old, new] = [before, after].map(|claim| claim.map_or_else(none, |claim| self.in_full(claim)));
                }
                if old == new {
                    return self.say("difference-unshown", &[("what", what.into())]);
                }
                self.say(id, &[("what", what.into()), ("before", old.into()), ("after", new.into())])
            }
        }
    }

    /// What a difference is about: "treaty, first year in force".
    fn subject(&self, writer: &Writer<'_>, difference: &Difference<'_>, claim: &Claim<'_>) -> String {
        let of = difference.of.as_deref();
        if let Some(effect) = claim.effect {
            let touched = self.touched(writer, effect);
            let touched = match of {
                Some(holder) => self.say("difference-of-effect", &[("of", holder.into()), ("what", touched.into())]),
                None => touched,
            };
            return if claim.key == "from" { self.joined(Some(&touched), "label-from") } else { touched };
        }
        match claim.key {
            "order" => claim.path.to_string(),
            // The number of a primitive and the text of a source go by their names alone.
            "value" | "entry" | "evidence" => of.unwrap_or_default().to_owned(),
            // The role is that of the actor itself.
            key @ ("challenger" | "protege") => self.say(&message_of(key), &[]),
            key => {
                let role = of.filter(|of| difference.part == Part::Actors && ROLES.contains(of));
                let role = role.map(|role| self.say(&message_of(role), &[]));
                self.joined(role.as_deref().or(of), &message_of(key.trim_end_matches(".evidence")))
            }
        }
    }

    fn joined(&self, of: Option<&str>, id: &str) -> String {
        let what = self.say(id, &[]);
        match of {
            Some(of) => self.say("difference-of", &[("of", of.into()), ("what", what.into())]),
            None => what,
        }
    }

    /// "us.stake, where us_will is withdrawn".
    fn touched(&self, writer: &Writer<'_>, effect: &Effect) -> String {
        let name = writer.case.scenario.primitive_name(effect.on);
        match writer.phrases().condition(&effect.when) {
            Some(when) => self.say("difference-of", &[("of", name.into()), ("what", when.into())]),
            None => name,
        }
    }

    fn names(&self, what: String, before: &[&str], after: &[&str]) -> String {
        let (added, removed) = (self.missing(before, after), self.missing(after, before));
        let id = match (added.is_empty(), removed.is_empty()) {
            (false, true) => "difference-now-with",
            (true, _) => "difference-now-without",
            (false, false) => "difference-now-with-without",
        };
        self.say(id, &[("what", what.into()), ("added", added.into()), ("removed", removed.into())])
    }

    /// "now rests on polls_2025 (before: polls_2024)"; only what changed, if something stays.
    fn rests(&self, before: &[&str], after: &[&str]) -> String {
        let (added, removed) = (self.missing(before, after), self.missing(after, before));
        let stays = after.iter().any(|id| before.contains(id));
        let id = match (added.is_empty(), removed.is_empty()) {
            (false, true) if !stays => "rests-first",
            (false, true) => "rests-more",
            (true, _) if stays => "rests-less",
            (true, _) => "rests-nothing",
            (false, false) if stays => "rests-more-less",
            (false, false) => "rests-other",
        };
        self.say(id, &[("added", added.into()), ("removed", removed.into())])
    }

    /// The ids that others lack.
    fn missing(&self, others: &[&str], ids: &[&str]) -> String {
        let missing = ids.iter().filter(|id| !others.contains(id));
        list(self.catalogue, &missing.map(|id| (*id).to_owned()).collect::<Vec<_>>())
    }

    /// What a case says, in short.
    fn said(&self, writer: &Writer<'_>, claim: &Claim<'_>) -> String {
        match &claim.said {
            Said::Against { own: true, .. } => self.say("said-own", &[]),
            Said::Against { said, .. } => self.said(writer, &Claim { said: (**said).clone(), ..claim.clone() }),
            Said::Topic(topic) => self.topic(writer, *topic),
            Said::Effect(effect) => writer.own_effect(effect).text,
            Said::Constraint(constraint, asked) => {
                let about = writer.phrases().text(&constraint.reason);
                self.say("difference-thing", &[("id", asked.as_str().into()), ("about", about.into())])
            }
            Said::Number(_) if claim.effect.is_some() => {
                claim.effect.map(|effect| writer.phrases().change(effect)).unwrap_or_default()
            }
            Said::Number(number) => self.number(number),
            Said::Text(text) => self.quoted(&writer.phrases().text(text)),
            Said::Sentence(text) => self.quoted(text),
            Said::Word(word) => (*word).to_owned(),
            Said::Count(count) => count.to_string(),
            Said::Years(from, to) => writer.phrases().years(*from, Some(*to)).unwrap_or_default(),
            Said::Evidence(ids) | Said::Names(ids) => self.list(ids.iter().map(|id| (*id).to_owned()), claim.key),
            Said::Order(ids) => list(self.catalogue, ids),
            Said::Effects(effects) => self.list(effects.iter().map(|effect| self.touched(writer, effect)), claim.key),
            Said::Levels(levels) => list(self.catalogue, levels),
            Said::Initial(initial) => {
                let each = initial.iter().map(|(level, probability)| {
                    let args = [("level", (*level).into()), ("value", probability.to_string().into())];
                    self.say("said-level", &args)
                });
                self.list(each, claim.key)
            }
            Said::LevelNames(names) => {
                let each = names.iter().map(|(level, name)| {
                    let name = self.quoted(&writer.phrases().text(name));
                    self.say("said-level", &[("level", (*level).into()), ("value", name.into())])
                });
                self.list(each, claim.key)
            }
            Said::Places(places) => {
                let each =
                    places.iter().map(|(factor, levels)| writer.phrases().at_levels(factor, levels.iter().copied()));
                self.list(each, claim.key)
            }
            Said::Package { presets, instruments } => package(presets, instruments, " + "),
            Said::Target(target) => {
                let args = [("low", target.low.to_string().into()), ("high", target.high.to_string().into())];
                self.say("said-range", &args)
            }
            Said::Tests(tests) => self.list(tests.iter().map(|test| self.test(test)), claim.key),
            Said::Assumed(each) => self.list(each.iter().map(|each| self.assumed(writer, each)), claim.key),
            Said::Source(reference) => citation(self.catalogue, reference, Emphasis::Plain),
        }
    }

    fn assumed(&self, writer: &Writer<'_>, assumed: &Assumed<'_>) -> String {
        let mut parts = vec![assumed.primitive.clone()];
        if let Some((instrument, when, from)) = assumed.effect {
            parts.extend(instrument.map(str::to_owned));
            parts.extend(writer.phrases().condition(when));
            parts.extend(from.and_then(|from| writer.phrases().years(from, None)));
        }
        let args = [("what", parts.join(", ").into()), ("number", written(assumed.spread).into())];
        self.say("said-assumed", &args)
    }

    fn test(&self, test: &SaidTest<'_>) -> String {
        let game = |[held, under]: &[Said<'_>; 2]| {
            let package = match held {
                Said::Package { presets, instruments } => package(presets, instruments, "+"),
                _ => String::new(),
            };
            let Said::Names(under) = under else { return GameFindings { package, name: None, under: Vec::new() } };
            GameFindings { package, name: None, under: under.iter().map(|id| (*id).to_owned()).collect() }
        };
        let question = QuestionFindings {
            quantity: test.quantity.word(),
            scale: Scale::of(test.against.as_ref().map(|(by, _)| *by)),
            actor: test.actor.map(str::to_owned),
            years: test.years,
            game: game(&test.game),
            against: test.against.as_ref().map(|(_, against)| game(against)),
        };
        questions::test(self.catalogue, &question, test.bounds, &ById)
    }

    /// What a case says, with what its short words leave out.
    fn in_full(&self, claim: &Claim<'_>) -> String {
        match &claim.said {
            Said::Number(number) => {
                let args = [("number", self.number(number).into()), ("written", written(number.spread).into())];
                self.say("said-written", &args)
            }
            // The English is the same.
            Said::Text(Text { uk: Some(uk), .. }) => self.say("said-ukrainian", &[("text", self.quoted(uk).into())]),
            Said::LevelNames(names) => {
                let each = names.iter().filter_map(|(level, name)| {
                    let name = self.say("said-ukrainian", &[("text", self.quoted(name.uk.as_ref()?).into())]);
                    Some(self.say("said-level", &[("level", (*level).into()), ("value", name.into())]))
                });
                self.list(each, claim.key)
            }
            _ => self.none(claim.key),
        }
    }

    /// What a case says that leaves a key out.
    fn none(&self, key: &str) -> String {
        let own = self.catalogue.attribute(&message_of(key), "none", &[]);
        own.unwrap_or_else(|| self.say("said-none", &[]))
    }

    fn list(&self, each: impl Iterator<Item = String>, key: &str) -> String {
        let each: Vec<String> = each.collect();
        if each.is_empty() { self.none(key) } else { list(self.catalogue, &each) }
    }

    fn quoted(&self, text: &str) -> String {
        self.say("quoted", &[("name", text.into())])
    }

    /// "0.632 (0.4 to 1)".
    fn number(&self, number: &Number) -> String {
        let [low, median, high] = percentiles(number);
        let value = if number.is_uncertain() {
            let args = [("median", rounded(median)), ("low", rounded(low)), ("high", rounded(high))];
            self.say("said-number", &args.map(|(name, text)| (name, text.into())))
        } else {
            written(number.spread)
        };
        if number.given { value } else { self.say("said-default", &[("value", value.into())]) }
    }

    /// Something that is new, with what it is.
    fn topic(&self, writer: &Writer<'_>, topic: Topic) -> String {
        let scenario = &writer.case.scenario;
        let named = |id: &str, name: Option<&Text>, about: Option<&Text>| {
            (id.to_owned(), name.or(about).map(|text| writer.phrases().text(text)))
        };
        let (id, about) = match topic {
            Topic::Actor(actor) => {
                let id = scenario.actors.id(actor);
                let role = if matches!(actor, Actor::Guarantor(_)) { "said-guarantor" } else { "said-other" };
                named(&self.say(role, &[("id", id.into())]), scenario.actors.name(id), None)
            }
            Topic::Factor(i) => {
                let factor = &scenario.factors[i];
                named(&factor.id, factor.name.as_ref(), factor.about.as_ref())
            }
            Topic::Instrument(i) => {
                let instrument = &scenario.instruments[i];
                named(&instrument.id, instrument.name.as_ref(), instrument.about.as_ref())
            }
            Topic::Package(i) => {
                let package = &scenario.packages[i];
                named(&package.id, package.name.as_ref(), package.about.as_ref())
            }
            Topic::Stress(i) => {
                let stress = &scenario.stresses[i];
                named(&stress.id, stress.name.as_ref(), stress.about.as_ref())
            }
            Topic::Check(i) => {
                let check = &scenario.checks[i];
                named(&check.id, Some(&check.says), None)
            }
            Topic::Claim(i) => {
                let claim = &scenario.claims[i];
                named(&claim.id, Some(&claim.says), None)
            }
            Topic::Assumptions(i) => {
                let set = &scenario.assumptions[i];
                named(&set.id, Some(&set.says), None)
            }
            Topic::Evidence(i) => (scenario.evidence[i].id.clone(), Some(scenario.evidence[i].says.clone())),
            Topic::Primitive(primitive) => {
                let number = &scenario.numbers[scenario.base(primitive)];
                (scenario.primitive_name(primitive), Some(self.number(number)))
            }
            Topic::Reference(i) => {
                let references = writer.case.bibliography().map_or(&[][..], |references| &references.entries);
                let reference = &references[i];
                (reference.key.clone(), Some(citation(self.catalogue, reference, Emphasis::Plain)))
            }
            Topic::Kind(_) | Topic::Group(_) | Topic::Nothing | Topic::Code(_) => {
                unreachable!("no case lacks what the language has")
            }
        };
        match about {
            Some(about) => self.say("difference-thing", &[("id", id.into()), ("about", about.into())]),
            None => id,
        }
    }

    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }
}

/// Who is spoken of by role, whoever it is.
const ROLES: [&str; 2] = ["challenger", "protege"];

fn is_gone(difference: &Difference<'_>) -> bool {
    let there = matches!(&difference.before, Some(Claim { said: Said::Topic(_) | Said::Constraint(..), .. }));
    difference.after.is_none() && there
}

/// A package by its preset, or else by what it holds.
fn package(presets: &[&str], instruments: &[&str], join: &str) -> String {
    presets.first().map_or_else(|| instruments.join(join), |preset| (*preset).to_owned())
}

/// The message that a key of the language has.
fn message_of(key: &str) -> String {
    format!("label-{}", key.replace('.', "-"))
}

/// What is said in numbers.
fn values(said: &Said<'_>) -> Vec<f64> {
    match said {
        Said::Count(count) => vec![*count as f64],
        Said::Years(from, to) => vec![*from as f64, *to as f64],
        Said::Number(number) if number.is_uncertain() => percentiles(number).to_vec(),
        Said::Number(number) => vec![number.natural_value(0.5)],
        Said::Initial(initial) => initial.iter().map(|(_, probability)| *probability).collect(),
        Said::Target(target) => vec![target.low, target.high],
        _ => Vec::new(),
    }
}
