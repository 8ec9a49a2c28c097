//! Headers of every answer.

use crate::state::App;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// What is not a page of ours needs nothing at all.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-embedder-policy"), "require-corp"),
];

const OWN_PAGES_ONLY: &str =
    "camera=(), microphone=(), payment=(), usb=(), midi=(), display-capture=(), geolocation=(self)";
const WITH_CAMERA: &str =
    "camera=(self), microphone=(), payment=(), usb=(), midi=(), display-capture=(), geolocation=()";

/// Adds them, and our clock's `Date`.
pub async fn add(State(app): State<App>, request: Request, next: Next) -> Response {
    let scans = request.uri().path().starts_with("/merchant/");
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let policy = if scans { WITH_CAMERA } else { OWN_PAGES_ONLY };
    headers.insert("permissions-policy", HeaderValue::from_static(policy));
    headers.entry("cross-origin-resource-policy").or_insert(HeaderValue::from_static("same-origin"));
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(NOTHING));
    if let Ok(date) = HeaderValue::from_str(&app.clock.http_date()) {
        headers.insert(header::DATE, date);
    }
    answer
}

/// The policy of a script: a worker is bound by the one that it came with, not by its page's. Our workers fetch the app's
/// files and lists, and run WASM.
pub const SCRIPT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
     worker-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The policy of an app's page: its own files, its own server, and the inline scripts that its build put in.
pub fn page_policy(script_hashes: &[String]) -> String {
    let hashes: String = script_hashes.iter().map(|hash| format!(" 'sha256-{hash}'")).collect();
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src 'self' blob:; \
         form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    )
}
