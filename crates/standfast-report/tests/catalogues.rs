//! The catalogues have a message for everything, and every message has what it needs.

use standfast::model::fault::Code;
use standfast::record::Verdict;
use standfast::{Case, Study};
use standfast_report::basis::basis;
use standfast_report::excerpts::excerpts;
use standfast_report::faults::{count, message};
use standfast_report::sentences::{doubts, method, sentences};
use standfast_report::tables::tables;
use standfast_report::{Catalogue, Language, record};

#[test]
fn every_fault_has_a_message_and_a_remedy() {
    let catalogue = Catalogue::new(Language::En);
    for code in Code::ALL {
        let id = format!("fault-{}", code.as_str());
        assert!(catalogue.has(&id), "{id} is missing");
        let file = include_str!("../locales/en/faults.ftl");
        let at = file.find(&format!("{id} =")).expect("the message is in the file");
        let own = file[at..].split("\nfault-").next().expect("a part");
        assert!(own.contains("\n    .help ="), "{id} has no .help");
    }
}

#[test]
fn a_refused_text_is_explained_without_gaps() {
    let text = include_str!("../../standfast-cli/tests/files/broken.toml");
    let faults = Case::from_text("broken.toml", text).expect_err("it is broken");
    let catalogue = Catalogue::new(Language::En);
    for diagnostic in &faults.diagnostics {
        let message = message(&catalogue, diagnostic);
        let help = message.help.unwrap_or_else(|| panic!("{diagnostic:?} has no remedy"));
        // A word that the message needs and the fault lacks would stand there in braces.
        assert!(!message.title.contains('{') && !help.contains("{$"), "{} / {help}", message.title);
        assert_ne!(message.title, format!("fault-{}", diagnostic.code.as_str()));
    }
    let all = excerpts(&catalogue, "broken.toml", text, &faults.diagnostics, false);
    assert!(all.contains("--> broken.toml:27:20"), "{all}");
    assert!(!all.contains('\u{1b}'), "no colours were asked for");
    assert!(excerpts(&catalogue, "broken.toml", text, &faults.diagnostics, true).contains('\u{1b}'));
    let count = count(&catalogue, "broken.toml", &faults.diagnostics);
    assert!(count.starts_with("broken.toml: ") && count.contains(" errors, "), "{count}");
}

#[test]
fn a_record_speaks_without_gaps() {
    let coalition = include_str!("../../../validation/golden/coalition.toml");
    let check = |id: &str, lines: &str| {
        format!("[checks.{id}]\nsays = \"A claim.\"\nreason = \"A reason.\"\npackage = \"pact\"\n{lines}\n")
    };
    let war =
        |id: &str, lines: &str| check(id, &format!("years = [0, 5]\nuse = \"tuning\"\nquantity = \"war\"\n{lines}"));
    let text = [
        coalition.to_owned(),
        war("holds", "target = \"0 to 1\""),
        war("fails", "target = \"0.99 to 1\""),
        war("ratio", "target = \"0.1 to 9\"\nby = \"ratio\"\nagainst = { package = \"nothing\" }"),
        war("points", "target = \"-1 to 1\"\nby = \"difference\"\nagainst = { package = \"army\" }"),
        check("share", "quantity = \"refuses\"\nactor = \"north\"\nuse = \"held-out\"\ntarget = \"0 to 0.5\""),
    ]
    .concat();
    let catalogue = Catalogue::new(Language::En);
    for (text, checks) in [(text.as_str(), 5), (coalition, 0)] {
        let case = Case::from_text("coalition", text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics));
        let design = standfast::ensemble::Design::Sobol { seed: 1, draws: 16 };
        let mut record = standfast::record(&case, design, &()).expect("nobody cancels");
        assert_eq!(record.checks.len(), checks);
        // What a well-behaved case has no occasion for.
        if let [first, second, ..] = &mut record.checks[..] {
            (first.unconverged_draws, first.undefined_draws) = (3, 1);
            (second.verdict, second.value) = (Verdict::Undefined, f64::NAN);
        }
        let mut words = record::sentences(&catalogue, &record);
        words.extend(record::doubts(&catalogue, &record));
        let table = record::table(&catalogue, &record);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        words.extend(table.columns.into_iter().chain(table.rows.into_iter().flatten()));
        words.extend([table.title, table.note, record::markdown(&catalogue, &record)]);
        for text in words {
            assert!(!text.contains('{') && !text.contains("NaN"), "{text}");
            assert!(!catalogue.has(&text), "{text} is an id");
        }
    }
}

#[test]
fn findings_speak_without_gaps() {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let case = Case::from_text("coalition", text).expect("a golden case");
    let catalogue = Catalogue::new(Language::En);
    let mut study = Study::of(&case);
    let packages = ["nothing", "pact", "army", "force+army"];
    study.packages = packages.iter().map(|p| standfast::Selection::parse(&case.scenario, p).expect("known")).collect();
    for design in [standfast::ensemble::Design::Median, standfast::ensemble::Design::Sobol { seed: 1, draws: 16 }] {
        let findings = Study { design, ..study.clone() }.run(&()).expect("nobody cancels");
        let mut words = sentences(&catalogue, &findings);
        words.extend(basis(&catalogue, &findings));
        words.extend(doubts(&catalogue, &findings));
        words.extend(method(&catalogue, &findings));
        for table in tables(&catalogue, &findings) {
            assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.title);
            words.push(table.title);
            words.extend(table.columns);
            words.extend(table.rows.into_iter().flatten());
            words.push(table.note);
        }
        for text in words {
            assert!(!text.contains('{') && !text.contains("NaN"), "{text}");
            assert!(!catalogue.has(&text) || !text.contains('-'), "{text} is an id");
        }
    }
}
