//! What was done.

use super::draft::Done;
use crate::{desk::shortcuts::focus_soon, text::Lang};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Notice, Tone};

/// The receipt, and the way to the next person.
#[component]
pub fn Receipt(
    /// The language.
    lang: Lang,
    /// What was done.
    done: Done,
    /// Starts over.
    again: impl Fn() + 'static,
) -> impl IntoView {
    let text = lang.desk();
    let next = move |_| {
        again();
        focus_soon("revoke-number");
    };
    view! {
        <div class="stack" id="receipt" tabindex="-1" data-testid="revoke-receipt">
            <Notice tone=Tone::Ok title=(text.revoked_title)(&done.masked_name)>
                <p>{(text.revoked_tokens)(done.revoked.tokens)}</p>
            </Notice>
            <dl class="desk-facts">
                <dt>{text.receipt}</dt>
                <dd><code class="desk-receipt">{groups(&done.revoked.receipt.0)}</code></dd>
            </dl>
            <p class="quiet small">{text.receipt_note}</p>
            <div><Button kind=ButtonKind::Secondary testid="revoke-next".to_owned() on_click=next>{text.next_person}</Button></div>
        </div>
    }
}

/// Hexadecimal in groups of four digits, to be read out and compared.
fn groups(bytes: &[u8; 32]) -> String {
    let pair = |pair: &[u8]| pair.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    bytes.chunks(2).map(pair).collect::<Vec<_>>().join(" ")
}
