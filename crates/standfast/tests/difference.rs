//! What two cases say differently: every single change of every bundled case is seen, once, and at its
//! place; no key of the language is forgotten.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use standfast::difference::{Change, Difference};
use standfast::model::Scenario;
use standfast::model::check::Use;
use standfast::model::condition::{ACTIONS, PHASES};
use standfast::model::evidence::EvidenceKind;
use standfast::model::number::DISTRIBUTIONS;
use standfast::model::question::{Comparison, Quantity};
use standfast::model::tree::{Path, Step, Value};
use standfast::{Beside, Case, Source, differences};

/// What the bundled cases do not say.
const FURTHER: &str = r#"
standfast = 1

[scenario]
id = "further"
title = { en = "Further", uk = "Далі" }
start = 2025
horizon = 20
tail = 10
discount = { value = 0.9, evidence = ["seen"] }
exhausted_by_war = "forces"

[actors]
challenger = "north"
protege = "south"
guarantors = ["ally", "friend"]
others = ["third", "fourth"]

[factors.forces]
name = { en = "Forces", uk = "Сили" }
about = "How ready they are."
levels = ["low", "middle", "high"]
initial = [0.5, 0.3, 0.2]
rise = { range = "0.1 to 0.2", evidence = ["seen"] }
fall = { value = 0.1, evidence = ["seen", "heard"] }

[factors.will]
levels = ["weak", "strong"]
initial = [0.4, 0.6]
rise = 0.2
fall = 0.1

[primitives]
challenger.doubt = { dist = "normal", mean = 0.5, sd = 1 }
challenger.prize = { dist = "lognormal", median = 2, sigma = 0.5 }
war.resolution = { dist = "beta", alpha = 4, beta = 9, evidence = ["seen"] }
contest.decisiveness = { dist = "uniform", low = 1, high = 2 }
ally.stake = { dist = "triangular", low = 1, mode = 2, high = 3 }
third.block = { value = 0.2 }

[[effect]]
on = "ally.stake"
add = { range = "0.1 to 0.3", evidence = ["seen"] }
when = { forces = ["low", "middle"], phase = "war", with = ["treaty"], without = ["neutrality"] }

[[effect]]
on = "forces.rise"
add = 0.1
when = { will = "weak", phase = "peace", action = "coerce", with = "treaty", without = "neutrality" }

[instruments.treaty]
name = "Treaty"
about = { en = "A treaty.", uk = "Договір." }
lead_time = 3
until = 15
aborted_by = "war"
lapses_when = { forces = "low", will = ["weak"] }
decision = "consensus"
members = ["ally", "third"]
consent = ["ally", "third", "south", "north"]
requires = ["money"]
excludes = ["neutrality"]
effects = [
  { on = "ally.audience_cost", add = 0.5, when = { forces = "low" }, evidence = ["seen"] },
  { on = "ally.presence_cost", add = "0.1 to 0.2", from = 2 },
  { on = "ally.presence_cost", add = "0.1 to 0.2", from = 6 },
]

[instruments.money]

[instruments.neutrality]

[[constraint]]
first = "money"
then = "treaty"
reason = { en = "So agreed.", uk = "Так домовлено." }

[[constraint]]
instrument = "treaty"
not_before = 3
reason = "Not so soon."

[packages.alliance]
name = "The alliance"
about = "The treaty and money."
instruments = ["treaty", "money"]

[packages.less]
instruments = ["money"]

[stresses.tired]
name = "Tired"
about = "The ally is tired."
set = { will = "weak" }
at = 2
disable = ["treaty"]
effects = [{ on = "ally.stake", add = -0.5, evidence = ["heard"] }]

[stresses.poor]
disable = ["money"]

[stresses.idle]
set = { forces = "low" }

[checks.war_is_rare]
says = { en = "Rare.", uk = "Рідко." }
quantity = "war_hazard"
package = "alliance"
years = [2, 9]
under = ["poor"]
against = { package = "less", under = ["idle"] }
by = "ratio"
target = "0.2 to 0.9"
use = "tuning"
reason = "So it is."
evidence = ["seen"]

[checks.ally_fights]
says = "It fights."
quantity = "fights"
actor = "ally"
years = [2, 9]
package = "less"
target = "0.2 to 0.9"
use = "held-out"
reason = "So it is."

