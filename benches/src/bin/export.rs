//! Writes a package of the default case, drawn and tabulated, with our results: `export [PACKAGE] [DRAWS]`.
//!
//! A solver in another language reads the text (JSON) and needs nothing else of ours: `benches/peers` has
//! one. Grids are row-major in the order of the case's factors, the first factor slowest, whatever
//! order the engine keeps them in.

#![allow(clippy::print_stdout, reason = "a program that writes a file for others")]

use serde_json::{Map, Value, json};
use standfast_benches::{PACKAGE, batch, package, ukraine};
use standfast_game::field::Field;
use standfast_game::in_force::InForce;
use standfast_game::outcome::{Histories, YearResponse};
use standfast_game::space::Space;
use standfast_game::world::after_war;
use standfast_game::{Batch, Outcome, Start, Want};
use standfast_math::{LANES, Lanes};
use standfast_model::Scenario;
use standfast_model::primitive::{Context, Kind};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let id = arguments.next().unwrap_or_else(|| PACKAGE.to_owned());
    let draws: usize = arguments.next().map_or(16, |text| text.parse().expect("a number of draws"));
    println!("{}", export(&ukraine().scenario, &id, draws));
}

/// A package of a case in the first draws of the benchmarks.
///
/// # Panics
/// If a war would cancel a part of the package: it would then lead to another world.
fn export(scenario: &Scenario, id: &str, draws: usize) -> Value {
    let set = package(scenario, id);
    let years = scenario.horizon + scenario.tail;
    assert!(
        (0..years).all(|year| after_war(scenario, set, year) == set),
        "a war would cancel a part of {id}: choose a package without instruments that a war aborts"
    );
    let batches: Vec<Batch<'_>> = (0..draws.div_ceil(LANES)).map(|index| batch(scenario, index)).collect();
    let all: Vec<(usize, usize)> = (0..draws).map(|draw| (draw / LANES, draw % LANES)).collect();

    let mut eras: Vec<InForce> = Vec::new();
    let era_of_year: Vec<usize> = (0..years)
        .map(|year| {
            let in_force = InForce::at(scenario, set, year);
            eras.iter().position(|known| *known == in_force).unwrap_or_else(|| {
                eras.push(in_force);
                eras.len() - 1
            })
        })
        .collect();
    let outcomes: Vec<Outcome> = batches.iter().map(|batch| batch.solve(set, Start::Peace, Want::Everything)).collect();
    let levels: Vec<usize> = scenario.factors.iter().map(|factor| factor.levels.len()).collect();
    json!({
        "case": scenario.id,
        "package": id,
        "horizon": scenario.horizon,
        "tail": scenario.tail,
        "levels": levels,
        "initial": scenario.factors.iter().map(|factor| factor.initial.clone()).collect::<Vec<_>>(),
        "exhausted_by_war": scenario.exhausted_by_war,
        "guarantors": scenario.actors.guarantors.len(),
        "discount": all.iter().map(|&(batch, lane)| batches[batch].discount.0[lane]).collect::<Vec<_>>(),
        "era_of_year": era_of_year,
        "eras": eras.iter().map(|era| era_tables(scenario, &batches, &all, era)).collect::<Vec<_>>(),
        "results": all.iter().map(|&(batch, lane)| results(&outcomes[batch], lane)).collect::<Vec<_>>(),
    })
}

