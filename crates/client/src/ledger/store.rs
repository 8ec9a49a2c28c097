//! Scans and counts in `IndexedDB`. A key tells all that is needed to choose: `pending/1795000000/<id>`.

use super::{Counts, DAYS, Entry, KEEP_DAYS, SCANS};
use crate::{
    idb::{Db, IdbError, Mode, Transaction},
    local_time,
};
use api::{Bytes32, scans::ScanResult};
use credit_code::verdict::Colour;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

const PENDING: &str = "pending/";
const DONE: &str = "done/";
const DAY_S: i64 = 86_400;

/// Counts a scan, and keeps it where it was accepted. All or nothing is written.
///
/// # Errors
/// [`IdbError`]
pub async fn record(db: &Db, at_s: i64, colour: Colour, entry: Option<&Entry>) -> Result<(), IdbError> {
    let day = local_time::iso_day(at_s.saturating_mul(1000));
    let transaction = db.begin(&[SCANS, DAYS], Mode::Write).await?;
    let counts: Counts = get(&transaction, DAYS, &day).await?.unwrap_or_default();
    put(&transaction, DAYS, &day, &counts.and(colour))?;
    if let Some(entry) = entry {
        put(&transaction, SCANS, &key(PENDING, entry), entry)?;
    }
    transaction.commit().await
}

/// Scans that the server has not answered for, the oldest first.
///
/// # Errors
/// [`IdbError`]
pub async fn waiting(db: &Db) -> Result<Vec<Entry>, IdbError> {
    Ok(db.all(SCANS, PENDING).await?.into_iter().map(|(_, entry)| entry).collect())
}

/// The newest scans, delivered or not.
///
/// # Errors
/// [`IdbError`]
pub async fn recent(db: &Db, most: usize) -> Result<Vec<Entry>, IdbError> {
    let mut all: Vec<Entry> = db.all(SCANS, "").await?.into_iter().map(|(_, entry)| entry).collect();
    all.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    all.truncate(most);
    Ok(all)
}

/// The tokens that were accepted since then: showing one again is no news.
///
/// # Errors
/// [`IdbError`]
pub async fn tokens_since(db: &Db, at_s: i64) -> Result<Vec<Bytes32>, IdbError> {
    let all: Vec<(String, Entry)> = db.all(SCANS, "").await?;
    Ok(all.into_iter().filter(|(_, entry)| entry.at >= at_s).map(|(_, entry)| entry.token).collect())
}

/// The days with scans, the newest first.
///
/// # Errors
/// [`IdbError`]
pub async fn days(db: &Db) -> Result<Vec<(String, Counts)>, IdbError> {
    let mut days: Vec<(String, Counts)> = db.all(DAYS, "").await?;
    days.reverse();
    Ok(days)
}

/// Removes what is older than [`KEEP_DAYS`].
///
/// # Errors
/// [`IdbError`]
pub async fn purge(db: &Db, now_s: i64) -> Result<usize, IdbError> {
    let oldest = now_s - KEEP_DAYS * DAY_S;
    let oldest_day = local_time::iso_day(oldest.saturating_mul(1000));
    let transaction = db.begin(&[SCANS, DAYS], Mode::Write).await?;
    let mut removed = 0;
    for key in transaction.keys(SCANS, "").await? {
        if at_of(&key).is_none_or(|at| at < oldest) {
            transaction.delete(SCANS, &key)?;
            removed += 1;
        }
    }
    for day in transaction.keys(DAYS, "").await?.into_iter().filter(|day| *day < oldest_day) {
        transaction.delete(DAYS, &day)?;
    }
    transaction.commit().await?;
    Ok(removed)
}

/// Keeps what the server said. An answer for a scan that is not waiting changes nothing.
pub(super) async fn settle(db: &Db, sent: &[Entry], results: &[ScanResult]) -> Result<Vec<Entry>, IdbError> {
    let transaction = db.begin(&[SCANS], Mode::Write).await?;
    let mut settled = Vec::new();
    for entry in sent {
        let Some(result) = results.iter().find(|result| result.id == entry.id) else { continue };
        let entry = Entry { outcome: Some(result.outcome), ..entry.clone() };
        transaction.delete(SCANS, &key(PENDING, &entry))?;
        put(&transaction, SCANS, &key(DONE, &entry), &entry)?;
        settled.push(entry);
    }
    transaction.commit().await?;
    Ok(settled)
}

pub(super) fn key(state: &str, entry: &Entry) -> String {
    format!("{state}{:010}/{}", entry.at.max(0), entry.id)
}

/// The second part of a key.
pub(super) fn at_of(key: &str) -> Option<i64> {
    key.split('/').nth(1)?.parse().ok()
}

async fn get<T: DeserializeOwned>(
    transaction: &Transaction,
    store: &str,
    key: &str,
) -> Result<Option<T>, IdbError> {
    let text = transaction.get(store, key).await?.and_then(|value| value.as_string());
    // What cannot be read is begun anew.
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

fn put<T: Serialize>(transaction: &Transaction, store: &str, key: &str, value: &T) -> Result<(), IdbError> {
    let text = serde_json::to_string(value).map_err(|_| IdbError::Garbled)?;
    transaction.put(store, key, &JsValue::from_str(&text))
}
