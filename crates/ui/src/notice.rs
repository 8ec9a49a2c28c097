//! Messages in the page.

use crate::{Icon, IconName, Tone};
use leptos::prelude::*;

/// A message in the page: what happened, and what to do next.
#[component]
pub fn Notice(
    /// Its meaning.
    #[prop(optional)]
    tone: Tone,
    /// Its first line.
    #[prop(optional, into)]
    title: String,
    /// For tests.
    #[prop(optional, into)]
    testid: Option<&'static str>,
    /// Sentences and buttons.
    children: Children,
) -> impl IntoView {
    let (class, icon, role) = match tone {
        Tone::Info => ("notice", IconName::Info, "note"),
        Tone::Ok => ("notice notice-ok", IconName::Check, "status"),
        Tone::Warn => ("notice notice-warn", IconName::Alert, "status"),
        Tone::Danger => ("notice notice-danger", IconName::Alert, "alert"),
    };
    let title = (!title.is_empty()).then(|| view! { <p class="notice-title">{title}</p> });
    view! {
        <div class=class role=role data-testid=testid>
            <Icon name=icon />
            <div class="notice-body">{title}{children()}</div>
        </div>
    }
}
