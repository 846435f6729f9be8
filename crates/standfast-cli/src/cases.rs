//! `standfast cases`

use standfast::cases::CASES;
use standfast_report::Catalogue;

use crate::{Done, output};

pub(crate) fn run(catalogue: &Catalogue) -> Done {
    let widest = CASES.iter().map(|case| case.id.len()).max().unwrap_or(0);
    let mut text = format!("{}\n", catalogue.text("cases-heading", &[]));
    for case in CASES {
        text.push_str(&format!("  {:widest$}  {}\n", case.id, case.read().scenario.title.en));
    }
    output::write(&text, None)
}
