//! Named random streams: (seed, name, draw, index) → value.
//!
//! Nothing is consumed, so adding a use of randomness somewhere never shifts the numbers that
//! another place sees, and any draw can be reproduced alone.

use crate::philox::philox4x64;

/// A stream of random numbers with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    key: [u64; 2],
}

impl Stream {
    /// The stream of that name under that seed.
    pub fn new(seed: u64, name: &str) -> Stream {
        Stream { key: [seed, fnv1a(name.as_bytes())] }
    }

    /// The 64 random bits at an address.
    #[inline]
    pub fn bits(&self, address: [u64; 4]) -> u64 {
        philox4x64(address, self.key)[0]
    }

    /// A uniform number in (0, 1) for a draw; `index` tells several uses in one draw apart.
    pub fn uniform(&self, draw: u64, index: u64) -> f64 {
        unit_interval(self.bits([draw, index, 0, 0]))
    }
}

/// The middle of the one of 2⁵² equal cells of (0, 1) that the top bits name: never 0, never 1.
#[inline]
pub fn unit_interval(bits: u64) -> f64 {
    const CELL: f64 = 1.0 / 4_503_599_627_370_496.0;
    ((bits >> 12) as f64 + 0.5) * CELL
}

/// FNV-1a, 64 bits: turns a name into a key.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
