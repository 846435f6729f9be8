//! Laws that every case obeys, whatever its numbers.

mod scenarios;

use std::rc::Rc;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use standfast::Case;
use standfast::game::consent::{OutsideOption, consent};
use standfast::game::outcome::{FirstPassage, Wars};
use standfast::game::{Batch, Draws, Outcome, Start, Want};
use standfast::model::Scenario;
use standfast::model::instrument::InstrumentSet;
use standfast::model::tree::Path;
use standfast_math::{LANES, Lanes};
use toml::{Table, Value};

/// Sums of up to some hundred terms near 1, in another order.
const REORDERED: f64 = 1e-12;

fn read(text: &str) -> Scenario {
    Case::from_text("generated", text).unwrap_or_else(|refused| panic!("{refused:#?}\n{text}")).scenario
}

/// Eight draws in which every uncertain number stands at the same quantile: they do not depend on
/// the order in which the case lists its numbers.
fn draws(scenario: &Scenario) -> Draws {
    Draws::new(scenario, |lane, _| (lane as f64 + 0.5) / LANES as f64)
}

fn solve(scenario: &Scenario, set: InstrumentSet, start: Start) -> Outcome {
    Batch::new(scenario, draws(scenario)).solve(set, start, Want::Everything)
}

/// Packages of a generated case: nothing, and the largest that can be agreed from the first
/// instrument on, and from the last.
fn packages(scenario: &Scenario) -> Vec<InstrumentSet> {
    let grow = |order: &mut dyn Iterator<Item = usize>| {
        order.fold(InstrumentSet::EMPTY, |set, i| if can_be_agreed(scenario, set.with(i)) { set.with(i) } else { set })
    };
    let count = scenario.instruments.len();
    let mut sets = vec![InstrumentSet::EMPTY, grow(&mut (0..count)), grow(&mut (0..count).rev())];
    sets.sort();
    sets.dedup();
    sets
}

fn can_be_agreed(scenario: &Scenario, set: InstrumentSet) -> bool {
    standfast::model::package::conflicts(set, &scenario.instruments, &Path::default()).is_empty()
}

/// The chances that the parties sign, smallest first in every draw, and that all do.
fn signatures(scenario: &Scenario, set: InstrumentSet) -> Vec<Lanes> {
    let batch = Batch::new(scenario, draws(scenario));
    let solve = |set, start| batch.solve(set, start, Want::Everything);
    let outside = |alternative| Rc::new(OutsideOption::of(&solve(alternative, Start::War)));
    let consent = consent(&batch, set, &[], &solve(set, Start::Peace), outside);
    let mut all = vec![consent.concluded; consent.parties.len() + 1];
    for lane in 0..LANES {
        let mut each: Vec<f64> = consent.parties.iter().map(|(_, p)| p.0[lane]).collect();
        each.sort_by(f64::total_cmp);
        each.iter().enumerate().for_each(|(i, p)| all[i].0[lane] = *p);
    }
    all
}

fn close(ours: Lanes, theirs: Lanes, what: &str) -> Result<(), TestCaseError> {
    for lane in 0..LANES {
        let (a, b) = (ours.0[lane], theirs.0[lane]);
        prop_assert!((a - b).abs() <= REORDERED || a.is_nan() && b.is_nan(), "{}: {} against {}", what, a, b);
    }
    Ok(())
}

fn all_close(ours: &[Lanes], theirs: &[Lanes], what: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(ours.len(), theirs.len(), "{}", what);
    ours.iter().zip(theirs).try_for_each(|(a, b)| close(*a, *b, what))
}

