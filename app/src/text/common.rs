//! Messages that all apps share.

use super::{Lang, en, zh};
use api::ProblemCode;
use client::CallError;

/// The messages.
#[expect(missing_docs, reason = "each field's name says what it is for; its text is beside it")]
pub struct Messages {
    pub product: &'static str,
    pub close: &'static str,
    pub cancel: &'static str,
    pub confirm: &'static str,
    pub back: &'static str,
    pub retry: &'static str,
    pub loading: &'static str,
    pub skip_to_content: &'static str,
    pub navigation: &'static str,
    pub demo_mark: &'static str,
    pub demo_explained: &'static str,
    pub offline: &'static str,
    pub offline_code: &'static str,
    pub update_ready: &'static str,
    pub update_apply: &'static str,
    pub update_later: &'static str,
    pub in_wechat: &'static str,
    pub sign_in: &'static str,
    pub sign_out: &'static str,
    pub choose_account: &'static str,
    pub settings: &'static str,
    pub language: &'static str,
    pub language_name: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub size: &'static str,
    pub size_standard: &'static str,
    pub size_large: &'static str,
    pub elder_mode: &'static str,
    pub about: &'static str,
    pub not_found: &'static str,
    pub to_start: &'static str,
    pub call_offline: &'static str,
    pub call_garbled: &'static str,
    pub problem: fn(ProblemCode) -> &'static str,
    /// "just now", "5 minutes ago", from seconds.
    pub ago: fn(i64) -> String,
    /// A duration such as "2 hours", from seconds.
    pub span: fn(i64) -> String,
    /// Meters as "300 m" or "1.2 km".
    pub distance: fn(u32) -> String,
}

impl Lang {
    /// The messages that all apps share.
    pub const fn common(self) -> &'static Messages {
        match self {
            Self::Zh => &zh::common::TEXT,
            Self::En => &en::common::TEXT,
        }
    }
}

impl Messages {
    /// The sentence for a failed call: what happened, and what to do next.
    pub fn call_error(&self, error: &CallError) -> &'static str {
        match error {
            CallError::Problem(problem) => (self.problem)(problem.code),
            CallError::Offline => self.call_offline,
            CallError::Garbled => self.call_garbled,
        }
    }
}
