//! The page that is a part of the program.

use standfast_report::Catalogue;
use standfast_report::faults::program;

use crate::output::Failure;

/// A file of the page: its path, and what is in it.
pub(crate) type PageFile = (&'static str, &'static [u8]);

/// All of its files, in the order of their paths; none where it was not built.
static FILES: &[PageFile] = &include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// What the page opens with.
pub(crate) const FIRST: &str = "index.html";

/// The files of the page, or what to run so that the program has them.
pub(crate) fn files(catalogue: &Catalogue) -> Result<&'static [PageFile], Failure> {
    if file(FIRST).is_none() {
        return Err(Failure::Message(program(catalogue, "page-missing", &[])));
    }
    Ok(FILES)
}

/// A file by its path.
pub(crate) fn file(path: &str) -> Option<&'static [u8]> {
    FILES.binary_search_by_key(&path, |(name, _)| name).ok().map(|at| FILES[at].1)
}

/// What kind of file it is, for a browser.
pub(crate) fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}
