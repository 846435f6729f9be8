//! All packages of a case, and the file from which a study of them goes on.

mod many;

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use many::case;
use standfast::checkpoint::{Refusal, Resumed, Storage};
use standfast::ensemble::{Design, Observer};
use standfast::kept::Ended;
use standfast::packages::TooMany;
use standfast::packages::findings::RankedPackage;
use standfast::packages::frontier::{Objectives, Protection};
use standfast::{AllPackages, Case, PackagesFindings};

const DRAWS: usize = 12;
/// With so many draws there are two batches.
const BATCHES: usize = 2;

fn study(case: &Case) -> AllPackages<'_> {
    AllPackages { design: Design::Sobol { seed: 5, draws: DRAWS }, years: vec![5, 10], ..AllPackages::of(case) }
}

fn json(findings: &PackagesFindings) -> String {
    serde_json::to_string(findings).expect("JSON")
}

/// Ends a study after so many games of eight draws.
struct After(AtomicUsize);

impl Observer for After {
    fn advanced(&self, _done: usize, _total: usize) {
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
    }
    fn cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

fn go_on(study: &AllPackages<'_>, file: &mut Cursor<Vec<u8>>, games: usize) -> (Resumed, Result<String, Ended>) {
    let mut work = study.clone().begin().expect("not so many");
    let resumed = work.resume(file).expect("its own file");
    (resumed, work.finish(&After(AtomicUsize::new(games))).map(|findings| json(&findings)))
}

/// What a study finds that nobody ends, and its file.
fn uninterrupted(study: &AllPackages<'_>) -> (String, Vec<u8>) {
    let mut file = Cursor::new(Vec::new());
    let (resumed, found) = go_on(study, &mut file, usize::MAX);
    assert_eq!((resumed.blocks, resumed.cut), (0, 0));
    (found.expect("nobody ends it"), file.into_inner())
}

#[test]
fn a_file_changes_nothing() {
    let case = case();
    let found = study(&case).begin().expect("not so many").finish(&()).expect("nobody ends it");
    assert!(uninterrupted(&study(&case)).0 == json(&found));
}

#[test]
fn a_study_that_is_ended_comes_to_the_same() {
    let case = case();
    let study = study(&case);
    let (expected, _) = uninterrupted(&study);
    for (threads, games) in [(1, &[10, 40, 75, 50, 60][..]), (3, &[100, 150])] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let mut file = Cursor::new(Vec::new());
        let mut before = 0;
        for &games in games {
            let (resumed, ended) = pool.install(|| go_on(&study, &mut file, games));
            assert!(matches!(ended, Err(Ended::Cancelled(_))), "after {games} games");
            assert!(resumed.blocks >= before && resumed.blocks < resumed.of && resumed.cut == 0, "{resumed:?}");
            before = resumed.blocks;
        }
        let (resumed, found) = pool.install(|| go_on(&study, &mut file, usize::MAX));
        assert!(resumed.blocks > 1, "{threads} threads: {resumed:?}");
        assert!(found.expect("nobody ends it") == expected, "{threads} threads");
    }
}

#[test]
fn a_torn_file_comes_to_the_same() {
    let case = case();
    // All but two of its instruments: the study is done often.
    let among = [0, 1, 2, 4, 5, 7].into_iter().collect();
    let study = AllPackages { among, ..study(&case) };
    let (expected, whole) = uninterrupted(&study);
    let head = whole.split_inclusive(|&byte| byte == b'\n').take(2).map(<[u8]>::len).sum::<usize>();
    let mut lengths = vec![0, 1, 40, head - 1, head, head + 1, head + 16, whole.len() - 1, whole.len() - 9];
    // Anywhere; the multiplier is Knuth's.
    lengths.extend((1..8).map(|i: usize| head + i.wrapping_mul(2_654_435_761) % (whole.len() - head)));
    for length in lengths {
        let mut file = Cursor::new(whole[..length].to_vec());
        let (resumed, found) = go_on(&study, &mut file, usize::MAX);
        assert!(found.expect("nobody ends it") == expected, "cut at {length}");
        assert!(resumed.blocks < resumed.of && resumed.cut < whole.len() as u64, "cut at {length}: {resumed:?}");
        assert_eq!(resumed.cut == 0, [0, head].contains(&length), "cut at {length}: {resumed:?}");
        assert_eq!(file.get_ref().len(), whole.len(), "cut at {length}");
        let (resumed, _) = go_on(&study, &mut file, usize::MAX);
        assert_eq!((resumed.blocks, resumed.cut), (resumed.of, 0), "cut at {length}");
    }
}

#[test]
fn what_has_changed_in_a_file_is_cut_off_with_what_follows() {
    let case = case();
    let study = study(&case);
    let (expected, whole) = uninterrupted(&study);
    for byte in [whole.len() * 2 / 3, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[byte] ^= 1;
        let mut file = Cursor::new(changed);
        let (resumed, found) = go_on(&study, &mut file, usize::MAX);
        assert!(resumed.cut > 0 && resumed.blocks > 0 && resumed.blocks < resumed.of, "{resumed:?}");
        assert!(found.expect("nobody ends it") == expected);
    }
}

