//! Figures of a small case, against the files beside this: `STANDFAST_BLESS=1` writes them.

#![allow(clippy::disallowed_methods, reason = "tests read and write files, and ask how they were started")]

use std::path::PathBuf;

use standfast::ensemble::Design;
use standfast::{Case, Findings, Selection, Study};
use standfast_report::figure::{Theme, compared, hazard_fan, ten_dots, who_signs};
use standfast_report::{Catalogue, Figure, Language};

const DESIGN: Design = Design::Sobol { seed: 1, draws: 16 };

fn case() -> Case {
    let text = include_str!("../../../validation/golden/coalition.toml");
    Case::from_text("coalition", text).expect("a golden case")
}

fn findings(case: &Case, packages: &[&str], design: Design) -> Findings {
    let parse = |package: &&str| Selection::parse(&case.scenario, package).expect("a package");
    let packages = packages.iter().map(parse).collect();
    Study { packages, design, ..Study::of(case) }.run(&()).expect("nobody cancels")
}

/// Every figure of the case.
fn figures(catalogue: &Catalogue, theme: Theme) -> Vec<Figure> {
    let case = case();
    let found = findings(&case, &["nothing", "pact", "army", "force+army"], DESIGN);
    let fan = hazard_fan(catalogue, &found, "pact", &["nothing", "army"], theme);
    let dots = ten_dots(catalogue, &found, "pact", theme);
    let signs = who_signs(catalogue, &found, "pact", theme);
    let packages = Some(compared(catalogue, &found, theme));
    let all = [fan, dots, signs, packages];
    all.into_iter().map(|figure| figure.expect("the package was solved")).collect()
}

#[test]
fn figures_are_drawn_as_they_were() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/figures");
    let bless = std::env::var_os("STANDFAST_BLESS").is_some();
    let mut other = Vec::new();
    for language in Language::ALL {
        for figure in figures(&Catalogue::new(language), Theme::Auto) {
            let file = folder.join(format!("{}.{}.svg", figure.name, language.code()));
            let drawn = figure.svg.replace('>', ">\n").replace("\n\n", "\n");
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
        for figure in figures(&catalogue, Theme::Page) {
            let Figure { title, description, sentence, table, svg, .. } = figure;
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{title}");
            assert!(!table.rows.is_empty(), "{title}");
            let mut words = vec![title, description, sentence, table.title, table.note, svg];
            words.extend(table.columns.into_iter().chain(table.rows.into_iter().flatten()));
            for text in words {
                assert!(!text.contains(['{', '}']) && !text.contains("NaN"), "{text}");
                assert!(!catalogue.has(&text) || !text.contains('-'), "{text} is an id");
            }
        }
    }
}
