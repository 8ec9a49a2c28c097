//! What a till knows and asks for.

use crate::{UnixTime, present::Aud};
use std::collections::BTreeSet;

/// One till at one moment.
#[derive(Debug)]
pub struct Till<'s> {
    /// Its time.
    pub now: UnixTime,
    /// A time that certainly has passed: when the app was built. The lists' own times are added by the verifier.
    pub clock_floor: UnixTime,
    /// Its name, where codes must be made for it.
    pub aud: Option<Aud>,
    /// Its challenge, in strict mode.
    pub challenge: Option<[u8; 8]>,
    /// What was accepted in this session.
    pub session: &'s mut SeenTokens,
    /// What it asks for.
    pub policy: Policy,
}

impl<'s> Till<'s> {
    /// A till that asks for nothing special.
    pub fn new(now: UnixTime, session: &'s mut SeenTokens) -> Self {
        Self {
            now,
            clock_floor: UnixTime::default(),
            aud: None,
            challenge: None,
            session,
            policy: Policy::default(),
        }
    }
}

/// What a till asks of a genuine code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Policy {
    /// The least tier.
    pub min_tier: Option<u8>,
    /// A perk that must be there.
    pub perk: Option<u8>,
}

/// The tokens that a till has accepted in its session, by replay key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SeenTokens(BTreeSet<[u8; 32]>);

impl SeenTokens {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self(BTreeSet::new())
    }

    /// Whether a token was accepted before.
    pub fn contains(&self, replay_key: &[u8; 32]) -> bool {
        self.0.contains(replay_key)
    }

    /// Remembers a token; false when it was there already.
    pub fn insert(&mut self, replay_key: [u8; 32]) -> bool {
        self.0.insert(replay_key)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was accepted yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Extend<[u8; 32]> for SeenTokens {
    fn extend<I: IntoIterator<Item = [u8; 32]>>(&mut self, keys: I) {
        self.0.extend(keys);
    }
}

impl FromIterator<[u8; 32]> for SeenTokens {
    fn from_iter<I: IntoIterator<Item = [u8; 32]>>(keys: I) -> Self {
        Self(keys.into_iter().collect())
    }
}
