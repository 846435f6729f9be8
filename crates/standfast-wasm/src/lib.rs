//! The facade and its words in WebAssembly.
//!
//! A page writes a [`Request`] as JSON into the buffer of [`exports`] and is answered in JSON. There are no threads in
//! here, no clock and no network: one module in one worker answers one request after the other. What it answers is
//! what the same [`Engine`] says natively, byte for byte (`cargo xtask wasm`).
//!
//! Where bytes come with a request or an answer, which are [parts of a study](standfast::part), a zero byte stands
//! between the JSON and them.

mod answer;
mod asked;
pub mod exports;
#[cfg(feature = "questions")]
mod questions;
mod request;
#[cfg(test)]
mod types;

use std::rc::Rc;

use serde::Serialize;
use standfast::assuming::Unknown;
use standfast::{Case, Depth, Part};
use standfast_report::faults::explained;
use standfast_report::outline::outline;
use standfast_report::{Catalogue, Language};

use crate::answer::Answer;
pub use crate::answer::{Failure, Said};
use crate::asked::Asked;
#[cfg(feature = "questions")]
pub use crate::questions::Found;
pub use crate::request::{MOST_DRAWS, Request, Study};

/// Answers requests, one after the other.
#[derive(Default)]
pub struct Engine {
    /// The case that was opened last.
    case: Option<Rc<Case>>,
    /// The words that were given last.
    catalogue: Option<Rc<Catalogue>>,
}

impl Engine {
    /// Answers a request.
    pub fn answer(&mut self, request: &[u8]) -> Vec<u8> {
        let end = request.iter().position(|byte| *byte == 0);
        let (text, attached) = end.map_or((request, &[][..]), |end| (&request[..end], &request[end + 1..]));
        match serde_json::from_slice(text) {
            Ok(request) => self.answered(request, attached).unwrap_or_else(failed),
            Err(error) => failed(Failure::BadRequest { message: error.to_string() }),
        }
    }

    fn answered(&mut self, request: Request, attached: &[u8]) -> Result<Vec<u8>, Failure> {
        match request {
            Request::Words { language, text } => {
                let bad = |message| Failure::BadRequest { message };
                let known = Language::of_code(&language).ok_or_else(|| bad(format!("no language `{language}`")))?;
                self.catalogue = Some(Rc::new(Catalogue::of(known, &[text.as_str()]).map_err(bad)?));
                Ok(json(&Answer::Found(language)))
            }
            Request::Open { text, assume } => {
                let catalogue = self.words()?;
                let mut case = read(&catalogue, &text)?;
                if !assume.is_empty() {
                    let assumed =
                        case.assuming(&assume).map_err(|Unknown(number)| Failure::UnknownNumber { number })?;
                    case = read(&catalogue, &assumed)?;
                }
                let found = outline(&catalogue, &case);
                self.case = Some(Rc::new(case));
                Ok(json(&Answer::Found(found)))
            }
            Request::Check { text } => {
                let catalogue = self.words()?;
                let case = read(&catalogue, &text)?;
                let warnings: Vec<_> = case.warnings.iter().map(|warning| explained(&catalogue, warning)).collect();
                Ok(json(&Answer::Found(warnings)))
            }
            Request::Part { package, seed, batch, risks_only } => {
                let catalogue = self.words()?;
                let case = self.open()?;
                let depth = if risks_only { Depth::Risks } else { Depth::Whole };
                let part = Asked { case: &case, catalogue: &catalogue }.part(&package, seed, batch, depth)?;
                let mut answer = json(&Answer::Found("part"));
                answer.push(0);
                answer.extend(postcard::to_allocvec(&part).unwrap_or_else(|_| unreachable!("parts can be written")));
                Ok(answer)
            }
            Request::Solve { packages } => {
                let catalogue = self.words()?;
                let case = self.open()?;
                Asked { case: &case, catalogue: &catalogue }.solve(&packages)
            }
            Request::Gather(study) => {
                let parts = parts(attached)?;
                self.ask(|asked| asked.gather(&study, &parts))
            }
            Request::Assess(study) => self.ask(|asked| asked.assess(&study)),
            #[cfg(feature = "questions")]
            question => {
                let found = self.find(&question)?;
                self.say(found, question.narrow())
            }
        }
    }

    /// Finds out what a question asks about the case that was opened last.
    ///
    /// # Errors
    /// If nothing is open, there are no words to refuse it in, or the request is refused.
    #[cfg(feature = "questions")]
    pub fn find(&self, question: &Request) -> Result<Found, Failure> {
        self.ask(|asked| asked.find(question))
    }

    /// What was found, in the words that were given last: the answer to its question.
    ///
    /// # Errors
    /// If nothing is open, or there are no words.
    #[cfg(feature = "questions")]
    pub fn say(&self, found: Found, narrow: bool) -> Result<Vec<u8>, Failure> {
        self.ask(|asked| Ok(asked.say(found, request::look(narrow))))
    }

    fn ask<T>(&self, ask: impl FnOnce(Asked<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        let catalogue = self.words()?;
        let case = self.open()?;
        ask(Asked { case: &case, catalogue: &catalogue })
    }

    fn open(&self) -> Result<Rc<Case>, Failure> {
        self.case.clone().ok_or(Failure::NothingOpen)
    }

    fn words(&self) -> Result<Rc<Catalogue>, Failure> {
        self.catalogue.clone().ok_or(Failure::NoWords)
    }
}

fn read(catalogue: &Catalogue, text: &str) -> Result<Case, Failure> {
    Case::from_text("scenario", text).map_err(|refused| Failure::refused(catalogue, &refused))
}

/// The parts that came with a request, one after the other.
fn parts(mut bytes: &[u8]) -> Result<Vec<Part>, Failure> {
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let (part, rest) = postcard::take_from_bytes(bytes).map_err(|_| Failure::ForeignPart)?;
        parts.push(part);
        bytes = rest;
    }
    Ok(parts)
}

fn failed(failure: Failure) -> Vec<u8> {
    json(&Answer::<()>::Failed(failure))
}

pub(crate) fn json<T: Serialize>(answer: &Answer<T>) -> Vec<u8> {
    serde_json::to_vec(answer).unwrap_or_else(|_| unreachable!("answers are JSON"))
}
