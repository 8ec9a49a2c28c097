//! The frame around every page of the desk.

use super::{context::use_desk, shortcuts::Shortcut};
use crate::{
    context::{Theme, use_app, use_client},
    text::Lang,
    widgets::{DemoMark, OfflineBanner, UpdateBanner},
};
use api::session::EndDeskSession;
use leptos::prelude::*;
use ui::{Button, ButtonKind, Icon, IconName};

/// Header, strips, the page, and the list of keys.
#[component]
pub fn Shell(
    /// The language.
    lang: Lang,
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    let (desk, common, text) = (use_desk(), lang.common(), lang.desk());
    view! {
        <a class="skip-link" href="#main">{common.skip_to_content}</a>
        <header class="desk-header">
            <p class="desk-brand"><Icon name=IconName::Key />{common.product}" · "{text.title}</p>
            <Officer lang=lang />
            <Look lang=lang />
        </header>
        <OfflineBanner />
        <UpdateBanner />
        <main class="desk-main" id="main" tabindex="-1">{children()}</main>
        <footer class="desk-footer">{move || desk.is_signed_in().then(|| view! { <Keys lang=lang /> })}</footer>
    }
}

/// Who is signed in, and the way out.
#[component]
fn Officer(lang: Lang) -> impl IntoView {
    let (desk, client, common) = (use_desk(), use_client(), lang.common());
    let sign_out = Action::new_local(move |(): &()| {
        let client = client.clone();
        async move {
            client.call(&EndDeskSession {}).await?;
            desk.signed_out().await;
            Ok::<(), client::CallError>(())
        }
    });
    let session = move || desk.session().and_then(Result::ok).and_then(|seen| seen.value);
    move || {
        session().map(|officer| {
            view! {
                <div class="desk-officer">
                    {officer.demo.then(|| view! { <DemoMark /> })}
                    <span data-testid="officer">{officer.name}<span class="quiet">" · "{officer.office}</span></span>
                    <Button
                        kind=ButtonKind::Plain
                        disabled=sign_out.pending()
                        testid="sign-out".to_owned()
                        on_click=move |_| { sign_out.dispatch(()); }
                    >
                        <Icon name=IconName::Leave />{common.sign_out}
                    </Button>
                </div>
            }
        })
    }
}

/// Language and theme.
#[component]
fn Look(lang: Lang) -> impl IntoView {
    let (look, common) = (use_app().look(), lang.common());
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let themes = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::Auto => common.theme_auto,
            Theme::Light => common.theme_light,
            Theme::Dark => common.theme_dark,
        };
        view! { <option selected=move || look.theme.get() == theme>{name}</option> }
    });
    let choose = move |event| {
        let at = event_target::<web_sys::HtmlSelectElement>(&event).selected_index();
        if let Some(theme) = usize::try_from(at).ok().and_then(|at| Theme::ALL.get(at)) {
            look.theme.set(*theme);
        }
    };
    view! {
        <div class="cluster">
            <select class="desk-select" aria-label=common.theme data-testid="theme" on:change=choose>{themes}</select>
            <button
                type="button"
                class="button button-plain"
                lang=other.tag()
                data-testid="language"
                on:click=move |_| look.lang.set(other)
            >
                {other.common().language_name}
            </button>
        </div>
    }
}

/// The keys that work, once signed in.
#[component]
fn Keys(lang: Lang) -> impl IntoView {
    let text = lang.desk();
    let keys = [
        (Shortcut::Number.keys(), text.key_number),
        (Shortcut::Review.keys(), text.key_review),
        (Shortcut::Refresh.keys(), text.key_refresh),
        ("Esc", text.key_close),
    ];
    let key = |(key, does)| view! { <li><kbd class="key">{key}</kbd>" "{does}</li> };
    view! { <ul class="desk-keys" role="list" aria-label=text.shortcuts>{keys.map(key)}</ul> }
}
