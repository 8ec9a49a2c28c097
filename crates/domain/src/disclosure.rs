//! What a credit code shows: chosen by the holder before each showing, as little as the purpose needs.

use serde::{Deserialize, Serialize};

/// A perk of the alliance's catalogue; its number is a bit in the code's perk set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub struct PerkId(u8);

/// A perk number above [`PerkId::MAX`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a perk is a number from 0 to 31")]
pub struct PerkIdError;

impl PerkId {
    /// The highest number: 32 perks fit in a code.
    pub const MAX: u8 = 31;

    /// Its bit number.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for PerkId {
    type Error = PerkIdError;

    fn try_from(number: u8) -> Result<Self, PerkIdError> {
        if number <= Self::MAX { Ok(Self(number)) } else { Err(PerkIdError) }
    }
}

impl From<PerkId> for u8 {
    fn from(perk: PerkId) -> Self {
        perk.0
    }
}

/// The one purpose that a token is minted for; it decides which fields the token holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "perk")]
pub enum Purpose {
    /// "At least this tier", nothing else.
    Level,
    /// The tier and the masked name (王*明).
    LevelAndName,
    /// The right to one perk, without tier or name.
    Perk(PerkId),
}
