//! What boxes are worth that scenario discovery finds in a case: found among some draws, and held against all others.
//!
//! `boxes CASE PACKAGE [DRAWS] [SETS]` finds a box for war within ten years, in the worst quarter of the draws, in
//! each of several sets of draws, in three ways: the box with the largest φ on a peeling that may limit every number,
//! as is usual; the same on one that may limit those numbers that stand out by themselves; and what is chosen by
//! default, with limits moved, and dropped where they do not stand out.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints")]

use std::process::ExitCode;

use standfast::{EmbeddedCase, Selection};
use standfast_analysis::prim::{Feature, Features, Limit, Sample, Screen, Settings, Tally, find, inside};
use standfast_ensemble::band::quantile;
use standfast_ensemble::{Design, variants};
use standfast_game::Want;
use standfast_math::stream::Stream;
use standfast_math::sum::mean;

const YEARS: usize = 10;
const WORST: f64 = 0.25;
const WAYS: [&str; 3] = ["all numbers, on the way", "screened, on the way", "chosen"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |i: usize, otherwise: usize| arguments.get(i).map_or(Ok(otherwise), |text| text.parse());
    let (Some(case), Some(package), Ok(draws), Ok(sets)) =
        (arguments.first(), arguments.get(1), number(2, 1024), number(3, 8))
    else {
        eprintln!("boxes CASE PACKAGE [DRAWS] [SETS]");
        return ExitCode::FAILURE;
    };
    let case = EmbeddedCase::find(case).map(EmbeddedCase::read);
    let Some((case, set)) = case.and_then(|case| {
        let set = Selection::parse(&case.scenario, package).ok()?.set;
        Some((case, set))
    }) else {
        eprintln!("no such case, or no such package");
        return ExitCode::FAILURE;
    };
    let scenario = &case.scenario;
    let numbers: Vec<usize> =
        (0..scenario.numbers.len()).filter(|&number| scenario.numbers[number].is_uncertain()).collect();
    let (mut values, mut chances) = (vec![Vec::new(); numbers.len()], Vec::new());
    for seed in 0..sets as u64 {
        let design = Design::Sobol { seed, draws };
        let war = |outcome: &standfast_ensemble::draw::DrawOutcome| {
            outcome.first_passage.as_ref().map_or(f64::NAN, |first| first.war_within(YEARS))
        };
        let Ok(found) = variants(1, |_| scenario.clone(), set, design, Want::FirstPassage, war, &()) else {
            unreachable!("nobody cancels")
        };
        chances.extend(found.into_iter().flatten());
        values.iter_mut().zip(design.values(scenario, &numbers)).for_each(|(all, more)| all.extend(more));
    }
    let threshold = quantile(&chances, 1.0 - WORST);
    let failing: Vec<bool> = chances.iter().map(|chance| *chance > threshold).collect();
    let all: Vec<Feature> = values.into_iter().map(Feature::Number).collect();
    let Ok(features) = Features::new(failing.len(), all.clone()) else { unreachable!("they are numbers") };
    let whole = Sample::new(&features, &failing);
    let mut by_way: [Vec<[f64; 5]>; 3] = Default::default();
    for set in 0..sets {
        let own = set * draws..(set + 1) * draws;
        let sample = whole.only(|draw| own.contains(&draw));
        let held = |limits: &[Limit]| {
            let inside = inside(limits, &all, failing.len());
            let others = (0..failing.len()).filter(|draw| !own.contains(draw) && inside[*draw]);
            others.fold(Tally::default(), |tally, draw| Tally {
                draws: tally.draws + 1,
                yes: tally.yes + usize::from(failing[draw]),
            })
        };
        let usual = find(&sample, Settings::default());
        let screen = Screen::new(&sample, Stream::new(set as u64, "boxes"));
        let found = screen.find(Settings::default());
        let [usual, screened] = [&usual, &found].map(|found| &found.trajectory[found.best].region);
        for (rows, region) in by_way.iter_mut().zip([usual, screened, &found.region]) {
            let limits = region.limits(&features);
            let (others, boxed) = (held(&[]), held(&limits));
            let own = sample.tally(region).phi(sample.all());
            let fresh = [boxed.phi(others), boxed.coverage(others), boxed.density()];
            rows.push([limits.len() as f64, own, fresh[0], fresh[1], fresh[2]]);
        }
    }
    println!("| | limits | φ where found | φ elsewhere | coverage | density |\n|---|---|---|---|---|---|");
    for (way, rows) in WAYS.iter().zip(by_way) {
        let means: [f64; 5] = std::array::from_fn(|i| mean(&rows.iter().map(|row| row[i]).collect::<Vec<_>>()));
        let [limits, own, phi, coverage, density] = means;
        println!("| {way} | {limits:.1} | {own:.2} | {phi:.2} | {coverage:.2} | {density:.2} |");
    }
    ExitCode::SUCCESS
}
