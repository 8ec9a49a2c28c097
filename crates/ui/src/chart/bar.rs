//! A bar of a share.

use super::permille;
use leptos::prelude::*;

/// A horizontal bar; the figures stand beside it as text.
#[component]
pub fn Bar(
    /// The value.
    value: u32,
    /// The most there is.
    maximum: u32,
) -> impl IntoView {
    view! {
        <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="bar-track" width="1000" height="20" />
            <rect class="bar-value" width=permille(value, maximum) height="20" />
        </svg>
    }
}
