//! The person's own page.

use crate::{
    context::{use_client, use_lang, use_wallet},
    routes::Route,
    widgets::{DemoMark, Failure, Page},
};
use api::session::EndWalletSession;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon, IconName, List};

/// Who is signed in, the way to the settings, and the way out.
#[component]
pub fn MePage() -> impl IntoView {
    let (client, wallet) = (use_client(), use_wallet());
    let lang = use_lang().get_untracked();
    let (text, common) = (lang.wallet(), lang.common());
    let sign_out = Action::new_local(move |(): &()| {
        let client = client.clone();
        async move {
            client.call(&EndWalletSession {}).await?;
            wallet.leave().await;
            Ok::<_, client::CallError>(())
        }
    });
    let failed =
        move || sign_out.value().get().and_then(Result::err).map(|error| view! { <Failure error /> });
    let person = move || {
        wallet.person().map(|person| {
            view! {
                <section class="card stack-s">
                    <div class="spread">
                        <h2>{person.masked_name}</h2>
                        {person.demo.then(|| view! { <DemoMark /> })}
                    </div>
                    <p class="quiet">{(text.settings.city)(&person.city)}</p>
                    {person.demo.then(|| view! { <p class="small quiet">{common.demo_explained}</p> })}
                </section>
            }
        })
    };
    view! {
        <Page title=text.tab_me>
            {person}
            <List>
                <li class="row">
                    <a class="row-body" href=Route::Settings.href()>
                        <Icon name=IconName::Settings />
                        <span class="row-text">{common.settings}</span>
                        <Icon name=IconName::Next />
                    </a>
                </li>
            </List>
            <div class="stack-s">
                {failed}
                <Button
                    kind=ButtonKind::Danger
                    wide=true
                    testid="sign-out"
                    disabled=sign_out.pending()
                    on_click=move |_| drop(sign_out.dispatch_local(()))
                >
                    <Icon name=IconName::Leave />
                    {common.sign_out}
                </Button>
                <p class="small quiet">{text.settings.sign_out_explained}</p>
            </div>
        </Page>
    }
}
