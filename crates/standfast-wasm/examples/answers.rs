//! Requests about every case that comes with the engine, and the digests of their answers: what the module has to
//! say in a browser too. `answers requests` prints the requests, a line each; `answers` the digests; `answers time`
//! how long 32 draws of one package take.

#![allow(clippy::print_stdout, reason = "a program that prints")]

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use standfast::cases::CASES;
use standfast_report::Language;
use standfast_wasm::Engine;

/// What is asked beside how packages compare.
const QUESTIONS: [&str; 6] = ["why", "break", "claims", "tell", "timeline", "packages"];
/// Of each package of each case.
const DRAWS: usize = 8;

/// Every series of every preset, at the median and in some draws; each question; and texts with faults.
fn requests() -> Vec<Value> {
    let mut requests = vec![json!({ "ask": "solve", "packages": [] }), words(Language::En)];
    for case in CASES {
        let presets: Vec<String> = case.read().scenario.packages.into_iter().map(|package| package.id).collect();
        requests.push(json!({ "ask": "open", "text": case.text }));
        requests.push(json!({ "ask": "solve", "packages": presets }));
        requests.push(json!({ "ask": "assess", "packages": [], "seed": 7, "draws": DRAWS }));
        let part = |package: &String| json!({ "ask": "part", "package": package, "seed": 7, "batch": 1 });
        requests.extend(presets.last().map(part));
        let risks =
            |package: &String| json!({ "ask": "part", "package": package, "seed": 7, "batch": 0, "risks_only": true });
        requests.extend(presets.last().map(risks));
    }
    requests.push(words(Language::Uk));
    let text = "standfast = 1\n[scenario]\nid = \"Ї\"\nhorizon = 0.5";
    requests.push(json!({ "ask": "check", "text": text }));
    requests.push(json!({ "ask": "assess", "packages": ["atlantis"], "seed": 1, "draws": 8 }));
    let korea = CASES.iter().find(|case| case.id == "korea-1953").map(|case| case.text);
    requests.push(json!({ "ask": "open", "text": korea }));
    let questions = if cfg!(feature = "questions") { &QUESTIONS[..] } else { &[] };
    for ask in questions {
        let packages = if *ask == "packages" { "treaty_alone+sixteen_declaration" } else { "treaty_alone" };
        requests.push(json!({ "ask": ask, "packages": [packages], "seed": 7, "draws": DRAWS, "narrow": true }));
    }
    requests.push(json!("{"));
    requests
}

fn words(language: Language) -> Value {
    json!({ "ask": "words", "language": language.code(), "text": language.files().join("\n") })
}

/// How long 32 draws of one package of the default case take, in milliseconds.
#[allow(clippy::disallowed_methods, reason = "a clock is what this is about")]
fn milliseconds() -> u128 {
    let mut engine = Engine::default();
    let mut ask = |request: Value| engine.answer(request.to_string().as_bytes());
    ask(words(Language::En));
    ask(json!({ "ask": "open", "text": CASES[0].text }));
    let mut part = |batch: usize| ask(json!({ "ask": "part", "package": "porcupine", "seed": 1, "batch": batch }));
    part(4);
    let started = std::time::Instant::now();
    (0..4).for_each(|batch| drop(part(batch)));
    started.elapsed().as_millis()
}

fn main() {
    let wanted = std::env::args().nth(1);
    if wanted.as_deref() == Some("time") {
        println!("{}", milliseconds());
        return;
    }
    let mut engine = Engine::default();
    for request in requests() {
        let request = request.to_string();
        if wanted.as_deref() == Some("requests") {
            println!("{request}");
        } else {
            let digest = Sha256::digest(engine.answer(request.as_bytes()));
            let hex: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            println!("{}", hex.concat());
        }
    }
}
