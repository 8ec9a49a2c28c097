//! Who is signed in, needed for delivering scans only, and what shops give, kept for use without a network.

use super::TILL;
use crate::context::{Loaded, use_kept};
use api::{
    merchants::{ListMerchants, MerchantCard, MerchantDirectory, PerkCard},
    session::{MerchantSession, ReadMerchantSession},
};
use client::{Client, cache, session};
use credit_code::body::Perks;
use leptos::{prelude::*, task::spawn_local};

/// The shop. Every field is `Copy`.
#[derive(Clone, Copy)]
pub struct Shop {
    session: RwSignal<Option<MerchantSession>>,
    directory: RwSignal<Option<MerchantDirectory>>,
}

impl Default for Shop {
    fn default() -> Self {
        Self { session: RwSignal::new(None), directory: RwSignal::new(None) }
    }
}

impl Shop {
    /// Takes the session as last known, then as the server says. A till that was never signed in is not asked about.
    pub(super) fn start(self, client: &Client) {
        let client = client.clone();
        spawn_local(async move {
            if let Some(kept) = session::last::<ReadMerchantSession>(&TILL).await {
                self.session.set(Some(kept.value));
                self.check(&client).await;
            }
        });
        let loaded = use_kept(&TILL, || ListMerchants {});
        Effect::new(move || {
            if let Loaded::Here(kept, _) = loaded.get() {
                self.directory.set(Some(kept.value));
            }
        });
    }

    /// Who is signed in.
    pub fn session(self) -> ReadSignal<Option<MerchantSession>> {
        self.session.read_only()
    }

    /// All perks and shops, once known.
    pub fn directory(self) -> ReadSignal<Option<MerchantDirectory>> {
        self.directory.read_only()
    }

    /// Asks the server who is signed in.
    pub async fn check(self, client: &Client) {
        if let Ok(answer) = session::check(client, &TILL, &ReadMerchantSession {}).await {
            self.session.set(answer.map(|kept| kept.value));
        }
    }

    /// Nobody is signed in any more.
    pub async fn leave(self) {
        cache::forget::<ReadMerchantSession>(&TILL).await;
        self.session.set(None);
    }

    /// Perks that want the till's challenge.
    pub(super) fn strict_perks(self) -> Perks {
        self.directory.with_untracked(|directory| {
            let perks = directory.iter().flat_map(|directory| &directory.perks);
            perks.filter(|perk| perk.strict).map(|perk| perk.id.number()).collect()
        })
    }
}

/// The perk with this number.
pub(crate) fn perk(directory: &MerchantDirectory, number: u8) -> Option<&PerkCard> {
    directory.perks.iter().find(|perk| perk.id.number() == number)
}

/// The signed-in shop's entry.
pub(crate) fn card<'d>(
    directory: &'d MerchantDirectory,
    session: &MerchantSession,
) -> Option<&'d MerchantCard> {
    directory.merchants.iter().find(|shop| shop.id == session.merchant)
}
