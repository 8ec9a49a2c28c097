//! The database: one writer, many readers, one SQL text. Drivers are named here and nowhere else.

mod sqlite;

use crate::failure::Failure;
use sqlx::{Any, Pool, Transaction, migrate::MigrateError};
use std::path::Path;

/// A migration for each step of the tables.
static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// A transaction of the writer.
pub type Writing = Transaction<'static, Any>;

/// Both ways in. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Db {
    writer: Pool<Any>,
    readers: Pool<Any>,
}

/// Whether a request that failed so can be sent again soon.
pub fn is_passing(error: &sqlx::Error) -> bool {
    matches!(error, sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed | sqlx::Error::Io(_))
        || sqlite::is_passing(error)
}

impl Db {
    /// Opens, or makes, the database in the data folder and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be opened, is damaged, or its tables are of a newer server.
    pub async fn open(data: &Path) -> Result<Self, Failure> {
        let file = data.join("city.db");
        Self::open_file(&file).await.map_err(|failure| match failure {
            Failure::Database(error) | Failure::Migration(MigrateError::Execute(error))
                if sqlite::is_damage(&error) =>
            {
                Failure::damaged(&file, format!("{error}; restore it from a backup"))
            }
            other => other,
        })
    }

    async fn open_file(file: &Path) -> Result<Self, Failure> {
        let (writer, readers) = sqlite::open(file).await?;
        MIGRATIONS.run(&writer).await?;
        Ok(Self { writer, readers })
    }

    /// For statements that only read.
    pub fn read(&self) -> &Pool<Any> {
        &self.readers
    }

    /// Begins to write: no other transaction writes until this one ends.
    ///
    /// # Errors
    /// When the database is gone or too busy.
    pub async fn write(&self) -> Result<Writing, sqlx::Error> {
        self.writer.begin_with(sqlite::BEGIN).await
    }

    /// Ends all connections, after what is under way.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}
