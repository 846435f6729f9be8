//! A package over the years: against orders that are known by hand, and against the same games asked for in other
//! ways.

use standfast::ensemble::{Cancelled, Design, Observer};
use standfast::findings::within;
use standfast::game::Start;
use standfast::model::instrument::InstrumentSet;
use standfast::timeline::findings::{OrderFindings, SequenceFindings};
use standfast::{Case, Selection, Timeline, TimelineFindings};

/// The challenger looks only at the year, invades whenever that is on the table, and it is so with the chance o = 1/4,
/// odds 1/3. What holds it back does so by making that rarer. A tripwire that is in place for three years makes the
/// odds a ninth of that, 1/27; an army takes three years to build, and makes them a third, 1/9.
///
/// So each year has a hazard that is known: 1/4 with neither, 1/28 with the tripwire, 1/10 with the army, and odds
/// 1/81, 1/82, with both.
const TRIPWIRE: &str = r#"
standfast = 1

[scenario]
id = "tripwire"
title = "A tripwire until the army is there"
start = 2000
horizon = 8
tail = 0
discount = 0

[actors]
challenger = "north"
protege = "south"

[factors.weather]
levels = ["fair"]
initial = [1.0]
rise = 0
fall = 0

[primitives]
challenger.prize = 4
challenger.war_cost = 0.1
challenger.onset_cost = 0.1
challenger.opportunity = 0.25
challenger.coercion_cost = 1
challenger.precision = 1000
war.resolution = 0.5
limited.opportunity = 0
protege.capture = 0

[instruments.army]
lead_time = 3
effects = [{ on = "challenger.opportunity", add = -1.0986122886681098 }]

[instruments.tripwire]
until = 3
effects = [{ on = "challenger.opportunity", add = -2.1972245773362196 }]

[instruments.flag]
effects = [{ on = "protege.peace_cost", add = 0.1 }]
"#;

fn case(text: &str) -> Case {
    Case::from_text("case", text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

fn study<'a>(case: &'a Case, package: &str) -> Timeline<'a> {
    let package = Selection::parse(&case.scenario, package).expect("a package");
    Timeline { design: Design::Median, ..Timeline::of(case, package) }
}

fn find(study: Timeline<'_>) -> TimelineFindings {
    study.run(&()).expect("nobody ends it")
}

fn sequence(findings: &TimelineFindings) -> &SequenceFindings {
    findings.sequence.as_ref().expect("two instruments or more")
}

/// "army@0 tripwire@1": an order with its beginnings.
fn told(order: &OrderFindings) -> String {
    let each = order.starts.iter().map(|start| format!("{}@{}", start.instrument, start.begins));
    each.collect::<Vec<_>>().join(" ")
}

/// The risk of war if each year has the hazard 1/n.
fn risk(years: &[u32]) -> f64 {
    1.0 - years.iter().fold(1.0, |intact, &n| intact * (1.0 - 1.0 / f64::from(n)))
}

fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-12, "{one} is not {other}");
}

/// By hand: with the army begun first it is there from year 3 on, and the tripwire covers the years 1 to 3; with the
/// tripwire first that covers the years 0 to 2, and the army comes in year 4. The years that nothing covers are year 0
/// of the one and year 3 of the other; then the army has a year more. So the tripwire second is better by what both
/// together in year 3 are better than the tripwire alone.
#[test]
fn the_best_order_is_the_one_that_is_known_by_hand() {
    let case = case(TRIPWIRE);
    let found = find(Timeline { years: vec![8], ..study(&case, "army+tripwire") });
    let orders = &sequence(&found).orders;
    assert_eq!(orders.iter().map(told).collect::<Vec<_>>(), ["army@0 tripwire@1", "tripwire@0 army@1"]);
    let army_first = risk(&[4, 28, 28, 82, 10, 10, 10, 10]);
    let tripwire_first = risk(&[28, 28, 28, 4, 10, 10, 10, 10]);
    close(within(&orders[0].war, 8).mean, army_first);
    close(within(&orders[1].war, 8).mean, tripwire_first);
    close(orders[1].above_best.mean, tripwire_first - army_first);
    assert_eq!((orders[1].beaten_in, orders[0].best_in, orders[1].best_in), (1.0, 1.0, 0.0));
    // All at once leaves no year uncovered.
    let at_once = risk(&[28, 28, 28, 10, 10, 10, 10, 10]);
    close(within(&found.war, 8).mean, at_once);
    close(orders[0].above_at_once.mean, army_first - at_once);
    assert_eq!(sequence(&found).extent, "all");
}

