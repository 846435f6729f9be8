//! A sweep over all packages: the numbers of each are those that it has alone, in whatever order, on
//! however many threads, and however often it is ended and goes on.

mod many;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use many::case;
use standfast::ensemble::draw::Equilibria;
use standfast::ensemble::{Block, Cancelled, Column, Design, Observer, Request, Rows, Sweep, run};
use standfast::game::Start;
use standfast::model::Scenario;
use standfast::model::actor::Actor;
use standfast::model::check::Quantity;
use standfast::model::instrument::InstrumentSet;
use standfast::model::package::admissible;

const LANES: usize = 8;
const DESIGN: Design = Design::Sobol { seed: 3, draws: 21 };

fn packages(scenario: &Scenario) -> Vec<InstrumentSet> {
    let all = (0..scenario.instruments.len()).collect();
    admissible(&scenario.instruments, all, 1000).expect("not so many packages")
}

fn columns(scenario: &Scenario) -> Vec<Column> {
    let years = (0, 10);
    let of = |quantity| Column::Quantity { quantity, actor: None, years };
    let mut columns = vec![
        of(Quantity::War),
        of(Quantity::Limited),
        of(Quantity::QuietBroken),
        of(Quantity::Lost),
        of(Quantity::Concluded),
        Column::Intact(10),
        Column::WindowWar,
        Column::WindowWarUnforeseen,
        Column::AlternativeSettled,
        Column::Residual,
        Column::Unconverged,
        Column::BranchNotUnique,
        Column::Solved,
    ];
    for (actor, _) in scenario.actors.all() {
        columns.push(Column::Quantity { quantity: Quantity::Signs, actor: Some(actor), years });
        if !matches!(actor, Actor::Other(_)) {
            columns.push(Column::Value(actor));
        }
    }
    columns
}

/// The bits of a package's numbers in a draw.
type Numbers = BTreeMap<(InstrumentSet, usize), Vec<u64>>;

fn table<'a>(sweep: &Sweep<'_>, blocks: impl Iterator<Item = &'a Rows>) -> Numbers {
    let mut table = Numbers::new();
    for Rows { block, values } in blocks {
        let columns = sweep.columns().len();
        for (set, values) in sweep.packages(block.part).into_iter().zip(values.chunks(columns * LANES)) {
            for lane in 0..LANES {
                let draw = block.batch * LANES + lane;
                let numbers = (0..columns).map(|column| values[column * LANES + lane].to_bits()).collect();
                if draw < sweep.design().draws() {
                    assert_eq!(table.insert((set, draw), numbers), None, "a package is in one part");
                }
            }
        }
    }
    table
}

fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads").install(work)
}

fn swept(sweep: &Sweep<'_>, threads: usize) -> Numbers {
    let blocks = Mutex::new(Vec::new());
    let keep = |rows| {
        blocks.lock().expect("nobody panicked").push(rows);
        Ok(())
    };
    on_threads(threads, || sweep.run(&BTreeSet::new(), &keep, &())).expect("nobody cancels");
    table(sweep, blocks.into_inner().expect("nobody panicked").iter())
}

#[test]
fn each_package_has_the_bits_that_it_has_in_a_run() {
    let case = case();
    let scenario = &case.scenario;
    let (packages, columns) = (packages(scenario), columns(scenario));
    let sweep = Sweep::new(scenario, DESIGN, &packages, columns.clone());
    assert!(packages.len() > 120 && sweep.parts() > 2, "{} packages in {} parts", packages.len(), sweep.parts());
    let table = swept(&sweep, 1);
    assert_eq!(table.len(), packages.len() * DESIGN.draws());

    let some: Vec<_> = packages.iter().copied().step_by(7).rev().map(|set| (set, Start::Peace)).collect();
    let consent = some.iter().map(|&(set, _)| set).collect();
    let request = Request { packages: some, consent, ..Request::default() };
    let ensemble = run(scenario, DESIGN, &request, &()).expect("nobody cancels");
    for package in &ensemble.packages {
        for (draw, (outcome, consent)) in package.outcomes.iter().zip(&package.consents).enumerate() {
            let first = outcome.first_passage.as_ref().expect("from peace");
            let histories = outcome.histories.as_ref().expect("in full");
            let Equilibria { residual, unconverged, marked, solved } = package.equilibria[draw];
            let lead = |i: usize| Some(&scenario.instruments[i]).filter(|i| i.aborted_by_war).map(|i| i.lead_time);
            let window = package.set.iter().filter_map(lead).max();
            let unforeseen = outcome.unforeseen_war.iter().sum::<f64>();
            let mut expected = vec![
                first.war_within(10),
                first.limited_within(10),
                1.0 - first.quiet[10],
                histories.lost[9],
                consent.concluded,
                first.intact[10],
                window.map_or(f64::NAN, |years| first.war_within(years)),
                window.map_or(f64::NAN, |_| unforeseen),
                consent.alternative_settled,
                residual,
                unconverged as f64,
                marked as f64,
                solved as f64,
            ];
            for (i, (actor, _)) in scenario.actors.all().enumerate() {
                let signs = consent.parties.iter().find(|(party, _)| *party == actor);
                expected.push(signs.map_or(f64::NAN, |(_, p)| *p));
                if !matches!(actor, Actor::Other(_)) {
                    expected.push(outcome.value[i]);
                }
            }
            let found: Vec<f64> = table[&(package.set, draw)].iter().copied().map(f64::from_bits).collect();
            for (column, (expected, found)) in columns.iter().zip(expected.iter().zip(&found)) {
                let same = expected.to_bits() == found.to_bits() || expected.is_nan() && found.is_nan();
                assert!(same, "{column:?} of {:?} in draw {draw}: {found} for {expected}", scenario.ids(package.set));
            }
        }
    }
}

