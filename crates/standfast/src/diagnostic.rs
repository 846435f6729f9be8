//! What is wrong with a text, with its place in it: a scenario, or words of a command line.

use std::ops::Range;

use standfast_model::fault::{Code, Fault, Severity};

use crate::places::{Lines, Places, Position};

/// One thing that is wrong, or doubtful, and where. Its message is in the catalogues of
/// `standfast-report`, under the code.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// Whether what was asked for can still be done.
    pub severity: Severity,
    /// The path of the place in the document; empty for the text as a whole.
    pub path: String,
    /// The bytes of the place in the text.
    pub span: Range<usize>,
    /// Where the place begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// The words of the message.
    pub words: Vec<(&'static str, String)>,
    /// What could have stood there and looks most like what does.
    pub suggestion: Option<String>,
    /// All that could have stood there.
    pub known: Vec<String>,
}

impl Diagnostic {
    /// Whether the fault has a place in its text, rather than being one of the text as a whole.
    pub fn has_place(&self) -> bool {
        self.code == Code::Syntax || !self.path.is_empty() || self.span != (0..0)
    }

    /// A fault that the model found.
    pub(crate) fn of(fault: &Fault, lines: &Lines<'_>, places: &Places) -> Diagnostic {
        Diagnostic::at(fault, lines, places.span(&fault.path, fault.target))
    }

    /// A fault at a place in a text.
    pub(crate) fn at(fault: &Fault, lines: &Lines<'_>, span: Range<usize>) -> Diagnostic {
        Diagnostic {
            code: fault.code,
            severity: fault.code.severity(),
            path: fault.path.to_string(),
            start: lines.position(span.start),
            end: lines.position(span.end),
            span,
            words: fault.words.clone(),
            suggestion: match fault.word("meant") {
                "" => nearest(fault.word("given"), &fault.known),
                meant => Some(meant.to_owned()),
            },
            known: fault.known.clone(),
        }
    }
}

/// The word that a misspelt one was probably meant to be: the one that the fewest slips of the
/// finger turn into it.
pub fn nearest(given: &str, known: &[String]) -> Option<String> {
    let given = given.to_lowercase();
    let likely = known.iter().filter_map(|word| slips(&given, &word.to_lowercase()).map(|slips| (slips, word)));
    likely.min_by_key(|(slips, _)| *slips).map(|(_, word)| word.clone())
}

/// How many slips turn one name into the other. Of names with a dot both parts must be alike; the
/// last part alone may do for the whole.
fn slips(given: &str, known: &str) -> Option<usize> {
    match (given.split_once('.'), known.split_once('.')) {
        (Some((owner, name)), Some((known_owner, known_name))) => {
            Some(slips_of_word(owner, known_owner)? + slips_of_word(name, known_name)?)
        }
        (None, Some((_, known_name))) => Some(slips_of_word(given, known_name)? + 1),
        _ => slips_of_word(given, known),
    }
}

/// The same for a word; nothing if more than a third of it is slips: then it is another word. Where
/// it is only the beginning of one, that counts as one slip.
fn slips_of_word(given: &str, known: &str) -> Option<usize> {
    /// Nobody misspells a word as long as this, and comparing takes long.
    const LONGEST: usize = 100;
    let (given_length, known_length) = (given.chars().count(), known.chars().count());
    let longer = given_length.max(known_length);
    if given_length > 2 && known != given && known.starts_with(given) {
        return Some(1);
    }
    let allowed = if longer == 2 { 0 } else { (longer / 3).max(1) };
    if longer > LONGEST || given_length.abs_diff(known_length) > allowed || given_length == 0 {
        return None;
    }
    Some(strsim::damerau_levenshtein(given, known)).filter(|slips| *slips <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_forgiven_and_another_word_is_not() {
        let known = ["treaty", "army", "us.stake", "us.supply_cost", "challenger.prize", "uk.stake"];
        let known = known.map(str::to_owned);
        let nearest = |given| nearest(given, &known);
        assert_eq!(nearest("treety").as_deref(), Some("treaty"));
        assert_eq!(nearest("Treaty").as_deref(), Some("treaty"));
        assert_eq!(nearest("amry").as_deref(), Some("army"));
        assert_eq!(nearest("us.stak").as_deref(), Some("us.stake"));
        assert_eq!(nearest("chalenger.prise").as_deref(), Some("challenger.prize"));
        assert_eq!(nearest("treat").as_deref(), Some("treaty"));
        assert_eq!(nearest("us.supply").as_deref(), Some("us.supply_cost"));
        assert_eq!(nearest("supply_cost").as_deref(), Some("us.supply_cost"));
        assert_eq!(nearest("challenger.colour"), None);
        assert_eq!(nearest("neutrality"), None);
        assert_eq!(nearest(""), None);
        assert_eq!(nearest(&"treaty".repeat(10_000)), None);
    }
}
