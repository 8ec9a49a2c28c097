//! A demo city, and people who use it.

use api::{
    Endpoint, Method, Problem,
    demo::{DemoDeskSignIn, DemoMerchantSignIn, DemoWalletSignIn},
};
use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use server::{config::Config, http::files::Files, serve::start, state::App};
use tempfile::TempDir;
use tower::ServiceExt;

/// A server with data of its own.
pub(crate) struct City {
    pub(crate) app: App,
    pub(crate) router: Router,
    _data: TempDir,
}

/// Someone signed in, or not.
pub(crate) struct Someone<'a> {
    city: &'a City,
    pub(crate) cookie: Option<String>,
}

/// An answer, read.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl City {
    pub(crate) async fn start() -> Self {
        Self::with(Config { demo: true, ..Config::default() }).await
    }

    pub(crate) async fn with(config: Config) -> Self {
        let data = TempDir::new().unwrap();
        let app = start(&Config { data: data.path().to_owned(), ..config }).await.unwrap();
        let router = server::router(app.clone(), Files::default());
        Self { app, router, _data: data }
    }

    pub(crate) fn nobody(&self) -> Someone<'_> {
        Someone { city: self, cookie: None }
    }

    pub(crate) async fn resident(&self, account: &str) -> Someone<'_> {
        self.sign_in(&DemoWalletSignIn { account: account.to_owned() }).await
    }

    pub(crate) async fn till(&self, account: &str) -> Someone<'_> {
        self.sign_in(&DemoMerchantSignIn { account: account.to_owned() }).await
    }

    pub(crate) async fn officer(&self) -> Someone<'_> {
        self.sign_in(&DemoDeskSignIn { account: "xu-officer".to_owned() }).await
    }

    async fn sign_in<E: Endpoint>(&self, request: &E) -> Someone<'_> {
        let answer = self.nobody().send(request).await;
        Someone { city: self, cookie: Some(answer.cookie().expect("sign-in sets a cookie")) }
    }

    /// Asks for a path, holding the version with this entity tag.
    pub(crate) async fn get(&self, path: &str, etag: Option<&str>) -> Answer {
        let builder = Request::builder().header(header::HOST, HOST).uri(path);
        let builder = match etag {
            Some(etag) => builder.header(header::IF_NONE_MATCH, etag),
            None => builder,
        };
        self.send(builder.body(Body::empty()).unwrap()).await
    }

    /// Sends any request at all.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

impl Someone<'_> {
    /// Calls an endpoint as the apps do.
    pub(crate) async fn call<E: Endpoint>(&self, request: &E) -> Result<E::Output, Problem> {
        let answer = self.send(request).await;
        if answer.status.is_success() {
            Ok(serde_json::from_slice(&answer.body).unwrap())
        } else {
            Err(answer.problem())
        }
    }

    /// The same, with the whole answer.
    pub(crate) async fn send<E: Endpoint>(&self, request: &E) -> Answer {
        let builder = Request::builder().header(header::HOST, HOST).header(header::ORIGIN, ORIGIN);
        let builder = match &self.cookie {
            Some(cookie) => builder.header(header::COOKIE, cookie),
            None => builder,
        };
        let request = match E::METHOD {
            Method::Get => {
                let query = serde_urlencoded::to_string(request).unwrap();
                builder.uri(format!("{}?{query}", E::PATH)).body(Body::empty())
            }
            Method::Post => {
                let json = serde_json::to_vec(request).unwrap();
                let builder =
                    builder.method("POST").uri(E::PATH).header(header::CONTENT_TYPE, "application/json");
                builder.header(header::CONTENT_LENGTH, json.len()).body(Body::from(json))
            }
        };
        self.city.send(request.unwrap()).await
    }
}

pub(crate) const HOST: &str = "city.example";
pub(crate) const ORIGIN: &str = "https://city.example";

impl Answer {
    /// The cookie that it sets, as a request sends it.
    pub(crate) fn cookie(&self) -> Option<String> {
        let line = self.headers.get(header::SET_COOKIE)?.to_str().unwrap();
        Some(line.split(';').next().unwrap().to_owned())
    }

    pub(crate) fn problem(&self) -> Problem {
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.status, self.status.as_u16());
        problem
    }
}
