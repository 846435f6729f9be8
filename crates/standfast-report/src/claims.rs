//! Claims held against the model, in sentences and as a table.

use std::collections::BTreeMap;

use standfast::claims::{ClaimFindings, Claims, Decides, TestFindings, Verdict};
use standfast::ensemble::band::FEWEST_FOR_ERRORS;
use standfast::model::claim::Bounds;
use standfast::questions::GameFindings;
use standfast::{Case, Selection};

use crate::catalogue::{Arg, Catalogue};
use crate::number_words::NumberWords;
use crate::numbers::{measure, of_hundred, percent};
use crate::phrases::{Phrases, text};
use crate::questions::{Called, is_yes_or_no, test};
use crate::sentences::{in_language, method_lines};
use crate::tables::Table;

/// Findings about claims, in the words of a catalogue.
pub struct ClaimWords<'a> {
    catalogue: &'a Catalogue,
    case: &'a Case,
    findings: &'a Claims,
}

impl<'a> ClaimWords<'a> {
    /// The words for what was found about claims of a case.
    pub fn new(catalogue: &'a Catalogue, case: &'a Case, findings: &'a Claims) -> ClaimWords<'a> {
        ClaimWords { catalogue, case, findings }
    }

    /// What the findings come to: how many claims hold, fail, are open or were not asked, and what most of the
    /// open ones hang on.
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = vec![self.summary()];
        sentences.extend(self.hang_on());
        sentences
    }

    /// How many claims hold, fail, are open or were not asked.
    pub(crate) fn summary(&self) -> String {
        let claims = self.findings.claims.len();
        if claims == 0 {
            return self.text("claims-none", &[]);
        }
        let counts = Verdict::ALL.into_iter().filter(|verdict| self.findings.count(*verdict) > 0).map(|verdict| {
            let count = self.findings.count(verdict).into();
            self.text(&format!("claims-{}", verdict.word()), &[("count", count)])
        });
        let counts = crate::phrases::list(self.catalogue, &counts.collect::<Vec<_>>());
        self.text("claims-summary", &[("claims", claims.into()), ("counts", counts.into())])
    }

    /// The primitives that decide several open claims.
    fn hang_on(&self) -> Option<String> {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let standing = self.findings.claims.iter().filter_map(|claim| claim.decides.as_ref());
        for decides in standing.filter(|decides| decides.stands_out) {
            *counts.entry(self.decider(decides).primitive_title()).or_default() += 1;
        }
        let mut counts: Vec<(String, usize)> = counts.into_iter().filter(|(_, count)| *count > 1).collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let each = counts.into_iter().map(|(title, count)| {
            let name = self.text("quoted", &[("name", title.into())]);
            self.text("claims-hang-on-one", &[("name", name.into()), ("count", count.into())])
        });
        let each: Vec<String> = each.collect();
        let list = crate::phrases::list(self.catalogue, &each);
        (!each.is_empty()).then(|| self.text("claims-hang-on", &[("numbers", list.into())]))
    }

    /// All claims, a row each, under their ids.
    pub fn table(&self) -> Table {
        let heads = ["column-claim", "column-verdict", "column-share", "column-decides", "column-in-the-case"];
        let row = |claim: &ClaimFindings| {
            let verdict = self.text(&format!("verdict-{}", claim.verdict.word()), &[]);
            let decides = claim.decides.as_ref().filter(|decides| decides.stands_out);
            let name = decides.map_or_else(String::new, |decides| self.decider(decides).name());
            let decides = decides.map_or_else(String::new, |decides| self.in_short(decides));
            vec![claim.id.clone(), verdict, self.share(claim).unwrap_or_default(), decides, name]
        };
        Table {
            title: self.text("table-claims", &[]),
            columns: heads.iter().map(|id| self.text(id, &[])).collect(),
            rows: self.findings.claims.iter().map(row).collect(),
            note: self.text("note-claims", &[]),
        }
    }

