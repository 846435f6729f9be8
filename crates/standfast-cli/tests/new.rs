//! `standfast new` as its users run it.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/folder.rs"]
mod folder;

use std::path::Path;

use folder::Folder;

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn what_it_says_to_type_can_be_typed() {
    let folder = Folder::new("new-typed");
    std::fs::create_dir(folder.0.join("my cases")).expect("a folder");
    let made = folder.run(&["new", "my cases/first"]);
    assert!(text(&made.stdout).contains("  standfast check 'my cases/first.toml'\n"), "{}", text(&made.stdout));
    let told = folder.run(&["tell", "my cases/first.toml", "--draws", "1"]);
    assert!(text(&told.stdout).contains("standfast tell 'my cases/first.toml' --package"), "{}", text(&told.stdout));
}

#[test]
fn what_it_says_to_do_next_works() {
    let folder = Folder::new("new-next");
    let made = folder.run(&["new", "my-case"]);
    assert!(made.status.success() && made.stderr.is_empty(), "{}", text(&made.stderr));
    let next: Vec<&str> = text(&made.stdout).lines().filter_map(|line| line.strip_prefix("  standfast ")).collect();
    assert_eq!(next, ["check my-case.toml", "assess my-case.toml"]);
    for command in next {
        let output = folder.run(&command.split(' ').collect::<Vec<_>>());
        assert!(output.status.success() && output.stderr.is_empty(), "{command}: {}", text(&output.stderr));
    }
    assert_eq!(text(&folder.run(&["check", "my-case.toml", "--strict"]).stdout), "my-case.toml: no faults\n");
    assert!(folder.read("my-case.toml").contains("\nid = \"my-case\"\n"));
}

#[test]
fn a_name_may_have_a_folder_and_the_end_of_a_file() {
    let folder = Folder::new("new-folder");
    std::fs::create_dir(folder.0.join("cases")).expect("a folder");
    let output = folder.run(&["new", "cases/second_case.toml"]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let path = Path::new("cases").join("second_case.toml");
    assert!(text(&output.stdout).contains(&format!("standfast check {}\n", path.display())));
    assert!(folder.read("cases/second_case.toml").contains("\nid = \"second_case\"\n"));
}

#[test]
fn nothing_is_overwritten() {
    let folder = Folder::new("new-kept");
    std::fs::write(folder.0.join("mine.toml"), "mine").expect("written");
    let output = folder.run(&["new", "mine"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    assert_eq!(
        text(&output.stderr),
        "error: mine.toml exists already, and was left as it is\n  help: Choose another name, or move that file out \
         of the way.\n"
    );
    assert_eq!(folder.read("mine.toml"), "mine");
}

#[test]
fn what_cannot_be_a_name_or_be_written_is_said() {
    let folder = Folder::new("new-bad");
    for name in ["", "1st", "my case", "мой", ".toml", "..", "a.b", "new\u{1b}[31m"] {
        let output = folder.run(&["new", "--", name]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let said = text(&output.stderr);
        assert!(said.contains("cannot be the name of a case") && said.contains("help: "), "{said}");
        assert!(!said.contains('\u{1b}'), "{said:?}");
    }
    let output = folder.run(&["new", "missing/case"]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("error: cannot write ") && said.contains("help: Name a folder that exists"), "{said}");
    assert_eq!(std::fs::read_dir(&folder.0).expect("a folder").count(), 0, "nothing was left behind");
}
