//! The frame around the merchant app's pages.

pub mod bar;

use super::context::use_till;
use crate::{
    context::use_lang,
    widgets::{UpdateBanner, WeChatNotice},
};
use bar::Bar;
use client::platform;
use leptos::prelude::*;

/// Banners above, the page, the bar below; on a counter the bar is away.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> impl IntoView {
    let (lang, kiosk) = (use_lang(), use_till().prefs.kiosk);
    view! {
        <div class="shell" class:shell-bare=move || kiosk.get()>
            <a class="skip-link" href="#main">{lang.get_untracked().common().skip_to_content}</a>
            <header>
                <WeChatNotice shown=platform::is_wechat() />
                <UpdateBanner />
            </header>
            {children()}
            <Show when=move || !kiosk.get()><Bar /></Show>
        </div>
    }
}
