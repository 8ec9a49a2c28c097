//! Strips across the page.

use crate::Tone;
use leptos::prelude::*;

/// A strip across the page: no network, an update, a demo mark.
#[component]
pub fn Banner(
    /// [`Tone::Info`] or a warning.
    #[prop(optional)]
    tone: Tone,
    /// For tests.
    #[prop(optional, into)]
    testid: Option<&'static str>,
    /// Text and buttons.
    children: Children,
) -> impl IntoView {
    let class = if tone == Tone::Info { "banner banner-info" } else { "banner" };
    view! { <div class=class role="status" data-testid=testid>{children()}</div> }
}
