//! What figures are painted with: one palette, whose colours are told apart by colour-blind readers, and whose printed
//! shades are told apart in black and white.

/// Where a figure will be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Inside a page that sets the colours itself, as custom properties ([`css`] has them).
    Page,
    /// On its own, light or dark as the reader's system is, in black on paper.
    Auto,
    /// On its own, light.
    Light,
    /// On its own, dark.
    Dark,
    /// On its own, in black, white and greys.
    Print,
}

/// How a figure is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its colours.
    pub theme: Theme,
    /// As wide as a telephone, instead of a column of text.
    pub narrow: bool,
    /// With its title above and its sentence below, as a picture that is passed on needs them; inside a page they stand
    /// beside it.
    pub standalone: bool,
}

impl From<Theme> for Look {
    fn from(theme: Theme) -> Look {
        Look { theme, narrow: false, standalone: theme != Theme::Page }
    }
}

/// What something is painted with, by its part in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    Ground,
    Ink,
    Muted,
    Grid,
    Wide,
    Narrow,
    First,
    Second,
    Third,
    Fourth,
    Shade,
}

/// A colour of the palette: its name as a custom property, and what it is in light, dark and print.
struct Colour {
    property: &'static str,
    reference: &'static str,
    light: &'static str,
    dark: &'static str,
    print: &'static str,
}

macro_rules! colour {
    ($name:literal, $light:literal, $dark:literal, $print:literal) => {
        Colour {
            property: concat!("--sf-", $name),
            reference: concat!("var(--sf-", $name, ")"),
            light: $light,
            dark: $dark,
            print: $print,
        }
    };
}

/// In the order of [`Paint`].
const PALETTE: [Colour; 11] = [
    colour!("ground", "#ffffff", "#14181c", "#ffffff"),
    colour!("ink", "#1b1f23", "#eceff1", "#000000"),
    colour!("muted", "#57606a", "#a8b3bd", "#333333"),
    colour!("grid", "#d5dbe1", "#38414a", "#bbbbbb"),
    colour!("wide", "#cfe3f2", "#1c3c54", "#dedede"),
    colour!("narrow", "#93c3e6", "#2f6c99", "#b0b0b0"),
    colour!("first", "#0b5c99", "#6cb8ec", "#000000"),
    colour!("second", "#c85200", "#f2a65a", "#4d4d4d"),
    colour!("third", "#007a5a", "#45c9a0", "#7a7a7a"),
    colour!("fourth", "#848d96", "#8b959f", "#8c8c8c"),
    colour!("shade", "#f8e9d0", "#41351d", "#ececec"),
];

impl Paint {
    /// As the value of an attribute.
    pub(super) fn of(self, theme: Theme) -> &'static str {
        let colour = &PALETTE[self as usize];
        match theme {
            Theme::Page | Theme::Auto => colour.reference,
            Theme::Light => colour.light,
            Theme::Dark => colour.dark,
            Theme::Print => colour.print,
        }
    }
}

/// The palette as custom properties of what a selector selects, light, dark and printed: for a page with figures of
/// [`Theme::Page`] in it.
pub fn css(selector: &str) -> String {
    let set = |shade: fn(&Colour) -> &'static str| -> String {
        PALETTE.iter().map(|colour| format!("{}:{};", colour.property, shade(colour))).collect()
    };
    let (light, dark, print) = (set(|colour| colour.light), set(|colour| colour.dark), set(|colour| colour.print));
    format!(
        "{selector}{{{light}}}@media (prefers-color-scheme:dark){{{selector}{{{dark}}}}}@media \
         print{{{selector}{{{print}}}}}"
    )
}
