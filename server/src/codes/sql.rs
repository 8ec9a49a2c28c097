//! Challenges, status places and batches as they are stored.

use super::{
    plan::Minted,
    shuffle::{PLACES, Shuffle},
};
use crate::{db::Writing, http::error::ApiError, keys::usage_name, random};
use credit_code::{body::StatusRef, trust::Use};
use domain::{ids::ResidentId, region::RegionCode};
use sqlx::{Any, AssertSqlSafe, Executor};

/// Tokens of one purpose and day whose places lie in a row before shuffling.
#[derive(Debug, Clone)]
pub struct Batch {
    /// As tokens name it.
    pub day: u32,
    /// As [`super::plan::name`] writes it.
    pub purpose: String,
    /// How many tokens.
    pub count: u32,
    /// When they end, seconds since 1970-01-01 UTC.
    pub expires_at: i64,
    /// Where their status stands.
    pub places: Places,
}

/// Where a batch's status stands.
#[derive(Debug, Clone)]
pub struct Places {
    /// The list of the city and day.
    pub list: u32,
    /// The first turn.
    pub start: u32,
    /// What the list is shuffled by.
    pub seed: Vec<u8>,
}

impl Places {
    /// The places of so many tokens, in order.
    pub fn of(&self, count: u32) -> impl Iterator<Item = StatusRef> + use<> {
        let (order, list) = (Shuffle::new(&self.seed), self.list);
        (self.start..self.start + count).map(move |turn| StatusRef { list, idx: order.place(turn) })
    }
}

/// Keeps a challenge, and forgets those that have ended.
///
/// # Errors
/// When the database fails.
pub async fn keep_challenge(
    writing: &mut Writing,
    challenge: &[u8; 32],
    resident: ResidentId,
    expires_at: i64,
    now: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM challenges WHERE expires_at <= $1").bind(now).execute(&mut **writing).await?;
    sqlx::query("INSERT INTO challenges (challenge, resident, expires_at) VALUES ($1, $2, $3)")
        .bind(challenge.to_vec())
        .bind(resident.to_string())
        .bind(expires_at)
        .execute(&mut **writing)
        .await
        .map(|_| ())
}

/// Forgets a person's challenges: what was asked under them is no longer given.
///
/// # Errors
/// When the database fails.
pub async fn forget_challenges(writing: &mut Writing, resident: ResidentId) -> Result<(), sqlx::Error> {
    let delete = sqlx::query("DELETE FROM challenges WHERE resident = $1").bind(resident.to_string());
    delete.execute(&mut **writing).await.map(|_| ())
}

/// Whether a challenge is there for this resident.
///
/// # Errors
/// When the database fails.
pub async fn has_challenge<'e>(
    from: impl Executor<'e, Database = Any>,
    challenge: &[u8; 32],
    resident: ResidentId,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let query = sqlx::query_as("SELECT expires_at FROM challenges WHERE challenge = $1 AND resident = $2");
    let found: Option<(i64,)> =
        query.bind(challenge.to_vec()).bind(resident.to_string()).fetch_optional(from).await?;
    Ok(found.is_some_and(|(expires_at,)| expires_at > now))
}

/// What a request finds when it uses a challenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It is the first.
    First,
    /// It was here before: its answer may have been lost.
    Again,
    /// The challenge is not there for this resident, or another request used it.
    Refused,
}

/// Uses a challenge for a request, of which a hash is given.
///
/// # Errors
/// When the database fails.
pub async fn claim(
    writing: &mut Writing,
    challenge: &[u8; 32],
    resident: ResidentId,
    request: &[u8; 32],
) -> Result<Claim, sqlx::Error> {
    let update = sqlx::query(
        "UPDATE challenges SET request = $3 WHERE challenge = $1 AND resident = $2 AND request IS NULL",
    );
    let update = update.bind(challenge.to_vec()).bind(resident.to_string()).bind(request.to_vec());
    if update.execute(&mut **writing).await?.rows_affected() == 1 {
        return Ok(Claim::First);
    }
    let query = sqlx::query_as(
        "SELECT COUNT(*) FROM challenges WHERE challenge = $1 AND resident = $2 AND request = $3",
    );
    let query = query.bind(challenge.to_vec()).bind(resident.to_string()).bind(request.to_vec());
    let (same,): (i64,) = query.fetch_one(&mut **writing).await?;
    Ok(if same == 1 { Claim::Again } else { Claim::Refused })
}

/// What was given under a challenge.
///
/// # Errors
/// When the database fails.
pub async fn given(
    writing: &mut Writing,
    challenge: &[u8; 32],
    resident: ResidentId,
) -> Result<Vec<Batch>, ApiError> {
    /// Day, purpose, count; end; list, start and seed.
    type Row = (i64, String, i64, i64, i64, i64, Vec<u8>);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT batches.day, batches.purpose, batches.count, batches.expires_at, batches.list, batches.start, shards.seed
         FROM batches
         JOIN shards ON shards.city = batches.city AND shards.day = batches.day AND shards.list = batches.list
         WHERE batches.resident = $1 AND batches.challenge = $2",
    )
    .bind(resident.to_string())
    .bind(challenge.to_vec())
    .fetch_all(&mut **writing)
    .await?;
    let small = |n: i64| u32::try_from(n).map_err(ApiError::internal);
    rows.into_iter()
        .map(|(day, purpose, count, expires_at, list, start, seed)| {
            let places = Places { list: small(list)?, start: small(start)?, seed };
            Ok(Batch { day: small(day)?, purpose, count: small(count)?, expires_at, places })
        })
        .collect()
}

