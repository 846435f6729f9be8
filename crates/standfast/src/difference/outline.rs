//! A case as things with an id, and what it says of each.
//!
//! Every noun is taken apart field by field, so that a new field does not compile until it is
//! compared, or said why not.

use standfast_model::Scenario;
use standfast_model::actor::{Actor, Actors, Text};
use standfast_model::assumptions::{Assumptions, Change, Item};
use standfast_model::check::{Check, Use};
use standfast_model::claim::{self, Coding, Test};
use standfast_model::condition::LevelSet;
use standfast_model::constraint::{Constraint, Rule};
use standfast_model::evidence::{Evidence, EvidenceKind};
use standfast_model::factor::Factor;
use standfast_model::instrument::{Instrument, InstrumentSet};
use standfast_model::package::{NOTHING, Package};
use standfast_model::primitive::{Group, Kind, Primitive};
use standfast_model::question::{Comparison, Game, Question};
use standfast_model::stress::Stress;
use standfast_model::tree::Path;

use super::effects::{Own, touched};
use super::{Assumed, Claim, Difference, Part, Said, SaidTest};
use crate::document::Case;
use crate::references::Reference;
use crate::topic::Topic;

/// Something that a case speaks of.
#[derive(Clone, Debug)]
pub(super) struct Thing<'a> {
    pub(super) part: Part,
    /// Nothing: the case itself.
    pub(super) id: Option<String>,
    /// That it is there, if a case may lack it.
    there: Option<Said<'a>>,
    path: Path,
    /// The list that it stands in, if its place there decides what is drawn.
    pub(super) list: Option<Path>,
    pub(super) claims: Vec<Claim<'a>>,
    pub(super) effects: Vec<Own<'a>>,
}

impl<'a> Thing<'a> {
    fn new(part: Part, id: Option<&str>, path: Path) -> Thing<'a> {
        let id = id.map(str::to_owned);
        Thing { part, id, there: None, path, list: None, claims: Vec::new(), effects: Vec::new() }
    }

    /// Something with an id, in the table of its part.
    fn listed(part: Part, id: &str, topic: Topic) -> Thing<'a> {
        let path = Path::default().key(part.word()).key(id);
        Thing { there: Some(Said::Topic(topic)), ..Thing::new(part, Some(id), path) }
    }

    /// The same, in a table whose order decides what is drawn.
    fn in_order(self) -> Thing<'a> {
        Thing { list: Some(Path::default().key(self.part.word())), ..self }
    }

    /// That it is there; nothing where that goes without saying.
    pub(super) fn whole(&self) -> Option<Claim<'a>> {
        let said = self.there.clone()?;
        Some(Claim { path: self.path.clone(), key: "whole", effect: None, said })
    }

    /// Where its effects stand.
    pub(super) fn effects_path(&self) -> Path {
        if self.part == Part::Effects { self.path.clone() } else { self.path.key("effects") }
    }

    pub(super) fn difference(&self, before: Option<Claim<'a>>, after: Option<Claim<'a>>) -> Difference<'a> {
        Difference { part: self.part, of: self.id.clone(), before, after }
    }

    fn claim(&mut self, key: &'static str, said: Said<'a>) {
        let path = key.split('.').fold(self.path.clone(), |path, key| path.key(key));
        self.claims.push(Claim { path, key, effect: None, said });
    }

    fn texts(&mut self, texts: [(&'static str, Option<&'a Text>); 2]) {
        for (key, text) in texts {
            if let Some(text) = text {
                self.claim(key, Said::Text(text));
            }
        }
    }

    fn word(&mut self, key: &'static str, word: Option<&'a str>) {
        if let Some(word) = word {
            self.claim(key, Said::Word(word));
        }
    }
}

/// A scenario whose positions are turned into names.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) scenario: &'a Scenario,
}

