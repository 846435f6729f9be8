//! Every language says all that another one says.

#![allow(clippy::disallowed_methods, reason = "a test reads the catalogues")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use standfast::ensemble::Design;
use standfast::{EmbeddedCase, Selection, Study};
use standfast_report::basis::basis;
use standfast_report::sentences::{doubts, method, sentences};
use standfast_report::tables::tables;
use standfast_report::{Catalogue, Language};

/// The messages of a language, with their attributes, and the variables of each.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales").join(language.code());
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path()) {
        let mut message = String::new();
        for line in std::fs::read_to_string(&file).expect("a text").lines() {
            let name = line.split_once(" =").map(|(name, _)| name.trim());
            let is_word = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
            match name {
                Some(name) if !line.starts_with(' ') && !line.starts_with('#') && is_word(name) => {
                    message = name.to_owned();
                    let new = messages.insert(message.clone(), BTreeSet::new()).is_none();
                    assert!(new, "{message} stands twice, the second time in {}", file.display());
                }
                Some(name) if line.starts_with("    .") && is_word(&name[1..]) => {
                    message = format!("{}{name}", message.split('.').next().unwrap_or_default());
                    messages.insert(message.clone(), BTreeSet::new());
                }
                _ => {}
            }
            let variables = line
                .split("$")
                .skip(1)
                .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>());
            messages.entry(message.clone()).or_default().extend(variables);
        }
    }
    messages.remove("");
    messages
}

#[test]
fn every_language_has_every_message_and_knows_no_other_variable() {
    let english = messages(Language::En);
    assert!(english.len() > 1000, "{} messages", english.len());
    for language in Language::ALL {
        let own = messages(language);
        let ids = |messages: &BTreeMap<String, BTreeSet<String>>| messages.keys().cloned().collect::<BTreeSet<_>>();
        let (missing, more) = (&ids(&english) - &ids(&own), &ids(&own) - &ids(&english));
        assert!(missing.is_empty() && more.is_empty(), "{language:?}: missing {missing:?}, not in English {more:?}");
        for (id, variables) in &own {
            let unknown = variables - &english[id];
            assert!(unknown.is_empty(), "{language:?}: {id} knows {unknown:?}");
        }
    }
}

#[test]
fn numbers_decide_between_the_forms_of_words() {
    let catalogue = Catalogue::new(Language::Uk);
    let years = |years: usize| {
        let args = [("outcome", "war".into()), ("years", years.into())];
        catalogue.text("why-outcome", &args)
    };
    let forms: Vec<String> = [1, 3, 5, 11, 21, 32].into_iter().map(years).collect();
    for (form, word) in forms.iter().zip(["року", "років", "років", "років", "року", "років"])
    {
        assert!(form.ends_with(word), "{form}");
    }
}

#[test]
fn findings_speak_every_language_without_gaps() {
    let case = EmbeddedCase::find("korea-1953").expect("bundled").read();
    let packages = ["nothing", "treaty_alone"].map(|id| Selection::parse(&case.scenario, id).expect("a preset"));
    let design = Design::Sobol { seed: 1, draws: 16 };
    let study = Study { packages: packages.to_vec(), design, ..Study::of(&case) };
    let findings = study.run(&()).expect("nobody cancels");
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        let mut words = sentences(&catalogue, &findings);
        words.extend(basis(&catalogue, &findings));
        words.extend(doubts(&catalogue, &findings));
        words.extend(method(&catalogue, &findings));
        for table in tables(&catalogue, &findings) {
            words.extend(std::iter::once(table.title).chain(table.columns).chain([table.note]));
        }
        for text in words {
            assert!(!text.contains(['{', '}']) && !text.contains("NaN"), "{language:?}: {text}");
            let cyrillic = text.chars().any(|c| ('Ѐ'..='ӿ').contains(&c));
            assert_eq!(cyrillic, language == Language::Uk, "{text}");
        }
    }
}

#[test]
fn a_locale_names_a_language() {
    assert_eq!(["uk_UA.UTF-8", "uk", "en_GB", "C", "de_DE@euro", ""].map(Language::of_locale), {
        use Language::{En, Uk};
        [Uk, Uk, En, En, En, En]
    });
}
