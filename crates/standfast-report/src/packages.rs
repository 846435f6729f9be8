//! All packages of a case, in sentences, and the best of them as a table.

use standfast::PackagesFindings;
use standfast::checkpoint::Difference;
use standfast::ensemble::Band;
use standfast::packages::findings::{Best, Halving, RankedPackage};

use crate::catalogue::{Arg, Catalogue};
use crate::faults::visible;
use crate::numbers::{hundredths, percent, spread};
use crate::phrases::list;
use crate::sentences::{chance, in_language, method_lines};
use crate::tables::Table;

/// Findings about all packages, in the words of a catalogue.
pub struct Packages<'a> {
    catalogue: &'a Catalogue,
    findings: &'a PackagesFindings,
    /// How many of the best are shown.
    best: usize,
}

impl<'a> Packages<'a> {
    /// The words for findings, with so many of the best packages.
    pub fn new(catalogue: &'a Catalogue, findings: &'a PackagesFindings, best: usize) -> Packages<'a> {
        Packages { catalogue, findings, best }
    }

    /// What the findings come to, a sentence each.
    pub fn sentences(&self) -> Vec<String> {
        let findings = self.findings;
        let Some(best) = &findings.best else { return vec![self.text("packages-none", &[])] };
        if !best.better_than_nothing {
            return vec![self.text("packages-none-better", &[("packages", findings.packages.len().into())])];
        }
        let mut sentences = vec![self.of_best(best)];
        let signed = self.of_chosen(findings.best_signed.as_ref(), "packages-signed", "packages-none-signed");
        let challenger =
            self.of_chosen(findings.best_for_challenger.as_ref(), "packages-challenger", "packages-none-challenger");
        // Who accepts everything that the others accept needs no sentence of its own.
        let same = findings.best_signed == findings.best_for_challenger;
        sentences.extend(std::iter::once(signed).chain((!same).then_some(challenger)));
        sentences.extend(self.of_cheapest());
        if let Some(common) = self.common() {
            let args = [("best", self.shown().len().into()), ("instruments", common.join(", ").into())];
            sentences.push(self.text("packages-common", &args));
        }
        sentences
    }

    /// The best packages, those that the sentences name, and the one without any instrument.
    pub fn table(&self) -> Table {
        let findings = self.findings;
        let headline = findings.headline_years;
        let years = |id: &str, years: usize| self.text(id, &[("years", years.into())]);
        let mut columns = vec![self.text("column-rank", &[]), years("column-intact", headline)];
        columns.extend(findings.years.iter().map(|&span| years("column-war", span)));
        columns.push(years("column-quiet", headline));
        columns.push(self.text("column-challenger", &[("challenger", self.challenger())]));
        columns.push(self.text("row-concluded", &[]));
        let row = |(rank, package): (usize, &RankedPackage)| {
            let cell = |band: Option<&Band>| band.map_or_else(String::new, |band| spread(band, percent, false));
            let within = |quantity: &str, years: usize| package.number(quantity, None, Some(years));
            let mut row = vec![rank.to_string(), cell(Some(package.intact(headline)))];
            row.extend(findings.years.iter().map(|&span| cell(within("war", span))));
            row.push(cell(within("quiet_broken", headline).map(complement).as_ref()));
            row.push(cell(package.number("signs", Some(self.challenger_id()), None)));
            row.push(cell(package.number("concluded", None, None)));
            row
        };
        Table {
            title: self.text("table-packages", &[]),
            columns,
            rows: self.rows().into_iter().map(row).collect(),
            note: self.text("note-packages", &[]),
        }
    }

    /// What the packages of the table hold, and who would rather refuse them, a line each.
    pub fn lines(&self) -> Vec<String> {
        let common = self.common().unwrap_or_default();
        let shown = self.shown().len();
        let rows = self.rows().into_iter().enumerate();
        rows.map(|(at, row)| self.line(row, if at < shown { &common } else { &[] })).collect()
    }

    /// Packages of the frontier: those that are on it in most draws.
    pub fn frontier(&self) -> Table {
        let findings = self.findings;
        let objectives = &findings.frontier.objectives;
        let mut columns = vec![self.text("column-rank", &[]), self.text("column-frontier", &[])];
        columns.extend(self.objectives());
        let row = |(rank, package): (usize, &RankedPackage)| {
            let mut row = vec![rank.to_string(), percent(package.frontier_share)];
            row.extend(objectives.iter().map(|objective| {
                let band = package.number(objective.quantity, objective.actor.as_deref(), objective.years);
                let band = band.map(|band| if objective.quantity == "quiet_broken" { complement(band) } else { *band });
                let format = if objective.quantity == "upkeep" { hundredths } else { percent };
                band.map_or_else(String::new, |band| spread(&band, format, false))
            }));
            row
        };
        let args = [("packages", findings.frontier.packages.into()), ("shown", self.on_frontier().len().into())];
        Table {
            title: self.text("table-frontier", &args),
            columns,
            rows: self.on_frontier().into_iter().map(row).collect(),
            note: self.text("note-frontier", &[]),
        }
    }

    /// What packages are weighed by, as the heads of columns.
    pub(crate) fn objectives(&self) -> [String; 3] {
        self.findings.frontier.objectives.each_ref().map(|objective| {
            let actor = objective.actor.as_deref().map_or_else(String::new, |id| self.actor(id));
            let args = [("years", objective.years.unwrap_or(0).into()), ("actor", actor.into())];
            match (objective.quantity, &objective.actor) {
                ("intact", _) => self.text("column-intact", &args),
                ("quiet_broken", _) => self.text("column-quiet", &args),
                ("concluded", _) => self.text("row-concluded", &[]),
                ("signs", _) => self.text("column-signs", &args),
                (_, None) => self.text("column-upkeep-of-all", &[]),
                (_, Some(_)) => self.text("column-upkeep", &args),
            }
        })
    }

    /// What the packages of the frontier hold that the lines of the best do not tell of.
    pub fn frontier_lines(&self) -> Vec<String> {
        let told: Vec<usize> = self.rows().into_iter().map(|(rank, _)| rank).collect();
        let rows = self.on_frontier().into_iter().filter(|(rank, _)| !told.contains(rank));
        rows.map(|row| self.line(row, &[])).collect()
    }

    /// What is shown of the frontier, from the one that protects best on.
    fn on_frontier(&self) -> Vec<(usize, &'a RankedPackage)> {
        let mut on: Vec<_> = self.ranked().filter(|(_, package)| package.on_frontier).collect();
        on.sort_by(|(_, one), (_, other)| other.frontier_share.total_cmp(&one.frontier_share));
        on.truncate(self.best);
        on.sort_by_key(|(rank, _)| *rank);
        on
    }

    /// What a package holds beside what all around it do, and who would rather refuse it.
    fn line(&self, (rank, package): (usize, &RankedPackage), common: &[String]) -> String {
        let names = self.instruments(package);
        let others: Vec<&String> = names.iter().filter(|name| !common.contains(name)).collect();
        let mut holds: Vec<&str> = others.iter().map(|name| name.as_str()).collect();
        let nothing = self.text("package-nothing", &[]);
        if names.is_empty() {
            holds.push(&nothing);
        }
        let id = match (holds.is_empty(), others.len() < names.len()) {
            (true, _) => "packages-line-common",
            (false, true) => "packages-line-more",
            (false, false) => "packages-line",
        };
        let args = [("rank", rank.into()), ("package", holds.join(" + ").into())];
        let line = self.text(id, &args);
        match self.refusing(package) {
            None => line,
            Some(parties) => self.text("packages-line-refused", &[("line", line.into()), ("parties", parties)]),
        }
    }

    /// The reasons to doubt the findings, a sentence each.
    pub fn doubts(&self) -> Vec<String> {
        let findings = self.findings;
        let mut doubts = Vec::new();
        if findings.unconverged() > 0 {
            let draws = findings.most_unconverged_draws();
            let args = [("packages", findings.unconverged().into()), ("draws", draws.into())];
            doubts.push(self.text("doubt-packages-unconverged", &args));
        }
        let best = findings.best.as_ref().and_then(|best| findings.package(&best.package));
        if let Some(error) = best.and_then(|best| best.intact(findings.headline_years).mean_se) {
            let error = format!("{:.1}", 100.0 * error);
            if error != "0.0" {
                let args = [("error", error.into()), ("draws", findings.method.draws.into())];
                doubts.push(self.text("doubt-packages-rank", &args));
            }
        } else if best.is_some() {
            let enough = standfast::ensemble::band::FEWEST_FOR_ERRORS;
            doubts.push(self.text("doubt-no-standard-errors", &[("enough", enough.into())]));
        }
        doubts
    }

    /// How the numbers were made.
    pub fn method(&self) -> Vec<String> {
        let equilibria = self.findings.packages.iter().map(|package| &package.equilibria);
        method_lines(self.catalogue, &self.findings.case, &self.findings.method, equilibria)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    fn challenger_id(&self) -> &str {
        let challenger = self.findings.case.actors.iter().find(|actor| actor.role == "challenger");
        challenger.map_or("", |actor| &actor.id)
    }

    fn actor(&self, id: &str) -> String {
        let actor = self.findings.case.actors.iter().find(|actor| actor.id == id);
        actor.map_or_else(|| id.to_owned(), |actor| in_language(self.catalogue, &actor.name))
    }

    fn challenger(&self) -> Arg {
        self.actor(self.challenger_id()).into()
    }

    /// The best packages that are something.
    fn shown(&self) -> Vec<(usize, &'a RankedPackage)> {
        self.ranked().filter(|(_, package)| !package.instruments.is_empty()).take(self.best).collect()
    }

    /// With their ranks.
    fn ranked(&self) -> impl Iterator<Item = (usize, &'a RankedPackage)> {
        self.findings.packages.iter().enumerate().map(|(i, package)| (i + 1, package))
    }

    /// The best, then the others that are worth a row.
    fn rows(&self) -> Vec<(usize, &'a RankedPackage)> {
        let mut rows = self.shown();
        let last = rows.last().map_or(0, |(rank, _)| *rank);
        let chosen = [&self.findings.best_signed, &self.findings.best_for_challenger];
        let is_chosen = |package: &RankedPackage| {
            package.instruments.is_empty() || chosen.iter().any(|best| is(best.as_ref(), package))
        };
        rows.extend(self.ranked().filter(|(rank, package)| {
            let shown = *rank <= last && !package.instruments.is_empty();
            !shown && is_chosen(package)
        }));
        rows
    }

    /// The names of the instruments that all of the best hold, if there are several of them.
    fn common(&self) -> Option<Vec<String>> {
        let shown = self.shown();
        let (_, first) = shown.first()?;
        let all = |id: &&String| shown.iter().all(|(_, package)| package.instruments.contains(id));
        let common: Vec<String> = first.instruments.iter().filter(all).map(|id| self.instrument(id)).collect();
        (shown.len() > 1 && !common.is_empty()).then_some(common)
    }

    fn instruments(&self, package: &RankedPackage) -> Vec<String> {
        package.instruments.iter().map(|id| self.instrument(id)).collect()
    }

    fn instrument(&self, id: &str) -> String {
        let known = self.findings.among.iter().find(|instrument| instrument.id == id);
        known.map_or_else(|| id.to_owned(), |instrument| in_language(self.catalogue, &instrument.name))
    }

    /// A package's name, or what it holds.
    pub(crate) fn name(&self, package: &RankedPackage) -> String {
        let name = package.name.as_ref().map(|name| in_language(self.catalogue, name));
        name.unwrap_or_else(|| self.instruments(package).join(" + "))
    }

    /// The same in quotation marks.
    pub(crate) fn quoted(&self, package: &RankedPackage) -> Arg {
        self.text("quoted", &[("name", self.name(package).into())]).into()
    }

    /// Who would rather refuse a package, if anybody.
    fn refusing(&self, package: &RankedPackage) -> Option<Arg> {
        let names: Vec<String> = package.refused_by.iter().map(|id| self.actor(id)).collect();
        (!names.is_empty()).then(|| list(self.catalogue, &names).into())
    }

    fn intact(&self, package: &RankedPackage) -> Arg {
        let band = package.intact(self.findings.headline_years);
        let mean = chance(self.catalogue, band.mean);
        if !crate::numbers::shows(band, percent) {
            return mean.into();
        }
        let args = [("mean", mean.into()), ("low", percent(band.p10).into()), ("high", percent(band.p90).into())];
        self.text("spread", &args).into()
    }

    fn of_best(&self, best: &Best) -> String {
        let Some(package) = self.findings.package(&best.package) else { return String::new() };
        let args = [
            ("packages", self.findings.packages.len().into()),
            ("instruments", self.findings.among.len().into()),
            ("package", self.quoted(package)),
            ("years", self.findings.headline_years.into()),
            ("intact", self.intact(package)),
            ("nothing", self.intact(self.findings.nothing())),
        ];
        let close = (best.close > 0).then(|| self.text("packages-close", &[("close", best.close.into())]));
        let refused = match self.refusing(package) {
            Some(parties) => self.text("packages-refused", &[("parties", parties)]),
            None => self.text("packages-accepted", &[]),
        };
        let sentences = [Some(self.text("packages-best", &args)), close, Some(refused)];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The cheapest that halves the risk.
    fn of_cheapest(&self) -> Option<String> {
        let Some(Halving { package, among, cost }) = &self.findings.cheapest_halving else {
            return Some(self.text("packages-none-halves", &[("years", self.findings.headline_years.into())]));
        };
        let package = self.findings.package(package)?;
        let args = [
            ("years", self.findings.headline_years.into()),
            ("among", (*among).into()),
            ("package", self.quoted(package)),
            ("intact", self.intact(package)),
            ("cost", hundredths(*cost).into()),
        ];
        let sentence = self.text("packages-halving", &args);
        let refused = self.refusing(package).map(|parties| self.text("packages-refused", &[("parties", parties)]));
        Some(std::iter::once(sentence).chain(refused).collect::<Vec<_>>().join(" "))
    }

    /// The best of those that somebody accepts.
    fn of_chosen(&self, best: Option<&Best>, some: &str, none: &str) -> String {
        let package = best.and_then(|best| self.findings.package(&best.package));
        let Some((best, package)) = best.zip(package) else {
            let args = [("challenger", self.challenger())];
            return self.text(none, &args);
        };
        let args = [
            ("among", best.among.into()),
            ("package", self.quoted(package)),
            ("intact", self.intact(package)),
            ("challenger", self.challenger()),
        ];
        let id = if best.among == 1 { format!("{some}-one") } else { some.to_owned() };
        self.text(&id, &args)
    }
}

/// Whether a package is the best of some.
fn is(best: Option<&Best>, package: &RankedPackage) -> bool {
    best.is_some_and(|best| best.package == package.id)
}

/// The band of 1 − x: low and high change places.
pub(crate) fn complement(band: &Band) -> Band {
    Band {
        mean: 1.0 - band.mean,
        p05: 1.0 - band.p95,
        p10: 1.0 - band.p90,
        p10_se: band.p90_se,
        p25: 1.0 - band.p75,
        p50: 1.0 - band.p50,
        p75: 1.0 - band.p25,
        p90: 1.0 - band.p10,
        p90_se: band.p10_se,
        p95: 1.0 - band.p05,
        ..*band
    }
}

/// What a checkpoint has otherwise, in one line.
pub fn differences(catalogue: &Catalogue, differences: &[Difference]) -> String {
    let each = differences.iter().map(|Difference { what, file, asked }| {
        // Of digests the beginning tells them apart.
        let shown = |text: &str| if *what == "text" { text.chars().take(12).collect() } else { visible(text) };
        let word = |text: &str| if text.is_empty() { "none".to_owned() } else { shown(text) };
        let args = [("what", (*what).into()), ("file", word(file).into()), ("asked", word(asked).into())];
        catalogue.text("checkpoint-difference", &args)
    });
    each.collect::<Vec<_>>().join("; ")
}
