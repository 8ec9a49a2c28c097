//! Fetching tokens ahead: fresh keys, a proof for each, and what the server mints for them.

use super::{
    WALLET,
    store::{self, Stored},
};
use crate::{
    CallError, Client,
    cache::STORE as CACHE,
    idb::{Db, IdbError},
    js,
    keys::{HolderKey, KeyError},
    locks,
};
use api::{
    Fixed,
    codes::{Allowance, AskChallenge, KeyBatch, MintTokens, MintedTokens, ProvenKey},
    session::TokenEpoch,
};
use credit_code::{key::PublicKey, possession};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::JsFuture;

/// The first request is small, so that the first code is soon there.
const FIRST_ROUND: usize = 12;
/// More rounds than three days of all purposes take.
const ROUNDS: usize = 12;
/// A plan is asked for anew after this long, milliseconds.
const PLAN_AGE_MS: i64 = 6 * 3600 * 1000;
const PLAN: &str = "plan";
/// Under this name one tab at a time fetches or drops.
const LOCK: &str = "credit-code-mint";

/// What the server said may be had: which purposes, which days, how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// As in the challenge.
    pub allowances: Vec<Allowance>,
    /// Under which epoch the tokens were fetched: [`drop_revoked`].
    pub epoch: TokenEpoch,
    /// When it said so, milliseconds since 1970-01-01 UTC.
    pub at_ms: i64,
}

/// Why no tokens came.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MintError {
    /// The server did not answer with tokens.
    #[error(transparent)]
    Call(#[from] CallError),
    /// No keys, or no place for them.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The answer does not fit the question.
    #[error("the answer holds other tokens than were asked for")]
    Mismatch,
}

impl From<IdbError> for MintError {
    fn from(error: IdbError) -> Self {
        Self::Key(error.into())
    }
}

/// The last plan; nothing means that this browser never had tokens, or lost its storage.
pub async fn plan(db: &Db) -> Option<Plan> {
    db.get(CACHE, PLAN).await.ok().flatten()
}

/// Drops every token when the server names another epoch than theirs: they were revoked, and no till takes them any
/// more. True when there may have been some. While tokens are being fetched nothing is dropped: they would be stored
/// after it.
///
/// # Errors
/// [`IdbError`]
pub async fn drop_revoked(db: &Db, epoch: TokenEpoch) -> Result<bool, IdbError> {
    let db = *db;
    locks::alone(LOCK, async move { drop_others(&db, epoch).await }).await.unwrap_or(Ok(false))
}

/// Drops what is of another epoch; whoever calls it holds the lock.
async fn drop_others(db: &Db, epoch: TokenEpoch) -> Result<bool, IdbError> {
    match plan(db).await {
        Some(plan) if plan.epoch == epoch => return Ok(false),
        Some(_) => {}
        None if db.keys(super::STORE, "").await?.is_empty() => return Ok(false),
        None => {}
    }
    // The plan last: cut short, this is done again.
    store::forget_all(db).await?;
    db.delete(CACHE, PLAN).await?;
    Ok(true)
}

