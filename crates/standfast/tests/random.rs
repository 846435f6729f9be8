//! The engine against the naive solver of `naive/mod.rs`, on random scenarios.
//!
//! The golden files pin the meaning of the language down on a few cases that somebody thought of;
//! this test looks where nobody has. The naive solver is anchored in the golden files itself. A
//! failure prints the seed and the text of its scenario.

// The checks should not rest on the engine's own logarithm, and the golden files have to be read;
// beyond a failure, what a run has compared is worth reading (`--nocapture`).
#![allow(clippy::disallowed_methods, clippy::print_stdout)]

mod naive;
mod scenarios;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};

use naive::Naive;
use scenarios::{ROWS, Random};
use serde_json::Value;
use standfast::Case;
use standfast::game::Start;
use standfast::model::Scenario;
use standfast::model::actor::Actor;
use standfast::model::effect::Effect;
use standfast::model::instrument::InstrumentSet;
use standfast::model::number::Spread;
use standfast::model::primitive::{Context, Edges, Group, Kind, Link, Primitive};
use standfast::model::structure::Switch;
use standfast::solve::solve;

/// Required of every number: two independent solvers agree to this.
const TOLERANCE: f64 = 1e-9;
/// Rounding of a median on its link scale, where both ways to find it are a few operations long.
const ROUNDING: f64 = 1e-13;
/// How many scenarios: what a minute allows, and enough for every feature to occur.
const SCENARIOS: u64 = 1000;
/// So many of them, the first, are solved with an assumption made otherwise as well, in turn.
const SWITCHED: u64 = 300;
/// The naive solver has at most so many lines.
const NAIVE_LINES: usize = 500;
/// At most this share of scenarios may have an equilibrium that the naive solver cannot follow.
const NOT_FOLLOWED: f64 = 0.02;
/// Every feature of the language occurs in at least so many of the scenarios.
const OCCURRENCES: usize = 3;

/// What was compared.
#[derive(Clone, Copy, Default)]
struct Compared {
    numbers: usize,
    nulls: usize,
    worst: f64,
}

impl Compared {
    fn and(self, other: Compared) -> Compared {
        let Compared { numbers, nulls, worst } = other;
        Compared { numbers: self.numbers + numbers, nulls: self.nulls + nulls, worst: self.worst.max(worst) }
    }
}

/// Compares all numbers of the first with those of the second, which may hold more.
fn compare(expected: &Value, found: &Value, place: &str, compared: &mut Compared) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, expected) in expected {
                let found = found.get(key).unwrap_or_else(|| panic!("{place}.{key} is missing"));
                compare(expected, found, &format!("{place}.{key}"), compared);
            }
        }
        (Value::Array(expected), Value::Array(found)) => {
            assert_eq!(expected.len(), found.len(), "length of {place}");
            for (i, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare(expected, found, &format!("{place}[{i}]"), compared);
            }
        }
        (Value::Number(expected), Value::Number(found)) => {
            let difference = (expected.as_f64().expect("a number") - found.as_f64().expect("a number")).abs();
            assert!(difference <= TOLERANCE, "{place}: {found}, but {expected} expected");
            compared.worst = compared.worst.max(difference);
            compared.numbers += 1;
        }
        // Only a response to what never happens is null; anywhere else it would be a NaN.
        (Value::Null, Value::Null) if place.contains(".response_if_") => compared.nulls += 1,
        _ => panic!("{place}: {found}, but {expected} expected"),
    }
}

/// A random scenario, read, with the packages to solve.
fn case(seed: u64) -> (Case, Vec<(InstrumentSet, Start)>) {
    let text = scenarios::scenario(seed);
    let case = Case::from_text("random", &text).unwrap_or_else(|refused| panic!("refused: {:#?}", refused.diagnostics));
    // Another sequence than the one that wrote the scenario.
    let mut random = Random::new(!seed);
    let mut packages = Vec::new();
    for start in [Start::Peace, if random.chance(0.7) { Start::War } else { Start::Peace }] {
        packages.push((package(&case.scenario, &mut random), start));
    }
    (case, packages)
}

