//! Messages of the wallet.

use super::{Lang, en, zh};

/// The messages.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct Messages {
    pub tab_home: &'static str,
    pub tab_score: &'static str,
    pub tab_code: &'static str,
    pub tab_services: &'static str,
    pub tab_me: &'static str,
    pub skip_demo: &'static str,
    pub sign_in_intro: &'static str,
    pub sign_in_offline: &'static str,
    pub hello: fn(&str) -> String,
    pub score: &'static str,
    pub score_of: fn(u32) -> String,
    pub score_label: fn(u32, u32, &str) -> String,
    pub level: &'static str,
    /// A level's name with its tier, as shops know it.
    pub level_tier: fn(&str, u8) -> String,
    pub to_next: fn(u32) -> String,
    pub top_level: &'static str,
    pub not_scored: &'static str,
    pub not_scored_explained: &'static str,
    pub sample_scorecard: &'static str,
    pub sample_explained: &'static str,
    pub computed: fn(&str) -> String,
    pub kept: fn(&str) -> String,
    pub dimensions: &'static str,
    pub points_of: fn(u32, u32) -> String,
    pub edition: &'static str,
    pub show_code: &'static str,
    pub show_code_note: &'static str,
    pub my_score: &'static str,
    pub nearby: &'static str,
    pub nearby_note: &'static str,
    pub settings_note: &'static str,
    pub elder_on: &'static str,
    pub elder_off: &'static str,
    pub elder_note: &'static str,
    pub code: CodeMessages,
    pub shops: ShopMessages,
    pub settings: SettingsMessages,
}

/// Messages of the code screen.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct CodeMessages {
    pub title: &'static str,
    pub preparing: &'static str,
    pub refilling: &'static str,
    pub refresh_in: fn(u32) -> String,
    pub brighten: &'static str,
    pub choose: &'static str,
    pub change: &'static str,
    pub purpose_level: &'static str,
    pub purpose_level_note: &'static str,
    pub purpose_name: &'static str,
    pub purpose_name_note: &'static str,
    pub purpose_perk: fn(&str) -> String,
    pub purpose_perk_note: &'static str,
    pub perk_number: fn(u8) -> String,
    pub learns_level: fn(&str) -> String,
    pub learns_name: fn(&str, &str) -> String,
    pub learns_perk: fn(&str) -> String,
    pub learns_no_level: &'static str,
    pub tier_number: fn(u8) -> String,
    /// What the shop learns, and until when the code holds.
    pub picture: fn(&str, &str) -> String,
    pub fresh_code: &'static str,
    pub fresh_code_note: &'static str,
    pub till_ask: &'static str,
    pub till_title: &'static str,
    pub till_label: &'static str,
    pub till_hint: &'static str,
    pub till_wrong: &'static str,
    pub till_done: fn(&str) -> String,
    pub till_clear: &'static str,
    pub left: fn(usize, &str) -> String,
    pub last_one: fn(&str) -> String,
    pub reused: &'static str,
    pub reused_offline: &'static str,
    pub expired_title: &'static str,
    pub expired: &'static str,
    pub wiped_title: &'static str,
    pub wiped: &'static str,
    pub reissue: &'static str,
    pub signed_out_title: &'static str,
    pub signed_out: &'static str,
    pub used_up_title: &'static str,
    pub used_up: &'static str,
    pub no_keys: &'static str,
    pub damaged: &'static str,
    pub way_out: &'static str,
    pub until_today: &'static str,
    pub until_day: fn(&str) -> String,
}

/// Messages of the list of shops.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct ShopMessages {
    pub title: &'static str,
    pub perks_title: &'static str,
    pub search: &'static str,
    pub category: &'static str,
    pub all: &'static str,
    pub locate: &'static str,
    pub locating: &'static str,
    pub locate_refused: &'static str,
    pub located: &'static str,
    pub count: fn(usize) -> String,
    pub none: &'static str,
    pub needs: fn(u8) -> String,
    pub open_to_all: &'static str,
    pub strict: &'static str,
    pub hours: &'static str,
    pub shops_with: fn(usize) -> String,
    pub clear: &'static str,
}

/// Messages of the settings and of "me".
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct SettingsMessages {
    pub storage: &'static str,
    pub storage_kept: &'static str,
    pub storage_loose: &'static str,
    pub storage_ask: &'static str,
    pub storage_refused: &'static str,
    pub install: &'static str,
    pub install_hint: &'static str,
    pub install_now: &'static str,
    pub standard: &'static str,
    pub display: &'static str,
    pub build: &'static str,
    pub demo_root: &'static str,
    pub sign_out_explained: &'static str,
    pub city: fn(&str) -> String,
}

impl Lang {
    /// The messages of the wallet.
    pub const fn wallet(self) -> &'static Messages {
        match self {
            Self::Zh => &zh::wallet::TEXT,
            Self::En => &en::wallet::TEXT,
        }
    }
}
