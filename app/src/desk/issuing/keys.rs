//! The issuing keys.

use crate::{desk::time, text::Lang};
use api::issuing::{KeyState, KeyView};
use leptos::prelude::*;
use ui::{Badge, Icon, IconName, Tone};

/// Every key of the trust list, tombstones included.
#[component]
pub fn Keys(
    /// The language.
    lang: Lang,
    /// The keys, in the order to show them.
    keys: Vec<KeyView>,
) -> impl IntoView {
    let text = lang.desk();
    let row = move |key: KeyView| {
        let (tone, icon) = match key.state {
            KeyState::Active => (Tone::Ok, IconName::Check),
            KeyState::Next => (Tone::Info, IconName::Next),
            KeyState::Retired => (Tone::Warn, IconName::Leave),
            KeyState::Revoked => (Tone::Danger, IconName::Close),
        };
        let validity = (text.from_to)(&time::day(key.not_before), &time::day(key.expires_at));
        view! {
            <tr class:table-gone=key.state == KeyState::Revoked>
                <th scope="row"><code>{key.kid}</code></th>
                <td>{key.city}</td>
                <td>{(text.usage_of)(key.usage)}</td>
                <td><Badge tone=tone><Icon name=icon />{(text.state_of)(key.state)}</Badge></td>
                <td>{validity}</td>
            </tr>
        }
    };
    let heads = [text.kid, text.city, text.usage, text.state, text.validity];
    view! {
        <section class="card stack-s" aria-labelledby="keys">
            <h2 id="keys">{text.keys}</h2>
            <p class="quiet small">{text.keys_note}</p>
            <div class="table-frame" role="group" tabindex="0" aria-labelledby="keys">
                <table class="table" data-testid="desk-keys">
                    <thead><tr>{heads.map(|head| view! { <th scope="col">{head}</th> })}</tr></thead>
                    <tbody>{keys.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}
