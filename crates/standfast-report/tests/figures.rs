//! Figures of a small case, against the files beside this: `STANDFAST_BLESS=1` writes them.

#![allow(clippy::disallowed_methods, reason = "tests read and write files, and ask how they were started")]

mod drawn;

use std::collections::BTreeSet;
use std::path::PathBuf;

use drawn::{NAMES, case, figures};
use standfast_report::figure::Theme;
use standfast_report::{Catalogue, Figure, Language};

#[test]
fn figures_are_drawn_as_they_were() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/figures");
    let bless = std::env::var_os("STANDFAST_BLESS").is_some();
    let mut other = Vec::new();
    for language in Language::ALL {
        for figure in figures(&Catalogue::new(language), &case(NAMES[0]), Theme::Auto) {
            let file = folder.join(format!("{}.{}.svg", figure.name, language.code()));
            let drawn = figure.svg.replace("><", ">\n<") + "\n";
            if bless {
                std::fs::write(&file, &drawn).expect("written");
            }
            if std::fs::read_to_string(&file).unwrap_or_default() != drawn {
                other.push(file);
            }
        }
    }
    assert!(other.is_empty(), "drawn otherwise (STANDFAST_BLESS=1 writes them anew): {other:?}");
}

#[test]
fn figures_say_in_words_what_they_show() {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        for figure in figures(&catalogue, &case(NAMES[0]), Theme::Page) {
            let Figure { title, description, sentence, table, svg, .. } = figure;
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{title}");
            assert!(!table.rows.is_empty() && !sentence.is_empty(), "{title}");
            let mut words = vec![title, description, sentence, table.title, table.note, svg];
            words.extend(table.columns.into_iter().chain(table.rows.into_iter().flatten()));
            for text in words {
                assert!(!text.contains(['{', '}']) && !text.contains("NaN"), "{text}");
                assert!(!catalogue.has(&text) || !text.contains('-'), "{text} is an id");
            }
        }
    }
}

/// What a figure is made of: nothing that does anything.
const ELEMENTS: [&str; 12] =
    ["svg", "title", "desc", "defs", "pattern", "g", "rect", "circle", "line", "path", "text", "style"];

/// What stands between quotation marks after a name, each time.
fn values<'a>(svg: &'a str, name: &str) -> Vec<&'a str> {
    svg.split(&format!(" {name}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn names_are_words_and_never_markup() {
    for theme in [Theme::Page, Theme::Print] {
        for figure in figures(&Catalogue::new(Language::En), &case(NAMES[1]), theme) {
            let document = roxmltree::Document::parse(&figure.svg).expect("well-formed");
            for element in document.descendants().filter(roxmltree::Node::is_element) {
                let name = element.tag_name().name();
                assert!(ELEMENTS.contains(&name), "{}: <{name}>", figure.name);
                for attribute in element.attributes() {
                    let (name, value) = (attribute.name(), attribute.value());
                    assert!(!name.starts_with("on") && !name.contains("href"), "{}: {name}", figure.name);
                    assert!(!value.contains("//") && !value.contains("script"), "{}: {name}={value}", figure.name);
                }
            }
            // What was left out of a name is there for a pointer, or the name is there as it is.
            let words: String = document.descendants().filter_map(|node| node.text()).collect();
            assert!(words.contains("<script>") || figure.name == "sensitivity", "{}", figure.name);
        }
    }
}

#[test]
fn ids_are_plain_and_clash_on_no_page() {
    let mut ids = BTreeSet::new();
    for figure in figures(&Catalogue::new(Language::Uk), &case(NAMES[1]), Theme::Page) {
        for id in values(&figure.svg, "id") {
            assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{id}");
            assert!(ids.insert(id.to_owned()), "{id} stands twice");
        }
        for labels in values(&figure.svg, "aria-labelledby") {
            assert!(labels.split(' ').all(|id| ids.contains(id)), "{labels}");
        }
        let used = figure.svg.split("url(#").skip(1).filter_map(|rest| rest.split(')').next());
        assert!(used.into_iter().all(|id| ids.contains(id)), "{}: a pattern is missing", figure.name);
    }
}

#[test]
fn colours_come_from_the_page_or_stand_there() {
    let case = case(NAMES[0]);
    let catalogue = Catalogue::new(Language::En);
    for figure in figures(&catalogue, &case, Theme::Page) {
        let svg = &figure.svg;
        assert!(!svg.contains("=\"#") && !svg.contains("<style") && !svg.contains("style=\""), "{}", figure.name);
    }
    for figure in figures(&catalogue, &case, Theme::Dark) {
        assert!(!figure.svg.contains("var("), "{}", figure.name);
    }
    // In black and white there are greys alone.
    for figure in figures(&catalogue, &case, Theme::Print) {
        for colour in figure.svg.split("=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            let parts = [&colour[..2], &colour[2..4], &colour[4..]];
            assert!(parts.iter().all(|part| *part == parts[0]), "{}: #{colour}", figure.name);
        }
    }
}
