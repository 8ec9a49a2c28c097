//! Issuing keys as they are stored: everything but their private halves.

use super::{Key, USES, usage_name};
use crate::db::Writing;
use credit_code::key::{Kid, PublicKey};
use sqlx::{Any, Executor, Row, any::AnyRow};

/// Every key, by city, use and turn.
///
/// # Errors
/// When the database fails or holds what it never should.
pub async fn all<'e>(from: impl Executor<'e, Database = Any>) -> Result<Vec<Key>, sqlx::Error> {
    let query = sqlx::query("SELECT * FROM issuing_keys ORDER BY city, usage, signs_from, kid");
    query.fetch_all(from).await?.iter().map(key).collect()
}

pub(super) async fn insert(writing: &mut Writing, key: &Key) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO issuing_keys (kid, city, usage, public, signs_from, not_before, expires_at, revoked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(key.kid.to_string())
    .bind(i64::from(key.city.number()))
    .bind(usage_name(key.usage))
    .bind(key.public.to_bytes().to_vec())
    .bind(key.signs_from)
    .bind(key.not_before)
    .bind(key.expires_at)
    .bind(key.revoked_at)
    .execute(&mut **writing)
    .await
    .map(|_| ())
}

/// Revokes a key; false when there is none that is not revoked yet.
///
/// # Errors
/// When the database fails.
pub async fn revoke(writing: &mut Writing, kid: Kid, now: i64) -> Result<bool, sqlx::Error> {
    let update = sqlx::query("UPDATE issuing_keys SET revoked_at = $2 WHERE kid = $1 AND revoked_at IS NULL");
    let updated = update.bind(kid.to_string()).bind(now).execute(&mut **writing).await?;
    Ok(updated.rows_affected() == 1)
}

/// Tells running servers that keys or lists have changed.
///
/// # Errors
/// When the database fails.
pub async fn changed(writing: &mut Writing) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE issuing_version SET version = version + 1").execute(&mut **writing).await.map(|_| ())
}

/// How often keys or lists have changed.
///
/// # Errors
/// When the database fails.
pub async fn version<'e>(from: impl Executor<'e, Database = Any>) -> Result<i64, sqlx::Error> {
    let (version,) = sqlx::query_as("SELECT version FROM issuing_version").fetch_one(from).await?;
    Ok(version)
}

fn key(row: &AnyRow) -> Result<Key, sqlx::Error> {
    let decode = |what: &str| sqlx::Error::Decode(format!("issuing_keys.{what}").into());
    let public: [u8; 32] = row.try_get::<Vec<u8>, _>("public")?.try_into().map_err(|_| decode("public"))?;
    let city = u32::try_from(row.try_get::<i64, _>("city")?).map_err(|_| decode("city"))?;
    let usage: String = row.try_get("usage")?;
    Ok(Key {
        kid: row.try_get::<String, _>("kid")?.parse().map_err(|_| decode("kid"))?,
        city: city.try_into().map_err(|_| decode("city"))?,
        usage: USES.into_iter().find(|u| usage_name(*u) == usage).ok_or_else(|| decode("usage"))?,
        public: PublicKey::from_bytes(&public).map_err(|_| decode("public"))?,
        signs_from: row.try_get("signs_from")?,
        not_before: row.try_get("not_before")?,
        expires_at: row.try_get("expires_at")?,
        revoked_at: row.try_get("revoked_at")?,
    })
}
