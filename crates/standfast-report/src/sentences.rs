//! Findings in plain words.

use standfast::Findings;
use standfast::ensemble::Band;
use standfast::findings::{Doubt, EquilibriaFindings, PackageFindings, Safest, within};
use standfast::provenance::{CaseFindings, Method, NamedFindings, Words};

use crate::catalogue::{Arg, Catalogue, Language};
use crate::numbers::{self, percent, points, shows, whole_points};
use crate::phrases::list;

/// The name of a package for people.
pub fn package_name(catalogue: &Catalogue, package: &PackageFindings) -> String {
    match &package.name {
        Some(name) => in_language(catalogue, name),
        None if package.instruments.is_empty() => catalogue.text("package-nothing", &[]),
        None => package.id.replace('_', " ").replace('+', " + "),
    }
}

/// The name of a package, or those of what it holds, in quotation marks.
pub(crate) fn quoted_package(catalogue: &Catalogue, name: Option<&Words>, instruments: &[NamedFindings]) -> String {
    let names: Vec<String> = instruments.iter().map(|each| in_language(catalogue, &each.name)).collect();
    let name = match name {
        Some(name) => in_language(catalogue, name),
        None if names.is_empty() => catalogue.text("package-nothing", &[]),
        None => names.join(" + "),
    };
    catalogue.text("quoted", &[("name", name.into())])
}

/// The name of an actor for people.
pub fn actor_name(catalogue: &Catalogue, findings: &Findings, id: &str) -> String {
    let actor = findings.case.actors.iter().find(|actor| actor.id == id);
    actor.map_or_else(|| id.to_owned(), |actor| in_language(catalogue, &actor.name))
}

/// The name of the only actor in a role.
pub(crate) fn name_in_role(catalogue: &Catalogue, findings: &Findings, role: &str) -> String {
    let actor = findings.case.actors.iter().find(|actor| actor.role == role);
    actor.map_or_else(|| role.to_owned(), |actor| in_language(catalogue, &actor.name))
}

/// The name of a package in quotation marks.
fn quoted(catalogue: &Catalogue, package: &PackageFindings) -> String {
    catalogue.text("quoted", &[("name", package_name(catalogue, package).into())])
}

/// The name of the package of an id, in quotation marks.
pub(crate) fn quoted_id(catalogue: &Catalogue, findings: &Findings, id: &str) -> String {
    findings.package(id).map_or_else(|| id.to_owned(), |package| quoted(catalogue, package))
}

/// A chance or a share in whole percent.
pub(crate) fn chance(catalogue: &Catalogue, p: f64) -> String {
    let percent = percent(p);
    let size = match percent.chars().next() {
        Some('<') => "least",
        Some('>') => "most",
        _ => "plain",
    };
    catalogue.text("chance", &[("size", size.into()), ("percent", percent.into())])
}

/// Words of a case in the language of the catalogue.
pub fn in_language(catalogue: &Catalogue, words: &Words) -> String {
    match catalogue.language {
        Language::En => words.en.clone(),
        Language::Uk => words.uk.as_ref().unwrap_or(&words.en).clone(),
    }
}

/// The stresses that the case is under, if there are any.
pub fn under(catalogue: &Catalogue, case: &CaseFindings) -> Option<String> {
    let stresses: Vec<String> = case.under.iter().map(|stress| in_language(catalogue, &stress.name)).collect();
    let args = [("stresses", stresses.join("; ").into())];
    (!stresses.is_empty()).then(|| catalogue.text("under-line", &args))
}

/// What the findings come to, a sentence each.
pub fn sentences(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let words = InWords { catalogue, findings };
    let mut sentences = Vec::new();
    if let Some(nothing) = findings.packages.iter().find(|package| package.instruments.is_empty() && package.is_whole())
    {
        sentences.push(words.of_nothing(nothing));
    }
    match &findings.safest {
        Some(safest) if safest.lowers_risk => {
            sentences.push(words.of_safest(safest));
            let signed = findings.package(&safest.package).filter(|package| package.is_whole());
            sentences.extend(signed.map(|package| words.signatures(package)));
            sentences.extend(findings.is_whole().then(|| words.best_signed(safest)).flatten());
        }
        Some(_) => sentences.push(catalogue.text("sentence-none-lower", &words.years())),
        None => {}
    }
    sentences.extend(findings.packages.iter().filter_map(|package| words.of_window(package)));
    sentences.extend(findings.packages.iter().filter_map(|package| words.of_turn(package)));
    sentences
}

