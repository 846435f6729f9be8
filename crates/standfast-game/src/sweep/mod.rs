//! The inner loops, compiled for several instruction sets; the one that the machine has is chosen when
//! the program runs. Wider registers only put more lanes into one instruction: the operations on each
//! lane, and so the bits, are the same (no fused multiply-add).
//!
//! The loops themselves are in `axis` (moves) and `passes` (choices). These files are the only place
//! where speed decides how code is written.

mod axis;
mod passes;

use std::ops::Range;

use multiversion::multiversion;
use multiversion::target::match_target;
use standfast_math::Lanes;

use crate::challenger::{PeaceChoice, WarChoice, YearPolicy};
use crate::contest::{self, ContestPoint};
use crate::era::War;
use crate::flow::{AtWar, Ended, Flow};
use crate::multilinear::Work;
use crate::response::equilibrium::{self, Advantages, Equilibrium, Stage};
use crate::response::{self, Case, Inputs, Severity, Summary};
pub use axis::Axis;
use axis::{ADDED, Backward, COPIED, Forward, IN_PLACE, along};
pub(crate) use axis::{add_to_lowest, collapse, lowest, spread};
pub use passes::Stages;

// Half of the lanes of a column's moves fit into the 16 registers of older machines, all of them into the
// 32 registers of newer ones.

/// v(x) ← Σ_x' P(x → x') v(x'), along one axis.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub fn expect(v: &mut [Lanes], axis: Axis<'_>) {
    match_target! {
        "x86_64+avx512f" => along::<Backward, 8, IN_PLACE>(&[], v, axis),
        _ => along::<Backward, 4, IN_PLACE>(&[], v, axis),
    }
}

/// to(x) ← Σ_x' P(x → x') from(x'), along one axis.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub fn expect_from(from: &[Lanes], to: &mut [Lanes], axis: Axis<'_>) {
    match_target! {
        "x86_64+avx512f" => along::<Backward, 8, COPIED>(from, to, axis),
        _ => along::<Backward, 4, COPIED>(from, to, axis),
    }
}

/// m(x') ← Σ_x m(x) P(x → x'), along one axis.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub fn push(mass: &mut [Lanes], axis: Axis<'_>) {
    match_target! {
        "x86_64+avx512f" => along::<Forward, 8, IN_PLACE>(&[], mass, axis),
        _ => along::<Forward, 4, IN_PLACE>(&[], mass, axis),
    }
}

/// to(x') ← Σ_x from(x) P(x → x'), along one axis.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub fn push_into(from: &[Lanes], to: &mut [Lanes], axis: Axis<'_>) {
    match_target! {
        "x86_64+avx512f" => along::<Forward, 8, COPIED>(from, to, axis),
        _ => along::<Forward, 4, COPIED>(from, to, axis),
    }
}

/// to(x') ← to(x') + Σ_x from(x) P(x → x'), along one axis.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub fn push_onto(from: &[Lanes], to: &mut [Lanes], axis: Axis<'_>) {
    match_target! {
        "x86_64+avx512f" => along::<Forward, 8, ADDED>(from, to, axis),
        _ => along::<Forward, 4, ADDED>(from, to, axis),
    }
}

/// Chooses at peace at some states, given next year's expectations under holding, coercion and a limited
/// attack: `value` receives what peace is worth there, the policy the probabilities.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub fn choose(
    choice: &PeaceChoice,
    discount: Lanes,
    fight: &[Lanes],
    states: Range<usize>,
    means: [&[Lanes]; 3],
    value: &mut [Lanes],
    policy: &mut YearPolicy,
    stages: &mut Stages,
) {
    passes::choose(choice, discount, fight, states, means, value, policy, stages);
}

/// Fights or settles at some states, given next year's expectations of peace and of war there: `value`
/// receives what war is worth there; `fight`, over all states, what fighting is worth; `settle`, over all
/// states, the probability of settling.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub fn fight_or_settle(
    choice: &WarChoice,
    discount: Lanes,
    states: Range<usize>,
    means: [&[Lanes]; 2],
    value: &mut [Lanes],
    fight: &mut [Lanes],
    settle: &mut [Lanes],
) {
    passes::fight_or_settle(choice, discount, states, means, value, fight, settle);
}

