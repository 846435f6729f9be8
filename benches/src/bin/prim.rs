//! How long scenario discovery takes: the canonical work, and draws as a case of hundreds of numbers has them.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

#[path = "../../../crates/standfast-analysis/tests/canonical/draws.rs"]
mod canonical;

use standfast_analysis::prim::{Feature, Features, Sample, Screen, Settings, find};
use standfast_benches::time::{median, seconds};
use standfast_math::stream::Stream;

const TIMES: usize = 9;

fn main() {
    let (values, yes) = canonical::draws();
    let all = || Features::new(yes.len(), values.clone());
    let Ok(features) = all() else { unreachable!("the canonical work is made of numbers") };
    let sample = Sample::new(&features, &yes);
    let settings = Settings::default();
    let found = find(&sample, settings);
    let time = median((0..TIMES).map(|_| {
        seconds(|| {
            let features = all().ok()?;
            Some(find(&Sample::new(&features, &yes), settings))
        })
    }));
    let (coverage, density) = (found.tally.coverage(sample.all()), found.tally.density());
    println!(
        "The canonical work: 10,000 draws of 20 numbers, {} boxes; coverage {coverage:.3}, density {density:.3}: {:.2} ms\n",
        found.trajectory.len(),
        1e3 * time
    );
    println!(
        "| draws | numbers | screen, ms | find, ms | hold against chance, ms | 100 halves, ms |\n|---|---|---|---|---|---|"
    );
    for (draws, numbers) in [(1_024_u64, 150_u64), (1_024, 300), (8_192, 150)] {
        let stream = Stream::new(1, "prim");
        let number = |i: u64| (0..draws).map(|draw| stream.uniform(draw, i)).collect::<Vec<f64>>();
        let values: Vec<Vec<f64>> = (0..numbers).map(number).collect();
        let fails = |i: usize| values[0][i] + values[1][i] + 0.5 * values[2][i] > 1.6;
        let yes: Vec<bool> = (0..draws as usize).map(fails).collect();
        let each = values.into_iter().map(Feature::Number).collect();
        let Ok(features) = Features::new(yes.len(), each) else { unreachable!("they are numbers") };
        let sample = Sample::new(&features, &yes);
        let time = |of: &dyn Fn() -> usize| 1e3 * median((0..3).map(|_| seconds(of)));
        let screen = Screen::new(&sample, stream);
        let found = screen.find(settings);
        let places: Vec<_> = found.limits.iter().map(|limit| limit.place).collect();
        let screening = time(&|| Screen::new(&sample, stream).standing_out().len());
        let finding = time(&|| screen.find(settings).limits.len());
        let chance = time(&|| screen.by_chance(settings, 0.5).boxes);
        let halves = time(&|| screen.in_halves(settings, &places, &stream, 100).len());
        println!("| {draws} | {numbers} | {screening:.0} | {finding:.2} | {chance:.1} | {halves:.0} |");
    }
}