#[test]
fn windows_later_beginnings_and_what_is_brought_are_those_known_by_hand() {
    let case = case(TRIPWIRE);
    let found = find(Timeline { years: vec![8], step: 2, ..study(&case, "army+tripwire") });
    let [army, tripwire] = &found.instruments[..] else { panic!("two instruments") };
    let at_once = risk(&[28, 28, 28, 10, 10, 10, 10, 10]);
    let from_the_start = risk(&[82, 82, 82, 10, 10, 10, 10, 10]);
    let pending = army.pending.as_ref().expect("three years");
    assert_eq!((pending.within, tripwire.pending.is_none()), (3, true));
    close(pending.war.mean, risk(&[28, 28, 28]));
    close(pending.price.mean, at_once - from_the_start);
    close(pending.price_in_window.mean, risk(&[28, 28, 28]) - risk(&[82, 82, 82]));
    close(pending.announcing.mean, 0.0);
    close(found.waiting.expect("one waits").mean, pending.price.mean);
    close(army.brings.mean, risk(&[28, 28, 28, 4, 4, 4, 4, 4]) - at_once);
    close(army.later.mean, risk(&[28, 28, 28, 4, 4, 10, 10, 10]) - at_once);
    close(tripwire.later.mean, risk(&[4, 4, 28, 82, 82, 10, 10, 10]) - at_once);
    let spells: Vec<(usize, usize)> = found.spells.iter().map(|spell| (spell.from, spell.to)).collect();
    assert_eq!(spells, [(0, 3), (3, 8)]);
    close(found.spells[0].hazard.mean, 1.0 / 28.0);
    close(found.spells[1].hazard.mean, 0.1);
    close(found.spells[1].ratio.expect("a hazard").mean, 0.4);
    let events: Vec<(&str, &str)> =
        found.spells[1].events.iter().map(|event| (event.event, event.instrument.as_str())).collect();
    assert_eq!(events, [("in_force", "army"), ("ends", "tripwire")]);
    assert_eq!([&found.series[2].in_force[..], &found.series[3].in_force[..]], [["tripwire"], ["army"]]);
    let fading = found.fading.expect("a package");
    // 1 − (1/28)/(1/4) = 6/7; the army's 1 − (1/10)/(1/4) = 3/5 is more than half of it.
    close(fading.best.expect("protection"), 6.0 / 7.0);
    assert_eq!((fading.best_year, fading.halved, fading.halved_in), (Some(0), None, 0.0));
    let alone = find(study(&case, "tripwire")).fading.expect("a package");
    assert_eq!((alone.halved, alone.halved_in, alone.halved_years), (Some(3), 1.0, [Some(3); 3]));
}

/// The risk within spells adds up to all of it, and each year's to the next.
#[test]
fn risks_add_up() {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let case = case(text);
    let package = Selection::parse(&case.scenario, "pact+force+army").expect("a package");
    let horizon = case.scenario.horizon;
    let design = Design::Sobol { seed: 5, draws: 12 };
    let found = find(Timeline { design, years: vec![5, horizon], ..Timeline::of(&case, package) });
    let sum: f64 = found.spells.iter().map(|spell| spell.war.mean).sum();
    close(sum, within(&found.war, horizon).mean);
    close(found.series[horizon - 1].war.mean, within(&found.war, horizon).mean);
    assert!(found.spells.len() > 1 && found.spells.windows(2).all(|pair| pair[0].to == pair[1].from));
    for order in &sequence(&found).orders {
        assert!(order.above_best.mean >= 0.0 && (0.0..=1.0).contains(&order.beaten_in));
    }
    let best_in: f64 = sequence(&found).orders.iter().map(|order| order.best_in).sum();
    close(best_in, 1.0);
}

/// The same package as `assess` has it, bit for bit, and without each instrument.
#[test]
fn the_package_and_its_parts_are_those_of_other_studies() {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let case = case(text);
    let package = |text: &str| Selection::parse(&case.scenario, text).expect("a package");
    let design = Design::Sobol { seed: 5, draws: 12 };
    let found = find(Timeline { design, ..Timeline::of(&case, package("pact+force")) });
    let packages = ["pact+force", "pact", "force"].map(package).to_vec();
    let assessed = standfast::Study { packages, design, ..standfast::Study::of(&case) }.run(&()).expect("findings");
    let both = assessed.package("pact+force").expect("it");
    assert_eq!(found.war, both.war);
    assert_eq!(found.window, both.window);
    for (year, assessed) in found.series.iter().zip(&both.series) {
        assert_eq!((year.hazard, year.year), (assessed.war_hazard, assessed.year));
    }
    let years = found.headline_years;
    for (instrument, left) in [("pact", "force"), ("force", "pact")] {
        let each = found.instruments.iter().find(|each| each.named.id == instrument).expect("it");
        let [without, with] = [left, "pact+force"].map(|id| within(&assessed.package(id).expect("it").war, years).mean);
        close(each.brings.mean, without - with);
    }
}

