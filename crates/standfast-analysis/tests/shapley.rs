//! What is known of Shapley values and interactions, held against the code.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use standfast_analysis::shapley::Lattice;

/// Of sums of up to some hundred terms of which none is larger than 1.
const ROUNDING: f64 = 1e-12;

/// A worth for each subset, in two draws.
type Worth = Vec<[f64; 2]>;

fn games(most: usize) -> impl Strategy<Value = (usize, Worth)> {
    (0..=most).prop_flat_map(|players| {
        let worth = proptest::collection::vec([-1.0..1.0, 0.0..1.0], 1 << players);
        (Just(players), worth)
    })
}

fn lattice(players: usize, worth: &Worth) -> Lattice<'_> {
    Lattice::new(players, |subset| &worth[subset])
}

/// All orders of some players.
fn orders(players: &[usize]) -> Vec<Vec<usize>> {
    if players.is_empty() {
        return vec![Vec::new()];
    }
    let begun_by = |&first: &usize| {
        let others: Vec<usize> = players.iter().copied().filter(|&player| player != first).collect();
        orders(&others).into_iter().map(move |rest| std::iter::once(first).chain(rest).collect())
    };
    players.iter().flat_map(begun_by).collect()
}

/// The Shapley value by its other definition: the mean, over all orders, of what a player adds to those before
/// it, where some other players are there from the start.
fn by_orders(players: &[usize], player: usize, there: usize, worth: impl Fn(usize) -> f64) -> f64 {
    let orders = orders(players);
    let added = |order: &Vec<usize>| {
        let before = order.iter().take_while(|&&other| other != player).fold(there, |set, other| set | 1 << other);
        worth(before | 1 << player) - worth(before)
    };
    orders.iter().map(added).sum::<f64>() / orders.len() as f64
}

fn close(a: f64, b: f64) -> Result<(), TestCaseError> {
    prop_assert!((a - b).abs() <= ROUNDING, "{} against {}", a, b);
    Ok(())
}

/// A subset with two players in each other's place.
fn swapped(subset: usize, a: usize, b: usize) -> usize {
    let has = |player: usize| subset >> player & 1;
    subset & !(1 << a | 1 << b) | has(a) << b | has(b) << a
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn values_are_the_means_over_all_orders((players, worth) in games(7)) {
        let lattice = lattice(players, &worth);
        let all: Vec<usize> = (0..players).collect();
        for player in 0..players {
            let ours = lattice.shapley(player);
            for draw in 0..2 {
                close(ours[draw], by_orders(&all, player, 0, |subset| worth[subset][draw]))?;
            }
        }
    }

    /// By the recursion that defines it: the value of one with the other there, less that without.
    #[test]
    fn interactions_are_differences_of_means_over_orders((players, worth) in games(6)) {
        let lattice = lattice(players, &worth);
        for (one, other) in (0..players).flat_map(|one| (0..players).map(move |other| (one, other))) {
            if one == other {
                continue;
            }
            let ours = lattice.interaction(one, other);
            prop_assert_eq!(&ours, &lattice.interaction(one, other));
            let others: Vec<usize> = (0..players).filter(|&player| player != other).collect();
            for draw in 0..2 {
                let value = |there| by_orders(&others, one, there, |subset| worth[subset][draw]);
                close(ours[draw], value(1 << other) - value(0))?;
                close(ours[draw], lattice.interaction(other, one)[draw])?;
            }
        }
    }

    #[test]
    fn values_add_up_to_what_all_are_worth((players, worth) in games(12)) {
        let lattice = lattice(players, &worth);
        for draw in 0..2 {
            let sum: f64 = (0..players).map(|player| lattice.shapley(player)[draw]).sum();
            close(sum, lattice.all()[draw] - lattice.nothing()[draw])?;
        }
    }

    #[test]
    fn alike_players_have_alike_values((players, worth) in games(8), pick: [usize; 3]) {
        prop_assume!(players >= 3);
        let [a, b, third] = [0, 1, 2].map(|i| (pick[0] % players + i * (1 + pick[1] % (players - 1))) % players);
        prop_assume!(a != b && b != third && a != third);
        let alike: Worth = (0..worth.len())
            .map(|subset| std::array::from_fn(|draw| worth[subset][draw] + worth[swapped(subset, a, b)][draw]))
            .collect();
        let lattice = lattice(players, &alike);
        for draw in 0..2 {
            close(lattice.shapley(a)[draw], lattice.shapley(b)[draw])?;
            close(lattice.interaction(a, third)[draw], lattice.interaction(b, third)[draw])?;
        }
    }

    /// Who adds the same to every subset.
    #[test]
    fn a_dummy_has_what_it_adds_and_acts_on_nobody((players, worth) in games(8), pick: usize, adds in -1.0..1.0) {
        prop_assume!(players > 0);
        let dummy = pick % players;
        let with: Worth = (0..worth.len())
            .map(|subset| {
                let has = (subset >> dummy & 1) as f64;
                worth[subset & !(1 << dummy)].map(|worth| worth + has * adds)
            })
            .collect();
        let lattice = lattice(players, &with);
        for draw in 0..2 {
            for value in [lattice.shapley(dummy), lattice.added_first(dummy), lattice.taken_last(dummy)] {
                close(value[draw], adds)?;
            }
            for other in (0..players).filter(|&other| other != dummy) {
                close(lattice.interaction(dummy, other)[draw], 0.0)?;
            }
        }
    }

    #[test]
    fn values_and_interactions_of_a_sum_are_sums((players, one) in games(8), seed: u64) {
        // Another game of as many players.
        let other: Worth = one.iter().enumerate().map(|(subset, worth)| {
            let turn = (seed >> (subset % 64) & 1) as f64;
            worth.map(|worth| turn - worth * worth)
        }).collect();
        let sum: Worth = one.iter().zip(&other).map(|(a, b)| [a[0] + b[0], a[1] + b[1]]).collect();
        let [one, other, sum] = [&one, &other, &sum].map(|worth| lattice(players, worth));
        for draw in 0..2 {
            for player in 0..players {
                close(sum.shapley(player)[draw], one.shapley(player)[draw] + other.shapley(player)[draw])?;
                for second in 0..player {
                    let of = |lattice: &Lattice<'_>| lattice.interaction(player, second)[draw];
                    close(of(&sum), of(&one) + of(&other))?;
                }
            }
        }
    }
}

/// Two who are worth something only together, and one who is worth as much alone: by hand.
#[test]
fn a_game_by_hand() {
    let worth: Vec<[f64; 1]> = [0.0, 0.0, 0.0, 6.0, 6.0, 6.0, 6.0, 6.0].map(|worth| [worth]).to_vec();
    let lattice = Lattice::new(3, |subset| &worth[subset]);
    // The third brings 6 unless the first two are there already: in a third of the orders.
    assert_eq!([0, 1, 2].map(|player| lattice.shapley(player)[0]), [1.0, 1.0, 4.0]);
    assert_eq!([0, 1, 2].map(|player| lattice.added_first(player)[0]), [0.0, 0.0, 6.0]);
    assert_eq!([0, 1, 2].map(|player| lattice.taken_last(player)[0]), [0.0; 3]);
    // The first two help each other while the third is not there; each spoils what the third brings where the
    // other one is.
    assert_eq!([(0, 1), (0, 2), (1, 2)].map(|(a, b)| lattice.interaction(a, b)[0]), [3.0, -3.0, -3.0]);
}
