//! What would change an outcome, in sentences and tables.

use standfast::sensitivity::findings::{GroupFindings, IndexFindings, NumberFindings, ResultFindings};
use standfast::{Case, Selection, SensitivityFindings};

use crate::catalogue::{Arg, Catalogue};
use crate::number_words::NumberWords;
use crate::numbers::{of_hundred, percent, shows, spread};
use crate::phrases::{Phrases, list, text};
use crate::sentences::{chance, method_lines};
use crate::tables::Table;

/// So many single numbers are shown at most, unless more stand out.
const MOST_NUMBERS: usize = 10;
/// So many groups are named at most in a sentence.
const NAMED: usize = 3;
/// A group is worth naming if its total index is this much.
const WORTH_NAMING: f64 = 0.1;

/// Findings about an outcome, in the words of a catalogue.
pub struct Sensitivity<'a> {
    catalogue: &'a Catalogue,
    case: &'a Case,
    findings: &'a SensitivityFindings,
}

impl<'a> Sensitivity<'a> {
    /// The words for findings about a case.
    pub fn new(catalogue: &'a Catalogue, case: &'a Case, findings: &'a SensitivityFindings) -> Sensitivity<'a> {
        Sensitivity { catalogue, case, findings }
    }

    /// What the findings come to, a sentence or some each.
    pub fn sentences(&self) -> Vec<String> {
        let headline = self.headline();
        let band = &headline.band;
        let spread = |p| chance(self.catalogue, p);
        let args = [
            ("package", self.package().into()),
            ("outcome", self.outcome().into()),
            ("mean", spread(band.mean).into()),
            ("low", spread(band.p10).into()),
            ("high", spread(band.p90).into()),
        ];
        let id = if shows(band, percent) { "sensitivity-whole" } else { "sensitivity-narrow" };
        let mut sentences = vec![self.text(id, &args)];
        if headline.groups.is_empty() {
            sentences.push(self.text("sensitivity-no-spread", &[]));
            return sentences;
        }
        sentences.push(self.of_groups(headline));
        sentences.extend(headline.judgement.as_ref().map(|judgement| self.of_judgement(judgement)));
        sentences.push(self.of_numbers(headline));
        sentences
    }

    /// Groups, how their indices settle, and single numbers; those that have rows.
    pub fn tables(&self) -> Vec<Table> {
        let headline = self.headline();
        let tables = [self.groups(headline), self.numbers(headline)];
        tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
    }

    /// What is worth most to know, in words alone; nothing if no number stands out.
    pub(crate) fn worth_knowing(&self) -> Option<String> {
        let best = self.headline().numbers.first().filter(|number| number.stands_out)?;
        let words = self.words(best);
        let args = [
            ("number", words.quoted().into()),
            ("share", share(best.first).into()),
            ("way", way(best).into()),
            ("basis", best.basis.into()),
        ];
        Some(self.text("brief-learn", &args))
    }

    /// From what the spread comes, without the single numbers.
    pub(crate) fn of_spread(&self) -> Vec<String> {
        let mut sentences = self.sentences();
        if !self.headline().groups.is_empty() {
            sentences.pop();
        }
        sentences
    }

    /// The reasons to doubt the findings, a sentence each.
    pub fn doubts(&self) -> Vec<String> {
        let SensitivityFindings { equilibria, overlapping, method, .. } = self.findings;
        let headline = self.headline();
        let mut doubts = Vec::new();
        if equilibria.unconverged_draws > 0 {
            doubts.push(self.text("doubt-sensitivity-unconverged", &[("draws", equilibria.unconverged_draws.into())]));
        }
        let unsure = headline.groups.iter().filter(|group| group.index.is_first_unsure()).count();
        if unsure > 0 {
            let args = [
                ("unsure", unsure.into()),
                ("groups", headline.groups.len().into()),
                ("draws", method.draws.into()),
                ("more", (4 * method.draws).into()),
            ];
            doubts.push(self.text("doubt-sensitivity-unsure", &args));
        }
        if headline.groups.iter().any(|group| is_crossed(&group.index)) {
            doubts.push(self.text("doubt-sensitivity-crossed", &[]));
        }
        if *overlapping {
            doubts.push(self.text("doubt-sensitivity-overlapping", &[("by", self.findings.by.into())]));
        }
        doubts
    }

    /// How the numbers were made.
    pub fn method(&self) -> Vec<String> {
        let SensitivityFindings { case, method, equilibria, solved, resamples, numbers_read, .. } = self.findings;
        let args = [
            ("solved", solved.to_string().into()),
            ("resamples", (*resamples).into()),
            ("read", (*numbers_read).into()),
            ("screened", (method.uncertain_numbers - numbers_read).into()),
        ];
        let mut lines = method_lines(self.catalogue, case, method, std::iter::once(equilibria));
        lines.insert(1, self.text("method-sensitivity", &args));
        lines
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    pub(crate) fn headline(&self) -> &'a ResultFindings {
        self.findings.headline()
    }

    pub(crate) fn outcome(&self) -> String {
        let years = self.findings.headline_years.unwrap_or(0);
        self.text("why-outcome", &[("outcome", self.findings.quantity.into()), ("years", years.into())])
    }

    pub(crate) fn package(&self) -> String {
        let scenario = &self.case.scenario;
        let set = Selection::parse(scenario, &self.findings.package).map(|selection| selection.set);
        Phrases { catalogue: self.catalogue, scenario }.package(set.unwrap_or_default())
    }

    /// From which groups the spread comes.
    fn of_groups(&self, headline: &ResultFindings) -> String {
        let mut largest: Vec<&GroupFindings> = headline.groups.iter().collect();
        largest.sort_by(|one, other| other.index.total.total_cmp(&one.index.total));
        let worth = |group: &&&GroupFindings| group.index.total >= WORTH_NAMING && !group.index.is_total_unsure();
        let named: Vec<String> = largest
            .iter()
            .filter(worth)
            .take(NAMED)
            .map(|group| {
                let args = [
                    ("group", self.group(group).into()),
                    ("first", share(group.index.first).into()),
                    ("total", share(group.index.total).into()),
                    ("alone", crossed(&group.index).into()),
                ];
                self.text("sensitivity-group", &args)
            })
            .collect();
        let id = if named.is_empty() { "sensitivity-no-group" } else { "sensitivity-most" };
        let args = [("groups", list(self.catalogue, &named).into()), ("by", self.findings.by.into())];
        self.text(id, &args)
    }

    fn of_judgement(&self, judgement: &IndexFindings) -> String {
        let args = [
            ("first", share(judgement.first).into()),
            ("total", share(judgement.total).into()),
            ("error", share(judgement.total_se).into()),
            ("alone", crossed(judgement).into()),
        ];
        self.text("sensitivity-judgement", &args)
    }

    /// The one thing to learn.
    fn of_numbers(&self, headline: &ResultFindings) -> String {
        let read = ("read", self.findings.numbers_read.into());
        let Some(best) = headline.numbers.first().filter(|number| number.stands_out) else {
            return self.text("sensitivity-no-number", &[read]);
        };
        let words = self.words(best);
        let others = headline.numbers.iter().filter(|number| number.stands_out).count() - 1;
        let args = [
            read,
            ("number", words.quoted().into()),
            ("share", share(best.first).into()),
            ("p", of_hundred(best.p_value).into()),
            ("way", way(best).into()),
            ("basis", best.basis.into()),
            ("others", others.into()),
        ];
        self.text("sensitivity-learn", &args)
    }

    fn words(&self, number: &NumberFindings) -> NumberWords<'a> {
        NumberWords::new(self.catalogue, &self.case.scenario, number.number)
    }

