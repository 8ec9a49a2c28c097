//! Frames around the wallet's pages.

pub mod bar;

pub use bar::BottomBar;

use crate::{
    context::{use_lang, use_wallet},
    routes::Route,
    widgets::{OfflineBanner, UpdateBanner, WeChatNotice},
};
use client::platform;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Banners above, the page, the bar below; people who are not signed in have no bar.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> impl IntoView {
    let (lang, wallet) = (use_lang(), use_wallet());
    let text = lang.get_untracked().common();
    let path = use_location().pathname;
    let on_code = Memo::new(move |_| Route::at(&path.get()) == Some(Route::Code));
    let bare = move || wallet.is_signed_in() != Some(true);
    view! {
        <div class="shell" class:shell-bare=bare>
            <a class="skip-link" href="#main">{text.skip_to_content}</a>
            <header>
                <WeChatNotice shown=platform::is_wechat() />
                <OfflineBanner works=on_code />
                <UpdateBanner />
            </header>
            {children()}
            <Show when=move || !bare()><BottomBar /></Show>
        </div>
    }
}
