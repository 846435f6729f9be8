//! One future as a story: a path in sentences, in the words of the case.
//!
//! Every event is told in exactly one line, and every line is made of events; each line knows which.

pub mod layout;
mod sentences;

use serde::Serialize;
use standfast::Playthrough;
use standfast::game::path::{self, Event, What};
use standfast::model::Scenario;
use standfast::playthrough::Which;

use crate::catalogue::{Arg, Catalogue};
use crate::sentences::under;
use sentences::Words;

/// A path, told.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Story {
    /// What it is.
    pub title: String,
    /// How to read it, and what it takes for granted.
    pub opening: Vec<String>,
    /// What happens, in order.
    pub lines: Vec<Line>,
    /// How it ends.
    pub ending: Vec<String>,
    /// How it was chosen, and what it takes to tell it again.
    pub method: Vec<String>,
    /// What to type for that.
    pub command: String,
}

/// A path with its story.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told<'a> {
    /// The path.
    #[serde(flatten)]
    pub playthrough: &'a Playthrough,
    /// Its story.
    pub story: &'a Story,
}

/// What happens in a year, or in a run of years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// The first year.
    pub first: i64,
    /// The last year.
    pub last: i64,
    /// Whether the line tells more of the run of years before it.
    pub within: bool,
    /// The sentences.
    pub text: String,
    /// The events that it tells, by number.
    pub events: Vec<usize>,
}

/// An event with its number.
type Numbered<'a> = (usize, &'a Event);

/// A year with its events: what is new, and what is done.
struct Year<'a> {
    year: i64,
    starts: Vec<Numbered<'a>>,
    news: Vec<Numbered<'a>>,
    deeds: Vec<Numbered<'a>>,
    levels: &'a [usize],
}

impl Year<'_> {
    /// Whether nobody attacks, nothing is lost, and there is peace.
    fn is_calm(&self) -> bool {
        self.deeds.iter().all(|(_, event)| matches!(event.what, What::Holds | What::Coerces | What::Withstands))
    }
}

/// A playthrough as a story; `command` tells it again.
pub fn story(catalogue: &Catalogue, scenario: &Scenario, told: &Playthrough, command: &str) -> Story {
    let words = Words { catalogue, scenario };
    let years = years(told);
    let mut lines = Vec::new();
    for year in years.iter().filter(|year| !year.starts.is_empty()) {
        lines.push(line(year.year, year.year, false, words.start(&year.starts), &[&year.starts]));
    }
    for run in years.chunk_by(|a, b| a.is_calm() && b.is_calm()) {
        let (first, last) = (&run[0], &run[run.len() - 1]);
        if first.is_calm() && run.len() > 1 {
            let deeds: Vec<Numbered<'_>> = run.iter().flat_map(|year| year.deeds.iter().copied()).collect();
            lines.push(line(first.year, last.year, false, words.calm(&deeds), &[&deeds]));
            for year in run.iter().filter(|year| !year.news.is_empty()) {
                lines.push(line(year.year, year.year, true, words.news(&year.news, year.levels), &[&year.news]));
            }
        } else {
            let mut sentences = words.news(&first.news, first.levels);
            sentences.extend(if first.is_calm() { words.calm(&first.deeds) } else { words.deeds(&first.deeds) });
            lines.push(line(first.year, last.year, false, sentences, &[&first.news, &first.deeds]));
        }
    }
    Story {
        title: words.say("story-title", &[("title", words.text(&scenario.title).into())]),
        opening: opening(&words, told),
        lines,
        ending: ending(&words, told),
        method: method(&words, told),
        command: command.to_owned(),
    }
}

