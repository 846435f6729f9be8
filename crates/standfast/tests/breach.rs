//! Where a package breaks: against the same games asked for in other ways.

use std::collections::BTreeSet;

use standfast::analysis::breach::Extent;
use standfast::breach::findings::SetFindings;
use standfast::breach::{Risk, Threshold, TooMany};
use standfast::ensemble::{Cancelled, Design, Observer};
use standfast::{BreachFindings, BreachStudy, Case, Selection, Study};

const DESIGN: Design = Design::Sobol { seed: 5, draws: 12 };
const WHOLE: Extent = Extent { up_to: usize::MAX, beyond_breaches: true };

const STRESSES: &str = r#"
[stresses.alpha_walks]
set = { alpha_will = "low" }
[stresses.allies_tire]
set = { allied_will = "low" }
[stresses.all_walk]
set = { alpha_will = "low", allied_will = "low" }
[stresses.allies_stand]
set = { allied_will = "high" }
[stresses.no_force]
disable = ["force"]
[stresses.greed]
effects = [{ on = "challenger.prize", add = "0.3 to 0.6" }]
[stresses.vetoes]
effects = [{ on = "alpha.block", add = 3 }, { on = "regime.rise", add = 0.5, when = { with = "neutrality" } }]
[stresses.later]
at = 3
set = { regime = "hard" }
"#;

fn case() -> Case {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let text = format!("{text}{STRESSES}");
    Case::from_text("case", &text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

fn study<'a>(case: &'a Case, package: &str) -> BreachStudy<'a> {
    let package = Selection::parse(&case.scenario, package).expect("a package");
    BreachStudy { design: DESIGN, years: vec![5, 10, 20], ..BreachStudy::of(case, package) }
}

fn find(study: BreachStudy<'_>) -> BreachFindings {
    study.begin().expect("not so many").finish(&()).expect("nobody ends it")
}

fn stress(case: &Case, id: &str) -> usize {
    case.scenario.stresses.iter().position(|stress| stress.id == id).expect("a stress")
}

fn ids<'a>(sets: impl Iterator<Item = &'a SetFindings>) -> Vec<String> {
    sets.map(|set| set.stresses.join("+")).collect()
}

#[test]
fn each_set_has_the_numbers_of_the_case_under_it() {
    let case = case();
    for (risk, up_to) in [(Risk::War, 3), (Risk::Lost, 1), (Risk::Limited, 1)] {
        let extent = Extent { up_to, beyond_breaches: true };
        let found = find(BreachStudy { risk, extent, ..study(&case, "pact+force") });
        // 7 stresses from the start; allies_stand excludes two others.
        assert_eq!(found.sets.len(), if up_to == 3 { 1 + 7 + 19 + 26 } else { 8 });
        for set in &found.sets {
            let under = case.under(&set.stresses.join("+")).expect("they can hold together");
            let package = Selection::parse(&case.scenario, "pact+force").expect("a package");
            let asked = Study { packages: vec![package], design: DESIGN, years: vec![5, 10, 20], ..Study::of(&under) };
            let asked = asked.run(&()).expect("nobody cancels");
            let package = &asked.packages[1];
            let expected = match risk {
                Risk::War => &package.war,
                Risk::Lost => &package.lost,
                _ => &package.limited,
            };
            assert_eq!(&set.risk, expected, "{:?}", set.stresses);
        }
    }
}

#[test]
fn risks_are_named_as_elsewhere() {
    let case = case();
    let alone = |risk| {
        let extent = Extent { up_to: 0, beyond_breaches: false };
        find(BreachStudy { risk, extent, ..study(&case, "army") }).sets[0].risk[2].band.mean
    };
    let [war, capture, quiet, limited, lost] = Risk::WORDS.map(|(_, risk)| alone(risk));
    assert!(war < capture && capture < quiet && limited < quiet && lost > 0.0);
}