    /// A share in hundredths; in words where chance leaves nothing of it.
    pub(crate) fn share_or_nothing(&self, value: f64) -> String {
        if is_nothing(value) { self.nothing() } else { share(value) }
    }

    /// What stands in place of a share that is not above nothing.
    fn nothing(&self) -> String {
        self.text("cell-index-nothing", &[])
    }

    /// What a group is called.
    pub(crate) fn group(&self, group: &GroupFindings) -> String {
        let scenario = &self.case.scenario;
        if let Some(groups) = group.puts_together {
            return self.text("sensitivity-rest", &[("groups", groups.into())]);
        }
        let named = |id: &str| self.text(&format!("{id}-{}", group.group.replace('_', "-")), &[]);
        match self.findings.by {
            "mechanism" => named("mechanism"),
            "basis" => named("resting"),
            _ if group.group == "none" => self.text(&format!("sensitivity-none-{}", self.findings.by), &[]),
            "factor" => {
                let factor = scenario.factors.iter().find(|factor| factor.id == group.group);
                let name = factor.and_then(|factor| factor.name.as_ref());
                name.map_or_else(|| group.group.clone(), |name| text(self.catalogue, name).to_owned())
            }
            _ => group.group.clone(),
        }
    }

    fn groups(&self, headline: &ResultFindings) -> Table {
        let steps = headline.groups.first().map(|group| group.settling.iter().map(|step| step.draws).collect());
        let steps: Vec<usize> = steps.unwrap_or_default();
        let mut groups: Vec<&GroupFindings> = headline.groups.iter().collect();
        groups.sort_by(|one, other| other.index.total.total_cmp(&one.index.total));
        let heads = ["column-group", "column-numbers", "column-first", "column-total"];
        let mut columns: Vec<String> = heads.iter().map(|id| self.text(id, &[])).collect();
        columns.extend(steps.iter().map(|&draws| self.text("column-settling", &[("draws", draws.into())])));
        let index = |value: f64, error: f64, unsure: bool| {
            let args = [("share", share(value).into()), ("error", share(error).into())];
            match unsure {
                true if is_nothing(value) => self.nothing(),
                true => self.text("cell-index-unsure", &args),
                false => self.text("cell-share", &args),
            }
        };
        let row = |group: &GroupFindings| {
            let own = &group.index;
            let mut row = vec![
                self.group(group),
                group.numbers.to_string(),
                index(own.first, own.first_se, own.is_first_unsure()),
                index(own.total, own.total_se, own.is_total_unsure()),
            ];
            row.extend(group.settling.iter().map(|step| {
                // Of what is on its way the number is enough.
                let total = step.total;
                share(if is_nothing(total) { 0.0 } else { total })
            }));
            row
        };
        Table {
            title: self.text("table-sensitivity-groups", &[("by", self.findings.by.into())]),
            columns,
            rows: groups.into_iter().map(row).collect(),
            note: self.text("note-sensitivity-groups", &[]),
        }
    }

