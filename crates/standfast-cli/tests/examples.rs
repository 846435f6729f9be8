//! Pages with commands, run: what stands there works.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

use std::process::Command;

const PAGES: [&str; 11] = [
    include_str!("../../../docs/commands.md"),
    include_str!("../../../docs/packages.md"),
    include_str!("../../../docs/why.md"),
    include_str!("../../../docs/claims.md"),
    include_str!("../../../docs/break.md"),
    include_str!("../../../docs/brief.md"),
    include_str!("../../../docs/sensitivity.md"),
    include_str!("../../../docs/timeline.md"),
    include_str!("../../../docs/discover.md"),
    include_str!("../../../docs/disagree.md"),
    include_str!("../../../docs/figures.md"),
];

/// The commands of a page in their order, each with the exit code that a comment promises.
fn commands(page: &str) -> Vec<(Vec<String>, i32)> {
    let mut commands = Vec::new();
    let mut shell = false;
    for line in page.lines() {
        if line.starts_with("```") {
            shell = line == "```sh";
        } else if shell {
            let (command, comment) = line.split_once('#').unwrap_or((line, ""));
            let code = comment.trim().strip_prefix("exit code ").map_or(Ok(0), str::parse);
            let mut words = command.split_whitespace().map(str::to_owned);
            assert_eq!(words.next().as_deref(), Some("standfast"), "{line}");
            commands.push((words.collect(), code.unwrap_or_else(|_| panic!("{line}"))));
        }
    }
    commands
}

#[test]
fn every_command_of_the_pages_runs() {
    let folder = std::env::temp_dir().join(format!("standfast-examples-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let each = PAGES.map(commands);
    assert!(each.iter().all(|commands| commands.len() > 3), "the pages were read");
    for (arguments, code) in each.into_iter().flatten() {
        let output = Command::new(env!("CARGO_BIN_EXE_standfast"))
            .env("LC_ALL", "C")
            .args(&arguments)
            .current_dir(&folder)
            .output()
            .expect("the program starts");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "standfast {}: {err}", arguments.join(" "));
        assert!(!output.stdout.is_empty() || !err.contains("panicked"), "{err}");
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}