/// Splits a mass at some states by what the challenger does: what stays at peace after calm, coercion and a
/// limited attack; the flow notes the rest.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn split<F: Flow>(
    choice: &PeaceChoice,
    policy: &YearPolicy,
    states: Range<usize>,
    mass: &[Lanes],
    stays: [&mut [Lanes]; 3],
    flow: &mut F,
) {
    passes::split(choice, policy, states, mass, stays, flow);
}

/// A year of war at some states: to the `mass` at war of earlier years comes what has `begun`. `goes_on`
/// receives what is at war next year, `to_peace` what is not.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn wage(
    war: &War,
    states: Range<usize>,
    settle: &[Lanes],
    begun: &[Lanes],
    mass: &[Lanes],
    to_peace: &mut [Lanes],
    goes_on: &mut [Lanes],
    weight: Lanes,
    charges: &mut AtWar,
) -> Ended {
    passes::wage(war, states, settle, begun, mass, to_peace, goes_on, weight, charges)
}

/// The logarithm of a strength with each joint help.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn ln_totals(own: Lanes, help: &[Lanes]) -> Vec<Lanes> {
    contest::ln_totals(own, help)
}

/// The contest at one point.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn contest(
    ln_challenger: Lanes,
    ln_total: &[Vec<Lanes>; 2],
    decisiveness: Lanes,
    guarantors: usize,
) -> ContestPoint {
    ContestPoint::between(ln_challenger, ln_total, decisiveness, guarantors)
}

/// The guarantors' equilibrium at one state, case and severity.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn solve(stage: &Stage<'_>, advantages: &Advantages, work: &mut Work<Lanes>) -> Equilibrium {
    equilibrium::solve(stage, advantages, work)
}

