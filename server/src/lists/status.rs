//! Status lists: which tokens of a day, or which printed cards, were revoked.

use super::{RENEW_S, signed::Signed, trust::Trust};
use crate::{
    clock::{DAY_S, day_at},
    codes::{
        plan::DAYS,
        shuffle::{PLACES, Shuffle},
        status_uri::{self, PAPER},
    },
    failure::Failure,
    keys::{self, Ring},
    state::App,
};
use credit_code::{
    UnixTime,
    status::{StatusBits, StatusList},
    trust::Use,
};
use domain::region::RegionCode;
use std::collections::{BTreeMap, BTreeSet};

/// A status list is believed for so long at most; tills say sooner that it is old.
const LIFE_S: i64 = 7 * DAY_S;
/// A till that is offline for three days still has the lists of its last one.
const DAYS_AHEAD: u32 = DAYS + 1;

/// One list's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListId {
    /// Whose tokens.
    pub city: RegionCode,
    /// Of which day; 0 for printed cards.
    pub day: u32,
    /// Which of the day's lists.
    pub list: u32,
}

/// A list as published, and what it was made from.
#[derive(Debug, Clone)]
pub struct Status {
    /// The list.
    pub signed: Signed,
    revoked: Rows,
    key: credit_code::key::Kid,
}

/// Every published list.
pub type Published = BTreeMap<ListId, Status>;

/// Revoked places before shuffling: start and count.
type Rows = Vec<(i64, i64)>;

/// Signs what has changed or become old; keeps the others as they are.
pub(super) async fn renew(
    app: &App,
    ring: &Ring,
    trust: Option<&Trust>,
    old: &Published,
    now: i64,
) -> Result<Published, Failure> {
    let Some(trust) = trust else { return Ok(Published::new()) };
    let today = day_at(now);
    let shards = shards(app, today).await?;
    let mut revoked = revoked(app, today).await?;
    let mut published = Published::new();
    for id in names(app, today, &shards) {
        let is_trusted = |kid| keys::is_trusted(&trust.list, kid);
        let Some(signer) = ring.signer(id.city, Use::Status, now, now + LIFE_S, is_trusted) else {
            tracing::error!(city = %id.city, "no trusted key signs status lists");
            continue;
        };
        let rows = revoked.remove(&id).unwrap_or_default();
        let key = signer.public().kid();
        let is_good = |list: &&Status| {
            list.key == key
                && list.revoked == rows
                && (list.signed.iat..list.signed.iat + RENEW_S).contains(&now)
        };
        if let Some(kept) = old.get(&id).filter(is_good) {
            published.insert(id, kept.clone());
            continue;
        }
        let bits = bits(&rows, shards.get(&id))?;
        let entries = bits.count_set();
        let uri = status_uri::address(&app.config, id.city, id.day, id.list);
        let ttl = u32::try_from(RENEW_S).unwrap_or(u32::MAX);
        let list = StatusList::new(uri, UnixTime(now), UnixTime(now + LIFE_S), ttl, bits);
        let bytes = list.sign(signer).map_err(Failure::refused)?;
        published.insert(id, Status { signed: Signed::new(bytes, now, entries), revoked: rows, key });
    }
    Ok(published)
}

/// For each city and day the lists that were begun, and the next one: when a list is full, tills already hold the one
/// after it.
fn names(app: &App, today: u32, shards: &BTreeMap<ListId, Vec<u8>>) -> BTreeSet<ListId> {
    let days = || [PAPER].into_iter().chain(today..today + DAYS_AHEAD);
    let first = app.cities.iter().flat_map(|city| days().map(|day| ListId { city: city.code, day, list: 0 }));
    let next = shards.keys().map(|id| ListId { list: id.list + 1, ..*id });
    first.chain(shards.keys().copied()).chain(next).collect()
}

fn bits(rows: &Rows, seed: Option<&Vec<u8>>) -> Result<StatusBits, Failure> {
    let mut bits = StatusBits::new(PLACES);
    if let (false, Some(seed)) = (rows.is_empty(), seed) {
        let order = Shuffle::new(seed);
        for (start, count) in rows {
            for turn in *start..start + count {
                bits.set(order.place(u32::try_from(turn).map_err(Failure::refused)?));
            }
        }
    }
    Ok(bits)
}

/// The lists that were begun, with what shuffles each.
async fn shards(app: &App, today: u32) -> Result<BTreeMap<ListId, Vec<u8>>, Failure> {
    let rows: Vec<(i64, i64, i64, Vec<u8>)> =
        sqlx::query_as("SELECT city, day, list, seed FROM shards WHERE day = $1 OR day >= $2")
            .bind(i64::from(PAPER))
            .bind(i64::from(today))
            .fetch_all(app.db.read())
            .await?;
    rows.into_iter().map(|(city, day, list, seed)| Ok((id(city, day, list)?, seed))).collect()
}

async fn revoked(app: &App, today: u32) -> Result<BTreeMap<ListId, Rows>, Failure> {
    let rows: Vec<(i64, i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT city, day, list, start, count FROM batches
         WHERE revocation IS NOT NULL AND (day = $1 OR day >= $2) ORDER BY city, day, list, start",
    )
    .bind(i64::from(PAPER))
    .bind(i64::from(today))
    .fetch_all(app.db.read())
    .await?;
    let mut lists: BTreeMap<ListId, Rows> = BTreeMap::new();
    for (city, day, list, start, count) in rows {
        lists.entry(id(city, day, list)?).or_default().push((start, count));
    }
    Ok(lists)
}

fn id(city: i64, day: i64, list: i64) -> Result<ListId, Failure> {
    let small = |number: i64| u32::try_from(number).map_err(Failure::refused);
    let city = RegionCode::new(small(city)?).map_err(Failure::refused)?;
    Ok(ListId { city, day: small(day)?, list: small(list)? })
}