/// A case with other dates is the case that says so.
#[test]
fn what_begins_later_is_what_a_case_says_that_has_it_later() {
    let case = case(TRIPWIRE);
    let written = TRIPWIRE.replace("lead_time = 3", "lead_time = 5").replace("until = 3", "lead_time = 1\nuntil = 4");
    let written = self::case(&written);
    let moved = case.scenario.moved(&[2, 1, 0]);
    assert_eq!(moved.instruments, written.scenario.instruments);
    let set: InstrumentSet = [0, 1].into_iter().collect();
    let solve = |scenario: &standfast::model::Scenario| {
        let request = standfast::ensemble::Request { packages: vec![(set, Start::Peace)], ..Default::default() };
        standfast::ensemble::run(scenario, Design::Median, &request, &()).expect("nobody ends it")
    };
    assert_eq!(solve(&moved), solve(&written.scenario));
}

#[test]
fn effects_with_a_date_of_their_own_move_along() {
    let text = TRIPWIRE.replace(
        "effects = [{ on = \"challenger.opportunity\", add = -1.0986122886681098 }]",
        "effects = [{ on = \"challenger.opportunity\", add = -1, from = 2 }]",
    );
    let case = case(&text);
    let from = |by: i64| case.scenario.moved(&[by, 0, 0]).effects[0].from;
    assert_eq!([from(0), from(4), from(-1), from(-3)], [Some(2), Some(6), Some(1), Some(0)]);
    let ends = |by: i64| case.scenario.moved(&[0, by, 0]).instruments[1].until;
    assert_eq!([ends(0), ends(5)], [Some(3), Some(8)]);
}

/// With a constraint, an order in which something has to wait waits no longer than it must; one that cannot be is gone.
#[test]
fn a_constraint_delays_what_has_to_wait() {
    let with = |constraint: &str| {
        let case = case(&format!("{TRIPWIRE}\n[[constraint]]\n{constraint}\nreason = \"By agreement.\"\n"));
        let found = find(Timeline { years: vec![8], ..study(&case, "army+tripwire") });
        let orders: Vec<String> = sequence(&found).orders.iter().map(told).collect();
        (orders, sequence(&found).constraints.len())
    };
    let (orders, bearing) = with("first = \"army\"\nthen = \"tripwire\"");
    assert_eq!((orders, bearing), (vec!["army@0 tripwire@3".to_owned()], 1));
    let (orders, _) = with("first = \"tripwire\"\nthen = \"army\"");
    assert_eq!(orders, ["army@0 tripwire@1", "tripwire@0 army@1"], "the army is there later in any case");
    let (orders, _) = with("instrument = \"army\"\nnot_before = 9");
    assert_eq!(orders, ["tripwire@0 army@6", "army@6 tripwire@7"]);
    // What the package lacks asks for nothing.
    let (orders, bearing) = with("first = \"flag\"\nthen = \"army\"");
    assert_eq!((orders.len(), bearing), (2, 0));
}

