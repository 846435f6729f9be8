//! What the module answers is what the facade finds, or why it cannot be answered.

use serde_json::{Value, json};
use standfast::ensemble::Design;
use standfast::game::Start;
use standfast::solve::solve;
use standfast::{EmbeddedCase, Selection, Study};
use standfast_wasm::answer;

fn ask(request: &Value) -> Value {
    serde_json::from_str(&answer(&request.to_string())).expect("answers are JSON")
}

#[test]
fn answers_are_the_findings_of_the_facade() {
    let case = EmbeddedCase::find("korea-1953").expect("bundled").read();
    let package = Selection::parse(&case.scenario, "treaty_alone").expect("a preset");
    let study = Study { design: Design::Sobol { seed: 3, draws: 16 }, years: vec![10], ..Study::of(&case) };
    let study = Study { packages: vec![package.clone()], ..study };
    let found = serde_json::to_value(study.run(&()).expect("nobody cancels")).expect("JSON");
    let request = json!({ "ask": "assess", "case": { "id": "korea-1953" }, "packages": ["treaty_alone"],
        "seed": 3, "draws": 16, "years": [10] });
    assert_eq!(ask(&request), json!({ "found": found }));
    let solved = serde_json::to_value(solve(&case, &[(package.set, Start::Peace)])).expect("JSON");
    let request = json!({ "ask": "solve", "case": { "id": "korea-1953" }, "packages": ["treaty_alone"] });
    assert_eq!(ask(&request), json!({ "found": solved }));
}

#[test]
fn what_cannot_be_answered_says_why() {
    let assess = |case: Value, draws: usize, years: usize, package: &str| json!({ "ask": "assess", "case": case, "packages": [package], "seed": 1, "draws": draws, "years": [years] });
    let hazard = || json!({ "id": "textbook-hazard" });
    let cases = [
        (json!({ "ask": "weather" }), "bad_request"),
        (assess(json!({ "id": "atlantis" }), 8, 5, "nothing"), "unknown_case"),
        (assess(json!({ "text": "standfast = 1" }), 8, 5, "nothing"), "refused"),
        (assess(hazard(), 8, 5, "no_such_package"), "refused"),
        (assess(hazard(), 0, 5, "nothing"), "out_of_bounds"),
        (assess(hazard(), 8, 10_000, "nothing"), "out_of_bounds"),
    ];
    for (request, because) in cases {
        assert_eq!(ask(&request)["failed"]["because"], because, "{request}");
    }
}
