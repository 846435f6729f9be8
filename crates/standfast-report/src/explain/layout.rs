//! Pages as text: for a terminal, and as Markdown.

use super::{Fact, Item, Page, Section};
use crate::catalogue::Catalogue;
use crate::wrap::lines;

/// How far what stands below a heading is moved in.
const INDENT: &str = "  ";

/// Pages for a terminal of a width, a blank line between them.
pub fn text(catalogue: &Catalogue, pages: &[Page], width: usize) -> String {
    let pages: Vec<String> = pages.iter().map(|page| one_text(catalogue, page, width)).collect();
    pages.join("\n\n")
}

fn one_text(catalogue: &Catalogue, page: &Page, width: usize) -> String {
    let args = [("name", page.name.as_str().into()), ("topic", page.topic_name.as_str().into())];
    let mut text = format!("{}\n", catalogue.text("topic-title", &args));
    if let Some(meaning) = &page.meaning {
        text.push_str(&indented(meaning, "", "", width));
    }
    for section in page.sections.iter().filter(|section| !section.is_empty()) {
        text.push('\n');
        if let Some(heading) = &section.heading {
            text.push_str(&format!("{heading}\n"));
        }
        let widest = section.facts.iter().map(|fact| fact.label.chars().count()).max().unwrap_or(0);
        for Fact { label, text: fact, .. } in &section.facts {
            let first = format!("{INDENT}{label:widest$}{INDENT}");
            let rest = " ".repeat(first.chars().count());
            text.push_str(&indented(fact, &first, &rest, width));
        }
        for equation in &section.equations {
            text.push_str(&indented(equation, INDENT, "      ", width));
        }
        for item in &section.items {
            text.push_str(&indented(&with_evidence(item), "  • ", "    ", width));
        }
    }
    text
}

fn with_evidence(item: &Item) -> String {
    match &item.evidence[..] {
        [] => item.text.clone(),
        evidence => format!("{} [{}]", item.text, evidence.join(", ")),
    }
}

fn indented(text: &str, first: &str, rest: &str, width: usize) -> String {
    let room = width.saturating_sub(rest.chars().count());
    let mut broken = String::new();
    for (i, line) in lines(text, room).iter().enumerate() {
        broken.push_str(&format!("{}{line}\n", if i == 0 { first } else { rest }));
    }
    broken
}

/// Pages as Markdown, under headings of a level.
pub fn markdown(pages: &[Page], level: usize) -> String {
    let pages: Vec<String> = pages.iter().map(|page| one_markdown(page, level)).collect();
    pages.join("\n")
}

fn one_markdown(page: &Page, level: usize) -> String {
    let mut text = format!("{} {}\n", "#".repeat(level), page.name);
    if let Some(meaning) = &page.meaning {
        text.push_str(&format!("\n{meaning}\n"));
    }
    for section in page.sections.iter().filter(|section| !section.is_empty()) {
        if let Some(heading) = &section.heading {
            text.push_str(&format!("\n**{heading}**\n"));
        }
        text.push('\n');
        for Fact { label, text: fact, .. } in &section.facts {
            text.push_str(&format!("- {label}: {fact}\n"));
        }
        for equation in &section.equations {
            text.push_str(&format!("    {equation}\n"));
        }
        for item in &section.items {
            text.push_str(&format!("- {}\n", with_evidence(item)));
        }
    }
    text
}

/// The reference of all primitives: a table of them, and a page for each.
pub fn primitives(catalogue: &Catalogue) -> String {
    let groups = super::primitives(catalogue);
    let say = |id: &str| catalogue.text(id, &[]);
    let about = lines(&say("primitives-about"), 100).join("\n");
    let mut text = format!("# {}\n\n{about}\n", say("primitives-title"));
    let heads = ["name", "link", "default", "read", "meaning"].map(|head| say(&format!("primitives-{head}")));
    text.push_str(&format!("\n| {} |\n|{}\n", heads.join(" | "), "---|".repeat(heads.len())));
    for page in groups.iter().flat_map(|(_, pages)| pages) {
        let fact = |id: &str| {
            let facts = page.sections.iter().flat_map(|section| &section.facts);
            facts.filter(|fact| fact.id == id).map(|fact| fact.text.as_str()).next().unwrap_or_default()
        };
        let link = fact("link").split(':').next().unwrap_or_default();
        let name = format!("[{}](#{})", page.name, anchor(&page.name));
        let cells = [&name, link, fact("default"), fact("read"), page.meaning.as_deref().unwrap_or_default()];
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    for (heading, pages) in &groups {
        text.push_str(&format!("\n## {heading}\n\n{}", markdown(pages, 3)));
    }
    text
}

/// What a heading is called in an address: small letters, no dots.
fn anchor(heading: &str) -> String {
    heading.to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == '_' || *c == '-').collect()
}

impl Section {
    fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.equations.is_empty() && self.items.is_empty()
    }
}
