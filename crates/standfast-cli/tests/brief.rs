//! `standfast brief`: the file that it writes.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/folder.rs"]
mod folder;

use folder::Folder;

const PACKAGE: [&str; 4] = ["--package", "treaty_alone", "--draws", "16"];

fn written(folder: &Folder, file: &str, arguments: &[&str]) -> String {
    let output = folder.run(&[&["brief"], arguments, &["--out", file]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty(), "all of it is in the file");
    folder.read(file)
}

/// The text of a document without its tags, in one line.
fn text(document: &str) -> String {
    let parts = document.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_command_in_a_brief_makes_it_again() {
    let folder = Folder::new("brief-again");
    let more =
        ["--seed", "7", "--years", "3,9", "--under", "us_never_commits", "--date", "27 July 1953", "--lang", "uk"];
    let first = written(&folder, "first.html", &[&["korea-1953"], &PACKAGE[..], &more].concat());
    let start = first.find("<code><span>standfast").expect("a command") + "<code>".len();
    let command = first[start..].split("</code>").next().expect("it ends");
    let command = text(&format!("<code>{command}")).replace("&quot;", "\"");
    let words = shlex::split(&command).expect("words of a shell");
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(folder.run(&[&words[1..], &["--threads", "1"]].concat()).status.code(), Some(0), "{command}");
    assert!(first == folder.read("brief.html"), "it is the same, by {command}");
    assert!(first.contains("27 July 1953") && first.contains("lang=\"uk\""));
}

#[test]
fn a_brief_says_what_was_changed_and_not_where_the_file_lies() {
    let folder = Folder::new("brief-changed");
    let scenarios = concat!(env!("CARGO_MANIFEST_DIR"), "/../../scenarios/korea-1953");
    let case = std::fs::read_to_string(format!("{scenarios}/scenario.toml")).expect("a case");
    let horizon = case.lines().find(|line| line.starts_with("horizon = ")).expect("a horizon");
    std::fs::create_dir(folder.0.join("secret")).expect("a folder");
    std::fs::write(folder.0.join("secret/mine.toml"), case.replace(horizon, "horizon = 73")).expect("written");
    let document = written(&folder, "brief.html", &[&["secret/mine.toml"], &PACKAGE[..]].concat());
    let told = text(&document);
    assert!(told.contains("differs from the korea-1953 that comes with the program in one thing"), "{told}");
    assert!(told.contains("becomes 73"), "{told}");
    assert!(told.contains("standfast brief mine.toml --package treaty_alone"), "{told}");
    assert!(!document.contains("secret"));
    let bundled = text(&written(&folder, "bundled.html", &[&["korea-1953"], &PACKAGE[..]].concat()));
    assert!(bundled.contains("none was changed"), "{bundled}");
}

#[test]
fn what_cannot_be_used_is_refused_as_elsewhere_and_nothing_is_written() {
    let folder = Folder::new("brief-refused");
    let refused: [(&[&str], &str); 5] = [
        (&["korea-1953", "--package", "treaty_allone"], "`treaty_alone`"),
        (&["korea-1954", "--package", "treaty_alone"], "`korea-1953`"),
        (&["korea-1953", "--package", "treaty_alone", "--under", "us_never_comits"], "`us_never_commits`"),
        (&["korea-1953", "--package", "treaty_alone", "--years", "900"], "horizon"),
        (&["korea-1953", "--package", "treaty_alone", "--draws", "0"], "choose from 1"),
    ];
    for (arguments, expected) in refused {
        let of = |command: &str| folder.run(&[&[command], arguments, &["--output", "out"]].concat());
        let output = of("brief");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(expected), "{said}");
        assert_eq!(said, String::from_utf8_lossy(&of("why").stderr), "as another command says it");
        assert!(!folder.0.join("out").exists());
    }
    std::fs::write(folder.0.join("broken.toml"), "standfast = 1\n[scenario]\nid = 3\n").expect("written");
    let output = folder.run(&["brief", "broken.toml", "--package", "nothing", "--out", "out"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("broken.toml:3"));
    assert!(!folder.0.join("out").exists());
}