#[test]
fn threads_and_the_order_of_packages_change_nothing() {
    let case = case();
    let (mut packages, columns) = (packages(&case.scenario), columns(&case.scenario));
    let one = swept(&Sweep::new(&case.scenario, DESIGN, &packages, columns.clone()), 1);
    for threads in [2, 7] {
        packages.rotate_left(17);
        assert!(one == swept(&Sweep::new(&case.scenario, DESIGN, &packages, columns.clone()), threads), "{threads}");
    }
}

#[test]
fn fewer_packages_and_draws_have_the_same_numbers() {
    let case = case();
    let (packages, columns) = (packages(&case.scenario), columns(&case.scenario));
    let all = swept(&Sweep::new(&case.scenario, DESIGN, &packages, columns.clone()), 2);
    let fewer: Vec<InstrumentSet> = packages.iter().copied().filter(|set| set.0 % 3 == 1).collect();
    let few = swept(&Sweep::new(&case.scenario, Design::Sobol { seed: 3, draws: 9 }, &fewer, columns), 2);
    assert_eq!(few.len(), fewer.len() * 9);
    assert!(few.iter().all(|(of, numbers)| all[of] == *numbers));
}

/// Ends a sweep after so many games of eight draws.
struct After(AtomicUsize);

impl Observer for After {
    fn advanced(&self, _done: usize, _total: usize) {
        let _ = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
    }
    fn cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }
}

#[test]
fn a_sweep_that_is_ended_goes_on_where_it_was() {
    let case = case();
    let sweep = Sweep::new(&case.scenario, DESIGN, &packages(&case.scenario), columns(&case.scenario));
    let whole = swept(&sweep, 1);
    for (threads, games) in [(1, 45), (2, 70), (5, 190)] {
        let kept: Mutex<BTreeMap<Block, Rows>> = Mutex::default();
        let keep = |rows: Rows| match kept.lock().expect("nobody panicked").insert(rows.block, rows) {
            None => Ok(()),
            Some(_) => panic!("solved again"),
        };
        let mut times = 0;
        loop {
            times += 1;
            let done: BTreeSet<Block> = kept.lock().expect("nobody panicked").keys().copied().collect();
            let observer = After(AtomicUsize::new(games));
            match on_threads(threads, || sweep.run(&done, &keep, &observer)) {
                Ok(()) => break,
                Err(Cancelled) => assert!(times < 100, "it gets nowhere"),
            }
        }
        assert!(times > 2, "it was ended {times} times");
        assert!(whole == table(&sweep, kept.into_inner().expect("nobody panicked").values()), "{threads} threads");
    }
}

#[test]
fn who_is_handed_a_block_can_end_the_sweep() {
    let case = case();
    let sweep = Sweep::new(&case.scenario, DESIGN, &packages(&case.scenario), vec![Column::Intact(10)]);
    let handed = AtomicUsize::new(0);
    let keep = |_| {
        handed.fetch_add(1, Ordering::Relaxed);
        Err(Cancelled)
    };
    assert_eq!(on_threads(1, || sweep.run(&BTreeSet::new(), &keep, &())), Err(Cancelled));
    assert_eq!(handed.load(Ordering::Relaxed), 1);
}
