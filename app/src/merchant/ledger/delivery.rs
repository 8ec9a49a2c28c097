//! Delivering scans, and how it went.

use crate::{
    context::use_client,
    merchant::context::{Syncing, use_till},
    text::Lang,
};
use leptos::prelude::*;
use ui::{Button, Notice, Tone};

/// What waits, the button, and the last result.
#[component]
pub fn Delivery(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (till, client, text) = (use_till(), use_client(), &lang.merchant().ledger);
    let (notes, shop) = (till.notes, till.shop);
    let sync = Action::new_local(move |(): &()| notes.sync(client.clone(), shop));
    let signed_in = move || shop.session().with(Option::is_some);
    let running = Signal::derive(move || notes.syncing() == Syncing::Running);
    let waiting = move || match notes.waiting() {
        0 => text.nothing_waits.to_owned(),
        count => (text.waiting)(count),
    };
    view! {
        <section class="card stack">
            <div class="spread">
                <p data-testid="ledger-waiting">{waiting}</p>
                <Show when=signed_in>
                    <Button testid="sync-now" disabled=running on_click=move |_| { sync.dispatch_local(()); }>
                        {move || if running.get() { text.syncing } else { text.sync }}
                    </Button>
                </Show>
            </div>
            {move || view! { <Result syncing=notes.syncing() lang /> }}
        </section>
    }
}

/// The last result from plain values.
#[component]
pub fn Result(
    /// How it went.
    syncing: Syncing,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.merchant().ledger;
    let (tone, words, trouble) = match syncing {
        Syncing::Idle | Syncing::Running => return ().into_any(),
        Syncing::Done(None) => (Tone::Info, text.sync_elsewhere.to_owned(), None),
        Syncing::Done(Some(delivered)) if delivered.count == 0 => {
            (Tone::Ok, text.nothing_new.to_owned(), None)
        }
        Syncing::Done(Some(delivered)) if delivered.troubled.is_empty() => {
            (Tone::Ok, (text.synced)(delivered.count), None)
        }
        Syncing::Done(Some(delivered)) => {
            let trouble = format!("{} {}", (text.trouble)(delivered.troubled.len()), text.trouble_next);
            (Tone::Warn, (text.synced)(delivered.count), Some(trouble))
        }
        Syncing::Failed(error) => (Tone::Warn, lang.common().call_error(&error).to_owned(), None),
    };
    view! { <Notice tone=tone testid="sync-result"><p>{words}</p><p>{trouble}</p></Notice> }.into_any()
}
