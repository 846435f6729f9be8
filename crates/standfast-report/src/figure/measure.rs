//! How wide text is in Noto Sans, so that nothing is cut or lies over something else.

use super::canvas::Type;

/// Where Noto Sans is not at hand another sans-serif stands in, and is a little wider.
const SLACK: f64 = 1.03;

/// Of U+0020 to U+007E.
const LATIN: [[u16; 2]; 95] = [
    [260, 260],
    [269, 286],
    [408, 472],
    [646, 646],
    [572, 572],
    [831, 901],
    [732, 750],
    [225, 266],
    [300, 339],
    [300, 339],
    [551, 545],
    [572, 572],
    [268, 285],
    [322, 322],
    [268, 285],
    [372, 413],
    [572, 572],
    [572, 572],
    [572, 572],
    [572, 572],
    [572, 572],
    [572, 572],
    [572, 572],
    [572, 572],
    [572, 572],
    [572, 572],
    [268, 285],
    [268, 285],
    [572, 572],
    [572, 572],
    [572, 572],
    [434, 477],
    [899, 897],
    [639, 690],
    [650, 672],
    [632, 637],
    [730, 740],
    [556, 560],
    [519, 549],
    [728, 724],
    [741, 765],
    [339, 389],
    [273, 331],
    [619, 664],
    [524, 565],
    [907, 943],
    [760, 813],
    [781, 796],
    [605, 628],
    [781, 796],
    [622, 660],
    [549, 551],
    [556, 579],
    [731, 756],
    [600, 650],
    [930, 967],
    [586, 667],
    [566, 624],
    [572, 579],
    [329, 331],
    [372, 413],
    [329, 331],
    [572, 572],
    [444, 411],
    [281, 362],
    [561, 604],
    [615, 633],
    [480, 514],
    [615, 633],
    [564, 591],
    [344, 387],
    [615, 633],
    [618, 657],
    [258, 305],
    [258, 305],
    [534, 620],
    [258, 305],
    [935, 982],
    [618, 657],
    [605, 619],
    [615, 633],
    [615, 633],
    [413, 454],
    [479, 497],
    [361, 434],
    [618, 657],
    [508, 569],
    [786, 856],
    [529, 578],
    [510, 569],
    [470, 488],
    [380, 394],
    [551, 551],
    [380, 394],
    [572, 572],
];

/// Of U+0400 to U+045F.
const CYRILLIC: [[u16; 2]; 96] = [
    [556, 560],
    [556, 560],
    [741, 805],
    [524, 561],
    [643, 677],
    [549, 551],
    [339, 389],
    [339, 389],
    [273, 331],
    [936, 999],
    [958, 1002],
    [741, 805],
    [618, 672],
    [768, 823],
    [624, 663],
    [731, 745],
    [639, 690],
    [615, 638],
    [650, 672],
    [524, 561],
    [691, 764],
    [556, 560],
    [854, 943],
    [588, 648],
    [768, 823],
    [768, 823],
    [618, 672],
    [708, 745],
    [907, 943],
    [741, 765],
    [781, 796],
    [731, 745],
    [605, 628],
    [632, 637],
    [556, 579],
    [624, 663],
    [804, 860],
    [586, 667],
    [741, 781],
    [698, 728],
    [1037, 1078],
    [1041, 1114],
    [692, 727],
    [858, 906],
    [642, 638],
    [633, 663],
    [1052, 1070],
    [639, 665],
    [561, 604],
    [599, 622],
    [576, 629],
    [433, 478],
    [581, 664],
    [564, 591],
    [750, 873],
    [490, 555],
    [643, 720],
    [643, 720],
    [529, 619],
    [578, 645],
    [746, 844],
    [637, 662],
    [605, 619],
    [624, 652],
    [615, 633],
    [480, 514],
    [476, 553],
    [510, 569],
    [725, 814],
    [529, 578],
    [632, 688],
    [613, 656],
    [898, 969],
    [906, 985],
    [696, 710],
    [778, 850],
    [594, 614],
    [494, 512],
    [836, 877],
    [559, 593],
    [564, 591],
    [564, 591],
    [618, 657],
    [433, 478],
    [495, 524],
    [479, 497],
    [258, 305],
    [258, 305],
    [258, 305],
    [842, 888],
    [886, 888],
    [618, 657],
    [529, 619],
    [643, 720],
    [510, 569],
    [626, 672],
];

/// The width of a character in thousandths of its size: regular, bold.
fn advance(c: char) -> [u16; 2] {
    let at = |table: &[[u16; 2]], from: u32| table.get((u32::from(c).wrapping_sub(from)) as usize).copied();
    match c {
        '\u{a0}' | '\u{202f}' => [260, 260],
        '“' | '”' => [359, 445],
        '’' | 'ʼ' => [175, 217],
        '«' | '»' => [509, 615],
        '–' => [500, 500],
        '−' | '×' => [572, 572],
        '·' => [268, 285],
        'Ґ' => [532, 581],
        'ґ' => [436, 512],
        // What is in no table is as wide as letters can be: other scripts have such.
        _ => at(&LATIN, 0x20).or_else(|| at(&CYRILLIC, 0x400)).unwrap_or([1040, 1040]),
    }
}

/// The width of a text in one line.
pub(super) fn width(text: &str, kind: Type) -> f64 {
    let units: u32 = text.chars().map(|c| u32::from(advance(c)[usize::from(kind.bold)])).sum();
    f64::from(units) / 1000.0 * kind.size * SLACK
}

/// A text in as few lines as fit, broken between words; a word that is too long for a line is shortened.
pub(super) fn wrapped(text: &str, kind: Type, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), kind) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(shortened(word, kind, room)),
        }
    }
    lines
}

/// The same in no more lines than `most`; what is left over ends in dots.
pub(super) fn wrapped_to(text: &str, kind: Type, room: f64, most: usize) -> Vec<String> {
    let mut lines = wrapped(text, kind, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = shortened(&format!("{last} …"), kind, room);
        }
    }
    lines
}

/// A text, or as much of it as fits into a line, and dots.
pub(super) fn shortened(text: &str, kind: Type, room: f64) -> String {
    if width(text, kind) <= room {
        return text.to_owned();
    }
    let mut short = text.trim_end_matches(" …").to_owned();
    while short.pop().is_some() {
        let dotted = format!("{}…", short.trim_end());
        if width(&dotted, kind) <= room {
            return dotted;
        }
    }
    "…".to_owned()
}
