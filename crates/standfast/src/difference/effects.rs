//! Effects have no ids: one is known by what it touches, the primitive and where it is active.

use std::collections::{BTreeMap, BTreeSet};

use standfast_model::Scenario;
use standfast_model::condition::Condition;
use standfast_model::effect::Effect;
use standfast_model::primitive::{Action, Phase, Primitive};
use standfast_model::tree::Path;

use super::outline::{Named, Thing};
use super::{Claim, Difference, Said, as_set, places_as_set};

/// What an effect touches, with names instead of positions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Touched<'a> {
    on: String,
    levels: BTreeMap<&'a str, BTreeSet<&'a str>>,
    phase: Option<Phase>,
    action: Option<Action>,
    with: BTreeSet<&'a str>,
    without: BTreeSet<&'a str>,
}

/// An effect with what it touches and what is said of it.
#[derive(Clone, Debug)]
pub(super) struct Own<'a> {
    effect: &'a Effect,
    touched: Touched<'a>,
    claims: Vec<Claim<'a>>,
}

impl<'a> Own<'a> {
    pub(super) fn of(named: Named<'a>, effect: &'a Effect) -> Own<'a> {
        // Whose it is decides with whose effects it is compared.
        let Effect { path, on: _, number, when: _, instrument: _, from } = effect;
        let number = &named.scenario.numbers[*number];
        let claim = |key: &'static str, said| Claim { path: path.key(key), key, effect: Some(effect), said };
        let mut claims = vec![
            claim("add", Said::Number(number)),
            claim("evidence", Said::Evidence(named.evidence(&number.evidence))),
        ];
        claims.extend(from.map(|year| claim("from", Said::Count(year as i64))));
        Own { effect, touched: touched(named, effect.on, &effect.when), claims }
    }

    fn whole(&self) -> Claim<'a> {
        let effect = self.effect;
        Claim { path: effect.path.clone(), key: "effect", effect: Some(effect), said: Said::Effect(effect) }
    }

    fn agrees_with(&self, other: &Own<'_>) -> bool {
        self.touched == other.touched
            && self.claims.len() == other.claims.len()
            && self.claims.iter().zip(&other.claims).all(|(one, other)| one.said.agrees_with(&other.said))
    }
}

pub(super) fn touched<'a>(named: Named<'a>, on: Primitive, when: &Condition) -> Touched<'a> {
    let Condition { levels, phase, action, with, without } = when;
    Touched {
        on: named.scenario.primitive_name(on),
        levels: places_as_set(&named.places(levels)),
        phase: *phase,
        action: *action,
        with: as_set(&named.scenario.ids(*with)),
        without: as_set(&named.scenario.ids(*without)),
    }
}

/// Compares the effects of one holder.
pub(super) fn compare<'a>(old: &Thing<'a>, new: &Thing<'a>, list: &mut Vec<Difference<'a>>) {
    let origins = origins(&old.effects, &new.effects);
    for (effect, origin) in new.effects.iter().zip(&origins) {
        match origin {
            Some(before) => compare_claims(&old.effects[*before], effect, new, list),
            None => list.push(new.difference(None, Some(effect.whole()))),
        }
    }
    let mut kept: Vec<usize> = origins.iter().copied().flatten().collect();
    let in_order = kept.is_sorted();
    kept.sort_unstable();
    let gone = old.effects.iter().enumerate().filter(|(i, _)| kept.binary_search(i).is_err());
    list.extend(gone.map(|(_, effect)| new.difference(Some(effect.whole()), None)));
    if !in_order {
        let before = kept.iter().map(|&i| old.effects[i].effect).collect();
        let after = new.effects.iter().zip(&origins).filter(|(_, origin)| origin.is_some());
        let after = after.map(|(effect, _)| effect.effect).collect();
        let order = |thing: &Thing<'a>, effects| {
            Some(Claim { path: thing.effects_path(), key: "order", effect: None, said: Said::Effects(effects) })
        };
        list.push(new.difference(order(old, before), order(new, after)));
    }
}

/// Which effect of the first case each of the second was: first where nothing changed, then by what
/// they touch, each in their order.
fn origins(old: &[Own<'_>], new: &[Own<'_>]) -> Vec<Option<usize>> {
    let (mut origins, mut taken) = (vec![None; new.len()], vec![false; old.len()]);
    let same: [fn(&Own<'_>, &Own<'_>) -> bool; 2] =
        [|one, other| one.agrees_with(other), |one, other| one.touched == other.touched];
    for same in same {
        for (effect, origin) in new.iter().zip(&mut origins).filter(|(_, origin)| origin.is_none()) {
            *origin = (0..old.len()).find(|&i| !taken[i] && same(&old[i], effect));
            if let Some(i) = *origin {
                taken[i] = true;
            }
        }
    }
    origins
}

fn compare_claims<'a>(old: &Own<'a>, new: &Own<'a>, holder: &Thing<'a>, list: &mut Vec<Difference<'a>>) {
    let find = |own: &Own<'a>, key| own.claims.iter().find(|claim| claim.key == key).cloned();
    for key in ["from", "add", "evidence"] {
        match (find(old, key), find(new, key)) {
            (Some(before), Some(after)) if before.said.agrees_with(&after.said) => {}
            (None, None) => {}
            (before, after) => list.push(holder.difference(before, after)),
        }
    }
}

/// Whether one seed draws the same value for each number that is uncertain in both.
///
/// A number is drawn by its place among the uncertain ones of its case.
pub(super) fn same_draws(one: &Scenario, other: &Scenario) -> bool {
    let (one, other) = (drawn(one), drawn(other));
    one.iter().enumerate().all(|(place, number)| {
        let earlier = one[..place].iter().filter(|earlier| *earlier == number).count();
        let mut same = other.iter().enumerate().filter(|(_, drawn)| *drawn == number);
        same.nth(earlier).is_none_or(|(drawn, _)| drawn == place)
    })
}

/// What is drawn: where an uncertain number stands; of an effect where its holder's effects stand, what
/// it touches, and from when.
type Drawn<'a> = (Path, Option<(Touched<'a>, Option<usize>)>);

/// What is drawn, in the order of the draws.
fn drawn(scenario: &Scenario) -> Vec<Drawn<'_>> {
    let named = Named { scenario };
    let mut drawn: Vec<Drawn<'_>> = scenario.numbers.iter().map(|number| (number.path.clone(), None)).collect();
    let stressed = scenario.stresses.iter().flat_map(|stress| &stress.effects);
    for effect in scenario.effects.iter().chain(stressed) {
        let mut holder = effect.path.clone();
        holder.0.pop();
        drawn[effect.number] = (holder, Some((touched(named, effect.on, &effect.when), effect.from)));
    }
    let each = drawn.into_iter().zip(&scenario.numbers);
    each.filter(|(_, number)| number.is_uncertain()).map(|(drawn, _)| drawn).collect()
}
