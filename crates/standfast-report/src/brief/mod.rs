//! A brief: what was found about one package, as a document that can be handed over.
//!
//! One file of HTML that needs nothing else: no script, no font, no picture from elsewhere. It reads on a screen, and on
//! four to eight printed pages. Sentences and tables are those of the studies, in an order that begins with the answer.

mod answer;
mod elements;
mod method;
mod opening;
mod parties;
mod reasons;
mod record;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use standfast::findings::PackageFindings;
use standfast::{BriefFindings, Case, Findings};

use crate::catalogue::{Arg, Catalogue};
use crate::figure::css;
use crate::figures::in_figures;
use crate::sentences::{InWords, quoted_id};

/// How the document looks.
const STYLE: &str = include_str!("style.css");

/// What a front end knows of a brief that the findings do not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edition<'a> {
    /// The command that makes the same file again.
    pub command: &'a str,
    /// Of when it is; there is no clock in here.
    pub date: Option<&'a str>,
}

/// The document.
pub fn html(catalogue: &Catalogue, case: &Case, findings: &BriefFindings, edition: Edition<'_>) -> String {
    Brief { catalogue, case, findings, edition }.document().into_string()
}

/// What all parts of the document need.
#[derive(Clone, Copy)]
struct Brief<'a> {
    catalogue: &'a Catalogue,
    /// The case, under the stresses that hold from the start.
    case: &'a Case,
    findings: &'a BriefFindings,
    edition: Edition<'a>,
}

/// A part of the document: its id, which is also the end of its heading's message, and what it says.
struct Part {
    id: &'static str,
    content: Markup,
}

impl<'a> Brief<'a> {
    fn document(self) -> Markup {
        let title = self.text("brief-title", &[("package", self.name())]);
        let parts = self.parts();
        html! {
            (DOCTYPE)
            html lang=(self.catalogue.language.code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="generator" content={ "Standfast " (self.assessed().method.engine) };
                    meta name="color-scheme" content="light dark";
                    // Nothing is to be fetched by what a case says, whatever that is.
                    meta http-equiv="Content-Security-Policy"
                        content="default-src 'none'; style-src 'unsafe-inline'; img-src data:";
                    title { (title) }
                    style { (PreEscaped(css(":root"))) (PreEscaped(STYLE)) }
                }
                body {
                    (self.header(&title))
                    nav aria-label=(self.text("brief-contents", &[])) {
                        ol { @for part in &parts { li { a href={ "#" (part.id) } { (self.heading(part.id)) } } } }
                    }
                    main {
                        @for (i, part) in parts.iter().enumerate() {
                            section id=(part.id) aria-labelledby={ "heading-" (part.id) } {
                                h2 id={ "heading-" (part.id) } { (i + 1) ". " (self.heading(part.id)) }
                                (part.content)
                            }
                        }
                    }
                    footer { p { (self.text("brief-footer", &[])) } }
                }
            }
        }
    }

    fn parts(self) -> [Part; 10] {
        [
            Part { id: "answer", content: self.answer() },
            Part { id: "parties", content: self.parties() },
            Part { id: "why", content: self.why() },
            Part { id: "breach", content: self.breach() },
            Part { id: "change", content: self.change() },
            Part { id: "claims", content: self.claims() },
            Part { id: "assumptions", content: self.assumptions() },
            Part { id: "sources", content: self.sources() },
            Part { id: "method", content: self.method() },
            Part { id: "again", content: self.again() },
        ]
    }

    fn heading(self, id: &str) -> String {
        self.text(&format!("brief-heading-{id}"), &[])
    }

    /// A message, with its figures as the language writes them.
    fn text(self, id: &str, args: &[(&str, Arg)]) -> String {
        self.say(self.catalogue.text(id, args))
    }

    /// Something that was put into words elsewhere, with its figures as the language writes them.
    fn say(self, text: impl Into<String>) -> String {
        // No line ends between a number and its sign.
        in_figures(self.catalogue.language, text.into()).replace(" %", "\u{a0}%")
    }

    fn assessed(self) -> &'a Findings {
        &self.findings.assessed
    }

    fn package(self) -> &'a PackageFindings {
        self.findings.package()
    }

    /// The name of the package in quotation marks.
    fn name(self) -> Arg {
        quoted_id(self.catalogue, self.assessed(), &self.findings.package).into()
    }

    fn words(self) -> InWords<'a> {
        InWords { catalogue: self.catalogue, findings: self.assessed() }
    }

    fn years(self) -> Arg {
        self.assessed().headline_years.into()
    }

    fn draws(self) -> Arg {
        self.assessed().method.draws.into()
    }
}
