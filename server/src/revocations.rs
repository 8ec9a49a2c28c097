//! `POST /api/desk/revocations`: ends every unexpired token of a person.

mod epoch;
mod lookup;
pub(crate) mod sql;

use crate::{
    access_log::{self, Act},
    auth::{actor::Officer, session},
    codes,
    http::error::ApiError,
    keys, lists, people,
    state::App,
};
use api::{
    Audience, Bytes32, Problem, ProblemCode,
    issuing::{RevocationReason, RevokeTokens, Revoked},
};
pub(crate) use epoch::epoch;
pub(crate) use lookup::Revocations;
use sha2::{Digest, Sha256};

/// How many characters a note may have.
const NOTE: std::ops::RangeInclusive<usize> = 4..=500;

/// Revokes; the new lists are out before the answer is. Sent again, it changes nothing and answers the same.
pub async fn revoke(app: App, officer: Officer, request: RevokeTokens) -> Result<Revoked, ApiError> {
    if !NOTE.contains(&request.note.trim().chars().count()) {
        return Err(Problem::new(ProblemCode::Unprocessable).field("note", "has 4 to 500 characters").into());
    }
    let done = record(&app, officer, &request).await?;
    // Also when it is sent again: the lists may have failed the first time.
    lists::renew(&app).await.map_err(ApiError::internal)?;
    let person = people::find(&app.db, request.resident).await?.ok_or(ProblemCode::NotFound)?;
    if done.tokens > 0 && !app.lists.current().status.keys().any(|id| id.city == person.city) {
        // It is recorded, and no till will hear of it: no receipt before one can.
        tracing::error!(city = %person.city, "a revocation waits for a key that signs status lists");
        return Err(Problem::new(ProblemCode::Unavailable).retry_after(60).into());
    }
    Ok(done)
}

async fn record(app: &App, officer: Officer, request: &RevokeTokens) -> Result<Revoked, ApiError> {
    let now = app.now();
    let mut writing = app.db.write().await?;
    if let Some(earlier) = sql::find(&mut writing, request.id).await? {
        return if earlier.is_same(request, officer.id) {
            Ok(earlier.done)
        } else {
            Err(ProblemCode::Conflict.into())
        };
    }
    if !sql::is_resident(&mut writing, request.resident).await? {
        return Err(ProblemCode::NotFound.into());
    }
    let tokens = sql::mark(&mut writing, request.id, request.resident, now).await?;
    codes::sql::forget_challenges(&mut writing, request.resident).await?;
    if ends_sessions(request.reason) {
        session::end_all(&mut writing, Audience::Wallet, &request.resident.to_string()).await?;
    }
    let done = Revoked { tokens, receipt: receipt(request, officer, now, tokens) };
    sql::insert(&mut writing, request, officer.id, now, &done).await?;
    let why = sql::reason(request.reason);
    access_log::add(&mut writing, Act::Revoke, officer.id, Some(request.resident), why, now).await?;
    keys::sql::changed(&mut writing).await?;
    writing.commit().await?;
    Ok(done)
}

/// Whether the phone may be in other hands: then what is signed in is signed out, or it would fetch new tokens.
fn ends_sessions(reason: RevocationReason) -> bool {
    match reason {
        RevocationReason::DeviceLost | RevocationReason::HolderAsked | RevocationReason::Deceased => true,
        // The same phone fetches the corrected ones.
        RevocationReason::DataCorrected => false,
    }
}

/// A hash over all that the entry says.
fn receipt(request: &RevokeTokens, officer: Officer, now: i64, tokens: u32) -> Bytes32 {
    let hash = Sha256::new()
        .chain_update(b"credit-code revocation 1")
        .chain_update(request.id.to_bytes())
        .chain_update(request.resident.to_bytes())
        .chain_update(officer.id.to_bytes())
        .chain_update(now.to_be_bytes())
        .chain_update(tokens.to_be_bytes())
        .chain_update(sql::reason(request.reason))
        .chain_update([0])
        .chain_update(request.note.as_bytes());
    api::Fixed(hash.finalize().into())
}
