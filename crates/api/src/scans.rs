//! What a till scanned, delivered when it is online again. Hashes only: no name, no tier, no resident.

use crate::{Bytes32, endpoint::endpoint};
use domain::{disclosure::PerkId, ids::ScanId};
use serde::{Deserialize, Serialize};

/// `POST /api/merchant/scans/sync`: deliver scans; a repeated delivery changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SyncScans {
    /// At most [`SyncScans::MAX`].
    pub scans: Vec<Scan>,
}
endpoint!(Post "/api/merchant/scans/sync" Merchant: SyncScans => SyncedScans, "Deliver scans made offline", at_most 512 * 1024);

impl SyncScans {
    /// The most scans of one request.
    pub const MAX: usize = 1000;
}

/// One accepted scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Scan {
    /// Drawn by the till; makes delivery idempotent.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: ScanId,
    /// SHA-256 of the issuer token's payload: the replay key.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub token: Bytes32,
    /// Where its status stands, when the token names one.
    pub status: Option<ScannedStatus>,
    /// When, seconds since 1970-01-01 UTC by the till's clock.
    pub at: i64,
    /// The perk that was applied.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<u8>))]
    pub perk: Option<PerkId>,
}

/// The status entry a token names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScannedStatus {
    /// The status list's address.
    pub uri: String,
    /// The entry's index.
    pub index: u32,
}

/// What became of each scan, in the order sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SyncedScans {
    /// One a scan.
    pub results: Vec<ScanResult>,
}

/// What the server knows about a scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ScanResult {
    /// Which scan.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub id: ScanId,
    /// What became of it.
    pub outcome: ScanOutcome,
}

/// What became of a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ScanOutcome {
    /// Recorded; nothing against it.
    Recorded,
    /// The same token was scanned before, here or elsewhere.
    Replayed {
        /// When it was first scanned, seconds since 1970-01-01 UTC.
        first_at: i64,
        /// Whether that was at another till.
        elsewhere: bool,
    },
    /// The token had been revoked when it was scanned.
    Revoked,
    /// A scan with this id was delivered before with other content; this one was not taken.
    Refused,
}
