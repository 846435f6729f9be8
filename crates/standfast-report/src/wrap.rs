//! Text broken into lines.

/// Text in lines of a width. A word that is longer than a line has one of its own. A no-break space, as before `%`,
/// holds what it joins together.
pub fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let breaks = |c: char| c.is_whitespace() && c != '\u{a0}';
    for word in text.split(breaks).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_asked_and_no_word_is_lost() {
        let text = "  Write `until` greater than\nlead_time, or an-unbreakably-long-word instead.";
        let broken = lines(text, 20);
        assert_eq!(broken.join(" "), text.split_whitespace().collect::<Vec<_>>().join(" "));
        assert!(broken.iter().all(|line| line.chars().count() <= 20 || !line.contains(' ')), "{broken:?}");
        assert_eq!(lines(" ", 20), Vec::<String>::new());
        assert_eq!(lines("now 80\u{a0}% of it", 7), ["now", "80\u{a0}% of", "it"]);
    }
}