/// The risk that a package leaves, and what it is without any guarantee.
pub fn in_a_sentence(catalogue: &Catalogue, findings: &Findings, package: &PackageFindings) -> String {
    let words = InWords { catalogue, findings };
    let risk = |package: &PackageFindings| Arg::from(words.chance(findings.headline(&package.war)));
    let mut args = words.years();
    args.extend([("package", words.quoted(package).into()), ("risk", risk(package))]);
    let nothing = findings.packages.iter().find(|package| package.instruments.is_empty());
    let Some(nothing) = nothing.filter(|_| !package.instruments.is_empty()) else {
        return catalogue.text("answer-nothing", &args);
    };
    let band = findings.headline(&package.war_difference);
    let change = band.mean;
    let ends = [("low", points(band.p10).into()), ("high", points(band.p90).into())];
    let alone = findings.is_median() || !shows(band, points);
    let ends = if alone { String::new() } else { catalogue.text("spread-points", &ends) };
    let compared = package.against_nothing;
    let direction = match whole_points(change) {
        0 => "same",
        _ if change < 0.0 => "lower",
        _ => "higher",
    };
    args.extend([
        ("nothing", risk(nothing)),
        ("direction", direction.into()),
        ("points", whole_points(change).into()),
        ("ends", ends.into()),
        ("lower", compared.lower.into()),
        ("higher", compared.higher.into()),
        ("same", compared.same.into()),
        ("draws", findings.method.draws.into()),
    ]);
    let told = if compared.lower + compared.higher == 0 { "answer-same" } else { "answer-draws" };
    let mut answer = catalogue.text("answer", &args);
    // A sentence may end with an abbreviation, which has its own full stop.
    if !answer.ends_with('.') {
        answer.push('.');
    }
    [answer, catalogue.text(told, &args)].join(" ")
}

/// The reasons to doubt the findings, a sentence each.
pub fn doubts(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let words = InWords { catalogue, findings };
    findings.doubts.iter().map(|doubt| words.of_doubt(doubt)).collect()
}

/// Findings in the words of a catalogue.
pub(crate) struct InWords<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) findings: &'a Findings,
}

