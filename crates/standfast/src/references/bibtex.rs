//! Reading a bibliography: BibTeX, or the BibLaTeX that programs like Zotero write.

use std::collections::BTreeSet;
use std::ops::Range;

use biblatex::{ChunksExt, DateValue, Entry, EntryType, PermissiveType, RawBibliography, Spanned};
use standfast_model::fault::{Code, Fault, MAX_ERRORS};
use standfast_model::tree::Path;

use super::{Name, Reference, References};
use crate::diagnostic::Diagnostic;
use crate::document::{Refused, as_text};
use crate::places::Lines;

/// Braces nest no deeper in what people write, and the parser goes down with them.
const MAX_DEPTH: usize = 64;

impl References {
    /// Reads a bibliography.
    ///
    /// # Errors
    /// All faults of the text at once, as far as the parser goes on.
    pub fn read(name: &str, bytes: &[u8]) -> Result<References, Refused> {
        let text = as_text(name, bytes)?;
        let lines = Lines::of(text);
        let refused = |diagnostics| Refused::new(name, text.to_owned(), diagnostics);
        let syntax = |error: &biblatex::ParseError| {
            let fault = Fault::new(Code::ReferencesSyntax, &Path::default()).with("message", &error.kind);
            refused(vec![Diagnostic::at(&fault, &lines, error.span.clone())])
        };
        let raw = RawBibliography::parse(text).map_err(|error| syntax(&error))?;
        let faults = check(&raw, text);
        if !faults.is_empty() {
            let listed = faults.iter().take(MAX_ERRORS);
            return Err(refused(listed.map(|(fault, span)| Diagnostic::at(fault, &lines, span.clone())).collect()));
        }
        let doubts = doubts(&raw);
        let warnings = doubts.iter().map(|(fault, span)| Diagnostic::at(fault, &lines, span.clone())).collect();
        let bibliography = biblatex::Bibliography::from_raw(raw).map_err(|error| syntax(&error))?;
        let entries = bibliography.iter().map(Reference::of).collect();
        Ok(References { name: name.to_owned(), text: text.to_owned(), entries, warnings })
    }
}

/// What the parser would follow without end, or silently take once: entries that borrow from
/// elsewhere, braces without bottom, keys given twice.
fn check(raw: &RawBibliography<'_>, text: &str) -> Vec<(Fault, Range<usize>)> {
    let fault = |code, key: &Spanned<&str>| (Fault::new(code, &Path::default()).with("given", key.v), key.span.clone());
    let mut faults: Vec<(Fault, Range<usize>)> = Vec::new();
    faults.extend(raw.abbreviations.iter().map(|abbreviation| fault(Code::BorrowingReference, &abbreviation.key)));
    let mut seen = BTreeSet::new();
    for entry in &raw.entries {
        if !seen.insert(entry.v.key.v) {
            faults.push(fault(Code::DuplicateReference, &entry.v.key));
        }
        for field in &entry.v.fields {
            if ["crossref", "xdata"].contains(&field.key.v.to_ascii_lowercase().as_str()) {
                faults.push(fault(Code::BorrowingReference, &field.key));
            }
            if depth(text.get(field.value.span.clone()).unwrap_or_default()) > MAX_DEPTH {
                let (fault, span) = fault(Code::TooDeep, &field.key);
                faults.push((fault.with("limit", MAX_DEPTH), span));
            }
        }
    }
    faults
}

/// Types of entry that every program knows; a misspelt one is taken for none of them.
const TYPES: [&str; 16] = [
    "article",
    "book",
    "booklet",
    "inbook",
    "incollection",
    "inproceedings",
    "manual",
    "mastersthesis",
    "misc",
    "online",
    "phdthesis",
    "proceedings",
    "report",
    "techreport",
    "thesis",
    "unpublished",
];

/// Entries of a type that does not exist, and those from which no citation can be made: without a title,
/// or without anybody who wrote or edited them where somebody did. Treaties and web pages have no author.
fn doubts(raw: &RawBibliography<'_>) -> Vec<(Fault, Range<usize>)> {
    let mut doubts = Vec::new();
    for Spanned { v: entry, .. } in &raw.entries {
        let kind = EntryType::new(entry.kind.v);
        let fault = |code| Fault::new(code, &Path::default());
        if let EntryType::Unknown(given) = &kind {
            let fault = fault(Code::UnknownEntryType).with("given", given).known(TYPES);
            doubts.push((fault, entry.kind.span.clone()));
        }
        let has = |names: &[&str]| {
            entry.fields.iter().any(|field| names.contains(&field.key.v.to_ascii_lowercase().as_str()))
        };
        let nobody = !has(&["author", "editor"]) && !matches!(kind, EntryType::Misc | EntryType::Online);
        let missing = [("title", !has(&["title"])), ("author", nobody)];
        for (field, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            let fault = fault(Code::IncompleteReference).with("given", entry.key.v).with("field", field);
            doubts.push((fault, entry.key.span.clone()));
        }
    }
    doubts
}

fn depth(value: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in value.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = if depth > deepest { depth } else { deepest };
    }
    deepest
}

