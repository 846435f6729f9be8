//! What the machine can do at most: operations without fused multiply-adds, and bytes of memory.

use std::hint::black_box;

use multiversion::multiversion;
use multiversion::target::match_target;
use standfast_math::Lanes;

use crate::time::least;

/// Rates a second, on one thread.
#[derive(Clone, Copy, Debug)]
pub struct Machine {
    /// Products alone.
    pub products: f64,
    /// Sums alone.
    pub sums: f64,
    /// Products and sums, as many of each.
    pub both: f64,
    /// Divisions.
    pub divisions: f64,
    /// Bytes of numbers that are read and of those that are written, from level to level of the memory.
    pub bytes: [f64; Level::ALL.len()],
}

/// Where numbers stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// In the cache nearest to the processor.
    L1,
    /// In the next one.
    L2,
    /// In the one that the cores share.
    L3,
    /// In none.
    Memory,
}

impl Level {
    /// The nearest first.
    pub const ALL: [Level; 4] = [Level::L1, Level::L2, Level::L3, Level::Memory];

    /// How much is read and written to measure it: it fits there on any machine of these years, and not
    /// where the level before it is.
    const fn bytes(self) -> usize {
        match self {
            Level::L1 => 16 << 10,
            Level::L2 => 256 << 10,
            Level::L3 => 6 << 20,
            Level::Memory => 512 << 20,
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Level::L1 => "L1",
            Level::L2 => "L2",
            Level::L3 => "L3",
            Level::Memory => "memory",
        }
    }
}

impl Machine {
    /// Measures the machine that this runs on. Takes a few seconds.
    pub fn measured() -> Machine {
        /// Each takes some milliseconds.
        const ROUNDS: usize = 1 << 20;
        const TIMES: usize = 15;
        let rate = |operate: fn(usize, f64) -> (f64, usize)| {
            let mut numbers = 0;
            let time = least(TIMES, || numbers = black_box(operate(black_box(ROUNDS), black_box(1.000_000_1))).1);
            numbers as f64 / time
        };
        Machine {
            products: rate(operate::<Products>),
            sums: rate(operate::<Sums>),
            both: rate(operate::<Both>),
            divisions: rate(operate::<Divisions>),
            bytes: Level::ALL.map(bandwidth),
        }
    }
}

/// What is done to numbers in registers. A trait, not a closure: closures are not always inlined, and then
/// not compiled for the same instruction set.
trait Operation {
    /// What becomes of chain `i`.
    fn of(i: usize, a: f64, by: f64) -> f64;
}

struct Products;
struct Sums;
struct Both;
struct Divisions;

impl Operation for Products {
    #[inline(always)]
    fn of(_: usize, a: f64, by: f64) -> f64 {
        a * by
    }
}

impl Operation for Sums {
    #[inline(always)]
    fn of(_: usize, a: f64, by: f64) -> f64 {
        a + by
    }
}

impl Operation for Both {
    #[inline(always)]
    fn of(i: usize, a: f64, by: f64) -> f64 {
        if i.is_multiple_of(2) { a * by } else { a + by }
    }
}

impl Operation for Divisions {
    #[inline(always)]
    fn of(_: usize, a: f64, by: f64) -> f64 {
        by / a
    }
}

/// So many numbers, each as wide as a register, wait for nothing but themselves: enough to keep all units
/// busy, and few enough to stay in registers.
const CHAINS: usize = 12;

/// Does the same to all chains again and again. Returns what became of them, and how many operations
/// that was.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
fn operate<O: Operation>(rounds: usize, by: f64) -> (f64, usize) {
    match_target! {
        "x86_64+avx512f" => repeat::<O, 8>(rounds, by),
        _ => repeat::<O, 4>(rounds, by),
    }
}

#[inline(always)]
fn repeat<O: Operation, const WIDTH: usize>(rounds: usize, by: f64) -> (f64, usize) {
    let mut chains = [[1.0; WIDTH]; CHAINS];
    for _ in 0..rounds {
        for i in 0..CHAINS {
            let mut next = [0.0; WIDTH];
            for lane in 0..WIDTH {
                next[lane] = O::of(i, chains[i][lane], by);
            }
            chains[i] = next;
        }
    }
    // They are stored before they are added up, so that they are seen to stand side by side.
    (black_box(chains).iter().flatten().sum(), rounds * CHAINS * WIDTH)
}

/// Bytes read and written a second where arrays stand at a level of the memory.
fn bandwidth(level: Level) -> f64 {
    /// So many bytes are read and written for each time that is taken.
    const ENOUGH: usize = 64 << 20;
    const TIMES: usize = 15;
    let count = level.bytes() / 2 / size_of::<Lanes>();
    let from = vec![Lanes::ONE; count];
    let mut to = vec![Lanes::ZERO; count];
    let again = (ENOUGH / level.bytes()).clamp(1, ENOUGH);
    let time = least(TIMES, || {
        for _ in 0..again {
            scale(black_box(&from), black_box(&mut to), Lanes::splat(2.0));
        }
    });
    (again * level.bytes()) as f64 / time
}

/// to ← from · by: a copy, which no compiler turns into a call.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
fn scale(from: &[Lanes], to: &mut [Lanes], by: Lanes) {
    for (to, from) in to.iter_mut().zip(from) {
        *to = *from * by;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_done_and_counted() {
        // Four rounds of ×2 make 16, of +2 make 9; 2/x and 2/(2/x) = x take turns.
        let check = |operate: fn(usize, f64) -> (f64, usize), each: f64| {
            let (sum, count) = operate(4, 2.0);
            let width = count / 4 / CHAINS;
            assert!(width == 4 || width == 8, "{width}");
            assert_eq!(sum, each * (CHAINS * width) as f64);
        };
        check(operate::<Products>, 16.0);
        check(operate::<Sums>, 9.0);
        check(operate::<Both>, 12.5);
        check(operate::<Divisions>, 1.0);
    }
}