#[test]
fn minimal_sets_break_it_and_nothing_within_them_does() {
    let case = case();
    let times = |times| BreachStudy { threshold: Threshold::Times(times), extent: WHOLE, ..study(&case, "pact+force") };
    let found = find(times(1.5));
    assert!(
        found.minimal().next().is_some(),
        "{:#?}",
        found.sets.iter().map(|set| found.headline(set).mean).collect::<Vec<_>>()
    );
    assert_eq!(found.threshold.value, 1.5 * found.headline(found.own()).mean);
    let inside = |small: &SetFindings, large: &SetFindings| {
        small.stresses.len() < large.stresses.len()
            && small.stresses.iter().all(|stress| large.stresses.contains(stress))
    };
    for set in &found.sets {
        assert_eq!(set.breaks, found.headline(set).mean > found.threshold.value);
        let least = !found.sets.iter().any(|other| other.breaks && inside(other, set));
        assert_eq!(set.minimal, set.breaks && least);
    }
    // Less is looked at, and nothing is missed.
    let quick = find(BreachStudy { extent: Extent { up_to: 9, beyond_breaches: false }, ..times(1.5) });
    assert_eq!(ids(quick.minimal()), ids(found.minimal()));
    assert!(quick.sets.len() < found.sets.len());
    assert_eq!((quick.not_looked_at, found.not_looked_at), (Some(0), Some(0)));
    let few = find(BreachStudy { extent: Extent { up_to: 0, beyond_breaches: false }, ..times(1.5) });
    assert_eq!((few.sets.len(), few.not_looked_at), (1, Some(found.sets.len() - 1)));
    // A draw breaks by the multiple of its own risk.
    let share = |found: &BreachFindings| found.sets[1].breaks_in;
    assert!(share(&find(times(1.01))) >= share(&found) && share(&found) >= share(&find(times(3.0))));
}

#[test]
fn the_edges() {
    let case = case();
    let at = |threshold| find(BreachStudy { threshold: Threshold::Absolute(threshold), ..study(&case, "pact") });
    let broken = at(0.0);
    assert!(broken.broken_already());
    assert_eq!((broken.sets.len(), broken.sets[0].minimal), (1, true));
    let holds = at(1.0);
    assert!(!holds.broken_already() && holds.minimal().next().is_none());
    let none = find(BreachStudy { among: Vec::new(), ..study(&case, "pact") });
    assert_eq!((none.sets.len(), none.stresses.len(), none.up_to), (1, 0, 0));
    // A multiple that is next to nothing more is no breach.
    let hair = find(BreachStudy { threshold: Threshold::Times(1.0), ..study(&case, "pact") });
    assert_eq!(hair.threshold.value, hair.headline(hair.own()).mean + 0.005);
}

#[test]
fn what_does_nothing_is_left_out_and_does_nothing() {
    let case = case();
    let out = |package: &str| {
        let found = find(study(&case, package));
        found.left_out.iter().map(|left| (left.stress.id.clone(), left.why)).collect::<BTreeSet<_>>()
    };
    let late = ("later".to_owned(), "late");
    let nothing = |ids: &[&str]| {
        ids.iter().map(|id| ((*id).to_owned(), "bears_not")).chain([late.clone()]).collect::<BTreeSet<_>>()
    };
    assert_eq!(out("pact+force"), nothing(&[]));
    assert_eq!(out("pact"), nothing(&["no_force"]));
    assert_eq!(out("army"), nothing(&["no_force", "vetoes"]));
    // Half of it acts with neutrality.
    assert_eq!(out("army+neutrality"), nothing(&["no_force"]));
    // Solved all the same, they change no bit.
    for (package, idle) in [("army", "no_force"), ("army", "vetoes"), ("army", "no_force+vetoes"), ("pact", "no_force")]
    {
        for beside in ["", "alpha_walks", "allies_tire+greed"] {
            let risk = |under: &str| {
                let under = case.under(under).expect("they can hold together");
                let package = Selection::parse(&case.scenario, package).expect("a package");
                let study = Study { packages: vec![package], design: DESIGN, ..Study::of(&under) };
                study.run(&()).expect("nobody cancels").packages[1].war.clone()
            };
            let with = if beside.is_empty() { idle.to_owned() } else { format!("{beside}+{idle}") };
            assert_eq!(risk(&with), risk(beside), "{package} under {with}");
        }
    }
}

#[test]
fn a_factor_that_nothing_reads_bears_on_nothing() {
    let text = format!(
        "{}{STRESSES}{}",
        include_str!("../../../validation/golden/coalition.toml"),
        r#"
        [factors.weather]
        levels = ["fair", "foul"]
        initial = [0.5, 0.5]
        rise = 0.1
        fall = 0.1
        [factors.mood]
        levels = ["bright", "dark"]
        initial = [0.5, 0.5]
        rise = 0.1
        fall = 0.1
        [[effect]]
        on = "mood.rise"
        add = 1
        when = { weather = "foul" }
        [instruments.umbrella]
        effects = [{ on = "protege.strength", add = 0.5, when = { mood = "dark" } }]
        [stresses.storm]
        set = { weather = "foul" }
        [stresses.gloom]
        effects = [{ on = "mood.rise", add = 1 }]
        "#
    );
    let case = Case::from_text("case", &text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics));
    let bearing = |package: &str| {
        let package = Selection::parse(&case.scenario, package).expect("a package");
        let all: Vec<usize> = (0..case.scenario.stresses.len()).collect();
        let bearing = case.scenario.bearing_on(package.set, &all);
        ["storm", "gloom"].map(|id| bearing.contains(&stress(&case, id)))
    };
    assert_eq!(bearing("army"), [false, false], "the mood matters to nobody");
    assert_eq!(bearing("umbrella"), [true, true], "the mood is read, and by it the weather");
    // Another stress may read it.
    let text =
        text + "[stresses.despair]\neffects = [{ on = \"challenger.prize\", add = 1, when = { mood = \"dark\" } }]\n";
    let case = Case::from_text("case", &text).expect("a case");
    let package = Selection::parse(&case.scenario, "army").expect("a package");
    let all: Vec<usize> = (0..case.scenario.stresses.len()).collect();
    assert!(case.scenario.bearing_on(package.set, &all).contains(&stress(&case, "storm")));
}

