//! How shops are shown.

use super::{find::Found, needs};
use crate::text::Lang;
use api::merchants::PerkCard;
use leptos::prelude::*;
use ui::{Icon, IconName, Notice};

/// A menu of categories.
#[component]
pub fn Categories(
    /// Their names.
    categories: Vec<String>,
    /// The chosen one, or any.
    chosen: RwSignal<Option<String>>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let text = &lang.wallet().shops;
    let options =
        categories.into_iter().map(|name| view! { <option value=name.clone()>{name.clone()}</option> });
    view! {
        <div class="field">
            <label class="field-label" for="shop-category">{text.category}</label>
            <select
                class="field-input"
                id="shop-category"
                data-testid="shop-category"
                on:change=move |event| chosen.set(Some(event_target_value(&event)).filter(|name| !name.is_empty()))
            >
                <option value="">{text.all}</option>
                {options.collect_view()}
            </select>
        </div>
    }
}

/// The shops found, or a way on when there are none.
#[component]
pub fn ShopList(
    /// The shops.
    shops: Vec<Found>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    if shops.is_empty() {
        return view! { <Notice><p>{lang.wallet().shops.none}</p></Notice> }.into_any();
    }
    let shop = move |found: Found| view! { <Shop found lang /> };
    view! { <ul class="stack" role="list">{shops.into_iter().map(shop).collect_view()}</ul> }.into_any()
}

#[component]
fn Shop(found: Found, lang: Lang) -> impl IntoView {
    let text = &lang.wallet().shops;
    let shop = found.shop;
    let meters =
        found.meters.map(|meters| view! { <span class="numerals">{(lang.common().distance)(meters)}</span> });
    let perk = move |perk: PerkCard| {
        let strict = perk.strict.then(|| view! { <span class="row-note">{text.strict}</span> });
        view! {
            <li class="shop-perk">
                <Icon name=IconName::Check />
                <span class="row-text">
                    <span>{lang.pick(&perk.name)}</span>
                    <span class="row-note">{lang.pick(&perk.benefit)}</span>
                    <span class="row-note">{needs(perk.tier.number(), lang)}</span>
                    {strict}
                </span>
            </li>
        }
    };
    view! {
        <li class="shop" data-testid="shop">
            <div class="spread"><h2>{lang.pick(&shop.name)}</h2>{meters}</div>
            <p class="quiet small">{lang.pick(&shop.category)} " · " {lang.pick(&shop.address)}</p>
            <p class="quiet small">{text.hours} " " {shop.hours}</p>
            <ul class="shop-perks" role="list">{found.perks.into_iter().map(perk).collect_view()}</ul>
        </li>
    }
}
