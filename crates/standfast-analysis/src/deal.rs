//! Lots: some draws of many, chosen at random and by address.

use standfast_math::stream::Stream;

/// So many yeses, dealt to draws at random: those with the smallest of random numbers. `deal` tells several uses
/// of a stream apart.
pub(crate) fn dealt(stream: &Stream, deal: u64, draws: usize, yes: usize) -> Vec<bool> {
    let order = order(stream, deal, draws);
    let mut dealt = vec![false; draws];
    order[..yes].iter().for_each(|draw| dealt[*draw] = true);
    dealt
}

/// The draws in a random order.
pub(crate) fn order(stream: &Stream, deal: u64, draws: usize) -> Vec<usize> {
    let mut lots: Vec<(u64, usize)> = (0..draws).map(|draw| (stream.bits([deal, draw as u64, 0, 0]), draw)).collect();
    lots.sort_unstable();
    lots.into_iter().map(|(_, draw)| draw).collect()
}