    /// Each claim as a row without its tests: who, what, and what became of it.
    pub(crate) fn without_tests(&self) -> Table {
        let heads = ["brief-column-who", "brief-column-says", "column-verdict", "column-share"];
        let row = |claim: &ClaimFindings| {
            let verdict = self.text(&format!("verdict-{}", claim.verdict.word()), &[]);
            let words = [&claim.who, &claim.says].map(|words| in_language(self.catalogue, words));
            words.into_iter().chain([verdict, self.share(claim).unwrap_or_default()]).collect()
        };
        Table {
            title: self.text("table-claims", &[]),
            columns: heads.iter().map(|id| self.text(id, &[])).collect(),
            rows: self.findings.claims.iter().map(row).collect(),
            note: self.text("brief-note-claims", &[]),
        }
    }

    /// Each claim in words: who says what, what became of it, and by which tests; with the reasons for the
    /// tests, if they are wanted.
    pub fn lines(&self, reasons: bool) -> Vec<String> {
        self.findings.claims.iter().map(|claim| self.line(claim, reasons)).collect()
    }

    fn line(&self, claim: &ClaimFindings, reasons: bool) -> String {
        let args = [
            ("claim", claim.id.as_str().into()),
            ("who", in_language(self.catalogue, &claim.who).into()),
            ("says", in_language(self.catalogue, &claim.says).into()),
        ];
        let mut parts = vec![self.text("claim-says", &args), self.verdict(claim)];
        parts.extend(claim.tests.iter().map(|test| self.test(test, claim.tests.len() > 1)));
        parts.extend(claim.decides.as_ref().map(|decides| self.decides(decides)));
        let reason = claim.reason.as_ref().filter(|_| reasons);
        parts.extend(
            reason.map(|reason| self.text("claim-reason", &[("reason", in_language(self.catalogue, reason).into())])),
        );
        parts.join(" ")
    }

    fn verdict(&self, claim: &ClaimFindings) -> String {
        let why = claim.silent.as_ref().map_or_else(String::new, |why| in_language(self.catalogue, why));
        let share = self.share(claim).unwrap_or_default();
        self.text(&format!("claim-{}", claim.verdict.word()), &[("share", share.into()), ("why", why.into())])
    }

    /// In which share of the draws a claim holds: "94 ± 2".
    fn share(&self, claim: &ClaimFindings) -> Option<String> {
        let share = percent(claim.share?);
        Some(match claim.share_se {
            Some(error) if error > 0.0 => {
                self.text("cell-share", &[("share", share.into()), ("error", percent(error).into())])
            }
            _ => share,
        })
    }

    fn test(&self, tested: &TestFindings, several: bool) -> String {
        let within = Bounds { at_least: tested.at_least, at_most: tested.at_most };
        let mut args: Vec<(&str, Arg)> = vec![
            ("test", test(self.catalogue, &tested.question, within, self).into()),
            ("found", self.found(tested).into()),
        ];
        args.extend(tested.share.filter(|_| several).map(|share| ("share", percent(share).into())));
        self.text(if args.len() > 2 { "claim-test-of-several" } else { "claim-test" }, &args)
    }

    /// The median and the middle 80 % of the answers; of a yes or no the share of draws that say yes.
    fn found(&self, tested: &TestFindings) -> String {
        let (found, scale) = (&tested.found, tested.question.scale);
        if tested.share.is_none() {
            return self.text("found-nothing", &[]);
        }
        if is_yes_or_no(&tested.question) {
            return self.text("found-yes", &[("share", percent(found.mean).into())]);
        }
        let [value, low, high] = [found.p50, found.p10, found.p90].map(|value| measure(value, scale));
        if [&low, &high] == [&value, &value] {
            return value;
        }
        self.text("cell-found", &[("value", value.into()), ("low", low.into()), ("high", high.into())])
    }

