//! The command as its users run it.

#![allow(clippy::disallowed_methods, reason = "tests run programs and read files")]

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn file(name: &str) -> String {
    format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standfast"));
    command.env("LC_ALL", "C");
    command.args(arguments).current_dir(root());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

const COALITION: &str = "validation/golden/coalition.toml";

#[test]
fn cases_lists_every_bundled_case() {
    let output = run(&["cases"]);
    assert!(output.status.success());
    let text = stdout(&output);
    let folders = std::fs::read_dir(root().join("scenarios")).expect("a folder");
    for folder in folders {
        let name = folder.expect("an entry").file_name().into_string().expect("UTF-8");
        assert!(text.contains(&name), "{name} is not listed:\n{text}");
    }
}

#[test]
fn assess_fits_a_hundred_columns_and_says_it_in_words() {
    let output = run(&["assess", COALITION, "--draws", "16", "--package", "pact", "--package", "force+army"]);
    assert!(output.status.success(), "{}", stderr(&output));
    // No progress where nobody watches; that the case gives no evidence is said in one line.
    assert_eq!(
        stderr(&output),
        format!("warning: {COALITION} has 103 warnings; `standfast check {COALITION}` shows them.\n")
    );
    let text = stdout(&output);
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
    for part in ["No guarantee", "pact", "force + army", "Noise floor", "alpha", "In words", "seed 2025", "residual"] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
    // A message that is missing from the catalogues comes out as its id.
    for id in ["sentence-", "column-", "table-", "note-", "doubt-", "method-"] {
        assert!(!text.contains(id), "{id}…:\n{text}");
    }
}

#[test]
fn assess_prints_json_and_csv() {
    let arguments = ["assess", COALITION, "--draws", "16", "--package", "pact", "--years", "5,20", "--format"];
    let json = run(&[&arguments[..], &["json"]].concat());
    let json: Value = serde_json::from_str(&stdout(&json)).expect("JSON");
    assert_eq!(json["years"], serde_json::json!([5, 20]));
    assert_eq!(json["method"]["seed"], 2025);
    assert_eq!(json["method"]["draws"], 16);
    let pact = &json["packages"][1];
    let war = pact["war"][1]["band"]["mean"].as_f64().expect("a number");
    assert!((0.0..=1.0).contains(&war));
    assert_eq!(pact["parties"].as_array().expect("parties").len(), 7);
    assert_eq!(pact["window"]["years"], 3);
    let window = |name: &str| pact["window"][name]["mean"].as_f64().expect("a number");
    assert!((window("war") - window("war_unforeseen") - window("cost")).abs() < 1e-12);
    let csv = stdout(&run(&[&arguments[..], &["csv"]].concat()));
    let mut lines = csv.lines();
    let columns: Vec<&str> = lines.next().expect("a head").split(',').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == columns.len()));
    let column = |name: &str| columns.iter().position(|column| *column == name).expect("a column");
    let same = rows.iter().find(|row| {
        row[column("package")] == "pact" && row[column("quantity")] == "war" && row[column("years")] == "20"
    });
    assert_eq!(same.expect("the row")[column("mean")].parse::<f64>(), Ok(war));
}

#[test]
fn at_the_median_there_is_no_spread() {
    let text = stdout(&run(&["assess", COALITION, "--at", "median"]));
    assert!(text.contains("every number at its median") && !text.contains('–'), "{text}");
}

#[test]
fn solve_prints_the_golden_results() {
    /// Required of every number.
    const TOLERANCE: f64 = 1e-9;
    let golden = std::fs::read_to_string(root().join("validation/golden/tiny.json")).expect("a golden file");
    let golden: Value = serde_json::from_str(&golden).expect("JSON");
    let arguments = ["--package", "treaty+troops+army", "--start", "war", "--at", "median", "--format", "json"];
    let output = run(&[&["solve", "validation/golden/tiny.toml"], &arguments[..]].concat());
    let ours: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    assert_eq!(
        (&ours["scenario"], &ours["guarantors"], &ours["at"]),
        (&golden["scenario"], &golden["guarantors"], &golden["at"])
    );
    let golden = golden["results"].as_array().expect("results").last().expect("the last is from war");
    let ours = &ours["results"][0];
    for key in golden.as_object().expect("a result").keys() {
        same(&golden[key], &ours[key], key, TOLERANCE);
    }
}

fn same(golden: &Value, ours: &Value, place: &str, tolerance: f64) {
    match (golden, ours) {
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{place}");
            a.iter().zip(b).for_each(|(a, b)| same(a, b, place, tolerance));
        }
        (Value::Object(a), Value::Object(b)) => a.iter().for_each(|(key, a)| same(a, &b[key], key, tolerance)),
        (Value::Number(a), Value::Number(b)) => {
            let apart = a.as_f64().expect("a number") - b.as_f64().expect("a number");
            assert!(apart.abs() <= tolerance, "{place}: {a} against {b}");
        }
        _ => assert_eq!(golden, ours, "{place}"),
    }
}

