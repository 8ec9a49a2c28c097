//! What the camera sees, or the button that starts it.

use crate::{
    merchant::{
        context::{LensState, Till, use_till},
        flow::By,
    },
    text::Lang,
};
use client::{
    camera::CameraError,
    scan::{self, Watch},
    sound,
};
use leptos::{html, prelude::*};
use ui::{Button, Icon, IconName, Notice, Spinner, Tone};

/// The camera's place.
#[component]
pub fn Stage(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let till = use_till();
    let state = till.lens.state();
    view! {
        <div class="stage">
            {move || match state.get() {
                LensState::On => view! { <Viewfinder till lang /> }.into_any(),
                LensState::Opening => view! { <Spinner label=lang.merchant().scan.starting /> }.into_any(),
                LensState::Off => view! { <Start failed=None lang on_start=move || start(till) /> }.into_any(),
                LensState::Failed(error) => view! { <Start failed=Some(error) lang on_start=move || start(till) /> }.into_any(),
            }}
        </div>
    }
}

fn start(till: Till) {
    sound::wake();
    till.lens.open(till.prefs);
}

/// The button, and why the camera did not start.
#[component]
pub fn Start(
    /// Why it failed the last time.
    failed: Option<CameraError>,
    /// The language.
    lang: Lang,
    /// The person wants it.
    on_start: impl Fn() + 'static,
) -> impl IntoView {
    let text = &lang.merchant().scan;
    let failed = failed.map(|error| {
        view! {
            <Notice tone=Tone::Warn testid="camera-failed"><p>{(text.camera_error)(&error)}</p><p>{text.camera_else}</p></Notice>
        }
    });
    view! {
        <div class="stage-start">
            {failed}
            <div class="stage-button">
                <Button testid="scan-start" on_click=move |_| on_start()><Icon name=IconName::Camera large=true />{text.start}</Button>
            </div>
            <p class="stage-note">{text.start_note}</p>
        </div>
    }
}

/// The running camera; every frame goes to the readers.
#[component]
fn Viewfinder(till: Till, lang: Lang) -> impl IntoView {
    let video = NodeRef::<html::Video>::new();
    let watching = StoredValue::<Option<Watch>, LocalStorage>::new_local(None);
    let front = till.lens.camera().is_some_and(|camera| camera.is_front());
    Effect::new(move || {
        let (Some(video), Some(camera), Some(chain)) = (video.get(), till.lens.camera(), till.lens.chain())
        else {
            return;
        };
        till.lens.rest(false);
        camera.show_in(&video);
        let found = move |seen: scan::Sighting| till.scanned(&seen.text, By::Camera, seen.at_ms);
        watching.set_value(Some(scan::watch(video, chain, found)));
    });
    on_cleanup(move || {
        let _ = watching.try_set_value(None);
        till.lens.rest(true);
    });
    view! {
        <video class="stage-video" class:stage-mirror=front node_ref=video muted autoplay playsinline data-testid="viewfinder" aria-label=lang.merchant().scan.aim></video>
        <svg class="stage-frame" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
            <path d="M3 22V3h19M78 3h19v19M97 78v19H78M22 97H3V78" />
        </svg>
        <p class="stage-aim">{lang.merchant().scan.aim}</p>
    }
}
