//! What a name means in a case: everything that `standfast explain` can be asked about.

use standfast_model::actor::Actor;
use standfast_model::fault::{Code, Fault};
use standfast_model::package::NOTHING;
use standfast_model::primitive::{Group, Kind, Primitive};
use standfast_model::tree::Path;

use crate::diagnostic::Diagnostic;
use crate::document::{Case, Refused};
use crate::places::Lines;

/// Something that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The primitives of a group that exists once: all under `limited`.
    Group(Group),
    /// A kind of primitive, whosever.
    Kind(Kind),
    /// A primitive of the case.
    Primitive(Primitive),
    /// An actor.
    Actor(Actor),
    /// A factor, by position.
    Factor(usize),
    /// An instrument, by position.
    Instrument(usize),
    /// The package without any instrument, where no preset is called so.
    Nothing,
    /// A package, by position.
    Package(usize),
    /// A stress, by position.
    Stress(usize),
    /// A recorded check, by position.
    Check(usize),
    /// A claim, by position.
    Claim(usize),
    /// A set of assumptions, by position.
    Assumptions(usize),
    /// A piece of evidence, by position.
    Evidence(usize),
    /// An entry of the bibliography, by position.
    Reference(usize),
    /// A kind of fault.
    Code(Code),
}

impl Topic {
    /// Everything that has a name, in the order of the language.
    pub fn all(case: &Case) -> Vec<(String, Topic)> {
        fn each<'a, T>(
            list: &'a [T],
            id: impl Fn(&T) -> &String + 'a,
            topic: fn(usize) -> Topic,
        ) -> impl Iterator<Item = (String, Topic)> + 'a {
            list.iter().enumerate().map(move |(i, item)| (id(item).clone(), topic(i)))
        }
        let scenario = &case.scenario;
        let primitives = Primitive::all(&scenario.actors, scenario.factors.len());
        let references = case.bibliography().map_or(&[][..], |references| &references.entries);
        let mut named: Vec<(String, Topic)> = primitives
            .map(|primitive| (scenario.primitive_name(primitive), Topic::Primitive(primitive)))
            .chain(scenario.actors.all().map(|(actor, id)| (id.to_owned(), Topic::Actor(actor))))
            .chain(each(&scenario.factors, |factor| &factor.id, Topic::Factor))
            .chain(each(&scenario.instruments, |instrument| &instrument.id, Topic::Instrument))
            .chain(each(&scenario.packages, |package| &package.id, Topic::Package))
            .chain(each(&scenario.stresses, |stress| &stress.id, Topic::Stress))
            .chain(each(&scenario.checks, |check| &check.id, Topic::Check))
            .chain(each(&scenario.claims, |claim| &claim.id, Topic::Claim))
            .chain(each(&scenario.assumptions, |set| &set.id, Topic::Assumptions))
            .chain(each(&scenario.evidence, |evidence| &evidence.id, Topic::Evidence))
            .chain(each(references, |reference| &reference.key, Topic::Reference))
            .collect();
        if !scenario.packages.iter().any(|package| package.id == NOTHING) {
            named.push((NOTHING.to_owned(), Topic::Nothing));
        }
        let groups = Group::ALL.iter().filter(|group| !group.has_owners());
        named.extend(groups.map(|group| (group.word().to_owned(), Topic::Group(*group))));
        let several = Kind::ALL.iter().filter(|kind| kind.spec().group.has_owners());
        named.extend(several.map(|kind| (kind.name(), Topic::Kind(*kind))));
        named.extend(Code::ALL.iter().map(|&code| (code.as_str().to_owned(), Topic::Code(code))));
        named
    }

    /// Everything of a name: a package may be called like its instrument, and several owners may have
    /// primitives of one name.
    ///
    /// A primitive may be named with its owner (`us.stake`), with the word for its owners
    /// (`GUARANTOR.stake`) or alone (`stake`); challenger and protégé also by their ids.
    ///
    /// # Errors
    /// If nothing has the name.
    pub fn find(case: &Case, name: &str) -> Result<Vec<Topic>, Refused> {
        let mut found: Vec<Topic> =
            Topic::all(case).into_iter().filter(|(known, _)| known == name).map(|(_, topic)| topic).collect();
        if found.is_empty() {
            let scenario = &case.scenario;
            let factors: Vec<&str> = scenario.factors.iter().map(|factor| factor.id.as_str()).collect();
            found.extend(Primitive::by_actor(name, &scenario.actors, &factors).map(Topic::Primitive));
        }
        if found.is_empty() {
            let alone = |kind: &&Kind| kind.spec().name == name;
            found.extend(Kind::ALL.iter().filter(alone).map(|&kind| alone_or_shared(kind)));
        }
        if found.is_empty() {
            let alone = Kind::ALL.iter().map(|kind| kind.spec().name.to_owned());
            let known = Topic::all(case).into_iter().map(|(known, _)| known).chain(alone);
            let fault = Fault::new(Code::UnknownName, &Path::default()).with("given", name);
            let fault = fault.with("case", &case.scenario.id).known(known);
            let diagnostic = Diagnostic::at(&fault, &Lines::of(name), 0..name.len());
            return Err(Refused::new("name", name.to_owned(), vec![diagnostic]));
        }
        Ok(found)
    }
}

/// A kind that exists once is its primitive.
fn alone_or_shared(kind: Kind) -> Topic {
    if kind.spec().group.has_owners() { Topic::Kind(kind) } else { Topic::Primitive(kind.single()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        let text = include_str!("../../../validation/golden/coalition.toml");
        Case::from_text("coalition", text).expect("a golden case")
    }

    fn find(name: &str) -> Vec<Topic> {
        Topic::find(&case(), name).unwrap_or_else(|unknown| panic!("{unknown}"))
    }

    #[test]
    fn a_primitive_is_found_with_and_without_its_owner() {
        assert_eq!(find("bravo.stake"), [Topic::Primitive(Kind::Stake.of(1))]);
        assert_eq!(find("GUARANTOR.stake"), [Topic::Kind(Kind::Stake)]);
        assert_eq!(find("stake"), [Topic::Kind(Kind::Stake)]);
        assert_eq!(find("north.prize"), [Topic::Primitive(Kind::Prize.single())]);
        let strengths = [Kind::ChallengerStrength, Kind::ProtegeStrength].map(|kind| Topic::Primitive(kind.single()));
        assert_eq!(find("strength"), strengths);
        assert_eq!(find("limited"), [Topic::Group(Group::Limited)]);
        assert_eq!(find("nothing"), [Topic::Nothing]);
    }

    #[test]
    fn names_of_the_case_are_found() {
        assert_eq!(find("pact"), [Topic::Instrument(0)]);
        assert_eq!(find("regime"), [Topic::Factor(2)]);
        assert_eq!(find("spoiler"), [Topic::Actor(Actor::Other(0))]);
        assert_eq!(find("unknown-level"), [Topic::Code(Code::UnknownLevel)]);
    }

    #[test]
    fn an_unknown_name_gets_a_suggestion() {
        let suggestion = |name| Topic::find(&case(), name).expect_err("unknown").diagnostics[0].suggestion.clone();
        assert_eq!(suggestion("chalenger.prize").as_deref(), Some("challenger.prize"));
        assert_eq!(suggestion("neutralty").as_deref(), Some("neutrality"));
        assert_eq!(suggestion("qqqq"), None);
    }
}