/// The responses at points that have the contest in common, in all cases.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
pub(crate) fn respond(
    inputs: &[Inputs<Lanes>],
    cases: &[Case],
    contest: &ContestPoint,
    severity: Severity,
    work: &mut Work<Lanes>,
) -> Vec<Summary> {
    response::respond(inputs, cases, contest, severity, work)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use standfast_math::stream::Stream;
    use standfast_model::parents::FactorSet;

    use super::axis::any_columns;
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
        /// The instruction set that was chosen and the one that every machine has, all lanes at once and half
        /// of them, levels in one go and one by one; in place, from elsewhere, and added.
        #[test]
        fn every_way_along_an_axis_gives_the_same_bits(
            levels in 1..7_usize, stride in 1..70_usize, blocks in 1..4_usize, runs in 1..4_usize, seed: u64,
        ) {
            let run = levels * stride * blocks;
            let (from, to) = (numbers(seed, "from", run * runs), numbers(seed, "to", run * runs));
            let moves: Vec<[Lanes; 3]> = numbers(seed, "moves", 3 * levels * 2)
                .chunks(3)
                .map(|moves| [moves[0], moves[1], moves[2]])
                .collect();
            let points: Vec<u32> = (0..runs as u32).map(|run| run % 2).collect();
            let axis = Axis { stride, levels, run, points: &points, moves: &moves };
            let of = |start: &[Lanes], sweep: &dyn Fn(&mut [Lanes])| {
                let mut out = start.to_vec();
                sweep(&mut out);
                bits([&out[..]])
            };
            let expected = of(&to, &|out| any_columns::<Backward, COPIED>(&from, out, axis));
            for ours in [
                of(&to, &|out| along::<Backward, 8, COPIED>(&from, out, axis)),
                of(&to, &|out| along::<Backward, 4, COPIED>(&from, out, axis)),
                of(&to, &|out| expect_from(&from, out, axis)),
                of(&from, &|out| along::<Backward, 8, IN_PLACE>(&[], out, axis)),
                of(&from, &|out| along::<Backward, 4, IN_PLACE>(&[], out, axis)),
                of(&from, &|out| expect(out, axis)),
            ] {
                prop_assert_eq!(&ours, &expected);
            }
            let pushed = of(&to, &|out| any_columns::<Forward, COPIED>(&from, out, axis));
            for ours in [
                of(&to, &|out| along::<Forward, 8, COPIED>(&from, out, axis)),
                of(&to, &|out| along::<Forward, 4, COPIED>(&from, out, axis)),
                of(&to, &|out| push_into(&from, out, axis)),
                of(&from, &|out| along::<Forward, 4, IN_PLACE>(&[], out, axis)),
                of(&from, &|out| push(out, axis)),
            ] {
                prop_assert_eq!(&ours, &pushed);
            }
            let added = of(&to, &|out| any_columns::<Forward, ADDED>(&from, out, axis));
            for ours in [
                of(&to, &|out| along::<Forward, 8, ADDED>(&from, out, axis)),
                of(&to, &|out| along::<Forward, 4, ADDED>(&from, out, axis)),
                of(&to, &|out| push_onto(&from, out, axis)),
            ] {
                prop_assert_eq!(&ours, &added);
            }
            let mut sum = to.clone();
            let mut moved = to.clone();
            push_into(&from, &mut moved, axis);
            sum.iter_mut().zip(&moved).for_each(|(sum, moved)| *sum += *moved);
            prop_assert_eq!(&added, &bits([&sum[..]]));
        }

        #[test]
        fn every_instruction_set_chooses_with_the_same_bits(seed: u64, scale in 0.01..1e3, flat: bool) {
            let space = Space::of(vec![4, 5], vec![0, 1]);
            let everywhere = |name: &str| -> Everywhere {
                let values = numbers(seed, name, 5).into_iter().map(|x| x * scale).collect();
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
                flat,
            };
            let all = 0..space.states();
            let array = |name: &str| numbers(seed, name, space.states());
            let means = [array("first"), array("second"), array("third")];
            let discount = Lanes::splat(0.9);
            let run = |dispatched: bool| {
                let (mut value, fight) = (array("value"), array("fight"));
                let (invade, limited, coerce) = (array("p"), array("q"), array("r"));
                let mut policy = YearPolicy { invade, limited, coerce, settle: Vec::new() };
                let mut stages = Stages::default();
                let means = means.each_ref().map(Vec::as_slice);
                let chosen = if dispatched { choose } else { passes::choose };
                chosen(&choice, discount, &fight, all.clone(), means, &mut value, &mut policy, &mut stages);
                bits([&value[..], &policy.invade, &policy.limited, &policy.coerce])
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
                let fought = if dispatched { fight_or_settle } else { passes::fight_or_settle };
                let means = [&means[0][..], &means[1]];
                fought(&war, discount, all.clone(), means, &mut value, &mut fight, &mut settle);
                bits([&fight[..], &value[..], &settle[..]])
            };
            prop_assert_eq!(run(true), run(false));
        }

        #[test]
        fn every_instruction_set_finds_the_same_contests_and_responses(guarantors in 0..6_usize, seed: u64) {
            let array = |name: &str, count: usize| numbers(seed, name, count);
            let help: Vec<Lanes> = array("help", 3_usize.pow(guarantors as u32)).into_iter().map(Lanes::abs).collect();
            let [own, challenger, decisiveness, precision] = [0, 1, 2, 3].map(|k| array("singles", 4)[k]);
            let own = own.abs();
            let ln_total = [ln_totals(own, &help), ln_totals(own * 0.5, &help)];
            prop_assert_eq!(bits([&ln_total[0][..]]), bits([&contest::ln_totals(own, &help)[..]]));
            let ours = contest(challenger, &ln_total, decisiveness, guarantors);
            let plain = ContestPoint::between(challenger, &ln_total, decisiveness, guarantors);
            // The text of a number has all its bits.
            prop_assert_eq!(format!("{ours:?}"), format!("{plain:?}"));
            let stakes: Vec<Lanes> = array("stakes", guarantors).into_iter().map(Lanes::abs).collect();
            let stage = Stage::new(precision.abs() * 10.0, &stakes, &plain);
            let advantages = std::array::from_fn(|i| [array("supply", 8)[i], array("intervene", 8)[i]]);
            let ours = solve(&stage, &advantages, &mut Work::default());
            let plain = equilibrium::solve(&stage, &advantages, &mut Work::default());
            prop_assert_eq!(format!("{ours:?}"), format!("{plain:?}"));
        }
    }
}
