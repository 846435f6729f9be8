//! What is printed for people, in the language that was asked for.

use std::process::Command;

/// What a command prints, in a locale.
fn printed(locale: &str, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_standfast")).env("LC_ALL", locale).args(arguments).output();
    let output = output.expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it prints text")
}

const STUDY: [&str; 4] = ["assess", "textbook-one-guarantor", "--draws", "16"];

#[test]
fn the_locale_and_the_option_decide() {
    let english = printed("C", &STUDY);
    let ukrainian = printed("uk_UA.UTF-8", &STUDY);
    assert!(english.contains("All risks assume") && !english.contains("ризики"), "{english}");
    assert!(ukrainian.contains("Усі ризики") && !ukrainian.contains("risks"), "{ukrainian}");
    assert_eq!(printed("uk_UA.UTF-8", &[&STUDY[..], &["--lang", "en"]].concat()), english);
    assert_eq!(printed("de_DE.UTF-8", &[&STUDY[..], &["--lang", "uk"]].concat()), ukrainian);
    assert_eq!(printed("de_DE.UTF-8", &STUDY), english);
}

#[test]
fn data_are_the_same_in_all_languages() {
    for format in ["json", "csv"] {
        let arguments = [&STUDY[..], &["--format", format]].concat();
        assert_eq!(printed("uk_UA.UTF-8", &arguments), printed("C", &arguments));
    }
}

#[test]
fn figures_have_commas_where_the_language_has_them() {
    let arguments = ["timeline", "korea-1953", "--package", "us_divisions", "--draws", "8", "--lang", "uk"];
    let text = printed("C", &arguments);
    let numbers = text.split_whitespace().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let pointed: Vec<&str> = numbers.filter(|word| word.contains('.') && word.matches('.').count() == 1).collect();
    let pointed: Vec<&&str> = pointed.iter().filter(|word| !word.ends_with('.')).collect();
    assert!(pointed.is_empty(), "{pointed:?}");
    assert!(text.contains("0,") && text.contains(" до "), "{text}");
}
