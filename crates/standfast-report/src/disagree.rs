//! Two readers of a case, in sentences and tables.

use standfast::DisagreeFindings;
use standfast::disagree::findings::{AssumptionFindings, PartFindings, ReaderFindings};
use standfast::ensemble::Band;
use standfast::findings::comparison::NO_DIFFERENCE;
use standfast::model::Scenario;
use standfast::model::assumptions::Item;
use standfast::model::number::Spread;
use standfast::questions::Scale;

use crate::catalogue::{Arg, Catalogue};
use crate::number_words::in_words;
use crate::numbers::{measure, percent, shows, spread};
use crate::phrases::{Phrases, list, written};
use crate::sentences::{chance, in_language, method_lines};
use crate::tables::Table;

/// So many parts are named in a sentence.
const NAMED: usize = 3;
/// A part that makes up so much of the difference is all of it.
const ALL: f64 = 0.995;

/// Findings about two readers, in the words of a catalogue.
pub struct Disagree<'a> {
    catalogue: &'a Catalogue,
    findings: &'a DisagreeFindings,
    scenario: &'a Scenario,
}

/// A difference in points with one decimal.
fn tenths(difference: f64) -> String {
    measure(difference, Scale::Difference)
}

/// "us.stake, of the treaty, where us_will is withdrawn: 0.1 to 0.3".
pub(crate) fn assumed(phrases: Phrases<'_>, item: &Item, spread: Spread) -> String {
    let scenario = phrases.scenario;
    let mut parts = vec![scenario.primitive_name(scenario.item_primitive(item))];
    let (instrument, when, from) = match item {
        Item::Base(_) => (None, None, None),
        Item::Effect(i) => {
            let effect = &scenario.effects[*i];
            (effect.instrument, Some(&effect.when), effect.from)
        }
        Item::Added { instrument, when, from, .. } => (*instrument, Some(when), *from),
    };
    parts.extend(instrument.map(|i| scenario.instruments[i].id.clone()));
    parts.extend(when.and_then(|when| phrases.condition(when)));
    parts.extend(from.and_then(|from| phrases.years(from, None)));
    let args = [("what", parts.join(", ").into()), ("number", written(spread).into())];
    phrases.catalogue.text("assumed", &args)
}

impl<'a> Disagree<'a> {
    /// The words for findings about readers of a case.
    pub fn new(catalogue: &'a Catalogue, findings: &'a DisagreeFindings, scenario: &'a Scenario) -> Disagree<'a> {
        Disagree { catalogue, findings, scenario }
    }

    /// What the findings come to, a sentence each.
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = vec![self.of_answers()];
        if self.findings.parts.is_empty() {
            sentences.push(self.text("disagree-nothing-apart", &[]));
            return sentences;
        }
        sentences.push(self.of_parts());
        sentences.extend(self.of_package());
        sentences
    }

    /// The readers, and what they assume differently.
    pub fn tables(&self) -> Vec<Table> {
        [self.readers(), self.parts()].into_iter().filter(|table| !table.rows.is_empty()).collect()
    }

