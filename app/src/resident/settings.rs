//! Settings: language, look, storage, installing, about.

use crate::{
    context::{App, Mode, Theme, use_app, use_lang},
    routes::Route,
    text::Lang,
    widgets::Page,
};
use client::{install, pwa};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Choice, ChoiceOption};

/// All settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let lang = use_lang().get_untracked();
    let text = lang.wallet();
    let demo = App::is_demo_build().then(|| view! { <p class="small quiet">{text.settings.demo_root}</p> });
    view! {
        <Page title=lang.common().settings back=Route::Me.href()>
            <LookSettings lang />
            <StorageSettings lang />
            <InstallSettings lang />
            <section class="card stack-s">
                <h2>{lang.common().about}</h2>
                <p class="small quiet">{text.settings.build} " " {env!("CARGO_PKG_VERSION")}</p>
                {demo}
            </section>
        </Page>
    }
}

#[component]
fn LookSettings(lang: Lang) -> impl IntoView {
    let look = use_app().look();
    let (text, common) = (lang.wallet(), lang.common());
    let option = |label: &str, testid: &str| (label.to_owned(), Some(testid.to_owned()));
    let modes = [
        (Mode::Standard, text.settings.standard, "mode-standard"),
        (Mode::Elder, common.elder_mode, "mode-elder"),
    ];
    let themes = [
        (Theme::Auto, common.theme_auto, "theme-auto"),
        (Theme::Light, common.theme_light, "theme-light"),
        (Theme::Dark, common.theme_dark, "theme-dark"),
    ];
    let langs = Lang::ALL.map(|lang| (lang, lang.common().language_name, lang.tag()));
    view! {
        <section class="card stack-l">
            <Choice
                name="mode" legend=text.settings.display in_row=true chosen=look.mode
                options=modes.map(|(value, label, id)| { let (label, testid) = option(label, id); ChoiceOption { value, label, note: String::new(), testid } }).to_vec()
                on_choose=move |mode| look.mode.set(mode)
            />
            <Choice
                name="theme" legend=common.theme in_row=true chosen=look.theme
                options=themes.map(|(value, label, id)| { let (label, testid) = option(label, id); ChoiceOption { value, label, note: String::new(), testid } }).to_vec()
                on_choose=move |theme| look.theme.set(theme)
            />
            <Choice
                name="language" legend=common.language in_row=true chosen=look.lang
                options=langs.map(|(value, label, id)| { let (label, testid) = option(label, &format!("lang-{id}")); ChoiceOption { value, label, note: String::new(), testid } }).to_vec()
                on_choose=move |lang| look.lang.set(lang)
            />
        </section>
    }
}

#[component]
fn StorageSettings(lang: Lang) -> impl IntoView {
    let text = &lang.wallet().settings;
    let kept = LocalResource::new(pwa::is_persisted);
    let ask = Action::new_local(move |(): &()| async move {
        let promised = pwa::persist().await;
        kept.refetch();
        promised
    });
    let state = move || match (kept.get(), ask.value().get()) {
        (Some(true), _) => text.storage_kept,
        (_, Some(false)) => text.storage_refused,
        _ => text.storage_loose,
    };
    view! {
        <section class="card stack">
            <h2>{text.storage}</h2>
            <p role="status">{state}</p>
            <Show when=move || kept.get() == Some(false)>
                <Button kind=ButtonKind::Secondary on_click=move |_| drop(ask.dispatch_local(()))>{text.storage_ask}</Button>
            </Show>
        </section>
    }
}

/// How to install; offered once a code was shown, and not in an installed app.
#[component]
fn InstallSettings(lang: Lang) -> impl IntoView {
    let text = &lang.wallet().settings;
    let shown = !install::is_installed() && super::code::was_shown();
    let button = install::can_ask().then(|| {
        view! { <Button kind=ButtonKind::Secondary on_click=|_| install::ask()>{text.install_now}</Button> }
    });
    shown.then(|| {
        view! { <section class="card stack"><h2>{text.install}</h2><p>{text.install_hint}</p>{button}</section> }
    })
}
