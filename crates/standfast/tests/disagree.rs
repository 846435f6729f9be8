//! Why two readers come to different answers: against the same games asked for in other ways.

use standfast::breach::Risk;
use standfast::disagree::Reader;
use standfast::ensemble::{Cancelled, Design, Observer};
use standfast::findings::within;
use standfast::{Case, Disagree, DisagreeFindings, Selection, Study};

const COALITION: &str = include_str!("../../../validation/golden/coalition.toml");

/// Sets that differ in one number, in several, in none; in effects that the case has, has not, or has no more.
const READERS: &str = r#"
[assumptions.greedy]
says = "It wants more."
primitives.challenger.prize = "3.0 to 5.0"

[assumptions.modest]
says = "It wants less."
primitives.challenger.prize = 1.5

[assumptions.wary]
says = "It wants more, and the allies count for less."
primitives.challenger.prize = "3.0 to 5.0"
primitives.challenger.doubt = "0.5 to 1.5"
primitives.regime.fall = 0.02
effects = [
  { on = "challenger.opportunity", add = 0.5, when = { regime = "hard" } },
  { instrument = "army", on = "protege.strength", add = 0 },
]

[assumptions.as_it_is]
says = "Nothing else, in other words."
primitives.challenger.prize = PRIZE
"#;

/// How far sums of the same numbers in another order may be apart.
const ROUNDING: f64 = 1e-12;

fn case() -> Case {
    let prize = COALITION.lines().find_map(|line| line.strip_prefix("challenger.prize = ")).expect("it is given");
    read(&READERS.replace("PRIZE", prize.split(" #").next().expect("a number")))
}

fn read(more: &str) -> Case {
    Case::from_text("case", &format!("{COALITION}{more}"))
        .unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

fn study<'a>(case: &'a Case, readers: [&str; 2], package: &str) -> Disagree<'a> {
    let readers = readers.map(|name| Reader::find(&case.scenario, name).expect("a reader"));
    let package = Selection::parse(&case.scenario, package).expect("a package");
    let design = Design::Sobol { seed: 5, draws: 16 };
    Disagree { design, years: vec![5, 10, 20], ..Disagree::of(case, readers, package) }
}

fn find(study: Disagree<'_>) -> DisagreeFindings {
    study.run(&()).expect("nobody ends it")
}

fn close(one: f64, other: f64) {
    assert!((one - other).abs() < ROUNDING, "{one} is not {other}");
}

