//! Revocations as they are stored.

use crate::{db::Writing, http::error::ApiError};
use api::issuing::{RevocationReason, RevokeTokens, Revoked};
use domain::ids::{OfficerId, ResidentId, RevocationId};

/// A revocation that was made before.
pub(super) struct Earlier {
    resident: String,
    officer: String,
    reason: String,
    note: String,
    pub(super) done: Revoked,
}

impl Earlier {
    /// Whether a request asks for exactly this one.
    pub(super) fn is_same(&self, request: &RevokeTokens, officer: OfficerId) -> bool {
        self.resident == request.resident.to_string()
            && self.officer == officer.to_string()
            && self.reason == reason(request.reason)
            && self.note == request.note
    }
}

/// A reason as it is stored.
pub(crate) fn reason(reason: RevocationReason) -> &'static str {
    match reason {
        RevocationReason::DeviceLost => "device_lost",
        RevocationReason::HolderAsked => "holder_asked",
        RevocationReason::DataCorrected => "data_corrected",
        RevocationReason::Deceased => "deceased",
    }
}

pub(super) async fn find(writing: &mut Writing, id: RevocationId) -> Result<Option<Earlier>, ApiError> {
    let row: Option<(String, String, String, String, i64, Vec<u8>)> = sqlx::query_as(
        "SELECT resident, officer, reason, note, tokens, receipt FROM revocations WHERE id = $1",
    )
    .bind(id.to_string())
    .fetch_optional(&mut **writing)
    .await?;
    row.map(|(resident, officer, reason, note, tokens, receipt)| {
        let tokens = u32::try_from(tokens).map_err(ApiError::internal)?;
        let receipt = receipt.try_into().map_err(|_| ApiError::internal("a receipt without 32 bytes"))?;
        Ok(Earlier {
            resident,
            officer,
            reason,
            note,
            done: Revoked { tokens, receipt: api::Fixed(receipt) },
        })
    })
    .transpose()
}

pub(super) async fn is_resident(writing: &mut Writing, id: ResidentId) -> Result<bool, sqlx::Error> {
    let query = sqlx::query_as("SELECT COUNT(*) FROM residents WHERE id = $1");
    let (count,): (i64,) = query.bind(id.to_string()).fetch_one(&mut **writing).await?;
    Ok(count == 1)
}

/// Marks every unexpired batch; gives back how many tokens that were.
pub(crate) async fn mark(
    writing: &mut Writing,
    id: RevocationId,
    resident: ResidentId,
    now: i64,
) -> Result<u32, ApiError> {
    let marked: Vec<(i64,)> = sqlx::query_as(
        "UPDATE batches SET revocation = $1 WHERE resident = $2 AND expires_at > $3 AND revocation IS NULL
         RETURNING count",
    )
    .bind(id.to_string())
    .bind(resident.to_string())
    .bind(now)
    .fetch_all(&mut **writing)
    .await?;
    u32::try_from(marked.iter().map(|(count,)| count).sum::<i64>()).map_err(ApiError::internal)
}

pub(super) async fn insert(
    writing: &mut Writing,
    request: &RevokeTokens,
    officer: OfficerId,
    now: i64,
    done: &Revoked,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO revocations (id, resident, officer, reason, note, revoked_at, tokens, receipt)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(request.id.to_string())
    .bind(request.resident.to_string())
    .bind(officer.to_string())
    .bind(reason(request.reason))
    .bind(request.note.clone())
    .bind(now)
    .bind(i64::from(done.tokens))
    .bind(done.receipt.0.to_vec())
    .execute(&mut **writing)
    .await
    .map(|_| ())
}
