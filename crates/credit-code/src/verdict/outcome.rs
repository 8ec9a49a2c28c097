//! A verdict with all that a screen needs.

use super::{Colour, NextStep, Verdict};
use crate::{
    UnixTime,
    body::{MaskedName, Perks},
};

/// What became of one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// Its colour, lists' ages taken in.
    pub colour: Colour,
    /// What to do now.
    pub next: NextStep,
    /// What the code says: only after the last check, so only with [`Verdict::Valid`] and [`Verdict::Specimen`].
    pub shown: Option<Shown>,
    /// SHA-256 of the issuer's payload: the same for every showing of one token, and for nothing else. Known once the
    /// checks have come to it: so with [`Verdict::Replay`] and after, never for a code that was not genuine.
    pub replay_key: Option<[u8; 32]>,
    /// How old the proof is by the till's clock, once the holder's signature was checked; seconds, negative when it is
    /// ahead.
    pub proof_age_s: Option<i64>,
    /// How old the trust list is, seconds.
    pub trust_age_s: i64,
    /// How old the token's status list is, once one was found; seconds.
    pub status_age_s: Option<i64>,
}

/// What an accepted code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// How it was shown.
    pub kind: Kind,
    /// The city that issued it (GB/T 2260).
    pub city: u32,
    /// That city's name.
    pub city_name: String,
    /// The tier, "at least"; another city's is already mapped into the till's own.
    pub tier: Option<u8>,
    /// Perks by the home city's catalogue; another city's are not recognised.
    pub perks: Perks,
    /// The masked name.
    pub name: Option<MaskedName>,
    /// Year of birth.
    pub birth_year: Option<u16>,
    /// When the token ends.
    pub expires: UnixTime,
    /// Where its status stands.
    pub status: Option<StatusPlace>,
}

/// How a code is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// On a phone that proved possession of the token's key.
    Phone,
    /// On paper; whoever holds it shows it.
    Paper,
}

/// A status list's address, and a place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusPlace {
    /// The list's address.
    pub uri: String,
    /// The bit.
    pub idx: u32,
}
