//! Writes what a page has beside the engine into a folder: the words of each language, the bundled cases with the works
//! that they cite, the answer that it opens with, and answers to the questions that are asked about it. `page FOLDER
//! quick` leaves out those that take minutes.

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
use standfast_wasm::{Engine, Request};

/// What the page opens with: the package that was on offer, and no guarantee beside it.
const PACKAGES: [&str; 2] = ["european_offer", "nothing"];
const SEED: u64 = 2025;
/// As many as the page would take.
const DRAWS: usize = 256;
/// Of every preset, for the guided story.
const DRAWS_OF_PRESETS: usize = 128;

/// Figures for all windows but those of telephones, and for these.
const FORMS: [(bool, &str); 2] = [(false, "wide"), (true, "narrow")];
/// What is asked about the package that the page opens with, and about no package, and in how many draws: as many as
/// the command line would take, or more. Which future of so many is told depends on their number, so it is the page's.
const QUESTIONS: [(&str, usize); 8] = [
    ("why", 128),
    ("break", 32),
    ("sensitivity", 256),
    ("timeline", 128),
    ("claims", 128),
    ("disagree", 128),
    ("tell", 64),
    ("packages", 16),
];
/// What takes minutes.
const SLOW: &str = "packages";
/// Of the answers to these the page reads the findings too, and not only the words and figures.
const READ: [&str; 3] = ["sensitivity", "claims", "tell"];
/// Questions that are about no package.
const OF_CASES: [&str; 2] = ["claims", "packages"];

fn main() {
    let folder = std::env::args().nth(1).expect("the folder to write into");
    let quick = std::env::args().nth(2).is_some_and(|word| word == "quick");
    let folder = Path::new(&folder);
    for sub in ["words", "cases", "stored", "answers"] {
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
    let answers = answers(quick);
    let index: Vec<&Value> = answers.iter().map(|(request, _)| request).collect();
    write("answers/index.json".to_owned(), json!({ "case": case.scenario.id, "answers": index }).to_string());
    for (request, each) in &answers {
        let ask = request["ask"].as_str().expect("a word");
        each.iter().for_each(|(form, answer)| write(format!("answers/{ask}.{form}.json"), answer.to_string()));
    }
    for language in Language::ALL {
        for (narrow, form) in FORMS {
            let stored = stored(language, narrow, &answered, &compared);
            write(format!("stored/{}.{form}.json", language.code()), stored.to_string());
        }
        write(format!("words/{}.ftl", language.code()), language.files().join("\n"));
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

/// Requests, and by language and form what the page's workers would answer.
fn answers(quick: bool) -> Vec<(Value, Vec<(String, Value)>)> {
    let case = EmbeddedCase::DEFAULT;
    let mut engine = Engine::default();
    opened(&mut engine, Language::En, case);
    let readers: Vec<String> = case.read().scenario.assumptions.into_iter().take(2).map(|reader| reader.id).collect();
    let questions = QUESTIONS.into_iter().filter(|(ask, _)| !quick || *ask != SLOW);
    let requests = questions.map(|(ask, draws)| {
        let packages = if OF_CASES.contains(&ask) { &[][..] } else { &PACKAGES[..1] };
        let mut request = json!({ "ask": ask, "packages": packages, "seed": SEED, "draws": draws });
        match ask {
            "disagree" => request["readers"] = json!(readers),
            "tell" => request["future"] = json!(0),
            _ => {}
        }
        request
    });
    let found: Vec<(Value, _)> = requests
        .map(|request| {
            let asked: Request = serde_json::from_value(request.clone()).expect("a request");
            let found = engine.find(&asked).unwrap_or_else(|failure| panic!("{request}: {failure:?}"));
            (request, found)
        })
        .collect();
    let mut said: Vec<(Value, Vec<(String, Value)>)> =
        found.iter().map(|(request, _)| (request.clone(), Vec::new())).collect();
    for language in Language::ALL {
        opened(&mut engine, language, case);
        for (narrow, form) in FORMS {
            for ((request, found), (_, said)) in found.iter().zip(&mut said) {
                let answer = engine.say(found.clone(), narrow).expect("a case is open");
                let mut answer: Value = serde_json::from_slice(&answer).expect("answers are JSON");
                if !READ.contains(&request["ask"].as_str().expect("a word")) {
                    let method = answer["found"]["findings"]["method"].take();
                    answer["found"]["findings"] = json!({ "method": method });
                }
                said.push((format!("{}.{form}", language.code()), answer["found"].take()));
            }
        }
    }
    said
}

/// Gives an engine the words of a language, and opens a case: its outline.
fn opened(engine: &mut Engine, language: Language, case: EmbeddedCase) -> Value {
    let words = language.files().join("\n");
    found(engine, &json!({ "ask": "words", "language": language.code(), "text": words }), &[]);
    found(engine, &json!({ "ask": "open", "text": case.text }), &[])
}

/// What an engine finds, with the bytes that come with the request.
fn found(engine: &mut Engine, request: &Value, bytes: &[u8]) -> Value {
    let mut request = request.to_string().into_bytes();
    if !bytes.is_empty() {
        request.push(0);
        request.extend(bytes);
    }
    let mut answer: Value = serde_json::from_slice(&engine.answer(&request)).expect("answers are JSON");
    assert!(answer.get("found").is_some(), "{answer}");
    answer["found"].take()
}

/// The answer that the page opens with, from parts of its packages and of all presets.
fn stored(language: Language, narrow: bool, answered: &[u8], compared: &[u8]) -> Value {
    let mut engine = Engine::default();
    let case = EmbeddedCase::DEFAULT;
    let outline = opened(&mut engine, language, case);
    let gather = |packages: &[&str], draws: usize| json!({ "ask": "gather", "packages": packages, "seed": SEED, "draws": draws, "narrow": narrow });
    let mut said = found(&mut engine, &gather(&PACKAGES, DRAWS), answered);
    let mut presets = found(&mut engine, &gather(&[], DRAWS_OF_PRESETS), compared)["findings"].take();
    // Year by year stands in the figures.
    for found in [&mut said["findings"], &mut presets] {
        let packages = found["packages"].as_array_mut().expect("packages");
        packages.iter_mut().filter_map(Value::as_object_mut).for_each(|package| drop(package.remove("series")));
    }
    let [package, ghost] = PACKAGES;
    let study = json!({ "case": { "id": case.id }, "packages": [package], "ghosts": [ghost], "seed": SEED });
    json!({ "outline": outline, "draws": DRAWS, "study": study, "said": said, "presets": presets })
}
