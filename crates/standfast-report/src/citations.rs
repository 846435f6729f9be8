//! Works of a bibliography, as a reader finds them: who, when, what, where.

use standfast::references::{Name, Reference};

use crate::catalogue::Catalogue;

/// How a title is set off from the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Not at all, for a terminal.
    Plain,
    /// By asterisks, for Markdown.
    Markdown,
}

/// A citation: `Huth, Paul K. (1988) Extended deterrence. The Review 82(2), 423–443.`
pub fn citation(catalogue: &Catalogue, reference: &Reference, emphasis: Emphasis) -> String {
    let emphasised = |text: &String| match emphasis {
        Emphasis::Plain => text.clone(),
        Emphasis::Markdown => format!("*{text}*"),
    };
    // What appeared as a whole is set off; a part is not, but what it appeared in.
    let whole = reference.container.is_none();
    let title = reference.title.as_ref().map(|title| if whole { emphasised(title) } else { title.clone() });
    let parts = [
        Some(who_and_when(catalogue, reference)).filter(|text| !text.is_empty()),
        title,
        place(catalogue, reference, emphasised),
        reference.publisher.clone(),
        reference.note.clone(),
    ];
    let mut text = String::new();
    for part in parts.into_iter().flatten() {
        match text.chars().last() {
            None => {}
            // Authors and year lead over to the title; everything else ends like a sentence.
            Some(')') if text.len() == who_and_when(catalogue, reference).len() => text.push(' '),
            Some('.' | '?' | '!') => text.push(' '),
            Some(_) => text.push_str(". "),
        }
        text.push_str(&part);
    }
    if !text.ends_with(['.', '?', '!']) {
        text.push('.');
    }
    for address in addresses(catalogue, reference) {
        text.push_str(&format!(" {address}"));
    }
    text
}

fn who_and_when(catalogue: &Catalogue, reference: &Reference) -> String {
    let (people, role) = match (&reference.authors[..], &reference.editors[..]) {
        ([], editors) => (editors, "citation-editors"),
        (authors, _) => (authors, "citation-authors"),
    };
    let date = reference.date.clone().unwrap_or_else(|| catalogue.text("citation-no-date", &[]));
    if people.is_empty() {
        return if reference.date.is_some() { format!("({date})") } else { String::new() };
    }
    let args = [("people", names(catalogue, people).into()), ("count", people.len().into()), ("date", date.into())];
    catalogue.text(role, &args)
}

fn names(catalogue: &Catalogue, people: &[Name]) -> String {
    /// Of more authors the first is named.
    const NAMED: usize = 3;
    let full = |name: &Name| match name.given.as_str() {
        "" => name.family.clone(),
        given => format!("{}, {given}", name.family),
    };
    // BibTeX writes "and others" where it leaves authors out.
    let left_out = people.last().is_some_and(|last| last.family == "others" && last.given.is_empty());
    if people.len() > NAMED || left_out {
        return catalogue.text("citation-et-al", &[("first", full(&people[0]).into())]);
    }
    crate::phrases::list(catalogue, &people.iter().map(full).collect::<Vec<_>>())
}

/// Where in what it appeared: `The Review 82(2), 423–443`, or `No. 2218` of a report.
fn place(catalogue: &Catalogue, reference: &Reference, emphasised: impl Fn(&String) -> String) -> Option<String> {
    let Reference { container, volume, number, pages, .. } = reference;
    let mut parts = Vec::new();
    if let Some(container) = container {
        let volume = volume.as_ref().map_or_else(String::new, |volume| format!(" {volume}"));
        let number = number.as_ref().map_or_else(String::new, |number| format!("({number})"));
        parts.push(format!("{}{volume}{number}", emphasised(container)));
    } else {
        let counted = |id, count: &Option<String>| {
            count.as_ref().map(|count| catalogue.text(id, &[("number", count.as_str().into())]))
        };
        parts.extend(counted("citation-volume", volume));
        parts.extend(counted("citation-number", number));
    }
    parts.extend(pages.clone());
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn addresses(catalogue: &Catalogue, reference: &Reference) -> Vec<String> {
    let doi = reference
        .doi
        .as_ref()
        .map(|doi| if doi.starts_with("http") { doi.clone() } else { format!("https://doi.org/{doi}") });
    // A work with an identifier needs no other address.
    let url = reference.url.as_ref().filter(|_| doi.is_none()).map(|url| match &reference.accessed {
        Some(date) => {
            catalogue.text("citation-accessed", &[("url", url.as_str().into()), ("date", date.as_str().into())])
        }
        None => url.clone(),
    });
    doi.into_iter().chain(url).collect()
}

#[cfg(test)]
mod tests {
    use standfast::References;

    use super::*;
    use crate::catalogue::Language;

    fn cited(entry: &str, emphasis: Emphasis) -> String {
        let references = References::read("references.bib", entry.as_bytes()).expect("it has no faults");
        citation(&Catalogue::new(Language::En), &references.entries[0], emphasis)
    }

    #[test]
    fn works_of_every_kind_are_cited() {
        let article = "@article{a, author={Huth, Paul K. and Russett, Bruce}, title={What makes deterrence work?},
            journal={World Politics}, volume=36, number=4, pages={496--526}, year=1984, doi={10.2307/2010184}}";
        assert_eq!(
            cited(article, Emphasis::Markdown),
            "Huth, Paul K. and Russett, Bruce (1984) What makes deterrence work? *World Politics* 36(4), 496–526. \
             https://doi.org/10.2307/2010184"
        );
        let book = "@book{b, author={Fortna, Virginia Page}, title={Peace Time}, publisher={Princeton}, date=2004}";
        assert_eq!(cited(book, Emphasis::Markdown), "Fortna, Virginia Page (2004) *Peace Time*. Princeton.");
        let report = "@techreport{c, author={Trebesch, Christoph and A, B and C, D and E, F}, title={The Tracker},
            institution={Kiel Institute}, number=2218, date={2025-02}}";
        assert_eq!(
            cited(report, Emphasis::Plain),
            "Trebesch, Christoph et al. (2025-02) The Tracker. No. 2218. Kiel Institute."
        );
        let online = "@online{d, author={{KIIS}}, title={Trust}, url={https://kiis.com.ua/?a=1}, urldate={2025-04-01}}";
        assert_eq!(
            cited(online, Emphasis::Plain),
            "KIIS (no date) Trust. https://kiis.com.ua/?a=1 (accessed 2025-04-01)"
        );
        let edited = "@book{e, editor={Paul, T. V. and others}, title={Complex Deterrence}, date=2009}";
        assert_eq!(cited(edited, Emphasis::Plain), "Paul, T. V. et al. (eds, 2009) Complex Deterrence.");
        assert_eq!(cited("@misc{f, title={Treaty}}", Emphasis::Plain), "Treaty.");
        assert_eq!(cited("@misc{g, title={Treaty}, date=1953}", Emphasis::Plain), "(1953) Treaty.");
    }
}
