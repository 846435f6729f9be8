//! Canonical layout changes the layout alone.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use standfast::Case;
use standfast::document::Toml;
use standfast::model::fault::Code;
use standfast_report::{Catalogue, Language};
use toml::de::{DeTable, DeValue};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

thread_local! {
    static CATALOGUE: Catalogue = Catalogue::new(Language::En);
}

fn fmt(text: &str) -> String {
    let toml = Toml::read("text", text.as_bytes()).unwrap_or_else(|refused| panic!("{refused}\n{text}"));
    CATALOGUE.with(|catalogue| standfast_report::fmt::fmt(catalogue, toml))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The TOML files of a folder and of all folders in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    let toml = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    toml.chain(folders.iter().flat_map(|folder| self::files(folder))).collect()
}

/// Every text of the repository that is TOML: cases, examples, broken files, what the fuzzer stumbled over.
fn texts() -> Vec<String> {
    let folders = ["scenarios", "validation", "crates/standfast/templates", "crates/standfast-cli/tests", "fuzz/seeds"];
    let files = folders.iter().flat_map(|folder| files(&root().join(folder)));
    let bytes = files.map(|path| std::fs::read(&path).expect("a file"));
    let toml = bytes.filter_map(|bytes| Some(Toml::read("text", &bytes).ok()?.text().to_owned()));
    toml.chain([MESSY.to_owned()]).collect()
}

/// How often each token stands in a text, but for blanks, line ends and commas.
fn tokens(text: &str) -> BTreeMap<(TokenKind, &str), usize> {
    let source = Source::new(text);
    let mut count = BTreeMap::new();
    for token in source.lex() {
        let kind = token.kind();
        if !matches!(kind, TokenKind::Whitespace | TokenKind::Newline | TokenKind::Comma | TokenKind::Eof) {
            let text = source.get(token).expect("a part of the text").as_str();
            let text = if kind == TokenKind::Comment { text.trim_end_matches([' ', '\t']) } else { text };
            *count.entry((kind, text)).or_insert(0) += 1;
        }
    }
    count
}

/// Requires that two documents say the same: lists and what is listed by ids in the same order.
fn same(a: &DeValue<'_>, b: &DeValue<'_>, path: &str) {
    const IDS: [&str; 13] = [
        ".factors",
        ".instruments",
        ".packages",
        ".stresses",
        ".checks",
        ".claims",
        ".evidence",
        ".primitives",
        ".names",
        ".when",
        ".set",
        ".lapses_when",
        ".primitives.*",
    ];
    match (a, b) {
        (DeValue::Table(a), DeValue::Table(b)) => {
            let keys = |table: &DeTable<'_>| table.keys().map(|key| key.get_ref().to_string()).collect::<Vec<_>>();
            let (mut ours, mut theirs) = (keys(a), keys(b));
            let owner = path.strip_prefix(".primitives.").is_some_and(|rest| !rest.contains('.'));
            if !owner && !IDS.iter().any(|ids| path.ends_with(ids)) {
                ours.sort();
                theirs.sort();
            }
            assert_eq!(ours, theirs, "at {path}");
            for (key, value) in a {
                same(value.get_ref(), b[key.get_ref().as_ref()].get_ref(), &format!("{path}.{}", key.get_ref()));
            }
        }
        (DeValue::Array(a), DeValue::Array(b)) => {
            assert_eq!(a.len(), b.len(), "at {path}");
            a.iter().zip(b.iter()).for_each(|(a, b)| same(a.get_ref(), b.get_ref(), path));
        }
        // As they are written: some numbers are none.
        _ => assert_eq!(format!("{a:?}"), format!("{b:?}"), "at {path}"),
    }
}

/// What a text is to the reader: a scenario, or its faults in any order.
fn read(text: &str) -> Result<standfast::model::Scenario, Vec<(Code, String)>> {
    Case::from_text("text", text).map(|case| case.scenario).map_err(|refused| {
        let faults = refused.diagnostics.into_iter().map(|fault| (fault.code, fault.path));
        let mut faults: Vec<_> = faults.collect();
        faults.sort_by(|a, b| (a.0.as_str(), &a.1).cmp(&(b.0.as_str(), &b.1)));
        faults
    })
}