[claims.it_holds]
who = { en = "A minister", uk = "Міністр" }
says = { en = "It holds.", uk = "Діє." }
tests = [
  { quantity = "war_hazard", package = "alliance", years = [2, 9], under = ["poor"], against = { package = "less", under = ["idle"] }, by = "ratio", at_least = 0.2, at_most = 0.9 },
  { quantity = "fights", actor = "ally", package = "less", years = [2, 9], at_least = 0.1 },
]
reason = "So it is coded."
evidence = ["seen"]

[claims.nobody_knows]
who = "A poet"
says = "Nobody knows."
silent = { en = "Knowledge is no quantity.", uk = "Знання не величина." }

[assumptions.hawks]
name = { en = "Hawks", uk = "Яструби" }
says = "It wants more."
primitives.challenger.prize = { range = "2 to 4", evidence = ["seen"] }
primitives.will.fall = 0.2
effects = [
  { on = "ally.stake", add = { range = "0.2 to 0.3", evidence = ["seen"] }, when = { forces = ["low", "middle"], phase = "war", with = ["treaty"], without = ["neutrality"] } },
  { instrument = "treaty", on = "ally.presence_cost", add = "0.2 to 0.3", from = 2 },
  { instrument = "money", on = "ally.stake", add = 0.1, evidence = ["heard"] },
]
evidence = ["seen"]

[evidence.seen]
kind = "measured"
says = "Seen."
source = "a_book"
locator = "p. 3"
date = 2025-03-06
direction = "down"

[evidence.heard]
kind = "calibrated"
says = "Heard."
check = "war_is_rare"
"#;

/// A document as the model reads it.
fn document(text: &str) -> Value {
    fn of(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => Value::String(text),
            toml::Value::Integer(integer) => Value::Integer(integer),
            toml::Value::Float(float) => Value::Float(float),
            toml::Value::Boolean(boolean) => Value::Boolean(boolean),
            toml::Value::Datetime(date) => Value::Date(date.to_string()),
            toml::Value::Array(items) => Value::Array(items.into_iter().map(of).collect()),
            toml::Value::Table(table) => Value::Table(table.into_iter().map(|(key, value)| (key, of(value))).collect()),
        }
    }
    of(toml::Value::Table(toml::from_str(text).unwrap_or_else(|error| panic!("{error}"))))
}

/// A case from a document; nothing if it has an error.
fn read(document: &Value) -> Option<Case> {
    let (scenario, _) = Scenario::read(document).ok()?;
    Some(Case {
        name: "case".into(),
        text: String::new(),
        scenario,
        under: Vec::new(),
        references: None,
        warnings: Vec::new(),
    })
}

fn documents() -> Vec<(&'static str, Value)> {
    let bundled = standfast::cases::CASES.iter().map(|case| (case.id, case.text));
    let coalition = ("coalition", include_str!("../../../validation/golden/coalition.toml"));
    bundled.chain([coalition, ("further", FURTHER)]).map(|(name, text)| (name, document(text))).collect()
}

/// The places of all values that are changed one at a time. An initial distribution is one value, as
/// its entries sum to 1; of a list of evidence, of which there are thousands, the first entry stands
/// for the others.
fn leaves(value: &Value, path: &Path, found: &mut Vec<Path>) {
    match value {
        Value::Array(items) if path.0.last() == Some(&Step::Key("evidence".into())) => {
            items.iter().take(1).for_each(|item| leaves(item, &path.index(0), found));
        }
        Value::Table(entries) => entries.iter().for_each(|(key, value)| leaves(value, &path.key(key), found)),
        Value::Array(items) if items.iter().any(|item| matches!(item, Value::String(_) | Value::Table(_))) => {
            items.iter().enumerate().for_each(|(i, item)| leaves(item, &path.index(i), found));
        }
        Value::Array(items) if items.is_empty() => {}
        _ => found.push(path.clone()),
    }
}

fn at<'v>(value: &'v mut Value, steps: &[Step]) -> &'v mut Value {
    let Some((step, rest)) = steps.split_first() else { return value };
    let next = match (value, step) {
        (Value::Table(entries), Step::Key(key)) => entries.iter_mut().find(|(known, _)| known == key).map(|(_, v)| v),
        (Value::Array(items), Step::Index(i)) => items.get_mut(*i),
        _ => None,
    };
    at(next.expect("the path is one of the document"), rest)
}

