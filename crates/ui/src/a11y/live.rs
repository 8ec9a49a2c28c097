//! Announcements.

use leptos::prelude::*;

/// Whether an announcement interrupts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Urgency {
    /// After what is being read.
    #[default]
    Polite,
    /// At once: a verdict.
    Assertive,
}

/// An invisible region whose changes screen readers announce. Keep it in the page and change its text.
#[component]
pub fn Live(
    /// What to announce; an equal text is not announced again.
    #[prop(into)]
    text: Signal<String>,
    /// Whether it interrupts.
    #[prop(optional)]
    urgency: Urgency,
) -> impl IntoView {
    let (role, live) = match urgency {
        Urgency::Polite => ("status", "polite"),
        Urgency::Assertive => ("alert", "assertive"),
    };
    view! { <div class="visually-hidden" role=role aria-live=live aria-atomic="true">{move || text.get()}</div> }
}
