//! The last good answer of an endpoint, kept for use offline.

use crate::{CallError, Client, idb::Db};
use api::Endpoint;
use serde::{Deserialize, Serialize};

/// The object store's name; a database that keeps answers has it.
pub const STORE: &str = "cache";

/// An answer and when it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept<T> {
    /// The answer.
    pub value: T,
    /// When it came, milliseconds since 1970-01-01 UTC, by the corrected clock.
    pub at_ms: i64,
}

/// The last good answer of an endpoint without parameters, if there is one that this build can read.
pub async fn kept<E: Endpoint>(db: &Db) -> Option<Kept<E::Output>> {
    db.get(STORE, E::PATH).await.ok().flatten()
}

/// Calls the endpoint and keeps the answer.
///
/// # Errors
/// As [`Client::call`]; a full storage is no error, the answer is just not kept.
pub async fn fetch<E: Endpoint>(client: &Client, db: &Db, request: &E) -> Result<Kept<E::Output>, CallError> {
    let value = client.call(request).await?;
    let kept = Kept { value, at_ms: client.clock().now().ms };
    let _ = db.put(STORE, E::PATH, &kept).await;
    Ok(kept)
}

/// Forgets one endpoint's answer.
pub async fn forget<E: Endpoint>(db: &Db) {
    let _ = db.delete(STORE, E::PATH).await;
}