#[test]
fn a_file_of_another_study_is_refused_and_left_alone() {
    let case = case();
    let (_, whole) = uninterrupted(&study(&case));
    let refused = |study: AllPackages<'_>, bytes: &[u8]| {
        let mut file = Cursor::new(bytes.to_vec());
        let mut work = study.begin().expect("not so many");
        let refusal = work.resume(&mut file).expect_err("it is another's");
        drop(work);
        assert!(file.into_inner() == bytes, "it is not touched");
        refusal
    };
    let differing = |study: AllPackages<'_>| match refused(study, &whole) {
        Refusal::OtherSweep(differences) => {
            assert!(differences.iter().all(|difference| difference.file != difference.asked));
            differences.into_iter().map(|difference| difference.what).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(differing(AllPackages { design: Design::Sobol { seed: 6, draws: DRAWS }, ..study(&case) }), ["seed"]);
    assert_eq!(differing(AllPackages { design: Design::Median, ..study(&case) }), ["seed"]);
    assert_eq!(differing(AllPackages { years: vec![5], ..study(&case) }), ["columns"]);
    assert_eq!(differing(AllPackages { among: [0, 1, 2].into_iter().collect(), ..study(&case) }), ["among"]);
    let other = Case::from_text("case", &format!("{}\n# changed", case.text)).expect("a case");
    assert_eq!(differing(study(&other)), ["text"]);
    let other = Case::from_text("case", &case.text.replace("id = \"coalition\"", "id = \"other\"")).expect("a case");
    assert_eq!(differing(study(&other)), ["case", "text"]);

    assert!(matches!(refused(study(&case), b"a,b\n1,2\n"), Refusal::Foreign));
    assert!(matches!(refused(study(&case), b"standfast checkpoint 1\n{}\n"), Refusal::OtherVersion));
    assert!(matches!(refused(study(&case), b"standfast checkpoint 2\n{}\n"), Refusal::OtherVersion));
}

#[test]
fn more_draws_go_on_from_fewer_and_fewer_find_theirs() {
    let case = case();
    let few = study(&case);
    let many = AllPackages { design: Design::Sobol { seed: 5, draws: 20 }, ..few.clone() };
    let (expected_few, file) = uninterrupted(&few);
    let (expected_many, _) = uninterrupted(&many);
    let mut file = Cursor::new(file);
    let (resumed, found) = go_on(&many, &mut file, usize::MAX);
    assert_eq!(resumed.blocks * (BATCHES + 1), resumed.of * BATCHES);
    assert!(found.expect("nobody ends it") == expected_many);
    let (resumed, found) = go_on(&few, &mut file, usize::MAX);
    assert_eq!(resumed.blocks, resumed.of, "what is beyond them is not theirs");
    assert!(found.expect("nobody ends it") == expected_few);
    let (resumed, _) = go_on(&many, &mut file, usize::MAX);
    assert_eq!((resumed.blocks, resumed.cut), (resumed.of, 0), "and is still there");
}

/// Has no room for a second block.
struct Full(Cursor<Vec<u8>>);

