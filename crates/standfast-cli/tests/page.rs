//! The page as the program has it, where it was built: `cargo xtask page`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test of a front end")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The page that was built into the program, if one was.
fn built() -> Option<PathBuf> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("page");
    page.join("index.html").exists().then_some(page)
}

fn standfast(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standfast"));
    command.args(arguments).env("LC_ALL", "C");
    command
}

/// A program that is ended when the test is.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn without_the_page_the_program_says_what_to_run() {
    if built().is_some() {
        return;
    }
    for arguments in [&["serve", "--port", "0"][..], &["site", "nowhere"]] {
        let output = standfast(arguments).output().expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("cargo xtask page"), "{said}");
    }
}

#[test]
fn the_page_is_written_as_it_was_built_and_only_where_nothing_is() {
    let Some(page) = built() else { return };
    let folder = std::env::temp_dir().join(format!("standfast-site-{}", std::process::id()));
    let shown = folder.display().to_string();
    let output = standfast(&["site", &shown]).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for name in ["index.html", "engine/standfast.wasm", "stored/uk.wide.json"] {
        let (written, expected) = (std::fs::read(folder.join(name)), std::fs::read(page.join(name)));
        assert_eq!(written.expect(name), expected.expect(name), "{name}");
    }
    let again = standfast(&["site", &shown]).output().expect("the program runs");
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("not empty"));
    std::fs::remove_dir_all(&folder).expect("the test made it");
}

#[test]
fn the_page_is_served_and_nothing_else() {
    let Some(page) = built() else { return };
    let child = standfast(&["serve", "--port", "0"]).stdout(Stdio::piped()).spawn().expect("the program runs");
    let mut served = Served(child);
    let mut said = String::new();
    let output = served.0.stdout.take().expect("it says where");
    BufReader::new(output).read_line(&mut said).expect("it says where");
    let port = said.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).expect("an address");
    let ask = |request: &str| -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(format!("127.0.0.1:{port}")).expect("somebody listens");
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n").expect("a head");
        (String::from_utf8_lossy(&answer[..end]).into_owned(), answer[end + 4..].to_vec())
    };
    let (head, body) = ask("GET /");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("Content-Type: text/html"), "{head}");
    assert_eq!(body, std::fs::read(page.join("index.html")).expect("the page"));
    let (head, _) = ask("GET /engine/standfast.wasm?v=1");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("application/wasm"), "{head}");
    for (request, code) in
        [("GET /nowhere", "404"), ("GET /../Cargo.toml", "404"), ("GET //etc/passwd", "404"), ("POST /", "405")]
    {
        assert!(ask(request).0.starts_with(&format!("HTTP/1.1 {code}")), "{request}");
    }
}
