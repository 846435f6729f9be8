//! Writes what a page has beside the engine into a folder: the words of each language, the bundled cases with the works
//! that they cite, and the answer that it opens with.

#![allow(clippy::disallowed_methods, reason = "a program that writes files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use standfast::EmbeddedCase;
use standfast::cases::CASES;
use standfast_report::citations::{Emphasis, citation};
use standfast_report::{Catalogue, Language};
use standfast_wasm::Engine;

/// What the page opens with: the package that was on offer, with no guarantee as its ghost.
const PACKAGES: [&str; 2] = ["european_offer", "nothing"];
const SEED: u64 = 2025;
/// As many as the page would take.
const DRAWS: usize = 256;
/// Of every preset, for the guided story.
const DRAWS_OF_PRESETS: usize = 128;

fn main() {
    let folder = std::env::args().nth(1).expect("the folder to write into");
    let folder = Path::new(&folder);
    for sub in ["words", "cases", "stored"] {
        fs::create_dir_all(folder.join(sub)).expect("a folder that can be made");
    }
    let write = |name: String, text: String| fs::write(folder.join(&name), text).expect("a file that can be written");
    let mut names = Vec::new();
    for case in CASES {
        let read = case.read();
        let title = &read.scenario.title;
        names.push(json!({ "id": case.id, "name": { "en": title.en, "uk": title.uk.as_ref().unwrap_or(&title.en) } }));
        write(format!("cases/{}.toml", case.id), case.text.to_owned());
        // Titles of works are what they are in every language.
        let catalogue = Catalogue::new(Language::En);
        let sources = read.scenario.evidence.iter().filter_map(|evidence| evidence.source.as_deref());
        let works = sources.filter_map(|source| read.bibliography()?.find(source));
        let cited: BTreeMap<&str, String> =
            works.map(|work| (work.key.as_str(), citation(&catalogue, work, Emphasis::Plain))).collect();
        write(format!("cases/{}.json", case.id), json!(cited).to_string());
    }
    write("cases/index.json".to_owned(), json!(names).to_string());
    for language in Language::ALL {
        let words = language.files().join("\n");
        write(format!("stored/{}.json", language.code()), stored(language, &words).to_string());
        write(format!("words/{}.ftl", language.code()), words);
    }
}

/// The answer that the page opens with.
fn stored(language: Language, words: &str) -> Value {
    let mut engine = Engine::default();
    let mut ask = |request: Value| -> Value {
        let answer = engine.answer(request.to_string().as_bytes());
        let mut answer: Value = serde_json::from_slice(&answer).expect("answers are JSON");
        assert!(answer.get("found").is_some(), "{answer}");
        answer["found"].take()
    };
    let case = EmbeddedCase::DEFAULT;
    ask(json!({ "ask": "words", "language": language.code(), "text": words }));
    let outline = ask(json!({ "ask": "open", "text": case.text }));
    let assess = |packages: &[&str], draws: usize| json!({ "ask": "assess", "packages": packages, "seed": SEED, "draws": draws });
    let mut said = ask(assess(&PACKAGES, DRAWS));
    let mut presets = ask(assess(&[], DRAWS_OF_PRESETS))["findings"].take();
    // Year by year stands in the figures.
    for found in [&mut said["findings"], &mut presets] {
        let packages = found["packages"].as_array_mut().expect("packages");
        packages.iter_mut().filter_map(Value::as_object_mut).for_each(|package| drop(package.remove("series")));
    }
    let study = json!({ "case": { "id": case.id }, "packages": PACKAGES, "seed": SEED });
    json!({ "outline": outline, "draws": DRAWS, "study": study, "said": said, "presets": presets })
}