impl<'a> Named<'a> {
    pub(super) fn evidence(self, evidence: &[usize]) -> Vec<&'a str> {
        evidence.iter().map(|&position| self.scenario.evidence[position].id.as_str()).collect()
    }

    pub(super) fn places(self, sets: &[LevelSet]) -> Vec<(&'a str, Vec<&'a str>)> {
        let place = |set: &LevelSet| {
            let factor = &self.scenario.factors[set.factor];
            let levels = factor.levels.iter().enumerate().filter(|(level, _)| set.contains(*level));
            (factor.id.as_str(), levels.map(|(_, level)| level.as_str()).collect())
        };
        sets.iter().map(place).collect()
    }

    fn actors(self, actors: impl IntoIterator<Item = Actor>) -> Said<'a> {
        Said::Names(actors.into_iter().map(|actor| self.scenario.actors.id(actor)).collect())
    }

    fn names(self, set: InstrumentSet) -> Said<'a> {
        Said::Names(self.scenario.ids(set))
    }

    fn package(self, set: InstrumentSet) -> Said<'a> {
        let presets = self.scenario.packages.iter().filter(|package| package.instruments == set);
        let nothing = set.is_empty().then_some(NOTHING);
        let presets = presets.map(|package| package.id.as_str()).chain(nothing).collect();
        Said::Package { presets, instruments: self.scenario.ids(set) }
    }

    fn stresses(self, under: &[usize]) -> Said<'a> {
        Said::Names(under.iter().map(|&i| self.scenario.stresses[i].id.as_str()).collect())
    }

    fn game(self, game: &Game) -> [Said<'a>; 2] {
        [self.package(game.package), self.stresses(&game.under)]
    }

    fn test(self, test: &Test) -> SaidTest<'a> {
        let Test { question: Question { quantity, actor, years, game, against }, bounds } = test;
        SaidTest {
            quantity: *quantity,
            actor: actor.map(|actor| self.scenario.actors.id(actor)),
            years: *years,
            game: self.game(game),
            against: against.as_ref().map(|(comparison, game)| (*comparison, self.game(game))),
            bounds: *bounds,
        }
    }
}

/// A case, taken apart.
pub(super) fn outline(case: &Case) -> Vec<Thing<'_>> {
    let named = Named { scenario: &case.scenario };
    let scenario = named.scenario;
    let mut things = vec![settings(named)];
    things.extend(actors(named));
    things.extend((0..scenario.factors.len()).map(|i| factor(named, i)));
    let primitives = Primitive::all(&scenario.actors, scenario.factors.len());
    // Hazards and the discount are said of their factor and of the case.
    let listed = |primitive: &Primitive| !matches!(primitive.kind.spec().group, Group::Factor | Group::Scenario);
    things.extend(primitives.filter(listed).map(|primitive| base(named, primitive)));
    let mut effects = Thing::new(Part::Effects, None, Path::default().key("effect"));
    effects.effects = own_effects(named, None);
    things.push(effects);
    things.extend((0..scenario.instruments.len()).map(|i| instrument(named, i)));
    things.extend((0..scenario.constraints.len()).map(|i| constraint(named, i)));
    things.extend((0..scenario.packages.len()).map(|i| package(named, i)));
    things.extend((0..scenario.stresses.len()).map(|i| stress(named, i)));
    things.extend((0..scenario.checks.len()).map(|i| check(named, i)));
    things.extend((0..scenario.claims.len()).map(|i| claim(named, i)));
    things.extend((0..scenario.assumptions.len()).map(|i| assumptions(named, i)));
    things.extend((0..scenario.evidence.len()).map(|i| evidence(named, i)));
    let references = case.bibliography().map_or(&[][..], |references| &references.entries);
    things.extend(references.iter().enumerate().map(|(i, reference)| source(reference, i)));
    things
}

