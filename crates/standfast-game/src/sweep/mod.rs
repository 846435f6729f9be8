//! The inner loops over all states, compiled for several instruction sets; the one that the machine
//! has is chosen when the program runs. Wider registers only put more lanes into one instruction:
//! the operations on each lane, and so the bits, are the same (no fused multiply-add).
//!
//! The loops themselves are in `loops`. These two files are the only place where speed decides how
//! code is written.

mod loops;

use multiversion::multiversion;
use standfast_math::Lanes;

use crate::backward::YearPolicy;
use crate::challenger::{PeaceChoice, WarChoice};
use crate::forward::PeaceYear;
use crate::response::equilibrium::{Responses, Stage, respond_in_lanes};

/// One factor's axis of the state space and the moves along it.
#[derive(Clone, Copy)]
pub(crate) struct Axis<'a> {
    /// How far apart neighbouring levels are.
    pub stride: usize,
    /// How many levels there are.
    pub levels: usize,
    /// Probabilities of one level down, none, one up, by point of the grid that they depend on.
    pub moves: &'a [[Lanes; 3]],
    /// The point of that grid for every state.
    pub map: &'a [u32],
}

/// out(x) = Σ_x' P(x → x') v(x'), along one axis.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn expect(v: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    loops::expect(v, out, axis);
}

/// out(x') = Σ_x mass(x) P(x → x'), along one axis.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn push(mass: &[Lanes], out: &mut [Lanes], axis: Axis<'_>) {
    loops::push(mass, out, axis);
}

/// The values at the lowest level of one axis.
pub(super) fn lowest(v: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (block, out) in v.chunks_exact(stride * levels).zip(out.chunks_exact_mut(stride)) {
        out.copy_from_slice(&block[..stride]);
    }
}

/// Gives every level of one axis the same values.
pub(super) fn spread(v: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (v, block) in v.chunks_exact(stride).zip(out.chunks_exact_mut(stride * levels)) {
        block.chunks_exact_mut(stride).for_each(|level| level.copy_from_slice(v));
    }
}

/// Sums a mass over all levels of one axis.
pub(super) fn collapse(mass: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (block, out) in mass.chunks_exact(stride * levels).zip(out.chunks_exact_mut(stride)) {
        for (i, sum) in out.iter_mut().enumerate() {
            *sum = (1..levels).fold(block[i], |sum, level| sum + block[level * stride + i]);
        }
    }
}

/// Adds a mass to the lowest level of one axis.
pub(super) fn add_to_lowest(mass: &[Lanes], out: &mut [Lanes], stride: usize, levels: usize) {
    for (mass, block) in mass.chunks_exact(stride).zip(out.chunks_exact_mut(stride * levels)) {
        block.iter_mut().zip(mass).for_each(|(sum, mass)| *sum += *mass);
    }
}

/// A year at peace, at every state: `value` turns from next year's expectation under holding into
/// this year's worth of peace, the arrays of `policy` receive the probabilities.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn choose(
    choice: &PeaceChoice,
    discount: Lanes,
    fight: &[Lanes],
    means: &[Vec<Lanes>; 3],
    value: &mut [Lanes],
    policy: [&mut [Lanes]; 3],
) {
    loops::choose(choice, discount, fight, means, value, policy);
}

/// A year of war, at every state, given next year's expectations of peace and of war: `fight` and
/// `value` receive what fighting and war are worth, `settle` the probability of settling.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn fight_or_settle(
    choice: &WarChoice,
    discount: Lanes,
    peace: &[Lanes],
    war: &[Lanes],
    fight: &mut [Lanes],
    value: &mut [Lanes],
    settle: &mut [Lanes],
) {
    loops::fight_or_settle(choice, discount, peace, war, fight, value, settle);
}

/// Splits a mass at peace by what the challenger does.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn split_peace(choice: &PeaceChoice, policy: &YearPolicy, mass: &[Lanes], year: &mut PeaceYear) {
    loops::split_peace(choice, policy, mass, year);
}

/// The challenger's chance of winning against each joint help.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn chances(ln_challenger: Lanes, own: Lanes, help: &[Lanes], decisiveness: Lanes) -> Vec<Lanes> {
    loops::chances(ln_challenger, own, help, decisiveness)
}

