//! Settings of the till.

pub mod cameras;
pub mod look;

use super::{context::use_till, routes::Route, scan::tools::stand};
use crate::{context::use_lang, text::Lang, widgets::Page};
use cameras::Cameras;
use client::{
    lists::IS_DEMO_ROOT,
    pwa,
    sound::{self, Sound},
};
use leptos::prelude::*;
use look::Look;
use std::time::Duration;
use ui::{Button, ButtonKind, Choice, ChoiceOption, Field, Icon, IconName, Notice, Tone};

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let (till, lang) = (use_till(), use_lang().get_untracked());
    let text = &lang.merchant().settings;
    let demo = IS_DEMO_ROOT.then(|| view! { <p class="small quiet">{text.demo_root}</p> });
    view! {
        <Page title=lang.common().settings>
            <section class="card stack">
                <Field id="till-name" label=text.till_name hint=text.till_name_hint value=till.prefs.name max_length=20 />
            </section>
            <Kiosk lang />
            <Cameras lang />
            <Sounds lang />
            <Look lang />
            <ul class="list" role="list">
                <li class="row">
                    <a class="row-body" href=Route::Gun.href() data-testid="gun-test">
                        <span class="row-text"><span>{text.gun}</span><span class="row-note">{text.gun_note}</span></span>
                        <Icon name=IconName::Next />
                    </a>
                </li>
            </ul>
            <Storage lang />
            <section class="stack-s">
                <p class="small quiet">{text.build} " " {env!("CARGO_PKG_VERSION")}</p>
                {demo}
            </section>
        </Page>
    }
}

/// A choice between on and off.
fn on_off(lang: Lang, name: &str) -> Vec<ChoiceOption<bool>> {
    let text = &lang.merchant().settings;
    let option = |value, label: &str, word: &str| ChoiceOption {
        value,
        label: label.to_owned(),
        note: String::new(),
        testid: Some(format!("{name}-{word}")),
    };
    vec![option(true, text.sound_on, "on"), option(false, text.sound_off, "off")]
}

#[component]
fn Kiosk(lang: Lang) -> impl IntoView {
    let till = use_till();
    let (text, scan) = (&lang.merchant().settings, &lang.merchant().scan);
    view! {
        <section class="card stack-s">
            <Choice name="kiosk" legend=scan.kiosk in_row=true chosen=till.prefs.kiosk options=on_off(lang, "kiosk") on_choose=move |on| stand(till, on) />
            <p class="small quiet">{text.kiosk_note}</p>
        </section>
    }
}

#[component]
fn Sounds(lang: Lang) -> impl IntoView {
    let till = use_till();
    let text = &lang.merchant().settings;
    let silent = RwSignal::new(false);
    let hear = move |_| {
        sound::wake();
        for (number, sound) in (0_u32..).zip(Sound::ALL) {
            set_timeout(
                move || {
                    sound::play(sound);
                    sound::vibrate(sound);
                    let _ = silent.try_set(!sound::is_ready());
                },
                Duration::from_millis(300) + number * Duration::from_millis(900),
            );
        }
    };
    view! {
        <section class="card stack">
            <Choice name="sound" legend=text.sound in_row=true chosen=till.prefs.sound options=on_off(lang, "sound") on_choose=move |on| till.prefs.sound.set(on) />
            <Button kind=ButtonKind::Secondary testid="sound-try" on_click=hear><Icon name=IconName::Sound />{text.sound_try}</Button>
            <Show when=move || silent.get()><Notice tone=Tone::Warn><p>{text.sound_missing}</p></Notice></Show>
        </section>
    }
}

#[component]
fn Storage(lang: Lang) -> impl IntoView {
    let text = &lang.merchant().settings;
    let kept = LocalResource::new(pwa::persist);
    let state = move || if kept.get() == Some(true) { text.storage_kept } else { text.storage_loose };
    view! { <section class="card stack-s"><h2>{text.storage}</h2><p role="status">{state}</p></section> }
}
