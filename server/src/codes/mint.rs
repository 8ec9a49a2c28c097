//! `POST /api/wallet/codes/mint`.

use super::{
    Holder, bodies, holder, plan,
    sql::{self, Claim},
};
use crate::{
    auth::{actor::Resident, session},
    clock::{day_at, day_ends},
    http::error::ApiError,
    lists,
    state::App,
};
use api::{
    Base64, Problem, ProblemCode,
    codes::{KeyBatch, MintTokens, MintedTokens, TokenBatch},
};
use credit_code::{
    UnixTime,
    body::StatusRef,
    key::{PublicKey, SigningKey},
    possession,
    token::PhoneClaims,
    trust::Use,
};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Verifies every proof, gives each token a place, and signs: all or nothing.
pub async fn mint(app: App, resident: Resident, request: MintTokens) -> Result<MintedTokens, ApiError> {
    let now = app.now();
    let holder = holder(&app, resident.id, now).await?;
    plan::check(&request, now, &holder.purposes)?;
    let challenge = request.challenge.0;
    let hash: [u8; 32] = Sha256::digest(serde_json::to_vec(&request).map_err(ApiError::internal)?).into();
    if !sql::has_challenge(app.db.read(), &challenge, resident.id, now).await? {
        return Err(ProblemCode::ChallengeExpired.into());
    }
    // What takes time comes before the database is held, and away from what serves others.
    let (batches, keys) = off_the_runtime(move || {
        let keys = prove(&challenge, &request.batches)?;
        Ok((request.batches, keys))
    })
    .await?;
    let current = app.lists.current();
    let signer = signer(&app, &current, &holder, &batches, now)?.clone();
    let taken = take(&app, resident, &holder, (&challenge, &hash), &batches, now).await?;
    off_the_runtime(move || sign(&signer, &holder, &batches, &keys, &taken)).await
}

/// Every key, after its proof.
fn prove(challenge: &[u8; 32], batches: &[KeyBatch]) -> Result<Vec<Vec<PublicKey>>, ApiError> {
    let of_batch = |(at, batch): (usize, &KeyBatch)| {
        let key = |(n, key): (usize, &api::codes::ProvenKey)| {
            let field = || format!("batches.{at}.keys.{n}");
            let public = PublicKey::from_bytes(&key.key.0).map_err(|_| {
                Problem::new(ProblemCode::ProofInvalid).field(field(), "is no key that can prove anything")
            })?;
            if possession::verify(challenge, &public, &key.proof.0) {
                Ok(public)
            } else {
                Err(Problem::new(ProblemCode::ProofInvalid).field(field(), "has a wrong proof"))
            }
        };
        batch.keys.iter().enumerate().map(key).collect::<Result<_, Problem>>()
    };
    Ok(batches.iter().enumerate().map(of_batch).collect::<Result<_, Problem>>()?)
}

fn signer<'a>(
    app: &App,
    current: &'a Arc<lists::Current>,
    holder: &Holder,
    batches: &[KeyBatch],
    now: i64,
) -> Result<&'a SigningKey, ApiError> {
    let until = batches.iter().map(|batch| day_ends(batch.day)).max().unwrap_or(now);
    let trusted = |kid| current.is_trusted(kid);
    current.ring.signer(holder.person.city, Use::Phone, now, until, trusted).ok_or_else(|| {
        tracing::error!(city = %holder.person.city, demo = app.config.demo, "no trusted key signs tokens");
        Problem::new(ProblemCode::Unavailable).retry_after(60).into()
    })
}

/// Uses the challenge and takes a place for each token, in one transaction. The same request again gets the places that
/// it was given before: a phone whose answer was lost on the way has lost nothing.
async fn take(
    app: &App,
    resident: Resident,
    holder: &Holder,
    (challenge, request): (&[u8; 32], &[u8; 32]),
    batches: &[KeyBatch],
    now: i64,
) -> Result<Vec<sql::Batch>, ApiError> {
    let mut writing = app.db.write().await?;
    // A body can be held back until after a revocation, which ends the session and forgets the challenges.
    if !session::is_live(&mut writing, resident.session, now).await? {
        return Err(ProblemCode::SignedOut.into());
    }
    if sql::is_ended(&mut writing, resident.id).await? {
        return Err(ProblemCode::Forbidden.into());
    }
    match sql::claim(&mut writing, challenge, resident.id, request).await? {
        Claim::First => {}
        Claim::Again => return in_order(sql::given(&mut writing, challenge, resident.id).await?, batches),
        Claim::Refused => return Err(ProblemCode::ChallengeExpired.into()),
    }
    if !app.config.unlimited {
        let minted = sql::minted(&mut *writing, resident.id, day_at(now)).await?;
        plan::check_limits(batches, &minted)?;
    }
    let (mut taken, mut has_begun) = (Vec::with_capacity(batches.len()), false);
    for batch in batches {
        let count = u32::try_from(batch.keys.len()).map_err(ApiError::internal)?;
        let (places, is_new) = sql::take_places(&mut writing, holder.person.city, batch.day, count).await?;
        has_begun |= is_new;
        taken.push(sql::Batch {
            day: batch.day,
            purpose: plan::name(batch.purpose),
            count,
            expires_at: day_ends(batch.day),
            places,
        });
    }
    sql::insert(&mut writing, resident.id, holder.person.city, &taken, Some(challenge), now).await?;
    if has_begun {
        crate::keys::sql::changed(&mut writing).await?;
    }
    writing.commit().await?;
    Ok(taken)
}

/// What was given, in the order of the request.
fn in_order(given: Vec<sql::Batch>, batches: &[KeyBatch]) -> Result<Vec<sql::Batch>, ApiError> {
    let of = |batch: &KeyBatch| {
        let same = |given: &&sql::Batch| {
            (given.day, &given.purpose, given.count as usize)
                == (batch.day, &plan::name(batch.purpose), batch.keys.len())
        };
        given
            .iter()
            .find(same)
            .cloned()
            .ok_or_else(|| ApiError::internal("a batch of a repeated request is gone"))
    };
    batches.iter().map(of).collect()
}

fn sign(
    signer: &SigningKey,
    holder: &Holder,
    batches: &[KeyBatch],
    keys: &[Vec<PublicKey>],
    taken: &[sql::Batch],
) -> Result<MintedTokens, ApiError> {
    let of_batch = |((batch, keys), taken): ((&KeyBatch, &Vec<PublicKey>), &sql::Batch)| {
        let token = |(holder_key, status): (&PublicKey, StatusRef)| {
            let body = bodies::phone(holder, batch.purpose, status)?;
            let claims = PhoneClaims { exp: UnixTime(taken.expires_at), holder: *holder_key, body };
            let token = claims.sign(signer).map_err(ApiError::internal)?;
            Ok(Base64(token.as_bytes().to_vec()))
        };
        let tokens = keys.iter().zip(taken.places.of(taken.count)).map(token);
        Ok(TokenBatch {
            day: batch.day,
            purpose: batch.purpose,
            tokens: tokens.collect::<Result<_, ApiError>>()?,
            shows: bodies::shown(holder, batch.purpose),
        })
    };
    let batches = batches.iter().zip(keys).zip(taken).map(of_batch).collect::<Result<_, ApiError>>()?;
    Ok(MintedTokens { batches })
}

async fn off_the_runtime<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work).await.map_err(ApiError::internal)?
}