/// Every primitive in every context in which it is read, with the body's share of the audience costs and
/// the members of the body.
fn era_tables(scenario: &Scenario, batches: &[Batch<'_>], all: &[(usize, usize)], era: &InForce) -> Value {
    let tables = |make: &dyn Fn(&Batch<'_>) -> Field| {
        let fields: Vec<Field> = batches.iter().map(make).collect();
        let draw = |&(batch, lane): &(usize, usize)| in_case_order(&batches[batch].space, &fields[batch], lane);
        json!({
            "factors": fields[0].factors.iter().collect::<Vec<_>>(),
            "values": all.iter().map(draw).collect::<Vec<_>>(),
        })
    };
    let mut primitives = Map::new();
    for &kind in Kind::ALL {
        for owner in 0..kind.owners(&scenario.actors, scenario.factors.len()) {
            for &context in kind.spec().read {
                let name = format!("{}@{}", scenario.primitive_name(kind.of(owner)), context.word());
                let make = |batch: &Batch<'_>| batch.tabulator(era).primitive(kind.of(owner), context);
                primitives.insert(name, tables(&make));
            }
        }
    }
    let body = era.body.map(|body| {
        let members = scenario.instruments[body].consensus.clone().unwrap_or_default();
        let own = |guarantor: usize| {
            tables(&|batch| batch.tabulator(era).of_instrument(body, Kind::AudienceCost.of(guarantor), Context::War))
        };
        let block = |&member: &usize| scenario.primitive_name(Kind::Block.of(member));
        json!({
            "members": members.iter().map(block).collect::<Vec<_>>(),
            "audience_cost": (0..scenario.actors.guarantors.len()).map(own).collect::<Vec<_>>(),
        })
    });
    json!({ "primitives": primitives, "body": body })
}

/// One draw of a field, row-major in the order of the case's factors.
fn in_case_order(space: &Space, field: &Field, lane: usize) -> Vec<f64> {
    let mut values = vec![f64::NAN; field.values.len()];
    for (point, value) in field.values.iter().enumerate() {
        let place = field
            .factors
            .iter()
            .fold(0, |place, factor| place * space.levels(factor) + space.level_at(field.factors, point, factor));
        values[place] = value.0[lane];
    }
    values
}

/// Our results in one draw.
fn results(outcome: &Outcome, lane: usize) -> Value {
    let series = |values: &[Lanes]| values.iter().map(|value| value.0[lane]).collect::<Vec<f64>>();
    let responses = |years: &[YearResponse]| {
        let year = |year: &YearResponse| {
            let each = year.probabilities.iter().flatten().chain([&year.nobody_intervenes, &year.weight]);
            each.map(|value| value.0[lane]).collect::<Vec<f64>>()
        };
        years.iter().map(year).collect::<Vec<_>>()
    };
    let first = outcome.first_passage.as_ref().expect("a solve from peace has a first passage");
    let Histories { lost, at_peace, coerced, wars, .. } =
        outcome.histories.as_ref().expect("a solve of everything has histories");
    json!({
        "value": series(&outcome.value),
        "intact": series(&first.intact),
        "quiet": series(&first.quiet),
        "war_hazard": series(&first.war_hazard),
        "limited_hazard": series(&first.limited_hazard),
        "capture_hazard": series(&first.capture_hazard),
        "first_limited": series(&first.first_limited),
        "if_invaded": responses(&first.if_invaded),
        "if_limited": responses(&first.if_limited),
        "lost": series(lost),
        "at_peace": series(at_peace),
        "coerced": series(coerced),
        "begun": series(&wars.begun),
        "conquered": series(&wars.conquered),
        "settled": series(&wars.settled),
        "repelled": series(&wars.repelled),
        "at_war": series(&wars.at_war),
        "unconverged": outcome.diagnosis.unconverged.0[lane],
        "marked": outcome.diagnosis.marked.0[lane],
        "equilibria": outcome.diagnosis.equilibria,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_is_complete() {
        let case = ukraine();
        let scenario = &case.scenario;
        let text = export(scenario, "nothing", 2);
        let counted = |value: &Value| value.as_array().expect("an array").len();
        assert_eq!(counted(&text["era_of_year"]), scenario.horizon + scenario.tail);
        assert_eq!(counted(&text["discount"]), 2);
        let primitives = text["eras"][0]["primitives"].as_object().expect("a table");
        assert!(primitives.contains_key("contest.decisiveness@war"), "primitives go by name and context");
        for (name, table) in primitives {
            let factors = table["factors"].as_array().expect("positions of factors");
            let level_count =
                |factor: &Value| scenario.factors[factor.as_u64().expect("a position") as usize].levels.len();
            let points: usize = factors.iter().map(level_count).product();
            let draws = table["values"].as_array().expect("one entry a draw");
            assert!(draws.iter().all(|draw| counted(draw) == points && !draw.to_string().contains("null")), "{name}");
        }
        for result in text["results"].as_array().expect("one entry a draw") {
            assert_eq!(counted(&result["value"]), scenario.parties());
            assert_eq!(counted(&result["intact"]), scenario.horizon + 1);
            let last = result["intact"][scenario.horizon].as_f64().expect("a share");
            assert!(last > 0.0 && last < 1.0, "{last}");
        }
    }

    /// A grid that the engine may keep in any order comes out row-major, the first factor slowest.
    #[test]
    fn grids_are_in_the_order_of_the_case() {
        let case = ukraine();
        let batch = batch(&case.scenario, 0);
        let factors: standfast_model::parents::FactorSet = [1, 4].into_iter().collect();
        let level = |point: usize, factor: usize| batch.space.level_at(factors, point, factor);
        let value = |point: usize| Lanes::splat((10 * level(point, 1) + level(point, 4)) as f64);
        let field = Field { factors, values: (0..batch.space.points(factors)).map(value).collect() };
        let expected = [0.0, 1.0, 2.0, 10.0, 11.0, 12.0, 20.0, 21.0, 22.0];
        assert_eq!(in_case_order(&batch.space, &field, 3), expected);
    }
}
