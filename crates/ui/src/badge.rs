//! Short marks.

use crate::Tone;
use leptos::prelude::*;

/// A short mark: a state, a count.
#[component]
pub fn Badge(
    /// Its meaning.
    #[prop(optional)]
    tone: Tone,
    /// Its text.
    children: Children,
) -> impl IntoView {
    let class = match tone {
        Tone::Info => "badge badge-brand",
        Tone::Ok => "badge badge-ok",
        Tone::Warn => "badge badge-warn",
        Tone::Danger => "badge badge-danger",
    };
    view! { <span class=class>{children()}</span> }
}
