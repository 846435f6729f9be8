//! Programs that read standard input.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

/// What a program says of an input.
pub(crate) fn feed(command: &mut Command, input: &[u8]) -> Output {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the program starts");
    // It may stop reading before the end: then the pipe breaks, as it should.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("it ends")
}