    /// What decides an open claim, if anything does.
    fn decides(&self, decides: &Decides) -> String {
        let numbers = ("numbers", decides.among.into());
        let p = ("p", of_hundred(decides.p_value).into());
        if !decides.stands_out {
            return self.text("decides-nothing", &[numbers, p]);
        }
        let decider = self.decider(decides);
        let args = [
            ("number", decider.quoted().into()),
            ("value", decider.value(decides.threshold).into()),
            ("above", percent(decides.above.share).into()),
            ("drawsabove", decides.above.draws.into()),
            ("below", percent(decides.below.share).into()),
            ("drawsbelow", decides.below.draws.into()),
        ];
        self.text("decides", &[&args[..], &[numbers, p]].concat())
    }

    /// "Russia: what winning is worth > 4.6": where an open claim rather holds.
    fn in_short(&self, decides: &Decides) -> String {
        let decider = self.decider(decides);
        let side = if decides.above.share > decides.below.share { "above" } else { "below" };
        let value = decider.value(decides.threshold);
        let args = [("name", decider.title().into()), ("value", value.into()), ("side", side.into())];
        self.text("cell-decides", &args)
    }

    fn decider(&self, decides: &Decides) -> NumberWords<'a> {
        NumberWords::new(self.catalogue, &self.case.scenario, decides.number)
    }

    /// The reasons to doubt the verdicts, a sentence each.
    pub fn doubts(&self) -> Vec<String> {
        /// With fewer draws all of which agree, one in twenty may be a share beyond the threshold: 0.9²⁹ < 0.05.
        const ENOUGH_FOR_A_VERDICT: usize = 29;
        let claims = &self.findings.claims;
        let draws = self.findings.method.draws;
        let mut doubts = Vec::new();
        if draws < FEWEST_FOR_ERRORS {
            doubts.push(self.text("doubt-no-standard-errors", &[("enough", FEWEST_FOR_ERRORS.into())]));
        }
        if draws < ENOUGH_FOR_A_VERDICT && claims.iter().any(|claim| claim.share.is_some()) {
            doubts.push(self.text("doubt-claims-few", &[("enough", ENOUGH_FOR_A_VERDICT.into())]));
        }
        let close: Vec<&str> = claims.iter().filter(|claim| claim.is_close()).map(|claim| claim.id.as_str()).collect();
        if !close.is_empty() {
            let args = [("count", close.len().into()), ("claims", close.join(", ").into())];
            doubts.push(self.text("doubt-claims-close", &args));
        }
        for claim in claims {
            let counts =
                [("doubt-claim-unconverged", claim.unconverged_draws), ("doubt-undefined", claim.undefined_draws)];
            for (id, draws) in counts.into_iter().filter(|(_, draws)| *draws > 0) {
                let alone = claim.share_converged_only.or(claim.share).unwrap_or(f64::NAN);
                let args =
                    [("check", claim.id.as_str().into()), ("draws", draws.into()), ("alone", percent(alone).into())];
                doubts.push(self.text(id, &args));
            }
        }
        doubts
    }

    /// How the numbers were made.
    pub fn method(&self) -> Vec<String> {
        let Claims { case, method, equilibria, .. } = self.findings;
        method_lines(self.catalogue, case, method, std::iter::once(equilibria))
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }
}

impl Called for ClaimWords<'_> {
    fn actor(&self, id: &str) -> String {
        self.case.scenario.actors.name(id).map_or(id, |name| text(self.catalogue, name)).to_owned()
    }

    /// The name of a preset, or the names of the instruments.
    fn package(&self, game: &GameFindings) -> String {
        let scenario = &self.case.scenario;
        let set = Selection::parse(scenario, &game.package).map(|selection| selection.set);
        Phrases { catalogue: self.catalogue, scenario }.package(set.unwrap_or_default())
    }

    fn stress(&self, id: &str) -> String {
        let stress = self.case.scenario.stresses.iter().find(|stress| stress.id == id);
        let name = stress.and_then(|stress| stress.name.as_ref()).map_or(id, |name| text(self.catalogue, name));
        self.text("quoted", &[("name", name.into())])
    }
}
