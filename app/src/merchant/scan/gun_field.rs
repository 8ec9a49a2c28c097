//! The field that a scanner gun types into. It is not seen, and phones show no keyboard for it.

use crate::{
    merchant::{
        context::{page_ms, use_till},
        flow::By,
    },
    text::Lang,
};
use client::{
    gun::{Gun, Key, Read, Scan},
    sound,
};
use leptos::{ev, html, prelude::*};
use std::time::Duration;
use web_sys::KeyboardEvent;

/// Handhelds that write a whole text at once, without keys, have written it when nothing more came for so long.
const WRITTEN: Duration = Duration::from_millis(120);
/// What such a handheld writes is at least this long.
const LEAST: usize = 8;
/// What is written this soon after keys is what an input method made of them, milliseconds.
const ECHO_MS: f64 = 600.0;

/// Listens to a gun while the caller's owner lives. `read` gets every scan, `hand` every key that is no gun's.
pub(in crate::merchant) fn listen(
    read: impl Fn(Scan) + 'static,
    hand: impl Fn(&KeyboardEvent) + 'static,
) -> StoredValue<Gun> {
    let gun = StoredValue::new(Gun::default());
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.repeat() {
            return;
        }
        let code = event.code();
        let key = Key {
            code: &code,
            shift: event.shift_key(),
            chord: event.ctrl_key() || event.alt_key() || event.meta_key(),
            at_ms: event.time_stamp(),
        };
        match gun.try_update_value(|gun| gun.press(key)) {
            Some(Read::Scan(scan)) => {
                event.prevent_default();
                sound::wake();
                read(scan);
            }
            // A burst must not press the button that happens to have the focus.
            Some(Read::Burst) => event.prevent_default(),
            Some(Read::Hand) | None => hand(&event),
        }
    });
    on_cleanup(move || handle.remove());
    gun
}

/// The field; it takes the focus whenever nothing else has it.
#[component]
pub fn GunField(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let till = use_till();
    let field = NodeRef::<html::Input>::new();
    let last_key = StoredValue::new(0.0_f64);
    let clear = move || {
        if let Some(field) = field.get_untracked() {
            field.set_value("");
        }
    };
    let gun = listen(
        move |scan| {
            last_key.set_value(page_ms());
            clear();
            till.scanned(&scan.text, By::Gun, scan.ended_ms);
        },
        |_| {},
    );
    let written = move || {
        let Some(field) = field.get_untracked() else { return };
        let text = field.value();
        set_timeout(
            move || {
                let keys = gun.try_with_value(Gun::is_reading).unwrap_or(true);
                let echo = last_key.try_get_value().is_none_or(|at| page_ms() - at < ECHO_MS && at > 0.0);
                if field.value() != text {
                    return;
                }
                field.set_value("");
                if !keys && !echo && text.trim().len() >= LEAST {
                    till.scanned(text.trim(), By::Gun, page_ms());
                }
            },
            WRITTEN,
        );
    };
    let take_focus = move || {
        let nothing = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if let Some(field) = field.get_untracked().filter(|_| nothing) {
            // A field that cannot take the focus leaves the keys to the window, which hears them, too.
            let _ = field.focus();
        }
    };
    Effect::new(move || {
        field.track();
        take_focus();
    });
    let handle = window_event_listener(ev::click, move |_| take_focus());
    on_cleanup(move || handle.remove());
    view! {
        <input
            class="visually-hidden"
            node_ref=field
            type="text"
            inputmode="none"
            autocomplete="off"
            tabindex="-1"
            aria-label=lang.merchant().scan.gun_field
            data-testid="gun-field"
            on:input=move |_| written()
        />
    }
}