    fn numbers(&self, headline: &ResultFindings) -> Table {
        let heads =
            ["column-number", "column-alone", "column-chance", "column-way", "column-rests-on", "column-in-the-case"];
        let standing_out = headline.numbers.iter().filter(|number| number.stands_out).count();
        let row = |number: &NumberFindings| {
            vec![
                self.words(number).title(),
                self.share_or_nothing(number.first),
                of_hundred(number.p_value),
                self.text("cell-way", &[("way", way(number).into())]),
                self.text("cell-rests-on", &[("basis", number.basis.into())]),
                self.words(number).name(),
            ]
        };
        let shown = if standing_out > MOST_NUMBERS { standing_out } else { MOST_NUMBERS };
        Table {
            title: self.text("table-sensitivity-numbers", &[]),
            columns: heads.iter().map(|id| self.text(id, &[])).collect(),
            rows: headline.numbers.iter().take(shown).map(row).collect(),
            note: self.text("note-sensitivity-numbers", &[]),
        }
    }

    /// The outcome's spread within each of the years, where there are several.
    pub fn other_years(&self) -> Vec<String> {
        let others = self.findings.results.iter().filter(|result| result.years != self.findings.headline_years);
        let line = |result: &ResultFindings| {
            let mut largest: Vec<&GroupFindings> = result.groups.iter().collect();
            largest.sort_by(|one, other| other.index.total.total_cmp(&one.index.total));
            let largest = largest.first()?;
            let args = [
                ("years", result.years?.into()),
                ("spread", spread(&result.band, percent, false).into()),
                ("group", self.group(largest).into()),
                ("total", share(largest.index.total).into()),
            ];
            Some(self.text("sensitivity-years", &args))
        };
        others.filter_map(line).collect()
    }
}

/// Whether nothing is left of a share once it is rounded: an estimate may be below nothing.
pub(crate) fn is_nothing(value: f64) -> bool {
    /// Half of a hundredth.
    const SHOWS: f64 = 0.005;
    value < SHOWS
}

/// Whether a share alone is estimated above that in all, which only the errors of both can make of it.
fn is_crossed(index: &IndexFindings) -> bool {
    !is_nothing(index.first) && index.first > index.total
}

/// How shares alone and in all stand to each other, for messages.
fn crossed(index: &IndexFindings) -> &'static str {
    if is_crossed(index) {
        "all"
    } else if is_nothing(index.first) {
        "none"
    } else {
        "part"
    }
}

/// A share of a variance in hundredths, which may be below nothing or above all of it.
pub(crate) fn share(share: f64) -> String {
    let text = format!("{:.0}", (100.0 * share).abs());
    match text.as_str() {
        _ if share.is_nan() => "?".to_owned(),
        "0" => "0".to_owned(),
        _ if share < 0.0 => format!("−{text}"),
        _ => text,
    }
}

/// Which way a number works.
fn way(number: &NumberFindings) -> &'static str {
    /// A correlation weaker than this has no way.
    const PLAIN: f64 = 0.05;
    match number.direction {
        direction if direction > PLAIN => "up",
        direction if direction < -PLAIN => "down",
        _ => "bent",
    }
}
