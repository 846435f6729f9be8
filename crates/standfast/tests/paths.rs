//! Paths against the solution that they are drawn from: many paths of one draw happen as often as the
//! solver says, within exact binomial bounds.

mod masses;
mod scenarios;

use std::collections::BTreeMap;

use masses::Masses;
use standfast::game::dice::Dice;
use standfast::game::path::{End, Event, Game, Help, Path, What, Year};
use standfast::game::response::Severity;
use standfast::game::{Batch, Draws, Outcome, Start, Want};
use standfast::model::Scenario;
use standfast::model::instrument::InstrumentSet;
use standfast::model::package::{conflicts, with_requirements};
use standfast::model::primitive::Phase;
use standfast::{Case, EmbeddedCase, Selection};
use statrs::distribution::{Binomial, DiscreteCDF};

/// Paths of each game.
const PATHS: u64 = 20_000;
/// A right sampler fails a comparison of all its frequencies under one seed in a thousand.
const LEVEL: f64 = 1e-3;
const SEED: u64 = 2025;
/// How many kinds of events there are.
const KINDS: usize = 28;

fn coalition() -> Case {
    Case::from_text("coalition", include_str!("../../../validation/golden/coalition.toml")).expect("a golden case")
}

fn package(case: &Case, text: &str) -> InstrumentSet {
    Selection::parse(&case.scenario, text).expect("a package").set
}

/// Eight draws that differ from each other.
fn draws(scenario: &Scenario) -> Draws {
    Draws::new(scenario, |lane, number| (0.5 + lane as f64 + (number % 7) as f64) / 15.0)
}

/// How often something happened in the paths of a game.
#[derive(Default)]
struct Counts(BTreeMap<String, u64>);

impl Counts {
    fn add(&mut self, what: String) {
        *self.0.entry(what).or_default() += 1;
    }

    /// Counts everything that a solution has a probability of.
    fn take(&mut self, path: &Path, horizon: usize) {
        // First passage is from peace.
        let from_peace = path.years[0].phase == Phase::Peace;
        let (mut intact, mut quiet) = (from_peace, from_peace);
        if path.end == End::Lost {
            (path.years.len() - 1..horizon).for_each(|t| self.add(format!("lost {t}")));
        }
        for (t, year) in path.years.iter().enumerate() {
            let has = |what: What| year.events.iter().any(|event| event.what == what);
            let phase = if year.phase == Phase::Peace { "peace" } else { "war" };
            year.levels.iter().enumerate().for_each(|(f, level)| self.add(format!("{phase} {t} {f} {level}")));
            let begun = has(What::Invades) || has(What::Escalates);
            let attacked = has(What::AttacksLimited);
            for (name, happened) in [
                ("begun", begun),
                ("coerced", has(What::Coerces)),
                ("conquered", has(What::Conquers)),
                ("settled", has(What::Settles)),
                ("repelled", has(What::IsRepelled)),
                ("at_war", has(What::GoesOn)),
                ("taken", has(What::Takes)),
                ("at_peace", !has(What::GoesOn) && !has(What::Conquers) && !has(What::Captured)),
                ("first war", intact && begun),
                ("first capture", intact && has(What::Captured)),
                ("attacked while intact", intact && attacked),
                ("first limited", quiet && attacked),
            ] {
                if happened {
                    self.add(format!("{name} {t}"));
                }
            }
            if intact {
                self.responses(year, t, Severity::War, has(What::Invades));
                self.responses(year, t, Severity::Limited, attacked);
            }
            intact &= !begun && !has(What::Captured) && year.phase == Phase::Peace;
            quiet &= intact && !attacked;
            if quiet {
                self.add(format!("quiet {}", t + 1));
            }
        }
    }

