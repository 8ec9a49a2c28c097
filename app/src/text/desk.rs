//! Messages of the desk app.

use super::{Lang, en, zh};
use api::issuing::{KeyState, KeyUsage, RevocationReason};
use domain::resident_number::ResidentNumberError;

/// The messages.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct Messages {
    pub title: &'static str,
    pub who_signs_in: &'static str,
    pub sign_in_again: &'static str,
    pub overview: &'static str,
    pub as_of: fn(&str) -> String,
    pub kept_overview: fn(&str, &str) -> String,
    pub refresh: &'static str,
    pub refreshed: &'static str,

    pub keys: &'static str,
    pub keys_note: &'static str,
    pub kid: &'static str,
    pub city: &'static str,
    pub usage: &'static str,
    pub usage_of: fn(KeyUsage) -> &'static str,
    pub state: &'static str,
    pub state_of: fn(KeyState) -> &'static str,
    pub validity: &'static str,
    pub from_to: fn(&str, &str) -> String,

    pub lists: &'static str,
    pub lists_note: &'static str,
    pub list: &'static str,
    pub trust_list: &'static str,
    pub status_list: fn(&str) -> String,
    pub age: &'static str,
    pub signed_at: &'static str,
    pub revoked_entries: &'static str,
    pub size: &'static str,
    pub bytes: fn(u32) -> String,
    pub fresh: &'static str,
    pub aging: &'static str,
    pub stale: &'static str,
    pub no_lists: &'static str,

    pub minted: &'static str,
    pub minted_total: fn(u64) -> String,
    pub minted_chart: fn(u64, &str, u32) -> String,
    pub hour: &'static str,
    pub count: &'static str,

    pub revoke: &'static str,
    pub revoke_note: &'static str,
    pub number: &'static str,
    pub number_hint: &'static str,
    pub number_error: fn(ResidentNumberError) -> String,
    pub find: &'static str,
    pub finding: &'static str,
    pub not_found: &'static str,
    pub found: &'static str,
    pub live_tokens: fn(u32) -> String,
    pub nothing_to_revoke: &'static str,
    pub reason: &'static str,
    pub reason_of: fn(RevocationReason) -> &'static str,
    pub reason_missing: &'static str,
    pub note: &'static str,
    pub note_hint: fn(usize) -> String,
    pub note_short: &'static str,
    pub note_long: &'static str,
    pub review: &'static str,
    pub confirm_title: &'static str,
    pub consequence: fn(&str, u32) -> String,
    pub consequence_rest: fn(RevocationReason) -> &'static str,
    pub confirm_revoke: &'static str,
    pub revoking: &'static str,
    pub not_revoked: &'static str,
    pub nothing_lost: &'static str,
    pub revoked_title: fn(&str) -> String,
    pub revoked_tokens: fn(u32) -> String,
    pub receipt: &'static str,
    pub receipt_note: &'static str,
    pub next_person: &'static str,
    pub start_over: &'static str,

    pub shortcuts: &'static str,
    pub key_number: &'static str,
    pub key_review: &'static str,
    pub key_refresh: &'static str,
    pub key_close: &'static str,
}

impl Lang {
    /// The desk's messages.
    pub const fn desk(self) -> &'static Messages {
        match self {
            Self::Zh => &zh::desk::TEXT,
            Self::En => &en::desk::TEXT,
        }
    }
}