fn line(first: i64, last: i64, within: bool, sentences: Vec<String>, events: &[&[Numbered<'_>]]) -> Line {
    let events = events.iter().flat_map(|events| events.iter().map(|(id, _)| *id)).collect();
    Line { first, last, within, text: sentences.join(" "), events }
}

/// The years of a path, their events numbered through.
fn years(told: &Playthrough) -> Vec<Year<'_>> {
    let mut id = 0;
    let mut years = Vec::new();
    for (t, year) in told.by_year.years.iter().enumerate() {
        let (mut starts, mut news, mut deeds) = (Vec::new(), Vec::new(), Vec::new());
        for event in &year.events {
            let list = match event.what {
                What::Stands { .. } => &mut starts,
                What::Moves { .. }
                | What::Exhausted { .. }
                | What::ComesIntoForce(_)
                | What::Expires(_)
                | What::Lapses(_)
                | What::Resumes(_) => &mut news,
                _ => &mut deeds,
            };
            list.push((id, event));
            id += 1;
        }
        years.push(Year { year: told.case.start + t as i64, starts, news, deeds, levels: &year.levels });
    }
    years
}

fn opening(words: &Words<'_>, told: &Playthrough) -> Vec<String> {
    let mut opening = vec![words.say("story-one-of-many", &[]), words.package(told)];
    opening.extend(under(words.catalogue, &told.case));
    if let Some(concluded) = told.concluded {
        let signs = told.signs.iter().map(|party| words.with_chance(&words.actor(&party.actor), party.probability));
        let signs: Vec<String> = signs.collect();
        let args = [("signs", words.list(&signs).into()), ("chance", words.chance(concluded).into())];
        opening.push(words.say("story-signed", &args));
    }
    let risk = [("years", told.horizon.into()), ("chance", words.chance(told.war_in_this_draw).into())];
    opening.push(words.say(if told.method.seed.is_some() { "story-risk" } else { "story-risk-median" }, &risk));
    opening.push(words.say("story-how-to-read", &words.sides()));
    opening
}

fn ending(words: &Words<'_>, told: &Playthrough) -> Vec<String> {
    let last = told.events.last().map_or(told.case.start, |event| event.year);
    let end: Arg = told.end.into();
    let [challenger, protege] = words.sides();
    // What comes after a loss is not played.
    let years = usize::try_from(last - told.case.start + 1).unwrap_or(told.horizon);
    let is_coerced = |year: &&path::Year| {
        let has = |what: What| year.events.iter().any(|event| event.what == what);
        has(What::Coerces) && has(What::Withstands)
    };
    let coerced = told.by_year.years.iter().filter(is_coerced).count();
    let args = [
        ("years", years.into()),
        ("peaceful", told.peaceful_years.into()),
        ("coerced", coerced.into()),
        ("end", end.clone()),
        protege.clone(),
    ];
    let end = words.say("story-end", &[("year", last.to_string().into()), ("end", end), challenger, protege]);
    vec![format!("{end} {}", words.say("story-peaceful", &args))]
}

fn method(words: &Words<'_>, told: &Playthrough) -> Vec<String> {
    let at = if told.method.seed.is_some() { "draw" } else { "median" };
    let (draw, path) = (told.draw.to_string(), told.path.to_string());
    let mut method = Vec::new();
    if let Some(chosen) = told.chosen {
        let which = match chosen.which {
            Which::Typical => "typical",
            Which::Best => "best",
            Which::Worst => "worst",
        };
        let args = [
            ("which", which.into()),
            ("at", at.into()),
            ("among", chosen.among.into()),
            ("peaceful", told.peaceful_years.into()),
            ("low", chosen.tenths[0].to_string().into()),
            ("high", chosen.tenths[1].to_string().into()),
        ];
        method.push(words.say("story-chosen", &args));
    }
    let seed = told.seed.to_string();
    let args = [
        ("at", at.into()),
        ("draw", draw.into()),
        ("path", path.into()),
        ("seed", seed.into()),
        ("engine", told.method.engine.into()),
        ("digest", told.case.digest[..12].to_owned().into()),
    ];
    method.push(words.say("story-again", &args));
    method
}
