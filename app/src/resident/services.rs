//! What one can do: shops nearby, and the perks they give.

use crate::{
    context::{Loaded, use_kept, use_lang},
    routes::Route,
    text::Lang,
    widgets::{Failure, Page},
};
use api::merchants::{ListMerchants, MerchantDirectory};
use client::tokens::WALLET;
use leptos::prelude::*;
use ui::{Icon, IconName, List, Spinner};

/// The way to the shops, and every perk with what it needs.
#[component]
pub fn ServicesPage() -> impl IntoView {
    let lang = use_lang().get_untracked();
    let text = lang.wallet();
    let directory = use_kept(&WALLET, || ListMerchants {});
    let perks = move || match directory.get() {
        Loaded::Loading => view! { <Spinner label=lang.common().loading /> }.into_any(),
        Loaded::Failed(error) => view! { <Failure error /> }.into_any(),
        Loaded::Here(kept, _) => view! { <Perks directory=kept.value lang /> }.into_any(),
    };
    view! {
        <Page title=text.tab_services>
            <List>
                <li class="row">
                    <a class="row-body" href=Route::Shops.href() data-testid="tile-shops">
                        <Icon name=IconName::Shop />
                        <span class="row-text">
                            <span>{text.nearby}</span>
                            <span class="row-note">{text.nearby_note}</span>
                        </span>
                        <Icon name=IconName::Next />
                    </a>
                </li>
            </List>
            {perks}
        </Page>
    }
}

/// All perks.
#[component]
pub fn Perks(
    /// Shops and perks.
    directory: MerchantDirectory,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.wallet().shops;
    let shops = directory.merchants;
    let perk = move |perk: api::merchants::PerkCard| {
        let count = shops.iter().filter(|shop| shop.perks.contains(&perk.id)).count();
        view! {
            <li class="row">
                <div class="row-body">
                    <span class="row-text">
                        <span>{lang.pick(&perk.name)}</span>
                        <span class="row-note">{lang.pick(&perk.benefit)}</span>
                        <span class="row-note">
                            {super::shops::needs(perk.tier.number(), lang)} " · " {(text.shops_with)(count)}
                        </span>
                    </span>
                </div>
            </li>
        }
    };
    view! {
        <section class="stack-s">
            <h2>{text.perks_title}</h2>
            <List>{directory.perks.into_iter().map(perk).collect_view()}</List>
        </section>
    }
}
