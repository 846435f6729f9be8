//! What the module answers is what the facade finds, or why it cannot be answered.

use serde_json::{Value, json};
use standfast::cases::EmbeddedCase;
use standfast::ensemble::Design;
use standfast::game::Start;
use standfast::solve::solve;
use standfast::{Case, Selection, Study};
use standfast_report::Language;
use standfast_wasm::Engine;

fn ask(engine: &mut Engine, request: &Value) -> Value {
    serde_json::from_slice(&engine.answer(request.to_string().as_bytes())).expect("answers are JSON")
}

fn in_words(language: Language) -> Engine {
    let mut engine = Engine::default();
    let words = json!({ "ask": "words", "language": language.code(), "text": language.files().join("\n") });
    assert_eq!(ask(&mut engine, &words), json!({ "found": language.code() }));
    engine
}

fn open(id: &str) -> (Engine, Case) {
    let case = EmbeddedCase::find(id).expect("bundled");
    let mut engine = in_words(Language::Uk);
    let outline = ask(&mut engine, &json!({ "ask": "open", "text": case.text }));
    assert_eq!(outline["found"]["id"], id);
    (engine, case.read())
}

#[test]
fn answers_are_the_findings_of_the_facade() {
    let (mut engine, case) = open("korea-1953");
    let package = Selection::parse(&case.scenario, "treaty_alone").expect("a preset");
    let study = Study { design: Design::Sobol { seed: 3, draws: 16 }, years: vec![10], ..Study::of(&case) };
    let study = Study { packages: vec![package.clone()], ..study };
    let found = serde_json::to_value(study.run(&()).expect("nobody cancels")).expect("JSON");
    let request = json!({ "ask": "assess", "packages": ["treaty_alone"], "seed": 3, "draws": 16, "years": [10] });
    let answer = ask(&mut engine, &request);
    assert_eq!(answer["found"]["findings"], found);
    let sentences = answer["found"]["sentences"].as_array().expect("a list");
    assert!(
        sentences[0].as_str().is_some_and(|sentence| sentence.starts_with("З пакетом «Лише договір»")),
        "{sentences:?}"
    );
    let solved = serde_json::to_value(solve(&case, &[(package.set, Start::Peace)])).expect("JSON");
    assert_eq!(ask(&mut engine, &json!({ "ask": "solve", "packages": ["treaty_alone"] })), json!({ "found": solved }));
}

