//! Shops nearby: search, category, perks and what they need; the distance when the person asks for it.

pub mod find;
pub mod view;

use crate::{
    context::{Loaded, Mode, use_app, use_kept, use_lang},
    routes::Route,
    text::Lang,
    widgets::{Failure, Page},
};
use api::merchants::{ListMerchants, MerchantDirectory};
use client::{platform, tokens::WALLET};
use find::{Query, find};
use leptos::prelude::*;
use ui::{Button, ButtonKind, Field, Icon, IconName, Keyboard, Spinner};
use view::{Categories, ShopList};

/// The list, kept for use offline.
#[component]
pub fn ShopsPage() -> impl IntoView {
    let lang = use_lang().get_untracked();
    let directory = use_kept(&WALLET, || ListMerchants {});
    let content = move || match directory.get() {
        Loaded::Loading => view! { <Spinner label=lang.common().loading /> }.into_any(),
        Loaded::Failed(error) => view! { <Failure error /> }.into_any(),
        Loaded::Here(kept, _) => view! { <Finder directory=kept.value lang /> }.into_any(),
    };
    // The elder's start page leads here directly.
    let back =
        if use_app().look().mode.get_untracked() == Mode::Elder { Route::Home } else { Route::Services };
    view! { <Page title=lang.wallet().shops.title back=back.href()>{content}</Page> }
}

/// Search field, categories, the button that asks where one is, and what was found.
#[component]
fn Finder(directory: MerchantDirectory, lang: Lang) -> impl IntoView {
    let text = &lang.wallet().shops;
    let (words, category) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let locate = Action::new_local(|(): &()| platform::position());
    let here = Signal::derive(move || locate.value().get().flatten());
    let directory = StoredValue::new(directory);
    let found = Memo::new(move |_| {
        let query = Query { words: words.get(), category: category.get(), here: here.get(), lang };
        directory.with_value(|directory| find(directory, &query))
    });
    let categories = directory.with_value(|directory| find::categories(directory, lang));
    let placed = move || match (locate.pending().get(), locate.value().get()) {
        (true, _) => text.locating,
        (false, None) => "",
        (false, Some(None)) => text.locate_refused,
        (false, Some(Some(_))) => text.located,
    };
    view! {
        <div class="stack">
            <Field id="shop-search" label=text.search value=words keyboard=Keyboard::Search />
            <Categories categories chosen=category lang />
            <div class="spread">
                <span class="quiet" role="status" data-testid="shop-count">{move || (text.count)(found.with(Vec::len))}</span>
                <Button kind=ButtonKind::Plain testid="shop-locate" on_click=move |_| drop(locate.dispatch_local(()))>
                    <Icon name=IconName::Place />
                    {text.locate}
                </Button>
            </div>
            <Show when=move || !placed().is_empty()><p class="small quiet" role="status">{placed}</p></Show>
        </div>
        {move || view! { <ShopList shops=found.get() lang /> }}
    }
}

/// The tier that a perk needs, in words.
pub(super) fn needs(tier: u8, lang: Lang) -> String {
    let text = &lang.wallet().shops;
    if tier == 0 { text.open_to_all.to_owned() } else { (text.needs)(tier) }
}
