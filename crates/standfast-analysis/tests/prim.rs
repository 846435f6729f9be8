//! Boxes: planted ones are found, whatever the features, and what is said of a box is true.

#[path = "canonical/draws.rs"]
mod canonical;

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use standfast_analysis::prim::{
    Bound, End, Feature, Features, Found, Place, STANDS_OUT, Sample, Screen, Settings, Tally, Unusable, find, inside,
    tested, trajectory,
};
use standfast_math::stream::Stream;

/// What EMA Workbench 2.5 chooses on these draws by the largest product of coverage and density, with peels and a
/// smallest mass of 5 % as here, after it has pasted by 5 %: coverage and density.
const EMA: (f64, f64) = (0.725, 0.922);

fn features(each: Vec<Feature>) -> Features {
    let draws = match &each[0] {
        Feature::Number(values) => values.len(),
        Feature::Category(values) => values.len(),
    };
    Features::new(draws, each).expect("features")
}

#[test]
fn the_planted_box_of_the_canonical_work_is_found() {
    let (values, yes) = canonical::draws();
    let sum: f64 = values.iter().flat_map(|feature| if let Feature::Number(x) = feature { &x[..] } else { &[] }).sum();
    assert!((sum - 100_011.928_687_606_4).abs() < 1e-6, "{sum}");
    assert_eq!(yes.iter().filter(|yes| **yes).count(), 1625);
    let features = features(values);
    let sample = Sample::new(&features, &yes);
    let found = find(&sample, Settings::default());
    let (coverage, density) = (found.tally.coverage(sample.all()), found.tally.density());
    assert!(coverage >= EMA.0 && density >= EMA.1, "{coverage} {density}");
    let limits: Vec<_> = found.limits.iter().map(|tested| (tested.limit.feature, &tested.limit.bound)).collect();
    let [(0, Bound::AtLeast(a)), (3, Bound::AtMost(b)), (7, Bound::AtLeast(c))] = limits[..] else {
        panic!("{limits:?}")
    };
    // 10,000 draws lie 1e-4 apart; one in twenty says the opposite.
    assert!((a - 0.6).abs() < 2e-3 && (b - 0.45).abs() < 2e-3 && (c - 0.3).abs() < 2e-3, "{limits:?}");
    // On the way is the box that the other program chooses.
    let same = |tally: Tally| (tally.coverage(sample.all()), tally.density()) == (1178.0 / 1625.0, 1178.0 / 1278.0);
    assert!(found.trajectory.iter().any(|step| same(step.tally)));
}

/// The peeling of EMA Workbench on numbers, ties, a constant and categories; its quasi-p-values are those of SciPy.
#[test]
fn peeling_is_that_of_ema_workbench() {
    /// Sums of hundreds of terms, in another order.
    const ROUNDING: f64 = 1e-11;
    let fixture: Value = serde_json::from_str(include_str!("../../../validation/prim/ema.json")).expect("the fixture");
    let draws = fixture["draws"].as_u64().expect("a number") as usize;
    let recurrence =
        |prime: f64| -> Vec<f64> { (1..=draws).map(|n| (0.5 + n as f64 * (prime.sqrt() % 1.0)) % 1.0).collect() };
    let [a, b, c, d, e, flips] = [2.0, 3.0, 5.0, 7.0, 11.0, 13.0].map(recurrence);
    let in_fifths: Vec<f64> = c.iter().map(|c| (5.0 * c).floor() / 5.0).collect();
    let category: Vec<usize> = e.iter().map(|e| (4.0 * e) as usize).collect();
    let planted = |i: usize| a[i] > 0.35 && in_fifths[i] < 0.5 && [1, 3].contains(&category[i]);
    let yes: Vec<bool> = (0..draws).map(|i| planted(i) != (flips[i] < 0.1)).collect();
    let features = features(vec![
        Feature::Number(a.clone()),
        Feature::Number(b),
        Feature::Number(in_fifths.clone()),
        Feature::Number(vec![1.0; draws]),
        Feature::Number(d.into_iter().map(|d| if d < 0.8 { 0.0 } else { d }).collect()),
        Feature::Category(category.clone()),
    ]);
    let names = ["a", "b", "in_fifths", "constant", "mostly_zero", "category"];
    let sample = Sample::new(&features, &yes);
    let number = |of: &Value| of.as_f64().expect("a number");
    let settings =
        Settings { peel: number(&fixture["peel"]), least_mass: number(&fixture["least_mass"]), ..Settings::default() };
    let steps = trajectory(&sample, settings);
    let expected = fixture["steps"].as_array().expect("steps");
    assert_eq!(steps.len(), expected.len());
    for (step, expected) in steps.iter().zip(expected) {
        let counts = [step.tally.draws, step.tally.yes, step.region.restricted(&features)];
        assert_eq!(counts, ["draws", "yes", "restricted"].map(|key| number(&expected[key]) as usize));
        assert_eq!(step.tally.coverage(sample.all()), number(&expected["coverage"]));
        assert_eq!(step.tally.density(), number(&expected["density"]));
        let of = |place: Place| {
            let end = match place.end {
                End::Low => "low",
                End::High => "high",
                End::Categories => "categories",
            };
            format!("{} {end}", names[place.feature])
        };
        let limits = tested(&sample, &step.region, step.tally);
        let found: BTreeMap<String, f64> = limits.into_iter().map(|each| (of(each.place), each.quasi_p)).collect();
        let quasi_p = expected["quasi_p"].as_object().expect("by limit");
        assert_eq!(found.len(), quasi_p.len(), "{found:?}");
        for (limit, p) in quasi_p {
            assert!((found[limit] - number(p)).abs() <= ROUNDING, "{limit}: {} for {p}", found[limit]);
        }
    }
}