/// The flag is there from the start, and the tripwire may not come after it: the best order is gone.
#[test]
fn a_constraint_can_forbid_the_best_order() {
    let constraint = "[[constraint]]\nfirst = \"tripwire\"\nthen = \"flag\"\nreason = \"By agreement.\"\n";
    let [free, bound] = [TRIPWIRE.to_owned(), format!("{TRIPWIRE}\n{constraint}")].map(|text| case(&text));
    let orders = |case: &Case| {
        let moved: InstrumentSet = [0, 1].into_iter().collect();
        let found = find(Timeline { moved, years: vec![8], ..study(case, "army+tripwire+flag") });
        sequence(&found).orders.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(orders(&free), ["army@0 tripwire@1", "tripwire@0 army@1"]);
    assert_eq!(orders(&bound), ["tripwire@0 army@1"]);
    // What it costs is what the other order is better.
    let moved: InstrumentSet = [0, 1].into_iter().collect();
    let found = find(Timeline { moved, years: vec![8], ..study(&bound, "army+tripwire+flag") });
    let unbound = sequence(&found).unbound.as_ref().expect("a constraint bears");
    let starts: Vec<(&str, usize)> = unbound.starts.iter().map(|start| (&*start.instrument, start.begins)).collect();
    assert_eq!(starts, [("army", 0), ("tripwire", 1)]);
    close(unbound.cost.mean, risk(&[28, 28, 28, 4, 10, 10, 10, 10]) - risk(&[4, 28, 28, 82, 10, 10, 10, 10]));
    let found = find(Timeline { years: vec![8], ..study(&free, "army+tripwire") });
    assert!(sequence(&found).unbound.is_none());
}

#[test]
fn what_is_required_does_not_begin_later() {
    let text = TRIPWIRE.replace("[instruments.tripwire]\n", "[instruments.tripwire]\nrequires = [\"army\"]\n");
    let case = case(&text);
    let found = find(study(&case, "army+tripwire"));
    assert_eq!(sequence(&found).orders.iter().map(told).collect::<Vec<_>>(), ["army@0 tripwire@1"]);
    assert_eq!(found.instruments[0].goes_with_it, ["tripwire"]);
    // If only the army may be moved, it may not.
    let moved: InstrumentSet = [0, 2].into_iter().collect();
    let found = find(Timeline { moved, ..study(&case, "army+tripwire+flag") });
    assert_eq!(sequence(&found).orders.iter().map(told).collect::<Vec<_>>(), ["army@0 flag@1"]);
    // Those that require each other have no order.
    let text = text.replace("[instruments.army]\n", "[instruments.army]\nrequires = [\"tripwire\"]\n");
    let case = self::case(&text);
    assert_eq!(sequence(&find(study(&case, "army+tripwire"))).orders.len(), 2);
}

/// The flag is there from the start, and would have to come after the army.
#[test]
fn constraints_that_cannot_be_met_leave_no_order() {
    let constraint = "[[constraint]]\nfirst = \"army\"\nthen = \"flag\"\nreason = \"By agreement.\"\n";
    let case = case(&format!("{TRIPWIRE}\n{constraint}"));
    let moved: InstrumentSet = [0, 1].into_iter().collect();
    let found = find(Timeline { moved, ..study(&case, "army+tripwire+flag") });
    assert_eq!((sequence(&found).extent, sequence(&found).orders.len()), ("none_allowed", 0));
}

/// The tripwire is in place for three years, whenever it begins: one of them is as good as another.
#[test]
fn ties_are_ties() {
    let case = case(TRIPWIRE);
    let found = find(study(&case, "tripwire+flag"));
    let [one, other] = &sequence(&found).orders[..] else { panic!("two orders") };
    close(other.above_best.mean, 0.0);
    assert!(one.tied && other.tied);
    let found = find(Timeline { step: 4, ..study(&case, "army+tripwire") });
    let [one, other] = &sequence(&found).orders[..] else { panic!("two orders") };
    assert!(one.tied && !other.tied && other.above_best.mean > 0.05);
}

#[test]
fn few_orders_are_searched_for() {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let case = case(text);
    let package = Selection::parse(&case.scenario, "pact+force+army").expect("a package");
    let study = |most_orders| Timeline {
        design: Design::Sobol { seed: 5, draws: 8 },
        most_orders,
        ..Timeline::of(&case, package.clone())
    };
    let all = find(study(6));
    assert_eq!((sequence(&all).extent, sequence(&all).orders.len()), ("all", 6));
    let searched = find(study(5));
    let (extent, orders) = (sequence(&searched).extent, &sequence(&searched).orders);
    assert!(["exchanges", "ended"].contains(&extent) && orders.len() <= 5);
    // What was looked at has the numbers that it has among all.
    for order in orders {
        let twin = sequence(&all).orders.iter().find(|twin| told(twin) == told(order)).expect("it");
        assert_eq!(twin.war, order.war);
    }
}

#[test]
fn one_instrument_has_no_order_and_nothing_has_no_protection() {
    let case = case(TRIPWIRE);
    let one = find(study(&case, "army"));
    assert!(one.sequence.is_none() && one.fading.is_some());
    let nothing = find(study(&case, "nothing"));
    assert!(nothing.fading.is_none() && nothing.instruments.is_empty() && nothing.waiting.is_none());
    assert!(nothing.series.iter().all(|year| year.hazard == year.hazard_nothing));
}

#[test]
fn threads_change_nothing() {
    let text = include_str!("../../../validation/golden/coalition.toml");
    let case = case(text);
    let package = Selection::parse(&case.scenario, "pact+force+army").expect("a package");
    let solve = |threads: usize| {
        let study = Timeline { design: Design::Sobol { seed: 7, draws: 20 }, ..Timeline::of(&case, package.clone()) };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        format!("{:?}", pool.install(|| find(study)))
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
    let case = case(TRIPWIRE);
    assert_eq!(study(&case, "army+tripwire").run(&Ended), Err(Cancelled));
}