/// The bytes of a part.
fn part(engine: &mut Engine, package: &str, batch: usize, risks_only: bool) -> Vec<u8> {
    let request = json!({ "ask": "part", "package": package, "seed": 3, "batch": batch, "risks_only": risks_only });
    let answer = engine.answer(request.to_string().as_bytes());
    let zero = answer.iter().position(|byte| *byte == 0).expect("bytes after the JSON");
    assert_eq!(&answer[..zero], br#"{"found":"part"}"#);
    answer[zero + 1..].to_vec()
}

/// A study of the pact in sixteen draws.
fn study(ask: &str) -> Value {
    json!({ "ask": ask, "packages": ["pact"], "seed": 3, "draws": 16, "years": [1] })
}

/// The same from parts.
fn gathered(parts: &[Vec<u8>]) -> Value {
    let request = [study("gather").to_string().into_bytes(), vec![0], parts.concat()].concat();
    let (mut engine, _) = open("textbook-one-guarantor");
    serde_json::from_slice::<Value>(&engine.answer(&request)).expect("JSON")
}

/// Two engines solve parts; a third, which has solved nothing, gathers them.
#[test]
fn parts_of_several_engines_are_gathered_by_another() {
    let mut workers = [open("textbook-one-guarantor").0, open("textbook-one-guarantor").0];
    let mut parts: Vec<Vec<u8>> = Vec::new();
    for batch in [1, 0] {
        for package in ["pact", "nothing"] {
            parts.push(part(&mut workers[batch], package, batch, false));
        }
    }
    let (mut engine, _) = open("textbook-one-guarantor");
    let mut whole = ask(&mut engine, &study("assess"));
    whole["found"]["findings"]["basis"]["shares"] = json!([]);
    assert_eq!(gathered(&parts), whole);
    assert_eq!(gathered(&parts[1..])["failed"], json!({ "because": "missing", "package": "pact", "batch": 1 }));
    assert_eq!(gathered(&[vec![7; 40]])["failed"]["because"], "foreign_part");
}

/// Where signatures and the noise floor were not asked for, nothing is said or drawn of them; the rest is the same.
#[test]
fn risks_alone_are_said_without_signatures() {
    let (mut worker, _) = open("textbook-one-guarantor");
    let mut parts = |risks_only: bool| -> Vec<Vec<u8>> {
        let each = [("pact", 0), ("pact", 1), ("nothing", 0), ("nothing", 1)];
        each.map(|(package, batch)| part(&mut worker, package, batch, risks_only)).to_vec()
    };
    let (whole, risks) = (gathered(&parts(false)), gathered(&parts(true)));
    let names = |answer: &Value| -> Vec<String> {
        let figures = answer["found"]["figures"].as_array().expect("figures");
        figures.iter().map(|figure| figure["name"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!((names(&whole), names(&risks)), (list(&["fan", "dots", "signs", "packages"]), list(&["fan", "dots"])));
    assert_eq!(risks["found"]["sentences"][0], whole["found"]["sentences"][0]);
    let pact = |answer: &Value| {
        let packages = answer["found"]["findings"]["packages"].as_array().expect("packages");
        packages.iter().find(|package| package["id"] == "pact").expect("the pact").clone()
    };
    assert_eq!(pact(&risks)["war"], pact(&whole)["war"]);
    assert_eq!((&pact(&risks)["parties"], &pact(&risks)["concluded"]), (&json!([]), &Value::Null));
    assert!(!risks.to_string().contains("null,\"p10\":null"), "no band without numbers");
}

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn every_question_is_answered_in_words() {
    let (mut engine, _) = open("korea-1953");
    let questions = ["why", "break", "claims", "tell", "timeline", "packages"];
    for question in questions {
        let request = json!({ "ask": question, "packages": ["treaty_alone"], "seed": 1, "draws": 8 });
        let answer = ask(&mut engine, &request);
        let sentences = answer["found"]["sentences"].as_array();
        assert!(sentences.is_some_and(|sentences| !sentences.is_empty()), "{question}: {answer}");
    }
    let request = json!({ "ask": "sensitivity", "packages": ["treaty_alone"], "seed": 1, "draws": 8 });
    assert_eq!(ask(&mut engine, &request)["failed"]["because"], "unanswerable");
}

#[test]
fn what_cannot_be_answered_says_why() {
    let assess = |draws: usize, years: usize, package: &str| json!({ "ask": "assess", "packages": [package], "seed": 1, "draws": draws, "years": [years] });
    let because = |engine: &mut Engine, request: &Value| ask(engine, request)["failed"]["because"].clone();
    assert_eq!(because(&mut Engine::default(), &assess(8, 5, "nothing")), "no_words");
    assert_eq!(because(&mut in_words(Language::En), &assess(8, 5, "nothing")), "nothing_open");
    let (mut engine, _) = open("textbook-hazard");
    let cases = [
        (json!({ "ask": "weather" }), "bad_request"),
        (json!({ "ask": "words", "language": "tlh", "text": "" }), "bad_request"),
        (json!({ "ask": "words", "language": "en", "text": "{" }), "bad_request"),
        (json!({ "ask": "open", "text": "standfast = 1" }), "refused"),
        (assess(8, 5, "no_such_package"), "refused"),
        (assess(0, 5, "nothing"), "out_of_bounds"),
        (assess(8, 10_000, "nothing"), "out_of_bounds"),
        (json!({ "ask": "part", "package": "nothing", "seed": 1, "batch": 1 << 20 }), "out_of_bounds"),
        (json!({ "ask": "disagree", "seed": 1, "draws": 8 }), "bad_request"),
    ];
    for (request, expected) in cases {
        assert_eq!(because(&mut engine, &request), expected, "{request}");
    }
}
