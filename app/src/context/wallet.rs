//! The wallet's own shared state: who is signed in, and the tokens fetched ahead.

use super::{App, use_app};
use crate::{context::use_client, routes::Route};
use api::session::{ReadWalletSession, WalletSession};
use client::{
    Client,
    cache::{self, Kept},
    platform, session,
    tokens::{self, MintError, WALLET},
};
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*, task::spawn_local};
use std::time::Duration;

/// Session and tokens of an open wallet are looked after this often, besides when it is opened or comes online.
const TEND_EVERY: Duration = Duration::from_secs(300);

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Not known yet.
    Unknown,
    /// Nobody.
    Nobody,
    /// This person, as last known.
    Someone(WalletSession),
}

/// The wallet's shared state. Every field is `Copy`.
#[derive(Clone, Copy)]
pub struct Wallet {
    who: RwSignal<Who>,
    minted: RwSignal<u32>,
    minting: RwSignal<bool>,
    dropped: RwSignal<u32>,
    failed: RwSignal<Option<MintError>>,
}

/// Provides the wallet's state; the session is read from storage at once and then from the server.
pub fn provide_wallet() -> Wallet {
    let wallet = Wallet::idle(Who::Unknown);
    provide_context(wallet);
    let (client, online) = (use_client(), use_app().online);
    let first = client.clone();
    spawn_local(async move {
        match session::last::<ReadWalletSession>(&WALLET).await {
            Some(kept) => wallet.who.set(Who::Someone(kept.value)),
            // A first visit to the start page is nobody's: the server need not be asked to say so.
            None if is_entrance() => return wallet.who.set(Who::Nobody),
            None => {}
        }
        wallet.look_after(&first).await;
    });
    let (seen, open) = (client.clone(), client.clone());
    platform::watch_visible(move || wallet.tend(seen.clone()));
    let again = move || {
        if platform::is_visible() && online.get_untracked() {
            wallet.tend(open.clone());
        }
    };
    // The timer lives as long as the app.
    let _ = set_interval_with_handle(again, TEND_EVERY);
    Effect::watch(
        move || online.get(),
        move |online, before, _| {
            if *online && before.is_some_and(|before| !before) {
                wallet.tend(client.clone());
            }
        },
        false,
    );
    wallet
}

/// The wallet's state. Without a [`provide_wallet`] above it (a mistake of the caller) nobody is signed in.
pub fn use_wallet() -> Wallet {
    use_context::<Wallet>().unwrap_or_else(|| Wallet::idle(Who::Nobody))
}

impl Wallet {
    fn idle(who: Who) -> Self {
        Self {
            who: RwSignal::new(who),
            minted: RwSignal::new(0),
            minting: RwSignal::new(false),
            dropped: RwSignal::new(0),
            failed: RwSignal::new(None),
        }
    }

    /// State for a view rendered without a browser.
    pub fn for_tests(who: Who) -> Self {
        let wallet = Self::idle(who);
        provide_context(wallet);
        wallet
    }

    /// Who is signed in.
    pub fn who(self) -> Who {
        self.who.get()
    }

    /// The person signed in.
    pub fn person(self) -> Option<WalletSession> {
        match self.who.get() {
            Who::Someone(person) => Some(person),
            Who::Unknown | Who::Nobody => None,
        }
    }

    /// Whether someone is signed in; nothing while it is not known.
    pub fn is_signed_in(self) -> Option<bool> {
        self.who.with(|who| match who {
            Who::Unknown => None,
            Who::Nobody => Some(false),
            Who::Someone(_) => Some(true),
        })
    }

    /// Changes whenever new tokens were stored.
    pub fn minted(self) -> u32 {
        self.minted.get()
    }

    /// Whether tokens are being fetched.
    pub fn is_minting(self) -> bool {
        self.minting.get()
    }

    /// Changes whenever tokens were dropped: they had been revoked, or the person has left.
    pub fn dropped(self) -> u32 {
        self.dropped.get()
    }

    /// As [`Wallet::is_signed_in`], without waiting for changes.
    pub fn is_signed_in_untracked(self) -> Option<bool> {
        untrack(|| self.is_signed_in())
    }

    /// Whether tokens are being fetched at this moment.
    pub fn is_minting_untracked(self) -> bool {
        self.minting.get_untracked()
    }

    /// Why the last fetch of tokens failed.
    pub fn mint_error_untracked(self) -> Option<MintError> {
        self.failed.get_untracked()
    }

    /// A person has signed in: what another one left is removed, then tokens are fetched in the background.
    pub async fn enter(self, client: &Client, person: WalletSession) {
        // A storage that fails here fails again, with its sentence, when tokens are stored.
        let _ = tokens::forget_all(&WALLET).await;
        let _ = WALLET.clear(cache::STORE).await;
        self.failed.set(None);
        self.who.set(Who::Someone(person));
        self.tend(client.clone());
    }

    /// The person has signed out, or the server says so: nothing of theirs stays.
    pub async fn leave(self) {
        let _ = tokens::forget_all(&WALLET).await;
        let _ = WALLET.clear(cache::STORE).await;
        self.who.set(Who::Nobody);
        self.dropped.update(|n| *n += 1);
    }

    /// Looks after session and tokens in the background.
    pub fn tend(self, client: Client) {
        spawn_local(async move { self.look_after(&client).await });
    }

    /// Fetches tokens now.
    pub async fn mint(self, client: &Client) {
        if self.minting.try_get_untracked().unwrap_or(true) {
            return;
        }
        let Who::Someone(person) = self.who.get_untracked() else { return };
        self.minting.set(true);
        let minted = self.minted;
        let result = tokens::refill(client, person.token_epoch, move || minted.update(|n| *n += 1)).await;
        self.minting.set(false);
        self.failed.set(result.err());
        self.minted.update(|n| *n += 1);
    }

    async fn look_after(self, client: &Client) {
        if self.who.get_untracked() == Who::Nobody {
            return;
        }
        // What cannot be purged now is purged the next time.
        let _ = tokens::purge(&WALLET, client.clock().now().seconds()).await;
        let epoch = match session::check(client, &WALLET, &ReadWalletSession {}).await {
            Ok(Some(Kept { value, .. })) => {
                let other = matches!(self.who.get_untracked(), Who::Someone(before) if before.resident != value.resident);
                if other {
                    self.leave().await;
                }
                let epoch = value.token_epoch;
                self.who.set(Who::Someone(value));
                epoch
            }
            Ok(None) => return self.leave().await,
            Err(_) if self.who.get_untracked() == Who::Unknown => return self.who.set(Who::Nobody),
            Err(_) => return,
        };
        // What cannot be dropped now is dropped the next time.
        if tokens::drop_revoked(&WALLET, epoch).await.unwrap_or(false) {
            self.dropped.update(|n| *n += 1);
        }
        if tokens::is_low(&WALLET, client.clock().now().ms).await.unwrap_or(true) {
            self.mint(client).await;
        }
    }
}

/// Whether the page is one that people without a session come to.
fn is_entrance() -> bool {
    let path = window().location().pathname().unwrap_or_default();
    [Route::Home, Route::SignIn].contains(&Route::at(&path).unwrap_or(Route::Home))
}

impl App {
    /// Whether the browser holds a wallet of its own: the page is the demo's when its root is the public one.
    pub const fn is_demo_build() -> bool {
        option_env!("CREDIT_CODE_ROOT").is_none()
    }
}
