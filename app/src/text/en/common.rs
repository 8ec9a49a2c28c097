//! The messages of `text::common` in English.

use crate::text::common::Messages;
use api::ProblemCode;

pub(crate) const TEXT: Messages = Messages {
    product: "Credit Code",
    close: "Close",
    cancel: "Cancel",
    confirm: "OK",
    back: "Back",
    retry: "Try again",
    loading: "Loading…",
    skip_to_content: "Skip to content",
    navigation: "Main navigation",
    demo_mark: "Demo",
    demo_explained: "This is a demonstration. People, shops and scores are made up.",
    offline: "No network. This is what was saved last.",
    offline_code: "No network. Your code works as usual.",
    update_ready: "A new version is ready.",
    update_apply: "Update now",
    update_later: "Later",
    in_wechat: "WeChat cannot keep your code. Tap “…” at the top right and choose “Open in browser”.",
    sign_in: "Sign in",
    sign_out: "Sign out",
    choose_account: "Choose a demo account",
    settings: "Settings",
    language: "Language",
    language_name: "English",
    theme: "Appearance",
    theme_auto: "As the system",
    theme_light: "Light",
    theme_dark: "Dark",
    size: "Text size",
    size_standard: "Standard",
    size_large: "Large",
    elder_mode: "Large and simple",
    about: "About",
    not_found: "There is no such page.",
    to_start: "To the start page",
    call_offline: "The server was not reached. Check the network and try again.",
    call_garbled: "The server's answer could not be read. Update this app and try again.",
    problem,
    ago,
    span,
    distance,
};

fn problem(code: ProblemCode) -> &'static str {
    match code {
        ProblemCode::BadRequest | ProblemCode::UnsupportedMediaType | ProblemCode::MethodNotAllowed => {
            "This version of the app is too old for the server. Update it and try again."
        }
        ProblemCode::SignedOut => "Your sign-in has ended. Please sign in again.",
        ProblemCode::Forbidden => {
            "This account may not do that. Use another account, or come to the counter."
        }
        ProblemCode::CrossOrigin => {
            "The request came from another site and was stopped. Open it from this app."
        }
        ProblemCode::NotFound => "Not found. It may have been removed; go back and look again.",
        ProblemCode::ChallengeExpired => "That took too long. Please try again.",
        ProblemCode::Conflict => "This was sent before with another content. Go back and compare.",
        ProblemCode::TooLarge => "That is too large for the server. Make it smaller and try again.",
        ProblemCode::Unprocessable => "One entry is not acceptable. Check it and send again.",
        ProblemCode::ProofInvalid => {
            "A key on this phone failed its check. Try again; if it fails again, sign out and in."
        }
        ProblemCode::TokenLimit => {
            "Today's codes are used up; new ones come at midnight. Those you have can still be shown."
        }
        ProblemCode::TooManyRequests => "Too many attempts. Please wait a little.",
        ProblemCode::Internal | ProblemCode::Unknown => {
            "The server failed; it is not your fault. Please try later."
        }
        ProblemCode::Unavailable => "The server is busy. Please try again shortly.",
    }
}

fn ago(seconds: i64) -> String {
    if seconds < 60 { "just now".to_owned() } else { format!("{} ago", span(seconds)) }
}

fn span(seconds: i64) -> String {
    let (count, unit) = match seconds {
        ..60 => (seconds.max(0), "second"),
        60..3_600 => (seconds / 60, "minute"),
        3_600..172_800 => (seconds / 3_600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    if count == 1 { format!("1 {unit}") } else { format!("{count} {unit}s") }
}

fn distance(meters: u32) -> String {
    if meters < 1_000 {
        format!("{} m", meters.div_ceil(10) * 10)
    } else {
        format!("{}.{} km", meters / 1_000, meters % 1_000 / 100)
    }
}