/// Everything that has to hold of a text and its layout.
fn check(text: &str) -> String {
    let laid_out = fmt(text);
    assert_eq!(fmt(&laid_out), laid_out, "once is enough");
    assert_eq!(tokens(&laid_out), tokens(text.trim_start_matches('\u{feff}')), "{laid_out}");
    let tree =
        |text| DeValue::Table(DeTable::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}")).into_inner());
    same(&tree(text), &tree(&laid_out), "");
    let (before, after) = (read(text), read(&laid_out));
    // Of very many faults the first are listed, and other keys come first.
    let many = before.as_ref().is_err_and(|faults| faults.iter().any(|(code, _)| *code == Code::TooManyFaults));
    assert!(many || before == after, "{before:?}\n{after:?}");
    assert!(!laid_out.contains('\r') || text.contains("\"\"\"") || text.contains("'''"), "lines end in one way");
    laid_out
}

#[test]
fn every_text_of_the_repository_keeps_its_meaning_and_its_comments() {
    let texts = texts();
    assert!(texts.len() > 150, "the texts are gone");
    texts.iter().for_each(|text| drop(check(text)));
}

#[test]
fn cases_that_come_with_the_program_are_in_canonical_layout() {
    let mut files = files(&root().join("scenarios"));
    files.extend(self::files(&root().join("crates/standfast/templates")));
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a file");
        assert!(text == fmt(&text), "{}: `cargo xtask generate` lays it out", file.display());
    }
}

const MESSY: &str = r#"

#:schema ./scenario.schema.json
# My case    

# The version
standfast=1  # of the format
scenario . "title" = 'What if?'
# About effects


[[effect]]
# first
add=1
on = "ally.stake"   # what
when={will="low",  phase =  "peace"}

# Who
[actors]#takes part
names={south="South",north="North"}
guarantors=[ # they
 "ally" , "friend" # late
 , "other"
 # nobody else

]
others = [

"x",


"y" ]
challenger="north"
[primitives]

# South
protege.strength=1
# North
challenger.prize={evidence=[],mode=1,high=2,low=0,dist="triangular"}

# South again
protege.capture=0
[primitives.ally]
supply_cost=0.1
stake=2
[instruments.treaty]
unknown=1
effects=[{evidence=["e"],from=1,add=0.5,on="q"},
{on="z",
# inside
add=2, }]
about = """
one
  two"""
[factors.will]
fall=0
levels=["low"]
[factors.a]

# the end


"#;

const NEAT: &str = r#"#:schema ./scenario.schema.json
# My case

# The version
standfast = 1 # of the format
scenario."title" = 'What if?'

# Who
[actors] #takes part
challenger = "north"
guarantors = [
  # they
  "ally",
  "friend", # late
  "other",
  # nobody else
]
others = [
  "x",

  "y",
]
names = { south = "South", north = "North" }

[factors.will]
levels = ["low"]
fall = 0

[factors.a]

[primitives]

# South
protege.strength = 1
# North
challenger.prize = { dist = "triangular", low = 0, mode = 1, high = 2, evidence = [] }

# South again
protege.capture = 0

[primitives.ally]
supply_cost = 0.1
stake = 2

# About effects

[[effect]]
on = "ally.stake" # what
# first
add = 1
when = { will = "low", phase = "peace" }

[instruments.treaty]
about = """
one
  two"""
effects = [
  { on = "q", add = 0.5, from = 1, evidence = ["e"] },
  {
    on = "z",
    # inside
    add = 2,
  },
]
unknown = 1

# the end
"#;

#[test]
fn the_layout_is_this() {
    assert_eq!(fmt(MESSY), NEAT);
    assert_eq!(fmt(NEAT), NEAT);
    for (text, laid_out) in [("", ""), ("\n\n", ""), ("# only", "# only\n"), ("\n# a\n\n\n# b\n\n", "# a\n\n# b\n")] {
        assert_eq!(fmt(text), laid_out);
    }
}

