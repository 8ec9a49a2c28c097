//! SQLite, embedded: WAL, every commit on the disk before it is acknowledged.

use crate::failure::Failure;
use sqlx::{Any, AnyConnection, Connection, Executor, Pool, any::AnyPoolOptions};
use std::{path::Path, time::Duration};

/// Takes the write lock at once, so that a transaction never fails half-way because another was quicker.
pub(super) const BEGIN: &str = "BEGIN IMMEDIATE";

const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
    PRAGMA busy_timeout = 10000; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -8000";
const READERS: u32 = 4;
const WAIT: Duration = Duration::from_secs(10);

pub(super) async fn open(file: &Path) -> Result<(Pool<Any>, Pool<Any>), Failure> {
    sqlx::any::install_default_drivers();
    let path = file.to_str().ok_or_else(|| Failure::refused("the data folder's name is not UTF-8"))?;
    let url = format!("sqlite://{}?mode=rwc", percent_encoded(path));
    // A pool would try again and again, and only say that time has run out.
    let mut first = AnyConnection::connect(&url).await?;
    first.execute(PRAGMAS).await?;
    first.close().await?;
    let writer = options().max_connections(1).connect(&url).await?;
    let readers = options().max_connections(READERS).connect(&url).await?;
    Ok((writer, readers))
}

/// Whether it may be over in a moment: `SQLITE_BUSY`, `SQLITE_LOCKED`, `SQLITE_IOERR`, or a disk with room again
/// (`SQLITE_FULL`).
pub(super) fn is_passing(error: &sqlx::Error) -> bool {
    code(error).is_some_and(|code| [5, 6, 10, 13].contains(&code))
}

/// Whether the file is no database (any more): `SQLITE_CORRUPT` or `SQLITE_NOTADB`.
pub(super) fn is_damage(error: &sqlx::Error) -> bool {
    code(error).is_some_and(|code| [11, 26].contains(&code))
}

/// A result code of SQLite; extended ones have the plain one in their low byte.
fn code(error: &sqlx::Error) -> Option<u32> {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code)?;
    Some(code.parse::<u32>().ok()? & 0xff)
}

fn options() -> AnyPoolOptions {
    AnyPoolOptions::new()
        .acquire_timeout(WAIT)
        .max_lifetime(None)
        .idle_timeout(None)
        .test_before_acquire(false)
        .after_connect(|connection, _| Box::pin(async move { connection.execute(PRAGMAS).await.map(|_| ()) }))
}

/// A path as a URL takes it.
fn percent_encoded(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3F").replace('#', "%23").replace(' ', "%20")
}