/// What a study of the case in which this is written out says.
fn written(replace: &[(&str, &str)], package: &str) -> Vec<standfast::findings::Within> {
    let text = replace.iter().fold(COALITION.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let case = Case::from_text("case", &text).expect("a case");
    let packages = vec![Selection::parse(&case.scenario, package).expect("a package")];
    let design = Design::Sobol { seed: 5, draws: 16 };
    let found = Study { packages, design, years: vec![5, 10, 20], ..Study::of(&case) }.run(&()).expect("findings");
    found.package(package).expect("it").war.clone()
}

#[test]
fn what_two_readers_differ_in_alone_makes_all_of_the_difference() {
    let case = case();
    for readers in [["case", "greedy"], ["greedy", "modest"], ["modest", "case"]] {
        let found = find(study(&case, readers, "pact+army"));
        let [part] = &found.parts[..] else { panic!("one difference: {:?}", found.parts) };
        assert_eq!((part.part.as_str(), found.variants), ("challenger.prize", 2));
        assert_eq!(part.share, found.difference);
        assert_eq!((&part.added_first, &part.taken_last), (&part.share[1].band, &part.share[1].band));
        assert!(found.difference[1].band.mean.abs() > 0.01);
    }
}

/// A reader's answer is that of a case that says what the reader holds; that of the case itself is what `assess` says.
#[test]
fn readers_have_the_answers_of_cases_that_say_what_they_hold() {
    let case = case();
    let found = find(study(&case, ["case", "greedy"], "pact+army"));
    assert_eq!(found.readers[0].risk, written(&[], "pact+army"));
    let line = COALITION.lines().find(|line| line.starts_with("challenger.prize = ")).expect("it is given");
    let greedy = written(&[(line, "challenger.prize = \"3.0 to 5.0\"")], "pact+army");
    // The same quantile of the same dimension: the same bits.
    assert_eq!(found.readers[1].risk, greedy);
    let nothing = written(&[], "nothing");
    let takes_away = found.readers[0].takes_away.as_ref().expect("a package");
    close(within(takes_away, 10).mean, within(&nothing, 10).mean - within(&found.readers[0].risk, 10).mean);
}

#[test]
fn shares_add_up_and_change_sides_with_the_readers() {
    let case = case();
    for risk in [Risk::War, Risk::QuietBroken, Risk::Lost] {
        let of = |readers| find(Disagree { risk, ..study(&case, readers, "pact+army") });
        let (there, back) = (of(["modest", "wary"]), of(["wary", "modest"]));
        assert_eq!(there.variants, 1 << 5);
        let names: Vec<&str> = there.parts.iter().map(|part| part.part.as_str()).collect();
        let first = ["challenger.prize", "challenger.doubt", "regime.fall"];
        assert_eq!(names, [&first[..], &["challenger.opportunity", "protege.strength"]].concat());
        for (span, years) in [5, 10, 20].into_iter().enumerate() {
            let sum: f64 = there.parts.iter().map(|part| part.share[span].band.mean).sum();
            close(sum, within(&there.difference, years).mean);
            let [first, second] = [0, 1].map(|reader| within(&there.readers[reader].risk, years).mean);
            close(second - first, within(&there.difference, years).mean);
            close(within(&back.difference, years).mean, -within(&there.difference, years).mean);
        }
        for part in &there.parts {
            let twin = back.parts.iter().find(|twin| twin.part == part.part).expect("the same");
            for (one, other) in part.share.iter().zip(&twin.share) {
                close(one.band.mean, -other.band.mean);
                close(one.band.p10, -other.band.p90);
            }
            close(part.added_first.mean, -twin.taken_last.mean);
            assert_eq!((part.raises, part.lowers), (twin.lowers, twin.raises));
        }
    }
}

#[test]
fn who_assumes_the_same_does_not_disagree() {
    let case = case();
    for readers in [["case", "as_it_is"], ["greedy", "greedy"], ["case", "case"]] {
        let found = find(study(&case, readers, "pact"));
        assert_eq!((found.parts.len(), found.variants), (0, 1));
        assert!(found.difference.iter().all(|within| within.band.mean == 0.0));
    }
    // What both assume is no difference, and holds for both.
    let found = find(study(&case, ["greedy", "wary"], "pact"));
    assert!(found.parts.iter().all(|part| part.part != "challenger.prize"), "{:?}", found.parts);
    assert_eq!(found.readers[0].risk, find(study(&case, ["case", "greedy"], "pact")).readers[1].risk);
}

/// A number that is known to one and uncertain to the other moves no other number.
#[test]
fn what_is_known_to_one_reader_alone_leaves_the_draws_as_they_are() {
    let case = case();
    let found = find(study(&case, ["case", "modest"], "pact+army"));
    assert_eq!(found.readers[0].risk, written(&[], "pact+army"));
    let more = "[assumptions.unsure]\nsays = \"Who knows.\"\nprimitives.limited.cost = \"0.1 to 0.3\"\n";
    let unsure = read(more);
    let found = find(study(&unsure, ["case", "unsure"], "pact+army"));
    assert_eq!(found.readers[0].risk, written(&[], "pact+army"));
    assert!(found.parts.len() == 1 && found.difference[2].band.mean != 0.0);
}

#[test]
fn stresses_hold_for_both() {
    let stress = "[stresses.greed]\neffects = [{ on = \"challenger.prize\", add = \"0.3 to 0.6\" }]\n";
    let reader = "[assumptions.doubtful]\nsays = \"It does not believe.\"\nprimitives.challenger.doubt = 1.5\n";
    let case = read(&format!("{stress}{reader}"));
    let stressed = find(Disagree { under: vec![0], ..study(&case, ["case", "doubtful"], "pact+army") });
    let calm = find(study(&case, ["case", "doubtful"], "pact+army"));
    assert_eq!(stressed.case.under.len(), 1);
    let under = case.under("greed").expect("a stress");
    let packages = vec![Selection::parse(&under.scenario, "pact+army").expect("a package")];
    let design = Design::Sobol { seed: 5, draws: 16 };
    let assessed = Study { packages, design, years: vec![5, 10, 20], ..Study::of(&under) }.run(&()).expect("findings");
    assert_eq!(stressed.readers[0].risk, assessed.package("pact+army").expect("it").war);
    assert!(within(&stressed.readers[0].risk, 10).mean > within(&calm.readers[0].risk, 10).mean);
}

/// Thirteen differences are taken together by whose they are.
#[test]
fn many_differences_are_taken_together() {
    let owned = ["stake", "supply_cost", "intervention_cost", "escalation"];
    let owners = ["alpha", "bravo", "charlie"];
    let mut text = "[assumptions.other]\nsays = \"All of it.\"\nprimitives.challenger.prize = 2.0\n".to_owned();
    for owner in owners {
        for (i, name) in owned.iter().enumerate() {
            text.push_str(&format!("primitives.{owner}.{name} = 0.1{i}7\n"));
        }
    }
    let case = read(&text);
    let found = find(study(&case, ["case", "other"], "pact"));
    assert_eq!((found.by, found.variants), ("owner", 1 << 4));
    let parts: Vec<(&str, usize)> =
        found.parts.iter().map(|part| (part.part.as_str(), part.assumptions.len())).collect();
    assert_eq!(parts, [("alpha", 4), ("bravo", 4), ("challenger", 1), ("charlie", 4)]);
    let sum: f64 = found.parts.iter().map(|part| part.share[1].band.mean).sum();
    close(sum, found.difference[1].band.mean);
}

#[test]
fn threads_change_nothing() {
    let case = case();
    let solve = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        format!("{:?}", pool.install(|| find(study(&case, ["modest", "wary"], "pact"))))
    };
    let one = solve(1);
    for threads in [2, 5] {
        assert!(one == solve(threads), "{threads} threads");
    }
}

/// Ends a run at once.
struct Ended;

impl Observer for Ended {
    fn advanced(&self, _done: usize, _total: usize) {}
    fn cancelled(&self) -> bool {
        true
    }
}

#[test]
fn a_run_can_be_ended() {
    let case = case();
    assert_eq!(study(&case, ["case", "greedy"], "pact").run(&Ended), Err(Cancelled));
}

#[test]
fn an_unknown_reader_is_refused_with_those_that_are_known() {
    let case = case();
    let refused = Reader::find(&case.scenario, "gredy").expect_err("nobody is called so");
    assert_eq!(refused.diagnostics[0].suggestion.as_deref(), Some("greedy"));
}
