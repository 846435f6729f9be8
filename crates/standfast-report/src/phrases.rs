//! Parts of a case in words: numbers, conditions, dates, effects, names.

use standfast::Selection;
use standfast::model::Scenario;
use standfast::model::actor::Text;
use standfast::model::condition::{Condition, LevelSet};
use standfast::model::effect::Effect;
use standfast::model::instrument::{Instrument, InstrumentSet};
use standfast::model::number::{Number, Spread};
use standfast::model::primitive::{Action, Link, Phase};

use crate::catalogue::{Arg, Catalogue, Language};

/// A catalogue, and the case whose parts are put into words.
#[derive(Clone, Copy)]
pub(crate) struct Phrases<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) scenario: &'a Scenario,
}

/// A text of a case in the language of the catalogue.
pub(crate) fn text<'a>(catalogue: &Catalogue, text: &'a Text) -> &'a str {
    match catalogue.language {
        Language::En => &text.en,
        Language::Uk => text.uk.as_ref().unwrap_or(&text.en),
    }
}

/// "a, b and c".
pub(crate) fn list(catalogue: &Catalogue, names: &[String]) -> String {
    joined(catalogue, names, "list-and")
}

/// "a, b or c".
pub(crate) fn or(catalogue: &Catalogue, names: &[String]) -> String {
    joined(catalogue, names, "list-or")
}

fn joined(catalogue: &Catalogue, names: &[String], last_two: &str) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first, last] => catalogue.text(last_two, &[("first", first.as_str().into()), ("last", last.as_str().into())]),
        [first, rest @ ..] => {
            let rest = joined(catalogue, rest, last_two);
            catalogue.text("list-comma", &[("first", first.as_str().into()), ("rest", rest.into())])
        }
    }
}

/// A number with the digits that a reader can use.
pub(crate) fn rounded(x: f64) -> String {
    // Three digits, and no more zeros than the number needs.
    format!("{x:.2e}").parse::<f64>().map_or_else(|_| x.to_string(), |x| x.to_string())
}

/// A number as the language writes it.
pub(crate) fn written(spread: Spread) -> String {
    match spread {
        Spread::Known(value) => value.to_string(),
        Spread::Range { low, high } => format!("{low} to {high}"),
        Spread::Normal { mean, sd } => format!("normal (mean {mean}, sd {sd})"),
        Spread::Lognormal { median, sigma } => format!("lognormal (median {median}, sigma {sigma})"),
        Spread::Beta { alpha, beta } => format!("beta (alpha {alpha}, beta {beta})"),
        Spread::Uniform { low, high } => format!("uniform (low {low}, high {high})"),
        Spread::Triangular { low, mode, high } => format!("triangular (low {low}, mode {mode}, high {high})"),
    }
}

/// The 5th percentile, the median and the 95th percentile of a number, on its natural scale.
pub(crate) fn percentiles(number: &Number) -> [f64; 3] {
    [0.05, 0.5, 0.95].map(|p| number.natural_value(p))
}

/// Which way an effect moves its primitive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Up,
    Down,
    Either,
    None,
}

impl Direction {
    fn of(number: &Number) -> Direction {
        let [low, _, high] = percentiles(number);
        match (low, high) {
            _ if low == 0.0 && high == 0.0 => Direction::None,
            _ if low >= 0.0 => Direction::Up,
            _ if high <= 0.0 => Direction::Down,
            _ => Direction::Either,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Direction::Up => "up",
            Direction::Down => "down",
            Direction::Either => "either",
            Direction::None => "none",
        }
    }
}

