//! Tokens in `IndexedDB`. A key tells all that is needed to choose: `new/level/1795000000/0f3a…`, that is state,
//! purpose, end, and (once used) when.

use super::{STORE, slug};
use crate::{
    idb::{Db, IdbError, Mode},
    keys::{HolderKey, KeyError, random},
};
use api::codes::Shown;
use domain::disclosure::Purpose;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// Expired tokens are kept this long, in case it is the clock that is wrong; seconds.
const GRACE_S: i64 = 6 * 3600;

/// A token with its key.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) token: Vec<u8>,
    pub(super) key: HolderKey,
    pub(super) starts_at: i64,
    pub(super) expires_at: i64,
    pub(super) shows: Shown,
}

/// A token taken to be shown.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    pub(super) stored: Stored,
    /// It had been shown before: the batch is used up.
    pub(super) reused: bool,
}

/// How many unused tokens there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stock {
    /// Of those that end first among the valid: today's.
    pub today: usize,
    /// Of all days to come, today's included.
    pub all: usize,
    /// When the last of them ends, seconds since 1970-01-01 UTC; 0 without any.
    pub until: i64,
}

/// The stock of one purpose.
///
/// # Errors
/// [`IdbError`]
pub async fn stock(db: &Db, purpose: Purpose, now_s: i64) -> Result<Stock, IdbError> {
    Ok(count(&ends(db, purpose).await?, now_s))
}

/// The ends of all unused tokens of a purpose, in order.
pub(super) async fn ends(db: &Db, purpose: Purpose) -> Result<Vec<i64>, IdbError> {
    let keys = db.keys(STORE, &format!("new/{}/", slug(purpose))).await?;
    Ok(keys.iter().filter_map(|key| end_of(key)).collect())
}

/// Takes a token: an unused one, or else the one whose last use is longest ago. Atomic across tabs: one write
/// transaction at a time.
pub(super) async fn take(db: &Db, purpose: Purpose, now_s: i64) -> Result<Option<Taken>, KeyError> {
    let transaction = db.begin(&[STORE], Mode::Write).await?;
    let from = format!("{:010}", now_s + 1);
    for state in ["new", "used"] {
        let prefix = format!("{state}/{}/", slug(purpose));
        while let Some((key, value)) = transaction.first(STORE, &prefix, &from).await? {
            // Taken for good, or damaged: either way it is no longer what it was.
            transaction.delete(STORE, &key)?;
            let Ok(stored) = Stored::from_js(&key, &value) else { continue };
            if stored.starts_at > now_s {
                transaction.put(STORE, &key, &value)?;
                break;
            }
            let id = key.rsplit(['/', '-']).next().unwrap_or_default();
            let used = format!("used/{}/{:010}/{now_s:010}-{id}", slug(purpose), stored.expires_at);
            transaction.put(STORE, &used, &value)?;
            transaction.commit().await?;
            return Ok(Some(Taken { stored, reused: state == "used" }));
        }
    }
    transaction.commit().await?;
    Ok(None)
}

/// Stores new tokens, all or none.
pub(super) async fn add(db: &Db, purpose: Purpose, tokens: &[Stored]) -> Result<(), KeyError> {
    let mut rows = Vec::with_capacity(tokens.len());
    for stored in tokens {
        let id = u64::from_be_bytes(random()?);
        rows.push((format!("new/{}/{:010}/{id:016x}", slug(purpose), stored.expires_at), stored.to_js()?));
    }
    let transaction = db.begin(&[STORE], Mode::Write).await?;
    for (key, value) in rows {
        transaction.put(STORE, &key, &value)?;
    }
    Ok(transaction.commit().await?)
}

/// Removes expired tokens with their keys.
///
/// # Errors
/// [`IdbError`]
pub async fn purge(db: &Db, now_s: i64) -> Result<usize, IdbError> {
    let transaction = db.begin(&[STORE], Mode::Write).await?;
    let keys = transaction.keys(STORE, "").await?;
    let expired: Vec<&String> =
        keys.iter().filter(|key| end_of(key).is_none_or(|end| end + GRACE_S <= now_s)).collect();
    for key in &expired {
        transaction.delete(STORE, key)?;
    }
    let removed = expired.len();
    transaction.commit().await?;
    Ok(removed)
}

/// Removes all tokens: another person signs in, or this one signs out.
///
/// # Errors
/// [`IdbError`]
pub async fn forget_all(db: &Db) -> Result<(), IdbError> {
    db.clear(STORE).await
}

fn count(ends: &[i64], now_s: i64) -> Stock {
    let valid: Vec<i64> = ends.iter().copied().filter(|end| *end > now_s).collect();
    let first = valid.iter().copied().min().unwrap_or(0);
    // A day's tokens start when those of the day before end: what ends later than a day from now is not today's.
    let today = valid.iter().filter(|end| **end == first && first - now_s <= 86_400).count();
    Stock { today, all: valid.len(), until: valid.iter().copied().max().unwrap_or(0) }
}

/// The third part of a key.
fn end_of(key: &str) -> Option<i64> {
    key.split('/').nth(2)?.parse().ok()
}

impl Stored {
    fn to_js(&self) -> Result<JsValue, KeyError> {
        let shows = serde_json::to_string(&self.shows).map_err(|_| KeyError::Damaged)?;
        let object = Object::new();
        let set = |name: &str, value: &JsValue| {
            Reflect::set(&object, &name.into(), value).map(drop).map_err(|_| KeyError::Damaged)
        };
        set("token", &Uint8Array::from(self.token.as_slice()))?;
        set("key", &self.key.to_js())?;
        // Text: JavaScript's numbers and ours need no conversion then.
        set("starts_at", &self.starts_at.to_string().into())?;
        set("shows", &shows.into())?;
        Ok(object.into())
    }

    fn from_js(key: &str, value: &JsValue) -> Result<Self, KeyError> {
        let part = |name: &str| Reflect::get(value, &name.into()).map_err(|_| KeyError::Damaged);
        let text = |name: &str| part(name)?.as_string().ok_or(KeyError::Damaged);
        Ok(Self {
            token: part("token")?.dyn_into::<Uint8Array>().map_err(|_| KeyError::Damaged)?.to_vec(),
            key: HolderKey::from_js(&part("key")?)?,
            starts_at: text("starts_at")?.parse().map_err(|_| KeyError::Damaged)?,
            expires_at: end_of(key).ok_or(KeyError::Damaged)?,
            shows: serde_json::from_str(&text("shows")?).map_err(|_| KeyError::Damaged)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn stock_counts_today_apart_from_the_days_to_come() {
        let now = 10 * DAY + 100;
        let ends = [9 * DAY, 11 * DAY, 11 * DAY, 12 * DAY, 13 * DAY];
        assert_eq!(count(&ends, now), Stock { today: 2, all: 4, until: 13 * DAY });
        let tomorrow_only = [12 * DAY];
        assert_eq!(count(&tomorrow_only, now), Stock { today: 0, all: 1, until: 12 * DAY });
        assert_eq!(count(&[], now), Stock::default());
    }

    #[test]
    fn a_key_names_its_end() {
        assert_eq!(end_of("new/level/1795000000/00ff"), Some(1_795_000_000));
        assert_eq!(end_of("used/perk-5/1795000000/1794990000-00ff"), Some(1_795_000_000));
        assert_eq!(end_of("garbage"), None);
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod browser_tests;
