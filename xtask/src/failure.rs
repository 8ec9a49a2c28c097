//! Why a command ended early.

use std::path::PathBuf;

/// What went wrong, in words for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{reason}\n\n{help}")]
    Usage { reason: String, help: &'static str },
    #[error("{0} is missing; install it with:\n    {1}")]
    Missing(&'static str, String),
    #[error("{program} cannot be started: {source}")]
    Start { program: String, source: std::io::Error },
    #[error("`{command}` failed ({status})")]
    Command { command: String, status: String },
    #[error("{path}: {source}")]
    File { path: PathBuf, source: std::io::Error },
    #[error("{0}")]
    Unexpected(String),
    #[error("not everything passed")]
    Tests,
}

impl Failure {
    /// Names the file that an input or output error is about.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Failure {
        let path = path.into();
        move |source| Failure::File { path, source }
    }
}
