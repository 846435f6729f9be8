//! Why a package comes to what it does: the parts add up to what the game itself says.

mod many;
mod scenarios;

use std::rc::Rc;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use standfast::ensemble::{Band, Design};
use standfast::game::consent::{Consent, OutsideOption, alternatives, consent, terms};
use standfast::game::forward::streams::{Stream, streams};
use standfast::game::gain::gains;
use standfast::game::{Batch, Draws, Start, Want};
use standfast::model::Scenario;
use standfast::model::actor::Actor;
use standfast::model::instrument::InstrumentSet;
use standfast::why::{Ended, MOST_INSTRUMENTS, Outcome};
use standfast::{Case, Selection, Study, Why, WhyFindings};
use standfast_math::{LANES, Lanes};

/// The same terms in another order, against the size of what is added up.
const REORDERED: f64 = 1e-12;

fn draws(scenario: &Scenario) -> Draws {
    Draws::new(scenario, |lane, _| (lane as f64 + 0.5) / LANES as f64)
}

/// Who has a value.
fn actors(scenario: &Scenario) -> Vec<Actor> {
    scenario.actors.all().map(|(actor, _)| actor).filter(|actor| !matches!(actor, Actor::Other(_))).collect()
}

fn close(parts: &[Lanes], whole: Lanes, scale: Lanes, what: &str) -> Result<(), TestCaseError> {
    for lane in 0..LANES {
        let sum: f64 = parts.iter().map(|part| part.0[lane]).sum();
        let size: f64 = parts.iter().map(|part| part.0[lane].abs()).sum::<f64>() + scale.0[lane].abs();
        let error = (sum - whole.0[lane]).abs();
        prop_assert!(error <= REORDERED * size, "{}: {} for {}", what, sum, whole.0[lane]);
    }
    Ok(())
}

/// Who signs, and what every one gains.
fn signing(batch: &Batch<'_>, set: InstrumentSet, actors: &[Actor]) -> Consent {
    let solve = |set, start| batch.solve(set, start, Want::Everything);
    consent(batch, set, actors, &solve(set, Start::Peace), |left| Rc::new(OutsideOption::of(&solve(left, Start::War))))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, rng_seed: RngSeed::Fixed(4), ..ProptestConfig::default() })]

    #[test]
    fn streams_add_up_to_values_and_gains(seed: u64) {
        let text = scenarios::scenario(seed);
        let scenario = Case::from_text("generated", &text).unwrap_or_else(|refused| panic!("{refused:#?}")).scenario;
        let actors = actors(&scenario);
        let all = (0..scenario.instruments.len()).collect();
        let packages = standfast::model::package::admissible(&scenario.instruments, all, 1 << 12).expect("few");
        let batch = Batch::new(&scenario, draws(&scenario)).with_policies_of_the_tail();
        for set in [InstrumentSet::EMPTY, packages[packages.len() / 2], packages[packages.len() - 1]] {
            for start in [Start::Peace, Start::War] {
                let value = batch.solve(set, start, Want::Everything).value;
                for (streams, value) in streams(&batch, set, start, &actors).iter().zip(value) {
                    close(streams, value, Lanes::ZERO, "a value")?;
                }
            }
            let (parts, _) = gains(&batch, set, &actors);
            let consent = signing(&batch, set, &actors);
            prop_assert_eq!(consent.gains.len(), actors.len());
            for ((actor, gain), parts) in consent.gains.iter().zip(&parts) {
                let terms = terms(&batch, set, *actor);
                // Of what is subtracted less may be left than of either: rounding is that of the values.
                let left = alternatives(&scenario, set, &actors).find(|(whose, _)| whose == actor).expect("asked").1;
                let at_war = streams(&batch, left, Start::War, &[*actor])[0];
                let scale = at_war.iter().fold(Lanes::ZERO, |sum, part| sum + part.abs()) / terms.unit;
                close(parts, *gain, scale + scale, "a gain")?;
                prop_assert_eq!(parts[Stream::Signing as usize], -terms.cost);
                let signs = consent.parties.iter().find(|(party, _)| party == actor);
                if let Some((_, p)) = signs {
                    prop_assert_eq!(*p, (terms.precision * *gain).logistic());
                }
            }
        }
    }
}

const DESIGN: Design = Design::Sobol { seed: 3, draws: 16 };

fn selection(case: &Case, text: &str) -> Selection {
    Selection::parse(&case.scenario, text).unwrap_or_else(|refused| panic!("{:#?}", refused.diagnostics))
}

fn why(case: &Case, package: &str) -> WhyFindings {
    let why = Why { design: DESIGN, ..Why::of(case, selection(case, package)) };
    why.run(&()).expect("nobody cancels")
}