#[test]
fn what_holds_in_any_case_is_no_stress_of_a_set() {
    let case = case();
    let under = vec![stress(&case, "allies_tire")];
    let found =
        find(BreachStudy { under, extent: Extent { up_to: 1, beyond_breaches: true }, ..study(&case, "pact+force") });
    let why = |id: &str| found.left_out.iter().find(|left| left.stress.id == id).map(|left| left.why);
    assert_eq!([why("allies_tire"), why("allies_stand"), why("later")], [Some("holds"), Some("clashes"), Some("late")]);
    let free = find(BreachStudy { extent: Extent { up_to: 2, beyond_breaches: true }, ..study(&case, "pact+force") });
    let of = |found: &BreachFindings, id: &str| {
        let set = found.sets.iter().find(|set| set.stresses.join("+") == id).expect("a set");
        (set.risk.clone(), set.reached.clone())
    };
    assert_eq!(of(&found, "").0, of(&free, "allies_tire").0);
    assert_eq!(of(&found, "alpha_walks").0, of(&free, "alpha_walks+allies_tire").0);
    // Of all that walk away, one does already: what is left to be reached is the other's level.
    assert_eq!(of(&found, "all_walk").1, of(&found, "alpha_walks").1);
}

#[test]
fn only_levels_are_events_of_the_model() {
    let case = case();
    let found = find(study(&case, "pact+force"));
    let single = |id: &str| found.singles().into_iter().find(|set| set.stresses == [id]).expect("a single stress");
    for (id, is_event) in
        [("alpha_walks", true), ("allies_tire", true), ("all_walk", true), ("greed", false), ("no_force", false)]
    {
        assert_eq!(single(id).reached.is_some(), is_event, "{id}");
    }
    let reached = |id: &str| single(id).reached.clone().expect("an event");
    assert_eq!(reached("alpha_walks").earliest, Some(0));
    assert_eq!(reached("alpha_walks").within.iter().map(|within| within.years).collect::<Vec<_>>(), [5, 10, 20]);
    let mean = |id: &str, i: usize| reached(id).within[i].band.mean;
    for i in 0..3 {
        assert!(mean("all_walk", i) < mean("alpha_walks", i) && mean("all_walk", i) < mean("allies_tire", i));
        // A parent that is low makes its child fall: together they come more often than by chance.
        assert!(mean("all_walk", i) > mean("alpha_walks", i) * mean("allies_tire", i));
    }
    let likely = reached("alpha_walks").likely.expect("it starts at 40 %");
    assert!((1..10).contains(&likely));
}

/// Ends a study at once.
struct Never;

impl Observer for Never {
    fn advanced(&self, _done: usize, _total: usize) {}
    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn any_number_of_threads_comes_to_the_same_and_may_be_ended() {
    let case = case();
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let found = pool.install(|| find(BreachStudy { extent: WHOLE, ..study(&case, "pact+force") }));
        serde_json::to_string(&found).expect("JSON")
    };
    assert!(run(1) == run(3));
    let ended = study(&case, "pact").begin().expect("not so many").finish(&Never);
    assert!(matches!(ended, Err(Cancelled)));
}

#[test]
fn more_sets_than_anybody_waits_for_are_not_taken_on() {
    let more: String =
        (0..14).map(|i| format!("[stresses.s{i}]\neffects = [{{ on = \"challenger.prize\", add = 0.1 }}]\n")).collect();
    let text = format!("{}{more}", include_str!("../../../validation/golden/coalition.toml"));
    let case = Case::from_text("case", &text).expect("a case");
    let work = |up_to| BreachStudy { extent: Extent { up_to, beyond_breaches: false }, ..study(&case, "pact") }.begin();
    assert_eq!(work(3).map(|work| work.sets()).ok(), Some(1 + 14 + 91 + 364));
    assert_eq!(work(14).err(), Some(TooMany));
}
