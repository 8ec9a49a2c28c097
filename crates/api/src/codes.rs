//! Issuing one-time tokens to the wallet, against proof of possession of each key.

use crate::{Base64, Bytes32, Bytes64, endpoint::endpoint};
use domain::disclosure::Purpose;
use serde::{Deserialize, Serialize};

/// `POST /api/wallet/codes/challenge`: a challenge that the proofs of the next request must sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskChallenge {}
endpoint!(Post "/api/wallet/codes/challenge" Wallet: AskChallenge => Challenge, "A challenge for proofs of possession");

/// A challenge: single use, short-lived, bound to the session's resident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Challenge {
    /// 32 random bytes.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub challenge: Bytes32,
    /// When it ends, seconds since 1970-01-01 UTC.
    pub expires_at: i64,
    /// What can be asked for now: per day and purpose, how many tokens are left.
    pub allowances: Vec<Allowance>,
}

/// How many tokens may still be minted for one day and purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Allowance {
    /// The token's day: days since 1970-01-01 of the last second it is valid (`(exp − 1) / 86400`).
    pub day: u32,
    /// When tokens of this day end, seconds since 1970-01-01 UTC.
    pub expires_at: i64,
    /// When tokens of this day start, seconds since 1970-01-01 UTC.
    pub starts_at: i64,
    /// What they show.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub purpose: Purpose,
    /// How many are left today.
    pub left: u32,
    /// How many a wallet should hold for this day and purpose.
    pub batch: u32,
}

/// `POST /api/wallet/codes/mint`: tokens for a batch of fresh keys, all or none. While the challenge lasts, the same request
/// again brings the same tokens: an answer that was lost on the way costs nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MintTokens {
    /// The challenge that every proof signs.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub challenge: Bytes32,
    /// At most [`MintTokens::MAX_KEYS`] keys in all.
    pub batches: Vec<KeyBatch>,
}
endpoint!(Post "/api/wallet/codes/mint" Wallet: MintTokens => MintedTokens, "Mint one-time tokens");

impl MintTokens {
    /// The most keys that one request may hold.
    pub const MAX_KEYS: usize = 128;
}

/// Fresh keys for one day and purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyBatch {
    /// As in [`Allowance::day`].
    pub day: u32,
    /// What the tokens show.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub purpose: Purpose,
    /// One key a token.
    pub keys: Vec<ProvenKey>,
}

/// A holder key with the proof that the wallet holds its private half.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProvenKey {
    /// The Ed25519 public key.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub key: Bytes32,
    /// Its signature over `credit_code::possession::message(challenge, key)`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub proof: Bytes64,
}

/// What was minted: as many batches, and as many tokens in each, as were asked for, in that order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MintedTokens {
    /// One a batch.
    pub batches: Vec<TokenBatch>,
}

/// The tokens of one batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TokenBatch {
    /// As asked.
    pub day: u32,
    /// As asked.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub purpose: Purpose,
    /// Issuer tokens (COSE_Sign1), one a key.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    pub tokens: Vec<Base64>,
    /// What the tokens show, in words for the wallet's screen.
    pub shows: Shown,
}

/// What a token discloses, for the holder to read before showing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shown {
    /// The tier, "at least".
    pub tier: Option<u8>,
    /// The masked name.
    pub name: Option<String>,
    /// Perk numbers.
    pub perks: Vec<u8>,
}
