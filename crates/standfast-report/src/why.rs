//! Why a package comes to what it does, in sentences and tables.

use standfast::WhyFindings;
use standfast::ensemble::Band;
use standfast::why::Outcome;
use standfast::why::findings::{Attribution, Contribution, GainFindings, Interaction};

use crate::catalogue::{Arg, Catalogue};
use crate::numbers::{percent, points, shows, spread, whole_points};
use crate::phrases::list;
use crate::sentences::{chance, in_language, method_lines, quoted_package};
use crate::tables::Table;

/// So many pairs are shown.
const MOST_PAIRS: usize = 8;
/// An instrument adds little on top of the others if it adds less than this part of what it adds alone.
const LITTLE: f64 = 1.0 / 3.0;
/// What adds so much alone is worth naming if it adds little last.
const WORTH_NAMING: f64 = 0.015;
/// What makes up this part of a difference is most of it.
const MOST: f64 = 2.0 / 3.0;
/// As many are named at most where only the largest are.
const NAMED: usize = 3;

/// Findings about a package, in the words of a catalogue.
pub struct Why<'a> {
    catalogue: &'a Catalogue,
    findings: &'a WhyFindings,
    /// What the sentences and tables are about.
    outcome: Outcome,
}

impl<'a> Why<'a> {
    /// The words for findings about one outcome, within the headline years.
    pub fn new(catalogue: &'a Catalogue, findings: &'a WhyFindings, outcome: Outcome) -> Why<'a> {
        Why { catalogue, findings, outcome }
    }

    /// What the findings come to, a sentence or some each.
    pub fn sentences(&self) -> Vec<String> {
        let mut sentences = self.of_instruments();
        sentences.extend(self.of_signatures());
        sentences
    }

    /// Why those refuse who do so in the most draws, so many at most, and how many others there are.
    pub(crate) fn of_refusals(&self, most: usize) -> (Vec<String>, usize) {
        let mut refusing: Vec<&GainFindings> = self.findings.gains.iter().filter(|gain| gain.rather_refuses).collect();
        refusing.sort_by(|one, other| other.refuses.total_cmp(&one.refuses));
        let others = refusing.len().saturating_sub(most);
        (refusing.into_iter().take(most).map(|gain| self.of_refusal(gain)).collect(), others)
    }

    /// Where the outcome comes from.
    pub(crate) fn of_instruments(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        if self.findings.instruments.is_empty() {
            sentences.push(self.text("why-nothing", &[("package", self.package().into())]));
        } else {
            sentences.push(self.of_whole());
            sentences.extend(self.of_work());
            sentences.extend(self.of_pairs());
        }
        sentences
    }

    /// Why somebody refuses, if anybody does.
    fn of_signatures(&self) -> Vec<String> {
        let refusing: Vec<&GainFindings> = self.findings.gains.iter().filter(|gain| gain.rather_refuses).collect();
        if refusing.is_empty() {
            return vec![self.text("why-signs-all", &[])];
        }
        refusing.into_iter().map(|gain| self.of_refusal(gain)).collect()
    }

    /// Instruments, pairs, and what signing is worth by instrument and by stream; those that have rows.
    pub fn tables(&self) -> Vec<Table> {
        let tables = [self.instruments(), self.pairs(), self.gains(), self.streams()];
        tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
    }

    /// The reasons to doubt the findings, a sentence each.
    pub fn doubts(&self) -> Vec<String> {
        let WhyFindings { equilibria, method, .. } = self.findings;
        let mut doubts = Vec::new();
        if equilibria.unconverged_draws > 0 {
            doubts.push(self.text("doubt-why-unconverged", &[("draws", equilibria.unconverged_draws.into())]));
        }
        let attribution = self.attribution();
        let shares = attribution.instruments.iter().map(|each| &each.shapley);
        let bands = shares.chain([&attribution.all, &attribution.nothing]);
        let errors: Option<Vec<f64>> = bands.map(|band| band.mean_se).collect();
        match errors
            .map(|errors| errors.into_iter().fold(0.0, |largest, error| if error > largest { error } else { largest }))
        {
            None => {
                let enough = standfast::ensemble::band::FEWEST_FOR_ERRORS;
                doubts.push(self.text("doubt-no-standard-errors", &[("enough", enough.into())]));
            }
            Some(error) => {
                let error = format!("{:.1}", 100.0 * error);
                if error != "0.0" {
                    let args = [("error", error.into()), ("draws", method.draws.into())];
                    doubts.push(self.text("doubt-why-error", &args));
                }
            }
        }
        doubts
    }

    /// How the numbers were made.
    pub fn method(&self) -> Vec<String> {
        let WhyFindings { case, method, equilibria, packages, instruments, .. } = self.findings;
        let args = [("packages", (*packages).into()), ("instruments", instruments.len().into())];
        let mut lines = method_lines(self.catalogue, case, method, std::iter::once(equilibria));
        lines.insert(1, self.text("method-why", &args));
        lines
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    pub(crate) fn attribution(&self) -> &'a Attribution {
        &self.findings.headline(self.outcome).attribution
    }

    pub(crate) fn outcome(&self) -> Arg {
        let years = self.findings.headline(self.outcome).years.unwrap_or(0);
        self.text("why-outcome", &[("outcome", self.outcome.word().into()), ("years", years.into())]).into()
    }

    pub(crate) fn package(&self) -> String {
        quoted_package(self.catalogue, self.findings.name.as_ref(), &self.findings.instruments)
    }

    pub(crate) fn instrument(&self, id: &str) -> String {
        let known = self.findings.instruments.iter().find(|instrument| instrument.id == id);
        known.map_or_else(|| id.to_owned(), |instrument| in_language(self.catalogue, &instrument.name))
    }

    fn actor(&self, id: &str) -> String {
        let actor = self.findings.case.actors.iter().find(|actor| actor.id == id);
        actor.map_or_else(|| id.to_owned(), |actor| in_language(self.catalogue, &actor.name))
    }

    fn stream(&self, stream: &str) -> String {
        let protege = self.findings.case.actors.iter().find(|actor| actor.role == "protege");
        let protege = protege.map_or_else(String::new, |protege| in_language(self.catalogue, &protege.name));
        self.text("stream", &[("stream", stream.into()), ("protege", protege.into())])
    }

    /// A chance with its middle 80 %.
    fn chance(&self, band: &Band) -> Arg {
        let mean = chance(self.catalogue, band.mean);
        if !shows(band, percent) {
            return mean.into();
        }
        let args = [("mean", mean.into()), ("low", percent(band.p10).into()), ("high", percent(band.p90).into())];
        self.text("spread", &args).into()
    }

    /// Names with numbers, "a (−3) and b (−2)".
    fn shares(&self, shares: &[(String, f64)]) -> Arg {
        let share = |(name, value): &(String, f64)| {
            let args = [("instrument", name.as_str().into()), ("points", points(*value).into())];
            self.text("why-share", &args)
        };
        list(self.catalogue, &shares.iter().map(share).collect::<Vec<_>>()).into()
    }

    pub(crate) fn of_whole(&self) -> String {
        let Attribution { nothing, all, difference, .. } = self.attribution();
        let args = [
            ("package", self.package().into()),
            ("outcome", self.outcome()),
            ("all", self.chance(all)),
            ("nothing", self.chance(nothing)),
            ("difference", spread(difference, points, false).into()),
        ];
        self.text("why-whole", &args)
    }

    /// Who does the work, who does little, who works the other way, and who leans on others.
    fn of_work(&self) -> Vec<String> {
        let Attribution { difference, instruments, .. } = self.attribution();
        if !is_some(difference.mean) && instruments.iter().all(|each| !is_some(each.shapley.mean)) {
            return vec![self.text("why-none", &[])];
        }
        if instruments.len() == 1 {
            return vec![self.text("why-all-of-it", &[])];
        }
        let sign = if difference.mean < 0.0 { -1.0 } else { 1.0 };
        let mut order: Vec<&Contribution> = instruments.iter().filter(|each| is_some(each.shapley.mean)).collect();
        order.sort_by(|a, b| (sign * b.shapley.mean).total_cmp(&(sign * a.shapley.mean)));
        let (with, against): (Vec<&Contribution>, Vec<&Contribution>) =
            order.into_iter().partition(|each| sign * each.shapley.mean > 0.0);
        let named = |each: &[&Contribution]| -> Vec<(String, f64)> {
            each.iter().map(|each| (self.instrument(&each.instrument), each.shapley.mean)).collect()
        };
        let mut sentences = Vec::new();
        if is_some(difference.mean) && !with.is_empty() {
            let all: f64 = with.iter().map(|each| each.shapley.mean.abs()).sum();
            let mut so_far = 0.0;
            let most = with.iter().take_while(|each| {
                let before = so_far;
                so_far += each.shapley.mean.abs();
                before < MOST * all
            });
            let most = most.count();
            sentences.push(self.text("why-most", &[("instruments", self.shares(&named(&with[..most])))]));
        }
        if !against.is_empty() {
            let args = [("count", against.len().into()), ("instruments", self.shares(&named(&against)))];
            sentences.push(self.text("why-against", &args));
        }
        let little = instruments.iter().filter(|each| !is_some(each.shapley.mean));
        let little: Vec<String> = little.map(|each| self.instrument(&each.instrument)).collect();
        if !little.is_empty() {
            let args = [("count", little.len().into()), ("instruments", list(self.catalogue, &little).into())];
            sentences.push(self.text("why-little", &args));
        }
        let covered = |first: f64, last: f64| first.abs() >= WORTH_NAMING && last.abs() < LITTLE * first.abs();
        sentences.extend(self.of_order("why-covered", &covered));
        sentences.extend(self.of_order("why-leans", &|first, last| covered(last, first)));
        vec![sentences.join(" ")]
    }

    /// The instruments of which something holds that is about what they add first and what they add last.
    fn of_order(&self, id: &str, holds: &dyn Fn(f64, f64) -> bool) -> Option<String> {
        let means = |each: &Contribution| (each.added_first.mean, each.taken_last.mean);
        let instruments = self.attribution().instruments.iter();
        let these = instruments.filter(|each| {
            let (first, last) = means(each);
            holds(first, last)
        });
        let name = |each: &Contribution| {
            let (first, last) = means(each);
            let instrument = self.instrument(&each.instrument).into();
            let args = [("instrument", instrument), ("first", points(first).into()), ("last", points(last).into())];
            self.text("why-first-last", &args)
        };
        let names: Vec<String> = these.map(name).collect();
        let args = [("count", names.len().into()), ("instruments", list(self.catalogue, &names).into())];
        (!names.is_empty()).then(|| self.text(id, &args))
    }

    /// Whether a change of the outcome is for the better.
    pub(crate) fn is_better(&self, change: f64) -> bool {
        match self.outcome {
            Outcome::Intact | Outcome::Concluded => change > 0.0,
            Outcome::War | Outcome::QuietBroken | Outcome::Limited | Outcome::Lost => change < 0.0,
        }
    }

    /// The pairs whose interaction is something, the strongest first.
    pub(crate) fn strongest_pairs(&self) -> Vec<&'a Interaction> {
        let mut pairs: Vec<&Interaction> =
            self.attribution().pairs.iter().filter(|pair| is_some(pair.interaction.mean)).collect();
        pairs.sort_by(|a, b| b.interaction.mean.abs().total_cmp(&a.interaction.mean.abs()));
        pairs
    }

    /// The pair that helps each other most, and the one that spoils each other most.
    fn of_pairs(&self) -> Option<String> {
        let pairs = self.strongest_pairs();
        let say = |id: &str, help: bool| {
            let pair = pairs.iter().find(|pair| self.is_better(pair.interaction.mean) == help)?;
            let [one, other] = pair.instruments.each_ref().map(|id| self.instrument(id));
            let size = whole_points(pair.interaction.mean);
            Some(self.text(id, &[("one", one.into()), ("other", other.into()), ("points", size.into())]))
        };
        let sentences: Vec<String> = [say("why-help", true), say("why-spoil", false)].into_iter().flatten().collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    /// Why a party refuses.
    fn of_refusal(&self, gain: &GainFindings) -> String {
        let Attribution { nothing, all, instruments, .. } = &gain.attribution;
        let worth = |band: &Band| Arg::from(spread(band, points, false));
        let refuses = if gain.refuses < 1.0 { chance(self.catalogue, gain.refuses) } else { "every".to_owned() };
        let args = [("party", self.actor(&gain.actor).into()), ("refuses", refuses.into()), ("gain", worth(all))];
        let mut sentences = vec![self.text("why-refuses", &args)];
        if !instruments.is_empty() {
            let id = if nothing.mean < 0.0 { "why-base-refused" } else { "why-base-signed" };
            sentences.push(self.text(id, &[("gain", worth(nothing))]));
        }
        let parts = instruments.iter().map(|each| (self.instrument(&each.instrument), each.shapley.mean)).collect();
        let largest = self.largest(parts, false);
        if !largest.is_empty() {
            let args = [("count", largest.len().into()), ("instruments", self.shares(&largest))];
            sentences.push(self.text("why-instruments-against", &args));
        }
        let streams = || gain.streams.iter().map(|each| (self.stream(each.stream), each.band.mean)).collect();
        for (id, good) in [("why-streams-against", false), ("why-streams-for", true)] {
            let largest = self.largest(streams(), good);
            if !largest.is_empty() {
                sentences.push(self.text(id, &[("streams", self.shares(&largest))]));
            }
        }
        sentences.join(" ")
    }

    /// The parts that make up most of what is above 0, or below it, the largest first.
    fn largest(&self, mut parts: Vec<(String, f64)>, positive: bool) -> Vec<(String, f64)> {
        parts.retain(|(_, value)| is_some(*value) && (*value > 0.0) == positive);
        parts.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
        let all: f64 = parts.iter().map(|(_, value)| value.abs()).sum();
        let mut so_far = 0.0;
        let mut most = 0;
        while most < parts.len() && most < NAMED && so_far < MOST * all {
            so_far += parts[most].1.abs();
            most += 1;
        }
        parts.truncate(most);
        parts
    }

    pub(crate) fn instruments(&self) -> Table {
        let Attribution { difference, instruments, .. } = self.attribution();
        let mut order: Vec<&Contribution> = instruments.iter().collect();
        order.sort_by(|a, b| a.shapley.mean.total_cmp(&b.shapley.mean));
        if self.is_better(1.0) {
            order.reverse();
        }
        let change = |band: &Band| spread(band, points, false);
        let row = |each: &Contribution| {
            let bands = [&each.shapley, &each.added_first, &each.taken_last].map(change);
            let shares = [each.lowers, each.raises].map(percent);
            std::iter::once(self.instrument(&each.instrument)).chain(bands).chain(shares).collect()
        };
        let mut rows: Vec<Vec<String>> = order.into_iter().map(row).collect();
        if !rows.is_empty() {
            let blank = || std::iter::repeat_n(String::new(), 4);
            let head = [self.text("row-all-instruments", &[]), change(difference)];
            rows.push(head.into_iter().chain(blank()).collect());
        }
        let columns =
            ["instrument", "shapley", "added-first", "taken-last", "lowers", "raises"].map(|id| format!("column-{id}"));
        Table {
            title: self.text("table-why", &[("outcome", self.outcome())]),
            columns: columns.iter().map(|id| self.text(id, &[])).collect(),
            rows,
            note: self.text("note-why", &[]),
        }
    }

    pub(crate) fn pairs(&self) -> Table {
        let row = |pair: &Interaction| {
            let names = pair.instruments.each_ref().map(|id| self.instrument(id));
            let does = if self.is_better(pair.interaction.mean) { "pair-help" } else { "pair-spoil" };
            vec![names.join(" + "), spread(&pair.interaction, points, false), self.text(does, &[])]
        };
        Table {
            title: self.text("table-pairs", &[]),
            columns: ["column-pair", "column-interaction", "column-together"].map(|id| self.text(id, &[])).to_vec(),
            rows: self.strongest_pairs().into_iter().take(MOST_PAIRS).map(row).collect(),
            note: self.text("note-pairs", &[]),
        }
    }

    /// Whose gains are shown.
    fn shown(&self) -> Vec<&'a GainFindings> {
        let waged = |id: &str| {
            let actor = self.findings.case.actors.iter().find(|actor| actor.id == id);
            actor.is_some_and(|actor| matches!(actor.role, "challenger" | "protege"))
        };
        self.findings.gains.iter().filter(|gain| gain.rather_refuses || waged(&gain.actor)).collect()
    }

    /// A table with a column for each party that is shown.
    fn of_parties(&self, [title, column, note]: [&str; 3], rows: Vec<(String, Vec<Option<&Band>>)>) -> Table {
        let parties = self.shown().into_iter().map(|gain| self.actor(&gain.actor));
        let cell = |band: Option<&Band>| band.map_or_else(String::new, |band| spread(band, points, false));
        let row = |(name, bands): (String, Vec<Option<&Band>>)| {
            std::iter::once(name).chain(bands.into_iter().map(cell)).collect()
        };
        Table {
            title: self.text(title, &[]),
            columns: std::iter::once(self.text(column, &[])).chain(parties).collect(),
            rows: rows.into_iter().map(row).collect(),
            note: self.text(note, &[]),
        }
    }

    fn gains(&self) -> Table {
        let shown = self.shown();
        let each = |band: &dyn Fn(&'a Attribution) -> &'a Band| -> Vec<Option<&Band>> {
            shown.iter().map(|gain| Some(band(&gain.attribution))).collect()
        };
        let mut rows = Vec::new();
        if !self.findings.instruments.is_empty() {
            rows.push((self.text("row-base", &[]), each(&|attribution| &attribution.nothing)));
            rows.extend(self.findings.instruments.iter().enumerate().map(|(i, instrument)| {
                (self.instrument(&instrument.id), each(&|attribution| &attribution.instruments[i].shapley))
            }));
        }
        rows.push((self.text("row-package", &[]), each(&|attribution| &attribution.all)));
        self.of_parties(["table-gains", "column-part", "note-gains"], rows)
    }

    fn streams(&self) -> Table {
        let shown = self.shown();
        let mut rows: Vec<(String, Vec<Option<&Band>>)> = Vec::new();
        for stream in standfast::game::forward::streams::Stream::ALL {
            let band = |gain: &&'a GainFindings| {
                let found = gain.streams.iter().find(|each| each.stream == stream.word());
                found.map(|found| &found.band)
            };
            let bands: Vec<Option<&Band>> = shown.iter().map(band).collect();
            if bands.iter().any(Option::is_some) {
                rows.push((self.stream(stream.word()), bands));
            }
        }
        let all = shown.iter().map(|gain| Some(&gain.attribution.all)).collect();
        rows.push((self.text("row-package", &[]), all));
        self.of_parties(["table-streams", "column-stream", "note-streams"], rows)
    }
}

/// Whether a difference is half a point or more.
fn is_some(difference: f64) -> bool {
    difference.abs() >= standfast::findings::comparison::NO_DIFFERENCE
}