/// What was at war at the start, with what has begun, is what has ended and what is still at war.
fn wars_add_up(wars: &Wars, start: Start) -> Result<(), TestCaseError> {
    let mut at_war = if start == Start::War { Lanes::ONE } else { Lanes::ZERO };
    for year in 0..wars.begun.len() {
        let ended = wars.conquered[year] + wars.settled[year] + wars.repelled[year];
        for mass in [wars.begun[year], wars.conquered[year], wars.settled[year], wars.repelled[year]] {
            prop_assert!(mass.0.iter().all(|mass| (0.0..=1.0).contains(mass)), "a mass of wars is {:?}", mass);
        }
        at_war = at_war + wars.begun[year] - ended;
        close(at_war, wars.at_war[year], "at war")?;
    }
    Ok(())
}

fn series(first: &FirstPassage) -> [&[Lanes]; 6] {
    [&first.intact, &first.quiet, &first.war_hazard, &first.limited_hazard, &first.capture_hazard, &first.first_limited]
}

/// Everything but what belongs to single guarantors.
fn same_course(ours: &Outcome, theirs: &Outcome) -> Result<(), TestCaseError> {
    close(ours.value[0], theirs.value[0], "value of the challenger")?;
    close(ours.value[1], theirs.value[1], "value of the protégé")?;
    let (a, b) = (ours.histories.as_ref().expect("wanted"), theirs.histories.as_ref().expect("wanted"));
    all_close(&a.lost, &b.lost, "lost")?;
    all_close(&a.at_peace, &b.at_peace, "at_peace")?;
    all_close(&a.coerced, &b.coerced, "coerced")?;
    let wars =
        |wars: &Wars| [&wars.begun, &wars.conquered, &wars.settled, &wars.repelled, &wars.at_war].map(Clone::clone);
    for (a, b) in wars(&a.wars).iter().zip(&wars(&b.wars)) {
        all_close(a, b, "wars")?;
    }
    if let (Some(a), Some(b)) = (&ours.first_passage, &theirs.first_passage) {
        for (a, b) in series(a).into_iter().zip(series(b)) {
            all_close(a, b, "first passage")?;
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, rng_seed: RngSeed::Fixed(2025), ..ProptestConfig::default() })]

    /// Mass stays 1, probabilities lie in [0, 1], intact and quiet fall, quiet lies under intact.
    #[test]
    fn probabilities_are_probabilities(seed: u64) {
        /// Rounding of sums of masses.
        const ROUNDING: f64 = 1e-12;
        let scenario = read(&scenarios::scenario(seed));
        for set in packages(&scenario) {
            for start in [Start::Peace, Start::War] {
                let outcome = solve(&scenario, set, start);
                let histories = outcome.histories.as_ref().expect("wanted");
                close(histories.mass, Lanes::ONE, "mass")?;
                let mut probabilities: Vec<Lanes> = Vec::new();
                probabilities.extend(histories.lost.iter().chain(&histories.at_peace).chain(&histories.coerced));
                for lane in 0..LANES {
                    prop_assert!(histories.lost.is_sorted_by(|a, b| a.0[lane] <= b.0[lane]), "lost rises");
                }
                wars_add_up(&histories.wars, start)?;
                probabilities.extend(&histories.wars.at_war);
                if let Some(first) = &outcome.first_passage {
                    series(first).into_iter().for_each(|series| probabilities.extend(series));
                    for lane in 0..LANES {
                        prop_assert!(first.intact.is_sorted_by(|a, b| a.0[lane] >= b.0[lane]), "intact falls");
                        let pairs = first.intact.iter().zip(&first.quiet);
                        prop_assert!(pairs.clone().all(|(i, q)| q.0[lane] <= i.0[lane] + ROUNDING));
                    }
                    for year in first.if_invaded.iter().chain(&first.if_limited) {
                        for each in &year.probabilities {
                            let total = each[0] + each[1] + each[2];
                            prop_assert!(total.0.iter().all(|t| t.is_nan() || (t - 1.0).abs() <= ROUNDING));
                            probabilities.extend(each);
                        }
                    }
                }
                let inside = |p: &f64| p.is_nan() || (-ROUNDING..=1.0 + ROUNDING).contains(p);
                prop_assert!(probabilities.iter().all(|p| p.0.iter().all(inside)));
            }
        }
    }

    /// Other names and another order of actors, factors and instruments permute the results.
    #[test]
    fn names_and_order_do_not_matter(seed: u64) {
        let text = scenarios::scenario(seed);
        let table: Table = text.parse().expect("generated cases are TOML");
        let turned = read(&relabel(&table).to_string());
        let scenario = read(&text);
        for set in packages(&scenario) {
            let renamed: InstrumentSet = scenario
                .ids(set)
                .into_iter()
                .map(|id| turned.instrument(&format!("x_{id}")).expect("the same instruments"))
                .collect();
            let (ours, theirs) = (signatures(&scenario, set), signatures(&turned, renamed));
            ours.iter().zip(&theirs).try_for_each(|(a, b)| close(*a, *b, "signatures"))?;
            for start in [Start::Peace, Start::War] {
                let (ours, theirs) = (solve(&scenario, set, start), solve(&turned, renamed, start));
                same_course(&ours, &theirs)?;
                let n = scenario.actors.guarantors.len();
                for i in 0..n {
                    close(ours.value[2 + i], theirs.value[2 + n - 1 - i], "value of a guarantor")?;
                }
                if let (Some(a), Some(b)) = (&ours.first_passage, &theirs.first_passage) {
                    let responses = |first: &FirstPassage| [first.if_invaded.clone(), first.if_limited.clone()].concat();
                    for (a, b) in responses(a).iter().zip(&responses(b)) {
                        close(a.nobody_intervenes, b.nobody_intervenes, "nobody intervenes")?;
                        for i in 0..n {
                            all_close(&a.probabilities[i], &b.probabilities[n - 1 - i], "response")?;
                        }
                    }
                }
            }
        }
    }

    /// Effects of 0 and instruments that never come into force change nothing.
    #[test]
    fn what_does_nothing_changes_nothing(seed: u64) {
        let text = scenarios::scenario(seed);
        let scenario = read(&text);
        let table: Table = text.parse().expect("generated cases are TOML");
        let idle = read(&with_idle_parts(&table).to_string());
        let (never, nought) = (idle.instrument("never").expect("added"), idle.instrument("nought").expect("added"));
        for set in packages(&scenario) {
            let again: InstrumentSet =
                scenario.ids(set).into_iter().map(|id| idle.instrument(id).expect("the same")).collect();
            for start in [Start::Peace, Start::War] {
                let theirs = solve(&idle, again.with(never).with(nought), start);
                let ours = solve(&scenario, set, start);
                same_course(&ours, &theirs)?;
                all_close(&ours.value, &theirs.value, "values")?;
            }
        }
    }

    /// Guarantors whose help has no strength and costs the challenger nothing, and who have promised
    /// nothing, are as good as none.
    #[test]
    fn powerless_guarantors_are_none(seed: u64) {
        let table: Table = scenarios::scenario(seed).parse().expect("generated cases are TOML");
        let (powerless, none) = (read(&powerless(&table).to_string()), read(&without_guarantors(&table).to_string()));
        for start in [Start::Peace, Start::War] {
            let ours = solve(&powerless, InstrumentSet::EMPTY, start);
            let theirs = solve(&none, InstrumentSet::EMPTY, start);
            same_course(&ours, &theirs)?;
        }
    }
}

