//! A drawing in the making: shapes and words, each escaped, in the colours and the language that it is for.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::measure::{shortened, wrapped};
use super::theme::{Look, Paint, Theme, css};
use crate::catalogue::{Catalogue, Language};
use crate::figures::in_figures;

/// How words are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
    anchor: &'static str,
    paint: Paint,
}

/// The size of most words; none are smaller than 11.
pub(super) const LABEL: Type = Type { size: 12.0, bold: false, anchor: "start", paint: Paint::Ink };

impl Type {
    pub(super) fn bold(self) -> Type {
        Type { bold: true, ..self }
    }

    pub(super) fn muted(self) -> Type {
        Type { paint: Paint::Muted, ..self }
    }

    pub(super) fn middle(self) -> Type {
        Type { anchor: "middle", ..self }
    }

    pub(super) fn end(self) -> Type {
        Type { anchor: "end", ..self }
    }

    pub(super) fn size(self, size: f64) -> Type {
        Type { size, ..self }
    }

    /// From one line to the next.
    pub(super) fn leading(self) -> f64 {
        (self.size * 1.3).round()
    }
}

/// What fills a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// Nothing.
    None,
    /// A colour.
    Plain(Paint),
    /// Lines of a colour, upwards to the right.
    Hatch(Paint),
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke {
    pub(super) paint: Paint,
    pub(super) width: f64,
    pub(super) dash: &'static str,
}

impl Stroke {
    pub(super) fn new(paint: Paint, width: f64) -> Stroke {
        Stroke { paint, width, dash: "" }
    }

    pub(super) fn dashed(self, dash: &'static str) -> Stroke {
        Stroke { dash, ..self }
    }
}

/// How far shapes and words keep from the edges.
pub(super) const MARGIN: f64 = 8.0;

/// A drawing in the making.
pub(super) struct Canvas {
    pub(super) look: Look,
    language: Language,
    id: String,
    patterns: Vec<Fill>,
    body: String,
}

impl Canvas {
    /// An empty drawing; the id is made of a name and of what the figure is about, so that those of several figures on a
    /// page differ.
    pub(super) fn new(catalogue: &Catalogue, look: Look, name: &str, about: &str) -> Canvas {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        // A page may have the same figure twice, for two widths of which it shows one.
        let name = if look.narrow { format!("{name}-narrow") } else { name.to_owned() };
        let id = format!("sf-{name}-{about}").chars().map(plain).collect();
        Canvas { look, language: catalogue.language, id, patterns: Vec::new(), body: String::new() }
    }

    /// Its width, in which everything is measured.
    pub(super) fn width(&self) -> f64 {
        if self.look.narrow { 360.0 } else { 640.0 }
    }

    /// One of two, as the drawing is wide or narrow.
    pub(super) fn either<T>(&self, wide: T, narrow: T) -> T {
        if self.look.narrow { narrow } else { wide }
    }

    /// The words as they are printed.
    pub(super) fn written(&self, text: &str) -> String {
        in_figures(self.language, text.to_owned())
    }

    /// Words in one line, whose base is at y.
    pub(super) fn text(&mut self, x: f64, y: f64, kind: Type, text: &str) {
        self.titled(x, y, kind, text, None);
    }

    /// The same, with a title that a pointer shows: the whole of what was shortened.
    fn titled(&mut self, x: f64, y: f64, kind: Type, text: &str, title: Option<&str>) {
        let (x, y, size, fill) = (short(x), short(y), short(kind.size), kind.paint.of(self.look.theme));
        let anchor = if kind.anchor == "start" { String::new() } else { format!(" text-anchor=\"{}\"", kind.anchor) };
        let weight = if kind.bold { " font-weight=\"700\"" } else { "" };
        let title = title.map_or_else(String::new, |title| format!("<title>{}</title>", escaped(title)));
        let text = escaped(&self.written(text));
        let size = if kind.size == LABEL.size { String::new() } else { format!(" font-size=\"{size}\"") };
        let _ =
            write!(self.body, "<text x=\"{x}\" y=\"{y}\"{size}{anchor}{weight} fill=\"{fill}\">{title}{text}</text>");
    }

    /// Words in as much of one line as there is room for.
    pub(super) fn fitted(&mut self, x: f64, y: f64, kind: Type, text: &str, room: f64) {
        let text = self.written(text);
        let short = shortened(&text, kind, room);
        let title = (short != text).then_some(text.as_str());
        self.titled(x, y, kind, &short, title);
    }

    /// Words in as many lines as they need, the base of the first at y. Returns the base of the line after them.
    pub(super) fn lines(&mut self, x: f64, y: f64, kind: Type, text: &str, room: f64) -> f64 {
        let text = self.written(text);
        self.stack(x, y, kind, &wrapped(&text, kind, room), &text)
    }

