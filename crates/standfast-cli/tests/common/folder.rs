//! A folder of one test, removed with it.

use std::path::PathBuf;
use std::process::{Command, Output};

/// The folder.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// An empty folder; the name of the test tells it from those of others.
    pub(crate) fn new(test: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("standfast-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Folder(path)
    }

    /// The program, to be run in it.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_standfast"));
        command.env("LC_ALL", "C");
        command.args(arguments).current_dir(&self.0);
        command
    }

    /// What the program says in it.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program starts")
    }

    /// The text of a file in it.
    pub(crate) fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.0.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
