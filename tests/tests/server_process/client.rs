//! Someone who talks to the server over HTTP, as the apps do.

use api::{
    Endpoint, Method, Problem,
    demo::{DemoDeskSignIn, DemoWalletSignIn},
};
use reqwest::{StatusCode, header};
use std::time::Duration;
use tests::{Res, Server};

/// One session, or none.
#[derive(Clone)]
pub(crate) struct Client {
    http: reqwest::Client,
    base: String,
    pub(crate) cookie: Option<String>,
}

/// An answer, read.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: header::HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Client {
    /// Nobody, asking the server at an origin.
    pub(crate) fn of(base: impl Into<String>) -> Self {
        // A connection each: one that is kept would be a dead one after the server was killed.
        let http = reqwest::Client::builder().pool_max_idle_per_host(0).timeout(Duration::from_secs(20));
        Self { http: http.build().unwrap(), base: base.into(), cookie: None }
    }

    /// A resident who is signed in.
    pub(crate) async fn resident(server: &Server, account: &str) -> Res<Self> {
        Self::of(server.base()).sign_in(&DemoWalletSignIn { account: account.to_owned() }).await
    }

    /// The officer, signed in.
    pub(crate) async fn officer(server: &Server) -> Res<Self> {
        Self::of(server.base()).sign_in(&DemoDeskSignIn { account: "xu-officer".to_owned() }).await
    }

    /// The same session at another address.
    pub(crate) fn at(&self, base: &str) -> Self {
        Self { base: base.to_owned(), ..self.clone() }
    }

    async fn sign_in<E: Endpoint>(self, request: &E) -> Res<Self> {
        let answer = self.send(request).await?;
        let cookie = answer.headers.get(header::SET_COOKIE).ok_or("no cookie")?.to_str()?;
        let cookie = cookie.split(';').next().map(str::to_owned);
        Ok(Self { cookie, ..self })
    }

    /// Calls an endpoint: an error is a request without an answer, a problem is an answer.
    pub(crate) async fn ask<E: Endpoint>(&self, request: &E) -> Res<Result<E::Output, Problem>> {
        let answer = self.send(request).await?;
        if answer.status.is_success() {
            Ok(Ok(serde_json::from_slice(&answer.body)?))
        } else {
            Ok(Err(answer.problem()))
        }
    }

    /// Calls an endpoint that is to succeed.
    pub(crate) async fn call<E: Endpoint>(&self, request: &E) -> Res<E::Output> {
        Ok(self.ask(request).await??)
    }

    /// Asks for a path, holding the version with this entity tag.
    pub(crate) async fn get(&self, path: &str, etag: Option<&str>) -> Res<Answer> {
        let request = self.http.get(format!("{}{path}", self.base));
        let request = match etag {
            Some(etag) => request.header(header::IF_NONE_MATCH, etag),
            None => request,
        };
        Answer::read(request).await
    }

    async fn send<E: Endpoint>(&self, request: &E) -> Res<Answer> {
        let url = format!("{}{}", self.base, E::PATH);
        let sent = match E::METHOD {
            Method::Get => self.http.get(url),
            Method::Post => self.http.post(url).header(header::ORIGIN, &self.base).json(request),
        };
        let sent = match &self.cookie {
            Some(cookie) => sent.header(header::COOKIE, cookie),
            None => sent,
        };
        Answer::read(sent).await
    }
}

impl Answer {
    async fn read(request: reqwest::RequestBuilder) -> Res<Self> {
        let answer = request.send().await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        Ok(Self { status, headers, body: answer.bytes().await?.to_vec() })
    }

    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(&name).unwrap_or_else(|| panic!("no {name}")).to_str().unwrap()
    }

    pub(crate) fn problem(&self) -> Problem {
        assert_eq!(self.header(header::CONTENT_TYPE), "application/problem+json");
        let problem: Problem = serde_json::from_slice(&self.body).unwrap();
        assert_eq!(problem.status, self.status.as_u16());
        problem
    }
}
