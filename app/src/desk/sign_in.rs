//! Signing in. In a demo city: as one of its officers.

use super::{context::use_desk, revoke::Draft};
use crate::{context::use_client, text::Lang, widgets::DemoMark};
use api::demo::{DemoAccount, DemoDeskSignIn, ListDeskAccounts};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon, IconName, Notice, Spinner, Tone};

/// The sign-in; it comes back to where the officer was.
#[component]
pub fn SignIn(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let (desk, text, common) = (use_desk(), lang.desk(), lang.common());
    let client = use_client();
    let listing = client.clone();
    let accounts = LocalResource::new(move || {
        let client = listing.clone();
        async move { client.call(&ListDeskAccounts {}).await.map(|answer| answer.accounts) }
    });
    let sign_in = Action::new_local(move |account: &String| {
        let (client, account) = (client.clone(), account.clone());
        async move {
            client.call(&DemoDeskSignIn { account }).await?;
            desk.signed_in();
            Ok::<(), client::CallError>(())
        }
    });
    let failed = move || sign_in.value().get().and_then(Result::err);
    let kept = !Draft::is_empty(desk.draft());
    view! {
        <section class="card desk-sign-in stack">
            <h1 id="page" tabindex="-1">{common.sign_in}</h1>
            <Show when=move || desk.has_expired() && kept>
                <Notice tone=Tone::Warn testid="session-expired">{text.sign_in_again}</Notice>
            </Show>
            <p class="cluster quiet">{text.who_signs_in}<DemoMark /></p>
            {move || match accounts.get() {
                None => view! { <Spinner label=common.loading /> }.into_any(),
                Some(Err(error)) => view! {
                    <Notice tone=Tone::Danger>
                        <p>{common.call_error(&error)}</p>
                        <Button kind=ButtonKind::Secondary on_click=move |_| accounts.refetch()>{common.retry}</Button>
                    </Notice>
                }.into_any(),
                Some(Ok(accounts)) => view! {
                    <Accounts accounts=accounts busy=sign_in.pending() chosen=move |key| { sign_in.dispatch(key); } />
                }.into_any(),
            }}
            {move || failed().map(|error| view! {
                <Notice tone=Tone::Danger>{common.call_error(&error)}</Notice>
            })}
        </section>
    }
}

/// The accounts to choose from.
#[component]
pub fn Accounts(
    /// In the order to show them.
    accounts: Vec<DemoAccount>,
    /// Whether one is being used.
    #[prop(into)]
    busy: Signal<bool>,
    /// Called with an account's key.
    chosen: impl Fn(String) + Clone + 'static,
) -> impl IntoView {
    let account = move |account: DemoAccount| {
        let chosen = chosen.clone();
        let testid = format!("account-{}", account.key);
        view! {
            <li class="row">
                <button
                    type="button"
                    class="row-body"
                    data-testid=testid
                    disabled=move || busy.get()
                    on:click=move |_| chosen(account.key.clone())
                >
                    <span class="row-text">
                        <span>{account.name}</span>
                        <span class="row-note">{account.note}</span>
                    </span>
                    <Icon name=IconName::Next />
                </button>
            </li>
        }
    };
    view! { <ul class="list" role="list">{accounts.into_iter().map(account).collect_view()}</ul> }
}
