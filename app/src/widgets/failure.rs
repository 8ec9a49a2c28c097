//! A call that failed, in a sentence with a way on.

use crate::context::use_lang;
use client::CallError;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Notice, Tone};

/// What went wrong, what to do, and a button to try again.
#[component]
pub fn Failure(
    /// What went wrong.
    error: CallError,
    /// Tries again.
    #[prop(optional)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let text = use_lang().get_untracked().common();
    let retry = retry.map(|retry| {
        view! { <Button kind=ButtonKind::Secondary on_click=move |_| retry.run(())>{text.retry}</Button> }
    });
    view! { <Notice tone=Tone::Warn testid="failure"><p>{text.call_error(&error)}</p>{retry}</Notice> }
}
