//! Why the server does not start, or a command does not work: a sentence for the operator.

use std::{fmt::Display, path::Path};

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or folder.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The database.
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    /// Its migrations.
    #[error("the database's tables: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A file that was cut off or changed.
    #[error("{path} is damaged: {why}")]
    Damaged {
        /// Which.
        path: String,
        /// What does not fit.
        why: String,
    },
    /// Something that the operator asked for cannot be done.
    #[error("{0}")]
    Refused(String),
    /// The system has no random numbers.
    #[error("no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

impl Failure {
    /// For `map_err`: a failure that names the file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self + use<> {
        let path = path.display().to_string();
        move |source| Self::File { path, source }
    }

    pub(crate) fn damaged(path: &Path, why: impl Display) -> Self {
        Self::Damaged { path: path.display().to_string(), why: why.to_string() }
    }

    pub(crate) fn refused(why: impl Display) -> Self {
        Self::Refused(why.to_string())
    }
}
