//! Arrays that are used again and again, so that a solve allocates next to nothing.

use std::collections::BTreeMap;

use standfast_math::Lanes;

/// Free arrays by length.
#[derive(Debug, Default)]
pub struct Pool {
    free: BTreeMap<usize, Vec<Vec<Lanes>>>,
}

impl Pool {
    /// An array of that length with any content.
    pub fn take(&mut self, length: usize) -> Vec<Lanes> {
        let free = self.free.get_mut(&length).and_then(Vec::pop);
        free.unwrap_or_else(|| vec![Lanes::ZERO; length])
    }

    /// Gives an array back.
    pub fn give(&mut self, array: Vec<Lanes>) {
        if !array.is_empty() {
            self.free.entry(array.len()).or_default().push(array);
        }
    }
}