impl Reference {
    fn of(entry: &Entry) -> Reference {
        let field = |names: &[&str]| {
            let found = names.iter().find_map(|name| entry.get(name));
            found.map(|chunks| chunks.format_verbatim()).filter(|text| !text.is_empty())
        };
        let names = |people: Vec<biblatex::Person>| people.into_iter().map(Name::of).collect();
        let date = |read: &dyn Fn() -> Option<biblatex::Date>, raw: &[&str], parts: &[&str]| {
            let sound = parts.iter().all(|part| field(&[part]).is_none_or(|text| is_date_like(&text)));
            let typed = if sound { read() } else { None };
            typed.map(|date| written(&date)).or_else(|| field(raw))
        };
        let typed = |date| match date {
            Ok(PermissiveType::Typed(date)) => Some(date),
            Ok(PermissiveType::Chunks(_)) | Err(_) => None,
        };
        // Ranges of pages are written with two or three hyphens, for TeX.
        let pages = field(&["pages"]).map(|pages| pages.replace("---", "–").replace("--", "–"));
        Reference {
            key: entry.key.clone(),
            authors: entry.author().map_or_else(|_| Vec::new(), names),
            editors: entry.editors().map_or_else(
                |_| Vec::new(),
                |editors| editors.into_iter().flat_map(|(people, _)| people).map(Name::of).collect(),
            ),
            date: date(&|| typed(entry.date()), &["date", "year"], &["date", "year", "month", "day"]),
            title: field(&["title"]),
            container: field(&["journaltitle", "journal", "booktitle", "series"]),
            volume: field(&["volume"]),
            number: field(&["number", "issue"]),
            pages,
            publisher: field(&["publisher", "institution", "school", "organization", "howpublished"]),
            doi: field(&["doi"]),
            url: field(&["url"]),
            accessed: date(&|| typed(entry.url_date()), &["urldate"], &["urldate"]),
            note: field(&["note"]),
        }
    }
}

impl Name {
    fn of(person: biblatex::Person) -> Name {
        let family = [person.prefix, person.name, person.suffix];
        let family = family.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        Name { family, given: person.given_name }
    }
}

/// Whether the parser can be asked for a date: it counts with more than four digits, and with a month or
/// day of 0, beyond what its numbers hold.
fn is_date_like(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    numbers.all(|digits| digits.len() <= 4 && (digits.len() > 2 || digits.contains(|c| c != '0')))
}

/// A date as `year-month-day`, as far as it is known; an open or long one by its first end.
fn written(date: &biblatex::Date) -> String {
    let (DateValue::At(day) | DateValue::After(day) | DateValue::Before(day) | DateValue::Between(day, _)) = date.value;
    let mut text = day.year.to_string();
    for part in [day.month, day.day].into_iter().map_while(|part| part) {
        // BibTeX counts months and days from 1, the parser from 0.
        text.push_str(&format!("-{:02}", part + 1));
    }
    text
}

#[cfg(test)]
mod tests {
    use standfast_model::fault::Severity;

    use super::*;
    use crate::document::{Beside, Case, Source};

    fn codes(text: &str) -> Vec<(Code, usize)> {
        let refused = References::read("references.bib", text.as_bytes()).expect_err("it has faults");
        refused.diagnostics.iter().map(|fault| (fault.code, fault.start.line)).collect()
    }

