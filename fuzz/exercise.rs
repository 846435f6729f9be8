// What is done with bytes that may be a scenario: they are read and laid out, all that is found is put
// into words, and if they are a small case, its games are solved, assessed and held against its record and
// its claims. Shared by
// the fuzzer and the test of its seeds.

use standfast::diagnostic::Diagnostic;
use standfast::document::{Beside, Refused, Source, Toml};
use standfast::ensemble::Design;
use standfast::game::Start;
use standfast::model::fault::Severity;
use standfast::model::instrument::InstrumentSet;
use standfast::places::Lines;
use standfast::record::record;
use standfast::solve::{SolvedPackage, solve};
use standfast::{Case, Selection, Study, claims};
use standfast_report::claims::ClaimWords;
use standfast_report::excerpts::excerpts;
use standfast_report::faults::explained;
use standfast_report::fmt::fmt;
use standfast_report::sentences::{doubts, method, sentences};
use standfast_report::tables::tables;
use standfast_report::{Catalogue, Language};

/// Larger games take too long to be solved a thousand times a second.
const STATES: usize = 64;
const GUARANTORS: usize = 3;
const PRESETS: usize = 6;
const CHECKS: usize = 6;
const CLAIMS: usize = 3;
const HORIZON: usize = 5;
const TAIL: usize = 2;
/// Sums of probabilities over some years.
const ROUNDING: f64 = 1e-9;

thread_local! {
    static CATALOGUE: Catalogue = Catalogue::new(Language::En);
}

/// Panics if anything about the bytes is not as it should be, as a scenario and as a bibliography.
pub(crate) fn exercise(bytes: &[u8]) {
    lay_out(bytes);
    match Case::read(Source {
        name: "case.toml",
        text: bytes,
        references: Beside::Bibliography("references.bib", bytes),
    }) {
        Ok(case) => {
            assert!(case.warnings.iter().all(|warning| warning.severity == Severity::Warning));
            look(&case.text, &case.warnings);
            if let Some(Err(refused)) = &case.references {
                look_at_refused(refused);
            }
            play(case);
        }
        Err(refused) => look_at_refused(&refused),
    }
}

/// The layout of what is TOML is TOML, stays as it is when laid out again, and reads as the same scenario.
fn lay_out(bytes: &[u8]) {
    let Ok(toml) = Toml::read("case.toml", bytes) else { return };
    let once = CATALOGUE.with(|catalogue| fmt(catalogue, toml));
    let again = Toml::read("case.toml", once.as_bytes()).unwrap_or_else(|refused| panic!("{refused}\n{once}"));
    assert_eq!(CATALOGUE.with(|catalogue| fmt(catalogue, again)), once);
    let scenario = |text| Case::from_text("case.toml", text).ok().map(|case| case.scenario);
    assert_eq!(scenario(toml.text()), scenario(&once), "{once}");
}

fn look_at_refused(refused: &Refused) {
    assert!(refused.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error));
    look(&refused.text, &refused.diagnostics);
    if let Some(beside) = &refused.beside {
        look_at_refused(beside);
    }
}

/// Every place lies in the text, and what is printed is fit for a terminal.
fn look(text: &str, diagnostics: &[Diagnostic]) {
    let lines = Lines::of(text);
    for diagnostic in diagnostics {
        assert!(diagnostic.start <= diagnostic.end, "{diagnostic:?}");
        assert!(text.get(diagnostic.span.clone()).is_some(), "{diagnostic:?}");
        assert_eq!(lines.position(diagnostic.span.start), diagnostic.start);
    }
    CATALOGUE.with(|catalogue| {
        let words: Vec<_> = diagnostics.iter().take(100).map(|diagnostic| explained(catalogue, diagnostic)).collect();
        for words in words {
            assert!(words.help.is_some() && !words.message.contains('\n'), "{words:?}");
        }
        let shown = excerpts(catalogue, "case.toml", text, diagnostics, false);
        assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown}");
        excerpts(catalogue, "case.toml", text, diagnostics, true);
    });
}

fn play(mut case: Case) {
    let scenario = &mut case.scenario;
    if scenario.states() > STATES || scenario.actors.guarantors.len() > GUARANTORS || scenario.packages.len() > PRESETS
    {
        return;
    }
    if scenario.horizon > HORIZON {
        // What checks and claims look at may lie beyond the years that are left.
        scenario.horizon = HORIZON;
        scenario.checks.clear();
        scenario.claims.clear();
    }
    scenario.tail = scenario.tail.clamp(0, TAIL);
    solve_all(&case);
    assess(&case);
    if case.scenario.checks.len() <= CHECKS {
        record(&case, Design::Median, &()).expect("nobody cancels");
    }
    if case.scenario.claims.len() <= CLAIMS {
        hold_claims(&case);
    }
}

fn hold_claims(case: &Case) {
    let all: Vec<usize> = (0..case.scenario.claims.len()).collect();
    let design = Design::Sobol { seed: 1, draws: 9 };
    let found = claims(case, &all, design, &()).expect("nobody cancels");
    CATALOGUE.with(|catalogue| {
        let words = ClaimWords::new(catalogue, case, &found);
        let said = [words.sentences(), words.lines(true), words.doubts(), words.method()];
        assert!(said.iter().flatten().all(|text| !text.contains("NaN")), "{said:?}");
        words.table();
    });
}

fn solve_all(case: &Case) {
    let mut packages = vec![(InstrumentSet::EMPTY, Start::Peace), (InstrumentSet::EMPTY, Start::War)];
    packages.extend(Selection::presets(&case.scenario).iter().map(|package| (package.set, Start::Peace)));
    for result in solve(case, &packages).results {
        sane(&result);
    }
}

fn assess(case: &Case) {
    let findings = Study { design: Design::Median, ..Study::of(case) }.run(&()).expect("nobody cancels");
    CATALOGUE.with(|catalogue| {
        let mut words = sentences(catalogue, &findings);
        words.extend(doubts(catalogue, &findings));
        words.extend(method(catalogue, &findings));
        for table in tables(catalogue, &findings) {
            words.extend(table.columns);
            words.extend(table.rows.into_iter().flatten());
        }
        let control = |word: &String| word.contains(|c: char| c.is_control() && !"\n\r\t".contains(c));
        assert!(!words.iter().any(control), "{words:?}");
    });
}

/// Probabilities are probabilities, unless the result says itself that it cannot be relied on.
fn sane(result: &SolvedPackage) {
    if !result.equilibrium.converged {
        return;
    }
    let series = [
        &result.intact,
        &result.quiet,
        &result.war_hazard,
        &result.limited_hazard,
        &result.capture_hazard,
        &result.lost,
        &result.at_peace,
        &result.coerced,
    ];
    for p in series.into_iter().flatten() {
        assert!((-ROUNDING..=1.0 + ROUNDING).contains(p), "{p} is no probability in {result:?}");
    }
    assert!((result.mass - 1.0).abs() < ROUNDING, "{result:?}");
}
