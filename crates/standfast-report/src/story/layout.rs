//! A story as text: for a terminal, and as Markdown.

use super::{Line, Story};
use crate::wrap;

/// The years stand in a column of this width.
const YEARS: usize = "2025–2034  ".len() - "–".len() + 1;

/// A story for a terminal of a width.
pub fn text(story: &Story, width: usize) -> String {
    let paragraph = |text: &String| wrap::lines(text, width).join("\n") + "\n";
    let paragraphs = |texts: &[String]| texts.iter().map(paragraph).collect::<String>();
    let mut text = format!("\n{}\n{}\n", paragraph(&story.title), paragraphs(&story.opening));
    for line in &story.lines {
        let head = if line.within { format!("  {}", years(line)) } else { years(line) };
        for (i, part) in wrap::lines(&line.text, width - YEARS).iter().enumerate() {
            text.push_str(&format!("{:YEARS$}{part}\n", if i == 0 { head.as_str() } else { "" }));
        }
    }
    let (ending, method) = (paragraphs(&story.ending), paragraphs(&story.method));
    // A command is not broken: somebody will copy it.
    text + &format!("\n{ending}\n{method}  {}\n", story.command)
}

/// A story as a page.
pub fn markdown(story: &Story) -> String {
    /// The width of lines in a file.
    const WIDTH: usize = 100;
    let paragraph = |text: &String| wrap::lines(text, WIDTH).join("\n") + "\n\n";
    let paragraphs = |texts: &[String]| texts.iter().map(paragraph).collect::<String>();
    let mut text = format!("# {}\n\n{}", story.title, paragraphs(&story.opening));
    for line in &story.lines {
        let (bullet, indent) = if line.within { ("  - ", "    ") } else { ("- ", "  ") };
        let item = format!("**{}** {}", years(line), line.text);
        for (i, part) in wrap::lines(&item, WIDTH - indent.len()).iter().enumerate() {
            text.push_str(&format!("{}{part}\n", if i == 0 { bullet } else { indent }));
        }
    }
    text + &format!("\n{}{}    {}\n", paragraphs(&story.ending), paragraphs(&story.method), story.command)
}

fn years(line: &Line) -> String {
    if line.first == line.last { line.first.to_string() } else { format!("{}–{}", line.first, line.last) }
}