    /// What stands below the tables, under headings.
    pub fn lists(&self) -> Vec<(&'static str, Vec<String>)> {
        let parts = self.findings.parts.iter();
        let apart = parts.flat_map(|part| part.assumptions.iter().map(|each| self.assumption(each))).collect();
        let says = self.findings.readers.iter().filter_map(|reader| {
            let says = in_language(self.catalogue, reader.says.as_ref()?);
            let args = [("reader", self.reader(reader).into()), ("says", says.into())];
            Some(self.text("reader-line", &args))
        });
        let lists = [("readers-heading", says.collect()), ("heading-apart", apart)];
        lists.into_iter().filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty()).collect()
    }

    /// The reasons to doubt the findings, a sentence each.
    pub fn doubts(&self) -> Vec<String> {
        let findings = self.findings;
        let mut doubts = Vec::new();
        if findings.by != "difference" {
            let most = standfast::disagree::MOST_PLAYERS;
            doubts.push(self.text("doubt-disagree-together", &[("most", most.into()), ("by", findings.by.into())]));
        }
        let share = |part: &PartFindings| findings.headline(&part.share).mean;
        let has = |sign: f64| findings.parts.iter().any(|part| sign * share(part) >= NO_DIFFERENCE);
        if has(1.0) && has(-1.0) {
            doubts.push(self.text("doubt-disagree-cancel", &[]));
        }
        if findings.difference.iter().any(|within| within.band.mean_se.is_none()) && findings.method.seed.is_some() {
            let enough = standfast::ensemble::band::FEWEST_FOR_ERRORS;
            doubts.push(self.text("doubt-no-standard-errors", &[("enough", enough.into())]));
        }
        let unconverged = findings.equilibria.unconverged_draws;
        if unconverged > 0 {
            doubts.push(self.text("doubt-timeline-unconverged", &[("draws", unconverged.into())]));
        }
        doubts
    }

    /// How the numbers were made.
    pub fn method(&self) -> Vec<String> {
        let DisagreeFindings { case, method, equilibria, variants, .. } = self.findings;
        let mut lines = method_lines(self.catalogue, case, method, std::iter::once(equilibria));
        lines.insert(1, self.text("method-disagree", &[("variants", (*variants).into())]));
        lines
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    fn quoted(&self, name: String) -> String {
        self.text("quoted", &[("name", name.into())])
    }

    fn reader(&self, reader: &ReaderFindings) -> String {
        match &reader.name {
            Some(name) => in_language(self.catalogue, name),
            None => self.text("reader-case", &[]),
        }
    }

    fn package(&self) -> String {
        let findings = self.findings;
        let names: Vec<String> =
            findings.instruments.iter().map(|each| in_language(self.catalogue, &each.name)).collect();
        self.quoted(match &findings.name {
            Some(name) => in_language(self.catalogue, name),
            None if names.is_empty() => self.text("package-nothing", &[]),
            None => names.join(" + "),
        })
    }

    fn chance(&self, band: &Band) -> String {
        let mean = chance(self.catalogue, band.mean);
        if !shows(band, percent) {
            return mean;
        }
        let args = [("mean", mean.into()), ("low", percent(band.p10).into()), ("high", percent(band.p90).into())];
        self.text("spread", &args)
    }

    /// "+3.2 points".
    fn points(&self, difference: f64, sign: bool) -> String {
        let shown = tenths(difference);
        let shown = if sign { shown } else { shown.trim_start_matches(['+', '−']).to_owned() };
        let count = if shown.trim_start_matches(['+', '−']) == "1.0" { 1 } else { 2 };
        self.text("points-signed", &[("shown", shown.into()), ("points", count.into())])
    }

    fn difference(&self) -> f64 {
        self.findings.headline(&self.findings.difference).mean
    }

    fn of_answers(&self) -> String {
        let findings = self.findings;
        let [first, second] = &findings.readers;
        let protege = findings.case.actors.iter().find(|actor| actor.role == "protege");
        let protege = protege.map_or_else(String::new, |actor| in_language(self.catalogue, &actor.name));
        let risk = self.text("disagree-risk", &[("risk", findings.risk.into()), ("protege", protege.into())]);
        let difference = self.difference();
        let args = [
            ("package", self.package().into()),
            ("risk", risk.into()),
            ("years", findings.headline_years.into()),
            ("first", self.quoted(self.reader(first)).into()),
            ("second", self.quoted(self.reader(second)).into()),
            ("first_risk", self.chance(findings.headline(&first.risk)).into()),
            ("second_risk", self.chance(findings.headline(&second.risk)).into()),
            ("difference", if difference.abs() < NO_DIFFERENCE { "none" } else { "some" }.into()),
            ("points", self.points(difference, false).into()),
            ("direction", if difference > 0.0 { "more" } else { "less" }.into()),
        ];
        self.text("disagree-answers", &args)
    }

    fn of_parts(&self) -> String {
        let findings = self.findings;
        let share = |part: &PartFindings| findings.headline(&part.share).mean;
        let mut parts: Vec<&PartFindings> = findings.parts.iter().collect();
        parts.sort_by(|a, b| share(b).abs().total_cmp(&share(a).abs()));
        let difference = self.difference();
        let whole = |part: &PartFindings| (share(part) / difference) >= ALL && (share(part) / difference) < 2.0 - ALL;
        let large = parts.iter().filter(|part| share(part).abs() >= NO_DIFFERENCE / 2.0).count();
        if parts.len() == 1 || (large == 1 && whole(parts[0])) {
            return self.text("disagree-one", &[("what", self.quoted(self.part(parts[0])).into())]);
        }
        let named = |part: &&PartFindings| {
            let args =
                [("points", self.points(share(part), true).into()), ("what", self.quoted(self.part(part)).into())];
            self.text("disagree-part", &args)
        };
        let shown = parts.iter().filter(|part| tenths(share(part)) != "0");
        let named: Vec<String> = shown.take(NAMED).map(named).collect();
        if named.is_empty() {
            return self.text("disagree-no-matter", &[]);
        }
        let id = if difference.abs() < NO_DIFFERENCE { "disagree-cancel" } else { "disagree-parts" };
        self.text(id, &[("parts", list(self.catalogue, &named).into())])
    }

    fn of_package(&self) -> Option<String> {
        let findings = self.findings;
        let apart = findings.headline(findings.takes_away_difference.as_ref()?).mean;
        let [first, second] = [0, 1].map(|reader| {
            let takes_away = findings.readers[reader].takes_away.as_ref();
            takes_away.map(|takes_away| self.points(findings.headline(takes_away).mean, true))
        });
        let id = if apart.abs() < 2.0 * NO_DIFFERENCE { "disagree-package-same" } else { "disagree-package-apart" };
        let plain = |points: Option<String>| Arg::from(points.unwrap_or_default().trim_start_matches('+').to_owned());
        Some(self.text(id, &[("first", plain(first)), ("second", plain(second))]))
    }

    fn phrases(&self) -> Phrases<'a> {
        Phrases { catalogue: self.catalogue, scenario: self.scenario }
    }

    /// What a part is called: the number, or whose numbers they are, or what they are about.
    fn part(&self, part: &PartFindings) -> String {
        match &part.assumptions[..] {
            [one] => self.phrases().title_of_item(&one.item),
            [first, ..] if self.findings.by == "owner" => {
                self.phrases().owner(self.scenario.item_primitive(&first.item))
            }
            [first, ..] => {
                let group = self.scenario.item_primitive(&first.item).kind.spec().group;
                self.text(&format!("group-{}", group.word().to_lowercase()), &[])
            }
            [] => part.part.clone(),
        }
    }

    /// What both take a number to be, with its name for those who go on in a shell.
    fn assumption(&self, assumed: &AssumptionFindings) -> String {
        let kind = self.scenario.item_primitive(&assumed.item).kind;
        let read = |value: f64| in_words(self.catalogue, kind, assumed.effect, value);
        let said = |numbers: Option<[f64; 3]>| match numbers {
            None => self.text("assumed-none", &[]),
            Some([low, _, high]) if low == high => read(low),
            Some([low, _, high]) => format!("{} to {}", read(low), read(high)),
        };
        let [first, second] = assumed.numbers.map(said);
        let title = self.phrases().title_of_item(&assumed.item);
        let args = [("title", self.quoted(title).into()), ("name", assumed.primitive.as_str().into())];
        let what = self.text("number-titled", &args);
        self.text("assumed-two", &[("what", what.into()), ("first", first.into()), ("second", second.into())])
    }

    fn cell(&self, band: &Band, format: fn(f64) -> String) -> String {
        spread(band, format, self.findings.method.seed.is_none())
    }

    fn columns(&self, heads: &[&str]) -> Vec<String> {
        let args = [("years", self.findings.headline_years.into()), ("risk", self.findings.risk.into())];
        heads.iter().map(|head| self.text(head, &args)).collect()
    }

    fn readers(&self) -> Table {
        let findings = self.findings;
        let mut columns = self.columns(&["column-reader"]);
        let risk = |&years: &usize| {
            self.text("column-reader-risk", &[("risk", findings.risk.into()), ("years", years.into())])
        };
        columns.extend(findings.years.iter().map(risk));
        if findings.takes_away_difference.is_some() {
            columns.push(self.text("column-takes-away", &[("years", findings.headline_years.into())]));
        }
        let row = |reader: &ReaderFindings| {
            let mut row = vec![self.reader(reader)];
            row.extend(reader.risk.iter().map(|within| self.cell(&within.band, percent)));
            row.extend(reader.takes_away.as_ref().map(|each| self.cell(findings.headline(each), tenths)));
            row
        };
        let mut rows: Vec<Vec<String>> = findings.readers.iter().map(row).collect();
        let mut difference = vec![self.text("row-difference", &[])];
        difference.extend(findings.difference.iter().map(|within| self.cell(&within.band, tenths)));
        let takes_away = findings.takes_away_difference.as_ref();
        difference.extend(takes_away.map(|each| self.cell(findings.headline(each), tenths)));
        rows.push(difference);
        Table { title: self.text("table-readers", &[]), columns, rows, note: self.text("note-readers", &[]) }
    }

    fn parts(&self) -> Table {
        let findings = self.findings;
        let share = |part: &PartFindings| findings.headline(&part.share).mean;
        let mut parts: Vec<&PartFindings> = findings.parts.iter().collect();
        parts.sort_by(|a, b| share(b).abs().total_cmp(&share(a).abs()));
        let row = |part: &&PartFindings| {
            vec![
                self.part(part),
                self.cell(findings.headline(&part.share), tenths),
                self.cell(&part.added_first, tenths),
                self.cell(&part.taken_last, tenths),
                percent(part.raises),
                percent(part.lowers),
            ]
        };
        let heads = [
            "column-apart-part",
            "column-apart-share",
            "column-apart-alone",
            "column-apart-last",
            "column-apart-raises",
            "column-apart-lowers",
        ];
        Table {
            title: self.text("table-apart", &[]),
            columns: self.columns(&heads),
            rows: parts.iter().map(row).collect(),
            note: self.text("note-apart", &[("years", findings.headline_years.into())]),
        }
    }
}
