//! Keeping the lists up to date for as long as the server runs.

use super::{is_due, renew};
use crate::{keys, state::App};
use std::{convert::Infallible, time::Duration};

/// How often it is asked whether something has changed: another process may have revoked a key.
const EVERY: Duration = Duration::from_secs(1);
/// After a failure, so long.
const AFTER_FAILURE: Duration = Duration::from_secs(10);

/// Never ends; a failure is logged and tried again.
pub async fn upkeep(app: App) -> Infallible {
    loop {
        tokio::time::sleep(EVERY).await;
        let due = is_due(&app.db, &app.lists.current(), app.now()).await;
        let done = match due {
            Ok(false) => Ok(()),
            Ok(true) => once(&app).await,
            Err(error) => Err(error.into()),
        };
        if let Err(failure) = done {
            tracing::error!(%failure, "the lists could not be renewed");
            tokio::time::sleep(AFTER_FAILURE).await;
        }
    }
}

async fn once(app: &App) -> Result<(), crate::failure::Failure> {
    if app.config.demo {
        // Outside demo mode an operator rotates: the root must sign what is announced.
        let cities: Vec<_> = app.cities.iter().map(|city| city.code).collect();
        let mut writing = app.db.write().await?;
        keys::rotate_due(&mut writing, &app.lists.vault, &cities, app.now()).await?;
        writing.commit().await?;
    }
    renew(app).await
}
