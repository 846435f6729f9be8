//! Figures, laid out in the font that the program brings along: no words lie over others, and none are cut.

#[path = "../../standfast-report/tests/drawn/mod.rs"]
mod drawn;

use drawn::{NAMES, case, figures};
use resvg::usvg::{Group, Node, Options, Rect, Tree};
use standfast_report::figure::{Look, Theme};
use standfast_report::{Catalogue, Language};

fn options() -> Options<'static> {
    let mut options = Options { font_family: "Noto Sans".to_owned(), ..Options::default() };
    let fonts = options.fontdb_mut();
    fonts.load_font_data(include_bytes!("../fonts/NotoSans-Regular.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../fonts/NotoSans-Bold.ttf").to_vec());
    fonts.set_sans_serif_family("Noto Sans");
    options
}

/// Every text with the box that its ink fills, and its size.
fn texts(group: &Group, found: &mut Vec<(String, Rect, f32)>) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, found),
            Node::Text(text) => {
                let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
                let sizes = text.chunks().iter().flat_map(|chunk| chunk.spans()).map(|span| span.font_size().get());
                let size = sizes.fold(f32::INFINITY, f32::min);
                found.push((words, text.flattened().abs_bounding_box(), size));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

fn overlap(a: &Rect, b: &Rect) -> bool {
    a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom()
}

#[test]
fn no_words_lie_over_others_and_none_are_cut() {
    /// The smallest words.
    const SMALLEST: f32 = 11.0;
    let options = options();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for names in NAMES {
        let case = case(names);
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for narrow in [false, true] {
                let look = Look { narrow, ..Theme::Light.into() };
                for figure in figures(&catalogue, &case, look) {
                    let tree = Tree::from_str(&figure.svg, &options).expect("a drawing");
                    let mut found = Vec::new();
                    texts(tree.root(), &mut found);
                    seen += found.len();
                    let place = format!("{} {} narrow: {narrow}", figure.name, language.code());
                    for (i, (words, area, size)) in found.iter().enumerate() {
                        let (width, height) = (tree.size().width(), tree.size().height());
                        let inside = area.left() >= 0.0 && area.top() >= 0.0;
                        if !inside || area.right() > width || area.bottom() > height {
                            wrong.push(format!("{place}: “{words}” leaves the drawing"));
                        }
                        if *size < SMALLEST {
                            wrong.push(format!("{place}: “{words}” is small"));
                        }
                        let over = found[..i].iter().filter(|(_, other, _)| overlap(area, other));
                        wrong.extend(over.map(|(other, ..)| format!("{place}: “{words}” lies over “{other}”")));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 1000, "{seen} texts were seen");
}
