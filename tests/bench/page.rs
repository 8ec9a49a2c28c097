//! Serves a folder of few files to a browser on this machine.

use axum::{
    Router,
    extract::{Path as Name, State},
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use std::{ffi::OsStr, path::PathBuf};
use tests::Res;

/// Serves the files of `folder` by their names until the runtime ends; gives back the origin.
pub(crate) async fn serve(folder: PathBuf) -> Res<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://localhost:{}", listener.local_addr()?.port());
    let router = Router::new().route("/{name}", get(file)).with_state(folder);
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(origin)
}

async fn file(State(folder): State<PathBuf>, Name(name): Name<String>) -> impl IntoResponse {
    let path = folder.join(&name);
    let kind = match path.extension().and_then(OsStr::to_str) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    match std::fs::read(&path) {
        Ok(bytes) => Ok(([(header::CONTENT_TYPE, kind)], bytes)),
        Err(_) => Err(StatusCode::NOT_FOUND),
    }
}
