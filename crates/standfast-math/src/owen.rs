//! Owen's nested uniform scrambling of binary points.
//!
//! Owen 1995, "Randomly permuted (t,m,s)-nets and (t,s)-sequences": each bit is flipped or not by
//! a coin that depends on all the bits above it. Every scrambled point is uniform on its own, and
//! a scrambled net is still a net, so each scrambling gives an unbiased estimate and a few of
//! them give its error. The coins come from an addressed [`Stream`]: nothing is stored, and a
//! point can be computed alone.

use crate::stream::Stream;

/// Bits are taken in groups; the coins of one group below one prefix are one random word.
const GROUP: u32 = 6;
/// 9 groups, 54 bits: as many as a uniform number in double precision keeps.
const GROUPS: u32 = 9;

/// Scrambles the leading 54 bits of a coordinate and drops the rest.
///
/// `scrambling` tells independent scramblings of the same net apart.
#[inline]
pub fn scramble(stream: &Stream, scrambling: u64, dimension: u64, bits: u64) -> u64 {
    let mut out = 0;
    for group in 0..GROUPS {
        let above = group * GROUP;
        let prefix = if above == 0 { 0 } else { bits >> (64 - above) };
        let coins = stream.bits([prefix, u64::from(group), dimension, scrambling]);
        // The coins of the group form a binary tree of 63 nodes; `node` walks down it.
        let mut node = 1_u64;
        for level in 0..GROUP {
            let bit = bits >> (63 - above - level) & 1;
            out = out << 1 | (bit ^ (coins >> node & 1));
            node = node << 1 | bit;
        }
    }
    out << (64 - GROUP * GROUPS)
}
