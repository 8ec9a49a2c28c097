//! `GET /api/desk/issuing`: the state of issuing at a glance.

use crate::{
    auth::actor::Officer,
    codes::status_uri,
    http::error::ApiError,
    keys::{self, Key},
    lists::{Current, signed::Signed},
    state::App,
};
use api::{
    issuing::{HourCount, IssuingOverview, KeyView, ListView, ReadIssuing},
    lists::TRUST_PATH,
};
use std::collections::BTreeMap;

const HOUR_S: i64 = 3_600;
/// Hours that are shown.
const HOURS: i64 = 24;

/// Keys, lists, and tokens minted.
pub async fn read(app: App, _: Officer, _: ReadIssuing) -> Result<IssuingOverview, ApiError> {
    let (now, current) = (app.now(), app.lists.current());
    Ok(IssuingOverview {
        keys: current.ring.keys().iter().map(|key| view(&app, key, current.ring.keys(), now)).collect(),
        lists: lists(&app, &current),
        minted: minted(&app, now).await?,
        now,
    })
}

fn view(app: &App, key: &Key, keys: &[Key], now: i64) -> KeyView {
    let city = app.cities.iter().find(|city| city.code == key.city);
    KeyView {
        kid: key.kid.to_string(),
        city: city.map_or_else(|| key.city.to_string(), |city| city.name.zh.clone()),
        usage: keys::usage_view(key.usage),
        state: keys::state(key, keys, now),
        not_before: key.not_before,
        expires_at: key.expires_at,
    }
}

fn lists(app: &App, current: &Current) -> Vec<ListView> {
    let view = |path: String, signed: &Signed| ListView {
        path,
        issued_at: signed.iat,
        bytes: u32::try_from(signed.bytes.len()).unwrap_or(u32::MAX),
        entries: signed.entries,
    };
    let trust = current.trust.iter().map(|trust| view(TRUST_PATH.to_owned(), &trust.signed));
    let status = current.status.iter().map(|(id, status)| {
        let address = status_uri::address(&app.config, id.city, id.day, id.list);
        view(address.replacen(&app.config.public_base, "", 1), &status.signed)
    });
    trust.chain(status).collect()
}

/// Tokens by the hour, the current one last.
async fn minted(app: &App, now: i64) -> Result<Vec<HourCount>, ApiError> {
    let hour = now.div_euclid(HOUR_S) * HOUR_S;
    let first = hour - (HOURS - 1) * HOUR_S;
    let rows: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT minted_at - minted_at % 3600 AS hour, CAST(SUM(count) AS BIGINT) FROM batches
         WHERE minted_at >= $1 GROUP BY hour",
    )
    .bind(first)
    .fetch_all(app.db.read())
    .await?;
    let counts: BTreeMap<i64, i64> = rows.into_iter().collect();
    (0..HOURS)
        .map(|n| {
            let starts_at = first + n * HOUR_S;
            let count = counts.get(&starts_at).copied().unwrap_or(0);
            Ok(HourCount { starts_at, count: u32::try_from(count).map_err(ApiError::internal)? })
        })
        .collect()
}
