//! Which place of a status list comes next: a secret order of all places, so that tokens minted together do not lie
//! together, and none is ever given twice.

use sha2::{Digest, Sha256};

/// Places in a status list.
pub const PLACES: u32 = 1 << 16;
const ROUNDS: usize = 12;

/// A permutation of the places, drawn from a seed: a Feistel network over two bytes, whose round functions are tables
/// cut from SHA-256.
#[derive(Debug, Clone)]
pub struct Shuffle(Box<[[u8; 256]; ROUNDS]>);

impl Shuffle {
    /// The order that a seed stands for.
    pub fn new(seed: &[u8]) -> Self {
        let mut tables = Box::new([[0; 256]; ROUNDS]);
        for (round, table) in (0_u8..).zip(tables.iter_mut()) {
            for (part, bytes) in (0_u8..).zip(table.chunks_exact_mut(32)) {
                let hash = Sha256::new()
                    .chain_update(b"status order")
                    .chain_update(seed)
                    .chain_update([round, part]);
                bytes.copy_from_slice(&hash.finalize());
            }
        }
        Self(tables)
    }

    /// The place that comes at a turn; turns run from 0 to [`PLACES`] − 1.
    pub fn place(&self, turn: u32) -> u32 {
        let [_, _, mut left, mut right] = turn.to_be_bytes();
        for table in self.0.iter() {
            (left, right) = (right, left ^ table[usize::from(right)]);
        }
        u32::from_be_bytes([0, 0, left, right])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_place_comes_once() {
        let shuffle = Shuffle::new(&[7; 32]);
        let places: BTreeSet<u32> = (0..PLACES).map(|turn| shuffle.place(turn)).collect();
        assert_eq!((places.len(), places.last()), (1 << 16, Some(&(PLACES - 1))));
    }

    #[test]
    fn neighbours_in_turn_are_no_neighbours_in_place() {
        let (one, other) = (Shuffle::new(&[1; 32]), Shuffle::new(&[2; 32]));
        let near = |s: &Shuffle| (1..1000).filter(|t| s.place(*t).abs_diff(s.place(t - 1)) < 64).count();
        // By chance about 2 in 1000 are.
        assert!(near(&one) < 20 && near(&other) < 20);
        assert!((0..1000).filter(|t| one.place(*t) == other.place(*t)).count() < 5);
    }
}
