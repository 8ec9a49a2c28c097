//! Calling the server: one function for every endpoint.

use crate::{Clock, clock::Sample, net};
use api::{Endpoint, Method, Problem};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortSignal, Request, RequestCache, RequestCredentials, RequestInit, RequestRedirect, Response,
};

/// After this long without an answer a call counts as offline, in milliseconds.
const TIMEOUT_MS: u32 = 15_000;

/// Calls endpoints of the server that the page came from. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Client {
    clock: Clock,
}

/// Why a call has no result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The server answered with a problem.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// No answer: no network, or the server is down or too slow.
    #[error("the server was not reached")]
    Offline,
    /// An answer that this build cannot read.
    #[error("the answer could not be read")]
    Garbled,
}

impl Client {
    /// A client that tells `clock` the server's time with each answer.
    pub fn new(clock: Clock) -> Self {
        Self { clock }
    }

    /// The clock, corrected by the answers so far.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Calls an endpoint.
    ///
    /// # Errors
    /// [`CallError`]: the server's problem, or that it was not reached, or that the answer is not of the type.
    pub async fn call<E: Endpoint>(&self, request: &E) -> Result<E::Output, CallError> {
        let (url, body) = match E::METHOD {
            Method::Get => (with_query(E::PATH, serde_urlencoded::to_string(request)), None),
            Method::Post => {
                (E::PATH.to_owned(), Some(serde_json::to_string(request).map_err(|_| CallError::Garbled)?))
            }
        };
        let response = self.send(&url, body.as_deref(), RequestCache::NoStore).await?;
        let text = JsFuture::from(response.text().map_err(|_| CallError::Garbled)?).await;
        let text = text.ok().and_then(|t| t.as_string()).ok_or(CallError::Offline)?;
        serde_json::from_str(&text).map_err(|_| CallError::Garbled)
    }

    /// Reads a public file of the same server, such as a signed list. The browser asks by its ETag, so that a file
    /// that is the same is not sent again.
    ///
    /// # Errors
    /// As [`Client::call`].
    pub async fn bytes(&self, path: &str) -> Result<Vec<u8>, CallError> {
        let response = self.send(path, None, RequestCache::NoCache).await?;
        let buffer = JsFuture::from(response.array_buffer().map_err(|_| CallError::Garbled)?).await;
        Ok(Uint8Array::new(&buffer.map_err(|_| CallError::Offline)?).to_vec())
    }

    /// Sends, reports whether the server was reached, takes its time, and turns failures into errors. An answer that any
    /// cache may have kept tells no time.
    async fn send(&self, url: &str, body: Option<&str>, cache: RequestCache) -> Result<Response, CallError> {
        let before = Sample::now();
        let response = fetch(url, body, cache).await;
        net::report(response.is_ok());
        let response = response.map_err(|_| CallError::Offline)?;
        let date = response.headers().get("date").ok().flatten();
        if let Some(date) = date.filter(|_| cache == RequestCache::NoStore) {
            self.clock.observe(&date, before, Sample::now());
        }
        if response.ok() { Ok(response) } else { Err(problem(&response).await) }
    }
}

/// One request to our own origin; no redirect.
async fn fetch(url: &str, body: Option<&str>, cache: RequestCache) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_cache(cache);
    init.set_redirect(RequestRedirect::Error);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT_MS)));
    if let Some(body) = body {
        init.set_method("POST");
        init.set_body(&JsValue::from_str(body));
    }
    let request = Request::new_with_str_and_init(url, &init)?;
    if body.is_some() {
        request.headers().set("content-type", "application/json")?;
    }
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.fetch_with_request(&request)).await?.dyn_into()
}

/// The problem in a failed answer. A gateway's page without one counts as not reached.
async fn problem(response: &Response) -> CallError {
    let text = match response.text() {
        Ok(promise) => JsFuture::from(promise).await.ok().and_then(|t| t.as_string()),
        Err(_) => None,
    };
    match text.and_then(|text| serde_json::from_str::<Problem>(&text).ok()) {
        Some(problem) => CallError::Problem(problem),
        None if response.status() >= 500 => CallError::Offline,
        None => CallError::Garbled,
    }
}

fn with_query(path: &str, query: Result<String, serde_urlencoded::ser::Error>) -> String {
    match query {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}
