//! `GET /api/public/health/live` and `/ready`: for what restarts and what routes to this server.

use crate::{http::error::response, state::App};
use api::{Problem, ProblemCode};
use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use serde_json::json;

/// The process runs.
pub async fn live() -> Response {
    Json(json!({ "status": "live" })).into_response()
}

/// Everything that a request needs is there; otherwise which part is not.
pub async fn ready(State(app): State<App>) -> Response {
    let mut problem = Problem::new(ProblemCode::Unavailable);
    if let Err(error) = sqlx::query("SELECT 1").execute(app.db.read()).await {
        tracing::error!(%error, "the database does not answer");
        problem = problem.field("database", "does not answer");
    }
    if app.lists.current().trust.is_none() {
        problem = problem.field("lists", "wait for a trust list that the root has signed");
    }
    if problem.fields.is_empty() {
        Json(json!({ "status": "ready" })).into_response()
    } else {
        response(&problem)
    }
}
