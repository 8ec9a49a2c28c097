//! Who looked at a person's data, or acted on it, and why. Only ever added to.

use crate::{db::Writing, http::error::ApiError, random};
use domain::ids::{OfficerId, ResidentId};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Looked a person up by number; without a resident in the entry, nobody was found.
    Find,
    /// Revoked a person's tokens.
    Revoke,
}

impl Act {
    fn name(self) -> &'static str {
        match self {
            Self::Find => "find",
            Self::Revoke => "revoke",
        }
    }
}

/// Adds an entry, in the transaction of the act itself: neither is there without the other.
///
/// # Errors
/// When it cannot be stored.
pub async fn add(
    writing: &mut Writing,
    act: Act,
    officer: OfficerId,
    resident: Option<ResidentId>,
    why: &str,
    now: i64,
) -> Result<(), ApiError> {
    let id = u128::from_be_bytes(random::bytes()?);
    sqlx::query(
        "INSERT INTO access_log (id, at, officer, act, resident, why) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(format!("{id:032x}"))
    .bind(now)
    .bind(officer.to_string())
    .bind(act.name())
    .bind(resident.map(|resident| resident.to_string()))
    .bind(why.to_owned())
    .execute(&mut **writing)
    .await?;
    Ok(())
}
