//! `POST /api/desk/residents/find`: one person, by the number that the officer was given.

use crate::{
    access_log::{self, Act},
    auth::actor::Officer,
    http::error::ApiError,
    people,
    state::App,
};
use api::{
    Problem, ProblemCode,
    issuing::{FindResident, FoundResident},
};
use domain::{ids::ResidentId, resident_number::ResidentNumber};

/// Finds a person; the log keeps that somebody looked, found or not.
pub async fn find(app: App, officer: Officer, request: FindResident) -> Result<FoundResident, ApiError> {
    let number: ResidentNumber =
        request.resident_number.parse().map_err(|error: domain::resident_number::ResidentNumberError| {
            Problem::new(ProblemCode::Unprocessable).field("resident_number", error.to_string())
        })?;
    let now = app.now();
    let mut writing = app.db.write().await?;
    let row: Option<(String,)> = sqlx::query_as("SELECT id FROM residents WHERE number = $1")
        .bind(number.as_str().to_owned())
        .fetch_optional(&mut *writing)
        .await?;
    let id: Option<ResidentId> = row.map(|(id,)| id.parse().map_err(ApiError::internal)).transpose()?;
    access_log::add(&mut writing, Act::Find, officer.id, id, "to act on issued codes", now).await?;
    writing.commit().await?;
    let id = id.ok_or(ProblemCode::NotFound)?;
    let person = people::find(&app.db, id).await?.ok_or(ProblemCode::NotFound)?;
    let live_tokens = live_tokens(&app, id, now).await?;
    Ok(FoundResident { resident: id, masked_name: person.name.masked().to_string(), live_tokens })
}

/// Unexpired, unrevoked tokens.
async fn live_tokens(app: &App, id: ResidentId, now: i64) -> Result<u32, ApiError> {
    let (count,): (i64,) = sqlx::query_as(
        "SELECT CAST(COALESCE(SUM(count), 0) AS BIGINT) FROM batches
         WHERE resident = $1 AND expires_at > $2 AND revocation IS NULL",
    )
    .bind(id.to_string())
    .bind(now)
    .fetch_one(app.db.read())
    .await?;
    u32::try_from(count).map_err(ApiError::internal)
}
