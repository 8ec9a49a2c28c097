//! Strips above every page.

use crate::context::{use_app, use_lang, use_online};
use leptos::prelude::*;
use ui::{Banner, Button, ButtonKind, Icon, IconName, Tone};

/// Says that there is no network.
#[component]
pub fn OfflineBanner(
    /// Whether the page is as good without: the code.
    #[prop(optional, into)]
    works: Signal<bool>,
) -> impl IntoView {
    let (online, lang) = (use_online(), use_lang());
    view! {
        <Show when=move || !online.get()>
            <Banner tone=Tone::Warn testid="offline">
                <Icon name=IconName::Offline />
                <span>{move || {
                    let text = lang.get().common();
                    if works.get() { text.offline_code } else { text.offline }
                }}</span>
            </Banner>
        </Show>
    }
}

/// Offers the new version that waits; held back while something runs that it must not interrupt.
#[component]
pub fn UpdateBanner() -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    view! {
        <Show when=move || app.offered_update().is_some()>
            <Banner testid="update">
                <span>{move || lang.get().common().update_ready}</span>
                <Button
                    kind=ButtonKind::Secondary
                    testid="update-apply"
                    on_click=move |_| {
                        if let Some(update) = app.offered_update() {
                            update.apply();
                        }
                    }
                >
                    {move || lang.get().common().update_apply}
                </Button>
                <Button kind=ButtonKind::Plain on_click=move |_| app.dismiss_update()>
                    {move || lang.get().common().update_later}
                </Button>
            </Banner>
        </Show>
    }
}

/// In WeChat's browser: how to open the page elsewhere.
#[component]
pub fn WeChatNotice(
    /// Whether the page runs there.
    shown: bool,
) -> impl IntoView {
    let lang = use_lang();
    shown.then(|| {
        view! {
            <Banner tone=Tone::Warn testid="in-wechat">
                <Icon name=IconName::Alert />
                <span>{move || lang.get().common().in_wechat}</span>
            </Banner>
        }
    })
}
