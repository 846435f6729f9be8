//! `standfast cases`

use standfast::cases::CASES;
use standfast::provenance::Words;
use standfast_report::Catalogue;
use standfast_report::sentences::in_language;

use crate::{Done, output};

pub(crate) fn run(catalogue: &Catalogue) -> Done {
    let widest = CASES.iter().map(|case| case.id.len()).max().unwrap_or(0);
    let mut text = format!("{}\n", catalogue.text("cases-heading", &[]));
    for case in CASES {
        text.push_str(&format!(
            "  {:widest$}  {}\n",
            case.id,
            in_language(catalogue, &Words::from(&case.read().scenario.title))
        ));
    }
    output::write(&text, None)
}
