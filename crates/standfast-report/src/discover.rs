//! When a package fails, in sentences and tables.

use standfast::discover::findings::{AtFindings, BoxFindings, LimitFindings, Measures, StandingOut};
use standfast::questions::Scale;
use standfast::{Case, DiscoverFindings};

use crate::catalogue::{Arg, Catalogue};
use crate::number_words::NumberWords;
use crate::numbers::{measure, p_value, percent, shows};
use crate::phrases::list;
use crate::sentences::{chance, method_lines, quoted_package};
use crate::tables::Table;

/// With fewer failing draws than that, what is found among them is not sure.
const FEW_FAILING: usize = 50;
/// With fewer draws it is likely that more would show something.
const FEW_DRAWS: usize = 1024;
/// A limit that fewer halves of the draws have is doubtful.
const HALF: f64 = 0.5;
/// A p-value above this does not stand out.
const STANDS_OUT: f64 = standfast::analysis::prim::STANDS_OUT;
/// On the way to a box, what was left when coverage first fell below these is shown.
const COVERAGES: [f64; 3] = [0.9, 0.75, 0.5];

/// Findings about when a package fails, in the words of a catalogue.
pub struct Discover<'a> {
    catalogue: &'a Catalogue,
    case: &'a Case,
    findings: &'a DiscoverFindings,
}

impl<'a> Discover<'a> {
    /// The words for findings about a package of a case.
    pub fn new(catalogue: &'a Catalogue, case: &'a Case, findings: &'a DiscoverFindings) -> Discover<'a> {
        Discover { catalogue, case, findings }
    }

    /// What the findings come to, a sentence or some each.
    pub fn sentences(&self) -> Vec<String> {
        let findings = self.findings;
        if findings.found.p05 == findings.found.p95 && findings.fails.worst.is_some() && findings.fails.draws == 0 {
            return vec![self.text("discover-flat", &self.of_found())];
        }
        let mut sentences = vec![self.text("discover-found", &self.of_found())];
        match findings.fails.draws {
            0 => sentences.push(self.text("discover-none", &[])),
            all if all == findings.method.draws => sentences.push(self.text("discover-all", &[])),
            _ => {
                let boxes = findings.standing_out();
                sentences.extend(boxes.enumerate().map(|(i, found)| self.of_box(i, found)));
                if sentences.len() == 1 {
                    sentences.extend(findings.boxes.first().map(|found| self.of_nothing(found)));
                } else {
                    sentences.extend(self.of_rest());
                    sentences.extend(self.of_others());
                }
            }
        }
        sentences
    }

    /// The limits of each box, and the way to it.
    pub fn tables(&self) -> Vec<Table> {
        let boxes: Vec<&BoxFindings> = self.findings.standing_out().collect();
        // 0 for an only one, which needs no number.
        let number = |i: usize| Arg::from(if boxes.len() == 1 { 0 } else { i + 1 });
        let each = boxes.iter().enumerate();
        let mut tables: Vec<Table> =
            each.flat_map(|(i, found)| [self.limits(found, number(i)), self.way(found, number(i))]).collect();
        // How to read them is said once.
        tables.iter_mut().skip(2).for_each(|table| table.note.clear());
        tables
    }

    /// What the numbers mean that limits are on, a line each.
    pub fn lines(&self) -> Vec<String> {
        let mut known: Vec<String> = Vec::new();
        let limits = self.findings.standing_out().flat_map(|found| &found.limits);
        for limit in limits {
            let words = self.words(limit.at.number);
            let args = [("name", words.name().into()), ("meaning", words.meaning().into())];
            let line = self.text("discover-meaning", &args);
            if !known.contains(&line) {
                known.push(line);
            }
        }
        known
    }

    /// The reasons to doubt the findings, a sentence each.
    pub fn doubts(&self) -> Vec<String> {
        let DiscoverFindings { fails, equilibria, .. } = self.findings;
        let mut doubts = Vec::new();
        if equilibria.unconverged_draws > 0 {
            let first = self.findings.standing_out().next();
            let alone = first.and_then(|found| found.converged_only?.density).map(percent);
            let args = [
                ("draws", equilibria.unconverged_draws.into()),
                ("converged", alone.unwrap_or_else(|| "nothing".to_owned()).into()),
            ];
            doubts.push(self.text("doubt-discover-unconverged", &args));
        }
        if (1..FEW_FAILING).contains(&fails.draws) {
            doubts.push(self.text("doubt-discover-few", &[("failing", fails.draws.into())]));
        }
        let not_fresh = |limit: &&LimitFindings| limit.fresh_p.is_none_or(|p| p > STANDS_OUT);
        let not_again = |limit: &&LimitFindings| limit.in_halves < HALF;
        doubts.extend(self.of_limits("doubt-discover-fresh", &not_fresh));
        doubts.extend(self.of_limits("doubt-discover-again", &not_again));
        doubts
    }

    /// How the numbers were made.
    pub fn method(&self) -> Vec<String> {
        let DiscoverFindings { case, method, equilibria, boxes, among, fresh_seed, .. } = self.findings;
        let mut lines = method_lines(self.catalogue, case, method, std::iter::once(equilibria));
        if let Some(found) = boxes.first() {
            let args = [
                ("standing", found.standing_out.len().into()),
                ("numbers", (*among).into()),
                ("boxes", found.chance.boxes.into()),
                ("deals", found.chance.deals.into()),
                ("p", if found.limits.is_empty() { "none".to_owned() } else { p_value(found.chance.p_value) }.into()),
                ("seed", fresh_seed.to_string().into()),
            ];
            lines.insert(1, self.text("method-discover", &args));
        }
        lines
    }

    fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        // Everything may depend on whether failures were looked for, or successes.
        self.catalogue.text(id, &[args, &[("does", self.findings.fails.does.into())]].concat())
    }

