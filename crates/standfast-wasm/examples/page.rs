//! Writes what a page has beside the engine into a folder: the words of each language, the bundled cases with the works
//! that they cite, and the answer that it opens with.

#![allow(clippy::disallowed_methods, reason = "a program that writes files")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;
use serde_json::{Value, json};
use standfast::cases::CASES;
use standfast::ensemble::Design;
use standfast::{Depth, EmbeddedCase, Selection, Study};
use standfast_report::citations::{Emphasis, citation};
use standfast_report::{Catalogue, Language};
use standfast_wasm::Engine;

/// What the page opens with: the package that was on offer, and no guarantee beside it.
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
    let answered = parts(&PACKAGES, DRAWS);
    let case = EmbeddedCase::DEFAULT.read();
    let presets: Vec<&str> = case.scenario.packages.iter().map(|package| package.id.as_str()).collect();
    let compared = parts(&presets, DRAWS_OF_PRESETS);
    for language in Language::ALL {
        let words = language.files().join("\n");
        for (narrow, form) in [(false, "wide"), (true, "narrow")] {
            let stored = stored(language, &words, narrow, &answered, &compared);
            write(format!("stored/{}.{form}.json", language.code()), stored.to_string());
        }
        write(format!("words/{}.ftl", language.code()), words);
    }
}

/// Packages in so many draws, with the one without instruments, as the page's workers would solve them.
fn parts(packages: &[&str], draws: usize) -> Vec<u8> {
    let case = EmbeddedCase::DEFAULT.read();
    let design = Design::Sobol { seed: SEED, draws };
    let study = Study { design, ..Study::of(&case) };
    let named = |name: &&str| Selection::parse(&case.scenario, name).expect("a package of the case");
    let mut selections: Vec<Selection> = packages.iter().map(named).collect();
    if !packages.contains(&"nothing") {
        selections.push(Selection::nothing(&case.scenario));
    }
    let each = (0..design.batches()).flat_map(|batch| selections.iter().map(move |package| (package, batch)));
    let each: Vec<(&Selection, usize)> = each.collect();
    let bytes = |&(package, batch): &(&Selection, usize)| {
        postcard::to_allocvec(&study.part(package, batch, Depth::Whole)).expect("parts can be written")
    };
    each.par_iter().map(bytes).collect::<Vec<_>>().concat()
}

/// The answer that the page opens with, from parts of its packages and of all presets.
fn stored(language: Language, words: &str, narrow: bool, answered: &[u8], compared: &[u8]) -> Value {
    let mut engine = Engine::default();
    let mut ask = |request: Value, parts: &[u8]| -> Value {
        let mut request = request.to_string().into_bytes();
        if !parts.is_empty() {
            request.push(0);
            request.extend(parts);
        }
        let mut answer: Value = serde_json::from_slice(&engine.answer(&request)).expect("answers are JSON");
        assert!(answer.get("found").is_some(), "{answer}");
        answer["found"].take()
    };
    let case = EmbeddedCase::DEFAULT;
    ask(json!({ "ask": "words", "language": language.code(), "text": words }), &[]);
    let outline = ask(json!({ "ask": "open", "text": case.text }), &[]);
    let gather = |packages: &[&str], draws: usize| json!({ "ask": "gather", "packages": packages, "seed": SEED, "draws": draws, "narrow": narrow });
    let mut said = ask(gather(&PACKAGES, DRAWS), answered);
    let mut presets = ask(gather(&[], DRAWS_OF_PRESETS), compared)["findings"].take();
    // Year by year stands in the figures.
    for found in [&mut said["findings"], &mut presets] {
        let packages = found["packages"].as_array_mut().expect("packages");
        packages.iter_mut().filter_map(Value::as_object_mut).for_each(|package| drop(package.remove("series")));
    }
    let [package, ghost] = PACKAGES;
    let study = json!({ "case": { "id": case.id }, "packages": [package], "ghosts": [ghost], "seed": SEED });
    json!({ "outline": outline, "draws": DRAWS, "study": study, "said": said, "presets": presets })
}
