//! Sessions: a random token in a cookie of its audience, of which the database keeps a hash.

use crate::{
    db::{Db, Writing},
    http::error::ApiError,
    random,
};
use api::{Audience, ProblemCode};
use axum::http::{HeaderMap, HeaderValue, header};
use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// What the database knows a session by: the SHA-256 of its token.
pub type Key = [u8; 32];

const DAY_S: i64 = 86_400;

/// The cookie of an audience. `__Host-` makes browsers insist on Secure, on the whole host and on nothing wider.
pub fn cookie_name(audience: Audience) -> Option<&'static str> {
    match audience {
        Audience::Public => None,
        Audience::Wallet => Some("__Host-wallet"),
        Audience::Merchant => Some("__Host-merchant"),
        Audience::Desk => Some("__Host-desk"),
    }
}

/// How long a session lasts: a phone and a till stay signed in, an officer signs in each day.
fn lifetime_s(audience: Audience) -> i64 {
    match audience {
        Audience::Wallet | Audience::Merchant => 30 * DAY_S,
        Audience::Desk | Audience::Public => DAY_S / 2,
    }
}

/// Starts a session for a subject, ends the one that the request came with, and gives the cookie to set.
///
/// # Errors
/// When it cannot be stored.
pub async fn start(
    db: &Db,
    audience: Audience,
    subject: String,
    headers: &HeaderMap,
    now: i64,
) -> Result<HeaderValue, ApiError> {
    let secret = Zeroizing::new(random::bytes::<32>()?);
    let token = Zeroizing::new(Base64UrlUnpadded::encode_string(secret.as_slice()));
    let expires_at = now + lifetime_s(audience);
    let mut writing = db.write().await?;
    sqlx::query("DELETE FROM sessions WHERE token_hash = $1 OR expires_at <= $2")
        .bind(key_in(headers, audience).unwrap_or_default().to_vec())
        .bind(now)
        .execute(&mut *writing)
        .await?;
    sqlx::query(
        "INSERT INTO sessions (token_hash, audience, subject, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(hash(&token).to_vec())
    .bind(cookie_name(audience).unwrap_or_default())
    .bind(subject)
    .bind(now)
    .bind(expires_at)
    .execute(&mut *writing)
    .await?;
    writing.commit().await?;
    cookie(audience, &token, lifetime_s(audience))
}

/// The session that a request came with: its key, and its subject.
///
/// # Errors
/// `SignedOut` when there is none of this audience.
pub async fn find(
    db: &Db,
    audience: Audience,
    headers: &HeaderMap,
    now: i64,
) -> Result<(Key, String), ApiError> {
    let key = key_in(headers, audience).ok_or(ProblemCode::SignedOut)?;
    let subject: Option<(String,)> = sqlx::query_as(
        "SELECT subject FROM sessions WHERE token_hash = $1 AND audience = $2 AND expires_at > $3",
    )
    .bind(key.to_vec())
    .bind(cookie_name(audience).unwrap_or_default())
    .bind(now)
    .fetch_optional(db.read())
    .await?;
    let (subject,) = subject.ok_or(ProblemCode::SignedOut)?;
    Ok((key, subject))
}

/// Ends a session, and gives the cookie that removes the token.
///
/// # Errors
/// When it cannot be stored.
pub async fn end(db: &Db, audience: Audience, key: Key) -> Result<HeaderValue, ApiError> {
    let mut writing = db.write().await?;
    sqlx::query("DELETE FROM sessions WHERE token_hash = $1")
        .bind(key.to_vec())
        .execute(&mut *writing)
        .await?;
    writing.commit().await?;
    cookie(audience, "", 0)
}

/// Whether a session is still there: one that was when the request began may have been ended since.
///
/// # Errors
/// When the database fails.
pub async fn is_live(writing: &mut Writing, key: Key, now: i64) -> Result<bool, sqlx::Error> {
    let query = sqlx::query_as("SELECT COUNT(*) FROM sessions WHERE token_hash = $1 AND expires_at > $2");
    let (count,): (i64,) = query.bind(key.to_vec()).bind(now).fetch_one(&mut **writing).await?;
    Ok(count == 1)
}

/// Ends every session of a subject.
///
/// # Errors
/// When it cannot be stored.
pub async fn end_all(writing: &mut Writing, audience: Audience, subject: &str) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM sessions WHERE audience = $1 AND subject = $2")
        .bind(cookie_name(audience).unwrap_or_default())
        .bind(subject.to_owned())
        .execute(&mut **writing)
        .await
        .map(|_| ())
}

/// A number for the session that a request came with, whichever it is, to count requests by.
pub fn caller(headers: &HeaderMap) -> Option<u64> {
    let audiences = [Audience::Wallet, Audience::Merchant, Audience::Desk];
    let key = audiences.into_iter().find_map(|audience| key_in(headers, audience))?;
    Some(u64::from_be_bytes(*key.first_chunk()?))
}

fn cookie(audience: Audience, token: &str, max_age: i64) -> Result<HeaderValue, ApiError> {
    let name = cookie_name(audience).unwrap_or_default();
    let text = format!("{name}={token}; Path=/; Max-Age={max_age}; HttpOnly; Secure; SameSite=Lax");
    let mut value = HeaderValue::from_str(&text).map_err(ApiError::internal)?;
    value.set_sensitive(true);
    Ok(value)
}

fn key_in(headers: &HeaderMap, audience: Audience) -> Option<Key> {
    let name = cookie_name(audience)?;
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    pairs
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, token)| hash(token))
}

fn hash(token: &str) -> Key {
    Sha256::digest(token.as_bytes()).into()
}
