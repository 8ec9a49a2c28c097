//! Printed cards, for people without a phone.

use super::{bodies, holder, sql, status_uri::PAPER};
use crate::{
    clock::{day_at, day_start},
    http::error::ApiError,
    keys, merchants, people,
    state::App,
};
use api::ProblemCode;
use credit_code::{
    UnixTime,
    body::Perks,
    token::{IssuerToken, PaperClaims},
    trust::Use,
};
use domain::ids::ResidentId;

/// What a card is called among batches.
const PURPOSE: &str = "paper";

/// Issues a card for a year, from the start of today on.
///
/// # Errors
/// `NotFound` for nobody, `Forbidden` after death, `Unavailable` without a trusted key.
pub async fn issue(app: &App, resident: ResidentId) -> Result<IssuerToken, ApiError> {
    let now = app.now();
    let birth_year = people::birth_year(&app.db, resident).await?.ok_or(ProblemCode::NotFound)?;
    let holder = holder(app, resident, now).await?;
    let nbf = day_start(day_at(now));
    let exp = nbf + keys::CARD_S;
    let current = app.lists.current();
    let trusted = |kid| current.is_trusted(kid);
    let signer = current
        .ring
        .signer(holder.person.city, Use::Paper, now, exp, trusted)
        .ok_or(ProblemCode::Unavailable)?;
    let perks = merchants::sql::perks_open_on_paper(&app.db, holder.tier).await?;
    let perks = if app.is_home(holder.person.city) { perks } else { Perks::default() };
    let mut writing = app.db.write().await?;
    if sql::is_ended(&mut writing, resident).await? {
        return Err(ProblemCode::Forbidden.into());
    }
    let (places, is_new) = sql::take_places(&mut writing, holder.person.city, PAPER, 1).await?;
    let status = places.of(1).next().ok_or_else(|| ApiError::internal("no place was taken"))?;
    let body = bodies::paper(&holder, perks, birth_year, status)?;
    let claims = PaperClaims { exp: UnixTime(exp), nbf: UnixTime(nbf), body };
    let token = claims.sign(signer).map_err(ApiError::internal)?;
    let batch = sql::Batch { day: PAPER, purpose: PURPOSE.to_owned(), count: 1, expires_at: exp, places };
    sql::insert(&mut writing, resident, holder.person.city, &[batch], None, now).await?;
    if is_new {
        keys::sql::changed(&mut writing).await?;
    }
    writing.commit().await?;
    Ok(token)
}
