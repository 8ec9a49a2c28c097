//! The merchant app: a till that scans credit codes, mostly without a network.
//!
//! [`App`] opens on the scanning page. One tap starts the camera; a gun needs none. Everything that a scan needs is on the
//! device; signing in is for delivering the ledger only.
//!
//! # Hooks for tests
//!
//! | page | `data-testid` |
//! |---|---|
//! | scan | `scan-start`, `camera-failed`, `viewfinder` (the running camera), `torch`, `zoom`, `swap`, `photo` (the file field), `photo-error`, `kiosk`, `strict`, `gun-field`, `list-age`, `offline-until`, `clock-wrong` |
//! | scan, last verdict | `verdict` with `data-code` (`VALID`, …), `data-colour` (`green`, `amber`, `red`, `grey`), `data-large` (`true` while it fills the screen) and `data-number` (counts up); in it `verdict-text`, `verdict-next`, `verdict-tier`, `verdict-perk`, `verdict-name`, `verdict-city` (with `data-guest`), `verdict-paper`, `verdict-go-on` |
//! | scan, strict mode | `challenge` (the six digits as its text), `challenge-new` |
//! | ledger | `ledger-count` (today's scans), `ledger-waiting`, `sync-now`, `sync-result`, `account-<key>`, `signed-in`, `sign-out`, `entry` with `data-outcome` |
//! | lists | `list-trust`, `list-status`, `lists-refresh`, `lists-trouble`, `lists-none`, `offline-until`, `reader-<name>` |
//! | settings | `till-name`, `sound-on`, `sound-off`, `sound-try`, `camera-back`, `camera-front`, `kiosk-on`, `kiosk-off`, `theme-…`, `lang-…`, `gun-test` (the link) |
//! | gun test | `gun-test` (what was read, with `data-state`: `waiting`, `good`, `other`, `shift`, `slow`), `gun-text` |
//!
//! From the frame (or the gun's last key) to the verdict on the screen: `performance.getEntriesByName('frame-to-verdict')`.

pub mod context;
pub mod flow;
pub mod gun_test;
pub mod judge;
pub mod ledger;
pub mod lists;
pub mod routes;
pub mod scan;
pub mod settings;
pub mod shell;

use crate::{
    context::{provide_app, use_lang},
    widgets::Page,
};
use client::install;
use context::provide_till;
use leptos::prelude::*;
use leptos_router::{
    components::{Route as At, Router, Routes},
    path,
};
use routes::Route;
use shell::Shell;

/// The merchant app.
#[component]
pub fn App() -> impl IntoView {
    let app = provide_app("/merchant/");
    install::watch();
    provide_till();
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
            <At path=path!("/merchant") view=scan::ScanPage />
            <At path=path!("/merchant/ledger") view=ledger::LedgerPage />
            <At path=path!("/merchant/lists") view=lists::ListsPage />
            <At path=path!("/merchant/settings") view=settings::SettingsPage />
            <At path=path!("/merchant/settings/gun") view=gun_test::GunPage />
        </Routes>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let text = use_lang().get_untracked().common();
    view! {
        <Page title=text.not_found>
            <p><a href=Route::Scan.href()>{text.to_start}</a></p>
        </Page>
    }
}

#[cfg(test)]
mod tests;
