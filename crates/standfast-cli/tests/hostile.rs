//! Input that is large, deep or endless is refused soon, with a message, and in bounded memory.

#![cfg(unix)]
#![allow(clippy::disallowed_methods, reason = "tests run programs, and write files")]

#[path = "common/feed.rs"]
mod feed;

use std::fmt::Write as _;
use std::process::{Command, Output};

use feed::feed;

/// What the program may use, in KiB. Without bounds some of these inputs take gigabytes.
const MEMORY: usize = 1 << 20;
/// How long it may work, in seconds of its own on a processor, as other programs may keep it waiting.
/// Without bounds some of these inputs take hours.
const SECONDS: usize = 20;
/// As large as a scenario may be.
const MIB: usize = 1 << 20;

const HEAD: &str = "standfast = 1\n[scenario]\nid = \"large\"\ntitle = \"Large\"\nstart = 2025\nhorizon = 10\n\
                    [actors]\nchallenger = \"north\"\nprotege = \"south\"\nguarantors = [\"ally\"]\n";

/// Checks what is written to the program, which has bounded memory and time.
fn check(name: &str, input: &[u8]) -> Output {
    let bounded = format!("ulimit -v {MEMORY} && ulimit -t {SECONDS} && exec \"$0\" check -");
    let output = feed(Command::new("sh").args(["-c", &bounded, env!("CARGO_BIN_EXE_standfast")]), input);
    assert_eq!(output.status.code(), Some(1), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
    assert!(output.stdout.len() < 200_000, "{name} prints {} bytes", output.stdout.len());
    output
}

/// As many lines as fit into a scenario.
fn lines(head: &str, mut line: impl FnMut(usize) -> String) -> String {
    let mut text = head.to_owned();
    for i in 0.. {
        let next = line(i);
        if text.len() + next.len() > MIB {
            break;
        }
        text.push_str(&next);
    }
    text
}

fn assert_says(name: &str, input: &str, code: &str) {
    let output = check(name, input.as_bytes());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains(&format!("error[{code}]")), "{name}:\n{text}");
}

#[test]
fn a_hundred_megabytes_of_garbage_are_refused_at_once() {
    // A multiplicative generator is garbage enough.
    let mut state = 1_u64;
    let garbage: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    })
    .take(100 * MIB)
    .collect();
    let output = check("garbage", &garbage);
    assert!(String::from_utf8_lossy(&output.stdout).contains("error[too-large]"));
    let path = std::env::temp_dir().join(format!("standfast-garbage-{}.toml", std::process::id()));
    std::fs::write(&path, &garbage).expect("written");
    let output = Command::new(env!("CARGO_BIN_EXE_standfast"))
        .env("LC_ALL", "C")
        .arg("check")
        .arg(&path)
        .output()
        .expect("it runs");
    std::fs::remove_file(&path).expect("removed");
    assert!(String::from_utf8_lossy(&output.stdout).contains("error[too-large]"));
    check("garbage of a scenario's size", &garbage[..MIB]);
}

#[test]
fn an_endless_input_is_refused() {
    let output = Command::new("sh")
        .args(["-c", "yes '[[effect]]' | \"$0\" check -", env!("CARGO_BIN_EXE_standfast")])
        .output()
        .expect("it runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains("error[too-large]"));
}

#[test]
fn deep_nesting_is_refused() {
    for (name, open) in [("brackets", "["), ("braces", "{a="), ("dots", "a.")] {
        assert_says(
            name,
            &format!("{HEAD}x = {}", open.repeat(100_000)),
            if open == "a." { "syntax" } else { "too-deep" },
        );
    }
    assert_says("a deep key", &format!("{HEAD}{}a = 1", "a.".repeat(100_000)), "too-deep");
    assert_says("a deep table", &format!("{HEAD}[{}a]", "a.".repeat(100_000)), "too-deep");
    assert_says("brackets alone", &"[".repeat(MIB), "syntax");
}

#[test]
fn a_text_that_is_wrong_everywhere_is_refused() {
    assert_says("equal signs", &"=\n".repeat(MIB / 2), "too-many-faults");
    assert_says("quotes", &"\"\n".repeat(MIB / 2), "too-many-faults");
    assert_says("one key", &"key = 1\n".repeat(MIB / 8), "too-many-faults");
    assert_says("a long line", &format!("{HEAD}x = [{}", "1, ".repeat(MIB / 4)), "syntax");
    assert_says("a long key", &format!("{HEAD}{} = 1", "k".repeat(MIB / 2)), "too-long");
    assert_says("a long value", &format!("{HEAD}[packages.{}]", "p".repeat(MIB / 2)), "too-long");
    let level = "l".repeat(MIB / 2);
    let when = format!("[[effect]]\non = \"ally.stake\"\nadd = 1\nwhen = {{ will = \"{level}\" }}\n");
    let factor = "[factors.will]\nlevels = [\"low\"]\ninitial = [1]\nrise = 0\nfall = 0\n";
    assert_says("a long level", &format!("{HEAD}{factor}{when}"), "unknown-level");
}

#[test]
fn a_million_keys_are_refused() {
    let mut keys = String::new();
    for i in 0..1_000_000 {
        let _ = writeln!(keys, "k{i} = 1");
    }
    assert_says("a million keys", &keys, "too-large");
    assert_says("keys", &lines(HEAD, |i| format!("[k{i}]\n")), "too-many-faults");
    assert_says("primitives", &lines(HEAD, |i| format!("[primitives.p{i}]\nx=1\n")), "too-many-faults");
    assert_says("one owner", &lines(&format!("{HEAD}[primitives.ally]\n"), |i| format!("p{i}=1\n")), "too-many-faults");
}

#[test]
fn too_many_of_something_are_refused() {
    for table in ["factors", "instruments", "evidence"] {
        assert_says(table, &lines(HEAD, |i| format!("[{table}.x{i}]\n")), "too-many");
    }
    for table in ["packages", "stresses", "checks", "claims"] {
        assert_says(table, &lines(HEAD, |i| format!("[{table}.x{i}]\nx=1\n")), "too-many-faults");
    }
    let list = |before: &str, after: &str| lines(before, |i| format!("\"x{i}\",")) + after;
    assert_says("others", &list(&HEAD.replace("guarantors = [\"ally\"]\n", "others = ["), "]\n"), "too-many");
    assert_says("levels", &list(&format!("{HEAD}[factors.f]\nlevels = ["), "]\n"), "bad-levels");
    assert_says("members", &list(&format!("{HEAD}[packages.f]\ninstruments = ["), "]\n"), "too-many-faults");
    let effects = lines(HEAD, |_| "[[effect]]\non=\"ally.stake\"\nadd=1\n".to_owned());
    assert_says("effects", &effects, "too-many");
    let evidence: String = (0..1000).map(|i| format!("[evidence.e{i}]\nkind=\"expert\"\nsays=\"a\"\n")).collect();
    let effects =
        lines(&format!("{HEAD}{evidence}"), |_| "[[effect]]\non=\"x.y\"\nadd=1\nevidence=[\"x\"]\n".to_owned());
    assert_says("unknown names", &effects, "too-many-faults");
}