/// A text with other blanks between its tokens, and comments at the ends of lines.
fn disturbed(text: &str, choices: &[u8]) -> (String, String) {
    let source = Source::new(text);
    let (mut spaced, mut commented, mut commented_line) = (String::new(), String::new(), false);
    for (i, token) in source.lex().enumerate() {
        let part = source.get(token).expect("a part of the text").as_str();
        let choice = choices[i % choices.len()];
        let blanks = ["", " ", "\t", "   "][usize::from(choice % 4)];
        let loose =
            matches!(token.kind(), TokenKind::Equals | TokenKind::Comma | TokenKind::Comment | TokenKind::Newline);
        commented_line |= token.kind() == TokenKind::Comment;
        if token.kind() == TokenKind::Newline {
            let comment = if choice > 128 && !commented_line { format!("#{i}") } else { String::new() };
            spaced.push_str(&format!("{blanks}{}", if choice.is_multiple_of(2) { "\n" } else { "\r\n" }));
            commented.push_str(&format!("{comment}\n"));
            commented_line = false;
        } else {
            let blanks = if loose { blanks } else { "" };
            spaced.push_str(&format!("{blanks}{part}"));
            commented.push_str(part);
        }
    }
    (spaced, commented)
}

proptest! {
    // Each is a whole case.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn other_blanks_and_line_ends_give_the_same(choices in prop::collection::vec(any::<u8>(), 1..200)) {
        let template = standfast::template::new_case("a");
        for text in [NEAT, &template] {
            // Line ends inside texts are part of them.
            let text = text.replace("\"\"\"\none\n  two\"\"\"", "\"one two\"");
            let (spaced, commented) = disturbed(&text, &choices);
            prop_assert_eq!(fmt(&spaced), fmt(&text));
            check(&commented);
        }
    }

    #[test]
    fn keys_in_another_order_give_the_same(
        fact in Just(lines("[factors.ally_will]")).prop_shuffle(), case in Just(lines("[scenario]")).prop_shuffle(),
    ) {
        let template = standfast::template::new_case("a");
        let mut text = template.clone();
        for (header, shuffled) in [("[factors.ally_will]", fact), ("[scenario]", case)] {
            text = text.replace(&lines(header).join("\n"), &shuffled.join("\n"));
        }
        prop_assert_eq!(fmt(&text), template);
    }

}

proptest! {
    #[test]
    fn texts_of_all_kinds_keep_their_meaning(parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)) {
        let numbered = parts.iter().enumerate().map(|(i, part)| part.replace('@', &format!("k{i}")));
        let text: String = numbered.collect();
        // Some are no TOML: a table is there twice, or a comment swallows a line.
        if Toml::read("text", text.as_bytes()).is_ok() {
            check(&text);
        }
    }
}

/// The lines under a header of the template.
fn lines(header: &str) -> Vec<String> {
    let text = standfast::template::new_case("a");
    let (_, rest) = text.split_once(&format!("{header}\n")).expect("the header");
    rest.lines().take_while(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What texts are made of: lines, parts of lines, and tables, in any order; @ is a new key.
const PARTS: &[&str] = &[
    "\n",
    "\n\n\n",
    "\r\n",
    " ",
    "\t",
    "# about what follows\n",
    "#about\t \r\n",
    "@ = 1\n",
    "@ = nan # beside\n",
    "'@' . b = \"\"\"\n\n # no comment\"\"\"\n",
    "\"@\".\"c d\" = 2025-03-06 10:00:00.5\n",
    "x.@ = {b=1,a={c=[]}}\n",
    "x.@ = { # open\n a = 1, # one\n\n b = [ 2, 3 ]\n, # two\n }\n",
    "@ = []\n",
    "@ = [1,2, # both\n]\n",
    "@ = [\n\n  [1 # one\n\n, # comma\n # alone\n], {},\n\n # end\n]\n",
    "standfast = 1\n",
    "title = { uk = 'Т', en = 'T' }\n",
    "discount = { evidence = [], high = 2, low = 1, dist = 'uniform' }\n",
    "evidence = ['a']\n",
    "add = 1\n",
    "when = { phase = 'war', b = ['c'] }\n",
    "on = 'a'\n",
    "fall = 1\n",
    "levels = ['low',\n'high']\n",
    "effects = [{ evidence = [], on = 'a' }, { when = {}, add = 1 }]\n",
    "[[effect]] # one more\n",
    "[ factors ]\n",
    "[factors.@]\n",
    "[primitives.@]\n",
    "[ actors . names ]\n",
    "[scenario]\n",
    "[x.y.@]\n",
    "[[instruments.i.effects]]\n",
    "[instruments.@]\n",
];
