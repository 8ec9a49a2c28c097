//! `GET /lists/…`: public, the same for everyone, cheap to ask for again.

use super::{signed::Signed, status::ListId};
use crate::{codes::status_uri, http::error::response, http::files::matches, state::App};
use api::{Problem, ProblemCode, lists::MEDIA_TYPE};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

/// Everything that a till needs.
pub async fn bundle(State(app): State<App>, headers: HeaderMap) -> Response {
    answer(app.lists.current().bundle.as_ref(), &headers)
}

/// The trust list alone.
pub async fn trust(State(app): State<App>, headers: HeaderMap) -> Response {
    answer(app.lists.current().trust.as_ref().map(|trust| &trust.signed), &headers)
}

/// One status list, by its address.
pub async fn status(State(app): State<App>, uri: Uri, headers: HeaderMap) -> Response {
    let current = app.lists.current();
    let id = status_uri::parse(&app.config, uri.path());
    match id.and_then(|(city, day, list)| current.status.get(&ListId { city, day, list })) {
        Some(status) => answer(Some(&status.signed), &headers),
        None => response(&ProblemCode::NotFound.into()),
    }
}

fn answer(list: Option<&Signed>, asked: &HeaderMap) -> Response {
    let Some(list) = list else {
        // Until the root has signed a first list.
        return response(&Problem::new(ProblemCode::Unavailable).retry_after(60));
    };
    let is_held = matches(asked, &list.etag);
    let mut answer = if is_held {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (StatusCode::OK, list.bytes.clone()).into_response()
    };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(etag) = HeaderValue::from_str(&list.etag) {
        headers.insert(header::ETAG, etag);
    }
    if !is_held {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
    }
    answer
}
