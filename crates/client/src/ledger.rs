//! What this till has scanned: hashes and counts, no names, no tiers; delivered when the server can be reached.
//!
//! A scan is kept under `pending/` until the server has answered for it, then under `done/`. It has an id from the
//! start, so that delivering it twice changes nothing.

mod store;
mod sync;

pub use store::{days, purge, recent, record, tokens_since, waiting};
pub use sync::{Delivered, sync};

use api::{
    Bytes32,
    scans::{Scan, ScanOutcome, ScannedStatus},
};
use credit_code::verdict::Colour;
use domain::{disclosure::PerkId, ids::ScanId};
use serde::{Deserialize, Serialize};

/// The object store of scans.
pub const SCANS: &str = "scans";
/// The object store of each day's counts.
pub const DAYS: &str = "days";
/// Scans and counts are kept so long, days.
pub const KEEP_DAYS: i64 = 90;

/// One accepted scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Drawn here; makes delivery idempotent.
    pub id: ScanId,
    /// The replay key.
    pub token: Bytes32,
    /// Where the token's status stands, when it names one.
    pub status: Option<ScannedStatus>,
    /// When, seconds since 1970-01-01 UTC.
    pub at: i64,
    /// The perk that was applied.
    pub perk: Option<PerkId>,
    /// The verdict's code.
    pub verdict: String,
    /// What the server said; nothing before it is delivered.
    #[serde(default)]
    pub outcome: Option<ScanOutcome>,
}

/// How many scans of each colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Accepted.
    pub green: u32,
    /// Accepted with a doubt, or to be shown again.
    pub amber: u32,
    /// Refused.
    pub red: u32,
    /// Nothing that could be judged.
    pub grey: u32,
}

impl Entry {
    /// As it is delivered.
    pub fn to_scan(&self) -> Scan {
        Scan { id: self.id, token: self.token, status: self.status.clone(), at: self.at, perk: self.perk }
    }

    /// Whether the cashier should hear of it: somebody else used the token first, or it had been revoked.
    pub fn is_troubled(&self) -> bool {
        matches!(
            self.outcome,
            Some(ScanOutcome::Replayed { .. } | ScanOutcome::Revoked | ScanOutcome::Refused)
        )
    }
}

impl Counts {
    /// One more.
    #[must_use]
    pub fn and(mut self, colour: Colour) -> Self {
        let count = match colour {
            Colour::Green => &mut self.green,
            Colour::Amber => &mut self.amber,
            Colour::Red => &mut self.red,
            Colour::Grey => &mut self.grey,
        };
        *count = count.saturating_add(1);
        self
    }

    /// All of them.
    pub fn total(self) -> u32 {
        self.green.saturating_add(self.amber).saturating_add(self.red).saturating_add(self.grey)
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
#[cfg(test)]
mod tests;
