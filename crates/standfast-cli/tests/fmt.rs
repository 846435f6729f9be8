//! `standfast fmt` as its users run it.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

#[path = "common/feed.rs"]
mod feed;
#[path = "common/folder.rs"]
mod folder;

use feed::feed;
use folder::Folder;

const MESSY: &str = "standfast=1\n[actors] # who\nprotege='south'\nchallenger='north'\n";
const NEAT: &str = "standfast = 1\n\n[actors] # who\nchallenger = 'north'\nprotege = 'south'\n";
const BROKEN: &str = "standfast = 1\n[actors\n";

/// A folder with three files.
fn folder(test: &str) -> Folder {
    let folder = Folder::new(&format!("fmt-{test}"));
    for (name, text) in [("messy.toml", MESSY), ("neat.toml", NEAT), ("broken.toml", BROKEN)] {
        std::fs::write(folder.0.join(name), text).expect("written");
    }
    folder
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_file_is_laid_out_in_its_place() {
    let folder = folder("place");
    let output = folder.run(&["fmt", "messy.toml", "neat.toml"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), ""));
    assert_eq!(text(&output.stderr), "messy.toml: now in canonical layout\n");
    assert_eq!(folder.read("messy.toml"), NEAT);
    let again = folder.run(&["fmt", "messy.toml", "neat.toml"]);
    assert_eq!((again.status.code(), text(&again.stdout), text(&again.stderr)), (Some(0), "", ""));
    assert_eq!(std::fs::read_dir(&folder.0).expect("a folder").count(), 3, "nothing else was written");
}

#[test]
fn what_is_in_canonical_layout_is_not_touched() {
    let folder = folder("touch");
    let changed = || folder.0.join("neat.toml").metadata().and_then(|data| data.modified()).expect("a time");
    let file = std::fs::File::options().write(true).open(folder.0.join("neat.toml")).expect("a file");
    file.set_modified(std::time::UNIX_EPOCH).expect("an old file");
    assert!(folder.run(&["fmt", "neat.toml"]).status.success());
    assert_eq!(changed(), std::time::UNIX_EPOCH);
}

#[test]
fn check_names_files_and_writes_nothing() {
    let folder = folder("check");
    let output = folder.run(&["fmt", "--check", "neat.toml", "messy.toml"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), ""));
    assert_eq!(
        text(&output.stdout),
        "messy.toml: not in canonical layout\n`standfast fmt FILE` lays a file out; its comments and values stay.\n"
    );
    assert_eq!(folder.read("messy.toml"), MESSY);
    let output = folder.run(&["fmt", "--check", "neat.toml"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), ""));
}

#[test]
fn what_is_no_toml_is_refused_as_by_check_and_keeps_no_other_file_from_it() {
    let folder = folder("broken");
    let checked = folder.run(&["check", "broken.toml"]);
    let output = folder.run(&["fmt", "broken.toml", "no-such-file.toml", "messy.toml"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""));
    let (excerpt, _) = text(&checked.stdout).split_once("\nbroken.toml: ").expect("a count");
    assert!(excerpt.contains("error[syntax]"), "{excerpt}");
    assert!(text(&output.stderr).starts_with(excerpt.trim_end()), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("cannot read no-such-file.toml"), "{}", text(&output.stderr));
    assert_eq!(folder.read("broken.toml"), BROKEN);
    assert_eq!(folder.read("messy.toml"), NEAT);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder("input");
    let on = |arguments: &[&str], input: &str| feed(&mut folder.command(arguments), input.as_bytes());
    for input in [MESSY, NEAT] {
        let output = on(&["fmt", "-"], input);
        assert_eq!((output.status.code(), text(&output.stdout), text(&output.stderr)), (Some(0), NEAT, ""));
    }
    let output = on(&["fmt", "-"], BROKEN);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""), "nothing half done");
    let output = on(&["fmt", "--check", "-"], MESSY);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).starts_with("standard input: not in"), "{}", text(&output.stdout));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = folder("link");
    let file = folder.0.join("messy.toml");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).expect("set");
    symlink("messy.toml", folder.0.join("link.toml")).expect("a link");
    assert!(folder.run(&["fmt", "link.toml"]).status.success());
    assert_eq!(folder.read("messy.toml"), NEAT);
    assert!(folder.0.join("link.toml").symlink_metadata().expect("there").is_symlink());
    assert_eq!(file.metadata().expect("there").permissions().mode() & 0o777, 0o640);
    std::fs::write(&file, MESSY).expect("written");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o440)).expect("set");
    let output = folder.run(&["fmt", "messy.toml"]);
    assert_eq!((output.status.code(), folder.read("messy.toml").as_str()), (Some(1), MESSY));
    assert!(text(&output.stderr).contains("cannot write"), "{}", text(&output.stderr));
}

#[test]
fn a_file_has_to_be_named() {
    let output = folder("none").run(&["fmt"]);
    assert_eq!(output.status.code(), Some(2));
}