    /// Lines below each other; if something was left out of them, the first has the whole as its title.
    pub(super) fn stack(&mut self, x: f64, mut y: f64, kind: Type, lines: &[String], whole: &str) -> f64 {
        for (i, line) in lines.iter().enumerate() {
            let cut = i == 0 && lines.iter().any(|line| line.ends_with('…'));
            self.titled(x, y, kind, line, cut.then_some(whole));
            y += kind.leading();
        }
        y
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(short);
        let stroke = self.stroke(stroke);
        let _ = write!(self.body, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{stroke}/>");
    }

    /// A line through points.
    pub(super) fn polyline(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        let stroke = self.stroke(stroke);
        let _ = write!(self.body, "<path d=\"{}\" fill=\"none\"{stroke} stroke-linejoin=\"round\"/>", path(points));
    }

    /// An area within points.
    pub(super) fn area(&mut self, points: &[(f64, f64)], fill: Fill) {
        let fill = self.fill(fill);
        let _ = write!(self.body, "<path d=\"{}Z\" fill=\"{fill}\"/>", path(points));
    }

    pub(super) fn rect(&mut self, at: (f64, f64), size: (f64, f64), fill: Fill, stroke: Option<Stroke>) {
        let [x, y, width, height] = [at.0, at.1, size.0, size.1].map(short);
        let fill = self.fill(fill);
        let stroke = stroke.map_or_else(String::new, |stroke| self.stroke(stroke));
        let _ = write!(
            self.body,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"{stroke}/>"
        );
    }

    pub(super) fn circle(&mut self, at: (f64, f64), radius: f64, fill: Fill, stroke: Option<Stroke>) {
        let [x, y, r] = [at.0, at.1, radius].map(short);
        let fill = self.fill(fill);
        let stroke = stroke.map_or_else(String::new, |stroke| self.stroke(stroke));
        let _ = write!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"{fill}\"{stroke}/>");
    }

    /// Very many dots, as wide as the stroke: those that would lie on one another are drawn once.
    pub(super) fn dots(&mut self, places: impl Iterator<Item = (f64, f64)>, stroke: Stroke) {
        let places: BTreeSet<(i64, i64)> = places.map(|(x, y)| (x.round() as i64, y.round() as i64)).collect();
        let path: String = places.iter().map(|(x, y)| format!("M{x} {y}h0")).collect();
        let stroke = self.stroke(stroke);
        let _ = write!(self.body, "<path d=\"{path}\" fill=\"none\"{stroke} stroke-linecap=\"round\"/>");
    }

    /// A path in its own notation, for shapes that have arcs.
    pub(super) fn path(&mut self, d: &str, fill: Fill, stroke: Option<Stroke>) {
        let fill = self.fill(fill);
        let stroke = stroke.map_or_else(String::new, |stroke| self.stroke(stroke));
        let _ = write!(self.body, "<path d=\"{d}\" fill=\"{fill}\"{stroke}/>");
    }

    fn stroke(&self, Stroke { paint, width, dash }: Stroke) -> String {
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        format!(" stroke=\"{}\" stroke-width=\"{}\"{dash}", paint.of(self.look.theme), short(width))
    }

    /// As the value of an attribute; a pattern is noted, to be defined once.
    fn fill(&mut self, fill: Fill) -> String {
        match fill {
            Fill::None => "none".to_owned(),
            Fill::Plain(paint) => paint.of(self.look.theme).to_owned(),
            Fill::Hatch(_) => {
                if !self.patterns.contains(&fill) {
                    self.patterns.push(fill);
                }
                format!("url(#{})", self.pattern_id(fill))
            }
        }
    }

    fn pattern_id(&self, fill: Fill) -> String {
        let at = self.patterns.iter().position(|known| *known == fill).unwrap_or_default();
        format!("{}-p{at}", self.id)
    }

    fn pattern(&self, fill: Fill) -> String {
        let id = self.pattern_id(fill);
        let ground = Paint::Ground.of(self.look.theme);
        let pattern = |size: u8, turn: &str, paint: Paint, mark: &str| {
            let paint = paint.of(self.look.theme);
            format!(
                "<pattern id=\"{id}\" width=\"{size}\" height=\"{size}\" patternUnits=\"userSpaceOnUse\"{turn}><rect \
                 width=\"{size}\" height=\"{size}\" fill=\"{ground}\"/><g fill=\"{paint}\">{mark}</g></pattern>"
            )
        };
        match fill {
            Fill::Hatch(paint) => {
                pattern(5, " patternTransform=\"rotate(45)\"", paint, "<rect width=\"2\" height=\"5\"/>")
            }
            Fill::None | Fill::Plain(_) => String::new(),
        }
    }

    /// The drawing, so many high, with its title and what a reader who cannot see it has to know.
    pub(super) fn finished(self, height: f64, title: &str, description: &str) -> String {
        let (id, width, height) = (&self.id, short(self.width()), short(height));
        let style = if self.look.theme == Theme::Auto {
            format!("<style>{}</style>", css(&format!("#{id}")))
        } else {
            String::new()
        };
        let patterns: String = self.patterns.iter().map(|fill| self.pattern(*fill)).collect();
        let defs = if patterns.is_empty() { patterns } else { format!("<defs>{patterns}</defs>") };
        let ground = if self.look.theme == Theme::Page {
            String::new()
        } else {
            let ground = Paint::Ground.of(self.look.theme);
            format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>")
        };
        // Inside a page it is as wide as its place.
        let size = if self.look.standalone { format!(" width=\"{width}\" height=\"{height}\"") } else { String::new() };
        let (title, description) = (escaped(title), escaped(description));
        let (body, code, letters) = (&self.body, self.language.code(), short(LABEL.size));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\"{size} viewBox=\"0 0 {width} {height}\" lang=\"{code}\" \
             role=\"img\" aria-labelledby=\"{id}-t {id}-d\" font-family=\"Noto Sans, sans-serif\" \
             font-size=\"{letters}\"><title id=\"{id}-t\">{title}</title><desc \
             id=\"{id}-d\">{description}</desc>{style}{defs}{ground}{body}</svg>"
        )
    }
}

/// A coordinate with one decimal, if it has any.
pub(super) fn short(x: f64) -> String {
    let text = format!("{x:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn path(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (i, (x, y)) in points.iter().enumerate() {
        let _ = write!(path, "{}{} {}", if i == 0 { 'M' } else { 'L' }, short(*x), short(*y));
    }
    path
}

/// As text or in an attribute of XML: characters that XML has no place for are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}