/// A random package that can be agreed.
fn package(scenario: &Scenario, random: &mut Random) -> InstrumentSet {
    let instruments = &scenario.instruments;
    for _ in 0..20 {
        let set: InstrumentSet = (0..instruments.len()).filter(|_| random.chance(0.7)).collect();
        let complete = set.iter().all(|i| instruments[i].requires.iter().all(|needed| set.contains(needed)));
        let peaceful = set.iter().all(|i| instruments[i].excludes.iter().all(|other| !set.contains(other)));
        let bodies = set.iter().filter(|&i| instruments[i].consensus.is_some()).count();
        if complete && peaceful && bodies <= 1 {
            return set;
        }
    }
    InstrumentSet::EMPTY
}

/// Solves a scenario twice and compares; nothing if the naive solver could not.
fn check(seed: u64) -> Option<Compared> {
    let (case, packages) = case(seed);
    let compared = check_case(&case, &packages)?;
    if seed >= SWITCHED {
        return Some(compared);
    }
    let switch = Switch::ALL[seed as usize % Switch::ALL.len()];
    let switched = Case { scenario: case.scenario.switched(switch), ..case };
    check_case(&switched, &packages).map(|more| compared.and(more))
}

fn check_case(case: &Case, packages: &[(InstrumentSet, Start)]) -> Option<Compared> {
    let naive = Naive::new(&case.scenario);
    let expected: Vec<Value> =
        packages.iter().map(|&(package, start)| naive.solve(package, start == Start::War)).collect();
    if naive.not_followed.get() > 0 {
        return None;
    }
    let found = serde_json::to_value(solve(case, packages)).expect("solutions are JSON");
    let mut compared = Compared::default();
    for (i, expected) in expected.iter().enumerate() {
        let found = &found["results"][i];
        assert_eq!(found["equilibrium"]["converged"], true, "results[{i}]");
        assert_eq!(found.get("consent").is_some(), expected.get("consent").is_some(), "results[{i}].consent");
        compare(expected, found, &format!("results[{i}]"), &mut compared);
    }
    Some(compared)
}

/// The same, with the seed and the text of a scenario that fails.
fn check_or_say(seed: u64) -> Result<Option<Compared>, String> {
    catch_unwind(AssertUnwindSafe(|| check(seed))).map_err(|cause| {
        let words = cause.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| cause.downcast_ref::<&str>().copied()).unwrap_or_default();
        format!("seed {seed}: {words}\n{}", scenarios::scenario(seed))
    })
}

#[test]
fn the_engine_agrees_with_the_naive_solver() {
    let next = AtomicU64::new(0);
    let work = || {
        let seeds = std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&seed| seed < SCENARIOS));
        seeds.map(|seed| (seed, check_or_say(seed))).collect::<Vec<_>>()
    };
    let checked: BTreeMap<u64, Result<Option<Compared>, String>> = std::thread::scope(|scope| {
        let workers = 0..std::thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = workers.map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker catches what fails")).collect()
    });
    let failed: Vec<&String> = checked.values().filter_map(|checked| checked.as_ref().err()).collect();
    assert!(failed.is_empty(), "{} of {SCENARIOS} scenarios failed, the first: {}", failed.len(), failed[0]);
    let mut all = Compared::default();
    for compared in checked.values().flatten().flatten() {
        all = all.and(*compared);
    }
    let not_followed = checked.values().flatten().filter(|compared| compared.is_none()).count();
    println!("{} scenarios, {not_followed} of them not followed", checked.len());
    println!("{} numbers and {} nulls compared, worst difference {:e}", all.numbers, all.nulls, all.worst);
    assert!(not_followed as f64 <= NOT_FOLLOWED * checked.len() as f64, "{not_followed} not followed");
}