impl InWords<'_> {
    fn years(&self) -> Vec<(&'static str, Arg)> {
        vec![("years", self.findings.headline_years.into())]
    }

    /// A chance with its middle 80 %.
    pub(crate) fn chance(&self, band: &Band) -> String {
        self.spread("spread", band)
    }

    fn spread(&self, id: &str, band: &Band) -> String {
        let mean = chance(self.catalogue, band.mean);
        if self.findings.is_median() || !shows(band, percent) {
            return mean;
        }
        let (low, high) = (percent(band.p10), percent(band.p90));
        self.catalogue.text(id, &[("mean", mean.into()), ("low", low.into()), ("high", high.into())])
    }

    fn quoted(&self, package: &PackageFindings) -> String {
        quoted(self.catalogue, package)
    }

    fn quoted_id(&self, id: &str) -> String {
        quoted_id(self.catalogue, self.findings, id)
    }

    fn challenger(&self) -> Arg {
        name_in_role(self.catalogue, self.findings, "challenger").into()
    }

    pub(crate) fn of_nothing(&self, nothing: &PackageFindings) -> String {
        let findings = self.findings;
        let mut args = self.years();
        args.push(("risk", self.spread("spread-first", findings.headline(&nothing.war)).into()));
        args.push(("floor", self.chance(findings.headline(&nothing.noise_floor)).into()));
        args.push(("challenger", self.challenger()));
        self.catalogue.text("sentence-nothing", &args)
    }

    pub(crate) fn of_safest(&self, safest: &Safest) -> String {
        let mut args = self.years();
        args.push(("package", self.quoted_id(&safest.package).into()));
        args.push(("risk", self.chance(&safest.risk).into()));
        let sentence = self.catalogue.text("sentence-safest", &args);
        let Some(package) = self.findings.package(&safest.package).filter(|_| !self.findings.is_median()) else {
            return sentence;
        };
        let args = [
            ("lower", package.against_nothing.lower.into()),
            ("lowest", safest.lowest_in.into()),
            ("draws", self.findings.method.draws.into()),
        ];
        format!("{sentence} {}", self.catalogue.text("sentence-safest-draws", &args))
    }

    /// Who would rather refuse a package, and the chance that all accept it.
    pub(crate) fn signatures(&self, package: &PackageFindings) -> String {
        let refusing = package.parties.iter().filter(|party| party.rather_refuses);
        let names: Vec<String> = refusing
            .enumerate()
            .map(|(i, party)| {
                let name = actor_name(self.catalogue, self.findings, &party.actor);
                if self.findings.is_median() {
                    return name;
                }
                let draws = self.findings.method.draws;
                let args = [("party", name.into()), ("refuses", party.refuses_in.into()), ("draws", draws.into())];
                self.catalogue.text(if i == 0 { "party-refuses-first" } else { "party-refuses" }, &args)
            })
            .collect();
        let concluded = package.concluded.as_ref().map_or_else(String::new, |band| self.chance(band));
        let concluded = ("concluded", Arg::from(concluded));
        let quoted = ("package", Arg::from(self.quoted(package)));
        if names.is_empty() {
            return self.catalogue.text("sentence-signed", &[quoted, concluded]);
        }
        let parties = ("parties", list(self.catalogue, &names).into());
        self.catalogue.text("sentence-refused", &[parties, quoted, concluded])
    }

    /// Nothing to say if the safest package is itself one that nobody would rather refuse.
    pub(crate) fn best_signed(&self, safest: &Safest) -> Option<String> {
        let Some(signed) = &self.findings.safest_signed else {
            return Some(self.catalogue.text("sentence-none-signed", &[]));
        };
        if !signed.lowers_risk {
            return Some(self.catalogue.text("sentence-signed-none-lower", &self.years()));
        }
        let mut args = self.years();
        args.push(("package", self.quoted_id(&signed.package).into()));
        args.push(("risk", self.chance(&signed.risk).into()));
        (signed.package != safest.package).then(|| self.catalogue.text("sentence-safest-signed", &args))
    }

    pub(crate) fn of_window(&self, package: &PackageFindings) -> Option<String> {
        let window = package.window.as_ref()?;
        let cost = whole_points(window.cost.mean);
        let direction = match cost {
            0 => "same",
            _ if window.cost.mean > 0.0 => "higher",
            _ => "lower",
        };
        let part = if window.instruments.len() == package.instruments.len() { "all" } else { "part" };
        let ends = [("low", points(window.cost.p10).into()), ("high", points(window.cost.p90).into())];
        let alone = self.findings.is_median() || !shows(&window.cost, points);
        let ends = if alone { String::new() } else { self.catalogue.text("spread-points", &ends) };
        let args = [
            ("package", self.quoted(package).into()),
            ("years", window.years.into()),
            ("within", window.within.into()),
            ("part", part.into()),
            ("risk", self.chance(&window.war).into()),
            ("cost", cost.into()),
            ("direction", direction.into()),
            ("ends", ends.into()),
            ("challenger", self.challenger()),
        ];
        Some(self.catalogue.text("sentence-window", &args))
    }

    /// That a package changes the risk one way within the first span and the other way within the last, where it does.
    pub(crate) fn of_turn(&self, package: &PackageFindings) -> Option<String> {
        let (first, last) = (*self.findings.years.first()?, *self.findings.years.last()?);
        if !package.is_whole() || package.instruments.is_empty() {
            return None;
        }
        let [early, late] = [first, last].map(|years| *within(&package.war_difference, years));
        let shown = whole_points(early.mean) > 0 && whole_points(late.mean) > 0;
        let way = match (early.mean > 0.0, late.mean > 0.0) {
            (true, false) if shown => "worse",
            (false, true) if shown => "better",
            _ => return None,
        };
        let change = |band: &Band| Arg::from(numbers::spread(band, points, self.findings.is_median()));
        let args = [
            ("package", self.quoted(package).into()),
            ("way", way.into()),
            ("first", first.into()),
            ("last", last.into()),
            ("early", change(&early)),
            ("late", change(&late)),
        ];
        Some(self.catalogue.text("sentence-turn", &args))
    }

    fn of_doubt(&self, doubt: &Doubt) -> String {
        let error = |se: &f64| Arg::from(format!("{:.1}", 100.0 * se));
        match doubt {
            Doubt::MedianOnly => self.catalogue.text("doubt-median", &[]),
            Doubt::SettledAtOnce { packages } => {
                let names: Vec<String> = packages.iter().map(|id| self.quoted_id(id)).collect();
                let all = self.findings.packages.iter().filter(|package| !package.instruments.is_empty()).count();
                let args = [
                    ("which", if names.len() == all { "all" } else { "some" }.into()),
                    ("packages", list(self.catalogue, &names).into()),
                    ("challenger", self.challenger()),
                ];
                self.catalogue.text("doubt-settled-at-once", &args)
            }
            Doubt::NoiseFloor { share } => {
                let mut args = self.years();
                args.push(("share", percent(*share).into()));
                self.catalogue.text("doubt-noise-floor", &args)
            }
            Doubt::NoStandardErrors { enough } => {
                self.catalogue.text("doubt-no-standard-errors", &[("enough", (*enough).into())])
            }
            Doubt::TooFewDraws { mean_se, end_se, enough_for_means, enough } => {
                let args = [
                    ("mean", error(mean_se)),
                    ("end", error(end_se)),
                    ("means", enough_for_means.to_string().into()),
                    ("enough", enough.to_string().into()),
                ];
                self.catalogue.text("doubt-too-few-draws", &args)
            }
            Doubt::Unconverged { package, draws } => {
                let alone = self.findings.package(package).and_then(|package| package.war_converged_only);
                let mut args = self.years();
                args.push(("package", self.quoted_id(package).into()));
                args.push(("draws", (*draws).into()));
                args.push(("others", if alone.is_some() { "some" } else { "none" }.into()));
                args.push(("alone", alone.map_or_else(String::new, |band| self.chance(&band)).into()));
                self.catalogue.text("doubt-unconverged", &args)
            }
            Doubt::BranchNotUnique { package, draws } => {
                let args = [("package", self.quoted_id(package).into()), ("draws", (*draws).into())];
                self.catalogue.text("doubt-branch", &args)
            }
        }
    }
}

