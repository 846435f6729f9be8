//! Pages about actors and factors.

use standfast::model::actor::{Actor, Text};
use standfast::model::instrument::Instrument;
use standfast::model::primitive::{Group, Kind, Primitive};

use super::{Fact, Item, Page, Section, Writer, named};
use crate::phrases;

impl Writer<'_> {
    /// An actor: its part, its primitives, what it signs and votes on.
    pub(super) fn actor(&self, actor: Actor) -> Page {
        let scenario = &self.case.scenario;
        let actors = &scenario.actors;
        let id = actors.id(actor);
        let role = match actor {
            Actor::Challenger => "role-challenger",
            Actor::Protege => "role-protege",
            Actor::Guarantor(_) => "role-guarantor",
            Actor::Other(_) => "role-other",
        };
        let mut page = self.new_page("actor", id, None);
        let mut facts: Vec<Fact> = self.name_and_about(actors.name(id), None);
        facts.push(self.fact("role", self.say(role, &[])));
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        let owned = Primitive::all(actors, scenario.factors.len()).filter(|primitive| owns(actor, *primitive, self));
        let items = owned.map(|primitive| self.value_line(primitive)).collect();
        page.sections.extend(self.listed("primitives", items));
        let signed = |instrument: &&Instrument| instrument.consent.contains(&actor);
        page.sections.extend(self.listed("signs", self.instruments_where(signed)));
        let voter = match actor {
            Actor::Guarantor(i) => Some(i),
            Actor::Other(i) => Some(actors.guarantors.len() + i),
            Actor::Challenger | Actor::Protege => None,
        };
        let votes = |instrument: &&Instrument| {
            instrument.consensus.as_ref().is_some_and(|members| members.iter().any(|member| Some(*member) == voter))
        };
        page.sections.extend(self.listed("members", self.instruments_where(votes)));
        page
    }

    /// A factor: its levels and hazards, and everything that depends on it.
    pub(super) fn factor(&self, position: usize) -> Page {
        let scenario = &self.case.scenario;
        let factor = &scenario.factors[position];
        let mut page = self.new_page("factor", &factor.id, None);
        let mut facts = self.name_and_about(factor.name.as_ref(), factor.about.as_ref());
        let levels = factor.levels.iter().zip(&factor.level_names).map(|(level, name)| {
            let name = name.as_ref().map(|name| self.phrases().text(name)).filter(|name| name != level);
            name.map_or_else(|| level.clone(), |name| format!("{level} ({name})"))
        });
        let levels: Vec<String> =
            levels.zip(&factor.initial).map(|(level, initial)| format!("{level} {initial}")).collect();
        facts.push(Fact { values: factor.initial.clone(), ..self.fact("levels", levels.join(", ")) });
        if scenario.exhausted_by_war == Some(position) {
            facts.push(self.fact("exhausted", self.say("fact-exhausted-yes", &[])));
        }
        let parents: Vec<String> =
            scenario.parents[position].iter().map(|parent| scenario.factors[parent].id.clone()).collect();
        if !parents.is_empty() {
            facts.push(self.fact("parents", phrases::list(self.catalogue, &parents)));
        }
        page.sections.push(Section { id: "facts", facts, ..Section::default() });

        let hazards = [Kind::Rise, Kind::Fall].map(|kind| kind.of(position));
        page.sections.extend(self.listed("primitives", hazards.iter().map(|h| self.value_line(*h)).collect()));
        let evidence: Vec<usize> =
            hazards.iter().flat_map(|hazard| scenario.numbers[scenario.base(*hazard)].evidence.clone()).collect();
        page.sections.extend(self.rests_on(&evidence));
        let depends = self.effects(|effect| effect.when.levels.iter().any(|set| set.factor == position));
        let items = depends.into_iter().map(|(effect, holder)| self.effect_on(effect, holder)).collect();
        page.sections.extend(self.listed("conditions", items));
        let lapses = |instrument: &&Instrument| instrument.lapses_when.iter().any(|set| set.factor == position);
        page.sections.extend(self.listed("lapses", self.instruments_where(lapses)));
        let stresses = scenario.stresses.iter().filter(|stress| stress.set.iter().any(|set| set.factor == position));
        page.sections.extend(self.listed("stresses", stresses.map(|stress| named(&stress.id)).collect()));
        page
    }

    /// The name and the description that a case gives, where it does.
    pub(super) fn name_and_about(&self, name: Option<&Text>, about: Option<&Text>) -> Vec<Fact> {
        let phrases = self.phrases();
        let name = name.map(|name| self.fact("name", phrases.text(name)));
        let about = about.map(|about| self.fact("about", phrases.text(about)));
        name.into_iter().chain(about).collect()
    }

    pub(super) fn instruments_where(&self, picked: impl Fn(&&Instrument) -> bool) -> Vec<Item> {
        self.case.scenario.instruments.iter().filter(picked).map(|instrument| named(&instrument.id)).collect()
    }
}

/// Whether a primitive belongs to an actor.
fn owns(actor: Actor, primitive: Primitive, writer: &Writer<'_>) -> bool {
    let guarantors = writer.case.scenario.actors.guarantors.len();
    match (primitive.kind.spec().group, actor) {
        (Group::Challenger, Actor::Challenger) | (Group::Protege, Actor::Protege) => true,
        (Group::Guarantor | Group::Voter, Actor::Guarantor(i)) => primitive.owner == i,
        (Group::Voter, Actor::Other(i)) => primitive.owner == guarantors + i,
        (Group::Party, Actor::Challenger) => primitive.owner == 0,
        (Group::Party, Actor::Protege) => primitive.owner == 1,
        (Group::Party, Actor::Guarantor(i)) => primitive.owner == 2 + i,
        _ => false,
    }
}
