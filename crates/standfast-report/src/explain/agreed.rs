//! Pages about what can be agreed and what may go wrong with it: instruments, packages, stresses.

use standfast::model::actor::Actor;
use standfast::model::constraint::{Constraint, Rule};
use standfast::model::instrument::{Instrument, InstrumentSet};
use standfast::model::package::{NOTHING, signatories};
use standfast::model::stress::Stress;

use super::{Item, Page, Section, Writer, named};
use crate::catalogue::Arg;
use crate::phrases;

impl Writer<'_> {
    /// An instrument: when it is in force, who signs it, what it does, what it goes with.
    pub(super) fn instrument(&self, position: usize) -> Page {
        let scenario = &self.case.scenario;
        let phrases = self.phrases();
        let instrument = &scenario.instruments[position];
        let mut page = self.new_page("instrument", &instrument.id, None);
        let mut facts = self.name_and_about(instrument.name.as_ref(), instrument.about.as_ref());
        let years = phrases.years(instrument.lead_time, instrument.until);
        facts.push(self.fact("in-force", years.unwrap_or_else(|| self.say("fact-always", &[]))));
        if instrument.aborted_by_war && instrument.lead_time > 0 {
            facts.push(self.fact("aborted", self.say("fact-aborted-yes", &[])));
        }
        if !instrument.lapses_when.is_empty() {
            let levels: Vec<String> = instrument.lapses_when.iter().map(|set| phrases.level(set)).collect();
            let levels = phrases::list(self.catalogue, &levels);
            facts.push(self.fact("lapses", self.say("where", &[("levels", levels.into())])));
        }
        facts.push(self.fact("signed", self.actors(&instrument.consent)));
        if let Some(members) = &instrument.consensus {
            let voters: Vec<&String> = scenario.actors.guarantors.iter().chain(&scenario.actors.others).collect();
            let members: Vec<String> = members.iter().map(|member| voters[*member].clone()).collect();
            let members = [("members", Arg::from(phrases::list(self.catalogue, &members)))];
            facts.push(self.fact("consensus", self.say("fact-consensus-of", &members)));
        }
        let of = |set: fn(&Instrument) -> InstrumentSet| {
            let each = scenario.instruments.iter().enumerate();
            each.filter(|(_, other)| set(other).contains(position)).map(|(i, _)| i).collect::<InstrumentSet>()
        };
        let excludes = InstrumentSet(instrument.excludes.0 | of(|other| other.excludes).0);
        let sets =
            [("requires", instrument.requires), ("required", of(|other| other.requires)), ("excludes", excludes)];
        for (id, set) in sets.into_iter().filter(|(_, set)| !set.is_empty()) {
            facts.push(self.fact(id, phrases.instruments(set)));
        }
        page.sections.push(Section { id: "facts", facts, ..Section::default() });

        let own = self.effects(|effect| effect.instrument == Some(position));
        let items = own.iter().map(|(effect, _)| self.own_effect(effect)).collect();
        page.sections.extend(self.listed("own-effects", items));
        let evidence: Vec<usize> =
            own.iter().flat_map(|(effect, _)| scenario.numbers[effect.number].evidence.clone()).collect();
        page.sections.extend(self.rests_on(&evidence));
        let depends =
            self.effects(|effect| effect.when.with.contains(position) || effect.when.without.contains(position));
        let items = depends.into_iter().map(|(effect, holder)| self.effect_on(effect, holder)).collect();
        page.sections.extend(self.listed("conditions", items));
        let packages = scenario.packages.iter().filter(|package| package.instruments.contains(position));
        page.sections.extend(self.listed("presets", packages.map(|package| named(&package.id)).collect()));
        let stresses = scenario.stresses.iter().filter(|stress| stress.disable.contains(position));
        page.sections.extend(self.listed("stresses", stresses.map(|stress| named(&stress.id)).collect()));
        let constraints = scenario.constraints.iter().filter(|constraint| constraint.rule.names(position));
        page.sections.extend(self.listed("constraints", constraints.map(|each| self.constraint(each)).collect()));
        page
    }

    /// A constraint on the order in which instruments come into force.
    fn constraint(&self, constraint: &Constraint) -> Item {
        let id = |instrument: usize| Arg::from(self.case.scenario.instruments[instrument].id.as_str());
        let reason = ("reason", self.phrases().text(&constraint.reason).into());
        Item::of(match constraint.rule {
            Rule::After { first, then } => {
                self.say("constraint-after", &[("first", id(first)), ("then", id(then)), reason])
            }
            Rule::NotBefore { instrument, year } => {
                let year = self.say("constraint-year", &[("year", year.to_string().into())]);
                self.say("constraint-not-before", &[("instrument", id(instrument)), ("year", year.into()), reason])
            }
        })
    }

    /// A package: its instruments, and who has to sign it.
    pub(super) fn package(&self, position: usize) -> Page {
        let scenario = &self.case.scenario;
        let package = &scenario.packages[position];
        let mut page = self.new_page("package", &package.id, None);
        let mut facts = self.name_and_about(package.name.as_ref(), package.about.as_ref());
        let instruments = if package.instruments.is_empty() {
            self.say("fact-nothing", &[])
        } else {
            self.phrases().instruments(package.instruments)
        };
        facts.push(self.fact("instruments", instruments));
        let signatories = signatories(package.instruments, &scenario.instruments, &scenario.actors);
        if !package.instruments.is_empty() {
            facts.push(self.fact("signed", self.actors(&signatories)));
        }
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        page.sections.extend(self.asked_of(|game| game.package == package.instruments));
        page
    }

    /// The package that every case has, where the case does not name it.
    pub(super) fn nothing(&self) -> Page {
        let mut page = self.new_page("package", NOTHING, None);
        let facts = vec![self.fact("instruments", self.say("fact-nothing", &[]))];
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        page.sections.extend(self.asked_of(|game| game.package.is_empty()));
        page
    }

    /// A stress: what it puts where, what it disables, what it moves.
    pub(super) fn stress(&self, position: usize) -> Page {
        let stress: &Stress = &self.case.scenario.stresses[position];
        let phrases = self.phrases();
        let mut page = self.new_page("stress", &stress.id, None);
        let mut facts = self.name_and_about(stress.name.as_ref(), stress.about.as_ref());
        let when = match stress.at {
            0 => self.say("fact-from-start", &[]),
            year => self.say("fact-from-year", &[("year", year.to_string().into())]),
        };
        facts.push(self.fact("when", when));
        for set in &stress.set {
            let factor = &self.case.scenario.factors[set.factor];
            let level = factor.levels.iter().enumerate().find(|(level, _)| set.contains(*level));
            let level = level.map_or("", |(_, id)| id.as_str());
            let args = [("factor", factor.id.as_str().into()), ("level", level.into())];
            facts.push(self.fact("sets", self.say("fact-sets-level", &args)));
        }
        if !stress.disable.is_empty() {
            facts.push(self.fact("disables", phrases.instruments(stress.disable)));
        }
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        let items: Vec<Item> = stress.effects.iter().map(|effect| self.own_effect(effect)).collect();
        page.sections.extend(self.listed("own-effects", items));
        page.sections.extend(self.asked_of(|game| game.under.contains(&position)));
        page
    }

    fn actors(&self, actors: &[Actor]) -> String {
        let ids: Vec<String> = actors.iter().map(|actor| self.case.scenario.actors.id(*actor).to_owned()).collect();
        if ids.is_empty() { self.say("fact-signed-nobody", &[]) } else { phrases::list(self.catalogue, &ids) }
    }
}