/// What a person holds of the days from `today` on; what was revoked, itself or with the key that signed it,
/// is replaced and does not count.
///
/// # Errors
/// When the database fails.
pub async fn minted<'e>(
    from: impl Executor<'e, Database = Any>,
    resident: ResidentId,
    today: u32,
) -> Result<Minted, ApiError> {
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(
        "SELECT day, purpose, CAST(SUM(count) AS BIGINT) FROM batches
         WHERE resident = $1 AND day >= $2 AND revocation IS NULL AND minted_at > COALESCE(
             (SELECT MAX(revoked_at) FROM issuing_keys WHERE city = batches.city AND usage = $3), 0)
         GROUP BY day, purpose",
    )
    .bind(resident.to_string())
    .bind(i64::from(today))
    .bind(usage_name(Use::Phone))
    .fetch_all(from)
    .await?;
    rows.into_iter()
        .map(|(day, purpose, count)| {
            let small = |n: i64| u32::try_from(n).map_err(ApiError::internal);
            Ok(((small(day)?, purpose), small(count)?))
        })
        .collect()
}

/// Whether tokens of this person were ended for good.
///
/// # Errors
/// When the database fails.
pub async fn is_ended(writing: &mut Writing, resident: ResidentId) -> Result<bool, sqlx::Error> {
    let query =
        sqlx::query_as("SELECT COUNT(*) FROM revocations WHERE resident = $1 AND reason = 'deceased'");
    let (count,): (i64,) = query.bind(resident.to_string()).fetch_one(&mut **writing).await?;
    Ok(count > 0)
}

/// Takes so many places of a city and day, in a row before shuffling. True when a new list was begun for them.
///
/// # Errors
/// When the database fails.
pub async fn take_places(
    writing: &mut Writing,
    city: RegionCode,
    day: u32,
    count: u32,
) -> Result<(Places, bool), ApiError> {
    let last: Option<(i64, i64, Vec<u8>)> = sqlx::query_as(
        "SELECT list, used, seed FROM shards WHERE city = $1 AND day = $2 ORDER BY list DESC LIMIT 1",
    )
    .bind(i64::from(city.number()))
    .bind(i64::from(day))
    .fetch_optional(&mut **writing)
    .await?;
    // A list is full when half of it is used, so that a place tells nothing about how many there are.
    let half = i64::from(PLACES / 2);
    let (list, start, seed, is_new) = match last {
        Some((list, used, seed)) if used + i64::from(count) <= half => (list, used, seed, false),
        last => (last.map_or(0, |(list, ..)| list + 1), 0, random::bytes::<32>()?.to_vec(), true),
    };
    let statement = if is_new {
        "INSERT INTO shards (city, day, list, used, seed) VALUES ($1, $2, $3, $4, $5)"
    } else {
        "UPDATE shards SET used = $4 WHERE city = $1 AND day = $2 AND list = $3 AND seed = $5"
    };
    sqlx::query(statement)
        .bind(i64::from(city.number()))
        .bind(i64::from(day))
        .bind(list)
        .bind(start + i64::from(count))
        .bind(seed.clone())
        .execute(&mut **writing)
        .await?;
    let small = |n: i64| u32::try_from(n).map_err(ApiError::internal);
    Ok((Places { list: small(list)?, start: small(start)?, seed }, is_new))
}

/// Stores batches, many rows a statement, with the challenge that they were asked for under.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    writing: &mut Writing,
    resident: ResidentId,
    city: RegionCode,
    batches: &[Batch],
    challenge: Option<&[u8; 32]>,
    now: i64,
) -> Result<(), sqlx::Error> {
    const COLUMNS: usize = 10;
    /// Databases bound a statement's parameters; this stays far below.
    const ROWS: usize = 50;
    for chunk in batches.chunks(ROWS) {
        let rows: Vec<String> = (0..chunk.len())
            .map(|row| {
                let numbers: Vec<String> = (1..=COLUMNS).map(|n| format!("${}", row * COLUMNS + n)).collect();
                format!("({})", numbers.join(", "))
            })
            .collect();
        let text = format!(
            "INSERT INTO batches (city, day, list, start, count, resident, purpose, minted_at, expires_at, challenge) VALUES {}",
            rows.join(", ")
        );
        // safe: only parameter numbers are put into the text.
        let mut insert = sqlx::query(AssertSqlSafe(text));
        for batch in chunk {
            insert = insert
                .bind(i64::from(city.number()))
                .bind(i64::from(batch.day))
                .bind(i64::from(batch.places.list))
                .bind(i64::from(batch.places.start))
                .bind(i64::from(batch.count))
                .bind(resident.to_string())
                .bind(batch.purpose.clone())
                .bind(now)
                .bind(batch.expires_at)
                .bind(challenge.map(|challenge| challenge.to_vec()));
        }
        insert.execute(&mut **writing).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