impl Read for Full {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.get_ref().len() > 20_000 { Err(io::ErrorKind::StorageFull.into()) } else { self.0.write(bytes) }
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Full {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

impl Storage for Full {
    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.0.cut(length)
    }
}

#[test]
fn a_file_that_cannot_be_written_ends_the_study() {
    let case = case();
    let mut work = study(&case).begin().expect("not so many");
    work.resume(Full(Cursor::new(Vec::new()))).expect("an empty file");
    match work.finish(&()) {
        Err(Ended::Unwritten(error)) => assert_eq!(error.kind(), io::ErrorKind::StorageFull),
        other => panic!("{:?}", other.map(|_| ())),
    }
}

#[test]
fn packages_are_ranked_by_what_they_protect() {
    let case = case();
    let found = study(&case).begin().expect("not so many").finish(&()).expect("nobody ends it");
    assert_eq!((found.headline_years, found.among.len()), (10, case.scenario.instruments.len()));
    let protection: Vec<f64> = found.packages.iter().map(|package| package.intact(10).mean).collect();
    assert!(protection.is_sorted_by(|a, b| a >= b));
    let something: Vec<_> = found.packages.iter().filter(|package| !package.instruments.is_empty()).collect();
    let best = found.best.as_ref().expect("there are packages");
    assert_eq!((&best.package, best.among), (&something[0].id, found.packages.len() - 1));
    let close = something.iter().filter(|other| something[0].intact(10).mean - other.intact(10).mean < 0.005);
    assert_eq!(best.close, close.count() - 1);
    let signed: Vec<_> = something.iter().filter(|package| package.refused_by.is_empty()).collect();
    let best_signed = found.best_signed.as_ref().map(|best| (best.package.as_str(), best.among));
    assert_eq!(best_signed, signed.first().map(|best| (best.id.as_str(), signed.len())));
    assert!(found.nothing().number("concluded", None, None).is_none(), "there is nothing to sign");
    for package in &found.packages {
        assert!(
            package.number("war", None, Some(5)).is_some() && package.number("value", Some("north"), None).is_some()
        );
        let pending = package.instruments.iter().any(|id| ["pact", "force", "bomb", "base"].contains(&id.as_str()));
        assert_eq!(package.number("window_war", None, None).is_some(), pending, "{}", package.id);
    }
}

#[test]
fn too_many_packages_are_not_begun() {
    let each: String = (0..20).map(|i| format!("[instruments.i{i}]\neffects = []\n")).collect();
    let case = Case::from_text("case", &format!("{}\n{each}", many::case().text)).expect("a case");
    assert!(matches!(AllPackages::of(&case).begin(), Err(TooMany)));
    let among = (0..12).collect();
    assert!(AllPackages { among, ..AllPackages::of(&case) }.begin().is_ok());
}

#[test]
fn the_frontier_is_what_the_numbers_say() {
    let case = case();
    let found = study(&case).begin().expect("not so many").finish(&()).expect("nobody ends it");
    let years = Some(found.headline_years);
    let point = |package: &RankedPackage| {
        let mean = |quantity, years| package.number(quantity, None, years).map_or(f64::NAN, |band| band.mean);
        [mean("intact", years), mean("concluded", None), -mean("upkeep", None)]
    };
    let dominates = |one: &RankedPackage, other: &RankedPackage| {
        let (one, other) = (point(one), point(other));
        one.iter().zip(other).all(|(one, other)| *one >= other) && one != other
    };
    // There is nothing to sign in the package of nothing, so that its point is not told.
    let told = || found.packages.iter().filter(|package| !package.instruments.is_empty());
    let mut on = 0;
    for package in told() {
        let dominated = told().any(|other| dominates(other, package));
        assert!(!(dominated && package.on_frontier), "{}", package.id);
        on += usize::from(!dominated && package.on_frontier);
        assert!((0.0..=1.0).contains(&package.frontier_share), "{}", package.id);
    }
    assert!(on > 1 && on < told().count(), "{on}");
    let bare = usize::from(found.nothing().on_frontier);
    assert_eq!((found.frontier.packages, found.frontier.incomparable), (on + bare, 0));
    let halving = found.cheapest_halving.as_ref().expect("some package halves the risk");
    let risk = |package: &RankedPackage| 1.0 - package.intact(found.headline_years).mean;
    let halves = |package: &&RankedPackage| 2.0 * risk(package) <= risk(found.nothing());
    let cheapest =
        told().filter(halves).map(|package| -point(package)[2]).fold(f64::INFINITY, |a, b| if b < a { b } else { a });
    assert_eq!((halving.cost, halving.among), (cheapest, told().filter(halves).count()));
}

#[test]
fn who_does_not_sign_does_not_refuse() {
    let case = case();
    let scenario = &case.scenario;
    let delta = scenario.actors.all().find(|(_, id)| *id == "delta").map(|(actor, _)| actor);
    let objectives = Objectives { acceptable_to: delta, cost_to: delta, protection: Protection::Quiet };
    let found = AllPackages { objectives, ..study(&case) }.begin().expect("few").finish(&()).expect("nobody ends it");
    assert_eq!(found.frontier.incomparable, 0);
    let quantities = found.frontier.objectives.each_ref().map(|objective| (objective.quantity, objective.better));
    assert_eq!(quantities, [("quiet_broken", "lower"), ("signs", "higher"), ("upkeep", "lower")]);
}

/// One year, in which a war begins with 0.15: a measure of 0.2 a year is paid in the other 85 of 100 years, and 10
/// are at stake.
#[test]
fn upkeep_is_paid_at_peace_in_units_of_the_stake() {
    let text = include_str!("../../../scenarios/textbook-no-guarantors/scenario.toml");
    let drill = "[instruments.drill]\neffects = [{ on = \"protege.peace_cost\", add = 0.2 }]\n";
    let case = Case::from_text("drill", &format!("{text}\n{drill}")).expect("a case");
    let study = AllPackages { design: Design::Median, ..AllPackages::of(&case) };
    let found = study.begin().expect("two").finish(&()).expect("nobody ends it");
    let upkeep = |package: &RankedPackage, actor| package.number("upkeep", actor, None).map(|band| band.mean);
    let drill = found.package("drill").expect("the package");
    for actor in [None, Some("south")] {
        let upkeep = upkeep(drill, actor).expect("south pays");
        assert!((upkeep - 0.85 * 0.2 / 10.0).abs() <= 1e-15, "{upkeep}");
    }
    assert_eq!(upkeep(found.nothing(), None), Some(0.0));
}
