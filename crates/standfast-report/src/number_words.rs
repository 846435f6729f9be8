//! An uncertain number of a case in words.

use standfast::model::Scenario;
use standfast::model::primitive::{Kind, Link};
use standfast::model::subject::Subject;

use crate::catalogue::{Arg, Catalogue};
use crate::explain::meaning;
use crate::phrases::{Phrases, rounded};

/// A number in the words of a catalogue.
pub(crate) struct NumberWords<'a> {
    catalogue: &'a Catalogue,
    scenario: &'a Scenario,
    subject: Subject<'a>,
}

impl<'a> NumberWords<'a> {
    /// The words for a number of a case, by position.
    pub(crate) fn new(catalogue: &'a Catalogue, scenario: &'a Scenario, number: usize) -> NumberWords<'a> {
        NumberWords { catalogue, scenario, subject: scenario.subject(number) }
    }

    /// The primitive that it is or is added to: `us.stake`.
    pub(crate) fn name(&self) -> String {
        self.scenario.primitive_name(self.subject.primitive)
    }

    /// What people call it.
    pub(crate) fn title(&self) -> String {
        self.phrases().title(self.subject)
    }

    /// The same in quotation marks, for sentences.
    pub(crate) fn quoted(&self) -> String {
        self.text("quoted", &[("name", self.title().into())])
    }

    /// What people call it, and the primitive by its name, for those who go on in a shell.
    pub(crate) fn titled(&self) -> String {
        self.text("number-titled", &[("title", self.quoted().into()), ("name", self.name().into())])
    }

    /// What people call the primitive.
    pub(crate) fn primitive_title(&self) -> String {
        self.phrases().title_of(self.subject.primitive)
    }

    /// What that primitive means.
    pub(crate) fn meaning(&self) -> String {
        meaning(self.catalogue, self.subject.primitive.kind)
    }

    /// What it is in full: the primitive, or what whose effect adds to it, and where.
    pub(crate) fn full(&self) -> String {
        self.wherever(self.what())
    }

    /// The primitive, or what whose effect adds to it, wherever.
    fn what(&self) -> String {
        let Subject { effect, holder, .. } = self.subject;
        let name = ("name", self.name().into());
        match holder {
            _ if effect.is_none() => self.name(),
            None => self.text("number-effect", &[name]),
            Some(holder) => self.text("number-effect-by", &[name, ("holder", self.scenario.holder_id(holder).into())]),
        }
    }

    /// Something that is said of it, with where its effect is active.
    fn wherever(&self, what: String) -> String {
        match self.subject.effect.and_then(|effect| self.phrases().condition(&effect.when)) {
            Some(when) => self.text("number-where", &[("what", what.into()), ("when", when.into())]),
            None => what,
        }
    }

    /// A value of it as it is best read, given on the natural scale of a primitive and on the scale on which an
    /// effect adds: what is added to a logarithm or to log-odds, as a factor.
    pub(crate) fn value(&self, value: f64) -> String {
        let Subject { primitive, effect, .. } = self.subject;
        in_words(self.catalogue, primitive.kind, effect.is_some(), value)
    }

    fn phrases(&self) -> Phrases<'a> {
        Phrases { catalogue: self.catalogue, scenario: self.scenario }
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }
}

/// A value of a kind of primitive, or of an effect on one, as it is best read.
pub(crate) fn in_words(catalogue: &Catalogue, kind: Kind, is_effect: bool, value: f64) -> String {
    if !is_effect {
        return rounded(value);
    }
    let factor = rounded(Link::Log.to_natural(value)).into();
    match kind.spec().link {
        Link::Identity => catalogue.text("number-added", &[("value", rounded(value).into())]),
        Link::Log => catalogue.text("number-factor", &[("factor", factor)]),
        Link::Logit => catalogue.text("number-odds", &[("factor", factor)]),
    }
}
