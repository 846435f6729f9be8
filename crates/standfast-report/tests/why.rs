//! Whatever is found about why a package comes to what it does, there are words for it.

use standfast::ensemble::{Band, Design};
use standfast::why::Outcome;
use standfast::{Case, Selection, Why, WhyFindings};
use standfast_report::why::Why as InWords;
use standfast_report::{Catalogue, Language};

fn found(package: &str, draws: usize) -> WhyFindings {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let case = Case::from_text("coalition", text).expect("a golden case");
    let package = Selection::parse(&case.scenario, package).expect("a package");
    let why = Why { design: Design::Sobol { seed: 1, draws }, ..Why::of(&case, package) };
    why.run(&()).expect("nobody ends it")
}

/// Everything that is said.
fn said(findings: &WhyFindings, outcome: Outcome) -> String {
    let catalogue = Catalogue::new(Language::En);
    let words = InWords::new(&catalogue, findings, outcome);
    let tables = words.tables();
    for table in &tables {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.title);
    }
    let cells = tables
        .into_iter()
        .flat_map(|table| table.rows.into_iter().flatten().chain(table.columns).chain([table.title, table.note]));
    let lines = [words.sentences(), words.doubts(), words.method()];
    lines.into_iter().flatten().chain(cells).collect::<Vec<_>>().join("\n")
}

fn without_gaps(words: &str, text: &str) {
    let flat = text.replace('\n', " ");
    assert!(flat.contains(words), "“{words}” is not in:\n{text}");
    for gap in ["{", "why-", "column-", "row-", "note-", "table-", "doubt-", "stream-", "pair-", "$"] {
        assert!(!text.contains(gap), "“{gap}” in:\n{text}");
    }
}

#[test]
fn everything_is_said_without_gaps() {
    let whole = found("force+army", 16);
    let each = [
        (Outcome::War, "the chance that a war begins within 10 years"),
        (Outcome::Intact, "neither war nor capture"),
        (Outcome::QuietBroken, "a war, a capture or a limited attack"),
        (Outcome::Limited, "the chance of a limited attack"),
        (Outcome::Lost, "being lost"),
        (Outcome::Concluded, "the chance that all sign is"),
    ];
    for (outcome, words) in each {
        without_gaps(words, &said(&whole, outcome));
    }
    without_gaps("Most of that comes from", &said(&whole, Outcome::War));
    without_gaps("All of that comes from its one instrument", &said(&found("army", 16), Outcome::War));
    without_gaps("there is nothing that its numbers come from", &said(&found("nothing", 16), Outcome::War));
    without_gaps("nobody can tell how sure", &said(&found("army", 8), Outcome::War));
}

#[test]
fn what_a_well_behaved_case_has_no_occasion_for_has_words_too() {
    let whole = found("force+army", 16);
    let change = |change: &dyn Fn(&mut WhyFindings)| {
        let mut found = whole.clone();
        change(&mut found);
        said(&found, Outcome::War)
    };
    let constant = |value: f64| Band::of(&[value; 16]);
    // Of the headline years; both instruments at once.
    let shares = |shapley: [f64; 2], first: f64, last: f64, interaction: f64| {
        change(&|found| {
            for outcome in &mut found.outcomes {
                let attribution = &mut outcome.attribution;
                attribution.difference = constant(shapley[0] + shapley[1]);
                for (each, share) in attribution.instruments.iter_mut().zip(shapley) {
                    each.shapley = constant(share);
                    (each.added_first, each.taken_last) = (constant(first), constant(last));
                }
                attribution.pairs[0].interaction = constant(interaction);
            }
        })
    };
    without_gaps("None of its instruments changes that", &shares([0.001, -0.001], 0.0, 0.0, 0.0));
    without_gaps("works the other way", &shares([-0.1, 0.05], 0.0, 0.0, 0.0));
    without_gaps("changes next to nothing", &shares([-0.1, 0.001], 0.0, 0.0, 0.0));
    without_gaps("add little once the others are there", &shares([-0.1, -0.1], -0.2, 0.0, 0.2));
    without_gaps("need the others", &shares([-0.1, -0.1], 0.0, -0.2, -0.2));
    without_gaps("help each other most: together they do 20 points more", &shares([-0.1, -0.1], 0.0, -0.2, -0.2));
    without_gaps("spoil each other most: together they do one point less", &shares([-0.1, -0.1], -0.1, -0.1, 0.01));
    let refusing = |base: f64| {
        change(&|found| {
            for gain in &mut found.gains {
                (gain.rather_refuses, gain.refuses) = (true, 0.75);
                gain.attribution.nothing = constant(base);
            }
        })
    };
    without_gaps("would rather refuse it, in 75 % of the draws", &refusing(0.1));
    let always = change(&|found| {
        found.gains.iter_mut().for_each(|gain| (gain.rather_refuses, gain.refuses) = (true, 1.0));
    });
    without_gaps("would rather refuse it, in every draw", &always);
    without_gaps("A bare ceasefire would be worth +10", &refusing(0.1));
    without_gaps("A bare ceasefire it would refuse as well (−10)", &refusing(-0.1));
    let accepted = change(&|found| found.gains.iter_mut().for_each(|gain| gain.rather_refuses = false));
    without_gaps("Nobody whose signature it needs", &accepted);
    let unconverged = change(&|found| found.equilibria.unconverged_draws = 3);
    without_gaps("have not converged in 3 draws", &unconverged);
}
