//! Messages of the merchant app.

use super::{Lang, en, zh};
use client::{camera::CameraError, scan::PhotoError};
use credit_code::verdict::{Colour, Verdict};

/// The messages.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct Messages {
    pub title: &'static str,
    pub tab_scan: &'static str,
    pub tab_ledger: &'static str,
    pub tab_lists: &'static str,
    pub tab_settings: &'static str,
    pub scan: ScanMessages,
    pub verdict: VerdictMessages,
    pub lists: ListMessages,
    pub ledger: LedgerMessages,
    pub settings: SettingsMessages,
    pub gun: GunMessages,
}

/// A verdict in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// What is so: a few words, read at arm's length.
    pub say: &'static str,
    /// What to do next.
    pub next: &'static str,
}

/// Messages of the scanning page.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct ScanMessages {
    pub start: &'static str,
    pub starting: &'static str,
    pub start_note: &'static str,
    pub aim: &'static str,
    pub go_on: &'static str,
    pub torch: &'static str,
    pub zoom: &'static str,
    pub swap: &'static str,
    pub photo: &'static str,
    pub photo_reading: &'static str,
    pub photo_error: fn(PhotoError) -> &'static str,
    pub kiosk: &'static str,
    pub kiosk_leave: &'static str,
    pub camera_error: fn(&CameraError) -> &'static str,
    pub camera_else: &'static str,
    pub gun_field: &'static str,
    pub gun_reading: &'static str,
    pub strict: &'static str,
    pub challenge_title: &'static str,
    pub challenge_note: &'static str,
    /// The six digits, for a screen reader to say one by one.
    pub challenge_label: fn(&str) -> String,
    pub challenge_new: &'static str,
    pub last: fn(&str) -> String,
    pub list_age: fn(&str) -> String,
    pub list_none: &'static str,
    pub offline_until: fn(&str) -> String,
    pub offline_over: &'static str,
    pub clock_title: &'static str,
    pub clock_slow: fn(&str) -> String,
    pub clock_fast: fn(&str) -> String,
    pub clock_behind_lists: &'static str,
    pub clock_fix: &'static str,
}

/// Messages of a verdict.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct VerdictMessages {
    /// Every code has a sentence; some say more when they are only a doubt.
    pub of: fn(Verdict, Colour) -> Said,
    pub colour: fn(Colour) -> &'static str,
    pub at_least: fn(u8) -> String,
    pub no_tier: &'static str,
    pub name: &'static str,
    pub city: fn(&str) -> String,
    pub other_city: fn(&str) -> String,
    pub paper: &'static str,
    pub born: fn(u16) -> String,
    pub born_check: &'static str,
    pub perk_number: fn(u8) -> String,
    pub perk_elsewhere: &'static str,
    pub can_have: fn(&str) -> String,
    pub with_digits: fn(&str) -> String,
    /// Between the members of a list.
    pub separator: &'static str,
    /// Between sentences that are read aloud.
    pub stop: &'static str,
    pub needs_digits: Said,
}

/// Messages of the lists' page.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct ListMessages {
    pub title: &'static str,
    pub explained: &'static str,
    pub trust: &'static str,
    pub edition: fn(u64) -> String,
    pub cities: fn(&str) -> String,
    pub status: fn(&str) -> String,
    pub revoked: fn(usize) -> String,
    pub signed: fn(&str, &str) -> String,
    pub fresh: &'static str,
    pub ageing: &'static str,
    pub old: &'static str,
    pub green_until: fn(&str) -> String,
    pub amber: &'static str,
    pub refresh: &'static str,
    pub refreshing: &'static str,
    pub refreshed: &'static str,
    pub none_title: &'static str,
    pub none: &'static str,
    pub from_install: &'static str,
    pub refused_forged: &'static str,
    pub refused_older: &'static str,
    pub readers: &'static str,
    pub reader: fn(client::scan::Reader) -> &'static str,
    pub reader_waiting: &'static str,
}

/// Messages of the ledger's page.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct LedgerMessages {
    pub title: &'static str,
    pub explained: &'static str,
    pub today: &'static str,
    pub day: &'static str,
    pub total: &'static str,
    pub none: &'static str,
    pub waiting: fn(usize) -> String,
    pub nothing_waits: &'static str,
    /// After a delivery that had nothing to deliver.
    pub nothing_new: &'static str,
    pub sync: &'static str,
    pub syncing: &'static str,
    pub synced: fn(usize) -> String,
    pub sync_elsewhere: &'static str,
    pub sync_signed_out: &'static str,
    pub sign_in_note: &'static str,
    pub signed_in: fn(&str) -> String,
    pub recent: &'static str,
    pub outcome_waiting: &'static str,
    pub outcome_recorded: &'static str,
    pub outcome_replayed_here: fn(&str) -> String,
    pub outcome_replayed_elsewhere: fn(&str) -> String,
    pub outcome_revoked: &'static str,
    pub outcome_refused: &'static str,
    pub trouble: fn(usize) -> String,
    pub trouble_next: &'static str,
    pub no_storage: &'static str,
}

/// Messages of the settings.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct SettingsMessages {
    pub till: &'static str,
    pub till_name: &'static str,
    pub till_name_hint: &'static str,
    pub sound: &'static str,
    pub sound_on: &'static str,
    pub sound_off: &'static str,
    pub sound_try: &'static str,
    pub sound_missing: &'static str,
    pub camera: &'static str,
    pub camera_back: &'static str,
    pub camera_front: &'static str,
    pub camera_device: fn(usize) -> String,
    pub kiosk_note: &'static str,
    pub look: &'static str,
    pub gun: &'static str,
    pub gun_note: &'static str,
    pub storage: &'static str,
    pub storage_kept: &'static str,
    pub storage_loose: &'static str,
    pub build: &'static str,
    pub demo_root: &'static str,
}

/// Messages of the page to try a gun.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct GunMessages {
    pub title: &'static str,
    pub explained: &'static str,
    pub waiting: &'static str,
    pub read: fn(usize) -> String,
    pub gap: fn(u32) -> String,
    pub good: &'static str,
    pub other: &'static str,
    pub shift_lost: &'static str,
    pub too_slow: &'static str,
    pub set_up: [&'static str; 4],
    pub set_up_title: &'static str,
}

impl Lang {
    /// The messages of the merchant app.
    pub const fn merchant(self) -> &'static Messages {
        match self {
            Self::Zh => &zh::merchant::TEXT,
            Self::En => &en::merchant::TEXT,
        }
    }
}
