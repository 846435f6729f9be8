//! Whatever is found about when a package fails, there are words for it.

use standfast::discover::{Discover, Fails};
use standfast::{Case, DiscoverFindings, Selection};
use standfast_report::discover::Discover as InWords;
use standfast_report::{Catalogue, Language};

fn case() -> Case {
    Case::from_text("coalition", include_str!("../../../validation/golden/coalition.toml")).expect("a golden case")
}

fn found(case: &Case, draws: usize, fails: Option<Fails>) -> DiscoverFindings {
    let package = Selection::parse(&case.scenario, "army").expect("a package");
    Discover { draws, fails, ..Discover::of(case, package) }.run(&()).expect("nobody cancels")
}

/// Everything that is said.
fn said(case: &Case, findings: &DiscoverFindings) -> String {
    let catalogue = Catalogue::new(Language::En);
    let words = InWords::new(&catalogue, case, findings);
    let tables = words.tables();
    for table in &tables {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.title);
    }
    let cells = tables
        .into_iter()
        .flat_map(|table| table.rows.into_iter().flatten().chain(table.columns).chain([table.title, table.note]));
    let lines = [words.sentences(), words.lines(), words.doubts(), words.method()];
    lines.into_iter().flatten().chain(cells).collect::<Vec<_>>().join("\n")
}

fn without_gaps(words: &str, text: &str) {
    let flat = text.replace('\n', " ");
    assert!(flat.contains(words), "“{words}” is not in:\n{text}");
    for gap in ["{", "discover-", "column-", "row-", "note-", "table-", "doubt-", "$", "NaN", "?"] {
        assert!(!text.contains(gap), "“{gap}” in:\n{text}");
    }
}

#[test]
fn everything_is_said_without_gaps() {
    let case = case();
    let whole = found(&case, 192, None);
    let text = said(&case, &whole);
    for words in ["the worst quarter of the futures", "Of 100 futures in which it fails", "fresh futures", "the best"] {
        without_gaps(words, &text);
    }
    without_gaps("There are only 2 failing futures", &said(&case, &found(&case, 8, None)));
    without_gaps("In no future is that so", &said(&case, &found(&case, 8, Some(Fails::Above(1.0)))));
    let safe = said(&case, &found(&case, 192, Some(Fails::Below(0.1))));
    without_gaps("Here the package is said to succeed where that is less than 10 %", &safe);
    assert!(!safe.contains("fail"), "{safe}");
    without_gaps("In every future that is so", &said(&case, &found(&case, 8, Some(Fails::Below(1.0)))));
    let known = Case::from_text("known", include_str!("../../../scenarios/textbook-hazard/scenario.toml"));
    let known = known.expect("a case");
    let flat = Discover { draws: 8, ..Discover::of(&known, Selection::nothing(&known.scenario)) };
    without_gaps("no uncertain number moves it", &said(&known, &flat.run(&()).expect("nobody cancels")));
}

#[test]
fn what_a_well_behaved_case_has_no_occasion_for_has_words_too() {
    let case = case();
    let whole = found(&case, 192, None);
    let change = |change: &dyn Fn(&mut DiscoverFindings)| {
        let mut found = whole.clone();
        change(&mut found);
        said(&case, &found)
    };
    let two = change(&|found| {
        found.boxes.truncate(1);
        found.boxes.push(found.boxes[0].clone());
    });
    without_gaps("Of 100 in which it fails outside of that", &two);
    without_gaps("From all futures that are left to box 2", &two);
    let three = change(&|found| {
        let limit = found.boxes[0].limits[0].clone();
        found.boxes[0].limits = vec![limit; 3];
    });
    without_gaps("where all of that holds", &three);
    let noise = change(&|found| {
        found.boxes.truncate(1);
        (found.boxes[0].stands_out, found.boxes[0].chance.p_value) = (false, 0.2);
    });
    without_gaps("chance alone finds as good ones in 20 % of cases", &noise);
    let none_left = change(&|found| {
        found.boxes.truncate(1);
        found.boxes[0].stands_out = false;
        found.boxes[0].limits.clear();
    });
    without_gaps("No limits are left that stand out", &none_left);
    for (draws, hint) in [(192, "More futures (--draws) may show some"), (4096, "spread over many numbers")] {
        let nothing = change(&|found| {
            found.method.draws = draws;
            found.boxes.truncate(1);
            found.boxes[0].stands_out = false;
            found.boxes[0].limits.clear();
            found.boxes[0].standing_out.clear();
        });
        without_gaps(hint, &nothing);
    }
    let empty = change(&|found| (found.boxes[0].fresh.coverage, found.boxes[0].fresh.density) = (None, None));
    without_gaps("no fresh future of that kind is there to hold that against", &empty);
    let doubtful = change(&|found| {
        found.equilibria.unconverged_draws = 3;
        found.boxes[0].converged_only = Some(found.boxes[0].draws);
        found.boxes[0].limits.iter_mut().for_each(|limit| (limit.fresh_p, limit.in_halves) = (Some(0.3), 0.1));
    });
    without_gaps("have not converged in 3 draws, fresh ones included. Without them it fails in", &doubtful);
    without_gaps("not stand out (p above 0.05)", &doubtful);
    without_gaps("In fewer than half of random halves", &doubtful);
}
