//! Assumptions of the game made otherwise.

mod many;

use standfast::ensemble::{Band, Design};
use standfast::findings::within;
use standfast::model::structure::Switch;
use standfast::{Case, EmbeddedCase, Findings, Selection, Study};

fn study<'a>(case: &'a Case, packages: &[&str], structure: bool) -> Study<'a> {
    let parse = |id: &&str| Selection::parse(&case.scenario, id).expect("a package");
    let packages = packages.iter().map(parse).collect();
    Study { packages, design: Design::Sobol { seed: 5, draws: 16 }, years: vec![10], structure, ..Study::of(case) }
}

fn found(study: Study<'_>) -> Findings {
    study.run(&()).expect("nobody ends it")
}

/// Each switch has the numbers of a case in which the assumption is made otherwise from the start, and nothing
/// else of the findings changes.
#[test]
fn a_switch_has_the_numbers_of_another_game() {
    let case = many::case();
    let packages = ["nothing", "bomb", "pact+army", "bomb+base"];
    let plain = found(study(&case, &packages, false));
    let all = found(study(&case, &packages, true));
    assert_eq!(Findings { structure: Vec::new(), ..all.clone() }, plain);
    assert_eq!(all.structure.len(), Switch::ALL.len());
    for (switch, switched) in Switch::ALL.into_iter().zip(&all.structure) {
        let other = Case { scenario: case.scenario.switched(switch), ..case.clone() };
        let other = found(study(&other, &packages, false));
        assert_eq!(switched.switch, switch.word());
        assert_eq!(switched.safest, other.safest.as_ref().map(|safest| safest.package.clone()));
        for (i, package) in switched.packages.iter().enumerate() {
            let there = &other.packages[i];
            assert_eq!((&package.package, &package.war), (&there.id, within(&there.war, 10)));
            assert_eq!(&package.war_difference, within(&there.war_difference, 10));
        }
    }
}

/// Where nothing is pending there is nothing to prevent, and what a war cancels is no more than that.
#[test]
fn without_preventive_war_only_what_is_pending_changes() {
    let case = many::case();
    let findings = found(study(&case, &["nothing", "army", "bomb"], true));
    let of = |switch: Switch| findings.structure.iter().find(|switched| switched.switch == switch.word());
    let change = |switch: Switch, package: usize| of(switch).expect("every switch").packages[package].change;
    let nothing = |band: Band| band.p05 == 0.0 && band.p95 == 0.0;
    assert!(nothing(change(Switch::NoPreventiveWar, 0)) && nothing(change(Switch::NoPreventiveWar, 1)));
    assert!(!nothing(change(Switch::NoPreventiveWar, 2)), "a war cancels the bomb");
    assert!(!nothing(change(Switch::FlatChoice, 0)) && !nothing(change(Switch::WholeWar, 1)));
}

/// A case without guarantors has nobody who weighs a war; one whose wars are decided in a year has no longer
/// ones.
#[test]
fn a_whole_war_is_a_year_of_it_where_there_is_nobody_to_weigh_it() {
    let case = EmbeddedCase::find("textbook-no-guarantors").expect("bundled").read();
    let findings = found(Study { years: vec![case.scenario.horizon], ..study(&case, &["nothing"], true) });
    let whole = findings.structure.iter().find(|switched| switched.switch == Switch::WholeWar.word());
    let change = whole.expect("every switch").packages[0].change;
    assert!(change.p05 == 0.0 && change.p95 == 0.0);
}