fn keys(document: &Value, part: &str) -> Vec<String> {
    document.get(part).map_or(&[][..], Value::entries).iter().map(|(key, _)| key.clone()).collect()
}

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => items.iter().flat_map(|item| texts(Some(item))).collect(),
        _ => Vec::new(),
    }
}

/// What could stand in the place of a value.
fn others(document: &Value, path: &Path, value: &Value) -> Vec<Value> {
    let text = |text: &str| Value::String(text.to_owned());
    match value {
        Value::Integer(n) => [n + 1, n - 1, 2 * n, n + 7].map(Value::Integer).to_vec(),
        Value::Float(x) => [x * 1.01, x * 0.99, x + 0.01].map(Value::Float).to_vec(),
        Value::Date(_) => vec![Value::Date("1999-12-31".into())],
        Value::Array(items) => {
            // Years and initial distributions.
            let reversed = Value::Array(items.iter().rev().cloned().collect());
            let rotated = Value::Array(items.iter().skip(1).chain(items.first()).cloned().collect());
            let later = items.iter().map(|item| match item {
                Value::Integer(year) => Value::Integer(year + 1),
                other => other.clone(),
            });
            let wider = [Value::Integer(0), Value::Integer(3)];
            vec![reversed, rotated, Value::Array(later.collect()), Value::Array(wider.to_vec())]
        }
        Value::String(old) => {
            let mut others: Vec<String> = words(document, path);
            if let Some((low, high)) = old.split_once(" to ") {
                let ends = [low, high].map(|end| end.trim().parse::<f64>().ok());
                if let [Some(low), Some(high)] = ends {
                    let middle = 0.5 * (low + high);
                    others.extend([format!("{low} to {middle}"), format!("{middle} to {high}")]);
                }
            }
            others.push(format!("{old} x"));
            others.push(format!("{old}_x"));
            others.iter().filter(|other| *other != old).map(|other| text(other)).collect()
        }
        Value::Boolean(_) | Value::Table(_) => Vec::new(),
    }
}

/// The names and words that can stand at a place.
fn words(document: &Value, path: &Path) -> Vec<String> {
    let Some(Step::Key(key)) = path.0.iter().rev().find(|step| matches!(step, Step::Key(_))) else { return Vec::new() };
    let actors = |parts: &[&str]| -> Vec<String> {
        let actors = document.get("actors");
        parts.iter().flat_map(|part| texts(actors.and_then(|actors| actors.get(part)))).collect()
    };
    let of = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect::<Vec<String>>();
    match key.as_str() {
        "evidence" => keys(document, "evidence"),
        "consent" | "members" | "actor" => actors(&["others", "guarantors", "protege", "challenger"]),
        "requires" | "excludes" | "disable" | "first" | "then" | "instrument" | "with" | "without" | "instruments" => {
            keys(document, "instruments")
        }
        "package" => [keys(document, "packages"), keys(document, "instruments")].concat(),
        "under" => keys(document, "stresses"),
        "check" => keys(document, "checks"),
        "exhausted_by_war" => keys(document, "factors"),
        "quantity" => Quantity::ALL.iter().map(|quantity| quantity.word().to_owned()).collect(),
        "use" => of(Use::WORDS.map(|(word, _)| word).to_vec()),
        "by" => of(Comparison::WORDS.map(|(word, _)| word).to_vec()),
        "kind" => of(EvidenceKind::WORDS.map(|(word, _)| word).to_vec()),
        "phase" => of(PHASES.map(|(word, _)| word).to_vec()),
        "action" => of(ACTIONS.map(|(word, _)| word).to_vec()),
        "dist" => of(DISTRIBUTIONS.iter().map(|(word, _)| *word).collect()),
        "on" => {
            let guarantors = actors(&["guarantors"]).into_iter();
            let owned = guarantors.flat_map(|id| [format!("{id}.escalation"), format!("{id}.presence_cost")]);
            of(vec!["challenger.grievance", "challenger.doubt"]).into_iter().chain(owned).collect()
        }
        factor => {
            let factor = document.get("factors").and_then(|factors| factors.get(factor));
            texts(factor.and_then(|factor| factor.get("levels")))
        }
    }
}