/// How the numbers were made.
pub fn method(catalogue: &Catalogue, findings: &Findings) -> Vec<String> {
    let equilibria = findings.packages.iter().map(|package| &package.equilibria);
    method_lines(catalogue, &findings.case, &findings.method, equilibria)
}

/// How numbers were made, and what is known of the equilibria behind them.
pub(crate) fn method_lines<'a>(
    catalogue: &Catalogue,
    case: &CaseFindings,
    method: &Method,
    equilibria: impl Iterator<Item = &'a EquilibriaFindings>,
) -> Vec<String> {
    let (residual, solved) = equilibria.fold((0.0, 0), |(largest, solved), each| {
        let r = each.residual;
        (if r > largest || r.is_nan() { r } else { largest }, solved + each.solved)
    });
    let case = [
        ("id", case.id.as_str().into()),
        ("digest", case.digest[..12].into()),
        ("solved", solved.into()),
        ("residual", format!("{residual:.0e}").into()),
    ];
    vec![method_line(catalogue, method), catalogue.text("method-case", &case)]
}

/// Draws, seed, engine.
pub(crate) fn method_line(catalogue: &Catalogue, method: &Method) -> String {
    let args = [
        ("draws", method.draws.into()),
        ("numbers", method.uncertain_numbers.into()),
        ("seed", method.seed.unwrap_or_default().to_string().into()),
        ("states", method.states.into()),
        ("engine", method.engine.into()),
    ];
    let line = if method.seed.is_none() { "method-median" } else { "method-sobol" };
    catalogue.text(line, &args)
}