/// Features of any kind and mix, with ties and constants, and answers that have something to do with the first.
fn draws() -> impl Strategy<Value = (Vec<Feature>, Vec<bool>)> {
    (0_usize..60, 0_usize..7).prop_flat_map(|(draws, count)| {
        let value = prop_oneof![20 => (-4_i32..4).prop_map(f64::from), 20 => -1.0..1.0_f64, 1 => Just(f64::INFINITY),
            1 => Just(f64::NEG_INFINITY), 1 => Just(-0.0), 1 => Just(f64::MAX), 1 => Just(f64::MIN_POSITIVE)];
        let coarse = prop::collection::vec((0_i32..3).prop_map(f64::from), draws);
        let numbers = prop::collection::vec(value, draws);
        let categories = prop::collection::vec(prop_oneof![9 => 0_usize..4, 1 => Just(usize::MAX)], draws);
        let feature = prop_oneof![
            3 => numbers.prop_map(Feature::Number),
            2 => coarse.prop_map(Feature::Number),
            2 => categories.prop_map(Feature::Category),
            1 => Just(Feature::Number(vec![7.0; draws])),
            1 => Just(Feature::Category(vec![3; draws])),
        ];
        let answers = prop_oneof![
            4 => prop::collection::vec(any::<bool>(), draws),
            1 => Just(vec![true; draws]),
            1 => Just(vec![false; draws]),
        ];
        (prop::collection::vec(feature, count), answers, any::<bool>()).prop_map(|(features, mut yes, planted)| {
            if let (true, Some(Feature::Number(values))) = (planted, features.first()) {
                yes.iter_mut().zip(values).for_each(|(yes, value)| *yes = *value > 0.3);
            }
            (features, yes)
        })
    })
}

fn settings() -> impl Strategy<Value = Settings> {
    let peel = prop_oneof![Just(0.0), Just(0.05), 0.0..1.0_f64, Just(1.0)];
    let least_mass = prop_oneof![Just(0.0), Just(0.05), 0.0..1.0_f64, Just(1.0)];
    let errors = prop_oneof![Just(0.0), Just(2.0), 0.0..9.0_f64];
    (peel, least_mass, errors).prop_map(|(peel, least_mass, errors)| Settings { peel, least_mass, errors })
}