    fn responses(&mut self, year: &Year, t: usize, severity: Severity, attacked: bool) {
        if !attacked {
            return;
        }
        self.add(format!("{severity:?} {t}"));
        let mut nobody = true;
        for event in &year.events {
            if let What::Responds { guarantor, response, to } = event.what
                && to == severity
            {
                nobody &= response != Help::Intervenes;
                self.add(format!("{severity:?} {t} {guarantor} {response:?}"));
            }
        }
        if nobody {
            self.add(format!("{severity:?} {t} nobody"));
        }
    }
}

/// What the solver says of the same, for one lane.
fn expected(outcome: &Outcome, masses: &Masses, lane: usize, start: Start) -> BTreeMap<String, f64> {
    let mut all = masses.of_lane(lane);
    let histories = outcome.histories.as_ref().expect("asked for");
    let wars = &histories.wars;
    for (name, series) in [
        ("begun", &wars.begun),
        ("conquered", &wars.conquered),
        ("settled", &wars.settled),
        ("repelled", &wars.repelled),
        ("at_war", &wars.at_war),
        ("lost", &histories.lost),
        ("at_peace", &histories.at_peace),
        ("coerced", &histories.coerced),
    ] {
        all.extend(series.iter().enumerate().map(|(t, p)| (format!("{name} {t}"), p.0[lane])));
    }
    let Some(first) = outcome.first_passage.as_ref().filter(|_| start == Start::Peace) else { return all };
    for t in 0..histories.lost.len() {
        let intact = first.intact[t].0[lane];
        all.insert(format!("first war {t}"), intact * first.war_hazard[t].0[lane]);
        all.insert(format!("first capture {t}"), intact * first.capture_hazard[t].0[lane]);
        all.insert(format!("attacked while intact {t}"), intact * first.limited_hazard[t].0[lane]);
        all.insert(format!("first limited {t}"), first.first_limited[t].0[lane]);
        all.insert(format!("quiet {}", t + 1), first.quiet[t + 1].0[lane]);
        for (severity, year) in [(Severity::War, &first.if_invaded[t]), (Severity::Limited, &first.if_limited[t])] {
            let weight = year.weight.0[lane];
            all.insert(format!("{severity:?} {t}"), weight);
            if weight == 0.0 {
                continue;
            }
            all.insert(format!("{severity:?} {t} nobody"), weight * year.nobody_intervenes.0[lane]);
            for (guarantor, each) in year.probabilities.iter().enumerate() {
                for (response, p) in [Help::StandsAside, Help::Supplies, Help::Intervenes].iter().zip(each) {
                    all.insert(format!("{severity:?} {t} {guarantor} {response:?}"), weight * p.0[lane]);
                }
            }
        }
    }
    all
}

/// The frequencies that are at odds with their probabilities: two-sided exact binomial tests, together
/// at the level (Bonferroni).
fn at_odds(counts: &Counts, expected: &BTreeMap<String, f64>) -> Vec<String> {
    let unknown = counts.0.keys().filter(|name| !expected.contains_key(*name));
    assert_eq!(unknown.count(), 0, "{:?}", counts.0.keys().find(|name| !expected.contains_key(*name)));
    let level = LEVEL / expected.len() as f64;
    let odd = |(name, &p): (&String, &f64)| {
        let count = counts.0.get(name).copied().unwrap_or(0);
        // Rounding of sums of masses.
        let p = p.clamp(0.0, 1.0);
        let binomial = Binomial::new(p, PATHS).expect("a probability");
        let at_least = if count == 0 { 1.0 } else { binomial.sf(count - 1) };
        let tail = if binomial.cdf(count) < at_least { binomial.cdf(count) } else { at_least };
        (2.0 * tail < level).then(|| format!("{name}: {count} of {PATHS}, {:.1} expected", p * PATHS as f64))
    };
    expected.iter().filter_map(odd).collect()
}

