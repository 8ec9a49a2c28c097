//! What tells a wallet that tokens it holds were revoked.

use crate::{http::error::ApiError, state::App};
use api::{Fixed, session::TokenEpoch};
use credit_code::trust::Use;
use domain::{ids::ResidentId, region::RegionCode};
use sha2::{Digest, Sha256};

/// Changes with each revocation of the person's tokens, and of a key that signs tokens of the city.
///
/// # Errors
/// When the database fails.
pub(crate) async fn epoch(app: &App, city: RegionCode, resident: ResidentId) -> Result<TokenEpoch, ApiError> {
    let revocations: Vec<(String,)> =
        sqlx::query_as("SELECT id FROM revocations WHERE resident = $1 ORDER BY revoked_at, id")
            .bind(resident.to_string())
            .fetch_all(app.db.read())
            .await?;
    let mut hash = Sha256::new().chain_update(b"credit-code token epoch 1");
    for (id,) in &revocations {
        hash.update(id.as_bytes());
    }
    let current = app.lists.current();
    let signs = |key: &&crate::keys::Key| key.city == city && key.usage == Use::Phone;
    for key in current.ring.keys().iter().filter(signs).filter(|key| key.revoked_at.is_some()) {
        hash.update(key.kid.to_string().as_bytes());
    }
    let hash: [u8; 32] = hash.finalize().into();
    Ok(Fixed(*hash.first_chunk().unwrap_or(&[0; 8])))
}
