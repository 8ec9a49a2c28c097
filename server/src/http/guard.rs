//! What every request of the API passes before its handler: origin, rate, and a record of how it went.

use super::{
    error::{ApiError, response},
    limits::Caller,
};
use crate::{auth::session::caller, random, state::App};
use api::{Problem, ProblemCode};
use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, HeaderValue, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};
use tracing::Instrument;

/// Refuses what another site's page made a browser send (CSRF).
///
/// Browsers say where an unsafe request comes from. One that does not say, and therefore is no browser, has to send
/// an `Origin` too.
pub async fn same_origin(request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_same_origin(request.headers(), request.uri()) {
        next.run(request).await
    } else {
        response(&ProblemCode::CrossOrigin.into())
    }
}

fn is_same_origin(headers: &HeaderMap, uri: &Uri) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    if text("sec-fetch-site").is_some_and(|site| site != "same-origin") {
        return false;
    }
    let host = text("host").or_else(|| uri.authority().map(|authority| authority.as_str()));
    let origin = text("origin").and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin.is_some() && origin == host
}

/// Holds back who asks too much.
pub async fn rate(State(app): State<App>, request: Request, next: Next) -> Response {
    if app.config.unlimited {
        return next.run(request).await;
    }
    let now = Instant::now();
    let address =
        request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| Caller::Address(peer.ip()));
    let session = caller(request.headers()).map(Caller::Session);
    for who in [address, session].into_iter().flatten() {
        if let Err(wait) = app.buckets.take(who, now) {
            let seconds = u32::try_from(wait.as_secs() + 1).unwrap_or(u32::MAX);
            return response(&Problem::new(ProblemCode::TooManyRequests).retry_after(seconds));
        }
    }
    next.run(request).await
}

/// Gives up on a request that takes too long.
pub async fn in_time(request: Request, next: Next) -> Response {
    const LONGEST: Duration = Duration::from_secs(30);
    match tokio::time::timeout(LONGEST, next.run(request)).await {
        Ok(answer) => answer,
        Err(_) => response(&Problem::new(ProblemCode::Unavailable).retry_after(1)),
    }
}

/// Numbers a request and logs how it went: method, route, status, time. Never a query, a body or an address.
pub async fn recorded(request: Request, next: Next) -> Response {
    let id = random::bytes::<8>().map_or(0, u64::from_be_bytes);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id = format!("{id:016x}"), %method, route);
    async move {
        let start = Instant::now();
        let mut answer = next.run(request).await;
        let ms = start.elapsed().as_millis();
        tracing::info!(status = answer.status().as_u16(), ms, "answered");
        if let Ok(value) = HeaderValue::from_str(&format!("{id:016x}")) {
            answer.headers_mut().insert("x-request-id", value);
        }
        answer
    }
    .instrument(span)
    .await
}

/// The answer to a panic: the log has the rest.
pub fn panicked(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    response(&ProblemCode::Internal.into())
}

/// Paths of the API that do not exist.
pub async fn not_found() -> ApiError {
    ProblemCode::NotFound.into()
}

/// Methods that a path does not take.
pub async fn method_not_allowed() -> Response {
    response(&ProblemCode::MethodNotAllowed.into()).into_response()
}

/// What API answers say about caching: nothing of a session is ever kept.
pub async fn never_kept(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    answer.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_send() {
        for (sent, same) in [
            (&[("host", "a.example"), ("origin", "https://a.example")][..], true),
            (
                &[("host", "a.example"), ("origin", "https://a.example"), ("sec-fetch-site", "same-origin")],
                true,
            ),
            (
                &[("host", "a.example"), ("origin", "https://a.example"), ("sec-fetch-site", "same-site")],
                false,
            ),
            (&[("host", "a.example"), ("origin", "https://b.example")], false),
            (&[("host", "a.example"), ("origin", "null")], false),
            (&[("host", "a.example:8080"), ("origin", "http://a.example")], false),
            (&[("host", "a.example")], false),
            (&[], false),
        ] {
            let mut headers = HeaderMap::new();
            for (name, value) in sent {
                headers.insert(*name, HeaderValue::from_static(value));
            }
            assert_eq!(is_same_origin(&headers, &Uri::from_static("/api/x")), same, "{sent:?}");
        }
    }
}
