//! Language catalogues: Fluent messages by id.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

/// A language that there are catalogues for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Ukrainian.
    Uk,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::En, Language::Uk];

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Uk => "uk",
        }
    }

    /// The language of a code.
    pub fn of_code(code: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The language of a locale such as `uk_UA.UTF-8`; English where there are no catalogues for it.
    pub fn of_locale(locale: &str) -> Language {
        let code = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        Language::of_code(code).unwrap_or_default()
    }

    fn id(self) -> LanguageIdentifier {
        match self {
            Language::En => langid!("en"),
            Language::Uk => langid!("uk"),
        }
    }

    /// The files of its messages.
    pub fn files(self) -> &'static [&'static str] {
        match self {
            Language::En => &[
                include_str!("../locales/en/findings.ftl"),
                include_str!("../locales/en/faults.ftl"),
                include_str!("../locales/en/diagnostics.ftl"),
                include_str!("../locales/en/figures.ftl"),
                include_str!("../locales/en/program.ftl"),
                include_str!("../locales/en/record.ftl"),
                include_str!("../locales/en/packages.ftl"),
                include_str!("../locales/en/why.ftl"),
                include_str!("../locales/en/claims.ftl"),
                include_str!("../locales/en/numbers.ftl"),
                include_str!("../locales/en/sensitivity.ftl"),
                include_str!("../locales/en/structure.ftl"),
                include_str!("../locales/en/breach.ftl"),
                include_str!("../locales/en/timeline.ftl"),
                include_str!("../locales/en/discover.ftl"),
                include_str!("../locales/en/disagree.ftl"),
                include_str!("../locales/en/limits.ftl"),
                include_str!("../locales/en/brief.ftl"),
                include_str!("../locales/en/explain.ftl"),
                include_str!("../locales/en/difference.ftl"),
                include_str!("../locales/en/primitives.ftl"),
                include_str!("../locales/en/story.ftl"),
                include_str!("../locales/en/language.ftl"),
                include_str!("../locales/equations.ftl"),
            ],
            Language::Uk => &[
                include_str!("../locales/uk/findings.ftl"),
                include_str!("../locales/uk/faults.ftl"),
                include_str!("../locales/uk/diagnostics.ftl"),
                include_str!("../locales/uk/figures.ftl"),
                include_str!("../locales/uk/program.ftl"),
                include_str!("../locales/uk/record.ftl"),
                include_str!("../locales/uk/packages.ftl"),
                include_str!("../locales/uk/why.ftl"),
                include_str!("../locales/uk/claims.ftl"),
                include_str!("../locales/uk/numbers.ftl"),
                include_str!("../locales/uk/sensitivity.ftl"),
                include_str!("../locales/uk/structure.ftl"),
                include_str!("../locales/uk/breach.ftl"),
                include_str!("../locales/uk/timeline.ftl"),
                include_str!("../locales/uk/discover.ftl"),
                include_str!("../locales/uk/disagree.ftl"),
                include_str!("../locales/uk/limits.ftl"),
                include_str!("../locales/uk/brief.ftl"),
                include_str!("../locales/uk/explain.ftl"),
                include_str!("../locales/uk/difference.ftl"),
                include_str!("../locales/uk/primitives.ftl"),
                include_str!("../locales/uk/story.ftl"),
                include_str!("../locales/uk/language.ftl"),
                include_str!("../locales/equations.ftl"),
            ],
        }
    }
}

/// A word or number for a message.
#[derive(Clone, Debug)]
pub enum Arg {
    /// Shown as it is.
    Word(String),
    /// Shown as it is, and decides between plural forms.
    Count(usize),
}

impl From<&str> for Arg {
    fn from(word: &str) -> Arg {
        Arg::Word(word.to_owned())
    }
}

impl From<String> for Arg {
    fn from(word: String) -> Arg {
        Arg::Word(word)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Arg {
        Arg::Count(count)
    }
}

/// The messages of one language.
pub struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// The language.
    pub language: Language,
}

impl Catalogue {
    /// The catalogue of a language.
    pub fn new(language: Language) -> Catalogue {
        Catalogue::of(language, language.files())
            .unwrap_or_else(|error| unreachable!("a test reads every catalogue: {error}"))
    }

    /// The messages of some files in a language.
    ///
    /// # Errors
    /// What is wrong with the first file that cannot be read, or has a message that one before it has.
    pub fn of(language: Language, files: &[&str]) -> Result<Catalogue, String> {
        let mut bundle = FluentBundle::new(vec![language.id()]);
        // Isolation marks are for texts that mix directions; they only confuse a terminal.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).map_err(|(_, errors)| format!("{errors:?}"))?;
            bundle.add_resource(resource).map_err(|errors| format!("{errors:?}"))?;
        }
        Ok(Catalogue { bundle, language })
    }

    /// Whether there is a message of that id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message with its words filled in. A missing one comes out as its id, which tests look for.
    pub fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.format(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// An attribute of a message (`.help`), if it has it.
    pub fn attribute(&self, id: &str, attribute: &str, args: &[(&str, Arg)]) -> Option<String> {
        self.format(id, Some(attribute), args)
    }

    fn format(&self, id: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut fluent = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Word(word) => fluent.set(*name, FluentValue::from(word.as_str())),
                Arg::Count(count) => fluent.set(*name, FluentValue::from(*count as f64)),
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Some(text)
    }
}
