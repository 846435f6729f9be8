//! What a program that solves something says of itself: the same line in every language.

use serde_json::{Value, json};

use crate::time::{median, seconds};

/// Off by more than this, a program has failed.
pub const TOLERANCE: f64 = 1e-9;

/// How many times work is timed.
const REPEATS: usize = 7;

/// How fast a program is, and how far off.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The program.
    pub name: String,
    /// How many threads it had.
    pub threads: usize,
    /// The median of several runs after one to warm up.
    pub solves_per_second: f64,
    /// The largest distance from the numbers that it is checked against.
    pub max_error: f64,
}

impl Figures {
    /// One line of JSON.
    pub fn to_json(&self) -> String {
        let Figures { name, threads, solves_per_second, max_error } = self;
        let rate = (solves_per_second * 10.0).round() / 10.0;
        json!({ "name": name, "threads": threads, "solves_per_second": rate, "max_error": max_error }).to_string()
    }

    /// Reads such a line.
    ///
    /// # Errors
    /// If a figure is missing: says which, and quotes the line.
    pub fn from_json(line: &str) -> Result<Figures, String> {
        let value: Value = serde_json::from_str(line).map_err(|error| format!("{error}: {line}"))?;
        let missing = |key: &str| format!("{key} is missing: {line}");
        let number = |key: &str| value[key].as_f64().ok_or_else(|| missing(key));
        Ok(Figures {
            name: value["name"].as_str().ok_or_else(|| missing("name"))?.to_owned(),
            threads: number("threads")? as usize,
            solves_per_second: number("solves_per_second")?,
            max_error: number("max_error")?,
        })
    }

    /// Whether it is as near as it must be.
    pub fn is_right(&self) -> bool {
        self.max_error <= TOLERANCE
    }
}

/// Solves a second: the median of several runs of some work, which does so many solves, after one to warm up.
pub fn rate(solves: usize, mut work: impl FnMut()) -> f64 {
    work();
    median((0..REPEATS).map(|_| solves as f64 / seconds(&mut work)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written_and_says_what_it_lacks() {
        let figures = Figures { name: "w1".to_owned(), threads: 2, solves_per_second: 1234.5, max_error: 3e-15 };
        assert_eq!(Figures::from_json(&figures.to_json()), Ok(figures));
        let error = Figures::from_json(r#"{"name": "w1", "threads": 2, "max_error": 0.0}"#).unwrap_err();
        assert!(error.starts_with("solves_per_second is missing"), "{error}");
        assert!(Figures::from_json("Traceback").is_err());
    }

    #[test]
    fn a_number_that_is_none_is_not_right() {
        let figures = |max_error| Figures { name: String::new(), threads: 1, solves_per_second: 1.0, max_error };
        assert!(figures(1e-10).is_right());
        assert!(!figures(1e-8).is_right());
        assert!(!figures(f64::NAN).is_right());
    }
}
