//! Figures as a language writes them, in text that was laid out.
//!
//! Numbers become text in many places, with a point, a hyphen for a minus and, between the ends of a range, with "to". What is said to people
//! in another language is gone through once, at the end. What is no figure stays: versions (0.1.0), names, dates.

use crate::catalogue::Language;

/// A text with its figures in a language.
pub fn in_figures(language: Language, text: String) -> String {
    match language {
        Language::En => text,
        Language::Uk => ranges(&commas(&minuses(&text)), " до "),
    }
}

/// With decimal commas.
fn commas(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    // The first byte on the other side of the digits beside a point.
    let before = |point: usize| (0..point).rev().find(|&at| !bytes[at].is_ascii_digit()).map(|at| bytes[at]);
    let after = |point: usize| (point + 1..bytes.len()).find(|&at| !bytes[at].is_ascii_digit()).map(|at| bytes[at]);
    let joined = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"._-/".contains(&byte));
    let mut written = text.to_owned();
    for (point, _) in text.match_indices('.').rev() {
        let between = is_digit(point.checked_sub(1)) && is_digit(Some(point + 1));
        // A point that ends a sentence may follow the digits.
        let ends = after(point) == Some(b'.') && !is_digit(following(bytes, point));
        if between && !joined(before(point)) && (ends || !joined(after(point))) {
            written.replace_range(point..=point, ",");
        }
    }
    written
}

/// The place after the digits that follow a point, and one more.
fn following(bytes: &[u8], point: usize) -> Option<usize> {
    (point + 1..bytes.len()).find(|&at| !bytes[at].is_ascii_digit()).map(|at| at + 1)
}

/// With a minus before numbers that a hyphen stands before.
fn minuses(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        let number = rest.peek().is_some_and(char::is_ascii_digit);
        let minus = sign == '-' && number && (before.is_whitespace() || "(×:".contains(before));
        written.push(if minus { '−' } else { sign });
        before = sign;
    }
    written
}

/// With another word between the ends of ranges.
fn ranges(text: &str, word: &str) -> String {
    const TO: &str = " to ";
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(TO) {
        let (before, after) = (&rest[..at], &rest[at + TO.len()..]);
        let figures = before.ends_with(|end: char| end.is_ascii_digit() || end == '%')
            && after.starts_with(|start: char| start.is_ascii_digit() || "<>−+-×".contains(start));
        written.push_str(before);
        written.push_str(if figures { word } else { TO });
        rest = after;
    }
    written + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_those_of_the_language_and_all_else_stays() {
        let uk = |text: &str| in_figures(Language::Uk, text.to_owned());
        assert_eq!(uk("4.4 (0.59–8.9) +1.7 (+0.3 to +3.9)"), "4,4 (0,59–8,9) +1,7 (+0,3 до +3,9)");
        assert_eq!(uk("p = 0.004. × 0.82."), "p = 0,004. × 0,82.");
        assert_eq!(uk("engine 0.1.0, us.stake, case.2025.toml, v1.5"), "engine 0.1.0, us.stake, case.2025.toml, v1.5");
        assert_eq!(uk("25 % to 30, due to 5"), "25 % до 30, due to 5");
        assert_eq!(uk("-1.4 to -0.7 (-2) us-2025-03 a - 5"), "−1,4 до −0,7 (−2) us-2025-03 a - 5");
        assert_eq!(in_figures(Language::En, "4.4 to 5".to_owned()), "4.4 to 5");
    }
}
