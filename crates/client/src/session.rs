//! Who is signed in: at once as last known, then as the server says.

use crate::{
    CallError, Client,
    cache::{self, Kept},
    idb::Db,
};
use api::{Endpoint, ProblemCode};

/// The session that was last seen on this device; good enough to start without a network.
pub async fn last<E: Endpoint>(db: &Db) -> Option<Kept<E::Output>> {
    cache::kept::<E>(db).await
}

/// Asks the server, and keeps or forgets accordingly. `Ok(None)` is "signed out", by the server's own word.
///
/// # Errors
/// [`CallError`] when the server did not say; what was kept stays.
pub async fn check<E: Endpoint>(
    client: &Client,
    db: &Db,
    ask: &E,
) -> Result<Option<Kept<E::Output>>, CallError> {
    match cache::fetch(client, db, ask).await {
        Ok(session) => Ok(Some(session)),
        Err(CallError::Problem(problem)) if problem.code == ProblemCode::SignedOut => {
            cache::forget::<E>(db).await;
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