/// Whether it is time to fetch: no plan, an old one, or less than half a batch somewhere.
///
/// # Errors
/// [`IdbError`]
pub async fn is_low(db: &Db, now_ms: i64) -> Result<bool, IdbError> {
    let Some(plan) = plan(db).await else { return Ok(true) };
    if !(0..PLAN_AGE_MS).contains(&(now_ms - plan.at_ms)) {
        return Ok(true);
    }
    for allowance in plan.allowances.iter().filter(|a| a.left > 0 && a.expires_at * 1000 > now_ms) {
        if held(db, allowance).await? * 2 < allowance.batch as usize {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Fills up every day and purpose, one tab at a time; calls `stored` after each round that brought tokens. The epoch is
/// that of the session before: what is revoked meanwhile is dropped later, and nothing that is revoked stays.
///
/// # Errors
/// [`MintError`]; what was stored before stays.
pub async fn refill(
    client: &Client,
    epoch: TokenEpoch,
    stored: impl Fn() + 'static,
) -> Result<(), MintError> {
    let client = client.clone();
    let work = async move {
        // What another tab fetched before it heard of the revocation.
        drop_others(&WALLET, epoch).await?;
        for round in 0..ROUNDS {
            let most = if round == 0 { FIRST_ROUND } else { MintTokens::MAX_KEYS };
            if !once(&client, &WALLET, epoch, most).await? {
                return Ok(());
            }
            stored();
        }
        Ok(())
    };
    locks::alone(LOCK, work).await.unwrap_or(Ok(()))
}

/// One challenge and one batch of batches; false when nothing was missing.
async fn once(client: &Client, db: &Db, epoch: TokenEpoch, most: usize) -> Result<bool, MintError> {
    let challenge = client.call(&AskChallenge {}).await?;
    let at_ms = client.clock().now().ms;
    let plan = Plan { allowances: challenge.allowances, epoch, at_ms };
    db.put(CACHE, PLAN, &plan).await?;
    let mut room = most;
    let mut asked = Vec::new();
    let mut batches = Vec::new();
    for allowance in in_order(&plan.allowances) {
        let missing = (allowance.batch as usize).saturating_sub(held(db, allowance).await?);
        let wanted = missing.min(allowance.left as usize).min(room);
        if wanted == 0 {
            continue;
        }
        room -= wanted;
        let (keys, proven) = keys(db, &challenge.challenge.0, wanted).await?;
        batches.push(KeyBatch { day: allowance.day, purpose: allowance.purpose, keys: proven });
        asked.push((allowance, keys));
    }
    if batches.is_empty() {
        return Ok(false);
    }
    let minted = insist(client, &MintTokens { challenge: challenge.challenge, batches }).await?;
    keep(db, asked, minted).await?;
    Ok(true)
}

/// Sends a request again whose answer did not come: the server may have given the tokens, and gives the same again.
async fn insist(client: &Client, request: &MintTokens) -> Result<MintedTokens, CallError> {
    for pause_ms in [1_000, 4_000] {
        match client.call(request).await {
            Err(CallError::Offline) => drop(JsFuture::from(js::pause(pause_ms)).await),
            answer => return answer,
        }
    }
    client.call(request).await
}

/// Today first, and in a day the least telling purpose first.
fn in_order(allowances: &[Allowance]) -> Vec<&Allowance> {
    let mut order: Vec<&Allowance> = allowances.iter().collect();
    order.sort_by_key(|allowance| (allowance.day, allowance.purpose));
    order
}

async fn held(db: &Db, allowance: &Allowance) -> Result<usize, IdbError> {
    let ends = store::ends(db, allowance.purpose).await?;
    Ok(ends.into_iter().filter(|end| *end == allowance.expires_at).count())
}

/// Fresh keys with their proofs.
async fn keys(
    db: &Db,
    challenge: &[u8; 32],
    count: usize,
) -> Result<(Vec<HolderKey>, Vec<ProvenKey>), MintError> {
    let (mut keys, mut proven) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for _ in 0..count {
        let (key, public) = HolderKey::generate(db).await?;
        let named = PublicKey::from_bytes(&public).map_err(|_| KeyError::Damaged)?;
        let proof = key.sign(db, &possession::message(challenge, &named)).await?;
        proven.push(ProvenKey { key: Fixed(public), proof: Fixed(proof) });
        keys.push(key);
    }
    Ok((keys, proven))
}

async fn keep(
    db: &Db,
    asked: Vec<(&Allowance, Vec<HolderKey>)>,
    minted: MintedTokens,
) -> Result<(), MintError> {
    if asked.len() != minted.batches.len() {
        return Err(MintError::Mismatch);
    }
    for ((allowance, keys), batch) in asked.into_iter().zip(minted.batches) {
        let fits =
            (batch.day, batch.purpose, batch.tokens.len()) == (allowance.day, allowance.purpose, keys.len());
        if !fits {
            return Err(MintError::Mismatch);
        }
        let stored: Vec<Stored> = keys
            .into_iter()
            .zip(batch.tokens)
            .map(|(key, token)| Stored {
                token: token.0,
                key,
                starts_at: allowance.starts_at,
                expires_at: allowance.expires_at,
                shows: batch.shows.clone(),
            })
            .collect();
        store::add(db, allowance.purpose, &stored).await?;
    }
    Ok(())
}
