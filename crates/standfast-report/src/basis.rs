//! What findings rest on, in plain words.

use standfast::Findings;
use standfast::findings::{Share, ShareFrom, ShareOf};

use crate::catalogue::Catalogue;
use crate::numbers::whole_points;
use crate::phrases::list;
use crate::sentences::{chance, quoted_id};

/// What rounds to all of it in whole percent.
const NEARLY_ALL: f64 = 0.995;

/// What the findings rest on, a sentence each: how many numbers on what, how much of the answer on
/// judgement, and where to read what the model leaves out.
pub fn basis(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let mut sentences = Vec::from_iter(numbers(catalogue, findings));
    sentences.extend(shares(catalogue, findings));
    sentences.push(catalogue.text("basis-limits", &[]));
    sentences
}

/// How many numbers rest on what; nothing about a case that gives none.
pub(crate) fn numbers(catalogue: &Catalogue, findings: &Findings) -> Option<String> {
    let some = findings.basis.resting_on.iter().filter(|some| some.numbers > 0);
    let parts: Vec<String> = some
        .map(|some| catalogue.text(&format!("basis-{}", some.basis.word()), &[("numbers", some.numbers.into())]))
        .collect();
    let args = [("numbers", findings.basis.numbers.into()), ("parts", list(catalogue, &parts).into())];
    (!parts.is_empty()).then(|| catalogue.text("basis-numbers", &args))
}

fn shares(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let share = |of, from| findings.basis.shares.iter().find(|share| (share.of, share.from) == (of, from));
    let sentence = |of, id, package: &dyn Fn() -> String| {
        let [alone, any] = ShareFrom::ALL.map(|from| share(of, from));
        let args = [
            ("years", findings.headline_years.into()),
            ("package", package().into()),
            ("alone", in_words(catalogue, alone?).into()),
            ("any", in_words(catalogue, any?).into()),
        ];
        Some(catalogue.text(id, &args))
    };
    let safest =
        || findings.safest.as_ref().map_or_else(String::new, |safest| quoted_id(catalogue, findings, &safest.package));
    let mut sentences: Vec<String> = [
        sentence(ShareOf::Nothing, "basis-share-of-nothing", &String::new),
        sentence(ShareOf::Difference, "basis-share-of-difference", &safest),
    ]
    .into_iter()
    .flatten()
    .collect();
    let unconverged = findings.basis.shares.iter().map(|share| share.unconverged_draws).max().unwrap_or(0);
    if unconverged > 0 {
        sentences.push(catalogue.text("basis-share-unconverged", &[("draws", unconverged.into())]));
    }
    sentences
}

fn in_words(catalogue: &Catalogue, share: &Share) -> String {
    // An estimate may exceed 1, which no share does.
    let all = if share.share >= NEARLY_ALL { "yes" } else { "no" };
    let args = [
        ("all", all.into()),
        ("share", chance(catalogue, share.share).into()),
        ("error", whole_points(share.standard_error).into()),
    ];
    catalogue.text("basis-share", &args)
}