/// Counts over many paths of one lane, with what the solver says of a lane.
fn compare(case: &Case, set: InstrumentSet, start: Start, lane: usize, solved_lane: usize) -> Vec<String> {
    let scenario = &case.scenario;
    let batch = Batch::new(scenario, draws(scenario));
    let game = Game::new(&batch, set, start);
    let mut counts = Counts::default();
    for path in 0..PATHS {
        counts.take(&game.path(lane, &Dice::new(SEED, 0, path)), scenario.horizon);
    }
    let outcome = batch.solve(set, start, Want::Everything);
    let expected = expected(&outcome, &Masses::new(&batch, set, start), solved_lane, start);
    assert!(expected.len() >= 15 * scenario.horizon, "much is compared: {}", expected.len());
    at_odds(&counts, &expected)
}

#[test]
fn paths_of_the_textbook_cases_happen_as_often_as_solved() {
    for (id, text) in [
        ("textbook-no-guarantors", "nothing"),
        ("textbook-one-guarantor", "pact"),
        ("textbook-hazard", "nothing"),
        ("textbook-powerless-help", "nothing"),
    ] {
        let case = EmbeddedCase::find(id).expect("an embedded case").read();
        let odd = compare(&case, package(&case, text), Start::Peace, 0, 0);
        assert!(odd.is_empty(), "{id}: {odd:#?}");
    }
}

#[test]
fn paths_of_a_case_of_contrasts_happen_as_often_as_solved() {
    let case = Case::from_text("contrasts", include_str!("masses/contrasts.toml")).expect("a case");
    for (start, lane) in [(Start::Peace, 0), (Start::War, 5)] {
        let odd = compare(&case, package(&case, "pact+wall"), start, lane, lane);
        assert!(odd.is_empty(), "from {start:?}: {odd:#?}");
    }
}

#[test]
fn paths_of_a_coalition_happen_as_often_as_solved() {
    let case = coalition();
    for (text, start, lane) in [
        ("pact+force+army", Start::Peace, 1),
        ("pact+force+army", Start::War, 6),
        ("neutrality+army", Start::Peace, 3),
        ("nothing", Start::Peace, 7),
    ] {
        let odd = compare(&case, package(&case, text), start, lane, lane);
        assert!(odd.is_empty(), "{text} from {start:?}: {odd:#?}");
    }
}

#[test]
fn paths_of_another_draw_would_be_found_out() {
    let case = coalition();
    let odd = compare(&case, package(&case, "pact+force+army"), Start::Peace, 1, 2);
    assert!(odd.len() > 10, "{odd:#?}");
}

/// What holds of every path, whatever the case.
fn check_rules(scenario: &Scenario, set: InstrumentSet, path: &Path) {
    let mut lost = false;
    let mut left = set;
    for (t, year) in path.years.iter().enumerate() {
        assert!(!lost, "nothing is told after the protégé is lost");
        assert_eq!(year.set, left);
        let mut in_force: InstrumentSet = left.iter().filter(|&i| scenario.instruments[i].in_force(t)).collect();
        let before = t.checked_sub(1).map(|t| &path.years[t]);
        let told = |what: What| year.events.iter().any(|event| event.what == what);
        for Event { what, probability } in &year.events {
            assert!(*probability > 0.0 && *probability <= 1.0, "{what:?} had the probability {probability}");
            match *what {
                What::Stands { factor, level } => {
                    assert_eq!((t, year.levels[factor]), (0, level));
                    assert!(scenario.factors[factor].initial[level] > 0.0);
                }
                What::Moves { factor, from, to } => {
                    assert_eq!((before.expect("a year before").levels[factor], year.levels[factor]), (from, to));
                    assert_eq!(from.abs_diff(to), 1);
                }
                What::Exhausted { factor, from } => {
                    let before = before.expect("a year before");
                    assert_eq!(scenario.exhausted_by_war, Some(factor));
                    assert_eq!((before.levels[factor], year.levels[factor]), (from, 0));
                    assert!(before.events.iter().any(|e| matches!(e.what, What::Settles | What::IsRepelled)));
                }
                What::ComesIntoForce(i) => assert_eq!(t, scenario.instruments[i].lead_time),
                What::Expires(i) => assert_eq!(Some(t), scenario.instruments[i].until),
                What::Lapses(i) | What::Resumes(i) => {
                    let when = &scenario.instruments[i].lapses_when;
                    let matches = when.iter().all(|set| set.contains(year.levels[set.factor]));
                    assert!(in_force.contains(i) && !when.is_empty());
                    assert_eq!(matches, *what == What::Lapses(i));
                }
                What::Cancelled(i) => {
                    assert!(scenario.instruments[i].aborted_in(t) && left.contains(i));
                    assert!(told(What::Invades) || told(What::Escalates));
                    left = left.minus(InstrumentSet::EMPTY.with(i));
                    in_force = in_force.minus(InstrumentSet::EMPTY.with(i));
                }
                What::Agrees(i) | What::Blocks(i) => {
                    assert!(in_force.contains(i) && scenario.instruments[i].consensus.is_some());
                }
                What::Holds | What::Coerces | What::AttacksLimited | What::Invades => {
                    assert_eq!(year.phase, Phase::Peace);
                }
                What::Settles | What::FightsOn => assert_eq!(year.phase, Phase::War),
                What::Captured => {
                    assert!(told(What::Coerces));
                    lost = true;
                }
                What::Conquers => lost = true,
                _ => {}
            }
        }
        // What comes into force in a year is told in it, unless a war had cancelled it.
        for i in in_force.iter().filter(|&i| scenario.instruments[i].lead_time == t) {
            assert!(told(What::ComesIntoForce(i)));
        }
    }
    assert_eq!(lost, path.end == End::Lost);
    assert!(lost || path.years.len() == scenario.horizon);
}

