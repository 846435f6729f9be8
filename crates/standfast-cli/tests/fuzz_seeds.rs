//! What the fuzzer once stumbled over is met without a stumble, and so are all broken files.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::path::Path;

#[path = "../../../fuzz/exercise.rs"]
mod exercise;

fn exercise_all(folder: &Path) -> usize {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            count += exercise_all(&path);
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            let done = std::panic::catch_unwind(|| exercise::exercise(&bytes));
            assert!(done.is_ok(), "{}", path.display());
            count += 1;
        }
    }
    count
}

#[test]
fn nothing_stumbles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    assert!(exercise_all(&root.join("fuzz/seeds")) > 0, "the seeds are gone");
    assert!(exercise_all(&root.join("crates/standfast-cli/tests/broken")) > 60, "the broken files are gone");
}
