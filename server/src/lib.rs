//! The city's server: issuing, lists, sessions, and the apps' files.
//!
//! [`router`] is the table of contents.

pub mod access_log;
pub mod auth;
pub mod clock;
pub mod codes;
pub mod command;
pub mod config;
pub mod db;
pub mod demo;
pub mod failure;
pub mod file;
pub mod health;
pub mod http;
pub mod issuing;
pub mod keys;
pub mod lists;
pub mod merchants;
pub mod mode;
pub mod people;
pub mod random;
pub mod residents;
pub mod revocations;
pub mod scans;
pub mod score;
pub mod serve;
pub mod state;

use auth::{demo as demo_sign_in, sign_out};
use axum::{Json, Router, middleware, routing::get};
use failure::Failure;
use http::{document::Document, endpoint::Routes, files::Files, guard, headers};
use state::App;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

/// Every endpoint.
fn endpoints(demo: bool) -> (Router<App>, Document) {
    let routes = Routes::default()
        .endpoint(people::read_wallet)
        .endpoint(people::read_merchant)
        .endpoint(people::read_desk)
        .endpoint(sign_out::wallet)
        .endpoint(sign_out::merchant)
        .endpoint(sign_out::desk)
        .endpoint(score::read)
        .endpoint(codes::ask)
        .endpoint(codes::mint)
        .endpoint(scans::sync)
        .endpoint(issuing::read)
        .endpoint(residents::find)
        .endpoint(revocations::revoke)
        .endpoint(merchants::list);
    if demo { demo_endpoints(routes) } else { routes }.finish()
}

/// Sign-in as a synthetic person: these paths exist in demo mode only.
fn demo_endpoints(routes: Routes) -> Routes {
    routes
        .endpoint(demo_sign_in::wallet_accounts)
        .endpoint(demo_sign_in::merchant_accounts)
        .endpoint(demo_sign_in::desk_accounts)
        .endpoint(demo_sign_in::wallet)
        .endpoint(demo_sign_in::merchant)
        .endpoint(demo_sign_in::desk)
}

/// Everything that the server answers.
pub fn router(app: App, files: Files) -> Router {
    let (endpoints, document) = endpoints(app.config.demo);
    let document = Arc::new(document.to_json());
    let api = endpoints
        .route("/api/public/openapi.json", get(move || async move { Json(document.as_ref().clone()) }))
        .route("/api/public/health/live", get(health::live))
        .route("/api/public/health/ready", get(health::ready))
        .route("/api", get(guard::not_found))
        .route("/api/{*rest}", axum::routing::any(guard::not_found))
        .method_not_allowed_fallback(guard::method_not_allowed)
        .layer(middleware::from_fn(guard::never_kept))
        .layer(middleware::from_fn(guard::same_origin))
        .layer(middleware::from_fn_with_state(app.clone(), guard::rate));
    let lists = Router::new()
        .route(api::lists::BUNDLE_PATH, get(lists::answer::bundle))
        .route(api::lists::TRUST_PATH, get(lists::answer::trust))
        .route(
            &format!("{}/{{city}}/{{day}}/{{list}}", api::lists::STATUS_PREFIX),
            get(lists::answer::status),
        )
        .method_not_allowed_fallback(guard::method_not_allowed)
        .layer(middleware::from_fn_with_state(app.clone(), guard::rate));
    let files = Arc::new(files);
    api.merge(lists)
        .fallback(move |method, uri, headers| async move { files.answer(&method, &uri, &headers) })
        .layer(middleware::from_fn(guard::in_time))
        .layer(CatchPanicLayer::custom(guard::panicked))
        .layer(middleware::from_fn(guard::recorded))
        .layer(middleware::from_fn_with_state(app.clone(), headers::add))
        .with_state(app)
}

/// The API's description, as text.
///
/// # Errors
/// Never with the types that are routed.
pub fn openapi_text() -> Result<String, Failure> {
    let (_, document) = endpoints(true);
    serde_json::to_string_pretty(&document.to_json()).map_err(Failure::refused)
}
