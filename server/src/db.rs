//! The database: one writer, many readers, one SQL text. Drivers are named here and nowhere else.

mod sqlite;

use crate::failure::Failure;
use sqlx::{Any, Pool, Transaction};
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

impl Db {
    /// Opens, or makes, the database in the data folder and brings its tables up to date.
    ///
    /// # Errors
    /// When it cannot be opened, or its tables are of a newer server.
    pub async fn open(data: &Path) -> Result<Self, Failure> {
        let (writer, readers) = sqlite::open(&data.join("city.db")).await?;
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