/// Where a change of a value is to be told, and whether as something gone and something new: effects
/// are known by what they touch, and actors by their ids.
fn told_at(path: &Path) -> (Path, bool) {
    let key = |i: usize| match path.0.get(i) {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    let first = |n: usize| Path(path.0.iter().take(n).cloned().collect());
    let with_evidence = |n: usize| if key(n) == "evidence" { first(n + 1) } else { first(n) };
    let effect = |n: usize| match (key(n), key(n + 1)) {
        ("on" | "when", _) => (first(n), true),
        ("add", "evidence") => (first(n).key("evidence"), false),
        _ => (first(n + 1), false),
    };
    match (key(0), key(1), key(2)) {
        ("scenario", ..) => (with_evidence(2), false),
        ("actors", "guarantors" | "others", _) => (first(3), true),
        ("actors", "names", _) => (first(3), false),
        ("actors", ..) => (first(2), false),
        ("effect", ..) => effect(2),
        // What a constraint asks for is all that it is known by.
        ("constraint", _, "reason") => (first(3), false),
        ("constraint", ..) => (first(2), true),
        ("instruments" | "stresses", _, "effects") => effect(4),
        ("factors", _, "rise" | "fall") | ("primitives", ..) => (with_evidence(3), false),
        ("checks", _, "against") => (first(4), false),
        _ => (first(3), false),
    }
}

/// The kind of table at a path: ids left out, and one kind for all effects and all numbers.
fn kind(path: &[Step]) -> String {
    let keys: Vec<&str> = path.iter().map(|step| if let Step::Key(key) = step { key.as_str() } else { "*" }).collect();
    match keys[..] {
        ["effect", _, ref rest @ ..] | ["instruments" | "stresses" | "assumptions", _, "effects", _, ref rest @ ..] => {
            match rest {
                ["add", ..] => "number".to_owned(),
                _ => ["effect", &rest.join(".")].concat(),
            }
        }
        ["scenario", "discount", ..]
        | ["factors", _, "rise" | "fall", ..]
        | ["primitives", _, _, ..]
        | ["assumptions", _, "primitives", _, _, ..] => "number".to_owned(),
        ["scenario" | "actors", ..] | [] => keys.join("."),
        [part, _, ref rest @ ..] => [part, ".", &rest.join(".")].concat(),
        [part] => part.to_owned(),
    }
}

/// A change that was tried.
enum Tried {
    /// It was told as it should be.
    Told,
    /// Nothing else can stand there alone.
    Impossible,
    /// It was not.
    Wrong(String),
}

/// What two effects of one list touch must differ, or which became which could not be told.
fn touches_the_same(document: &mut Value, effect: &Path) -> bool {
    let Some(Step::Index(own)) = effect.0.last() else { return false };
    let list = at(document, &effect.0[..effect.0.len() - 1]).clone();
    let Value::Array(effects) = list else { return false };
    let touched = |effect: &Value| (effect.get("on").cloned(), effect.get("when").cloned());
    effects.iter().enumerate().any(|(i, other)| i != *own && touched(other) == touched(&effects[*own]))
}

/// How many other values are tried in the place of one.
const MOST: usize = 12;

/// Changes one value, in the first way that leaves a case that can be read.
fn change(case: &Case, original: &Value, path: &Path) -> Tried {
    let mut document = original.clone();
    let old = at(&mut document, &path.0).clone();
    let (place, in_two) = told_at(path);
    let others = others(original, path, &old).into_iter().filter(|other| *other != old).take(MOST).map(Some);
    for other in others.chain([None]) {
        match (other, path.0.split_last()) {
            (Some(other), _) => *at(&mut document, &path.0) = other,
            // Last, without it.
            (None, Some((Step::Key(key), table))) => match at(&mut document, table) {
                Value::Table(entries) => entries.retain(|(known, _)| known != key),
                other => panic!("{path} is in {other:?}"),
            },
            (None, _) => break,
        }
        let Some(changed) = read(&document) else { continue };
        if changed.scenario == case.scenario {
            continue; // another way to say the same
        }
        let of_effects = !["actors", "constraint"].contains(&place.to_string().split(['.', '[']).next().unwrap_or(""));
        if in_two && of_effects && touches_the_same(&mut document, &place) {
            continue;
        }
        let found = differences(case, &changed);
        let told: Vec<(String, Change)> =
            found.list.iter().map(|difference| (difference.path().to_string(), difference.change())).collect();
        let right = match (&told[..], in_two) {
            ([(at, change)], false) => *at == place.to_string() && *change != Change::Reordered,
            ([(added, Change::Added), (removed, Change::Removed)], true) => {
                *added == *removed && *added == place.to_string()
            }
            _ => false,
        };
        if !right {
            return Tried::Wrong(format!("{path}: {told:?}, not once at {place}"));
        }
        return Tried::Told;
    }
    Tried::Impossible
}

#[test]
fn every_single_change_is_told_once_and_at_its_place() {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let mut asked: BTreeMap<(String, String), String> = BTreeMap::new();
    for (name, document) in documents() {
        let case = read(&document).unwrap_or_else(|| panic!("{name} can be read"));
        assert_eq!(differences(&case, &case).list, [], "{name}");
        let mut paths = Vec::new();
        leaves(&document, &Path::default(), &mut paths);
        let tried: Vec<Tried> = paths.par_iter().map(|path| change(&case, &document, path)).collect();
        let wrong: Vec<&String> =
            tried.iter().filter_map(|tried| if let Tried::Wrong(wrong) = tried { Some(wrong) } else { None }).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
        let (told, impossible): (Vec<_>, Vec<_>) =
            paths.iter().zip(&tried).partition(|(_, tried)| matches!(tried, Tried::Told));
        // Ids that others refer to cannot change alone, nor can some words.
        assert!(told.len() > 2 * impossible.len(), "{name}: {} told, {} impossible", told.len(), impossible.len());
        for (path, _) in told {
            for (i, step) in path.0.iter().enumerate() {
                if let Step::Key(key) = step {
                    seen.insert((kind(&path.0[..i]), key.clone()));
                }
            }
        }
        for (path, keys) in Scenario::keys(&document) {
            asked.extend(keys.into_iter().map(|key| ((kind(&path.0), key.to_owned()), format!("{name}: {path}"))));
        }
    }
    // There is one version of the format; the other two change only together with other keys, below.
    let alone = [("", "standfast"), ("instruments.", "decision"), ("number", "dist")];
    seen.extend(alone.map(|(kind, key)| (kind.to_owned(), key.to_owned())));
    asked.retain(|key, _| !seen.contains(key));
    assert_eq!(asked, BTreeMap::new(), "keys of the language of which no change was told");
}

/// A case from text, as an editor would change it.
fn edited(replaced: &[(&str, &str)]) -> Case {
    let text = replaced.iter().fold(FURTHER.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    });
    Case::from_text("edited", &text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

/// The differences of an edited case, each as its path and kind.
fn told(replaced: &[(&str, &str)]) -> Vec<String> {
    let (before, after) = (edited(&[]), edited(replaced));
    let found = differences(&before, &after);
    found.list.iter().map(|difference| format!("{} {}", difference.path(), difference.change().word())).collect()
}

#[test]
fn what_changes_only_together_is_told_too() {
    let decision = [("decision = \"consensus\"\n", ""), ("members = [\"ally\", \"third\"]\n", "")];
    assert_eq!(told(&decision), ["instruments.treaty.members changed", "instruments.treaty.decision removed"]);
    let uniform =
        [("{ dist = \"uniform\", low = 1, high = 2 }", "{ dist = \"triangular\", low = 1, mode = 1.5, high = 2 }")];
    assert_eq!(told(&uniform), ["primitives.contest.decisiveness changed"]);
}

#[test]
fn layout_is_no_difference() {
    let layout = [
        ("start = 2025\nhorizon = 20\n", "horizon   = 20 # years\nstart = 2025\n"),
        ("rise = 0.2\n", "rise = { value = 0.20 }\n"),
        (
            "consent = [\"ally\", \"third\", \"south\", \"north\"]",
            "consent = [\"south\", \"third\", \"ally\", \"north\"]",
        ),
        (
            "when = { forces = [\"low\", \"middle\"], phase = \"war\"",
            "when = { phase = \"war\", forces = [\"middle\", \"low\"]",
        ),
        ("add = { range = \"0.1 to 0.3\", evidence = [\"seen\"] }", "evidence = [\"seen\"]\nadd = \"0.10 to 0.30\""),
        // The default, written or not.
        ("challenger.doubt =", "ally.block = 0.1\nchallenger.doubt ="),
        ("[packages.less]\n", "[packages.nothing]\ninstruments = []\n[packages.less]\n"),
    ];
    assert_eq!(told(&layout), ["packages.nothing added"]);
}

#[test]
fn an_order_in_which_numbers_are_drawn_is_told() {
    let forces = FURTHER.find("[factors.forces]").expect("it is there")..FURTHER.find("[factors.will]").expect("it is");
    let swapped = [
        (&FURTHER[forces.clone()], ""),
        ("[primitives]\n", &format!("{}[primitives]\n", &FURTHER[forces])),
        ("\"ally\", \"friend\"", "\"friend\", \"ally\""),
    ];
    assert_eq!(told(&swapped), ["actors.guarantors reordered", "factors reordered"]);
    let effects = [
        ("add = \"0.1 to 0.2\", from = 2", "add = \"0.1 to 0.2\", from = 6"),
        ("add = \"0.1 to 0.2\", from = 6 },\n]", "add = \"0.1 to 0.2\", from = 2 },\n]"),
    ];
    assert_eq!(told(&effects), ["instruments.treaty.effects reordered"]);
    assert!(!differences(&edited(&[]), &edited(&effects)).same_draws);
}

#[test]
fn draws_are_the_same_as_long_as_each_number_keeps_its_place() {
    let same = |replaced: &[(&str, &str)]| differences(&edited(&[]), &edited(replaced)).same_draws;
    assert!(same(&[("low = 1, high = 2", "low = 1, high = 3"), ("horizon = 20", "horizon = 30")]));
    // The last of all numbers; one before others.
    assert!(same(&[("{ on = \"ally.stake\", add = -0.5,", "{ on = \"ally.stake\", add = \"-0.5 to 0.1\",")]));
    assert!(!same(&[("discount = { value = 0.9,", "discount = { range = \"0.8 to 0.9\",")]));
}

#[test]
fn the_other_direction_is_the_mirror_image() {
    let cases: Vec<Case> = documents().iter().map(|(_, document)| read(document).expect("it can be read")).collect();
    for (before, after) in cases.iter().flat_map(|before| cases.iter().map(move |after| (before, after))) {
        let (there, back) = (differences(before, after), differences(after, before));
        let mirrored = |difference: &Difference<'_>| {
            back.list.iter().any(|other| {
                (other.part, &other.of, &other.before, &other.after)
                    == (difference.part, &difference.of, &difference.after, &difference.before)
            })
        };
        assert!(there.list.iter().all(mirrored), "{} and {}", before.scenario.id, after.scenario.id);
        assert_eq!((there.list.len(), there.same_draws), (back.list.len(), back.same_draws));
        assert_eq!(there.list.is_empty(), before.scenario == after.scenario);
    }
}

#[test]
fn sources_are_compared_where_both_cases_have_a_bibliography() {
    let read = |references: Option<&'static str>| {
        let bibliography = |text: &'static str| Beside::Bibliography("references.bib", text.as_bytes());
        let references = references.map_or(Beside::Nowhere, bibliography);
        let source = Source { name: "case", text: FURTHER.as_bytes(), references };
        Case::read(source).unwrap_or_else(|refused| panic!("{refused:#?}"))
    };
    let (one, other) = ("@book{a_book, title={Peace}}\n@book{old, title={Old}}", "@book{a_book, title={Peace time}}");
    let (before, after, none) = (read(Some(one)), read(Some(other)), read(None));
    let found = differences(&before, &after);
    let told: Vec<_> = found.list.iter().map(|d| (d.of.as_deref(), d.change())).collect();
    assert_eq!(told, [(Some("a_book"), Change::Changed), (Some("old"), Change::Removed)]);
    let alone = differences(&before, &none);
    assert!(found.sources_compared && !alone.sources_compared && alone.list.is_empty());
}
