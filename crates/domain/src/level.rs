//! The level of a score, as the credit code carries it: a tier, a lower bound.

use serde::{Deserialize, Serialize};

/// A level's number: 0 is "no level yet", higher is better; the scorecard's edition names each.
///
/// A code states a tier as a lower bound ("at least").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub struct Tier(u8);

impl Tier {
    /// The unscored person's tier: opens nothing, closes nothing.
    pub const NONE: Self = Self(0);
    /// The highest tier a scorecard may name.
    pub const MAX: Self = Self(9);

    /// A tier of 0 to 9.
    ///
    /// # Errors
    /// [`TierError`] above 9.
    pub const fn new(number: u8) -> Result<Self, TierError> {
        if number <= Self::MAX.0 { Ok(Self(number)) } else { Err(TierError) }
    }

    /// Its number.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// A tier above [`Tier::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a tier is a number from 0 to 9")]
pub struct TierError;

impl TryFrom<u8> for Tier {
    type Error = TierError;

    fn try_from(number: u8) -> Result<Self, TierError> {
        Self::new(number)
    }
}

impl From<Tier> for u8 {
    fn from(tier: Tier) -> Self {
        tier.0
    }
}
