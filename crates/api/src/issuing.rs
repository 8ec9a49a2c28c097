//! The desk's first page: issuing keys, lists, tokens minted, and revoking a person's tokens.

use crate::{Bytes32, endpoint::endpoint};
use domain::ids::{ResidentId, RevocationId};
use serde::{Deserialize, Serialize};

/// `GET /api/desk/issuing`: keys, lists and counts at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReadIssuing {}
endpoint!(Get "/api/desk/issuing" Desk: ReadIssuing => IssuingOverview, "Issuing keys, lists, counts");

/// The state of issuing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IssuingOverview {
    /// Every key of the trust list, tombstones included.
    pub keys: Vec<KeyView>,
    /// The lists as published.
    pub lists: Vec<ListView>,
    /// Tokens minted in each of the last 24 hours, oldest first.
    pub minted: Vec<HourCount>,
    /// The server's time, seconds since 1970-01-01 UTC: ages are counted from it.
    pub now: i64,
}

/// One issuing key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyView {
    /// Key id, 8 hexadecimal digits.
    pub kid: String,
    /// The city that it signs for.
    pub city: String,
    /// What it may sign.
    pub usage: KeyUsage,
    /// Validity and state.
    pub state: KeyState,
    /// Start of validity, seconds since 1970-01-01 UTC.
    pub not_before: i64,
    /// End of validity, seconds since 1970-01-01 UTC.
    pub expires_at: i64,
}

/// What a key may sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum KeyUsage {
    /// Tokens for phones.
    Phone,
    /// Tokens for printed cards.
    Paper,
    /// Status lists.
    Status,
}

/// Where a key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum KeyState {
    /// Signs new tokens.
    Active,
    /// Announced, not yet used.
    Next,
    /// No longer signs; what it signed stays valid.
    Retired,
    /// Revoked: nothing that it signed is accepted.
    Revoked,
}

/// One published list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ListView {
    /// Its path on this server.
    pub path: String,
    /// When it was signed, seconds since 1970-01-01 UTC.
    pub issued_at: i64,
    /// Bytes as published.
    pub bytes: u32,
    /// Revoked entries (status lists) or keys (trust list).
    pub entries: u32,
}

/// Tokens minted in one hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HourCount {
    /// Start of the hour, seconds since 1970-01-01 UTC.
    pub starts_at: i64,
    /// How many.
    pub count: u32,
}

/// `POST /api/desk/residents/find`: find one person by resident number; the number is in the body, never in a URL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FindResident {
    /// The 18-character resident number (GB 11643).
    pub resident_number: String,
}
endpoint!(Post "/api/desk/residents/find" Desk: FindResident => FoundResident, "Find a person to act for");

/// As much of a person as the officer needs to be sure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FoundResident {
    /// The person's id.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub resident: ResidentId,
    /// Masked name.
    pub masked_name: String,
    /// Unexpired tokens that a revocation would end.
    pub live_tokens: u32,
}

/// `POST /api/desk/revocations`: revoke every unexpired token of a person; shown in the next status list. Unless data
/// were corrected, the person's phones are signed out as well: one of them may be in other hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevokeTokens {
    /// Drawn by the desk; makes a repetition harmless.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: RevocationId,
    /// Whose tokens.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub resident: ResidentId,
    /// Why.
    pub reason: RevocationReason,
    /// In the officer's words, 4 to 500 characters; the resident can read it.
    pub note: String,
}
endpoint!(Post "/api/desk/revocations" Desk: RevokeTokens => Revoked, "Revoke a person's tokens");

/// Why tokens are revoked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RevocationReason {
    /// The phone was lost or stolen.
    DeviceLost,
    /// The holder asked for it.
    HolderAsked,
    /// The tokens state something that is no longer so.
    DataCorrected,
    /// The holder has died.
    Deceased,
}

/// What a revocation did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Revoked {
    /// Tokens that it ended.
    pub tokens: u32,
    /// A receipt: hash of the entry in the office's log.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub receipt: Bytes32,
}
