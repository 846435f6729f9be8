//! Questions put to the model, in words.

use standfast::model::claim::Bounds;
use standfast::model::question::Quantity;
use standfast::questions::{GameFindings, QuestionFindings, Scale};

use crate::catalogue::{Arg, Catalogue};
use crate::numbers::end;
use crate::phrases::list;
use crate::record::years;

/// How what a question is about is called.
pub(crate) trait Called {
    /// An actor.
    fn actor(&self, id: &str) -> String;
    /// A package.
    fn package(&self, game: &GameFindings) -> String;
    /// A stress.
    fn stress(&self, id: &str) -> String;
}

/// Everything by its id.
pub(crate) struct ById;

impl Called for ById {
    fn actor(&self, id: &str) -> String {
        id.to_owned()
    }

    fn package(&self, game: &GameFindings) -> String {
        game.package.clone()
    }

    fn stress(&self, id: &str) -> String {
        id.to_owned()
    }
}

/// "the chance of a war in years 0–10: minerals against nothing".
pub(crate) fn question(catalogue: &Catalogue, question: &QuestionFindings, called: &dyn Called) -> String {
    let actor = question.actor.as_ref().map_or_else(String::new, |id| called.actor(id));
    let what = catalogue.text(&format!("asked-{}", question.quantity), &[("actor", actor.into())]);
    let what = match question.years {
        Some(window) => catalogue.text("asked-years", &[("what", what.into()), ("years", years(window).into())]),
        None => what,
    };
    let game = game(catalogue, &question.game, called);
    let mut args: Vec<(&str, Arg)> = vec![("what", what.into()), ("game", game.into())];
    let id = match (&question.against, question.scale) {
        (None, _) => "asked-of",
        (Some(_), Scale::Ratio) => "asked-ratio",
        (Some(_), _) => "asked-difference",
    };
    args.extend(question.against.as_ref().map(|other| ("other", self::game(catalogue, other, called).into())));
    catalogue.text(id, &args)
}

/// A package, and the stresses that it is under.
fn game(catalogue: &Catalogue, game: &GameFindings, called: &dyn Called) -> String {
    let package = called.package(game);
    let under: Vec<String> = game.under.iter().map(|id| called.stress(id)).collect();
    if under.is_empty() {
        return package;
    }
    let under = list(catalogue, &under);
    catalogue.text("fact-game-under", &[("package", package.into()), ("under", under.into())])
}

/// "at most −3 points"; of a yes or no, which of them.
pub(crate) fn bounds(catalogue: &Catalogue, question: &QuestionFindings, bounds: Bounds) -> String {
    let scale = question.scale;
    if is_yes_or_no(question) {
        return catalogue.text(if bounds.contain(1.0) { "bound-yes" } else { "bound-no" }, &[]);
    }
    let (id, value) = match bounds {
        Bounds { at_least: Some(low), at_most: Some(high) } => {
            let args = [("low", end(low, scale).into()), ("high", end(high, scale).into())];
            return catalogue.text("cell-target", &[&args[..], &[("scale", scale.word().into())]].concat());
        }
        Bounds { at_most: Some(most), .. } => ("bound-most", most),
        Bounds { at_least, .. } => ("bound-least", at_least.unwrap_or(f64::NAN)),
    };
    catalogue.text(id, &[("value", end(value, scale).into()), ("scale", scale.word().into())])
}

/// Whether its answer is a yes or a no in every draw.
pub(crate) fn is_yes_or_no(question: &QuestionFindings) -> bool {
    Quantity::ALL.iter().any(|quantity| quantity.word() == question.quantity && quantity.is_yes_or_no())
}

/// A question, and where its answer has to lie.
pub(crate) fn test(catalogue: &Catalogue, asked: &QuestionFindings, within: Bounds, called: &dyn Called) -> String {
    let args =
        [("question", question(catalogue, asked, called).into()), ("bounds", bounds(catalogue, asked, within).into())];
    catalogue.text("asked-test", &args)
}
