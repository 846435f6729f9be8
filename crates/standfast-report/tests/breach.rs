//! Whatever is found about where a package breaks, there are words for it.

use standfast::analysis::breach::Extent;
use standfast::breach::{Risk, Threshold};
use standfast::ensemble::Design;
use standfast::{BreachFindings, BreachStudy, Case, Selection};
use standfast_report::breach::Breach;
use standfast_report::{Catalogue, Language};

const STRESSES: &str = r#"
[stresses.alpha_walks]
set = { alpha_will = "low" }
[stresses.allies_tire]
set = { allied_will = "low" }
[stresses.change]
set = { regime = "mild" }
[stresses.greed]
effects = [{ on = "challenger.prize", add = "0.3 to 0.6" }]
[stresses.no_force]
disable = ["force"]
[stresses.later]
at = 3
set = { regime = "hard" }
"#;

fn case() -> Case {
    let text = include_str!("../../../validation/golden/coalition.toml");
    Case::from_text("case", &format!("{text}{STRESSES}")).expect("a case")
}

fn study(case: &Case) -> BreachStudy<'_> {
    let package = Selection::parse(&case.scenario, "pact").expect("a package");
    let design = Design::Sobol { seed: 1, draws: 16 };
    let whole = Extent { up_to: usize::MAX, beyond_breaches: true };
    let study = BreachStudy::of(case, package);
    BreachStudy { design, extent: whole, threshold: Threshold::Times(1.3), ..study }
}

fn find(study: BreachStudy<'_>) -> BreachFindings {
    study.begin().expect("not so many").finish(&()).expect("nobody ends it")
}

/// Everything that is said.
fn said(findings: &BreachFindings) -> String {
    let catalogue = Catalogue::new(Language::En);
    let breach = Breach::new(&catalogue, findings);
    let mut lines =
        [breach.sentences(), breach.lines(), breach.descents(), breach.left_out(), breach.doubts()].concat();
    lines.extend(breach.method());
    for table in breach.tables() {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        lines.extend(table.rows.into_iter().flatten().chain(table.columns).chain([table.title, table.note]));
    }
    lines.join("\n")
}

#[test]
fn everything_is_said_without_gaps() {
    let case = case();
    let found = find(study(&case));
    let change = |change: &dyn Fn(&mut BreachFindings)| {
        let mut found = found.clone();
        change(&mut found);
        said(&found)
    };
    let absolute = |threshold| said(&find(BreachStudy { threshold: Threshold::Absolute(threshold), ..study(&case) }));
    let up_to = |up_to| {
        let extent = Extent { up_to, beyond_breaches: false };
        said(&find(BreachStudy { extent, threshold: Threshold::Absolute(0.99), ..study(&case) }))
    };
    let under = vec![2];
    let mut cases: Vec<(&str, String)> = vec![
        ("1.3 times as much", said(&found)),
        ("twice as much", said(&find(BreachStudy { threshold: Threshold::Times(2.0), ..study(&case) }))),
        ("change: in ", said(&found)),
        ("does nothing to this package", said(&found)),
        ("begins later", said(&found)),
        ("held in any case", said(&find(BreachStudy { under, ..study(&case) }))),
        ("is broken already", absolute(0.0)),
        ("Nothing on the list breaks it: none of the ", absolute(0.99)),
        ("No stress of the case bears on it", said(&find(BreachStudy { among: Vec::new(), ..study(&case) }))),
        ("No chance can be more", said(&find(BreachStudy { threshold: Threshold::Times(50.0), ..study(&case) }))),
        ("by more than half a point", said(&find(BreachStudy { threshold: Threshold::Times(1.0), ..study(&case) }))),
        ("were not looked at, and may break it", up_to(1)),
        ("Very many sets", change(&|found| found.not_looked_at = None)),
        ("Under 1 set there are equilibria", change(&|found| found.sets[1].equilibria.unconverged_draws = 2)),
        (
            "One more set is not shown",
            change(&|found| {
                let set = found.sets.last().expect("a set").clone();
                found.sets.iter_mut().for_each(|set| set.minimal = false);
                found
                    .sets
                    .extend((0..21).map(|_| standfast::breach::findings::SetFindings { minimal: true, ..set.clone() }));
            }),
        ),
    ];
    for (_, risk) in Risk::WORDS {
        cases.push(("the chance of ", said(&find(BreachStudy { risk, ..study(&case) }))));
    }
    for (words, text) in cases {
        let text = text.replace('\n', " ");
        assert!(text.contains(words), "{words} is missing: {text}");
        for id in ["breach-", "column-", "table-", "note-", "doubt-", "method-", "{", "NaN"] {
            assert!(!text.contains(id), "{id}: {text}");
        }
    }
}

#[test]
fn the_smallest_sets_are_told_first() {
    let case = case();
    let catalogue = Catalogue::new(Language::En);
    let own = find(study(&case)).own().risk[1].band.mean;
    // Whatever the numbers of the case are: a threshold between what one stress does and what two do.
    let highest = |size: usize| {
        let found = find(study(&case));
        let of_size = found.sets.iter().filter(|set| set.stresses.len() == size);
        of_size.map(|set| found.headline(set).mean).fold(0.0, |a: f64, b| if b > a { b } else { a })
    };
    let (one, two) = (highest(1), highest(2));
    assert!(own < one && one < two);
    let between = find(BreachStudy { threshold: Threshold::Absolute((one + two) / 2.0), ..study(&case) });
    let sentences = Breach::new(&catalogue, &between).sentences();
    assert_eq!(sentences[1], "It holds against every single stress.");
    assert!(sentences[2].starts_with("It breaks under “"), "{sentences:?}");
    let low = find(BreachStudy { threshold: Threshold::Absolute((own + one) / 2.0), ..study(&case) });
    let sentences = Breach::new(&catalogue, &low).sentences();
    assert!(sentences[1].starts_with("One stress is enough: “"), "{sentences:?}");
}
