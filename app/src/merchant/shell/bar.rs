//! The bar at the bottom: four places.

use crate::{context::use_lang, merchant::routes::Route};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Icon, IconName};

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let path = use_location().pathname;
    let current = Memo::new(move |_| Route::at(&path.get()));
    let lang = use_lang().get_untracked();
    let text = lang.merchant();
    let places = [
        (Route::Scan, IconName::Camera, text.tab_scan),
        (Route::Ledger, IconName::List, text.tab_ledger),
        (Route::Lists, IconName::Key, text.tab_lists),
        (Route::Settings, IconName::Settings, text.tab_settings),
    ];
    let place = |(route, icon, label): (Route, IconName, &'static str)| {
        let is_here = move || {
            current.get() == Some(route) || route == Route::Settings && current.get() == Some(Route::Gun)
        };
        view! {
            <li class="bottom-bar-item">
                <a class="bottom-bar-link" href=route.href() aria-current=move || is_here().then_some("page")>
                    <Icon name=icon />
                    <span>{label}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="bottom-bar" aria-label=lang.common().navigation>
            <ul class="bottom-bar-list" role="list">{places.into_iter().map(place).collect_view()}</ul>
        </nav>
    }
}
