//! Routes by the endpoint's type, so that a path is written once, in the contract.

use super::{document::Document, error::ApiError, input::Input};
use crate::{auth::actor::Actor, state::App};
use api::{Endpoint, Method};
use axum::{
    Json, Router,
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use std::future::Future;

/// Routes in the making, and what the API's description says about them.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<App>,
    document: Document,
}

/// A success: what the endpoint answers, and a cookie to set.
#[derive(Debug)]
pub struct Reply<T> {
    body: T,
    cookie: Option<HeaderValue>,
}

impl<T> Reply<T> {
    /// An answer that starts or ends a session.
    pub fn with_cookie(body: T, cookie: HeaderValue) -> Self {
        Self { body, cookie: Some(cookie) }
    }
}

impl<T> From<T> for Reply<T> {
    fn from(body: T) -> Self {
        Self { body, cookie: None }
    }
}

impl Routes {
    /// Adds an endpoint: `routes.endpoint(mint)`, where `mint` takes the state, the actor and the request.
    ///
    /// The actor's audience must be the endpoint's; another one does not compile.
    #[must_use]
    pub fn endpoint<E, A, R, Handler, Answer>(mut self, handler: Handler) -> Self
    where
        E: Endpoint + Send,
        A: Actor,
        R: Into<Reply<E::Output>> + Send,
        Handler: Fn(App, A, E) -> Answer + Clone + Send + Sync + 'static,
        Answer: Future<Output = Result<R, ApiError>> + Send,
        E::Output: Send,
    {
        const { assert!(A::AUDIENCE as u8 == E::AUDIENCE as u8, "this actor is of another audience") };
        self.document.add::<E>();
        let call = move |State(app): State<App>, actor: A, Input(request): Input<E>| async move {
            handler(app, actor, request).await.map(|reply| answer(reply.into()))
        };
        let route = match E::METHOD {
            Method::Get => get(call),
            Method::Post => post(call),
        };
        self.router = self.router.route(E::PATH, route);
        self
    }

    /// The routes and their description.
    pub fn finish(self) -> (Router<App>, Document) {
        (self.router, self.document)
    }
}

fn answer<T: serde::Serialize>(reply: Reply<T>) -> Response {
    let mut response = Json(reply.body).into_response();
    if let Some(cookie) = reply.cookie {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}
