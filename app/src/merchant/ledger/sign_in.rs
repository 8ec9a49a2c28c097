//! Signing in, for delivering scans only. In a demo city: as one of its shops.

use crate::{
    context::{use_client, use_online},
    merchant::context::use_till,
    text::Lang,
    widgets::{DemoMark, Failure},
};
use api::{
    demo::{DemoAccount, DemoMerchantSignIn, ListMerchantAccounts},
    session::EndMerchantSession,
};
use client::CallError;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon, IconName, Spinner};

/// Who is signed in, or whom to sign in as.
#[component]
pub fn Account(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let session = use_till().shop.session();
    move || match session.get() {
        Some(session) => view! { <SignedIn name=session.name demo=session.demo lang /> }.into_any(),
        None => view! { <SignIn lang /> }.into_any(),
    }
}

#[component]
fn SignedIn(name: String, demo: bool, lang: Lang) -> impl IntoView {
    let (shop, client) = (use_till().shop, use_client());
    let leave = Action::new_local(move |(): &()| {
        let client = client.clone();
        async move {
            client.call(&EndMerchantSession {}).await?;
            shop.leave().await;
            Ok::<(), CallError>(())
        }
    });
    let failed = move || leave.value().get().and_then(Result::err).map(|error| view! { <Failure error /> });
    view! {
        <div class="spread">
            <p class="cluster" data-testid="signed-in">
                {(lang.merchant().ledger.signed_in)(&name)}
                {demo.then(|| view! { <DemoMark /> })}
            </p>
            <Button kind=ButtonKind::Secondary testid="sign-out" on_click=move |_| { leave.dispatch_local(()); }>
                {lang.common().sign_out}
            </Button>
        </div>
        {failed}
    }
}

#[component]
fn SignIn(lang: Lang) -> impl IntoView {
    let (shop, client, online) = (use_till().shop, use_client(), use_online());
    let listing = client.clone();
    let accounts = LocalResource::new(move || {
        online.track();
        let client = listing.clone();
        async move { client.call(&ListMerchantAccounts {}).await.map(|answer| answer.accounts) }
    });
    let enter = Action::new_local(move |account: &String| {
        let (client, account) = (client.clone(), account.clone());
        async move {
            client.call(&DemoMerchantSignIn { account }).await?;
            shop.check(&client).await;
            Ok::<(), CallError>(())
        }
    });
    let retry = Callback::new(move |()| accounts.refetch());
    let choose = Callback::new(move |key: String| drop(enter.dispatch_local(key)));
    let failed = move || enter.value().get().and_then(Result::err).map(|error| view! { <Failure error /> });
    view! {
        <section class="stack">
            <div class="cluster"><h2>{lang.common().sign_in}</h2><DemoMark /></div>
            <p>{lang.merchant().ledger.sync_signed_out}</p>
            {failed}
            {move || match accounts.get() {
                None => view! { <Spinner label=lang.common().loading /> }.into_any(),
                Some(Err(error)) => view! { <Failure error retry /> }.into_any(),
                Some(Ok(accounts)) => view! { <Accounts accounts choose pending=enter.pending() lang /> }.into_any(),
            }}
        </section>
    }
}

/// The shops to choose from, plainly marked as made up.
#[component]
fn Accounts(
    accounts: Vec<DemoAccount>,
    choose: Callback<String>,
    #[prop(into)] pending: Signal<bool>,
    lang: Lang,
) -> impl IntoView {
    let account = move |account: DemoAccount| {
        let (testid, key) = (format!("account-{}", account.key), account.key);
        view! {
            <li class="row">
                <button
                    type="button"
                    class="row-body"
                    data-testid=testid
                    disabled=move || pending.get()
                    on:click=move |_| choose.run(key.clone())
                >
                    <span class="row-text"><span>{account.name}</span><span class="row-note">{account.note}</span></span>
                    <Icon name=IconName::Next />
                </button>
            </li>
        }
    };
    view! {
        <p class="quiet small">{lang.merchant().ledger.sign_in_note}</p>
        <ul class="list" role="list">{accounts.into_iter().map(account).collect_view()}</ul>
    }
}
