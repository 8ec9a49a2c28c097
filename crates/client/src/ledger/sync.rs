//! Delivering scans.

use super::{
    Entry,
    store::{settle, waiting},
};
use crate::{CallError, Client, idb::Db, locks};
use api::scans::{Scan, SyncScans};

/// The server takes scans of the last 30 days; a day less, as clocks differ.
const OLDEST_S: i64 = 29 * 86_400;
/// The server takes scans of clocks ten minutes ahead; those further ahead wait until their time has come.
const AHEAD_S: i64 = 300;

/// What a delivery did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Delivered {
    /// Scans that the server has now.
    pub count: usize,
    /// Of those, what the cashier should hear of.
    pub troubled: Vec<Entry>,
}

/// Delivers all that waits; in one tab at a time. Nothing when another tab is at it.
///
/// # Errors
/// [`CallError`] of the first request that failed; what was delivered before it stays delivered. A storage that
/// fails only means that it is delivered again.
pub async fn sync(client: &Client, db: &'static Db, now_s: i64) -> Result<Option<Delivered>, CallError> {
    let client = client.clone();
    locks::alone("ledger-sync", async move { deliver(&client, db, now_s).await }).await.transpose()
}

async fn deliver(client: &Client, db: &Db, now_s: i64) -> Result<Delivered, CallError> {
    let mut delivered = Delivered::default();
    let all = deliverable(waiting(db).await.unwrap_or_default(), now_s);
    for batch in all.chunks(SyncScans::MAX) {
        let scans: Vec<Scan> = batch.iter().map(Entry::to_scan).collect();
        let answer = client.call(&SyncScans { scans }).await?;
        let settled = settle(db, batch, &answer.results).await.unwrap_or_default();
        delivered.count += settled.len();
        delivered.troubled.extend(settled.into_iter().filter(Entry::is_troubled));
    }
    Ok(delivered)
}

/// Those that the server takes now.
pub(super) fn deliverable(mut entries: Vec<Entry>, now_s: i64) -> Vec<Entry> {
    entries.retain(|entry| (now_s - OLDEST_S..=now_s + AHEAD_S).contains(&entry.at));
    entries
}
