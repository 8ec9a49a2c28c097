//! What the till has scanned: counted and kept here, delivered when that can be done. Nothing of it holds up a scan.

use super::{Judged, Shop, TILL};
use crate::context::use_online;
use api::{Fixed, ProblemCode, scans::ScannedStatus};
use client::{
    CallError, Client, keys,
    ledger::{self, Counts, Delivered, Entry},
    platform,
};
use credit_code::verdict::Shown;
use domain::{disclosure::PerkId, ids::ScanId};
use leptos::{prelude::*, task::spawn_local};

/// How many scans the page shows.
const RECENT: usize = 20;

/// How the last delivery went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syncing {
    /// None yet.
    Idle,
    /// Under way.
    Running,
    /// Done; nothing when another window does it.
    Done(Option<Delivered>),
    /// It failed.
    Failed(CallError),
}

/// The ledger as the pages see it. Every field is `Copy`.
#[derive(Clone, Copy)]
pub struct Notes {
    days: RwSignal<Vec<(String, Counts)>>,
    recent: RwSignal<Vec<Entry>>,
    waiting: RwSignal<usize>,
    syncing: RwSignal<Syncing>,
    stored: RwSignal<bool>,
}

impl Default for Notes {
    fn default() -> Self {
        Self {
            days: RwSignal::new(Vec::new()),
            recent: RwSignal::new(Vec::new()),
            waiting: RwSignal::new(0),
            syncing: RwSignal::new(Syncing::Idle),
            stored: RwSignal::new(true),
        }
    }
}

impl Notes {
    /// Reads the ledger, drops what is too old, and delivers whenever that can be done.
    pub(super) fn start(self, client: &Client, shop: Shop) {
        let now_s = client.clock().now().seconds();
        spawn_local(async move {
            // What cannot be removed now is removed at the next start.
            let _ = ledger::purge(&TILL, now_s).await;
            self.read().await;
        });
        let online = use_online();
        let (back, seen) = (client.clone(), client.clone());
        Effect::watch(
            move || (online.get(), shop.session().with(Option::is_some)),
            move |(online, signed_in), _, _| {
                if *online && *signed_in {
                    self.sync_soon(back.clone(), shop);
                }
            },
            true,
        );
        platform::watch_visible(move || self.sync_soon(seen.clone(), shop));
    }

    /// Counts by day, the newest first.
    pub fn days(self) -> Vec<(String, Counts)> {
        self.days.get()
    }

    /// The newest accepted scans.
    pub fn recent(self) -> Vec<Entry> {
        self.recent.get()
    }

    /// How many scans are not delivered.
    pub fn waiting(self) -> usize {
        self.waiting.get()
    }

    /// How the last delivery went.
    pub fn syncing(self) -> Syncing {
        self.syncing.get()
    }

    /// Whether this browser keeps anything.
    pub fn is_stored(self) -> bool {
        self.stored.get()
    }

    /// Notes a verdict, in the background.
    pub(super) fn record(self, judged: &Judged, at_s: i64) {
        let (colour, entry) = (judged.colour, entry(judged, at_s));
        spawn_local(async move {
            let kept = ledger::record(&TILL, at_s, colour, entry.as_ref()).await.is_ok();
            self.stored.set(kept);
            if kept {
                self.read().await;
            }
        });
    }

    /// Delivers what waits.
    pub async fn sync(self, client: Client, shop: Shop) {
        if self.syncing.try_with_untracked(|now| *now == Syncing::Running).unwrap_or(true) {
            return;
        }
        self.syncing.set(Syncing::Running);
        let result = ledger::sync(&client, &TILL, client.clock().now().seconds()).await;
        if let Err(CallError::Problem(problem)) = &result
            && problem.code == ProblemCode::SignedOut
        {
            shop.leave().await;
        }
        self.syncing.set(match result {
            Ok(delivered) => Syncing::Done(delivered),
            Err(error) => Syncing::Failed(error),
        });
        self.read().await;
    }

    fn sync_soon(self, client: Client, shop: Shop) {
        let wanted = self.waiting.try_get_untracked().unwrap_or(0) > 0;
        if wanted && shop.session().with_untracked(Option::is_some) {
            spawn_local(self.sync(client, shop));
        }
    }

    /// Reads the ledger anew.
    pub async fn read(self) {
        let (days, waiting) = (ledger::days(&TILL).await, ledger::waiting(&TILL).await);
        let recent = ledger::recent(&TILL, RECENT).await;
        self.stored.set(days.is_ok());
        if let (Ok(days), Ok(waiting), Ok(recent)) = (days, waiting, recent) {
            self.days.set(days);
            self.waiting.set(waiting.len());
            self.recent.set(recent);
        }
    }
}

/// What is kept of an accepted code; nothing of any other.
fn entry(judged: &Judged, at_s: i64) -> Option<Entry> {
    let (Some(token), Some(shown)) = (judged.token, judged.shown.as_ref().filter(|_| judged.is_accepted()))
    else {
        return None;
    };
    Some(Entry {
        id: ScanId::from_bytes(keys::random().ok()?),
        token: Fixed(token),
        status: shown.status.as_ref().map(|place| ScannedStatus { uri: place.uri.clone(), index: place.idx }),
        at: at_s,
        perk: only_perk(shown),
        verdict: judged.verdict.code().to_owned(),
        outcome: None,
    })
}

/// The perk that a code was made for; a code for a level is for none.
fn only_perk(shown: &Shown) -> Option<PerkId> {
    let mut perks = shown.perks.iter();
    let first = perks.next()?;
    if perks.next().is_some() { None } else { PerkId::try_from(first).ok() }
}