#[test]
fn the_whole_and_nothing_are_those_of_a_study() {
    let case = many::case();
    let package = "watch+bomb+base";
    let found = why(&case, package);
    let packages = vec![Selection::nothing(&case.scenario), selection(&case, package)];
    let study = Study { packages, design: DESIGN, ..Study::of(&case) }.run(&()).expect("nobody cancels");
    for years in &study.years {
        let same = |outcome: Outcome, of: &dyn Fn(usize) -> Band| {
            let within = |found: &&standfast::why::findings::OutcomeFindings| {
                found.quantity == outcome.word() && found.years.is_none_or(|within| within == *years)
            };
            let attribution = &found.outcomes.iter().find(within).expect("reported").attribution;
            assert_eq!([attribution.nothing, attribution.all], [of(0), of(1)], "{outcome:?}");
            let sum: f64 = attribution.instruments.iter().map(|each| each.shapley.mean).sum();
            assert!((sum - attribution.difference.mean).abs() <= REORDERED, "{outcome:?}");
        };
        let each = &study.packages;
        same(Outcome::War, &|i| *standfast::findings::within(&each[i].war, *years));
        same(Outcome::Limited, &|i| *standfast::findings::within(&each[i].limited, *years));
        same(Outcome::Lost, &|i| *standfast::findings::within(&each[i].lost, *years));
    }
    let parties = &study.packages[1].parties;
    let signs = |actor: &str| parties.iter().find(|party| party.actor == actor).map(|party| party.signs);
    for gain in &found.gains {
        assert_eq!(Some(gain.signs), signs(&gain.actor), "{}", gain.actor);
        let sums = [
            gain.attribution.instruments.iter().map(|each| each.shapley.mean).sum::<f64>()
                - gain.attribution.difference.mean,
            gain.streams.iter().map(|each| each.band.mean).sum::<f64>() - gain.attribution.all.mean,
        ];
        assert!(sums.iter().all(|error| error.abs() <= 1e2 * REORDERED), "{}: {sums:?}", gain.actor);
    }
    assert_eq!(found.gains.len(), 4, "north, south, and the guarantors that watch and base need");
    assert_eq!(found.packages, 8);
}

/// Who need not sign a part of a package is asked what it would gain if it had to.
#[test]
fn a_gain_of_who_need_not_sign_is_that_against_the_same_at_war() {
    let case = many::case();
    let scenario = &case.scenario;
    let batch = Batch::new(scenario, draws(scenario));
    let actors = actors(scenario);
    let trade = selection(&case, "trade").set;
    let found = signing(&batch, trade, &actors);
    for (i, (actor, gain)) in found.gains.iter().enumerate().skip(2) {
        let [peace, war] = [Start::Peace, Start::War].map(|start| batch.solve(trade, start, Want::Everything).value[i]);
        let terms = terms(&batch, trade, *actor);
        assert_eq!(*gain, (peace - war) / terms.unit - terms.cost, "{actor:?}");
    }
    let parties: Vec<Actor> = found.parties.iter().map(|(actor, _)| *actor).collect();
    assert_eq!(parties, [Actor::Challenger, Actor::Protege, Actor::Other(0)]);
    assert_eq!(found.parties, signing(&batch, trade, &[]).parties, "who is asked as well changes no signature");
}

#[test]
fn what_misses_its_requirement_is_not_there() {
    let found = why(&many::case(), "army+neutrality");
    assert_eq!(found.packages, 3, "neutrality requires the army: alone it is nothing");
    let attribution = &found.headline(Outcome::War).attribution;
    let neutrality = attribution.instruments.iter().find(|each| each.instrument == "neutrality").expect("its row");
    assert_eq!(neutrality.added_first.mean, 0.0);
    assert!(neutrality.taken_last.mean < -0.01, "{:?}", neutrality.taken_last);
    // Of two, one is nothing without the other: its share is half of what it adds last, and that is all of
    // what they do to each other.
    assert!((neutrality.shapley.mean - neutrality.taken_last.mean / 2.0).abs() <= REORDERED);
    assert_eq!(attribution.pairs[0].interaction, neutrality.taken_last);
}

#[test]
fn a_package_of_nothing_has_gains_alone() {
    let case = many::case();
    let found = why(&case, "nothing");
    assert!(found.outcomes.iter().all(|outcome| outcome.attribution.instruments.is_empty()));
    assert_eq!(found.packages, 1);
    assert!(found.gains.iter().all(|gain| !gain.streams.is_empty()));
}

#[test]
fn more_instruments_than_can_be_taken_apart_are_refused() {
    let text: String = (0..=MOST_INSTRUMENTS).map(|i| format!("[instruments.more_{i}]\neffects = []\n")).collect();
    let case = many::case_and(&text);
    let all: Vec<String> = (0..=MOST_INSTRUMENTS).map(|i| format!("more_{i}")).collect();
    let ended = Why::of(&case, selection(&case, &all.join("+"))).run(&()).expect_err("too many");
    assert_eq!(ended, Ended::TooManyInstruments(MOST_INSTRUMENTS + 1));
}

#[test]
fn threads_change_nothing() {
    let case = many::case();
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        serde_json::to_string(&pool.install(|| why(&case, "watch+bomb+trade"))).expect("JSON")
    };
    assert!(on(1) == on(3));
}