/// A file made by others.
fn fixture(name: &str) -> String {
    let path = format!("{}/../../validation/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("the fixture {path} is missing: {error}"))
}

/// The naive solver against a golden file.
fn anchor(name: &str, numbers: usize) {
    let text = fixture(&format!("golden/{name}.toml"));
    let case = Case::from_text(name, &text).unwrap_or_else(|refused| panic!("{refused:#?}"));
    let golden: Value = serde_json::from_str(&fixture(&format!("golden/{name}.json"))).expect("golden files are JSON");
    let naive = Naive::new(&case.scenario);
    let mut compared = Compared::default();
    for golden in golden["results"].as_array().expect("results") {
        let ids = golden["package"].as_array().expect("a list of ids");
        let id = |id: &Value| case.scenario.instrument(id.as_str().expect("an id")).expect("an instrument");
        let start = if golden["start"] == "war" { Start::War } else { Start::Peace };
        let found = naive.solve(ids.iter().map(id).collect(), start == Start::War);
        let mut expected = golden.as_object().expect("a result").clone();
        expected.retain(|key, _| key != "package" && key != "start");
        compare(
            &Value::Object(expected),
            &found,
            &format!("{name}: {} from {start:?}", golden["package"]),
            &mut compared,
        );
    }
    assert_eq!(naive.not_followed.get(), 0, "all equilibria are followed");
    assert_eq!(compared.numbers, numbers, "numbers compared");
    println!("{name}: {numbers} numbers, worst difference {:e}", compared.worst);
}

#[test]
fn the_naive_solver_reproduces_tiny() {
    anchor("tiny", 2_865);
}

#[test]
fn the_naive_solver_reproduces_corners() {
    anchor("corners", 2_170);
}

#[test]
fn the_naive_solver_reproduces_coalition() {
    anchor("coalition", 7_313);
}

/// A case of the fixture of branches as a scenario: one state, in which war is decided at once and a
/// limited attack puts everything at stake, so that both are the same game.
fn branch(case: &Value) -> String {
    let guarantors = case["stake"].as_array().expect("one stake each").len();
    let ids: Vec<String> = (0..guarantors).map(|i| format!("guarantor_{i}")).collect();
    let mut text = format!(
        "standfast = 1\n[scenario]\nid = \"branch\"\ntitle = \"A branch\"\nstart = 2030\nhorizon = 1\ntail = 0\n\
         [actors]\nchallenger = \"north\"\nprotege = \"south\"\nguarantors = {ids:?}\n\
         [factors.weather]\nlevels = [\"fair\"]\ninitial = [1]\nrise = 0\nfall = 0\n[primitives]\n\
         war.resolution = 1\nlimited.stake_share = 1\nlimited.commitment_share = 1\n\
         coalition.precision = {}\ncontest.decisiveness = {}\nprotege.strength = {}\n",
        case["precision"], case["decisiveness"], case["protege_strength"],
    );
    for (i, id) in ids.iter().enumerate() {
        for (name, number) in [
            ("stake", &case["stake"][i]),
            ("audience_cost", &case["word"][i]),
            ("supply_discharge", &case["discharge"]),
            ("supply_strength", &case["help"][i][0]),
            ("intervention_strength", &case["help"][i][1]),
            ("supply_cost", &case["supply_cost"][i]),
            ("intervention_cost", &case["intervention_cost"][i]),
        ] {
            text += &format!("{id}.{name} = {number}\n");
        }
    }
    text
}

/// The naive solver follows plain branches, and says so where it cannot: past a fork or a fold.
#[test]
fn the_naive_solver_counts_forks_and_folds() {
    let branches: Value = serde_json::from_str(&fixture("response/branches.json")).expect("JSON");
    let (mut plain, mut numbers) = (0, 0);
    for case in branches["cases"].as_array().expect("cases") {
        let place = format!("{} at λ = {}", case["name"], case["precision"]);
        let read = Case::from_text("branch", &branch(case)).unwrap_or_else(|refused| panic!("{place}: {refused:#?}"));
        let naive = Naive::new(&read.scenario);
        let found = naive.solve(InstrumentSet::EMPTY, false);
        let is_plain = case["marked"] == false && case["turns"].as_array().is_some_and(Vec::is_empty);
        assert_eq!(naive.not_followed.get(), usize::from(!is_plain), "{place}");
        plain += usize::from(is_plain);
        for (i, row) in case["probabilities"].as_array().into_iter().flatten().enumerate().filter(|_| is_plain) {
            for (k, theirs) in row.as_array().expect("three choices").iter().enumerate() {
                let theirs: f64 = theirs.as_str().and_then(|digits| digits.parse().ok()).expect("a number");
                for attack in ["response_if_invaded", "response_if_limited"] {
                    let ours = found[attack][0][i][k].as_f64().expect("a response");
                    assert!((ours - theirs).abs() <= TOLERANCE, "{place}: {ours}, but {theirs} expected");
                    numbers += 1;
                }
            }
        }
    }
    assert_eq!((plain, numbers), (7, 102), "plain branches, and numbers compared");
}

/// What checks the engine has to be short enough to be checked by eye, and must not lean on it.
#[test]
fn the_naive_solver_is_short_and_on_its_own() {
    let folder = format!("{}/tests/naive", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).expect("the folder of the naive solver");
    let read = |file: std::io::Result<std::fs::DirEntry>| std::fs::read_to_string(file.expect("a file").path());
    let text: String = files.map(|file| read(file).expect("a text")).collect();
    let lines = text.lines().count();
    assert!((1..=NAIVE_LINES).contains(&lines), "{lines} lines");
    for line in text.lines().filter(|line| line.contains("standfast")) {
        assert!(line.starts_with("use standfast::model::"), "more than the checked scenario: {line}");
    }
}

/// The naive solver takes links from the engine's table of primitives, so that table is checked
/// against a copy of the specification's.
#[test]
fn the_table_of_primitives_is_that_of_the_specification() {
    assert_eq!(ROWS.len(), Kind::ALL.len());
    for kind in Kind::ALL {
        let spec = kind.spec();
        let group = match spec.group {
            Group::Challenger => "challenger",
            Group::Protege => "protege",
            Group::Coalition => "coalition",
            Group::Contest => "contest",
            Group::War => "war",
            Group::Limited => "limited",
            Group::Scenario => "scenario",
            Group::Guarantor => "G",
            Group::Voter => "O",
            Group::Factor => "F",
            Group::Party => "A",
        };
        let row = ROWS.iter().find(|row| (row.group, row.name) == (group, spec.name));
        let row = row.unwrap_or_else(|| panic!("{group}.{} is not in the specification", spec.name));
        assert_eq!((row.link, row.default, row.edges), (spec.link, spec.default, spec.edges), "{group}.{}", row.name);
        let contexts = |read: &[Context]| read.iter().copied().collect::<BTreeSet<Context>>();
        assert_eq!(contexts(row.read), contexts(spec.read), "{group}.{}", row.name);
    }
}

/// The naive solver takes medians from the engine's numbers, so those are checked too. (Those of
/// beta distributions have no closed form; the quantile functions have tables of their own.)
#[test]
fn medians_are_where_the_specification_says() {
    for seed in 0..SCENARIOS / 10 {
        for number in &case(seed).0.scenario.numbers {
            let link = |natural: f64| match number.link {
                Link::Identity => natural,
                Link::Log => natural.ln(),
                Link::Logit => (natural / (1.0 - natural)).ln(),
            };
            let expected = match number.spread {
                Spread::Known(value) => link(value),
                Spread::Range { low, high } => 0.5 * (link(low) + link(high)),
                Spread::Normal { mean, .. } => link(mean),
                Spread::Lognormal { median, .. } => link(median),
                Spread::Uniform { low, high } => link(0.5 * (low + high)),
                Spread::Triangular { low, mode, high } if mode >= 0.5 * (low + high) => {
                    link(low + (0.5 * (high - low) * (mode - low)).sqrt())
                }
                Spread::Triangular { low, mode, high } => link(high - (0.5 * (high - low) * (high - mode)).sqrt()),
                Spread::Beta { .. } => continue,
            };
            let close = expected == number.median() || (expected - number.median()).abs() <= ROUNDING;
            assert!(close, "seed {seed}: {:?} has its median at {}", number.spread, number.median());
        }
    }
}

/// What an effect shows of the language.
fn effect_features(effect: &Effect) -> Vec<String> {
    let (kind, when) = (effect.on.kind, &effect.when);
    let of = if effect.instrument.is_some() { "instrument" } else { "case" };
    let mut found = vec![format!("{of}: {kind:?}")];
    let mut add = |is: bool, what: &str| found.extend(is.then(|| format!("{of}: {kind:?} {what}")));
    add(when.levels.iter().any(|set| set.levels.count_ones() == 1), "at a level");
    add(when.levels.iter().any(|set| set.levels.count_ones() > 1), "at one of some levels");
    add(when.levels.len() > 1, "where two factors agree");
    add(when.phase.is_some(), "in a phase");
    add(when.action.is_some(), "with an action");
    add(!when.with.is_empty(), "with instruments");
    add(!when.without.is_empty(), "without instruments");
    add(effect.from.is_some(), "from a year of its own");
    found
}

/// What a scenario and its packages show of the language.
fn features(scenario: &Scenario, packages: &[(InstrumentSet, Start)]) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = scenario.effects.iter().flat_map(effect_features).collect();
    let mut add = |is: bool, what: &str| {
        if is {
            found.insert(what.to_owned());
        }
    };
    add(true, &format!("{} guarantors", scenario.actors.guarantors.len()));
    add(true, &format!("{} others", scenario.actors.others.len()));
    add(true, &format!("{} factors", scenario.factors.len()));
    add(true, &format!("a tail of {}", scenario.tail));
    add(true, &format!("a horizon of {}", scenario.horizon));
    scenario.factors.iter().for_each(|factor| add(true, &format!("{} levels", factor.levels.len())));
    let of_guarantors = || Kind::ALL.iter().filter(|kind| kind.spec().group == Group::Guarantor);
    let base = |kind: &Kind, i| scenario.numbers[scenario.base(kind.of(i))].spread;
    let alike = || of_guarantors().all(|kind| base(kind, 0) == base(kind, 1));
    add(scenario.actors.guarantors.len() > 1 && alike(), "two guarantors are alike");
    add(scenario.exhausted_by_war.is_some(), "a factor is exhausted by war");
    add(scenario.exhausted_by_war.is_none(), "no factor is exhausted by war");
    add(scenario.parents.iter().any(|parents| parents.iter().next().is_some()), "a factor reads another");
    let grandchild = |f: usize| scenario.parents[f].iter().any(|g| scenario.parents[g].iter().next().is_some());
    add((0..scenario.factors.len()).any(grandchild), "a factor reads one that reads another");
    let reads_itself = |effect: &Effect| {
        matches!(effect.on.kind, Kind::Rise | Kind::Fall)
            && effect.when.levels.iter().any(|set| set.factor == effect.on.owner)
    };
    add(scenario.effects.iter().any(reads_itself), "a factor reads itself");
    let spread = |number: usize| format!("{:?}", scenario.numbers[number].spread);
    let spread = |number: usize| spread(number).split(['(', ' ']).next().unwrap_or_default().to_owned();
    for primitive in Primitive::all(&scenario.actors, scenario.factors.len()) {
        let (kind, number) = (primitive.kind, &scenario.numbers[scenario.base(primitive)]);
        add(number.given, &format!("{kind:?} is given"));
        add(!number.given, &format!("{kind:?} is left out"));
        add(number.given, &format!("{:?} base: {}", number.link, spread(scenario.base(primitive))));
        add(number.spread == Spread::Known(0.0) && number.given, &format!("{kind:?} is 0"));
        add(number.spread == Spread::Known(1.0) && number.given, &format!("{kind:?} is 1"));
    }
    scenario.effects.iter().for_each(|effect| add(true, &format!("effect: {}", spread(effect.number))));
    add(!scenario.stresses.is_empty(), "there are stresses");
    let naive = Naive::new(scenario);
    for &(package, start) in packages {
        let from = if start == Start::War { "war" } else { "peace" };
        add(true, &format!("from {from}"));
        add(package.is_empty(), "an empty package");
        add(package.len() > 1, "a package of several instruments");
        let held = || package.iter().map(|i| &scenario.instruments[i]);
        let pending: BTreeSet<usize> = held().filter(|i| i.aborted_in(0)).map(|i| i.lead_time).collect();
        add(!pending.is_empty(), &format!("from {from}: a war aborts an instrument"));
        add(pending.len() > 1, "wars in different years abort different instruments");
        for instrument in held() {
            add(instrument.lead_time == 0, "held: in force from the start");
            add(instrument.lead_time > 0, "held: a lead time");
            let ends = instrument.until.is_some_and(|until| instrument.lead_time < until && until < scenario.horizon);
            add(ends, "held: it ends within the horizon");
            add(instrument.lapses_when.len() == 1, "held: it lapses");
            add(instrument.lapses_when.len() > 1, "held: it lapses where two factors agree");
            add(!instrument.requires.is_empty(), "held: it requires another");
            add(!instrument.excludes.is_empty(), "held: it excludes another");
            let others = |members: &[usize]| members.iter().any(|&m| m >= scenario.actors.guarantors.len());
            if let Some(members) = &instrument.consensus {
                let within = instrument.lead_time < scenario.horizon;
                add(within && !scenario.actors.guarantors.is_empty(), "held: a consensus body in force");
                add(within && others(members), "held: others vote in a consensus body");
                add(instrument.aborted_in(0), "held: a consensus body that war aborts");
                add(!instrument.lapses_when.is_empty(), "held: a consensus body that lapses");
                add(members.is_empty(), "held: a consensus body without members");
            }
            for actor in &instrument.consent {
                let party = match actor {
                    Actor::Challenger => "challenger",
                    Actor::Protege => "protégé",
                    Actor::Guarantor(_) => "guarantor",
                    Actor::Other(_) => "other",
                };
                add(start == Start::Peace, &format!("consent of a {party}"));
            }
        }
        for (actor, _) in scenario.actors.all() {
            let unneeded = held().filter(|instrument| !instrument.consent.contains(&actor)).count();
            let rest = naive.without_consent_of(actor, package).len();
            add(start == Start::Peace && 0 < rest && rest < package.len(), "an alternative with a part of the package");
            add(start == Start::Peace && rest < unneeded, "an alternative without what required the rest");
        }
    }
    found
}

