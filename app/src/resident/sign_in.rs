//! Signing in. In a demo city: choosing one of its synthetic people.

use crate::{
    context::{use_client, use_lang, use_wallet},
    routes::Route,
    text::Lang,
    widgets::{DemoMark, Failure},
};
use api::demo::{DemoAccount, DemoWalletSignIn, ListWalletAccounts};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};
use ui::{Icon, IconName, List, Spinner};

/// The accounts to choose from.
#[component]
pub fn SignInPage() -> impl IntoView {
    let (client, wallet, navigate) = (use_client(), use_wallet(), use_navigate());
    let lang = use_lang().get_untracked();
    let listing = client.clone();
    let accounts = LocalResource::new(move || {
        let client = listing.clone();
        async move { client.call(&ListWalletAccounts {}).await }
    });
    let sign_in = Action::new_local(move |account: &String| {
        let (client, navigate) = (client.clone(), navigate.clone());
        let request = DemoWalletSignIn { account: account.clone() };
        async move {
            let person = client.call(&request).await?;
            wallet.enter(&client, person).await;
            navigate(Route::Home.href(), NavigateOptions { replace: true, ..Default::default() });
            Ok::<_, client::CallError>(())
        }
    });
    let retry = Callback::new(move |()| accounts.refetch());
    let content = move || match accounts.get() {
        None => view! { <Spinner label=lang.common().loading /> }.into_any(),
        Some(Err(error)) => view! { <Failure error retry /> }.into_any(),
        Some(Ok(list)) => {
            let choose = Callback::new(move |account| drop(sign_in.dispatch_local(account)));
            view! { <Accounts accounts=list.accounts choose pending=sign_in.pending() lang /> }.into_any()
        }
    };
    let failed = move || sign_in.value().get().and_then(Result::err).map(|error| view! { <Failure error /> });
    view! {
        <main id="main" class="page">
            <div class="sign-in-head">
                <img class="sign-in-mark" src="/icons/icon.svg" alt="" width="76" height="76" />
                <h1>{lang.common().product}</h1>
                <p class="quiet">{lang.wallet().sign_in_intro}</p>
            </div>
            <div class="stack">{failed}{content}</div>
        </main>
    }
}

/// The synthetic people, plainly marked as such.
#[component]
pub fn Accounts(
    /// The people.
    accounts: Vec<DemoAccount>,
    /// Chooses one by key.
    choose: Callback<String>,
    /// Whether a choice is under way.
    #[prop(into)]
    pending: Signal<bool>,
    /// The language.
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
                    <span class="row-text">
                        <span>{account.name}</span>
                        <span class="row-note">{account.note}</span>
                    </span>
                    <Icon name=IconName::Next />
                </button>
            </li>
        }
    };
    view! {
        <section class="stack">
            <div class="cluster"><h2>{lang.common().choose_account}</h2><DemoMark /></div>
            <p class="quiet small">{lang.wallet().skip_demo}</p>
            <List>{accounts.into_iter().map(account).collect_view()}</List>
        </section>
    }
}
