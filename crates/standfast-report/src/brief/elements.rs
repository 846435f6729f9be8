//! Parts that documents are made of: paragraphs, lists, tables, addresses.

use maud::{Markup, PreEscaped, html};

use super::Brief;
use crate::figure::{Figure, Look, Theme};
use crate::tables::Table;

/// What the cells of a table hold beside the names in its first column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    Numbers,
    Words,
}

impl Brief<'_> {
    /// Sentences as one paragraph; nothing without any.
    pub(super) fn paragraph(self, sentences: &[String]) -> Markup {
        html! { @if !sentences.is_empty() { p { (self.say(sentences.join(" "))) } } }
    }

    /// Each sentence as a paragraph of its own.
    pub(super) fn paragraphs(self, sentences: &[String]) -> Markup {
        html! { @for sentence in sentences { p { (self.say(sentence.as_str())) } } }
    }

    pub(super) fn list(self, sentences: &[String]) -> Markup {
        html! { @if !sentences.is_empty() { ul { @for sentence in sentences { li { (self.say(sentence.as_str())) } } } } }
    }

    /// A table; a short one of numbers stays on one page, with its title and its note.
    pub(super) fn table(self, table: &Table, cells: Cells) -> Markup {
        /// As many rows fit on a page whatever stands above.
        const SHORT: usize = 12;
        let class = match cells {
            Cells::Numbers => "numbers",
            Cells::Words => "words",
        };
        let keep = if cells == Cells::Numbers && table.rows.len() <= SHORT { " keep" } else { "" };
        html! {
            div class={ "table" (keep) } {
                table class=(class) {
                    caption { (self.say(table.title.as_str())) }
                    thead { tr { @for column in &table.columns { th scope="col" { (self.say(column.as_str())) } } } }
                    tbody {
                        @for row in &table.rows {
                            tr {
                                @for (i, cell) in row.iter().enumerate() {
                                    @if i == 0 { th scope="row" { (self.say(cell.as_str())) } }
                                    @else { td { (self.say(cell.as_str())) } }
                                }
                            }
                        }
                    }
                }
                @if !table.note.is_empty() { p class="note" { (self.say(table.note.as_str())) } }
            }
        }
    }

    /// A figure with its title and sentence; its numbers can be unfolded on a screen. It is drawn twice, once for a
    /// telephone; nothing where there is none to draw.
    pub(super) fn told_and_drawn(self, figure: impl Fn(Look) -> Option<Figure>) -> Markup {
        self.in_two_widths(figure, true)
    }

    /// A figure without its sentence, where the text beside it says the same.
    pub(super) fn drawn(self, figure: impl Fn(Look) -> Option<Figure>) -> Markup {
        self.in_two_widths(figure, false)
    }

    fn in_two_widths(self, figure: impl Fn(Look) -> Option<Figure>, told: bool) -> Markup {
        let [wide, narrow] = [false, true].map(|narrow| figure(Look { theme: Theme::Page, narrow, standalone: false }));
        let Some((wide, narrow)) = wide.zip(narrow) else { return html! {} };
        html! {
            figure {
                p class="caption" { (wide.title) }
                div class="wide" { (PreEscaped(&wide.svg)) }
                div class="narrow" { (PreEscaped(&narrow.svg)) }
                @if told { figcaption { (self.say(wide.sentence)) } }
                details {
                    summary { (self.text("brief-figure-numbers", &[])) }
                    (self.table(&wide.table, Cells::Numbers))
                }
            }
        }
    }
}

/// A text whose addresses on the web can be followed.
pub(super) fn linked(text: &str) -> Markup {
    let is_address = |word: &str| word.starts_with("https://") || word.starts_with("http://");
    html! {
        @for (i, word) in text.split(' ').enumerate() {
            @if i > 0 { " " }
            @if is_address(word) { a href=(word) { (word) } } @else { (word) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_on_the_web_are_links_and_nothing_breaks_out() {
        let text = "See <b> https://example.org/?a=\"1\"&b=2 or javascript:alert(1) now";
        let expected = "See &lt;b&gt; <a href=\"https://example.org/?a=&quot;1&quot;&amp;b=2\">\
                        https://example.org/?a=&quot;1&quot;&amp;b=2</a> or javascript:alert(1) now";
        assert_eq!(linked(text).into_string(), expected);
    }
}
