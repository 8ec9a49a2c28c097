//! Issuing keys: sealed seeds in files, everything else about them in the database.

mod ring;
pub mod sql;
mod vault;

use crate::{clock::DAY_S, db::Writing, failure::Failure, random};
use api::issuing::{KeyState, KeyUsage};
use credit_code::{
    key::{Kid, PublicKey, SigningKey},
    trust::{TrustList, Use},
};
use domain::region::RegionCode;
pub use ring::Ring;
pub use vault::Vault;
use zeroize::Zeroizing;

/// A new key is announced this long before it signs: a till that has been offline for as long still knows it.
pub const AHEAD_S: i64 = 3 * DAY_S;
/// A key signs for a week.
pub const TURN_S: i64 = 7 * DAY_S;
/// After its turn a key stays on the list for as long as what it signed is in use, and a while longer.
const AFTER_S: i64 = 30 * DAY_S;
/// A printed card is good for so long.
pub const CARD_S: i64 = 366 * DAY_S;
/// A key counts from a day before it was made, so that a clock set back by hours refuses nothing.
const BEFORE_S: i64 = DAY_S;
/// Every use of a key; each city has a key for each.
pub const USES: [Use; 3] = [Use::Phone, Use::Paper, Use::Status];

/// A key, without its private half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub kid: Kid,
    /// The city that it signs for.
    pub city: RegionCode,
    /// What it signs.
    pub usage: Use,
    /// The public half.
    pub public: PublicKey,
    /// From when on it signs, seconds since 1970-01-01 UTC.
    pub signs_from: i64,
    /// What it signs ends later than this.
    pub not_before: i64,
    /// What it signs ends no later than this.
    pub expires_at: i64,
    /// Since when nothing that it signed is accepted.
    pub revoked_at: Option<i64>,
}

/// A use as it is stored and printed.
pub fn usage_name(usage: Use) -> &'static str {
    match usage {
        Use::Phone => "phone",
        Use::Paper => "paper",
        Use::Status => "status",
    }
}

/// A use as the desk reads it.
pub fn usage_view(usage: Use) -> KeyUsage {
    match usage {
        Use::Phone => KeyUsage::Phone,
        Use::Paper => KeyUsage::Paper,
        Use::Status => KeyUsage::Status,
    }
}

/// The key that signs something ending at `until`: the latest whose turn has come.
pub fn signer(keys: &[Key], city: RegionCode, usage: Use, now: i64, until: i64) -> Option<&Key> {
    keys.iter()
        .filter(|key| (key.city, key.usage, key.revoked_at) == (city, usage, None))
        .filter(|key| key.signs_from <= now && until <= key.expires_at)
        .max_by_key(|key| (key.signs_from, key.kid))
}

/// Where a key stands among the others.
pub fn state(key: &Key, keys: &[Key], now: i64) -> KeyState {
    if key.revoked_at.is_some() {
        KeyState::Revoked
    } else if key.signs_from > now {
        KeyState::Next
    } else if signer(keys, key.city, key.usage, now, now).is_some_and(|active| active.kid == key.kid) {
        KeyState::Active
    } else {
        KeyState::Retired
    }
}

/// Makes a key: its file is on the disk before its row is.
///
/// # Errors
/// When it cannot be kept.
pub async fn create(
    writing: &mut Writing,
    vault: &Vault,
    city: RegionCode,
    usage: Use,
    now: i64,
    signs_from: i64,
) -> Result<Key, Failure> {
    let seed = Zeroizing::new(random::bytes()?);
    let public = SigningKey::from_seed(&seed).public();
    let life_s = TURN_S + AFTER_S + if usage == Use::Paper { CARD_S } else { 0 };
    let key = Key {
        kid: public.kid(),
        city,
        usage,
        public,
        signs_from,
        not_before: now - BEFORE_S,
        expires_at: signs_from + life_s,
        revoked_at: None,
    };
    vault.seal(key.kid, &seed)?;
    sql::insert(writing, &key).await?;
    sql::changed(writing).await?;
    Ok(key)
}

/// Makes a key wherever there is none that can sign now.
///
/// # Errors
/// When one cannot be kept.
pub async fn create_missing(
    writing: &mut Writing,
    vault: &Vault,
    cities: &[RegionCode],
    now: i64,
) -> Result<(), Failure> {
    let keys = sql::all(&mut **writing).await?;
    for city in cities {
        for usage in USES {
            if signer(&keys, *city, usage, now, now + TURN_S).is_none() {
                create(writing, vault, *city, usage, now, now).await?;
            }
        }
    }
    Ok(())
}

/// Announces the next key wherever the turn of the one that signs is ending and none is announced.
///
/// # Errors
/// When one cannot be kept.
pub async fn rotate_due(
    writing: &mut Writing,
    vault: &Vault,
    cities: &[RegionCode],
    now: i64,
) -> Result<(), Failure> {
    let keys = sql::all(&mut **writing).await?;
    for city in cities {
        for usage in USES {
            let last = keys
                .iter()
                .filter(|key| (key.city, key.usage, key.revoked_at) == (*city, usage, None))
                .map(|key| key.signs_from)
                .max();
            if last.is_some_and(|since| since + TURN_S <= now + AHEAD_S) {
                create(writing, vault, *city, usage, now, now + AHEAD_S).await?;
            }
        }
    }
    Ok(())
}

/// Whether a signed trust list lets tills believe a key.
pub fn is_trusted(trust: &TrustList, kid: Kid) -> bool {
    trust.find(kid).is_some_and(|entry| entry.revoked_at.is_none())
}

#[cfg(test)]
mod tests;