    /// A list; things with commas of their own are parted by more.
    fn list(&self, things: &[String]) -> String {
        if things.len() > 1 && things.iter().any(|thing| thing.contains(',')) {
            things.join("; ")
        } else {
            list(self.catalogue, things)
        }
    }

    /// The names of numbers in full.
    fn names<'n>(&self, numbers: impl Iterator<Item = &'n StandingOut>) -> Vec<String> {
        numbers.map(|each| self.words(each.number).titled()).collect()
    }

    fn words(&self, number: usize) -> NumberWords<'a> {
        NumberWords::new(self.catalogue, &self.case.scenario, number)
    }

    fn limit(&self, at: &AtFindings) -> String {
        let words = self.words(at.number);
        let args =
            [("number", words.titled().into()), ("side", at.side.into()), ("value", words.value(at.limit).into())];
        self.text("discover-limit", &args)
    }

    /// "a above 1, b below 2 and c above 3".
    fn all<'l>(&self, limits: impl Iterator<Item = &'l LimitFindings>) -> String {
        self.list(&limits.map(|limit| self.limit(&limit.at)).collect::<Vec<_>>())
    }

    fn of_found(&self) -> Vec<(&'static str, Arg)> {
        let DiscoverFindings { found, fails, quantity, years, method, .. } = self.findings;
        let outcome = [("outcome", (*quantity).into()), ("years", years.unwrap_or(0).into())];
        let mean = chance(self.catalogue, found.mean);
        let spread =
            [("mean", mean.as_str().into()), ("low", percent(found.p10).into()), ("high", percent(found.p90).into())];
        vec![
            ("package", quoted_package(self.catalogue, self.findings.name.as_ref(), &self.findings.instruments).into()),
            ("outcome", self.text("why-outcome", &outcome).into()),
            ("chance", if shows(found, percent) { self.text("spread", &spread) } else { mean }.into()),
            ("side", fails.side.into()),
            ("threshold", measure(fails.threshold, Scale::Chance).into()),
            ("worst", if fails.worst.is_some() { "worst" } else { "asked" }.into()),
            ("failing", fails.draws.into()),
            ("draws", method.draws.into()),
        ]
    }

    fn of_box(&self, i: usize, found: &BoxFindings) -> String {
        let share = |share: Option<f64>| Arg::from(percent(share.unwrap_or(f64::NAN)));
        let args = [
            ("box", if i == 0 { "first" } else { "later" }.into()),
            ("limits", self.all(found.limits.iter()).into()),
            ("count", found.limits.len().into()),
            ("coverage", share(found.fresh.coverage)),
            ("density", share(found.fresh.density)),
            (
                "error",
                found.fresh.density_se.filter(|error| *error > 0.0).map_or_else(|| "none".to_owned(), percent).into(),
            ),
            ("base", percent(found.fresh.failing as f64 / found.fresh.all as f64).into()),
            ("found-coverage", share(found.draws.coverage)),
            ("found-density", share(found.draws.density)),
        ];
        let can_tell = found.fresh.coverage.is_some() && found.fresh.density.is_some();
        self.text(if can_tell { "discover-box" } else { "discover-box-empty" }, &args)
    }

    /// What is to say if the first box does not stand out.
    fn of_nothing(&self, found: &BoxFindings) -> String {
        let names = self.names(found.standing_out.iter());
        if !found.limits.is_empty() {
            let limits = self.all(found.limits.iter());
            let p = chance(self.catalogue, found.chance.p_value);
            return self.text("discover-not-better", &[("limits", limits.into()), ("p", p.into())]);
        }
        if names.is_empty() {
            let hint = if self.findings.method.draws < FEW_DRAWS { "few" } else { "many" };
            let args = [("numbers", self.findings.among.into()), ("hint", hint.into())];
            return self.text("discover-nothing-stands-out", &args);
        }
        let args = [("count", names.len().into()), ("names", self.list(&names).into())];
        self.text("discover-no-box", &args)
    }

    /// How often it fails outside of all boxes, in fresh draws.
    fn of_rest(&self) -> Option<String> {
        let Measures { all, failing, inside, failing_inside, .. } = self.findings.standing_out().last()?.fresh;
        let rest = (failing - failing_inside) as f64 / (all - inside) as f64;
        (failing > failing_inside).then(|| self.text("discover-rest", &[("rest", percent(rest).into())]))
    }

    /// The numbers that stand out, and that no box limits.
    fn of_others(&self) -> Option<String> {
        let limited = |number: usize| {
            let mut limits = self.findings.standing_out().flat_map(|found| &found.limits);
            limits.any(|limit| limit.at.number == number)
        };
        let others = self.findings.boxes.first()?.standing_out.iter().filter(|each| !limited(each.number));
        let names = self.names(others);
        let args = [("count", names.len().into()), ("names", self.list(&names).into())];
        (!names.is_empty()).then(|| self.text("discover-others", &args))
    }

    /// A doubt about the limits of which something holds.
    fn of_limits(&self, id: &str, holds: &dyn Fn(&&LimitFindings) -> bool) -> Option<String> {
        let limits: Vec<&LimitFindings> =
            self.findings.standing_out().flat_map(|found| &found.limits).filter(holds).collect();
        let args = [("count", limits.len().into()), ("limits", self.all(limits.iter().copied()).into())];
        (!limits.is_empty()).then(|| self.text(id, &args))
    }

    fn limits(&self, found: &BoxFindings, number: Arg) -> Table {
        let heads = ["column-limit", "column-keeps", "column-without", "column-quasi-p", "column-fresh-p"];
        let heads = heads.into_iter().chain(["column-in-halves"]);
        let row = |limit: &LimitFindings| {
            vec![
                self.limit(&limit.at),
                percent(limit.keeps),
                percent(limit.density_without),
                p_value(limit.quasi_p),
                limit.fresh_p.map_or_else(String::new, p_value),
                percent(limit.in_halves),
            ]
        };
        let density = percent(found.draws.density.unwrap_or(f64::NAN));
        Table {
            title: self.text("table-box", &[("box", number), ("density", density.into())]),
            columns: heads.map(|id| self.text(id, &[])).collect(),
            rows: found.limits.iter().map(row).collect(),
            note: self.text("note-box", &[]),
        }
    }

    /// The way from all draws to the box.
    fn way(&self, found: &BoxFindings, number: Arg) -> Table {
        let heads = ["column-step", "column-restricted", "column-coverage", "column-density", "column-phi"];
        let heads = heads.into_iter().chain(["column-fresh-coverage", "column-fresh-density", "column-fresh-phi"]);
        let row = |name: String, restricted: usize, measured: [&Measures; 2]| {
            let share = |share: Option<f64>| share.map_or_else(String::new, percent);
            let cells = |of: &Measures| [share(of.coverage), share(of.density), format!("{:.2}", of.phi)];
            let cells = measured.into_iter().flat_map(cells);
            [name, restricted.to_string()].into_iter().chain(cells).collect::<Vec<String>>()
        };
        let falls = COVERAGES.iter().filter_map(|least| {
            found.trajectory.iter().position(|step| step.measures.coverage.is_some_and(|coverage| coverage < *least))
        });
        let mut steps: Vec<usize> = falls.chain([0, found.best, found.trajectory.len() - 1]).collect();
        steps.sort_unstable();
        steps.dedup();
        let step = |&i: &usize| {
            let id = match i {
                0 => "row-all-futures",
                i if i == found.best => "row-best",
                _ => "row-peeled",
            };
            let step = &found.trajectory[i];
            row(self.text(id, &[("step", i.into())]), step.restricted, [&step.measures, &step.fresh])
        };
        let mut rows: Vec<Vec<String>> = steps.iter().map(step).collect();
        let mut limited: Vec<usize> = found.limits.iter().map(|limit| limit.at.number).collect();
        limited.dedup();
        rows.push(row(self.text("row-box", &[]), limited.len(), [&found.draws, &found.fresh]));
        Table {
            title: self.text("table-way", &[("box", number)]),
            columns: heads.map(|id| self.text(id, &[])).collect(),
            rows,
            note: self.text("note-way", &[]),
        }
    }
}