fn ids(table: &Table) -> Vec<String> {
    let keys = |name: &str| {
        table.get(name).and_then(Value::as_table).map_or_else(Vec::new, |t| t.keys().cloned().collect::<Vec<_>>())
    };
    let actors = table["actors"].as_table().expect("actors");
    let texts = |value: &Value| match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let mut ids: Vec<String> = actors.values().flat_map(texts).collect();
    ids.extend(keys("factors"));
    ids.extend(keys("instruments"));
    ids
}

/// The case with every id renamed and every table and list of them turned around.
fn relabel(table: &Table) -> Table {
    let ids = ids(table);
    let rename = |word: &str| {
        let (owner, rest) = word.split_once('.').map_or((word, ""), |(owner, _)| (owner, &word[owner.len()..]));
        if ids.iter().any(|id| id == owner) { format!("x_{owner}{rest}") } else { word.to_owned() }
    };
    fn turn(value: &Value, key: &str, rename: &dyn Fn(&str) -> String) -> Value {
        match value {
            // A distribution has parameters, whatever they are called.
            Value::Table(table) if table.contains_key("dist") => value.clone(),
            // Levels are words of their own, and ordered; so is an initial distribution.
            Value::Array(_) if key == "levels" || key == "initial" => value.clone(),
            Value::String(text) if !["title", "id", "about", "says"].contains(&key) => Value::String(rename(text)),
            Value::Array(items) => Value::Array(items.iter().rev().map(|item| turn(item, key, rename)).collect()),
            Value::Table(table) => {
                Value::Table(table.iter().rev().map(|(key, value)| (rename(key), turn(value, key, rename))).collect())
            }
            other => other.clone(),
        }
    }
    match turn(&Value::Table(table.clone()), "", &rename) {
        Value::Table(table) => table,
        other => unreachable!("a table turns into a table, not {other}"),
    }
}

