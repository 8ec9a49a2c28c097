//! Something is under way.

use leptos::prelude::*;

/// Something is under way.
#[component]
pub fn Spinner(
    /// What.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! { <p class="spinner" role="status"><span class="spinner-mark" aria-hidden="true"></span>{label}</p> }
}
