//! Every number of the golden files (`validation/golden`), to 1e-9.

#![allow(clippy::disallowed_methods, reason = "tests read fixtures")]

use serde_json::Value;
use standfast::Case;
use standfast::game::Start;
use standfast::solve::solve;

/// Required of every number: two independent solvers agree to this.
const TOLERANCE: f64 = 1e-9;

fn read(name: &str) -> String {
    let path = format!("{}/../../validation/golden/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("the fixture {path} is missing: {error}"))
}

/// Compares all numbers of the golden result; ours may hold more.
fn compare(golden: &Value, ours: &Value, place: &str, compared: &mut usize) {
    match (golden, ours) {
        (Value::Object(golden), Value::Object(ours)) => {
            for (key, golden) in golden {
                let ours = ours.get(key).unwrap_or_else(|| panic!("{place}.{key} is missing"));
                compare(golden, ours, &format!("{place}.{key}"), compared);
            }
        }
        (Value::Array(golden), Value::Array(ours)) => {
            assert_eq!(golden.len(), ours.len(), "length of {place}");
            for (i, (golden, ours)) in golden.iter().zip(ours).enumerate() {
                compare(golden, ours, &format!("{place}[{i}]"), compared);
            }
        }
        (Value::Number(golden), Value::Number(ours)) => {
            let (golden, ours) = (golden.as_f64().expect("a number"), ours.as_f64().expect("a number"));
            assert!((golden - ours).abs() <= TOLERANCE, "{place}: {ours} against {golden}");
            *compared += 1;
        }
        _ => assert_eq!(golden, ours, "{place}"),
    }
}

fn check(name: &str, numbers: usize) {
    let case = Case::from_text(name, &read(&format!("{name}.toml"))).unwrap_or_else(|refused| panic!("{refused:#?}"));
    let golden: Value = serde_json::from_str(&read(&format!("{name}.json"))).expect("golden files are JSON");
    let results = golden["results"].as_array().expect("results");
    let packages: Vec<_> = results
        .iter()
        .map(|result| {
            let ids = result["package"].as_array().expect("a list of ids");
            let id = |id: &Value| case.scenario.instrument(id.as_str().expect("an id")).expect("an instrument");
            let start = if result["start"] == "war" { Start::War } else { Start::Peace };
            (ids.iter().map(id).collect(), start)
        })
        .collect();
    let mut ours = serde_json::to_value(solve(&case, &packages)).expect("solutions are JSON");
    // The golden files list instruments as they were asked for, we in the order of the case.
    for (ours, golden) in ours["results"].as_array_mut().expect("results").iter_mut().zip(results) {
        ours["package"] = golden["package"].clone();
        assert_eq!(ours["equilibrium"]["converged"], true);
    }
    let mut compared = 0;
    compare(&golden, &ours, name, &mut compared);
    assert_eq!(compared, numbers, "numbers compared");
}

#[test]
fn tiny() {
    check("tiny", 2_865);
}

#[test]
fn corners() {
    check("corners", 2_170);
}

#[test]
fn coalition() {
    check("coalition", 7_313);
}

#[test]
fn ukraine_draft() {
    check("ukraine-2025-draft", 15_314);
}
