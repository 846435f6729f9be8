//! Where a package breaks, in sentences and tables.

use standfast::breach::findings::{DescentFindings, ReachedFindings, SetFindings};
use standfast::ensemble::Band;
use standfast::provenance::NamedFindings;
use standfast::{BreachFindings, Case};

use crate::catalogue::{Arg, Catalogue, Language};
use crate::numbers::{percent, points, shows, spread};
use crate::phrases::list;
use crate::sentences::{chance, in_language, method_lines, quoted_package};
use crate::tables::Table;

/// How many minimal breach sets a table shows.
const SHOWN: usize = 20;

/// Findings about where a package breaks, in the words of a catalogue.
pub struct Breach<'a> {
    catalogue: &'a Catalogue,
    findings: &'a BreachFindings,
}

impl<'a> Breach<'a> {
    /// The words for findings.
    pub fn new(catalogue: &'a Catalogue, findings: &'a BreachFindings) -> Breach<'a> {
        Breach { catalogue, findings }
    }

    /// What the findings come to, a sentence each.
    pub fn sentences(&self) -> Vec<String> {
        let findings = self.findings;
        if findings.broken_already() {
            return vec![self.text("breach-broken", &self.of_own())];
        }
        let own = findings.headline(findings.own()).mean;
        let is_least = findings.threshold.times.is_some_and(|times| times * own < findings.threshold.value);
        let mut sentences = vec![self.text(if is_least { "breach-own-least" } else { "breach-own" }, &self.of_own())];
        if findings.threshold.value >= 1.0 {
            sentences.push(self.text("breach-out-of-reach", &[]));
        }
        sentences.extend(match findings.minimal().next() {
            Some(_) => self.of_breaches(),
            None => vec![self.of_none()],
        });
        let mended = findings.descents.iter().filter(|descent| descent.mends).count();
        if mended > 0 {
            sentences.push(self.text("breach-mended", &[("places", mended.into())]));
        }
        sentences
    }

    /// The minimal breach sets, if there are some; then single stresses.
    pub fn tables(&self) -> Vec<Table> {
        let findings = self.findings;
        let minimal: Vec<&SetFindings> = self.minimal().into_iter().take(SHOWN).collect();
        let number = |(i, set): (usize, &&SetFindings)| self.row((i + 1).to_string(), set);
        let rows: Vec<Vec<String>> = minimal.iter().enumerate().map(number).collect();
        let breaches = Table {
            title: self.text("table-breach", &[]),
            columns: self.columns("column-set"),
            rows,
            note: self.text("note-breach", &[]),
        };
        let singles = findings.singles().into_iter().map(|set| self.row(self.stress(&set.stresses[0]), set));
        let singles = Table {
            title: self.text("table-singles", &[]),
            columns: self.columns("column-stress"),
            rows: singles.collect(),
            note: self.text("note-singles", &[]),
        };
        [breaches, singles].into_iter().filter(|table| !table.rows.is_empty()).collect()
    }

    /// The single stresses that raise the risk most, so many at most and without when they are reached; nothing if there
    /// are none.
    pub(crate) fn singles_in_short(&self, most: usize) -> Option<Table> {
        /// What is left of a row: the stress, the risk, how it changes, the chance that it is reached.
        const KEPT: [usize; 4] = [0, 1, 2, 4];
        let kept = |row: Vec<String>| KEPT.map(|column| row[column].clone()).to_vec();
        let singles = self.findings.singles().into_iter().take(most);
        let table = Table {
            title: self.text("table-singles", &[]),
            columns: kept(self.columns("column-stress")),
            rows: singles.map(|set| kept(self.row(self.stress(&set.stresses[0]), set))).collect(),
            note: String::new(),
        };
        (!table.rows.is_empty()).then_some(table)
    }

    /// The stresses of the sets in the first table, a line each.
    pub fn lines(&self) -> Vec<String> {
        let minimal = self.minimal();
        let shown = minimal.iter().take(SHOWN).enumerate().map(|(i, set)| {
            let args = [("set", (i + 1).into()), ("stresses", self.names(&set.stresses).join(" + ").into())];
            self.text("breach-set-line", &args)
        });
        let more = minimal.len().saturating_sub(SHOWN);
        let more = (more > 0).then(|| self.text("breach-more", &[("sets", more.into())]));
        shown.chain(more).collect()
    }

    /// The stresses that lower the risk somewhere, a line each; the one that does so most comes first.
    pub fn descents(&self) -> Vec<String> {
        let mut stresses: Vec<&str> = Vec::new();
        for descent in &self.findings.descents {
            if !stresses.contains(&descent.stress.as_str()) {
                stresses.push(&descent.stress);
            }
        }
        stresses.into_iter().map(|stress| self.of_descents(stress)).collect()
    }

    /// The stresses that no set has, by why.
    pub fn left_out(&self) -> Vec<String> {
        let line = |why: &&str| {
            let left_out = self.findings.left_out.iter().filter(|left_out| left_out.why == *why);
            let names: Vec<String> = left_out.map(|left_out| self.name(&left_out.stress)).collect();
            let args = [("why", (*why).into()), ("stresses", names.join("; ").into())];
            (!names.is_empty()).then(|| self.text("breach-left-out", &args))
        };
        ["bears_not", "late", "clashes", "holds"].iter().filter_map(line).collect()
    }

    /// The reasons to doubt the findings, a sentence each.
    pub fn doubts(&self) -> Vec<String> {
        let findings = self.findings;
        let mut doubts = Vec::new();
        let up_to = ("up_to", Arg::from(findings.up_to));
        match findings.not_looked_at {
            Some(0) => {}
            Some(sets) => doubts.push(self.text("doubt-breach-not-looked-at", &[("sets", sets.into()), up_to])),
            None => doubts.push(self.text("doubt-breach-not-looked-at-many", &[up_to])),
        }
        if findings.close() > 0 {
            doubts.push(self.text("doubt-breach-close", &[("sets", findings.close().into())]));
        }
        if findings.own().change.mean_se.is_none() && findings.method.seed.is_some() {
            let enough = standfast::ensemble::band::FEWEST_FOR_ERRORS;
            doubts.push(self.text("doubt-no-standard-errors", &[("enough", enough.into())]));
        }
        if findings.unconverged() > 0 {
            doubts.push(self.text("doubt-breach-unconverged", &[("sets", findings.unconverged().into())]));
        }
        let has_larger = findings.minimal().any(|set| set.stresses.len() < findings.stresses.len());
        if has_larger && !findings.beyond_breaches && !findings.broken_already() {
            doubts.push(self.text("doubt-breach-descents", &[]));
        }
        doubts
    }

    /// How the numbers were made.
    pub fn method(&self) -> Vec<String> {
        let equilibria = self.findings.sets.iter().map(|set| &set.equilibria);
        method_lines(self.catalogue, &self.findings.case, &self.findings.method, equilibria)
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.catalogue.text(id, args)
    }

    fn name(&self, named: &NamedFindings) -> String {
        in_language(self.catalogue, &named.name)
    }

    fn stress(&self, id: &str) -> String {
        let known = self.findings.stresses.iter().find(|stress| stress.id == id);
        known.map_or_else(|| id.to_owned(), |stress| self.name(stress))
    }

    /// What the stresses of some sets are, each once, in the words of the case.
    pub(crate) fn abouts(&self, case: &Case, sets: &[&SetFindings]) -> Vec<(String, String)> {
        let known = case.scenario.stresses.iter().filter_map(|stress| {
            let about = match self.catalogue.language {
                Language::En => stress.about.as_ref().map(|about| about.en.clone()),
                Language::Uk => stress.about.as_ref().and_then(|about| about.uk.clone()),
            };
            let used = sets.iter().any(|set| set.stresses.contains(&stress.id));
            about.filter(|_| used).map(|about| (self.stress(&stress.id), about))
        });
        known.collect()
    }

    pub(crate) fn names(&self, stresses: &[String]) -> Vec<String> {
        stresses.iter().map(|id| self.stress(id)).collect()
    }

    /// "“The US walks away” and “Army neglected”".
    fn quoted(&self, stresses: &[String]) -> Arg {
        let quoted = |name: String| self.text("quoted", &[("name", name.into())]);
        let names: Vec<String> = self.names(stresses).into_iter().map(quoted).collect();
        list(self.catalogue, &names).into()
    }

    pub(crate) fn package(&self) -> Arg {
        quoted_package(self.catalogue, self.findings.package_name.as_ref(), &self.findings.instruments).into()
    }

    fn chance(&self, band: &Band) -> String {
        let mean = chance(self.catalogue, band.mean);
        if !shows(band, percent) {
            return mean;
        }
        let args = [("mean", mean.into()), ("low", percent(band.p10).into()), ("high", percent(band.p90).into())];
        self.text("spread", &args)
    }

    pub(crate) fn risk(&self, set: &SetFindings) -> String {
        chance(self.catalogue, self.findings.headline(set).mean)
    }

    /// The package, its own risk and the threshold.
    fn of_own(&self) -> Vec<(&'static str, Arg)> {
        let findings = self.findings;
        let protege = findings.case.actors.iter().find(|actor| actor.role == "protege");
        let protege = protege.map_or_else(String::new, |actor| in_language(self.catalogue, &actor.name));
        let risk = self.text("breach-risk", &[("risk", findings.risk.into()), ("protege", protege.into())]);
        let times = match findings.threshold.times {
            None => "none".to_owned(),
            Some(2.0) => "twice".to_owned(),
            Some(times) => times.to_string(),
        };
        vec![
            ("package", self.package()),
            ("risk", risk.into()),
            ("years", findings.headline_years.into()),
            ("own", self.chance(findings.headline(findings.own())).into()),
            ("threshold", chance(self.catalogue, findings.threshold.value).into()),
            ("times", times.into()),
        ]
    }

    /// The minimal breach sets: the smallest first, of equals those under which the risk is highest.
    pub(crate) fn minimal(&self) -> Vec<&'a SetFindings> {
        let mut minimal: Vec<&SetFindings> = self.findings.minimal().filter(|set| !set.stresses.is_empty()).collect();
        let mean = |set: &SetFindings| self.findings.headline(set).mean;
        minimal.sort_by(|a, b| a.stresses.len().cmp(&b.stresses.len()).then(mean(b).total_cmp(&mean(a))));
        minimal
    }

    /// The first of the minimal sets, so many at most, and among them the one that is the likeliest to be reached.
    pub(crate) fn cards(&self, sets: &[&'a SetFindings], most: usize) -> Vec<&'a SetFindings> {
        let mut cards: Vec<&SetFindings> = sets.iter().take(most).copied().collect();
        let likeliest =
            self.likeliest(sets).filter(|likeliest| cards.iter().all(|card| card.stresses != likeliest.stresses));
        if let Some((last, likeliest)) = cards.last_mut().zip(likeliest) {
            *last = likeliest;
        }
        cards
    }

    fn of_none(&self) -> String {
        let findings = self.findings;
        let mean = |set: &SetFindings| findings.headline(set).mean;
        let sets = findings.sets.iter().skip(1);
        // The first of equals, which has the fewest stresses.
        let nearest = sets.reduce(|nearest, set| if mean(set) > mean(nearest) { set } else { nearest });
        let Some(nearest) = nearest else { return self.text("breach-no-stresses", &[]) };
        let args = [
            ("sets", (findings.sets.len() - 1).into()),
            ("up_to", findings.up_to.into()),
            ("stresses", self.quoted(&nearest.stresses)),
            ("risk", self.risk(nearest).into()),
        ];
        self.text("breach-none", &args)
    }

    fn of_breaches(&self) -> Vec<String> {
        let minimal = self.minimal();
        let (singles, larger): (Vec<_>, Vec<_>) = minimal.iter().copied().partition(|set| set.stresses.len() == 1);
        let mut sentences = Vec::new();
        if singles.is_empty() {
            sentences.push(self.text("breach-singles-hold", &[]));
        } else {
            let each = singles.iter().map(|set| {
                let args = [("stresses", self.quoted(&set.stresses)), ("risk", self.risk(set).into())];
                self.text("breach-with-risk", &args)
            });
            let each: Vec<String> = each.collect();
            sentences.push(self.text("breach-single", &[("stresses", list(self.catalogue, &each).into())]));
        }
        if let Some((worst, others)) = larger.split_first() {
            let own = chance(self.catalogue, self.findings.headline(self.findings.own()).mean);
            let args =
                [("stresses", self.quoted(&worst.stresses)), ("risk", self.risk(worst).into()), ("own", own.into())];
            let reached = worst.reached.as_ref().map(|reached| self.text("breach-reached", &self.of_reached(reached)));
            let sets = others.len();
            let others = (sets > 0).then(|| self.text("breach-others", &[("sets", sets.into())]));
            let parts = [Some(self.text("breach-together", &args)), reached, others];
            sentences.push(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
        }
        sentences.extend(self.of_likeliest(&minimal));
        sentences
    }

    /// The minimal set that is the likeliest to be reached.
    fn of_likeliest(&self, minimal: &[&'a SetFindings]) -> Option<String> {
        let set = self.likeliest(minimal)?;
        let reached = set.reached.as_ref()?;
        let mut args = self.of_reached(reached);
        args.push(("stresses", self.quoted(&set.stresses)));
        args.push(("risk", self.risk(set).into()));
        Some(self.text("breach-likeliest", &args))
    }

    /// The one of some sets that is the likeliest to be reached; none if none is made of events of the model.
    pub(crate) fn likeliest(&self, sets: &[&'a SetFindings]) -> Option<&'a SetFindings> {
        let events = sets.iter().filter_map(|set| Some((*set, self.reached_within(set.reached.as_ref()?).mean)));
        events.reduce(|best, each| if each.1 > best.1 { each } else { best }).map(|(set, _)| set)
    }

    /// The chance that levels are reached within the headline years.
    pub(crate) fn reached_within<'b>(&self, reached: &'b ReachedFindings) -> &'b Band {
        standfast::findings::within(&reached.within, self.findings.headline_years)
    }

    fn of_reached(&self, reached: &ReachedFindings) -> Vec<(&'static str, Arg)> {
        let earliest = reached.earliest.map_or_else(|| Arg::from("?"), Arg::from);
        vec![
            ("chance", self.chance(self.reached_within(reached)).into()),
            ("years", self.findings.headline_years.into()),
            ("earliest", earliest),
        ]
    }

    fn of_descents(&self, stress: &str) -> String {
        let each: Vec<&DescentFindings> =
            self.findings.descents.iter().filter(|descent| descent.stress == stress).collect();
        let largest = each[0];
        let place = if largest.stresses.is_empty() { "alone".into() } else { self.quoted(&largest.stresses) };
        let args = [
            ("stress", self.stress(stress).into()),
            ("places", each.len().into()),
            ("where", place),
            ("from", chance(self.catalogue, largest.from).into()),
            ("to", chance(self.catalogue, largest.to).into()),
        ];
        self.text("breach-descent", &args)
    }

    fn columns(&self, first: &str) -> Vec<String> {
        let findings = self.findings;
        let args = [("risk", findings.risk.into()), ("years", findings.headline_years.into())];
        let heads =
            [first, "column-breach-risk", "column-change", "column-breaks-in", "column-reached", "column-earliest"];
        heads.into_iter().chain(["column-likely"]).map(|id| self.text(id, &args)).collect()
    }

    fn row(&self, first: String, set: &SetFindings) -> Vec<String> {
        let risk = spread(self.findings.headline(set), percent, false);
        let reached = set.reached.as_ref();
        let chance = reached.map(|reached| spread(self.reached_within(reached), percent, false));
        let year = |year: Option<usize>| year.map_or_else(String::new, |year| year.to_string());
        let earliest = year(reached.and_then(|reached| reached.earliest));
        let likely = year(reached.and_then(|reached| reached.likely));
        let change = spread(&set.change, points, false);
        vec![first, risk, change, percent(set.breaks_in), chance.unwrap_or_default(), earliest, likely]
    }
}