/// logit(λ·u(P)) of the guarantors at one state, case and severity.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn respond(stage: &Stage<'_>, p: &Responses, work: &mut Vec<Lanes>) -> Responses {
    respond_in_lanes(stage, p, work)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use standfast_math::stream::Stream;
    use standfast_model::parents::FactorSet;

    use super::*;
    use crate::field::{Everywhere, Field};
    use crate::space::Space;

    /// Numbers in (−1, 1), different in every lane.
    fn numbers(seed: u64, name: &str, count: usize) -> Vec<Lanes> {
        let stream = Stream::new(seed, name);
        let number = |i: usize, lane: usize| 2.0 * stream.uniform(i as u64, lane as u64) - 1.0;
        (0..count).map(|i| Lanes(std::array::from_fn(|lane| number(i, lane)))).collect()
    }

    /// The same with all their bits.
    fn bits<'a>(arrays: impl IntoIterator<Item = &'a [Lanes]>) -> Vec<u64> {
        arrays.into_iter().flatten().flat_map(|lanes| lanes.0.map(f64::to_bits)).collect()
    }

    proptest! {
        /// The instruction set that was chosen, and the one that every machine has, with the levels all
        /// in one go or one by one.
        #[test]
        fn every_way_along_an_axis_gives_the_same_bits(
            levels in 1..7_usize, stride in 1..5_usize, blocks in 1..4_usize, seed: u64,
        ) {
            let states = levels * stride * blocks;
            let v = numbers(seed, "v", states);
            let moves: Vec<[Lanes; 3]> =
                numbers(seed, "moves", 3 * 5).chunks(3).map(|moves| [moves[0], moves[1], moves[2]]).collect();
            let map: Vec<u32> = (0..states as u32).map(|state| state * 7 % 5).collect();
            let axis = Axis { stride, levels, moves: &moves, map: &map };
            let of = |sweep: &dyn Fn(&mut [Lanes])| {
                let mut out = vec![Lanes::ZERO; states];
                sweep(&mut out);
                bits([&out[..]])
            };
            let expected = of(&|out| loops::expect_along_any(&v, out, axis));
            prop_assert_eq!(&of(&|out| loops::expect(&v, out, axis)), &expected);
            prop_assert_eq!(&of(&|out| expect(&v, out, axis)), &expected);
            let pushed = of(&|out| loops::push_along_any(&v, out, axis));
            prop_assert_eq!(&of(&|out| loops::push(&v, out, axis)), &pushed);
            prop_assert_eq!(&of(&|out| push(&v, out, axis)), &pushed);
        }

        #[test]
        fn every_instruction_set_chooses_with_the_same_bits(seed: u64, scale in 0.01..1e3) {
            let space = Space::of(vec![2, 3]);
            let everywhere = |name: &str| -> Everywhere {
                let values = numbers(seed, name, 3).into_iter().map(|x| x * scale).collect();
                Field { factors: FactorSet::EMPTY.with(1), values }.everywhere(&space)
            };
            let choice = PeaceChoice {
                hold: everywhere("hold"),
                coerce: everywhere("coerce"),
                capture: everywhere("capture"),
                limited: everywhere("limited"),
                escalation: everywhere("escalation"),
                onset_cost: everywhere("onset"),
                opportunity: everywhere("opportunity"),
                limited_opportunity: everywhere("limited opportunity"),
                precision: everywhere("precision"),
            };
            let states = space.states();
            let array = |name: &str| numbers(seed, name, states);
            let means = [array("first"), array("second"), array("third")];
            let discount = Lanes::splat(0.9);
            let run = |dispatched: bool| {
                let (mut value, fight) = (array("value"), array("fight"));
                let [mut p, mut q, mut r] = [array("p"), array("q"), array("r")];
                let policy = [&mut p[..], &mut q[..], &mut r[..]];
                if dispatched {
                    choose(&choice, discount, &fight, &means, &mut value, policy);
                } else {
                    loops::choose(&choice, discount, &fight, &means, &mut value, policy);
                }
                bits([&value[..], &p[..], &q[..], &r[..]])
            };
            prop_assert_eq!(run(true), run(false));
            let war = WarChoice {
                fight: everywhere("war"),
                repelled: everywhere("repelled"),
                undecided: everywhere("undecided"),
                settle: everywhere("settle"),
                precision: everywhere("precision at war"),
            };
            let run = |dispatched: bool| {
                let [mut fight, mut value, mut settle] = [array("a"), array("b"), array("c")];
                let arrays = (&mut fight[..], &mut value[..], &mut settle[..]);
                if dispatched {
                    fight_or_settle(&war, discount, &means[0], &means[1], arrays.0, arrays.1, arrays.2);
                } else {
                    loops::fight_or_settle(&war, discount, &means[0], &means[1], arrays.0, arrays.1, arrays.2);
                }
                bits([&fight[..], &value[..], &settle[..]])
            };
            prop_assert_eq!(run(true), run(false));
        }
    }
}
