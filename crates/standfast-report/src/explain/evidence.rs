//! Pages about what numbers rest on: evidence, its sources, recorded checks; about claims; and about faults.

use standfast::Selection;
use standfast::model::assumptions::Change;
use standfast::model::check::{Target, Use};
use standfast::model::claim::{Claim, Coding, Test};
use standfast::model::effect::Effect;
use standfast::model::evidence::{Evidence, EvidenceKind};
use standfast::model::fault::{Code, Severity};
use standfast::model::primitive::Primitive;
use standfast::model::question::{Comparison, Game, Question};
use standfast::questions::{QuestionFindings, Scale};

use super::{Fact, Item, Page, Section, Writer, named};
use crate::catalogue::Arg;
use crate::citations::{Emphasis, citation};
use crate::{disagree, faults, phrases, questions, record};

impl Writer<'_> {
    /// A piece of evidence: what it says, where, and which numbers name it.
    pub(super) fn evidence(&self, position: usize) -> Page {
        let scenario = &self.case.scenario;
        let evidence = &scenario.evidence[position];
        let mut page = self.new_page("evidence", &evidence.id, Some(evidence.says.clone()));
        let kind = EvidenceKind::WORDS.iter().find(|(_, kind)| *kind == evidence.kind).map_or("", |(word, _)| word);
        let mut facts = vec![self.fact("kind", self.say(&format!("kind-{kind}"), &[]))];
        facts.extend(self.source(evidence).map(|source| self.fact("source", source)));
        let rest = [("date", &evidence.date), ("direction", &evidence.direction), ("tuned", &evidence.check)];
        facts.extend(rest.into_iter().filter_map(|(id, text)| Some(self.fact(id, text.clone()?))));
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        page.sections.extend(self.listed("used", self.named_by(position)));
        page
    }

    /// A work of the bibliography, and the evidence from it.
    pub(super) fn reference(&self, position: usize) -> Page {
        let references = self.case.bibliography().map_or(&[][..], |references| &references.entries);
        let reference = &references[position];
        let text = citation(self.catalogue, reference, Emphasis::Plain);
        let mut page = self.new_page("reference", &reference.key, Some(text));
        let from = |evidence: &&Evidence| evidence.source.as_ref() == Some(&reference.key);
        let evidence = self.case.scenario.evidence.iter().filter(from);
        page.sections.extend(self.listed("used", evidence.map(|evidence| named(&evidence.id)).collect()));
        page
    }

    /// A recorded check: what history says, and what is held against it.
    pub(super) fn check(&self, position: usize) -> Page {
        let scenario = &self.case.scenario;
        let check = &scenario.checks[position];
        let phrases = self.phrases();
        let mut page = self.new_page("check", &check.id, Some(phrases.text(&check.says)));
        let purpose = match check.purpose {
            Use::Tuning => "use-tuning",
            Use::HeldOut => "use-held-out",
        };
        let Question { quantity, actor, years, game, against } = &check.question;
        let mut facts = vec![self.fact("quantity", quantity.word().to_owned())];
        facts.extend(actor.map(|actor| self.fact("whose", scenario.actors.id(actor).to_owned())));
        facts.extend(years.map(|years| {
            let args = [("window", record::years(years).into()), ("from", years.0.to_string().into())];
            self.fact("years", self.say("fact-window", &[&args[..], &[("to", years.1.to_string().into())]].concat()))
        }));
        facts.push(self.fact("package", self.game(game)));
        if let Some((comparison, game)) = against {
            let by = match comparison {
                Comparison::Ratio => "fact-by-ratio",
                Comparison::Difference => "fact-by-difference",
            };
            facts.push(self.fact("against", self.say(by, &[("game", self.game(game).into())])));
        }
        let Target { low, high } = check.target;
        let target =
            record::target_between(self.catalogue, [low, high], Scale::of(against.as_ref().map(|(by, _)| *by)));
        facts.push(Fact { values: vec![low, high], ..self.fact("target", target) });
        facts.push(self.fact("use", self.say(purpose, &[])));
        facts.push(self.fact("reason", phrases.text(&check.reason)));
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        page.sections.extend(self.rests_on(&check.evidence));
        let tuned = scenario.evidence.iter().filter(|evidence| evidence.check.as_ref() == Some(&check.id));
        page.sections.extend(self.listed("tuned", tuned.map(|evidence| named(&evidence.id)).collect()));
        page
    }

    /// A claim: who says what, and the tests that it is held against.
    pub(super) fn claim(&self, position: usize) -> Page {
        let scenario = &self.case.scenario;
        let claim = &scenario.claims[position];
        let phrases = self.phrases();
        let mut page = self.new_page("claim", &claim.id, Some(phrases.text(&claim.says)));
        let mut facts = vec![self.fact("who", phrases.text(&claim.who))];
        match &claim.coding {
            Coding::Tests { reason, .. } => facts.push(self.fact("coded", phrases.text(reason))),
            Coding::Silent(why) => facts.push(self.fact("silent", phrases.text(why))),
        }
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        let test = |test: &Test| {
            let question = QuestionFindings::of(scenario, &test.question);
            Item::of(questions::test(self.catalogue, &question, test.bounds, &questions::ById))
        };
        page.sections.extend(self.listed("tests", claim.tests().iter().map(test).collect()));
        page.sections.extend(self.rests_on(&claim.evidence));
        page
    }

    /// A set of assumptions: what somebody holds, and what that makes of the numbers.
    pub(super) fn assumptions(&self, position: usize) -> Page {
        let scenario = &self.case.scenario;
        let set = &scenario.assumptions[position];
        let phrases = self.phrases();
        let mut page = self.new_page("assumptions", &set.id, Some(phrases.text(&set.says)));
        let facts = self.name_and_about(set.name.as_ref(), None);
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        let item = |change: &Change| {
            let name = scenario.primitive_name(scenario.item_primitive(&change.of));
            Item { name: Some(name), ..Item::of(disagree::assumed(phrases, &change.of, change.number.spread)) }
        };
        page.sections.extend(self.listed("assumes", set.changes.iter().map(item).collect()));
        let numbers = set.changes.iter().flat_map(|change| &change.number.evidence);
        let evidence: Vec<usize> = set.evidence.iter().chain(numbers).copied().collect();
        page.sections.extend(self.rests_on(&evidence));
        page
    }

    /// A game that a check looks at: its package, and the stresses that it is under.
    fn game(&self, game: &Game) -> String {
        let scenario = &self.case.scenario;
        let package = Selection::of(scenario, game.package).id;
        let under: Vec<String> = game.under.iter().map(|&i| scenario.stresses[i].id.clone()).collect();
        if under.is_empty() {
            return package;
        }
        let under = phrases::list(self.catalogue, &under);
        self.say("fact-game-under", &[("package", package.into()), ("under", under.into())])
    }

    /// The checks and the claims that look at some game.
    pub(super) fn asked_of(&self, picked: impl Fn(&Game) -> bool) -> impl Iterator<Item = Section> {
        let scenario = &self.case.scenario;
        let checks = scenario.checks.iter().filter(|check| check.question.games().any(&picked));
        let checks = self.listed("checks", checks.map(|check| named(&check.id)).collect());
        let games = |claim: &Claim| claim.tests().iter().any(|test| test.question.games().any(&picked));
        let claims = scenario.claims.iter().filter(|claim| games(claim));
        let claims = self.listed("claims", claims.map(|claim| named(&claim.id)).collect());
        checks.into_iter().chain(claims)
    }

    /// A kind of fault: what it means, why it matters, and where its examples are.
    pub(super) fn code(&self, code: Code) -> Page {
        let id = format!("about-{}", code.as_str());
        let mut page = self.new_page("code", code.as_str(), Some(self.say(&id, &[])));
        let severity = match code.severity() {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
        };
        let mut facts = vec![self.fact("severity", self.say(severity, &[]))];
        facts.extend(self.catalogue.attribute(&id, "why", &[]).map(|why| self.fact("why", why)));
        facts.push(self.fact("page", faults::page(code.as_str())));
        page.sections.push(Section { id: "facts", facts, ..Section::default() });
        page
    }

    /// What numbers rest on, each piece with its sentence and source.
    pub(super) fn rests_on(&self, evidence: &[usize]) -> Option<Section> {
        let mut evidence = evidence.to_vec();
        evidence.sort_unstable();
        evidence.dedup();
        let item = |position: usize| {
            let evidence = &self.case.scenario.evidence[position];
            let kind = EvidenceKind::WORDS.iter().find(|(_, kind)| *kind == evidence.kind).map_or("", |(word, _)| word);
            let mut args: Vec<(&str, Arg)> = vec![
                ("id", evidence.id.as_str().into()),
                ("kind", kind.into()),
                ("says", evidence.says.as_str().into()),
            ];
            let source = self.source(evidence);
            let id = if source.is_some() { "evidence-line-source" } else { "evidence-line" };
            args.extend(source.map(|source| ("source", source.into())));
            Item { name: Some(evidence.id.clone()), ..Item::of(self.say(id, &args)) }
        };
        self.listed("evidence", evidence.into_iter().map(item).collect())
    }

    /// The citation of an evidence's source, with where in it.
    fn source(&self, evidence: &Evidence) -> Option<String> {
        let key = evidence.source.as_ref()?;
        let mut text = match self.case.bibliography().and_then(|references| references.find(key)) {
            Some(reference) => citation(self.catalogue, reference, Emphasis::Plain),
            None => self.say("fact-source-unlisted", &[("source", key.as_str().into())]),
        };
        if let Some(locator) = &evidence.locator {
            let args = [("citation", text.into()), ("locator", locator.as_str().into())];
            text = self.say("locator", &args);
        }
        Some(text)
    }

    /// Every number, check and claim that names a piece of evidence.
    fn named_by(&self, evidence: usize) -> Vec<Item> {
        let scenario = &self.case.scenario;
        let rests = |number: usize| scenario.numbers[number].evidence.contains(&evidence);
        let primitives = Primitive::all(&scenario.actors, scenario.factors.len());
        let bases = primitives.filter(|primitive| rests(scenario.base(*primitive)));
        let mut items: Vec<Item> = bases.map(|primitive| self.value_line(primitive)).collect();
        let effects = self.effects(|effect: &Effect| rests(effect.number));
        items.extend(effects.into_iter().map(|(effect, holder)| self.effect_on(effect, holder)));
        let checks = scenario.checks.iter().filter(|check| check.evidence.contains(&evidence));
        items.extend(checks.map(|check| named(&check.id)));
        let claims = scenario.claims.iter().filter(|claim| claim.evidence.contains(&evidence));
        items.extend(claims.map(|claim| named(&claim.id)));
        let holds = |change: &Change| change.number.evidence.contains(&evidence);
        let assumed = scenario.assumptions.iter();
        let assumed = assumed.filter(|set| set.evidence.contains(&evidence) || set.changes.iter().any(holds));
        items.extend(assumed.map(|set| named(&set.id)));
        items
    }
}