/// The features that the scenarios have to show.
fn required() -> Vec<String> {
    let mut required: Vec<String> = [
        "two guarantors are alike",
        "a factor is exhausted by war",
        "no factor is exhausted by war",
        "a factor reads another",
        "a factor reads one that reads another",
        "a factor reads itself",
        "there are stresses",
        "from peace",
        "from war",
        "an empty package",
        "a package of several instruments",
        "from peace: a war aborts an instrument",
        "from war: a war aborts an instrument",
        "wars in different years abort different instruments",
        "held: in force from the start",
        "held: a lead time",
        "held: it ends within the horizon",
        "held: it lapses",
        "held: it lapses where two factors agree",
        "held: it requires another",
        "held: it excludes another",
        "held: a consensus body in force",
        "held: others vote in a consensus body",
        "held: a consensus body that war aborts",
        "held: a consensus body that lapses",
        "held: a consensus body without members",
        "consent of a challenger",
        "consent of a protégé",
        "consent of a guarantor",
        "consent of a other",
        "an alternative with a part of the package",
        "an alternative without what required the rest",
    ]
    .map(str::to_owned)
    .to_vec();
    required.extend((0..=4).map(|n| format!("{n} guarantors")));
    required.extend((0..=2).map(|n| format!("{n} others")));
    required.extend((1..=4).map(|n| format!("{n} factors")));
    required.extend((1..=5).map(|n| format!("{n} levels")));
    required.extend((0..=5).map(|n| format!("a tail of {n}")));
    required.extend((3..=8).map(|n| format!("a horizon of {n}")));
    for (link, spreads) in [
        (Link::Identity, "Known Range Normal Lognormal Beta Uniform Triangular"),
        (Link::Log, "Known Range Lognormal Beta Uniform Triangular"),
        (Link::Logit, "Known Range Beta Uniform Triangular"),
    ] {
        required.extend(spreads.split(' ').map(|spread| format!("{link:?} base: {spread}")));
        required.extend(spreads.split(' ').map(|spread| format!("effect: {spread}")));
    }
    for kind in Kind::ALL {
        let spec = kind.spec();
        required.push(format!("{kind:?} is given"));
        required.extend(spec.default.map(|_| format!("{kind:?} is left out")));
        required.extend((spec.edges != Edges::Open).then(|| format!("{kind:?} is 0")));
        // See the generator: what follows certain capture is rounding.
        required.extend((spec.edges == Edges::Both && *kind != Kind::Capture).then(|| format!("{kind:?} is 1")));
        if *kind == Kind::Discount {
            continue; // it takes no effects
        }
        let conditions = ["at a level", "at one of some levels", "where two factors agree", "in a phase"];
        let conditions = conditions.into_iter().chain(["with instruments", "without instruments"]);
        let conditions = conditions.chain(spec.read.iter().any(|c| c.action().is_some()).then_some("with an action"));
        required.extend(conditions.map(|condition| format!("case: {kind:?} {condition}")));
        required.push(format!("instrument: {kind:?}"));
        required.push(format!("instrument: {kind:?} from a year of its own"));
    }
    required
}

#[test]
fn the_scenarios_cover_the_language() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..SCENARIOS {
        let (case, packages) = case(seed);
        for feature in features(&case.scenario, &packages) {
            *counts.entry(feature).or_default() += 1;
        }
    }
    let count = |feature: &String| counts.get(feature).copied().unwrap_or(0);
    let rare: Vec<(String, usize)> = required()
        .into_iter()
        .map(|feature| (feature.clone(), count(&feature)))
        .filter(|f| f.1 < OCCURRENCES)
        .collect();
    assert!(rare.is_empty(), "too rare: {rare:#?}");
}