/// The draws that keep to the limits of a box, by their values.
fn counted(found: &[standfast_analysis::prim::Limit], features: &[Feature], yes: &[bool]) -> Tally {
    let inside = inside(found, features, yes.len());
    let kept: Vec<bool> = inside.iter().zip(yes).filter(|(inside, _)| **inside).map(|(_, yes)| *yes).collect();
    Tally { draws: kept.len(), yes: kept.iter().filter(|yes| **yes).count() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_said_of_boxes_is_true((each, yes) in draws(), settings in settings()) {
        let features = Features::new(yes.len(), each.clone()).expect("no NaN");
        let sample = Sample::new(&features, &yes);
        let Found { trajectory, best, region, tally, limits } = find(&sample, settings);
        prop_assert_eq!(trajectory[0].tally, sample.all());
        for pair in trajectory.windows(2) {
            let [before, after] = [&pair[0], &pair[1]];
            prop_assert!(after.tally.density() > before.tally.density());
            prop_assert!(after.tally.draws < before.tally.draws && after.tally.draws > 0);
            prop_assert!(after.tally.mass(sample.all()) >= settings.least_mass);
            let held = |draw: usize| !after.region.contains(&features, draw) || before.region.contains(&features, draw);
            prop_assert!((0..yes.len()).all(held), "boxes lie within each other");
        }
        for step in &trajectory {
            prop_assert_eq!(step.tally, counted(&step.region.limits(&features), &each, &yes));
            prop_assert!(step.tally.phi(sample.all()) <= trajectory[best].tally.phi(sample.all()));
        }
        let of_limits: Vec<_> = limits.iter().map(|tested| tested.limit.clone()).collect();
        prop_assert_eq!(tally, counted(&of_limits, &each, &yes));
        prop_assert_eq!(region.limits(&features), of_limits.clone());
        for (i, tested) in limits.iter().enumerate() {
            let others = [&of_limits[..i], &of_limits[i + 1..]].concat();
            prop_assert_eq!(tested.without, counted(&others, &each, &yes));
            prop_assert!(tally.density() > tested.without.density());
            prop_assert!(tested.quasi_p <= STANDS_OUT);
        }
        if yes.iter().all(|said| *said == yes[0]) {
            prop_assert!(trajectory.len() == 1 && limits.is_empty());
        }
    }

    /// To peeling only the order of numbers matters, and names of categories do not.
    #[test]
    fn scales_and_names_do_not_matter((each, yes) in draws()) {
        let otherwise = |feature: &Feature| match feature {
            Feature::Number(values) => {
                Feature::Number(values.iter().map(|x| if *x < 0.0 { 0.5 * x } else { *x }).collect())
            }
            Feature::Category(values) => Feature::Category(values.iter().map(|x| x.saturating_mul(3)).collect()),
        };
        let others: Vec<Feature> = each.iter().map(otherwise).collect();
        let peeled = |each: Vec<Feature>| -> Vec<(Tally, Vec<Place>)> {
            let features = Features::new(yes.len(), each).expect("no NaN");
            let steps = trajectory(&Sample::new(&features, &yes), Settings::default());
            steps.into_iter().map(|step| (step.tally, step.region.places(&features))).collect()
        };
        prop_assert_eq!(peeled(each), peeled(others));
    }
}

#[test]
fn a_box_of_numbers_and_categories_is_found_among_noise() {
    let noise = Stream::new(5, "noise");
    let draws = 800;
    let number = |index: u64| -> Vec<f64> { (0..draws).map(|draw| noise.uniform(draw, index)).collect() };
    let category: Vec<usize> = number(100).into_iter().map(|x| (5.0 * x) as usize).collect();
    let first = number(0);
    let yes: Vec<bool> = (0..draws as usize).map(|i| category[i] != 2 && category[i] != 4 && first[i] < 0.4).collect();
    let mut each: Vec<Feature> = (0..60).map(|index| Feature::Number(number(index))).collect();
    each.push(Feature::Category(category));
    let features = features(each);
    let sample = Sample::new(&features, &yes);
    let found = find(&sample, Settings::default());
    assert_eq!((found.tally.density(), found.tally.coverage(sample.all())), (1.0, 1.0));
    let bounds: Vec<_> = found.limits.iter().map(|tested| (tested.limit.feature, tested.limit.bound.clone())).collect();
    assert!(
        matches!(bounds[..], [(0, Bound::AtMost(x)), (60, Bound::Among(_))] if (x - 0.4).abs() < 0.01),
        "{bounds:?}"
    );
    assert_eq!(bounds[1].1, Bound::Among(vec![0, 1, 3]));
    // Among all features it is found as well as among those that stand out by themselves.
    let screen = Screen::new(&sample, Stream::new(1, "chance"));
    assert_eq!(screen.standing_out(), [0, 60]);
    assert_eq!(screen.find(Settings::default()).region, found.region);
    let places: Vec<Place> = found.limits.iter().map(|tested| tested.place).collect();
    let halves = screen.in_halves(Settings::default(), &places, &Stream::new(1, "halves"), 20);
    assert_eq!(halves, [1.0, 1.0]);
    let chance = screen.by_chance(Settings::default(), 1.0);
    assert!(chance.p_value == 0.001 && chance.phi < 0.3 && (1..=50).contains(&chance.boxes), "{chance:?}");
    // What is left when the box is taken out is not a second one.
    let rest = sample.only(|draw| !found.region.contains(&features, draw));
    assert_eq!(rest.all(), Tally { draws: 800 - found.tally.draws, yes: 0 });
    assert!(find(&rest, Settings::default()).limits.is_empty());
}

/// Of features that do nothing: without a screen there mostly is a box on the way that looks good.
#[test]
fn of_noise_there_is_a_box_as_seldom_as_it_says() {
    const STUDIES: u64 = 200;
    let settings = Settings::default();
    let (mut boxes, mut standing_out, mut looks_good) = (0, 0, 0);
    for study in 0..STUDIES {
        let values = Stream::new(study, "values");
        let number = |index: u64| Feature::Number((0..64).map(|draw| values.uniform(draw, index)).collect());
        let category =
            |index: u64| Feature::Category((0..64).map(|draw| (4.0 * values.uniform(draw, index)) as usize).collect());
        let coin = Stream::new(study, "coin");
        let yes: Vec<bool> = (0..64).map(|draw| coin.uniform(draw, 0) < 0.3).collect();
        let features = features((0..16).map(number).chain((16..20).map(category)).collect());
        let sample = Sample::new(&features, &yes);
        let screen = Screen::new(&sample, Stream::new(study, "deals"));
        let found = screen.find(settings);
        boxes += usize::from(!found.limits.is_empty());
        let chance = screen.by_chance(settings, found.tally.phi(sample.all()));
        standing_out += usize::from(!found.limits.is_empty() && chance.p_value <= STANDS_OUT);
        let best = |found: &Found| found.trajectory[found.best].tally.density();
        looks_good += usize::from(best(&find(&sample, settings)) >= 2.0 * sample.all().density());
    }
    // Of 200 with a chance of 1 in 20 each, 10 on average; more than 21 in one case of a thousand.
    assert!(boxes <= 21 && standing_out <= boxes && standing_out >= 1, "{boxes} {standing_out}");
    assert!(looks_good > 100, "{looks_good}: on the way without a screen");
}

/// Whatever the features and answers, nothing fails, and shares are shares.
#[test]
fn a_screen_takes_any_features() {
    let noise = Stream::new(2, "noise");
    let uniform = |draws: u64, index: u64| -> Vec<f64> { (0..draws).map(|draw| noise.uniform(draw, index)).collect() };
    for draws in [0, 1, 2, 3, 9, 40] {
        let each = [
            Feature::Number(uniform(draws, 0)),
            Feature::Number(vec![1.0; draws as usize]),
            Feature::Number(uniform(draws, 1).into_iter().map(|x| (3.0 * x).floor()).collect()),
            Feature::Category(uniform(draws, 2).into_iter().map(|x| (3.0 * x) as usize).collect()),
            Feature::Category(vec![7; draws as usize]),
        ];
        for kept in 0..=each.len() {
            let features = Features::new(draws as usize, each[..kept].to_vec()).expect("no NaN");
            let halves: Vec<bool> = (0..draws).map(|draw| draw % 2 == 0).collect();
            for yes in [vec![true; draws as usize], vec![false; draws as usize], halves] {
                let sample = Sample::new(&features, &yes);
                let screen = Screen::new(&sample, Stream::new(1, "deals"));
                let found = screen.find(Settings::default());
                let places: Vec<Place> = (0..kept).map(|feature| Place { feature, end: End::Low }).collect();
                let again = screen.in_halves(Settings::default(), &places, &Stream::new(1, "halves"), 5);
                assert!(again.iter().all(|share| (0.0..=1.0).contains(share)), "{again:?}");
                let chance = screen.by_chance(Settings::default(), found.tally.phi(sample.all()));
                assert!((0.001..=1.0).contains(&chance.p_value), "{chance:?}");
                assert!(screen.p_values().iter().all(|p| (0.001..=1.0).contains(p)));
            }
        }
    }
}

#[test]
fn what_cannot_be_used_is_refused_with_its_place() {
    let numbers = |values: &[f64]| Feature::Number(values.to_vec());
    let refused = |draws, each| Features::new(draws, each).expect_err("it cannot be used");
    let unusable = refused(2, vec![numbers(&[1.0, 2.0]), numbers(&[0.0, f64::NAN])]);
    assert_eq!(unusable, Unusable::NotANumber { feature: 1, draw: 1 });
    assert!(unusable.to_string().contains("feature 1 is not a number in draw 1"));
    let unusable = refused(2, vec![numbers(&[1.0, 2.0]), Feature::Category(vec![1])]);
    assert_eq!(unusable, Unusable::OtherLength { feature: 1 });
    assert_eq!(refused(1 << 32, Vec::new()), Unusable::TooManyDraws);
}