impl Phrases<'_> {
    /// A text of the case in the language of the catalogue.
    pub(crate) fn text(&self, words: &Text) -> String {
        text(self.catalogue, words).to_owned()
    }

    /// The name of something in the language of the catalogue; of what has none, its id in words.
    pub(crate) fn named(&self, name: Option<&Text>, id: &str) -> String {
        name.map_or_else(|| id.replace('_', " "), |name| self.text(name))
    }

    /// A package in quotation marks: by the name of its preset, or the names of its instruments.
    pub(crate) fn package(&self, set: InstrumentSet) -> String {
        let name = Selection::of(self.scenario, set).name.map(|name| self.text(&name));
        let name = name.unwrap_or_else(|| {
            let instruments = set.iter().map(|i| &self.scenario.instruments[i]);
            let name = |each: &Instrument| each.name.as_ref().map_or_else(|| each.id.clone(), |name| self.text(name));
            let names: Vec<String> = instruments.map(name).collect();
            if names.is_empty() { self.catalogue.text("package-nothing", &[]) } else { names.join(" + ") }
        });
        self.catalogue.text("quoted", &[("name", name.into())])
    }

    /// The ids of a set of instruments, as a list.
    pub(crate) fn instruments(&self, set: InstrumentSet) -> String {
        let ids: Vec<String> = self.scenario.ids(set).into_iter().map(str::to_owned).collect();
        list(self.catalogue, &ids)
    }

    /// "us_will is withdrawn or wavering".
    pub(crate) fn level(&self, set: &LevelSet) -> String {
        let factor = &self.scenario.factors[set.factor];
        let levels = factor.levels.iter().enumerate().filter(|(level, _)| set.contains(*level));
        self.at_levels(&factor.id, levels.map(|(_, id)| id.as_str()))
    }

    /// The same where the factor and its levels are given by their ids.
    pub(crate) fn at_levels<'i>(&self, factor: &str, levels: impl IntoIterator<Item = &'i str>) -> String {
        let levels: Vec<String> = levels.into_iter().map(str::to_owned).collect();
        let levels = or(self.catalogue, &levels);
        self.say("where-level", &[("factor", factor.into()), ("levels", levels.into())])
    }

    /// "where us_will is withdrawn, at war, with the treaty in force"; nothing if it always holds.
    pub(crate) fn condition(&self, condition: &Condition) -> Option<String> {
        let mut parts = Vec::new();
        let levels: Vec<String> = condition.levels.iter().map(|set| self.level(set)).collect();
        if !levels.is_empty() {
            parts.push(self.say("where", &[("levels", list(self.catalogue, &levels).into())]));
        }
        parts.extend(condition.phase.map(|phase| match phase {
            Phase::Peace => self.say("context-peace", &[]),
            Phase::War => self.say("context-war", &[]),
        }));
        parts.extend(condition.action.map(|action| match action {
            Action::Coerce => self.say("context-coerce", &[]),
            Action::Limited => self.say("context-limited", &[]),
        }));
        for (id, set) in [("in-force-with", condition.with), ("in-force-without", condition.without)] {
            if !set.is_empty() {
                parts.push(self.say(id, &[("instruments", self.instruments(set).into())]));
            }
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// "from year 6 to year 39"; nothing if it is all years.
    pub(crate) fn years(&self, first: usize, until: Option<usize>) -> Option<String> {
        let first_arg = ("first", first.to_string().into());
        match (first, until) {
            (0, None) => None,
            (_, None) => Some(self.say("years-from", &[first_arg])),
            // An end before the beginning is a doubt of the case, not of this sentence.
            (_, Some(until)) if until <= first => Some(self.say("years-never", &[])),
            (_, Some(until)) => {
                let last = ("last", (until - 1).to_string().into());
                Some(self.say("years-between", &[first_arg, last]))
            }
        }
    }

    /// When an effect of an instrument is in force by date.
    pub(crate) fn effect_years(&self, effect: &Effect) -> Option<String> {
        let instrument = &self.scenario.instruments[effect.instrument?];
        self.years(effect.from.unwrap_or(instrument.lead_time), instrument.until)
    }

    /// "higher, × 1.3 to 3.3 (adds 0.3 to 1.2 to its logarithm)".
    pub(crate) fn change(&self, effect: &Effect) -> String {
        let number = &self.scenario.numbers[effect.number];
        let link = effect.on.kind.spec().link;
        let [low, _, high] = percentiles(number);
        // What is added to a logarithm multiplies; what is added to log-odds multiplies the odds.
        let factor = |x: f64| rounded(Link::Log.to_natural(x));
        let factors = if number.is_uncertain() { format!("{} to {}", factor(low), factor(high)) } else { factor(low) };
        let id = match link {
            Link::Identity => "change-identity",
            Link::Log => "change-log",
            Link::Logit => "change-logit",
        };
        let args: [(&str, Arg); 3] = [
            ("direction", Direction::of(number).word().into()),
            ("range", written(number.spread).into()),
            ("factors", factors.into()),
        ];
        self.say(id, &args)
    }

    /// Where and when an effect is active: its condition and its years.
    pub(crate) fn active(&self, effect: &Effect) -> Option<String> {
        let parts: Vec<String> =
            [self.condition(&effect.when), self.effect_years(effect)].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }
}