    #[test]
    fn fields_are_found_under_either_name() {
        let text = r#"@article{huth_1988, author = {Huth, Paul K. and von Stein, Jana}, year = 1988, month = jun,
  title = {Extended {Deterrence}}, journal = {The Review}, volume = 82, number = {2}, pages = {423--443}}
@techreport{kiis, author = {{Kyiv International Institute}}, date = {2025-03-12}, title = {Trust \& fear},
  institution = {KIIS}, url = {https://kiis.com.ua/?lang=eng&cat=reports}, urldate = {2025-04-01}}
@misc{soon, title = {To come}, year = {in press}}"#;
        let references = References::read("references.bib", text.as_bytes()).expect("it has no faults");
        let [huth, kiis, soon] = &references.entries[..] else { panic!("{references:#?}") };
        assert_eq!(huth.authors[1], Name { family: "von Stein".into(), given: "Jana".into() });
        assert_eq!((huth.date.as_deref(), huth.title.as_deref()), (Some("1988-06"), Some("Extended Deterrence")));
        assert_eq!((huth.container.as_deref(), huth.pages.as_deref()), (Some("The Review"), Some("423–443")));
        assert_eq!(kiis.authors, [Name { family: "Kyiv International Institute".into(), given: String::new() }]);
        assert_eq!((kiis.date.as_deref(), kiis.accessed.as_deref()), (Some("2025-03-12"), Some("2025-04-01")));
        assert_eq!((kiis.title.as_deref(), kiis.publisher.as_deref()), (Some("Trust & fear"), Some("KIIS")));
        assert_eq!(kiis.url.as_deref(), Some("https://kiis.com.ua/?lang=eng&cat=reports"));
        assert_eq!(soon.date.as_deref(), Some("in press"));
        assert_eq!(references.find("soon"), Some(soon));
    }

    #[test]
    fn faults_have_places() {
        assert_eq!(codes("@book{a,\n title = {x}\n"), [(Code::ReferencesSyntax, 3)]);
        let twice = "@book{a, title={x}}\n@book{b, title={y}}\n@book{a, title={z}}\n@book{b, title={z}}";
        assert_eq!(codes(twice), [(Code::DuplicateReference, 3), (Code::DuplicateReference, 4)]);
    }

    #[test]
    fn what_the_parser_would_follow_without_end_is_refused() {
        assert_eq!(codes("@book{a, title={x},\n crossref={a}}"), [(Code::BorrowingReference, 2)]);
        assert_eq!(codes("@string{a = b}\n@string{b = a}\n@book{k, title=a}").len(), 2);
        let deep = format!("@book{{a, title={{{}x{}}}}}", "\\emph{".repeat(50_000), "}".repeat(50_000));
        assert_eq!(codes(&deep), [(Code::TooDeep, 1)]);
    }

    #[test]
    fn a_source_that_the_bibliography_lacks_is_a_warning_at_its_place() {
        let (case, source) = with_source("fortna_2005", "@misc{fortna_2004, title={Peace Time}}");
        let [warning] = &case.warnings[..] else { panic!("{:#?}", case.warnings) };
        assert_eq!((warning.code, warning.severity), (Code::UnknownSource, Severity::Warning));
        assert_eq!(
            (warning.path.as_str(), &case.text[warning.span.clone()]),
            ("evidence.count.source", source.as_str())
        );
        assert_eq!(warning.suggestion.as_deref(), Some("fortna_2004"));
        assert_eq!(with_source("fortna_2004", "@book{fortna_2004, title={Peace Time}}").0.warnings, []);
    }

    #[test]
    fn entries_that_nobody_could_cite_are_doubtful() {
        let text = "@boook{a, author={A}, title={x}}\n@book{b, title={y}}\n@article{c, editor={C}}\n\
                    @misc{d, title={A treaty}}\n@online{e, title={A page}}\n@WWW{f, title={Another}}";
        let references = References::read("references.bib", text.as_bytes()).expect("it can be used");
        let found: Vec<(&str, usize, &str)> =
            references.warnings.iter().map(|d| (d.code.as_str(), d.start.line, &text[d.span.clone()])).collect();
        let incomplete = "incomplete-reference";
        assert_eq!(found, [("unknown-entry-type", 1, "boook"), (incomplete, 2, "b"), (incomplete, 3, "c")]);
        assert_eq!(references.warnings[0].suggestion.as_deref(), Some("book"));
    }

    #[test]
    fn a_broken_bibliography_leaves_its_case_usable() {
        let (case, _) = with_source("fortna_2004", "@book{");
        assert_eq!((&case.warnings[..], case.bibliography()), (&[][..], None));
        let refused = case.references.expect("it is there").expect_err("it is broken");
        assert_eq!((refused.name.as_str(), refused.diagnostics[0].code), ("references.bib", Code::ReferencesSyntax));
        let references = Beside::Bibliography("references.bib", b"@book{");
        let both = Case::read(Source { name: "case.toml", text: b"standfast = 2", references }).expect_err("both are");
        assert_eq!(both.beside, Some(Box::new(refused)));
    }

    /// A case with a number that rests on a source, and how that is written.
    fn with_source(source: &str, bibliography: &str) -> (Case, String) {
        let scenario = r#"
standfast = 1
scenario = { id = "small", title = "A small case", start = 2025, horizon = 5 }
actors = { challenger = "north", protege = "south" }
primitives = { challenger.prize = { value = 2, evidence = ["count"] } }
evidence = { count = { kind = "measured", says = "So many.", source = "#;
        let text = format!("{}\"{source}\" }} }}\n", scenario.trim_start());
        let references = Beside::Bibliography("references.bib", bibliography.as_bytes());
        let case = Case::read(Source { name: "case.toml", text: text.as_bytes(), references });
        (case.unwrap_or_else(|refused| panic!("{refused:#?}")), format!("\"{source}\""))
    }

    proptest::proptest! {
        /// Whatever stands for a date is shown, and never ends the program.
        #[test]
        fn any_date_is_read_or_shown_as_it_is(
            date in "[0-9X/~?%.: T-]{1,14}|[0-9]{1,4}-[0-9]{1,3}(-[0-9]{1,3})?|[0-9]{5,25}",
            year in "-?[0-9X~]{1,8}", month in "[0-9]{1,4}|jan|may", day in "[0-9]{1,4}",
        ) {
            let text = format!("@book{{a, title={{T}}, date={{{date}}}, urldate={{{date}}}}}\n\
                @book{{b, title={{T}}, year={{{year}}}, month={{{month}}}, day={{{day}}}}}");
            if let Ok(references) = References::read("references.bib", text.as_bytes()) {
                let blank = date.trim().is_empty();
                proptest::prop_assert!(blank || references.find("a").is_some_and(|a| a.date.is_some()));
                proptest::prop_assert!(references.find("b").is_some_and(|b| b.date.is_some()));
            }
        }
    }
}
