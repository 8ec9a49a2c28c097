//! Seconds that run out, as a ring and as text.

use leptos::prelude::*;

/// A countdown. Screen readers read it when asked, and are not interrupted each second.
#[component]
pub fn Countdown(
    /// Seconds left.
    #[prop(into)]
    left: Signal<u32>,
    /// Seconds of a whole round.
    whole: u32,
    /// The text beside the ring.
    #[prop(into)]
    text: Signal<String>,
    /// For tests.
    #[prop(optional, into)]
    testid: Option<&'static str>,
) -> impl IntoView {
    let dash = move || format!("{} 1000", left.get().min(whole) * 1000 / whole.max(1));
    view! {
        <p class="countdown" role="timer" aria-live="off" data-testid=testid>
            <svg class="countdown-ring" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <circle class="countdown-track" cx="12" cy="12" r="9" />
                <circle class="countdown-left" cx="12" cy="12" r="9" pathLength="1000" stroke-dasharray=dash />
            </svg>
            <span>{move || text.get()}</span>
        </p>
    }
}
