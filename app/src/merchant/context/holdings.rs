//! The till's lists: loaded at the start, renewed whenever the server can be reached.

use super::TILL;
use crate::context::use_online;
use client::{
    CallError, Client,
    lists::{self, FetchError, Held},
    platform,
};
use credit_code::UnixTime;
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*, task::spawn_local};
use std::{sync::Arc, time::Duration};

/// Lists are asked for this often while the page is in front.
const EVERY: Duration = Duration::from_secs(15 * 60);

/// Why the last try to renew the lists brought nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The server was not reached, or had none.
    Call(CallError),
    /// Older than those held.
    Older,
    /// Not believed.
    Forged,
}

/// The lists. Every field is `Copy`.
#[derive(Clone, Copy)]
pub struct Holdings {
    held: RwSignal<Option<Arc<Held>>>,
    loaded: RwSignal<bool>,
    asking: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Default for Holdings {
    fn default() -> Self {
        Self {
            held: RwSignal::new(None),
            loaded: RwSignal::new(false),
            asking: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }
}

impl Holdings {
    /// Loads what is kept, then renews it: now, when the network comes back, when the page comes to the front, and
    /// every quarter of an hour.
    pub(super) fn start(self, client: &Client) {
        let (first, visible, later) = (client.clone(), client.clone(), client.clone());
        spawn_local(async move {
            let now = UnixTime(first.clock().now().seconds());
            let held = lists::load(&TILL, now).await.map(Arc::new);
            if held.is_some() {
                self.held.set(held);
            }
            self.loaded.set(true);
            self.renew(first).await;
        });
        platform::watch_visible(move || spawn_local(self.renew(visible.clone())));
        let online = use_online();
        let back = client.clone();
        Effect::watch(
            move || online.get(),
            move |online, before, _| {
                if *online && before.is_some_and(|before| !before) {
                    spawn_local(self.renew(back.clone()));
                }
            },
            false,
        );
        // It lives as long as the page.
        let _ = set_interval_with_handle(
            move || {
                if platform::is_visible() {
                    spawn_local(self.renew(later.clone()));
                }
            },
            EVERY,
        );
    }

    /// What is held.
    pub fn held(self) -> ReadSignal<Option<Arc<Held>>> {
        self.held.read_only()
    }

    /// Whether one knows by now what is held.
    pub fn is_loaded(self) -> bool {
        self.loaded.get()
    }

    /// Whether the server is being asked.
    pub fn is_asking(self) -> bool {
        self.asking.get()
    }

    /// Why the last try brought nothing.
    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Asks the server now. What is held stays good whatever comes of it.
    pub async fn renew(self, client: Client) {
        if self.asking.try_get_untracked().unwrap_or(true) {
            return;
        }
        self.asking.set(true);
        let held = self.held.get_untracked();
        let answer = lists::fetch(&client, &TILL, held.as_deref()).await;
        self.asking.set(false);
        match answer {
            Ok(newer) => {
                self.held.set(Some(Arc::new(newer)));
                self.trouble.set(None);
            }
            Err(FetchError::Call(error)) => self.trouble.set(Some(Trouble::Call(error))),
            Err(FetchError::Lists(error)) if error.is_older() => self.trouble.set(Some(Trouble::Older)),
            Err(FetchError::Lists(_)) => self.trouble.set(Some(Trouble::Forged)),
        }
    }
}