/// What a text of diagnostics is about: `error[code]` with line and column, in its order.
fn found(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let heads = lines.windows(2).filter(|pair| pair[1].trim_start().starts_with("--> "));
    let place = |line: &str| line.rsplit(':').take(2).map(str::to_owned).collect::<Vec<_>>();
    heads
        .map(|pair| {
            let (head, place) = (pair[0].split(": ").next().unwrap_or(""), place(pair[1]));
            format!("{head} {}:{}", place[1], place[0])
        })
        .collect()
}

#[test]
fn a_broken_file_is_refused_with_every_fault_and_its_place() {
    let path = file("broken.toml");
    let expected = [
        "error[unknown-version] 1:13",
        "error[wrong-type] 5:9",
        "error[out-of-limits] 7:11",
        "error[unknown-factor] 8:20",
        "error[duplicate-id] 12:11",
        "error[reserved-id] 13:23",
        "error[initial-sum] 17:11",
        "warning[no-evidence] 17:11",
        "error[range-order] 18:8",
        "error[bad-range] 19:8",
        "error[missing-key] 21:10",
        "error[cycle] 21:10",
        "error[initial-length] 23:11",
        "warning[no-evidence] 23:11",
        "error[range-at-edge] 24:8",
        "error[out-of-domain] 27:20",
        "error[unknown-primitive] 28:12",
        "error[unknown-distribution] 29:23",
        "error[range-at-edge] 30:23",
        "error[not-finite] 31:24",
        "warning[no-evidence] 35:7",
        "error[unknown-level] 36:17",
        "error[never-active] 41:8",
        "error[unknown-instrument] 51:31",
        "error[consensus-without-members] 53:14",
        "error[unknown-key] 55:1",
        "error[unknown-actor] 56:12",
        "error[unknown-evidence] 57:62",
        "warning[never-agreed] 59:14",
        "error[unknown-word] 66:14",
        "error[package-requires] 69:15",
        "error[package-excludes] 69:15",
    ];
    for command in ["assess", "solve"] {
        let output = run(&[command, path.as_str()]);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty(), "nothing of a refused file is printed as a result");
        let text = stderr(&output);
        assert_eq!(found(&text), expected, "{text}");
        for part in ["Did you mean `challenger.prize`?", "Did you mean `treaty`?", "forces → will → forces"] {
            assert!(text.contains(part), "{part} is missing:\n{text}");
        }
        assert!(text.contains("28 errors, 7 warnings"), "{text}");
    }
    let output = run(&["check", path.as_str()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(found(&stdout(&output)), expected, "what check finds is its result");
    assert_eq!(stderr(&output), "");
}

const RECORD: [&str; 4] = ["record", "crates/standfast-cli/tests/files/record.toml", "--draws", "16"];

#[test]
fn record_shows_every_check_and_spells_out_what_fails() {
    let output = run(&RECORD);
    assert!(output.status.success(), "a check that fails is a result: {}", stderr(&output));
    let text = stdout(&output);
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
    let row = |id: &str| text.lines().find(|line| line.starts_with(id)).unwrap_or_else(|| panic!("{id}:\n{text}"));
    assert!(row("even_sides").contains("49.9 to 50.1 %") && row("even_sides").contains("holds"));
    assert!(row("certain_war").contains("fails held out"));
    assert!(text.contains("1 of 2 checks holds; the one held out from tuning does not hold."), "{text}");
    assert!(text.contains("certain_war fails. War is certain. Target 99 to 100 %, found 15"), "{text}");
}

#[test]
fn record_prints_json_csv_and_markdown() {
    let print = |format: &str| stdout(&run(&[&RECORD[..], &["--format", format]].concat()));
    let json: Value = serde_json::from_str(&print("json")).expect("JSON");
    let check = &json["checks"][1];
    assert_eq!([&check["verdict"], &check["use"], &check["scale"]], ["fails", "held-out", "chance"]);
    let value = check["value"].as_f64().expect("a number");
    assert!((value - 0.15).abs() < 1e-12, "{value}");
    let csv = print("csv");
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert!(rows.len() == 3 && rows.iter().all(|row| row.len() == rows[0].len()), "{csv}");
    let column = rows[0].iter().position(|name| *name == "value").expect("a column");
    assert_eq!(rows[2][column].parse(), Ok(value));
    let markdown = print("markdown");
    assert!(markdown.contains("| `even_sides`: Sides are even. | 0–1 | 49.9 to 50.1 % |"), "{markdown}");
    assert!(markdown.contains("\n- certain_war fails."), "{markdown}");
}

#[test]
fn a_record_of_what_has_not_converged_is_printed_and_exits_with_its_own_code() {
    let output = run(&["record", &file("unconverged.toml"), "--draws", "8"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stdout(&output).contains("nobody_helps: equilibria have not converged in 8 draws"), "{}", stdout(&output));
    assert!(stderr(&output).contains("not converged"), "{}", stderr(&output));
}

#[test]
fn what_has_not_converged_is_printed_and_exits_with_its_own_code() {
    let output = run(&["solve", &file("unconverged.toml"), "--format", "json"]);
    assert_eq!(output.status.code(), Some(3));
    let json: Value = serde_json::from_str(&stdout(&output)).expect("the result is printed all the same");
    assert_eq!(json["results"][0]["equilibrium"]["converged"], false);
    assert!(stderr(&output).contains("not converged"), "{}", stderr(&output));
}

#[test]
fn what_overflows_has_not_converged() {
    let run = |package: &str| run(&["solve", &file("overflow.toml"), "--package", package, "--format", "json"]);
    let fine = run("nothing");
    assert_eq!(fine.status.code(), Some(0), "{}", stderr(&fine));
    let overflows = run("boundless_prize");
    assert_eq!(overflows.status.code(), Some(3));
    assert!(stderr(&overflows).contains("not converged"), "{}", stderr(&overflows));
}

#[test]
fn an_ensemble_keeps_and_marks_what_has_not_converged() {
    let output = run(&["assess", &file("unconverged.toml"), "--draws", "8", "--format", "json"]);
    let json: Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    let nothing = &json["packages"][0];
    assert_eq!(nothing["equilibria"]["unconverged_draws"], 8);
    assert_eq!(json["doubts"][0]["doubt"], "unconverged");
    let text = stdout(&run(&["assess", &file("unconverged.toml"), "--draws", "8"]));
    assert!(text.contains("have not converged in 8 draws"), "{text}");
}

#[test]
fn a_branch_that_is_not_unique_is_marked() {
    /// Required of every number; the fixture has more digits.
    const TOLERANCE: f64 = 1e-9;
    let json = stdout(&run(&["solve", &file("fork.toml"), "--format", "json"]));
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let result = &json["results"][0];
    assert!(result["equilibrium"]["branch_not_unique"].as_u64() >= Some(1), "{}", result["equilibrium"]);
    let stands_aside = result["response_if_invaded"][0][0][0].as_f64().expect("a number");
    assert!((stands_aside - 0.024_565_426_194_201_46).abs() < TOLERANCE, "{stands_aside}");
    let arguments = ["assess", &file("fork.toml"), "--draws", "9"];
    let json: Value =
        serde_json::from_str(&stdout(&run(&[&arguments[..], &["--format", "json"]].concat()))).expect("JSON");
    assert_eq!(json["packages"][0]["equilibria"]["branch_not_unique_draws"], 9);
    let text = stdout(&run(&arguments));
    assert!(text.contains("“No guarantee”: the guarantors' equilibrium is not unique somewhere in 9 draws"), "{text}");
}

#[test]
fn assess_and_solve_say_under_which_stresses() {
    const CASE: [&str; 3] = ["korea-1953", "--package", "nothing"];
    let stress = "us_never_commits";
    let run = |command: &str, more: &[&str]| {
        let output = run(&[&[command][..], &CASE, more].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        stdout(&output)
    };
    let (plain, under) = (run("assess", &["--draws", "8"]), run("assess", &["--draws", "8", "--under", stress]));
    assert!(!plain.contains("Under: ") && under.contains("\nUnder: "), "{under}");
    let solved = run("solve", &["--under", stress]);
    assert!(solved.contains(&format!("from peace, under {stress}, at the median")), "{solved}");
    assert!(!run("solve", &[]).contains("under"));
    let json = |command, more: &[&str]| -> Value {
        serde_json::from_str(&run(command, &[&["--under", stress, "--format", "json"][..], more].concat()))
            .expect("JSON")
    };
    assert_eq!(json("assess", &["--draws", "8"])["case"]["under"][0]["id"], stress);
    assert_eq!(json("solve", &[])["under"], serde_json::json!([stress]));
    let csv = run("assess", &["--draws", "8", "--under", stress, "--format", "csv"]);
    let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let column = lines.next().expect("a head").iter().position(|name| *name == "under").expect("a column");
    assert!(lines.all(|line| line[column] == stress), "{csv}");
}

#[test]
fn instruments_that_do_nothing_are_not_praised() {
    for more in [&["--at", "median"][..], &["--draws", "8"]] {
        let text = stdout(&run(&[&["assess", "textbook-empty-effects"][..], more].concat()));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains("No package here lowers the risk of war within 10 years"), "{text}");
        assert!(!text.contains("leaves the lowest risk"), "{text}");
    }
}

#[test]
fn the_number_of_draws_is_said_as_it_is() {
    // Wherever lines are broken.
    let words = |arguments: &[&str]| stdout(&run(arguments)).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = words(&["assess", COALITION, "--draws", "9", "--package", "army"]);
    assert!(text.contains("of 9 draws, within 10 years"), "{text}");
    assert!(text.contains("With fewer than 16 draws nobody can tell"), "{text}");
    let text = words(&["assess", "textbook-hazard", "--draws", "1", "--years", "1"]);
    assert!(text.contains("1 draw of 0 uncertain numbers (seed 2025), "), "{text}");
    assert!(text.contains("within 1 year is"), "{text}");
    let text = words(&["assess", COALITION, "--at", "median"]);
    assert!(!text.contains("of 1 draw") && !text.contains("Draws lower"), "counts say nothing of one draw: {text}");
}

#[test]
fn a_package_that_is_named_twice_is_shown_once() {
    let package = ["--package", "army", "--package", "force+army", "--package", "army+force"];
    let arguments = [&["assess", COALITION, "--draws", "8", "--format", "json"][..], &package, &package].concat();
    let json: Value = serde_json::from_str(&stdout(&run(&arguments))).expect("JSON");
    let ids: Vec<&Value> =
        json["packages"].as_array().expect("packages").iter().map(|package| &package["id"]).collect();
    assert_eq!(ids, ["nothing", "army", "force+army"]);
}

#[test]
fn choices_that_cannot_be_met_are_explained() {
    for (arguments, words) in [
        (&["assess", COALITION, "--package", "pakt"][..], "Did you mean `pact`?"),
        (&["assess", COALITION, "--package", "pact+armi+sanktions"], "`sanktions`"),
        (&["assess", COALITION, "--package", "neutrality"], "`neutrality` requires `army`"),
        (&["assess", COALITION, "--package", "pact+neutrality+army"], "exclude each other"),
        (&["assess", "korea-1953", "--under", "us_never_comits"], "Did you mean `us_never_commits`?"),
        (&["solve", COALITION, "--under", "us_walks_away"], "This case has no stresses."),
        (&["assess", COALITION, "--years", "26"], "horizon of 25"),
        (&["assess", COALITION, "--draws", "0"], "0 draws"),
        (&["assess", "ukraine-2024"], "Did you mean `ukraine-2025`?"),
        (&["assess", "no/such/file.toml"], "cannot read no/such/file.toml"),
        (&["assess", "scenarios"], "cannot read scenarios"),
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let text = stderr(&output);
        assert!(text.contains(words), "{arguments:?}: {text}");
        assert!(!text.contains("panicked"), "{text}");
    }
}

#[test]
fn a_result_file_is_there_whole_or_not_at_all() {
    let folder = std::env::temp_dir().join(format!("standfast-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("findings.json");
    let target = path.to_str().expect("UTF-8");
    let done = run(&["assess", COALITION, "--draws", "8", "--package", "army", "--format", "json", "--output", target]);
    assert!(done.status.success(), "{}", stderr(&done));
    let text = std::fs::read_to_string(&path).expect("the file is there");
    serde_json::from_str::<Value>(&text).expect("and whole");
    std::fs::remove_file(&path).expect("removed");

    // Interrupted in the middle of a long run: exit code 130, no file, no partial file.
    let mut child = command(&["assess", "--draws", "100000", "--format", "json", "--output", target])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(Duration::from_millis(1500));
    let signalled = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(signalled.success());
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            break status;
        }
        assert!(started.elapsed() < Duration::from_secs(120), "it does not stop");
        std::thread::sleep(Duration::from_millis(50));
    };
    assert_eq!(status.code(), Some(130));
    // Nobody watches: no progress, although the run was longer than it takes for that to show.
    let mut said = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut said).expect("UTF-8");
    assert_eq!(said.lines().last(), Some("Cancelled; nothing was written."), "{said}");
    assert!(!said.contains("games"), "{said}");
    assert_eq!(std::fs::read_dir(&folder).expect("the folder").count(), 0, "nothing is left behind");
    std::fs::remove_dir(&folder).expect("removed");
}

#[test]
fn threads_do_not_change_a_byte() {
    let arguments = ["assess", COALITION, "--draws", "24", "--format", "json", "--threads"];
    let one = run(&[&arguments[..], &["1"]].concat());
    for threads in ["2", "7"] {
        assert_eq!(one.stdout, run(&[&arguments[..], &[threads]].concat()).stdout, "{threads} threads");
    }
    for threads in ["0", "100000"] {
        assert_eq!(run(&[&arguments[..], &[threads]].concat()).status.code(), Some(2), "{threads} threads");
    }
}
