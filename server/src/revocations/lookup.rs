//! Which places of status lists are revoked, and since when.

use crate::{codes::shuffle::Shuffle, codes::status_uri, http::error::ApiError, state::App};
use domain::region::RegionCode;
use std::collections::BTreeMap;

/// The revoked places of some lists.
#[derive(Debug, Default)]
pub(crate) struct Revocations(BTreeMap<String, BTreeMap<u32, i64>>);

impl Revocations {
    /// Looks up the lists with these addresses; an address that is none of ours has no revoked place.
    pub(crate) async fn of_lists<'a>(
        app: &App,
        uris: impl Iterator<Item = &'a str>,
    ) -> Result<Self, ApiError> {
        let mut lists = BTreeMap::new();
        for uri in uris {
            if let (false, Some((city, day, list))) =
                (lists.contains_key(uri), status_uri::parse(&app.config, uri))
            {
                lists.insert(uri.to_owned(), revoked_places(app, city, day, list).await?);
            }
        }
        Ok(Self(lists))
    }

    /// Whether a place had been revoked by a moment.
    pub(crate) fn had(&self, uri: &str, index: u32, at: i64) -> bool {
        self.0.get(uri).and_then(|places| places.get(&index)).is_some_and(|since| *since <= at)
    }
}

/// The revoked places of one list, with the time of each revocation.
pub(crate) async fn revoked_places(
    app: &App,
    city: RegionCode,
    day: u32,
    list: u32,
) -> Result<BTreeMap<u32, i64>, ApiError> {
    let rows: Vec<(Vec<u8>, i64, i64, i64)> = sqlx::query_as(
        "SELECT shards.seed, batches.start, batches.count, revocations.revoked_at
         FROM batches
         JOIN shards ON shards.city = batches.city AND shards.day = batches.day AND shards.list = batches.list
         JOIN revocations ON revocations.id = batches.revocation
         WHERE batches.city = $1 AND batches.day = $2 AND batches.list = $3 AND batches.revocation IS NOT NULL",
    )
    .bind(i64::from(city.number()))
    .bind(i64::from(day))
    .bind(i64::from(list))
    .fetch_all(app.db.read())
    .await?;
    let Some((seed, ..)) = rows.first() else { return Ok(BTreeMap::new()) };
    let order = Shuffle::new(seed);
    let mut places = BTreeMap::new();
    for (_, start, count, since) in &rows {
        for turn in *start..start + count {
            places.insert(order.place(u32::try_from(turn).map_err(ApiError::internal)?), *since);
        }
    }
    Ok(places)
}
