//! A code from a picture file: a screenshot, a picture from a chat.

use crate::{
    merchant::{
        context::{Till, page_ms},
        flow::By,
    },
    text::Lang,
};
use client::{scan::PhotoError, sound};
use leptos::{html, prelude::*};
use ui::{Icon, IconName};

/// The file field, looking like the other tools.
#[component]
pub fn Photo(
    /// The till.
    till: Till,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.merchant().scan;
    let field = NodeRef::<html::Input>::new();
    let read = Action::new_local(move |(): &()| async move {
        let Some(input) = field.get_untracked() else { return Ok(()) };
        let file = input.files().and_then(|files| files.get(0));
        let (Some(file), Some(chain)) = (file, till.lens.chain()) else { return Ok(()) };
        let started = page_ms();
        let answer = chain.photo(&file).await;
        input.set_value("");
        match answer? {
            Some(text) => till.scanned(&text, By::Photo, started),
            None => till.unreadable(),
        }
        Ok::<(), PhotoError>(())
    });
    let label = move || if read.pending().get() { text.photo_reading } else { text.photo };
    let failed = move || read.value().get().and_then(Result::err);
    view! {
        <label class="tool">
            <input
                class="visually-hidden"
                node_ref=field
                type="file"
                accept="image/*"
                data-testid="photo"
                on:change=move |_| {
                    sound::wake();
                    read.dispatch_local(());
                }
            />
            <Icon name=IconName::Picture />
            <span>{label}</span>
        </label>
        {move || failed().map(|error| view! {
            <p class="tool-error" role="alert" data-testid="photo-error">{(text.photo_error)(error)}</p>
        })}
    }
}