fn instruments(table: &mut Table) -> &mut Table {
    let entry = table.entry("instruments").or_insert_with(|| Value::Table(Table::new()));
    entry.as_table_mut().expect("instruments is a table")
}

fn with_idle_parts(table: &Table) -> Table {
    let mut table = table.clone();
    let never: Table = "lead_time = 500\neffects = [{ on = \"protege.strength\", add = 2 }]".parse().expect("TOML");
    let nought: Table =
        "effects = [{ on = \"challenger.prize\", add = 0 }, { on = \"limited.cost\", add = 0 }]".parse().expect("TOML");
    instruments(&mut table).insert("never".to_owned(), Value::Table(never));
    instruments(&mut table).insert("nought".to_owned(), Value::Table(nought));
    table
}

fn guarantors(table: &Table) -> Vec<String> {
    let list = table["actors"].get("guarantors").and_then(Value::as_array);
    list.map_or_else(Vec::new, |list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The case without instruments, packages and all effects on guarantors.
fn bare(table: &Table) -> Table {
    let (mut bare, guarantors) = (table.clone(), guarantors(table));
    bare.remove("instruments");
    bare.remove("packages");
    bare.remove("stresses");
    let of_guarantor = |on: &str| guarantors.iter().any(|id| on.split('.').next() == Some(id.as_str()));
    if let Some(effects) = bare.get_mut("effect").and_then(Value::as_array_mut) {
        effects.retain(|effect| {
            let when = effect.get("when");
            let by_instrument = when.is_some_and(|when| when.get("with").or(when.get("without")).is_some());
            !by_instrument && !of_guarantor(effect["on"].as_str().expect("a primitive"))
        });
    }
    if let Some(primitives) = bare.get_mut("primitives").and_then(Value::as_table_mut) {
        guarantors.iter().for_each(|id| drop(primitives.remove(id)));
    }
    bare
}

fn powerless(table: &Table) -> Table {
    let mut powerless = bare(table);
    let entry = powerless.entry("primitives").or_insert_with(|| Value::Table(Table::new()));
    let primitives = entry.as_table_mut().expect("primitives is a table");
    for id in guarantors(table) {
        let nothing = "supply_strength = 0\nintervention_strength = 0\nescalation = 0\nsanction = 0";
        primitives.insert(id, Value::Table(nothing.parse().expect("TOML")));
    }
    powerless
}

fn without_guarantors(table: &Table) -> Table {
    let mut none = bare(table);
    none["actors"].as_table_mut().expect("actors").remove("guarantors");
    none
}
