//! Whether a data folder holds a demo city or a real one: set once, by the first start.

use crate::{db::Db, failure::Failure};

/// Marks a new data folder, or makes sure that one is of this kind.
///
/// # Errors
/// When it is of the other kind.
pub async fn claim(db: &Db, demo: bool) -> Result<(), Failure> {
    let mut writing = db.write().await?;
    sqlx::query("INSERT INTO mode (one, demo) VALUES (1, $1) ON CONFLICT DO NOTHING")
        .bind(i64::from(demo))
        .execute(&mut *writing)
        .await?;
    writing.commit().await?;
    match (demo, is_demo(db).await?) {
        (true, Some(false)) => {
            Err(Failure::refused("this data folder is a real city's: demo mode is refused"))
        }
        (false, Some(true)) => {
            Err(Failure::refused("this data folder holds a demo city: start it with --demo, or take another"))
        }
        _ => Ok(()),
    }
}

/// Whether it holds a demo city; none before its first start.
///
/// # Errors
/// When the database fails.
pub async fn is_demo(db: &Db) -> Result<Option<bool>, Failure> {
    let row: Option<(i64,)> =
        sqlx::query_as("SELECT demo FROM mode WHERE one = 1").fetch_optional(db.read()).await?;
    Ok(row.map(|(demo,)| demo != 0))
}
