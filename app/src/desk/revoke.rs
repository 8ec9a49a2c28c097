//! Revoking a person's tokens: find, say why, confirm, receipt.

pub mod confirm;
pub mod draft;
pub mod find;
pub mod reason;
pub mod receipt;

pub use draft::Draft;

use super::context::use_desk;
use crate::{context::use_app, text::Lang};
use confirm::Confirm;
use find::Find;
use leptos::prelude::*;
use reason::Why;
use receipt::Receipt;

/// The panel beside the overview.
#[component]
pub fn Revoke(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (text, draft) = (lang.desk(), use_desk().draft());
    use_app().hold_updates();
    view! {
        <section class="card stack desk-revoke" aria-labelledby="revoke">
            <h2 id="revoke">{text.revoke}</h2>
            <p class="quiet small">{text.revoke_note}</p>
            {move || match draft.done() {
                Some(done) => view! { <Receipt lang=lang done=done again=move || draft.clear() /> }.into_any(),
                None => view! { <Find lang=lang draft=draft /> <Why lang=lang draft=draft /> }.into_any(),
            }}
            <Confirm lang=lang draft=draft />
        </section>
    }
}
