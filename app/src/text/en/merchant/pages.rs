//! The other pages in English.

use crate::text::merchant::{GunMessages, LedgerMessages, ListMessages, SettingsMessages};
use client::scan::Reader;

pub(super) const LISTS: ListMessages = ListMessages {
    title: "Lists",
    explained: "Scanning needs no network, thanks to these signed lists. The newer the better; online they renew themselves.",
    trust: "Issuers",
    edition: |number| format!("Edition {number}"),
    cities: |cities| format!("Cities: {cities}"),
    status: |name| format!("Revoked codes {name}"),
    revoked: |count| format!("{count} revoked"),
    signed: |when, ago| format!("Signed {when} ({ago})"),
    fresh: "Fresh",
    ageing: "Ageing",
    old: "Too old",
    green_until: |when| {
        format!(
            "Verifies as usual without a network until {when}; after that with a note that the lists are old."
        )
    },
    amber: "The lists are getting old; each scan says so. Go online to update them.",
    refresh: "Update now",
    refreshing: "Updating…",
    refreshed: "Up to date.",
    none_title: "No lists yet",
    none: "Nothing can be verified without lists. Go online and tap “Update now”.",
    from_install: "These lists came with the installation and were never updated.",
    refused_forged: "The list received has a wrong signature and was not used. Check that the network can be trusted.",
    refused_older: "The list received is older than the one in use and was not used.",
    readers: "Readers",
    reader: |reader| match reader {
        Reader::Browser => "the browser's own",
        Reader::Quick => "quick",
        Reader::Strong => "strong",
    },
    reader_waiting: "not started yet",
};

pub(super) const LEDGER: LedgerMessages = LedgerMessages {
    title: "Scans",
    explained: "Counted on this device only: no names, tiers or scores, just the codes' fingerprints, deleted after 90 days.",
    today: "Today",
    day: "Day",
    total: "All",
    none: "Nothing was scanned yet.",
    waiting: |count| format!("{count} to deliver"),
    nothing_waits: "Nothing waits to be delivered",
    nothing_new: "Checked: everything is delivered.",
    sync: "Deliver now",
    syncing: "Delivering…",
    synced: |count| format!("{count} delivered."),
    sync_elsewhere: "Another window is delivering.",
    sync_signed_out: "Delivering needs a shop's sign-in. Scanning does not.",
    sign_in_note: "Signing in is for delivering scans only. These shops are made up; tap one to enter.",
    signed_in: |name| format!("Signed in: {name}"),
    recent: "Recently accepted codes",
    outcome_waiting: "To deliver",
    outcome_recorded: "Delivered, all well",
    outcome_replayed_here: |when| {
        format!("The same code was used here at {when}; this one does not count twice.")
    },
    outcome_replayed_elsewhere: |when| {
        format!("The same code was used elsewhere at {when}; this one does not count twice.")
    },
    outcome_revoked: "The code had been revoked when it was scanned, and the list was not here yet. The office follows it up.",
    outcome_refused: "The server did not take this one. Please tell the office.",
    trouble: |count| format!("{count} to look at"),
    trouble_next: "Perks already given are not taken back; the settlement explains them.",
    no_storage: "This browser stores nothing now (a private window?). Scanning works, but the record is lost on closing.",
};

pub(super) const SETTINGS: SettingsMessages = SettingsMessages {
    till: "Till",
    till_name: "Name of this till",
    till_name_hint: "Shown on this device only, such as “Till 1”.",
    sound: "Sound and vibration",
    sound_on: "On",
    sound_off: "Off",
    sound_try: "Hear the four sounds",
    sound_missing: "This browser makes no sound now. Turn the volume up and try again.",
    camera: "Camera",
    camera_back: "Back",
    camera_front: "Front",
    camera_device: |number| format!("Camera {number}"),
    kiosk_note: "On a counter, the front camera towards the customer, large and continuous.",
    look: "Look and language",
    gun: "Try a scanner gun",
    gun_note: "Is the gun set up well?",
    storage: "Storage",
    storage_kept: "The browser has promised to keep lists and scans.",
    storage_loose: "The browser may clear scans when space is short. Add this app to the home screen to avoid it.",
    build: "Build",
    demo_root: "Demonstration: uses the public demo root key and is not fit for real use.",
};

pub(super) const GUN: GunMessages = GunMessages {
    title: "Try a scanner gun",
    explained: "Scan any credit code with the gun. A Chinese input method may be on.",
    waiting: "Waiting for the gun…",
    read: |count| format!("{count} characters read"),
    gap: |ms| format!("Longest pause {ms} ms"),
    good: "The gun is set up well.",
    other: "The gun works, but this is not a credit code.",
    shift_lost: "The gun loses Shift: a colon came as a semicolon. Set the gun's keyboard to “US English”.",
    too_slow: "That was as slow as a hand. Set the gun's delay between characters to 0.",
    set_up: [
        "Keyboard: US English",
        "Ending: Enter or Tab",
        "Delay between characters: 0 ms, at most 50 ms",
        "QR codes: on",
    ],
    set_up_title: "How the gun should be set up",
};
