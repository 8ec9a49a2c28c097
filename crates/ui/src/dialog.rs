//! Native dialogs.

use crate::{Icon, IconName};
use leptos::{html, prelude::*};

/// A native modal dialog; Escape and the close button set `open` to false.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// The name of the close button.
    #[prop(into)]
    close: Signal<String>,
    /// For tests.
    #[prop(optional, into)]
    testid: Option<&'static str>,
    /// Its content.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            // Fails only for a dialog that has left the page.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=element
            data-testid=testid
            aria-label=move || title.get()
            on:close=move |_| open.set(false)
        >
            <div class="dialog-head">
                <h2>{move || title.get()}</h2>
                <button
                    type="button"
                    class="dialog-close"
                    aria-label=move || close.get()
                    on:click=move |_| open.set(false)
                >
                    <Icon name=IconName::Close />
                </button>
            </div>
            {children()}
        </dialog>
    }
}
