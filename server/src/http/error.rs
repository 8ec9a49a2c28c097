//! Failures of a request: every one becomes a problem (RFC 9457).

use crate::db;
use api::{Problem, ProblemCode};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Why a request has no result.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The caller is told.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// The log is told; the caller only that the server failed.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// As above.
    #[error("{0}")]
    Internal(String),
}

impl ApiError {
    /// A fault of the server, with a reason for the log. It must hold no personal data.
    pub fn internal(why: impl std::fmt::Display) -> Self {
        Self::Internal(why.to_string())
    }
}

impl From<ProblemCode> for ApiError {
    fn from(code: ProblemCode) -> Self {
        Self::Problem(code.into())
    }
}

impl From<getrandom::Error> for ApiError {
    fn from(error: getrandom::Error) -> Self {
        Self::internal(error)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let problem = match self {
            Self::Problem(problem) => problem,
            Self::Database(error) => {
                tracing::error!(%error, "the database failed a request");
                if db::is_passing(&error) {
                    Problem::new(ProblemCode::Unavailable).retry_after(1)
                } else {
                    Problem::new(ProblemCode::Internal)
                }
            }
            Self::Internal(why) => {
                tracing::error!(why, "a request failed");
                Problem::new(ProblemCode::Internal)
            }
        };
        response(&problem)
    }
}

/// A problem as an answer.
pub fn response(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = serde_json::to_vec(problem).unwrap_or_default();
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if let Some(seconds) = problem.retry_after_s {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
