//! `POST /api/wallet/codes/challenge`.

use super::{holder, plan, sql};
use crate::{auth::actor::Resident, clock::day_at, http::error::ApiError, random, state::App};
use api::codes::{AskChallenge, Challenge};

/// How long a challenge can be used.
const LIFETIME_S: i64 = 300;

/// A challenge for proofs of possession, and what can be asked for.
pub async fn ask(app: App, resident: Resident, _: AskChallenge) -> Result<Challenge, ApiError> {
    let now = app.now();
    let holder = holder(&app, resident.id, now).await?;
    let minted = sql::minted(app.db.read(), resident.id, day_at(now)).await?;
    let challenge = random::bytes()?;
    let expires_at = now + LIFETIME_S;
    let mut writing = app.db.write().await?;
    sql::keep_challenge(&mut writing, &challenge, resident.id, expires_at, now).await?;
    writing.commit().await?;
    let allowances = plan::allowances(now, &holder.purposes, &minted, app.config.unlimited);
    Ok(Challenge { challenge: api::Fixed(challenge), expires_at, allowances })
}