fn settings(named: Named<'_>) -> Thing<'_> {
    let scenario = named.scenario;
    let mut thing = Thing::new(Part::Scenario, None, Path::default().key("scenario"));
    thing.claim("id", Said::Word(&scenario.id));
    thing.claim("title", Said::Text(&scenario.title));
    thing.claim("start", Said::Count(scenario.start));
    thing.claim("horizon", Said::Count(scenario.horizon as i64));
    thing.claim("tail", Said::Count(scenario.tail as i64));
    let number = &scenario.numbers[scenario.base(Kind::Discount.single())];
    thing.claim("discount", Said::Number(number));
    thing.claim("discount.evidence", Said::Evidence(named.evidence(&number.evidence)));
    let exhausted = scenario.exhausted_by_war.map(|factor| scenario.factors[factor].id.as_str());
    thing.word("exhausted_by_war", exhausted);
    thing
}

fn actors(named: Named<'_>) -> Vec<Thing<'_>> {
    let actors = &named.scenario.actors;
    let Actors { challenger, protege, guarantors, others, names: _ } = actors;
    let part = Path::default().key(Part::Actors.word());
    // Names stand in a table beside the actors.
    let name = |id: &str| {
        let path = part.key("names").key(id);
        actors.name(id).map(|name| Claim { path, key: "name", effect: None, said: Said::Text(name) })
    };
    let mut things = Vec::new();
    for (role, id) in [("challenger", challenger), ("protege", protege)] {
        // A case always has them: another state is another answer, not another actor.
        let mut thing = Thing::new(Part::Actors, Some(role), part.clone());
        thing.claim(role, Said::Word(id));
        thing.claims.extend(name(id));
        things.push(thing);
    }
    let guarantors = guarantors.iter().enumerate().map(|(i, id)| ("guarantors", i, Actor::Guarantor(i), id));
    let others = others.iter().enumerate().map(|(i, id)| ("others", i, Actor::Other(i), id));
    for (key, i, actor, id) in guarantors.chain(others) {
        let list = part.key(key);
        let path = list.index(i);
        let mut thing = Thing {
            there: Some(Said::Topic(Topic::Actor(actor))),
            list: Some(list),
            ..Thing::new(Part::Actors, Some(id), path.clone())
        };
        thing.claims.push(Claim { path, key: "role", effect: None, said: Said::Word(key) });
        thing.claims.extend(name(id));
        things.push(thing);
    }
    things
}

fn factor(named: Named<'_>, position: usize) -> Thing<'_> {
    let scenario = named.scenario;
    let Factor { id, name, about, levels, level_names, initial, evidence } = &scenario.factors[position];
    let mut thing = Thing::listed(Part::Factors, id, Topic::Factor(position)).in_order();
    thing.texts([("name", name.as_ref()), ("about", about.as_ref())]);
    thing.claim("levels", Said::Levels(levels));
    let named_levels = levels.iter().zip(level_names);
    let names = named_levels.filter_map(|(level, name)| Some((level.as_str(), name.as_ref()?)));
    thing.claim("level_names", Said::LevelNames(names.collect()));
    let initial = levels.iter().map(String::as_str).zip(initial.iter().copied()).collect();
    thing.claim("initial", Said::Initial(initial));
    thing.claim("evidence", Said::Evidence(named.evidence(evidence)));
    for (key, own, kind) in [("rise", "rise.evidence", Kind::Rise), ("fall", "fall.evidence", Kind::Fall)] {
        let number = &scenario.numbers[scenario.base(kind.of(position))];
        thing.claim(key, Said::Number(number));
        // What the factor rests on stands last in what each hazard rests on.
        let own_evidence = &number.evidence[..number.evidence.len() - evidence.len()];
        thing.claim(own, Said::Evidence(named.evidence(own_evidence)));
    }
    thing
}

fn base(named: Named<'_>, primitive: Primitive) -> Thing<'_> {
    let scenario = named.scenario;
    let number = &scenario.numbers[scenario.base(primitive)];
    let mut thing = Thing::new(Part::Primitives, Some(&scenario.primitive_name(primitive)), number.path.clone());
    // One that only one case has, as it has the owner, is told if that case gives it.
    thing.there = number.given.then_some(Said::Topic(Topic::Primitive(primitive)));
    let path = number.path.clone();
    thing.claims.push(Claim { path, key: "value", effect: None, said: Said::Number(number) });
    thing.claim("evidence", Said::Evidence(named.evidence(&number.evidence)));
    thing
}

fn instrument(named: Named<'_>, position: usize) -> Thing<'_> {
    let actors = &named.scenario.actors;
    let Instrument {
        id,
        name,
        about,
        lead_time,
        until,
        aborted_by_war,
        lapses_when,
        consensus,
        consent,
        requires,
        excludes,
    } = &named.scenario.instruments[position];
    let mut thing = Thing::listed(Part::Instruments, id, Topic::Instrument(position)).in_order();
    thing.texts([("name", name.as_ref()), ("about", about.as_ref())]);
    thing.claim("lead_time", Said::Count(*lead_time as i64));
    if let Some(until) = until {
        thing.claim("until", Said::Count(*until as i64));
    }
    thing.word("aborted_by", aborted_by_war.then_some("war"));
    thing.claim("lapses_when", Said::Places(named.places(lapses_when)));
    thing.word("decision", consensus.as_ref().map(|_| "consensus"));
    let voter = |member: &usize| match member.checked_sub(actors.guarantors.len()) {
        Some(other) => Actor::Other(other),
        None => Actor::Guarantor(*member),
    };
    thing.claim("members", named.actors(consensus.iter().flatten().map(voter)));
    thing.claim("consent", named.actors(consent.iter().copied()));
    thing.claim("requires", named.names(*requires));
    thing.claim("excludes", named.names(*excludes));
    thing.effects = own_effects(named, Some(position));
    thing
}

/// The effects of the case, or of an instrument.
fn own_effects(named: Named<'_>, instrument: Option<usize>) -> Vec<Own<'_>> {
    let own = named.scenario.effects.iter().filter(|effect| effect.instrument == instrument);
    own.map(|effect| Own::of(named, effect)).collect()
}

fn constraint(named: Named<'_>, position: usize) -> Thing<'_> {
    let constraint = &named.scenario.constraints[position];
    let Constraint { rule, reason } = constraint;
    let id = |instrument: usize| &named.scenario.instruments[instrument].id;
    // What it asks for is all that tells it from another.
    let asked = match *rule {
        Rule::After { first, then } => format!("{} → {}", id(first), id(then)),
        Rule::NotBefore { instrument, year } => format!("{} ≥ {year}", id(instrument)),
    };
    let mut thing = Thing::new(Part::Constraints, Some(&asked), Path::default().key("constraint").index(position));
    thing.there = Some(Said::Constraint(constraint, asked));
    thing.claim("reason", Said::Text(reason));
    thing
}

fn package(named: Named<'_>, position: usize) -> Thing<'_> {
    let Package { id, name, about, instruments } = &named.scenario.packages[position];
    let mut thing = Thing::listed(Part::Packages, id, Topic::Package(position));
    thing.texts([("name", name.as_ref()), ("about", about.as_ref())]);
    thing.claim("instruments", named.names(*instruments));
    thing
}

fn stress(named: Named<'_>, position: usize) -> Thing<'_> {
    let Stress { id, name, about, set, at, disable, effects } = &named.scenario.stresses[position];
    let mut thing = Thing::listed(Part::Stresses, id, Topic::Stress(position)).in_order();
    thing.texts([("name", name.as_ref()), ("about", about.as_ref())]);
    thing.claim("set", Said::Places(named.places(set)));
    thing.claim("at", Said::Count(*at as i64));
    thing.claim("disable", named.names(*disable));
    thing.effects = effects.iter().map(|effect| Own::of(named, effect)).collect();
    thing
}

fn check(named: Named<'_>, position: usize) -> Thing<'_> {
    let scenario = named.scenario;
    let Check { id, says, question, target, purpose, reason, evidence } = &scenario.checks[position];
    let Question { quantity, actor, years, game, against } = question;
    let mut thing = Thing::listed(Part::Checks, id, Topic::Check(position));
    thing.texts([("says", Some(says)), ("reason", Some(reason))]);
    thing.claim("quantity", Said::Word(quantity.word()));
    thing.word("actor", actor.map(|actor| scenario.actors.id(actor)));
    if let Some((from, to)) = years {
        thing.claim("years", Said::Years(*from, *to));
    }
    let Game { package, under } = game;
    thing.claim("package", named.package(*package));
    thing.claim("under", named.stresses(under));
    if let Some((comparison, other)) = against {
        let word = Comparison::WORDS.iter().find(|(_, known)| known == comparison).map(|(word, _)| *word);
        thing.word("by", word);
        let against = |own, said| Said::Against { own, said: Box::new(said) };
        thing.claim("against.package", against(other.package == *package, named.package(other.package)));
        thing.claim("against.under", against(other.under == *under, named.stresses(&other.under)));
    }
    thing.claim("target", Said::Target(*target));
    thing.word("use", Use::WORDS.iter().find(|(_, known)| known == purpose).map(|(word, _)| *word));
    thing.claim("evidence", Said::Evidence(named.evidence(evidence)));
    thing
}

fn claim(named: Named<'_>, position: usize) -> Thing<'_> {
    let claim::Claim { id, who, says, coding, evidence } = &named.scenario.claims[position];
    let mut thing = Thing::listed(Part::Claims, id, Topic::Claim(position));
    thing.texts([("who", Some(who)), ("says", Some(says))]);
    match coding {
        Coding::Tests { tests, reason } => {
            thing.claim("tests", Said::Tests(tests.iter().map(|test| named.test(test)).collect()));
            thing.texts([("reason", Some(reason)), ("silent", None)]);
        }
        Coding::Silent(why) => thing.texts([("silent", Some(why)), ("reason", None)]),
    }
    thing.claim("evidence", Said::Evidence(named.evidence(evidence)));
    thing
}

fn assumptions<'a>(named: Named<'a>, position: usize) -> Thing<'a> {
    let scenario = named.scenario;
    let Assumptions { id, name, says, changes, evidence } = &scenario.assumptions[position];
    let mut thing = Thing::listed(Part::Assumptions, id, Topic::Assumptions(position));
    thing.texts([("name", name.as_ref()), ("says", Some(says))]);
    let instrument = |i: usize| scenario.instruments[i].id.as_str();
    let assumed = |Change { of, number }: &'a Change| {
        let effect = match of {
            Item::Base(_) => None,
            // Whichever of the two, it is known by what it touches.
            Item::Effect(i) => Some(&scenario.effects[*i]).map(|own| (own.instrument, &own.when, own.from)),
            Item::Added { when, instrument, from, on: _ } => Some((*instrument, when, *from)),
        };
        Assumed {
            primitive: scenario.primitive_name(scenario.item_primitive(of)),
            touched: effect.map(|(_, when, _)| touched(named, scenario.item_primitive(of), when)),
            effect: effect.map(|(of, when, from)| (of.map(instrument), when, from)),
            spread: number.spread,
            evidence: named.evidence(&number.evidence),
        }
    };
    let (bases, effects): (Vec<&'a Change>, Vec<&'a Change>) =
        changes.iter().partition(|change| matches!(change.of, Item::Base(_)));
    thing.claim("primitives", Said::Assumed(bases.into_iter().map(assumed).collect()));
    thing.claim("effects", Said::Assumed(effects.into_iter().map(assumed).collect()));
    thing.claim("evidence", Said::Evidence(named.evidence(evidence)));
    thing
}

fn evidence(named: Named<'_>, position: usize) -> Thing<'_> {
    let Evidence { id, kind, says, source, locator, date, direction, check } = &named.scenario.evidence[position];
    let mut thing = Thing::listed(Part::Evidence, id, Topic::Evidence(position));
    thing.word("kind", EvidenceKind::WORDS.iter().find(|(_, known)| known == kind).map(|(word, _)| *word));
    thing.claim("says", Said::Sentence(says));
    thing.word("source", source.as_deref());
    for (key, text) in [("locator", locator), ("direction", direction)] {
        if let Some(text) = text {
            thing.claim(key, Said::Sentence(text));
        }
    }
    thing.word("date", date.as_deref());
    thing.word("check", check.as_deref());
    thing
}

fn source(reference: &Reference, position: usize) -> Thing<'_> {
    let path = Path::default().key(Part::Sources.word()).key(&reference.key);
    let mut thing = Thing::listed(Part::Sources, &reference.key, Topic::Reference(position));
    thing.claims.push(Claim { path, key: "entry", effect: None, said: Said::Source(reference) });
    thing
}
