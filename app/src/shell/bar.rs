//! The bar at the bottom: five places, in elder mode four.

use crate::{
    context::{use_app, use_lang},
    routes::Route,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::{Icon, IconName};

/// The bar.
#[component]
pub fn BottomBar() -> impl IntoView {
    let (look, path) = (use_app().look(), use_location().pathname);
    let current = Memo::new(move |_| Route::at(&path.get()));
    let lang = use_lang();
    move || {
        let places = if look.is_elder() { elder() } else { standard() };
        let text = lang.get().wallet();
        let place = |(route, icon): (Route, IconName)| {
            let label = match route {
                Route::Score => text.tab_score,
                Route::Code => text.tab_code,
                Route::Services => text.tab_services,
                Route::Me => text.tab_me,
                _ => text.tab_home,
            };
            view! { <Place route icon label current /> }
        };
        view! {
            <nav class="bottom-bar" aria-label=lang.get().common().navigation>
                <ul class="bottom-bar-list" role="list">{places.into_iter().map(place).collect_view()}</ul>
            </nav>
        }
    }
}

fn standard() -> Vec<(Route, IconName)> {
    vec![
        (Route::Home, IconName::Home),
        (Route::Score, IconName::Gauge),
        (Route::Code, IconName::Code),
        (Route::Services, IconName::Shop),
        (Route::Me, IconName::Person),
    ]
}

fn elder() -> Vec<(Route, IconName)> {
    vec![
        (Route::Home, IconName::Home),
        (Route::Code, IconName::Code),
        (Route::Services, IconName::Shop),
        (Route::Me, IconName::Person),
    ]
}

#[component]
fn Place(route: Route, icon: IconName, label: &'static str, current: Memo<Option<Route>>) -> impl IntoView {
    let is_code = route == Route::Code;
    let icon = view! { <Icon name=icon /> };
    let icon = if is_code {
        view! { <span class="bottom-bar-disc">{icon}</span> }.into_any()
    } else {
        icon.into_any()
    };
    view! {
        <li class="bottom-bar-item">
            <a
                class="bottom-bar-link"
                class:bottom-bar-code=is_code
                href=route.href()
                aria-current=move || (current.get() == Some(route)).then_some("page")
                data-testid=is_code.then_some("tab-code")
            >
                {icon}
                <span>{label}</span>
            </a>
        </li>
    }
}
