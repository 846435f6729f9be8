//! Figures as PNG, in a font that the program brings along.

use anyhow::Context as _;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Noto Sans, cut down to the Latin and Cyrillic letters: see `fonts/README.md`.
const FONTS: [&[u8]; 2] =
    [include_bytes!("../fonts/NotoSans-Regular.ttf"), include_bytes!("../fonts/NotoSans-Bold.ttf")];
/// Pixels for each unit of a drawing.
const SCALE: f32 = 2.0;

/// A drawing, read with the fonts of the program and no others.
pub(crate) fn read(svg: &str) -> anyhow::Result<Tree> {
    let mut options = Options { font_family: "Noto Sans".to_owned(), ..Options::default() };
    let fonts = options.fontdb_mut();
    FONTS.iter().for_each(|font| fonts.load_font_data(font.to_vec()));
    fonts.set_sans_serif_family("Noto Sans");
    Tree::from_str(svg, &options).context("cannot read the drawing")
}

/// A drawing as the bytes of a PNG file, at twice its size.
pub(crate) fn png(svg: &str) -> anyhow::Result<Vec<u8>> {
    let tree = read(svg)?;
    let size = tree.size().to_int_size().scale_by(SCALE).context("an empty drawing")?;
    let mut pixels = Pixmap::new(size.width(), size.height()).context("a drawing that is too large")?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    pixels.encode_png().context("cannot write PNG")
}