#[test]
fn paths_keep_to_the_rules_of_their_case() {
    let mut kinds = BTreeMap::new();
    let random = (0..40).map(|seed| Case::from_text("random", &scenarios::scenario(seed)).expect("a case"));
    for case in random.chain([coalition()]) {
        let scenario = &case.scenario;
        let all = (0..scenario.instruments.len()).map(|i| with_requirements(i, &scenario.instruments));
        let batch = Batch::new(scenario, draws(scenario));
        for set in all
            .chain([InstrumentSet::EMPTY])
            .filter(|&set| conflicts(set, &scenario.instruments, &Default::default()).is_empty())
        {
            let game = Game::new(&batch, set, Start::Peace);
            for path in 0..20 {
                let path = game.path(path as usize % 8, &Dice::new(SEED, 0, path));
                check_rules(scenario, set, &path);
                for event in path.years.iter().flat_map(|year| &year.events) {
                    let name = format!("{:?}", event.what);
                    let name = name.split([' ', '(']).next().expect("a name").to_owned();
                    *kinds.entry(name).or_insert(0) += 1;
                }
            }
        }
    }
    assert_eq!(kinds.len(), KINDS, "every kind of event was seen: {kinds:?}");
}

#[test]
fn a_path_is_the_same_in_any_lane_and_whatever_was_played_before() {
    let case = coalition();
    let (scenario, set) = (&case.scenario, package(&case, "pact+force+army"));
    let chance = |lane: usize, number: usize| (0.5 + lane as f64 + (number % 7) as f64) / 15.0;
    let reversed = Draws::new(scenario, |lane, number| chance(7 - lane, number));
    let (here, there) = (Batch::new(scenario, draws(scenario)), Batch::new(scenario, reversed));
    let (here, there) = (Game::new(&here, set, Start::Peace), Game::new(&there, set, Start::Peace));
    let paths = |game: &Game<'_>, lane: usize, order: &mut dyn Iterator<Item = u64>| -> BTreeMap<u64, Path> {
        order.map(|path| (path, game.path(lane, &Dice::new(SEED, 5, path)))).collect()
    };
    for lane in 0..8 {
        assert_eq!(paths(&here, lane, &mut (0..30)), paths(&there, 7 - lane, &mut (0..30).rev()));
    }
    let other = |seed, draw| here.path(0, &Dice::new(seed, draw, 0));
    assert_ne!(other(SEED, 5), other(SEED, 6));
    assert_ne!(other(SEED, 5), other(SEED + 1, 5));
}
