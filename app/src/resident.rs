//! The wallet for residents.

pub mod code;
pub mod home;
pub mod me;
pub mod score;
pub mod services;
pub mod settings;
pub mod shops;
pub mod sign_in;

use crate::{
    context::{provide_app, provide_wallet, use_lang, use_wallet},
    routes::Route,
    shell::Shell,
    widgets::Page,
};
use client::install;
use leptos::prelude::*;
use leptos_router::{
    components::{ParentRoute, Redirect, Route as At, Router, Routes},
    path,
};

/// The wallet.
#[component]
pub fn App() -> impl IntoView {
    let app = provide_app("/");
    install::watch();
    provide_wallet();
    // Pages read the language once: a change of language builds them anew.
    move || {
        app.look().lang.track();
        view! { <Router><Shell><Pages /></Shell></Router> }
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=NotFound>
            <At path=path!("/code") view=code::CodePage />
            <At path=path!("/sign-in") view=sign_in::SignInPage />
            <ParentRoute path=path!("") view=Members>
                <At path=path!("/") view=home::HomePage />
                <At path=path!("/score") view=score::ScorePage />
                <At path=path!("/services") view=services::ServicesPage />
                <At path=path!("/services/shops") view=shops::ShopsPage />
                <At path=path!("/me") view=me::MePage />
                <At path=path!("/me/settings") view=settings::SettingsPage />
            </ParentRoute>
        </Routes>
    }
}

/// Pages for people who are signed in; others are sent to sign in.
#[component]
fn Members() -> impl IntoView {
    let wallet = use_wallet();
    let signed_in = Memo::new(move |_| wallet.is_signed_in());
    move || match signed_in.get() {
        Some(true) => view! { <leptos_router::components::Outlet /> }.into_any(),
        Some(false) => view! { <Redirect path=Route::SignIn.href() /> }.into_any(),
        None => ().into_any(),
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let text = use_lang().get_untracked().common();
    view! {
        <Page title=text.not_found>
            <p><a href=Route::Home.href()>{text.to_start}</a></p>
        </Page>
    }
}

#[cfg(test)]
mod tests;
