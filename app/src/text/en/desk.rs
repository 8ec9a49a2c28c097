//! The messages of `text::desk` in English.

use crate::text::desk::Messages;
use api::issuing::{KeyState, KeyUsage, RevocationReason};
use domain::resident_number::ResidentNumberError;

pub(crate) const TEXT: Messages = Messages {
    title: "Issuing desk",
    who_signs_in: "Choose who is acting.",
    sign_in_again: "Your session has ended. Sign in again; everything you filled in is still here.",
    overview: "Issuing at a glance",
    as_of: |time| format!("As of {time}"),
    kept_overview: |time, ago| {
        format!("The server cannot be reached. This is the overview kept at {time} ({ago}).")
    },
    refresh: "Refresh",
    refreshed: "The overview has been refreshed.",

    keys: "Issuing keys",
    keys_note: "Retired and revoked keys included; revoked ones stay as tombstones and are never deleted.",
    kid: "Key",
    city: "City",
    usage: "Use",
    usage_of: |usage| match usage {
        KeyUsage::Phone => "Phone codes",
        KeyUsage::Paper => "Paper codes",
        KeyUsage::Status => "Status lists",
    },
    state: "State",
    state_of: |state| match state {
        KeyState::Active => "In use",
        KeyState::Next => "Announced",
        KeyState::Retired => "Retired",
        KeyState::Revoked => "Revoked",
    },
    validity: "Valid (Beijing time)",
    from_to: |from, to| format!("{from} to {to}"),

    lists: "Published lists",
    lists_note: "Tills verify offline with these: up to 24 hours old is fresh, up to 72 hours is ageing, older is out of date.",
    list: "List",
    trust_list: "Trust list",
    status_list: |place| format!("Status list {place}"),
    age: "Age",
    signed_at: "Signed",
    revoked_entries: "Revoked",
    size: "Size",
    bytes: |n| format!("{n} bytes"),
    fresh: "Fresh",
    aging: "Ageing",
    stale: "Out of date",
    no_lists: "No list has been published yet.",

    minted: "Minted in the last 24 hours",
    minted_total: |n| format!("{n} one-time tokens in all."),
    minted_chart: |total, hour, most| {
        format!(
            "Bar chart of tokens minted per hour over 24 hours: {total} in all, most in the hour from {hour}, {most}."
        )
    },
    hour: "Hour (Beijing time)",
    count: "Minted",

    revoke: "Revoke a person's codes",
    revoke_note: "For a lost phone, at the person's request, after a correction, or a death. It ends tokens already fetched; the person can fetch new ones.",
    number: "Resident number",
    number_hint: "18 characters, the last may be X. It is only used to find the person and appears in no address and no log.",
    number_error,
    find: "Find",
    finding: "Searching…",
    not_found: "Nobody in this city is registered under that number. Check it; for another city's resident, contact that city.",
    found: "Found",
    live_tokens: |n| format!("{n} unexpired {}", tokens(n)),
    nothing_to_revoke: "This person has no unexpired tokens; you can go on to sign the person's phones out.",
    reason: "Reason",
    reason_of: |reason| match reason {
        RevocationReason::DeviceLost => "Phone lost or stolen",
        RevocationReason::HolderAsked => "The person asked for it",
        RevocationReason::DataCorrected => "What the tokens state was corrected",
        RevocationReason::Deceased => "The person has died",
    },
    reason_missing: "Choose a reason.",
    note: "Note",
    note_hint: |n| format!("4 to 500 characters; the person can read it. {n} so far."),
    note_short: "Say what happened, in at least 4 characters.",
    note_long: "A note has at most 500 characters. Please shorten it.",
    review: "Review and revoke…",
    confirm_title: "Confirm the revocation",
    consequence: |name, n| format!("{n} unexpired {} of {name} will be revoked for good.", tokens(n)),
    consequence_rest: |reason| match reason {
        RevocationReason::DeviceLost | RevocationReason::HolderAsked => {
            "Tills with the new lists no longer accept them. All the person's phones are signed out; after signing in again the person gets new codes."
        }
        RevocationReason::DataCorrected => {
            "Tills with the new lists no longer accept them. The person's phone replaces them by itself when it is online."
        }
        RevocationReason::Deceased => {
            "Tills with the new lists no longer accept them. All the person's phones are signed out, and no more codes are issued."
        }
    },
    confirm_revoke: "Revoke",
    revoking: "Revoking…",
    not_revoked: "No result came back",
    nothing_lost: "Everything you filled in is still here. Confirm again: the same revocation is never carried out twice.",
    revoked_title: |name| format!("The codes of {name} are revoked"),
    revoked_tokens: |n| format!("{n} {} revoked; the next status list shows it.", tokens(n)),
    receipt: "Receipt",
    receipt_note: "The receipt is a fingerprint of the log entry; hand it to the person for later checks.",
    next_person: "Next person",
    start_over: "Another person",

    shortcuts: "Shortcuts",
    key_number: "enter a number",
    key_review: "review and revoke",
    key_refresh: "refresh the overview",
    key_close: "close the dialog",
};

fn tokens(n: u32) -> &'static str {
    if n == 1 { "token" } else { "tokens" }
}

fn number_error(error: ResidentNumberError) -> String {
    match error {
        ResidentNumberError::Length(0) => "Enter the resident number.".to_owned(),
        ResidentNumberError::Length(n) => format!("A resident number has 18 characters; this has {n}."),
        ResidentNumberError::Character(18) => "The last character must be a digit or X.".to_owned(),
        ResidentNumberError::Character(n) => format!("Character {n} must be a digit."),
        ResidentNumberError::BirthDate => {
            "Digits 7 to 14 are not a date of birth that exists. Please check.".to_owned()
        }
        ResidentNumberError::Check => {
            "The last character does not fit the others; one may be mistyped. Please check.".to_owned()
        }
    }
}
