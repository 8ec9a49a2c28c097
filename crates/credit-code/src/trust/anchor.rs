//! What a till holds on to between trust lists: whose word counts, and how far the sequence has come.

use super::TrustList;
use crate::key::PublicKey;

/// The root that is believed, the next one when it was announced, and the highest sequence number seen.
///
/// An app is built with [`Anchor::pinned`], and keeps the one that [`TrustList::open`] gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    root: PublicKey,
    next: Option<PublicKey>,
    seq: u64,
}

impl Anchor {
    /// Believes this root, and has seen nothing yet.
    pub const fn pinned(root: PublicKey) -> Self {
        Self { root, next: None, seq: 0 }
    }

    /// As kept from earlier: a root, the next one, and the highest sequence number.
    pub const fn kept(root: PublicKey, next: Option<PublicKey>, seq: u64) -> Self {
        Self { root, next, seq }
    }

    /// What to hold on to after a list was taken in: a list by the next root makes that the root.
    pub(super) fn after(list: &TrustList, signer: PublicKey) -> Self {
        Self { root: signer, next: list.next_root, seq: list.seq }
    }

    /// The root that is believed.
    pub const fn root(&self) -> PublicKey {
        self.root
    }

    /// The root that will be believed next.
    pub const fn next(&self) -> Option<PublicKey> {
        self.next
    }

    /// The highest sequence number seen.
    pub const fn seq(&self) -> u64 {
        self.seq
    }

    pub(super) fn roots(&self) -> impl Iterator<Item = PublicKey> {
        [Some(self.root), self.next].into_iter().flatten()
    }
}
