//! How long the engine takes: a year's kernel, the responses, a solve, a batch of packages, an assessment.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use standfast_benches::stages::Solved;
use standfast_benches::{PACKAGE, assess, batch, package, ukraine};
use standfast_game::{Start, Want};

fn kernel(criterion: &mut Criterion) {
    let case = ukraine();
    let solved = Solved::new(&case.scenario, package(&case.scenario, PACKAGE));
    let mut years = solved.years(&solved.eras()[0]);
    criterion.bench_function("kernel backward", |bencher| bencher.iter(|| years.peace_moves()));
    criterion.bench_function("kernel forward", |bencher| bencher.iter(|| years.peace_pushes()));
    criterion.bench_function("kernel and choices", |bencher| bencher.iter(|| years.peace()));
}

fn stages(criterion: &mut Criterion) {
    let case = ukraine();
    let solved = Solved::new(&case.scenario, package(&case.scenario, PACKAGE));
    criterion.bench_function("contests", |bencher| bencher.iter(|| solved.contests()));
    criterion.bench_function("responses", |bencher| {
        bencher.iter_batched(|| solved.contests(), |library| solved.responses(&library), BatchSize::LargeInput);
    });
    criterion.bench_function("tabulation", |bencher| bencher.iter(|| solved.tabulate()));
    criterion.bench_function("backward", |bencher| bencher.iter(|| solved.backward()));
    criterion.bench_function("forward", |bencher| bencher.iter(|| solved.forward(Want::Everything)));
    criterion.bench_function("solve", |bencher| bencher.iter(|| solved.solve()));
}

fn packages(criterion: &mut Criterion) {
    let case = ukraine();
    let scenario = &case.scenario;
    let mut group = criterion.benchmark_group("packages");
    group.sample_size(10);
    group.bench_function("batch", |bencher| {
        bencher.iter(|| {
            let batch = batch(scenario, 0);
            for package in &scenario.packages {
                black_box(batch.solve(package.instruments, Start::Peace, Want::Everything));
            }
        });
    });
    group.bench_function("assess", |bencher| bencher.iter(|| assess(&case)));
    group.finish();
}

criterion_group!(engine, kernel, stages, packages);
criterion_main!(engine);
