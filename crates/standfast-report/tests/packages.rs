//! Whatever is found about all packages, there are words for it.

use standfast::checkpoint::Difference;
use standfast::ensemble::Design;
use standfast::{AllPackages, Case, PackagesFindings};
use standfast_report::packages::{Packages, differences};
use standfast_report::{Catalogue, Language};

fn found() -> PackagesFindings {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let case = Case::from_text("coalition", text).expect("a golden case");
    let design = Design::Sobol { seed: 1, draws: 16 };
    let study = AllPackages { design, ..AllPackages::of(&case) };
    study.begin().expect("not so many").finish(&()).expect("nobody ends it")
}

/// Everything that is said.
fn said(findings: &PackagesFindings) -> String {
    let catalogue = Catalogue::new(Language::En);
    let packages = Packages::new(&catalogue, findings, 4);
    let cells = [packages.table(), packages.frontier()]
        .into_iter()
        .flat_map(|table| table.rows.into_iter().flatten().chain(table.columns).chain([table.title, table.note]));
    let lines =
        [packages.sentences(), packages.lines(), packages.frontier_lines(), packages.doubts(), packages.method()];
    lines.into_iter().flatten().chain(cells).collect::<Vec<_>>().join("\n")
}

#[test]
fn everything_is_said_without_gaps() {
    let found = found();
    let accepted = found.best_signed.clone();
    let change = |change: &dyn Fn(&mut PackagesFindings)| {
        let mut found = found.clone();
        change(&mut found);
        said(&found)
    };
    let cases: [(&str, String); 9] = [
        ("All packages", said(&found)),
        ("For every package there is somebody", change(&|found| found.best_signed = None)),
        ("north would rather refuse every one", change(&|found| found.best_for_challenger = None)),
        (
            "is a package that nobody would rather refuse",
            change(&|found| found.best_signed.iter_mut().for_each(|best| best.among = 1)),
        ),
        (
            "is the only one that north",
            change(&|found| {
                found.best_for_challenger = accepted.clone();
                found.best_for_challenger.iter_mut().for_each(|best| best.among = 1);
            }),
        ),
        (
            "none protects better",
            change(&|found| {
                found.best.iter_mut().for_each(|best| best.better_than_nothing = false);
            }),
        ),
        ("No package halves the risk", change(&|found| found.cheapest_halving = None)),
        ("no instrument on offer", change(&|found| found.best = None)),
        ("have not converged, in up to 3 draws", change(&|found| found.packages[1].equilibria.unconverged_draws = 3)),
    ];
    for (words, text) in cases {
        let text = text.replace('\n', " ");
        assert!(words == "All packages" || text.contains(words), "{words} is missing: {text}");
        for id in ["packages-", "column-", "table-", "note-", "doubt-", "method-", "row-", "{", "NaN"] {
            assert!(!text.contains(id), "{id}: {text}");
        }
    }
}

#[test]
fn every_difference_of_a_checkpoint_is_named() {
    let catalogue = Catalogue::new(Language::En);
    let cases = [
        ("case", "a", "b", "the case is a there and b here"),
        ("text", "0123456789abcdef", "fedcba9876543210", "digest 0123456789ab there, fedcba987654 here"),
        ("under", "", "storm", "without stresses there and under storm here"),
        ("engine", "0.1.0", "0.2.0", "engine 0.1.0 there"),
        ("seed", "1", "median", "seed 1 there and median here"),
        ("among", "x+y", "x", "instruments x+y there and x here"),
        ("columns", "war 0–5", "war 0–9", "other years or quantities"),
    ];
    for (what, file, asked, words) in cases {
        let difference = Difference { what, file: file.to_owned(), asked: asked.to_owned() };
        let text = differences(&catalogue, std::slice::from_ref(&difference));
        assert!(text.contains(words), "{text}");
        let twice = differences(&catalogue, &[difference.clone(), difference]);
        assert_eq!(twice, format!("{text}; {text}"));
    }
}
