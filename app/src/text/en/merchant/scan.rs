//! The scanning page in English.

use crate::text::merchant::ScanMessages;
use client::{camera::CameraError, scan::PhotoError};

pub(super) const TEXT: ScanMessages = ScanMessages {
    start: "Start scanning",
    starting: "Opening the camera…",
    start_note: "One tap, then it scans by itself. A scanner gun works at once, without a tap.",
    aim: "Hold the code here",
    go_on: "Go on scanning",
    torch: "Light",
    zoom: "Zoom",
    swap: "Other camera",
    photo: "From a photo",
    photo_reading: "Reading the photo…",
    photo_error,
    kiosk: "Counter mode",
    kiosk_leave: "Leave counter mode",
    camera_error,
    camera_else: "A scanner gun or a photo works, too.",
    gun_field: "Scanner gun",
    gun_reading: "The gun is typing…",
    strict: "Ask for digits",
    challenge_title: "The customer types these six digits",
    challenge_note: "They tap “Did the shop give you six digits?”, type them and show the code. Each success brings new ones.",
    challenge_label: |digits| format!("Digits: {digits}"),
    challenge_new: "New digits",
    last: |ago| format!("Last result · {ago}"),
    list_age: |ago| format!("Lists: {ago}"),
    list_none: "No lists yet",
    offline_until: |when| format!("Works offline until {when}"),
    offline_over: "The lists are too old: go online",
    clock_title: "This device's clock may be wrong",
    clock_slow: |span| format!("This device's clock is {span} slow; the server's time is used."),
    clock_fast: |span| format!("This device's clock is {span} fast; the server's time is used."),
    clock_behind_lists: "This device's clock is before the day the lists were signed, so results cannot be relied on.",
    clock_fix: "Open the device's settings, “Date and time”, and choose “Automatic”.",
};

fn photo_error(error: PhotoError) -> &'static str {
    match error {
        PhotoError::NoPicture => "This file is not a picture. Please pick another.",
        PhotoError::NoReader => "This browser cannot read photos. Update it, or use the camera.",
    }
}

fn camera_error(error: &CameraError) -> &'static str {
    match error {
        CameraError::Unsupported => {
            "This browser gives pages no camera. Open this page in the system's browser."
        }
        CameraError::Denied => {
            "The camera is not allowed. Allow it in the site settings beside the address, then tap again."
        }
        CameraError::Missing => "There is no camera. Connect one and tap again.",
        CameraError::Busy => "Another app uses the camera. Close that app and tap again.",
        CameraError::Failed(_) => "The camera does not open. Tap again, or restart the browser.",
    }
}
