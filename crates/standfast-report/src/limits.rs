//! What the model leaves out, whatever the case.

use crate::catalogue::Catalogue;
use crate::wrap::lines;

/// The limits, the weightiest first, by message.
const LIMITS: [&str; 17] = [
    "limit-ceasefire",
    "limit-structure",
    "limit-independent-draws",
    "limit-constant",
    "limit-dates",
    "limit-one-year",
    "limit-no-coordination",
    "limit-protege",
    "limit-information",
    "limit-unitary",
    "limit-two-sides",
    "limit-contest",
    "limit-whole",
    "limit-bargain",
    "limit-all-or-nothing",
    "limit-limited-gain",
    "limit-noise",
];

/// A limit in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is left out.
    pub title: String,
    /// What that does to the answers.
    pub means: String,
}

/// All limits.
pub fn limits(catalogue: &Catalogue) -> Vec<Limit> {
    let of = |id: &&str| Limit {
        title: catalogue.text(id, &[]),
        means: catalogue.attribute(id, "means", &[]).unwrap_or_default(),
    };
    LIMITS.iter().map(of).collect()
}

/// A page of the limits in lines of a width, for a terminal or as Markdown.
pub fn page(catalogue: &Catalogue, width: usize, markdown: bool) -> String {
    let paragraph = |text: &str| lines(text, width).join("\n") + "\n";
    let text = |id| catalogue.text(id, &[]);
    let (heading, bold) = if markdown { ("# ", "**") } else { ("", "") };
    let mut page = format!("{heading}{}\n\n{}\n", text("limits-title"), paragraph(&text("limits-lead")));
    for Limit { title, means } in limits(catalogue) {
        let item = lines(&format!("{bold}{title}.{bold} {means}"), width - 2).join("\n  ");
        page.push_str(&format!("{} {item}\n", if markdown { "-" } else { "•" }));
    }
    page + "\n" + &paragraph(&text("limits-tail"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Language;

    #[test]
    fn every_limit_has_its_words_and_none_is_forgotten() {
        let catalogue = Catalogue::new(Language::En);
        for (limit, id) in limits(&catalogue).iter().zip(LIMITS) {
            assert!(limit.title != id && !limit.means.is_empty(), "{id}");
        }
        let file = include_str!("../locales/en/limits.ftl");
        assert_eq!(file.lines().filter(|line| line.starts_with("limit-")).count(), LIMITS.len());
    }

    #[test]
    fn a_page_keeps_to_its_width_and_leaves_no_limit_out() {
        let catalogue = Catalogue::new(Language::En);
        for markdown in [false, true] {
            let page = page(&catalogue, 80, markdown);
            assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
            let in_one_line = lines(&page, usize::MAX).join(" ");
            for Limit { title, means } in limits(&catalogue) {
                assert!(in_one_line.contains(&title) && in_one_line.contains(&means), "{title}");
            }
        }
    }
}
